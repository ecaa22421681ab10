"""Mails that are fetched: stored before the mailbox's position is, each once, by one process at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from channels.base import Collected
from channels.letters.adapter import Letters
from channels.letters.genuine import LettersGenuine
from channels.letters.standin_imap import MailboxStandIn
from channels.settings import MailboxSettings
from core.messages import Channel, Kind
from gateway.pipelines import mailboxes
from gateway.services import Services
from storage import conversations
from storage import mailboxes as positions
from storage.attachments import Attachment
from storage.people import ContactPoint, Reach
from storage.talk import Conversation, Inbound
from storage.work import DeadLetter
from tests.channels.kits import LETTERS, PUBLIC_URL
from tests.support.world import World

GRACE = "grace@mail.example"
GENUINE = LettersGenuine(LETTERS, public_url=PUBLIC_URL)


@pytest.fixture
def box() -> MailboxStandIn:
    return MailboxStandIn()


@pytest.fixture
async def house(world: World, box: MailboxStandIn) -> AsyncIterator[Services]:
    """The service, with a mailbox to look into."""
    async with box.served() as port:
        at = MailboxSettings("127.0.0.1", port, "letters", "let-me-in", encrypted=False, from_the_start=False)
        letters = Letters(
            replace(LETTERS, mailbox=at), clock=world.services.clock, public_url=PUBLIC_URL, timeout=1.5
        )
        yield replace(world.services, receivers={**world.services.receivers, "letters": letters})


async def is_reached_by_mail(world: World) -> None:
    """A borrower is known at Grace's address."""
    grace = await world.borrower()
    async with world.services.database.begin() as work:
        point = await conversations.contact_point(work, Channel.EMAIL, GRACE)
        work.session.add(
            Reach(borrower_id=grace.borrower_id, contact_point_id=point.id, rank=1, status="active")
        )


def comes(world: World, box: MailboxStandIn, text: str, *, answers: bool = True, file: bool = False) -> None:
    now, number = world.services.clock.now(), len(box.mails)
    if file:
        box.put(
            GENUINE.media(Kind.IMAGE, sender=GRACE, at=now, number=number, caption=text).body, on=now.date()
        )
        return
    mail = GENUINE.answer(text, sender=GRACE, at=now, number=number, answers=answers)
    box.put(mail.as_bytes(), on=now.date())


async def heard(services: Services) -> list[tuple[str, bool]]:
    """What is stored: the words, and whether they are taken for a borrower's."""
    async with services.database.begin() as work:
        rows = await work.session.execute(
            select(Inbound.text, Conversation.borrower_id)
            .join(Conversation, Conversation.id == Inbound.conversation_id)
            .order_by(Inbound.number)
        )
        return [(text, borrower is not None) for text, borrower in rows]


async def test_an_answer_is_the_borrowers_and_a_mail_from_the_same_address_alone_is_nobodys(
    world: World, box: MailboxStandIn, house: Services
) -> None:
    await is_reached_by_mail(world)
    comes(world, box, "200 on Friday")
    comes(world, box, "how much do I owe?", answers=False)

    assert await mailboxes.look(house) == 2
    assert await heard(house) == [("200 on Friday", True), ("how much do I owe?", False)]


async def test_what_was_taken_is_not_taken_again_even_where_the_position_was_lost(
    world: World, box: MailboxStandIn, house: Services
) -> None:
    comes(world, box, "one")
    await mailboxes.look(house)
    assert await mailboxes.look(house) == 0
    async with house.database.begin() as work:
        row = await positions.hold(work, "letters")
        assert row is not None
        row.position = ""

    await mailboxes.look(house)

    assert [text for text, _ in await heard(house)] == ["one"]


async def test_a_stop_in_a_mail_that_proves_nothing_still_counts_and_a_start_does_not(
    world: World, box: MailboxStandIn, house: Services
) -> None:
    await is_reached_by_mail(world)
    comes(world, box, "STOP", answers=False)
    await mailboxes.look(house)
    comes(world, box, "START", answers=False)
    await mailboxes.look(house)

    async with house.database.begin() as work:
        stopped = await work.session.scalar(
            select(ContactPoint.opted_out_at).where(ContactPoint.address == GRACE)
        )
    assert stopped == world.services.clock.now()


async def test_a_file_in_a_mail_is_kept_with_its_message(
    world: World, box: MailboxStandIn, house: Services
) -> None:
    await is_reached_by_mail(world)
    comes(world, box, "the receipt", file=True)

    await mailboxes.look(house)

    async with house.database.begin() as work:
        kept = (await work.session.execute(select(Attachment.state, Attachment.content_type))).all()
    assert [tuple(row) for row in kept] == [("kept", "image/jpeg")]


async def test_while_one_process_looks_no_other_does(
    world: World, box: MailboxStandIn, house: Services
) -> None:
    comes(world, box, "one")
    async with house.database.begin() as work:
        assert await positions.hold(work, "letters") is not None

        assert await mailboxes.look(house) == 0

    assert await mailboxes.look(house) == 1


async def test_a_mailbox_that_cannot_be_read_waits_and_loses_nothing(
    world: World, box: MailboxStandIn, house: Services
) -> None:
    comes(world, box, "one")
    box.cut_after = 0
    assert await mailboxes.look(house) == 0
    box.cut_after = None

    assert await mailboxes.look(house) == 1


class Stuck(Letters):
    """Its first mail cannot be stored: half a character where the database wants text."""

    async def collect(self, after: str) -> Sequence[Collected]:
        found = list(await super().collect(after))
        if after == "" and found:
            event = found[0].event
            assert event is not None
            found[0] = Collected(replace(event, provider_id="\x00"), found[0].position)  # type: ignore[arg-type]  # any event has it
        return found


async def test_a_mail_that_cannot_be_stored_is_left_to_a_person_and_those_behind_it_come_in(
    world: World, box: MailboxStandIn, house: Services
) -> None:
    ready = house.receivers["letters"]
    assert isinstance(ready, Letters)
    stuck = Stuck(ready._settings, clock=house.clock, public_url=PUBLIC_URL, timeout=1.5)
    broken = replace(house, receivers={**house.receivers, "letters": stuck})
    comes(world, box, "poison")
    comes(world, box, "after it")

    for _ in range(mailboxes.MOST_TRIES - 1):
        assert await mailboxes.look(broken) == 0
    assert await mailboxes.look(broken) == 2

    assert [text for text, _ in await heard(house)] == ["after it"]
    async with house.database.begin() as work:
        assert await work.session.scalar(select(func.count()).select_from(DeadLetter)) == 1


def test_the_worker_looks_by_the_clock() -> None:
    from gateway.jobs.tasks import upkeep

    assert "look_for_mail" in upkeep().tasks
