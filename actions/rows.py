"""Several payments on the table: which of them is meant, where the whole row begins, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from actions.drafts import Draft
from actions.shifts import NOT_THE, months_on, shifted
from actions.situation import OnFile, Say, Situation
from reading import read_days

type Parts = tuple[tuple[Decimal, date], ...]

_OF_THEM = r"(?:\s+(?:one|payment|instal+ment|part)|\s+pago|\s+cuota)"
# A day of a month, or a way to speak: "the first of June", "first thing", "wait a second", "primero Dios".
_NO_PLACE = (
    r"(?! (?:of (?:all|the month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|de (?:enero|feb|marzo|abril|mayo|jun|jul|ago|sep|oct|nov|dic|mes))"
    r"|,? (?:thing|time|place|off|chance|name|opportunity|i|we|let|can|thoughts?|hand|opinion|job|coffee|language|dios|que nada|vez|hora|edad)\b)"
)
# Which payment of several, by its place in the row.
_PLACES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\bat )\bfirst\b{_NO_PLACE}|\b1st{_OF_THEM}|(?<!\blo )\bprimer[oa]?\b{_NO_PLACE}|第[一1](?![\d天日时時次])|(?<![\d.,])[一1]期",
        rf"(?<!\ba )(?<!\bone )(?<!\bper )(?<!\bany )(?<!\bsplit )\bsecond\b{_NO_PLACE}|\bsecond{_OF_THEM}|\b2nd{_OF_THEM}|(?<!\bun )(?<!\bpor )\bsegund[oa]\b{_NO_PLACE}|第[二2](?![\d天日十次])|(?<![\d.,十])[二2]期",
        rf"\bthird\b{_NO_PLACE}|\b3rd{_OF_THEM}|\btercer[oa]?\b{_NO_PLACE}|第[三3](?![\d天日十次])|(?<![\d.,十])[三3]期",
        rf"\bfourth\b{_NO_PLACE}|\b4th{_OF_THEM}|(?<!\bun )\bcuart[oa]\b{_NO_PLACE}|第[四4](?![\d天日十])|(?<![\d.,十])[四4]期",
        rf"\bfifth\b{_NO_PLACE}|\b5th{_OF_THEM}|\bquint[oa]\b{_NO_PLACE}|第[五5](?![\d天日十])|(?<![\d.,十])[五5]期",
        rf"\bsixth\b{_NO_PLACE}|\b6th{_OF_THEM}|\bsext[oa]\b{_NO_PLACE}|第[六6](?![\d天日十])|(?<![\d.,十])[六6]期",
    )
)
_LAST = re.compile(
    r"\b(?:rest|latter)\b|\b(?:last|other)\b(?! (?:day|week|month|year|time|night|person|people|guy|lady|one i|thing|name|resort|chance|bit of|few|pay|job|half|kids?|phone|card|account|hand|bills?|debts?|loans?|stuff|side|way|mon|tue|wed|thu|fri|sat|sun))|\b(?:últim[oa]|ultim[oa])\b(?! vez)|\bresto\b"
    r"|\botr[oa]\b(?! (?:d[ií]a|fecha|vez|mes|semana|quincena|persona|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo))|剩|余|餘|其余|最后|最後|尾期|尾[笔筆嗰]",
    re.IGNORECASE,
)
_MIDDLE = re.compile(
    r"\bmiddle\b|\b(?:el|la) (?:de en medio|del medio|de enmedio)\b|中间|中間", re.IGNORECASE
)
# A new day so many days from one of several payments, and from no other, is meant for that one.
NEAR = 4
# More of them than one.
_THE_REST = re.compile(
    r"\b(?:rest|others|remaining|resto|dem[aá]s|otr[oa]s)\b|剩|其[余餘他]|之后的|之後的", re.IGNORECASE
)
# Leaves out one of several: "I'll have to skip the first one".
SKIPS = re.compile(
    r"\b(?:skip\w*|drop|leave out|s[aá]ltar\w*|salt[eo]\w*|br[ií]nca\w*)\b|跳过|跳過", re.IGNORECASE
)
# Speaks of the row from its beginning, or of all of it.
_BEGINS = re.compile(
    r"\b(?:start\w*|begin\w*|kick\w* off|empe[czs]\w*|empiez\w*|comenz\w*|comienz\w*|arran[cq]\w*|inici\w*)\b|开始|開始|起头|起頭|(?<=[日号號])起",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(
    r"\b(?:(?:all|each|every one|both|the lot|everything|whole (?:lot|thing|row|plan))(?: of (?:them|it))?|them all|it all|the payments|tod[oa]s?|cada uno|los (?:dos|tres|cuatro|pagos))\b|全部|通通|都|每[期笔筆次]|整体|整體|成個",
    re.IGNORECASE,
)
# Says that a payment is to come on another day.
_ELSEWHEN = re.compile(
    r"\b(?:move|push|change|switch|shift|bump|swap|make|put|instead|better|rather|(?:can|could|needs? to|should|has to|gotta|got to) (?:\w+ ){0,5}be|pas[aoe]\w*|muev\w+|mover\w*|cambi\w+|recorr\w+|mejor|en vez|en lugar)\b"
    r"|改|挪|推|延|換|换|順延|顺延|唔得|不行|來不及|来不及|趕不及|赶不及|想要?(?=\d)",
    re.IGNORECASE,
)
# Days of the month, one right behind the other: "5 12 22 and the 26th", 5號12號22號; no money, no hours, nothing counted.
_LIST_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[号號日])?"
_LIST = re.compile(
    rf"(?<![\w.,/:$£€¥])(?<![$£€¥] ){_LIST_DAY}(?:(?:\s*(?:[,，、/&]|\b(?:and|n|y|e|then|luego)\b|[同和及跟])\s*|\s+|(?<=[号號日]))(?:(?:the|el|on the|on)\s)?{_LIST_DAY})+"
    r"(?![\w%:/.]*\w)(?=\W|$|各|每)",
    re.IGNORECASE,
)
# What tells that a list is one of days, beside what each of them is.
_LISTED = re.compile(
    r"\d(?:st|nd|rd|th)\b|\d\s?[号號日]|各|每[期笔筆次]|\b(?:each|cada uno)\b", re.IGNORECASE
)
_AROUND_A_LIST = re.compile(
    r"\b(?:the|on|for|el|los|las|d[ií]as?|days?|dates?|make|let|it|them|that|be|is|are|que|sean?|mejor|better|instead|actually|rather|so|then|please|pls|por favor|yes|yeah|ok|no|not|s[ií]|and|y)\b|改[成为為到]?|換|换|就|吧|啦|好|係|是|對|对|不|[^\w]",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<![\w.,/:])\d+(?:[.,]\d+)*(?![\w/:])")
# A bare day of the month.
_DAY = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)\b|\b(?:el|del|al) (\d{1,2})\b(?! ?%)|(?<![\d.,/])(\d{1,2})\s?[号號日]|(?<![\d.,/])\d{1,2}/(\d{1,2})(?![\d/])",
    re.IGNORECASE,
)


def of(standing: Sequence[OnFile]) -> Parts:
    """The payments that stand, the earliest first."""
    return tuple(sorted(((one.amount.amount, one.due_on) for one in standing), key=lambda part: part[1]))


def names_place(text: str) -> bool:
    """Whether the text says which of several payments it is about: the first, the last."""
    return any(place.search(text) for place in _PLACES) or bool(_LAST.search(text))


def corrected(s: Situation, draft: Draft) -> tuple[Draft, Say | None]:
    """One of several payments is moved or changed, or all of them; which one, when that is not said, is asked."""
    if anew := listed_anew(s, draft.parts) or begun_later(s, draft.parts):
        return replace(draft, parts=anew, agreed=False), None
    days, amount = _new_days(s, draft.parts), s.sum_said
    if not days and amount is None:
        return draft, None
    if s.reading.share == "all" and _THE_REST.search(s.text):
        amount = None  # "the rest on june 12": of what was agreed, not all that is owed
    elif s.reading.share == "all" and len(days) == 1:
        assert s.account is not None
        return replace(draft, parts=(), amount=s.account.amount.amount, on=days[0]), None
    place = _place(s, draft.parts, days)
    if place is None and amount is not None:  # "the 88.90 on the 2nd": the one of that sum
        same = [nth for nth, (one, _) in enumerate(draft.parts) if one == amount.amount]
        place = same[0] if len(same) == 1 else None
    if place is None and amount is not None and len(days) == 1:
        return replace(draft, parts=(), amount=amount.amount, on=days[0]), None
    if place is None or len(days) > 1:
        return draft, Say("promise.what_to_change", {})
    old_amount, old_day = draft.parts[place]
    part = (amount.amount if amount else old_amount, days[0] if days else old_day)
    parts = tuple(sorted((*draft.parts[:place], part, *draft.parts[place + 1 :]), key=lambda one: one[1]))
    return replace(draft, parts=parts, agreed=False), None


def without_one(s: Situation, parts: Parts) -> Parts:
    """The payments that are left when one of several, and which one, is taken back; empty where nothing says so."""
    if len(parts) < 2 or _ALL_OF_THEM.search(s.text) or _THE_REST.search(s.text):
        return ()
    named = names_place(s.text) or _MIDDLE.search(s.text) or set(s.days) & {on for _, on in parts}
    place = _place(s, parts, []) if named else None
    return () if place is None else (*parts[:place], *parts[place + 1 :])


def moves_one(s: Situation, parts: Parts) -> bool:
    """Whether the text moves one of several payments, or all of them, and says which."""
    if len(parts) < 2:
        return False
    if listed_anew(s, parts) or begun_later(s, parts):
        return True
    if s.reading.instalments:
        return False
    days = _new_days(s, parts) if s.reading.promise or _ELSEWHEN.search(s.text) else []
    return len(days) == 1 and _sum(s) is None and bool(names_place(s.text) or _old_days(s, parts))


def begun_later(s: Situation, parts: Parts) -> Parts:
    """The whole row from another day on: "start it the Friday after instead", 全部推迟一周; empty where nothing says so."""
    if len(parts) < 2 or s.reading.instalments:
        return ()
    begins = bool(_BEGINS.search(s.text))
    if not begins and (names_place(s.text) or not _ALL_OF_THEM.search(s.text)):
        return ()
    if _sum(s) is not None and {one for one, _ in parts} != {_sum(s)}:
        return ()
    old = parts[0][1]
    meant = begins and (s.reading.promise or _ELSEWHEN.search(s.text))
    first = shifted(s.text, old) or (_only(_new_days(s, parts)) if meant else None)
    if first is None or first == old or first < s.today:
        return ()
    monthly = len({on.day for _, on in parts}) == 1
    if monthly:
        days = [months_on(first, (on.year - old.year) * 12 + on.month - old.month) for _, on in parts]
    else:
        days = [on + (first - old) for _, on in parts]
    return tuple((amount, on) for (amount, _), on in zip(parts, days, strict=True))


def listed_anew(s: Situation, parts: Parts) -> Parts:
    """Every payment by the bare day of its month, as many as there are: "5 12 22 26 各1500"; empty where it is no such list."""
    listed = _LIST.search(s.text) if len(parts) > 1 else None
    if listed is None or any(item.on for item in s.reading.instalments or ()):
        return ()
    said = [int(number) for number in re.findall(r"\d+", listed[0])]
    around = s.text[: listed.start()] + " " + s.text[listed.end() :]
    sums = {*(amount for amount, _ in parts), sum((amount for amount, _ in parts), Decimal(0))}
    others = {Decimal(number.replace(",", "").rstrip(".")) for number in _NUMBERS.findall(around)}
    if len(said) != len(parts) or not others <= sums:
        return ()
    same = said == [on.day for _, on in parts]
    if not (same or _LISTED.search(s.text) or not _AROUND_A_LIST.sub("", around)):
        return ()
    return _on_days(s, parts, said)


def _on_days(s: Situation, parts: Parts, said: list[int]) -> Parts:
    """Each payment on the day of its month that is said for it; nothing where that is no row."""
    try:
        days = [old.replace(day=number) for number, (_, old) in zip(said, parts, strict=True)]
    except ValueError:
        return ()
    if days != sorted(set(days)) or days[0] < s.today:
        return ()
    return tuple((amount, on) for (amount, _), on in zip(parts, days, strict=True))


def _sum(s: Situation) -> Decimal | None:
    """The sum that is said; "all of them" is none."""
    whole = s.account is not None and s.sum_said == s.account.amount
    return s.sum_said.amount if s.sum_said and not whole else None


def _only(days: list[date]) -> date | None:
    return days[0] if len(days) == 1 else None


def _named(s: Situation, text: str) -> tuple[date, ...]:
    return read_days(text, now=s.now, tz=s.zone, lang=s.language, country=s.country).days


def _new_days(s: Situation, parts: Parts) -> list[date]:
    """The days said for a payment, without those that are on the table already where another is said with them."""
    table = {on for _, on in parts}
    said = list(s.days) or list(_named(s, s.text))
    return [on for on in said if on not in table] or said


def _old_days(s: Situation, parts: Parts) -> set[date]:
    """The days of the table that the text names beside the new one: "the 25th to the 26th", 19號端午 改做22號."""
    named = {int(next(filter(None, found.groups()))) for found in _DAY.finditer(s.text)}
    return {on for _, on in parts if on.day in named} - set(_new_days(s, parts))


def _place(s: Situation, parts: Parts, days: list[date]) -> int | None:
    """Which of the payments is meant: by its place, by the day it stood on, or by the only day near to the new one."""
    for nth, pattern in enumerate(_PLACES[: len(parts)]):
        if pattern.search(s.text):
            return nth
    if len(parts) == 3 and _MIDDLE.search(s.text):
        return 1
    if _LAST.search(s.text):
        return len(parts) - 1
    olds = {on for found in NOT_THE.finditer(s.text) for on in _named(s, found["old"])} | _old_days(s, parts)
    places = [place for place, (_, on) in enumerate(parts) if on in olds]
    if not places and len(days) == 1 and s.sum_said is None:
        places = [place for place, (_, on) in enumerate(parts) if abs((on - days[0]).days) <= NEAR]
    if not places and len(days) == 1 and s.sum_said is None:
        # Nearer by far to one of them than to any other.
        far = sorted((abs((on - days[0]).days), place) for place, (_, on) in enumerate(parts))
        return far[0][1] if far[0][0] * 2 <= far[1][0] else None
    return places[0] if len(places) == 1 else None
