"""A promise to pay: amount, day and method from the borrower's own words, read back, confirmed by a yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from actions import answers, certainty, corrections, instead, longer, one_dropped, resuming, rows, said_again
from actions import parts as parts_of
from actions.drafts import ABOUT as ABOUT
from actions.drafts import Draft
from actions.read_back import plan_on_table, read_back, spoken, unsettled, written
from actions.situation import (
    CancelPromises,
    ConfirmPromises,
    Dialogue,
    Effect,
    Say,
    Situation,
    Step,
    Told,
)
from catalogue.values import day, listed, money
from core.money import Money
from core.promises import PromiseStatus

_ASKED_BY = {
    "promise.which_amount": "clarify_amount",
    "promise.what_to_change": "pay_date",
    "promise.small_and_rest": "pay_date",
    "promise.ask_day": "pay_date",
}
# What a message is taken for that says another sum or day in place of the one on the table; and may be taken for.
_PUTS_RIGHT = frozenset("request_plan cancel_promise promise_to_pay hardship stall deny affirm".split())
_MAY_PUT_RIGHT = frozenset("refuse_to_pay out_of_scope contact_preference dispute_debt wrong_party".split())
_SURE = 0.9
MAY_ANSWER = frozenset({"amount", "pay_date", "pay_method", "clarify_amount", "clarify_date", "confirmation"})


def next_step(s: Situation) -> Step:
    """Take what was just said about a promise, and ask for what is still missing, one thing at a time."""
    assert s.account is not None
    before = _draft(s)
    if parts_of.only_puts_off(s) and (before.parts or (before.amount and before.on)):
        return read_back(s, before)
    said, s = s, corrections.without_hedge(parts_of.without_rest(s))
    draft = certainty.left_of(s, before)
    if draft == Draft() and (more := parts_of.added(s)):
        return ask_missing(s, more, None).with_effects(Told("promise_change", {"change": "requested"}))
    if draft == Draft() and said_again.agreed_once_more(s):
        return Step((said_again.what_stands(s.standing),), dialogue=s.dialogue)
    if s.dialogue.asked == "confirmation" and s.dialogue.about == ABOUT:
        s = corrections.no_then(s, draft)
        if certainty.is_doubted(said):
            return held_back(s)
        answered = _confirmed(s, draft)
        if answered is not None:
            return answered
    elif s.dialogue.about != ABOUT and said_again.holds_to_kept(s, draft):
        return _agreed(s, replace(draft, method=s.method or draft.method))
    taken, doubt = _take(s, draft)
    nothing_new = bool(s.standing) and taken == Draft(method=taken.method)
    if not s.dialogue.asked and doubt is None and nothing_new:
        if answers.cannot(s.text):
            return cancel(s)
        return Step((Say("small_talk.anything_else", {}),), dialogue=s.dialogue)
    step = ask_missing(s, certainty.weighed(said, taken), doubt)
    return step if draft == before else step.with_effects(CancelPromises())  # nor is it kept for later


def held_back(s: Situation) -> Step:
    """Nothing is written down; what would be sure is asked, or when that is known."""
    draft = replace(certainty.left_of(s, _draft(s)), may_change=False)
    return _ask(s, Say(certainty.ASKS_ANEW, {}), "pay_date", draft, effects=(CancelPromises(),))


def laughed_off(s: Situation) -> Step:
    """What was said in jest is dropped; what would be possible is asked."""
    return _ask(s, Say("promise.cancelled_when_then", {}), "pay_date", Draft(), effects=(CancelPromises(),))


def cancel(s: Situation) -> Step:
    """The borrower takes a promise back, or wants it changed."""
    assert s.account is not None
    if not s.standing:
        if s.reading.promise:
            return next_step(s)
        if not certainty.takes_back(s.text) and (moved := corrections.moved(s, _draft(s))):
            return ask_missing(s, *moved)
        if _draft(s).parts and s.days and not certainty.takes_back(s.text):
            return next_step(s)  # "wait a second, monday is better": which of them is asked
        if s.promises:  # read back, not confirmed: it is dropped
            dropped = (Told("promise_change", {"change": "cancelled"}), CancelPromises())
            return _ask(s, Say("promise.cancelled_when_then", {}), "pay_date", Draft(), effects=dropped)
        return _ask(s, Say("promise.none_on_file", {}), "pay_date", Draft())
    if one_less := one_dropped.takes(s):
        return one_less
    named = s.reading.dates or s.reading.amount or s.reading.share or s.reading.amount_candidates
    if parts_of.added(s) or (named and not said_again.only_names(s, s.standing)):
        return changed(s)
    gone = certainty.takes_back(s.text)
    if not gone and (moved := corrections.moved(s, _of_standing(s))):
        return ask_missing(s, *moved).with_effects(Told("promise_change", {"change": "requested"}))
    told = Told("promise_change", {"change": "cancelled" if gone else "requested"})
    kept = Draft() if gone else replace(_of_standing(s), on=None)
    question = Say("promise.taken_back" if gone else "promise.cancelled_when_then", {})
    effects = (told, CancelPromises(standing=True)) if gone else (told,)
    return _ask(s, question, "pay_date", kept, effects=effects)


def lacks_sum(s: Situation) -> bool:
    """Whether no sum is on the table yet."""
    draft = _draft(s)
    return draft.amount is None and not draft.parts


def all_of_it(s: Situation) -> Step:
    """A yes to "how much?": whether all is meant."""
    assert s.account is not None
    draft = replace(_draft(s), span=corrections.days_open(_draft(s)), options=(str(s.account.amount.amount),))
    return _ask(s, Say("promise.all_of_it", {"owed": money(s.account.amount)}), "clarify_amount", draft)


def how_much(s: Situation) -> Step:
    """A no to the sums that were named: it is asked for again."""
    return ask_missing(s, replace(_draft(s), options=()), None)


def changed(s: Situation) -> Step:
    """A promise that stands, with what is said now instead: read back like any other."""
    old = _of_standing(s)
    if more := parts_of.added(s):
        return ask_missing(s, more, None).with_effects(Told("promise_change", {"change": "requested"}))
    asked_for = corrections.put_to(s, old) or (None if s.reading.dates else corrections.moved(s, old))
    step = ask_missing(s, *(asked_for or _take(s, old)))
    return step.with_effects(Told("promise_change", {"change": "requested"}))


def moves_day(s: Situation) -> bool:
    """Whether the day on the table is put right, however much is told of why."""
    on = _draft(s).on
    return on is not None and corrections.moves_on(s, on)


def puts_right(s: Situation) -> bool:
    """Whether another sum or day is said in place of what is on the table, or of what stands; no promise of its own."""
    draft = _to_put_right(s)
    if s.intent not in _PUTS_RIGHT and (s.intent not in _MAY_PUT_RIGHT or s.confidence >= _SURE):
        return False
    if draft.parts:
        return rows.moves_one(s, draft.parts)
    return instead.of(s, draft) is not None


def put_right(s: Situation) -> Step:
    """What is on the table, else what stands, with the other sum or day, read back."""
    draft, of_old = _to_put_right(s), _draft(s) == Draft()
    if draft.parts:
        anew, doubt = rows.corrected(s, draft)
    else:
        anew, doubt = replace(draft, amount=instead.of(s, draft), agreed=False), None
    step = ask_missing(s, replace(anew, method=s.method or draft.method), doubt)
    return step.with_effects(Told("promise_change", {"change": "requested"}) if of_old else CancelPromises())


def _to_put_right(s: Situation) -> Draft:
    draft = _draft(s)
    return _of_standing(s) if draft == Draft() and s.standing else draft


def _of_standing(s: Situation) -> Draft:
    if len(s.standing) != 1:
        return Draft(method=s.standing[0].method if s.standing else None, parts=rows.of(s.standing))
    first = s.standing[0]
    return Draft(amount=first.amount.amount, on=first.due_on, method=first.method)


def _draft(s: Situation) -> Draft:
    return resuming.taken_up(s.dialogue, s.today)


def goes_on(s: Situation) -> bool:
    """Whether something is known of a promise that was interrupted."""
    return _draft(s) != Draft()


def go_on(s: Situation) -> Step:
    """The promise that was interrupted, with the next thing that is missing of it."""
    return ask_missing(s, _draft(s), None)


def _confirmed(s: Situation, draft: Draft) -> Step | None:
    """The answer to the read-back, or None when it is a correction."""
    if draft.amount is None and not draft.parts:
        return None
    named = (s.days or s.sum_said or s.reading.share) and not answers.no(s.text)
    repeats = said_again.repeats(s, draft)
    if said_again.says_no_more(s, draft) and draft.method is None and not repeats:
        return _ask_method(s, draft)
    if named and not repeats and not answers.yes(s.text):
        if s.reading.promise or not answers.begins_yes(s.text):
            return None
    if draft.on is not None and corrections.moves_on(s, draft.on):
        return None
    if s.reading.amount_candidates or (s.reading.instalments and not repeats):
        return None
    denied = answers.begins_no(s.text) or answers.no(s.text) or s.intent == "deny"
    if denied and (not s.reading.promise or answers.no(s.text)) and not answers.begins_yes(s.text):
        # What was said stays on the table: whatever is not taken back or corrected now still holds.
        kept = corrections.without_denied(s, replace(draft, agreed=False)).as_json()
        return Step.asking(
            Say("promise.what_to_change", {}),
            asked="pay_date",
            about=ABOUT,
            draft=kept,
            effects=(CancelPromises(),),
        )
    method = s.method or draft.method
    said_yes = (
        repeats or _says_yes(s) or (s.method is not None and (draft.agreed or answers.ends_yes(s.text)))
    )
    if said_yes:
        return _agreed(s, replace(draft, method=method))
    if s.method:
        return read_back(s, replace(draft, method=method))
    return None if s.reading.promise else _again(s, draft)


def _agreed(s: Situation, draft: Draft) -> Step:
    """The yes: it counts once the way of paying is known too."""
    return _confirm(s, draft) if draft.method else _ask_method(s, replace(draft, agreed=True))


def _ask_method(s: Situation, draft: Draft) -> Step:
    """Ask how they will pay; what was asked for its certainty first is written down now."""
    effects = (written(s, draft),) if certainty.is_asked(s) else ()
    return _ask(
        s, Say("promise.ask_method", {}), "confirmation", replace(draft, may_change=False), effects=effects
    )


def _says_yes(s: Situation) -> bool:
    if answers.yes(s.text) or answers.begins_yes(s.text) or certainty.is_sure(s):
        return True
    return s.intent == "affirm" and not answers.begins_no(s.text) and not answers.has_a_hook(s.text)


def _confirm(s: Situation, draft: Draft) -> Step:
    """The yes to exactly this draft; a promise that stood before gives way to it."""
    first = (written(s, draft),) if certainty.is_asked(s) else ()
    instead = (Told("promise_change", {"change": "superseded"}),) if s.standing else ()
    return Step(
        (Say("promise.confirmed", {"promise": spoken(s, draft), "lender": s.lender}),),
        (*first, ConfirmPromises(draft.method), *instead),
        disposition="rpc_promise",
    )


def _again(s: Situation, draft: Draft) -> Step:
    """No yes, no no, no correction: read it back once more, then offer a person."""
    unclear = s.dialogue.unclear + 1
    if unclear >= 2:
        return Step(
            (Say("promise.offer_person", {}),),
            (unsettled(draft),),
            Dialogue(asked="confirmation", about=ABOUT, draft=draft.as_json(), unclear=unclear),
        )
    return read_back(s, draft, unclear=unclear)


def _take(s: Situation, draft: Draft) -> tuple[Draft, Say | None]:
    """The draft with what the text adds; and the doubt to ask back, if there is one."""
    reading = s.reading
    method = s.method or draft.method
    draft = replace(draft, method=method)
    if s.dialogue.asked == "clarify_date" and (picked := answers.chosen(s.text, draft.options)):
        return replace(draft, on=date.fromisoformat(picked), options=()), None
    if s.dialogue.asked == "clarify_date" and (one := corrections.meant_of(s, draft)):
        return parts_of.with_rest(replace(draft, on=one, options=(), agreed=False)), None
    if s.dialogue.asked == "clarify_amount" and (picked := answers.chosen(s.text, draft.options)):
        return replace(draft, amount=Decimal(picked), options=()), None
    if s.dialogue.asked == "clarify_amount" and len(draft.options) == 1 and _says_yes(s):
        return replace(draft, amount=Decimal(draft.options[0]), options=()), None
    if two := parts_of.both_open(s, draft):
        return two
    if (other := corrections.struck(s, draft)) is not None:
        return replace(draft, on=other, agreed=False), None
    if reading.instalments and (spread := parts_of.spread(s, draft)):
        return spread, None
    if halves := parts_of.rest_open(s, draft):
        return halves
    half_done = draft.amount is not None and draft.on is not None and not draft.parts
    if half_done and (draft.rest_asked or parts_of.adds(s)):
        other = corrections.put_right_first(s, draft)
        return (replace(draft, on=other), None) if other else parts_of.rest(s, draft)
    if len(draft.parts) > 1:
        return rows.corrected(s, draft)
    amount, doubt = corrections.sum_meant(s)
    if amount is not None:
        draft = replace(draft, amount=amount, parts=(), agreed=False)
    days = corrections.within(s, draft, corrections.days_said(s, draft))
    if len(days) > 1 and doubt is not None:
        draft = replace(draft, span=tuple(on.isoformat() for on in days))  # the sum first, the day after it
    if len(days) == 1:
        draft = parts_of.with_rest(replace(draft, on=days[0], parts=(), agreed=False))
    elif len(days) > 1 and doubt is None:
        draft = replace(draft, on=None, options=tuple(on.isoformat() for on in days), agreed=False)
        doubt = Say("promise.which_day", {"days": listed([day(on) for on in days[:4]], either=True)})
    elif reading.open_event and draft.on is None and doubt is None:
        doubt = Say("promise.which_payday", {})
    return draft, doubt


def ask_missing(s: Situation, draft: Draft, doubt: Say | None) -> Step:
    """Ask the doubt back, else for what is missing, else read back."""
    assert s.account is not None
    if passed_on := None if plan_on_table(s, draft) else longer.offered(s, draft):
        return passed_on
    if doubt is not None:
        asked = _ASKED_BY.get(doubt.key, "clarify_date")
        if asked == "clarify_amount":
            amounts = tuple(str(item.amount) for item in s.reading.amount_candidates[:4])
            draft = replace(draft, span=draft.span or corrections.days_open(draft), options=amounts)
        asked = "pay_date" if doubt.key == "promise.which_payday" else asked
        step = _ask(s, doubt, asked, draft)
        if doubt.key == "promise.which_payday":
            return Step(step.says, (*step.effects, Told("intention", {"event": "payday"})), step.dialogue)
        return step
    if plan := plan_on_table(s, draft):
        return read_back(s, draft, plan=plan)
    if refused := _outside_policy(s, draft):
        return refused
    if not draft.parts and draft.amount is None and draft.on is None:
        return _ask(s, Say("promise.ask_amount_and_day", {"owed": money(s.account.amount)}), "amount", draft)
    if not draft.parts and draft.amount is None:
        assert draft.on is not None
        question = Say("promise.ask_amount", {"owed": money(s.account.amount), "day": day(draft.on)})
        return _ask(s, question, "amount", draft)
    if not draft.parts and draft.on is None:
        assert draft.amount is not None
        if open_days := corrections.days_open(draft):  # which of them was asked, and only the sum was told
            days = listed([day(date.fromisoformat(on)) for on in open_days[:4]], either=True)
            return _ask(s, Say("promise.which_day", {"days": days}), "clarify_date", draft)
        amount = money(Money(draft.amount, s.account.amount.currency))
        return _ask(s, Say("promise.ask_day", {"amount": amount}), "pay_date", draft)
    return read_back(s, draft)


def _outside_policy(s: Situation, draft: Draft) -> Step | None:
    assert s.account is not None
    owed = s.account.amount
    last = s.today + timedelta(days=s.policy.max_promise_days)
    if any(on > last for on in [on for _, on in draft.parts] or [on for on in (draft.on,) if on]):
        return _too_far(s, draft, last)
    total = sum((amount for amount, _ in draft.parts), Decimal(0)) or draft.amount or Decimal(0)
    if total > owed.amount:
        question = Say("promise.more_than_owed", {"owed": money(owed)})
        return _ask(s, question, "amount", replace(draft, amount=None, parts=()))
    least = owed.amount * s.policy.least_share(s.account.stage)
    agreed_before = total in [one.amount.amount for one in s.standing]
    small = draft.amount is not None and not draft.parts and total < least and not agreed_before
    if small and draft.on is not None and not draft.rest_asked:
        rest = Money(owed.amount - total, owed.currency)
        parameters = {"amount": money(Money(total, owed.currency)), "rest": money(rest)}
        question = Say("promise.small_and_rest", parameters)
        pending = any(one.status is PromiseStatus.PENDING for one in s.promises)
        gone = (CancelPromises(),) if pending else ()
        return _ask(s, question, "pay_date", replace(draft, rest_asked=True), effects=gone)
    return None


def _too_far(s: Situation, draft: Draft, last: date) -> Step:
    """Ask for an earlier day of what lies beyond the policy's reach; what lies within it stays."""
    question = Say("promise.too_far", {"last": day(last)})
    if draft.parts and draft.parts[0][1] <= last:
        amount, on = draft.parts[0]
        return _ask(s, question, "pay_date", replace(draft, parts=(), amount=amount, on=on, rest_asked=True))
    first = draft.parts[0][0] if draft.parts else draft.amount
    return _ask(s, question, "pay_date", replace(draft, on=None, parts=(), amount=first))


def _ask(s: Situation, question: Say, asked: str, draft: Draft, *, effects: tuple[Effect, ...] = ()) -> Step:
    """Put the question; the third time in a row that nothing came of it, offer a person instead."""
    same = s.dialogue.asked == asked and s.dialogue.about == ABOUT and s.dialogue.draft == draft.as_json()
    unclear = s.dialogue.unclear + 1 if same else 0
    if unclear >= 2:
        return Step(
            (Say("promise.offer_person", {}),),
            (*effects, unsettled(draft)),
            Dialogue(asked=asked, about=ABOUT, draft=draft.as_json(), unclear=0),
        )
    return Step.asking(
        question, asked=asked, about=ABOUT, draft=draft.as_json(), unclear=unclear, effects=effects
    )
