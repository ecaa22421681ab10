"""An offer that runs longer than the assistant may agree to, "60 a month from the 5th": written down for a person who can,
and nothing more asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from actions.drafts import ABOUT as PROMISE
from actions.drafts import Draft
from actions.situation import CancelPromises, Dialogue, OpenCase, Say, Situation, Step
from catalogue.values import Json, day, listed, money, part
from core.money import Money
from reading import read_amount

ABOUT = "longer_offer"
# Fewer payments than these are told by their days, one by one.
_SERIES = 3
_MOST_LISTED = 6
_WEEKDAY_EN = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_WEEK_ZH = r"(?:周|週|星期|礼拜|禮拜)"
# How often it is paid, with the days that lie between.
_RHYTHMS: Mapping[str, tuple[range, re.Pattern[str]]] = {
    "two_weeks": (
        range(14, 15),
        re.compile(
            r"\b(?:every|each) (?:two|2|other|second) (?:weeks?|wks?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?:a|per|each|every) fortnight\b|\bfortnightly\b|\bbi-?weekly\b"
            rf"|\bcada (?:dos|2) semanas\b|每[两兩2](?:个|個)?{_WEEK_ZH}|隔{_WEEK_ZH}",
            re.IGNORECASE,
        ),
    ),
    "half_month": (
        range(13, 18),
        re.compile(
            r"\btwice a month\b|\b(?:cada|por|a la|la) quincena\b|\bquincenal\w*|每半(?:个|個)?月",
            re.IGNORECASE,
        ),
    ),
    "month": (
        range(28, 32),
        re.compile(
            r"\b(?:a|per|each|every) (?:month|mth)\b|\bmonthly\b|\b(?:al|por|cada|x) mes\b|\bmensual\w*|每(?:个|個)?月|按月",
            re.IGNORECASE,
        ),
    ),
    "week": (
        range(7, 8),
        re.compile(
            rf"\b(?:a|per|each|every) (?:week|wk)\b|\bweekly\b|\b(?:every|each) {_WEEKDAY_EN}\b|\b(?:a la|por|cada|x) semana\b|\bsemanal\w*|\b(?:cada|todos los) (?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?)\b|每(?:个|個)?{_WEEK_ZH}",
            re.IGNORECASE,
        ),
    ),
}


@dataclass(frozen=True)
class Offer:
    """So much each time, how often, from when; the payments themselves where they are few and unlike."""

    amount: Money
    every: str | None = None
    first: date | None = None
    parts: tuple[tuple[Money, date], ...] = ()

    @property
    def spoken(self) -> Json:
        """The offer, to be said."""
        if self.parts:
            return listed([part(amount, on) for amount, on in self.parts])
        each: Json = {"text": f"plan.each_{self.every or 'time'}", "with": {"amount": money(self.amount)}}
        if self.first is None:
            return each
        return {"text": "plan.offer_from", "with": {"offer": each, "day": day(self.first)}}

    def as_json(self) -> dict[str, Any]:
        """As the case and the dialogue keep it."""
        return {
            "possible": f"{self.amount.amount} {self.amount.currency}",
            "every": self.every,
            "on": self.first.isoformat() if self.first else None,
        }


def offered(s: Situation, draft: Draft) -> Step | None:
    """The step to an offer that goes on beyond the policy's last day; None where it ends before, or is no series."""
    last = s.today + timedelta(days=s.policy.max_promise_days)
    offer = _laid_out(s, draft, last) or _said(s, draft, last) or _amended(s)
    if offer is None:
        return None
    details = {**offer.as_json(), "message": str(s.inbound_id or "")}
    case = OpenCase("hardship", "normal", "asks for a plan", details, take_floor=False)
    waits = (
        s.account is not None and s.account.holds and s.dialogue.about != PROMISE and not s.dialogue.question
    )
    dialogue = s.dialogue if waits else Dialogue(about=ABOUT)
    return Step(
        (Say("plan.offer_passed_on", {"offer": offer.spoken, "lender": s.lender}),),
        (CancelPromises(), case),
        replace(dialogue, draft=offer.as_json()),
    )


def _laid_out(s: Situation, draft: Draft, last: date) -> Offer | None:
    """What is spread over three payments or more, the last of them too far away."""
    assert s.account is not None
    if len(draft.parts) < _SERIES or draft.parts[-1][1] <= last:
        return None
    parts = tuple((Money(amount, s.account.amount.currency), on) for amount, on in draft.parts)
    first, on = parts[0]
    alike = {amount for amount, _ in parts[:-1]} == {first} and parts[-1][0].amount <= first.amount
    if not alike and len(parts) <= _MOST_LISTED:
        return Offer(first, None, on, parts)
    return Offer(first, _between([day for _, day in parts]), on)


def _between(days: Sequence[date]) -> str | None:
    gaps = {(later - earlier).days for earlier, later in pairwise(days)}
    return next((name for name, (usual, _) in _RHYTHMS.items() if gaps <= set(usual)), None)


def _said(s: Situation, draft: Draft, last: date) -> Offer | None:
    """So much each month or week, of no end that could be told, and too little to be over in time."""
    assert s.account is not None
    owed, amount = s.account.amount, _each(s)
    every = rhythm(s.text)
    if every is None or amount is None or amount.currency != owed.currency or s.reading.instalments:
        return None
    times = -(-owed.amount // amount.amount) if amount.amount > 0 else Decimal(0)
    planned = max(s.policy.plans_for(s.account.stage, owed), default=0)
    ends = (draft.on or s.today) + timedelta(days=int(times - 1) * _RHYTHMS[every][0].start)
    return Offer(amount, every, draft.on) if times > planned and ends > last else None


_CLAUSES = re.compile(r"[.,](?=\s|$)|[;!?，。；！？\n]|\b(?:and|but|pero)\b", re.IGNORECASE)


def _each(s: Situation) -> Money | None:
    """What is paid each time: the sum that stands with the rhythm, not "50 on friday, my rent is 400 a month"."""
    owed = s.account.amount if s.account else None
    clause = next((one for one in _CLAUSES.split(s.text) if rhythm(one)), "")
    said = read_amount(clause, owed=owed, country=s.country, lang=s.language).money
    return said if s.reading.amount is None or said == s.reading.amount else None


def _amended(s: Situation) -> Offer | None:
    """The offer that was passed on, with the day or the sum that is said now: "starting the 5th", "or 80"."""
    assert s.account is not None
    before = s.dialogue.draft
    if not before.get("every") or not s.is_brief or s.dialogue.asked not in (None, "hardship_more"):
        return None
    try:
        kept = Money.of(str(before.get("possible")).split(" ")[0], s.account.amount.currency)
        first = date.fromisoformat(str(before["on"])) if before.get("on") else None
    except (ArithmeticError, ValueError):
        return None
    days = s.days or s.reading.dates
    if s.reading.amount and days:
        return None
    amount = s.reading.amount or kept
    return Offer(amount, str(before["every"]), days[0] if days else first)


def rhythm(text: str) -> str | None:
    """How often something is paid, by the words of the text."""
    return next((name for name, (_, said) in _RHYTHMS.items() if said.search(text)), None)
