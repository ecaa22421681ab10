"""What channels can tell and do, wired through: edits, words already answered, dead addresses, links, doubt."""

from __future__ import annotations

import asyncio
import uuid
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select, text

from channels.base import TryLater, WebhookRequest
from channels.telegram.genuine import TelegramGenuine
from channels.testing import Fault
from channels.twilio.genuine import TwilioGenuine
from channels.wechat.tokens import Token
from core.clock import SetClock
from core.messages import Channel, DeliveryState, DeliveryUpdate, Kind, OutboundMessage, Receipt
from gateway.jobs.tasks import InOrder
from gateway.pipelines import binding
from gateway.pipelines import outbound as out
from gateway.services import build
from gateway.settings import Settings
from gateway.tokens import SharedTokens
from storage import conversations, outbound
from storage.people import ContactPoint, Reach
from storage.talk import Inbound, Outbound
from tests.support.world import Person, World
from tools.stage.stage import SECRET, START

CHAT = "700000099"


def telegram(world: World) -> TelegramGenuine:
    genuine = world.stage.providers.genuine[Channel.TELEGRAM]
    assert isinstance(genuine, TelegramGenuine)
    return genuine


def twilio(world: World) -> TwilioGenuine:
    genuine = world.stage.providers.genuine[Channel.SMS]
    assert isinstance(genuine, TwilioGenuine)
    return genuine


async def receives(world: World, request: WebhookRequest, *, settle: bool = True) -> None:
    answer = await world.stage.post(request)
    assert answer.status_code == 200
    if settle:
        await world.stage.settle()


async def heard(world: World, kind: Kind | None = None) -> list[Inbound]:
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(select(Inbound).order_by(Inbound.number))
        return [row for row in rows.all() if kind is None or row.kind == kind]


async def edits(world: World, person: Person, words: str, *, of: int) -> None:
    now, number = world.stage.clock.now(), world.stage.number()
    request = telegram(world).edit(words, sender=person.phone, at=now, number=number, edits=of)
    await receives(world, request, settle=False)


