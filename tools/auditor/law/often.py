"""How often: caps over windows, rest after a talk, days between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tools.auditor.case import Breach, Breaches, Case, Rule
from tools.auditor.clocks import zone
from tools.auditor.law.who import late_in_dc
from tools.auditor.story import CHATS, DEAD, ELECTRONIC, MACHINE, RANG, SPOKEN, TAKEN, Deed

type Test = Callable[[Case], bool]
# A window is so many times 24 hours, or so many days of the calendar of which today is one.
_ROLLING, _CALENDAR = "rolling", "calendar"


@dataclass(frozen=True)
class Cap:
    """No more than `times` in the window, this one included. `counts` says of a deed whether it is one."""

    rule: Rule
    place: str
    times: int
    days: int
    counts: Callable[[Deed], bool]
    binds: Test
    window: str = _ROLLING
    per_debt: bool = False
    each_number: bool = False
    clock: str = ""


def _always(case: Case) -> bool:
    return True


def _agency(case: Case) -> bool:
    return case.agency


def _spoken(case: Case) -> bool:
    return case.spoken


def _started(case: Case) -> bool:
    """What we begin; never the confirmation of a stop, nor a letter to the lawyer."""
    return case.ours_to_start and _limited(case)


def _limited(case: Case) -> bool:
    return case.sent.purpose != "opt_out_confirmation" and case.sent.role != "attorney"


def _all(*tests: Test) -> Test:
    return lambda case: all(test(case) for test in tests)


def contact(deed: Deed) -> bool:
    """We began it and it reached the person or their machine; confirmations of stops are none."""
    if deed.answers or deed.following or deed.purpose in ("opt_out_confirmation", "location_inquiry"):
        return False
    return deed.outcome not in (RANG, DEAD)


def _attempt(deed: Deed) -> bool:
    """The same, and calls that nobody took; not those that never rang."""
    return deed.outcome == RANG or contact(deed)


def _anything(deed: Deed) -> bool:
    """Contacts and attempts, answers too."""
    return deed.purpose not in ("opt_out_confirmation", "location_inquiry")


def _call(deed: Deed) -> bool:
    return deed.channel in SPOKEN and deed.outcome != DEAD


def _dialled(deed: Deed) -> bool:
    return deed.channel in SPOKEN


def talk(deed: Deed) -> bool:
    """A conversation by voice."""
    return deed.channel in SPOKEN and deed.outcome == TAKEN


def _on(channels: frozenset[str], test: Callable[[Deed], bool]) -> Callable[[Deed], bool]:
    return lambda deed: deed.channel in channels and test(deed)


def _nyc(case: Case) -> bool:
    return (case.agency or case.says("in_collection_procedures")) and not case.says("legally_required_notice")


def _by_federal_count(case: Case) -> bool:
    """West Virginia counts a creditor's calls itself; the federal count is a default for other creditors."""
    return (
        case.spoken and _limited(case) and (case.agency or not case.within("US-WV")) and _no_callback(6)(case)
    )


def _no_callback(days: int) -> Test:
    """Not where the person consented to be called within so many days."""

    def test(case: Case) -> bool:
        ago = case.sent.number("callback_consent_days_ago")
        return ago is None or ago > days

    return test


_NUMBERS = CHATS | SPOKEN


def _elsewhere(deed: Deed) -> bool:
    return deed.channel in _NUMBERS and not deed.at_work and contact(deed)


def _at_work(deed: Deed) -> bool:
    return deed.channel in _NUMBERS and deed.at_work and contact(deed)


def _employed(case: Case) -> bool:
    return case.sent.has("place_of_employment")


def _not_email(case: Case) -> bool:
    return case.sent.channel != "email"


def _electronic(case: Case) -> bool:
    return case.electronic


def _to_a_mobile(case: Case) -> bool:
    return case.sent.channel in SPOKEN | {"sms"}


