"""WeChat's access token for all our processes: a row that one of them at a time renews."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from datetime import datetime

from cryptography.fernet import Fernet, InvalidToken

from channels.wechat.tokens import Token
from storage import tokens
from storage.database import Database
from storage.tokens import AccessToken


class SharedTokens:
    """A `channels.wechat.tokens.TokenStore` on the database; `key` (32 bytes) seals what lies there."""

    def __init__(self, database: Database, *, key: bytes, provider: str = "wechat") -> None:
        self._database = database
        self._provider = provider
        self._seal = Fernet(base64.urlsafe_b64encode(key))

    async def token(
        self, *, now: datetime, fetch: Callable[[], Awaitable[Token]], not_this: str | None = None
    ) -> Token:
        """The stored token if it serves at `now`; else what `fetch` brings, by one process for all."""
        async with self._database.begin() as work:
            stored = self._opened(await tokens.shared(work, self._provider))
        if stored is not None and stored.serves(now, not_this):
            return stored
        async with self._database.begin() as work:
            row = await tokens.to_renew(work, self._provider)
            stored = self._opened(row)
            if stored is None or not stored.serves(now, not_this):
                stored = await fetch()
                row.sealed, row.expires_at = self._seal.encrypt(stored.value.encode()), stored.expires_at
            return stored

    def _opened(self, row: AccessToken | None) -> Token | None:
        """The token in `row`; None where there is none, or it was sealed under a secret we no longer have."""
        if row is None or row.sealed is None or row.expires_at is None:
            return None
        try:
            return Token(self._seal.decrypt(row.sealed).decode(), row.expires_at)
        except InvalidToken:
            return None
