"""The way from a text to its windows."""

from __future__ import annotations
from reading.days import Seen
from reading.windows.hours import Window
from reading.windows import latin
from reading.windows.marks import Kind, TIMES
from reading.windows.plainly import plainly
from reading.windows.says import windows_of
from reading.windows.statements import cut
from reading.windows.term import find_term
from reading.words.spelling import spelt


def find(text: str, language: str, seen: Seen) -> tuple[Window, ...]:
    plain = plainly(spelt(text, language))
    term = find_term(plain, language, seen)
    marks = latin.marks(term.rest if term else plain, language, seen)
    if not any(m.kind in TIMES for m in marks) and not term:
        return ()
    if not any(m.kind not in TIMES and m.kind is not Kind.BREAK for m in marks) and not term:
        pass
    statements = cut(marks)
    windows = windows_of(statements)
    if term:
        if windows:
            return tuple(term.over(windows))
        from reading.windows.statements import Stance

        if any(st.strong and st.stance is Stance.REFUSE for st in statements):
            return tuple(term.refused())
    return tuple(windows)
