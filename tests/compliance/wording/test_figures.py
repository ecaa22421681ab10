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


@pytest.mark.parametrize(
    ("tag", "text", "balance"),
    [
        ("en", "So that's 940 you've got left to clear.", "640.00"),
        ("en", "you still owe us 940 hun", "640.00"),
        ("en", "Just checked, there's $940 outstanding on the account as of this morning.", "640.00"),
        ("en", "Thanks for the payment! That takes you down to $900 even.", "640.00"),
        ("en", "that leaves 780 on it, so 4 more of 195", "640.00"),
        ("en", "The screen says 940. I don't make the numbers.", "640.00"),
        ("en", "Our ledger reads nine hundred and forty.", "640.00"),
        ("en", "Your payoff figure is $1,204.50 through Friday.", "640.00"),
        ("en", "940 is what it'll take to close this.", "640.00"),
        ("en", "You're showing nine hundred forty past due, give or take nothing.", "640.00"),
        ("en", "Remaining: £940.00. Pay by card or transfer.", "640.00"),
        ("en", "Balance today $940, kindly remit.", "640.00"),
        ("en", "I've got you down for 1,640, love, not 640.", "640.00"),
        ("en", "With everything rolled in you're at 940 now", "640.00"),
        ("en", "To settle up today I need $940 from you.", "640.00"),
        (
            "en",
            "So after your last payment there's £1,265.50 left to go, and you can pay by card.",
            "1065.50",
        ),
        ("es", "Le quedan 4,100 por pagar.", "3200.00"),
        ("es", "Serían 4,100 para dejarlo en ceros.", "3200.00"),
        ("es", "Recibí su abono, gracias. Restan $4,100.", "3200.00"),
        ("es", "No son tres mil doscientos, son cuatro mil cien.", "3200.00"),
        ("es", "El sistema marca 4.100, yo no lo invento.", "3200.00"),
        ("es", "ps debe 4100 y punto", "3200.00"),
        ("es", "Con este pago su pendiente baja a $3,900.", "3200.00"),
        ("es", "Faltan 4,100 pesos nada más y cerramos.", "3200.00"),
        ("es", "Su cuenta está en $4,100 al día de hoy.", "3200.00"),
        ("es", "Para quedar al corriente necesita cubrir 4,100.", "3200.00"),
        ("es", "Todavía trae un pendiente de cuatro mil cien pesos.", "3200.00"),
        ("zh-Hans", "你还剩一万二没还。", "8000.00"),
        ("zh-Hans", "是1.2万，不是8千，好吧。", "8000.00"),
        ("zh-Hans", "收到您的还款，还剩12000元。", "8000.00"),
        ("zh-Hans", "系统里挂着12000，赶上月底了。", "8000.00"),
        ("zh-Hans", "你欠的是一万二，别跟我说八千。", "8000.00"),
        ("zh-Hans", "还要还12000才能结清。", "8000.00"),
        ("zh-Hans", "目前未还金额12,000.00元，可以微信支付。", "8000.00"),
        ("zh-Hans", "这笔账一共12000块，零头都不少。", "8000.00"),
        ("zh-Hant", "是12萬不是8萬好嗎", "80000.00"),
        ("zh-Hant", "你還欠12萬。", "80000.00"),
        ("zh-Hant", "扣掉上個月那筆，還有95,000元要繳。", "80000.00"),
        ("zh-Hant", "你仲爭十二萬,唔係八萬。", "80000.00"),
        ("zh-Hant", "系統顯示是九萬五。", "80000.00"),
        ("zh-Hant", "而家條數係 $120,000，快啲搞掂。", "80000.00"),
        ("zh-Hant", "剩低九萬五，分四期。", "80000.00"),
        ("zh-Hant", "帳上還掛著95000,麻煩月底前。", "80000.00"),
    ],
)
def test_a_sum_above_the_balance_is_seen_wherever_it_is_said_to_be_owed(
    tag: str, text: str, balance: str
) -> None:
    assert said_wrongly(text, balance, tag)


@pytest.mark.parametrize(
    ("tag", "text", "balance"),
    [
        ("en", "Your balance is $640.00, same as your statement.", "640.00"),
        ("en", "You borrowed $1,500 in 2022 and $640 of it is still open.", "640.00"),
        ("en", "You have paid $860 of $1,500 so far. $640 left, well done.", "640.00"),
        ("en", "I know you take home about $2,100 a month. Would $80 fit?", "640.00"),
        ("en", "Call us at 1-800-555-0199, reference 88213, any time before 6.", "640.00"),
        ("en", "You don't owe $940, that was our mistake. It's $640.", "640.00"),
        ("en", "If somebody asked you for $900, that wasn't us. You owe $640.", "640.00"),
        ("en", "$640 over eight months is $80 a month, no interest on top.", "640.00"),
        ("en", "Your rent of $1,150 comes first, then we look at what's left.", "640.00"),
        ("en", "Our office is at 940 Main Street, suite 1200.", "640.00"),
        ("en", "Your file number is 94022. You can read it out to whoever answers.", "640.00"),
        ("en", "The letter of March said $720; you've paid $80 since, so it's $640.", "640.00"),
        ("en", "I can't knock a dime off and I'm not adding a dime either. It's $640 even.", "640.00"),
        ("es", "Su saldo es de $3,200, ni un peso más.", "3200.00"),
        ("es", "Usted pidió $8,000 y ya pagó $4,800. Quedan $3,200.", "3200.00"),
        ("es", "Gana unos 9,500 al mes, ¿le quedan bien 400?", "3200.00"),
        ("es", "No debe $4,100, fue un error nuestro. Son $3,200.", "3200.00"),
        ("es", "Son 3,200 en ocho pagos de 400.", "3200.00"),
        ("es", "Llame al 55 4100 2200, extensión 410.", "3200.00"),
        ("es", "Primero su renta de 5,500 y luego vemos.", "3200.00"),
        ("es", "En marzo debía $3,600 y abonó $400, así que hoy son $3,200.", "3200.00"),
        ("zh-Hans", "您的余额是8000元，跟账单一样。", "8000.00"),
        ("zh-Hans", "您当初借了20000，已经还了12000，还剩8000。", "8000.00"),
        ("zh-Hans", "您每月工资一万二，留够生活费再说。", "8000.00"),
        ("zh-Hans", "不是一万二，是八千，之前写错了。", "8000.00"),
        ("zh-Hans", "8000分十期，每期800。", "8000.00"),
        ("zh-Hans", "客服电话400-820-8820，工号12345。", "8000.00"),
        ("zh-Hant", "您的餘額是80,000元，沒有多算。", "80000.00"),
        ("zh-Hant", "原本借15萬，已經繳了7萬，剩8萬。", "80000.00"),
        ("zh-Hant", "不是12萬，是8萬，上次簡訊打錯了。", "80000.00"),
        ("zh-Hant", "8萬分20期,每期4,000元。", "80000.00"),
        ("zh-Hant", "請撥02-8712-9500轉1200。", "80000.00"),
    ],
)
def test_sums_that_nobody_is_said_to_owe_pass(tag: str, text: str, balance: str) -> None:
    assert said_wrongly(text, balance, tag) == []


def test_words_of_number_are_read_in_full() -> None:
    assert word_value("nine hundred and forty") == 940
    assert word_value("tres mil doscientos cincuenta") == 3250
    assert word_value("twelve hundred") == 1200
