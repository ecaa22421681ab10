"""Whether a message answers the question that is open, and which flow then takes it."""

from __future__ import annotations

import re
from collections.abc import Callable

from actions import (
    agreed,
    already_paid,
    answers,
    balance,
    broken_promise,
    certainty,
    contact,
    corrections,
    dispute,
    hanging,
    hardship,
    how_long,
    parts,
    pay_now,
    plan,
    promise,
    read_back,
    refusal,
    said_again,
    said_before,
    side_questions,
    specialist,
)
from actions.drafts import Draft
from actions.safety import HEARD, SAFETY, UNDERSTOOD
from actions.shifts import shifted
from actions.situation import Say, Situation, Step

# Surer than this, another meaning is taken at its word.
SURE = 0.8
# Another matter than the open question, when the model is not merely guessing.
_TURNS_AWAY = frozenset(
    """promise_to_pay pay_now ask_balance ask_consequence ask_identity bot_challenge help change_language thank goodbye greet
    abusive contact_preference""".split()
)
# What is no answer at all, so that a question for a reason may be taken as answered by it.
_VAGUE = frozenset({"refuse_to_pay", "stall", "deny", "out_of_scope", "abusive"})
# What these mean is not changed by an amount and a day beside it, however sure the model is.
_KEEP_THEIR_MEANING = frozenset(
    {"already_paid", "payment_problem", "cancel_promise", "request_plan", "ask_balance"}
)


# A "no" that goes on with one of these is about that.
ACCOUNTED = frozenset(
    """already_paid payment_problem pay_now request_plan hardship refuse_to_pay ask_balance ask_consequence update_contact
    contact_preference ask_identity bot_challenge""".split()
)


def answered(s: Situation) -> Step | None:
    """The step of the flow whose question is open, when the text answers it."""
    take = _BY_QUESTION.get(s.dialogue.asked or "")
    if take and s.dialogue.about == hardship.ABOUT:
        if corrections.moves_the_one(s):
            return promise.changed(s)
        if certainty.wants_nothing_down(s.text) and not (s.days or s.sum_said or s.reading.promise):
            return promise.held_back(s)
    return take(s) if take else None


def gives_details(s: Situation) -> bool:
    """Whether this is what we asked for of a case: names, numbers, what is wrong. Whoever writes may give it."""
    if s.dialogue.asked != "case_details" or s.dialogue.about not in (dispute.ABOUT, specialist.ABOUT):
        return False
    if s.dialogue.about == specialist.ABOUT and specialist.asks_what_is_needed(s.text):
        return True
    if contact.only_spares_work(s):
        return False
    return not (s.intent in _TURNS_AWAY and s.confidence >= HEARD)


def promises_outright(s: Situation) -> bool:
    """The words themselves commit to an amount on a day: a promise, unless something else is meant for sure."""
    reading = s.reading
    said = bool(reading.instalments) or bool(
        (reading.amount or reading.share) and (reading.dates or reading.open_event)
    )
    if not (reading.promise and said) or s.dialogue.asked == "identity":
        return False
    if s.intent in _KEEP_THEIR_MEANING or s.intent in SAFETY:
        return s.confidence < HEARD
    return s.intent == "promise_to_pay" or s.confidence < SURE


def explains(s: Situation) -> bool:
    """Whether the words themselves say why a promise broke, when that was asked: a wrong account is no wrong person."""
    asked = s.dialogue.asked == "reason" and s.dialogue.about == broken_promise.ABOUT
    return asked and broken_promise.reason_of(s) != "time"


# Tells of a payment that has been made.
_DONE = re.compile(
    r"[转轉付缴繳还還汇匯打存过過俾畀][^。，,]{0,4}[了咗嘅]|[转轉付缴繳汇匯打存]的|[过過]咗|已经|已經|收据|收據|凭证|憑證|流水号|序號|\b(?:i |we )?(?:paid|sent|transferred|deposited)\b"
    r"|\b(?:pagu[eé]|deposit[eé]|transfer[ií]|mand[eé])\b",
    re.IGNORECASE,
)
# "Then by transfer, it's quicker": 那轉帳好了 tells of the way, not of a payment made.
_RATHER = re.compile(r"\W*(?:那|改|[还還]是|不如|都[系係]|不然|要不)")


