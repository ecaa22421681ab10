"""When a borrower wants to be reached, and when not."""

from __future__ import annotations

import re
from datetime import date

from reading.days import Seen, find_days
from reading.text import HAN, MASK
from reading.windows import en, es, zh
from reading.windows.hours import ALL_DAYS, DAY_END, Grammar, Hours, Window

__all__ = ["Window", "find_windows"]

_GRAMMARS = {"en": en.GRAMMAR, "es": es.GRAMMAR, "zh": zh.GRAMMAR}


def find_windows(text: str, language: str, seen: Seen) -> tuple[Window, ...]:
    """The time windows of folded `text`, from which phones are masked; none where it speaks of paying only."""
    grammars = _chosen(text, language)
    if not any(g.topic.search(text) or g.loosely.search(text) for g in grammars):
        return ()
    windows: list[Window] = []
    for start, end in _parts(text, grammars):
        clause = text[start:end]
        about = any(grammar.topic.search(clause) for grammar in grammars)
        if not about and (
            any(grammar.payment.search(clause) for grammar in grammars)
            or not any(g.loosely.search(clause) for g in grammars)
        ):
            continue
        windows += [window for window in _windows(clause, grammars, language, seen) if window not in windows]
    return tuple(windows)


def _chosen(text: str, language: str) -> list[Grammar]:
    if HAN.search(text):
        return [_GRAMMARS["zh"]]
    return [_GRAMMARS["es" if language == "es" else "en"]]


def _parts(text: str, grammars: list[Grammar]) -> list[tuple[int, int]]:
    borders = sorted({(m.start(), m.end()) for grammar in grammars for m in grammar.splits.finditer(text)})
    parts, last = [], 0
    for start, end in borders:
        if start > last:
            parts.append((last, start))
        last = max(last, end)
    return [*parts, (last, len(text))]


def _windows(clause: str, grammars: list[Grammar], language: str, seen: Seen) -> list[Window]:
    grammar = grammars[0]
    unwanted = bool(grammar.unwanted.search(clause))
    hours, left = _hours(clause, grammar, unwanted)
    on = (
        _once(clause, language, seen)
        if not re.search(r"every|cada|每|逢|los (?:lunes|martes|mier|jue|vie|sab|dom)", clause)
        else None
    )
    days = _weekdays(left, grammar)
    if (
        not hours
        and (days is None or not grammar.topic.search(clause))
        and not (on and unwanted and grammar.topic.search(clause))
    ):
        return []
    stretches = hours or [Hours(0, DAY_END)]
    if on is not None:
        return [Window((), stretch.start, stretch.end, not unwanted, on) for stretch in stretches]
    return [Window(days or ALL_DAYS, stretch.start, stretch.end, not unwanted) for stretch in stretches]


def _hours(clause: str, grammar: Grammar, unwanted: bool) -> tuple[list[Hours], str]:
    found: list[tuple[int, Hours]] = []
    for pattern, means in grammar.hours:
        for match in pattern.finditer(clause):
            stretch = means(match, unwanted)
            if stretch is not None:
                found.append((match.start(), stretch))
                clause = (
                    clause[: match.start()] + MASK * (match.end() - match.start()) + clause[match.end() :]
                )
    stretches = [stretch for _, stretch in sorted(found, key=lambda item: item[0])]
    explicit = [stretch for stretch in stretches if (stretch.start, stretch.end) not in _LOOSE]
    return explicit or stretches, clause


# Parts of a day said beside figures ("Friday evening after 7") only tell which half of the day is meant.
_LOOSE = {(540, 720), (720, 1080), (1080, 1260), (540, 1020), (1080, 1440)}


def _weekdays(clause: str, grammar: Grammar) -> tuple[int, ...] | None:
    days: set[int] = set()
    for pattern, means in grammar.weekdays:
        for match in pattern.finditer(clause):
            said = means(match)
            if said is not None:
                days |= set(said.days)
                clause = (
                    clause[: match.start()] + MASK * (match.end() - match.start()) + clause[match.end() :]
                )
    return tuple(sorted(days)) or None


_ONCE = re.compile(
    r"\b(?:today|tonight|tomorrow|tmrw|tmr|hoy|manana|pasado manana|this|next|\d|esta"
    r" noche|proximo|este)\b|今|明|后天|听|下周|下个?星期|\d[号日]"
)


def _once(clause: str, language: str, seen: Seen) -> date | None:
    """The one day a window is for; a bare weekday is weekly."""
    found, _ = find_days(clause, language, seen)
    for day in found:
        named = clause[day.start : day.end]
        if (
            day.value.certain
            and day.value.readings
            and _ONCE.search(named)
            and not re.search(r"this (?:week|month)\b", named)
        ):
            return day.value.readings[0]
    return None
