"""Who: only those who owe or stand in for them, only a reader who is known, only where there is consent."""

from __future__ import annotations

import re
from datetime import timedelta

from tools.auditor.case import Breach, Breaches, Case, Rule
from tools.auditor.law.carried import ATTEMPT, COLLECTOR
from tools.auditor.law.texts import has
from tools.auditor.story import DEAD, RANG, SPOKEN, Deed

OBLIGORS = frozenset({"debtor", "joint_debtor", "guarantor"})
STAND_INS = frozenset({"legal_guardian", "parent_of_minor", "executor", "attorney"})
# Who may be told, where it is not everybody who owes or stands in for one.
TOLD = {
    "US": OBLIGORS | STAND_INS | {"spouse"},
    "US-DC": OBLIGORS | STAND_INS,
    "ID": (OBLIGORS | STAND_INS) - {"guarantor"},
    "HK": (OBLIGORS | STAND_INS) - {"parent_of_minor"},
    "CN": OBLIGORS | STAND_INS | {"contact_person"},
}
# Where the person's own consent opens the way to somebody else, and where one may ask once for whereabouts.
BY_CONSENT = frozenset({"US", "AU", "BR", "CA-ON", "CA-QC", "EU", "GB", "MY", "SG", "TH"})
MAY_ASK_ONCE = frozenset({"US", "TW"})
_AMOUNT = re.compile(
    r"(?:[$€£¥₩₹₫฿]|NT\$|HK\$|US\$|R\$|\b(?:USD|EUR|GBP|CNY|MXN|COP|CLP)\s?)\s?\d|\d\s?(?:元|块|塊|dollars|pesos|euros)\b"
)

THIRD = Rule(
    "third-parties",
    "Nobody but who owes, or stands in, is told of a debt",
    "15 USC 1692c(b); each place's own rule",
)
MINOR = Rule("house.no-minors", "No message to a minor", "product rule; CONDUSEF")
GUARDIAN = Rule(
    "house.guardians-of-minors", "A minor's debt is the guardian's matter", "12 CFR 1006.6(a)(2)-(3)"
)
CONTACT = Rule(
    "cn.contact-person", "Contact persons only when the debtor cannot be reached", "GB/T 45251-2025; CBA 2026"
)
STRANGER = Rule(
    "house.wrong-number", "Nothing more to a number that is not the person's", "12 CFR 1006.6(d)(3), (5)"
)
READER = Rule(
    "house.reader-verified",
    "Nothing of a debt before it is certain who reads",
    "12 CFR 1006.6(d); GB/T 45251",
)
PUBLIC = Rule("house.never-in-public", "Nothing that others can see", "12 CFR 1006.22(f)(4)")
ON_RECORD = Rule("house.consent-on-record", "Whether there is consent is on record", "product rule")
CONSENT = Rule(
    "consent",
    "Only with consent for the channel",
    "D.C. Code 28-3814; 6 RCNY 5-77; 23 NYCRR 1.6; Ley 2300; platform",
)
ASKS_ONLY = Rule(
    "us-dc.request-asks-for-nothing-else", "The request for consent names no debt", "D.C. Code 28-3814"
)
CLAIMED = Rule("consent-evidence", "Consent that a decision rested on is in the records", "product rule")
SAFE = Rule(
    "us-federal.text-number-procedure", "The number was confirmed within 60 days", "12 CFR 1006.6(d)(5)"
)
EMPLOYER = Rule(
    "no-employer-email",
    "Not to an e-mail address of the employer",
    "12 CFR 1006.22(f)(3); 23 NYCRR 1.6; CBA; CONC",
)
AUTHORISED = Rule(
    "house.authorised-channels", "Only on channels that the person authorised", "Ley 2300 de 2023 art. 3"
)
PRIVATE = Rule("house.no-private-accounts", "No private account of an agent", "CBA 指引(试行) 2026")
LISTS = Rule(
    "house.not-from-contact-lists", "Nobody because a contact list names them", "SEC MC 18 s. 2019 sec. 1"
)
WINDOW = Rule(
    "service-window", "Free text only in the platform's window, else a template", "WhatsApp Business; WeChat"
)
PLATFORM = Rule(
    "platform-permits",
    "Only where the platform permits debt collection",
    "WhatsApp Business Messaging Policy; Twilio 30460",
)
DIALLED = Rule(
    "us-federal.autodialer-consent", "Automated texts and calls only with consent", "47 USC 227(b)(1)(A)(iii)"
)
HURDLE = Rule(
    "house.no-hurdle-to-opting-out", "Opting out costs nothing and asks for nothing", "12 CFR 1006.6(e)"
)
VOICEMAIL = Rule(
    "us-federal.limited-content-by-voicemail", "Limited content is for voicemail", "12 CFR 1006.2(j)"
)

