"""Sums as agents type them, in digits, in words and in Chinese numerals, held against the balance."""

from __future__ import annotations

from decimal import Decimal

import pytest

from compliance.keywords.folding import fold
from compliance.wording.account import read_account
from compliance.wording.figures import misstated
from compliance.wording.numbers import han_value, shown_value, word_value


def said_wrongly(text: str, balance: str, tag: str = "en") -> list[str]:
    """The amounts in a text that an account with this balance does not owe."""
    folded = fold(text).text
    account = read_account({"balance": balance}, verified_party=True)
    return [folded[start:end] for start, end, _, _ in misstated(folded, tag, account)]


@pytest.mark.parametrize(
    ("digits", "value"),
    [("1,842.50", "1842.50"), ("1.842,50", "1842.50"), ("842,5", "842.5"), ("12.300", "12300"), ("75", "75")],
)
def test_digits_are_grouped_by_commas_or_by_full_stops(digits: str, value: str) -> None:
    assert shown_value(digits) == Decimal(value)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("三千九百六", "3960"),
        ("万九", "19000"),
        ("六万八", "68000"),
        ("三万零二百", "30200"),
        ("二万一千六百元", "21600"),
        ("六千三百二十块五", "6320.5"),
        ("一百二", "120"),
        ("四千", "4000"),
        ("贰万叁仟壹佰元", "23100"),
    ],
)
def test_a_chinese_numeral_is_read_as_it_is_spoken(numeral: str, value: str) -> None:
    assert han_value(numeral) == Decimal(value)


def test_a_round_sum_in_words_is_read() -> None:
    assert word_value("two grand") == 2000
    assert word_value("catorce mil quinientos") == 14500


@pytest.mark.parametrize(
    ("tag", "text", "balance"),
    [
        ("en", "That leaves you at 1,240, so keep going.", "640"),
        ("en", "With everything counted you're on £940 now. How about £40 a month?", "705.50"),
        ("en", "You're looking at two grand easy.", "842.50"),
        ("es", "Con eso le quedan 890 todavía.", "612.40"),
        ("es", "En la carta pone 940, pero son 1.300 euros.", "940"),
        ("es", "Para liquidar son 1,100 dólares.", "950"),
        ("zh-Hans", "本金加利息一共三千九百六", "2450"),
        ("zh-Hans", "你现在欠的是九千八", "6320.50"),
        ("zh-Hant", "我呢邊寫住萬九", "15120"),
        ("zh-Hant", "埋單$24,500呀", "19800"),
        ("zh-Hant", "結欠總額為港幣三萬四千二百元", "27350"),
    ],
)
def test_more_than_the_balance_is_seen_however_it_is_written(tag: str, text: str, balance: str) -> None:
    assert len(said_wrongly(text, balance, tag)) == 1


@pytest.mark.parametrize(
    ("tag", "text", "balance"),
    [
        ("en", "It's 842.50, same as on the letter.", "842.50"),
        ("en", "You were told 1,900. It's 842.50.", "842.50"),
        ("en", "It's 12 days late. Call us at 1800.", "842.50"),
        ("en", "Your loan was originally $5,000; it's $842.50 now.", "842.50"),
        ("es", "Son 455, no 700.", "455"),
        ("es", "El saldo asciende a 2.315,40 euros.", "2315.40"),
        ("zh-Hans", "六千三百二十块五，就这个数，现在千万别再借", "6320.50"),
        ("zh-Hans", "法律援助热线是12348", "5000"),
        ("zh-Hant", "總額是12,600不是16,200", "12600"),
        ("zh-Hant", "舊數 $11,900 係錯，正確結欠 $9,480", "9480"),
        ("zh-Hant", "每月分別是一千二、二千或三千五", "21600"),
    ],
)
def test_the_balance_and_what_is_no_balance_pass(tag: str, text: str, balance: str) -> None:
    assert said_wrongly(text, balance, tag) == []
