"""A yes to a read-back that hangs on money to come, is only tried for, or says no in the same breath, confirms nothing."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import hanging
from actions.drafts import Draft
from actions.situation import CancelPromises, ConfirmPromises, Dialogue, DraftPromises, Step
from tests.actions.making import account, after, effects, keys, situation
from tests.actions.test_yes_and_more import PAIRS, YES

ONE = Draft(amount=Decimal("300.00"), on=date(2026, 5, 15), method="card")
TWO = Draft(
    parts=((Decimal("150.00"), date(2026, 5, 15)), (Decimal("150.00"), date(2026, 5, 29))), method="card"
)
PLACES = {"en": ("US", "USD"), "es": ("MX", "MXN"), "zh-Hans": ("CN", "CNY"), "zh-Hant": ("TW", "TWD")}
HANGING = {
    "en": """yeah no|yeah nah|yes and no|yes if i get paid|yes if my check clears|yes please if my tax refund lands by then|yes thats what i said i would pay if i had it|yes but only if they pay me|yes, ill try
yes i'll do my best|yes maybe|yes hopefully|300 friday if i get paid|yes assuming my check clears|yes once i get paid|yes when my check comes|ok if i can|sure, if everything goes well|yes but i'm not sure|yes, can't promise tho
yep we'll see|yeah fingers crossed|yes depends if i work|correct, if the money is there|yes as long as my boss pays me|yes i hope so|yes, if i get the job|that's right if my refund comes|yes if he sends the child support|yes by card if i get paid|well yes if i get paid
yes it might fall through tho""",
    "es": """sí, si me depositan|sí, a ver si puedo|sí pero si me pagan|sí, ojalá|sí, voy a tratar|sí, haré lo posible|sí, si mi patrón me paga|claro, si cae la quincena|sí, en cuanto me paguen|sí cuando me depositen|sí y no
sí, siempre y cuando me paguen|sí, espero poder|sí, no estoy segura|sí, no puedo prometerlo|de acuerdo, si me alcanza|sí, depende|correcto, si hay chamba|sí, si todo sale bien|sí, a lo mejor""",
    "zh-Hans": """对 如果发工资的话|对 等我发工资|对，要是老板发钱|好的 如果到账的话|对，但是不确定|是的 我尽量|对 可能吧|好，看情况|对，发了工资就还|对 可是不一定有钱|对 希望到时有钱|好 争取|嗯 如果借到钱|对 只要工资发下来|对 等老板给钱|对也不对""",
    "zh-Hant": """對 可是我不確定那天有沒有錢|對，等我出糧|係，如果出到糧|好 我盡量|對 如果公司發薪水|係 但唔一定有錢|好呀 睇情況|對 可能吧|係 唔敢保證|好 試試看|對，收到錢就繳|對 希望那天有錢|係呀 等老細出糧先""",
}
SURE = {
    "en": """yes|yes that's when i get paid|yes friday is when i get paid|yes if that's ok|yes if possible by card|yes, if anything changes i'll tell you|yes if i have any trouble ill call|yes if i can pay more i will|yes i'll try to pay earlier
yes i'll try not to be late again|yes not sure how to use the link though|yes ill let you know when i get paid|yes if i get paid early i pay early|yes maybe even earlier|yes no problem|yes no worries|yeah no problem|yes i get paid friday
yes hopefully this is the last one|yes i can do that|yes if you don't mind|sure thing""",
    "es": """sí|sí, si no hay problema|sí si es posible por la tarde|sí, si pasa algo les aviso|sí, si me sale algo extra también se lo mando|sí, el viernes me pagan|sí, ese día me depositan|sí primero dios|sí, no hay problema|sí, ojalá no|si me parece bien|sí por favor|sí, a lo mejor antes""",
    "zh-Hans": """对|对 那天发工资|对，我周五发工资|对 如果有变会通知你们|对，尽量早点|好的 可以的话用支付宝|对 如果能早点就早点还|是的没问题|对 我确定|对 可能提前|对，工资那天到|对 发工资那天""",
    "zh-Hant": """對|係，嗰日出糧|對 那天發薪水|對 如果有變會通知你們|係 冇問題|對 我會準時|好 盡量提早|係呀 星期五出糧""",
}
SURE["es"] = SURE["es"].replace("|sí, ojalá no", "")


