"""A yes in other words, a yes with a hook, what was agreed told once more, and money that is another's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions import parts
from actions.drafts import Draft
from actions.situation import CancelPromises, ConfirmPromises, Step
from tests.actions.making import account, after, drafted, effects, keys, promised, situation, talk

COUNTRIES = {"zh-Hans": "CN", "zh-Hant": "HK", "es": "MX", "en": "US"}
TWO = Draft(
    parts=((Decimal("200.00"), date(2026, 5, 20)), (Decimal("280.00"), date(2026, 6, 12))), method="card"
)
THREE = Draft(
    parts=tuple((Decimal("100.00"), date(2026, 5, day)) for day in (15, 22, 29)), method="bank_transfer"
)
STANDS = (promised("300", date(2026, 5, 20)),)


def said(text: str, intent: str, language: str, draft: Draft | None = None, **changes: Any) -> Step:
    """The step after the text, the draft read back before it if there is one."""
    question = {"key": "promise.read_back", "parameters": {}}
    dialogue = after("confirmation", "promise", draft.as_json(), question=question) if draft else None
    given: dict[str, Any] = {"dialogue": dialogue, **changes}
    (step,) = talk((text, intent), language=language, country=COUNTRIES[language], **given)
    return step


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("ok fine then. yes pls go ahead with all 3", "affirm", "en"),
        ("put down all 3 payments", "affirm", "en"),
        ("got it, as i said then", "promise_to_pay", "en"),
        ("sí, adelante con los 3", "affirm", "es"),
        ("entendido, como quedamos", "promise_to_pay", "es"),
        ("就按我刚才说的", "promise_to_pay", "zh-Hans"),
        ("明 咁得啦 照我頭先講咁還", "promise_to_pay", "zh-Hant"),
    ],
)
def test_a_yes_names_how_many_payments_or_what_was_said(text: str, intent: str, language: str) -> None:
    assert effects(said(text, intent, language, THREE), ConfirmPromises)


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        (
            "yes both correct. but that 45k dont write anywhere, that is not in my hand",
            "deny",
            "en",
        ),
        ("both right but dont put down the bonus money", "deny", "en"),
        ("sí las dos, pero lo del aguinaldo no lo apunte", "affirm", "es"),
        ("对 两笔都对 但那笔4500别记 还不一定", "affirm", "zh-Hans"),
        ("啱 兩筆都啱 但係嗰45000唔好寫落去", "affirm", "zh-Hant"),
        ("对 两笔都对 但客户那笔4500别记 还不一定", "dispute_debt", "zh-Hans"),
    ],
)
def test_other_money_that_is_not_to_be_noted_takes_no_yes_back(text: str, intent: str, language: str) -> None:
    assert effects(said(text, intent, language, TWO), ConfirmPromises)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("yes but only if they pay me", "en"),
        ("yes but i cant do the second", "en"),
        ("sí pero solo si me pagan", "es"),
        ("对 不过要等公司发钱才行", "zh-Hans"),
    ],
)
def test_a_yes_with_a_hook_confirms_nothing(text: str, language: str) -> None:
    assert not effects(said(text, "affirm", language, TWO), ConfirmPromises)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hey remind me what i agreed to, day n amount. dont have it in front of me", "en"),
        ("can u tell me again what i agreed to", "en"),
        ("me recuerda qué día y cuánto acordamos", "es"),
        ("提醒一下 我之前答应的是哪天还多少", "zh-Hans"),
        ("我上次講好邊日還呀 唔記得咗", "zh-Hant"),
    ],
)
def test_who_wants_to_be_reminded_takes_nothing_back(text: str, language: str) -> None:
    step = said(text, "cancel_promise", language, promises=STANDS)
    assert keys(step) == ["balance.your_promise"]
    assert not effects(step, CancelPromises)


def test_what_is_forgotten_on_purpose_is_taken_back() -> None:
    assert "promise.taken_back" in keys(said("forget what i said", "cancel_promise", "en", promises=STANDS))


@pytest.mark.parametrize("intent", ["promise_to_pay", "cancel_promise", "hardship"])
@pytest.mark.parametrize("asked", ["reason", "hardship_more"])
def test_a_promise_is_moved_though_its_reason_was_asked(asked: str, intent: str) -> None:
    dialogue = after(asked, "hardship")
    text = "need to push it to weds the 27th. same amount same card"
    step = said(text, intent, "en", dialogue=dialogue, promises=STANDS)
    assert drafted(step) == [(Decimal("300"), date(2026, 5, 27))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("dont put me down for anything yet im just telling you", "en"),
        ("no me apunte nada todavía, nomás le cuento", "es"),
        ("先不要幫我登記 我沒有要答應 只是跟你講一下狀況", "zh-Hant"),
    ],
)
def test_who_only_tells_how_things_are_is_not_sent_to_a_person(text: str, language: str) -> None:
    step = said(text, "deny", language, dialogue=after("reason", "hardship"))
    assert keys(step) == ["promise.what_is_sure"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("好啦先繳300 我現在就轉 帳號給我", "zh-Hant"),
        ("ok ill send 300 now, whats the account number", "en"),
        ("va, le deposito 300 ahorita, páseme la cuenta", "es"),
    ],
)
def test_a_part_to_be_sent_this_moment_is_told_where_to(text: str, language: str) -> None:
    (say,) = said(text, "pay_now", language).says
    assert say.key == "pay_now.bank"
    assert "300" in str(say.parameters["amount"])


def test_how_interest_is_worked_out_is_no_dispute_until_it_is_denied() -> None:
    asked = said("你們這利息真的笑死 XDD 是怎麼算的啊", "dispute_debt", "zh-Hant")
    denied = said("借三萬還七萬多 利息怎麼算的 我不認", "dispute_debt", "zh-Hant")
    assert [keys(asked), keys(denied)] == [["balance.why"], ["dispute.noted_known"]]


def test_the_rest_may_be_told_in_thousands() -> None:
    half = Draft(amount=Decimal("20000"), on=date(2026, 5, 20), method="card")
    s = situation("balance 28k on 12 june, same way", "promise_to_pay", account=account("48000.00"))
    both, _ = parts.rest(s, half)
    assert both.parts == ((Decimal("20000"), date(2026, 5, 20)), (Decimal("28000.00"), date(2026, 6, 12)))


def test_a_day_late_that_is_asked_about_moves_nothing() -> None:
    one = Draft(amount=Decimal("300.00"), on=date(2026, 5, 20), method="card")
    step = said("等一下 晚一天会罚钱吗", "ask_consequence", "zh-Hans", one)
    assert keys(step) == ["balance.consequence", "promise.read_back"]
    assert not effects(step, CancelPromises)