def says_something(s: Situation) -> bool:
    """Whether the text holds anything of a promise: an amount, a share, a day, wages to come."""
    reading = s.reading
    return bool(
        reading.promise
        or reading.amount
        or reading.share
        or reading.dates
        or reading.open_event
        or reading.amount_candidates
        or reading.instalments
        or shifted(s.text, s.today)
    )


def _confirmation(s: Situation) -> Step | None:
    if s.dialogue.about != promise.ABOUT:
        return None
    unasked = side_questions.without_receipt(s)
    if unasked is not s and not unasked.text:
        return side_questions.receipt(Step().resuming(s))
    plain = certainty.without_others(certainty.without_emphasis(unasked))
    done = bool(_DONE.search(plain.text)) and not _RATHER.match(plain.text)
    paid = plain.intent == "already_paid" and s.confidence >= SURE and done
    if paid and not s.reading.promise and not answers.begins_yes(plain.text):
        return None  # "the other 800 I deposited today"
    step = _to_read_back(plain)
    if step and unasked is not s:
        step = side_questions.receipt(step)
    return hardship.with_reason(s, step) if step else None


def _to_read_back(s: Situation) -> Step | None:
    if hanging.takes(s):
        return promise.held_back(s) if certainty.is_asked(s) else hanging.asked(s)
    if said_before.takes(s):
        return said_before.next_step(s)
    if s.intent == "contact_preference" and s.reading.windows and answers.yes_last(s.text):
        return promise.next_step(s.saying("yes", "affirm"))
    if certainty.is_sure(s) or (
        certainty.is_doubted(s) and (s.intent not in ACCOUNTED or s.confidence < SURE)
    ):
        return promise.next_step(s)
    if other := plan.another(s) or pay_now.at_read_back(s):
        return other
    if certainty.leaves_out(s):
        return read_back.read_back(s, Draft.from_json(s.dialogue.draft))
    if said_again.repeats(s, Draft.from_json(s.dialogue.draft)):
        return promise.next_step(s)
    if promise.puts_right(s):
        return promise.put_right(s)
    if agreed.asks_of_fees(s) and not (s.days or (s.sum_said and s.reading.promise)):
        said, yes = balance.consequence(s), answers.yes_first(s.text)
        if not (yes or s.method):
            return said
        return Step(said.says[:1]).then(promise.next_step(s.saying(yes, "affirm") if yes else s))
    if certainty.was_a_joke(s):
        return promise.laughed_off(s)
    if parts.puts_off(s):
        return promise.next_step(s)
    if plan.wants_less(s):
        return plan.next_step(s)
    if the_plan := plan.agreed(s):
        return promise.next_step(the_plan)
    if plan.asks_for_one(s):
        return plan.next_step(s)
    if (
        s.intent in ("affirm", "deny")
        or answers.yes(s.text)
        or answers.no(s.text)
        or answers.begins_yes(s.text)
    ):
        return promise.next_step(s)
    if (s.intent == "cancel_promise" or certainty.takes_back(s.text)) and not s.reading.promise:
        return promise.cancel(s)
    if s.intent in ("hardship", "stall") and s.confidence < SURE and promise.moves_day(s):
        return promise.next_step(s)
    if answers.begins_no(s.text) and s.intent not in ACCOUNTED and not s.reading.promise:
        return promise.next_step(s)
    return promise.next_step(s) if s.method or says_something(s) else None


