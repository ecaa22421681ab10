"""What was understood of a promise, said back whole before it counts: each payment, its day, the way of paying."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from actions import certainty, closed_days
from actions.drafts import ABOUT, READ_BACK, Draft
from actions.situation import DraftPromises, Say, Situation, Step
from catalogue.values import Json, day, listed, part
from core.money import Money


def read_back(s: Situation, draft: Draft, *, unclear: int = 0, plan: int | None = None) -> Step:
    """Say the whole promise back, write it down as pending, and ask for a yes. `plan`: the plan of so many parts."""
    assert s.account is not None
    parts = draft.parts or (((draft.amount or Decimal(0)), draft.on or s.today),)
    currency = s.account.amount.currency
    asks_certainty = draft.may_change and plan is None and not unclear
    key = certainty.QUESTION if asks_certainty else READ_BACK[plan, draft.method is not None]
    parameters = {"promise": spoken(s, draft)}
    if draft.method and not asks_certainty:
        parameters["method"] = _method(draft.method)
    return Step.asking(
        Say(key, parameters),
        asked="confirmation",
        about=ABOUT,
        draft=draft.as_json(),
        unclear=unclear,
        before=_closed(s, draft),
        effects=(DraftPromises(tuple((Money(amount, currency), on) for amount, on in parts), draft.method),),
    )


def _closed(s: Situation, draft: Draft) -> tuple[Say, ...]:
    """A word of warning, once, where the only day is a holiday and the money would then come later."""
    if draft.parts or draft.on is None or draft.method in closed_days.ANY_DAY or s.dialogue.unclear:
        return ()
    if not closed_days.is_holiday(draft.on, s.country):
        return ()
    later = closed_days.next_open(draft.on, s.country)
    return (Say("promise.closed_day", {"day": day(draft.on), "last": day(later)}),)


def spoken(s: Situation, draft: Draft) -> Json:
    """The payments of the draft, to be said."""
    assert s.account is not None
    currency = s.account.amount.currency
    parts = draft.parts or (((draft.amount or Decimal(0)), draft.on or s.today),)
    return listed([part(Money(amount, currency), on) for amount, on in parts])


def _method(method: str) -> Json:
    return {"text": f"promise.method_{method}"}


def plan_on_table(s: Situation, draft: Draft) -> int | None:
    """The plan that was read back and of which a part is moved now; its other days are the policy's own."""
    asked = (s.dialogue.question or {}).get("key", "")
    before = Draft.from_json(s.dialogue.draft).parts
    if not asked.startswith("plan.read_back") or len(before) != len(draft.parts):
        return None
    days = [on for _, on in draft.parts]
    first = s.today + timedelta(days=s.policy.max_promise_days)
    return len(days) if days == sorted(days) and s.today <= days[0] <= first else None
