"""Links of the audit recomputed, from the database or from a file: pure, so that it can be done anywhere.

`hash = SHA-256(previous hash + canonical)`, where `canonical` is the JSON object {at, body, kind, subject} in
UTF-8 with sorted keys, no blanks, and `at` in ISO 8601 in UTC. The first entry follows 32 zero bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from operator import itemgetter
from typing import Any, NamedTuple

import orjson

from core.errors import Invalid

GENESIS = bytes(32)
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class Link(NamedTuple):
    """One entry as it stands in the chain; `at` as in the canonical form."""

    number: int
    at: str
    kind: str
    subject: str
    body: dict[str, Any]
    previous: bytes
    hash: bytes


@dataclass(frozen=True)
class Verdict:
    """What a walk found: how many links hold, the first broken one, the last hash, whether `seen` was met."""

    entries: int
    broken_at: int | None = None
    why: str = ""
    last: bytes = GENESIS
    seen: bool = True


class Walk:
    """A walk along the chain, page by page."""

    def __init__(self, *, seen: bytes | None = None) -> None:
        self._previous = GENESIS
        self._seen = seen
        self._met = seen is None
        self._count = 0
        self._broken: tuple[int, str] | None = None

    def take(self, page: Sequence[Link]) -> bool:
        """Recompute these links; False at the first that does not hold, where the walk ends."""
        for entry in page:
            if entry.previous != self._previous:
                self._broken = (entry.number, "does not follow the entry before it")
                return False
            if not holds(entry):
                self._broken = (entry.number, "was changed after it was written")
                return False
            self._previous = entry.hash
            self._count += 1
        self._met = self._met or any(entry.hash == self._seen for entry in page)
        return True

    def verdict(self) -> Verdict:
        """What was found so far."""
        number, why = self._broken or (None, "")
        return Verdict(self._count, number, why, self._previous, self._met)


def canonical(entry: dict[str, Any]) -> bytes:
    """What an entry's hash covers beside the hash before it: `entry` is {at, body, kind, subject}."""
    return _encode(entry).encode()


def holds(entry: Link) -> bool:
    """Whether the hash is that of the entry: by the quick writer of JSON, and where the two may differ (a float,
    a number of more than 64 bits), by the plain one."""
    told = {"at": entry.at, "body": entry.body, "kind": entry.kind, "subject": entry.subject}
    try:
        quick = orjson.dumps(told, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        quick = b""
    return (
        entry.hash == hashlib.sha256(entry.previous + quick).digest()
        or entry.hash == hashlib.sha256(entry.previous + canonical(told)).digest()
    )


def sealed(seal: bytes, content: str) -> str:
    """The hash of a content under its own seal: once the seal is thrown away, the hash tells nothing of it."""
    return hashlib.sha256(seal + content.encode()).hexdigest()


def written(entry: Link) -> dict[str, Any]:
    """An entry for a file: the hashes in hexadecimal."""
    return {**entry._asdict(), "previous": entry.previous.hex(), "hash": entry.hash.hex()}


def read_lines(lines: Iterable[str], size: int = 5_000) -> Iterator[list[Link]]:
    """A chain's file, one entry a line, page by page; raise `Invalid` where a line is none."""
    for number, page in enumerate(batched(lines, size)):
        found: list[Link] = []
        for line in page:
            try:
                found.append(as_link(orjson.loads(line)))
            except ValueError as error:
                raise Invalid(
                    f"line {number * size + len(found) + 1}",
                    "this is no entry of an audit.",
                    remedy="Give the file as `kept audit chain` wrote it.",
                ) from error
        yield found


_told = itemgetter(*Link._fields)


def as_link(told: Any) -> Link:
    """An entry from a file; raise `ValueError` where it is none."""
    try:
        number, at, kind, subject, body, previous, digest = _told(told)
    except (KeyError, TypeError) as error:
        raise ValueError("not an entry") from error
    right = type(number) is int and type(body) is dict and len(told) == len(Link._fields)
    if not (right and type(at) is str and type(kind) is str and type(subject) is str):
        raise ValueError("not an entry")
    if not (type(previous) is str and type(digest) is str):
        raise ValueError("not an entry")
    return Link(number, at, kind, subject, body, bytes.fromhex(previous), bytes.fromhex(digest))