def _element(s: Situation) -> Step | None:
    if s.dialogue.about not in (promise.ABOUT, "stall"):
        return None
    if certainty.was_a_joke(s) and s.dialogue.draft:
        return promise.laughed_off(s)
    if parts.rest_is_asked(s) and parts.only_puts_off(s):
        return promise.next_step(s)
    named = bool(s.days or s.sum_said or s.share_said or s.reading.open_event or s.reading.amount_candidates)
    if s.dialogue.asked == "amount" and s.dialogue.draft.get("on") and answers.whole(s.text):
        return promise.next_step(s)  # "all of it", however much it sounds like a payment made
    if s.intent in _KEEP_THEIR_MEANING and not (named and s.is_brief and s.confidence < SURE):
        return None
    sure = s.intent == "hardship" and s.confidence >= SURE
    if s.intent == "hardship" and hardship.reason_in(s.text) and not (s.reading.dates if sure else s.days):
        return None  # the reason comes first; what is possible is kept with it
    chosen = s.dialogue.asked in ("clarify_date", "clarify_amount") and answers.place(s.text) is not None
    asks = _turns_away(s) and s.intent != "promise_to_pay" and not _names_the_way(s)
    told_of_it = says_something(s) and s.dialogue.about == promise.ABOUT and s.intent != "stall" and not asks
    if chosen or named or told_of_it:
        return hardship.with_reason(s, promise.next_step(s))
    if s.method and (s.dialogue.draft or _names_the_way(s)) and not asks:
        return promise.next_step(s)
    return None


def _names_the_way(s: Situation) -> bool:
    """Whether hardly more than a way of paying is said, asked how much and when: it is the promise's."""
    only = (
        s.intent == "contact_preference" and len(answers.bare(s.text)) <= 5 and not s.reading.windows
    )  # 微信
    named = s.method is not None and s.is_brief and (only or s.intent in ("pay_now", "promise_to_pay"))
    return named and not pay_now.wants(s) and not re.search(r"[?？]", s.text)


def tells_how_long(s: Situation) -> bool:
    """Whether the words say how long a hardship will last, while that is what we speak of."""
    return s.dialogue.about == hardship.ABOUT and (how_long.lasts(s.text, s.today) or how_long.passes(s.text))


def _reason(s: Situation) -> Step | None:
    if s.dialogue.about == broken_promise.ABOUT:
        takes = _tells_why(s) or broken_promise.asks_to_move(s)
        return broken_promise.next_step(s) if takes else None
    if s.dialogue.about == hardship.ABOUT:
        usable = hardship.reason_in(s.text) or tells_how_long(s)
        return hardship.next_step(s) if usable or not _turns_away(s) else None
    if s.dialogue.about == refusal.ABOUT and (s.intent in _VAGUE or s.confidence < HEARD):
        return None if says_something(s) else refusal.next_step(s)
    return None


def _tells_why(s: Situation) -> bool:
    others = ("ask_balance", "ask_consequence", "request_plan", "pay_now", "refuse_to_pay", "update_contact")
    if s.intent in (
        *others,
        "contact_preference",
        "ask_identity",
        "bot_challenge",
        "help",
        "change_language",
    ):
        return broken_promise.reason_of(s) != "time" or s.confidence < HEARD
    return s.intent not in ("thank", "goodbye", "greet", "abusive") or broken_promise.reason_of(s) != "time"


_HOW_MANY_DAYS = re.compile(
    r"\bhow (?:many days|long|much time)\b|\bcu[aá]nt(?:os d[ií]as|o tiempo|o plazo)\b|(?<![过過晚缓緩等这這])(?:几|幾|多少)天|多久|幾耐",
    re.IGNORECASE,
)


def _offer(s: Situation) -> Step | None:
    if s.dialogue.about != hardship.ABOUT:
        return None
    if _HOW_MANY_DAYS.search(s.text) or _asks_for_days(s):
        return Step().resuming(s)  # just what the offer says
    if s.intent == "stall" and not (
        answers.begins_yes(s.text) or answers.begins_no(s.text) or s.reading.dates
    ):
        return refusal.stall(s)  # neither yes nor no: asked once when it would be good
    if s.reading.promise and s.reading.dates:
        return hardship.next_step(s)  # another day than the one that was offered
    relief = s.intent in ("request_plan", "help")
    if relief and not answers.begins_yes(s.text) and not plan.asks_time(s.text):
        return plan.next_step(s)  # not more days but smaller parts: what the policy allows is shown
    return hardship.next_step(s) if _yes_or_stays(s) else None


def _asks_for_days(s: Situation) -> bool:
    """Whether time is asked for, no day promised, as if none had been offered: 能不能缓两周."""
    asks = s.intent == "request_plan" and plan.asks_time(s.text) and not s.read_alone(s.text).promise
    return (
        asks
        and not how_long.lasts(s.text, s.today)
        and not answers.begins_yes(s.text)
        and not answers.begins_no(s.text)
    )


