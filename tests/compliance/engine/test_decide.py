"""The gate as a whole: strictness, speed, what it prints."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from compliance.engine import Outcome, decide, describe, explain, standard
from compliance.facts import Facts, from_line
from core.errors import Invalid

NOON = datetime(2026, 11, 18, 17, tzinfo=UTC)
LINE = {
    "id": "1",
    "jurisdiction": "US",
    "collector_type": "third_party",
    "channel": "sms",
    "recipient_tz": "America/New_York",
    "now_utc": "2026-11-18T17:00:00Z",
    "debt": "A",
    "history": [{"at": "2026-11-17T15:00:00Z", "channel": "sms", "kind": "outbound", "debt": "A"}],
}


def test_what_nobody_knows_counts_against_sending() -> None:
    bare = Facts(jurisdiction="US", collector_type="third_party", channel="sms", purpose="reminder")
    decision = decide(bare, NOON)
    spoken = {rule.id for rule in decision.rules if rule.outcome is Outcome.BLOCK}
    assert decision.outcome is Outcome.BLOCK
    assert {"house.consent-on-record", "house.reader-verified", "us-federal.opt-out-line"} <= spoken


def test_a_block_outweighs_a_wait() -> None:
    facts, at = from_line({**LINE, "now_utc": "2026-11-18T03:00:00Z", "flags": ["opted_out_sms"]})
    decision = decide(facts, at)
    assert decision.outcome is Outcome.BLOCK
    assert decision.next_allowed_at is None
    assert {"us-federal.waking-hours", "us-federal.medium-wanted"} <= {rule.id for rule in decision.rules}


def test_it_prints_as_agreed() -> None:
    facts, at = from_line({**LINE, "now_utc": "2026-11-18T03:00:00Z"})
    printed = decide(facts, at).as_json()
    assert printed["decision"] == "defer"
    assert printed["next_allowed_at"] == "2026-11-18T13:00:00Z"
    assert {
        "id": "us-federal.waking-hours",
        "reference": "15 USC 1692c(a)(1); 12 CFR 1006.6(b)(1)(i)",
        "outcome": "defer",
    } in printed["rules"]
    assert "opt_out_line" in printed["must_include"]


def test_it_is_explained_in_the_reader_s_language() -> None:
    facts, at = from_line({**LINE, "now_utc": "2026-11-18T03:00:00Z"})
    assert explain(decide(facts, at), "es").startswith("Ahora no. Permitido desde 2026-11-18T13:00:00Z.")
    assert "us-federal.waking-hours" in explain(decide(facts, at), "zh-TW")
    assert explain(decide(facts, NOON)).startswith("Allowed.")


def test_a_rule_says_what_is_doubtful_about_it() -> None:
    described = describe(standard().rule("us-nyc.three-a-week"))
    assert "6 RCNY 5-77" in described
    assert "in force: 2026-09-01" in described
    assert "VERIFY" in described


def test_an_acknowledgement_answers_what_was_just_said() -> None:
    line = {
        **LINE,
        "purpose": "reply",
        "flags": ["attorney"],
        "history": [{"at": "2026-11-18T16:59:00Z", "channel": "sms", "kind": "inbound"}],
    }
    facts, at = from_line(line)
    assert decide(facts, at).outcome is Outcome.BLOCK
    acknowledgement = Facts(**{**facts.__dict__, "acknowledges_only": True, "discloses": False})
    assert decide(acknowledgement, at).allowed


def test_a_naive_moment_is_refused() -> None:
    facts, _ = from_line(LINE)
    with pytest.raises(Invalid):
        decide(facts, datetime(2026, 11, 18, 17))  # noqa: DTZ001  # the point of the test


def test_one_decision_takes_less_than_fifty_microseconds() -> None:
    facts, at = from_line(LINE)
    decide(facts, at)
    best = min(_timed(facts, at) for _ in range(20))
    assert best < 50e-6


def _timed(facts: Facts, at: datetime) -> float:
    start = time.perf_counter()
    for _ in range(200):
        decide(facts, at)
    return (time.perf_counter() - start) / 200
