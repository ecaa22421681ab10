"""What the assistant remembers of conversations: rows of Rasa's own tracker store, in a database of its own.

The table and its columns are Rasa's (`rasa.core.tracker_store.SQLTrackerStore.SQLEvent`); `sender_id` is the id of our
conversation, as the gateway gives it.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from itertools import batched

import psycopg

from core.errors import Unavailable
from storage.database import plain_url

_AT_ONCE = 5_000
_ANSWERS_WITHIN = 10
_THERE = "SELECT to_regclass('events') IS NOT NULL"
_FORGET = "DELETE FROM events WHERE sender_id = ANY(%s) RETURNING sender_id"


async def forget(url: str, conversations: Sequence[uuid.UUID]) -> Counter[uuid.UUID]:
    """Take out all that the assistant remembers of these conversations; how many events of each that were.

    `url` is as in KEPT_RASA_DATABASE_URL. A database that holds no memory yet has nothing to forget. Raises
    `Unavailable` where it is not reached or refuses: then nothing is forgotten.
    """
    gone: Counter[uuid.UUID] = Counter()
    try:
        async with await psycopg.AsyncConnection.connect(
            plain_url(url), connect_timeout=_ANSWERS_WITHIN
        ) as connection:
            if (await (await connection.execute(_THERE)).fetchone()) != (True,):
                return gone
            for some in batched(conversations, _AT_ONCE):
                rows = await connection.execute(_FORGET, [[str(one) for one in some]])
                gone.update(uuid.UUID(sender) for (sender,) in await rows.fetchall())
    except psycopg.Error as error:
        raise Unavailable(
            f"The assistant's memory does not answer ({type(error).__name__}).",
            remedy="Check KEPT_RASA_DATABASE_URL and that its server runs.",
        ) from error
    return gone
