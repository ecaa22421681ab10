"""What a letter can say of a borrower: what is on file, and what an agent adds to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from catalogue.forms import Form, facts
from catalogue.letter_writing import Dated, Known, known_names
from compliance.duties.deadlines import last_day, read_within
from core.clock import local_day
from core.errors import Invalid
from core.money import Money
from core.places import usual_zone
from core.policy import Policy
from storage import accounts, changes, duties, letters, talked_of
from storage.database import Work
from storage.duties import Duty
from storage.people import Account, Borrower
from storage.talk import Conversation

LONGEST = {"text": 200, "lines": 500, "words": 4000}
MOST_LINES = 6
MOST_PAYMENTS = 24
# 12 CFR 1006.34(b)(5): received five business days after it is sent, and a day for the way to the post.
_RECEIVED = read_within("6 business days")
_TO_RESPOND = read_within("30 days")


@dataclass(frozen=True)
class Ground:
    """Whom a letter is about, by whose law, and what is known. `us`: what the last letter said about ourselves."""

    borrower: Borrower
    account: Account
    policy: Policy
    conversation: Conversation
    duty: Duty | None
    known: Mapping[str, Known]
    us: Mapping[str, Known]
    today: date

    @property
    def place(self) -> str:
        return self.borrower.jurisdiction

    @property
    def collector(self) -> str:
        return self.account.collector_type


async def ground(
    work: Work, policy: Policy, conversation: Conversation, duty: Duty | None, language: str
) -> Ground:
    """All that is on file for a letter in `language`; raises `Invalid` where there is no account to write about."""
    borrower = (
        await work.session.get(Borrower, conversation.borrower_id) if conversation.borrower_id else None
    )
    account = await talked_of.account_of(work, conversation)
    if borrower is None or account is None:
        raise Invalid("letter", "needs a borrower with an account", remedy="Find out who writes first.")
    zone = borrower.zone or usual_zone(borrower.jurisdiction)
    today = local_day(work.now, zone)
    known = _of_account(account, policy, language) | {"borrower": borrower.name, "date": today}
    if borrower.jurisdiction.startswith("US"):
        known["respond_by"] = last_day(_TO_RESPOND, last_day(_RECEIVED, today, "US"), "US")
    known["payments"] = await _payments(work, account)
    known["promises"] = tuple(
        (row.due_on, Money(row.amount, row.currency).rounded())
        for row in await accounts.promises(work, account.id, live_only=True)
    )
    if duty is not None:
        known["told_on"] = local_day(duty.arose_at, zone)
    for waiting in await duties.of_borrower(work, borrower.id):
        if waiting.what == "answer_complaint":
            known["answer_by"] = local_day(waiting.due_at, zone)
    address = await changes.confirmed(work, borrower.id, "address")
    own = [fact.name for fact in facts().values() if fact.own]
    us = await letters.about_us(work, account.lender, own)
    found = {name: value for name, value in known.items() if name in known_names(known)}
    remembered = {name: tuple(value) if isinstance(value, list) else value for name, value in us.items()}
    if address:
        remembered["borrower_address"] = _lines(address)
    return Ground(borrower, account, policy, conversation, duty, found, remembered, today)


def _of_account(account: Account, policy: Policy, language: str) -> dict[str, Known]:
    """What the lender's books and policy say. An agency's name that no table has is asked for."""
    owed = Money(account.balance, account.currency).rounded()
    known: dict[str, Known] = {
        "creditor": policy.name(language),
        "phone": policy.phone,
        "website": policy.website.removeprefix("https://").rstrip("/"),
        "reference": account.reference,
        "account": account.reference,
        "product": account.product,
        "total": owed,
        "due_on": account.due_on,
    }
    if policy.creditor_address:
        known["creditor_address"] = policy.creditor_address
        if account.collector_type == "first_party":
            known["writer_address"] = _lines(policy.creditor_address)
    if policy.creditor_tax_number:
        known["tax_number"] = policy.creditor_tax_number
    if account.collector_type == "first_party" or policy.agency:
        known["writer"] = policy.writer(language, account.collector_type)
    if policy.agency:
        known["agency"] = policy.writer(language, "third_party")
    parts = {name: Decimal(str(amount)) for name, amount in account.parts.items()}
    # Payments booked since belong to no part yet: then only the whole is certain.
    if parts and sum(parts.values()) == account.balance:
        known |= {name: Money(amount, account.currency).rounded() for name, amount in parts.items()}
    return known


def _lines(address: str) -> tuple[str, ...]:
    """An address as the lines of an envelope."""
    parts = address.split("\n" if "\n" in address else ",")
    return tuple(part.strip() for part in parts if part.strip())


async def _payments(work: Work, account: Account) -> Dated:
    rows = await accounts.payments(work, account.id)
    return tuple((row.paid_on, Money(row.amount, row.currency).rounded()) for row in rows[-MOST_PAYMENTS:])


@dataclass(frozen=True)
class Field:
    """What an agent fills in: `value` is what stands there already."""

    name: str
    kind: str
    value: str
    required: bool


def fields(form: Form, ground: Ground) -> Sequence[Field]:
    """What the form needs beyond what is on file, and what may be added to it."""
    needed = form.needs(ground.place, ground.collector, ground.known)
    asked = [name for name in facts() if name in needed and name not in ground.known]
    maybe = [name for name in form.optional if name not in asked]
    return [
        Field(name, facts()[name].kind, _written(ground.us.get(name)), required=name in asked)
        for name in [*asked, *maybe]
        if facts()[name].kind != "dated"
    ]


def _written(value: Known | None) -> str:
    if isinstance(value, tuple):
        return "\n".join(str(line) for line in value)
    return "" if value is None else str(value)


def told(form: Form, ground: Ground, given: Mapping[str, str]) -> dict[str, Known]:
    """What is on file and what an agent gave. What is on file cannot be given otherwise. Raises `Invalid`."""
    found = dict(ground.known)
    for field in fields(form, ground):
        text = given.get(field.name, "").replace("\r\n", "\n").strip()
        if text:
            found[field.name] = _read(field.name, field.kind, text, ground.account.currency)
    return found


def _read(name: str, kind: str, text: str, currency: str) -> Known:
    label = name.replace("_", " ")
    if kind == "money":
        amount = Money.of(text.replace(",", ""), currency)
        if amount.rounded() != amount or not 0 <= amount.amount < Decimal(10) ** 12:
            raise Invalid(label, "is not an amount", remedy="Write it as 842.50.")
        return amount
    if kind == "day":
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Invalid(label, "is not a day", remedy="Write it as 2026-05-02.") from None
    if len(text) > LONGEST[kind] or any(ord(sign) < 32 and sign != "\n" for sign in text):
        raise Invalid(label, "is too long or holds control characters", remedy="Use plain text.")
    if kind == "words":
        return text
    lines = tuple(line.strip() for line in text.split("\n") if line.strip())
    if kind == "text" and len(lines) > 1:
        raise Invalid(label, "is more than one line", remedy="Write it in one line.")
    if len(lines) > MOST_LINES:
        raise Invalid(label, "has too many lines", remedy=f"Write at most {MOST_LINES}.")
    return lines[0] if kind == "text" else lines


def as_kept(known: Mapping[str, Known], names: frozenset[str]) -> dict[str, Any]:
    """The facts that a letter rests on, as JSON."""
    return {name: _json(value) for name, value in known.items() if name in names}


def _json(value: Known) -> Any:
    if isinstance(value, Money):
        return {"amount": str(value.amount), "currency": value.currency}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_json(cast("Known", each)) for each in value]
    return value