# How much is possible at all, while a person looks for what is.
_AT_MOST = re.compile(
    r"\b(?:at most|the most|all i (?:can|could)|can only|could only|only (?:manage|afford)|a lo (?:mucho|más|mas)|como (?:mucho|m[aá]ximo)|tops|max|lo (?:más|mas|único|unico) que|m[aá]ximo|s[oó]lo puedo|nom[aá]s puedo)\b"
    r"|最多|顶多|頂多|只能|只拿|拿得出|拿得到|挤得出|擠得出|至多",
    re.IGNORECASE,
)


def _hardship_more(s: Situation) -> Step | None:
    if _AT_MOST.search(s.text) and not s.reading.dates:
        return hardship.next_step(s)
    if hardship.asks_what_next(s) and not s.reading.promise:
        return hardship.what_next(s)
    if s.reading.promise and (s.days or s.sum_said or s.reading.share):
        return None
    if answers.yes(s.text) or s.intent == "affirm":
        return Step((Say("small_talk.anything_else", {}),), dialogue=s.dialogue)
    vague = s.intent in ("hardship", "stall", "deny", "out_of_scope") or tells_how_long(s)
    return hardship.next_step(s) if vague or s.confidence < UNDERSTOOD else None


def _choice(s: Situation) -> Step | None:
    chosen = plan.picks(s) is not None or _yes_or_stays(s)
    return plan.next_step(s) if s.dialogue.about == plan.ABOUT and chosen else None


_DAY_OF_MONTH = re.compile(
    r"(?<!月)\d{1,2}\s*[号號日]|\b(?:on the|el) \d{1,2}(?:st|nd|rd|th)?\b", re.IGNORECASE
)
_TO_COME = re.compile(
    r"[会會将將再才]|下个?月|下個月|打算|\b(?:will|i'?ll|gonna|going to|next|voy a|pr[oó]ximo|que viene)\b",
    re.IGNORECASE,
)


def _day_is_over(s: Situation) -> bool:
    """Whether a bare day of the month is named that this month has had: asked when it was paid, that is the day."""
    if not s.reading.dates or not _DAY_OF_MONTH.search(s.text) or _TO_COME.search(s.text):
        return False
    return all(on.month != s.today.month and on.day <= s.today.day for on in s.reading.dates)


def _proof(s: Situation) -> Step | None:
    if _day_is_over(s) and s.intent in ("promise_to_pay", "already_paid", "pay_now"):
        return already_paid.proof(s)
    if already_paid.has_proof(s.text) and s.intent in ("ask_balance", "stall"):
        return already_paid.proof(s)  # the statement is their own: 有明细
    if _DONE.search(s.text) and s.intent in ("promise_to_pay", "already_paid", "pay_now"):
        return already_paid.proof(s)  # when and how it was paid, as was asked
    return None if _turns_away(s) or s.intent in ("hardship", "request_plan") else already_paid.proof(s)


def _contact(s: Situation) -> Step | None:
    reading = s.reading
    given = reading.phone or reading.email or reading.address or reading.employer or reading.person_name
    return contact.next_step(s) if given or reading.incomplete or not _turns_away(s) else None


def _callback(s: Situation) -> Step | None:
    return contact.preference(s) if s.reading.windows or s.reading.channel else None


def _yes_or_stays(s: Situation) -> bool:
    return answers.begins_yes(s.text) or answers.begins_no(s.text) or not _turns_away(s)


def _turns_away(s: Situation) -> bool:
    return s.intent in _TURNS_AWAY and s.confidence >= HEARD


_BY_QUESTION: dict[str, Callable[[Situation], Step | None]] = {
    "confirmation": _confirmation,
    "amount": _element,
    "pay_date": _element,
    "pay_method": _element,
    "clarify_amount": _element,
    "clarify_date": _element,
    "reason": _reason,
    "offer": _offer,
    hardship.MORE: _hardship_more,
    "choice": _choice,
    "proof": _proof,
    "contact": _contact,
    "callback_time": _callback,
}