async def test_a_message_corrected_before_its_answer_is_answered_once_as_corrected(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    number = world.stage.number()
    await world.writes(grace, "I can pay 150 on friday by card", settle=False, number=number)

    await edits(world, grace, "I can pay 200 on friday by card", of=number)
    await world.stage.settle()

    [promise] = await world.promises(grace)
    assert promise.amount == 200
    assert len(world.said_to(grace)) == 1


async def test_a_correction_of_an_answered_message_is_a_message_of_its_own(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    number = world.stage.number()
    await world.writes(grace, "how much do i owe?", number=number)

    await edits(world, grace, "I can pay 200 on friday by card", of=number)
    await world.stage.settle()

    assert [message.text for message in await heard(world)] == [
        "how much do i owe?",
        "I can pay 200 on friday by card",
    ]
    assert [promise.amount for promise in await world.promises(grace)] == [200]
    assert len(world.said_to(grace)) == 2


async def test_a_correction_told_twice_counts_once(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    number = world.stage.number()
    await world.writes(grace, "how much do i ow", settle=False, number=number)
    now = world.stage.clock.now()
    request = telegram(world).edit(
        "how much do i owe?", sender=grace.phone, at=now, number=world.stage.number(), edits=number
    )

    await receives(world, request)
    await receives(world, request)

    assert len(world.said_to(grace)) == 1


async def test_nobody_corrects_another_persons_message(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    other = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    number = world.stage.number()
    await world.writes(grace, "how much do i owe?", settle=False, number=number)

    await edits(world, other, "hello", of=number)

    assert [message.text for message in await heard(world)] == ["how much do i owe?", "hello"]


async def test_a_message_corrected_to_stop_stops_at_once(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    number = world.stage.number()
    await world.writes(grace, "hi", settle=False, number=number)

    await edits(world, grace, "stop", of=number)

    assert (await world.point(grace)).opted_out_at is not None
    async with world.services.database.begin() as work:
        conversation = await conversations.at_point(
            work, await conversations.contact_point(work, Channel.TELEGRAM, grace.phone)
        )
        assert await conversations.waiting(work, conversation.id) == []


async def test_a_word_that_the_carrier_answered_is_honoured_and_not_answered_again(world: World) -> None:
    grace = await world.borrower()
    fields = twilio(world).fields(grace.phone, world.stage.number()) | {"Body": "STOP", "OptOutType": "STOP"}

    await receives(world, twilio(world).message(fields, at=world.stage.clock.now()))

    assert (await world.point(grace)).opted_out_at is not None
    assert await world.count(Outbound) == 0


async def test_a_word_that_only_the_carrier_understands_is_honoured(world: World) -> None:
    grace = await world.borrower()
    fields = twilio(world).fields(grace.phone, world.stage.number()) | {"Body": "HALT", "OptOutType": "STOP"}

    await receives(world, twilio(world).message(fields, at=world.stage.clock.now()))

    assert (await world.point(grace)).opted_out_at is not None


async def one_message(world: World, person: Person, state: str = "sending") -> Outbound:
    """A message of ours as it stands while its provider's answer is awaited."""
    async with world.services.database.begin() as work:
        point = await conversations.contact_point(work, person.channel, person.phone)
        conversation = await conversations.at_point(work, point)
        planned = await outbound.plan(
            work,
            conversation,
            key=str(uuid.uuid4()),
            purpose="reply",
            says=[{"key": "stop.help", "parameters": {}}],
        )
        assert planned is not None
        message = await outbound.load(work, planned)
        await outbound.record(
            work, message, outcome="allow", rules=[], facts={}, versions={}, next_allowed_at=None
        )
        message.state, message.text, message.language = state, "How to reach us.", "en"
        return message


def told(world: World, message: Outbound, state: DeliveryState, **more: bool) -> DeliveryUpdate:
    return DeliveryUpdate(
        Channel.SMS,
        "SM" + "1" * 32,
        state,
        world.stage.clock.now(),
        error="30003" if state is not DeliveryState.DELIVERED else None,
        our_key=message.key,
        **more,
    )


async def report(world: World, update: DeliveryUpdate) -> None:
    async with world.services.database.begin() as work:
        await outbound.report(work, update)


@pytest.mark.parametrize("before", ["sending", "unknown"])
@pytest.mark.parametrize("state", [DeliveryState.FAILED, DeliveryState.UNDELIVERED])
async def test_a_report_of_failure_settles_an_open_message_as_failed(
    world: World, before: str, state: DeliveryState
) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace, before)

    await report(world, told(world, message, state))

    [message] = await world.messages(grace)
    assert (message.state, message.delivery, message.error) == ("failed", str(state), "30003")


async def test_a_sent_message_stays_sent_when_it_does_not_arrive(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace)
    async with world.services.database.begin() as work:
        await outbound.sent(work, message.id, Receipt("SM" + "1" * 32))

    await report(world, told(world, message, DeliveryState.UNDELIVERED))

    [message] = await world.messages(grace)
    assert (message.state, message.delivery) == ("sent", "undelivered")


async def test_a_report_of_a_dead_number_marks_the_address(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace)

    await report(world, told(world, message, DeliveryState.UNDELIVERED, unreachable=True))

    point = await world.point(grace)
    assert (point.unreachable_at, point.unreachable_why) == (world.stage.clock.now(), "30003")
    assert point.opted_out_at is None


async def test_a_report_of_a_block_is_an_opt_out_even_when_it_comes_before_the_answer(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace)
    early = told(world, message, DeliveryState.FAILED, unreachable=True, opted_out=True)
    await report(world, replace(early, our_key=None))
    assert (await world.point(grace)).opted_out_at is None

    async with world.services.database.begin() as work:
        await outbound.sent(work, message.id, Receipt(early.provider_id))

    assert (await world.point(grace)).opted_out_at == world.stage.clock.now()


async def joins(world: World, token: str = "", chat: str = CHAT) -> None:
    now, number = world.stage.clock.now(), world.stage.number()
    await receives(world, telegram(world).joined(sender=chat, at=now, number=number, binding=token))


async def reached_at(world: World, chat: str) -> list[Reach]:
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(
            select(Reach)
            .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
            .where(ContactPoint.address == chat)
        )
        return list(rows.all())


async def test_our_link_binds_the_chat_and_proves_no_identity(world: World) -> None:
    grace = await world.borrower()

    await joins(world, binding.invite(world.services, grace.borrower_id))

    [reach] = await reached_at(world, CHAT)
    assert (reach.borrower_id, reach.status) == (grace.borrower_id, "active")
    assert (reach.consent_source, reach.consent_at) == ("opened our link", world.stage.clock.now())
    conversation = await world.conversation(replace(grace, phone=CHAT, channel=Channel.TELEGRAM))
    assert (conversation.borrower_id, conversation.identity) == (grace.borrower_id, "unverified")
    [hello] = world.stage.sent_to(Channel.TELEGRAM, CHAT)
    assert "515" not in hello
    assert "Grace" not in hello


async def test_a_link_binds_one_chat_only(world: World) -> None:
    grace = await world.borrower()
    token = binding.invite(world.services, grace.borrower_id)
    await joins(world, token)

    await joins(world, token, chat="700000098")

    assert await reached_at(world, "700000098") == []


@pytest.mark.parametrize("days", [1, 30])
async def test_a_link_is_dead_after_a_day(world: World, days: int) -> None:
    grace = await world.borrower()
    token = binding.invite(world.services, grace.borrower_id)
    world.stage.clock.set(world.stage.clock.now() + timedelta(days=days, seconds=1))

    await joins(world, token)

    assert await reached_at(world, CHAT) == []


async def test_a_changed_token_binds_nobody(world: World) -> None:
    grace = await world.borrower()
    other = await world.borrower()
    genuine = binding.invite(world.services, grace.borrower_id)
    forged = binding.invite(world.services, other.borrower_id)[:36] + genuine[36:]

    for token in (forged, genuine[:-1], genuine[:36], "x" * 63):
        await joins(world, token)

    assert await reached_at(world, CHAT) == []


async def test_a_token_fits_what_channels_carry(world: World) -> None:
    token = binding.invite(world.services, uuid.uuid4())

    assert len(token) <= 64
    assert set(token) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


async def test_who_answered_as_somebody_else_is_not_bound_by_a_link(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM)
    async with world.services.database.begin() as work:
        await work.session.execute(text("update reach set status = 'wrong_party'"))

    await joins(world, binding.invite(world.services, grace.borrower_id), chat=grace.phone)

    assert [reach.status for reach in await reached_at(world, grace.phone)] == ["wrong_party"]


async def test_a_stranger_who_joins_is_welcomed_once(world: World) -> None:
    await joins(world)
    await joins(world)

    [welcome] = world.stage.sent_to(Channel.TELEGRAM, CHAT)
    assert "don't know this contact" in welcome


def test_a_wait_is_as_long_as_the_provider_asks_but_at_most_a_minute() -> None:
    asked = [out.AskedToWait(after).after for after in (None, 0.4, 7, 3600)]

    assert asked == [0.0, 0.4, 7, 60]


async def test_a_job_waits_as_long_as_the_provider_asked(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "how much do i owe?", settle=False)
    world.stage.providers.stand_ins[Channel.SMS].will(Fault.BUSY, after=3)
    started = asyncio.get_running_loop().time()

    await world.stage.settle()

    assert asyncio.get_running_loop().time() - started >= 3
    assert len(world.said_to(grace)) == 1


def test_retries_are_not_before_the_provider_wants_them() -> None:
    class Tried:
        attempts = 2

    decisions = [
        InOrder().get_retry_decision(exception=error, job=Tried())  # type: ignore[arg-type]  # only counts matter
        for error in (out.AskedToWait(20), TryLater("busy"))
    ]

    pauses = [decision.retry_at for decision in decisions if decision is not None and decision.retry_at]
    assert 14 <= (pauses[0] - pauses[1]).total_seconds() <= 18


async def test_a_report_that_comes_during_the_call_is_not_undone_by_its_failure(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace, "planned")
    sender = world.services.senders[Channel.SMS]

    class Interrupted:
        channel, name = sender.channel, sender.name
        receive, aclose = sender.receive, sender.aclose

        async def send(self, ready: OutboundMessage) -> Receipt:
            await report(world, told(world, message, DeliveryState.DELIVERED))
            raise TryLater("The provider was busy in the end.")

    adapters = dict(world.services.senders)
    world.services.senders = {**adapters, Channel.SMS: Interrupted()}
    try:
        delivered = await out.deliver(world.services, message.id)
    finally:
        world.services.senders = adapters

    [message] = await world.messages(grace)
    assert (delivered.state, message.state, message.delivery) == ("sent", "sent", "delivered")


async def test_a_closed_window_is_a_failure_with_its_code(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace, "planned")
    world.stage.providers.stand_ins[Channel.SMS].will(Fault.REFUSED, code="63016")

    delivered = await out.deliver(world.services, message.id)

    [message] = await world.messages(grace)
    assert (delivered.state, message.state, message.error) == ("failed", "failed", "63016")


async def in_doubt(world: World) -> tuple[Person, Outbound]:
    """A message that was sent, and whose answer was lost with the process."""
    grace = await world.borrower()
    message = await one_message(world, grace, "planned")
    await out.deliver(world.services, message.id)
    async with world.services.database.begin() as work:
        await work.session.execute(text("update outbound set state = 'unknown', provider_id = null"))
    return grace, message


async def test_a_message_in_doubt_that_the_provider_has_is_sent(world: World) -> None:
    grace, _ = await in_doubt(world)
    world.stage.clock.set(world.stage.clock.now() + timedelta(seconds=61))

    settled = await out.settle_doubtful(world.services)

    [message] = await world.messages(grace)
    [taken] = world.stage.providers.stand_ins[Channel.SMS].taken
    assert (settled, message.state, message.provider_id) == (1, "sent", taken.provider_id)


async def test_a_message_in_doubt_that_the_provider_never_had_has_failed(world: World) -> None:
    grace, _ = await in_doubt(world)
    stand_in = world.stage.providers.stand_ins[Channel.SMS]
    stand_in.taken.clear()
    world.stage.clock.set(world.stage.clock.now() + timedelta(seconds=61))

    settled = await out.settle_doubtful(world.services)
    await world.stage.settle()

    [message] = await world.messages(grace)
    assert (settled, message.state, message.error) == (1, "failed", "not-taken")
    assert stand_in.taken == []


async def test_nothing_is_asked_within_the_first_minute(world: World) -> None:
    grace, _ = await in_doubt(world)
    world.stage.clock.set(world.stage.clock.now() + timedelta(seconds=59))

    settled = await out.settle_doubtful(world.services)

    assert (settled, [message.state for message in await world.messages(grace)]) == (0, ["unknown"])


async def test_another_message_with_the_same_words_does_not_settle_the_doubt(world: World) -> None:
    grace, lost = await in_doubt(world)
    stand_in = world.stage.providers.stand_ins[Channel.SMS]
    stand_in.taken.clear()
    again = await one_message(world, grace, "planned")
    await out.deliver(world.services, again.id)
    world.stage.clock.set(world.stage.clock.now() + timedelta(seconds=61))

    settled = await out.settle_doubtful(world.services)

    states = {message.id: message.state for message in await world.messages(grace)}
    assert (settled, states[lost.id], states[again.id]) == (0, "unknown", "sent")


async def test_one_process_fetches_wechats_token_for_all(world: World) -> None:
    now = world.stage.clock.now()
    fetched: list[Token] = []

    async def fetch() -> Token:
        await asyncio.sleep(0.05)
        fetched.append(Token(f"token-{len(fetched)}", now + timedelta(hours=2)))
        return fetched[-1]

    stores = [SharedTokens(world.services.database, key=b"k" * 32) for _ in range(4)]
    tokens = await asyncio.gather(*(store.token(now=now, fetch=fetch) for store in stores))

    assert {token.value for token in tokens} == {"token-0"}
    refused = await stores[1].token(now=now, fetch=fetch, not_this="token-0")
    assert refused.value == "token-1"
    assert (await stores[2].token(now=now, fetch=fetch, not_this="token-0")).value == "token-1"
    late = now + timedelta(hours=1, minutes=56)
    assert (await stores[3].token(now=late, fetch=fetch)).value == "token-2"


async def test_a_token_lies_sealed_in_the_database(world: World) -> None:
    now = world.stage.clock.now()

    async def fetch() -> Token:
        return Token("the-secret-token", now + timedelta(hours=2))

    await SharedTokens(world.services.database, key=b"k" * 32).token(now=now, fetch=fetch)

    async with world.services.database.begin() as work:
        sealed = await work.session.scalar(text("select sealed from access_token"))
    assert b"the-secret-token" not in sealed


async def test_a_fetch_that_fails_leaves_the_way_free(world: World) -> None:
    now = world.stage.clock.now()
    store = SharedTokens(world.services.database, key=b"k" * 32)

    async def fails() -> Token:
        raise httpx.ConnectError("down")

    async def fetch() -> Token:
        return Token("better", now + timedelta(hours=2))

    with pytest.raises(httpx.ConnectError):
        await store.token(now=now, fetch=fails)
    assert (await store.token(now=now, fetch=fetch)).value == "better"


async def test_the_public_address_may_be_told_by_a_file(tmp_path: Path) -> None:
    file = tmp_path / "public_url"
    file.write_text("https://kept.example\n")
    settings = Settings.read(
        {
            "KEPT_DATABASE_URL": "postgresql://127.0.0.1:9/none",
            "KEPT_RASA_URL": "http://127.0.0.1:9",
            "KEPT_RASA_TOKEN": "token",
            "KEPT_SECRET_KEY": SECRET,
            "KEPT_PUBLIC_URL_FILE": str(file),
        }
    )

    services = build(settings, SetClock(START))

    assert services.settings.public_url == "https://kept.example"
    await services.aclose()
