"""Captured requests of Twilio's, signed anew, and the receivers that read them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl

from channels.base import (
    WebhookReceiver,
    WebhookRequest,
)
from channels.twilio.adapter import TwilioDeliveries, TwilioMessages
from channels.twilio.genuine import posted
from core.clock import SetClock
from core.messages import (
    Channel,
    DeliveryUpdate,
    InboundMessage,
)
from tests.channels.kits import NOW, PUBLIC_URL, TWILIO

PAYLOADS = Path(__file__).parent / "payloads"
SMS = TwilioMessages("twilio_sms", Channel.SMS, settings=TWILIO, public_url=PUBLIC_URL, clock=SetClock(NOW))
WHATSAPP = TwilioMessages(
    "twilio_whatsapp", Channel.WHATSAPP, settings=TWILIO, public_url=PUBLIC_URL, clock=SetClock(NOW)
)
DELIVERIES = TwilioDeliveries(TWILIO)
ROUTES: dict[str, WebhookReceiver] = {"status": DELIVERIES, "whatsapp": WHATSAPP}
TOKEN = TWILIO.auth_token
URL = f"{PUBLIC_URL}/twilio/sms"


def payload(name: str) -> dict[str, str]:
    return dict(parse_qsl((PAYLOADS / f"{name}.form").read_text().strip(), keep_blank_values=True))


def post(fields: dict[str, str], url: str = URL, **more: str) -> WebhookRequest:
    return posted(url, fields, auth_token=TOKEN, at=NOW, **more)


def arrives(fields: dict[str, str]) -> InboundMessage:
    [event] = SMS.receive(post(fields)).events
    assert isinstance(event, InboundMessage)
    return event


def told(fields: dict[str, str], query: str = "") -> DeliveryUpdate:
    [event] = DELIVERIES.receive(post(fields, f"{PUBLIC_URL}/twilio/status{query}")).events
    assert isinstance(event, DeliveryUpdate)
    return event


def changed(body: str | bytes, signed: dict[str, str] | None = None, **headers: str) -> WebhookRequest:
    request = post(signed if signed is not None else {})
    content = body if isinstance(body, bytes) else body.encode()
    return replace(request, body=content, headers=dict(request.headers) | headers)


def json_request(body: bytes, url: str) -> WebhookRequest:
    request = post({}, url)
    return replace(request, body=body, headers=dict(request.headers) | {"content-type": "application/json"})
