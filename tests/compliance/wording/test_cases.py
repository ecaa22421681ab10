"""The bars of the wording guard, on the cases that may be read and on those held out."""

from __future__ import annotations

import pytest

from compliance.wording import CATEGORIES
from core.languages import LANGUAGES
from tests.compliance.wording.scoring import Half, cases, score

MISSED_AT_MOST = 0.05
GOOD_BLOCKED_AT_MOST = 0.04
RIGHTLY_NAMED_AT_LEAST = 0.85


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", ["open", "held_out"])
def test_bad_texts_are_blocked_and_good_ones_pass(language: str, half: Half) -> None:
    found = score(language, half)

    assert found.blocked >= (1 - MISSED_AT_MOST) * found.bad
    assert found.rightly_named >= RIGHTLY_NAMED_AT_LEAST * found.bad
    assert found.good_blocked <= GOOD_BLOCKED_AT_MOST * found.good


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_category_has_cases_in_every_language(language: str) -> None:
    assert {case.category for case in cases(language)} == CATEGORIES | {None}
    assert sum(case.category is not None for case in cases(language)) >= 150
    assert sum(case.category is None for case in cases(language)) >= 140
