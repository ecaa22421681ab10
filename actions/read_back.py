"""What was understood of a promise, said back whole before it counts: each payment, its day, the way of paying."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from actions import certainty, closed_days
from actions.drafts import ABOUT, READ_BACK, Draft
from actions.situation import CancelPromises, DraftPromises, OpenCase, Say, Situation, Step
from catalogue.values import Json, day, listed, part
from core.money import Money
from core.promises import PromiseStatus


def read_back(s: Situation, draft: Draft, *, unclear: int = 0, plan: int | None = None) -> Step:
    """Say the whole promise back, write it down as pending, and ask for a yes. `plan`: the plan of so many parts.

    What may come otherwise is not written down yet: whether it is certain is asked first.
    """
    asks_certainty = draft.may_change and plan is None
    key = certainty.QUESTION if asks_certainty else READ_BACK[plan, draft.method is not None]
    parameters = {"promise": spoken(s, draft)}
    if draft.method and not asks_certainty:
        parameters["method"] = _method(draft.method)
    pending = any(one.status is PromiseStatus.PENDING for one in s.promises)
    unwritten = (CancelPromises(),) if pending else ()
    return Step.asking(
        Say(key, parameters),
        asked="confirmation",
        about=ABOUT,
        draft=draft.as_json(),
        unclear=unclear,
        before=_closed(s, draft),
        effects=unwritten if asks_certainty else (written(s, draft),),
    )


def written(s: Situation, draft: Draft) -> DraftPromises:
    """The draft as it is written down."""
    return DraftPromises(tuple((amount, on) for amount, on in _payments(s, draft)), draft.method)


def _payments(s: Situation, draft: Draft) -> list[tuple[Money, date]]:
    assert s.account is not None
    currency = s.account.amount.currency
    parts = draft.parts or (((draft.amount or Decimal(0)), draft.on or s.today),)
    return [(Money(amount, currency), on) for amount, on in parts]


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
    return listed([part(amount, on) for amount, on in _payments(s, draft)])


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


def unsettled(draft: Draft) -> OpenCase:
    """A person looks at a promise that could not be settled here."""
    return OpenCase("human", "normal", "a promise could not be settled", draft.as_json(), take_floor=False)