def _each(told: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (language, text) for language, texts in told.items() for text in texts.replace("\n", "|").split("|")
    ]


def said(
    text: str, language: str, intent: str = "affirm", draft: Draft = ONE, key: str = "promise.read_back"
) -> Step:
    """The step after the text, the draft read back before it."""
    from actions import route

    country, currency = PLACES[language]
    read = after(
        "confirmation", "promise", draft.as_json(), question={"key": key, "parameters": {"promise": ""}}
    )
    return route.next_step(
        situation(
            text,
            intent,
            dialogue=read,
            language=language,
            country=country,
            account=account("842.50", currency),
        )
    )


@pytest.mark.parametrize(("language", "text"), _each(HANGING))
def test_a_yes_that_hangs_is_asked_for_its_certainty(language: str, text: str) -> None:
    step = said(text, language)

    assert keys(step) == ["promise.is_it_certain"]
    assert not effects(step, ConfirmPromises)
    assert not effects(step, DraftPromises)


@pytest.mark.parametrize(("language", "text"), _each(HANGING))
def test_nothing_is_written_where_the_answer_to_that_hangs_too(language: str, text: str) -> None:
    step = said(text, language, key="promise.is_it_certain")

    assert keys(step) == ["promise.what_is_sure"]
    assert effects(step, CancelPromises)


@pytest.mark.parametrize(("language", "text"), _each(SURE))
def test_a_yes_that_is_sure_of_itself_confirms(language: str, text: str) -> None:
    step = said(text, language)

    assert effects(step, ConfirmPromises)


@pytest.mark.parametrize("text", ["yes", "yes, sure", "it is"])
def test_a_yes_to_whether_it_is_certain_confirms(text: str) -> None:
    asked = said("yes if i get paid", "en")
    step = said(text, "en", draft=Draft.from_json(asked.dialogue.draft), key="promise.is_it_certain")

    assert effects(step, ConfirmPromises)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(_each(HANGING)),
    st.sampled_from(["affirm", "deny", "promise_to_pay", "stall", "out_of_scope", "ask_consequence"]),
    st.sampled_from([ONE, TWO]),
)
def test_whatever_it_is_taken_for_a_hanging_yes_confirms_nothing(
    told: tuple[str, str], intent: str, draft: Draft
) -> None:
    language, text = told

    assert not effects(said(text, language, intent, draft), ConfirmPromises)


def test_what_is_said_behind_a_yes_and_harms_nothing_does_not_hang() -> None:
    read = after("confirmation", "promise", ONE.as_json())
    for language, words in PAIRS:
        for yes in YES[language]:
            assert not hanging.takes(situation(yes + words, "affirm", dialogue=read, language=language)), (
                words
            )


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("300 friday if i get paid", "promise_to_pay", "en"),
        ("if they pay me", "ask_consequence", "en"),
        ("if my check clears", "stall", "en"),
        ("如果发工资的话", "stall", "zh-Hans"),
        ("等我出糧先", "stall", "zh-Hant"),
    ],
)
def test_a_condition_without_a_yes_is_asked_for_its_certainty_too(
    text: str, intent: str, language: str
) -> None:
    assert keys(said(text, language, intent)) == ["promise.is_it_certain"]


def test_nothing_hangs_where_nothing_was_read_back() -> None:
    assert not hanging.takes(situation("yes if i get paid", "affirm", dialogue=Dialogue()))


@pytest.mark.parametrize(
    "flood", ["yes if i ", "yes if my check ", "sí si me ", "对如果", "等我发", "i'll try to "]
)
def test_long_messages_are_read_in_time(flood: str) -> None:
    read = after("confirmation", "promise", ONE.as_json())
    began = time.process_time()
    hanging.takes(situation(flood * (4000 // len(flood)), "affirm", dialogue=read))
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "text",
    [
        "even if it dont come ill get it from my sister. 300 on the 15th, for sure",
        "yes even if my check is late",
        "sí, aunque no me paguen",
        "对 就算没发工资",
    ],
)
def test_what_it_does_not_hang_on_hangs_on_nothing(text: str) -> None:
    read = after("confirmation", "promise", ONE.as_json())

    assert not hanging.takes(situation(text, "affirm", dialogue=read))
