"""What was said of a promise is not asked twice, whatever comes between."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from actions import resuming, route
from actions.situation import Dialogue
from tests.actions.making import TODAY, account, after, asks, drafted, keys, situation, talk

CHINA: dict[str, Any] = {
    "language": "zh-Hans",
    "country": "CN",
    "zone": "Asia/Shanghai",
    "account": account("4300", "CNY"),
}
FRIDAY = date(2026, 5, 15)


def test_a_question_about_the_balance_does_not_lose_the_day_that_was_said() -> None:
    told = talk(("i can pay on friday", "promise_to_pay"), ("how much do i owe", "ask_balance"))[-1]

    assert keys(told) == ["balance.told", "promise.ask_amount"]


def test_plans_that_were_shown_are_put_again_after_a_question_about_the_balance() -> None:
    steps = talk(
        ("i can pay 200 on friday", "promise_to_pay"),
        ("what if i pay in parts", "request_plan"),
        ("how much do i owe", "ask_balance"),
    )

    assert keys(steps[1])[-1] == "plan.which"
    assert keys(steps[2])[-1] == "plan.which"


def test_an_interrupted_promise_is_opened_again_with_its_sum() -> None:
    interrupted = Dialogue(kept={"amount": "200", "method": "card", "said_on": TODAY.isoformat()})

    step = route.next_step(situation("ok i can do it friday", "promise_to_pay", dialogue=interrupted))

    assert drafted(step) == [(Decimal(200), FRIDAY)]
    assert keys(step) == ["promise.read_back"]


def test_what_is_said_anew_replaces_what_was_kept() -> None:
    interrupted = Dialogue(
        kept={"amount": "200", "on": FRIDAY.isoformat(), "said_on": TODAY.isoformat(), "method": None}
    )

    step = route.next_step(situation("i can pay 300 on the 20th", "promise_to_pay", dialogue=interrupted))

    assert drafted(step) == [(Decimal(300), date(2026, 5, 20))]


@pytest.mark.parametrize("days", [3, 30])
def test_what_was_said_days_ago_is_asked_anew(days: int) -> None:
    old = Dialogue(kept={"amount": "200", "said_on": (TODAY - timedelta(days=days)).isoformat()})

    assert "amount" in asks(route.next_step(situation("i can pay friday", "promise_to_pay", dialogue=old)))


def test_a_day_that_has_passed_is_not_kept() -> None:
    passed = Dialogue(
        kept={"amount": "200", "on": (TODAY - timedelta(days=1)).isoformat(), "said_on": TODAY.isoformat()}
    )

    assert resuming.taken_up(passed, TODAY).amount is None


def test_a_promise_that_was_confirmed_leaves_nothing_behind() -> None:
    steps = talk(("i pay 515.20 on friday by card", "promise_to_pay"), ("yes", "affirm"))

    assert keys(steps[-1]) == ["promise.confirmed"]
    assert steps[-1].dialogue.kept is None


def test_a_second_part_said_before_the_day_of_the_first_is_kept() -> None:
    asked, both, way = talk(
        ("先还一半,剩下的月底", "promise_to_pay"),
        ("这周五", "promise_to_pay"),
        ("微信转", "pay_now"),
        **CHINA,
    )

    assert keys(asked) == ["promise.ask_day"]
    assert drafted(both) == [(Decimal(2150), FRIDAY), (Decimal(2150), date(2026, 5, 31))]
    assert keys(way) == ["promise.read_back"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("微信转", CHINA),
        ("by card", {}),
        ("con tarjeta", {"language": "es", "country": "MX", "zone": "America/Mexico_City"}),
        ("信用卡", {"language": "zh-Hant", "country": "TW", "zone": "Asia/Taipei"}),
    ],
)
def test_a_way_of_paying_named_while_the_day_is_asked_is_the_promises(
    text: str, place: dict[str, Any]
) -> None:
    asked = after("pay_date", "promise", {"amount": "200"})

    step = route.next_step(situation(text, "pay_now", dialogue=asked, **place))

    assert keys(step) == ["promise.ask_day"]
    assert step.dialogue.draft["method"] is not None


def test_who_asks_for_the_link_in_the_midst_of_a_promise_gets_it() -> None:
    asked = after("pay_date", "promise", {"amount": "200"})

    assert keys(route.next_step(situation("send me the link", "pay_now", dialogue=asked))) == ["pay_now.link"]


@pytest.mark.parametrize(
    ("text", "language", "intent", "confidence"),
    [
        ("no sé cuánto dure", "es", "ask_balance", 0.92),
        ("no sé cuánto tiempo vaya a durar", "es", "crisis", 0.35),
        ("don't know how long", "en", "ask_balance", 0.7),
        ("不知道要多久", "zh-Hans", "ask_balance", 0.7),
        ("說不準要多久", "zh-Hant", "ask_consequence", 0.7),
    ],
)
def test_how_long_a_hardship_lasts_is_an_answer_whatever_it_is_taken_for(
    text: str, language: str, intent: str, confidence: float
) -> None:
    with_people: dict[str, Any] = {
        "account": account(holds=frozenset({"hardship"})),
        "told": {"hardship": {"reason": "job_loss", "term": "long"}},
    }
    s = situation(
        text,
        intent,
        language=language,
        confidence=confidence,
        dialogue=after("hardship_more", "hardship"),
        **with_people,
    )

    assert keys(route.next_step(s)) == ["hardship.added"]


def test_that_somebody_cannot_pay_is_no_reason_yet() -> None:
    bare = {
        language: keys(route.next_step(situation(text, "hardship", language=language)))
        for language, text in {
            "en": "i can't afford it",
            "es": "no puedo pagar ahorita",
            "zh-Hans": "我还不起",
            "zh-Hant": "我還不起",
        }.items()
    }

    assert all(said == ["hardship.ask_reason"] for said in bare.values())
