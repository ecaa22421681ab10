"""Mails that no person wrote: absence notes, mailing lists, receipts of machines (RFC 3834)."""

from __future__ import annotations

import re
from email.message import EmailMessage

_HEADERS = (
    "x-autoreply",
    "x-autorespond",
    "x-autoreply-from",
    "x-mail-autoreply",
    "list-id",
    "list-unsubscribe",
)
_PRECEDENCE = frozenset({"bulk", "junk", "list", "auto_reply"})
# Programs that say nothing of themselves in the headers write it at the head of the subject.
_SUBJECT = re.compile(
    r"(auto(matic)?[ -]?repl(y|ies)|auto[ -]?response|out of (the )?office)\b|"
    r"(respuesta|contestaci[oó]n) autom[aá]tica\b|fuera de la oficina\b|"
    r"\[?(自动|自動)(回复|回覆|回復|答复|答覆|回信)|(不在|外出)(办公室|辦公室)",
    re.IGNORECASE,
)
_MACHINES = frozenset({"mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "do-not-reply"})


def is_automatic(mail: EmailMessage, sender: str) -> bool:
    """Whether a machine wrote `mail` from the address `sender`: it is never answered, and means nothing."""
    if str(mail["auto-submitted"] or "no").partition(";")[0].strip().lower() != "no":
        return True
    if str(mail["precedence"] or "").strip().lower() in _PRECEDENCE:
        return True
    if any(name in mail for name in _HEADERS) or has_no_way_back(mail):
        return True
    if sender.partition("@")[0].lower() in _MACHINES:
        return True
    return bool(_SUBJECT.match(str(mail["subject"] or "").strip()))


def has_no_way_back(mail: EmailMessage) -> bool:
    """Whether the mail server took it without an address to return it to, as reports come."""
    return str(mail["return-path"] or "").strip() == "<>"


def is_from_a_mail_server(mail: EmailMessage, sender: str) -> bool:
    """Whether a mail server speaks: perhaps of a letter that it could not deliver."""
    return sender.partition("@")[0].lower() in ("mailer-daemon", "postmaster") or has_no_way_back(mail)
