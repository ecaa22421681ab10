"""What a regulator reads of an export, part by part, in one order: set as a page by `audit_page`, on paper by tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

type Look = Literal["plain", "strong", "quiet", "code"]


@dataclass(frozen=True)
class Span:
    """Some words that look the same."""

    text: str
    look: Look = "plain"


@dataclass(frozen=True)
class Heading:
    """The name of a section."""

    text: str


@dataclass(frozen=True)
class Line:
    """A paragraph."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """Its words without their looks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Quote:
    """What somebody wrote, its line ends kept."""

    text: str


@dataclass(frozen=True)
class Grid:
    """A table; on paper its columns stand to each other as `widths` say."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Card:
    """One thing that happened: `kind` says in which way (in, allow, block, defer, none), `id` leads to it."""

    kind: str
    id: str
    parts: tuple[Line | Quote | Grid, ...]


type Part = Heading | Line | Grid | Card


def title(export: Mapping[str, Any]) -> str:
    """What an export is about, in one line."""
    return f"Contacts with borrower {export['borrower']['reference']}, {export['from']} to {export['to']}"


def parts(export: Mapping[str, Any]) -> Iterator[Part]:
    """All that an export of `storage.audit_export.of_borrower` says, the facts of decisions and full entries left out."""
    zone = ZoneInfo(export["zone"])
    who = export["borrower"]
    yield _line(
        f"{who['name']}, law of {who['jurisdiction']}, language {who['language']}. "
        f"All times are those of {export['zone']}; made {when(export['made_at'], zone)}."
    )
    yield _summary(export["messages"])
    yield Heading("Addresses and consent")
    yield _addresses(export["addresses"], zone)
    yield Heading("Accounts")
    yield _accounts(export["accounts"])
    yield Heading("Messages, the oldest first")
    for row in export["messages"]:
        yield _message(row, zone)
    yield Heading("Changes of consent, stops and wishes")
    yield Grid(
        ("when", "what", "by", "message"),
        (20, 34, 16, 30),
        tuple(
            (when(row["at"], zone), _kind(row), row["source"], row["message"] or "")
            for row in export["consents"]
        ),
    )
    yield Heading("Stopped texts that went to a second person")
    for row in export["overrides"]:
        yield _override(row, zone)
    yield Heading("Promises")
    yield Grid(
        ("made", "amount", "for", "state"),
        (25, 25, 25, 25),
        tuple(
            (when(row["at"], zone), f"{row['amount']} {row['currency']}", row["due_on"], row["status"])
            for row in export["promises"]
        ),
    )
    yield from _proof(export["chain"], zone)


def when(at: str | None, zone: ZoneInfo) -> str:
    """A moment of an export where the borrower is, to the second; nothing for none."""
    return datetime.fromisoformat(at).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S") if at else ""


def _line(*spans: str | Span) -> Line:
    return Line(tuple(Span(span) if isinstance(span, str) else span for span in spans))


def _summary(messages: Iterable[Mapping[str, Any]]) -> Line:
    rows = list(messages)
    ours = [row for row in rows if row["direction"] == "out"]
    sent = sum(row["state"] in ("sent", "unknown", "sending") for row in ours)
    blocked, deferred = (sum(row["state"] == state for row in ours) for state in ("blocked", "deferred"))
    return _line(
        Span(str(sent), "strong"),
        " messages sent, ",
        Span(str(len(rows) - len(ours)), "strong"),
        " received, ",
        Span(str(blocked), "strong"),
        " stopped and ",
        Span(str(deferred), "strong"),
        " put off by a rule.",
    )


def _addresses(rows: Iterable[Mapping[str, Any]], zone: ZoneInfo) -> Grid:
    return Grid(
        ("channel", "address", "state", "consent", "since", "opted out"),
        (11, 27, 13, 17, 16, 16),
        tuple(
            (
                row["channel"],
                row["address"],
                row["status"],
                row["consent_source"] or "none on file",
                when(row["consent_at"], zone),
                when(row["opted_out_at"], zone),
            )
            for row in rows
        ),
    )


def _accounts(rows: Iterable[Mapping[str, Any]]) -> Grid:
    return Grid(
        ("account", "lender", "collector", "state", "owed", "due"),
        (20, 20, 16, 12, 18, 14),
        tuple(
            (
                row["reference"],
                row["lender"],
                row["collector_type"],
                row["status"],
                f"{row['balance']} {row['currency']}",
                row["due_on"],
            )
            for row in rows
        ),
    )


def _message(row: Mapping[str, Any], zone: ZoneInfo) -> Card:
    at = Span(when(row["at"], zone), "strong")
    named = _line(Span(row["id"], "code"))
    if row["direction"] == "in":
        heard = f" Heard as: {row['heard']}." if row["heard"] else ""
        told = _line(at, f" received on {row['channel']} from {row['address']}.{heard}")
        return Card("in", row["id"], (told, *_quoted(row["text"]), named))
    decision = row["decision"]
    receipts = ", ".join(f"{told['state']} {when(told['at'], zone)}" for told in row["receipts"])
    told = _line(
        at,
        f" {row['state']} on {row['channel']} to {row['address']} by {row['by']}, purpose {row['purpose']}.",
    )
    return Card(
        decision["outcome"] if decision else "none",
        row["id"],
        (
            told,
            *_quoted(row["text"]),
            _line(f"Receipts: {receipts or row['delivery'] or 'none'}"),
            *_decided(decision, zone),
            named,
        ),
    )


def _decided(decision: Mapping[str, Any] | None, zone: ZoneInfo) -> Iterator[Line | Grid]:
    if decision is None:
        yield _line("No decision: it was never to be sent.")
        return
    later = decision["next_allowed_at"]
    until = f", permitted again from {when(later, zone)}" if later else ""
    yield _line(
        "Decision: ", Span(decision["outcome"], "strong"), f" at {when(decision['at'], zone)}{until}."
    )
    yield Grid(
        ("rule", "says", "source", "why"),
        (30, 10, 28, 32),
        tuple(
            tuple(str(rule.get(said) or "") for said in ("id", "outcome", "reference", "why"))
            for rule in decision["rules"]
        ),
    )
    versions = ", ".join(f"{name} {version}" for name, version in sorted(decision["versions"].items()))
    yield _line(Span("Versions: ", "quiet"), Span(versions, "code"))


def _override(row: Mapping[str, Any], zone: ZoneInfo) -> Card:
    by = f" by {row['decided_by']} {when(row['decided_at'], zone)}" if row["decided_by"] else ""
    found = ", ".join(map(str, row["found"]))
    told = _line(
        Span(when(row["at"], zone), "strong"),
        f" written by {row['written_by']}; found: {found}; {row['state']}{by}.",
    )
    return Card("none", row["id"], (told, *_quoted(row["text"])))


def _quoted(text: str | None) -> tuple[Quote, ...]:
    return (Quote(text),) if text else ()


def _kind(row: Mapping[str, Any]) -> str:
    detail = ", ".join(f"{name} {value}" for name, value in sorted(row["detail"].items()))
    return f"{row['kind']} ({detail})" if detail else str(row["kind"])


def _proof(chain: Mapping[str, Any], zone: ZoneInfo) -> Iterator[Part]:
    yield Heading("Proof")
    yield _line(
        "Each entry of the audit carries a SHA-256 hash over itself and the hash before it. The JSON file beside this "
        "page holds the entries in full; ",
        Span("kept audit verify --export", "code"),
        f" recomputes them. When this was made the chain ended with entry {chain['last_number']}, ",
        Span(chain["last_hash"], "code"),
        ".",
    )
    yield Grid(
        ("entry", "when", "what", "of", "hash (beginning)"),
        (7, 18, 17, 39, 19),
        tuple(
            (
                str(entry["number"]),
                when(entry["at"], zone),
                entry["kind"],
                entry["subject"],
                entry["hash"][:16],
            )
            for entry in chain["entries"]
        ),
    )
