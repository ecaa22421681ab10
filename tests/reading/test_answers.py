"""Answers to one question, read by who asked it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from core.money import Money
from reading import (
    read_amount,
    read_birth_date,
    read_days,
    read_hardship_reason,
    read_identity_fact,
    read_method,
)

NOW = datetime.fromisoformat("2026-11-18T10:00:00-05:00")
OWED = Money.of("500.00", "USD")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("200", "200"),
        ("$75.50", "75.50"),
        ("a hundred and fifty", "150"),
        ("2.5k", "2500"),
        ("maybe 50?", "50"),
        ("i can do 80 on friday", "80"),
        ("两千五", "2500"),
        ("mil quinientos", "1500"),
    ],
)
def test_an_amount_answers_how_much(text: str, figure: str) -> None:
    assert read_amount(text, owed=OWED).money == Money(Decimal(figure).quantize(Decimal("0.01")), "USD")


def test_a_share_answers_how_much_and_is_worked_out() -> None:
    answer = read_amount("half", owed=OWED)

    assert (answer.share, answer.money, answer.ambiguous) == ("1/2", Money.of("250.00", "USD"), False)


def test_a_vague_sum_is_asked_back_with_its_figures() -> None:
    answer = read_amount("a couple hundred", owed=OWED)

    assert (answer.money, answer.ambiguous) == (None, True)
    assert [money.amount for money in answer.candidates] == [Decimal("200.00"), Decimal("300.00")]


@pytest.mark.parametrize(
    "text", ["I already paid 200", "can't do 450", "call me at 212-555-0143", "the 15th", "ok"]
)
def test_what_is_refused_past_or_no_money_answers_nothing(text: str) -> None:
    assert read_amount(text, owed=OWED).money is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the 15th", ["2026-12-15"]),
        ("friday?", ["2026-11-20"]),
        ("next friday", ["2026-11-20", "2026-11-27"]),
        ("wed", ["2026-11-18", "2026-11-25"]),
        ("月底", ["2026-11-30"]),
        ("下周五吧", ["2026-11-27"]),
        ("el viernes que viene", ["2026-11-20"]),
        ("not friday, saturday", ["2026-11-21"]),
    ],
)
def test_a_day_answers_when(text: str, days: list[str]) -> None:
    answer = read_days(text, now=NOW, tz="America/New_York")

    assert [day.isoformat() for day in answer.days] == days
    assert answer.ambiguous == (len(days) > 1)


def test_wages_answer_when_with_an_open_event() -> None:
    answer = read_days("when I get paid", now=NOW, tz="America/New_York")

    assert (answer.days, answer.open_event, answer.ambiguous) == ((), "payday", True)


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("by card", "card"), ("send me the link", "link"), ("bank transfer", "bank_transfer"), ("zelle", "bank_transfer"),
        ("auto pay from my account", "auto_debit"), ("check in the mail", "cheque"), ("cash", "cash"), ("not by card, bank transfer", "bank_transfer"),
        ("微信转账", "wechat_pay"), ("支付宝", "alipay"), ("银行转账", "bank_transfer"), ("自动扣款吧", "auto_debit"), ("刷信用卡", "card"),
        ("用支票", "cheque"), ("去超商繳", "cash"), ("轉數快", "bank_transfer"), ("不用微信，用支付宝", "alipay"),
        ("transferencia", "bank_transfer"), ("en efectivo en el oxxo", "cash"), ("con tarjeta", "card"), ("mándeme la liga", "link"),
        ("por bizum", "bank_transfer"), ("domiciliado", "auto_debit"), ("ok", None), ("my card is blocked? no idea", None),
    ],
)  # fmt: skip
def test_the_means_of_payment_is_told(text: str, method: str | None) -> None:
    assert read_method(text) == method


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("I got laid off last week", "job_loss"), ("they cut my hours", "income_drop"), ("I'm in the hospital", "illness"),
        ("had a car accident", "accident"), ("my mom passed away", "family_event"), ("my shop closed down", "business_failure"),
        ("our house flooded", "disaster"), ("my boss hasn't paid me yet", "wage_delay"), ("money is tight this month", "cash_flow"),
        ("I have too many other loans", "overindebted"), ("it's a really hard time", "other"), ("hello", None),
        ("wages are late", "wage_delay"), ("salary not credited yet", "wage_delay"), ("my boss pays late", "wage_delay"), ("me pagan tarde", "wage_delay"),
        ("my son is in hospital", "family_event"), ("our daughter was admitted to hospital", "family_event"), ("wife had surgery", "family_event"),
        ("I'm in hospital", "illness"), ("I had surgery", "illness"),
        ("公司还没发工资", "wage_delay"), ("被裁了", "job_loss"), ("住院了", "illness"), ("出了车祸", "accident"), ("孩子生病住院", "family_event"),
        ("生意亏本了", "business_failure"), ("台风把房子淹了", "disaster"), ("资金周转不开", "cash_flow"), ("欠了好几家平台", "overindebted"),
        ("公司降薪了", "income_drop"), ("冇咗份工", "job_loss"), ("薪水還沒下來", "wage_delay"), ("家裡出事了", "family_event"),
        ("me quedé sin chamba", "job_loss"), ("no me han pagado", "wage_delay"), ("mi negocio cerró", "business_failure"),
        ("me bajaron el sueldo", "income_drop"), ("tuve un accidente", "accident"), ("estoy enfermo", "illness"),
        ("falleció mi papá", "family_event"), ("se inundó mi casa", "disaster"), ("ando corto de dinero", "cash_flow"), ("tengo muchas deudas", "overindebted"),
    ],
)  # fmt: skip
def test_the_reason_of_hardship_is_told(text: str, reason: str | None) -> None:
    assert read_hardship_reason(text) == reason


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("1990-01-30", None), ("30/1/1990", "MX"), ("01/30/1990", "US"), ("1990年1月30日", None), ("19900130", None),
        ("Jan 30, 1990", "US"), ("30 January 1990", "GB"), ("January 30th 1990", None), ("30 de enero de 1990", "MX"),
        ("30-ene-1990", "MX"), ("一九九〇年一月三十日", "CN"), ("90年1月30号", "CN"), ("民國79年1月30日", "TW"), ("30.01.1990", "ES"),
        ("01301990", "US"), ("30011990", "ES"), ("my birthday is 1/30/90", "US"), ("nací el 30 de enero del 90", "MX"), ("born 1990/1/30", "US"),
    ],
)  # fmt: skip
def test_a_birth_date_is_read_however_it_is_written(text: str, country: str | None) -> None:
    assert read_birth_date(text, country) == date(1990, 1, 30)


def test_a_birth_date_that_could_be_two_days_is_none() -> None:
    assert read_birth_date("3/4/1990") is None
    assert read_birth_date("3/4/1990", "US") == date(1990, 3, 4)
    assert read_birth_date("3/4/1990", "ES") == date(1990, 4, 3)


@pytest.mark.parametrize(
    ("text", "last4"),
    [
        ("2207", "2207"), ("it's 2207", "2207"), ("40K1", "40K1"), ("40k1", "40K1"), ("last 4 are 2 2 0 7", "2207"),
        ("尾号六一二九", "6129"), ("后四位是612X", "612X"), ("110101199003072207", "2207"), ("two two oh seven", "2207"),
        ("termina en 40K1", "40K1"), ("dos dos cero siete", "2207"), ("I don't know", None), ("220", None),
    ],
)  # fmt: skip
def test_the_last_four_of_an_id_are_read(text: str, last4: str | None) -> None:
    assert read_identity_fact(text, "id_last4") == last4


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("60614", "60614"),
        ("zip is 60614-1234", "60614"),
        ("邮编430070", "430070"),
        ("C.P. 03100", "03100"),
        ("sw1a 1aa", "SW1A 1AA"),
        ("22041", "22041"),
        ("no sé", None),
    ],
)
def test_a_postcode_is_read(text: str, code: str | None) -> None:
    assert read_identity_fact(text, "postcode") == code
