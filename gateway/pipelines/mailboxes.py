"""Mails in by looking: each is stored before its position is, so that none is lost; one taken twice is known."""

from __future__ import annotations

import structlog

from channels.base import Collected, Collecting, WebhookAnswer
from channels.registry import collecting
from core.errors import Unavailable
from gateway.pipelines import inbound, letters
from gateway.services import Services
from storage import counters, mailboxes
from storage.mailboxes import MailboxRead

log = structlog.get_logger()
# A mail that cannot be stored so often is left to a person, so that those behind it come in.
MOST_TRIES = 5


async def look(services: Services) -> int:
    """Take in what is new in every mailbox; how many mails that were."""
    return sum([await _look_into(services, box) for box in collecting(services.receivers).values()])


async def _look_into(services: Services, box: Collecting) -> int:
    async with services.database.begin() as work:
        row = await mailboxes.hold(work, box.name)
        if row is None:
            return 0
        row.looked_at = work.now
        try:
            found = await box.collect(row.position)
        except Unavailable as error:
            log.warning("mailbox_not_read", provider=box.name, why=error.what)
            return 0
        taken = 0
        for mail in found:
            if not await _taken(services, box, mail, row):
                break
            row.position, row.tries = mail.position, 0
            taken += 1
        return taken


async def _taken(services: Services, box: Collecting, mail: Collected, row: MailboxRead) -> bool:
    """Store what one mail holds, in a transaction of its own; False where it is to be tried again."""
    try:
        if mail.event is None:
            async with services.database.begin() as work:
                await counters.refused(work, box.name, "malformed")
        else:
            await inbound.take_in(services, WebhookAnswer([mail.event]))
    except (
        Exception
    ) as error:  # whatever it is: the mail stays where it is, and those behind it wait a little
        row.tries += 1
        log.warning("mail_not_stored", provider=box.name, kind=type(error).__name__, tries=row.tries)
        if row.tries < MOST_TRIES:
            return False
        await letters.bury(services, "mailbox", {"provider": box.name, "position": mail.position}, error)
    return True
