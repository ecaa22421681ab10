"""A message of ours as a mail, and what a mail server's refusals mean (RFC 5321, RFC 3463, RFC 8058)."""

from __future__ import annotations

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy

import aiosmtplib

from channels.base import OutcomeUnknown, Rejected, SendFailed, TryLater, Unreachable
from channels.letters.names import cancel_token, letter_name, reply_tag
from channels.letters.reports import OWN_NAME
from channels.settings import LetterSettings
from channels.wire import text_with_choices
from core.messages import OutboundMessage

# Seen on lock screens and by whoever shares the machine: says who writes and nothing else.
_SUBJECTS = {
    "en": "A message from {name}",
    "es": "Un mensaje de {name}",
    "zh-Hans": "来自{name}的消息",
    "zh-Hant": "來自{name}的訊息",
}
# Names and links longer than a line are never broken: encoded, as the email library would, nobody finds them. Texts
# travel in seven bits: not every mail server takes eight.
_POLICY: EmailPolicy[EmailMessage] = SMTP.clone(max_line_length=998, cte_type="7bit")
_NO_SUCH_PERSON = re.compile(r"5\.(1\.[12368]|1\.10|2\.1|4\.4)\b")
_REFUSED_MAILBOX = frozenset({550, 551, 553})


def compose(
    message: OutboundMessage, settings: LetterSettings, *, public_url: str, now: datetime
) -> EmailMessage:
    """The mail for `message`, with the link that ends letters to this address in one click."""
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = Address(settings.name, addr_spec=settings.sender)
    mail["To"] = Address(addr_spec=message.recipient)
    mail["Subject"] = _SUBJECTS.get(message.language, _SUBJECTS["en"]).format(name=settings.name)
    mail["Date"] = now
    mail["Message-ID"] = mail[OWN_NAME] = named(message.key, message.recipient, settings)
    if settings.tag is not None:
        mail["Reply-To"] = Address(settings.name, addr_spec=_answered_at(message.recipient, settings))
    mail["Auto-Submitted"] = "auto-generated"
    # Absence notes are answers to nobody (Exchange reads this; the rest goes by Auto-Submitted, RFC 3834).
    mail["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    mail["Content-Language"] = message.language
    token = cancel_token(message.recipient, secret=settings.secret)
    mail["List-Unsubscribe"] = f"<{public_url}/letters/cancel?token={token}>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(text_with_choices(message))
    for file in message.enclosures:
        main, _, sub = file.content_type.partition("/")
        mail.add_attachment(file.body, maintype=main, subtype=sub, filename=file.name)
    return mail


def named(key: str, to: str, settings: LetterSettings) -> str:
    """The Message-ID of the letter with our `key` to the address `to`: the same key is the same letter."""
    domain = settings.sender.rpartition("@")[2]
    return letter_name(key, to=to, domain=domain, secret=settings.secret)


def _answered_at(recipient: str, settings: LetterSettings) -> str:
    local, _, domain = settings.sender.rpartition("@")
    return f"{local}{settings.tag}{reply_tag(recipient, secret=settings.secret)}@{domain}"


def refused(error: aiosmtplib.SMTPResponseException) -> SendFailed:
    """The failure that a mail server's answer to our sender, their address or our letter is."""
    code = str(error.code)
    if 400 <= error.code < 500:
        return TryLater("The mail server takes no more for now.", code=code)
    gone = _NO_SUCH_PERSON.match(error.message.strip())
    enhanced = re.match(r"5\.\d{1,3}\.\d{1,3}\b", error.message.strip())
    mailbox = isinstance(error, aiosmtplib.SMTPRecipientRefused) and error.code in _REFUSED_MAILBOX
    if gone or (mailbox and not enhanced):
        return Unreachable("The mail server knows no such address.", code=code)
    return Rejected("The mail server refused the letter.", code=enhanced[0] if enhanced else code)


def lost(error: Exception, *, handed_over: bool) -> SendFailed:
    """The failure that a lost connection is, by whether the letter itself had begun to leave."""
    if handed_over:
        return OutcomeUnknown("The mail server did not confirm the letter.", code=type(error).__name__)
    return TryLater("The mail server could not be reached.", code=type(error).__name__)
