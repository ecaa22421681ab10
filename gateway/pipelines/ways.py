"""A borrower's addresses in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Collection

from campaigns.ladder import Address, Ladder, Wish, climb
from core.messages import Channel
from core.policy import LadderRules
from gateway.services import Services
from storage import ways
from storage.database import Work
from storage.people import Borrower
from storage.ways import Way

_STANDING = {
    "pending": "the address is not proven",
    "set_aside": "another address took its place",
    "wrong_party": "somebody else answers there",
}


async def ladder_of(
    services: Services, work: Work, borrower: Borrower, rules: LadderRules, *, only: Collection[str] = ()
) -> tuple[Ladder, bool]:
    """The ladder of a borrower, the key of each address its `storage.people.ContactPoint`; and whether a person has
    one of their conversations, when the assistant is silent everywhere."""
    found = await ways.of_borrower(work, borrower.id)
    wanted, unwanted = await ways.wishes(work, borrower.id)
    ladder = climb(
        [_address(services, way) for way in found],
        rules,
        now=work.now,
        wish=Wish(wanted, unwanted),
        only=only,
    )
    return ladder, any(way.held_by not in (None, "assistant") for way in found)


def _address(services: Services, way: Way) -> Address:
    gone = _STANDING.get(way.reach.status, "")
    if way.point.unreachable_at is not None:
        gone = "nothing arrives there"
    elif Channel(way.point.channel) not in services.senders:
        gone = "no provider is set up for it"
    return Address(
        key=way.point,
        channel=way.point.channel,
        rank=way.reach.rank,
        consent=way.reach.consent_at is not None or way.answered_at is not None,
        stopped=way.point.opted_out_at is not None,
        answered_at=way.answered_at,
        unanswered=way.unanswered,
        lost=way.lost,
        gone=gone,
    )
