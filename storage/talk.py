"""Conversations: what was said, by whom, in which turn, and what came of it."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    Numeric,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, EmptyList, EmptyObject, Key


class Conversation(Base):
    """What passes between us and one contact point about one borrower (none: an unknown sender)."""

    __tablename__ = "conversation"

    id: Mapped[Key]
    contact_point_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("contact_point.id"), index=True)
    borrower_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("borrower.id"), index=True)
    language: Mapped[str]
    # Set once the borrower chose the language; until then it follows the messages.
    language_chosen: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    # unverified | verified | failed (locked) | third_party
    identity: Mapped[str] = mapped_column(default="unverified")
    verified_until: Mapped[datetime | None]
    identity_attempts: Mapped[int] = mapped_column(default=0)
    # What was last asked, drafts, where to go on: written by the turn, in the turn's transaction.
    dialogue: Mapped[EmptyObject]
    # Who speaks: assistant | queue | agent. The lease is taken by compare-and-set and runs out.
    held_by: Mapped[str] = mapped_column(default="assistant")
    agent_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agent.id"))
    # The person in charge of this borrower, where the lender named one.
    assigned_to: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agent.id"))
    lease_until: Mapped[datetime | None]
    # Rises with every change of holder: what was decided under an older one may no longer speak.
    lease_number: Mapped[int] = mapped_column(default=0)
    last_inbound_at: Mapped[datetime | None]
    last_outbound_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("contact_point_id", "borrower_id", postgresql_nulls_not_distinct=True),
        CheckConstraint("identity in ('unverified','verified','failed','third_party')", name="identity"),
        CheckConstraint("held_by in ('assistant','queue','agent')", name="held_by"),
        Index("ix_conversation_waiting", "held_by", postgresql_where="held_by <> 'assistant'"),
    )

    def identity_at(self, now: datetime) -> str:
        """Who is taken to write here; a proof that has run out, or never had an end, is none."""
        lasts = self.verified_until is not None and self.verified_until > now
        return "unverified" if self.identity == "verified" and not lasts else self.identity


class Inbound(Base):
    """A message from a person, stored once under its provider's id."""

    __tablename__ = "inbound"

    id: Mapped[Key]
    number: Mapped[int] = mapped_column(BigInteger, Identity(), unique=True)
    channel: Mapped[str]
    provider_id: Mapped[str]
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"))
    # What the provider's later events (an edit) call the message, where that is not `provider_id`.
    handle: Mapped[str | None]
    kind: Mapped[str]
    text: Mapped[str]
    # What the hash of the text in the audit was made with; thrown away, the hash tells nothing.
    seal: Mapped[bytes | None]
    media: Mapped[EmptyList]
    received_at: Mapped[datetime]
    # The choice of ours that was named by its number ("2"), in its own words.
    meant: Mapped[str | None]
    # What the words of law heard in it (opt_out, opt_in, help), before any model.
    heard: Mapped[str | None]
    intent: Mapped[str | None]
    confidence: Mapped[float | None]
    turn_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("turn.id"))

    @property
    def said(self) -> str:
        """The message in words: what was written, or the choice whose number was."""
        return self.meant or self.text

    __table_args__ = (
        UniqueConstraint("channel", "provider_id"),
        Index("ix_inbound_conversation", "conversation_id", "number"),
        Index("ix_inbound_waiting", "conversation_id", postgresql_where="turn_id is null"),
    )


class Turn(Base):
    """One or more messages answered together. `outcome` is what the assistant decided, kept so that a turn
    that is run again ends as it did the first time."""

    __tablename__ = "turn"

    id: Mapped[Key]
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"), index=True)
    started_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    intent: Mapped[str | None]
    confidence: Mapped[float | None]
    outcome: Mapped[dict[str, Any] | None]
    finished_at: Mapped[datetime | None]


