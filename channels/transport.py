"""Calling a provider once, so that it is always known whether it can have taken the message."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import httpx

from channels.base import OutcomeUnknown, TooLate, TryLater
from core.messages import OutboundMessage

# A provider that has not answered by then is not waited for: its receipt tells.
TIMEOUT = httpx.Timeout(connect=5.0, read=15.0, write=10.0, pool=5.0)

# A provider closes connections that idle, and a message written into one as it closes is neither sent nor unsent.
# Ours are given up long before any provider's are.
LIMITS = httpx.Limits(max_connections=64, max_keepalive_connections=16, keepalive_expiry=1.0)

# The request never left, or never whole enough for an answer to exist.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


def failure(error: BaseException | None) -> TryLater | OutcomeUnknown:
    """What an httpx error means for the message: not sent for certain, or perhaps sent."""
    if isinstance(error, _NOT_SENT):
        return TryLater("The provider could not be reached.", code=type(error).__name__)
    return OutcomeUnknown("The provider did not answer in time.", code=type(error).__name__)


def server_trouble(status: int, headers: Mapping[str, str]) -> TryLater | OutcomeUnknown | None:
    """What a 429 or 5xx means: refused for now, perhaps taken, or None for every other status.

    500 and 503 are the provider's own word that it failed; 502, 504 and the like come from somebody in between
    who has lost the provider's word.
    """
    if status in (429, 500, 503):
        return TryLater("The provider is busy.", code=str(status), after=_seconds(headers.get("retry-after")))
    if status >= 500:
        return OutcomeUnknown("The provider's answer was lost on the way.", code=str(status))
    return None


def seconds_left(message: OutboundMessage, now: datetime) -> float | None:
    """How long the message may still be delivered (None: for ever); raises `TooLate` after that."""
    if message.valid_until is None:
        return None
    left = (message.valid_until - now).total_seconds()
    if left < 1:
        raise TooLate("The time until which the message may be delivered is over.", code="expired")
    return left


async def call(client: httpx.AsyncClient, method: str, url: str, **request: Any) -> httpx.Response:
    """One request, never repeated; raises `TryLater` or `OutcomeUnknown` when no usable answer came."""
    try:
        response = await client.request(method, url, **request)
    except httpx.HTTPError as error:
        raise failure(error) from None
    trouble = server_trouble(response.status_code, response.headers)
    if trouble is not None:
        raise trouble
    return response


def answer_of(response: httpx.Response) -> dict[str, Any]:
    """The JSON object of an answer; an answer that is none leaves the outcome unknown."""
    try:
        parsed = response.json()
    except ValueError:
        raise OutcomeUnknown(
            "The provider's answer cannot be read.", code=str(response.status_code)
        ) from None
    if not isinstance(parsed, dict):
        raise OutcomeUnknown("The provider's answer is no object.", code=str(response.status_code))
    return parsed


def _seconds(header: str | None) -> float | None:
    return float(header) if header and header.isdecimal() else None
