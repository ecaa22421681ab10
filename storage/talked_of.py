"""Which of a borrower's accounts a conversation is about."""

from __future__ import annotations

from sqlalchemy import select

from storage import accounts
from storage.database import Work
from storage.people import Account
from storage.talk import Conversation, Outbound


async def account_of(work: Work, conversation: Conversation) -> Account | None:
    """The open account that our last message there was about, a receipt aside; else the one due longest."""
    if conversation.borrower_id is None:
        return None
    owed = await accounts.of_borrower(work, conversation.borrower_id)
    if len(owed) < 2:
        return owed[0] if owed else None
    last = await work.session.scalar(
        select(Outbound.account_id)
        .where(
            Outbound.conversation_id == conversation.id,
            Outbound.account_id.is_not(None),
            Outbound.purpose != "payment_receipt",
            Outbound.state.in_(("sending", "unknown", "sent")),
        )
        .order_by(Outbound.number.desc())
        .limit(1)
    )
    return next((one for one in owed if one.id == last and one.status == "open"), owed[0])
