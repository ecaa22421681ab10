"""What passed between us and a borrower, told to the gate: what began a contact, what answered, what reached them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from compliance.engine.moment import ANSWERED_WITHIN
from compliance.facts import Past
from storage.gate import PastMessage

ANSWERS = frozenset({"reply", "agent_message", "opt_out_confirmation", "verification_response"})
# What follows the answer this soon after the person's words belongs to it and counts as no new contact.
SAME_EXCHANGE = timedelta(hours=1)


def of(entries: Sequence[PastMessage]) -> tuple[Past, ...]:
    """What passed, in order, as the gate counts it.

    An answer is what went out on the person's own channel after their words and before any other message of ours,
    or soon enough to belong to it; what merely could have been one is a contact that we began. One that they
    wrote back to there has reached them.
    """
    found: list[Past] = []
    theirs: dict[str, PastMessage] = {}
    waiting: set[str] = set()
    for entry in entries:
        if entry.direction == "in":
            theirs[entry.channel] = entry
            waiting.add(entry.channel)
            found = [_reached(past) if past.channel == entry.channel else past for past in found]
            kind = {"opt_out": "inbound_optout", "opt_in": "inbound_optin"}.get(entry.heard or "", "inbound")
        else:
            kind = _kind_of_ours(entry, theirs.get(entry.channel), waiting=entry.channel in waiting)
            waiting.clear()
        debt = str(entry.account_id) if entry.account_id else None
        found.append(Past(at=entry.at, kind=kind, channel=entry.channel, debt=debt))
    return tuple(found)


def _reached(past: Past) -> Past:
    ours = past.kind in ("outbound", "consent_request")
    return replace(past, kind="outbound_direct_contact") if ours else past


def _kind_of_ours(entry: PastMessage, theirs: PastMessage | None, *, waiting: bool) -> str:
    if entry.purpose in ("opt_out_confirmation", "consent_request", "location_inquiry"):
        return entry.purpose
    if entry.purpose not in ANSWERS or theirs is None:
        return "outbound"
    within = ANSWERED_WITHIN if waiting else SAME_EXCHANGE
    return "outbound_reply" if entry.at - theirs.at <= within else "outbound"
