"""Hong Kong reads Traditional Chinese in its own words; what is not worded for it is said as elsewhere."""

from __future__ import annotations

import re
from datetime import date

import pytest

from catalogue import choices, day, entries, listed, money, render
from catalogue.rendering import texts, texts_for
from catalogue.values import part
from compliance.wording import judge
from core.money import Money
from tests.catalogue.said import placeholders, values

HERE = texts_for("zh-Hant", "HK")
OWN = sorted(texts("zh-Hant-HK"))
# Words of Taiwan that nobody in Hong Kong writes on a phone.
OF_TAIWAN = re.compile(
    "[您妳]|匯款|帳[號戶單]|轉帳|入帳|簡訊|專員|繳款|繳費|薪水|身分|資訊|申訴|末四碼|郵遞區號|什麼|刷卡|週"
)
# Statements of law are worded once for all who read Traditional Chinese.
STATEMENTS = {"envelope.debt_collector_statement", "envelope.initial_disclosure"}


def said(key: str) -> str:
    name, _, variant = key.partition("@")
    return render(name, values("HKD"), "zh-Hant", country="HK", variant=variant)


def test_only_texts_that_there_are_have_words_of_their_own() -> None:
    assert set(OWN) <= set(texts("zh-Hant"))


def test_nothing_is_missing_there() -> None:
    assert {key.partition("@")[0] for key in HERE} == {key.partition("@")[0] for key in texts("zh-Hant")}


@pytest.mark.parametrize("key", sorted(set(HERE) - STATEMENTS))
def test_no_text_reads_as_if_from_taiwan(key: str) -> None:
    assert not OF_TAIWAN.search(said(key))


@pytest.mark.parametrize("key", OWN)
def test_a_text_names_the_same_facts_there(key: str) -> None:
    assert placeholders(texts("zh-Hant-HK")[key]) == placeholders(texts("zh-Hant")[key])


@pytest.mark.parametrize(
    "key", [key for key in OWN if key.startswith(("reminder.", "opening.", "promise.", "stop."))]
)
def test_what_is_sent_often_fits_one_message_there(key: str) -> None:
    assert len(said(key)) <= 70


def test_the_wording_guard_lets_every_text_of_hong_kong_pass() -> None:
    objections = {}
    for key in (key for key in OWN if not key.startswith(("envelope.", "balance.part_"))):
        declared = entries().get(key.partition("@")[0])
        verified = declared is None or declared.discloses
        verdict = judge(said(key), lang="zh-Hant", jurisdiction="HK", verified_party=verified)
        if verdict.violations:
            objections[key] = list(verdict.violations)

    assert objections == {}


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("HK", "跟你確認一下：5月22日星期五付HK$842.50，銀行轉賬／轉數快。對嗎？"),
        ("TW", "跟您確認一下：5月22日週五繳HK$842.50，轉帳付款。對嗎？"),
        (None, "跟您確認一下：5月22日週五繳HK$842.50，轉帳付款。對嗎？"),
    ],
)
def test_a_promise_is_read_back_in_the_words_of_the_place(country: str | None, expected: str) -> None:
    promise = listed([part(Money.of("842.50", "HKD"), date(2026, 5, 22))])
    said_there = {"promise": promise, "method": {"text": "promise.method_bank_transfer"}}

    assert render("promise.read_back", said_there, "zh-Hant", country=country) == expected


def test_simplified_chinese_stays_as_it_is_there() -> None:
    owed = {"lender": "河岸银行", "amount": money(Money.of("842.50", "HKD")), "day": day(date(2026, 5, 22))}

    assert render("balance.told", owed, "zh-Hans", country="HK") == render("balance.told", owed, "zh-Hans")


def test_buttons_are_in_the_words_of_the_place() -> None:
    assert choices("promise.read_back_ask_method", {}, "zh-Hant", country="HK") == [
        "對，信用卡",
        "對，轉賬",
        "對，用付款連結",
        "不對，要改",
    ]
