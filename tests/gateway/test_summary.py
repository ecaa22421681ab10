"""What the assistant leaves behind for a person: two lines in the agent's language, the outcome so far, the slots."""

from __future__ import annotations

import pytest

from catalogue.desk import desk_texts
from core.dispositions import Disposition, suggested
from core.errors import Invalid
from core.languages import LANGUAGES
from gateway.pipelines.summary import LeftBehind, left_behind
from storage import agents, desk
from tests.support.world import Person, World


async def left(world: World, person: Person, language: str = "en", days: int = 11) -> LeftBehind:
    conversation = await world.conversation(person)
    async with world.services.database.begin() as work:
        whole = await desk.whole(work, conversation.id)
    return left_behind(whole, language, days_past_due=days)


async def test_who_asks_for_a_person_is_told_of_in_two_lines(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I want to talk to a person")

    found = await left(world, grace)

    assert found.lines == (
        "Asks for a person. $515.20 due Sat, May 2, 11 days past due; identity verified, writes English.",
        "Nothing more is known so far.",
    )
    assert found.outcome is Disposition.ANSWERED


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hardship_is_summed_up_in_the_agents_language(world: World, language: str) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I lost my job and I cannot pay")

    found = await left(world, grace, language)

    words = desk_texts(language)
    assert found.lines[0].startswith(words["why_hardship"])
    assert words["reason_job_loss"] in found.lines[1]
    assert found.outcome is Disposition.HARDSHIP
    assert found.slots["reason"] == "job_loss"


async def test_a_draft_that_was_not_confirmed_is_known(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I will pay 200 on friday by card")
    await world.writes(grace, "I want to talk to a person")

    found = await left(world, grace)

    assert "not confirmed: $200 on Fri, May 15" in found.lines[1]


async def test_an_offer_of_a_long_plan_is_known_by_its_sum_rhythm_and_start(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I can do 40 a month from june 5")

    found = await left(world, grace)

    assert "offers $40 a month" in found.lines[1]
    assert "Jun 5" in found.lines[1]


async def test_an_unknown_sender_has_no_account_in_the_summary(world: World) -> None:
    grace = await world.borrower(verified=True)

    found = await left(world, grace, days=0)

    assert "not yet late" in found.lines[0]


@pytest.mark.parametrize(
    ("queue", "intent", "promised", "outcome"),
    [
        ("payment_trace", "already_paid", False, "paid_claim"),
        ("payment_trace", "payment_problem", False, "payment_problem"),
        ("human", "refuse_to_pay", False, "rpc_refused"),
        ("human", "request_human", True, "rpc_promise"),
        ("human", "request_human", False, "answered"),
        ("vulnerable", "hardship", False, "hardship"),
        ("human", "cease_contact", False, "cease"),
        ("dispute", "dispute_debt", True, "dispute"),
    ],
)
def test_the_outcome_follows_from_what_is_known(
    queue: str, intent: str, promised: bool, outcome: str
) -> None:
    assert suggested(queue, intent, promised=promised) == outcome


async def test_an_agent_chooses_the_language_on_the_desk(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I want to talk to a person")
    ana = await world.agent()
    async with world.services.database.begin() as work:
        await agents.set_language(work, ana.id, "es")
        token = await agents.open_session(work, ana)
    conversation = await world.conversation(grace)

    shown = await world.stage.http.get(f"/desk/c/{conversation.id}", headers={"cookie": f"kept_desk={token}"})

    queue = await world.stage.http.get("/desk", headers={"cookie": f"kept_desk={token}"})

    assert (shown.status_code, queue.status_code) == (200, 200)
    assert "Pide hablar con una persona" in queue.text
    assert "Pide hablar con una persona" in shown.text
    assert "No se sabe nada más por ahora." in shown.text


async def test_a_language_we_do_not_speak_is_refused(world: World) -> None:
    ana = await world.agent()

    async with world.services.database.begin() as work:
        with pytest.raises(Invalid, match="language"):
            await agents.set_language(work, ana.id, "fr")
