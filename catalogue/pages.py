"""What the pages of the web chat say around the conversation, in the borrower's language. None of it is a message."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from core.languages import DEFAULT_LANGUAGE

FOLDER = Path(__file__).parent / "pages"
_OF_THE_CHAT = "chat_"


@cache
def chat_texts(language: str) -> Mapping[str, str]:
    """The chat page's texts in `language` (English where it has none), by name; {lender} and {phone} are left open."""
    path = FOLDER / f"{language}.po"
    if not path.is_file():
        path = FOLDER / f"{DEFAULT_LANGUAGE}.po"
    with path.open("rb") as file:
        return {
            message.id.removeprefix(_OF_THE_CHAT): message.string
            for message in read_po(file)
            if message.id and isinstance(message.id, str) and isinstance(message.string, str)
        }
