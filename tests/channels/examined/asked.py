"""Requests as the providers' own pages describe them, signed here by hand, and what must become of each.

Nothing of `channels/` is used: the exam would otherwise share the mistakes of what it examines.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

AT = datetime(2026, 5, 13, 15, 0, tzinfo=UTC)
NOW = int(AT.timestamp())
PUBLIC = "https://pay.example.com/kept"

ACCOUNT = "AC" + "5f" * 16
AUTH = "a1b2c3d4" * 4
SMS_FROM = "+15005550006"
WHATSAPP_FROM = "whatsapp:+15005550009"
SECRET = "telegram-Secret_42"
APP = "wx0123456789abcdef"
ORIGINAL = "gh_0123456789ab"
TOKEN = "wechatToken7"
AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"

OURS = {
    "KEPT_PUBLIC_URL": PUBLIC,
    "KEPT_TWILIO_ACCOUNT_SID": ACCOUNT,
    "KEPT_TWILIO_AUTH_TOKEN": AUTH,
    "KEPT_TWILIO_SMS_FROM": SMS_FROM,
    "KEPT_TWILIO_WHATSAPP_FROM": WHATSAPP_FROM,
    "KEPT_TELEGRAM_BOT_TOKEN": "700:AAexam",
    "KEPT_TELEGRAM_SECRET_TOKEN": SECRET,
    "KEPT_WECHAT_APP_ID": APP,
    "KEPT_WECHAT_TOKEN": TOKEN,
    "KEPT_WECHAT_ORIGINAL_ID": ORIGINAL,
}

ACCEPTED, REFUSED, IGNORED = "accepted", "rejected", "ignored"


@dataclass(frozen=True)
class Case:
    """One request: `line` is what `kept replay` reads, `told` the part of its answer that is decided.

    Keys of `told` are `became`, `http`, `reply`, `inbound.<field>`, `status.<field>`, `inbound`, `status`.
    """

    line: dict[str, Any]
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return str(self.line["id"])


def expectation(became: str, **told: Any) -> dict[str, Any]:
    """`from_`, `kind`, `text`, `provider_id`, `channel` speak of the inbound message; `state`, `sid` of the status."""
    places = {
        "from_": "inbound.from",
        "kind": "inbound.kind",
        "text": "inbound.text",
        "provider_id": "inbound.provider_id",
        "channel": "inbound.channel",
        "state": "status.state",
        "sid": "status.provider_id",
    }
    expected = {"became": became} | {places.get(name, name): value for name, value in told.items()}
    if became != ACCEPTED:
        expected |= {"inbound": None, "status": None, "reply": False}
    return expected


def line(
    name: str,
    provider: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    *,
    method: str = "POST",
    at: datetime = AT,
) -> dict[str, Any]:
    return {
        "id": name,
        "provider": provider,
        "method": method,
        "url": url,
        "headers": dict(headers),
        "body_base64": base64.b64encode(body).decode(),
        "received_at": at.isoformat(),
    }


# Twilio: HMAC-SHA1 over the address and the sorted parameters (usage/webhooks/webhooks-security).


def twilio_signature(url: str, fields: Sequence[tuple[str, str]], *, token: str = AUTH) -> str:
    text = url
    for name in sorted({name for name, _ in fields}):
        for value in sorted({value for key, value in fields if key == name}):
            text += name + value
    return base64.b64encode(hmac.new(token.encode(), text.encode(), hashlib.sha1).digest()).decode()


def twilio(
    name: str,
    provider: str,
    fields: Mapping[str, str],
    told: dict[str, Any],
    *,
    url: str | None = None,
    signed_url: str | None = None,
    token: str = AUTH,
    headers: Mapping[str, str | None] | None = None,
    body: bytes | None = None,
    method: str = "POST",
    at: datetime = AT,
) -> Case:
    """A callback of Twilio's; whatever is given beside the fields departs from the ordinary."""
    address = url or f"{PUBLIC}/twilio/{provider.removeprefix('twilio_')}"
    signature = twilio_signature(signed_url or address, list(fields.items()), token=token)
    sent: dict[str, str | None] = {
        "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
        "user-agent": "TwilioProxy/1.1",
        "i-twilio-idempotency-token": hashlib.sha1(name.encode()).hexdigest(),
        "x-twilio-signature": signature,
        **(headers or {}),
    }
    kept = {key: value for key, value in sent.items() if value is not None}
    content = urlencode(fields).encode() if body is None else body
    return Case(line(name, provider, address, kept, content, method=method, at=at), told)


