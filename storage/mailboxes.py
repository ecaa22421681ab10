"""How far mailboxes have been read. One process at a time reads one."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.database import Work


class MailboxRead(Base):
    """A provider's mailbox: the position behind the last mail that was stored, as its channel writes it."""

    __tablename__ = "mailbox_read"

    provider: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[str] = mapped_column(default="")
    # How often the next mail could not be stored.
    tries: Mapped[int] = mapped_column(default=0)
    looked_at: Mapped[datetime | None]


async def hold(work: Work, provider: str) -> MailboxRead | None:
    """The mailbox's row, held until the end of the transaction; None while another process holds it."""
    lock = func.pg_try_advisory_xact_lock(func.hashtextextended(f"mailbox:{provider}", 0))
    if not await work.session.scalar(select(lock)):
        return None
    await work.session.execute(
        insert(MailboxRead).values(provider=provider, position="", tries=0).on_conflict_do_nothing()
    )
    found: MailboxRead | None = await work.session.scalar(
        select(MailboxRead)
        .where(MailboxRead.provider == provider)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found
