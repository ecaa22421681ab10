"""What an event obliges us to, looked up in the tables and written down; and whether a confirmation still may go."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from compliance.duties import Book
from core.duties import Duties
from gateway.pipelines.house_rules import Objection
from gateway.services import Services
from storage import conversations, talked_of
from storage import duties as written
from storage.database import Work
from storage.gate import OnFile
from storage.people import Account, Borrower
from storage.talk import Conversation, Outbound

# Who writes to us without being known: what holds everywhere, and in the United States.
UNKNOWN_PLACE = "US"
FIRST_CONTACT = "first_contact"


def looked_up(
    book: Book, event: str, borrower: Borrower | None, account: Account | None, at: datetime
) -> Duties:
    """What `event` obliges us to towards this borrower; of an unknown account the creditor's own duties."""
    return book.of(
        event,
        borrower.jurisdiction if borrower else UNKNOWN_PLACE,
        account.collector_type if account else "first_party",
        account.product if account else None,
        at=at,
        zone=borrower.zone if borrower else None,
    )


async def duties_of(services: Services, work: Work, event: str, conversation: Conversation) -> Duties:
    """What `event` obliges us to in this conversation."""
    borrower = (
        await work.session.get(Borrower, conversation.borrower_id) if conversation.borrower_id else None
    )
    return looked_up(
        services.duties, event, borrower, await talked_of.account_of(work, conversation), work.now
    )


async def carry_out(
    services: Services,
    work: Work,
    event: str,
    conversation: Conversation,
    *,
    source: str,
    inbound_id: uuid.UUID | None = None,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
    this_address_only: bool = False,
) -> bool:
    """Look `event` up and write down what it obliges us to; True when a stop was new."""
    account = await talked_of.account_of(work, conversation)
    cause = written.Cause(
        source=source,
        inbound_id=inbound_id,
        account_id=account.id if account else None,
        reason=reason,
        details=details or {},
        this_address_only=this_address_only,
    )
    return await written.carry_out(
        work, conversation, await duties_of(services, work, event, conversation), cause
    )


async def first_word(services: Services, work: Work, message: Outbound) -> None:
    """What it obliges us to that a message of ours was the first to speak of the debt; once a borrower."""
    if message.state != "sent" or not message.discloses or message.account_id is None:
        return
    conversation = await conversations.load(work, message.conversation_id)
    duties = await duties_of(services, work, FIRST_CONTACT, conversation)
    if duties.tasks and not await written.has_arisen(work, conversation, FIRST_CONTACT):
        cause = written.Cause(source="outbound", account_id=message.account_id)
        await written.carry_out(work, conversation, duties, cause)


def by_block(services: Services, work: Work) -> Duties:
    """What it obliges us to when a provider tells that somebody has stopped or blocked us there."""
    return services.duties.of("carrier_block", UNKNOWN_PLACE, "first_party", None, at=work.now)


def late_confirmation(book: Book, on_file: OnFile, purpose: str, now: datetime) -> list[Objection]:
    """A rule against confirming a stop so late that the confirmation would be a message of its own; none otherwise."""
    if purpose != "opt_out_confirmation":
        return []
    duties = looked_up(book, "opt_out", on_file.borrower, on_file.account, now)
    within = duties.confirm.within if duties.confirm else None
    if within is None or now - on_file.message.planned_at <= within:
        return []
    row = next(row for name in reversed(duties.rows) if (row := book.rows[name]).confirm)
    return [
        Objection(
            row.id, f"A stop is confirmed within {int(within.total_seconds() // 60)} minutes.", row.reference
        )
    ]
