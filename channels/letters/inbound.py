"""A mail as our event: an answer, a bounce, a complaint, or an automatic reply.

The mail server has accepted it, so its form is any; what cannot be read as one of these is a person's answer. Whose
answer it is says the letter that it answers, never the address in From alone: anybody can write that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parseaddr

from channels.base import Malformed
from channels.letters import reports
from channels.letters.automatic import is_automatic, is_from_a_mail_server
from channels.letters.files import attached, kind
from channels.letters.names import NAME, canonical, is_reply_tag, letter
from channels.letters.parts import kind_of
from channels.letters.words import LONGEST_TEXT, new_words
from channels.settings import MAIL_ADDRESS, LetterSettings
from channels.wire import clean
from core.messages import Channel, Ignored, Inbound, InboundMessage

# What the email library raises on headers and bodies that break its assumptions.
_BROKEN = (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError)
_ANSWERS = re.compile(r"^\s*((re|rv|fwd?|aw|sv|回复|回覆|答复|答覆|转发|轉寄)\s*[:：]\s*)+", re.IGNORECASE)
# Where a mail server notes for whom a mail came, beside what its writer put.
_FOR = ("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to")


def event(raw: bytes, *, settings: LetterSettings, received_at: datetime) -> Inbound:
    """What one mail holds for us; raises `Malformed` where there is no mail in it."""
    try:
        mail = BytesParser(policy=policy.default).parsebytes(raw)
        assert isinstance(mail, EmailMessage)
        return _read(mail, raw, settings, received_at)
    except _BROKEN:
        raise Malformed("The mail cannot be read.") from None


def _read(mail: EmailMessage, raw: bytes, settings: LetterSettings, received_at: datetime) -> Inbound:
    own, secret = settings.sender, settings.secret
    report = str(mail.get_param("report-type", "")).lower() if kind_of(mail) == "multipart/report" else ""
    if report == "delivery-status":
        return reports.bounce(mail, secret, received_at)
    if report == "feedback-report":
        return reports.complaint(mail, own, secret, received_at)
    sender = parseaddr(str(mail["from"] or ""))[1]
    if report or is_from_a_mail_server(mail, sender):
        return reports.bounce_in_words(mail, secret, received_at)
    if not re.fullmatch(MAIL_ADDRESS, sender):
        raise Malformed("The mail has no sender that could be answered.")
    if is_automatic(mail, sender):
        return Ignored("an automatic reply")
    if canonical(sender).lower() in (own.lower(), settings.bounces.lower()):
        return Ignored("a mail from ourselves")
    writer, proven = _writer(mail, canonical(sender), settings)
    files = attached(mail)
    text = new_words(mail) or ("" if files else _subject(mail, settings.name))
    return InboundMessage(
        channel=Channel.EMAIL,
        provider_id=_id(mail, raw),
        sender=writer,
        recipient=own,
        text=clean(text.encode("utf-8", "replace").decode())[:LONGEST_TEXT],
        received_at=received_at,
        kind=kind(files),
        media=tuple(file.media for file in files),
        proven=proven,
    )


def _writer(mail: EmailMessage, sender: str, settings: LetterSettings) -> tuple[str, bool]:
    """Whose mail it is, and whether a letter of ours proves it.

    Who answers a letter is who got it, even from another address of theirs; who has it only further up in the
    thread, or uses the address in its Reply-To, must also write from where it went: it may have been passed on.
    """
    secret = settings.secret
    for name in _names(mail, "in-reply-to"):
        if (answered := letter(name, secret=secret)) is not None:
            return answered.to, True
    for name in _names(mail, "references"):
        answered = letter(name, secret=secret)
        if answered is not None and answered.to.lower() == sender.lower():
            return answered.to, True
    spellings = (sender, sender.lower())
    for tag in _tags(mail, settings):
        for address in spellings:
            if is_reply_tag(tag, address, secret=secret):
                return address, True
    return sender, False


def _names(mail: EmailMessage, header: str) -> list[str]:
    return [name for value in mail.get_all(header, []) for name in NAME.findall(str(value)[:20_000])][:50]


def _tags(mail: EmailMessage, settings: LetterSettings) -> Iterator[str]:
    if settings.tag is None:
        return
    local, _, domain = settings.sender.lower().partition("@")
    head = f"{local}{settings.tag}"
    values = [str(value)[:5_000] for header in _FOR for value in mail.get_all(header, [])]
    for _, address in getaddresses(values)[:50]:
        name, _, at = address.lower().rpartition("@")
        if at == domain and name.startswith(head):
            yield name.removeprefix(head)


def _subject(mail: EmailMessage, our_name: str) -> str:
    """The subject as far as the person wrote it: theirs when it is not ours behind a "Re:"."""
    written = str(mail["subject"] or "").strip()
    bare = _ANSWERS.sub("", written)
    return "" if bare != written and our_name in bare else bare


def _id(mail: EmailMessage, raw: bytes) -> str:
    written = str(mail["message-id"] or "").strip()
    if re.fullmatch(r"<[\x21-\x7e]{1,250}>", written):
        return written
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"
