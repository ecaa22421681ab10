"""Telegram's updates and refusals, one by one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import telegram
from telegram import Update

from channels.base import Forged, Malformed
from channels.telegram.adapter import Telegram
from channels.telegram.genuine import TelegramGenuine
from core.clock import SetClock
from core.messages import Ignored, InboundMessage, Kind
from tests.channels.kits import NOW, PUBLIC_URL, TELEGRAM
from tests.channels.payloads import became, names

PAYLOADS = Path(__file__).parent / "payloads"
EXPECTED: dict[str, tuple[object, ...]] = {
    "animation": ("video", ""),
    "audio": ("file", ""),
    "business_message": ("ignored",),
    "callback_query": ("button", "yes"),
    "callback_query_inline": ("ignored",),
    "callback_query_of_an_old_message": ("button", "yes"),
    "channel_post": ("ignored",),
    "chat_join_request": ("ignored",),
    "chat_member": ("ignored",),
    "contact": ("contact", "+13125550142"),
    "deleted_business_messages": ("ignored",),
    "dice": ("ignored",),
    "document": ("file", "nómina"),
    "edited_caption": ("edit", "the right receipt"),
    "edited_channel_post": ("ignored",),
    "edited_live_location": ("ignored",),
    "edited_message": ("edit", "I mean 250"),
    "forwarded_text": ("text", "please call me"),
    "from_a_bot": ("ignored",),
    "group_callback_query": ("ignored",),
    "group_message": ("ignored",),
    "inline_query": ("ignored",),
    "location": ("location", ""),
    "message_reaction": ("ignored",),
    "my_chat_member_in_group": ("ignored",),
    "my_chat_member_kicked": ("left", ""),
    "my_chat_member_member": ("joined", ""),
    "photo_with_caption": ("image", "here is the receipt"),
    "pinned_message": ("ignored",),
    "poll": ("ignored",),
    "poll_answer": ("ignored",),
    "start": ("joined", "/start"),
    "start_with_token": ("joined", "/start Zk3_9-aBcD"),
    "sticker": ("sticker", ""),
    "stop": ("text", "/stop"),
    "supergroup_message": ("ignored",),
    "text": ("text", "can do 200 on the 22nd by card"),
    "text_reply_with_entities": ("text", "see https://bank.example by friday"),
    "text_zh_hant": ("text", "星期五還五百可以嗎"),
    "venue": ("location", ""),
    "video": ("video", ""),
    "video_note": ("video", ""),
    "voice": ("voice", ""),
}
GENUINE = TelegramGenuine(TELEGRAM, public_url=PUBLIC_URL)
ADAPTER = Telegram(TELEGRAM, clock=SetClock(NOW), public_url=PUBLIC_URL)


def payload(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((PAYLOADS / f"{name}.json").read_text())
    return read


def arrives(update: dict[str, Any]) -> InboundMessage:
    content = {name: value for name, value in update.items() if name != "update_id"}
    [event] = ADAPTER.receive(GENUINE.update(content, at=NOW, number=update["update_id"])).events
    assert isinstance(event, InboundMessage)
    return event


def test_every_captured_update_has_its_expectation() -> None:
    assert names(PAYLOADS) == sorted(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_captured_update_becomes_what_it_says(name: str) -> None:
    update = payload(name)
    content = {field: value for field, value in update.items() if field != "update_id"}

    answer = ADAPTER.receive(GENUINE.update(content, at=NOW, number=update["update_id"]))

    assert became(answer) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_library_can_read_every_captured_update(name: str) -> None:
    assert Update.de_json(payload(name), None).update_id == payload(name)["update_id"]


def test_a_message_carries_who_when_and_in_which_language() -> None:
    message = arrives(payload("text_zh_hant"))

    assert (message.sender, message.recipient) == ("900000142", "123456")
    assert message.provider_id == str(payload("text_zh_hant")["update_id"])
    assert message.sent_at is not None
    assert message.sent_at.isoformat() == "2026-05-13T16:05:00+00:00"
    assert message.language_hint == "zh-Hant"


def test_an_edit_names_the_message_that_it_corrects() -> None:
    assert arrives(payload("edited_message")).edits == arrives(payload("text")).handle


def test_the_token_of_a_deep_link_comes_along_and_a_bare_start_has_none() -> None:
    assert arrives(payload("start_with_token")).binding == "Zk3_9-aBcD"
    assert arrives(payload("start")).binding is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("/stop@kept_bot", "/stop"),
        ("/start@kept_bot Zk3", "/start Zk3"),
        ("mail me@home", "mail me@home"),
        ("see /stop@x", "see /stop@x"),
    ],
)
def test_a_command_that_names_the_bot_is_the_same_command(written: str, read: str) -> None:
    update = payload("text")
    update["message"]["text"] = written

    assert arrives(update).text == read


@pytest.mark.parametrize(
    "text", ["/start a b", "/starting", "/start " + "x" * 65, "start abc", "/start tok€n"]
)
def test_what_only_looks_like_a_deep_link_binds_nothing(text: str) -> None:
    update = payload("text")
    update["message"]["text"] = text

    message = arrives(update)

    assert (message.binding, message.kind) == (None, Kind.TEXT)


def test_a_file_is_named_by_its_id_and_the_largest_photo_is_taken() -> None:
    [photo] = arrives(payload("photo_with_caption")).media
    [voice] = arrives(payload("voice")).media

    assert photo.url == "telegram-file:AgACAgEAAxkBAAIFl"
    assert (voice.url, voice.content_type) == ("telegram-file:AgACAgEAAxkBAAIFv", "audio/ogg")


def test_a_pressed_button_is_acknowledged_in_the_answer() -> None:
    answer = ADAPTER.receive(GENUINE.press("yes", sender="900000142", at=NOW, number=9))

    assert json.loads(answer.body) == {"method": "answerCallbackQuery", "callback_query_id": "9"}


def _without(name: str, *path: str) -> dict[str, Any]:
    update = payload(name)
    inner = update
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return update


def _with(name: str, value: object, *path: str) -> dict[str, Any]:
    update = payload(name)
    inner = update
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return update


@pytest.mark.parametrize(
    "update",
    [
        _without("text", "update_id"),
        _with("text", "829", "update_id"),
        _with("text", True, "update_id"),
        _with("text", -1, "update_id"),
        _with("text", 1.5, "update_id"),
        _with("text", 10**40, "update_id"),
        _with("text", [], "message"),
        _with("text", None, "message"),
        _without("text", "message", "chat"),
        _without("text", "message", "chat", "id"),
        _without("text", "message", "chat", "type"),
        _without("text", "message", "message_id"),
        _without("text", "message", "date"),
        _with("text", "yesterday", "message", "date"),
        _with("text", 10**18, "message", "date"),
        _with("text", 5, "message", "text"),
        _with("text", None, "message", "text"),
        _with("text", {"a": 1}, "message", "text"),
        _with("text", "half \ud83d", "message", "text"),
        _with("text", "x", "message", "chat"),
        _with("text", "x", "message", "chat", "id"),
        _with("text", [1], "message", "from"),
        _with("photo_with_caption", ["x"], "message", "photo"),
        _with("photo_with_caption", 5, "message", "caption"),
        _with("sticker", "x", "message", "sticker"),
        _without("callback_query", "callback_query", "from"),
        _with("callback_query", 5, "callback_query", "data"),
        _with("callback_query", "x", "callback_query", "message"),
        _without("my_chat_member_kicked", "my_chat_member", "new_chat_member"),
        _with("my_chat_member_kicked", 5, "my_chat_member", "new_chat_member", "status"),
        payload("text") | payload("edited_message"),
    ],
)
def test_an_update_that_telegram_would_not_write_is_refused(update: dict[str, Any]) -> None:
    request = GENUINE.update({}, at=NOW, number=1)

    with pytest.raises(Malformed):
        ADAPTER.receive(replace(request, body=json.dumps(update).encode()))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"1",
        b"null",
        b"{}",
        b'{"update_id": 1',
        b'{"update_id": 1, "update_id": 2}',
        b'{"update_id": NaN}',
        b'{"update_id": 1}\x00',
        b"\xef\xbb\xbf{}",
        '{"update_id": 1}'.encode("utf-16"),
        b'{"update_id": 1, "x": ' + b"[" * 50 + b"]" * 50 + b"}",
        b'{"update_id": 1, "x": ' + b'{"a":' * 20_000 + b"1" + b"}" * 20_000 + b"}",
        b'{"update_id": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_body_that_is_no_update_is_refused(body: bytes) -> None:
    with pytest.raises(Malformed):
        ADAPTER.receive(replace(GENUINE.update({}, at=NOW, number=1), body=body))


def test_what_cannot_be_named_safely_is_not_named() -> None:
    [event] = ADAPTER.receive(GENUINE.update({"+1 312 owes 500": {}}, at=NOW, number=1)).events

    assert event == Ignored("a Telegram happening")


def test_an_update_of_a_kind_that_is_yet_to_come_is_ignored() -> None:
    [event] = ADAPTER.receive(GENUINE.update({"telepathy": {"x": 1}}, at=NOW, number=1)).events

    assert event == Ignored("a Telegram telepathy")


def test_a_known_kind_with_parts_that_are_yet_to_come_is_read() -> None:
    update = payload("sticker")
    update["message"]["sticker"] = {"file_id": "x", "hologram": True}

    assert arrives(update).kind is Kind.STICKER


@pytest.mark.parametrize(
    "secret", ["", "A-Secret_Token-", "A-Secret_Token-1 ", "a-secret_token-1", "A-Secret_Token-1é"]
)
def test_another_secret_is_forged(secret: str) -> None:
    request = GENUINE.text("ok", sender="900000142", at=NOW, number=1)
    headers = dict(request.headers) | {"x-telegram-bot-api-secret-token": secret}

    with pytest.raises(Forged):
        ADAPTER.receive(replace(request, headers=headers))


def test_a_forged_request_is_refused_before_its_body_is_read() -> None:
    request = replace(GENUINE.update({}, at=NOW, number=1), headers={}, body=b"\xff")

    with pytest.raises(Forged):
        ADAPTER.receive(request)


def test_the_library_reads_what_our_own_writer_writes() -> None:
    for request in (
        GENUINE.text("ok", sender="9", at=NOW, number=1),
        GENUINE.edit("ok", sender="9", at=NOW, number=2, edits=1),
        GENUINE.press("ok", sender="9", at=NOW, number=3),
        GENUINE.left(sender="9", at=NOW, number=4),
        GENUINE.joined(sender="9", at=NOW, number=5),
        *(
            GENUINE.media(kind, sender="9", at=NOW, number=6, caption="x")
            for kind in (Kind.IMAGE, Kind.STICKER)
        ),
    ):
        update = telegram.Update.de_json(json.loads(request.body), None)
        assert update.effective_chat is not None
        assert update.effective_chat.id == 9
