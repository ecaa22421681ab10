"""A message that its provider took and did not hand on – it waited there until its time was over, or the session
window was shut: its purpose is taken up again, not its text."""

from __future__ import annotations

import uuid

from storage import planned
from storage.database import Work
from storage.talk import Outbound

_WHY = "the provider took it and did not hand it on"
_PLANNED = "planned:"


def key_of(contact_id: uuid.UUID, attempt: str) -> str:
    """The key of the message that a planned contact sends at this attempt."""
    return f"{_PLANNED}{contact_id}:{attempt}"


async def take_up_again(work: Work, message: Outbound) -> bool:
    """Plan the contact that the message belongs to for now, to be decided again; False where it belongs to none.

    An answer that came too late is left as failed: whoever wrote sees that it did not arrive.
    """
    if not message.key.startswith(_PLANNED):
        return False
    _, contact_id, attempt, *_ = message.key.split(":")
    contact = await planned.load(work, uuid.UUID(contact_id))
    tries = int(contact.details.get("tries", 0))
    # A provider may tell of the same loss in two words: it is taken up once.
    if contact.state != "done" or attempt != str(tries):
        return False
    contact.details = {**contact.details, "tries": tries + 1}
    planned.put_off(work, contact, work.now, _WHY)
    return True
