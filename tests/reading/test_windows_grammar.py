"""Statements from marks, each rule by its name; and what statements come to in the light of those before them."""

from __future__ import annotations

from datetime import date

import pytest

from reading.days import Seen
from reading.windows import find_windows, latin
from reading.windows.hours import ALL_DAYS, Window
from reading.windows.lexicon import lexicon
from reading.windows.marks import COMMA, STOP, Kind, Mark, Shape, Stretch, Value
from reading.windows.sounding import likeliest
from reading.windows.statements import Stance, Statement, cuts

TODAY = Seen(date(2026, 11, 18))
NINE_TO_FIVE = Stretch.of(Shape.SPAN, 9 * 60, 17 * 60)
AFTER_SIX = Stretch.of(Shape.FROM, 18 * 60, 24 * 60)
WEEKEND = (5, 6)


def _cut(marks: list[Mark]) -> list[Statement]:
    """The cheapest way to cut them."""
    return next(cuts(marks, 1))[1]


def marked(*said: tuple[Kind, Value]) -> list[Mark]:
    """Marks one after another, a few characters each."""
    return [Mark(kind, place * 6, place * 6 + 5, value) for place, (kind, value) in enumerate(said)]


def heard(text: str) -> list[Statement]:
    return _cut(latin.marks(text, "en", TODAY))


def told(text: str, language: str = "en") -> list[str]:
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return [
        ("" if window.wanted else "not ")
        + (
            str(window.on)
            if window.on
            else "all"
            if window.days == ALL_DAYS
            else " ".join(names[day] for day in window.days)
        )
        + f" {window.start // 60:02d}:{window.start % 60:02d}-{window.end // 60:02d}:{window.end % 60:02d}"
        for window in find_windows(text, language, TODAY)
    ]


def test_a_cue_takes_the_times_of_its_own_clause() -> None:
    statements = _cut(
        marked(
            (Kind.DAYS, WEEKEND),
            (Kind.UNSUITED, None),
            (Kind.BREAK, COMMA),
            (Kind.HOURS, AFTER_SIX),
            (Kind.SUITS, None),
        )
    )

    assert [(one.stance, len(one.times)) for one in statements] == [(Stance.REFUSE, 1), (Stance.WISH, 1)]


def test_times_that_nothing_judges_are_taken_by_the_cue_behind_the_comma() -> None:
    statements = _cut(marked((Kind.HOURS, NINE_TO_FIVE), (Kind.BREAK, COMMA), (Kind.REFUSE, None)))

    assert [one.stance for one in statements] == [Stance.REFUSE]


def test_a_full_stop_parts_what_has_cues_of_its_own() -> None:
    statements = _cut(
        marked(
            (Kind.BUSY, None),
            (Kind.HOURS, NINE_TO_FIVE),
            (Kind.BREAK, STOP),
            (Kind.WISH, None),
            (Kind.HOURS, AFTER_SIX),
        )
    )

    assert [one.stance for one in statements] == [Stance.BUSY, Stance.WISH]


def test_money_keeps_its_day_to_itself() -> None:
    statements = heard("i'll pay friday, call me after 5")

    assert [one.stance for one in statements] == [Stance.ASIDE, Stance.WISH]
    assert statements[1].times[0].dayless


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("call me tuesdays 9 to 12 and fridays after 3", 2),
        ("call me 9 to 12 on tuesdays or 2 to 4 on fridays", 2),
        ("call me tuesdays and fridays 9 to 12 or after 3", 1),
        ("call me evenings and weekends", 2),
    ],
)
def test_hours_go_with_the_days_that_stand_closest(text: str, groups: int) -> None:
    assert [len(one.times) for one in heard(text)] == [groups]


