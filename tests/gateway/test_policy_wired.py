"""A policy table in the running service: changed between two turns, broken, and named by what it decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from campaigns.policies import FOLDER, Policies
from storage import agents
from storage.talk import Decision, Turn
from storage.work import AuditEntry
from tests.support.world import World

GOOD = (FOLDER / "riverbank.yaml").read_text(encoding="utf-8")


@pytest.fixture
def table(world: World, tmp_path: Path) -> Iterator[Path]:
    """The table that the running service uses, in a folder of its own."""
    path = tmp_path / "riverbank.yaml"
    path.write_text(GOOD, encoding="utf-8")
    services = world.services
    before = services.policies, services.policy_for
    services.policies = Policies(tmp_path)
    services.policy_for = services.policies
    yield path
    services.policies, services.policy_for = before


def change(table: Path, now: str, then: str) -> None:
    """Somebody edits the table."""
    assert now in GOOD
    table.write_text(GOOD.replace(now, then), encoding="utf-8")


async def test_a_changed_table_counts_in_the_next_turn_without_a_restart(world: World, table: Path) -> None:
    grace, omar = await world.borrower(verified=True), await world.borrower(verified=True)

    await world.writes(grace, "can I pay in instalments?")
    change(table, "plans: [3, 6]", "plans: [6]")
    await world.writes(omar, "can I pay in instalments?")

    [before], [after] = world.said_to(grace), world.said_to(omar)
    assert "In 3 payments" in before
    assert "In 6 payments" in after
    assert "In 3 payments" not in after


async def test_turn_decision_and_audit_name_the_version_that_decided(world: World, table: Path) -> None:
    grace = await world.borrower(verified=True)
    version = world.services.policy_for("riverbank").version

    await world.writes(grace, "I will pay 200 on friday by card")

    async with world.services.database.begin() as work:
        decisions = list(await work.session.scalars(select(Decision.versions)))
        outcomes = list(await work.session.scalars(select(Turn.outcome)))
        entries = await work.session.execute(select(AuditEntry.kind, AuditEntry.body))
        named = {kind: body["policy"] for kind, body in entries if "policy" in body}
    assert {versions["policy"] for versions in decisions} == {version}
    assert [outcome["policy"] for outcome in outcomes if outcome] == [version]
    assert named == {"turn.decided": version, "promise.pending": version}


async def test_a_broken_table_is_shown_on_the_desk_and_by_the_health_check(world: World, table: Path) -> None:
    grace = await world.borrower(verified=True)
    ana = await world.agent()
    async with world.services.database.begin() as work:
        token = await agents.open_session(work, ana)
    world.services.policy_for("riverbank")
    change(table, "grace_days: 2", "grace_days: soon")

    await world.writes(grace, "how much do I owe?")
    desk = await world.stage.http.get("/desk", headers={"cookie": f"kept_desk={token}"})
    health = (await world.stage.http.get("/healthz")).json()

    assert "$515.20" in world.said_to(grace)[-1]
    assert "riverbank.yaml" in desk.text
    assert "grace_days is not a whole number" in desk.text
    assert health["ready"]
    assert health["policies_broken"] == ["riverbank.yaml"]
