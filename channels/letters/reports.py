"""What mail servers report on our letters: delivered or returned (RFC 3464), complained about (RFC 5965)."""

from __future__ import annotations

import re
from datetime import datetime
from email.message import EmailMessage, Message

from channels.letters.names import NAME, Letter, letter
from channels.letters.parts import kind_of, parts, text_of
from core.messages import Channel, DeliveryState, DeliveryUpdate, Ignored, Inbound, InboundMessage, Kind

# A second name of each letter: some mail services give a Message-ID of their own in place of ours.
OWN_NAME = "X-Kept-Letter"

# No such mailbox, no such domain, mailbox closed (RFC 3463): for good.
_GONE = re.compile(r"5\.(1\.[12368]|1\.10|2\.1|4\.4)\b")
_STATUS = re.compile(r"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])")
# They say only that something failed; the other server's own words say what.
_VAGUE = re.compile(r"5\.(0\.0|1\.0|5\.0)$")
_NOBODY = re.compile(
    r"user unknown|unknown user|no such (user|recipient|mailbox)|(mailbox|address|account) (does not exist|not found)|"
    r"收件人不存在|用户不存在|收件人邮件地址.{0,10}不存在|no existe",
    re.IGNORECASE,
)
_STATES = {
    "failed": DeliveryState.UNDELIVERED,
    "delivered": DeliveryState.DELIVERED,
    "relayed": DeliveryState.SENT,
    "expanded": DeliveryState.SENT,
}


def bounce(mail: EmailMessage, secret: str, received_at: datetime) -> Inbound:
    """What a delivery status report says of a letter of ours; a delay changes nothing."""
    name, about = _about(mail, secret)
    if about is None:
        return Ignored("a report on a letter that is not ours")
    fields = _fields(mail, "message/delivery-status")
    action = fields.get("action", "").strip().lower()
    if action not in _STATES:
        return Ignored("a report that changes nothing: the letter is delayed")
    if action != "failed":
        return DeliveryUpdate(Channel.EMAIL, name, _STATES[action], received_at, our_key=about.key)
    status = _first_status(fields.get("status", ""))
    told = fields.get("diagnostic-code", "")
    if not status or _VAGUE.match(status):
        status = _first_status(told) or status
    return _returned(name, about, status, received_at, gone=bool(_GONE.match(status)))


def bounce_in_words(mail: EmailMessage, secret: str, received_at: datetime) -> Inbound:
    """What a mail server says in its own words of a letter that it returns; without a reason in it, nothing."""
    name, about = _about(mail, secret)
    if about is None:
        return Ignored("a mail server's words on a letter that is not ours")
    said = _said_by_server(mail)
    status, nobody = _first_status(said, failed=True), _NOBODY.search(said) is not None
    if not status and not nobody:
        return Ignored("a mail server's words that tell no reason")
    return _returned(
        name, about, status, received_at, gone=bool(_GONE.match(status)) or (nobody and not status)
    )


def complaint(mail: EmailMessage, own: str, secret: str, received_at: datetime) -> Inbound:
    """Whoever got the letter called it spam: to them no more goes. Only our own seal says who that is."""
    name, about = _about(mail, secret)
    if about is None:
        return Ignored("a complaint about a letter that is not ours")
    kind = _fields(mail, "message/feedback-report").get("feedback-type", "abuse").strip().lower()
    if kind == "not-spam":
        return Ignored("a report that a letter is no spam")
    return InboundMessage(
        channel=Channel.EMAIL,
        provider_id=f"complaint:{name}",
        sender=about.to,
        recipient=own,
        text="",
        received_at=received_at,
        kind=Kind.LEFT,
    )


def _returned(name: str, about: Letter, status: str, received_at: datetime, *, gone: bool) -> DeliveryUpdate:
    return DeliveryUpdate(
        channel=Channel.EMAIL,
        provider_id=name,
        state=DeliveryState.UNDELIVERED,
        received_at=received_at,
        error=status or "unknown",
        our_key=about.key,
        unreachable=gone,
    )


def _first_status(text: str, *, failed: bool = False) -> str:
    found = _STATUS.findall(text)
    return next((status for status in found if not failed or status.startswith("5")), "")


def _said_by_server(mail: EmailMessage) -> str:
    texts = (text_of(part) for part in parts(mail) if kind_of(part) in ("text/plain", "text/html"))
    return next(texts, "")[:5_000]


def _about(mail: EmailMessage, secret: str) -> tuple[str, Letter | None]:
    """Name of the letter of ours that a report returns, and the letter, as far as it returns it."""
    for part in parts(mail):
        texts = [str(part[header] or "") for header in ("message-id", OWN_NAME)] if part is not mail else []
        if kind_of(part) in ("text/rfc822-headers", "text/plain"):
            headers = r"(?im)^[> ]*(?:message-id|x-kept-letter):\s*(<[^<>\s]{1,900}>)"
            texts += re.findall(headers, text_of(part)[:200_000])
        for text in texts:
            for name in NAME.findall(text):
                if (found := letter(name, secret=secret)) is not None:
                    return name, found
    return "", None


def _fields(mail: EmailMessage, wanted: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for part in parts(mail):
        if kind_of(part) != wanted:
            continue
        blocks = part.get_payload()
        for block in blocks if isinstance(blocks, list) else []:
            assert isinstance(block, Message)
            for name, value in block.items():
                fields.setdefault(name.lower(), str(value))
        if isinstance(blocks, str):
            for name, value in re.findall(r"(?m)^([A-Za-z-]{1,60}):[ \t]*(.{0,500})$", blocks):
                fields.setdefault(name.lower(), value.strip())
    return fields
