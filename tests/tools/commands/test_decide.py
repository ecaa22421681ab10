"""`kept decide`: may this message leave now?"""

from __future__ import annotations

import json
from typing import Any

from compliance.engine import decide
from compliance.facts import from_line
from tests.tools.commands.asking import ask

LINE: dict[str, Any] = {
    "jurisdiction": "US-TX",
    "channel": "sms",
    "purpose": "reminder",
    "recipient_tz": "America/Chicago",
    "now_utc": "2026-11-18T12:30:00Z",
}


def test_each_message_is_decided_and_a_broken_line_stops_no_other() -> None:
    status, answers = ask(
        "decide",
        {"id": "night", **LINE},
        {"id": "day", **LINE, "now_utc": "2026-11-18T15:00:00Z"},
        {"id": "unknown flag", **LINE, "flags": ["likes_cats"]},
        '{"id": "broken", "jurisdiction": ',
        {"id": "no instant", **LINE, "now_utc": None},
        {"id": "flags as text", **LINE, "flags": "attorney"},
        "[]",
        {"id": "lawyer", **LINE, "flags": ["attorney"]},
    )
    assert status == 1
    assert [one["id"] for one in answers] == [
        "night",
        "day",
        "unknown flag",
        "broken",
        "no instant",
        "flags as text",
        None,
        "lawyer",
    ]
    assert [one.get("decision", "error") for one in answers] == [
        "defer",
        "allow",
        "error",
        "error",
        "error",
        "error",
        "error",
        "block",
    ]
    assert answers[0]["next_allowed_at"] == "2026-11-18T14:00:00Z"
    assert "'likes_cats' is not a known flag" in answers[2]["error"]
    assert answers[4]["error"].startswith("now_utc: is missing")


def test_the_answer_is_the_gates_own() -> None:
    line = {**LINE, "flags": ["inconvenient_time:06:00-09:00"], "collector_type": "first_party"}
    status, answers = ask("decide", {"id": 4, **line})
    facts, at = from_line(line)
    assert (status, answers) == (0, [{"id": 4, **decide(facts, at).as_json()}])
    assert set(answers[0]) == {"id", "decision", "next_allowed_at", "rules", "must_include"}


def test_a_huge_history_is_decided_too() -> None:
    history = [{"at": "2026-11-01T15:00:00Z", "channel": "sms", "kind": "inbound", "text": "x" * 1000}] * 2000
    status, answers = ask("decide", {"id": "1", **LINE, "history": history})
    assert (status, answers[0]["decision"]) == (0, "defer")
    assert len(json.dumps(history)) > 2_000_000
