"""What is told beside the matter of a message is kept too: the hours at which to write, a new e-mail beside a promise."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import contact, dispute
from actions.contact_records import GaveContact
from actions.situation import OpenCase, Prefers, Say, Situation, Step
from reading import asks_when

# Matters that nothing is lost beside. What is graver, or a stop, keeps what comes with it in ways of its own.
_MATTERS = frozenset(
    """promise_to_pay pay_now already_paid payment_problem hardship request_plan cancel_promise ask_balance
    ask_consequence refuse_to_pay stall affirm deny thank complaint contact_preference out_of_scope update_contact""".split()
)
# That the number or address beside it is the borrower's own, or where they want to be written to.
_ONES_OWN = re.compile(
    r"\b(?:my|mine|new|reach|text|call|ring|write|e-?mail (?:me|it)|send (?:me|it|them|the|all)|(?:go|goes) to|receipts?|recibos?|contact|use|number (?:is|now)|changed|mi|mío|nuev[oa]|m[aá]nd\w+|env[ií]\w+|escr[ií]b\w+|ll[aá]m\w+|cambi[eéoó]\w*|correo es|tel[eé]fono es|apunt\w+|anot\w+)\b"
    r"|我|新|[发發寄传傳][到去给給]|换|換|改|打|联系|聯絡|联络|聯繫|搵",
    re.IGNORECASE,
)
# What the answer to "where should the papers go?" is taken for.
_ANSWERS = frozenset({"update_contact", "contact_preference", "affirm", "thank", "out_of_scope", "pay_now"})
# Graver than anything told beside it, or answered by a person: hours are kept without a word.
_GRAVE = frozenset({"crisis", "bankruptcy", "attorney_represented", "dispute_debt"})


def kept(s: Situation, step: Step) -> Step:
    """`step`, with hours and contacts that the text gives beside what it was taken for, said to be noted."""
    if not s.identity.verified:
        return step
    if s.intent in _GRAVE or s.held_by == "agent":
        return replace(step, effects=_no_calls(s, _hours(s, step)).effects)
    if s.intent not in _MATTERS:
        return step
    return _papers_go_there(s, _no_calls(s, _hours(s, _contacts(s, step))))


def told_in_dispute(s: Situation, step: Step) -> Step:
    """`step`, with a new contact that is told while a dispute is looked at: where its papers are to be sent."""
    found = contact.given(s)
    awaited = dispute.awaits_papers(s) and s.intent in _ANSWERS
    own = awaited or (s.intent == "update_contact" and _ONES_OWN.search(s.text))
    if not (s.identity.verified and found and own) or s.reading.incomplete:
        return step
    noted = contact.noting(found)
    if awaited and [say.key for say in step.says] == ["dispute.passed_on"]:
        step = replace(step, says=())  # it was asked for: thanked for once
    return _papers_go_there(s, noted.then(step))


def _papers_go_there(s: Situation, step: Step) -> Step:
    """`step`, with the e-mail or address that it notes kept in the case whose papers are to be sent."""
    places = [
        effect.value
        for effect in step.effects
        if isinstance(effect, GaveContact) and effect.kind in ("email", "address")
    ]
    told = any(isinstance(effect, OpenCase) and "send_to" in effect.details for effect in step.effects)
    if told or not places or not dispute.awaits_papers(s):
        return step
    there = OpenCase("dispute", "high", "contests the debt", {"send_to": places[0]}, take_floor=False)
    return step.with_effects(there)


def _hours(s: Situation, step: Step) -> Step:
    if s.dialogue.asked == "callback_time" or any(isinstance(effect, Prefers) for effect in step.effects):
        return step
    windows = s.reading.windows
    if s.intent == "complaint":
        windows = tuple(
            window for window in windows if not window.wanted
        )  # "you call at six!" wishes for nothing
    if not windows or not asks_when(s.text):
        return step
    wish = Prefers(tuple(window.as_json() for window in windows), None, None)
    return Step((Say("contact.preference_noted", {}),), (wish,)).then(step)


def _no_calls(s: Situation, step: Step) -> Step:
    """No calls where the borrower works, told beside something else."""
    places = tuple(contact.places(s))
    kept = [effect for effect in step.effects if isinstance(effect, Prefers)]
    if not places or any(contact.AT_WORK in wish.windows for wish in kept):
        return step
    said = () if kept else (Say("contact.not_at_work", {}),)
    return Step(said, (Prefers(places, None, None),)).then(step)


def _contacts(s: Situation, step: Step) -> Step:
    """A phone or e-mail that is whole: they tell themselves. A street or an employer is taken where it is the matter."""
    awaited = dispute.awaits_papers(s) and s.intent in _ANSWERS
    kinds = ("phone", "email", "address") if awaited else ("phone", "email")
    found = tuple(one for one in contact.given(s) if one.kind in kinds)
    if not awaited and s.intent != "update_contact" and not _ONES_OWN.search(s.text):
        return step  # "I paid by zelle to billing@example.com": whose it is nobody said
    told_already = any(isinstance(effect, GaveContact) for effect in step.effects)
    if (
        not found
        or s.reading.incomplete
        or told_already
        or s.dialogue.about == contact.ABOUT
        or (s.dialogue.about == dispute.ABOUT and not awaited)
    ):
        return step
    return contact.noting(found).then(step)
