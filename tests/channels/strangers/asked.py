"""Requests as the providers' own documents write them, and what has to become of each.

Nothing here uses the channels' code: the signatures and the encryption are worked out from the documents.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PUBLIC = "https://bot.lender.example"
AT = datetime(2026, 11, 18, 17, 0, tzinfo=UTC)

SID = "AC" + "0123456789abcdef" * 2
AUTH = "fedcba9876543210" * 2
SMS_FROM = "+15005550006"
WHATSAPP_FROM = "whatsapp:+14155238886"
BOT = "7654321:AAE-example"
SECRET = "Webhook_Secret-42"
APP_ID = "wx5823bf96d3bd56c7"
TOKEN = "QDG6eK"
AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
ORIGINAL = "gh_7f083739789a"
OPENID = "oia2TjjewbmiOUlr6X-1crbLOvLw"

ENVIRONMENT = {
    "KEPT_PUBLIC_URL": PUBLIC,
    "KEPT_TWILIO_ACCOUNT_SID": SID,
    "KEPT_TWILIO_AUTH_TOKEN": AUTH,
    "KEPT_TWILIO_SMS_FROM": SMS_FROM,
    "KEPT_TWILIO_WHATSAPP_FROM": WHATSAPP_FROM,
    "KEPT_TELEGRAM_BOT_TOKEN": BOT,
    "KEPT_TELEGRAM_SECRET_TOKEN": SECRET,
    "KEPT_WECHAT_APP_ID": APP_ID,
    "KEPT_WECHAT_TOKEN": TOKEN,
    "KEPT_WECHAT_ORIGINAL_ID": ORIGINAL,
}
# How the WeChat account is set up for a run; the other providers' requests go with the first.
MODES: dict[str, dict[str, str]] = {
    "safe": {"KEPT_WECHAT_AES_KEY": AES_KEY},
    "plain": {"KEPT_WECHAT_MODE": "plain"},
    "compatible": {"KEPT_WECHAT_AES_KEY": AES_KEY, "KEPT_WECHAT_MODE": "compatible"},
}


@dataclass(frozen=True)
class Case:
    """One request. `became` and the wanted fields may name alternatives, as a set; a field not named is free."""

    name: str
    provider: str
    body: bytes
    became: str
    url: str
    headers: Mapping[str, str]
    inbound: Mapping[str, Any] | None = None
    status: tuple[str, Any] | None = None
    reply: bool | None = None
    method: str = "POST"
    at: datetime = AT
    mode: str = "safe"

    def line(self) -> str:
        return json.dumps(
            {
                "id": self.name,
                "provider": self.provider,
                "method": self.method,
                "url": self.url,
                "headers": dict(self.headers),
                "body_base64": base64.b64encode(self.body).decode(),
                "received_at": self.at.isoformat(),
            }
        )


def differences(case: Case, got: Mapping[str, Any]) -> list[str]:
    """What of the answer is not as it has to be, in words."""
    wrong = []
    if "became" not in got:
        return [f"no answer: {got.get('error')}"]
    if got["became"] not in case.became.split("|"):
        wrong.append(f"became {got['became']} instead of {case.became}")
    if got["became"] == "rejected" and not 400 <= got["http"] < 500:
        wrong.append(f"rejected with {got['http']}")
    if got["became"] != "rejected" and not 200 <= got["http"] < 300:
        wrong.append(f"answered with {got['http']}")
    if got["became"] != "accepted":
        wrong += [f"{key} told" for key in ("inbound", "status") if got[key] is not None]
        return wrong + (["a reply promised"] if got["reply"] else [])
    if case.inbound is None and got["inbound"] is not None:
        wrong.append(f"taken as a message of a person: {got['inbound']}")
    for key, want in (case.inbound or {}).items():
        have = (got["inbound"] or {}).get(key)
        if have not in want if isinstance(want, (set, frozenset)) else have != want:
            wrong.append(f"{key} is {have!r} instead of {want!r}")
    if case.status is None and got["status"] is not None:
        wrong.append(f"taken as a receipt: {got['status']}")
    if case.status is not None:
        have = got["status"] or {}
        states = case.status[1].split("|")
        if have.get("provider_id") != case.status[0] or have.get("state") not in states:
            wrong.append(f"status is {have} instead of {case.status}")
    if case.reply is not None and got["reply"] is not case.reply:
        wrong.append(f"reply is {got['reply']}")
    return wrong


def twilio_signature(url: str, fields: Iterable[tuple[str, str]], key: str = AUTH) -> str:
    """HMAC-SHA1 over the address and each parameter with its value, sorted by name."""
    signed = url + "".join(f"{name}{value}" for name, value in sorted(fields))
    return base64.b64encode(hmac.new(key.encode(), signed.encode(), hashlib.sha1).digest()).decode()


def form(
    name: str,
    route: str,
    fields: Iterable[tuple[str, str]],
    became: str,
    *,
    url: str | None = None,
    signed_url: str | None = None,
    key: str = AUTH,
    body: bytes | None = None,
    headers: Mapping[str, str | None] | None = None,
    **more: Any,
) -> Case:
    """A request of Twilio's to a route, rightly signed; a header given as None is left out."""
    fields = list(fields)
    url = url or f"{PUBLIC}/twilio/{route}"
    sent: dict[str, str | None] = {
        "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
        "User-Agent": "TwilioProxy/1.1",
        "X-Twilio-Signature": twilio_signature(signed_url or url, fields, key),
        "I-Twilio-Idempotency-Token": hashlib.sha256(name.encode()).hexdigest()[:32],
    }
    sent |= headers or {}
    return Case(
        name=name,
        provider=f"twilio_{route}",
        body=urlencode(fields).encode() if body is None else body,
        became=became,
        url=url,
        headers={one: value for one, value in sent.items() if value is not None},
        **more,
    )


