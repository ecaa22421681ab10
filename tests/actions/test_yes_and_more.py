"""A yes to what was read back stays one, whatever harmless is said behind it; a figure that is neither money nor a day
changes nothing of it."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest

from actions import agreed, answers, counted, instead, promise, rows
from actions.drafts import Draft
from actions.situation import ConfirmPromises, Dialogue, Step, Told
from tests.actions.making import after, drafted, effects, keys, promised, situation, talk

COUNTRIES = {"en": "US", "es": "MX", "zh-Hans": "CN", "zh-Hant": "HK"}
ONE = Draft(amount=Decimal("300.00"), on=date(2026, 5, 20), method="card")
TWO = Draft(
    parts=((Decimal("100.00"), date(2026, 6, 12)), (Decimal("100.00"), date(2026, 6, 26))), method="card"
)
YES = {
    "en": ("yes, ", "yeah thats right. ", "that works for me and ", "absolutely, ", "ok "),
    "es": ("sí, ", "claro que sí. ", "de acuerdo y ", "sale, ", "así es, "),
    "zh-Hans": ("是的，", "好的 ", "没问题。", "可以，", "对，"),
    "zh-Hant": ("係，", "好呀 ", "冇問題。", "無問題，", "啱，"),
}
AFTERTHOUGHTS = {
    "en": """i will do extra shifts|any extra i get goes to you too|i do have extra money coming|charge it to my card
i have 2 kids and 3 jobs|my kids are 5 and 9|i only have 5 minutes|only got 1 card|i hope there is no interest
thanks for not charging interest|it cost me 3 sleepless nights|i turn 45 soon|i have 2 jobs now|i know how much i owe
my daughter is 8 today|room 12 on the 3rd floor|the card ends in 4417|we are a family of 5|at my age, 62, i pay my debts
im on my 2nd coffee|100%|no worries|i will do it first thing|my mum is 80|ive got 3 dogs|second time lucky|no late fees i hope
i wont be late this time|my car cost a lot to fix|my other job pays well|i cant thank you enough""",
    "es": """voy a hacer horas extra|si me sale algo extra también se lo mando|cárguelo a mi tarjeta|tengo 2 hijos y 3 trabajos
mis hijos tienen 5 y 9 años|solo tengo 5 minutos|nomás tengo 1 tarjeta|espero que no haya recargos|ya sé cuánto debo
gracias por no cobrarme intereses|somos 5 en la casa|tengo 62 años|estoy en el piso 3|termina en 4417|voy a poner 2 alarmas
esta vez no me atraso|no se preocupe|100%|mi hija cumple 8 hoy|primero dios|a primera hora|mi mamá tiene 80|es mi segundo trabajo""",
    "zh-Hans": """我会多加班|有额外收入也给你们|从我卡里扣|我有2个孩子要养|最多3个孩子要养|孩子一个5岁一个9岁|我只有5分钟|我只有1张卡
希望没有利息|谢谢没收我手续费|我知道欠多少|我今年62岁|尾号4417的卡|设了2个闹钟|这次不会晚了|百分之百|第一时间就转|今天30度|我妈80岁了
第二份工作""",
    "zh-Hant": """我會加班|有額外收入都俾埋你|喺我張卡扣|我有2個仔女|最多3個仔女要養|個女5歲個仔9歲|我得5分鐘|我得1張卡|希望冇利息
