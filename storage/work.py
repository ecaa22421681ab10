"""What is still to be done, by whom, and the proof of what was done."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, EmptyObject, Key


class PlannedContact(Base):
    """A future message: its purpose, never its text. Decided and rendered when it falls due."""

    __tablename__ = "planned_contact"

    id: Mapped[Key]
    borrower_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("borrower.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    due_at: Mapped[datetime]
    # reminder | promise_reminder | promise_check | follow_up ...
    kind: Mapped[str]
    details: Mapped[EmptyObject]
    # The same purpose is planned once: 'campaign:early:<account>:<day>', 'promise:<id>:reminder' ...
    dedupe: Mapped[str] = mapped_column(unique=True)
    # waiting | queued | done | dropped
    state: Mapped[str] = mapped_column(default="waiting")
    why: Mapped[str | None]
    changed_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("state in ('waiting','queued','done','dropped')", name="state"),
        Index("ix_planned_contact_due", "due_at", postgresql_where="state = 'waiting'"),
    )


class CampaignRun(Base):
    """One run of a strategy."""

    __tablename__ = "campaign_run"

    id: Mapped[Key]
    strategy: Mapped[str]
    version: Mapped[str]
    day: Mapped[date]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    counts: Mapped[EmptyObject]


class DeadLetter(Base):
    """A job that was given up after its retries: a person sees it."""

    __tablename__ = "dead_letter"

    id: Mapped[Key]
    task: Mapped[str]
    arguments: Mapped[EmptyObject]
    error: Mapped[str]
    at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]


class Agent(Base):
    """A person who takes over conversations."""

    __tablename__ = "agent"

    id: Mapped[Key]
    username: Mapped[str] = mapped_column(unique=True)
    display_name: Mapped[str]
    password_hash: Mapped[str]
    # agent | supervisor
    role: Mapped[str] = mapped_column(default="agent")
    # The language that summaries are written in for them.
    language: Mapped[str] = mapped_column(default="en", server_default=text("'en'"))
    must_change_password: Mapped[bool] = mapped_column(default=False)
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("role in ('agent','supervisor')", name="role"),)


class AgentSession(Base):
    """A login. The token itself is in the agent's cookie; only its hash is here."""

    __tablename__ = "agent_session"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    agent_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agent.id", ondelete="CASCADE"))
    expires_at: Mapped[datetime]


class Note(Base):
    """What an agent wrote for other agents; never sent."""

    __tablename__ = "note"

    id: Mapped[Key]
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"), index=True)
    agent_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agent.id"))
    text: Mapped[str]
    at: Mapped[datetime]


class AuditEntry(Base):
    """One link of the chain. `hash` covers the entry and the hash before it; rows are only ever added."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    at: Mapped[datetime]
    kind: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    body: Mapped[EmptyObject]
    previous: Mapped[bytes]
    hash: Mapped[bytes]

    __table_args__ = (UniqueConstraint("previous"),)


class RefusedRequest(Base):
    """How many requests to a webhook were refused, by day and cause; nothing of the requests."""

    __tablename__ = "refused_request"

    day: Mapped[date] = mapped_column(primary_key=True)
    provider: Mapped[str] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class RateBucket(Base):
    """How many messages a sender has handed out in a window; used when no Redis is there."""

    __tablename__ = "rate_bucket"

    sender: Mapped[str] = mapped_column(primary_key=True)
    window: Mapped[datetime] = mapped_column(primary_key=True)
    count: Mapped[int]
