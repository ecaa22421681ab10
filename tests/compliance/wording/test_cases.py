"""The bars of the wording guard, on the cases that may be read and on those held out."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from compliance.wording import CATEGORIES
from core.languages import LANGUAGES
from tests.compliance.wording.scoring import Half, cases, score


class Bars(NamedTuple):
    """Shares: bad texts missed at most, rightly named at least, good ones blocked at most."""

    missed: float
    named: float
    good_blocked: float


# The open half may be read while rules and examples are widened; the other shows how far they reach.
OPEN = Bars(0.0, 1.0, 0.02)
HELD_OUT = {
    "en": Bars(0.12, 0.88, 0.02),
    "es": Bars(0.12, 0.88, 0.02),
    "zh-Hans": Bars(0.06, 0.92, 0.02),
    "zh-Hant": Bars(0.08, 0.92, 0.02),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", ["open", "held_out"])
def test_bad_texts_are_blocked_and_good_ones_pass(language: str, half: Half) -> None:
    found = score(language, half)
    bars = OPEN if half == "open" else HELD_OUT[language]

    assert found.bad - found.blocked <= bars.missed * found.bad
    assert found.rightly_named >= bars.named * found.bad
    assert found.good_blocked <= bars.good_blocked * found.good


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_category_has_cases_in_every_language(language: str) -> None:
    assert {case.category for case in cases(language)} == CATEGORIES | {None}
    assert sum(case.category is not None for case in cases(language)) >= 150
    assert sum(case.category is None for case in cases(language)) >= 140
