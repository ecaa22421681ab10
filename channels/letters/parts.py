"""The parts of a mail, whatever is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart


def parts(mail: EmailMessage) -> Iterator[EmailMessage]:
    """The mail and everything in it, outermost first."""
    for part in mail.walk():
        if isinstance(part, EmailMessage):
            yield part


def kind_of(part: MIMEPart) -> str:
    """The media type that a part claims to be, in lower case."""
    return str(part.get_content_type())


def text_of(part: MIMEPart) -> str:
    """The text in a part; what cannot be read stands as replacement characters."""
    payload = body_of(part)
    try:
        return payload.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:
        return payload.decode("utf-8", "replace")


def body_of(part: MIMEPart) -> bytes:
    """The bytes in a part; none where it holds parts itself."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
