"""What is kept of the clauses of a message while it is heard, and what is left of it in the end."""

from __future__ import annotations

from dataclasses import replace

from reading.days import Seen
from reading.text import HAN
from reading.windows.anaphora import Told, other_days, tells
from reading.windows.asked import wishes
from reading.windows.between import (
    contradicted,
    outermost,
    refused,
    told_closer,
    without_contraries,
)
from reading.windows.clause import grammar_of, hours_of, parts, speaks_of_paying, windows_of
from reading.windows.es_clock import BESIDE_ONE_DAY
from reading.windows.hours import ALL_DAYS, CLOCK, DAY_END, Window, weekdays
from reading.windows.once import JUST_ONCE
from reading.windows.refusals import VERDICT
from reading.windows.signs import (
    SENTENCE_ENDS,
    TIMED,
)
from reading.windows.term import find_term
from reading.windows.that_day import on_that_day
from reading.windows.told import (
    COMPLAINS,
    HOW_OFTEN,
    TOLD,
)
from reading.windows.weekly import SUM, said_barely


class Remembered:
    """The windows so far, the clause before, and what the whole text is about."""

    def __init__(self, text: str, language: str, seen: Seen) -> None:
        self.pays = speaks_of_paying(text)
        self.once = bool(JUST_ONCE.search(text) or (language == "es" and BESIDE_ONE_DAY.search(text)))
        self.term = None if self.pays else find_term(text, language, seen)
        text = self.term.rest if self.term else text
        self.text, self.language, self.seen = text, language, seen
        self.grammar = grammar_of(text, language)
        # "Fridays are good. 100, 100 and 150": days to pay on.
        self.sums = not HAN.search(text) and bool(SUM.search(TIMED.sub(" ", text)))
        self.how_often = bool(HOW_OFTEN.search(text))
        self.complains = bool(COMPLAINS.search(text))
        self.parts = parts(text, self.grammar)
        self.reached = not self.pays and any(
            self._of_being_reached(text[start:end]) for start, end in self.parts
        )
        self.windows: list[Window] = []
        self.by_clock: list[Window] = []
        self.remarks: list[Window] = []
        self.only_told: list[Window] = []
        self.part_of_life: list[Window] = []
        self.heard: list[tuple[int, int, list[Window]]] = []
        # The clause before, its windows, its days, and whether it speaks to us.
        self.last = ""
        self.previous: list[Window] = []
        self.days: tuple[int, ...] | None = None
        self.addressed = False
        self.told: Told | None = None

    def windows_left(self) -> tuple[Window, ...]:
        """The windows, without those that hours by the clock tell closer or contradict."""
        if self.windows and not wishes(self.text, self.grammar):
            return ()
        windows = [
            window
            for window in self.windows
            if window not in self.remarks or window in self.by_clock or not self.by_clock
        ]
        if any(
            (window.wanted or (window in self.by_clock and not HAN.search(self.text)))
            and window not in self.only_told
            for window in windows
        ):
            windows = [window for window in windows if window not in self.only_told]
        by_clock = {window.wanted for window in self.by_clock}
        yields = [one for one in self.part_of_life if (by_clock if one.wanted else False in by_clock)]
        windows = [one for one in windows if one not in yields or one in self.by_clock]
        left = [
            window
            for window in without_contraries(windows)
            if window in self.by_clock
            or not (told_closer(window, self.by_clock) or contradicted(window, self.by_clock))
        ]
        left = outermost(left)
        if not self.pays:
            left = on_that_day(self.text, left, self.grammar, self.language, self.seen)
        if self.term is None:
            return tuple(left)
        return tuple(self.term.over(left) if left else self.term.left_alone(self.text, self.grammar))

    def _of_being_reached(self, clause: str) -> bool:
        return bool(
            self.grammar.topic.search(clause)
            or (bool(VERDICT.search(clause)) and len(weekdays(clause, self.grammar) or ()) > 2)
            or (said_barely(clause, self.grammar) and not (self.sums and not CLOCK.search(clause)))
            or (self.grammar.loosely.search(clause) and hours_of(clause, self.grammar, False)[0])
        )

    def _told_of(self, clause: str) -> list[Window]:
        """The hours by the clock of a clause that wished nothing by itself."""
        if not CLOCK.search(clause) or self.grammar.payment.search(clause) or TOLD.search(clause):
            return []
        told = windows_of(clause, self.grammar, self.language, self.seen, about=False, denied=True)
        return [window for window in told if not window.start or window.end < DAY_END]

    def _refuse_also(self, told: list[Window]) -> None:
        """What was told before in the same breath is refused as well."""
        self.windows = [replace(one, wanted=False) if one in told else one for one in self.windows]
        self.by_clock = [replace(one, wanted=False) if one in told else one for one in self.by_clock]

    def _refuse(self, clause: str) -> None:
        """The clause refuses, and names no time: it means those of the clause before."""
        meant = refused(clause, self.last, self.previous, self.grammar, self.language, self.seen)
        if meant:
            self.windows = [window for window in self.windows if window not in self.previous] + meant
            self.by_clock = [window for window in self.by_clock if window not in self.previous] + meant

    def _add(self, found: list[Window]) -> None:
        self.windows += [window for window in found if window not in self.windows]

    def _go_on(self, clause: str, found: list[Window], end: int, *, addressed: bool) -> None:
        self.last, self.previous, self.addressed = clause, found, addressed
        others = other_days(clause, self.told, self.grammar)
        if tells(clause, self.grammar):
            self.told = Told(clause, tuple(found))
        ends = self.grammar.payment.search(clause) or SENTENCE_ENDS.search(self.text[max(0, end - 40) : end])
        carried_on = found[0].days if found and not found[0].on and found[0].days != ALL_DAYS else None
        self.days = None if ends else others or weekdays(clause, self.grammar) or carried_on