_WINDOWS = {"whatsapp": timedelta(hours=24), "wechat": timedelta(hours=48)}
_NEEDS_RECORD = frozenset({"sms", "whatsapp", "telegram", "wechat", "email"})
_WRITTEN_TO_FIRST = frozenset({"whatsapp", "telegram", "wechat"})


def check(case: Case) -> Breaches:
    """The wrong reader, an unsure one, or one who did not agree."""
    yield from _role(case)
    yield from _reader(case)
    yield from _address(case)
    if case.sent.purpose != "opt_out_confirmation":
        yield from _consent(case)
        yield from _platform(case)
    yield from _window(case)
    if case.flags:
        yield from _marks(case)


def _role(case: Case) -> Breaches:
    sent, role = case.sent, case.sent.role
    if case.bare_answer:
        return
    if role == "minor":
        yield Breach(MINOR, "the reader is a minor")
        return
    if role == "debtor" and case.says("debtor_is_minor"):
        yield Breach(GUARDIAN, "the debtor is a minor")
    if role not in OBLIGORS and case.says("from_contact_list"):
        yield Breach(LISTS, "the number came from a contact list")
    if role == "contact_person" and case.within("CN"):
        yield from _contact_person(case)
    for place, told in _told(case):
        if role in told or _consented(case, place):
            continue
        if case.within(*MAY_ASK_ONCE) and sent.purpose == "location_inquiry":
            if why := _inquiry(case):
                yield Breach(THIRD, why)
        else:
            yield Breach(THIRD, f"a {role.replace('_', ' ')} was written to ({place})")
        return


def _told(case: Case) -> list[tuple[str, frozenset[str]]]:
    places = [place for place in sorted(case.places) if place != "US-DC" or late_in_dc(case)]
    found = [(place, TOLD[place]) for place in places if place in TOLD]
    return found or [(case.sent.place, OBLIGORS | STAND_INS)]


def _consented(case: Case, place: str) -> bool:
    if place not in BY_CONSENT and not case.within(*(BY_CONSENT - {"US"})):
        return False
    direct = case.says("direct_consent_third_party")
    return direct or (not case.agency and case.says("creditor_consent_third_party"))


def _inquiry(case: Case) -> str:
    if case.sent.facts.get("discloses") is not False or case.says("mentions_debt"):
        return "the question for the person's whereabouts named a debt"
    if case.says("attorney", "debtor_reachable"):
        return "where the person is, was known, or the lawyer was"
    if any(deed.ours and deed.purpose == "location_inquiry" for deed in case.past):
        return "it had been asked before"
    return ""


def _contact_person(case: Case) -> Breaches:
    names_debt = case.sent.facts.get("discloses") is not False or case.says("mentions_debt")
    if case.says("contact_person_refused") or case.sent.purpose != "location_inquiry" or names_debt:
        yield Breach(CONTACT, "the contact person had refused, or was asked for more than contact details")
    elif case.sold_as("card"):
        yield Breach(CONTACT, "a card debt is collected from holder and guarantor only")
    elif case.says("debtor_reachable") or not (
        case.says("debtor_unreachable", "deceased") or _missed(case) >= 3
    ):
        yield Breach(CONTACT, "it was not known that the debtor cannot be reached")


def _missed(case: Case) -> int:
    count = 0
    for deed in reversed(case.past):
        if deed.ours and deed.outcome in (RANG, DEAD):
            count += 1
        elif not deed.ours or deed.channel in SPOKEN:
            break
    return count


def _reader(case: Case) -> Breaches:
    facts, sent = case.sent.facts, case.sent
    if facts.get("verified") is not True:
        if facts.get("discloses") is not False or case.says("mentions_debt"):
            yield Breach(READER, "the reader was not verified, and it reveals a debt")
        elif not sent.by_agent and _AMOUNT.search(sent.text):
            yield Breach(READER, "the reader was not verified, and the text names an amount")
        elif not sent.by_agent and (has(COLLECTOR)(sent.text) or has(ATTEMPT)(sent.text)):
            yield Breach(READER, "the reader was not verified, and the text names a debt collector")
    if sent.channel == "social_public":
        yield Breach(PUBLIC, "others could see it")


def _address(case: Case) -> Breaches:
    sent = case.sent
    confirms = sent.purpose == "opt_out_confirmation"
    if case.says("wrong_number", "number_reassigned") and not confirms and not case.bare_answer:
        yield Breach(STRANGER, "the number was known to be somebody else's")
    if sent.channel == "email" and case.says("employer_email"):
        own = case.says("consumer_used_this_address", "electronic_consent")
        strict = case.within("US-NY") and case.agency
        if strict or (not own and case.within("US", "CN", "GB", "HK", "JP", "TW")):
            yield Breach(EMPLOYER, "the address belongs to the employer")


