"""Every entry can be said in all four languages, with the same facts, in short and plain words."""

from __future__ import annotations

import re

import pytest

from catalogue import entries
from catalogue.rendering import texts
from core.languages import LANGUAGES
from core.stages import Stage
from tests.catalogue.said import PARTS, placeholders, said

EVERY_TEXT = sorted(texts("en"))
# GSM 03.38: what a short message holds 160 of; any other character leaves room for 70 only.
GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€"
)
# Names of languages in their own script, statements of law, and words that have no other correct spelling.
NOT_GSM = {
    "small_talk.which_language",
    "envelope.initial_disclosure",
    "opening.ask_postcode",
    "opening.wrong_postcode",
    "specialist.deceased",
}
# Shown on buttons only: no text message has them.
ON_BUTTONS = {key for key in EVERY_TEXT if key.startswith("choice.")} - {
    choice for one in entries().values() if one.numbered for choice in one.choices
}
# What is sent on our own initiative or often must not cost a second message.
IN_ONE_SMS = [key for key in EVERY_TEXT if key.startswith(("reminder.", "opening.", "promise.", "stop."))]
# Words of mainland China that readers of Traditional Chinese do not use, and characters they do not write.
MAINLAND = re.compile("短信|信息|工资|工資|转账|轉賬|截图|智能助手|账|还|这|们|发|请|为|时|后|会")
INFORMAL = {
    "zh-Hans": re.compile("你"),
    "zh-Hant": re.compile("[你妳]"),
    "es": re.compile(r"\b(tu|tus|ti|tienes|puedes|quieres|debes|escribe|responde|llama|te)\b", re.IGNORECASE),
}
# "una persona le responde", "le escribe" are said of the colleague, not to the borrower.
OF_A_COLLEAGUE = re.compile(r"(le|que le) (responde|escribe)\b")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(entries()))
def test_every_entry_has_a_text(key: str, language: str) -> None:
    assert texts(language).get(key, "").strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_hold_the_same_texts(language: str) -> None:
    assert set(texts(language)) == set(EVERY_TEXT)


def test_every_text_is_declared_or_a_part_of_another() -> None:
    names = {key.partition("@")[0] for key in EVERY_TEXT if not key.startswith(PARTS)}

    assert names == set(entries())


def test_variants_are_for_stages_that_exist() -> None:
    variants = {key.partition("@")[2] for key in EVERY_TEXT if "@" in key}

    assert variants <= {stage.value for stage in Stage}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", EVERY_TEXT)
def test_a_text_names_the_same_facts_in_every_language(key: str, language: str) -> None:
    assert placeholders(texts(language)[key]) == placeholders(texts("en")[key])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", EVERY_TEXT)
def test_a_text_is_said_without_gaps(key: str, language: str) -> None:
    shown = said(key, language)

    assert not re.search(r"[{}]|None|  ", shown)
    assert shown == shown.strip()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("key", [key for key in EVERY_TEXT if key not in NOT_GSM | ON_BUTTONS])
def test_a_text_in_latin_letters_is_a_cheap_message(key: str, language: str) -> None:
    assert set(said(key, language)) - GSM == set()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("key", IN_ONE_SMS)
def test_what_is_sent_often_fits_one_message(key: str, language: str) -> None:
    assert len(said(key, language)) <= 160


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("key", IN_ONE_SMS)
def test_what_is_sent_often_fits_one_message_in_chinese(key: str, language: str) -> None:
    assert len(said(key, language)) <= 70


@pytest.mark.parametrize("key", [key for key in EVERY_TEXT if key != "small_talk.which_language"])
def test_traditional_chinese_is_that_of_its_readers(key: str) -> None:
    assert not MAINLAND.search(texts("zh-Hant")[key])


@pytest.mark.parametrize("language", sorted(INFORMAL))
@pytest.mark.parametrize("key", EVERY_TEXT)
def test_the_borrower_is_addressed_politely(key: str, language: str) -> None:
    assert not INFORMAL[language].search(OF_A_COLLEAGUE.sub("", texts(language)[key]))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "So I note: $842.50 on Fri, May 22, by bank transfer. Is that right?"),
        ("zh-Hans", "跟您确认一下：5月22日周五还842.50元，转账支付。对吗？"),
        ("zh-Hant", "跟您確認一下：5月22日週五繳842.50元，轉帳付款。對嗎？"),
        ("es", "Entonces anoto: $842.50 el vie 22 de may, por transferencia. ¿Es correcto?"),
    ],
)
def test_a_promise_is_read_back_with_amount_weekday_date_and_method(language: str, expected: str) -> None:
    assert said("promise.read_back", language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_late_account_is_told_otherwise_than_one_not_yet_due(language: str) -> None:
    before, early, late = (said(f"balance.told_when{at}", language) for at in ("@pre_due", "", "@90+"))

    assert len({before, early, late}) == 3
