"""The assistant forgets conversations: its own memory of them, and the locks that name them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from itertools import batched

import redis.asyncio
import redis.exceptions

from core.errors import Unavailable
from gateway.services import Services
from storage import assistant_memory

# As the assistant's own settings name them, and Rasa's lock store after that.
LOCK = "keptrasa:lock:"
_AT_ONCE = 5_000
_ANSWERS_WITHIN = 10


async def forget(services: Services, conversations: Sequence[uuid.UUID]) -> int:
    """Take these conversations out of the assistant's memory; how many of them it still held something of.

    Each of those leaves an entry in the audit. Raises `Unavailable` where the memory is not reached, because no address
    is given or none answers: what was asked for is then still to be done.
    """
    given = services.settings.environment
    url = given.get("KEPT_RASA_DATABASE_URL")
    if not url:
        raise Unavailable(
            "The assistant's memory was not reached: KEPT_RASA_DATABASE_URL is not set.",
            remedy="Set it as for the assistant.",
        )
    gone = await assistant_memory.forget(url, conversations)
    async with services.database.begin() as work:
        for conversation, events in gone.items():
            work.audit("conversation.forgotten", conversation, events=events)
    await _unlock(given, conversations)
    return len(gone)


async def _unlock(given: Mapping[str, str], conversations: Sequence[uuid.UUID]) -> None:
    """Take out the locks; without Redis they stood in the assistant's process alone."""
    url = given.get("KEPT_RASA_REDIS_URL") or given.get("KEPT_REDIS_URL")
    if not url:
        return
    client = redis.asyncio.Redis.from_url(
        url, socket_timeout=_ANSWERS_WITHIN, socket_connect_timeout=_ANSWERS_WITHIN
    )
    try:
        for some in batched(conversations, _AT_ONCE):
            await client.delete(*(f"{LOCK}{one}" for one in some))
    except redis.exceptions.RedisError as error:
        raise Unavailable(
            f"The assistant's locks do not answer ({type(error).__name__}).",
            remedy="Check KEPT_RASA_REDIS_URL (or KEPT_REDIS_URL) and that its server runs.",
        ) from error
    finally:
        await client.aclose()
