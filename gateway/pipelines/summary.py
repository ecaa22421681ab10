"""What an agent who takes over must know, in two lines of their own language: why, and what is known so far.

Rendered when it is looked at, from what is on file then; nothing of it is stored, and nothing of it can be sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from babel.lists import format_list

from catalogue.desk import on_desk
from catalogue.rendering import locale_of
from catalogue.values import Json, day, money
from core.dispositions import Disposition, suggested
from core.errors import KeptError
from core.money import Money
from core.places import country_of
from core.promises import PromiseStatus
from storage.desk import Whole
from storage.talk import Case

# What a case says of itself, as its text on the desk.
_WHY = {
    "asks for a person": "why_person",
    "not understood twice": "why_stuck",
    "no way forward": "why_stuck",
    "sends what is not in words": "why_stuck",
    "the assistant could not answer": "why_stuck",
    "does not say who they are": "why_identity",
    "identity locked after wrong answers": "why_identity",
    "identity cannot be checked: no fact on file": "why_identity",
    "identity cannot be checked: too few facts on file": "why_identity",
    "refuses to pay": "why_refusal",
    "a promise was broken": "why_broken",
    "a promise could not be settled": "why_stuck",
    "asks for a plan": "why_plan",
    "no plan fits": "why_plan",
    "an extension does not help": "why_plan",
    "asks for a lower amount": "why_reduction",
    "tried to pay and could not": "why_payment_problem",
    "abusive": "why_abusive",
    "demands that contact ends": "why_cease",
    "a new contact could not be proven": "why_contact",
    "says: breathing_space": "why_moratorium",
    "says: mental_health_moratorium": "why_moratorium",
    "recorded: breathing_space": "why_moratorium",
    "recorded: mental_health_moratorium": "why_moratorium",
    "says: debt_adjustment": "why_adjustment",
    "recorded: debt_adjustment": "why_adjustment",
}
_WHY_OF_QUEUE = {
    "payment_trace": "why_paid",
    "hardship": "why_hardship",
    "vulnerable": "why_vulnerable",
    "dispute": "why_dispute",
    "deceased": "why_deceased",
    "bankruptcy": "why_bankruptcy",
    "attorney": "why_attorney",
    "crisis": "why_crisis",
    "complaint": "why_complaint",
}
# Of a case's details, what an agent can use as it stands.
_SLOTS = (
    "about",
    "asked",
    "amount",
    "on",
    "method",
    "possible",
    "every",
    "paid",
    "until",
    "reason",
    "term",
    "why",
    "wanted",
    "send_to",
    "proof",
)


@dataclass(frozen=True)
class LeftBehind:
    """What the assistant leaves behind for a person: two lines, the code that fits so far, and the slots."""

    lines: tuple[str, str]
    outcome: Disposition
    slots: Mapping[str, str]


def left_behind(whole: Whole, language: str, *, days_past_due: int | None) -> LeftBehind:
    """Everything a person needs to go on with this conversation, in the agent's `language`."""
    country = country_of(whole.borrower.jurisdiction) if whole.borrower else None
    case = whole.cases[0] if whole.cases else None
    promised = any(row.status == PromiseStatus.CONFIRMED for row in whole.promises)
    intent = str(case.details.get("intent") or "") if case else ""
    return LeftBehind(
        (_situation(whole, case, language, country, days_past_due), _known(whole, language, country)),
        suggested(case.queue if case else "", intent, promised=promised),
        _slots(whole),
    )


def _situation(
    whole: Whole, case: Case | None, language: str, country: str | None, days_past_due: int | None
) -> str:
    values: dict[str, Json] = {
        "why": on_desk(why(case), language),
        "identity": on_desk(f"identity_{whole.conversation.identity}", language),
        "language": on_desk(f"language_{whole.conversation.language}", language),
    }
    if whole.account is None or days_past_due is None:
        return on_desk("situation_unknown", language, values)
    values["amount"] = money(Money(whole.account.balance, whole.account.currency))
    values["day"] = day(whole.account.due_on)
    if days_past_due <= 0:
        return on_desk("situation_before_due", language, values, country=country)
    return on_desk("situation", language, {**values, "days": days_past_due}, country=country)


