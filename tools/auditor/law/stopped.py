"""What stands still: refused channels, demands to stop, lawyers, insolvency, death, disputes, grace."""

from __future__ import annotations

from datetime import date, timedelta

from tools.auditor.case import Breach, Breaches, Case, Rule

CONFIRMED_WITHIN = timedelta(minutes=5)
ANSWERED_THERE_WITHIN = timedelta(hours=24)
# What collects or prepares to; receipts, confirmations, verifications and answers do not.
COLLECTING = frozenset(
    {
        "reminder", "settlement_offer", "agent_message", "legal_notice", "location_inquiry",
        "limited_content_voicemail", "specified_remedy_notice",
    }
)  # fmt: skip
NOTICES = frozenset({"cease_response_notice", "specified_remedy_notice", "opt_out_confirmation"})
# Places whose law, or the product for them, lets a person end all contact.
CEASE = ("US", "AU", "BR", "CA-ON", "CA-QC", "CL", "CO", "EU", "GB", "ID", "IN", "JP", "KR", "MX", "MY", "PH",
         "SG", "TH", "VN")  # fmt: skip
# Places where nobody is written to at work without having agreed.
NOT_AT_WORK = ("CN", "GB", "HK", "JP", "TW", "US-NYC")

OPT_OUT = Rule(
    "house.channel-wanted",
    "Not on a channel that the person refused",
    "12 CFR 1006.6(e), 1006.14(h); CONC 7.9.4R",
)
CONFIRM_ONCE = Rule(
    "house.one-opt-out-confirmation",
    "An opt-out is confirmed once",
    "12 CFR 1006.14(h)(2)(i); 47 CFR 64.1200(a)(12)",
)
CONFIRM_SOON = Rule(
    "us-federal.opt-out-confirmed-promptly", "It is confirmed within five minutes", "47 CFR 64.1200(a)(12)"
)
CONFIRM_BARE = Rule(
    "house.bare-opt-out-confirmation", "The confirmation says nothing else", "12 CFR 1006.14(h)(2)(i)"
)
REVOKED_FOR_ALL = Rule(
    "us-federal.revocation-covers-all",
    "A stop by text ends automated calls too, and the other way round",
    "47 CFR 64.1200(a)(10); FCC DA 26-12",
)
# From that day on; and between which channels a stop carries over.
REVOKED_FOR_ALL_FROM = date(2027, 1, 31)
ROBOTS = frozenset({"sms", "voice", "voicemail"})
CEASED = Rule(
    "us-federal.cease", "Silence after a demand to stop", "15 USC 1692c(c); 12 CFR 1006.6(c); product rule"
)
LAWYER = Rule(
    "house.attorney",
    "The lawyer is written to, not the person",
    "12 CFR 1006.6(b)(2); CONC 7.12; 貸金業法 21条",
)
STAY = Rule(
    "house.insolvency", "Nothing is collected once insolvency is filed", "11 USC 362(a)(6); product rule"
)
CODEBTOR = Rule("us-federal.codebtor-stay", "The stay covers those who owe with the debtor", "11 USC 1301")
DISCHARGED = Rule("us-federal.discharge", "A discharged debt is not collected", "11 USC 524(a)(2)")
DEAD_PERSON = Rule("house.deceased", "Nothing to a dead person's address", "12 CFR 1006.6(a)(4) and comment")
DISPUTED = Rule(
    "house.dispute", "A disputed debt rests until it is verified", "12 CFR 1006.38(d); CONC 7.14.1R"
)
CREDITOR_ASKED = Rule(
    "us-federal.original-creditor-request",
    "Collection rests until the original creditor is named",
    "12 CFR 1006.38(c)",
)
PAID = Rule("house.paid", "Nothing is collected that is paid", "product rule")
GRACE = Rule(
    "house.hardship-grace", "Nothing is collected while a grace period runs", "개인채무자보호법; product rule"
)
SPACE = Rule("gb.breathing-space", "Nothing is demanded in a breathing space", "SI 2020/1311 regs 7, 11, 26")
CRISIS = Rule(
    "gb.mental-health-moratorium", "Nor in a mental-health crisis moratorium", "SI 2020/1311 regs 7, 28-34"
)
ADVISER = Rule("gb.debt-adviser", "Thirty days of rest while a plan is made", "FCA CONC 7.3.11R")
ADJUSTED = Rule("kr.adjustment-request", "Rest while debt adjustment is asked for", "개인채무자보호법 35조")
PLAN = Rule("cn.plan-kept", "Collection stops while an agreed plan is kept", "信用卡办法 art. 70")
MEDICAL = Rule("us-nv.medical-notice", "A medical debt rests for 60 days after the notice", "NRS 649.366")
FIRST_LETTER = Rule(
    "ca-on.six-days-after-notice", "Six days between the first notice and contact", "Reg. 74 s. 21"
)
NOTICE = Rule(
    "agency-notice",
    "Written notice before an account goes to an agency",
    "Reg. 74 s. 21; HK Code s. 43; TW art. 16",
)
WORK = Rule(
    "not-at-work",
    "Not at work without consent",
    "CBA 2026; CONC 7.9; Code s. 43.2; 貸金業法 21条; TW art. 14",
)
WORK_REFUSED = Rule(
    "house.not-at-work-if-refused", "Not at work against the person's or employer's wish", "1692c(a)(3)"
)
BANNED = Rule(
    "vn.no-collection-business", "Collecting for others is a banned business", "Investment Law 2020 art. 6"
)


