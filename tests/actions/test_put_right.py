"""What is said in place of what was read back or agreed, beside it, and asked about it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions import agreed, answers, certainty, parts, promise, rows
from actions.drafts import Draft
from actions.shifts import shifted
from actions.situation import CancelPromises, ConfirmPromises, Dialogue, OnFile, Step
from catalogue.values import money
from core.money import Money
from tests.actions.making import after, drafted, effects, keys, promised, situation, talk

LANGUAGES = {"zh-Hans": "CN", "zh-Hant": "HK", "es": "MX", "en": "US"}
ONE = Draft(amount=Decimal("300.00"), on=date(2026, 5, 20), method="card")
THREE = Draft(
    parts=tuple((Decimal("100.00"), date(2026, 5, day)) for day in (15, 22, 29)), method="bank_transfer"
)


def read_back(draft: Draft) -> Dialogue:
    """The draft as it is read back."""
    question = {"key": "promise.read_back", "parameters": {}}
    return after("confirmation", "promise", draft.as_json(), question=question)


def said(text: str, intent: str, draft: Draft = ONE, language: str = "en", **changes: object) -> Step:
    """The step after the text, the draft read back before it."""
    (step,) = talk(
        (text, intent),
        dialogue=read_back(draft),
        language=language,
        country=LANGUAGES[language],
        **changes,
    )
    return step


def stands(*days: int) -> tuple[OnFile, ...]:
    """Promises of 100 each that were agreed for these days of May."""
    return tuple(promised("100", date(2026, 5, day)) for day in days)


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("And let it be 200 not 300. I am managing, small small", "request_plan", "en"),
        ("but can only dae 200 no 300, wean's birthday", "request_plan", "en"),
        ("oh make it 200 actually, 300s too much", "hardship", "en"),
        ("can we do 200 instead?", "request_plan", "en"),
        ("mejor que sean 200 no 300", "cancel_promise", "es"),
        ("pon 200 en vez de 300", "request_plan", "es"),
        ("solo puedo 200", "hardship", "es"),
        ("不对 是200不是300", "deny", "zh-Hans"),
        ("係200唔係300 打錯咗", "wrong_party", "zh-Hant"),
        ("改成200好了", "request_plan", "zh-Hant"),
    ],
)
def test_another_sum_is_put_in_place_of_the_one_read_back(text: str, intent: str, language: str) -> None:
    step = said(text, intent, language=language, confidence=0.38)

    assert drafted(step) == [(Decimal("200.00"), date(2026, 5, 20))]


def test_another_sum_is_put_in_place_of_the_one_that_was_agreed() -> None:
    (step,) = talk(("things are tight, can only do 200 not 300", "hardship"), promises=(promised(),))

    assert drafted(step) == [(Decimal("200.00"), date(2026, 5, 15))]


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("can you call after 5 instead", "contact_preference", "en"),
        ("can only do 50 a month", "request_plan", "en"),
        ("make it 3 payments", "request_plan", "en"),
        ("can we do it may 28 instead", "cancel_promise", "en"),
        ("卡里真的就三十几块", "hardship", "zh-Hans"),
        ("手机号换成136了，后面8888变6666", "update_contact", "zh-Hans"),
    ],
)
def test_these_put_no_sum_in_its_place(text: str, intent: str, language: str) -> None:
    s = situation(text, intent, dialogue=read_back(ONE), language=language, country=LANGUAGES[language])

    assert not promise.puts_right(s)


@pytest.mark.parametrize(
    ("text", "intent", "language", "days"),
    [
        ("start it the friday after instead, same again 100 each", "promise_to_pay", "en", (22, 29, 36)),
        ("hold on can we push it all back a week", "request_plan", "en", (22, 29, 36)),
        ("no espere, empezamos una semana después mejor", "cancel_promise", "es", (22, 29, 36)),
        ("全部推迟一周行不行", "request_plan", "zh-Hans", (22, 29, 36)),
        ("can the second one be the 26th", "cancel_promise", "en", (15, 26, 29)),
        ("ay espera, el segundo mejor el 26 q el 22 aún no he cobrado", "promise_to_pay", "es", (15, 26, 29)),
        ("22號我去咗離島 第2期改做26號得唔得", "cancel_promise", "zh-Hant", (15, 26, 29)),
        ("the 22nd one needs to be the 26th", "cancel_promise", "en", (15, 26, 29)),
        ("22号那笔能不能改到26号", "request_plan", "zh-Hans", (15, 26, 29)),
    ],
)
def test_one_of_several_or_the_whole_row_is_moved(
    text: str, intent: str, language: str, days: tuple[int, ...]
) -> None:
    step = said(text, intent, THREE, language)
    (agreed_before,) = talk(
        (text, intent), promises=stands(15, 22, 29), language=language, country=LANGUAGES[language]
    )

    expected = [date.fromordinal(date(2026, 5, 1).toordinal() + day - 1) for day in days]
    assert [on for _, on in drafted(step)] == expected
    assert [on for _, on in drafted(agreed_before)] == expected


@pytest.mark.parametrize(
    "text", ["otro día vemos", "i promise monday but boss no pay, other day please", "下个月一起还行吗"]
)
def test_another_day_is_none_of_the_payments(text: str) -> None:
    assert not rows.names_place(text) or not rows.moves_one(
        situation(text, "cancel_promise"), rows.of(stands(15, 22, 29))
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("係呀 其他照舊 15 22 29 各100 confirm", "zh-Hant"),
        ("15, 22 and 29 yeah thats fine", "en"),
        ("grand. yes to all that", "en"),
        ("aight bet. yeah thats right lock it in", "en"),
        ("anyway si, los tres confirmado", "es"),
    ],
)
def test_a_yes_in_these_words_agrees_to_the_row(text: str, language: str) -> None:
    assert effects(said(text, "affirm", THREE, language), ConfirmPromises)


@pytest.mark.parametrize("text", ["but right now i cant", "so sure of yourself", "que va", "well fine print"])
def test_what_only_sounds_like_a_yes_is_none(text: str) -> None:
    assert not answers.begins_yes(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no idea about the rest yet lol but yes the 300 on the 20th", "en"),
        ("yes but idk about the rest yet", "en"),
        ("del resto no sé todavía pero sí los 300 el 20", "es"),
        ("剩下的还不知道 先这样吧", "zh-Hans"),
        ("淨低嗰啲遲啲先講 20號嗰筆ok", "zh-Hant"),
    ],
)
def test_a_rest_that_is_not_known_yet_is_not_asked_for(text: str, language: str) -> None:
    step = said(text, "promise_to_pay", language=language)

    assert keys(step) == ["promise.confirmed"]


def test_a_rest_not_known_yet_alone_leaves_what_was_read_back() -> None:
    (step,) = talk(("dont know about the rest yet", "stall"), dialogue=read_back(ONE))

    assert drafted(step) == [(Decimal("300.00"), date(2026, 5, 20))]


@pytest.mark.parametrize(
    ("text", "language", "amount"),
    [
        ("and the rest on june 5", "en", "215.20"),
        ("another 100 on june 5", "en", "100.00"),
        ("y lo que falta el 5 de junio", "es", "215.20"),
        ("差的100我6/5再轉 這樣有補齊400吧", "zh-Hant", "100.00"),
        ("剩下的6月5号还", "zh-Hans", "215.20"),
        ("淨低嘅6月5號過埋", "zh-Hant", "215.20"),
    ],
)
def test_the_rest_is_a_second_payment_beside_the_first(text: str, language: str, amount: str) -> None:
    country = {**LANGUAGES, "zh-Hant": "TW"}[language]
    place: dict[str, Any] = {"language": language, "country": country}
    (read,) = talk((text, "promise_to_pay"), dialogue=read_back(ONE), **place)
    (added,) = talk((text, "promise_to_pay"), promises=(promised("300", date(2026, 5, 20)),), **place)

    both = [(Decimal("300.00"), date(2026, 5, 20)), (Decimal(amount), date(2026, 6, 5))]
    assert drafted(read) == both
    assert drafted(added) == both


def test_the_day_a_bank_is_closed_is_not_the_day_meant() -> None:
    draft = Draft(amount=Decimal("300.00"), on=date(2026, 5, 14))
    step = said("26号那个星期二嘛 19号是端午他不上班", "promise_to_pay", draft, "zh-Hans")

    assert drafted(step) == [(Decimal("300.00"), date(2026, 5, 26))]


@pytest.mark.parametrize("text", ["不对不对 等会儿 20号运费下不来 得22号 还是300哈", "啊不对 20号不行 22号"])
def test_a_slip_put_right_is_the_day_that_follows(text: str) -> None:
    step = said(text, "promise_to_pay", language="zh-Hans")

    assert [on for _, on in drafted(step)] == [date(2026, 5, 22)]


def test_whether_a_name_is_to_be_written_takes_nothing_back() -> None:
    text = "我侄儿从他的卡上转给你们得不得 要不要写我的名子"
    s = situation(text, "pay_now", dialogue=read_back(ONE), language="zh-Hans", country="CN")

    assert not certainty.is_held_back(s)


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("lol just kidding i cant do that", "out_of_scope", "en"),
        ("jaja es broma, no tengo un duro", "hardship", "es"),
        ("哈哈开玩笑的 我哪有钱", "out_of_scope", "zh-Hans"),
        ("講笑啫 唔好介意", "out_of_scope", "zh-Hant"),
    ],
)
def test_what_was_said_in_jest_is_dropped(text: str, intent: str, language: str) -> None:
    step = said(text, intent, language=language)

    assert keys(step) == ["promise.cancelled_when_then"]
    assert effects(step, CancelPromises)


@pytest.mark.parametrize(
    "text", ["are you kidding me", "no joking, yes", "thanks for calling my lawyer back lol jk"]
)
def test_these_are_no_joke_about_the_promise(text: str) -> None:
    assert not certainty.was_a_joke(situation(text, "out_of_scope", dialogue=read_back(ONE)))


@pytest.mark.parametrize(
    ("text", "intent", "language", "key"),
    [
        ("whats date o last un", "ask_balance", "en", "balance.last_payment"),
        ("remind me when the last one is", "contact_preference", "en", "balance.last_payment"),
        ("cuándo es el último?", "ask_balance", "es", "balance.last_payment"),
        ("最后一期是几号", "ask_balance", "zh-Hans", "balance.last_payment"),
        ("whats that leave me owin after", "ask_balance", "en", "balance.left_after"),
        ("y cuánto me queda después de eso?", "ask_balance", "es", "balance.left_after"),
        ("之後仲爭幾多", "ask_balance", "zh-Hant", "balance.left_after"),
        ("我上次答应还你们多少来着 几号", "ask_balance", "zh-Hans", "balance.your_promise"),
        ("咪住先 萬一老細又甩底 我到時點搵你哋改期", "cancel_promise", "zh-Hant", "promise.if_it_changes"),
    ],
)
def test_what_is_asked_about_the_payments_is_answered(
    text: str, intent: str, language: str, key: str
) -> None:
    s = situation(text, intent, promises=stands(15, 22), language=language, country=LANGUAGES[language])
    step = agreed.takes(s)

    assert step is not None
    assert keys(step) == [key]


def test_what_is_left_is_what_is_owed_less_the_payments() -> None:
    (step,) = talk(("what does that leave me owing after", "ask_balance"), promises=stands(15, 22))

    assert step.says[0].parameters["amount"] == money(Money.of("315.20", "USD"))


@pytest.mark.parametrize(
    "text",
    [
        "when was my last payment",
        "cuando fue mi ultimo pago",
        "juro que es la última vez",
        "if i send 90 what does that leave",
    ],
)
def test_these_ask_for_something_else(text: str) -> None:
    assert agreed.takes(situation(text, "ask_balance", promises=stands(15, 22))) is None


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("yall charge extra for doin it in 2?", "request_plan", "en"),
        ("me cobráis algo por pagar en partes?", "request_plan", "es"),
        ("要不要额外收费", "dispute_debt", "zh-Hans"),
    ],
)
def test_a_question_of_fees_is_no_wish_for_another_plan(text: str, intent: str, language: str) -> None:
    step = said(text, intent, language=language, confidence=0.35)

    assert keys(step) == ["balance.consequence", "promise.read_back"]


def test_the_sum_of_a_promise_that_was_not_kept_stands_in() -> None:
    late = (promised("180", date(2026, 5, 8)),)
    (step,) = talk(
        ("ill pay ye this fri instead, the 15th", "promise_to_pay"),
        dialogue=after("reason", "broken_promise"),
        promises=late,
    )

    assert drafted(step) == [(Decimal("180.00"), date(2026, 5, 15))]


def test_a_week_back_is_a_week_later() -> None:
    assert shifted("can we push it back a week", date(2026, 5, 15)) == date(2026, 5, 22)


def test_the_rest_is_told_from_what_is_told_of_it() -> None:
    assert parts.puts_off(situation("not sure about the rest yet"))
    assert not parts.puts_off(situation("the rest on june 5"))
