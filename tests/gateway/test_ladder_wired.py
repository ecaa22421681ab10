"""A contact climbs the borrower's ladder: each address in turn through the gate, until one takes the message."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from campaigns.policies import FOLDER, Policies
from campaigns.strategy import CampaignStep, Strategy
from channels.testing import Fault
from channels.twilio.standin import TwilioStandIn
from core.messages import Channel
from gateway.pipelines import campaign, contacts
from storage import conversations, planned, reaching
from storage.people import PreferenceRule, Reach
from storage.talk import Decision, Outbound
from storage.work import PlannedContact
from tests.support.world import Person, World
from tools.commands.campaign import _as_json

GOOD = (FOLDER / "riverbank.yaml").read_text(encoding="utf-8")
TELEGRAM = "700009001"


@pytest.fixture
def table(world: World, tmp_path: Path) -> Iterator[Path]:
    """The lender's table, in a folder of its own."""
    path = tmp_path / "riverbank.yaml"
    path.write_text(GOOD, encoding="utf-8")
    services = world.services
    before = services.policies, services.policy_for
    services.policies = Policies(tmp_path)
    services.policy_for = services.policies
    yield path
    services.policies, services.policy_for = before


def prefers(table: Path, ladder: str) -> None:
    table.write_text(f"{GOOD}ladder: {ladder}\n", encoding="utf-8")


async def with_telegram(world: World) -> tuple[Person, Person]:
    """A borrower reached by SMS (first in the lender's file) and by Telegram."""
    grace = await world.borrower(verified=True)
    async with world.services.database.begin() as work:
        point = await conversations.contact_point(work, Channel.TELEGRAM, TELEGRAM)
        await reaching.bind(work, grace.borrower_id, point, source="opened our link")
    return grace, replace(grace, phone=TELEGRAM, channel=Channel.TELEGRAM)


async def ranked_second(world: World, person: Person) -> None:
    point = await world.point(person)
    async with world.services.database.begin() as work:
        reach = await work.session.get(Reach, (person.borrower_id, point.id))
        assert reach is not None
        reach.rank = 1


async def outcomes(world: World) -> list[tuple[str, str]]:
    """Every message in order: its state and, where the gate stopped it, the rule that did."""
    async with world.services.database.begin() as work:
        rows = await work.session.execute(
            select(Outbound.state, Decision.rules)
            .join(Decision, Decision.id == Outbound.decision_id)
            .order_by(Outbound.number)
        )
        return [
            (state, next((rule["id"] for rule in rules if rule["outcome"] in ("block", "defer")), ""))
            for state, rules in rows.all()
        ]


def ways(contact: PlannedContact) -> list[tuple[str, str]]:
    return [(way["channel"], way["outcome"]) for way in contact.details["ways"]]


async def test_the_first_address_of_the_lenders_file_takes_it_where_nothing_speaks_against(
    world: World,
) -> None:
    grace, there = await with_telegram(world)
    await ranked_second(world, there)

    contact = await world.remind(grace)

    assert (len(world.said_to(grace)), len(world.said_to(there))) == (1, 0)
    assert ways(contact) == [("sms", "sent")]


async def test_the_lenders_order_puts_another_channel_first(world: World, table: Path) -> None:
    grace, there = await with_telegram(world)
    prefers(table, "{order: [telegram, sms]}")

    contact = await world.remind(grace)

    assert (len(world.said_to(grace)), len(world.said_to(there))) == (0, 1)
    assert contact.details["ways"][0]["because"] == ["number 1 in the order"]


async def test_an_address_that_the_provider_calls_dead_is_followed_by_the_next(
    world: World, table: Path
) -> None:
    grace, there = await with_telegram(world)
    prefers(table, "{order: [sms, telegram]}")
    twilio = world.stage.providers.stand_ins[Channel.SMS]
    assert isinstance(twilio, TwilioStandIn)
    twilio.landlines.add(grace.phone)

    contact = await world.remind(grace)

    twilio.landlines.clear()
    assert ways(contact) == [("sms", "failed"), ("telegram", "sent")]
    assert (await world.point(grace)).unreachable_why == "21614"
    assert len(world.said_to(there)) == 1
    again = await world.remind(grace)
    assert ways(again) == [("telegram", "sent")]


