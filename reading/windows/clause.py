"""What one clause says of hours and days, whatever stands around it."""

from __future__ import annotations

import re

from reading.days import Seen
from reading.text import HAN, MASK
from reading.windows import en, es, zh
from reading.windows.hours import ALL_DAYS, CLOCK, DAY_END, Grammar, Hours, Window, weekdays
from reading.windows.once import one_off, spanned, this_week
from reading.windows.weekly import PLAN
from reading.windows.zh_said import beside_hours, only_activity

_GRAMMARS = {"en": en.GRAMMAR, "es": es.GRAMMAR, "zh": zh.GRAMMAR}


def grammar_of(text: str, language: str) -> Grammar:
    return _GRAMMARS["zh" if HAN.search(text) else "es" if language == "es" else "en"]


def speaks_of_paying(text: str) -> bool:
    """Whether a text with time windows is about a payment too."""
    if HAN.search(text):
        return bool(zh.GRAMMAR.payment.search(text))
    return any(pattern.search(text) for pattern in (en.GRAMMAR.payment, es.GRAMMAR.payment, PLAN))


def parts(text: str, grammar: Grammar) -> list[tuple[int, int]]:
    parts, last = [], 0
    for border in grammar.splits.finditer(text):
        if text[last : border.start()].strip():
            parts.append((last, border.start()))
            if (
                len(parts) > 1
                and only_activity(text[last : border.start()])
                and CLOCK.search(text[slice(*parts[-2])])
            ):
                parts[-2:] = [(parts[-2][0], border.start())]
        last = max(last, border.end())
    parts.append((last, len(text)))
    return [piece for part in parts for piece in _parted(part, text, grammar)] if HAN.search(text) else parts


_OF_THE_DAY = re.compile(r"[点时:]|[上中下]午|晚|早")
_REFUSED_NEXT = re.compile(r" +(?=(?:请|也|还有|以后|你们?)?(?:别|不要|勿|莫|[唔晤]好|请勿))")


def _parted(part: tuple[int, int], text: str, grammar: Grammar) -> list[tuple[int, int]]:
    """明天还3000 别再打给我妈: of what is paid, the refusal behind it says nothing."""
    border = _REFUSED_NEXT.search(text, *part)
    if border is None or not grammar.payment.search(text):
        return [part]
    before = text[part[0] : border.start()]
    if not grammar.payment.search(before) and (grammar.topic.search(before) or _OF_THE_DAY.search(before)):
        return [part]
    return [(part[0], border.start()), (border.end(), part[1])]


_EVERY = re.compile(r"every|cada|每|逢|los (?:lunes|martes|mier|jue|vie|sab|dom)")


_WHOLE_DAY = re.compile(r"全[天日]|成日|整天|一整?天都|随时|几点都")


# The half of the day that hours begin with names the day too: 今晚八点.
_TONIGHT = re.compile(r"[今明听后][晚早朝](?!\w*每)")


def windows_of(
    clause: str,
    grammar: Grammar,
    language: str,
    seen: Seen,
    *,
    about: bool,
    once: bool = False,
    denied: bool = False,
) -> list[Window]:
    unwanted = denied or (bool(grammar.unwanted.search(clause)) and not _invites(clause))
    hours, left = hours_of(clause, grammar, unwanted)
    dates = () if _EVERY.search(clause) else one_off(left, language, seen, bare=once)
    if unwanted and not hours:
        dates = spanned(left, language, seen) or dates or this_week(left, language, seen)
    if not dates and _TONIGHT.search(clause):
        dates = one_off(clause, language, seen)
    alone = _ONLY_ON.search(left)
    days = (weekdays(alone[0], grammar) if alone else None) or weekdays(left, grammar)
    if not hours and dates and about:
        hours = [Hours(0, DAY_END)] if _WHOLE_DAY.search(clause) else _half_named(clause)
    if not hours and not (
        about and (days is not None or (dates and (unwanted or _ASKED_FOR.search(clause))))
    ):
        return []
    beside = beside_hours(left) if hours and not dates and HAN.search(clause) else None
    if beside is not None:
        by_hour, whole = (weekdays(piece, grammar) or ALL_DAYS for piece in beside)
        timed = [piece for one in dict.fromkeys(hours) for piece in one.stretches()]
        return [
            *(Window(by_hour, start, end, not unwanted) for start, end in timed),
            Window(whole, 0, DAY_END, not unwanted),
        ]
    stretches = list(dict.fromkeys(hours)) or [Hours(0, DAY_END)]
    weekly = () if dates else days or ALL_DAYS
    return [
        Window(weekly, start, end, not unwanted or stretch.free, on)
        for on in dates or (None,)
        for stretch in stretches
        for start, end in stretch.stretches()
    ]


