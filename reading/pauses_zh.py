"""Turns that a Chinese series leaves out or puts off: 每月10号900,2月停一次; 5月那次改9号 (simplified forms)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from core.money import Money
from reading.days.calendar import add_months, month_last
from reading.instalments import Instalment
from reading.money.zh import number
from reading.settling import Promised
from reading.words.zh import small_number

_NUMBER = r"(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_THAT = r"(?:那|嗰|当|这|该)(?:一)?(?:个?(?:月|周|礼拜|星期)|[次期笔回天日])"
_TURN = rf"(?:{_THAT})?(?P<month>{_MONTH})(?:月份?(?:(?P<day>{_NUMBER})(?:[号日]|(?=那|嗰)))?|/(?P<figure>\d{{1,2}}))(?:的?{_THAT})?"
_PAY = r"(?:还|付|转|给|俾|畀|交|缴|汇|打|入|过|供|算)"
_ONCE = r"一?(?:下|次|期|个?月|周|个?礼拜|个?星期|回|笔)"
_LATER = r"(?![^,，。;；\d]{0,6}(?:改|换|挪|推|延|得|要|再|等|就|才|之前))"
_STOPS = (
    rf"(?:(?:先|要|需|得|想|可能|会|就|我|暂时?|请|给我){{0,4}}(?:暂?停|跳|空|缓|歇|免|断|skip|pass|略)(?:掉|过|开|了|还|缴|付|供)*(?:{_ONCE})?(?![^,，。]?(?:工|电|车|业|职|薪))"
    rf"|(?:实在|真的?|就|我|先|都|是)*(?:不|唔|没法|没办法|冇办法|冇得|没得|无法)(?:用|能|可以)?(?:{_PAY}(?:款|钱|你|了|得了?|到)?|行|得|掂|ok){_LATER}|除外|例外|不算)"
)
_WHY = r"(?:(?!十?[一二三四五六七八九十][月号日])[^。;；!！?？\n\d改换挪推延到还付转给]){0,14}?"
_LEADS = r"(?:其中|中间|中途|期间|只有|就是?|但是?|不过|可是|除了|另外|唯独|(?:过年|春节|中秋|国庆|五一|清明|端午|圣诞|放假)(?:那|嗰)(?:个?(?:月|周|礼拜|星期)|次|期)|[,， ]){0,3}"
_PAUSES = re.compile(
    rf"{_LEADS}{_TURN}{_WHY}{_STOPS}"
    rf"|(?:除了|跳过|扣掉|除咗){_TURN.replace('month>', 'month_>').replace('day>', 'day_>').replace('figure>', 'figure_>')}(?:以?外|之外)?(?:不还|不转|不行)?"
)
# 头一回改9号, 5月那次改9号.
_MOVES = re.compile(
    rf"(?:{_LEADS}(?P<month>{_MONTH})月(?:份|(?P<told>{_NUMBER})[号日])?[^。;；!！?？\n\d]{{0,16}}?)?(?:(?P<first>头一?|第一|首)[次期回笔]?|{_THAT})[^,，。;；\d一二三四五六七八九]{{0,8}}?(?:改|换|挪|推|延)(?:到|成|为|在|去)*(?P<day>{_NUMBER})[号日]"
)
# 2月少一点还800, 12月那期只还500: another sum on one turn.
_OTHERWISE = re.compile(
    rf"{_LEADS}(?P<month>{_MONTH})月(?:份|{_THAT})?[^。;；!！?？\n\d一二三四五六七八九]{{0,8}}?(?:少|只|就|最多|先|多|改)(?:一?[点些啲])?(?:能|可以|我|会)*(?:还|付|转|给|俾|畀|缴|汇|入)(?:你们?|您|成|个)*(?P<sum>\d{{3,5}}(?![\d号月日])|[一二两三四五六七八九][百千万][一二三四五六七八九]?)(?:块钱?|元|蚊)?"
)
_SERIES = re.compile(
    r"每|逐[月周]|按[月周]|monthly|weekly|分[\d一二三四五六七八九十]+[期次个]|[还付供][\d一二三四五六七八九十]+[期次]"
)
_EACH = re.compile(r"每个?月|按月|逐个?月|monthly")
# 从3月到8月每月还: what is left out is not made up for.
_TO_AN_END = re.compile(rf"(?:到|至|-|~){_MONTH}月(?:份|[底末]|{_NUMBER}[号日])?(?!\d)")
_A_FORTNIGHT = 16


@dataclass(frozen=True)
class Turns:
    """Turns left out, put off to another day of their month, or of another sum; a month None is that of the first turn."""

    out: tuple[tuple[int, int | None], ...] = ()
    moved: tuple[tuple[int | None, int], ...] = ()
    other: tuple[tuple[int, Decimal], ...] = ()
    made_up_for: bool = True


def without_pauses(text: str) -> tuple[str, Turns]:
    """Folded `text` without what it says of single turns, and what that was."""
    if not _SERIES.search(text):
        return text, Turns()
    moved = tuple(
        (_number(said["month"]), day)
        for said in _MOVES.finditer(text)
        if (day := _number(said["day"])) and (said["month"] or said["first"])
    )
    text = _MOVES.sub(lambda said: "," if said["month"] or said["first"] else said[0], text)
    other = tuple(
        (month, figure)
        for said in _OTHERWISE.finditer(text)
        if _EACH.search(text) and (month := _number(said["month"])) and (figure := number(said["sum"]))
    )
    text = _OTHERWISE.sub(",", text) if other else text
    out = []
    for said in _PAUSES.finditer(text):
        told = {name.rstrip("_"): value for name, value in said.groupdict().items() if value}
        month = _number(told.get("month"))
        if month and month <= 12:
            out.append((month, _number(told.get("day") or told.get("figure"))))
    if out:
        text = _PAUSES.sub(",", text)
    return text, Turns(tuple(out), moved, other, made_up_for=not _TO_AN_END.search(text))


def _number(text: str | None) -> int | None:
    return small_number(text) if text else None


def paused(read_back: Promised, turns: Turns) -> Promised:
    """A plan with the turns left out and put off that were said."""
    plan = list(read_back.instalments)
    days = [part.on for part in plan if part.on]
    if len(days) != len(plan) or len(plan) < 2 or not (turns.out or turns.moved or turns.other):
        return read_back
    for month, day in turns.out:
        at = next((turn for turn, on in enumerate(days) if _meant(on, month, day)), None)
        if at is None:
            continue
        later = days[at + 1 :] + ([_next(days)] if turns.made_up_for else [])
        plan, days = plan[: at + len(later)], days[:at] + later
    for moved, day in turns.moved:
        at = next((n for n, on in enumerate(days) if moved is None or on.month == moved), None)
        if at is not None and day <= month_last(days[at]).day:
            days[at] = days[at].replace(day=day)
    for month, figure in turns.other:
        plan = _with_other(plan, days, month, figure)
    told = tuple(replace(part, on=on) for part, on in zip(plan, days, strict=True))
    first = (days[0],) if read_back.dates == (read_back.instalments[0].on,) else read_back.dates
    return replace(read_back, instalments=told, dates=first)


def _with_other(plan: list[Instalment], days: list[date], month: int, figure: Decimal) -> list[Instalment]:
    """The plan with another sum on the turn of that month; what it lacks comes with the rest, where one is told."""
    at = next((n for n, on in enumerate(days) if on.month == month), None)
    if at is None or at == len(plan) - 1 or (turn := plan[at].amount) is None:
        return plan
    last = plan[-1].amount
    lacks = turn.amount - figure
    plan = [*plan[:at], replace(plan[at], amount=Money(figure, turn.currency).rounded()), *plan[at + 1 :]]
    if last and last.amount != turn.amount and last.currency == turn.currency and last.amount + lacks > 0:
        plan[-1] = replace(plan[-1], amount=Money(last.amount + lacks, last.currency).rounded())
    return plan


def _meant(on: date, month: int, day: int | None) -> bool:
    if day is None:
        return on.month == month
    try:
        return abs(on - on.replace(month=month, day=day)) <= timedelta(days=3)
    except ValueError:
        return False


def _next(days: list[date]) -> date:
    """The turn behind the last one."""
    apart = days[-1] - days[-2]
    if apart.days <= _A_FORTNIGHT:
        return days[-1] + apart
    if all(on == month_last(on) for on in days):
        return month_last(days[-1], 1)
    return add_months(days[-1], max(1, round(apart.days / 30)))
