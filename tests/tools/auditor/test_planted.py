"""What is planted into clean traffic is found, each kind and in its own message."""

from __future__ import annotations

import pytest

from tests.tools.auditor.planting import Planting, clean, planted
from tests.tools.auditor.plantings import ALL
from tools.auditor.replay import audit
from tools.auditor.traffic.people import NAME


@pytest.mark.parametrize("planting", ALL, ids=lambda planting: planting.name)
def test_a_message_that_ought_not_to_have_left_is_found(planting: Planting) -> None:
    export, message = planted(planting)

    found = {(each.message, each.breach.rule.id) for each in audit(export, [NAME])}

    assert (message, planting.rule) in found


def test_there_are_many_kinds_of_them() -> None:
    assert len({planting.rule for planting in ALL}) >= 50
    assert len({planting.name for planting in ALL}) == len(ALL)


def test_the_traffic_that_they_are_planted_into_is_clean() -> None:
    assert [each.as_json() for number in range(300) for each in audit(clean(number), [NAME])] == []
