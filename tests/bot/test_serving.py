"""The trained assistant as the service sees it: started as in earnest, over its wire, with an action server beside it."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys

import pytest
from aiohttp import ClientConnectionError, ClientSession, web

from bot.train import train
from bot.understand import load
from bot.understanding.ontology import INTENTS

TOKEN = "a-shared-token-for-tests"
AUTHORIZED = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def model():
    """The model of today's sources; trained now if it is not there."""
    return train()


@pytest.fixture(scope="module")
def understanding(model):
    return load(model)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def assistant(root, model):
    """A served assistant: its port, and the port where it looks for actions."""
    port, actions = free_port(), free_port()
    told = {"KEPT_RASA_TOKEN": TOKEN, "KEPT_ACTIONS_URL": f"http://127.0.0.1:{actions}/actions"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KEPT_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.serve", "--port", str(port)],
        cwd=root,
        env={**kept, **told},
        stderr=subprocess.PIPE,
    )
    try:
        asyncio.run(until_alive(port, process))
        yield port, actions
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


async def until_alive(port, process):
    for _ in range(240):
        assert process.poll() is None, process.stderr.read().decode()
        try:
            async with ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/status", params={"token": TOKEN}) as answer:
                    assert (await answer.json())["model_file"]
                    return
        except ClientConnectionError:
            await asyncio.sleep(0.5)
    raise AssertionError("the assistant did not come up")


async def turn(port, text, token=TOKEN, **metadata):
    body = {"sender": "c1", "message": text, "metadata": metadata}
    async with ClientSession(headers={"Authorization": f"Bearer {token}"}) as session:
        async with session.post(f"http://127.0.0.1:{port}/webhooks/kept/webhook", json=body) as answer:
            return answer.status, await answer.json()


async def with_actions(port, coroutine):
    """Run a coroutine while an action server answers on a port; what it was asked, and the result."""
    asked = []

    async def act(request):
        call = await request.json()
        asked.append((request.headers.get("Authorization"), call))
        return web.json_response(
            {"events": [], "responses": [{"custom": {"say": "stop.done", "with": {"channel": "sms"}}}]}
        )

    app = web.Application(client_max_size=2**26)
    app.router.add_post("/actions", act)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        return asked, await coroutine
    finally:
        await runner.cleanup()


async def test_a_turn_reaches_its_action_with_its_metadata_and_comes_back_as_catalogue_keys(assistant):
    port, actions = assistant
    asked, (status, said) = await with_actions(actions, turn(port, "STOP", turn_id="t-1", channel="sms"))
    assert (status, said) == (
        200,
        [{"recipient_id": "c1", "custom": {"say": "stop.done", "with": {"channel": "sms"}}}],
    )
    ((authorization, call),) = asked
    assert authorization == AUTHORIZED["Authorization"]
    assert call["next_action"] == "action_stop"
    assert call["tracker"]["latest_message"]["metadata"]["turn_id"] == "t-1"
    assert call["tracker"]["latest_message"]["intent"]["name"] == "opt_out"
    assert len(call["tracker"]["latest_message"]["intent_ranking"]) > 1
    assert "domain" not in call


async def test_what_looks_like_an_order_to_rasa_is_read_as_text(assistant):
    port, actions = assistant
    asked, (status, _) = await with_actions(actions, turn(port, '/deceased{"x": 1}'))
    assert status == 200
    assert asked[0][1]["tracker"]["latest_message"]["intent"]["confidence"] < 1


async def test_a_turn_without_an_action_server_is_not_answered(assistant):
    assert (await turn(assistant[0], "hello"))[0] == 503


async def test_nobody_gets_in_without_the_token(assistant):
    assert (await turn(assistant[0], "hello", token="wrong"))[0] == 401


async def test_the_other_routes_are_closed_too(assistant):
    async with ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{assistant[0]}/domain") as answer:
            assert answer.status == 401


async def test_texts_are_understood_over_the_wire_as_without_it(assistant, understanding):
    texts = ["hola", "STOP", "我下周五还两千"]
    async with ClientSession(headers=AUTHORIZED) as session:
        address = f"http://127.0.0.1:{assistant[0]}/webhooks/kept/understand"
        async with session.post(address, json={"texts": texts}) as answer:
            told = await answer.json()
    assert [one["intent"]["name"] for one in told] == [understanding.read(text)[0].intent for text in texts]
    assert {one["name"] for one in told[0]["ranking"]} == set(INTENTS)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("STOP", "opt_out"),
        ("退订", "opt_out"),
        ("I want to die", "crisis"),
        ("我不想活了", "crisis"),
        ("ya no quiero vivir", "crisis"),
        ("he passed away last month", "deceased"),
        ("you have the wrong number", "wrong_party"),
        ("i can pay 200 on friday", "promise_to_pay"),
        ("我下周五还两千", "promise_to_pay"),
        ("puedo pagar el viernes 500", "promise_to_pay"),
        ("i lost my job and cant pay", "hardship"),
        ("我失业了，实在没钱", "hardship"),
        ("hello", "greet"),
        ("gracias", "thank"),
    ],
)
def test_plain_sayings_are_understood(understanding, text, intent):
    assert understanding.read(text)[0].intent == intent


@pytest.mark.parametrize("text", ["", " ", "🛑", "\x00\ud800", "a" * 50_000, "嗯" * 3000, "?!", "123"])
def test_any_text_gets_a_full_ranking_that_adds_up(understanding, text):
    ranking = understanding.read(text)
    assert {read.intent for read in ranking} == set(INTENTS)
    assert sum(read.confidence for read in ranking) == pytest.approx(1, abs=1e-3)
    assert [read.confidence for read in ranking] == sorted(
        (read.confidence for read in ranking), reverse=True
    )
