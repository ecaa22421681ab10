"""A letter as it is laid out: blocks in order, words only. What is said stands in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A line that stands out."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Words. `strong`: what must not be overlooked."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Sums:
    """What adds up: a label and an amount a line; the last line is their total where `total` says so."""

    lines: tuple[tuple[str, str], ...]
    total: bool = True


@dataclass(frozen=True)
class Boxes:
    """Answers to tick; `inner` marks one that belongs to the answer above it."""

    items: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class CutHere:
    """Where the part to send back begins. It is kept on one page; `left` and `right` are the addresses on it."""

    text: str
    left: tuple[str, ...]
    right: tuple[str, ...]


type Block = Heading | Paragraph | Bullets | Sums | Boxes | CutHere


@dataclass(frozen=True)
class Sheet:
    """One letter in one language: who writes and how to reach them, to whom, what. Lines are never empty.

    `title` names the file's content for screen readers; `foot` stands below every page.
    """

    language: str
    title: str
    writer: tuple[str, ...]
    recipient: tuple[str, ...]
    about: tuple[str, ...]
    blocks: tuple[Block, ...]
    foot: str
