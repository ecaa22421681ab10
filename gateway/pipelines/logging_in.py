"""From the lender's login into the chat: the same conversation wherever they log in, and nobody asks who they are."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from actions.situation import Dialogue
from gateway import chat_sessions
from gateway.chat_sessions import LOGIN_LASTS
from gateway.lender_login import Login, NotTheirs, read_login
from gateway.services import Services
from storage import accounts, conversations, reaching, tokens
from storage.database import Work
from storage.people import Borrower
from storage.talk import Conversation

SOURCE = "lender's login"
# As long as the tokens of our links, which lie in the same table.
REMEMBERED_FOR = timedelta(days=2)


async def log_in(services: Services, token: str) -> tuple[str, bool]:
    """The session of the borrower who logged in, and whether nothing was ever said in it.

    Their identity is taken for verified as long as the session lasts. Raises `NotTheirs` for a token that is not
    the lender's, was used before, or names none of the lender's borrowers.
    """
    login = read_login(
        token,
        keys=services.settings.login_keys,
        audience=services.settings.public_url,
        now=services.clock.now(),
    )
    async with services.database.begin() as work:
        if not await tokens.redeem(work, _once(login), remembered_for=REMEMBERED_FOR):
            raise NotTheirs("The login was used before.")
        borrower = await _borrower(work, login)
        session = chat_sessions.login_session(services, borrower.id)
        point = await conversations.contact_point(work, "webchat", session)
        standing = await reaching.standing(work, borrower.id, point.id)
        if standing != "active" and not await reaching.bind(work, borrower.id, point, source=SOURCE):
            raise NotTheirs("Somebody else has answered for them in this chat.")
        conversation = await conversations.between(work, point, borrower)
        fresh = conversation.last_inbound_at is None and conversation.last_outbound_at is None
        _verified(work, conversation, login)
    return session, fresh


async def _borrower(work: Work, login: Login) -> Borrower:
    borrower = await reaching.by_reference(work, login.borrower)
    owed = await accounts.of_borrower(work, borrower.id) if borrower is not None else ()
    if borrower is None or not any(account.lender == login.lender for account in owed):
        raise NotTheirs("The lender has no such borrower here.")
    return borrower


def _verified(work: Work, conversation: Conversation, login: Login) -> None:
    """Whoever is logged in is the borrower; a question who they are is answered by that, what waited goes on."""
    conversation.identity, conversation.identity_attempts = "verified", 0
    conversation.verified_until = work.now + LOGIN_LASTS
    dialogue = Dialogue.from_json(conversation.dialogue)
    if dialogue.asked == "identity":
        later = (dialogue.later or {}).get("dialogue")
        conversation.dialogue = Dialogue.from_json(later if isinstance(later, dict) else {}).as_json()
    work.audit("identity.verified", conversation.id, by=SOURCE, issuer=login.issuer)


def _once(login: Login) -> bytes:
    return hashlib.sha256(f"login\n{login.issuer}\n{login.token}".encode()).digest()
