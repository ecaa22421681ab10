"""What agents read about a conversation, in their own language. None of it can be sent to a borrower."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

from babel.dates import format_datetime
from babel.messages.pofile import read_po

from catalogue.rendering import locale_of
from catalogue.values import Json, show
from core.languages import DEFAULT_LANGUAGE

FOLDER = Path(__file__).parent / "desk"


@cache
def desk_texts(language: str) -> Mapping[str, str]:
    """All texts of the desk in `language`, by key."""
    path = FOLDER / f"{language}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {
            message.id: message.string
            for message in read_po(file)
            if message.id and isinstance(message.id, str) and isinstance(message.string, str)
        }


def on_desk(
    key: str, language: str, values: Mapping[str, Json] | None = None, *, country: str | None = None
) -> str:
    """Say `key` in the agent's language, else in English; a key without words is shown as it is."""
    text = desk_texts(language).get(key) or desk_texts(DEFAULT_LANGUAGE).get(key) or key.partition("_")[2]
    locale = locale_of(language, country)
    return text.format_map({name: show(value, locale) for name, value in (values or {}).items()})


def detail_on_desk(name: str, value: object, language: str) -> str:
    """A detail of a case or of what was told, in words: reasons and what is wanted by their own texts, the rest by one
    of `said_...`; a day, a sum or a word without a text as it is."""
    prefix = {"reason": "reason", "wanted": "wanted"}.get(name, "said")
    words = desk_texts(language).get(f"{prefix}_{value}") or desk_texts(DEFAULT_LANGUAGE).get(
        f"{prefix}_{value}"
    )
    return words or str(value).replace("_", " ")


def moment(at: datetime, language: str) -> str:
    """A day and hour as the agent's language writes it, in the zone that `at` carries."""
    written = {"zh-Hans": "M月d日 HH:mm", "zh-Hant": "M月d日 HH:mm"}.get(language, "d MMM HH:mm")
    return format_datetime(at, written, tzinfo=at.tzinfo, locale=locale_of(language, None))
