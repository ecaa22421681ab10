"""Files in: asked for after their message was stored, from the provider's own hosts only, and kept apart."""

from __future__ import annotations

import uuid
from datetime import timedelta

import structlog

from channels.media import Fetched, Unwanted, recognise
from channels.registry import sources
from channels.wire import PLACE
from core.errors import NotFound, Unavailable
from core.messages import Channel, InboundMessage, Kind, Media
from gateway.jobs import queue
from gateway.live import DESK
from gateway.services import Services
from storage import attachments
from storage.attachments import Attachment
from storage.conversations import Received
from storage.database import Work

log = structlog.get_logger()

# So often a provider is asked for a file; between two of them lies the job's own pause.
MOST_TRIES = 7
# What somebody sent whom we do not know is kept only as long as it takes to find out.
UNKNOWN_FOR = timedelta(days=30)
# The source of a file that our own page took in: there is nobody to ask for it.
UPLOAD = "upload:"
_KINDS = {"image": Kind.IMAGE, "audio": Kind.VOICE, "video": Kind.VIDEO}


async def expect(
    services: Services, work: Work, received: Received, message: InboundMessage, file: Fetched | None = None
) -> None:
    """In the message's own transaction: note its files and queue their fetching, or keep those at hand."""
    named = [media for media in message.media if not media.url.startswith(PLACE)]
    rows = await attachments.expect(work, received, [media.url for media in named])
    for row, media in zip(rows, named, strict=True):
        if media.body is not None:
            await _keep_or_refuse(services, work, row, media.body)
        elif file is not None and row.source.startswith(UPLOAD):
            await attachments.keep(work, row, file.content_type, file.body, keep_for=_keep_for(services, row))
        else:
            await queue.fetch(work, row.id)


async def _keep_or_refuse(services: Services, work: Work, row: Attachment, body: bytes) -> None:
    """A file that came in the message itself: kept, or refused for what it is."""
    try:
        file = recognise(body)
    except Unwanted as error:
        attachments.give_up(work, row, "refused", error.what)
        return
    await attachments.keep(work, row, file.content_type, file.body, keep_for=_keep_for(services, row))


def uploaded(message: InboundMessage, body: bytes) -> tuple[InboundMessage, Fetched]:
    """A message of our own page with a file in it, for `inbound.take_file`.

    `message` is what the page's text would be, without media. The file's kind is read from its first bytes;
    raises `Unwanted` for one that is not taken. The page bounds what it reads at `channels.media.LARGEST`.
    """
    file = recognise(body)
    kind = _KINDS.get(file.content_type.partition("/")[0], Kind.FILE)
    media = Media(f"{UPLOAD}{message.provider_id}", file.content_type)
    return (
        InboundMessage(
            channel=message.channel,
            provider_id=message.provider_id,
            sender=message.sender,
            recipient=message.recipient,
            text=message.text,
            received_at=message.received_at,
            kind=kind,
            media=(media,),
            binding=message.binding,
            language_hint=message.language_hint,
        ),
        file,
    )


async def fetch(services: Services, attachment_id: uuid.UUID) -> None:
    """Ask the provider for one file and keep it. Raises `Unavailable` while another try may help."""
    async with services.database.begin() as work:
        row = await attachments.load(work, attachment_id, lock=True)
        if row.state != "waiting":
            return
        row.tries += 1
        last = row.tries >= MOST_TRIES
    source = sources(services.receivers).get(Channel(row.channel))
    if source is None:
        return await _give_up(services, row, "missing", "no provider for it is set up")
    try:
        file = await source.fetch(Media(row.source))
    except Unwanted as error:
        return await _give_up(services, row, "refused", error.what)
    except NotFound:
        return await _give_up(services, row, "missing", "the provider has dropped it")
    except Unavailable:
        if not last:
            raise
        return await _give_up(services, row, "missing", "the provider did not hand it over")
    async with services.database.begin() as work:
        kept = await attachments.load(work, attachment_id, lock=True)
        await attachments.keep(work, kept, file.content_type, file.body, keep_for=_keep_for(services, kept))
    await services.live.publish(DESK, {"conversation": str(row.conversation_id)})


async def _give_up(services: Services, row: Attachment, state: str, why: str) -> None:
    async with services.database.begin() as work:
        found = await attachments.load(work, row.id, lock=True)
        if found.state == "waiting":
            attachments.give_up(work, found, state, why)
    log.info("file_not_kept", kind=state, why=why)
    await services.live.publish(DESK, {"conversation": str(row.conversation_id)})


async def expire(services: Services) -> int:
    """Let go of everything whose time is over; how many files that were."""
    gone = 0
    while True:
        async with services.database.begin() as work:
            count = await attachments.expire(work)
        gone += count
        if not count:
            return gone


def _keep_for(services: Services, row: Attachment) -> timedelta:
    return services.settings.keep_files if row.borrower_id else min(UNKNOWN_FOR, services.settings.keep_files)
