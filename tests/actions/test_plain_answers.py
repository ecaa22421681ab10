"""What borrowers answer when they do not answer quite what was asked: a bare yes, a name, a sticker, a day taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions import own_name, route
from actions.situation import CancelPromises, Identity, OpenCase, Speaks, Told
from core.messages import Kind
from tests.actions.making import account, after, drafted, effects, keys, obliged, promised, situation, talk

D = Decimal
FRIDAY = date(2026, 5, 15)
PROMISE = "promise_to_pay"
SOMEBODY: dict[str, Any] = {"identity": Identity("unverified", 0, ("dob", "postcode"))}


def test_yes_to_how_much_asks_whether_all_is_meant_and_yes_again_is_all() -> None:
    asked, yes, all_of_it = talk(("I can pay on friday", PROMISE), ("yes", "affirm"), ("yes", "affirm"))

    assert keys(asked) == ["promise.ask_amount"]
    assert keys(yes) == ["promise.all_of_it"]
    assert drafted(all_of_it) == [(D("515.20"), FRIDAY)]


def test_no_to_all_of_it_asks_for_the_sum_and_keeps_the_day() -> None:
    _, _, no, part = talk(
        ("I can pay on friday", PROMISE), ("yes", "affirm"), ("no", "deny"), ("200", PROMISE)
    )

    assert keys(no) == ["promise.ask_amount"]
    assert drafted(part) == [(D(200), FRIDAY)]


@pytest.mark.parametrize(
    "correction", ["no wait not friday, the 22nd", "not friday, the 22nd", "no el viernes no, el 22"]
)
@pytest.mark.parametrize("meant", ["cancel_promise", "deny", PROMISE])
def test_the_day_that_is_taken_back_is_not_the_new_one(correction: str, meant: str) -> None:
    language = "es" if "el 22" in correction else "en"
    _, corrected = talk(("200 on friday by card", PROMISE), (correction, meant), language=language)

    assert drafted(corrected) == [(D(200), date(2026, 5, 22))]


def test_the_day_of_the_rest_is_asked_for_before_anything_is_read_back() -> None:
    both, other = talk(("I can do 200 friday and the rest next payday", PROMISE), ("the 29th", PROMISE))

    assert keys(both) == ["promise.small_and_rest"]
    assert drafted(other) == [(D(200), FRIDAY), (D("315.20"), date(2026, 5, 29))]


def test_a_promise_taken_back_is_said_to_be_cancelled() -> None:
    (gone,) = talk(("cancel my promise", "cancel_promise"), promises=(promised(),))

    assert keys(gone) == ["promise.taken_back"]
    assert effects(gone, CancelPromises) == [CancelPromises(standing=True)]


def test_a_name_instead_of_the_birth_date_is_thanked_for_and_opens_no_case() -> None:
    asked = after("identity", "opening", {"kind": "dob"}, unclear=1)
    named = route.next_step(situation("ok soy Grace Okafor", dialogue=asked, language="es", **SOMEBODY))

    assert keys(named) == ["opening.nearly", "opening.ask_dob"]
    assert effects(named, OpenCase) == []


def test_a_name_said_again_and_again_goes_to_a_person() -> None:
    said = [("I am Grace", "affirm")] * 4
    *_, last = talk(*said, dialogue=after("identity", "opening", {"kind": "dob"}), **SOMEBODY)

    assert "human" in {case.queue for case in effects(last, OpenCase)}


def test_a_sticker_after_a_voice_message_needs_no_person() -> None:
    voice = route.next_step(situation("", kind=Kind.VOICE, confidence=0.2, **SOMEBODY))
    sticker = route.next_step(
        situation("", kind=Kind.STICKER, confidence=0.2, dialogue=voice.dialogue, **SOMEBODY)
    )

    assert keys(voice) == ["small_talk.in_words"]
    assert sticker.effects == ()


@pytest.mark.parametrize(
    ("said", "spoken"),
    [("no hablo ingles", "es"), ("i dont speak spanish sorry", "en"), ("no se ingles", "es")],
)
def test_who_does_not_speak_a_language_is_answered_in_their_own(said: str, spoken: str) -> None:
    (step,) = talk((said, "change_language"))

    assert effects(step, Speaks) == [Speaks(spoken)]


@pytest.mark.parametrize(
    ("queue", "said", "answered"),
    [
        ("deceased", "which papers do you need?", "specialist.needed_deceased"),
        ("deceased", "qué papeles necesitan", "specialist.needed_deceased"),
        ("deceased", "需要什么材料", "specialist.needed_deceased"),
        ("attorney", "what do you need from me", "specialist.needed_attorney"),
        ("bankruptcy", "ok what should i send", "specialist.needed_bankruptcy"),
    ],
)
def test_who_asks_which_papers_are_needed_is_told(queue: str, said: str, answered: str) -> None:
    (step,) = talk((said, "help"), dialogue=after("case_details", "specialist", {"queue": queue}))

    assert keys(step) == [answered]


def test_the_day_of_the_new_card_is_not_the_day_of_the_payment() -> None:
    (step,) = talk(
        ("bank froze my card, new one not here till tuesday", "payment_problem"),
        dialogue=after("reason", "broken_promise"),
    )

    assert keys(step) == ["broken_promise.card_link"]


def test_where_do_i_send_it_is_answered_with_the_way() -> None:
    (step,) = talk(("doing it now, where do i send it", "pay_now"), dialogue=after("pay_date", "promise"))

    assert "pay_now.link" in keys(step)


def test_a_guess_at_something_graver_does_not_hide_a_hardship() -> None:
    (step,) = talk(("signed off work since march, on sick pay", "bankruptcy"), confidence=0.35)

    assert [told.kind for told in effects(step, Told)] == ["hardship"]


def test_a_screenshot_that_is_only_spoken_of_can_be_sent_here() -> None:
    (step,) = talk(("i got a screenshot", "already_paid"), dialogue=after("proof", "already_paid"))

    assert keys(step) == ["already_paid.noted_send"]


@pytest.mark.parametrize(
    ("said", "them"),
    [
        ("grace okafor", True),
        ("si soy grace okáfor", True),
        ("this is graces roommate", False),
        ("this is Grace's roommate", False),
        ("i am gracey", False),
        ("ok", False),
    ],
)
def test_whoever_bears_the_name_is_told_from_who_knows_its_bearer(said: str, them: bool) -> None:
    assert own_name.is_them(situation(said, **SOMEBODY)) is them


def test_nothing_is_contested_where_all_is_paid() -> None:
    (step,) = talk(("so i dont owe anything now right", "dispute_debt"), account=account(paid=True))

    assert keys(step) == ["balance.nothing_owed"]
    assert step.effects == ()


def test_fraud_is_heard_where_all_is_paid_too() -> None:
    (step,) = talk(
        ("someone stole my identity and took this out", "dispute_debt"), account=account(paid=True)
    )

    assert obliged(step) == ["identity_theft"]


@pytest.mark.parametrize(
    "said", ["what does that involve", "y de ese programa quién me informa?", "多久会联系我"]
)
def test_who_asks_what_comes_of_a_hardship_is_told(said: str) -> None:
    (step,) = talk((said, "ask_identity"), dialogue=after("hardship_more", "hardship"))

    assert keys(step) == ["hardship.what_next"]


@pytest.mark.parametrize(
    ("said", "on"),
    [
        ("next month i mean", date(2026, 6, 13)),
        ("el mes que viene", date(2026, 6, 13)),
        ("下个月", date(2026, 6, 13)),
        ("this month", date(2026, 5, 13)),
        ("the later one", date(2026, 6, 13)),
    ],
)
def test_next_month_chooses_between_two_days(said: str, on: date) -> None:
    asked = after("clarify_date", "promise", {"amount": "200", "options": ["2026-05-13", "2026-06-13"]})
    (step,) = talk((said, PROMISE), dialogue=asked)

    assert drafted(step) == [(D(200), on)]


def test_words_that_promise_are_heard_beside_another_matter() -> None:
    (step,) = talk(("sorry about the mixup, ill send you 200 tomorrow", "out_of_scope"))

    assert drafted(step) == [(D(200), date(2026, 5, 14))]
