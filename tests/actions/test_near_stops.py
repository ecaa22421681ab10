"""Words that come near a stop are asked about, once; and a stop beside a refused fact is never dropped."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from actions import near_stops, overhearing, route
from actions.situation import ConfirmPromises, Dialogue, DraftPromises, Identity, Situation
from tests.actions.making import account, effects, keys, obliged, situation

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


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("sorry for the late reply, i get so many messages", "greet"),
        ("so many texts from my mother in law", "out_of_scope"),
        ("one more payment and im done with you guys, thanks", "thank"),
        ("can you stop this interest from adding up?", "ask_consequence"),
        ("I want it to stop charging me fees", "out_of_scope"),
        ("I forgot once, never again", "refuse_to_pay"),
        ("card got stolen, blocked, waiting on the new one", "payment_problem"),
        ("estoy harta de que mi jefe no me pague", "hardship"),
        ("bueno, no insisto, gracias", "thank"),
        ("se me olvidó, nunca más", "greet"),
        ("不小心删了信息，请再发一次", "out_of_scope"),
        ("手機清了數據，登入不了", "out_of_scope"),
        ("I pay by mail only", "contact_preference"),
        ("send the receipt by mail only", "out_of_scope"),
        ("mando el pago solo por correo postal", "out_of_scope"),
        ("我只接受书面合同", "out_of_scope"),
    ],
)
def test_what_only_sounds_like_a_stop_is_not_asked_about(text: str, intent: str) -> None:
    assert "stop.did_you_mean" not in keys(route.next_step(situation(text, intent, confidence=0.35)))


@pytest.mark.parametrize(
    "text",
    [
        "you guys send me so many texts",
        "im so done with you people",
        "never again",
        "blocked and reported",
        "can you stop it already",
        "estoy harta de que me manden mensajes",
        "nunca más",
        "no me insista",
        "mail only please",
        "escríbanme solo por carta",
        "只接受书面联系",
        "刪除資料",
    ],
)
def test_what_hardly_means_anything_else_is_asked_about_still(text: str) -> None:
    assert keys(route.next_step(situation(text, confidence=0.35)))[-1] == "stop.did_you_mean"


@pytest.mark.parametrize(
    ("text", "intent", "confidence", "events"),
    [
        ("I dispute this debt. Contact me by mail only.", "dispute_debt", 0.97, ["dispute"]),
        ("I dispute this debt. Contact me by mail only.", "contact_preference", 0.97, ["dispute"]),
        ("no reconozco esa deuda, escríbanme solo por carta", "contact_preference", 0.9, ["dispute"]),
        ("这笔账我有异议，只接受书面联系", "contact_preference", 0.9, ["dispute"]),
        ("this isn't my debt and this is harassment", "complaint", 0.8, ["dispute", "complaint"]),
        ("this isn't my debt, get lost", "abusive", 0.8, ["dispute"]),
        ("lost my job, please only write me by mail", "hardship", 0.8, ["hardship"]),
    ],
)
def test_the_matter_beside_it_is_taken_and_the_question_comes_behind(
    text: str, intent: str, confidence: float, events: list[str]
) -> None:
    step = route.next_step(situation(text, intent, confidence=confidence))

    assert obliged(step) == events
    assert len(step.says) > 1
    assert keys(step)[-1] == "stop.did_you_mean"


def test_a_promise_beside_it_waits_for_the_answer() -> None:
    said = situation("I'll pay 300 on friday by card, contact me by mail only", "promise_to_pay")

    asked = route.next_step(said)
    going_on = route.next_step(situation("no", "deny", dialogue=asked.dialogue))

    assert keys(asked) == ["stop.did_you_mean"]
    assert keys(going_on) == ["stop.going_on", "promise.read_back"]
    assert going_on.dialogue.asked == "confirmation"
    assert obliged(route.next_step(situation("yes", "affirm", dialogue=asked.dialogue))) == ["opt_out"]


BESIDE_A_PROMISE = """quit it with the reminders ok? 300 friday by card|i'll pay 300 friday by card. sick of these messages|300 on friday by card, i don't want any more texts|i'll pay 300 friday by card, this is the last message i want from you
|fed up with your reminders. 300 friday by card|pago 300 el viernes con tarjeta, estoy harta de sus mensajes|300 el viernes con tarjeta y ya párenle con los mensajes|周五刷卡还300，受够了你们的短信|星期五刷卡繳300，簡訊太多了|星期五俾300 碌卡，唔想再收到你哋嘅短訊""".replace(
    "\n", ""
).split("|")
PLACES = {"es": ("es", "MX"), "zh": ("zh-Hans", "CN"), "en": ("en", "US")}


def _language(text: str) -> str:
    if any(letter >= "\u3400" for letter in text):
        return "zh"
    return "es" if "viernes" in text or text.startswith(("sí", "claro", "van", "ya van")) else "en"


def _here(text: str, intent: str, **more: Any) -> Situation:
    language, country = PLACES[_language(text)]
    return situation(text, intent, language=language, country=country, **more)


@pytest.mark.parametrize("text", BESIDE_A_PROMISE)
def test_messages_unwanted_beside_a_promise_are_asked_about_and_the_promise_waits(text: str) -> None:
    asked = route.next_step(_here(text, "promise_to_pay"))
    going_on = route.next_step(situation("no", "deny", dialogue=asked.dialogue))

    assert keys(asked) == ["stop.did_you_mean"]
    assert effects(asked, DraftPromises)
    assert keys(going_on)[0] == "stop.going_on"
    assert going_on.dialogue.asked in ("confirmation", "clarify_date", "clarify_amount")


@pytest.mark.parametrize(
    "text",
    """yes but this is the last message i want from you|yes. sick of these messages|yes, enough with the reminders|sí, y es el último mensaje que quiero de ustedes|sí, ya estoy harta de sus mensajes|对，受够了你们的短信|對 不想再看到你們的簡訊|yes. can you stop it already""".split(
        "|"
    ),
)
def test_messages_unwanted_beside_a_yes_leave_the_yes_a_yes(text: str) -> None:
    read_back = route.next_step(situation("300 on friday by card", "promise_to_pay")).dialogue
    step = route.next_step(_here(text, "affirm", dialogue=read_back))

    assert keys(step) == ["promise.confirmed", "stop.did_you_mean"]
    assert effects(step, ConfirmPromises)


@pytest.mark.parametrize(
    "text",
    """are you going to stop?|are you ever gonna stop|will you stop|so are you guys going to quit or what|¿van a parar?|ya van a dejar de escribirme?|你们会停吗|你哋停唔停㗎|你們到底停不停|会不会停啊""".split(
        "|"
    ),
)
def test_who_asks_whether_we_stop_is_asked_whether_we_shall(text: str) -> None:
    assert keys(route.next_step(_here(text, "ask_consequence"))) == ["stop.did_you_mean"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("300 on friday by card, sick of this job", "promise_to_pay"),
        ("300 friday by card. i get too many texts from my boss", "promise_to_pay"),
        ("300 friday by card, send me a reminder", "promise_to_pay"),
        ("i don't need messages on another app. 300 friday by card", "promise_to_pay"),
        ("are you going to stop the interest?", "ask_consequence"),
        ("can you stop the autopay", "out_of_scope"),
        ("¿van a parar los intereses?", "ask_consequence"),
        ("会停止计息吗", "ask_consequence"),
        ("周五刷卡还300，短信提醒我", "promise_to_pay"),
        ("lost my job and im so tired of this", "hardship"),
    ],
)
def test_what_is_no_wish_for_silence_is_not_asked_about_beside_a_matter(text: str, intent: str) -> None:
    assert "stop.did_you_mean" not in keys(route.next_step(_here(text, intent)))


@pytest.mark.parametrize(
    "flood", ["sick of the ", "are you ", "so many ", "estoy harta de ", "受够了", "会不会"]
)
def test_long_messages_are_read_in_time(flood: str) -> None:
    began = time.process_time()
    near_stops.say_so(flood * (4000 // len(flood)))
    assert time.process_time() - began < 2


def test_a_lawyer_leaves_nothing_to_ask() -> None:
    said = situation("contact me by mail only, or my lawyer", "attorney_represented")

    assert "stop.did_you_mean" not in keys(route.next_step(said))


@pytest.mark.parametrize(
    ("text", "intent", "confidence", "says"),
    [
        ("This is harassment. Let me talk to a manager", "request_human", 0.95, "person.coming"),
        ("this isn't my debt and this is harassment", "dispute_debt", 0.55, "dispute.noted_known"),
    ],
)
def test_a_demand_that_is_heard_has_its_own_way(text: str, intent: str, confidence: float, says: str) -> None:
    assert keys(route.next_step(situation(text, intent, confidence=confidence))) == [says]


ASKED = route.next_step(situation("get lost", "abusive")).dialogue


@pytest.mark.parametrize(
    ("text", "intent"), [("ok thanks got the receipt", "affirm"), ("thanks", "thank"), ("hm", "out_of_scope")]
)
def test_once_something_else_was_said_only_a_stop_answers_the_question(text: str, intent: str) -> None:
    step = route.next_step(situation(text, intent, dialogue=ASKED, overtaken=True))

    assert obliged(step) == []
    assert step.dialogue.asked != "stop"


def test_a_late_yes_is_asked_about_anew() -> None:
    step = route.next_step(situation("yes", "affirm", dialogue=ASKED, overtaken=True))

    assert keys(step) == ["stop.did_you_mean"]
    assert obliged(step) == []


@pytest.mark.parametrize("text", ["get lost", "no insistan", "滚"])
def test_who_comes_near_a_stop_twice_means_it(text: str) -> None:
    assert obliged(route.next_step(situation(text, "abusive", dialogue=ASKED, overtaken=True))) == ["opt_out"]


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [("yes", "affirm", 0.9), ("yes stop", "opt_out", 0.5), ("sí", "affirm", 0.9), ("係", "affirm", 0.9)],
)
def test_a_yes_counts_whoever_holds_the_talk(text: str, intent: str, confidence: float) -> None:
    told = situation(text, intent, confidence=confidence, dialogue=ASKED, held_by="agent")

    step = overhearing.next_step(told)

    assert (obliged(step), step.dialogue) == (["opt_out"], Dialogue())


def test_a_yes_to_the_agent_is_none_to_the_question_before() -> None:
    told = situation("ok", "affirm", dialogue=ASKED, held_by="agent", overtaken=True)

    assert obliged(overhearing.next_step(told)) == []


@pytest.mark.parametrize("overtaken", [False, True])
def test_the_question_is_open_no_more_once_they_speak_with_an_agent_of_something_else(
    overtaken: bool,
) -> None:
    told = situation("how much is it", "ask_balance", dialogue=ASKED, held_by="agent", overtaken=overtaken)

    assert overhearing.next_step(told).dialogue == Dialogue()


def test_what_is_unclear_leaves_it_open_for_the_agent() -> None:
    told = situation("whatever", "out_of_scope", dialogue=ASKED, held_by="agent")

    step = overhearing.next_step(told)

    assert (step.effects, step.dialogue) == ((), ASKED)