class Outbound(Base):
    """A message of ours, from its plan to its receipt."""

    __tablename__ = "outbound"

    id: Mapped[Key]
    number: Mapped[int] = mapped_column(BigInteger, Identity(), unique=True)
    # The same key is the same message: planned once, sent at most once.
    key: Mapped[str] = mapped_column(unique=True)
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"))
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    turn_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("turn.id"))
    agent_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agent.id"))
    purpose: Mapped[str]
    # What is said: catalogue keys and their parameters, or an agent's own words in `text`.
    says: Mapped[EmptyList]
    text: Mapped[str | None]
    language: Mapped[str | None]
    asks: Mapped[EmptyList]
    offers: Mapped[EmptyList]
    discloses: Mapped[bool] = mapped_column(default=False)
    # The answers that it suggests by buttons or numbers, in the order in which they are shown.
    choices: Mapped[EmptyList]
    segments: Mapped[int] = mapped_column(default=0)
    # planned | sending | unknown | sent | failed | blocked | deferred
    state: Mapped[str] = mapped_column(default="planned")
    delivery: Mapped[str | None]
    provider_id: Mapped[str | None] = mapped_column(index=True)
    error: Mapped[str | None]
    decision_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("decision.id"))
    planned_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    # Drawn when it is sent: the audit holds text and receipt as hashes under it; it goes when they are erased.
    seal: Mapped[bytes | None]

    __table_args__ = (
        CheckConstraint(
            "state in ('planned','sending','unknown','sent','failed','blocked','deferred')", name="state"
        ),
        # Nothing leaves without the decision that let it go.
        CheckConstraint(
            "state not in ('sending','unknown','sent') or decision_id is not null", name="sent_needs_decision"
        ),
        Index("ix_outbound_conversation", "conversation_id", "number"),
    )


class Decision(Base):
    """Why a message was let go, put off or stopped: every rule that spoke, and the facts it spoke on."""

    __tablename__ = "decision"

    id: Mapped[Key]
    at: Mapped[datetime]
    outcome: Mapped[str]
    next_allowed_at: Mapped[datetime | None]
    rules: Mapped[EmptyList]
    facts: Mapped[EmptyObject]
    versions: Mapped[EmptyObject]

    __table_args__ = (CheckConstraint("outcome in ('allow','defer','block')", name="outcome"),)


class DeliveryReport(Base):
    """What a provider told of a message; kept even before we know which message it is."""

    __tablename__ = "delivery_report"

    id: Mapped[Key]
    channel: Mapped[str]
    provider_id: Mapped[str]
    our_key: Mapped[str | None]
    state: Mapped[str]
    error: Mapped[str | None]
    # That the address is dead, or that the person there wants no more: for when the message is known.
    unreachable: Mapped[bool] = mapped_column(default=False)
    opted_out: Mapped[bool] = mapped_column(default=False)
    received_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("channel", "provider_id", "state"),)


class PromiseRow(Base):
    """A promise to pay, with the message that said it."""

    __tablename__ = "promise"

    id: Mapped[Key]
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("conversation.id"))
    # Promises made in one breath (instalments) share a number.
    agreement_id: Mapped[uuid.UUID]
    amount: Mapped[Decimal] = mapped_column(Numeric(18, 4))
    currency: Mapped[str]
    due_on: Mapped[date]
    method: Mapped[str | None]
    status: Mapped[str]
    inbound_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("inbound.id"))
    made_on: Mapped[date]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(
            "status in ('pending','confirmed','kept','partly_kept','broken','cancelled','superseded')",
            name="status",
        ),
        Index("ix_promise_due", "due_on", postgresql_where="status = 'confirmed'"),
    )


class Case(Base):
    """Work for a person: who waits, why, how urgent, what is known so far."""

    __tablename__ = "desk_case"

    id: Mapped[Key]
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"), index=True)
    queue: Mapped[str]
    priority: Mapped[str]
    reason: Mapped[str]
    details: Mapped[EmptyObject]
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    claimed_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agent.id"))
    # An agent that must not get it: the one complained of.
    not_for: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agent.id"))
    closed_at: Mapped[datetime | None]
    disposition: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("priority in ('normal','high','immediate')", name="priority"),
        Index("ix_desk_case_open", "queue", "opened_at", postgresql_where="closed_at is null"),
    )


class Fact(Base):
    """What a borrower told that is no promise: hardship, a payment claimed, a change asked for."""

    __tablename__ = "told"

    id: Mapped[Key]
    borrower_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("borrower.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    # hardship | paid_claim | promise_change | intention | danger
    kind: Mapped[str]
    detail: Mapped[EmptyObject]
    inbound_id: Mapped[uuid.UUID | None]
    at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
