"""WeChat's access token: one for all processes, fetched by one of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

# A token is renewed this long before it ends; WeChat keeps the old one alive for five minutes beside the new.
MARGIN = timedelta(minutes=5)


@dataclass(frozen=True)
class Token:
    """An access token and the instant at which WeChat forgets it."""

    value: str = field(repr=False)
    expires_at: datetime

    def serves(self, now: datetime, not_this: str | None) -> bool:
        """Whether it can be used at `now`, and is not the one that WeChat has just refused."""
        return self.value != not_this and now < self.expires_at - MARGIN


class TokenStore(Protocol):
    """Where all processes find the token. A stampede ends here: `fetch` runs in one process at a time."""

    async def token(
        self, *, now: datetime, fetch: Callable[[], Awaitable[Token]], not_this: str | None = None
    ) -> Token:
        """The stored token if it serves at `now`; else what `fetch` brings, stored before others may look.

        A store takes its lock (a row, an advisory lock), looks again, and only then fetches. `not_this` is a
        token that WeChat has refused: if the stored one differs, somebody has renewed it already.
        """
        ...


class OneProcess:
    """A token store for a single process: tests, the demonstration, `kept play`."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._token: Token | None = None

    async def token(
        self, *, now: datetime, fetch: Callable[[], Awaitable[Token]], not_this: str | None = None
    ) -> Token:
        async with self._lock:
            if self._token is None or not self._token.serves(now, not_this):
                self._token = await fetch()
            return self._token
