"""`kept replay`: captured requests through the real routes, with the operator's own secrets."""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx
import pytest

from channels.base import WebhookRequest
from channels.settings import TelegramSettings, TwilioSettings, WeChatMode, WeChatSettings
from channels.telegram.genuine import TelegramGenuine
from channels.twilio.genuine import TwilioGenuine
from channels.wechat.genuine import WeChatGenuine
from core.messages import Channel, Ignored
from gateway.api.webhooks import Observed
from gateway.pipelines.inbound import Became
from tests.tools.commands.asking import given
from tests.tools.commands.test_lines import KEPT
from tools.commands.replay import became, captured

AT = datetime(2026, 5, 13, 15, 0, tzinfo=UTC)
PUBLIC = "https://pay.example.com/kept"
AES = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
TWILIO = TwilioSettings("AC" + "7" * 32, "8" * 32, "+15005550006", "whatsapp:+15005550009")
SMS = TwilioGenuine(TWILIO, channel=Channel.SMS, public_url=PUBLIC)
WHATSAPP = TwilioGenuine(TWILIO, channel=Channel.WHATSAPP, public_url=PUBLIC)
TELEGRAM = TelegramGenuine(TelegramSettings("123:abc", "s3cret"), public_url=PUBLIC)
WECHAT = WeChatGenuine(WeChatSettings("wxabc", "tok", "gh_1", WeChatMode.SAFE, AES), public_url=PUBLIC)
OURS = {
    "KEPT_PUBLIC_URL": PUBLIC,
    "KEPT_TWILIO_ACCOUNT_SID": TWILIO.account_sid,
    "KEPT_TWILIO_AUTH_TOKEN": TWILIO.auth_token,
    "KEPT_TWILIO_SMS_FROM": "+15005550006",
    "KEPT_TWILIO_WHATSAPP_FROM": "whatsapp:+15005550009",
    "KEPT_TELEGRAM_BOT_TOKEN": "123:abc",
    "KEPT_TELEGRAM_SECRET_TOKEN": "s3cret",
    "KEPT_WECHAT_APP_ID": "wxabc",
    "KEPT_WECHAT_TOKEN": "tok",
    "KEPT_WECHAT_ORIGINAL_ID": "gh_1",
    "KEPT_WECHAT_AES_KEY": AES,
}


def line(name: str, provider: str, request: WebhookRequest, **changed: Any) -> dict[str, Any]:
    """A captured request as it stands in a file."""
    return {
        "id": name,
        "provider": provider,
        "method": request.method,
        "url": request.url,
        "headers": dict(request.headers),
        "body_base64": base64.b64encode(request.body).decode(),
        "received_at": request.received_at.isoformat(),
    } | changed