def _wrote_here(case: Case) -> Deed | None:
    """The person's latest message on this channel."""
    channel = case.sent.channel
    return next((deed for deed in reversed(case.past) if not deed.ours and deed.channel == channel), None)


def _consent(case: Case) -> Breaches:
    sent, facts = case.sent, case.sent.facts
    consent = facts.get("consent")
    if (
        consent is None
        and case.ours_to_start
        and sent.channel in _NEEDS_RECORD
        and sent.purpose != "consent_request"
    ):
        yield Breach(ON_RECORD, "nothing was known of consent")
    if consent is not True and case.ours_to_start and _needs_consent(case):
        yield Breach(CONSENT, "there was no consent for the channel")
    if sent.purpose == "consent_request" and case.electronic and case.within("US-DC") and late_in_dc(case):
        asked_first = consent is not True or case.says("no_electronic_consent")
        if asked_first and (facts.get("discloses") is not False or case.says("mentions_debt")):
            yield Breach(ASKS_ONLY, "it spoke of a debt as well")
    on_file = case.consent_at is not None and case.consent_at <= case.at
    if consent is True and sent.channel in _NEEDS_RECORD and not on_file and _wrote_here(case) is None:
        yield Breach(
            CLAIMED, "the address shows no consent before it, and the person had not written from it"
        )
    if case.within("US") and case.says("autodialed") and consent is not True and case.ours_to_start:
        if sent.channel in SPOKEN | {"sms"}:
            yield Breach(DIALLED, "there was no consent")
    if case.within("US") and sent.channel == "sms" and case.says("policy_text_safe_harbor_required"):
        if not _safe(case):
            yield Breach(SAFE, "nothing confirmed the number within 60 days")


def _needs_consent(case: Case) -> bool:
    sent = case.sent
    if sent.channel in _WRITTEN_TO_FIRST:
        return True
    if sent.channel == "email" and case.within("US-NY") and case.agency:
        return True
    if not case.electronic:
        return False
    if case.within("CO"):
        return True
    if case.within("US-NYC"):
        return case.agency or case.says("in_collection_procedures")
    return case.within("US-DC") and sent.purpose != "consent_request" and late_in_dc(case)


def late_in_dc(case: Case) -> bool:
    """Consumer debts more than 30 days late, but for cars and real estate."""
    days = case.sent.number("days_past_due")
    spared = ("vehicle", "auto", "car_loan", "mortgage", "real_estate", "home_", "heloc")
    return (days is None or days > 30) and not case.sold_as(*spared)


def _safe(case: Case) -> bool:
    since = timedelta(days=60)
    texts = [deed for deed in case.past if not deed.ours and deed.channel == "sms" and not deed.heard]
    if any(case.at - deed.at <= since for deed in texts):
        return True

    def fresh(flag: str) -> bool:
        ago = case.sent.number(flag)
        return ago is not None and 0 <= ago <= 60

    if fresh("last_consumer_text_days_ago") or fresh("direct_text_consent_days_ago"):
        return True
    used = "consumer_used_this_address", "last_consumer_text_days_ago", "direct_text_consent_days_ago"
    return fresh("reassigned_check_days_ago") and (bool(texts) or case.sent.has(*used))


def _platform(case: Case) -> Breaches:
    refused = case.sent.facts.get("platform_permits") is not True
    carrier = case.sent.channel == "sms" and case.within("US", "CA", "CA-ON", "CA-QC")
    if refused and case.agency and case.ours_to_start and (carrier or case.sent.channel == "whatsapp"):
        yield Breach(PLATFORM, "nothing shows that the platform permits it")


def _window(case: Case) -> Breaches:
    width = _WINDOWS.get(case.sent.channel)
    if width is None or case.sent.facts.get("approved_template") is True:
        return
    last = _wrote_here(case)
    if last is None or case.at - last.at >= width:
        yield Breach(WINDOW, "the window was shut, and the text is no template")


def _marks(case: Case) -> Breaches:
    sent = case.sent
    named = sent.flags.get("authorised_channels", ())
    if named and sent.purpose != "opt_out_confirmation" and case.ours_to_start:
        if not any(sent.channel in text.split(",") for text in named):
            yield Breach(AUTHORISED, "the person had authorised other channels")
    if case.says("agent_private_account") and not case.says("electronic_consent"):
        yield Breach(PRIVATE, "it came from an agent's private account")
    if case.says("opt_out_requires_fee", "opt_out_requires_ssn"):
        yield Breach(HURDLE, "the way to opt out asked for a fee or for personal data")
    if sent.purpose == "limited_content_voicemail" and case.within("US"):
        if sent.channel != "voicemail" or case.says("mentions_debt"):
            yield Breach(VOICEMAIL, "it was no voicemail, or named a debt")
