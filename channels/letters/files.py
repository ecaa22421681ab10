"""Files in a mail: photographs, receipts, letters. What they are is said by their own first bytes."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage

from channels.letters.parts import body_of, kind_of, parts
from channels.media import LARGEST, Unwanted, recognise
from core.messages import Kind, Media

MOST_FILES = 10
# A smaller picture in a mail's own layout is a logo or a smiley; a screenshot pasted into it is larger.
_LAYOUT = 30_000
_KINDS = {"image": Kind.IMAGE, "audio": Kind.VOICE, "video": Kind.VIDEO}


@dataclass(frozen=True)
class File:
    """A file that came in a mail, and what kind of message it makes of it: of one that is not taken, a text."""

    kind: Kind
    media: Media


def attached(mail: EmailMessage) -> list[File]:
    """The files in a mail, in order; one that is too large comes without its bytes."""
    layout = {
        id(part) for whole in parts(mail) if kind_of(whole) == "multipart/related" for part in parts(whole)
    }
    files: list[File] = []
    for part in parts(mail):
        body = b"" if part.is_multipart() else body_of(part)
        if not body or (id(part) in layout and len(body) < _LAYOUT):
            continue
        file = _file(part, body, len(files))
        if file is not None:
            files.append(file)
        if len(files) == MOST_FILES:
            break
    return files


def kind(files: list[File]) -> Kind:
    """What kind of message they make: that of the first which is taken."""
    return next((file.kind for file in files if file.kind is not Kind.TEXT), Kind.TEXT)


def _file(part: EmailMessage, body: bytes, number: int) -> File | None:
    url = f"mail:{number}"
    if len(body) > LARGEST:
        return File(Kind.TEXT, Media(url, body=b""))
    try:
        found = recognise(body)
    except Unwanted:
        # Signatures of programs, calendars and further texts are no files that somebody sent.
        sent = part.get_content_disposition() == "attachment" and part.get_content_maintype() != "text"
        return File(Kind.TEXT, Media(url, body=body[:64])) if sent and not _is_seal(part) else None
    sort = _KINDS.get(found.content_type.partition("/")[0], Kind.FILE)
    return File(sort, Media(url, found.content_type, found.body))


def _is_seal(part: EmailMessage) -> bool:
    return kind_of(part) in (
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
    )
