"""Whatever a line says, the gate answers, and its answer holds together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.engine import Outcome, decide, standard
from compliance.facts import COLLECTORS, KINDS, PURPOSES, ROLES, from_line
from compliance.flags import CHANNELS
from tests.compliance.test_facts import VOCABULARY

PLACES = [*sorted({place for pack in standard().packs for place in pack.places} - {"*"}), "US-TX", "ZA", "CA"]
ZONES = ["America/New_York", "America/Los_Angeles", "Asia/Shanghai", "Europe/London", "Australia/Perth", None]
START = datetime(2022, 1, 1, tzinfo=UTC)
ENTRIES = st.fixed_dictionaries(
    {
        "at": st.integers(1, 28).map(lambda day: f"2026-11-{day:02d}T{day % 24:02d}:{day:02d}:00Z"),
        "kind": st.sampled_from(KINDS),
        "channel": st.sampled_from(CHANNELS),
        "debt": st.sampled_from(["A", "B", None]),
        "place": st.sampled_from(["work", None]),
    }
)
LINES = st.fixed_dictionaries(
    {
        "jurisdiction": st.sampled_from(PLACES),
        "collector_type": st.sampled_from(COLLECTORS),
        "channel": st.sampled_from(CHANNELS),
        "purpose": st.sampled_from(PURPOSES),
        "recipient_role": st.sampled_from(ROLES),
        "recipient_tz": st.sampled_from(ZONES),
        "now_utc": st.integers(0, 10 * 365 * 86400).map(
            lambda seconds: (START + timedelta(seconds=seconds)).isoformat()
        ),
        "debt": st.sampled_from(["A", None]),
        "history": st.lists(ENTRIES, max_size=6),
        "flags": st.lists(st.sampled_from(VOCABULARY), max_size=4),
    }
)


@settings(max_examples=400, deadline=None)
@given(line=LINES)
def test_the_answer_holds_together(line: dict[str, Any]) -> None:
    facts, at = from_line(line)
    decision = decide(facts, at)
    objections = [rule.outcome for rule in decision.rules if rule.outcome is not Outcome.MUST_INCLUDE]
    assert (decision.outcome is Outcome.ALLOW) == (not objections)
    assert (decision.next_allowed_at is not None) == (decision.outcome is Outcome.DEFER)
    assert decide(facts, at) == decision
    if decision.next_allowed_at is not None:
        assert decision.next_allowed_at > at
    if decision.allowed:
        assert facts.channel != "social_public"
        assert facts.recipient_role != "minor"
