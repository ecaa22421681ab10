"""Words that come near a stop are asked about, once; and a stop beside a refused fact is never dropped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions import near_stops, route
from actions.situation import Dialogue, Identity
from tests.actions.making import account, keys, obliged, situation

ASKED_FOR_A_FACT = Dialogue(asked="identity", about="opening", draft={"kind": "dob"})


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("get lost", "abusive"),
        ("reported as spam", "ask_identity"),
        ("never again", "refuse_to_pay"),
        ("too many messages", "complaint"),
        ("delete my data", "out_of_scope"),
        ("can you stop it", "ask_consequence"),
        ("no insistan", "deny"),
        ("borren mis datos", "out_of_scope"),
        ("ya bájenle", "request_plan"),
        ("estoy harta de sus mensajes", "complaint"),
        ("你们烦不烦", "complaint"),
        ("滚", "abusive"),
        ("还发？", "ask_balance"),
        ("删掉我的信息", "out_of_scope"),
        ("煩死", "out_of_scope"),
        ("收手啦", "out_of_scope"),
    ],
)
def test_who_may_mean_stop_is_asked(text: str, intent: str) -> None:
    step = route.next_step(situation(text, intent, confidence=0.55))

    assert keys(step)[-1] == "stop.did_you_mean"
    assert step.dialogue.asked == "stop"


def test_what_they_complain_of_is_written_down_beside_the_question() -> None:
    step = route.next_step(situation("this is harassment", "complaint"))

    assert keys(step) == ["complaint.recorded", "stop.did_you_mean"]
    assert obliged(step) == ["complaint"]


@pytest.mark.parametrize("text", ["contact me by mail only", "solo por carta", "只接受书面"])
def test_who_wants_letters_only_is_asked_whether_messages_end(text: str) -> None:
    assert keys(route.next_step(situation(text, "contact_preference"))) == ["stop.did_you_mean"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ya no insistan, el lunes pago", "promise_to_pay"),
        ("too many messages, send just one a week", "contact_preference"),
        ("bájenle tantito a lo que debo", "request_plan"),
        ("why are you still texting me", "ask_identity"),
        ("I am blocked from the app", "payment_problem"),
        ("my restaurant went from 40 messages a day to none", "hardship"),
        ("滚动还款可以吗", "request_plan"),
        ("你们烦不烦啊 都说了过几天", "stall"),
        ("好烦恼啊最近", "hardship"),
    ],
)
def test_another_matter_is_not_asked_about(text: str, intent: str) -> None:
    step = route.next_step(situation(text, intent, account=account()))

    assert "stop.did_you_mean" not in keys(step)


def test_despair_is_no_question_of_messages() -> None:
    said = situation("I want it to stop", "out_of_scope")

    assert near_stops.comes_near(said)
    assert not near_stops.comes_near(replace(said, runner_up="crisis"))


@pytest.mark.parametrize(
    "text",
    [
        "I won't tell you anything, I don't want any of this anymore",
        "not giving you that. no more of this please",
        "不告诉你，以后别来了",
        "no le voy a decir nada, ya no insistan",
    ],
)
def test_a_stop_beside_a_refused_fact_is_never_dropped(text: str) -> None:
    said = situation(text, "opt_out", confidence=0.6, dialogue=ASKED_FOR_A_FACT, identity=UNKNOWN)

    assert keys(route.next_step(said)) == ["stop.did_you_mean"]
    assert obliged(route.next_step(replace(said, confidence=0.8))) == ["opt_out"]


@pytest.mark.parametrize("text", ["I'm not giving you that", "不告诉你", "why do you need my birthday"])
def test_a_refused_fact_alone_is_no_stop(text: str) -> None:
    said = situation(text, "opt_out", confidence=0.6, dialogue=ASKED_FOR_A_FACT, identity=UNKNOWN)

    assert obliged(route.next_step(said)) == []
    assert "stop.did_you_mean" not in keys(route.next_step(said))


UNKNOWN = Identity("unverified", 0, ("dob", "postcode"))


@pytest.mark.parametrize(
    ("text", "intent"), [("maybe", "stall"), ("idk whatever", "stall"), ("bye", "goodbye")]
)
def test_what_is_no_other_matter_answers_the_question_as_a_stop(text: str, intent: str) -> None:
    asked = route.next_step(situation("get lost", "abusive")).dialogue

    assert obliged(route.next_step(situation(text, intent, confidence=0.95, dialogue=asked))) == ["opt_out"]
