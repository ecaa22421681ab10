"""The one way in: what is let in, what counts as answered, and that nothing a borrower types is an order."""

from __future__ import annotations

import pytest
from aiohttp import web
from rasa.core.channels.channel import UserMessage

from bot import connector
from bot.connector import ActionServer, answer, never_a_command, texts_of, turn_of

TURN = {"sender": "c1", "message": "hello", "metadata": {"turn_id": "t1"}}


def test_a_turn_is_taken_as_posted():
    assert turn_of(TURN) == TURN


def test_a_turn_without_metadata_has_empty_metadata():
    assert turn_of({"sender": "c1", "message": "hello"})["metadata"] == {}


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "hello",
        {},
        {"sender": "", "message": "hello"},
        {"sender": "c" * 256, "message": "hello"},
        {"sender": 7, "message": "hello"},
        {"sender": "c1", "message": None},
        {"sender": "c1", "message": "x" * 20_001},
        {"sender": "c1", "message": "hello", "metadata": [1]},
    ],
)
def test_a_broken_turn_is_refused(body):
    with pytest.raises(ValueError, match="is not"):
        turn_of(body)


@pytest.mark.parametrize("body", [None, {}, {"texts": "hello"}, {"texts": [1]}, {"texts": ["a"] * 201}])
def test_broken_texts_are_refused(body):
    with pytest.raises(ValueError, match="texts is not"):
        texts_of(body)


@pytest.mark.parametrize("text", ["/opt_out", "  /restart", '/promise_to_pay{"amount": 1}'])
def test_what_a_borrower_types_is_never_an_order(text):
    kept = UserMessage(never_a_command(text)).text
    assert not kept.startswith("/")
    assert kept[1:] == text.strip()[1:]


def test_other_texts_are_left_alone():
    assert never_a_command("1/2 now") == "1/2 now"


@pytest.fixture
async def action_server():
    """An action server on a free port; answers as told in `status`."""
    told = {"status": 200}

    async def handle(request):
        return web.json_response({"events": [], "responses": []}, status=told["status"])

    app = web.Application()
    app.router.add_post("/", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    told["url"] = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}/"
    yield told
    await runner.cleanup()


def swallowing(server):
    """A turn that calls one action and, as Rasa does, swallows its failure."""

    async def handle(message):
        try:
            await server.request(json={})
        except Exception:
            return
        await message.output_channel.send_custom_json(message.sender_id, {"say": "small_talk.hello"})

    return handle


async def test_a_turn_whose_action_ran_is_answered(action_server):
    answered = await answer(swallowing(ActionServer(action_server["url"])), TURN)
    assert (answered.status, answered.body) == (
        200,
        b'[{"recipient_id":"c1","custom":{"say":"small_talk.hello"}}]',
    )


async def test_a_turn_whose_action_failed_is_not_answered_though_rasa_goes_on(action_server):
    action_server["status"] = 500
    assert (await answer(swallowing(ActionServer(action_server["url"])), TURN)).status == 503


async def test_a_turn_without_an_action_server_is_not_answered():
    assert (await answer(swallowing(ActionServer("http://127.0.0.1:9/")), TURN)).status == 503


async def test_a_turn_in_which_no_action_ran_is_not_answered():
    async def nothing(message):
        return None

    assert (await answer(nothing, TURN)).status == 503


async def test_a_turn_that_dies_is_not_answered_and_its_text_not_logged(caplog):
    async def dies(message):
        raise RuntimeError(f"about {message.text}")

    assert (await answer(dies, {**TURN, "message": "my secret"})).status == 503
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


async def test_calls_of_one_turn_are_not_counted_for_the_next(action_server):
    await answer(swallowing(ActionServer(action_server["url"])), TURN)
    assert connector._calls.get(None) is None
