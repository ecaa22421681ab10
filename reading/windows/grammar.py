"""The way from a text to its windows."""

from __future__ import annotations

from reading.days import Seen
from reading.text import HAN
from reading.windows import about_zh, latin, words_zh
from reading.windows.about import asked
from reading.windows.hours import Window
from reading.windows.marks import TIMES, Kind
from reading.windows.plainly import plainly
from reading.windows.says import windows_of
from reading.windows.statements import cut
from reading.windows.term import find_term
from reading.words.spelling import spelt


def find(text: str, language: str, seen: Seen) -> tuple[Window, ...]:
    chinese = HAN.search(text) is not None
    plain = spelt(text, language) if chinese else plainly(spelt(text, language))
    term = find_term(plain, language, seen)
    words, heeds = (words_zh.marks, about_zh.asked) if chinese else (latin.marks, asked)
    marks = words(term.rest if term else plain, language, seen)
    if not any(m.kind in TIMES for m in marks) and not term:
        return ()
    if not any(m.kind not in TIMES and m.kind is not Kind.BREAK for m in marks) and not term:
        pass
    statements = cut(marks)
    windows = windows_of(statements, heeds(statements, term.rest if term else plain, marks))
    if term:
        if windows:
            return tuple(term.over(windows))
        from reading.windows.statements import Stance

        if any(st.strong and st.stance is Stance.REFUSE for st in statements):
            return tuple(term.refused())
    return tuple(windows)
