"""When a borrower wants to be reached, and when not."""

from __future__ import annotations

from dataclasses import replace

from reading.days import Seen
from reading.text import HAN, MASK
from reading.windows import grammar
from reading.windows.anaphora import meant_then, on_other_days, on_those_days_told
from reading.windows.asked import only_tells
from reading.windows.between import (
    cut,
    days_told_last,
    hours_of_the_other_days,
    joined_refusal,
    on_those_days,
    whole_week,
    within,
    without_days,
)
from reading.windows.carried import carried, instead_of_work, narrowed, of_that_day, without_narrowed
from reading.windows.clause import hours_of, speaks_of_paying, windows_of
from reading.windows.hours import ALL_DAYS, CLOCK, DAY_END, Window, weekdays
from reading.windows.plainly import plainly
from reading.windows.refusals import ACTIVITY, FEAST, WELCOME, busy_then, goes_on, only_hours
from reading.windows.remembered import Remembered
from reading.windows.signs import (
    ANYTIME,
    AT_IT,
    EXCEPT,
    FROM_AN_HOUR,
    HOURS_NEXT,
    NAMES_IT,
    NOT_ON,
    ONE_HOUR,
    OR_AS_WELL,
    OTHERWISE,
    by_the_way,
    judged,
    tells_of_life,
    timed,
)
from reading.windows.told import (
    AFTER_WORK,
    ASKS,
    BEGINS_WORK,
    LIVES,
    OWN_CALL,
    PRICED,
    REASON,
    TOLD,
    YOU_DO,
)
from reading.windows.weekly import SUM, said_barely
from reading.windows.zh_refused import goes_on_with, meant, of_somebody_else
from reading.windows.zh_said import (
    keeps_busy,
    of_the_day_before,
    only_then,
    only_told,
    rises,
    spent_then,
    told_again,
    with_days_told,
)
from reading.windows.zh_then import meant_then_zh
from reading.words.spelling import spelt

__all__ = ["Window", "find_windows", "speaks_of_paying"]


def find_windows(text: str, language: str, seen: Seen) -> tuple[Window, ...]:
    """The time windows of folded `text`, from which phones are masked; none where it speaks of paying only."""
    if HAN.search(text):
        return grammar.find(text, language, seen)
    heard = _Heard(plainly(spelt(text, language)), language, seen)
    for start, end in heard.parts:
        heard.take(start, end)
    return heard.windows_left()