def why(case: Case | None) -> str:
    """The key of the text that says why a person is needed."""
    if case is None:
        return "why_other"
    return _WHY.get(case.reason) or _WHY_OF_QUEUE.get(case.queue, "why_other")


def _known(whole: Whole, language: str, country: str | None) -> str:
    said = [on_desk(key, language, values, country=country) for key, values in _facts(whole, language)]
    if not said:
        return on_desk("known_nothing", language)
    facts = format_list(
        said, style="standard" if language.startswith("zh") else "unit", locale=locale_of(language, None)
    )
    return on_desk("known", language, {"facts": facts})


def _facts(whole: Whole, language: str) -> list[tuple[str, dict[str, Json]]]:
    """What is known, the weightiest first, each as a key and its values."""
    found: list[tuple[str, dict[str, Json]]] = []
    for row in whole.promises:
        key = {PromiseStatus.CONFIRMED: "fact_promise", PromiseStatus.PENDING: "fact_drafted"}.get(
            PromiseStatus(row.status)
        )
        if key:
            found.append((key, {"amount": money(Money(row.amount, row.currency)), "day": day(row.due_on)}))
    broken = sum(row.status == PromiseStatus.BROKEN for row in whole.promises)
    if broken:
        found.append(("fact_broken", {"count": broken}))
    for kind, key in (
        ("paid_claim", "fact_paid"),
        ("payment_problem", "fact_payment_problem"),
        ("dispute", "fact_dispute"),
    ):
        if kind in whole.told:
            found.append((key, {}))
    if "hardship" in whole.told:
        found.append(_hardship(whole.told["hardship"], language))
    details = _slots(whole)
    if not any(key in ("fact_promise", "fact_drafted") for key, _ in found):
        found += _spoken_of(whole, details)
    if "wanted" in details:
        found.append(("fact_wanted", {"what": on_desk(f"wanted_{details['wanted']}", language)}))
    files = sum(len(line.files) for line in whole.lines)
    if files:
        found.append(("fact_files", {"count": files}))
    return found


def _hardship(told: Mapping[str, Any], language: str) -> tuple[str, dict[str, Json]]:
    reason = on_desk(f"reason_{told.get('reason') or 'not_said'}", language)
    term = told.get("term")
    return f"fact_hardship_{term}" if term in ("short", "long") else "fact_hardship", {"reason": reason}


def _spoken_of(whole: Whole, details: Mapping[str, str]) -> list[tuple[str, dict[str, Json]]]:
    found: list[tuple[str, dict[str, Json]]] = []
    if whole.account is not None:
        each = f"fact_each_{details['every']}" if "every" in details else "fact_possible"
        for name, key in (("amount", "fact_amount"), ("possible", each), ("paid", "fact_paid_sum")):
            figure = _figure(details.get(name, ""))
            if figure is not None:
                found.append((key, {"amount": money(Money(figure, whole.account.currency))}))
    try:
        if "on" in details:
            found.append(("fact_day", {"day": day(date.fromisoformat(details["on"]))}))
    except ValueError:
        return found
    return found


def _figure(text: str) -> Decimal | None:
    try:
        figure = Decimal(text.split(" ")[0])
        return figure if figure.is_finite() else None
    except (InvalidOperation, KeptError, IndexError):
        return None


def _slots(whole: Whole) -> dict[str, str]:
    """What the cases keep of the dialogue, and where the dialogue stands now."""
    kept: dict[str, Any] = {}
    for case in reversed(whole.cases):
        kept |= case.details
    dialogue = whole.conversation.dialogue
    draft = dialogue.get("draft")
    now = {"about": dialogue.get("about"), "asked": dialogue.get("asked")} | (
        draft if isinstance(draft, dict) else {}
    )
    kept |= {name: value for name, value in now.items() if value}
    return {name: str(kept[name]) for name in _SLOTS if kept.get(name)}
