"""Chinese told as marks: hours by the clock, days, and the words around them (folded text)."""

from __future__ import annotations

from datetime import date

import pytest

from reading.days import Seen
from reading.windows import about_zh
from reading.windows.clock_zh import hours
from reading.windows.days_zh import dates, days
from reading.windows.hours import clock
from reading.windows.marks import Kind, Mark, Stretch
from reading.windows.statements import cuts
from reading.windows.words_zh import marks

WEDNESDAY = Seen(date(2026, 11, 18), True, minute=600)


def told(text: str, *, wanted: bool = True) -> list[str]:
    """The hours of `text` as 09:00-17:00, in its order."""
    found = [mark.value for mark in hours(text)[0] if isinstance(mark.value, Stretch)]
    return [
        f"{clock(start)}-{clock(end)}" for stretch in found for start, end in stretch.pieces(wanted=wanted)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("早上八点到下午三点半", ["08:00-15:30"]),
        ("9到12点", ["09:00-12:00"]),
        ("朝九晚六", ["09:00-18:00"]),
        ("下午1到4点", ["13:00-16:00"]),
        ("2:30-下午5:30", ["14:30-17:30"]),
        ("晚上10点到早上7点", ["22:00-24:00", "00:00-07:00"]),
        ("中午十一点半到两点", ["11:30-14:00"]),
        ("早上6点开工做到下午3点", ["06:00-15:00"]),
        ("三点一刻后", ["15:15-24:00"]),
        ("只有晚上有空,8点到10点", ["20:00-22:00"]),
        ("五六点", ["17:00-18:00"]),
        ("中午和晚上七点后", ["12:00-14:00", "19:00-24:00"]),
        ("随时", ["00:00-24:00"]),
        ("早一点打", []),
    ],
)
def test_hours_are_read_as_they_are_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_bare_hour_is_of_the_evening_when_it_is_refused() -> None:
    assert told("9点后") == ["09:00-24:00"]
    assert told("9点后", wanted=False) == ["21:00-24:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("六点前别打,六点半后可以", ["00:00-18:00", "18:30-24:00"]),
        ("加班到九点,所以九点之后打", ["00:00-21:00", "21:00-24:00"]),
        ("晚上八点下班,十点后打", ["20:00-21:00", "22:00-24:00"]),
        ("上午不行,晚上八点后可以", ["09:00-12:00", "20:00-24:00"]),
    ],
)
def test_a_bare_hour_is_of_the_half_of_day_that_its_neighbour_is_of(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周一三五", [(0, 2, 4)]),
        ("礼拜二跟礼拜四", [(1, 3)]),
        ("星期一至五", [(0, 1, 2, 3, 4)]),
        ("平日", [(0, 1, 2, 3, 4)]),
        ("双休日", [(5, 6)]),
        ("二四六可以", [(1, 3, 5)]),
        ("周末打,平时不方便", [(5, 6), (0, 1, 2, 3, 4)]),
    ],
)
def test_weekdays_are_every_weeks(text: str, expected: list[tuple[int, ...]]) -> None:
    assert [mark.value for mark in sorted(days(text)[0], key=lambda mark: mark.start)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明天", [date(2026, 11, 19)]),
        ("这周五", [date(2026, 11, 20)]),
        ("12月1日至3日", [date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3)]),
        ("周五", []),
    ],
)
def test_single_days_are_those_that_come_once(text: str, expected: list[date]) -> None:
    found = [mark.value for mark in dates(text, "zh-Hans", WEDNESDAY)[0]]
    assert [day for value in found if isinstance(value, tuple) for day in value] == expected


def cues(text: str) -> list[Kind]:
    """The kinds of the marks of `text` that are neither times nor breaks."""
    others = (Kind.HOURS, Kind.DAYS, Kind.DATES, Kind.BREAK)
    return [mark.kind for mark in read(text) if mark.kind not in others]


def read(text: str) -> list[Mark]:
    return marks(text, "zh-Hans", WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("别在早上八点打", [Kind.REFUSE]),
        ("八点到五点接不了", [Kind.BUSY]),
        ("六点下班,之后打", [Kind.ENDS, Kind.AFTER_THEN, Kind.WISH]),
        ("十点就睡了", [Kind.BEGINS]),
        ("除了周三都可以", [Kind.EXCEPT, Kind.SUITS]),
        ("这段时间别打", [Kind.THEN, Kind.REFUSE]),
        ("其他时间都行", [Kind.OTHERWISE, Kind.SUITS]),
        ("唔得闲", [Kind.BUSY]),
        ("先得闲", [Kind.SUITS]),
        ("别打给我妈", [Kind.ASIDE]),
        ("别天天打", [Kind.ASIDE]),
        ("周五还你五百", [Kind.PAY, Kind.PAY]),
    ],
)
def test_words_are_the_cues_that_they_mean(text: str, expected: list[Kind]) -> None:
    assert cues(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周五", False),
        ("明天上午", False),
        ("周一到周五晚上八点以后", True),
        ("我下周三手术", False),
        ("晚上七点前都在忙", True),
        ("几点下班?", False),
    ],
)
def test_times_alone_are_heeded_where_they_answer_when_to_call(text: str, *, expected: bool) -> None:
    found = read(text)
    assert any(about_zh.asked(next(cuts(found, 1))[1], text, found)) is expected
