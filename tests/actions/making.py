"""Situations for the flows, made in the trade's words: a borrower in Chicago, a Wednesday in May, 515.20 owed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from actions import route
from actions.situation import Dialogue, Identity, Obliges, OnFile, Owed, Situation, Step
from catalogue import entry
from compliance import duties
from core.messages import Kind
from core.money import Money
from core.policy import Offers, Policy
from core.promises import PromiseStatus
from core.stages import Stage

NOW = datetime(2026, 5, 13, 14, 5, tzinfo=UTC)
TODAY = date(2026, 5, 13)
OFFERS = Offers(extension_days=14, plans=(3, 6), hardship_programme=True)
POLICY = Policy(
    lender="riverbank",
    version="1",
    names={"en": "Riverbank"},
    phone="+1 800 555 0142",
    website="https://riverbank.example",
    pay_link="https://pay.riverbank.example",
    bank_details={"holder": "Riverbank", "bank": "Riverbank", "number": "000123456"},
    offers=dict.fromkeys(Stage, OFFERS),
)
LENDERS_ACCOUNT = uuid.UUID(int=7)


def account(owed: str = "515.20", currency: str = "USD", **changes: Any) -> Owed:
    """The account, 11 days late."""
    plain = Owed(
        id=LENDERS_ACCOUNT,
        reference="A-1",
        amount=Money.of(owed, currency),
        parts={},
        due_on=TODAY - timedelta(days=11),
        days_past_due=11,
        product="credit card",
        paid=False,
        holds=frozenset(),
    )
    return replace(plain, **changes)


def promised(amount: str = "300", on: date = date(2026, 5, 15), method: str | None = "card") -> OnFile:
    """A promise that was confirmed."""
    return OnFile(uuid.UUID(int=9), Money.of(amount, "USD"), on, method, PromiseStatus.CONFIRMED)


def situation(
    text: str,
    intent: str = "out_of_scope",
    *,
    verified: bool = True,
    identity: Identity | None = None,
    dialogue: Dialogue | None = None,
    confidence: float = 0.9,
    **changes: Any,
) -> Situation:
    """Somebody writes `text`, which the assistant takes for `intent`."""
    place = changes.get("country", "US-IL")
    who = identity or Identity("verified" if verified else "unverified", 0, ("dob", "postcode"))
    plain = Situation(
        now=NOW,
        zone="America/Chicago",
        country="US",
        language="en",
        channel="sms",
        text=text,
        kind=Kind.TEXT,
        intent=intent,
        confidence=confidence,
        inbound_id=uuid.UUID(int=1),
        heard=None,
        borrower_name="Grace Okafor",
        identity=who,
        account=account(),
        promises=(),
        told={},
        flags=frozenset(),
        policy=POLICY,
        dialogue=dialogue or Dialogue(),
        duties=lambda event: duties.of(event, place, "first_party", "credit card", at=NOW),
    )
    return replace(plain, **changes)


def talk(*said: tuple[str, str], dialogue: Dialogue | None = None, **changes: Any) -> list[Step]:
    """The steps of a whole conversation: each message with its intent, the dialogue kept between them as JSON."""
    steps: list[Step] = []
    standing = dialogue or Dialogue()
    for text, intent in said:
        step = route.next_step(situation(text, intent, dialogue=standing, **changes))
        standing = Dialogue.from_json(step.dialogue.as_json())
        steps.append(step)
    return steps


def keys(step: Step) -> list[str]:
    """The catalogue keys that a step says."""
    return [say.key for say in step.says]


def asks(step: Step) -> set[str]:
    """What a step asks for, by its entries' declarations."""
    return {ask for say in step.says for ask in entry(say.key).asks}


def discloses(step: Step) -> bool:
    """Whether anything a step says lets a reader know of a debt."""
    return any(entry(say.key).discloses for say in step.says)


def effects(step: Step, kind: type) -> list[Any]:
    """The effects of one kind."""
    return [effect for effect in step.effects if isinstance(effect, kind)]


def obliged(step: Step) -> list[str]:
    """The events that a step takes to oblige us."""
    return [effect.event for effect in effects(step, Obliges)]


def after(asked: str, about: str, draft: Mapping[str, Any] | None = None, **more: Any) -> Dialogue:
    """A dialogue in which a question is open."""
    return Dialogue(asked=asked, about=about, draft=dict(draft or {}), **more)


def drafted(step: Step) -> Sequence[tuple[Decimal, date]]:
    """Amounts and days of the promise that a step reads back."""
    from actions.situation import DraftPromises

    found = effects(step, DraftPromises)
    return [(amount.amount, on) for amount, on in found[0].parts] if found else []
