"""Whether a debt is too old to be sued for, said by an agent on the desk: gate and wording guard follow at once."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from sqlalchemy import select

from gateway.pipelines import handoff, lifting
from storage import audit_export, duties, liftings
from storage.old_debts import CHECK, GROUNDS
from storage.people import TIME_BARRED, Borrower
from tests.gateway.test_address_book import DeskWindow, audited
from tests.gateway.test_lifting import flags, supervisor
from tests.storage.test_old_debts import told
from tests.support.world import Person, World
from tools.auditor.replay import audit

WHY = "Last paid in March 2019, nothing acknowledged since."


async def refusing(world: World, desk: DeskWindow, place: str = "GB") -> tuple[Person, duties.Duty]:
    """A borrower who says that it will not be paid, in the hands of that agent; and the work that asks for the debt's age."""
    grace = await world.borrower(verified=True)
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        borrower.jurisdiction, borrower.zone = place, "Europe/London"
    talk = (await world.conversation(grace)).id
    await handoff.claim(world.services, talk, desk._agent)
    await lifting.record(world.services, talk, desk._agent, "refusal", "")
    async with world.services.database.begin() as work:
        [due] = [row for row in await duties.open_duties(work, talk) if row.what == CHECK]
    return grace, due


async def says(world: World, due: duties.Duty, desk: DeskWindow, text: str, key: str) -> str:
    """What the desk answers to the agent's words."""
    return str(await handoff.answer(world.services, due.conversation_id, desk._agent, text, key))


def form(due: duties.Duty) -> str:
    return f"/desk/c/{due.conversation_id}/duties/{due.id}/age"


async def open_work(world: World, due: duties.Duty) -> list[uuid.UUID]:
    async with world.services.database.begin() as work:
        return [row.id for row in await duties.open_duties(work, due.conversation_id) if row.what == CHECK]


async def test_an_agent_finds_it_too_old_and_nothing_more_is_demanded(world: World) -> None:
    desk = await DeskWindow.of(world)
    grace, due = await refusing(world, desk)
    page = await desk.sees("/desk/deadlines")
    before = await says(world, due, desk, "Could we talk about the balance?", "k1")

    forged = await desk.presses(form(due), csrf=False, verdict="old", ground="last_payment", reason=WHY)
    answer = await desk.presses(form(due), verdict="old", ground="last_payment", reason=WHY)
    after = await says(world, due, desk, "Could we talk about the balance?", "k2")

    assert form(due) in page
    assert all(f'value="{ground}"' in page for ground in GROUNDS)
    assert (forged.status_code, answer.status_code) == (403, 303)
    assert "state='sent'" in before
    assert "gb.statute-barred-refused" in after
    assert await flags(world, grace) >= {TIME_BARRED, "refused_to_pay_in_writing"}
    assert await open_work(world, due) == []
    shown = await desk.sees(f"/desk/c/{due.conversation_id}")
    assert "too old to be sued for" in shown


@pytest.mark.parametrize(("verdict", "old"), [("old", True), ("not_old", False)])
async def test_the_words_of_agents_are_held_to_it_at_once(world: World, verdict: str, old: bool) -> None:
    desk = await DeskWindow.of(world)
    _, due = await refusing(world, desk)
    await desk.presses(form(due), verdict=verdict, ground="counsel", reason=WHY)

    answered = await says(world, due, desk, "The creditor is considering its options.", "k1")

    assert ("time_barred_threat" in answered) is old


@pytest.mark.parametrize(("verdict", "stopped"), [("old", True), ("not_old", False)])
async def test_where_words_are_prescribed_the_next_reminder_needs_them(
    world: World, verdict: str, stopped: bool
) -> None:
    desk = await DeskWindow.of(world)
    grace, due = await refusing(world, desk)
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        borrower.jurisdiction, borrower.zone = "US-CA", "America/Los_Angeles"
    await desk.presses(form(due), verdict=verdict, ground="contract", reason=WHY)

    answered = await says(world, due, desk, "Could we talk about the balance?", "k1")

    assert ("us-ca.time-barred-notice" in answered) is stopped


async def test_the_audit_says_who_when_and_what_shows_it_and_the_sentence_stays_a_note(world: World) -> None:
    desk = await DeskWindow.of(world)
    grace, due = await refusing(world, desk)

    await desk.presses(form(due), verdict="old", ground="judgment", reason=WHY)

    [found] = await audited(world, "debt.age_found")
    assert found == {
        "is_old": True,
        "ground": "judgment",
        "duty": str(due.id),
        "by": str(desk._agent.id),
    }
    [done] = await audited(world, "duty.done")
    assert (done["what"], done["by"]) == (CHECK, str(desk._agent.id))
    assert WHY in await desk.sees(f"/desk/c/{due.conversation_id}")
    async with world.services.database.begin() as work:
        today = work.now.date()
        export = await audit_export.of_borrower(work, "B1", today - timedelta(days=2), today)
        borrower = await work.session.scalar(select(Borrower).where(Borrower.id == grace.borrower_id))
    assert borrower is not None
    assert borrower.flags[TIME_BARRED]["source"] == "agent agent"
    marks = [row for row in export["consents"] if row["detail"].get("flag") == TIME_BARRED]
    assert [(row["kind"], row["source"], row["detail"]["ground"]) for row in marks] == [
        ("flag", "agent agent", "judgment")
    ]
    assert "debt.age_found" in {entry["kind"] for entry in export["chain"]["entries"]}
    assert WHY not in str(export["chain"])