def check(case: Case) -> Breaches:
    """Whatever ought to have been silent."""
    yield from _channel(case)
    if case.says("autodialed") and case.within("US"):
        yield from _revoked(case)
    flags = case.flags
    if case.sent.purpose == "opt_out_confirmation":
        yield from _confirmation(case)
    if case.ours_to_start:
        yield from _pauses(case)
        yield from _waits(case)
    if flags:
        yield from _silences(case)
        yield from _work(case)


def _channel(case: Case) -> Breaches:
    sent = case.sent
    refused = sent.says("medium_refused", sent.channel)
    if not refused and case.opted_out is None:
        return
    if sent.purpose == "opt_out_confirmation" or case.says("legally_required_notice"):
        return
    if case.answered is not None and case.at - case.answered.at <= ANSWERED_THERE_WITHIN:
        return
    yield Breach(OPT_OUT, "the person had refused this channel")


def _revoked(case: Case) -> Breaches:
    """An automated text or call after a stop on either, at whatever number of theirs, not taken back since."""
    sent = case.sent
    if sent.channel not in ROBOTS or sent.purpose == "opt_out_confirmation":
        return
    if all(case.at.astimezone(place).date() < REVOKED_FOR_ALL_FROM for place in case.zones):
        return
    heard = [deed for deed in case.past if deed.heard in ("opt_out", "opt_in") and deed.channel in ROBOTS]
    if heard:
        stopped = max(heard, key=lambda deed: (deed.at, deed.heard == "opt_out")).heard == "opt_out"
    else:
        stopped = not ROBOTS.isdisjoint(sent.flags.get("opted_out", ()))
        stopped = stopped and ROBOTS.isdisjoint(sent.flags.get("opted_in_again", ()))
    if stopped:
        yield Breach(REVOKED_FOR_ALL, "the person had stopped automated texts or calls")


def _confirmation(case: Case) -> Breaches:
    stop = case.opted_out
    if stop is None:
        return
    since = [
        deed
        for deed in case.past
        if deed.ours
        and deed.channel == case.sent.channel
        and deed.at >= stop.at
        and deed.purpose != "payment_receipt"
        # An answer to other words of theirs confirms nothing.
        and (deed.answers is None or deed.answers.heard == "opt_out")
    ]
    if since:
        yield Breach(CONFIRM_ONCE, "we had written there since the opt-out")
    if case.within("US") and case.sent.channel == "sms" and case.at - stop.at > CONFIRMED_WITHIN:
        yield Breach(CONFIRM_SOON, "the opt-out was older than five minutes")
    if case.says("mentions_debt") or case.sent.facts.get("discloses"):
        yield Breach(CONFIRM_BARE, "it spoke of a debt")


def _silences(case: Case) -> Breaches:
    sent, flags = case.sent, case.flags
    confirms = sent.purpose == "opt_out_confirmation"
    to_lawyer = sent.role == "attorney"
    ceased = "cease_all" in flags or "refused_to_pay_in_writing" in flags
    debts = sent.flags.get("cease_debt", ())
    ceased = ceased or (bool(debts) and (sent.debt is None or sent.debt in debts))
    if (
        ceased
        and case.within(*CEASE)
        and sent.purpose not in NOTICES
        and not to_lawyer
        and not case.bare_answer
    ):
        if case.within("US") or "legally_required_notice" not in flags:
            yield Breach(CEASED, "the person had demanded that contact stop")
    spoken_for = "attorney" in flags and "attorney_consents_direct" not in flags
    if spoken_for and not to_lawyer and not confirms and not case.bare_answer:
        yield Breach(LAWYER, "the lawyer was known")
    if "deceased" in flags and sent.role == "debtor" and not case.bare_answer:
        yield Breach(DEAD_PERSON, "the death was known")
    if "bankruptcy_discharged" in flags and case.within("US") and not confirms and not case.bare_answer:
        yield Breach(DISCHARGED, "the debt was discharged")
    receipts = ("payment_receipt", "opt_out_confirmation", "reply", "verification_response")
    if "paid_in_full" in flags and "legally_required_notice" not in flags and sent.purpose not in receipts:
        yield Breach(PAID, "the debt was paid")


