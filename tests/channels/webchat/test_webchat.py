"""Our own chat: what its route hands in, and what its page is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from channels.base import Forged, Malformed, Rejected, TryLater
from channels.webchat.adapter import LONGEST_TEXT, SIGNATURE, TIMESTAMP, WINDOW_SECONDS, Webchat, sign
from channels.webchat.genuine import WebchatGenuine
from channels.webchat.standin import WebchatStandIn
from core.clock import SetClock
from core.messages import (
    Channel,
    Choice,
    DeliveryState,
    DeliveryUpdate,
    InboundMessage,
    Kind,
    OutboundMessage,
)
from tests.channels.kits import NOW, PUBLIC_URL, WEBCHAT

GENUINE = WebchatGenuine(WEBCHAT, public_url=PUBLIC_URL)
FIELDS: dict[str, object] = {"session": "s-4f1c", "id": "m1", "text": "ok", "kind": "text"}
MESSAGE = OutboundMessage("turn-1/0", Channel.WEBCHAT, "", "s-4f1c", "Friday?", "en")


def adapter(page: WebchatStandIn | None = None) -> Webchat:
    return Webchat(WEBCHAT, clock=SetClock(NOW), publish=(page or WebchatStandIn()).publish)


def arrives(fields: Mapping[str, object]) -> InboundMessage:
    [event] = adapter().receive(GENUINE.hand_over(fields, at=NOW)).events
    assert isinstance(event, InboundMessage)
    return event


@pytest.mark.parametrize(
    ("said", "kind"),
    [("text", Kind.TEXT), ("button", Kind.BUTTON), ("joined", Kind.JOINED), ("left", Kind.LEFT)],
)
def test_each_kind_of_hand_over_is_understood(said: str, kind: Kind) -> None:
    assert arrives(FIELDS | {"kind": said}).kind is kind


def test_session_binding_and_language_come_along() -> None:
    message = arrives(FIELDS | {"binding": "token-1", "language": "zh-TW"})

    assert (message.sender, message.binding, message.language_hint) == ("s-4f1c", "token-1", "zh-Hant")


@pytest.mark.parametrize(
    "change",
    [
        {"session": ""},
        {"session": "a b"},
        {"session": 5},
        {"id": ""},
        {"id": "x" * 129},
        {"id": None},
        {"text": 5},
        {"text": "x" * (LONGEST_TEXT + 1)},
        {"kind": "telepathy"},
        {"kind": []},
        {"binding": 1},
    ],
)
def test_a_signed_hand_over_with_a_broken_field_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(Malformed):
        adapter().receive(GENUINE.hand_over(FIELDS | change, at=NOW))


def test_half_a_character_is_refused() -> None:
    request = GENUINE.hand_over(FIELDS, at=NOW)
    body = request.body.replace(b'"ok"', b'"\\ud83d"')
    signature = sign(body, timestamp=request.headers[TIMESTAMP], secret=WEBCHAT.secret)

    with pytest.raises(Malformed):
        adapter().receive(replace(request, body=body, headers=dict(request.headers) | {SIGNATURE: signature}))


def test_a_hand_over_changed_after_signing_is_forged() -> None:
    request = GENUINE.hand_over(FIELDS, at=NOW)

    with pytest.raises(Forged):
        adapter().receive(replace(request, body=request.body.replace(b"ok", b"no")))


def test_a_hand_over_signed_by_another_is_forged() -> None:
    other = WebchatGenuine(replace(WEBCHAT, secret="another"), public_url=PUBLIC_URL)

    with pytest.raises(Forged):
        adapter().receive(other.hand_over(FIELDS, at=NOW))


@pytest.mark.parametrize(
    ("late", "taken"), [(WINDOW_SECONDS, True), (WINDOW_SECONDS + 1, False), (-61, False)]
)
def test_a_hand_over_is_taken_for_a_minute(late: int, taken: bool) -> None:
    request = replace(GENUINE.hand_over(FIELDS, at=NOW), received_at=NOW + timedelta(seconds=late))

    if taken:
        assert len(adapter().receive(request).events) == 1
    else:
        with pytest.raises(Forged):
            adapter().receive(request)


async def test_a_message_is_shown_once_with_its_choices_however_often_it_is_published() -> None:
    page = WebchatStandIn()
    message = replace(MESSAGE, choices=(Choice("Yes", "yes"),))

    await adapter(page).send(message)
    await adapter(page).send(message)

    [shown] = page.taken
    assert shown.request == {
        "id": "turn-1/0",
        "text": "Friday?",
        "language": "en",
        "choices": [{"label": "Yes", "says": "yes"}],
        "at": NOW.isoformat(),
    }


async def test_the_page_is_shown_that_an_answer_is_being_written() -> None:
    pushed: list[tuple[str, Mapping[str, object]]] = []

    async def publish(session: str, shown: Mapping[str, object]) -> None:
        pushed.append((session, shown))

    await Webchat(WEBCHAT, clock=SetClock(NOW), publish=publish).show_writing("s-4f1c", by="assistant")

    assert pushed == [("s-4f1c", {"writing": "assistant"})]


@pytest.mark.parametrize(
    ("kind", "state"), [("delivered", DeliveryState.DELIVERED), ("read", DeliveryState.READ)]
)
def test_the_page_tells_what_became_of_our_messages(kind: str, state: DeliveryState) -> None:
    fields = {"session": "s-4f1c", "kind": kind, "ids": ["turn-1/0", "joined:5f"]}

    told = adapter().receive(GENUINE.hand_over(fields, at=NOW)).events

    assert told == [
        DeliveryUpdate(Channel.WEBCHAT, key, state, NOW, our_key=key) for key in ("turn-1/0", "joined:5f")
    ]


@pytest.mark.parametrize("ids", [None, [], "turn-1/0", [5], [""], ["a b"], ["x" * 201], ["x"] * 101])
def test_receipts_for_no_message_of_ours_are_refused(ids: object) -> None:
    with pytest.raises(Malformed):
        adapter().receive(GENUINE.hand_over({"session": "s-4f1c", "kind": "read", "ids": ids}, at=NOW))


async def test_a_stream_that_is_down_is_told_as_it_is() -> None:
    async def publish(session: str, shown: Mapping[str, object]) -> None:
        raise TryLater("The stream is down.")

    with pytest.raises(TryLater):
        await Webchat(WEBCHAT, clock=SetClock(NOW), publish=publish).send(MESSAGE)


async def test_an_address_that_is_no_session_is_refused() -> None:
    with pytest.raises(Rejected):
        await adapter().send(replace(MESSAGE, recipient="+1 312"))