def replayed(lines: Sequence[dict[str, Any] | str], **environment: str) -> tuple[int, dict[Any, Any], str]:
    """Run the command; exit status, answers by id, standard error."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("KEPT_")}
    done = subprocess.run(
        [KEPT, "replay"], input=given(*lines), env=others | environment, capture_output=True, timeout=240
    )
    answers = [json.loads(told) for told in done.stdout.splitlines()]
    assert [one["id"] for one in answers] == [
        one.get("id") if isinstance(one, dict) else None for one in lines
    ]
    return done.returncode, {one["id"]: one for one in answers}, done.stderr.decode()


def sms(text: str, number: int, sender: str = "+13125550001") -> WebhookRequest:
    return SMS.text(text, sender=sender, at=AT + timedelta(minutes=number), number=number)


def status(state: str, *, at: datetime = AT) -> WebhookRequest:
    """What Twilio tells of a message of which we know nothing."""
    genuine = SMS.text("", sender="+13125550001", at=at, number=900)
    fields = {
        "AccountSid": TWILIO.account_sid,
        "MessageSid": "SM" + "9" * 32,
        "MessageStatus": state,
        "To": "+13125550001",
        "From": "+15005550006",
    }
    return signed(replace(genuine, url=f"{PUBLIC}/twilio/status"), fields)


def signed(request: WebhookRequest, fields: dict[str, str]) -> WebhookRequest:
    """The request with these fields, as Twilio signs them."""
    from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # ships no types

    signature = RequestValidator(TWILIO.auth_token).compute_signature(request.url, fields)
    return replace(
        request,
        body=urlencode(fields).encode(),
        headers={**request.headers, "x-twilio-signature": signature},
    )


def test_what_became_of_each_captured_request_is_told_in_order() -> None:
    hello = sms("hello", 1)
    answered = dict(parse_qsl(sms("STOP", 20, "+13125550009").body.decode())) | {"OptOutType": "STOP"}
    telegram = TELEGRAM.text("hola", sender="700", at=AT, number=5)
    group = json.loads(telegram.body)
    group["update_id"] = 6
    group["message"]["chat"] = {"id": -100, "type": "group", "title": "Family"}
    code, seen, said = replayed(
        [
            line("first", "twilio_sms", hello),
            line("again", "twilio_sms", hello),
            line("forged", "twilio_sms", replace(hello, body=hello.body + b"&More=1")),
            line("elsewhere", "twilio_sms", hello, url=hello.url.replace("pay.", "other.")),
            line("stop", "twilio_sms", sms("STOP", 2)),
            line("stop again", "twilio_sms", sms("STOP", 3)),
            line("stop by Twilio", "twilio_sms", signed(sms("STOP", 20), answered)),
            line(
                "whatsapp", "twilio_whatsapp", WHATSAPP.text("你好", sender="+13125550002", at=AT, number=4)
            ),
            line("telegram", "telegram", telegram),
            line("telegram again", "telegram", telegram),
            line("group", "telegram", replace(telegram, body=json.dumps(group).encode())),
            line("no secret", "telegram", replace(telegram, headers={"content-type": "application/json"})),
            line("not telegram's", "telegram", replace(telegram, body=b'{"message": ')),
            line("wechat", "wechat", WECHAT.text("在吗", sender="o1", at=AT, number=7)),
            line("large", "twilio_sms", replace(hello, body=b"a=" + b"x" * 400_000)),
            line("put", "twilio_sms", hello, method="PUT"),
            line("status", "twilio_status", status("delivered")),
            line("status again", "twilio_status", status("delivered", at=AT + timedelta(hours=1))),
            line("earlier status", "twilio_status", status("sent")),
            line("unknown provider", "pigeon", hello),
            "no json",
        ],
        **OURS,
    )
    assert code == 1
    assert {name: (one.get("http"), one.get("became"), one.get("reply")) for name, one in seen.items()} == {
        "first": (200, "accepted", True),
        "again": (200, "ignored", False),
        "forged": (403, "rejected", False),
        "elsewhere": (403, "rejected", False),
        "stop": (200, "accepted", True),
        "stop again": (200, "accepted", False),
        "stop by Twilio": (200, "accepted", False),
        "whatsapp": (200, "accepted", True),
        "telegram": (200, "accepted", True),
        "telegram again": (200, "ignored", False),
        "group": (200, "ignored", False),
        "no secret": (403, "rejected", False),
        "not telegram's": (400, "rejected", False),
        "wechat": (200, "accepted", True),
        "large": (413, "rejected", False),
        "put": (405, "rejected", False),
        "status": (200, "accepted", False),
        "status again": (200, "ignored", False),
        "earlier status": (200, "accepted", False),
        "unknown provider": (None, None, None),
        None: (None, None, None),
    }
    assert seen["whatsapp"]["inbound"] == {
        "channel": "whatsapp",
        "from": "+13125550002",
        "text": "你好",
        "provider_id": "SM" + "4".zfill(32),
        "kind": "text",
    }
    assert seen["telegram"]["inbound"]["provider_id"] == "5"
    assert seen["status"]["status"] == {"provider_id": "SM" + "9" * 32, "state": "delivered"}
    assert seen["stop by Twilio"]["why"] == "the provider has answered the word itself"
    assert all(seen[name]["inbound"] is None for name in ("again", "forged", "group", "large", "status"))
    assert seen["unknown provider"]["error"].startswith("provider: is not one that is served")
    assert "event='webhook_refused'" in said


def test_a_provider_without_secrets_is_not_set_up() -> None:
    code, seen, _ = replayed(
        [line("1", "twilio_sms", sms("hello", 1))],
        KEPT_TELEGRAM_BOT_TOKEN="1:a",
        KEPT_TELEGRAM_SECRET_TOKEN="b",
    )
    assert (code, seen["1"]["http"], seen["1"]["became"]) == (0, 404, "rejected")
    assert seen["1"]["why"] == "This provider is not set up."


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"provider": None}, "provider"),
        ({"provider": "webchat"}, "provider"),
        ({"method": "PO ST"}, "method"),
        ({"url": 5}, "url"),
        ({"headers": []}, "headers"),
        ({"headers": {"x": 1}}, "headers"),
        ({"body_base64": "%%%"}, "body_base64"),
        ({"body_base64": {}}, "body_base64"),
        ({"received_at": "yesterday"}, "received_at"),
        ({"received_at": "2026-05-13T15:00:00"}, "received_at"),
        ({"received_at": "0001-01-01T00:00:00+14:00"}, "received_at"),
    ],
)
def test_a_line_that_is_no_request_says_which_field_is_wrong(changed: dict[str, Any], field: str) -> None:
    with pytest.raises(Exception, match=f"^{field}: "):
        captured(line("1", "twilio_sms", sms("hello", 1)) | changed)


def test_a_request_by_get_needs_no_body() -> None:
    request = line("1", "wechat", sms("", 1), method="get", body_base64=None)
    assert captured(request)[1].body == b""


def test_an_event_that_asks_nothing_of_us_is_ignored_with_its_reason() -> None:
    observed = Observed(events=[Ignored("a group chat")], became=[Became("ignored", "a group chat")])
    told = became(httpx.Response(200), observed)
    assert told == {
        "became": "ignored",
        "inbound": None,
        "status": None,
        "reply": False,
        "why": "a group chat",
    }