def _pauses(case: Case) -> Breaches:
    """What rests until somebody lifts it; an answer to the person's own words may be given."""
    sent, flags = case.sent, case.flags
    if not flags:
        return
    confirms, required = sent.purpose == "opt_out_confirmation", "legally_required_notice" in flags
    collects = sent.purpose in COLLECTING
    if "bankruptcy" in flags and not confirms:
        yield Breach(STAY, "insolvency had been filed")
    if "codebtor_chapter13_stay" in flags and case.within("US") and not confirms:
        yield Breach(CODEBTOR, "the stay of chapter 13 held")
    if "dispute_open" in flags and collects and not required and "dispute_verified" not in flags:
        yield Breach(DISPUTED, "the dispute was open")
    if "original_creditor_request_open" in flags and case.within("US") and collects and not required:
        yield Breach(CREDITOR_ASKED, "the request was open")
    if "debt_adjustment_request_open" in flags and case.within("KR") and not required:
        if (collects and sent.purpose != "legal_notice") or sent.purpose == "consent_request":
            yield Breach(ADJUSTED, "the request was open")
    plan = ("reminder", "settlement_offer", "agent_message", "location_inquiry")
    if "installment_plan_active_current" in flags and case.within("CN") and sent.purpose in plan:
        yield Breach(PLAN, "the plan was being kept")
    asks = sent.purpose not in ("opt_out_confirmation", "payment_receipt", "verification_response")
    if "mental_health_moratorium" in flags and case.within("GB") and asks and not required:
        if sent.role != "attorney":
            yield Breach(CRISIS, "the moratorium held")


def _waits(case: Case) -> Breaches:
    """What rests for so many days."""
    sent = case.sent
    if case.within("VN") and case.agency and sent.purpose != "opt_out_confirmation":
        yield Breach(BANNED, "an agency wrote")
    if sent.purpose in COLLECTING - {"legal_notice"} and _runs(case, "hardship_grace_until"):
        yield Breach(GRACE, "the grace period still ran")
    asks = sent.purpose not in ("opt_out_confirmation", "payment_receipt", "verification_response")
    if case.within("GB") and asks and sent.role != "attorney" and not case.says("legally_required_notice"):
        if _runs(case, "breathing_space_until") or _runs(case, "breathing_space_ended"):
            yield Breach(SPACE, "the breathing space still ran")
        ago = sent.number("debt_adviser_plan_days_ago")
        if ago is not None and ago < 30:
            yield Breach(ADVISER, f"{ago} days had passed")
    notice = sent.number("state_notice_days_ago")
    if case.within("US-NV") and case.agency and (case.says("medical_debt") or case.sold_as("medical")):
        if notice is None or notice < 60:
            yield Breach(MEDICAL, "60 days had not passed")
    if case.within("CA-ON") and case.agency and notice is not None and notice < 6:
        yield Breach(FIRST_LETTER, "six days had not passed")


def _runs(case: Case, flag: str) -> bool:
    """Whether the day that the flag names is not yet over somewhere the person may be."""
    days = [date.fromisoformat(text[:10]) for text in case.sent.flags.get(flag, ())]
    return bool(days) and any(case.at.astimezone(place).date() <= max(days) for place in case.zones)


def _work(case: Case) -> Breaches:
    at_work = case.says("place_of_employment")
    if at_work and case.within(*NOT_AT_WORK) and (case.agency or _binds_creditors(case)):
        yield Breach(WORK, "it reached the person at work")
    refused = case.sent.says("inconvenient_place", "work") and case.says(
        "place_of_employment", "employer_email"
    )
    if refused or case.says("employer_prohibits"):
        yield Breach(WORK_REFUSED, "it reached the person at work")
    told = case.sent.says("agency_notice_sent", "no")
    if told and case.agency and case.within("CA-ON", "HK", "IN", "TW") and not case.bare_answer:
        yield Breach(NOTICE, "the notice had not been sent")


def _binds_creditors(case: Case) -> bool:
    return not case.within("US-NYC") or case.says("in_collection_procedures")
