"""Who owes, how they are reached, what they owe, and what they paid."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, Numeric, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, EmptyList, EmptyObject, Key

# The flag of who owes a debt that is too old to be sued for, as the lender's file says; no stop, unlike most.
TIME_BARRED = "time_barred"


class Borrower(Base):
    """A person with one or more accounts. `reference` is the lender's own number for them."""

    __tablename__ = "borrower"

    id: Mapped[Key]
    reference: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    language: Mapped[str]
    # ISO country or US-XX, CA-ON ...: which law applies.
    jurisdiction: Mapped[str]
    # IANA zone where the lender knows it, else None and the zone is inferred.
    zone: Mapped[str | None]
    zip_code: Mapped[str | None]
    # Flags of `kept decide` (attorney, bankruptcy, cease_all, inconvenient_time:09:00-17:00 ...), each with
    # the moment and the message that set it.
    flags: Mapped[EmptyObject]
    created_at: Mapped[datetime]


class IdentityFact(Base):
    """One fact only the borrower should know, as a keyed and salted hash; the fact itself is not kept."""

    __tablename__ = "identity_fact"

    borrower_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("borrower.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(primary_key=True)
    salt: Mapped[bytes]
    digest: Mapped[bytes]


class ContactPoint(Base):
    """One address on one channel. A stop is of the address, whoever holds it."""

    __tablename__ = "contact_point"
    __table_args__ = (UniqueConstraint("channel", "address"),)

    id: Mapped[Key]
    channel: Mapped[str]
    address: Mapped[str]
    # Set while the person there wants no messages on it; the stop that did it is in `consent_event`.
    opted_out_at: Mapped[datetime | None]
    # Set when the provider told that nothing can be delivered there (unknown number, blocked).
    unreachable_at: Mapped[datetime | None]
    unreachable_why: Mapped[str | None]
    created_at: Mapped[datetime]


def same_phone_as(here: ContactPoint) -> ColumnElement[bool]:
    """The address itself and, of a telephone number, every channel of it: SMS and WhatsApp ring in one pocket."""
    if here.address.startswith("+"):
        return ContactPoint.address == here.address
    return ContactPoint.id == here.id


class Reach(Base):
    """That a borrower can (or can no longer) be reached at a contact point, and by whose consent."""

    __tablename__ = "reach"

    borrower_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("borrower.id", ondelete="CASCADE"), primary_key=True
    )
    contact_point_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("contact_point.id", ondelete="CASCADE"), primary_key=True
    )
    # active | pending (new, unproven) | set_aside (replaced) | wrong_party (somebody else's)
    status: Mapped[str] = mapped_column(default="active")
    # Where consent to be written to here comes from, and when; None is no consent.
    consent_source: Mapped[str | None]
    consent_at: Mapped[datetime | None]
    rank: Mapped[int] = mapped_column(default=0)
    # When the lender's file told another address in its place; one that it tells again is in use again.
    retold_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("status in ('active','pending','set_aside','wrong_party')", name="status"),
        Index("ix_reach_contact_point_id", "contact_point_id"),
    )


class Account(Base):
    """One loan. `balance` is what the ledger says is owed now."""

    __tablename__ = "account"

    id: Mapped[Key]
    reference: Mapped[str] = mapped_column(unique=True)
    borrower_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("borrower.id", ondelete="CASCADE"), index=True)
    lender: Mapped[str]
    product: Mapped[str]
    # What is owed now, its parts (principal, interest, fees) where the lender gives them.
    balance: Mapped[Decimal] = mapped_column(Numeric(18, 4))
    # The balance as the ledger's file last told it; payments booked since are not in it.
    told_balance: Mapped[Decimal] = mapped_column(Numeric(18, 4), server_default="0")
    # The day that the file gave this balance for: payments up to it are in it. None where it gave none.
    balance_on: Mapped[date | None]
    # What was gone from the told balance on a day without a payment that explains it: on, amount.
    falls: Mapped[EmptyList]
    parts: Mapped[EmptyObject]
    currency: Mapped[str]
    due_on: Mapped[date]
    collector_type: Mapped[str] = mapped_column(default="first_party")
    # open | paid | closed
    status: Mapped[str] = mapped_column(default="open")
    # Reasons for which nothing is asked for until a person lifts them: disputed, hardship, paid_claim ...
    holds: Mapped[EmptyObject]
    updated_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("status in ('open','paid','closed')", name="status"),
        Index("ix_account_due", "due_on", postgresql_where="status = 'open'"),
    )


class Payment(Base):
    """Money that the lender's ledger has booked; told twice for one account, it counts once."""

    __tablename__ = "payment"
    __table_args__ = (UniqueConstraint("account_id", "reference"),)

    id: Mapped[Key]
    reference: Mapped[str]
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    amount: Mapped[Decimal] = mapped_column(Numeric(18, 4))
    currency: Mapped[str]
    paid_on: Mapped[date]
    booked_at: Mapped[datetime]


class SetAside(Base):
    """A row of an import that could not be read, kept for a person to mend."""

    __tablename__ = "set_aside"

    id: Mapped[Key]
    source: Mapped[str]
    line: Mapped[int]
    field: Mapped[str]
    reason: Mapped[str]
    remedy: Mapped[str]
    row: Mapped[dict[str, Any]]
    at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("source", "line", "field"),)


class ConsentEvent(Base):
    """Every change of what a contact point or borrower allows; never changed, only added to."""

    __tablename__ = "consent_event"

    id: Mapped[Key]
    at: Mapped[datetime]
    contact_point_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contact_point.id"), index=True)
    borrower_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("borrower.id"), index=True)
    # opted_out | opted_in | cease | wrong_party | consent | preference | provider_block
    kind: Mapped[str]
    # Who or what it comes from: keyword, assistant, agent, provider, import.
    source: Mapped[str]
    inbound_id: Mapped[uuid.UUID | None]
    detail: Mapped[EmptyObject]


class ContactChange(Base):
    """A new phone, e-mail, address, employer or name that a borrower gave; used once proven."""

    __tablename__ = "contact_change"

    id: Mapped[Key]
    borrower_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("borrower.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    value: Mapped[str]
    # pending | confirmed | refused | superseded (by a later one of its kind)
    status: Mapped[str] = mapped_column(default="pending")
    inbound_id: Mapped[uuid.UUID | None]
    at: Mapped[datetime]
    # Where it was given, the address that it leads to, and whether it takes the old one's place.
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("conversation.id"))
    contact_point_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contact_point.id"), index=True)
    replaces: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    # The code that is out (its keyed hash), until when it counts, how many were sent and how many came back wrong.
    code_digest: Mapped[bytes | None]
    code_runs_out_at: Mapped[datetime | None]
    codes_sent: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    wrong_codes: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    # When and by what it was settled: code, there, on file before, agent NAME.
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("status in ('pending','confirmed','refused','superseded')", name="status"),
    )


class PreferenceRule(Base):
    """When, where or how a borrower wants (not) to be contacted: rules of the gate."""

    __tablename__ = "preference_rule"

    id: Mapped[Key]
    borrower_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("borrower.id", ondelete="CASCADE"), index=True)
    zone: Mapped[str]
    windows: Mapped[EmptyList]
    channel_wanted: Mapped[str | None]
    channel_unwanted: Mapped[str | None]
    inbound_id: Mapped[uuid.UUID | None]
    at: Mapped[datetime]
    lifted_at: Mapped[datetime | None]
