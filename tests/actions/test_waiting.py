"""What is asked, added and said once more while a person looks at the matter, or a yes is awaited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions import hardship, plan, wrong_party
from actions.situation import ConfirmPromises, Dialogue, DraftPromises, Identity, Obliges, Situation
from core.money import Money
from tests.actions.making import account, after, drafted, effects, keys, obliged, promised, situation, talk

CHINESE: dict[str, Any] = {"language": "zh-Hans", "zone": "Asia/Shanghai", "country": "CN"}
STRANGER = Identity("third_party", 0, ("dob",))
UNKNOWN = Identity("unverified", 0, ("dob",))
READ_BACK = after(
    "confirmation",
    "promise",
    {"amount": "515.20", "on": "2026-05-29", "method": "bank_transfer"},
    question={"key": "promise.read_back", "parameters": {}},
)


def asked_back(said: str, intent: str = "promise_to_pay", **changes: Any) -> Situation:
    """An answer, in Chinese, to 515.20 on Friday 29 May by transfer."""
    owed = replace(account(), amount=Money.of("515.20", "CNY"))
    return situation(said, intent, dialogue=READ_BACK, account=owed, **{**CHINESE, **changes})


@pytest.mark.parametrize(
    "said",
    ["好吧 我确认 5月29号还清", "对 29号还515.2", "确认 29号转账", "可以的 就29号 全部", "没错 515.20 29号"],
)
def test_a_yes_that_says_the_promise_once_more_confirms_it(said: str) -> None:
    (step,) = talk((said, "promise_to_pay"), dialogue=READ_BACK, account=asked_back(said).account, **CHINESE)

    assert effects(step, ConfirmPromises) != []


@pytest.mark.parametrize("said", ["好 那30号还清", "对 29号还300", "可以 29号 微信付", "29号还清"])
def test_a_yes_to_something_else_is_read_back_again(said: str) -> None:
    (step,) = talk((said, "promise_to_pay"), dialogue=READ_BACK, account=asked_back(said).account, **CHINESE)

    assert effects(step, ConfirmPromises) == []
    assert effects(step, DraftPromises) != []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("多久给我个说法", {"flags": frozenset({"complaint"})}),
        ("几天能有结果", {"account": account(holds=frozenset({"disputed"}))}),
        ("how long will that take", {"account": account(holds=frozenset({"disputed"}))}),
        ("¿para cuándo me responden?", {"flags": frozenset({"complaint"})}),
    ],
)
def test_who_waits_is_told_that_an_answer_comes(said: str, told: dict[str, Any]) -> None:
    (step,) = talk((said, "ask_balance"), confidence=0.2, **told)

    assert keys(step) == ["person.answer_when"]


@pytest.mark.parametrize("said", ["when do I have to pay", "什么时候到期", "我可以什么时候还"])
def test_a_question_about_paying_is_no_question_about_the_answer(said: str) -> None:
    (step,) = talk((said, "ask_balance"), flags=frozenset({"complaint"}))

    assert "person.answer_when" not in keys(step)


def test_a_report_to_the_police_is_added_to_what_is_contested_and_is_no_alarm() -> None:
    held = account(holds=frozenset({"disputed"}))

    (step,) = talk(
        ("我已经报警了 回执在我手上", "crisis"), account=held, identity=UNKNOWN, confidence=0.36, **CHINESE
    )

    assert keys(step) == ["dispute.noted_unverified"]
    assert obliged(step) == []


def test_an_alarm_that_is_sure_stays_one_beside_a_report_to_the_police() -> None:
    held = account(holds=frozenset({"disputed"}))

    (step,) = talk(("报警也没用 我不想活了", "crisis"), account=held, confidence=0.9, **CHINESE)

    assert obliged(step) == ["crisis"]


def test_the_help_line_is_named_again_in_other_words() -> None:
    (step,) = talk(("没人会管我的", "crisis"), confidence=0.56, flags=frozenset({"crisis"}), **CHINESE)

    assert keys(step)[0].startswith("crisis.still_here")
    assert [effect.event for effect in effects(step, Obliges)] == ["crisis"]


def test_a_family_that_asks_what_it_was_about_is_told_who_explains_it() -> None:
    flags = frozenset({"deceased"})

    (step,) = talk(("他跟你们到底有什么事", "ask_identity"), identity=STRANGER, flags=flags, **CHINESE)

    assert keys(step) == ["specialist.to_the_family"]


def test_a_relative_who_asks_on_is_answered_once_and_one_who_only_repeats_it_is_not() -> None:
    asking, repeating = talk(
        ("他是不是在外面欠人家錢 你老實跟我講", "wrong_party"), ("我不是他", "wrong_party"), identity=STRANGER
    )

    assert keys(asking) == ["opening.only_them"]
    assert keys(repeating) == []
    assert not wrong_party.asks("打错了 我不认识这个人")


def test_who_wants_to_think_a_plan_over_is_left_to_it() -> None:
    shown, thinking, chosen = talk(
        ("能分期吗", "request_plan"),
        ("我跟家里商量下 回头说", "stall"),
        ("分6期吧", "request_plan"),
        account=replace(account(), amount=Money.of("515.20", "CNY")),
        **CHINESE,
    )

    assert keys(shown)[-1] == "plan.which"
    assert keys(thinking) == ["refusal.later"]
    assert keys(chosen)[0].startswith("plan.read_back")


def test_a_part_of_no_size_is_no_plan() -> None:
    (step,) = talk(("我先还一部分 行不", "request_plan"), **CHINESE)

    assert keys(step) == ["promise.ask_amount_and_day"]
    assert plan.named("一部分", (3, 6)) is None


@pytest.mark.parametrize(
    ("said", "term"),
    [("工资还没发 老板一直拖着", "short"), ("工资一直没发", "short"), ("一直没工作 工资早断了", "long")],
)
def test_wages_that_are_always_late_pass_by_themselves(said: str, term: str) -> None:
    assert hardship.term(situation(said), "wage_delay" if term == "short" else "job_loss") == term


def test_our_name_is_written_as_the_new_language_writes_it() -> None:
    names = {"en": "Riverbank", "zh-Hant": "河岸銀行"}
    policy = replace(situation("").policy, names=names)
    asking = {"key": "balance.told_when", "parameters": {"lender": "Riverbank"}}
    dialogue = Dialogue(asked="amount", about="promise", question=asking)

    (step,) = talk(("講返中文啦", "change_language"), dialogue=dialogue, policy=policy, country="HK")

    assert step.says[-1].parameters["lender"] == "河岸銀行"
    assert step.dialogue.question is not None


def test_a_weekday_said_instead_is_the_one_in_the_week_on_the_table() -> None:
    told, corrected, paying, agreed = talk(
        ("这个月先给你们500吧 下周二", "promise_to_pay"),
        ("不对 周三 工资周三才到", "promise_to_pay"),
        ("银行卡转", "promise_to_pay"),
        ("嗯 就这么定", "affirm"),
        account=replace(account(), amount=Money.of("515.20", "CNY")),
        **CHINESE,
    )

    assert [on.isoformat() for _, on in drafted(told)] == ["2026-05-19"]
    assert [on.isoformat() for _, on in drafted(corrected)] == ["2026-05-20"]
    assert keys(paying) == ["promise.read_back"]
    assert effects(agreed, ConfirmPromises) != []


def test_the_way_of_paying_and_a_yes_apart_by_a_space_confirm() -> None:
    told, agreed = talk(
        ("15号还清", "promise_to_pay"),
        ("支付宝 可以的", "promise_to_pay"),
        account=replace(account(), amount=Money.of("515.20", "CNY")),
        **CHINESE,
    )

    assert keys(told) == ["promise.read_back_ask_method"]
    assert [effect.method for effect in effects(agreed, ConfirmPromises)] == ["alipay"]


def test_who_asks_for_two_weeks_after_they_were_offered_is_told_them_once_more() -> None:
    offered, asking = talk(
        ("上个月公司把我们整个组都裁了 赔偿还没下来 这个月真还不上", "hardship"),
        ("能不能缓两周", "request_plan"),
        account=replace(account(), amount=Money.of("515.20", "CNY")),
        **CHINESE,
    )

    assert keys(offered) == ["hardship.offer_extension"]
    assert keys(asking) == ["hardship.offer_extension"]


@pytest.mark.parametrize("agreed", ["对 改22号", "對 就改22號", "是的 22号"])
def test_a_promise_is_put_to_another_day_though_its_old_one_is_named(agreed: str) -> None:
    standing = replace(promised("400", date(2026, 5, 20), "bank_transfer"), amount=Money.of("400", "CNY"))

    moved, confirmed = talk(
        ("20号那笔400来不及 改22号转账可以吗", "cancel_promise"),
        (agreed, "cancel_promise"),
        account=replace(account(), amount=Money.of("515.20", "CNY")),
        promises=(standing,),
        **CHINESE,
    )

    assert [(str(amount), on.isoformat()) for amount, on in drafted(moved)] == [("400", "2026-05-22")]
    assert effects(confirmed, ConfirmPromises) != []


def test_a_relative_who_asks_at_once_is_told_once_that_it_is_for_the_person_alone() -> None:
    (first,) = talk(
        ("我是他妈 他手机落家里了 有啥事跟我说也一样", "wrong_party"), identity=UNKNOWN, **CHINESE
    )
    (second,) = talk(
        ("是不是他又在外头借钱了", "wrong_party"), identity=STRANGER, dialogue=first.dialogue, **CHINESE
    )

    assert keys(first) == ["opening.only_them"]
    assert keys(second) == []
