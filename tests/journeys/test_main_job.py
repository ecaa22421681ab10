"""The main job, end to end: webhook in, provider call out, rows in the database."""

from __future__ import annotations

from datetime import UTC, datetime

from core.messages import Channel
from storage import audit
from storage.talk import Inbound
from tests.support.world import World

NIGHT = datetime(2026, 5, 14, 4, 0, tzinfo=UTC)  # 23:00 in Chicago


async def test_reminder_to_an_unverified_reader_says_nothing_of_a_debt(world: World) -> None:
    grace = await world.borrower()

    await world.remind(grace)

    [said] = world.said_to(grace)
    assert "Grace Okafor" in said
    assert "515" not in said
    assert "STOP" in said


async def test_borrower_is_recognised_told_and_promises_and_keeps_it(world: World) -> None:
    grace = await world.borrower()
    await world.remind(grace)
    await world.writes(grace, "yes")
    await world.writes(grace, grace.born)
    assert "$515.20" in world.said_to(grace)[-1]

    await world.writes(grace, "I will pay 200 on friday by card")
    [pending] = await world.promises(grace)
    assert (str(pending.amount.normalize()), pending.due_on.isoformat(), pending.status) == (
        "2E+2",
        "2026-05-15",
        "pending",
    )

    await world.writes(grace, "yes")
    assert [row.status for row in await world.promises(grace)] == ["confirmed"]

    await world.pays(grace, "200.00")
    assert [row.status for row in await world.promises(grace)] == ["kept"]
    assert "arrived" in world.said_to(grace)[-1]


async def test_borrower_writes_chinese_and_is_answered_in_chinese(world: World) -> None:
    hang = await world.borrower(language="zh-Hans", place="CN", owed="4300.00", verified=True)
    world.stage.clock.set(datetime(2026, 5, 13, 3, 0, tzinfo=UTC))

    await world.writes(hang, "我周五还两千，转账")

    [row] = await world.promises(hang)
    assert (int(row.amount), row.due_on.isoformat(), row.method) == (2000, "2026-05-15", "bank_transfer")
    assert "对吗" in world.said_to(hang)[-1]


async def test_two_wrong_answers_lock_and_a_third_right_one_does_not_open(world: World) -> None:
    grace = await world.borrower()
    await world.remind(grace)
    await world.writes(grace, "yes")
    await world.writes(grace, "1991-02-03")
    await world.writes(grace, "1992-03-04")

    await world.writes(grace, grace.born)

    assert (await world.conversation(grace)).identity == "failed"
    assert not any("515" in text for text in world.said_to(grace))


async def test_stop_is_heard_and_every_later_attempt_is_blocked_with_its_reason(world: World) -> None:
    grace = await world.borrower(verified=True)

    await world.writes(grace, "STOP")
    contact = await world.remind(grace)

    assert (await world.point(grace)).opted_out_at is not None
    assert len(world.said_to(grace)) == 1
    assert contact.state == "dropped"
    assert contact.why is not None
    assert "channel-wanted" in contact.why


async def test_start_brings_messages_back(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "STOP")

    await world.writes(grace, "START")
    await world.remind(grace)

    assert (await world.point(grace)).opted_out_at is None
    assert "$515.20" in world.said_to(grace)[-1]


async def test_reminder_waits_when_the_borrower_sleeps(world: World) -> None:
    grace = await world.borrower()
    world.stage.clock.set(NIGHT)

    contact = await world.remind(grace)

    assert world.said_to(grace) == []
    assert contact.state == "waiting"
    assert contact.due_at == datetime(2026, 5, 14, 13, 0, tzinfo=UTC)


async def test_deferred_reminder_is_dropped_when_the_debt_is_paid_meanwhile(world: World) -> None:
    grace = await world.borrower()
    world.stage.clock.set(NIGHT)
    contact = await world.remind(grace)
    await world.pays(grace, "515.20")

    world.stage.clock.set(datetime(2026, 5, 14, 13, 0, tzinfo=UTC))
    await world.stage.settle()

    async with world.services.database.begin() as work:
        row = await work.session.get(type(contact), contact.id)
        assert row is not None
        assert (row.state, row.why) == ("dropped", "nothing is owed any more")


async def test_night_message_is_answered_once_on_the_same_channel(world: World) -> None:
    grace = await world.borrower(verified=True)
    world.stage.clock.set(NIGHT)

    await world.writes(grace, "how much do i owe?")

    assert len(world.said_to(grace)) == 1


async def test_stranger_is_told_nothing_and_the_number_is_stopped(world: World) -> None:
    grace = await world.borrower()
    await world.remind(grace)

    await world.writes(grace, "wrong number, I don't know her")
    contact = await world.remind(grace)

    assert (await world.conversation(grace)).identity == "third_party"
    assert contact.state == "dropped"
    assert not any("515" in text for text in world.said_to(grace))


async def test_the_same_webhook_three_times_is_one_message_and_one_answer(world: World) -> None:
    grace = await world.borrower(verified=True)

    statuses = [await world.writes(grace, "how much do i owe?", number=77) for _ in range(3)]

    assert statuses == [200, 200, 200]
    assert await world.count(Inbound) == 1
    assert len(world.said_to(grace)) == 1


async def test_three_texts_in_a_breath_are_one_turn_in_order(world: World) -> None:
    grace = await world.borrower(verified=True)

    for text in ("hi", "i can pay", "200 on friday by card"):
        await world.writes(grace, text, settle=False)
    await world.stage.settle()

    assert len(world.said_to(grace)) == 1
    assert [int(row.amount) for row in await world.promises(grace)] == [200]


async def test_unknown_sender_is_told_nothing(world: World) -> None:
    await world.borrower()

    await world.stage.writes(Channel.SMS, "+13125559999", "hello, what do i owe?")
    await world.stage.settle()

    [said] = world.stage.sent_to(Channel.SMS, "+13125559999")
    assert "owe" not in said


async def test_broken_promise_is_followed_up_with_a_question(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I will pay 200 on friday by card")
    await world.writes(grace, "yes")

    world.stage.clock.set(datetime(2026, 5, 18, 15, 0, tzinfo=UTC))
    await world.stage.settle()

    assert [row.status for row in await world.promises(grace)] == ["broken"]
    assert "come up" in world.said_to(grace)[-1]


async def test_every_sent_message_names_the_decision_that_let_it_go_and_the_chain_holds(world: World) -> None:
    grace = await world.borrower()
    await world.remind(grace)
    await world.writes(grace, "yes")

    assert all(message.decision_id for message in await world.messages(grace))
    async with world.services.database.begin() as work:
        verdict = await audit.verify(work.session)
    assert verdict.broken_at is None
    assert verdict.entries > 5
