"""`kept read`: what a borrower's text promises."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools.commands.asking import ask

WHEN: dict[str, Any] = {"now": "2026-11-18T09:00:00-06:00", "tz": "America/Chicago"}
OWED: dict[str, Any] = {"owed": {"amount": "515.20", "currency": "USD"}}


def test_texts_are_read_in_order_and_a_broken_line_stops_no_other() -> None:
    status, answers = ask(
        "read",
        {"id": "half", "text": "half on friday", **WHEN, **OWED},
        {"id": "no zone", "text": "100", "now": WHEN["now"]},
        {"id": "no offset", "text": "100", "now": "2026-11-18T09:00:00", "tz": "America/Chicago"},
        "{",
        {"id": "zh", "text": "周五还一半", **WHEN, **OWED, "lang": "zh-Hans"},
        {"id": "no text", "text": None, **WHEN},
        {"id": "huge", "text": "I will pay $100 on friday. " + "x" * 200_000, **WHEN},
    )
    assert status == 1
    assert [one["id"] for one in answers] == ["half", "no zone", "no offset", None, "zh", "no text", "huge"]
    assert [one.get("error", "").split(":")[0] for one in answers] == [
        "",
        "tz",
        "now",
        "the line is not JSON",
        "",
        "text",
        "",
    ]
    half, chinese = answers[0], answers[4]
    assert (half["share"], half["amount"], half["currency"]) == ("1/2", "257.60", "USD")
    assert half["dates"] == ["2026-11-20"]
    assert (chinese["lang"], chinese["share"], chinese["promise"]) == ("zh-Hans", "1/2", True)


@pytest.mark.parametrize(
    "owed",
    [
        {"amount": "a lot", "currency": "USD"},
        {"amount": "1"},
        {"amount": True, "currency": "USD"},
        {"amount": "NaN", "currency": "USD"},
        {"currency": "USD"},
        "515.20",
    ],
)
def test_a_debt_that_cannot_be_read_is_an_error(owed: object) -> None:
    status, answers = ask("read", {"id": "1", "text": "half", **WHEN, "owed": owed})
    assert status == 1
    assert answers[0]["id"] == "1"
    assert set(answers[0]) == {"id", "error"}


def test_a_debt_may_be_written_as_a_number() -> None:
    status, answers = ask(
        "read",
        {"id": "1", "text": "all of it on friday", **WHEN, "owed": {"amount": 100.5, "currency": "usd"}},
    )
    assert (status, answers[0]["share"], answers[0].get("error")) == (0, "all", None)


def test_the_whole_reading_is_told() -> None:
    _, answers = ask("read", {"id": "1", "text": "call me after 5", **WHEN})
    assert set(answers[0]) == {
        *("id", "lang", "promise", "amount", "currency", "share", "amount_candidates", "dates", "ambiguous"),
        *("open_event", "instalments", "phone", "email", "address", "employer", "person_name", "incomplete"),
        *("windows", "channel", "channel_unwanted"),
    }
