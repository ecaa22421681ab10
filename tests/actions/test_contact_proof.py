"""Codes, replacements and changes of channel, by the words alone."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from actions import contact_proof, switch
from actions.replaced import replaces
from actions.situation import Dialogue
from actions.ways import Point, Ways
from core.messages import Channel
from core.proving import LASTS, Awaited, codes_in, digest, fresh_code, looked_at
from tests.actions.making import NOW, after, keys, situation

KEY = b"k" * 32
CHANGE = uuid.UUID(int=3)
ALL_DOORS = frozenset({"webchat", "telegram", "wechat"})


def awaited(code: str = "482913") -> Awaited:
    return Awaited(CHANGE, "phone", "+13125550188", digest(KEY, CHANGE, code), NOW + LASTS, 0, 1)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("482913", ("482913",)),
        ("482 913", ("482913",)),
        ("it's 482-913 thanks", ("482913",)),
        ("验证码是482913", ("482913",)),
        ("４８２９１３", ("482913",)),
        ("312 555 0188", ()),
        ("4829130", ()),
        ("$482,913", ()),
        ("482913.50", ()),
        ("+482913", ()),
        ("48291", ()),
    ],
)
def test_six_figures_that_stand_alone_are_a_code(text: str, codes: tuple[str, ...]) -> None:
    assert codes_in(text) == codes


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("482913", None, "right"),
        ("the code is 482 913", "amount", "right"),
        ("482914", "contact_code", "wrong"),
        ("482914", None, "wrong"),
        ("482914", "amount", None),
        ("900130", "identity", None),
        ("my case is 482914", None, None),
        ("hello", "contact_code", None),
    ],
)
def test_a_code_is_wrong_only_where_nothing_else_is_meant(
    text: str, asked: str | None, answer: str | None
) -> None:
    assert looked_at(text, awaited(), key=KEY, now=NOW, asked=asked, here=False).answer == answer


def test_a_code_counts_until_the_instant_at_which_it_runs_out() -> None:
    last = NOW + LASTS - timedelta(seconds=1)
    answers = [
        looked_at("482913", awaited(), key=KEY, now=at, asked=None, here=False).answer
        for at in (last, NOW + LASTS)
    ]

    assert answers == ["right", "late"]


def test_a_code_is_good_for_its_own_change_only() -> None:
    other = replace(awaited(), change_id=uuid.UUID(int=4))

    assert looked_at("482913", other, key=KEY, now=NOW, asked="contact_code", here=False).answer == "wrong"


def test_codes_have_six_figures() -> None:
    assert {len(fresh_code()) for _ in range(50)} == {6}


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("my new number is 312 555 0188", True),
        ("I changed my number", True),
        ("you can also use 312 555 0188", False),
        ("this is another number", False),
        ("312 555 0188", False),
        ("我换号码了", True),
        ("我還有另一個號碼", False),
        ("cambié de número", True),
        ("también tengo este número nuevo", False),
    ],
)
def test_the_old_one_is_replaced_only_if_the_borrower_says_so(text: str, replaced: bool) -> None:
    assert replaces(text) is replaced


@pytest.mark.parametrize(
    "text",
    [
        "I didn't get the code",
        "send it again",
        "no me llegó la clave",
        "没收到",
        "冇收到",
        "可以重新傳嗎",
        "收不到验证码",
    ],
)
def test_a_code_that_did_not_arrive_is_sent_again(text: str) -> None:
    proof = looked_at(text, awaited(), key=KEY, now=NOW, asked="contact_code", here=False)

    step = contact_proof.takes(
        situation(text, dialogue=after("contact_code", "contact_proof"), ways=Ways(proof=proof))
    )

    assert step is not None
    assert keys(step) == ["contact_proof.sent_again"]


def test_nobody_unverified_confirms_by_code_where_it_was_given() -> None:
    proof = looked_at("482913", awaited(), key=KEY, now=NOW, asked=None, here=False)

    assert contact_proof.takes(situation("482913", verified=False, ways=Ways(proof=proof))) is None


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("can we do this on the web?", Channel.WEBCHAT),
        ("let's continue online, I'm at my computer", Channel.WEBCHAT),
        ("can we talk on telegram", Channel.TELEGRAM),
        ("can we switch to WeChat please", Channel.WECHAT),
        ("能不能在微信上聊", Channel.WECHAT),
        ("换到网页上说吧", Channel.WEBCHAT),
        ("可以改用 Telegram 聊嗎", Channel.TELEGRAM),
        ("¿podemos seguir por Telegram?", Channel.TELEGRAM),
        ("¿podemos hablar por la página web?", Channel.WEBCHAT),
        ("can I pay online?", None),
        ("I already paid on the website", None),
        ("¿puedo pagar en línea?", None),
        ("微信支付可以吗", None),
        ("don't write to me on telegram", None),
        ("I will talk to my wife", None),
    ],
)
def test_a_change_of_channel_is_wanted_by_its_name_and_a_verb(text: str, channel: Channel | None) -> None:
    assert switch.wanted(situation(text, ways=Ways(doors=ALL_DOORS))) == channel


def test_no_link_to_where_the_borrower_is_or_is_reached_already() -> None:
    reached = Ways(points=(Point("telegram", "7", "active"),), doors=ALL_DOORS)

    assert switch.wanted(situation("can we talk on telegram", ways=reached)) is None
    assert switch.wanted(situation("can we talk on wechat", channel="wechat", ways=reached)) is None


def test_an_unverified_writer_gets_no_link() -> None:
    ways = Ways(doors=ALL_DOORS)

    assert switch.wanted(situation("can we do this on the web?", verified=False, ways=ways)) is None


def test_what_was_open_waits_behind_the_identity_question() -> None:
    question = {"key": "promise.ask_amount", "parameters": {}}
    before = after("amount", "promise", {"day": "2026-05-15"}, question=question)

    there = switch.carried(before, kind="dob", known=False)

    assert (there.asked, there.draft) == ("identity", {"kind": "dob"})
    assert there.later is not None
    assert Dialogue.from_json(there.later["dialogue"]) == before
    assert switch.carried(before, kind="dob", known=True) == before


def test_where_nothing_was_open_nothing_waits() -> None:
    assert switch.carried(Dialogue(), kind="dob", known=False).later is None
