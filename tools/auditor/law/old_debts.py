"""Debts too old to be sued for: no suit, the words that a state prescribes, silence for who will not pay."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tools.auditor.case import Breach, Breaches, Case, Rule
from tools.auditor.law.carried import speaks_of_debt
from tools.auditor.law.texts import has, words_in

# The mark of such a debt. It is the borrower's: one old debt of several is enough.
OLD = "time_barred"
SUITS = frozenset({"legal_notice", "specified_remedy_notice"})
NO_SUIT = Rule(
    "us-federal.time-barred-no-suit",
    "Of a debt too old to be sued for no suit is brought or threatened",
    "12 CFR 1006.26(b); product default for creditors",
)
REFUSED = Rule(
    "gb.statute-barred-refused",
    "A statute-barred debt is not demanded from who says that it will not be paid",
    "FCA CONC 7.15",
)
# Of a clause: who sues, that they will or may, and that they do it; and a denial of just that.
_YES = r"(?:(?!\bnot\b|\bnever\b|\bno longer\b|['’]t\b).){0,30}"
_THREAT = words_in(
    rf"\b(?:we|I|our (?:lawyers?|attorneys?)|the (?:creditor|lender|bank))\b{_YES}\b(?:will|may|might|can|could|shall|intend|"
    rf"plan|going)\b{_YES}\b(?:sue|lawsuit|take you to court|(?:file|bring) (?:a )?suit|legal action)\b",
    r"\b(?:demandaremos|(?:vamos a|podemos|podr[ií]amos) demandar|llevar(?:emos|l[oe]) a juicio|"
    r"(?:acreedor|banco|prestamista|abogados?)\b.{0,20}\b(?:puede|podr[ií]an?|va a|van a|pueden) .{0,6}demandar|"
    r"(?:tomaremos|iniciaremos|emprenderemos) acciones legales)",
    r"(?:将|將|会|會|可能|准备|準備|打算|要|照样|照樣|随时|隨時).{0,10}(?:起诉|起訴|告上法院|提告|走法律程序|走法律途徑)",
)
_DENIED = words_in(
    r"(?!)",
    r"\b(?:no|nunca)\b(?: \w+){0,2} (?:demand|vamos a demand|podemos|podr|llevar|puede|va a|tomar|iniciar|emprender)",
    r"(?:不|无法|無法|未)(?!还|還|付|缴|繳|理).{0,8}(?:起诉|起訴|告上法院|提告|走法律)",
)
_CLAUSE = re.compile(r"[.;!?,。；！？，\n]")
# Cal. Civ. Code 1788.14(d)(2)-(3): that the law limits how long one can be sued, and that nobody will.
_LIMITED = words_in(
    r"\blaw limits how long\b.{0,30}\bsued\b",
    r"\bley limita\b.{0,60}\b(?:demanda\w*|juicio)\b",
    r"法律.{0,12}(?:限制|规定|規定).{0,20}(?:起诉|起訴|提告|诉讼|訴訟)",
)
_WILL_NOT = words_in(
    r"\bwill not sue you\b",
    r"\bno (?:lo |la |le )?(?:demandaremos|vamos a demandar)",
    r"不会.{0,8}(?:起诉|提告)|不會.{0,8}(?:起訴|提告)",
)
# 23 NYCRR 1.3(b): that the time may have run out, that a suit would break the law, and that a payment may start it anew.
_RUN_OUT = words_in(
    r"\b(?:time limit|statute of limitations)\b.{0,120}\bexpired\b",
    r"\b(?:plazo|prescripci[oó]n)\b.{0,120}\b(?:vencid[oa]|venci[oó]|expirado|prescrit[oa])\b",
    r"(?:时效|時效).{0,30}(?:届满|屆滿|过|過|完成)",
)
_UNLAWFUL = words_in(
    r"\bviolation of federal law\b",
    r"\bviolaci[oó]n de la ley federal\b",
    r"违反.{0,6}联邦法|違反.{0,6}聯邦法",
)
_ANEW = words_in(
    r"\bstart again\b", r"\bempezar de nuevo\b|\bcomenzar de nuevo\b|\breiniciar", r"重新.{0,6}(?:计算|計算|起算|开始|開始)"
)  # fmt: skip
_CONSUMERS = frozenset(
    {"debtor", "joint_debtor", "guarantor", "spouse", "parent_of_minor", "legal_guardian", "executor"}
)


@dataclass(frozen=True)
class Notice:
    """What a place wants said of such a debt: by whom, and how it is recognised."""

    rule: Rule
    place: str
    agencies_only: bool
    there: Callable[[str], bool]


NOTICES = (
    Notice(
        Rule(
            "us-ca.time-barred-notice",
            "What is written of a debt too old to be sued for says so in the prescribed words",
            "Cal. Civ. Code 1788.14(d)",
        ),
        "US-CA",
        False,
        has(_LIMITED, _WILL_NOT),
    ),
    Notice(
        Rule(
            "us-ny.time-barred-notice",
            "An agency that writes of a debt too old to be sued for says so, and what a payment does",
            "23 NYCRR 1.3(b)",
        ),
        "US-NY",
        True,
        has(_RUN_OUT, _UNLAWFUL, _ANEW),
    ),
)


def check(case: Case) -> Breaches:
    """A suit or the threat of one, missing words, or a demand where there may be none any more."""
    if not case.says(OLD):
        return
    if case.within("US") and case.sent.role != "attorney":
        yield from _suit(case)
    yield from _words(case)
    if case.within("GB"):
        yield from _demand(case)


def _suit(case: Case) -> Breaches:
    sent = case.sent
    if sent.purpose in SUITS and not case.says("legally_required_notice"):
        yield Breach(NO_SUIT, "it prepares a suit, or another remedy, for a debt too old for one")
    elif threatens(sent.text):
        yield Breach(NO_SUIT, "the text speaks of a suit")


def threatens(text: str) -> bool:
    """Whether a clause of the text says, without denying it, that somebody will or may sue."""
    return any(
        _THREAT[tongue].search(clause) and not _DENIED[tongue].search(clause)
        for clause in _CLAUSE.split(text)
        for tongue in _THREAT
    )


def _words(case: Case) -> Breaches:
    sent = case.sent
    silent = sent.purpose in ("opt_out_confirmation", "location_inquiry")
    if case.spoken or silent or sent.role not in _CONSUMERS or case.bare_answer or not speaks_of_debt(case):
        return
    for notice in NOTICES:
        binds = case.within(notice.place) and (case.agency or not notice.agencies_only)
        if binds and not notice.there(sent.text):
            yield Breach(notice.rule, "the text lacks those words")


def _demand(case: Case) -> Breaches:
    asks = case.sent.purpose not in ("opt_out_confirmation", "payment_receipt", "verification_response")
    spared = case.sent.role == "attorney" or case.bare_answer or case.says("legally_required_notice")
    if asks and not spared and case.says("refused_to_pay_in_writing", "cease_all"):
        yield Breach(REFUSED, "they had said that it will not be paid, or to be left alone")
