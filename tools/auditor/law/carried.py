"""What a text must carry, looked for in the text itself, in the language that it is written in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from tools.auditor.case import Breach, Breaches, Case, Rule
from tools.auditor.law.texts import has, words_in
from tools.auditor.story import CHATS, ELECTRONIC

THREAD = timedelta(days=7)
STOP_LINE = words_in(
    r"\b(?:stop|unsubscribe|opt[ -]?out|end|cancel)\b",
    r"\b(?:baja|alto|stop|salir|cancelar|dejar de recibir)\b",
    r"退订|退訂|拒收|\bTD\b|TD退|取消|不再傳送|不再发送",
)
AUTOMATED = words_in(
    r"\b(?:automated|virtual assistant|chatbot|bot|AI)\b",
    r"\b(?:automatizad[oa]|automátic[oa]|asistente virtual|robot|IA)\b",
    r"智能|自动|自動|人工智能|人工智慧|机器人|機器人|AI",
)
ATTEMPT = words_in(r"attempt(?:ing)? to collect a debt", r"cobrar una deuda", r"催收债务|催收債務|催收欠款")
USED_FOR = words_in(
    r"used for that purpose", r"(?:para ese fin|con ese fin|ese propósito)", r"用于该目的|用於該目的"
)
COLLECTOR = words_in(r"\bdebt collector\b", r"cobrador(?:es)? de deudas", r"债务催收|債務催收")
COMPLAIN = words_in(
    r"\bcomplain\w*\b.{0,60}\d{4}|\d{4}.{0,60}\bcomplain",
    r"(?:quejas?|reclam\w+|UNE).{0,60}\d{4}",
    r"(?:投诉|投訴|申诉|申訴|客服).{0,40}\d{4}",
)
ACTS_FOR = words_in(
    r"\b(?:on behalf of|acting for|acts for|we act for)\b",
    r"(?:en nombre de|por cuenta de|por encargo de|en representación de)",
    r"受.{1,40}(?:委托|委託)|代表",
)
TAX_NUMBER = re.compile(r"\b\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}\b|\b\d{3}\.\d{3}\.\d{3}-\d{2}\b")

_MACHINE_SILENT = frozenset({"agent_message", "opt_out_confirmation"})
_NO_NOTICE = frozenset({"opt_out_confirmation", "location_inquiry", "limited_content_voicemail"})
_CONSUMERS = frozenset(
    {"debtor", "joint_debtor", "guarantor", "spouse", "parent_of_minor", "legal_guardian", "executor"}
)


@dataclass(frozen=True)
class Part:
    """One thing a text must carry there: when, and how it is recognised."""

    rule: Rule
    places: tuple[str, ...]
    due: Callable[[Case], bool]
    there: Callable[[str], bool]
    lacks: str


def _either(one: Callable[[str], bool], other: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda text: one(text) or other(text)


def _thread_begins(case: Case) -> bool:
    """Whether we had not written there in the seven days before."""
    for deed in reversed(case.past):
        if case.at - deed.at >= THREAD:
            return True
        if deed.ours and deed.channel == case.sent.channel:
            return False
    return True


def _by_machine(case: Case) -> bool:
    return case.sent.purpose not in _MACHINE_SILENT and not case.spoken


def _notices(case: Case) -> bool:
    consumer = case.agency and case.sent.role in _CONSUMERS
    return consumer and case.sent.purpose not in _NO_NOTICE and speaks_of_debt(case)


def speaks_of_debt(case: Case) -> bool:
    """Whether it is a communication about a debt: what tells of none, to whoever reads there, must not begin to."""
    facts = case.sent.facts
    return facts.get("verified") is True or facts.get("discloses") is not False or case.says("mentions_debt")


def _stops(case: Case) -> bool:
    return case.electronic and case.sent.purpose not in ("opt_out_confirmation", "location_inquiry")


def _nyc(case: Case) -> bool:
    return _stops(case) and (case.agency or case.says("in_collection_procedures"))


def _agency_begins(case: Case) -> bool:
    confirms = case.sent.purpose == "opt_out_confirmation"
    return case.agency and not case.spoken and not confirms and _thread_begins(case)


def _complaints(case: Case) -> bool:
    told = case.sent.purpose not in ("opt_out_confirmation", "reply")
    return told and not case.spoken and _thread_begins(case)


_first = has(ATTEMPT, USED_FOR)
TABLE: tuple[Part, ...] = (
    Part(
        Rule("us-federal.opt-out-line", "Every electronic message says how to stop them", "12 CFR 1006.6(e); CTIA"),
        ("US",), _stops, has(STOP_LINE), "a way to opt out",
    ),
    Part(
        Rule("us-nyc.one-word-opt-out", "Opting out takes one word", "6 RCNY 5-77"),
        ("US-NYC",), _nyc, has(STOP_LINE), "a word to opt out with",
    ),
    Part(
        Rule("us-federal.initial-disclosure", "The first one says it attempts to collect a debt", "1006.18(e)(1)"),
        ("US",), lambda case: _notices(case) and case.says("initial_communication"), _first, "that disclosure",
    ),
    Part(
        Rule("us-federal.debt-collector-statement", "Every later one says it is from a debt collector", "1006.18(e)(2)"),
        ("US",), lambda case: _notices(case) and not case.says("initial_communication"),
        _either(has(COLLECTOR), _first), "that statement",
    ),
    Part(
        Rule("house.automated-assistant", "The first of a thread says that a machine writes", "AI Act art. 50(1)"),
        (), lambda case: _by_machine(case) and _thread_begins(case), has(AUTOMATED), "that an assistant writes",
    ),
    Part(
        Rule("cn.ai-label", "Every text that a machine wrote bears a label", "人工智能生成合成内容标识办法 art. 4"),
        ("CN",), _by_machine, has(AUTOMATED), "the label",
    ),
    Part(
        Rule("complaint-contact", "Where to complain", "GB/T 45251-2025; HK Code s. 43; RBI; TW art. 16; CONDUSEF"),
        ("CN", "HK", "IN", "TW", "MX"), _complaints, has(COMPLAIN), "where to complain",
    ),
    Part(
        Rule("acts-for", "An agency says for whom it acts", "GB/T 45251-2025; CONC 7.9.2R; Dir. 2021/2167 art. 10"),
        ("AU", "CN", "EU", "GB", "HK", "IN", "JP", "KR", "MX", "SG", "TW"), _agency_begins, has(ACTS_FOR),
        "for whom it acts",
    ),
    Part(
        Rule("br.creditor-details", "Creditor's name, address and tax number", "CDC Lei 8.078 art. 42-A"),
        ("BR",), lambda case: not case.spoken and case.sent.purpose != "opt_out_confirmation" and speaks_of_debt(case),
        lambda text: bool(TAX_NUMBER.search(text)), "the creditor's tax number",
    ),
)  # fmt: skip
LANGUAGE = Rule(
    "us-federal.disclosure-language", "Disclosures in the language of the message", "12 CFR 1006.18(e)(4)"
)
WRITER = Rule("house.who-writes", "It says who writes", "12 CFR 1006.14(g); CTIA; each place's own rule")


def check(case: Case) -> Breaches:
    """What the text ought to carry and does not."""
    text = case.sent.text
    if case.spoken:
        return
    for part in TABLE:
        bound = not part.places or case.within(*part.places)
        if bound and part.due(case) and not part.there(text):
            elsewhere = part.rule.id.startswith("us-federal") and _in_another_language(part, text)
            yield Breach(LANGUAGE if elsewhere else part.rule, f"the text lacks {part.lacks}")
    yield from _writer(case)


def _in_another_language(part: Part, text: str) -> bool:
    """Whether the words are there, only in another language than the rest."""
    if part.rule.id == "us-federal.opt-out-line":
        return False
    patterns = (ATTEMPT, COLLECTOR)
    return any(pattern[tongue].search(text) for pattern in patterns for tongue in ("en", "es", "zh"))


def _writer(case: Case) -> Breaches:
    sent = case.sent
    always = sent.channel in ("sms", "email")
    begins = sent.channel in (CHATS | ELECTRONIC) and _thread_begins(case)
    if case.names and (always or begins) and not any(name in sent.text for name in case.names):
        yield Breach(WRITER, "the text names nobody")