async def test_an_auditor_finds_what_left_after_the_agent_s_word_in_the_export(world: World) -> None:
    desk = await DeskWindow.of(world)
    grace, due = await refusing(world, desk)
    await desk.presses(form(due), verdict="old", ground="last_payment", reason=WHY)
    async with world.services.database.begin() as work:
        today = work.now.date()
    world.stage.clock.set(world.stage.clock.now() + timedelta(minutes=5))
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        # As if the gate had not known.
        marks, borrower.flags = borrower.flags, {}
    await says(world, due, desk, "Could we talk about the balance?", "k1")
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        borrower.flags = marks
    async with world.services.database.begin() as work:
        export = await audit_export.of_borrower(work, "B1", today - timedelta(days=2), today)

    assert "gb.statute-barred-refused" in {each.breach.rule.id for each in audit(export)}


@pytest.mark.parametrize(
    ("changed", "status"),
    [({"reason": " "}, 422), ({"ground": "a feeling"}, 422), ({"verdict": "perhaps"}, 422)],
)
async def test_an_answer_without_a_ground_a_reason_or_a_yes_or_no_is_none(
    world: World, changed: dict[str, str], status: int
) -> None:
    desk = await DeskWindow.of(world)
    grace, due = await refusing(world, desk)
    given = {"verdict": "old", "ground": "contract", "reason": WHY} | changed

    answer = await desk.presses(form(due), csrf=True, **given)

    assert answer.status_code == status
    assert TIME_BARRED not in await flags(world, grace)
    assert await open_work(world, due) == [due.id]


async def test_it_is_not_closed_without_its_outcome_and_answered_once(world: World) -> None:
    desk = await DeskWindow.of(world)
    _, due = await refusing(world, desk)

    done = await desk.presses(f"/desk/duties/{due.id}/done")
    first = await desk.presses(form(due), verdict="not_old", ground="contract", reason=WHY)
    second = await desk.presses(form(due), verdict="old", ground="contract", reason=WHY)

    assert (done.status_code, first.status_code, second.status_code) == (422, 303, 409)
    assert len(await audited(world, "debt.age_found")) == 1


async def test_other_work_is_not_answered_this_way(world: World) -> None:
    desk = await DeskWindow.of(world)
    _, due = await refusing(world, desk)
    async with world.services.database.begin() as work:
        other = duties.Duty(
            id=uuid.uuid4(), conversation_id=due.conversation_id, event="dispute", row="r", what="answer_dispute",
            reference="r", arose_at=work.now, due_at=work.now,
        )  # fmt: skip
        work.session.add(other)

    answer = await desk.presses(form(other), verdict="old", ground="contract", reason=WHY)

    assert answer.status_code == 422


async def test_a_no_takes_the_mark_of_the_file_off_only_with_a_second_person(world: World) -> None:
    desk, wei, eva = (
        await DeskWindow.of(world),
        await DeskWindow.of(world, "supervisor"),
        await supervisor(world, "Eva"),
    )
    grace, due = await refusing(world, desk)
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        borrower.flags = {TIME_BARRED: {"since": work.now.isoformat(), "source": "ledger"}}

    alone = await desk.presses(form(due), verdict="not_old", ground="contract", reason=WHY)
    still_open = await open_work(world, due)
    asked = await wei.presses(form(due), verdict="not_old", ground="contract", reason=WHY)
    before = await flags(world, grace)
    async with world.services.database.begin() as work:
        [waiting] = await liftings.waiting(work, grace.borrower_id)
    await lifting.settle(world.services, waiting.lifting.id, eva, agreed=True)

    assert (alone.status_code, still_open, asked.status_code) == (409, [due.id], 303)
    assert TIME_BARRED in before
    assert TIME_BARRED not in await flags(world, grace)


@pytest.mark.parametrize(("source", "expected"), [("ledger", False), ("agent ana", True)])
async def test_a_file_takes_off_only_the_mark_of_a_file(world: World, source: str, expected: bool) -> None:
    grace = await told(world, True)
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        borrower.flags = {TIME_BARRED: {"since": work.now.isoformat(), "source": source}}

    await told(world, False)

    assert (TIME_BARRED in await flags(world, grace)) is expected


async def test_an_agent_s_yes_takes_over_the_mark_of_the_file_and_keeps_its_day(world: World) -> None:
    desk = await DeskWindow.of(world)
    grace, due = await refusing(world, desk)
    since = "2026-01-02T12:00:00+00:00"
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        borrower.flags = {TIME_BARRED: {"since": since, "source": "ledger"}}

    await desk.presses(form(due), verdict="old", ground="lender_says", reason=WHY)

    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        assert borrower.flags[TIME_BARRED] == {
            "since": since,
            "source": "agent agent",
            "ground": "lender_says",
        }
