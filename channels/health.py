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
class Known:
    """A template as its platform knows it: the text, and whether it may be sent. `text` None: it does not tell."""

    approved: bool
    text: str | None = None
    state: str = ""


class Templated(Protocol):
    """An adapter whose platform can be asked for the templates that it knows."""

    async def template(self, template_id: str) -> Known | None:
        """The template as the platform knows it; None where it knows none, or does not tell. Raises `SendFailed`."""
        ...


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


async def clock_at(client: httpx.AsyncClient, api: str, now: datetime) -> Finding:
    """Whether our clock agrees with the one behind the provider's API."""
    try:
        return clock(await client.get(api), now)
    except httpx.HTTPError:
        return Finding(False, "The provider cannot be reached from here.", "Check the way out to it.")


def template(key: str, known: Known | None, text: str) -> Finding:
    """Whether the platform knows the template that stands for the catalogue's text `key` as the lender wrote it."""
    if known is None:
        what = f"The platform does not tell of the template of {key}."
        return Finding(
            False, what, "Check its id; WeChat does not list templates of a category, so look there."
        )
    if not known.approved:
        what = f"The template of {key} is not approved ({known.state or 'no answer yet'})."
        return Finding(False, what, "Wait for the approval, or mend what was refused.")
    if known.text is not None and "".join(known.text.split()) != "".join(text.split()):
        what = f"The template of {key} was approved with another text."
        return Finding(False, what, "Copy the approved text into the lender's table.")
    return Finding(True, f"The template of {key} is approved.")


def webhook(found: str, expected: str, where: str) -> Finding:
    """Whether the provider calls us at the address that we serve."""
    if found == expected:
        return Finding(True, f"The provider calls us at {expected}.")
    return Finding(False, "The provider calls another address, or none.", f"Set {expected} {where}.")
