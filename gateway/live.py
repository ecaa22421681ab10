"""Live updates for the desk and the web chat, over Redis. Nothing that must survive is only here.

With Redis away nothing is pushed; pages then ask for what is new every few seconds, and say so.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from typing import Any

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

log = structlog.get_logger()
DESK = "desk"
BEAT_SECONDS = 15.0


class Live:
    """Publish and listen by topic: `desk`, or `chat:<session>`."""

    def __init__(self, url: str | None) -> None:
        self._redis: Redis | None = Redis.from_url(url) if url else None
        self.up = self._redis is not None

    def replace(self, url: str | None) -> None:
        """Use the Redis at `url` from now on; None: none."""
        self._redis = Redis.from_url(url) if url else None
        self.up = self._redis is not None

    async def publish(self, topic: str, message: Mapping[str, Any]) -> None:
        """Tell everybody who listens; when Redis is away, nobody hears it and nothing else happens."""
        await self.publish_all(topic, [message])

    async def publish_all(self, topic: str, messages: Sequence[Mapping[str, Any]]) -> None:
        """Tell everybody who listens each of these, in one go."""
        if self._redis is None or not messages:
            return
        try:
            told = self._redis.pipeline(transaction=False)
            for message in messages:
                told.publish(f"kept:{topic}", json.dumps(message))
            await told.execute()
            self._seen(up=True)
        except RedisError:
            self._seen(up=False)

    async def listen(self, topic: str) -> AsyncIterator[Mapping[str, Any] | None]:
        """Yield messages of a topic as they come; None every few seconds, so that the line stays open."""
        if self._redis is None:
            while True:
                await asyncio.sleep(BEAT_SECONDS)
                yield None
        async with contextlib.aclosing(self._messages(topic)) as messages:
            async for message in messages:
                yield message

    async def _messages(self, topic: str) -> AsyncGenerator[Mapping[str, Any] | None]:
        assert self._redis is not None
        while True:
            try:
                async with self._redis.pubsub() as channel:
                    await channel.subscribe(f"kept:{topic}")
                    self._seen(up=True)
                    while True:
                        message = await channel.get_message(
                            ignore_subscribe_messages=True, timeout=BEAT_SECONDS
                        )
                        yield json.loads(message["data"]) if message else None
            except RedisError:
                self._seen(up=False)
                yield None
                await asyncio.sleep(2)

    def _seen(self, *, up: bool) -> None:
        if up != self.up:
            log.warning("live_updates", up=up)
        self.up = up

    async def aclose(self) -> None:
        """Let go of connections."""
        if self._redis is not None:
            await self._redis.aclose()
