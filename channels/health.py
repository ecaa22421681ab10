"""What can be found out about a provider's set-up by asking it, and what to do about what is wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

import httpx

from channels.base import SendFailed

# A clock further off than this makes signed requests look too old.
CLOCK_MAY_DIFFER = 60.0


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `remedy` says what to do where it is not in order."""

    in_order: bool
    what: str
    remedy: str = ""


class Examined(Protocol):
    """An adapter that can ask its provider how things stand."""

    async def examine(self) -> Sequence[Finding]:
        """Credentials, webhook, clock: one finding each. Never raises for what a provider says or fails to say."""
        ...


async def asked(question: Callable[[], Awaitable[Sequence[Finding]]]) -> Sequence[Finding]:
    """What `question` finds; a provider that fails to answer is a finding too."""
    try:
        return await question()
    except SendFailed as error:
        return [Finding(False, f"The provider did not answer ({error.code}).", "Check the way out to it.")]


def clock(response: httpx.Response, now: datetime) -> Finding:
    """Whether our clock agrees with the provider's."""
    try:
        theirs = parsedate_to_datetime(response.headers["date"])
    except (KeyError, ValueError):
        return Finding(True, "The provider does not tell the time.")
    if theirs.tzinfo is None:
        theirs = theirs.replace(tzinfo=UTC)
    if abs((theirs - now).total_seconds()) > CLOCK_MAY_DIFFER:
        return Finding(False, "Our clock is not the provider's.", "Synchronise this machine's clock.")
    return Finding(True, "Our clock is right.")


def webhook(found: str, expected: str, where: str) -> Finding:
    """Whether the provider calls us at the address that we serve."""
    if found == expected:
        return Finding(True, f"The provider calls us at {expected}.")
    return Finding(False, "The provider calls another address, or none.", f"Set {expected} {where}.")
