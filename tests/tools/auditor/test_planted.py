"""What is planted into clean traffic is found, each kind and in its own message."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tools.auditor.planting import Export, Planting, at_local, clean, combined, flagged, on, planted
from tests.tools.auditor.plantings import ALL
from tools.auditor.replay import audit
from tools.auditor.traffic.people import NAME


def _found(export: Export) -> set[tuple[str, str]]:
    return {(each.message, each.breach.rule.id) for each in audit(export, [NAME])}


@pytest.mark.parametrize("planting", ALL, ids=lambda planting: planting.name)
def test_a_message_that_ought_not_to_have_left_is_found(planting: Planting) -> None:
    export, message = planted(planting)

    assert (message, planting.rule) in _found(export)


@pytest.mark.parametrize(("day", "found"), [(date(2027, 1, 30), False), (date(2027, 1, 31), True)])
@pytest.mark.parametrize("channel", ["sms", "voice"])
def test_a_stop_covers_texts_and_calls_from_the_day_of_that_law(day: date, found: bool, channel: str) -> None:
    planting = Planting(
        "a text after a stop on either",
        "us-federal.revocation-covers-all",
        "US",
        combined(at_local("12:00", day), flagged("autodialed", f"opted_out_{channel}")),
        on("sms"),
    )
    export, message = planted(planting)

    assert ((message, planting.rule) in _found(export)) is found


def test_a_stop_that_was_taken_back_covers_nothing() -> None:
    planting = Planting(
        "a text after a yes",
        "us-federal.revocation-covers-all",
        "US",
        combined(
            at_local("12:00", date(2027, 2, 1)),
            flagged("autodialed", "opted_out_voice", "opted_in_again_voice"),
        ),
        on("sms"),
    )
    export, message = planted(planting)

    assert (message, planting.rule) not in _found(export)


def test_there_are_many_kinds_of_them() -> None:
    assert len({planting.rule for planting in ALL}) >= 50
    assert len({planting.name for planting in ALL}) == len(ALL)


def test_the_traffic_that_they_are_planted_into_is_clean() -> None:
    assert [each.as_json() for number in range(300) for each in audit(clean(number), [NAME])] == []
