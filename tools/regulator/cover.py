"""The first sheet: what the file is, of whom, for whom, of which days, and whether it was found whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from storage.audit_chain import Verdict
from storage.audit_told import Grid, Heading, Line, Part, Span, title, when


@dataclass(frozen=True)
class Cover:
    """What the cover says beside the export: whom it is made for, by whom, the data's file and its hash, what was checked.

    `verdict` is that of the walk along the whole chain when the export was made, `faults` those of the export itself.
    """

    reader: str
    writer: str
    data_file: str
    data_hash: str
    verdict: Verdict
    faults: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the chain and the export were found whole."""
        return self.verdict.broken_at is None and not self.faults


def cover(export: Mapping[str, Any], told: Cover) -> Iterator[Part]:
    """The parts of the first sheet."""
    who, chain, zone = export["borrower"], export["chain"], ZoneInfo(export["zone"])
    yield Heading(title(export))
    yield Line((Span("What passed with one borrower, with the entries of the audit that prove it."),))
    yield Grid(
        ("", ""),
        (25, 75),
        (
            *(("Made for", one) for one in (told.reader,) if one),
            *(("Made by", one) for one in (told.writer,) if one),
            ("Borrower", f"{who['reference']}, {who['name']}"),
            ("Law of", who["jurisdiction"]),
            ("Language", who["language"]),
            ("From", export["from"]),
            ("To", f"{export['to']}, the whole day"),
            ("Times are those of", export["zone"]),
            ("Made at", when(export["made_at"], zone)),
            ("Holds", _held(export)),
        ),
    )
    yield Heading("Verified when this was made")
    yield Line((Span("WHOLE. " if told.whole else "NOT WHOLE. ", "strong"), Span(_verdict(told, chain))))
    for fault in told.faults:
        yield Line((Span(f"In this export {fault}."),))
    yield Grid(
        ("", ""),
        (25, 75),
        (
            ("Last entry", str(chain["last_number"])),
            ("Its hash", chain["last_hash"] or "none"),
            ("Data beside this file", told.data_file),
            ("Its SHA-256", told.data_hash),
        ),
    )
    yield Heading("To check it without us")
    yield Line(
        (
            Span(
                "The entries stand in full in the data beside this file. Each carries SHA-256 over the 32 bytes of the hash "
                "before it and the JSON object of at, body, kind and subject, in UTF-8, keys sorted, no blanks; a text stands in "
                "its entry as SHA-256 over a seal and the text, both in the data. The same is done by "
            ),
            Span(f"kept audit verify --export {told.data_file}", "code"),
            Span("."),
        )
    )
    yield Line(
        (
            Span(
                "A sign that no font here has stands as its number in Unicode, such as [U+1F600]; the data hold the sign itself.",
                "quiet",
            ),
        )
    )


def _held(export: Mapping[str, Any]) -> str:
    messages = export["messages"]
    ours = sum(row["direction"] == "out" for row in messages)
    return (
        f"Messages of ours: {ours}; received: {len(messages) - ours}; changes of consent: {len(export['consents'])}; "
        f"texts that went to a second person: {len(export['overrides'])}; promises: {len(export['promises'])}; "
        f"entries of the audit: {len(export['chain']['entries'])}"
    )


def _verdict(told: Cover, chain: Mapping[str, Any]) -> str:
    verdict, entries = told.verdict, len(chain["entries"])
    if verdict.broken_at is not None:
        return f"Entry {verdict.broken_at} of the audit {verdict.why}; the {verdict.entries} before it are whole."
    begun = f"Every one of the {verdict.entries} links of the audit was recomputed and holds."
    if told.faults:
        return begun
    return (
        f"{begun} The {entries} entries here are as they were written, and every text with a seal is the one "
        "that the audit holds sealed."
    )
