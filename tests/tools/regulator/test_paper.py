"""An export on paper: what stands there, in which order, on how many sheets, in any script."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterable
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from storage.audit_chain import Verdict
from storage.audit_told import Card, Grid, Heading, Line, Part, Quote, parts
from tests.tools.regulator.made import COVER, export
from tools.regulator.cover import Cover
from tools.regulator.paper import paper

SAID = {
    "en": "Your account is past due. Reply STOP to opt out of texts.",
    "es": "¿Puede pagar el próximo viernes, señora Muñoz? Son 12.345,67 €.",
    "zh-Hans": "您好，请问您本周五能还款吗？如有困难，请告诉我们——《合同》“第三条”。",
    "zh-Hant": "您好，請問您這週五能還款嗎？如有困難，請告訴我們；嘅、咗、裡。",
}


def read(file: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(file)).pages]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def words(told: Iterable[Part]) -> list[str]:
    """Every piece of text of the parts, in their order."""
    found: list[str] = []
    for part in told:
        for one in part.parts if isinstance(part, Card) else (part,):
            match one:
                case Heading(text) | Quote(text):
                    found.append(text)
                case Line():
                    found.append(one.text)
                case Grid(heads, _, rows):
                    found += [*heads, *(cell for row in rows for cell in row)] if rows else ["None."]
    return [text for text in found if text]


@pytest.mark.parametrize("language", sorted(SAID))
def test_what_was_said_stands_there_to_the_letter(language: str) -> None:
    pages = read(paper(export([SAID[language]] * 3, language=language), COVER))

    assert bare("".join(pages)).count(bare(SAID[language])) == 3


def test_everything_that_the_page_says_stands_on_paper_in_the_same_order() -> None:
    told = export(list(SAID.values()))
    _, *pages = read(paper(told, COVER))
    text = bare("".join(page.rpartition("Contacts with borrower")[0] for page in pages))

    rest = text
    for heading in (part.text for part in parts(told) if isinstance(part, Heading)):
        before, found, rest = rest.partition(bare(heading))
        assert found, (heading, before[-80:])
    missing = [one for one in words(parts(told)) if bare(one) not in text and not _spread(one, text)]
    assert missing == []


def _spread(cell: str, text: str) -> bool:
    """Whether a cell of a table stands there in lines, between which stand its neighbours' lines."""
    return all(bare(word) in text for word in re.findall(r"[\u4e00-\u9fff]|[^\s\u4e00-\u9fff-]+", cell))


def test_the_cover_says_of_whom_for_whom_of_which_days_and_that_the_audit_is_whole() -> None:
    cover = " ".join(read(paper(export(["x"]), COVER))[0].split())

    for wanted in (
        "Bureau of Somewhere",
        "Riverbank",
        "10482, Grace Okafor",
        "2026-05-01",
        "2026-05-31",
        "America/Chicago",
        "WHOLE. Every one of the 120 links",
        "7120",
        "ab" * 32,
        "cd" * 32,
        "kept audit verify --export riverbank-10482.json",
    ):
        assert wanted in cover
    assert "NOT WHOLE" not in cover


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            replace(COVER, verdict=Verdict(11, 12, "was changed after it was written")),
            "Entry 12 of the audit was changed",
        ),
        (
            replace(COVER, faults=("the text of message 7 was changed",)),
            "In this export the text of message 7 was changed",
        ),
    ],
)
def test_a_cover_never_says_whole_of_what_is_not(told: Cover, expected: str) -> None:
    cover = " ".join(read(paper(export(["x"]), told))[0].split())

    assert "NOT WHOLE. " in cover
    assert expected in cover


def test_every_sheet_says_which_it_is_of_how_many() -> None:
    pages = read(paper(export(["hello"] * 60), COVER))

    assert len(pages) > 10
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in " ".join(page.split())


def test_a_table_goes_on_over_sheets_with_its_heads() -> None:
    pages = read(paper(export(["hello"] * 200), COVER))

    proof = [page for page in pages if "hash (beginning)" in page]
    assert len(proof) > 2
    entries = [
        number for page in proof for number in re.findall(r"(\d+)\s+2026-05-13 07:00:00\s+outbound", page)
    ]
    assert entries == [str(number) for number in range(1, 201)]


@pytest.mark.parametrize("text", ["x" * 9_000, "款" * 5_000, "one two " * 2_000, "a\n" * 500])
def test_a_long_message_goes_on_over_sheets_and_nothing_of_it_is_lost_or_beside_the_paper(text: str) -> None:
    told = export([text])
    told["chain"]["entries"] = []

    reader = PdfReader(io.BytesIO(paper(told, COVER)))

    assert len(reader.pages) > 3
    feet = re.compile(r"Contacts with borrower 10482, 2026-05-01 to 2026-05-31\s*Page \d+ of\s*\d+")
    assert bare(text) in bare(feet.sub("", "\n".join(page.extract_text() for page in reader.pages)))
    for page in reader.pages:
        placed: list[float] = []
        page.extract_text(visitor_text=lambda _, __, at, *rest, seen=placed: seen.append(at[4]))
        assert all(0 <= left <= 560 for left in placed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ok 😀", "ok [U+1F600]"),
        ("\u202ered", "[U+202E]red"),
        ("Nguyễn", "Nguy[U+1EC5]n"),
        ("a\u0000b", "a[U+0000]b"),
        ("e\u0301", "é"),
        ("𠝹", "[U+20779]"),
    ],
)
def test_a_sign_without_a_font_is_named_and_never_left_out(text: str, expected: str) -> None:
    assert bare(expected) in bare("".join(read(paper(export([text]), COVER))))


def test_what_somebody_wrote_is_text_and_no_markup() -> None:
    pages = read(paper(export(["<b>pay</b> & <font color=white>x</font>"]), COVER))

    assert "<b>pay</b> & <font color=white>x</font>" in "".join(pages)


def test_the_same_export_is_the_same_file_and_its_sections_are_found() -> None:
    told = export(["hello"])
    file = paper(told, COVER)

    reader = PdfReader(io.BytesIO(file))
    named = [part.text for part in parts(told) if isinstance(part, Heading)]
    assert paper(told, COVER) == file
    assert [one.title for one in reader.outline if isinstance(one, Destination)][-len(named) :] == named
    assert reader.metadata is not None
    assert reader.metadata.title == "Contacts with borrower 10482, 2026-05-01 to 2026-05-31"


def test_ten_times_the_entries_take_about_ten_times_as_long() -> None:
    took = []
    for count in (60, 600):
        told = export([SAID["zh-Hans"]] * count)
        begun = time.process_time()
        paper(told, COVER)
        took.append(time.process_time() - begun)

    assert took[1] < 30 * max(took[0], 0.05)
