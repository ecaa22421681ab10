"""What the records themselves must show: that each message was decided on, and that this is its decision."""

from __future__ import annotations

from datetime import timedelta

from tools.auditor.case import Breach, Breaches, Case, Rule
from tools.auditor.story import moment

# Between the decision and the sending: later than this it ought to have been decided again.
FRESH = timedelta(minutes=10)
DECIDED = Rule("record.decided", "Nothing leaves without a decision that allows it", "product rule")
SAME = Rule("record.same-message", "The decision is about this message", "product rule")
STALE = Rule(
    "record.decided-again",
    "What was put off is decided again when it leaves",
    "12 CFR 1006.6 cmt 6(b)(1)(i)-1",
)
KNOWN_PLACE = Rule("house.known-place", "No pack, no message", "product rule")
LAWS = frozenset(
    "US CN HK TW SG IN GB AU BR CA-ON CA-QC CL CO EU ID JP KR MX MY PH TH VN".split()
)  # fmt: skip


def check(case: Case) -> Breaches:
    """No decision, another's decision, or an old one."""
    sent, decided = case.sent, case.sent.decided
    if not case.within(*LAWS):
        yield Breach(KNOWN_PLACE, "no law is known for the place")
    if decided is None or sent.outcome != "allow":
        yield Breach(DECIDED, f"its decision says {sent.outcome or 'nothing'}")
        return
    told = sent.facts
    if (told.get("channel"), told.get("purpose")) != (sent.channel, sent.purpose):
        yield Breach(SAME, "the decision speaks of another channel or purpose")
    at = moment(decided["at"], "decision.at")
    if not timedelta(seconds=-5) <= sent.at - at <= FRESH:
        yield Breach(STALE, "it left long after, or before, its decision")