_MA = "940 CMR 7.04(1)(f); 209 CMR 18.16(1)(c)"
_DC = "D.C. Code 28-3814"
_CL = "Ley 19.496 art. 37 (Ley 21.320)"
_WA = "RCW 19.16.250"
TABLE: tuple[Cap, ...] = (
    Cap(Rule("us-ma.two-a-week", "Two calls or texts in seven days about a debt", _MA),
        "US-MA", 2, 7, _elsewhere, _all(_started, _not_email), per_debt=True),
    Cap(Rule("us-ma.two-a-month-elsewhere", "Two in thirty days other than to the own numbers", "940 CMR 7.04(1)(g)"),
        "US-MA", 2, 30, _at_work, _all(_started, _not_email, _employed), per_debt=True),
    Cap(Rule("us-dc.one-request-a-week", "Before consent one request for it in seven days, and nothing else", _DC),
        "US-DC", 1, 7, _on(ELECTRONIC, _anything),
        lambda case: case.electronic and case.sent.purpose == "consent_request" and late_in_dc(case), per_debt=True),
    Cap(Rule("us-dc.five-messages", "Five electronic messages in seven days about an account", _DC),
        "US-DC", 5, 7, _on(ELECTRONIC, _anything), _all(_started, _electronic, late_in_dc), per_debt=True),
    Cap(Rule("us-dc.four-calls", "Four calls in seven days about an account", _DC),
        "US-DC", 4, 7, _call, _all(_spoken, _limited, late_in_dc), per_debt=True),
    Cap(Rule("us-nyc.three-a-week", "Three contacts or attempts in seven days about an account", "6 RCNY 5-77"),
        "US-NYC", 3, 7, _anything, _all(_started, _nyc), per_debt=True),
    Cap(Rule("us-wa.three-a-week", "Three communications in a week, in any form", _WA),
        "US-WA", 3, 7, _attempt, _all(_started, _agency)),
    Cap(Rule("us-wa.once-a-week-at-work", "One communication a week at work", _WA),
        "US-WA", 1, 7, lambda deed: deed.at_work and _attempt(deed), _all(_started, _agency, _employed)),
    Cap(Rule("us-wa.two-a-day-to-mobile", "Two calls or texts a day to a mobile", _WA),
        "US-WA", 2, 1, _on(SPOKEN | {"sms"}, _attempt), _all(_started, _agency, _to_a_mobile), _CALENDAR),
    Cap(Rule("us-wv.thirty-calls", "Thirty calls a week", "W.Va. Code 46A-2-125(d)"),
        "US-WV", 30, 7, _call, _all(_spoken, _limited)),
    Cap(Rule("us-wv.ten-conversations", "Ten conversations a week", "W.Va. Code 46A-2-125(d)"),
        "US-WV", 10, 7, talk, _all(_spoken, _limited)),
    Cap(Rule("us-federal.seven-calls", "Seven calls in seven days about a debt", "12 CFR 1006.14(b)(2)(i)(A)"),
        "US", 7, 7, _call, _by_federal_count, _CALENDAR, per_debt=True),
    Cap(Rule("cn.three-conversations", "Three effective conversations by voice a day", "GB/T 45251-2025 cl. 5.3"),
        "CN", 3, 1, talk, _spoken, _CALENDAR, clock="Asia/Shanghai"),
    Cap(Rule("cn.six-attempts", "Six calls a day to the same number", "CBA 指引(试行) 2026"),
        "CN", 6, 1, _dialled, _spoken, _CALENDAR, each_number=True, clock="Asia/Shanghai"),
    Cap(Rule("cl.one-call-a-week", "One call or visit a week", _CL),
        "CL", 1, 7, _call, _all(_spoken, _started)),
    Cap(Rule("cl.two-messages-a-week", "Two other remote contacts a week", _CL),
        "CL", 2, 7, _on(ELECTRONIC, contact), _all(_electronic, _started)),
    Cap(Rule("cl.two-days-apart", "Remote contacts at least two days apart", _CL),
        "CL", 1, 2, _on(ELECTRONIC, contact), _all(_electronic, _started)),
    Cap(Rule("th.once-a-day", "Once a day", "Debt Collection Act B.E. 2558 s. 9; notice of 2019"),
        "TH", 1, 1, lambda deed: contact(deed) and deed.outcome != MACHINE, _started, _CALENDAR),
    Cap(Rule("vn.five-a-day", "Five reminders a day", "TT 43/2016 art. 7, TT 18/2019"),
        "VN", 5, 1, _attempt, _started, _CALENDAR),
    Cap(Rule("au.three-a-week", "Three contacts a week about an account", "RG 96 part 2 s. 5"),
        "AU", 3, 7, contact, _started, per_debt=True),
    Cap(Rule("au.ten-a-month", "Ten contacts a month about an account", "RG 96 part 2 s. 5"),
        "AU", 10, 30, contact, _started, per_debt=True),
    Cap(Rule("ca-on.three-a-week", "Three contacts in seven days without consent", "R.R.O. 1990 Reg. 74 s. 22"),
        "CA-ON", 3, 7, contact, _all(_started, _no_callback(7))),
)  # fmt: skip
KOREA = Rule(
    "kr.seven-a-week", "Seven collection contacts in seven days for a claim", "개인채무자보호법 16조"
)
REST = Rule(
    "us-federal.rest-after-talk", "Seven days of rest after a talk by telephone", "12 CFR 1006.14(b)(2)(i)(B)"
)
ONCE = Rule("co.once-a-day", "After a direct contact once a day", "Ley 2300 de 2023 art. 3")
ONE_CHANNEL = Rule(
    "co.one-channel-a-week", "After a direct contact one channel a week", "Ley 2300 de 2023 art. 3"
)


