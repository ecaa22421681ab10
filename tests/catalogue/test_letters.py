"""Letters: every text in every language, every fact that a form needs, and never a letter with a gap."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.desk import desk_texts
from catalogue.forms import KINDS, Form, blanks, facts, form, form_for, forms, keys_of, letter_texts
from catalogue.letter_writing import Incomplete, Known, as_read, missing, write
from compliance import duties
from compliance.facts import PURPOSES
from core.errors import Invalid
from core.languages import LANGUAGES
from core.letters import Sheet
from core.money import Money

INFORMAL = {"zh-Hans": "你", "zh-Hant": "你|妳", "es": r"\b(tu|tus|ti|tienes|puedes|debes|te)\b"}


def dollars(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


EVERYTHING: Mapping[str, Known] = {
    "borrower": "Grace Okafor",
    "borrower_address": ("2323 Park Street", "Springfield, IL 62701"),
    "writer": "North South Group",
    "writer_address": ("P.O. Box 123456", "Pasadena, CA 91111"),
    "phone": "(800) 123-4567",
    "website": "www.example.com",
    "creditor": "Riverbank",
    "creditor_address": "Rua das Flores 1, São Paulo",
    "tax_number": "12.345.678/0001-95",
    "reference": "584-345",
    "date": date(2026, 11, 22),
    "account": "123-456-789",
    "product": "credit card",
    "total": dollars("2284.56"),
    "due_on": date(2026, 1, 2),
    "payments": ((date(2026, 3, 1), dollars("50")),),
    "promises": ((date(2026, 12, 1), dollars("1142.28")),),
    "creditor_then": "Riverbank",
    "itemised_on": date(2026, 1, 2),
    "owed_then": dollars("2234.56"),
    "interest_since": dollars("100"),
    "fees_since": dollars("0"),
    "credits_since": dollars("50"),
    "respond_by": date(2026, 12, 31),
    "original_creditor": "Main Street Store",
    "original_creditor_address": ("1 Main Street", "Rockville, MD 20850"),
    "contract_on": date(2019, 5, 4),
    "enclosures": "the contract",
    "finding": "The payment of March 1 was booked elsewhere.\nIt stands on the account now.",
    "told_on": date(2026, 11, 2),
    "answer_by": date(2026, 12, 2),
    "agency": "Harbour Recoveries",
    "placed_on": date(2026, 12, 15),
    "costs": "none",
    "recordings_kept": "6 months",
    "complaint_phone": "(800) 765-4321",
}


EMPTY: Known = ()


def where(one: Form) -> tuple[str, str]:
    """A place and a collector for which the letter is written."""
    return (one.places or ("US-IL",))[0], (one.collectors or ("third_party",))[0]


def words(sheet: Sheet) -> str:
    """All that stands in a letter."""

    def inner(value: object) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, tuple):
            return "\n".join(inner(one) for one in value)
        if isinstance(value, bool):
            return ""
        return "\n".join(inner(getattr(value, one.name)) for one in fields(value))  # type: ignore[arg-type] # a block

    return inner(sheet)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts_with_the_same_facts(language: str) -> None:
    there, english = letter_texts(language), letter_texts("en")

    assert set(there) == set(english)
    assert {key for key in english if blanks(there[key]) != blanks(english[key])} == set()


def test_every_text_is_part_of_a_letter() -> None:
    said = {key for one in forms().values() for part in one.parts for key in keys_of(part)}
    said |= {one.title for one in forms().values()} | {"common.reference"}

    assert {key for key in letter_texts("en") if not key.startswith("appeal.")} - said == set()


def test_every_fact_is_known_by_kind_and_has_a_name_on_the_desk() -> None:
    assert {one.kind for one in facts().values()} == set(KINDS)
    assert {f"letter_{name}" for name in facts()} | {f"letterform_{name}" for name in forms()} <= set(
        desk_texts("en")
    )
    assert set(EVERYTHING) | {"principal", "interest", "fees"} == set(facts())


@pytest.mark.parametrize("language", sorted(INFORMAL))
def test_the_borrower_is_addressed_politely(language: str) -> None:
    found = {key for key, text in letter_texts(language).items() if re.search(INFORMAL[language], text)}

    assert found == set()


def test_traditional_chinese_is_not_written_in_simplified_characters() -> None:
    simplified = re.compile("[账债务这们发请为时后会机构权偿还还处据贴资讯产业话写寄过见]")
    shared = set("寄")

    found = {key for key, text in letter_texts("zh-Hant").items() if set(simplified.findall(text)) - shared}

    assert found == set()


def test_hong_kong_reads_its_own_words() -> None:
    own, usual = letter_texts("zh-Hant", "HK"), letter_texts("zh-Hant")
    said = words(write(form("paid_off"), EVERYTHING, "zh-Hant", place="HK", collector="first_party"))

    assert {key for key in usual if blanks(own[key]) != blanks(usual[key])} == set()
    assert [
        key for key, text in own.items() if own[key] != usual[key] and re.search("帳|申訴|雇主", text)
    ] == []
    assert "賬戶" in said
    assert "帳戶" in words(
        write(form("paid_off"), EVERYTHING, "zh-Hant", place="TW", collector="first_party")
    )


def test_letters_do_work_that_the_tables_ask_for_under_purposes_of_the_gate() -> None:
    asked = {task.what for row in duties.standard().rows.values() for task in row.tasks}

    for one in forms().values():
        assert one.due_for <= asked
        assert one.purpose in PURPOSES


@pytest.mark.parametrize(
    ("what", "place", "collector", "expected"),
    [
        ("send_validation_notice", "US-IL", "third_party", "validation_notice"),
        ("send_validation_notice", "GB", "third_party", None),
        ("tell_how_to_request_proof", "US-NY", "third_party", "how_to_ask"),
        ("tell_how_to_request_proof", "US-IL", "third_party", None),
        ("answer_hardship_notice", "AU", "first_party", "hardship_answered"),
        ("answer_complaint", "TW", "first_party", "complaint_answered"),
        ("trace_payment", "US-IL", "third_party", None),
    ],
)
def test_the_letter_is_that_of_the_place(what: str, place: str, collector: str, expected: str | None) -> None:
    found = form_for(what, place, collector)

    assert (found.name if found else None) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(forms()))
def test_a_letter_says_who_writes_to_whom_about_what_and_every_fact_it_needs(
    name: str, language: str
) -> None:
    one = forms()[name]
    place, collector = where(one)

    written = words(write(one, EVERYTHING, language, place=place, collector=collector))

    for fact in one.needs(place, collector, EVERYTHING):
        value = EVERYTHING[fact]
        parts = value if isinstance(value, tuple) else tuple(str(value).split("\n"))
        shown = (
            [as_read(value, language, place)]
            if not isinstance(value, tuple | str)
            else [str(one) for one in parts]
        )
        if facts()[fact].kind == "dated":
            shown = as_read(value, language, place).split(": ")
        assert [each for each in shown if each not in written] == []
    assert not re.search(r"[{}]|None|  ", written)


@pytest.mark.parametrize("name", sorted(forms()))
def test_a_letter_without_one_of_its_facts_is_refused_and_names_it(name: str) -> None:
    one = forms()[name]
    place, collector = where(one)
    for fact in one.needs(place, collector, EVERYTHING):
        rest = {key: value for key, value in EVERYTHING.items() if key != fact}
        if any(part.given == fact for part in one.parts):
            continue

        with pytest.raises(Incomplete) as refused:
            write(one, rest, "en", place=place, collector=collector)

        assert refused.value.missing == (fact,)
        assert fact.replace("_", " ") in str(refused.value)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_letter_has_an_empty_line_whatever_is_known(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(sorted(forms().values(), key=lambda form: form.name)))
    place, collector = where(one)
    known: dict[str, Known] = dict(EVERYTHING)
    for fact in data.draw(st.sets(st.sampled_from(sorted(EVERYTHING)), max_size=3)):
        known[fact] = data.draw(st.sampled_from(("", EMPTY)))

    if missing(one, known, place=place, collector=collector):
        with pytest.raises(Incomplete):
            write(one, known, "es", place=place, collector=collector)
        return
    sheet = write(one, known, "es", place=place, collector=collector)

    assert all(line.strip() for line in (*sheet.writer, *sheet.recipient, *sheet.about, sheet.foot))
    assert len(sheet.blocks) >= 4


def test_a_letter_to_brazil_names_the_creditors_address_and_tax_number() -> None:
    for name in ("proof", "receipt", "plan", "paid_off"):
        sheet = write(form(name), EVERYTHING, "es", place="BR", collector="first_party")

        assert "Acreedor: Riverbank, Rua das Flores 1, São Paulo, 12.345.678/0001-95." in words(sheet)
        assert "12.345.678" not in words(
            write(form(name), EVERYTHING, "es", place="MX", collector="first_party")
        )


def test_an_itemisation_that_does_not_add_up_is_refused() -> None:
    notice = form("validation_notice")
    wrong = {**EVERYTHING, "fees_since": dollars("25")}

    with pytest.raises(Invalid, match="is not what owed then, interest since, fees since"):
        write(notice, wrong, "en", place="US-IL", collector="third_party")


def test_the_validation_notice_holds_what_the_model_form_holds() -> None:
    sheet = write(form("validation_notice"), EVERYTHING, "en", place="US-IL", collector="third_party")
    said = words(sheet)

    for wanted in [
        "North South Group is a debt collector. We are trying to collect a debt that you owe to Riverbank.",
        "As of January 2, 2026, you owed:",
        "+$100.00",
        "+$0.00",
        "-$50.00",
        "Total amount of the debt now:",
        "Call or write to us by December 31, 2026, to dispute all or part of the debt.",
        "Write to ask for the name and address of the original creditor",
        "www.cfpb.gov/debt-collection",
        "Póngase en contacto con nosotros",
        "Mail this form to:",
        "This is not my debt.",
        "I want you to send me the name and address of the original creditor.",
    ]:
        assert wanted in said


@pytest.mark.parametrize(
    ("place", "named"),
    [("GB", "0800 023 4567"), ("AU", "AFCA"), ("US-TX", "(855) 411-2372"), ("CN", "12378"), ("TW", "1998")],
)
def test_the_answer_to_a_complaint_names_whom_else_one_may_turn_to(place: str, named: str) -> None:
    sheet = write(form("complaint_answered"), EVERYTHING, "zh-Hant", place=place, collector="first_party")

    assert named in words(sheet)


@pytest.mark.parametrize(
    ("amount", "language", "place", "expected"),
    [
        (dollars("1234.5"), "en", "US-IL", "$1,234.50"),
        (dollars("1234.5"), "zh-Hant", "HK", "US$1,234.50"),
        (Money(Decimal("1234"), "EUR"), "es", "ES", "1.234,00\u00a0€"),
        (Money(Decimal("1234"), "CNY"), "zh-Hans", "CN", "1,234.00元"),
        (Money(Decimal("1234"), "TWD"), "zh-Hant", "TW", "1,234.00元"),
        (Money(Decimal("1234"), "JPY"), "en", "JP", "¥1,234"),
    ],
)
def test_an_amount_is_written_as_the_reader_writes_it(
    amount: Money, language: str, place: str, expected: str
) -> None:
    assert as_read(amount, language, place).replace(" ", "\u00a0") == expected


def test_a_form_that_names_what_is_not_there_is_refused() -> None:
    from catalogue.forms import _checked

    wanted = form("paid_off")

    with pytest.raises(Invalid, match=r"has no text for paid_off\.nothing"):
        _checked("paid_off.yml", replace(wanted, title="paid_off.nothing"))
    with pytest.raises(Invalid, match="of which nothing is known"):
        _checked("paid_off.yml", replace(wanted, optional=("shoe_size",)))
    with pytest.raises(Invalid, match="is due for nothing"):
        _checked("paid_off.yml", replace(wanted, only_when=None))
