"""Rightly signed nonsense: whoever holds the secret may still be wrong, and nothing but a refusal may come of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from channels.base import Refused, WebhookAnswer, WebhookReceiver, WebhookRequest
from channels.letters.adapter import Cancellations, Letters
from channels.letters.genuine import LettersGenuine
from channels.settings import WeChatMode
from channels.telegram.adapter import Telegram
from channels.telegram.genuine import TelegramGenuine
from channels.twilio.adapter import TwilioDeliveries, TwilioMessages
from channels.twilio.genuine import posted
from channels.webchat.adapter import Webchat
from channels.webchat.genuine import WebchatGenuine
from channels.webchat.standin import WebchatStandIn
from channels.wechat.adapter import WeChat
from channels.wechat.genuine import WeChatGenuine
from channels.wechat.tokens import OneProcess
from core.clock import SetClock
from core.messages import Channel, InboundMessage
from tests.channels.kits import LETTERS, NOW, PUBLIC_URL, TELEGRAM, TWILIO, WEBCHAT, WECHAT

CLOCK = SetClock(NOW)
SMS = TwilioMessages("twilio_sms", Channel.SMS, settings=TWILIO, public_url=PUBLIC_URL, clock=CLOCK)
DELIVERIES = TwilioDeliveries(TWILIO)
PRIVATE_CHATS = Telegram(TELEGRAM, clock=CLOCK, public_url=PUBLIC_URL)
ACCOUNTS = {mode: WeChat(replace(WECHAT, mode=mode), clock=CLOCK, tokens=OneProcess()) for mode in WeChatMode}
MANY = settings(max_examples=150, deadline=None)
TEXT = st.text(max_size=30)
WRITTEN = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WRITTEN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WRITTEN, inner, max_size=3),
    max_leaves=8,
)


def stands(receiver: WebhookReceiver, request: WebhookRequest) -> None:
    """The receiver answers or refuses; what it takes can be stored and counted."""
    try:
        answer = receiver.receive(request)
    except Refused:
        return
    assert isinstance(answer, WebhookAnswer)
    for event in answer.events:
        if isinstance(event, InboundMessage):
            assert "\x00" not in event.text
            event.text.encode("utf-8")
            assert 0 < len(event.provider_id) <= 300
            assert 0 < len(event.sender) <= 400
            files = [part for item in event.media for part in (item.url, item.content_type or "")]
            kept = (event.provider_id, event.sender, event.binding or "", event.edits or "", *files)
            assert all("\x00" not in part.encode().decode() for part in kept)


TWILIO_NAMES = st.sampled_from(
    "MessageSid From To Body NumMedia MediaUrl0 MediaContentType0 SmsStatus MessageStatus ErrorCode MessageType "
    "Latitude Longitude ButtonText ButtonPayload ListId OptOutType SmsSid".split()
)
TWILIO_START = {
    "AccountSid": TWILIO.account_sid,
    "MessageSid": "SM" + "0" * 32,
    "From": "+13125550142",
    "To": "+15005550006",
    "Body": "ok",
}


@MANY
@given(changes=st.dictionaries(TWILIO_NAMES, WRITTEN, max_size=4))
@example(changes={"NumMedia": "1", "MediaUrl0": "\x00", "MediaContentType0": "\x00"})
@example(changes={"From": "whatsapp:\x00", "To": "whatsapp:\x00"})
def test_twilio(changes: dict[str, str]) -> None:
    fields = TWILIO_START | changes
    request = posted(f"{PUBLIC_URL}/twilio/sms", fields, auth_token=TWILIO.auth_token, at=NOW)

    stands(SMS, request)
    stands(DELIVERIES, request)


BOT = TelegramGenuine(TELEGRAM, public_url=PUBLIC_URL)
TELEGRAM_NAMES = st.sampled_from(
    "message_id date chat from text caption photo voice sticker contact location edit_date data id message "
    "new_chat_member old_chat_member document animation reply_to_message entities".split()
)


@MANY
@given(
    kind=st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"]),
    changes=st.dictionaries(TELEGRAM_NAMES, VALUE, max_size=4),
)
@example(kind="message", changes={"chat": {"id": 1, "type": "private"}, "photo": [[]]})
@example(kind="message", changes={"chat": {"id": 1, "type": "private"}, "photo": []})
@example(kind="callback_query", changes={"message": {"chat": {"id": 1}}, "data": "x"})
def test_telegram(kind: str, changes: dict[str, Any]) -> None:
    content = BOT.message("900000142", NOW, 5) | {"text": "ok"} | changes

    stands(PRIVATE_CHATS, BOT.update({kind: content}, at=NOW, number=1))


@MANY
@given(update=VALUE)
def test_telegram_with_any_json(update: object) -> None:
    request = replace(BOT.update({}, at=NOW, number=1), body=json.dumps(update).encode())

    stands(PRIVATE_CHATS, request)


WECHAT_NAMES = st.sampled_from(
    "FromUserName CreateTime MsgType Content MsgId MediaId Event EventKey Status MsgID Recognition Title Url "
    "bizmsgmenuid Encrypt".split()
)
WECHAT_START = {
    "ToUserName": WECHAT.original_id,
    "FromUserName": "oAbc",
    "CreateTime": str(int(NOW.timestamp())),
    "MsgType": "text",
    "Content": "ok",
    "MsgId": "1",
}


@pytest.mark.parametrize("mode", list(WeChatMode))
@MANY
@given(changes=st.dictionaries(WECHAT_NAMES, WRITTEN, max_size=4))
@example(changes={"CreateTime": "99999999999"})
@example(changes={"MsgType": "event", "Event": "scan", "EventKey": "\x00"})
def test_wechat(mode: WeChatMode, changes: dict[str, str]) -> None:
    genuine = WeChatGenuine(replace(WECHAT, mode=mode), public_url=PUBLIC_URL)

    stands(ACCOUNTS[mode], genuine.push(WECHAT_START | changes, at=NOW))


@MANY
@given(fields=st.dictionaries(st.sampled_from("session id text kind binding language".split()), VALUE))
@example(fields={"session": "s", "id": "m", "text": "x", "binding": "\x00"})
def test_webchat(fields: dict[str, Any]) -> None:
    chat = Webchat(WEBCHAT, clock=CLOCK, publish=WebchatStandIn().publish)

    stands(chat, WebchatGenuine(WEBCHAT, public_url=PUBLIC_URL).hand_over(fields, at=NOW))


HEADS = st.lists(
    st.sampled_from(
        [
            b"From: a@mail.example",
            b"From: \xff\xfe <a@mail.example>",
            b"Subject: =?utf-8?b?gA==?=",
            b"Subject: =?x?q?=00?=",
            b"Message-ID: <\x00>",
            b"Message-ID: <a@b>",
            b"Content-Type: multipart/report; report-type=delivery-status; boundary=b",
            b"Content-Type: multipart/report; report-type=feedback-report; boundary=b",
            b"Content-Type: text/html; charset=utf-7",
            b'Content-Type: text/plain; charset="',
            b"Content-Type: message/rfc822",
            b"Content-Transfer-Encoding: base64",
            b"Auto-Submitted: ;",
            b" folded",
        ]
    ),
    max_size=5,
)


@MANY
@given(heads=HEADS, body=st.binary(max_size=80))
@example(heads=[b"From: a@mail.example", b"Content-Type: text/plain; charset=utf-8"], body=b"a\x00b")
@example(heads=[b"From: a@mail.example", b"Content-Type: text/plain; charset=rot13"], body=b"ab")
@example(heads=[b"From: a@mail.example", b"Content-Type: text/plain; charset=idna"], body=b"\xff.")
def test_letters(heads: list[bytes], body: bytes) -> None:
    mail = b"\r\n".join(heads) + b"\r\n\r\n" + body
    letters = Letters(LETTERS, clock=CLOCK, public_url=PUBLIC_URL)

    stands(letters, LettersGenuine(LETTERS, public_url=PUBLIC_URL).hand_over(mail, at=NOW))


@MANY
@given(query=TEXT, body=st.binary(max_size=40))
def test_cancellations(query: str, body: bytes) -> None:
    for method in ("GET", "POST"):
        stands(
            Cancellations(LETTERS),
            WebhookRequest(method, f"{PUBLIC_URL}/letters/cancel?token={query}", {}, body, NOW),
        )


@MANY
@given(query=TEXT)
def test_queries(query: str) -> None:
    for method in ("GET", "POST"):
        stands(
            ACCOUNTS[WeChatMode.SAFE],
            WebhookRequest(method, f"{PUBLIC_URL}/wechat?{query}", {}, b"<xml/>", NOW),
        )