def update(
    name: str,
    number: Any,
    content: Mapping[str, Any],
    became: str,
    *,
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    **more: Any,
) -> Case:
    """An update of Telegram's with its secret token."""
    whole = {"update_id": number, **content}
    return Case(
        name=name,
        provider="telegram",
        body=json.dumps(whole, ensure_ascii=False).encode() if body is None else body,
        became=became,
        url=f"{PUBLIC}/telegram",
        headers={"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": SECRET}
        if headers is None
        else headers,
        **more,
    )


def wechat_signature(*parts: str) -> str:
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def encrypted(
    xml: bytes,
    *,
    app_id: str = APP_ID,
    key: str = AES_KEY,
    length: int | None = None,
    pad: bytes | None = None,
) -> str:
    """AES-CBC of 16 random bytes, the length, the message and the app's id, filled to 32 bytes."""
    secret = base64.b64decode(key + "=")
    plain = os.urandom(16) + struct.pack("!I", len(xml) if length is None else length) + xml + app_id.encode()
    fill = 32 - len(plain) % 32
    plain += bytes([fill]) * fill if pad is None else pad
    sealer = Cipher(algorithms.AES(secret), modes.CBC(secret[:16])).encryptor()
    return base64.b64encode(sealer.update(plain) + sealer.finalize()).decode()


def wechat(
    name: str,
    xml: str | bytes,
    became: str,
    *,
    mode: str = "plain",
    sealed: str | None = None,
    beside: str = "",
    age: timedelta = timedelta(seconds=2),
    stamp: str | None = None,
    token: str = TOKEN,
    signature: str | None = None,
    drop: tuple[str, ...] = (),
    query: Mapping[str, str] | None = None,
    body: bytes | None = None,
    at: datetime = AT,
    **more: Any,
) -> Case:
    """A message WeChat pushes: in clear, or sealed with `sealed` as its Encrypt element."""
    stamp = stamp or str(int((at - age).timestamp()))
    nonce = str(int(hashlib.sha256(name.encode()).hexdigest()[:8], 16))
    asked = {
        "signature": wechat_signature(token, stamp, nonce),
        "timestamp": stamp,
        "nonce": nonce,
        "openid": OPENID,
    }
    content = xml.encode() if isinstance(xml, str) else xml
    if sealed is not None:
        asked |= {"encrypt_type": "aes", "msg_signature": wechat_signature(token, stamp, nonce, sealed)}
        content = (
            f"<xml><ToUserName><![CDATA[{ORIGINAL}]]></ToUserName>{beside}"
            f"<Encrypt><![CDATA[{sealed}]]></Encrypt></xml>"
        ).encode()
    if signature is not None:
        asked["msg_signature" if sealed is not None else "signature"] = signature
    asked |= query or {}
    asked = {key: value for key, value in asked.items() if key not in drop}
    return Case(
        name=name,
        provider="wechat",
        body=content if body is None else body,
        became=became,
        url=f"{PUBLIC}/wechat?" + urlencode(asked, quote_via=quote),
        headers={"Content-Type": "text/xml", "User-Agent": "Mozilla/4.0"},
        mode=mode,
        at=at,
        **more,
    )


def safe(name: str, xml: str | bytes, became: str, **more: Any) -> Case:
    """The same, sealed, to an account in safe mode unless another mode is named."""
    content = xml.encode() if isinstance(xml, str) else xml
    return wechat(name, b"", became, **({"mode": "safe", "sealed": encrypted(content)} | more))