@pytest.mark.parametrize(
    ("rule", "text", "windows"),
    [
        ("a refusal without times means those before it", "9 to 5 i'm at work. don't call then", ["not all 09:00-17:00"]),
        ("busy is only a reason where a wish has times", "i'm in class 9 to 3, text me after 4", ["all 16:00-24:00"]),
        ("busy until an hour is free from then on", "i'm driving until 6, call me then", ["all 18:00-24:00"]),
        ("after a stretch is from its end on", "i watch the baby from noon to three, call after that", ["all 15:00-24:00"]),
        ("before what begins is up to it", "i start work at 2 so call before that", ["all 00:00-14:00"]),
        ("two reasons bound a gap", "i get off at 12:30 and i go in at 3, call me in that time", ["all 12:30-15:00"]),
        ("days told in one clause are those of the next", "thursdays i'm off, call me 10 to 12", ["thu 10:00-12:00"]),
        ("excepted days are taken out", "any day but sunday, 4 to 8", ["mon tue wed thu fri sat 16:00-20:00"]),
        ("the other days are those not told", "tuesdays are bad, any other day after 5", ["not tue 00:00-24:00", "mon wed thu fri sat sun 17:00-24:00"]),
        ("hours by the clock take the place of the part of the day", "mornings are best, 8 to 11", ["all 08:00-11:00"]),
        ("one single day is that of all hours", "i have an exam tomorrow, don't call between 1 and 4", ["not 2026-11-19 13:00-16:00"]),
        ("the channel is refused and not the hours", "whatsapp me don't ring, after 8 at night", ["all 20:00-24:00"]),
        ("not after an hour is in the evening", "not after 9 please", ["not all 21:00-24:00"]),
        ("a term holds for each of its days", "don't call me until friday", ["not 2026-11-18 00:00-24:00", "not 2026-11-19 00:00-24:00"]),
        ("any time tells no time", "text me any time", []),
    ],
)  # fmt: skip
def test_statements_come_to_windows(rule: str, text: str, windows: list[str]) -> None:
    assert told(text) == windows, rule


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("salgo a las 6, despues de esa hora si", ["all 18:00-24:00"]),
        (
            "de lunes a viernes trabajo de 9 a 6, no me llamen en ese horario",
            ["not mon tue wed thu fri 09:00-18:00"],
        ),
        ("mejor mensajes, llamadas no, y solo los sabados", ["sat 00:00-24:00"]),
        ("nada de llamadas despues de las 8 ni los domingos", ["not all 20:00-24:00", "not sun 00:00-24:00"]),
    ],
)
def test_the_same_rules_hear_spanish(text: str, windows: list[str]) -> None:
    assert told(text, "es") == windows


@pytest.mark.parametrize(
    "text",
    [
        "i get paid friday at 5",
        "you called me at 6 in the morning",
        "45 on the 13th and the rest on the 20th",
        "i have a doctors appointment tomorrow at 3",
        "sorry not tomorrow i meant saturday",
    ],
)
def test_days_of_paying_and_of_life_are_no_windows(text: str) -> None:
    assert told(text) == []


def test_no_character_is_two_cues() -> None:
    cues, left = lexicon("en").cues("please don't call me at work, text instead")

    covered = [place for cue in cues for place in range(cue.start, cue.end)]
    assert len(covered) == len(set(covered))
    assert len(left) == len("please don't call me at work, text instead")


def test_of_cuts_that_cost_about_the_same_the_one_is_taken_whose_times_sound_so() -> None:
    text = "call me after five not before noon"
    five, noon = (
        Mark(
            Kind.HOURS, text.index(word), text.index(word) + len(word), Stretch.of(Shape.FROM, hour, 24 * 60)
        )
        for word, hour in (("after five", 17 * 60), ("before noon", 12 * 60))
    )
    meant = (Window(ALL_DAYS, 17 * 60, 24 * 60), Window(ALL_DAYS, 12 * 60, 24 * 60, wanted=False))
    turned = (Window(ALL_DAYS, 17 * 60, 24 * 60, wanted=False), Window(ALL_DAYS, 12 * 60, 24 * 60))

    assert likeliest([(1.0, turned), (1.2, meant)], text, [five, noon]) == meant
    assert likeliest([(1.0, turned), (20.0, meant)], text, [five, noon]) == turned
    assert likeliest([(1.0, ()), (1.2, meant)], text, [five, noon]) == ()
