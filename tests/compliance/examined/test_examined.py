"""An examiner's cases: written from the law alone, by place, without a look at the packs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from compliance.engine.cases import Case, read_cases, run
from compliance.engine.rulebook import standard

FOLDER = Path(__file__).parent
CASES = [case for path in sorted(FOLDER.glob("*.yml")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.name}")
def test_case(case: Case) -> None:
    result = run(case, standard())
    assert result.wrong is None
    # Waiting is said to help exactly where the message is put off.
    assert (result.decision.next_allowed_at is not None) == (case.expect == "defer")


def test_the_exam_asks_for_all_three_answers_in_every_round() -> None:
    answers = Counter(case.expect for case in CASES)
    assert set(answers) == {"allow", "defer", "block"}
    assert min(answers.values()) >= 100
