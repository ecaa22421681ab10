"""Files that people send: fetched after their message was stored, kept apart, shown to agents, let go in time."""

from __future__ import annotations

import uuid
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select

from channels.media import LARGEST, Fetched, Unwanted
from core.errors import NotFound, Unavailable
from core.messages import Channel, InboundMessage, Kind, Media
from gateway.pipelines import attachments as files
from gateway.pipelines import inbound
from storage import agents, attachments
from storage.attachments import Attachment
from storage.talk import Inbound
from storage.work import AuditEntry
from tests.support.world import Person, World

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 100
HTML = b"<html><script>alert(1)</script>"


async def sends(world: World, person: Person, body: bytes | None, kind: Kind = Kind.IMAGE) -> None:
    """The person sends a file; without `body` the provider has dropped it."""
    number = world.stage.number()
    stand_in = world.stage.providers.stand_ins[person.channel]
    genuine = world.stage.providers.genuine[person.channel]
    request = genuine.media(kind, sender=person.phone, at=world.stage.clock.now(), number=number)
    if body is not None:
        for name in (f"ME{number:032x}", "file-1", "media-1"):
            stand_in.files[name] = body
    assert (await world.stage.post(request)).status_code == 200


async def files_of(world: World, person: Person) -> list[Attachment]:
    conversation = await world.conversation(person)
    async with world.services.database.begin() as work:
        found = await attachments.of_conversation(work, conversation.id)
    return [row for rows in found.values() for row in rows]


async def looks(world: World, attachment_id: uuid.UUID, query: str = "") -> httpx.Response:
    """An agent who is logged in opens a file."""
    name = f"ana{world.stage.number()}"
    async with world.services.database.begin() as work:
        agent = await agents.add(
            work, username=name, display_name="Ana", password_hash="-", role="agent", once=False
        )
        token = await agents.open_session(work, agent)
    return await world.stage.http.get(
        f"/desk/files/{attachment_id}{query}", headers={"cookie": f"kept_desk={token}"}
    )


async def test_a_picture_is_fetched_after_its_message_and_kept_with_its_borrower(world: World) -> None:
    grace = await world.borrower(verified=True)

    await sends(world, grace, JPEG)
    before = await files_of(world, grace)
    await world.stage.settle()

    [kept] = await files_of(world, grace)
    assert [row.state for row in before] == ["waiting"]
    assert (kept.state, kept.content_type, kept.size) == ("kept", "image/jpeg", len(JPEG))
    assert kept.borrower_id == grace.borrower_id
    assert kept.sha256 is not None


async def test_what_only_says_it_is_a_picture_is_not_kept(world: World) -> None:
    grace = await world.borrower(verified=True)

    await sends(world, grace, HTML)
    await world.stage.settle()

    [row] = await files_of(world, grace)
    assert (row.state, row.size) == ("refused", None)


async def test_what_the_provider_has_dropped_is_told_as_missing(world: World) -> None:
    grace = await world.borrower(verified=True)

    await sends(world, grace, None)
    await world.stage.settle()

    [row] = await files_of(world, grace)
    assert (row.state, row.why) == ("missing", "the provider has dropped it")


class Away:
    """A provider that is down."""

    async def fetch(self, media: Media) -> Fetched:
        del media
        raise Unavailable("The provider did not hand over the file.")


async def test_a_provider_that_is_away_is_asked_again_and_given_up_in_the_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    grace = await world.borrower(verified=True)
    await sends(world, grace, JPEG)
    [row] = await files_of(world, grace)
    monkeypatch.setattr(files, "sources", lambda _: {grace.channel: Away()})

    for _ in range(files.MOST_TRIES - 1):
        with pytest.raises(Unavailable):
            await files.fetch(world.services, row.id)
    await files.fetch(world.services, row.id)

    [after] = await files_of(world, grace)
    assert (after.state, after.tries) == ("missing", files.MOST_TRIES)
    await world.stage.settle()


async def test_the_same_job_twice_keeps_a_file_once(world: World) -> None:
    grace = await world.borrower(verified=True)
    await sends(world, grace, JPEG)
    await world.stage.settle()
    [row] = await files_of(world, grace)

    await files.fetch(world.services, row.id)

    assert [found.id for found in await files_of(world, grace)] == [row.id]