多謝冇收我手續費|我知爭幾多|我今年62歲|尾數4417張卡|set咗2個鬧鐘|今次唔會遲|百分百|第一時間轉|今日30度|阿媽80歲|第二份工""",
}
PAIRS = [
    (language, words.strip())
    for language, said in AFTERTHOUGHTS.items()
    for words in said.replace("\n", "|").split("|")
]


def read_back(draft: Draft) -> Dialogue:
    """The draft as it is read back."""
    return after(
        "confirmation", "promise", draft.as_json(), question={"key": "promise.read_back", "parameters": {}}
    )


def said(text: str, intent: str, draft: Draft = ONE, language: str = "en", confidence: float = 0.9) -> Step:
    """The step after the text, the draft read back before it."""
    (step,) = talk(
        (text, intent),
        dialogue=read_back(draft),
        language=language,
        country=COUNTRIES[language],
        confidence=confidence,
    )
    return step


@pytest.mark.parametrize(("language", "afterthought"), PAIRS)
def test_a_yes_with_an_afterthought_confirms_what_was_read_back(language: str, afterthought: str) -> None:
    for yes in YES[language]:
        for draft in (ONE, TWO):
            step = said(yes + afterthought, "affirm", draft, language)

            assert keys(step) == ["promise.confirmed"], yes
            assert effects(step, ConfirmPromises), yes


@pytest.mark.parametrize(("language", "afterthought"), PAIRS)
def test_the_afterthought_alone_changes_nothing_that_was_read_back(language: str, afterthought: str) -> None:
    for draft in (ONE, TWO):
        for intent in ("out_of_scope", "request_plan", "hardship", "promise_to_pay"):
            step = said(afterthought, intent, draft, language, confidence=0.35)
            table = [(draft.amount, draft.on)] if draft.amount else list(draft.parts)

            assert drafted(step) in ([], table), intent
            assert keys(step)[-1] not in ("promise.small_and_rest", "promise.too_far"), intent


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("yes i cant pay that", "en"),
        ("absolutely not", "en"),
        ("that works if my boss pays me", "en"),
        ("sí no voy a poder", "es"),
    ],
)
def test_what_takes_the_yes_back_is_none(text: str, language: str) -> None:
    assert not effects(said(text, "out_of_scope", language=language), ConfirmPromises)


@pytest.mark.parametrize(
    ("text", "language"),
    [("yes. will there be a late fee?", "en"), ("sí, ¿hay comisión?", "es"), ("对，要收手续费吗", "zh-Hans")],
)
def test_a_yes_before_a_question_of_fees_counts_and_is_answered(text: str, language: str) -> None:
    assert keys(said(text, "ask_consequence", language=language)) == [
        "balance.consequence",
        "promise.confirmed",
    ]


def test_a_mere_ok_before_a_question_of_fees_agrees_to_nothing() -> None:
    assert keys(said("ok, do you charge extra?", "ask_consequence")) == [
        "balance.consequence",
        "promise.read_back",
    ]


@pytest.mark.parametrize(
    "text", ["i have 2 kids and 3 jobs", "i work 9 to 17, is that ok", "can i do $10 and then $20 instead"]
)
def test_numbers_that_are_no_days_list_none(text: str) -> None:
    assert rows.listed_anew(situation(text, "request_plan"), TWO.parts) == ()


@pytest.mark.parametrize(
    "text", ["10 and 24", "make it the 10 and 24 instead", "10号 24号", "10th, 24th each"]
)
def test_days_listed_anew_are_the_rows_days(text: str) -> None:
    days = [on.day for _, on in rows.listed_anew(situation(text, "request_plan"), TWO.parts)]

    assert days == [10, 24]


def test_the_reason_told_with_another_sum_is_kept() -> None:
    step = said("I got fired today, can only pay 50", "hardship", confidence=0.97)

    assert [told.kind for told in effects(step, Told)] == ["hardship"]
    assert step.dialogue.draft["on"] == "2026-05-20"


def test_each_payment_of_a_row_is_moved_by_its_own_months() -> None:
    parts = ((Decimal("100.00"), date(2026, 5, 15)), (Decimal("100.00"), date(2026, 7, 15)))
    moved = rows.begun_later(situation("push them all back a week", "request_plan"), parts)

    assert [on for _, on in moved] == [date(2026, 5, 22), date(2026, 7, 22)]


@pytest.mark.parametrize(
    "text", ["wait a second", "first thing on june 25", "the first of june", "un segundo", "primero dios"]
)
def test_a_way_to_speak_is_no_place_in_a_row(text: str) -> None:
    assert not rows.names_place(text)


def test_which_of_several_is_asked_where_a_day_alone_is_told() -> None:
    assert keys(said("wait a second, monday is better", "cancel_promise", TWO)) == ["promise.what_to_change"]


def test_the_last_payment_that_came_in_is_not_the_last_that_is_promised() -> None:
    s = situation("what's the last payment you got from me?", "ask_balance", promises=(promised(),))

    assert agreed.takes(s) is None


@pytest.mark.parametrize("text", ["only have 5 minutes", "solo tengo 2 hijos", "我最多3个孩子要养"])
def test_what_is_counted_is_no_sum(text: str) -> None:
    assert not promise.puts_right(situation(text, "hardship", dialogue=read_back(ONE)))


@pytest.mark.parametrize(
    "text", ["no, 250", "the 25 of may", "25 mayo", "3 days later", "50 more", "2 payments", "$5 cash"]
)
def test_sums_days_and_spans_stay_in_the_text(text: str) -> None:
    assert counted.without(text) == text


@pytest.mark.parametrize("sign", ["一", "只能", "不是一", "1", "not 1 ", "only got ", "$ "])
def test_the_longest_text_is_read_at_once(sign: str) -> None:
    s = situation(sign * (4000 // len(sign)), "request_plan", dialogue=read_back(ONE))
    assert s.reading is not None
    started = time.perf_counter()
    instead._said(s, Decimal(300))
    counted.without(s.text)
    rows.names_place(s.text)

    assert time.perf_counter() - started < 1


def test_yes_first_is_a_clause_of_its_own() -> None:
    assert answers.yes_first("yes. is there a fee") == "yes"
    assert answers.yes_first("yes is there a fee") == ""


@pytest.mark.parametrize(
    "text",
    """make it 50 tmrw; 80 tonight; 50 nxt fri; 70 eow; 75 bones; 25 apiece; 60 up front; 50 hoy mismo; 90 via oxxo; 30得唔得; 50听日; 2个月; 10 of june""".split(
        "; "
    ),
)
def test_a_sum_or_a_day_counts_nothing_whatever_stands_behind_it(text: str) -> None:
    assert counted.without(text) == text
