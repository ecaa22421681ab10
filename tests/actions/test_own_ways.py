"""What fails, what was forgotten and what is to end everywhere is each answered in its own way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from actions import stop
from actions.drafts import Draft
from actions.how_long import passes
from actions.situation import Obliges
from actions.turn import Meant
from tests.actions.making import account, keys, situation, talk


@pytest.mark.parametrize(
    "text",
    [
        "电话短信微信统统不许再联系我",
        "什么渠道都不要联系我",
        "不要再打电话发短信给我",
        "任何方式都別再聯絡我",
        "唔好再打電話同WhatsApp我",
        "do not contact me by any means",
        "no more calls, texts or emails",
        "no me contacten por ningún medio",
        "ni llamadas ni mensajes, ya basta",
    ],
)
def test_a_stop_of_every_way_ends_all_contact(text: str) -> None:
    (step,) = talk((text, "opt_out"))

    assert [effect.event for effect in step.effects if isinstance(effect, Obliges)] == ["cease"]


@pytest.mark.parametrize(
    "text",
    [
        "别再发短信了",
        "不要发短信了，打电话吧",
        "唔好再WhatsApp我",
        "stop texting me, email me instead",
        "ya no me mande mensajes",
    ],
)
def test_a_stop_of_one_way_is_no_more_than_that(text: str) -> None:
    assert not stop.everywhere(text)


def test_what_is_grave_is_not_covered_by_a_stop() -> None:
    meant = Meant("attorney_represented", 0.9)

    assert meant.to_stop("什么渠道都不要联系我") == meant


def test_what_was_forgotten_keeps_its_sum_and_can_be_paid_at_once() -> None:
    (step,) = talk(
        ("给忘了", "stall"),
        dialogue=replace(situation("", "stall").dialogue, asked="reason", about="broken_promise"),
    )

    assert keys(step) == ["broken_promise.forgot_link"]


@pytest.mark.parametrize(
    "text", ["下周三还吧 还是转账", "能延到月底不", "I'll pay next Wednesday", "lo pago el próximo miércoles"]
)
def test_another_day_than_the_one_offered_is_for_the_same_sum(text: str) -> None:
    _, step = talk(("工资还没发", "hardship"), (text, "promise_to_pay"))
    draft = Draft.from_json(step.dialogue.draft)

    assert (step.dialogue.asked, draft.amount) == ("confirmation", Decimal("515.20"))
    assert isinstance(draft.on, date)


@pytest.mark.parametrize("text", ["链接打不开", "卡被风控了", "the link does not load", "no abre la liga"])
def test_nobody_is_sent_back_to_what_does_not_work(text: str) -> None:
    (step,) = talk((text, "payment_problem"))

    assert keys(step) == ["already_paid.problem_bank"]


@pytest.mark.parametrize(
    "text",
    ["这半个月上不了班", "要休息两周", "成個月冇得開工", "off work for two weeks", "reposo por dos semanas"],
)
def test_a_few_weeks_are_short(text: str) -> None:
    assert passes(text)


@pytest.mark.parametrize("text", ["做完手术要养半年", "医生说不知道要多久"])
def test_half_a_year_is_not(text: str) -> None:
    assert not passes(text)


@pytest.mark.parametrize("text", ["行 就分6期", "6期吧", "ok the 6 one", "en 6 pagos está bien"])
def test_the_plan_named_once_more_is_a_yes_to_it(text: str) -> None:
    _, read, step = talk(("能分期吗", "request_plan"), ("分6期", "request_plan"), (text, "request_plan"))

    assert keys(read) == ["plan.read_back_ask_method_6"]
    assert keys(step) == ["promise.ask_method"]


@pytest.mark.parametrize("text", ["到了吗", "收到沒", "did you get it?", "¿ya llegó?"])
def test_who_asks_for_a_payment_that_is_looked_for_is_told_so(text: str) -> None:
    looked_for = account(holds=frozenset({"paid_claim"}))
    (step,) = talk((text, "out_of_scope"), account=looked_for, told={"paid_claim": {"status": "pending"}})

    assert keys(step) == ["already_paid.still_looking"]


def test_who_asks_for_a_payment_that_came_in_is_told_that_nothing_is_owed() -> None:
    (step,) = talk(("到账了吗", "out_of_scope"), account=account(paid=True))

    assert keys(step) == ["balance.nothing_owed"]


@pytest.mark.parametrize("text", ["你谁啊", "who is this?", "¿quién es?"])
def test_who_asks_who_writes_is_told_and_asked_back(text: str) -> None:
    (step,) = talk((text, "ask_identity"), verified=False)

    assert keys(step) == ["small_talk.who", "opening.ask_dob"]


@pytest.mark.parametrize(
    "text", ["上周五下午打的 我同事都听见了", "he yelled at me last friday", "me gritó y lo tengo grabado"]
)
def test_what_is_told_after_a_complaint_is_added_to_it(text: str) -> None:
    (step,) = talk((text, "contact_preference"), flags=frozenset({"complaint"}))

    assert keys(step) == ["complaint.added"]


@pytest.mark.parametrize("text", ["你给个准话 能减多少", "利息能不能减点"])
def test_how_much_less_is_a_question_for_a_person(text: str) -> None:
    (step,) = talk((text, "request_plan"))

    assert keys(step) == ["plan.reduction_by_person"]
