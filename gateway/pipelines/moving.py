"""A conversation goes on in another channel: what is carried over, what is not, and the first words there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actions import switch
from actions.situation import Dialogue
from catalogue import render
from core.policy import Policy
from gateway.services import Services
from storage import accounts, conversations, identity
from storage.database import Work
from storage.people import Borrower
from storage.talk import Conversation
from storage.tokens import Invitation

_PAGE = {
    "title": "switch.page_title",
    "why": "switch.page_why",
    "open": "switch.page_open",
    "gone_title": "switch.page_gone_title",
    "gone": "switch.page_gone",
    "busy": "switch.page_busy",
}


async def go_on(
    services: Services, work: Work, invitation: Invitation, borrower: Borrower, here: Conversation
) -> Sequence[Mapping[str, Any]]:
    """Carry the conversation of an opened link over to `here`; what is said there first.

    Language, open question and drafts, wrong answers at the identity question and whoever has the floor go along.
    The identity does not: it was verified at another address.
    """
    invitation.conversation_id = here.id
    before = await _before(work, invitation)
    policy = await _policy(services, work, borrower)
    facts = await identity.facts_of(work, borrower.id)
    kinds = {fact.kind for fact in facts}
    kind = next((one for one in policy.identity_facts if one in kinds), None)
    known = here.identity_at(work.now) == "verified"
    if before is not None:
        await conversations.move(work, before, here)
        dialogue = switch.carried(Dialogue.from_json(before.dialogue), kind=kind, known=known)
        here.dialogue = dialogue.as_json()
    else:
        dialogue = switch.carried(Dialogue(), kind=kind, known=known)
        here.dialogue = dialogue.as_json()
    return _first_words(here, dialogue, known=known)


async def _before(work: Work, invitation: Invitation) -> Conversation | None:
    """The conversation that goes on, unless it is the same one, or somebody else answered in it."""
    if invitation.continues is None or invitation.continues == invitation.conversation_id:
        return None
    before = await conversations.load(work, invitation.continues, lock=True)
    return before if before.identity != "third_party" else None


async def _policy(services: Services, work: Work, borrower: Borrower) -> Policy:
    owed = await accounts.of_borrower(work, borrower.id)
    return services.policy_for(owed[0].lender if owed else "")


def _first_words(here: Conversation, dialogue: Dialogue, *, known: bool) -> Sequence[Mapping[str, Any]]:
    """A hello, and the question that is open for whoever reads here; a person who has the floor speaks instead."""
    if here.held_by == "agent":
        return ()
    hello: dict[str, Any] = {"key": "switch.hello", "parameters": {}}
    if here.identity == "failed":
        return (hello, {"key": "opening.still_locked", "parameters": {}})
    if known:
        return (hello, dialogue.question) if dialogue.question else (hello,)
    kind = dialogue.draft.get("kind") if dialogue.asked == "identity" else None
    return (hello, {"key": f"opening.ask_{kind}", "parameters": {}}) if kind else (hello,)


def page_texts(policy: Policy, language: str) -> dict[str, str]:
    """What the page behind a link says."""
    values = {"phone": policy.phone, "lender": policy.name(language)}
    return {name: render(key, values, language) for name, key in _PAGE.items()}
