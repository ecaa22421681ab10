"""Which account a conversation is about."""

from __future__ import annotations

from sqlalchemy import select

from storage import accounts
from storage.database import Work
from storage.people import Account
from storage.talk import Conversation, Outbound

_GONE_OUT = ("sending", "unknown", "sent")


async def account_of(work: Work, conversation: Conversation) -> Account | None:
    """The borrower's account that we wrote of last, by any channel, receipts aside, as long as it is open; else the one due
    longest.

    None where nobody is known or nothing is owed.
    """
    if conversation.borrower_id is None:
        return None
    owed = await accounts.of_borrower(work, conversation.borrower_id)
    if not owed:
        return None
    open_ones = {account.id: account for account in owed if account.status == owed[0].status}
    if len(open_ones) == 1:
        return owed[0]
    last = await work.session.scalar(
        select(Outbound.account_id)
        .join(Conversation, Conversation.id == Outbound.conversation_id)
        .where(
            Conversation.borrower_id == conversation.borrower_id,
            Outbound.account_id.in_(open_ones),
            Outbound.purpose != "payment_receipt",
            Outbound.state.in_(_GONE_OUT),
        )
        .order_by(Outbound.number.desc())
        .limit(1)
    )
    return open_ones.get(last, owed[0]) if last else owed[0]
