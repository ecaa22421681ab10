"""Letters on paper: what stands in the file, page by page, and that it travels with a mail."""

from __future__ import annotations

import io
from dataclasses import replace
from email import message_from_bytes, policy

import pytest
from pypdf import PdfReader

from channels.letters.outbound import compose
from channels.letters.pdf import paper
from core.errors import Invalid
from core.letters import Boxes, Bullets, CutHere, Heading, Paragraph, Sheet, Sums
from core.messages import Channel, Enclosure, OutboundMessage
from tests.channels.kits import LETTERS, NOW, PUBLIC_URL

SAID = {
    "en": "This is what the records show.",
    "es": "¿Qué más puede hacer? Señálelo aquí.",
    "zh-Hans": "以下是记录所载内容，请核对账户。",
    "zh-Hant": "以下是紀錄所載內容，請核對帳戶；嘅、咗、裡。",
}


def sheet(language: str, *, long: int = 1) -> Sheet:
    said = SAID[language]
    return Sheet(
        language=language,
        title=said,
        writer=("North South Group", "P.O. Box 123456"),
        recipient=("Grace Okafor", "2323 Park Street"),
        about=("2026-11-22", "584-345"),
        blocks=(
            Heading(said),
            *(Paragraph(said + said) for _ in range(long)),
            Paragraph("A <b>name</b> & more", strong=True),
            Bullets((said, said)),
            Sums((("Interest", "+$75.00"), ("Total", "$2,284.56"))),
            CutHere(said, ("North South Group",), ("Grace Okafor",)),
            Boxes(((said, False), ("Not mine", True))),
        ),
        foot="North South Group",
    )


def read(file: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(file)).pages]


@pytest.mark.parametrize("language", sorted(SAID))
def test_what_is_said_can_be_read_from_the_file(language: str) -> None:
    (page,) = read(paper([sheet(language)], country="US"))

    assert SAID[language] in page.replace("\n", "")
    for wanted in (
        "North South Group",
        "Grace Okafor",
        "2323 Park Street",
        "584-345",
        "+$75.00",
        "$2,284.56",
    ):
        assert wanted in page
    assert "A <b>name</b> & more" in page


@pytest.mark.parametrize("language", sorted(SAID))
@pytest.mark.parametrize("name", ["周航", "陳嘉欣", "José Muñoz", "小嘅 & Co. – Ñandú"])
def test_a_name_in_another_script_is_printed_too(language: str, name: str) -> None:
    named = replace(sheet(language), recipient=(name,), foot=name)

    (page,) = read(paper([named], country="US"))

    wanted = name if language in ("en", "es") else name.replace("–", "-")
    assert page.replace("\n", "").count(wanted) == 2


@pytest.mark.parametrize("name", ["Łukasz", "محمد", "Nguyễn", "\U0001f600", "\U00020779"])
def test_a_name_that_no_font_has_is_refused_instead_of_left_out(name: str) -> None:
    with pytest.raises(Invalid, match="no font of it has") as refused:
        paper([replace(sheet("en"), recipient=(name,))], country="US")

    assert name not in str(refused.value)


def test_the_same_letter_is_the_same_file() -> None:
    assert paper([sheet("zh-Hans")], country="CN") == paper([sheet("zh-Hans")], country="CN")


def test_each_language_begins_a_page_and_has_its_own_foot() -> None:
    pages = read(paper([sheet("es"), replace(sheet("en"), foot="The other foot")], country="US"))

    assert [("Señálelo" in page, "The other foot" in page) for page in pages] == [
        (True, False),
        (False, True),
    ]


def test_the_part_to_send_back_is_never_torn_over_two_pages() -> None:
    for long in range(1, 60, 6):
        pages = read(paper([sheet("en", long=long)], country="GB"))
        assert sum("Not mine" in page for page in pages) == 1
        (last,) = [page for page in pages if "Not mine" in page]
        assert last.replace("\n", " ").count(SAID["en"]) >= 2


@pytest.mark.parametrize(
    ("country", "expected"), [("US", (612, 792)), ("GB", (595, 841)), ("CN", (595, 841))]
)
def test_it_is_as_large_as_the_paper_of_the_place(country: str, expected: tuple[int, int]) -> None:
    box = PdfReader(io.BytesIO(paper([sheet("en")], country=country))).pages[0].mediabox

    assert (int(box.width), int(box.height)) == expected


def test_a_letter_without_a_sheet_is_none() -> None:
    with pytest.raises(ValueError, match="at least one sheet"):
        paper([], country="US")


def test_the_file_goes_with_the_mail_and_the_words_stay() -> None:
    file = paper([sheet("en")], country="US")
    message = OutboundMessage(
        key="letter:1",
        channel=Channel.EMAIL,
        sender="",
        recipient="grace@mail.example",
        text="A letter is attached.",
        language="en",
        enclosures=(Enclosure("verification.pdf", "application/pdf", file),),
    )

    sent = compose(message, LETTERS, public_url=PUBLIC_URL, now=NOW)
    mail = message_from_bytes(sent.as_bytes(), policy=policy.default)

    body, enclosed = mail.iter_parts()
    assert (enclosed.get_filename(), enclosed.get_content_type()) == ("verification.pdf", "application/pdf")
    assert enclosed.get_content() == file
    assert "A letter is attached." in body.get_content()
