"""Tokens: those of providers, which all processes share, and those of ours, which count once."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.database import Work


class AccessToken(Base):
    """A provider's token, sealed; without a value until somebody has fetched it."""

    __tablename__ = "access_token"

    provider: Mapped[str] = mapped_column(primary_key=True)
    sealed: Mapped[bytes | None]
    expires_at: Mapped[datetime | None]


class RedeemedToken(Base):
    """A token of ours that has been used; of the token itself only its hash is here."""

    __tablename__ = "redeemed_token"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class Invitation(Base):
    """A link of ours that leads a borrower to a channel; of its token only the hash is here."""

    __tablename__ = "invitation"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    borrower_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("borrower.id", ondelete="CASCADE"), index=True)
    channel: Mapped[str]
    # The conversation that goes on there, and where it then went on.
    continues: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("conversation.id"), index=True)
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("conversation.id"))
    made_by: Mapped[str]
    at: Mapped[datetime]
    opened_at: Mapped[datetime | None]


async def shared(work: Work, provider: str) -> AccessToken | None:
    """The provider's token as it stands, without waiting for anybody who is renewing it."""
    found: AccessToken | None = await work.session.scalar(
        select(AccessToken).where(AccessToken.provider == provider)
    )
    return found


async def to_renew(work: Work, provider: str) -> AccessToken:
    """The provider's token, locked until the end of the transaction: one process at a time renews it."""
    await work.session.execute(insert(AccessToken).values(provider=provider).on_conflict_do_nothing())
    found = await work.session.scalar(
        select(AccessToken)
        .where(AccessToken.provider == provider)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    assert found is not None
    return found


async def redeem(work: Work, token_hash: bytes, *, remembered_for: timedelta) -> bool:
    """Use a token up; False when it was used before. What is older than `remembered_for` is forgotten."""
    await work.session.execute(delete(RedeemedToken).where(RedeemedToken.at < work.now - remembered_for))
    used = await work.session.scalar(
        insert(RedeemedToken)
        .values(token_hash=token_hash, at=work.now)
        .on_conflict_do_nothing()
        .returning(RedeemedToken.token_hash)
    )
    return used is not None


def invite(
    work: Work,
    token_hash: bytes,
    *,
    borrower_id: uuid.UUID,
    channel: str,
    made_by: str,
    continues: uuid.UUID | None,
) -> None:
    """Write down what a link was made for, and by whom."""
    work.session.add(
        Invitation(
            token_hash=token_hash,
            borrower_id=borrower_id,
            channel=channel,
            continues=continues,
            made_by=made_by,
            at=work.now,
        )
    )
    work.audit("link.made", borrower_id, channel=channel, by=made_by)


async def is_used(work: Work, token_hash: bytes) -> bool:
    """Whether a token has been used up; looking changes nothing."""
    return await work.session.get(RedeemedToken, token_hash) is not None


async def invitation(work: Work, token_hash: bytes) -> Invitation | None:
    """What a link was made for, locked; None for a token that nobody wrote down."""
    found: Invitation | None = await work.session.scalar(
        select(Invitation).where(Invitation.token_hash == token_hash).with_for_update()
    )
    return found
