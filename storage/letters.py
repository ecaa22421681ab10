"""Letters that left: what each said, as it was, on what facts, by which rules, and who answers for it."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from core.errors import NotFound
from core.messages import Enclosure
from storage.base import Base, EmptyList, EmptyObject, Key
from storage.database import Work
from storage.people import Account
from storage.talk import Outbound

PDF = "application/pdf"
# What the message says that a letter is attached to.
ENCLOSING = "letter.enclosed"


class Letter(Base):
    """One letter as it was handed out to be posted, or attached to an e-mail. `key` makes it once."""

    __tablename__ = "letter"

    id: Mapped[Key]
    key: Mapped[str] = mapped_column(unique=True)
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id", ondelete="CASCADE"))
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    duty_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("duty.id"))
    # The message that it is attached to; none where it goes on paper.
    outbound_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("outbound.id"), index=True)
    form: Mapped[str]
    language: Mapped[str]
    # paper | email
    way: Mapped[str]
    # What it says, by the names in the catalogue; what let it out, and in which versions.
    facts: Mapped[EmptyObject]
    rules: Mapped[EmptyList]
    versions: Mapped[EmptyObject]
    sha256: Mapped[str]
    body: Mapped[bytes | None]
    made_at: Mapped[datetime]
    made_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("agent.id"))

    __table_args__ = (
        CheckConstraint("way in ('paper','email')", name="way"),
        Index("ix_letter_conversation_id", "conversation_id", "made_at"),
    )


@dataclass(frozen=True)
class Made:
    """A letter, and the state of the message that it is attached to."""

    letter: Letter
    state: str | None

    @property
    def left(self) -> bool:
        """Whether it was let out: handed out for the post, or taken by the mail server for all that we know."""
        return self.letter.way == "paper" or self.state in ("sent", "sending", "unknown")


_WITH_ITS_MESSAGE = select(Letter, Outbound.state).outerjoin(Outbound, Outbound.id == Letter.outbound_id)


async def keep(
    work: Work,
    *,
    key: str,
    conversation_id: uuid.UUID,
    account_id: uuid.UUID,
    duty_id: uuid.UUID | None,
    form: str,
    language: str,
    way: str,
    facts: Mapping[str, Any],
    rules: Sequence[Mapping[str, str]],
    versions: Mapping[str, str],
    body: bytes,
    made_by: uuid.UUID,
) -> Letter:
    """Keep a letter as it was written."""
    row = Letter(
        id=uuid.uuid4(),
        key=key,
        conversation_id=conversation_id,
        account_id=account_id,
        duty_id=duty_id,
        form=form,
        language=language,
        way=way,
        facts=dict(facts),
        rules=[dict(rule) for rule in rules],
        versions=dict(versions),
        sha256=hashlib.sha256(body).hexdigest(),
        body=body,
        made_at=work.now,
        made_by=made_by,
    )
    work.session.add(row)
    await work.session.flush()
    work.audit(
        "letter.made",
        row.id,
        form=form,
        way=way,
        conversation=str(conversation_id),
        duty=str(duty_id) if duty_id else None,
        by=str(made_by),
        sha256=row.sha256,
        rules=[rule["id"] for rule in rules],
        versions=dict(versions),
    )
    return row


async def by_key(work: Work, key: str) -> Made | None:
    """The letter made under `key`, if it was."""
    rows = await work.session.execute(_WITH_ITS_MESSAGE.where(Letter.key == key))
    found = rows.one_or_none()
    return Made(*found) if found else None


async def of_conversation(work: Work, conversation_id: uuid.UUID) -> Sequence[Made]:
    """The letters of a conversation, the latest first; those that the gate stopped too."""
    rows = await work.session.execute(
        _WITH_ITS_MESSAGE.where(Letter.conversation_id == conversation_id).order_by(Letter.made_at.desc())
    )
    return [Made(*row) for row in rows.all()]


async def opened(work: Work, letter_id: uuid.UUID, agent_id: uuid.UUID) -> bytes:
    """The letter as it was, for an agent who looks at it, which the audit keeps.

    Raises `NotFound` where there is none, or where it was to go by e-mail and the gate did not let it.
    """
    rows = await work.session.execute(_WITH_ITS_MESSAGE.where(Letter.id == letter_id))
    found = rows.one_or_none()
    made = Made(*found) if found else None
    if made is None or not made.left or made.letter.body is None:
        raise NotFound("The letter is not here.")
    work.audit("letter.opened", letter_id, agent=str(agent_id))
    return made.letter.body


async def about_us(work: Work, lender: str, names: Sequence[str]) -> dict[str, Any]:
    """What the last letter for this lender said of `names`: facts about us, the same in every letter."""
    facts = await work.session.scalar(
        select(Letter.facts)
        .join(Account, Account.id == Letter.account_id)
        .where(Account.lender == lender, Letter.body.is_not(None))
        .order_by(Letter.made_at.desc())
        .limit(1)
    )
    return {name: facts[name] for name in names if name in facts} if facts else {}


async def enclosed(work: Work, message: Outbound) -> tuple[Enclosure, ...]:
    """The files that go with a message: the letter that it says is attached."""
    if not any(say["key"] == ENCLOSING for say in message.says):
        return ()
    rows = await work.session.scalars(select(Letter).where(Letter.outbound_id == message.id))
    return tuple(Enclosure(f"{row.form}.pdf", PDF, row.body) for row in rows if row.body is not None)