# "Only on weekends my dad picks up during the week": the days that stand behind it.
_ONLY_ON = re.compile(
    r"\bonly (?:on |over |at |during )?(?:the )?(?:week ?ends?|week ?days|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b)"
    r"(?:(?:,? (?:and|or|&) |,? ?)(?:on )?(?:week ?ends?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b))*(?! ?(?:-|to|thru|through)\b)",
    re.ASCII,
)
# "Call me tomorrow": the whole of that day.
_ASKED_FOR = re.compile(
    r"(?<!you )(?<!\bu )(?<!they )\b(?:call|text|ring|message|contact|reach|phone|write|whatsapp|telephone|catch|try|get) (?:to )?(?:me|us)\b(?: back)?"
    r"|\b(?:hoy|manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|\d),? (?:ya |pues |ahi )?si\b(?! (?:puede|pueden|me|hay|es|no|gusta|quiere|se|le|les|te|tengo|voy)\b)"
    r"|\b(?:hoy|manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|\d),? [a-z ]{0,20}\b(?:todo el dia|a cualquier hora|a la hora que)\b",
    re.ASCII,
)


def hours_of(clause: str, grammar: Grammar, unwanted: bool) -> tuple[list[Hours], str]:
    found: list[tuple[int, Hours, bool]] = []
    for pattern, means in grammar.hours:
        for match in pattern.finditer(clause):
            stretch = means(match, unwanted)
            if stretch is not None:
                found.append((match.start(), stretch, bool(CLOCK.search(match[0]))))
                clause = (
                    clause[: match.start()] + MASK * (match.end() - match.start()) + clause[match.end() :]
                )
    found.sort(key=lambda item: item[0])
    explicit = [stretch for _, stretch, by_clock in found if by_clock]
    return explicit or [stretch for _, stretch, _ in found], clause


def _half_named(clause: str) -> list[Hours]:
    """Tonight, 今晚, 明早: the half of that day."""
    if re.search(r"\b(?:tonight|tonite|2nite)\b", clause):
        return [Hours(18 * 60, DAY_END)]
    if re.search(r"\besta noche\b|[今明听后][晚夜]", clause):
        return [Hours(18 * 60, 21 * 60)]
    return [Hours(9 * 60, 12 * 60)] if re.search(r"[今明听后][早朝]", clause) else []


_INVITES = re.compile(
    r"\b(?:you|u) can (?:call|text|reach|write|message|ring)\b|\bi can (?:talk|answer|be reached)\b"
    r"|^(?!.*(?:别|不要|勿|唔好|莫|甭|不准|不许|不能)).*(?:以后|之后|过后|后|[点半时])(?:你们?|您)?(?:再|才|先)(?:跟|给|同|和|打|找|联|搵|揾|发|传|回|覆|call)|等[^,，。]{0,6}[睡瞓](?![^,，。]*(?:别|不要|勿))"
    r"|\b(?:llam|marqu|marc|escrib|habl|contact|busqu|mand)[a-z]*me\b|\b(?:me|nos) (?:puede[ns]?|podeis) (?:llamar|marcar|escribir|hablar|contactar|buscar)\b"
)


_DENIES = re.compile(
    r"\b(?:don'?t|dont|do not|never|no|not|stop|deja(?:d|r)?|nobody|can'?t|cant|cannot|avoid|won'?t|except|but"
    r"|nunca|ni|jamas|tampoco|nada|dejen|deje|eviten?|excepto|menos|salvo|en paz)\b"
)


def _invites(clause: str) -> bool:
    """ "When the kids are asleep you can call me": who sleeps is no reason not to."""
    return bool(_INVITES.search(clause)) and not _DENIES.search(clause)
