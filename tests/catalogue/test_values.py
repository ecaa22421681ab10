"""Amounts, days and lists are written as readers of each language and country write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from catalogue import day, listed, moment, money, render
from catalogue.rendering import locale_of, spoken
from catalogue.values import Json, join, part, show
from core.money import Money

SATURDAY = date(2026, 5, 23)


@pytest.mark.parametrize(
    ("amount", "locale", "written"),
    [
        (Money.of("1842.50", "USD"), "en_US", "$1,842.50"),
        (Money.of("1842", "USD"), "en_US", "$1,842"),
        (Money.of("1842.50", "GBP"), "en_GB", "£1,842.50"),
        (Money.of("2500", "CNY"), "zh_Hans_CN", "2,500元"),
        (Money.of("2500.80", "CNY"), "zh_Hans_CN", "2,500.80元"),
        (Money.of("18000", "TWD"), "zh_Hant_TW", "18,000元"),
        (Money.of("18000", "HKD"), "zh_Hant_HK", "HK$18,000"),
        (Money.of("2150", "MXN"), "es_MX", "$2,150"),
        (Money.of("515.20", "USD"), "es_US", "$515.20"),
        (Money.of("1515.20", "EUR"), "es_ES", "1.515,20 €"),
        (Money.of("500.4", "JPY"), "en_US", "¥500"),
    ],
)
def test_an_amount_is_written_as_at_home(amount: Money, locale: str, written: str) -> None:
    assert show(money(amount), locale) == written


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en_US", "Sat, May 23"),
        ("en_GB", "Sat 23 May"),
        ("zh_Hans_CN", "5月23日周六"),
        ("zh_Hant_TW", "5月23日週六"),
        ("zh_Hant_HK", "5月23日星期六"),
        ("es_MX", "sáb 23 de may"),
        ("es_ES", "sáb, 23 may"),
    ],
)
def test_a_day_comes_with_its_weekday(locale: str, written: str) -> None:
    assert show(day(SATURDAY), locale) == written


@pytest.mark.parametrize(
    ("language", "country", "both", "either"),
    [
        ("en", "US", "$200 and $300", "$200 or $300"),
        ("es", "US", "$200 y $300", "$200 o $300"),
        ("zh-Hans", "US", "US$200和US$300", "US$200还是US$300"),
        ("zh-Hant", "TW", "US$200和US$300", "US$200還是US$300"),
    ],
)
def test_several_values_are_joined_in_the_readers_words(
    language: str, country: str, both: str, either: str
) -> None:
    locale = locale_of(language, country)
    shown = [show(money(Money.of(figure, "USD")), locale) for figure in ("200", "300")]

    joined = join(shown, either=False, locale=locale), join(shown, either=True, locale=locale)

    assert joined == (both, either)


def test_an_instalment_names_its_amount_and_its_day() -> None:
    parts = listed([part(Money.of("200", "USD"), SATURDAY)])

    shown = render("promise.confirmed", {"promise": parts, "lender": "Riverbank"}, "en", country="US")

    assert "$200 on Sat, May 23" in shown


def test_a_moment_is_told_in_the_readers_zone() -> None:
    at = datetime(2026, 5, 23, 3, 30, tzinfo=UTC)

    assert show(moment(at, "Europe/Madrid"), "es_ES") == "5:30"
    assert show(moment(at, "Asia/Shanghai"), "zh_Hans_CN") == "11:30"


def test_text_and_figures_are_left_as_they_are() -> None:
    assert (show("KPT-2291", "es_MX"), show(3, "es_MX")) == ("KPT-2291", "3")


def test_a_value_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        show({"colour": "red"}, "en_US")


def test_a_borrowers_name_with_braces_is_only_a_name() -> None:
    hello: dict[str, Json] = {"lender": "Northwind", "name": "{phone} {0}"}

    assert "{phone} {0}" in render("opening.hello", hello, "en")


def test_an_unknown_way_to_pay_is_said_as_the_borrower_said_it() -> None:
    parameters: dict[str, Json] = {"promise": "X", "method": {"text": "promise.method_barter"}}

    assert "como usted dijo" in render("promise.read_back", parameters, "es")


@pytest.mark.parametrize(
    ("language", "country", "expected"),
    [
        ("zh-Hans", "CN", "zh_Hans_CN"),
        ("zh-Hant", "HK", "zh_Hant_HK"),
        ("zh-Hant", "MO", "zh_Hant_HK"),
        ("zh-Hant", "CN", "zh_Hant"),
        ("zh-Hans", "US", "zh_Hans"),
        ("en", None, "en"),
        ("es", "US-CA", "es_US"),
        ("es", "??", "es"),
    ],
)
def test_values_follow_the_country_where_that_country_speaks_the_language(
    language: str, country: str | None, expected: str
) -> None:
    assert locale_of(language, country) == expected


def test_a_language_without_texts_gives_way_to_the_default() -> None:
    assert (spoken("zh-Hant"), spoken("fr")) == ("zh-Hant", "en")
