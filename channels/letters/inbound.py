"""A mail as our event: an answer, a bounce (RFC 3464), a complaint (RFC 5965), or an automatic reply.

The mail server has accepted it, so its form is any; what cannot be read as one of these is a person's answer.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr
from html.parser import HTMLParser

from channels.base import Malformed
from channels.letters.names import letter_key
from channels.settings import MAIL_ADDRESS
from channels.wire import clean
from core.messages import (
    Channel,
    DeliveryState,
    DeliveryUpdate,
    Ignored,
    Inbound,
    InboundMessage,
    Kind,
)

LONGEST_TEXT = 20_000

# What the email library raises on headers and bodies that break its assumptions.
_BROKEN = (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError)

# No such mailbox, no such domain, mailbox closed (RFC 3463): for good.
_GONE = re.compile(r"5\.(1\.[12368]|1\.10|2\.1|4\.4)\b")
_QUOTE = re.compile(
    r"^(>|On .{1,120}(wrote|escribió):$|El .{1,120}escribió:$|在.{1,120}(写道|寫道)[:：]$|"
    r"-{2,}\s*(Original Message|Mensaje original|原始邮件|原始郵件)|_{10,}$|From: |发件人[:：]|寄件者[:：])",
    re.IGNORECASE,
)


def event(raw: bytes, *, own_address: str, secret: str, received_at: datetime) -> Inbound:
    """What one mail holds for us; raises `Malformed` where there is no mail in it."""
    try:
        mail = BytesParser(policy=policy.default).parsebytes(raw)
        assert isinstance(mail, EmailMessage)
        return _read(mail, raw, own_address, secret, received_at)
    except _BROKEN:
        raise Malformed("The mail cannot be read.") from None


def _read(mail: EmailMessage, raw: bytes, own: str, secret: str, received_at: datetime) -> Inbound:
    report = str(mail.get_param("report-type", "")).lower() if _type(mail) == "multipart/report" else ""
    if report == "delivery-status":
        return _bounce(mail, secret, received_at)
    if report == "feedback-report":
        return _complaint(mail, own, secret, received_at)
    sender = parseaddr(str(mail["from"] or ""))[1]
    if not re.fullmatch(MAIL_ADDRESS, sender):
        raise Malformed("The mail has no sender that could be answered.")
    if _is_automatic(mail):
        return Ignored("an automatic reply")
    text = _new_words(_body(mail)) or str(mail["subject"] or "").strip()
    return InboundMessage(
        channel=Channel.EMAIL,
        provider_id=_id(mail, raw),
        sender=_canonical(sender),
        recipient=own,
        text=clean(text.encode("utf-8", "replace").decode())[:LONGEST_TEXT],
        received_at=received_at,
        kind=Kind.TEXT,
    )


def _bounce(mail: EmailMessage, secret: str, received_at: datetime) -> Inbound:
    name, key = _about(mail, secret)
    if key is None:
        return Ignored("a report on a letter that is not ours")
    fields = _report_fields(mail, "message/delivery-status")
    action, status = fields.get("action", "").lower(), fields.get("status", "")
    states = {
        "failed": DeliveryState.UNDELIVERED,
        "delivered": DeliveryState.DELIVERED,
        "relayed": DeliveryState.SENT,
        "expanded": DeliveryState.SENT,
    }
    if action not in states:
        return Ignored("a report that changes nothing: the letter is delayed")
    failed = action == "failed"
    return DeliveryUpdate(
        channel=Channel.EMAIL,
        provider_id=name,
        state=states[action],
        received_at=received_at,
        error=(re.search(r"\d\.\d{1,3}\.\d{1,3}", status) or ["unknown"])[0] if failed else None,
        our_key=key,
        unreachable=failed and bool(_GONE.match(status)),
    )


def _complaint(mail: EmailMessage, own: str, secret: str, received_at: datetime) -> Inbound:
    name, key = _about(mail, secret)
    if key is None:
        return Ignored("a complaint about a letter that is not ours")
    address = _report_fields(mail, "message/feedback-report").get("original-rcpt-to", "").strip("<> ")
    for part in _parts(mail):
        if not address and part["to"] and part is not mail:
            address = parseaddr(str(part["to"]))[1]
    if not re.fullmatch(MAIL_ADDRESS, address):
        raise Malformed("The complaint names nobody.")
    return InboundMessage(
        channel=Channel.EMAIL,
        provider_id=f"complaint:{name}",
        sender=_canonical(address),
        recipient=own,
        text="",
        received_at=received_at,
        kind=Kind.LEFT,
    )


def _about(mail: EmailMessage, secret: str) -> tuple[str, str | None]:
    """Name and key of the letter of ours that a report returns, as far as it returns it."""
    for part in _parts(mail):
        texts = [str(part["message-id"] or "")] if part is not mail else []
        if _type(part) == "text/rfc822-headers":
            texts += re.findall(r"(?im)^message-id:\s*(<[^<>\s]{1,500}>)", _content(part))
        for name in texts:
            key = letter_key(name, secret=secret)
            if key is not None:
                return name.strip(), key
    return "", None


def _report_fields(mail: EmailMessage, wanted: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for part in _parts(mail):
        if _type(part) != wanted:
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


def _is_automatic(mail: EmailMessage) -> bool:
    if str(mail["auto-submitted"] or "no").partition(";")[0].strip().lower() != "no":
        return True
    if str(mail["precedence"] or "").strip().lower() in ("bulk", "junk", "list", "auto_reply"):
        return True
    return any(name in mail for name in ("x-autoreply", "x-autorespond", "list-id")) or (
        str(mail["return-path"] or "").strip() == "<>"
    )


def _body(mail: EmailMessage) -> str:
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    text = _content(part)
    return _without_tags(text) if _type(part) == "text/html" else text


def _content(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset("utf-8")
    try:
        return payload.decode(charset, "replace")
    except LookupError:
        return payload.decode("utf-8", "replace")


def _new_words(text: str) -> str:
    """What the person wrote now, without the letter of ours that they quote below."""
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if _QUOTE.match(line.strip()) or line.rstrip() == "--":
            break
        lines.append(line.rstrip())
    return "\n".join(lines).strip()


class _Words(HTMLParser):
    """The words of a page, without what only the eye of a browser sees."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("style", "script", "head", "blockquote"):
            self._hidden += 1
        elif tag in ("br", "p", "div", "tr", "li"):
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "head", "blockquote"):
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def _without_tags(page: str) -> str:
    reader = _Words()
    reader.feed(page)
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.words))


def _parts(mail: EmailMessage) -> Iterator[EmailMessage]:
    for part in mail.walk():
        if isinstance(part, EmailMessage):
            yield part


def _type(part: MIMEPart) -> str:
    return str(part.get_content_type())


def _id(mail: EmailMessage, raw: bytes) -> str:
    written = str(mail["message-id"] or "").strip()
    if re.fullmatch(r"<[\x21-\x7e]{1,250}>", written):
        return written
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _canonical(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"
