"""How Alembic reaches the database: one synchronous connection, one transaction for all steps."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine

import storage.attachments
import storage.duties
import storage.letters
import storage.liftings
import storage.mailboxes
import storage.overrides
import storage.people
import storage.stops_kept
import storage.talk
import storage.tokens
import storage.work
from storage.base import Base

__all__ = ["storage"]


def _ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
    """Leave alone what is not ours, the job engine's and the assistant's own tables, and indexes that a server may lack."""
    apart = {"table": ("procrastinate_", "events"), "index": ("ix_search_",)}
    return not (name or "").startswith(apart.get(kind, ("\0",)))


engine = create_engine(context.config.attributes["url"])
with engine.begin() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, include_object=_ours)
    context.run_migrations()
engine.dispose()
