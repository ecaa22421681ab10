"""Our own web chat: what the page's gateway route hands in, and what goes back to the page.

The route knows the session (a signed cookie or the lender's login) and signs what it hands in, so that this
adapter believes nobody else. Body: {"session", "id", "text", "kind"}; "kind" is text (the default), button,
joined or left; "binding" and "language" may follow. Of our own messages the page tells what became of them:
{"session", "kind", "ids"}, "kind" being delivered (it has them) or read (somebody could see them).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Literal

from channels.base import Forged, Malformed, Rejected, WebhookAnswer, WebhookRequest
from channels.settings import WebchatSettings
from channels.transport import seconds_left
from channels.wire import bounded, clean, read_json, require_content_type, same_secret
from core.clock import Clock
from core.languages import known_language
from core.messages import (
    Channel,
    DeliveryState,
    DeliveryUpdate,
    InboundMessage,
    Kind,
    OutboundMessage,
    Receipt,
)

# Puts one message into a session's live stream; its page shows it once per "id".
type Publish = Callable[[str, Mapping[str, object]], Awaitable[None]]

# Hand-over happens inside our own house; a minute is far more than it takes.
WINDOW_SECONDS = 60
LONGEST_TEXT = 4000
SIGNATURE = "x-kept-signature"
TIMESTAMP = "x-kept-timestamp"

_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
# A message of ours is called by its key.
_KEY = re.compile(r"[!-~]{1,200}")
MOST_RECEIPTS = 100
_RECEIPTS = {"delivered": DeliveryState.DELIVERED, "read": DeliveryState.READ}
_KINDS = {"text": Kind.TEXT, "button": Kind.BUTTON, "joined": Kind.JOINED, "left": Kind.LEFT}


def sign(body: bytes, *, timestamp: str, secret: str) -> str:
    """The signature of a body handed in at `timestamp` (seconds since 1970, decimal)."""
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def signed_request(
    fields: Mapping[str, object], *, url: str, secret: str, received_at: datetime
) -> WebhookRequest:
    """What the gateway's route hands to `Webchat.receive`."""
    body = json.dumps(fields, ensure_ascii=False).encode()
    timestamp = str(int(received_at.timestamp()))
    headers = {
        "content-type": "application/json",
        TIMESTAMP: timestamp,
        SIGNATURE: sign(body, timestamp=timestamp, secret=secret),
    }
    return WebhookRequest("POST", url, headers, body, received_at)


class Webchat:
    """All sessions of our web chat."""

    can_send = True
    name = "webchat"
    channel = Channel.WEBCHAT

    def __init__(self, settings: WebchatSettings, *, clock: Clock, publish: Publish) -> None:
        self._settings = settings
        self._clock = clock
        self._publish = publish

    def receive(self, request: WebhookRequest) -> WebhookAnswer:
        bounded(request)
        if request.method != "POST":
            raise Malformed("The chat's route hands in by POST.")
        require_content_type(request, "application/json")
        self._require_signature(request)
        fields = read_json(request)
        if state := _RECEIPTS.get(_text(fields, "kind", "text")):
            return WebhookAnswer(_receipts(fields, state, request.received_at))
        return WebhookAnswer([_message(fields, request.received_at)])

    async def send(self, message: OutboundMessage) -> Receipt:
        seconds_left(message, self._clock.now())
        if not _ID.fullmatch(message.recipient):
            raise Rejected("The recipient is no session.", code="session")
        choices = [{"label": choice.label, "says": choice.says} for choice in message.choices]
        shown = {
            "id": message.key,
            "text": message.text,
            "language": message.language,
            "choices": choices,
            "at": self._clock.now().isoformat(),
        }
        await self._publish(message.recipient, shown)
        return Receipt(provider_id=message.key, state=DeliveryState.SENT)

    async def show_writing(self, recipient: str, *, by: Literal["assistant", "person"]) -> None:
        """Show that an answer is being written; the page takes it away when one comes, or after a while."""
        await self._publish(recipient, {"writing": by})

    async def aclose(self) -> None:
        """Nothing is held open."""

    def _require_signature(self, request: WebhookRequest) -> None:
        timestamp = request.headers.get(TIMESTAMP, "")
        if not re.fullmatch(r"[0-9]{1,12}", timestamp):
            raise Forged("The hand-over has no time.")
        expected = sign(request.body, timestamp=timestamp, secret=self._settings.secret)
        if not same_secret(request.headers.get(SIGNATURE, ""), expected):
            raise Forged("The hand-over is not signed by our own route.")
        if abs(request.received_at.timestamp() - int(timestamp)) > WINDOW_SECONDS:
            raise Forged("The hand-over is too old.")


def _receipts(fields: Mapping[str, Any], state: DeliveryState, received_at: datetime) -> list[DeliveryUpdate]:
    keys = fields.get("ids")
    if not isinstance(keys, list) or not 0 < len(keys) <= MOST_RECEIPTS:
        raise Malformed("The receipts name no messages, or too many.")
    if not all(isinstance(key, str) and _KEY.fullmatch(key) for key in keys):
        raise Malformed("A receipt names no message of ours.")
    return [DeliveryUpdate(Channel.WEBCHAT, key, state, received_at, our_key=key) for key in keys]


def _message(fields: Mapping[str, Any], received_at: datetime) -> InboundMessage:
    kind = _KINDS.get(_text(fields, "kind", "text"))
    if kind is None:
        raise Malformed("The kind of the message is unknown.")
    session, provider_id = _text(fields, "session"), _text(fields, "id")
    if not (_ID.fullmatch(session) and _ID.fullmatch(provider_id)):
        raise Malformed("Session or id is missing or is none.")
    binding = _text(fields, "binding")
    if binding and not _ID.fullmatch(binding):
        raise Malformed("The binding token is none.")
    text = clean(_text(fields, "text"))
    if len(text) > LONGEST_TEXT:
        raise Malformed("The text is longer than the page lets anyone write.")
    return InboundMessage(
        channel=Channel.WEBCHAT,
        provider_id=provider_id,
        sender=session,
        recipient="webchat",
        text=text,
        received_at=received_at,
        kind=kind,
        binding=binding or None,
        language_hint=known_language(_text(fields, "language")),
    )


def _text(fields: Mapping[str, Any], name: str, default: str = "") -> str:
    value = fields.get(name, default)
    if not isinstance(value, str):
        raise Malformed(f"{name} is no text.")
    return value
