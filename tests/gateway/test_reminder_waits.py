"""A reminder does not fall into a talk about a promise that was read back and waits for its yes."""

from __future__ import annotations

from datetime import timedelta

from tests.support.world import World


async def test_a_reminder_waits_while_a_promise_waits_for_its_yes(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "can do 200 on the 22nd by card")
    said = len(world.said_to(grace))

    contact = await world.remind(grace)

    assert (contact.state, contact.why) == ("waiting", "a promise was read back and waits for its yes")
    assert len(world.said_to(grace)) == said

    await world.writes(grace, "yes")
    assert [row.status for row in await world.promises(grace)] == ["confirmed"]


async def test_a_yes_after_the_reminder_reads_the_promise_back_again(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "can do 200 on the 22nd by card")
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=25))

    contact = await world.remind(grace)
    assert contact.state == "done"

    await world.writes(grace, "yes that's ok")
    assert "$200" in world.said_to(grace)[-1]
