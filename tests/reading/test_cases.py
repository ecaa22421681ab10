"""Every sentence of the case files is read as two careful people would read it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.case_files import FOLDER, differences, load

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['say'][:60]}")
    for path in sorted(FOLDER.glob("*.yml"))
    for case in load(path.stem)
]


@pytest.mark.parametrize("case", CASES)
def test_is_read_as_a_careful_person_would(case: dict[str, Any]) -> None:
    assert differences(case) == {}