async def test_an_agent_gets_a_file_as_a_download_and_the_audit_knows(world: World) -> None:
    grace = await world.borrower(verified=True)
    await sends(world, grace, JPEG)
    await world.stage.settle()
    [row] = await files_of(world, grace)

    answer = await looks(world, row.id)

    assert (answer.status_code, answer.content) == (200, JPEG)
    assert answer.headers["content-disposition"] == f'attachment; filename="kept-{str(row.id)[:8]}.jpg"'
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    async with world.services.database.begin() as work:
        found = await work.session.scalars(
            select(AuditEntry.kind).where(AuditEntry.subject == str(row.id)).order_by(AuditEntry.number)
        )
        kinds = list(found)
    assert kinds == ["attachment.kept", "attachment.opened"]


async def test_only_pictures_are_ever_shown_in_the_browser(world: World) -> None:
    grace = await world.borrower(verified=True)
    await sends(world, grace, b"%PDF-1.7 <script>", Kind.FILE)
    await world.stage.settle()
    [row] = await files_of(world, grace)

    answer = await looks(world, row.id, "?show=true")

    assert answer.headers["content-disposition"].startswith("attachment;")


async def test_nobody_without_a_login_gets_a_file(world: World) -> None:
    answer = await world.stage.http.get(f"/desk/files/{uuid.uuid4()}")

    assert answer.status_code in (303, 401)


async def test_a_file_is_let_go_when_its_time_is_over(world: World) -> None:
    grace = await world.borrower(verified=True)
    await sends(world, grace, JPEG)
    await world.stage.settle()
    world.stage.clock.set(world.stage.clock.now() + timedelta(days=180))

    gone = await files.expire(world.services)

    [after] = await files_of(world, grace)
    assert (gone, after.state) == (1, "expired")
    async with world.services.database.begin() as work:
        with pytest.raises(NotFound):
            await attachments.body_of(work, after, uuid.uuid4())


async def test_a_strangers_file_is_kept_a_month_only(world: World) -> None:
    stranger = Person("+13125559999", Channel.SMS, "", uuid.uuid4(), uuid.uuid4())

    await sends(world, stranger, JPEG)
    await world.stage.settle()

    [row] = await files_of(world, stranger)
    assert row.kept_at is not None
    assert row.expires_at == row.kept_at + files.UNKNOWN_FOR


def from_the_page(world: World, number: str, text: str = "") -> InboundMessage:
    """What our own page would hand in as a text."""
    return InboundMessage(Channel.WEBCHAT, number, "session-1", "webchat", text, world.stage.clock.now())


async def test_a_file_of_our_own_page_is_kept_with_its_message(world: World) -> None:
    became = await inbound.take_file(world.services, from_the_page(world, "u1"), JPEG)
    again = await inbound.take_file(world.services, from_the_page(world, "u1"), JPEG)
    await world.stage.settle()

    page = Person("session-1", Channel.WEBCHAT, "", uuid.uuid4(), uuid.uuid4())
    [row] = await files_of(world, page)
    assert (became.kind, again.kind) == ("queued", "duplicate")
    assert (row.state, row.content_type) == ("kept", "image/jpeg")


@pytest.mark.parametrize(
    "body", [HTML, b"", b"<svg xmlns='http://www.w3.org/2000/svg'>", JPEG + b"\0" * LARGEST]
)
async def test_what_is_not_taken_is_refused_at_the_page(world: World, body: bytes) -> None:
    with pytest.raises(Unwanted):
        await inbound.take_file(world.services, from_the_page(world, "u2"), body)


async def test_a_screenshot_after_paid_goes_to_who_traces_the_payment(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I already paid this last week")

    await sends(world, grace, JPEG)
    await world.stage.settle()

    [case] = await world.cases()
    assert case.queue == "payment_trace"
    assert case.details["proof"] == "image"


@pytest.mark.parametrize("channel", [Channel.WHATSAPP, Channel.TELEGRAM, Channel.WECHAT])
async def test_a_place_is_stored_with_its_message_and_asked_about_in_words(
    world: World, channel: Channel
) -> None:
    sender = {Channel.WHATSAPP: "+13125558888", Channel.TELEGRAM: "700000088"}.get(channel, "o" + "8" * 27)
    person = Person(sender, channel, "", uuid.uuid4(), uuid.uuid4())

    await sends(world, person, None, Kind.LOCATION)
    await world.stage.settle()

    conversation = await world.conversation(person)
    async with world.services.database.begin() as work:
        [media] = await work.session.scalars(
            select(Inbound.media).where(Inbound.conversation_id == conversation.id)
        )
    assert [item["url"].partition(":")[0] for item in media] == ["geo"]
    assert await files_of(world, person) == []
