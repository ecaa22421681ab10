"""Telegram's updates as our events. Source: Telegram, "Bot API", Update.

Read field by field, not through the library's types: those refuse a whole message when a part that we have no
use for is new or missing, and a message lost is worse than a sticker half understood. The tests read every
update that we write through the library.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from channels.base import Malformed
from channels.wire import clean, named, place
from core.languages import known_language
from core.messages import Channel, Ignored, Inbound, InboundMessage, Kind, Media

# A file is named by its id; only Telegram's getFile turns that into an address.
FILE_SCHEME = "telegram-file:"

type Fields = Mapping[str, Any]

_ADDRESSED = re.compile(r"^(/\w{1,32})@\w{1,64}\b")
_START = re.compile(r"/start(?:\s+(?P<token>[A-Za-z0-9_-]{1,64}))?\s*")
_CONTENTS: tuple[tuple[str, Kind], ...] = (
    ("photo", Kind.IMAGE),
    ("voice", Kind.VOICE),
    ("video_note", Kind.VIDEO),
    ("video", Kind.VIDEO),
    # Before `document`, in which Telegram repeats it.
    ("animation", Kind.VIDEO),
    ("audio", Kind.FILE),
    ("document", Kind.FILE),
    ("sticker", Kind.STICKER),
    ("venue", Kind.LOCATION),
    ("location", Kind.LOCATION),
    ("contact", Kind.CONTACT),
)
_MEMBERSHIPS = {"kicked": Kind.LEFT, "left": Kind.LEFT, "member": Kind.JOINED}
_LARGEST = 2**63


@dataclass(frozen=True)
class _Envelope:
    """What all events of one update share."""

    provider_id: str
    bot_id: str
    received_at: datetime

    def message(self, chat: Fields, person: Fields, **more: Any) -> InboundMessage:
        return InboundMessage(
            channel=Channel.TELEGRAM,
            provider_id=self.provider_id,
            sender=str(_number(chat, "id")),
            recipient=self.bot_id,
            received_at=self.received_at,
            language_hint=known_language(_text(person, "language_code")),
            **more,
        )


def event(update: Fields, *, bot_id: str, received_at: datetime) -> Inbound:
    """What one update holds for us; raises `Malformed` for what Telegram would not write."""
    number = _number(update, "update_id")
    if number < 0:
        raise Malformed("update_id is below nought.")
    names = [name for name in update if name != "update_id"]
    known = [name for name in names if name in _READERS]
    if len(known) > 1:
        raise Malformed("An update holds one happening, and this one holds several.")
    if not known:
        return Ignored(f"a Telegram {named(names[0])}" if names else "a Telegram update without content")
    return _READERS[known[0]](_object(update, known[0]), _Envelope(str(number), bot_id, received_at))


def _written(message: Fields, envelope: _Envelope) -> Inbound:
    return _message(message, envelope, edited=False)


def _edited(message: Fields, envelope: _Envelope) -> Inbound:
    return _message(message, envelope, edited=True)


def _message(message: Fields, envelope: _Envelope, *, edited: bool) -> Inbound:
    chat, person = _object(message, "chat"), _object(message, "from", optional=True)
    # Telegram counts messages in each chat anew.
    handle = f"{_number(chat, 'id')}:{_number(message, 'message_id')}"
    date = _instant(message, "date")
    silent = _not_a_person(chat, person)
    if silent is not None:
        return silent
    content = _content(message)
    if content is None:
        return Ignored("a Telegram message without text or a file")
    kind, media, text = content
    if edited and not text:
        return Ignored("an edit that changes no words")
    started = _START.fullmatch(text) if kind is Kind.TEXT and not edited else None
    return envelope.message(
        chat,
        person,
        text=text,
        kind=Kind.EDIT if edited else Kind.JOINED if started else kind,
        sent_at=_instant(message, "edit_date") if edited and "edit_date" in message else date,
        media=media,
        edits=handle if edited else None,
        binding=started["token"] if started else None,
        handle=handle,
    )


def _content(message: Fields) -> tuple[Kind, tuple[Media, ...], str] | None:
    if "text" in message:
        # A command that names our bot is the same command: "/stop@kept_bot" must be heard too.
        return Kind.TEXT, (), _ADDRESSED.sub(r"\1", clean(_text(message, "text")))
    for name, kind in _CONTENTS:
        found = message.get(name)
        if not found:
            continue
        if isinstance(found, list):
            # The sizes of a photo, the largest last.
            found = found[-1]
        if not isinstance(found, dict):
            raise Malformed(f"{name} is no object.")
        if kind is Kind.LOCATION:
            where = found.get("location", found)
            where = where if isinstance(where, dict) else {}
            return kind, place(where.get("latitude"), where.get("longitude")), ""
        text = _text(found, "phone_number") if kind is Kind.CONTACT else _text(message, "caption")
        return kind, _media(found), clean(text)
    return None


def _media(content: Fields) -> tuple[Media, ...]:
    file_id, mime_type = clean(_text(content, "file_id")), clean(_text(content, "mime_type"))
    return (Media(f"{FILE_SCHEME}{file_id}", mime_type or None),) if file_id else ()


def _pressed(query: Fields, envelope: _Envelope) -> Inbound:
    person = _object(query, "from")
    if "message" not in query or "data" not in query:
        return Ignored("a button of a message that is not ours")
    chat = _object(_object(query, "message"), "chat")
    silent = _not_a_person(chat, person)
    if silent is not None:
        return silent
    if _number(person, "id") != _number(chat, "id"):
        return Ignored("a button pressed by somebody else")
    return envelope.message(chat, person, text=clean(_text(query, "data")), kind=Kind.BUTTON)


def _membership(change: Fields, envelope: _Envelope) -> Inbound:
    chat, person = _object(change, "chat"), _object(change, "from")
    status = _text(_object(change, "new_chat_member"), "status")
    date = _instant(change, "date")
    silent = _not_a_person(chat, person)
    if silent is not None:
        return silent
    kind = _MEMBERSHIPS.get(status)
    if kind is None:
        return Ignored("a membership that changes nothing for us")
    return envelope.message(chat, person, text="", kind=kind, sent_at=date)


_READERS = {
    "message": _written,
    "edited_message": _edited,
    "callback_query": _pressed,
    "my_chat_member": _membership,
}

# The kinds of update that we ask Telegram for.
READ = tuple(_READERS)


def _not_a_person(chat: Fields, person: Fields) -> Ignored | None:
    _number(chat, "id")
    if not _text(chat, "type"):
        raise Malformed("The chat has no type.")
    if chat["type"] != "private":
        return Ignored("a group or channel: nothing is said there")
    if person.get("is_bot") is True:
        return Ignored("written by a bot")
    return None


def _object(fields: Fields, name: str, *, optional: bool = False) -> Fields:
    value = fields.get(name, {} if optional else None)
    if not isinstance(value, dict):
        raise Malformed(f"{name} is missing or no object.")
    return value


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name, "")
    if not isinstance(value, str):
        raise Malformed(f"{name} is no text.")
    return value


def _number(fields: Fields, name: str) -> int:
    value = fields.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= _LARGEST:
        raise Malformed(f"{name} is missing or no number.")
    return value


def _instant(fields: Fields, name: str) -> datetime:
    try:
        return datetime.fromtimestamp(_number(fields, name), UTC)
    except (ValueError, OverflowError, OSError):
        raise Malformed(f"{name} is no time.") from None
