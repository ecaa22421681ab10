"""Calling Telegram's Bot API once, and what its refusals mean. Source: "Bot API", Making requests."""

from __future__ import annotations

import json
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)
from telegram.request import HTTPXRequest

from channels.base import OutcomeUnknown, Rejected, SendFailed, Unreachable
from channels.transport import failure, server_trouble
from core.messages import Choice

# Telegram's limit on what a button carries, in bytes.
BUTTON_DATA = 64

_GONE = ("chat not found", "user not found", "peer_id_invalid", "deactivated")


class Trouble(TelegramError):
    """A failure whose meaning for the message is already known."""

    def __init__(self, meaning: SendFailed) -> None:
        super().__init__(str(meaning))
        self.meaning = meaning


class OneRequest(HTTPXRequest):
    """Tells, where the library does not, whether a failed call can have arrived, and logs no content."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """As the library's; raises `Trouble` for lost connections, 429 and 5xx."""
        try:
            status, payload = await super().do_request(*args, **kwargs)
        except NetworkError as error:
            raise Trouble(failure(error.__cause__)) from None
        after = _retry_after(payload) if status == 429 else None
        trouble = server_trouble(status, {"retry-after": str(after)} if after is not None else {})
        if trouble is not None:
            raise Trouble(trouble)
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """As the library's, which would log what it cannot read."""
        try:
            parsed = json.loads(payload)
        except ValueError:
            parsed = None
        if not isinstance(parsed, dict):
            raise Trouble(OutcomeUnknown("Telegram's answer cannot be read."))
        return parsed


def keyboard(choices: tuple[Choice, ...]) -> InlineKeyboardMarkup | None:
    """One button a row; None without choices."""
    if not choices:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(choice.label, callback_data=_data(choice))] for choice in choices]
    )


def meaning(error: TelegramError) -> SendFailed:
    """Which of the four kinds of failure Telegram's error is."""
    if isinstance(error, Trouble):
        return error.meaning
    said = error.message.lower()
    if isinstance(error, Forbidden):
        blocked = "blocked by the user" in said
        return Unreachable("Telegram lets us write here no more.", code="403", opted_out=blocked)
    if isinstance(error, ChatMigrated):
        return Unreachable("The chat has become a group.", code="migrated")
    if isinstance(error, InvalidToken):
        return Rejected("Telegram does not know our bot.", code="401", remedy="Check its token.")
    if isinstance(error, BadRequest):
        if any(words in said for words in _GONE):
            return Unreachable("Telegram does not know this chat.", code="400")
        return Rejected("Telegram refused the message.", code="400")
    if isinstance(error, NetworkError):
        return OutcomeUnknown("Telegram could not be heard.", code=type(error).__name__)
    return Rejected("Telegram refused the message.", code=type(error).__name__)


def _data(choice: Choice) -> str:
    for said in (choice.says, choice.label):
        if 0 < len(said.encode()) <= BUTTON_DATA:
            return said
    return choice.label.encode()[:BUTTON_DATA].decode(errors="ignore")


def _retry_after(payload: bytes) -> int | None:
    try:
        after = json.loads(payload)["parameters"]["retry_after"]
    except (ValueError, KeyError, TypeError):
        return None
    return after if isinstance(after, int) and after >= 0 else None
