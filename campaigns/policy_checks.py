"""Whether a policy table makes sense as a whole: every day has its offers, every offer can be kept and said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from campaigns.tables import Table
from catalogue import entries, render
from catalogue.entries import OFFERS
from catalogue.values import day, money
from core.errors import NotFound
from core.languages import LANGUAGES
from core.money import Money
from core.policy import FIRST_INSTALMENT_DAYS
from core.stages import Stage

_RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4})|(\+))")
_BEYOND = 10_000


def meaning(table: Table) -> None:
    """Note what cannot be, though each field by itself may; call it on a table whose fields are right."""
    _buckets(table)
    _identity(table)
    _ways_to_pay(table)
    for name, declared in table.values["offers"].items():
        _stage(table, str(name), declared or {})
    _currency(table)
    _growth(table)


def bucket(name: str) -> tuple[int, int] | None:
    """The first and the last day past due that a stage's name covers; None where it is no range."""
    if name == Stage.PRE_DUE:
        return -_BEYOND, 0
    found = _RANGE.fullmatch(name)
    if found is None:
        return None
    return int(found[1]), _BEYOND if found[3] else int(found[2])


def _buckets(table: Table) -> None:
    """Each day past due lies in one range, and the ranges are those that texts and reports go by."""
    house = ", ".join(Stage)
    ranges = []
    for name in map(str, table.values["offers"]):
        days = bucket(name)
        if days is None or days[0] > days[1]:
            table.wrong(("offers", name), "is no range of days past due.", f"Use {house}.")
        else:
            ranges.append((*days, name))
    if len(ranges) < len(table.values["offers"]):
        return
    covered = -_BEYOND - 1
    for first, last, name in sorted(ranges):
        if first <= covered:
            table.wrong(
                ("offers", name), f"covers day {first}, which another range covers too.", f"Use {house}."
            )
        elif first > covered + 1:
            gap = f"day {covered + 1}" if first == covered + 2 else f"days {covered + 1} to {first - 1}"
            gap = "the days before it is due" if covered < -_BEYOND else gap
            table.wrong(("offers",), f"say nothing of {gap}.", f"Use {house}.")
        elif name not in set(Stage):
            table.wrong(("offers", name), "is no stage that texts are worded for.", f"Use {house}.")
        covered = max(covered, last)
    if covered < _BEYOND:
        table.wrong(("offers",), f"say nothing of the days from {covered + 1} on.", f"Use {house}.")


def _identity(table: Table) -> None:
    facts = table.values.get("identity_facts")
    needed = table.values.get("facts_needed", 1)
    if facts is not None and len(facts) < needed:
        table.wrong(
            ("facts_needed",), "is more than the facts that may be asked.", "Allow more, or need fewer."
        )


def _ways_to_pay(table: Table) -> None:
    if not table.values.get("pay_link") and not table.values.get("bank_details"):
        remedy = "Give pay_link or bank_details."
        table.wrong((), "leaves a borrower who wants to pay without a way to.", remedy)


def _stage(table: Table, name: str, declared: Mapping[str, Any]) -> None:
    at = ("offers", name)
    longest = table.values["max_promise_days"]
    if declared.get("extension_days", 0) > longest:
        table.wrong(
            (*at, "extension_days"),
            f"is more than max_promise_days ({longest}): the borrower's yes to it could not be taken.",
            f"Write at most {longest}.",
        )
    plans = declared.get("plans") or []
    if plans and longest < FIRST_INSTALMENT_DAYS:
        table.wrong(
            (*at, "plans"),
            f"begin in {FIRST_INSTALMENT_DAYS} days, later than max_promise_days ({longest}).",
            f"Raise max_promise_days to {FIRST_INSTALMENT_DAYS}, or offer no plan.",
        )
    known = sorted(offer for offer in OFFERS if offer.startswith("plan_"))
    for count in plans:
        if f"plan.shown_{count}" not in entries() or f"plan_{count}" not in known:
            sayable = ", ".join(offer.removeprefix("plan_") for offer in known)
            remedy = f"There are texts for {sayable}; another needs its entry plan.shown_{count}."
            table.wrong((*at, "plans"), f"has a plan of {count}, which the catalogue cannot say.", remedy)
    if declared.get("reminder"):
        _reminder(table, name, str(declared["reminder"]))


def _reminder(table: Table, name: str, key: str) -> None:
    """The text that reminds is one of the catalogue, says amount and day, and needs nothing else."""
    at = ("offers", name, "reminder")
    if key not in entries():
        known = ", ".join(sorted(one for one in entries() if one.startswith("reminder.")))
        table.wrong(at, f"names {key}, which is not in the catalogue.", f"Reminders are {known}.")
        return
    said = entries()[key]
    if not said.discloses or said.purpose is not None:
        table.wrong(at, f"names {key}, which does not speak of what is owed.", "Use a text that does.")
        return
    sample = {"amount": money(Money(Decimal("100"), "USD")), "day": day(date(2026, 5, 2))}
    common = {"lender": "x", "phone": "x", "website": "x"}
    for language in LANGUAGES:
        try:
            render(key, {**common, **sample}, language, variant=name)
        except (KeyError, NotFound):
            remedy = "Use a text that needs amount and day only."
            table.wrong(at, f"names {key}, which cannot be said in {language} with amount and day.", remedy)
            return


def _currency(table: Table) -> None:
    least: Mapping[str, Any] = table.values.get("min_instalment") or {}
    for code in least:
        amount = Money.of(str(least[code]), code)
        if amount.rounded() != amount:
            remedy = f"Write it as {amount.rounded().amount}."
            table.wrong(("min_instalment", code), "has more places than the currency.", remedy)
    if least and not any((one or {}).get("plans") for one in table.values["offers"].values()):
        table.wrong(
            ("min_instalment",),
            "is for plans, and no stage has any.",
            "Remove it, or offer plans.",
            warning=True,
        )


def _growth(table: Table) -> None:
    """Stages that allow exactly the same, and extensions that grow with lateness, are worth a look."""
    offers = {str(name): declared or {} for name, declared in table.values["offers"].items()}
    ordered = [(name.value, offers[name.value]) for name in Stage if name.value in offers]
    for (before, earlier), (name, later) in pairwise(ordered):
        if earlier == later:
            what = f"allows exactly what {before} allows."
            remedy = "Say what changes with lateness, and when a person is brought in."
            table.wrong(("offers", name), what, remedy, warning=True)
        elif later.get("extension_days", 0) > earlier.get("extension_days", 0):
            what = f"gives more time than {before}: who waits longer gets more."
            table.wrong(("offers", name), what, "Make sure that this is meant.", warning=True)
