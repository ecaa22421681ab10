"""Each channel's card says what it does, and the code bears it out."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
import yaml

import channels
from channels.letters.adapter import Letters
from channels.registry import PROVIDERS
from channels.telegram.adapter import Telegram
from channels.twilio.adapter import TwilioMessages
from channels.webchat.adapter import Webchat
from channels.wechat.adapter import WeChat

ROOM = Path(channels.__file__).parent
FOLDERS = sorted({provider.folder for provider in PROVIDERS})
ADAPTERS = {
    "letters": Letters,
    "telegram": Telegram,
    "twilio": TwilioMessages,
    "webchat": Webchat,
    "wechat": WeChat,
}
ITEMS = [
    "receive",
    "send",
    "edits",
    "buttons",
    "media",
    "binding",
    "opt_out",
    "receipts",
    "unknown_reconciled",
    "session_window",
    "templates",
    "replay_window",
    "health",
    "stand_in",
    "payloads",
]
# Their files come in the message itself: nothing has to be fetched.
WITH_FILES_INSIDE = frozenset({"letters"})
# What must stand in a folder's code where its card says that it is done.
SHOWN_BY = {
    "edits": "Kind.EDIT",
    "buttons": "Kind.BUTTON",
    "binding": "binding=",
    "opt_out": "Kind.LEFT",
    "receipts": "DeliveryUpdate(",
    "session_window": "WindowClosed",
    "templates": "message.template",
    "replay_window": "WINDOW",
}


def card(folder: str) -> dict[str, str]:
    read: dict[str, str] = yaml.safe_load((ROOM / folder / "card.yml").read_text())
    return read


def code(folder: str) -> str:
    own = [path for path in (ROOM / folder).glob("*.py") if path.stem not in ("standin", "genuine")]
    return "".join(path.read_text() for path in own)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_card_answers_for_every_item_with_done_or_a_reason(folder: str) -> None:
    assert list(card(folder)) == ITEMS
    for said in card(folder).values():
        assert said == "done" or said.startswith("exempt: ")


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_card_calls_done_stands_in_the_code(folder: str) -> None:
    words = SHOWN_BY | ({"opt_out": "opted_out"} if folder == "twilio" else {})
    missing = [
        item for item, word in words.items() if card(folder)[item] == "done" and word not in code(folder)
    ]

    assert missing == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_files_health_and_fakes_are_there_exactly_where_the_card_says_so(folder: str) -> None:
    said = card(folder)
    methods = {name for name, _ in inspect.getmembers(ADAPTERS[folder], inspect.isfunction)}

    assert ("fetch" in methods or folder in WITH_FILES_INSIDE) == (said["media"] == "done")
    assert ("examine" in methods) == (said["health"] == "done")
    assert (ROOM / folder / "standin.py").exists() == (said["stand_in"] == "done")
    captured = list((Path(__file__).parent / folder / "payloads").glob("*"))
    assert bool(captured) == (said["payloads"] == "done")