@lru_cache(maxsize=1024)
def binding(places: frozenset[str]) -> tuple[Cap, ...]:
    """The caps that hold there."""
    return tuple(cap for cap in TABLE if cap.place in places)


def check(case: Case) -> Breaches:
    """Once too often, or too soon after the last time."""
    for cap in binding(case.places):
        if cap.binds(case) and (found := _over(cap, case)):
            yield Breach(cap.rule, f"{found} before it in the window, {cap.times} are permitted")
    if case.within("US") and _by_federal_count(case):
        yield from _rest(case)
    if case.within("KR"):
        yield from _korea(case)
    if case.within("CO") and _started(case):
        yield from _colombia(case)


def _over(cap: Cap, case: Case) -> int:
    """How many there were in the window, if that leaves no room for another."""
    since = case.at - timedelta(days=cap.days + 1)
    found = [deed for deed in _ours(case, since) if cap.counts(deed) and _about(cap.per_debt, deed, case)]
    if cap.each_number:
        found = [deed for deed in found if deed.address in ("", case.sent.address)]
    if len(found) < cap.times:
        return 0
    if cap.window == _ROLLING:
        count = sum(case.at - deed.at < timedelta(days=cap.days) for deed in found)
    else:
        zones = (zone(cap.clock),) if cap.clock else case.zones
        count = max(_in_days(found, case.at, cap.days, each) for each in zones)
    return count if count >= cap.times else 0


def _ours(case: Case, since: datetime) -> Iterator[Deed]:
    for deed in reversed(case.past):
        if deed.at <= since:
            return
        if deed.ours:
            yield deed


def _about(per_debt: bool, deed: Deed, case: Case) -> bool:
    return not per_debt or None in (deed.debt, case.sent.debt) or deed.debt == case.sent.debt


def _in_days(deeds: Sequence[Deed], at: datetime, days: int, place: ZoneInfo) -> int:
    today = at.astimezone(place).date()
    return sum((today - deed.at.astimezone(place).date()).days < days for deed in deeds)


def _rest(case: Case) -> Breaches:
    """The day of the talk is the first of the seven; one that the person began counts."""
    for deed in reversed(case.past):
        if case.at - deed.at > timedelta(days=8):
            return
        began_it = not deed.ours and deed.channel == "voice"
        if (began_it or (deed.ours and talk(deed))) and _about(True, deed, case):
            if max(_in_days([deed], case.at, 7, place) for place in case.zones):
                yield Breach(REST, "a talk was held too recently")
            return


def _korea(case: Case) -> Breaches:
    sent = case.sent
    spared = sent.purpose in ("opt_out_confirmation", "legal_notice") or case.says("legally_required_notice")
    if spared or sent.role == "attorney" or (case.answered and _same_day(case.answered.at, case.at, case)):
        return
    count = 0
    for deed in _ours(case, case.at - timedelta(days=7)):
        theirs = deed.answers or deed.following
        if theirs is not None and _same_day(theirs.at, deed.at, case):
            continue
        count += _anything(deed) and deed.outcome != DEAD and _about(True, deed, case)
    if count >= 7:
        yield Breach(KOREA, f"{count} before it in the window, 7 are permitted")


def _same_day(one: datetime, other: datetime, case: Case) -> bool:
    return all(one.astimezone(place).date() == other.astimezone(place).date() for place in case.zones)


def _colombia(case: Case) -> Breaches:
    """A contact is direct once somebody is known to have taken it: a talk, or a message that was answered."""
    direct = [deed for deed in _ours(case, case.at - timedelta(days=40)) if _direct(deed, case.past)]
    if not direct:
        return
    first = min(deed.at for deed in direct)
    today = [deed for deed in _ours(case, case.at - timedelta(days=2)) if _attempt(deed) and deed.at >= first]
    if any(_in_days(today, case.at, 1, place) for place in case.zones):
        yield Breach(ONCE, "the person was contacted on that day already")
    own = _medium(case.sent.channel)
    if any(_medium(deed.channel) != own and case.at - deed.at < timedelta(days=7) for deed in direct):
        yield Breach(ONE_CHANNEL, "another channel reached the person in the seven days before")


def _direct(deed: Deed, past: Sequence[Deed]) -> bool:
    if not contact(deed) or deed.outcome == MACHINE:
        return False
    return talk(deed) or any(
        not theirs.ours and theirs.channel == deed.channel and theirs.at >= deed.at for theirs in past
    )


def _medium(channel: str) -> str:
    return "voice" if channel == "voicemail" else channel
