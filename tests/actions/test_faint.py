"""A grave matter that only the model hears, with no word of it in the text: what else is meant is answered, a person looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions import dark_words, faint, route
from actions.dialogue import Dialogue
from actions.situation import CancelPromises, Identity, Obliges, OpenCase, Situation
from tests.actions.making import keys, promised, situation


def cases(s: Situation) -> list[tuple[str, str, bool]]:
    effects = route.next_step(s).effects
    return [(one.queue, one.priority, one.take_floor) for one in effects if isinstance(one, OpenCase)]


def obliged(s: Situation) -> list[str]:
    return [one.event for one in route.next_step(s).effects if isinstance(one, Obliges)]


def test_who_asks_what_a_son_owes_has_not_told_of_his_death() -> None:
    asked = situation(
        "tell me how much he has to give, his papa will transfer today itself",
        "deceased",
        confidence=0.5,
        runner_up="ask_balance",
        second=0.3,
        identity=Identity("third_party", 0, ()),
    )

    assert obliged(asked) == []
    assert ("vulnerable", "high", False) in cases(asked)
    assert not any(key.startswith(("balance.told", "deceased.")) for key in keys(route.next_step(asked)))


@pytest.mark.parametrize("text", ["甲方欠我11万工程款 拖三年了 真是要被气死", "急死个人", "笑死我了"])
def test_a_figure_of_speech_with_death_speaks_of_none(text: str) -> None:
    said = situation(text, "deceased", confidence=0.55, runner_up="hardship", second=0.3)

    assert faint.is_faint(said)
    assert obliged(said) == []


@pytest.mark.parametrize(
    "text", ["他上个月走了", "my husband passed in May", "falleció mi esposo, el titular"]
)
def test_a_death_in_words_is_one_however_unsure_the_model(text: str) -> None:
    assert not faint.is_faint(situation(text, "deceased", confidence=0.45, verified=False))


def test_a_death_told_before_is_not_doubted() -> None:
    said = situation("the papers come friday", "deceased", confidence=0.5, flags=frozenset({"deceased"}))

    assert not faint.is_faint(said)


def test_what_is_meant_instead_is_as_sure_as_it_is_without_the_guess() -> None:
    said = situation("omg so many questions", "crisis", confidence=0.5, runner_up="stall", second=0.1)
    heard = faint.as_heard_beside(said, ())

    assert heard.intent == "stall"
    assert heard.confidence == pytest.approx(0.2)
    assert (heard.runner_up, heard.second) == ("crisis", 0.5)


def test_nothing_that_stands_is_taken_back_on_a_guess() -> None:
    said = situation(
        "forget it all, whatever", "crisis", confidence=0.6, runner_up="cancel_promise", second=0.3
    )
    step = route.next_step(replace(said, promises=(promised(),)))

    assert not [effect for effect in step.effects if isinstance(effect, CancelPromises)]


def test_despair_is_not_asked_whether_it_wants_no_messages() -> None:
    said = situation("i want all of this to stop", "crisis", confidence=0.6, runner_up="out_of_scope")

    assert route.next_step(said).dialogue.asked != "stop"


def test_a_guess_of_danger_after_an_alarm_is_no_guess() -> None:
    said = situation("and now this", "crisis", confidence=0.4, flags=frozenset({"crisis"}))

    assert not faint.is_faint(said)


def test_danger_told_surely_elsewhere_is_not_set_aside_by_a_hint_here() -> None:
    s = situation("i can pay 300 on friday by card", "promise_to_pay", dialogue=Dialogue(hinted=True))
    assert s.account is not None
    held = replace(s.account, holds=s.account.holds | {"crisis"})
    alarmed = replace(s, flags=frozenset({"crisis"}), held_by="queue", account=held, told={"danger": {}})

    assert all(key.startswith("crisis.") for key in keys(route.next_step(alarmed)))


def test_once_a_person_has_lifted_the_alarm_the_queue_is_not_talked_over() -> None:
    s = situation("hello? are you there", "greet", dialogue=Dialogue(hinted=True))

    assert route.next_step(replace(s, held_by="queue")).effects == ()


@pytest.mark.parametrize(
    "text",
    """nobody would miss me; i took the whole bottle; i cant see a future; me quiero ir de este mundo; 扛不住了，不想再继续;
    我想跟老婆一起去了; i want to hurt the woman who called me; ya no voy a estar; 同归于尽; 想紫砂""".split(
        ";"
    ),
)
def test_words_of_danger_are_heard(text: str) -> None:
    assert dark_words.any_in(text.strip())


@pytest.mark.parametrize(
    "text",
    """i got 4 kids asking me stuff all day; dont have it in front of me; customers will pay me by the 22nd; les digo q estoy a dieta; 我喺酒樓做;
    que me pone nerviosa; this rate will be the death of me lol; 丢死人了; my deadline is friday""".split(
        ";"
    ),
)
def test_words_of_everyday_are_not(text: str) -> None:
    assert not dark_words.any_in(text.strip())


@pytest.mark.parametrize(
    "text",
    [
        "ive written letters to my kids for after",
        "i dont want to do this anymore. any of it",
        "me aprieta el cuello cuando le digo de las deudas",
        "佢捏住我條頸",
    ],
)
def test_words_of_danger_make_a_guess_a_hint(text: str) -> None:
    assert not faint.is_faint(situation(text, "crisis", confidence=0.5))
