"""When a borrower wants to be reached, and when not.

The way of a message, and where a phrase goes:

1. `term`: how long the wish holds ("until Friday", "solo por hoy"); the rest goes on without these words.
2. Marks (`marks` names the kinds). Words for being reached stand in `en.yaml`, `es.yaml`, `zh.yaml`, a list a kind: a new way
   to say "don't call", "I'm at work" or "after that" goes there, with no code. Hours are read in `clock_en`, `clock_es`, `clock_zh`,
   weekdays and single days in `named_days` and `days_zh`; `plainly` and `es_clock` first put roundabout hours plainly ("half past").
   `latin` and `words_zh` bring them together.
3. `statements`: the marks are cut into statements, so that cues and times stand with what is closest; the costs are there.
4. `about`, `about_zh`: which statements are about being reached, and which only tell of a payment or of one's life.
5. `says`: what statements come to in the light of those before them ("then", "after that", "the other days").
6. `sounding`: of the cheapest cuts the one whose times sound as it takes them.
"""

from __future__ import annotations

from collections.abc import Iterable

from reading.days import Seen
from reading.hunch import sounds
from reading.text import HAN
from reading.windows import about, about_zh, latin, words_zh
from reading.windows.days_through import through
from reading.windows.doings import asks_no_hours, tells_of_a_shop
from reading.windows.hours import ALL_DAYS, DAY_END, Window
from reading.windows.lexicon import AT_WORK
from reading.windows.marks import TIMES, Kind, Stretch
from reading.windows.paying import speaks_of_paying
from reading.windows.plainly import plainly
from reading.windows.says import windows_of
from reading.windows.sounding import likeliest
from reading.windows.statements import Stance, Statement, cuts
from reading.windows.term import Term, find_term
from reading.words.spelling import spelt

__all__ = ["Window", "find_windows", "speaks_of_paying"]

# Log-odds from which a message surely says when to be reached, though nothing in it is known to say so.
_SURE = 2.0
# What says that one is not to be reached.
_OFF = frozenset({Kind.REFUSE, Kind.UNSUITED, Kind.BUSY})
# So many of the cheapest cuts are listened to.
_WAYS = 8


def find_windows(text: str, language: str, seen: Seen) -> tuple[Window, ...]:
    """The time windows of folded `text`, from which phones are masked; none where it speaks of paying only."""
    chinese = bool(HAN.search(text))
    language = "zh" if chinese and not language.startswith("zh") else language
    text = spelt(text, language) if chinese else plainly(spelt(text, language))
    read = (words_zh if chinese else latin).marks
    held, rest = through(text)
    cues = read(rest, language, seen) if held else []
    kinds = {mark.kind for mark in cues}
    if held and kinds & _OFF and not kinds & (TIMES | {Kind.PAY}):
        return held
    term = None if speaks_of_paying(text) else find_term(text, language, seen)
    left = term.rest if term else text
    marks = read(left, language, seen)
    if term is None and not any(mark.kind in TIMES for mark in marks):
        if not any(mark.kind is Kind.BUSY and mark.value == AT_WORK for mark in marks):
            return ()
    listen = (about_zh if chinese else about).asked

    def heard(statements: list[Statement]) -> tuple[Window, ...]:
        asked = listen(statements, left, marks)
        if not any(asked) and sounds(text).windows > _SURE and not (chinese and about_zh.tells_of_life(text)):
            asked = [statement.stance is not Stance.ASIDE for statement in statements]
        windows = windows_of(statements, asked)
        return tuple(windows) if term is None else _in_term(term, statements, windows)

    if tells_of_a_shop(marks, left):
        return ()
    ways = [(cost, heard(statements)) for cost, statements in cuts(marks, _WAYS)]
    refuses = any(mark.kind in (Kind.REFUSE, Kind.UNSUITED) for mark in marks)
    spans = [mark for mark in marks if isinstance(mark.value, Stretch) and mark.value.exact]
    if asks_no_hours(marks, left) and len(spans) == 1 and not refuses:
        ways = [way for way in ways if not _turns(ways[0][1], way[1])]
    return likeliest(ways, left, marks)


def _turns(busy: Iterable[Window], windows: Iterable[Window]) -> bool:
    """Whether hours by the clock at which one is busy are wished for: "at dialysis, tue thu sat 6 to 11"."""
    off = {(one.start, one.end) for one in busy if not one.wanted and one.start and one.end < DAY_END}
    return any(one.wanted and (one.start, one.end) in off for one in windows)


def _in_term(term: Term, statements: list[Statement], windows: list[Window]) -> tuple[Window, ...]:
    """The windows as long as the wish holds."""
    refuses = any(one.strong and one.stance is Stance.REFUSE and term.holds(one.times) for one in statements)
    if refuses and all((window.start, window.end) == (0, DAY_END) for window in windows):
        asked = any(one.strong and one.stance is Stance.WISH for one in statements)
        after = [one for one in windows if asked and one.wanted and one.on and one.on not in term.days]
        return tuple([*term.refused(), *after] or windows or [Window(ALL_DAYS, 0, DAY_END, wanted=False)])
    return tuple(term.over(windows))
