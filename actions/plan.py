"""Instalments, more time, less to pay: what the policy table allows, computed and shown; reductions only by people."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from actions import answers, hardship, promise
from actions.drafts import Draft
from actions.situation import OpenCase, Say, Situation, Step
from catalogue.values import listed, part
from core.money import Money
from core.policy import FIRST_INSTALMENT_DAYS

ABOUT = "plan"
_REDUCTION = re.compile(
    r"settle|discount|reduc|lower (the )?(amount|balance)|waive|forgive|less than|减免|少还|打折|免息|減免|少還"
    r"|quita|descuento|rebaj|condon|menos",
    re.IGNORECASE,
)
_MORE_TIME = re.compile(
    r"\b(?:more time|extension|extend|(?:few|couple|two|2|one|another) (?:more )?(?:of )?(?:days|weeks?)|push (?:it )?back|postpone"
    r"|later date|m[aá]s (?:tiempo|plazo|d[ií]as)|pr[oó]rroga|aplaz\w+|pospon\w+|otra semana|unos d[ií]as|extensi[oó]n)\b"
    r"|延期|延后|延後|宽限|寬限|晚几天|晚幾天|缓几天|緩幾天|推迟|推遲|多给.{0,4}时间|多給.{0,4}時間|过几天|過幾天|展延|迟几日|遲幾日",
    re.IGNORECASE,
)


def next_step(s: Situation) -> Step:
    """Show the plans of the policy with their amounts and days, or bring a person in."""
    assert s.account is not None
    if s.dialogue.about == ABOUT and s.dialogue.asked == "choice":
        return _chosen(s)
    if _REDUCTION.search(s.text):
        return Step(
            (Say("plan.reduction_by_person", {"lender": s.lender}),),
            (OpenCase("hardship", "normal", "asks for a lower amount", take_floor=False),),
        )
    if s.reading.promise and (s.reading.instalments or s.reading.dates):
        return promise.next_step(s)
    if _MORE_TIME.search(s.text) and s.offers.extension_days:
        return hardship.extension(s)
    counts = s.policy.plans_for(s.account.stage, s.account.amount)
    if not counts:
        return Step(
            (Say("plan.person", {"lender": s.lender}),),
            (OpenCase("hardship", "normal", "asks for a plan", take_floor=False),),
        )
    shown = [f"plan.shown_{count}" for count in counts]
    says = [
        Say(key, {"count": count, "plan": _spoken(s, count)})
        for key, count in zip(shown, counts, strict=True)
    ]
    ask = Step.asking(
        Say("plan.which", {}), asked="choice", about=ABOUT, draft={"counts": list(counts)}, before=tuple(says)
    )
    if "plan" not in s.offers.people_for:
        return ask
    # So late a plan is looked at by a person as well, from its first word on.
    return ask.with_effects(OpenCase("hardship", "normal", "asks for a plan", take_floor=False))


def instalments(owed: Money, count: int, first: date) -> tuple[tuple[Decimal, date], ...]:
    """`count` equal monthly parts of `owed`; what rounding leaves is in the last one."""
    each = Money(owed.amount / count, owed.currency).rounded().amount
    days = [_months_on(first, index) for index in range(count)]
    amounts = [each] * (count - 1) + [owed.amount - each * (count - 1)]
    return tuple(zip(amounts, days, strict=True))


def _months_on(first: date, months: int) -> date:
    month = first.month - 1 + months
    year, month = first.year + month // 12, month % 12 + 1
    for day in range(first.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, min(first.day, 28))


def _spoken(s: Situation, count: int) -> dict[str, object] | str | int:
    assert s.account is not None
    parts = instalments(s.account.amount, count, s.today + timedelta(days=FIRST_INSTALMENT_DAYS))
    return listed([part(Money(amount, s.account.amount.currency), on) for amount, on in parts])


def _shown(s: Situation) -> list[int]:
    shown = s.dialogue.draft.get("counts")
    return [count for count in shown if isinstance(count, int)] if isinstance(shown, list) else []


def picks(s: Situation) -> int | None:
    """The plan, of those that were shown, that the text names; a day in it means something else."""
    counts = _shown(s)
    if place := answers.chosen(s.text, [str(count) for count in counts]):
        return int(place)
    if s.reading.dates:
        return None
    words = {3: r"|\bthree\b|\btres\b|三", 6: r"|\bsix\b|\bseis\b|六"}
    return next(
        (
            count
            for count in counts
            if re.search(rf"(?<![\d.,]){count}(?![\d.,])" + words.get(count, ""), s.text, re.IGNORECASE)
        ),
        None,
    )


def _chosen(s: Situation) -> Step:
    assert s.account is not None
    counts, picked = _shown(s), picks(s)
    if picked is None and len(counts) == 1 and (s.intent == "affirm" or answers.yes(s.text)):
        picked = counts[0]
    if picked is None and s.reading.promise and (s.reading.amount or s.reading.dates):
        return promise.next_step(s)
    if picked is None and s.dialogue.unclear == 0 and (s.intent == "affirm" or answers.yes(s.text)):
        return Step((Say("plan.which", {}),), dialogue=replace(s.dialogue, unclear=1))
    if picked is None:
        return Step(
            (Say("plan.person", {"lender": s.lender}),),
            (OpenCase("hardship", "normal", "no plan fits", {"counts": counts}, take_floor=False),),
        )
    parts = instalments(s.account.amount, picked, s.today + timedelta(days=FIRST_INSTALMENT_DAYS))
    return promise.read_back(s, Draft(parts=parts, method=s.method))
