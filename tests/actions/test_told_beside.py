"""What is told beside a stop, a claim, a read-back or a question for a day, and must not be taken for its answer."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from actions import route
from actions.contact_records import GaveContact
from actions.situation import CancelPromises, OpenCase, Told
from core.messages import Kind
from tests.actions.making import (
    account,
    after,
    asks,
    drafted,
    effects,
    keys,
    obliged,
    promised,
    situation,
    talk,
)

D = Decimal
PROMISE = "promise_to_pay"
CHINA: dict[str, Any] = {
    "zone": "Asia/Shanghai",
    "country": "CN",
    "language": "zh-Hans",
    "account": account("2000", "CNY"),
    "now": datetime(2026, 5, 28, 4, 0, tzinfo=UTC),
}


@pytest.mark.parametrize(
    "text",
    [
        "边个Grace Okafor呀 我个number用咗三年喇 唔好再send嚟",
        "STOP. wrong number",
        "who is grace?? stop texting me",
        "este es un numero equivocado, BAJA",
        "退订 你们打错了",
    ],
)
def test_a_stop_from_somebody_else_is_a_wrong_number_too(text: str) -> None:
    step = route.next_step(situation(text, "opt_out", heard="opt_out", verified=False))

    assert obliged(step) == ["wrong_number"]


@pytest.mark.parametrize("text", ["STOP", "我不是不还 别再发了", "你搞错了 我早还了 退订", "BAJA por favor"])
def test_a_stop_alone_says_nothing_of_who_writes(text: str) -> None:
    step = route.next_step(situation(text, "opt_out", heard="opt_out", verified=False))

    assert "wrong_number" not in obliged(step)


@pytest.mark.parametrize(
    "text",
    ["我过错账户了", "我有過㗎 過錯咗去你哋舊個戶口", "sent it to the old account", "转错了 转到旧账户"],
)
def test_a_payment_that_went_astray_is_traced_and_not_asked_for_again(text: str) -> None:
    step = route.next_step(situation(text, "payment_problem"))

    assert keys(step) == ["already_paid.thanks_proof"]
    assert "paid_claim" in obliged(step)


def test_a_day_of_this_month_that_is_over_is_the_day_it_was_paid() -> None:
    _, told = talk(("我过错账户了", "payment_problem"), ("22号 500 转账", PROMISE), **CHINA)
    _, to_come = talk(("我过错账户了", "payment_problem"), ("29号再转500", PROMISE), **CHINA)

    assert keys(told) == ["already_paid.noted"]
    assert drafted(to_come) == [(D(500), date(2026, 5, 29))]


@pytest.mark.parametrize("meant", ["cancel_promise", PROMISE, "request_plan"])
def test_the_day_after_changed_to_is_the_new_one_whatever_was_told_of_the_old(meant: str) -> None:
    stands = promised(on=date(2026, 5, 30))
    (step,) = talk(
        ("我之前不是说30号还300嘛 工资推迟了 改到6月5号行吗", meant),
        **{**CHINA, "account": account(), "promises": (stands,)},
    )

    assert drafted(step) == [(D(300), date(2026, 6, 5))]
    assert Told("promise_change", {"change": "requested"}) in effects(step, Told) or meant == PROMISE


def test_count_it_by_the_18th_is_the_18th() -> None:
    day = Decimal(500)
    (step,) = talk(
        ("500 一般15号发，老板老拖，按18号算吧", PROMISE), dialogue=after("pay_date", "promise"), **CHINA
    )

    assert drafted(step) in ([], [(day, date(2026, 6, 18))])
    assert "clarify_date" not in asks(step)


def test_half_of_it_said_with_the_day_of_the_wages_is_half_of_it() -> None:
    _, step = talk(("发了工资再还", PROMISE), ("29号发 发了先还一半", PROMISE), **CHINA)

    assert drafted(step) == [(D(1000), date(2026, 5, 29))]


def test_a_lower_amount_asked_for_at_the_read_back_goes_to_a_person_and_the_draft_falls() -> None:
    _, step = talk(
        ("能分6期吗", "request_plan"), ("那利息能免吗 或者打个八折我一次结", "request_plan"), **CHINA
    )

    assert keys(step) == ["plan.reduction_by_person"]
    assert effects(step, CancelPromises) == [CancelPromises()]
    assert [case.queue for case in effects(step, OpenCase)] == ["hardship"]


def test_the_link_asked_for_by_its_name_first_is_given() -> None:
    _, step = talk(("欠多少", "ask_balance"), ("行吧 现在还 链接给我", "pay_now"), **CHINA)

    assert keys(step) == ["pay_now.link"]


def test_what_happens_if_it_is_not_paid_is_no_question_once_it_is() -> None:
    step = route.next_step(situation("有影响信用吗", "ask_consequence", account=account(paid=True)))

    assert keys(step) == ["balance.nothing_owed"]


def test_ring_me_in_cantonese_asks_when() -> None:
    step = route.next_step(situation("打字好煩 叫個同事打俾我啦", "request_human"))

    assert asks(step) == {"callback_time"}


@pytest.mark.parametrize(
    "text", ["等等不对，18号我还没回款呢，20号吧", "哦不对 20号 18号我值班", "说错了是20号"]
)
def test_the_day_after_a_slip_is_the_other_one(text: str) -> None:
    _, step = talk(("6月18号还500 银行卡", PROMISE), (text, PROMISE), **CHINA)

    assert drafted(step) == [(D(500), date(2026, 6, 20))]


def test_together_is_all_of_it() -> None:
    (step,) = talk(("还欠多少来着 明天一起还了", PROMISE), **CHINA)

    assert drafted(step) == [(D(2000), date(2026, 5, 29))]


def test_wechat_is_the_way_of_paying_where_that_was_asked() -> None:
    _, step = talk(("29号还500", PROMISE), ("微信", "contact_preference"), **CHINA)

    assert step.dialogue.draft["method"] == "wechat_pay"
    assert asks(step) == {"confirmation"}


def test_a_part_of_a_plan_is_moved_and_the_rest_of_the_plan_stays() -> None:
    _, step = talk(
        ("可以分三期吗", "request_plan"), ("可以 不过第一期能不能6月18号 那天发薪", "request_plan"), **CHINA
    )

    assert [on for _, on in drafted(step)] == [date(2026, 6, 18), date(2026, 7, 11), date(2026, 8, 11)]
    assert keys(step) == ["plan.read_back_ask_method_3"]


def test_how_long_an_illness_lasts_is_no_day_of_payment() -> None:
    step = route.next_step(
        situation("住院得两三周 这阵子真拿不出来", "hardship", dialogue=after("pay_date", "promise"), **CHINA)
    )

    assert "offer_extension" in keys(step)[-1]


def test_later_said_to_an_extension_is_asked_once_when_and_not_offered_it_again() -> None:
    _, step = talk(("最近手头有点紧 过几天再说", "stall"), ("都说了过几天", "stall"), **CHINA)

    assert keys(step) == ["refusal.which_day"]


def test_who_keeps_a_fact_back_has_not_asked_us_to_stop() -> None:
    step = route.next_step(
        situation("不说清楚什么事我不会给任何信息的", "cease_contact", verified=False, confidence=0.82)
    )

    assert obliged(step) == []


def test_a_picture_is_no_yes_to_do_you_want_us_to_stop() -> None:
    asked = route.next_step(situation("hmm no more", "opt_out", confidence=0.5)).dialogue
    step = route.next_step(situation("", "out_of_scope", kind=Kind.IMAGE, dialogue=asked))

    assert obliged(step) == []


def test_a_statement_of_their_own_is_a_proof_and_no_question_about_the_sum() -> None:
    _, step = talk(("我15号就转了", "already_paid"), ("有明细啊 等我截图", "ask_balance"), **CHINA)

    assert keys(step) == ["already_paid.noted_send"]


def test_why_not_is_asked_once_whatever_is_asked_between() -> None:
    _, step = talk(("我不还", "refuse_to_pay"), ("会怎样", "ask_consequence"))

    assert keys(step) == ["balance.consequence"]


def test_the_address_that_was_paid_to_is_not_the_borrowers() -> None:
    (step,) = talk(("i already paid by zelle to billing@riverbank.com", "already_paid"))
    (told,) = talk(("i paid friday. my new email is grace@example.com", "already_paid"))

    assert not effects(step, GaveContact)
    assert [one.value for one in effects(told, GaveContact)] == ["grace@example.com"]
