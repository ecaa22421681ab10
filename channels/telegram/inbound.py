"""Telegram's updates as our events. Source: Telegram, "Bot API", Update."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeGuard

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update

from channels.base import Malformed
from channels.wire import clean
from core.languages import known_language
from core.messages import Channel, Ignored, Inbound, InboundMessage, Kind, Media

# A file is named by its id; only Telegram's getFile turns that into an address.
FILE_SCHEME = "telegram-file:"

_START = re.compile(r"/start(?:@\w+)?(?:\s+(?P<token>[A-Za-z0-9_-]{1,64}))?\s*")
_READERS = ("message", "edited_message", "callback_query", "my_chat_member")
_CONTENTS: tuple[tuple[str, Kind], ...] = (
    ("photo", Kind.IMAGE),
    ("voice", Kind.VOICE),
    ("video_note", Kind.VIDEO),
    ("video", Kind.VIDEO),
    # Before `document`: Telegram sends an animation's file in both.
    ("animation", Kind.VIDEO),
    ("audio", Kind.FILE),
    ("document", Kind.FILE),
    ("sticker", Kind.STICKER),
    ("venue", Kind.LOCATION),
    ("location", Kind.LOCATION),
    ("contact", Kind.CONTACT),
)


def event(update: Mapping[str, Any], *, bot_id: str, received_at: datetime) -> Inbound:
    """What one update holds for us; raises `Malformed` for what Telegram would not write."""
    number = update.get("update_id")
    if not _is_number(number) or not 0 <= number < 2**63:
        raise Malformed("update_id is missing or no number.")
    name = next((name for name in update if name != "update_id"), "update without content")
    if name not in _READERS:
        return Ignored(f"a Telegram {name[:40]}")
    _require_shape(update[name], name)
    try:
        parsed = Update.de_json(dict(update), None)
        return _read(parsed, bot_id=bot_id, received_at=received_at)
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError, OSError):
        raise Malformed(f"A field of {name} is missing or of another type.") from None


def _read(update: Update, *, bot_id: str, received_at: datetime) -> Inbound:
    provider_id = str(update.update_id)
    if update.callback_query is not None:
        return _button(update.callback_query, provider_id, bot_id, received_at)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member, provider_id, bot_id, received_at)
    message = update.message or update.edited_message
    assert message is not None
    return _message(message, provider_id, bot_id, received_at, edited=update.edited_message is not None)


def _message(
    message: Message, provider_id: str, bot_id: str, received_at: datetime, *, edited: bool
) -> Inbound:
    if message.chat.type != "private":
        return Ignored("a group or channel: nothing is said there")
    if message.from_user is not None and message.from_user.is_bot:
        return Ignored("written by a bot")
    content = _content(message)
    if content is None:
        return Ignored("a Telegram message without text or a file")
    kind, media, text = content
    started = None if edited else _START.fullmatch(text) if kind is Kind.TEXT else None
    handle = str(message.message_id)
    return InboundMessage(
        channel=Channel.TELEGRAM,
        provider_id=provider_id,
        sender=str(message.chat.id),
        recipient=bot_id,
        text=text,
        received_at=received_at,
        kind=Kind.EDIT if edited else Kind.JOINED if started else kind,
        sent_at=(message.edit_date if edited else None) or message.date,
        media=media,
        edits=handle if edited else None,
        binding=started["token"] if started else None,
        language_hint=known_language(message.from_user.language_code) if message.from_user else None,
        handle=handle,
    )


def _content(message: Message) -> tuple[Kind, tuple[Media, ...], str] | None:
    if message.text is not None:
        return Kind.TEXT, (), clean(message.text)
    for name, kind in _CONTENTS:
        found = getattr(message, name)
        if not found:
            continue
        text = message.contact.phone_number if message.contact else message.caption or ""
        return kind, _media(found[-1] if isinstance(found, tuple) else found), clean(text)
    return None


def _media(content: object) -> tuple[Media, ...]:
    file_id = getattr(content, "file_id", None)
    if not isinstance(file_id, str):
        return ()
    return (Media(f"{FILE_SCHEME}{file_id}", getattr(content, "mime_type", None)),)


def _button(query: CallbackQuery, provider_id: str, bot_id: str, received_at: datetime) -> Inbound:
    message = query.message
    if message is None or query.data is None:
        return Ignored("a button of a message that is not ours")
    if message.chat.type != "private":
        return Ignored("a group or channel: nothing is said there")
    if query.from_user.is_bot:
        return Ignored("pressed by a bot")
    return InboundMessage(
        channel=Channel.TELEGRAM,
        provider_id=provider_id,
        sender=str(message.chat.id),
        recipient=bot_id,
        text=clean(query.data),
        received_at=received_at,
        kind=Kind.BUTTON,
        language_hint=known_language(query.from_user.language_code),
    )


def _membership(change: ChatMemberUpdated, provider_id: str, bot_id: str, received_at: datetime) -> Inbound:
    if change.chat.type != "private":
        return Ignored("a group or channel: nothing is said there")
    kind = {"kicked": Kind.LEFT, "left": Kind.LEFT, "member": Kind.JOINED}.get(change.new_chat_member.status)
    if kind is None:
        return Ignored("a membership that changes nothing for us")
    return InboundMessage(
        channel=Channel.TELEGRAM,
        provider_id=provider_id,
        sender=str(change.chat.id),
        recipient=bot_id,
        text="",
        received_at=received_at,
        kind=kind,
        sent_at=change.date,
        language_hint=known_language(change.from_user.language_code),
    )


_STRINGS = frozenset(
    {"text", "caption", "type", "status", "file_id", "mime_type", "phone_number", "language_code"}
)
_NUMBERS = ("message_id", "date", "edit_date")


def _require_shape(value: object, name: str) -> None:
    """Raise `Malformed` unless the fields that we read have the types that Telegram gives them."""
    if not isinstance(value, dict):
        raise Malformed(f"{name} is no object.")
    _check(value, name)
    if not isinstance(value.get("data", ""), str):
        raise Malformed("The button's data is no text.")
    chat = value.get("chat") or (value.get("message") or {}).get("chat")
    if name != "callback_query" and not isinstance(chat, dict):
        raise Malformed("The chat is missing.")
    if isinstance(chat, dict) and not _is_number(chat.get("id")):
        raise Malformed("The chat has no id.")


def _check(value: dict[str, Any], name: str) -> None:
    for key, inner in value.items():
        if key in _STRINGS and not isinstance(inner, str):
            raise Malformed(f"{key} of {name} is no text.")
        if key in _NUMBERS and not _is_number(inner):
            raise Malformed(f"{key} of {name} is no number.")
        if isinstance(inner, dict):
            _check(inner, key)
        elif isinstance(inner, list):
            for item in inner:
                if isinstance(item, dict):
                    _check(item, key)


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
