"""The lists of the three languages: complete, short of line, without frames that say nothing, read in linear time."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest

from core.errors import Invalid
from reading import read_hardship_reason
from reading.hardship.frames import Frames, vocabulary
from reading.hardship.lists import SPACED, befell, lines, source
from reading.hardship.reasons import ORDER
from tests.reading.hardship.paths import LISTS

LONGEST_LINE = 120
REASONS = {
    "job_loss", "income_drop", "illness", "accident", "family_event", "business_failure", "disaster", "wage_delay",
    "cash_flow", "overindebted", "other",
}  # fmt: skip


def test_the_order_gives_every_reason_of_the_ontology() -> None:
    assert {reason for _, reason in ORDER} == REASONS


def test_a_list_without_one_of_the_kinds_is_refused() -> None:
    with pytest.raises(Invalid):
        befell(["disaster"])


@pytest.mark.parametrize("language", SPACED)
def test_lines_stay_short(language: str) -> None:
    written = (LISTS / f"{language}.yaml").read_text(encoding="utf-8").splitlines()

    assert [line for line in written if len(line) > LONGEST_LINE] == []


@pytest.mark.parametrize("language", SPACED)
def test_no_line_stands_twice(language: str) -> None:
    told = Counter(line for entries in source(language)["befell"].values() for line in lines(entries))

    assert [line for line, times in told.items() if times > 1] == []


@pytest.mark.parametrize("language", SPACED)
def test_no_line_is_heard_in_nothing(language: str) -> None:
    """A frame whose parts may all be missing would be heard in any message."""
    listed = source(language)
    frames = Frames(SPACED[language], vocabulary(listed["words"], spaced=SPACED[language]))
    told = [line for entries in listed["befell"].values() for line in lines(entries)]

    assert [line for line in told if re.compile(frames.expression(line)).match("")] == []


@pytest.mark.parametrize("language", SPACED)
def test_no_frame_ends_in_words_that_may_be_any(language: str) -> None:
    told = [line for entries in source(language)["befell"].values() for line in lines(entries)]

    assert [line for line in told if re.search(r"~\d+(?: \||$| !)", line)] == []


@pytest.mark.parametrize("language", SPACED)
def test_every_named_list_is_used(language: str) -> None:
    written = (LISTS / f"{language}.yaml").read_text(encoding="utf-8")

    assert [name for name in source(language)["words"] if f"{{{name}}}" not in written] == []


@pytest.mark.parametrize(
    "unit",
    [
        "mom ", "my boss still not ", "the check is was is ", "a", "mi mama esta en el ", "no tengo de la ", "没", "我妈", "公司", "工资",
        "欠一二三", "i'm so very ", "not ", "lost my ", "1", "1,", " ",
    ],
)  # fmt: skip
def test_reading_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        start = time.perf_counter()
        read_hardship_reason(text)
        return time.perf_counter() - start

    seconds(100)
    short, long = min(seconds(500) for _ in range(3)), min(seconds(4000) for _ in range(3))

    assert long < max(short * 24, 0.5)
