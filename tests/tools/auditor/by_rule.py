"""For each rule of the packs that bears another name with the auditor, or is in no story yet, a message that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.tools.auditor.planting import (
    Change,
    Export,
    Planting,
    Row,
    after,
    again,
    at_local,
    begun,
    called,
    combined,
    ended,
    flagged,
    having,
    on,
    refused,
    saying,
    telling,
    told,
    unwritten,
)

type Fits = Callable[[Export, Row], bool]
AGENCY, LENDER = "third_party", "first_party"
NOON = at_local("12:00")
BARE = "Riverbank Credit: please call us when you can."

_HOURS: tuple[tuple[str, str, str, Change, Fits], ...] = (
    ("br.hours", "br.hours", "BR", at_local("21:00"), begun),
    ("eu.hours", "eu.hours", "ES", at_local("07:59"), begun),
    ("gb.hours", "gb.hours", "GB", at_local("21:00"), begun),
    ("hk.hours", "hk.hours", "HK", at_local("21:00"), begun),
    ("id.hours", "id.hours", "ID", at_local("20:00"), begun),
    ("kr.hours", "kr.hours", "KR", at_local("21:00"), begun),
    ("mx.hours", "mx.hours", "MX", at_local("22:00"), begun),
    ("my.hours", "my.hours", "MY", at_local("21:00"), begun),
    ("sg.hours", "sg.hours", "SG", at_local("21:00"), begun),
    ("tw.hours", "tw.hours", "TW", at_local("06:59"), begun),
    ("vn.hours", "vn.hours", "VN", at_local("21:00"), begun),
    ("ph.hours", "ph.hours", "PH", combined(at_local("22:00"), told(flags=["days_past_due:15"])), begun),
    ("ph.hours-cards", "ph.hours", "PH", combined(at_local("22:00"), told(flags=["days_past_due:60", "product:credit_card"])), begun),
    ("cn.hours-abroad", "cn.hours-abroad", "CN", at_local("07:30", zone="America/New_York"), begun),
    ("au.hours-at-work", "au.hours-at-work", "AU", combined(at_local("17:00"), flagged("place_of_employment")), begun),
    ("us-ca.hours", "us-ca.hours", "US-CA", at_local("21:00"), begun),
    ("us-ca.hours-commercial", "us-ca.hours", "US-CA", combined(at_local("21:00"), flagged("product:business_loan")), begun),
    ("us-co.hours", "us-co.hours", "US-CO", at_local("21:00"), having(collector_type=AGENCY)),
    ("us-federal.waking-hours-creditor-email", "us-federal.waking-hours-creditor", "US-TX", at_local("21:00"),
     on("email", collector_type=LENDER)),
    ("us-fl.hours", "us-fl.hours", "US-FL", at_local("21:00"), on("sms")),
    ("us-fl.hours-email", "us-fl.hours", "US-FL", at_local("21:00", date(2025, 5, 14)), on("email")),
    ("us-ma.hours", "us-ma.hours", "US-MA", at_local("21:00"), begun),
    ("us-states.hours", "us-states.hours", "US-OR", at_local("21:00"), begun),
    ("us-wa.hours", "us-wa.hours", "US-WA", at_local("07:29"), having(collector_type=AGENCY)),
    ("us-wv.hours", "us-wv.hours", "US-WV", at_local("21:00"), begun),
)  # fmt: skip
# Nobody there is told who does not owe; the reader in the planting.
_THIRD = {
    "au": "sibling", "br": "sibling", "ca-on": "employer", "ca-qc": "roommate", "cl": "sibling", "cn": "spouse", "co": "reference",
    "eu": "neighbor", "gb": "spouse", "hk": "referee", "id": "guarantor", "in": "sibling", "jp": "spouse", "kr": "sibling",
    "mx": "contact_person", "my": "sibling", "ph": "contact_person", "sg": "employer", "th": "roommate", "tw": "spouse",
    "us-federal": "neighbor", "vn": "sibling",
}  # fmt: skip
_CEASE = (
    "au",
    "br",
    "ca-on",
    "ca-qc",
    "cl",
    "co",
    "eu",
    "gb",
    "id",
    "in",
    "jp",
    "kr",
    "mx",
    "my",
    "ph",
    "sg",
    "th",
    "vn",
)
_PLACE = {"eu": "ES", "us-federal": "US-TX", "house": "US"}
_ACTS_FOR = ("on behalf of", "en nombre de", "委托", "委託")
_COMPLAIN = ("omplain", "uejas", "投诉", "投訴", "申訴")


def _where(pack: str) -> str:
    return _PLACE.get(pack, pack.upper())


def carrying(*words: str, **wanted: object) -> Fits:
    """A reminder that we began, with these facts, that holds one of the words."""
    usual = having(**wanted)
    return lambda export, row: usual(export, row) and any(word in row["text"] for word in words)


def without(*words: str) -> Change:
    """The text with none of the words."""

    def change(export: Export, row: Row) -> Row:
        for word in words:
            row["text"] = row["text"].replace(word, "...")
        return row

    return change


def _named(rule: str, judged_by: str, place: str, change: Change, fits: Fits = begun) -> tuple[str, Planting]:
    return rule, Planting(rule, judged_by, place, change, fits)


def _each(rules: str, judged_by: str, change: Change, fits: Fits = begun) -> dict[str, Planting]:
    """The same planted in the place of each of these rules."""
    names = rules.split()
    return dict(_named(rule, judged_by, _where(rule.partition(".")[0]), change, fits) for rule in names)


_agency, _lender, _email = having(collector_type=AGENCY), having(collector_type=LENDER), on("email")


def _told_by_agency(export: Export, row: Row) -> bool:
    return telling(export, row) and _agency(export, row)


def as_purpose(purpose: str, *flags: str) -> Change:
    """Sent for another purpose, as its decision says too, with these flags."""

    def change(export: Export, row: Row) -> Row:
        row["purpose"] = purpose
        return combined(told(purpose=purpose), flagged(*flags))(export, row)

    return change


def to(role: str, *flags: str) -> Change:
    """To another reader, with these flags."""
    return combined(told(recipient_role=role), flagged(*flags))


def at_work(export: Export, row: Row) -> Row:
    """This and what went before it reached the person at work."""
    return flagged("place_of_employment")(export, row)


WHEN = dict(_named(rule, judged, place, change, fits) for rule, judged, place, change, fits in _HOURS)
WHO = {
    **dict(_named(f"{pack}.third-parties", "third-parties", _where(pack), to(role)) for pack, role in _THIRD.items()),
    **_each("us-ca.family-and-employer", "third-parties", to("employer")),
    **_each("us-dc.family-and-friends", "third-parties", combined(to("spouse"), flagged("days_past_due:60"))),
    **_each("cn.contact-person", "cn.contact-person", to("contact_person")),
    **_each("cn.cards-holder-and-guarantor-only", "cn.contact-person",
            combined(as_purpose("location_inquiry", "debtor_unreachable", "product:credit_card"),
                     told(recipient_role="contact_person", discloses=False))),
    **_each("house.guardians-of-minors", "house.guardians-of-minors", flagged("debtor_is_minor")),
    **_each("house.not-from-contact-lists", "house.not-from-contact-lists", to("spouse", "from_contact_list")),
    **_each("cn.not-employer-email gb.not-employer-email hk.not-employer-email jp.not-employer-email tw.not-employer-email "
            "us-federal.no-employer-email", "no-employer-email", combined(told(flags=[]), flagged("employer_email")), _email),
    **_each("us-ny.no-employer-email", "no-employer-email", flagged("employer_email", "consumer_used_this_address"),
            on("email", collector_type=AGENCY)),
    **_each("house.no-private-accounts", "house.no-private-accounts", flagged("agent_private_account")),
    **_each("house.no-hurdle-to-opting-out", "house.no-hurdle-to-opting-out", flagged("opt_out_requires_fee")),
    **_each("co.authorised-channels us-dc.consent us-nyc.consent", "consent",
            combined(told(consent=False), flagged("days_past_due:60", "in_collection_procedures"))),
    **_each("us-ny.email-consent", "consent", told(consent=False), on("email", collector_type=AGENCY)),
    **_each("us-federal.autodialer-consent", "us-federal.autodialer-consent",
            combined(told(consent=False), flagged("autodialed")), on("sms")),
    **_each("us-federal.text-number-procedure", "us-federal.text-number-procedure",
            flagged("policy_text_safe_harbor_required"), unwritten("sms")),
    **dict(_named(rule, "consent", "", told(consent=False), on(channel)) for rule, channel in (
        ("telegram.started", "telegram"), ("wechat.subscription", "wechat"), ("whatsapp.opt-in", "whatsapp"))),
    **dict(_named(rule, "platform-permits", "US", told(platform_permits=None), on(channel, collector_type=AGENCY))
           for rule, channel in (("sms.debt-collection", "sms"), ("whatsapp.debt-collection", "whatsapp"))),
    **dict(_named(rule, "service-window", "", told(approved_template=False), unwritten(channel))
           for rule, channel in (("wechat.service-window", "wechat"), ("whatsapp.service-window", "whatsapp"))),
    **_each("us-dc.request-asks-for-nothing-else", "us-dc.request-asks-for-nothing-else",
            combined(told(flags=["days_past_due:60"]), as_purpose("consent_request", "no_electronic_consent", "mentions_debt"))),
    **_each("us-federal.limited-content-by-voicemail us-federal.limited-content-names-no-debt",
            "us-federal.limited-content-by-voicemail", as_purpose("limited_content_voicemail", "mentions_debt")),
}  # fmt: skip
STILL = {
    **dict(_named(f"{pack}.cease", "us-federal.cease", _where(pack), flagged("cease_all")) for pack in _CEASE),
    **_each("us-federal.medium-wanted", "house.channel-wanted", refused),
    **_each("us-federal.attorney us-fl.attorney", "house.attorney", flagged("attorney")),
    **_each("us-federal.stay tw.insolvency", "house.insolvency", flagged("bankruptcy")),
    **_each("us-federal.codebtor-stay", "us-federal.codebtor-stay", flagged("codebtor_chapter13_stay")),
    **_each("us-federal.discharge", "us-federal.discharge", flagged("bankruptcy_discharged")),
    **_each("us-federal.dispute", "house.dispute", flagged("dispute_open")),
    **_each("us-federal.original-creditor-request", "us-federal.original-creditor-request",
            flagged("original_creditor_request_open")),
    **_each("us-federal.time-barred-no-suit", "us-federal.time-barred-no-suit", as_purpose("legal_notice", "time_barred")),
    **_each("gb.statute-barred-refused", "gb.statute-barred-refused", flagged("time_barred", "refused_to_pay_in_writing")),
    **_each("gb.mental-health-moratorium", "gb.mental-health-moratorium", flagged("mental_health_moratorium")),
    **_each("gb.breathing-space-end", "gb.breathing-space", flagged("breathing_space_ended:2026-12-31")),
    **_each("kr.adjustment-request", "kr.adjustment-request", flagged("debt_adjustment_request_open")),
    **_each("hk.agency-notice in.agency-notice tw.agency-notice", "agency-notice",
            flagged("agency_notice_sent:no"), _agency),
    **_each("ca-on.agency-notice", "agency-notice",
            combined(told(collector_type=AGENCY), flagged("agency_notice_sent:no"))),
    **_each("ca-on.six-days-after-notice", "ca-on.six-days-after-notice", combined(told(collector_type=AGENCY), flagged("state_notice_days_ago:5"))),
    **_each("cn.not-at-work gb.not-at-work hk.not-at-work jp.not-at-work tw.not-at-work", "not-at-work", at_work),
    **_each("us-nyc.workplace", "not-at-work", at_work, _agency),
    **_each("house.not-at-work-if-refused", "house.not-at-work-if-refused",
            flagged("place_of_employment", "inconvenient_place:work")),
    **_each("house.employer-prohibits", "house.not-at-work-if-refused", flagged("employer_prohibits")),
    **_each("house.bare-opt-out-confirmation", "house.bare-opt-out-confirmation",
            combined(after("opt_out", 1, "opt_out_confirmation"), flagged("mentions_debt")), on("sms")),
}  # fmt: skip
HOW_OFTEN = {
    **_each("us-dc.one-request-a-week", "us-dc.one-request-a-week",
            combined(NOON, flagged("days_past_due:60"), as_purpose("consent_request"), again(1, 60))),
    **_each("us-wv.thirty-calls", "us-wv.thirty-calls", combined(NOON, again(30, 10, delivery="no-answer")), called),
    **_each("us-wv.ten-conversations", "us-wv.ten-conversations", combined(NOON, ended("answered"), again(10, 20)), called),
    **_each("us-ma.two-a-month-elsewhere", "us-ma.two-a-month-elsewhere",
            combined(NOON, at_work, again(2, 9 * 24 * 60)), on("sms")),
    **_each("us-wa.once-a-week-at-work", "us-wa.once-a-week-at-work", combined(NOON, at_work, again(1, 24 * 60)), _agency),
    **_each("us-federal.seven-calls-creditor", "us-federal.seven-calls", combined(NOON, again(7, 20, delivery="no-answer")),
            lambda export, row: called(export, row) and row["decision"]["facts"]["collector_type"] == LENDER),
    **_each("us-federal.rest-after-talk-creditor", "us-federal.rest-after-talk",
            combined(NOON, ended("answered"), again(1, 6 * 24 * 60)),
            lambda export, row: called(export, row) and row["decision"]["facts"]["collector_type"] == LENDER),
    **_each("co.once-a-day", "co.once-a-day", combined(NOON, ended("answered"), again(1, 60)), called),
}  # fmt: skip
CARRIED = {
    **_each("au.acts-for cn.acts-for eu.acts-for gb.acts-for hk.acts-for in.acts-for jp.acts-for kr.acts-for mx.acts-for "
            "sg.acts-for tw.acts-for", "acts-for", without(*_ACTS_FOR), carrying(*_ACTS_FOR, collector_type=AGENCY)),
    **_each("cn.complaint-contact hk.complaint-contact in.complaint-contact mx.complaint-contact tw.complaint-contact",
            "complaint-contact", without(*_COMPLAIN), carrying(*_COMPLAIN)),
    **_each("eu.automated-assistant us-ca.bot", "house.automated-assistant", saying(BARE)),
    **_each("us-nyc.one-word-opt-out", "us-nyc.one-word-opt-out", saying(BARE), on("sms", collector_type=AGENCY)),
    **_each("us-federal.initial-disclosure", "us-federal.initial-disclosure",
            combined(told(flags=["days_past_due:40", "initial_communication"]), saying(BARE)), on("sms", collector_type=AGENCY)),
    **_each("house.who-writes-in-chat", "house.who-writes", saying("Please call us."), on("webchat")),
    **_each("us-ca.time-barred-notice", "us-ca.time-barred-notice", flagged("time_barred"), telling),
    **_each("us-ny.time-barred-notice", "us-ny.time-barred-notice", flagged("time_barred"), _told_by_agency),
}  # fmt: skip
BY_RULE = {**WHEN, **WHO, **STILL, **HOW_OFTEN, **CARRIED}
