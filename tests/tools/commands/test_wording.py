"""`kept wording`: may these words be sent?"""

from __future__ import annotations

from typing import Any

from tests.tools.commands.asking import ask

WHERE: dict[str, Any] = {"jurisdiction": "US-TX", "verified_party": True}


def test_texts_are_judged_in_order_and_a_broken_line_stops_no_other() -> None:
    threat = "😀 Pay today or the police will come."
    status, answers = ask(
        "wording",
        {"id": "threat", "text": threat, **WHERE},
        {"id": "fine", "text": "Can we find a day that suits you?", **WHERE, "lang": "en", "facts": {}},
        {"id": "no party", "text": "x", "jurisdiction": "US-TX"},
        {"id": "party as text", "text": "x", "jurisdiction": "US-TX", "verified_party": "true"},
        "nothing",
        {"id": "facts as list", "text": "x", **WHERE, "facts": ["time_barred"]},
        {"id": "balance", "text": "x", **WHERE, "facts": {"balance": "much"}},
        {"id": "huge", "text": "Hello. " * 50_000, **WHERE},
    )
    assert status == 1
    assert [one["id"] for one in answers] == [
        *("threat", "fine", "no party", "party as text", None, "facts as list", "balance", "huge")
    ]
    assert [one.get("verdict", "error") for one in answers] == [
        *("block", "ok", "error", "error", "error", "error", "error", "ok")
    ]
    span = answers[0]["spans"][0]
    assert answers[0]["violations"] == ["arrest_threat"]
    assert threat[span["from"] : span["to"]].startswith("police")
    assert answers[2]["error"] == "verified_party: is missing"


def test_what_the_account_knows_counts() -> None:
    text = "Your balance is $500.00."
    _, answers = ask(
        "wording",
        {"id": "right", "text": text, **WHERE, "facts": {"balance": "500.00"}},
        {"id": "wrong", "text": text, **WHERE, "facts": {"balance": "400.00"}},
    )
    assert [one["violations"] for one in answers] == [[], ["misrepresent_amount"]]
