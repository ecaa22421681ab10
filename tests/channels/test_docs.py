"""What can be set is written down where a lender's engineer looks."""

from __future__ import annotations

import re
from pathlib import Path

import channels.settings
from channels.registry import PROVIDERS

HOW_TO = Path(channels.settings.__file__).parents[1] / "docs" / "how-to"
# Set by tests and stages to their stand-ins' addresses, and by the gateway to a key of its own.
INSIDE = {"KEPT_TWILIO_API", "KEPT_TELEGRAM_API", "KEPT_WECHAT_API", "KEPT_WEBCHAT_SECRET"}


def pages() -> str:
    return "".join(path.read_text() for path in HOW_TO.glob("connect-*.md"))


def test_every_setting_of_a_channel_stands_in_a_how_to() -> None:
    known = set(re.findall(r"KEPT_[A-Z_]+", Path(channels.settings.__file__).read_text())) - INSIDE

    assert sorted(name for name in known if name not in pages()) == []


def test_every_providers_route_stands_in_a_how_to() -> None:
    routes = [provider.path for provider in PROVIDERS if provider.name not in ("webchat", "letters_cancel")]

    assert [path for path in routes if path not in pages()] == []