# Telegram: a secret in a header (setWebhook, secret_token).


def telegram(
    name: str,
    update: Any,
    told: dict[str, Any],
    *,
    secret: str | None = SECRET,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    method: str = "POST",
    at: datetime = AT,
) -> Case:
    sent = {"content-type": "application/json", **(headers or {})}
    if secret is not None:
        sent["x-telegram-bot-api-secret-token"] = secret
    content = json.dumps(update).encode() if body is None else body
    return Case(line(name, "telegram", f"{PUBLIC}/telegram", sent, content, method=method, at=at), told)


# WeChat: SHA-1 over the sorted token, timestamp, nonce (and the cipher text); AES-256-CBC with the key's head as IV.


def sha1_of(*parts: str) -> str:
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def sealed(clear: bytes, *, app: str = APP, key: str = AES_KEY, length: int | None = None) -> str:
    """16 random bytes, the length, the message, the app id, padded to 32 (PKCS#7)."""
    aes = base64.b64decode(key + "=")
    content = (
        os.urandom(16) + struct.pack(">I", len(clear) if length is None else length) + clear + app.encode()
    )
    pad = 32 - len(content) % 32
    encryptor = Cipher(algorithms.AES(aes), modes.CBC(aes[:16])).encryptor()
    return base64.b64encode(encryptor.update(content + bytes([pad]) * pad) + encryptor.finalize()).decode()


def wechat_url(
    openid: str = "", *, at: int = NOW, nonce: str = "1372623149", token: str = TOKEN, **more: str
) -> str:
    query = {"signature": sha1_of(token, str(at), nonce), "timestamp": str(at), "nonce": nonce}
    if openid:
        query["openid"] = openid
    return f"{PUBLIC}/wechat?{urlencode(query | more, quote_via=quote)}"


def clear_wechat(
    name: str, xml: str | bytes, told: dict[str, Any], *, url: str | None = None, at: datetime = AT
) -> Case:
    """A message in clear, as plain mode sends it."""
    content = xml.encode() if isinstance(xml, str) else xml
    address = url or wechat_url(at=int(at.timestamp()))
    return Case(line(name, "wechat", address, {"content-type": "text/xml"}, content, at=at), told)


def safe_wechat(
    name: str,
    xml: str | bytes,
    told: dict[str, Any],
    *,
    stamp: int | None = None,
    cipher: str | None = None,
    msg_signature: str | None = None,
    token: str = TOKEN,
    outer: str | None = None,
    at: datetime = AT,
    nonce: str = "1372623149",
) -> Case:
    """An encrypted message, as safe mode sends it."""
    sealing = cipher if cipher is not None else sealed(xml.encode() if isinstance(xml, str) else xml)
    when = str(int(at.timestamp()) if stamp is None else stamp)
    url = wechat_url(
        at=int(when),
        nonce=nonce,
        token=token,
        encrypt_type="aes",
        msg_signature=msg_signature or sha1_of(token, when, nonce, sealing),
    )
    body = outer or (
        f"<xml><ToUserName><![CDATA[{ORIGINAL}]]></ToUserName><Encrypt><![CDATA[{sealing}]]></Encrypt></xml>"
    )
    return Case(line(name, "wechat", url, {"content-type": "text/xml"}, body.encode(), at=at), told)
