"""Who asks leave to pay proposes it; who says yes in Chinese says no more than that."""

from __future__ import annotations

import pytest

from actions import answers, leave


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("这周五先还100行不行", "这周五先还100"),
        ("聽日先過數得唔得，8600", "聽日先過數 ，8600"),
        ("可以周五还500吗", "周五还500"),
        ("20號先還3000可以嗎", "20號先還3000"),
        ("能不能15号再还", "15号再还"),
    ],
)
def test_a_proposal_is_what_is_left_without_the_asking(text: str, left: str) -> None:
    assert (leave.as_said(text) or "").strip() == left


@pytest.mark.parametrize("text", ["周五还500", "I pay on Friday", "对"])
def test_who_asks_no_leave_is_left_alone(text: str) -> None:
    assert leave.as_said(text) is None


@pytest.mark.parametrize(
    "text", ["好的 转账", "对 就这样", "啱，冇錯", "咁好啦，遲兩個禮拜", "可以，微信付", "嗯嗯對"]
)
def test_a_yes_comes_first(text: str) -> None:
    assert answers.begins_yes(text)


@pytest.mark.parametrize(
    "text",
    [
        "对不起 我还不了",
        "好像不行",
        "行不行",
        "嗯 我再想想",
        "得唔得",
        "对了 你们几点下班",
        "可以分期吗",
        "係咪真係",
        "好难啊",
    ],
)
def test_what_only_sounds_like_a_yes_is_none(text: str) -> None:
    assert not answers.begins_yes(text)


@pytest.mark.parametrize("text", ["啊不對 20號才對", "不对不对 20号", "等等 不是", "哎 不行"])
def test_a_no_comes_first_after_any_sigh(text: str) -> None:
    assert answers.begins_no(text)


@pytest.mark.parametrize("text", ["全还了", "成筆還曬", "都还上吧", "那就全还了吧", "還晒"])
def test_all_of_it_is_an_answer_to_how_much(text: str) -> None:
    assert answers.whole(text)


@pytest.mark.parametrize("text", ["还了", "都还没", "全家都病了", "一次都没"])
def test_what_is_not_all_of_it_is_no_such_answer(text: str) -> None:
    assert not answers.whole(text)


@pytest.mark.parametrize("text", ["对不起 明天可能不行", "不好意思 这周五还不了", "聽日俾唔到"])
def test_a_day_that_will_not_do_is_a_no(text: str) -> None:
    assert answers.no(text)
    assert not answers.begins_yes(text)


@pytest.mark.parametrize("text", ["我真的不行了", "对不起 我不行了", "今天真的不行了", "明天"])
def test_what_may_be_despair_is_no_plain_no(text: str) -> None:
    assert not answers.no(text)