async def test_an_address_that_twilio_has_blocked_is_opted_out_and_followed_by_the_next(
    world: World, table: Path
) -> None:
    grace, _ = await with_telegram(world)
    prefers(table, "{order: [sms, telegram]}")
    world.stage.providers.stand_ins[Channel.SMS].will(Fault.REFUSED, code="21610")

    contact = await world.remind(grace)

    assert ways(contact) == [("sms", "failed"), ("telegram", "sent")]
    assert (await world.point(grace)).opted_out_at is not None


async def test_a_message_whose_fate_is_unknown_is_not_sent_elsewhere(world: World, table: Path) -> None:
    grace, _ = await with_telegram(world)
    prefers(table, "{order: [telegram, sms]}")
    world.stage.providers.stand_ins[Channel.TELEGRAM].will(Fault.CUT)

    contact = await world.remind(grace)

    assert ways(contact) == [("telegram", "unknown")]
    assert world.said_to(grace) == []


async def test_every_hop_passes_the_gate_and_leaves_its_decision(world: World, table: Path) -> None:
    grace, there = await with_telegram(world)
    prefers(table, "{order: [telegram, sms]}")
    await world.writes(there, "/stop")
    sent = len(world.said_to(there))

    contact = await world.remind(grace)

    assert (len(world.said_to(grace)), len(world.said_to(there))) == (1, sent)
    assert ways(contact) == [("sms", "sent")]
    refused = await world.remind(replace(grace, phone=TELEGRAM))
    assert ways(refused)[0][0] == "sms"


async def test_where_every_address_is_refused_each_rule_is_on_record(world: World, table: Path) -> None:
    grace, there = await with_telegram(world)
    await world.writes(there, "/stop")
    await world.writes(grace, "STOP")

    contact = await world.remind(grace)

    assert contact.state == "dropped"
    assert sorted(ways(contact)) == [("sms", "blocked"), ("telegram", "blocked")]
    stopped = [rule for state, rule in await outcomes(world) if state == "blocked"]
    assert stopped == ["kept.stopped", "kept.stopped"]


async def test_at_night_it_is_put_off_and_not_sent_elsewhere(world: World, table: Path) -> None:
    grace, there = await with_telegram(world)
    prefers(table, "{order: [telegram, sms]}")
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=12))

    contact = await world.remind(grace)

    assert (contact.state, ways(contact)) == ("waiting", [("telegram", "deferred")])
    world.stage.clock.set(contact.due_at)
    await world.stage.settle()
    assert (len(world.said_to(there)), len(world.said_to(grace))) == (1, 0)


async def test_a_wait_that_is_too_long_tries_the_next_and_takes_the_earliest_moment(
    world: World, table: Path
) -> None:
    grace, _ = await with_telegram(world)
    prefers(table, "{order: [telegram, sms], wait_hours: 0}")
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=12))

    contact = await world.remind(grace)

    assert ways(contact) == [("telegram", "deferred"), ("sms", "deferred")]
    untils = {way["until"] for way in contact.details["ways"]}
    assert contact.due_at.isoformat() in untils
    assert contact.state == "waiting"


async def test_a_run_that_died_after_the_gate_put_it_off_puts_it_off_when_run_again(
    world: World, table: Path
) -> None:
    grace, there = await with_telegram(world)
    prefers(table, "{order: [telegram, sms]}")
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=12))
    contact = await world.remind(grace)
    until = contact.due_at
    async with world.services.database.begin() as work:
        again = await planned.load(work, contact.id)
        again.state, again.due_at, again.details = "queued", work.now, {}

    await contacts.take_up(world.services, contact.id)

    async with world.services.database.begin() as work:
        again = await planned.load(work, contact.id)
    assert (again.state, again.due_at, ways(again)) == ("waiting", until, [("telegram", "deferred")])
    assert len(await world.messages(there)) == 1


