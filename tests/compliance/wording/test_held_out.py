"""What texts that nobody trained on, or looked at, meet: held at what is reached, less a little.

Nobody reads `held_out_wording/`; only these shares are known.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from compliance.wording import Verdict, judge

FOLDER = Path(__file__).parent.parent / "held_out_wording"
PLACES = {"en": "US-TX", "es": "MX", "zh-Hans": "CN", "zh-Hant": "TW"}


class Bars(NamedTuple):
    """Shares: bad ones blocked at least, of them rightly named at least, good ones blocked at most."""

    blocked: float
    named: float
    good_blocked: float


REACHED = {
    "en": Bars(0.96, 0.96, 0.04),
    "es": Bars(0.97, 0.94, 0.04),
    "zh-Hans": Bars(0.98, 0.96, 0.04),
    "zh-Hant": Bars(0.96, 0.95, 0.04),
}


def judged(language: str, item: dict[str, Any]) -> Verdict:
    return judge(
        item["text"],
        lang=language,
        jurisdiction=PLACES[language],
        verified_party=item.get("verified", True),
        facts=item.get("facts"),
    )


@pytest.mark.parametrize("language", PLACES)
def test_unseen_texts_are_judged_no_worse_than_before(language: str) -> None:
    held = yaml.safe_load((FOLDER / f"{language}.yml").read_text(encoding="utf-8"))
    bad = [(item["category"], judged(language, item).violations) for item in held["bad"]]
    stopped = [(category, found) for category, found in bad if found]
    good = [bool(judged(language, item).violations) for item in held["good"]]

    reached = REACHED[language]
    assert len(stopped) / len(bad) >= reached.blocked
    assert sum(category in found for category, found in stopped) / len(stopped) >= reached.named
    assert sum(good) / len(good) <= reached.good_blocked
