"""Identity facts: kept as keyed, salted hashes only, compared in constant time."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from collections.abc import Sequence

from sqlalchemy import select

from storage.database import Work
from storage.people import IdentityFact

KINDS = ("dob", "postcode", "id_last4")


def digest(key: bytes, salt: bytes, kind: str, value: str) -> bytes:
    """Hash one fact. `key` is the service's secret: facts are short, a salt alone could be tried through."""
    return hmac.new(key, salt + kind.encode() + b"\0" + value.encode(), hashlib.sha256).digest()


def sealed(key: bytes, kind: str, value: str) -> tuple[bytes, bytes]:
    """A fresh salt, and the hash under it."""
    salt = secrets.token_bytes(16)
    return salt, digest(key, salt, kind, value)


async def facts_of(work: Work, borrower_id: uuid.UUID) -> Sequence[IdentityFact]:
    """What is on file to check the borrower by."""
    rows = await work.session.scalars(
        select(IdentityFact).where(IdentityFact.borrower_id == borrower_id).order_by(IdentityFact.kind)
    )
    return rows.all()


def matches(key: bytes, fact: IdentityFact, value: str) -> bool:
    """Whether `value` (in its canonical form) is the fact."""
    return hmac.compare_digest(fact.digest, digest(key, fact.salt, fact.kind, value))
