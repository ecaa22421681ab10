"""Proof that a new address is the borrower's: a short code that is sent there and comes back from the borrower."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from core.messages import Channel

FIGURES = 6
LASTS = timedelta(hours=24)
MOST_WRONG = 3
MOST_SENT = 3

# How a kind of contact is written to when it is proven; what is not here, a person checks.
CHANNEL_OF = {"phone": Channel.SMS, "email": Channel.EMAIL}
# Questions to which six figures may be the answer without being a code.
_OF_FIGURES = frozenset({"identity", "case_details", "amount", "clarify_amount"})

type Answer = Literal["right", "wrong", "late"]


@dataclass(frozen=True)
class Awaited:
    """A new address whose code is out. `digest` is of the code, under a key of the service."""

    change_id: uuid.UUID
    kind: str
    value: str
    digest: bytes
    runs_out_at: datetime
    wrong_codes: int
    codes_sent: int


@dataclass(frozen=True)
class Proof:
    """What a message says of an address that waits for its proof; `here` is true where it comes from there."""

    change_id: uuid.UUID
    value: str
    here: bool
    answer: Answer | None
    # Wrong codes, and further codes, that are still allowed.
    tries_left: int
    codes_left: int


def fresh_code() -> str:
    """A code of six figures that nobody can guess."""
    return f"{secrets.randbelow(10**FIGURES):0{FIGURES}d}"


def digest(key: bytes, change_id: uuid.UUID, code: str) -> bytes:
    """What is kept of a code: worth nothing without the service's key, and for this change only."""
    return hmac.new(key, change_id.bytes + code.encode(), hashlib.sha256).digest()


def codes_in(text: str) -> tuple[str, ...]:
    """Every group of six figures in the text, also when written in two halves ("482 913")."""
    folded = unicodedata.normalize("NFKC", text)
    return tuple(
        re.sub(r"\D", "", found)
        for found in re.findall(r"(?<![\d.,+])(?<!\d[ -])\d{3}[ -]?\d{3}(?![ -]?\d|[.,]\d)", folded)
    )


def looked_at(
    text: str, awaited: Awaited, *, key: bytes, now: datetime, asked: str | None, here: bool
) -> Proof:
    """What `text` says of an awaited code, when the question `asked` is open.

    Another code than the one that was sent is a wrong one only where nothing else is meant by six figures.
    """
    said = codes_in(text)
    answer: Answer | None = None
    if any(hmac.compare_digest(awaited.digest, digest(key, awaited.change_id, code)) for code in said):
        answer = "right" if now < awaited.runs_out_at else "late"
    elif said and (asked == "contact_code" or (_is_bare(text) and asked not in _OF_FIGURES)):
        answer = "wrong"
    return Proof(
        change_id=awaited.change_id,
        value=awaited.value,
        here=here,
        answer=answer,
        tries_left=MOST_WRONG - awaited.wrong_codes,
        codes_left=MOST_SENT - awaited.codes_sent,
    )


def _is_bare(text: str) -> bool:
    return not re.search(r"[^\W\d_]|[$€£¥]", unicodedata.normalize("NFKC", text))
