"""Ordinary messages of people we know: those that come at the same time are stored in one transaction.

Most of what comes in asks for nothing but a turn. Each is in the database, with its job, before it is acknowledged,
and the commit and the end of the audit's chain, which all writers go through one by one, are paid for once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import structlog

from compliance import keywords
from core.messages import InboundMessage, Kind
from gateway.jobs import queue
from gateway.live import DESK
from gateway.services import Services
from storage import intake
from storage.conversations import lane

log = structlog.get_logger()
_MORE_THAN_WORDS = frozenset({Kind.EDIT, Kind.JOINED, Kind.LEFT})


@dataclass(frozen=True)
class Stored:
    """A message that is in the database: just now or already before, and who has the floor there."""

    fresh: bool
    held_by: str


async def taken(services: Services, message: InboundMessage) -> Stored | None:
    """The message stored, its turn queued; None where it is not ordinary, and nothing of it is stored.

    Call it for one message of an address at a time.
    """
    if not is_ordinary(message):
        return None
    try:
        stored: Stored | None = await services.gatherer.together(message, partial(_all, services))
    except Exception as error:
        # One of them cannot be stored, or the line broke: each is tried in a transaction of its own, where it
        # fails alone, or turns out to be here already.
        log.warning("stored_one_by_one", kind=type(error).__name__)
        return None
    return stored


def is_ordinary(message: InboundMessage) -> bool:
    """Whether a message is nothing but words for a turn, as far as can be said without knowing who writes."""
    return not (
        message.kind in _MORE_THAN_WORDS
        or message.media
        or not message.proven
        or message.binding
        or message.answered_keyword
        or _may_be_a_number(message.text)
        or keywords.heard(message.text, opted_out=False, channel=message.channel)
    )


def _may_be_a_number(text: str) -> bool:
    """Whether it might name one of the choices that were shown with numbers."""
    return len(text.strip().rstrip(".)")) <= 1


async def _all(services: Services, messages: Sequence[InboundMessage]) -> list[Stored | None]:
    async with services.database.begin() as work:
        found = await intake.standing(work, messages)
        # To who has opted out, words can mean something else.
        places = [place for place, at in enumerate(found) if at is not None and at.opted_out_at is None]
        known = [(messages[place], at) for place in places if (at := found[place]) is not None]
        fresh = await intake.store(work, known)
        stored = list(zip(known, fresh, strict=True))
        waiting = [at for (_, at), is_fresh in stored if is_fresh]
        await queue.turns(
            work, [(at.conversation_id, lane(at.borrower_id, at.contact_point_id)) for at in waiting]
        )
    await services.live.publish_all(DESK, [{"conversation": str(at.conversation_id)} for at in waiting])
    became: list[Stored | None] = [None] * len(messages)
    for place, ((_, at), is_fresh) in zip(places, stored, strict=True):
        became[place] = Stored(is_fresh, at.held_by)
    return became