class _Heard(Remembered):
    """What the clauses so far said of being reached: each is heard in the light of those before it."""

    def take(self, start: int, end: int) -> None:
        """Hear the clause that stands there."""
        clause = BEGINS_WORK.sub(lambda said: MASK * len(said[0]), self.text[start:end])
        cuts = bool(FROM_AN_HOUR.match(clause)) and not whole_week(self.windows)
        excepted = bool(EXCEPT.match(clause)) and not cuts
        if self.windows and excepted and not whole_week(self.windows):
            self.windows = without_days(self.windows, clause, self.grammar)
            return
        exempt = excepted and (whole_week(self.windows) or bool(ANYTIME.search(self.last)))
        if exempt and HOURS_NEXT.match(self.text, end) and weekdays(clause, self.grammar):
            self.windows = without_days([Window(ALL_DAYS, 0, DAY_END)], clause, self.grammar)
            return
        if exempt and (others := hours_of_the_other_days(self.last, clause, self.grammar)):
            self.windows, self.by_clock = others, list(others)
            return
        if exempt:
            self.windows, clause = [], clause.replace("pero no", "excepto")
            self.reached = self.reached or not self.pays
        about = self._about(clause, end, exempt=exempt)
        loosely = self._loosely(clause)
        weekly = (
            not self.pays
            and said_barely(clause, self.grammar)
            and not (PRICED.search(clause) and not about)
            and not (self.sums and not about and not CLOCK.search(clause))
        )
        if self._wishes_nothing(clause, start, end):
            return
        told = None if self.pays else with_days_told(self.windows, clause, self.grammar)
        if told is not None:
            self.windows, self.by_clock = list(told), list(told)
            return
        if self._meant_then(clause, end):
            return
        found: list[Window] = []
        if about or loosely or weekly:
            found = self._found(clause, start, about=about, weekly=weekly)
        if not found and not self.pays and self._turned(start, end):
            return
        if not found and not self.pays:
            found = carried(clause, self.days, self.windows, self.grammar)
            self._add(found)
        self.heard.append((start, end, found))
        self._go_on(clause, found, end, addressed=about or loosely)

    def _turned(self, start: int, end: int) -> bool:
        """8点到6点手机锁着，别这时间打: whether the clause refuses the hours of those before it."""
        turned = meant(self.heard, self.text, start, end, self._told_of)
        if turned:
            gone = [replace(window, wanted=True) for window in turned]
            self.windows = [window for window in self.windows if window not in gone]
            self.by_clock = [window for window in self.by_clock if window not in gone] + turned
            self._add(turned)
            self.heard, self.previous = [], turned
        return bool(turned)

    def _meant_then(self, clause: str, end: int) -> bool:
        """Whether the clause means the time told before it: "... text me after that"."""
        if self.pays:
            return False
        if HAN.search(self.text):
            return self._meant_then_zh(clause, end)
        if self.told is None:
            return False
        meant = meant_then(clause, self.told, self.grammar, self.language, self.seen)
        if meant is None:
            return False
        refuses = not meant[0].wanted
        gone = [window for window in self.told.windows if refuses or window.wanted]
        self.windows = [window for window in self.windows if window not in gone]
        self._add(meant)
        self.by_clock = [window for window in self.by_clock if window not in gone] + meant
        self._go_on(clause, meant, end, addressed=True)
        return True

    def _meant_then_zh(self, clause: str, end: int) -> bool:
        """The same in Chinese: 六点关门，关门后打."""
        if OTHERWISE.search(self.text[max(0, end - len(clause) - 12) : end - len(clause)]):
            return False
        told = self.previous or self._told_of(self.last)
        meant = meant_then_zh(clause, self.last, told, self.grammar)
        if not meant:
            return False
        self.windows = [window for window in self.windows if window not in self.previous]
        self.by_clock = [window for window in self.by_clock if window not in self.previous] + meant
        self._add(meant)
        self._go_on(clause, meant, end, addressed=True)
        return True

    def _about(self, clause: str, end: int, *, exempt: bool) -> bool:
        """Whether the clause itself speaks of reaching the borrower, or goes on where one did."""
        if self.grammar.topic.search(OWN_CALL.sub(" ", clause)):
            return True
        if self.pays:
            return False
        return (
            exempt
            or (bool(NOT_ON.match(clause)) and bool(FEAST.search(clause)))
            or busy_then(clause, self.text[end:])
            or ((self.reached or bool(self.windows)) and judged(clause))
            or (self.reached and only_then(self.text[: end - len(clause)], clause, self.grammar))
            or (self.reached and bool(ANYTIME.search(clause)) and weekdays(clause, self.grammar) is not None)
            or (
                self.reached
                and bool(HAN.search(clause) and CLOCK.search(clause))
                and timed(clause, self.grammar)
            )
            or (self.addressed and (goes_on(clause) or timed(clause, self.grammar)))
        )

    def _loosely(self, clause: str) -> bool:
        """Whether the clause tells when the borrower is busy or free, and nothing of money."""
        if not self.grammar.loosely.search(clause) or speaks_of_paying(clause):
            return False
        if HAN.search(clause):
            return True
        return not (
            (self.language == "en" and SUM.search(clause)) or (self.pays and not CLOCK.search(clause))
        )

    def _wishes_nothing(self, clause: str, start: int, end: int) -> bool:
        if of_somebody_else(clause) and not CLOCK.search(clause):
            return True
        if self.how_often and weekdays(clause, self.grammar) in (None, ALL_DAYS):
            return not hours_of(clause, self.grammar, False)[0]
        if self.complains and YOU_DO.search(self.text, max(0, start - 8), end):
            return True
        because = bool(self.windows) and bool(REASON.search(self.text[max(0, start - 40) : start]))
        return because or bool(TOLD.search(clause)) or rises(clause, self.text[end:])

    def _found(self, clause: str, start: int, *, about: bool, weekly: bool) -> list[Window]:
        """The clause's own windows, as those before it let them be understood; they are added to the others."""
        found = windows_of(
            clause, self.grammar, self.language, self.seen, about=about or weekly, once=self.once,
            denied=(keeps_busy(clause, self.text[start + len(clause) :]) and not self.grammar.topic.search(clause))
            or self._goes_on_refusing(clause, start),
        )  # fmt: skip
        found = self._in_the_light_of_the_last(clause, found, start)
        last_told = days_told_last(self.previous, found, clause, self.grammar)
        if last_told:
            gone = self.previous
            self.windows = [window for window in self.windows if window not in gone]
            self.by_clock = [window for window in self.by_clock if window not in gone]
            found = last_told
        found = on_those_days(self.windows, found, clause, self.grammar)
        if self.told is not None:
            found = on_other_days(clause, self.told, found, self.grammar)
            found = on_those_days_told(clause, self.told, found, self.grammar)
        found = cut(self.windows, found, clause, self.grammar)
        found = of_that_day(self.windows, found, clause, self.grammar)
        found = of_the_day_before(found, clause, self.last, self.grammar, self.language, self.seen)
        found = instead_of_work(self.windows, found, clause, self.text[:start])
        self._add(found)
        self.by_clock += found if CLOCK.search(clause) else []
        lives = bool(LIVES.search(clause)) and not (about and ASKS.search(clause))
        told = lives or only_told(found, clause, self.grammar) or by_the_way(clause, about or weekly)
        if told and not CLOCK.search(clause):
            self.remarks += found
        elif tells_of_life(clause) and not CLOCK.search(clause):
            self.part_of_life += [window for window in found if window.days == ALL_DAYS and not window.on]
        if only_tells(clause, self.grammar):
            self.only_told += [window for window in found if window.wanted and window not in self.only_told]
        otherwise = OTHERWISE.search(self.text[max(0, start - 40) : start]) and any(
            window.wanted for window in self.previous
        )
        refuses = self.grammar.unwanted.search(clause) and not otherwise
        sum_before = SUM.search(self.last) and not HAN.search(self.last)
        if about and not found and self.last and refuses and not (self.pays or sum_before):
            self._refuse(clause)
        return found

    def _goes_on_refusing(self, clause: str, start: int) -> bool:
        """ "Not on Fridays after two or at any time on Saturdays": what is refused besides."""
        return bool(
            OR_AS_WELL.search(self.text[max(0, start - 8) : start])
            and self.grammar.unwanted.search(self.last)
            and not any(window.wanted for window in self.previous)
            and not WELCOME.search(ANYTIME.sub(" ", clause))
        )

    def _in_the_light_of_the_last(self, clause: str, found: list[Window], start: int) -> list[Window]:
        """Hours alone may be those of the days just told, or of the part of day just refused."""
        if told_again(clause, found, self.windows):
            return []
        if spent_then(self.last, self.previous, found):
            self.windows = [window for window in self.windows if window not in self.previous]
            return [replace(window, days=self.previous[0].days) for window in found]
        if (
            AT_IT.match(clause)
            and self.grammar.unwanted.search(self.last)
            and self.previous
            and all(not one.wanted and one.end - one.start == DAY_END for one in self.previous)
            and weekdays(clause, self.grammar) is None
        ):
            return []  # "Not on Saturdays, I've got customers from 8 to 6": why the day is refused.
        if NAMES_IT.match(clause) and only_hours(clause) and len(self.previous) == 1:
            part = self.previous[0]
            if part not in self.by_clock:  # "On my lunch, it's 6:30 to 7".
                self.windows = [window for window in self.windows if window != part]
                return [replace(part, start=window.start, end=window.end) for window in found]
        if joined_refusal(self.text[:start], clause, self.last, self.grammar):
            self._refuse_also(self.previous)
        if (
            (only_hours(clause) or AT_IT.match(clause))
            and self.grammar.unwanted.search(self.last)
            and (ACTIVITY.search(self.last) or within(found, self.previous))
        ):
            self.windows = [window for window in self.windows if window not in self.previous]
            return [replace(window, wanted=False) for window in found]
        if len(self.previous) == 1 and self.previous[0].end - self.previous[0].start <= ONE_HOUR:
            if narrowed(clause, self.previous, self.by_clock):
                self.windows = without_narrowed(self.windows, self.previous, found)
        if self.days is None or weekdays(clause, self.grammar) is not None:
            return found
        if (
            self.previous
            and not (CLOCK.search(clause) and all(window in self.only_told for window in self.previous))
            and not LIVES.search(self.last)
            and not AFTER_WORK.search(clause)
            and not narrowed(clause, self.previous, self.by_clock)
            and not goes_on_with(clause)
        ):
            return found
        found = [window if window.on else replace(window, days=self.days) for window in found]
        self.windows = without_narrowed(self.windows, self.previous, found)
        self.by_clock = [window for window in self.by_clock if window in self.windows]
        return found