async def test_a_run_that_died_after_a_refusal_goes_on_with_the_next_address(
    world: World, table: Path
) -> None:
    grace, there = await with_telegram(world)
    prefers(table, "{order: [sms, telegram]}")
    sms = world.stage.providers.stand_ins[Channel.SMS]
    sms.will(Fault.REFUSED, code="30007")
    contact = await world.remind(grace)
    assert ways(contact) == [("sms", "failed"), ("telegram", "sent")]
    async with world.services.database.begin() as work:
        again = await planned.load(work, contact.id)
        again.state, again.details = "queued", {}

    await contacts.take_up(world.services, contact.id)

    async with world.services.database.begin() as work:
        again = await planned.load(work, contact.id)
    assert (again.state, ways(again)) == ("done", [("sms", "failed"), ("telegram", "sent")])
    assert (len(world.said_to(there)), sms.calls.count("Messages.create")) == (1, 1)


async def test_the_borrowers_wish_goes_before_the_lenders_order(world: World, table: Path) -> None:
    grace, _ = await with_telegram(world)
    prefers(table, "{order: [sms, telegram]}")
    async with world.services.database.begin() as work:
        work.session.add(
            PreferenceRule(
                borrower_id=grace.borrower_id,
                zone="America/Chicago",
                windows=[],
                channel_wanted="telegram",
                at=work.now,
            )
        )

    contact = await world.remind(grace)

    assert ways(contact) == [("telegram", "sent")]
    assert "the borrower asked for it" in contact.details["ways"][0]["because"]


async def test_two_reminders_without_an_answer_lead_to_another_channel(world: World, table: Path) -> None:
    grace, _ = await with_telegram(world)
    prefers(table, "{order: [sms, telegram]}")
    reached = []
    for _ in range(3):
        contact = await world.remind(grace)
        reached.append(ways(contact)[-1])
        world.stage.clock.set(world.stage.clock.now() + timedelta(days=4))

    assert reached == [("sms", "sent"), ("sms", "sent"), ("telegram", "sent")]


async def test_while_a_person_has_one_conversation_nothing_goes_by_another(world: World, table: Path) -> None:
    grace, there = await with_telegram(world)
    prefers(table, "{order: [telegram, sms]}")
    conversation = await world.conversation(grace)
    ana = await world.agent()
    async with world.services.database.begin() as work:
        await conversations.claim(work, conversation.id, ana.id)

    contact = await world.remind(grace)

    assert (contact.state, contact.why) == ("dropped", "a person has the conversation")
    assert world.said_to(there) == []


async def test_a_preview_shows_the_channel_why_it_and_what_was_tried(world: World, table: Path) -> None:
    grace, there = await with_telegram(world)
    prefers(table, "{order: [telegram, sms]}")
    await world.writes(there, "/stop")
    strategy = Strategy("late", "Late", "v", (CampaignStep(10, "reminder"),))

    [item] = (await campaign.dry_run(world.services, strategy)).foreseen

    assert (item.outcome, item.channel, item.because) == ("would go", "sms", ("number 2 in the order",))
    assert json.loads(json.dumps(_as_json(item)))["channel"] == "sms"
    assert world.said_to(grace) == []
    only = Strategy("late", "Late", "v", (CampaignStep(10, "reminder", ("telegram",)),))
    [blocked] = (await campaign.dry_run(world.services, only)).foreseen
    assert (blocked.outcome, blocked.channel, blocked.why[0]) == ("blocked", "telegram", "kept.stopped")


async def test_a_run_keeps_the_channels_of_its_step(world: World, table: Path) -> None:
    grace, there = await with_telegram(world)
    prefers(table, "{order: [sms, telegram]}")
    only = Strategy("late", "Late", "v", (CampaignStep(10, "reminder", ("telegram",)),))

    await campaign.run(world.services, only)
    await world.stage.settle()

    assert (len(world.said_to(there)), len(world.said_to(grace))) == (1, 0)
