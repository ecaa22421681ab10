"""Borrowers' stories, end to end: webhook body in, provider call out, the real assistant between."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tools.platform.places import home
from tools.play.checks import failures
from tools.play.player import Player
from tools.play.scenario import Scenario, read_scenarios
from tools.stage import Stage
from tools.stage.assistant import installed

FILES = sorted((Path(__file__).parent / "scenarios").glob("*.yml"))
SCENARIOS = [scenario for path in FILES for scenario in read_scenarios(path)]
# The default run tells every third story of each file; `make journeys` tells all.
EVERY = 3
OFTEN = {scenario.id for path in FILES for scenario in read_scenarios(path)[::EVERY]}
TRAINED = installed() and any((home() / "models").glob("*.tar.gz"))


@pytest.fixture
def stage_of_its_own(theatre: Stage) -> Iterator[Stage]:
    """The stage, whose lender's policy a story may replace; put back afterwards."""
    kept = theatre.services.policy_for
    yield theatre
    theatre.services.policy_for = kept


def test_every_story_has_its_own_name() -> None:
    names = [scenario.id for scenario in SCENARIOS]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.skipif(not TRAINED, reason="needs the trained assistant: make train")
@pytest.mark.parametrize(
    "scenario",
    [
        pytest.param(scenario, id=scenario.id, marks=() if scenario.id in OFTEN else pytest.mark.slow)
        for scenario in SCENARIOS
    ],
)
async def test_the_story_goes_as_it_is_told(stage_of_its_own: Stage, scenario: Scenario) -> None:
    seen = await Player(stage_of_its_own, scenario).play()

    owed = Decimal(str(scenario.account["owed"]))
    failed = [
        f"step {number}: {failure}"
        for number, (step, look) in enumerate(zip(scenario.steps, seen, strict=True), 1)
        for failure in failures(step.expect, look, owed=owed)
    ]
    assert failed == []
