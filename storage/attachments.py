"""Files that people send: waited for, fetched once, kept apart from the messages, and let go after their time."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from core.errors import NotFound
from storage.base import Base, Key
from storage.conversations import Received
from storage.database import Work


class Attachment(Base):
    """A file that came with a message. `source` is the provider's own handle of it, never shown to anyone."""

    __tablename__ = "attachment"

    id: Mapped[Key]
    inbound_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("inbound.id", ondelete="CASCADE"))
    position: Mapped[int]
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id", ondelete="CASCADE"))
    borrower_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("borrower.id", ondelete="CASCADE"), index=True
    )
    channel: Mapped[str]
    source: Mapped[str]
    # waiting | kept | refused (not of a kind that is taken) | missing (never handed over) | expired
    state: Mapped[str] = mapped_column(default="waiting")
    why: Mapped[str | None]
    # By the file's own first bytes; nothing that anybody said of it.
    content_type: Mapped[str | None]
    size: Mapped[int | None]
    sha256: Mapped[str | None]
    tries: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime]
    kept_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("inbound_id", "position"),
        CheckConstraint("state in ('waiting','kept','refused','missing','expired')", name="state"),
        Index("ix_attachment_conversation_id", "conversation_id"),
        Index("ix_attachment_expiry", "expires_at", postgresql_where="state = 'kept'"),
    )


class AttachmentBody(Base):
    """The bytes of a file, in a table of their own: nothing that lists files reads them."""

    __tablename__ = "attachment_body"

    attachment_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("attachment.id", ondelete="CASCADE"), primary_key=True
    )
    body: Mapped[bytes]


async def expect(work: Work, received: Received, sources: Sequence[str]) -> list[Attachment]:
    """Note the files of a message that was just stored, in its transaction."""
    rows = [
        Attachment(
            id=uuid.uuid4(),
            inbound_id=received.inbound.id,
            position=position,
            conversation_id=received.conversation.id,
            borrower_id=received.conversation.borrower_id,
            channel=received.inbound.channel,
            source=source,
            state="waiting",
            tries=0,
            asked_at=work.now,
        )
        for position, source in enumerate(sources)
    ]
    work.session.add_all(rows)
    await work.session.flush()
    return rows


async def load(work: Work, attachment_id: uuid.UUID, *, lock: bool = False) -> Attachment:
    """One file's row; raise `NotFound`."""
    query = select(Attachment).where(Attachment.id == attachment_id)
    found = await work.session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound("There is no such file.")
    return found


async def keep(work: Work, row: Attachment, content_type: str, body: bytes, *, keep_for: timedelta) -> None:
    """Keep the bytes of a file; what is kept already stays."""
    if row.state == "kept":
        return
    row.state, row.why = "kept", None
    row.content_type, row.size = content_type, len(body)
    row.sha256 = hashlib.sha256(body).hexdigest()
    row.kept_at, row.expires_at = work.now, work.now + keep_for
    work.session.add(AttachmentBody(attachment_id=row.id, body=body))
    work.audit(
        "attachment.kept",
        row.id,
        inbound=str(row.inbound_id),
        type=content_type,
        sha256=row.sha256,
        size=row.size,
    )


def give_up(work: Work, row: Attachment, state: str, why: str) -> None:
    """A file that will not be kept: `refused` for what it is, `missing` when it never came."""
    row.state, row.why = state, why
    work.audit(f"attachment.{state}", row.id, inbound=str(row.inbound_id))


async def body_of(work: Work, row: Attachment, agent_id: uuid.UUID) -> bytes:
    """The bytes, for an agent who looks at them, which the audit keeps; raise `NotFound` once they are gone."""
    found = await work.session.scalar(
        select(AttachmentBody.body).where(AttachmentBody.attachment_id == row.id)
    )
    if row.state != "kept" or found is None:
        raise NotFound("The file is not here.", remedy="Ask for it again, if it is still needed.")
    work.audit("attachment.opened", row.id, agent=str(agent_id))
    return found


async def of_conversation(work: Work, conversation_id: uuid.UUID) -> dict[uuid.UUID, list[Attachment]]:
    """The files of a conversation, by the message they came with."""
    rows = await work.session.scalars(
        select(Attachment)
        .where(Attachment.conversation_id == conversation_id)
        .order_by(Attachment.asked_at, Attachment.position)
    )
    found: dict[uuid.UUID, list[Attachment]] = {}
    for row in rows:
        found.setdefault(row.inbound_id, []).append(row)
    return found


async def expire(work: Work, *, limit: int = 200) -> int:
    """Let go of the bytes whose time is over; how many there were."""
    due = (
        await work.session.scalars(
            select(Attachment.id)
            .where(Attachment.state == "kept", Attachment.expires_at <= work.now)
            .order_by(Attachment.expires_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
    ).all()
    if due:
        await work.session.execute(delete(AttachmentBody).where(AttachmentBody.attachment_id.in_(due)))
        await work.session.execute(update(Attachment).where(Attachment.id.in_(due)).values(state="expired"))
        for attachment_id in due:
            work.audit("attachment.expired", attachment_id)
    return len(due)
