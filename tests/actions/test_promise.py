"""A promise to pay: asked piece by piece, read back whole, confirmed only by a yes."""

from datetime import date
from decimal import Decimal

import pytest

from actions.situation import CancelPromises, ConfirmPromises, Dialogue, OpenCase, Told
from tests.actions.making import account, after, asks, drafted, effects, keys, promised, talk

D = Decimal
FRIDAY = date(2026, 5, 15)
PROMISE = "promise_to_pay"


def test_all_in_one_breath_is_read_back_and_counts_only_after_yes() -> None:
    said, yes = talk(("200 on friday by card", PROMISE), ("yes", "affirm"))

    assert drafted(said) == [(D(200), FRIDAY)]
    assert asks(said) == {"confirmation"}
    assert effects(said, ConfirmPromises) == []
    assert effects(yes, ConfirmPromises) == [ConfirmPromises("card")]


def test_amount_then_day_then_method_each_asked_once() -> None:
    first, amount, day, method, yes = talk(
        ("I want to pay", PROMISE),
        ("200", PROMISE),
        ("friday", PROMISE),
        ("by card", PROMISE),
        ("yes", "affirm"),
    )

    assert asks(first) == {"amount", "pay_date"}
    assert asks(amount) == {"pay_date"}
    assert asks(day) == {"confirmation", "pay_method"}
    assert asks(method) == {"confirmation"}
    assert effects(yes, ConfirmPromises) == [ConfirmPromises("card")]


def test_yes_with_the_method_confirms_at_once() -> None:
    *_, yes = talk(("200 on friday", PROMISE), ("yes, by bank transfer", PROMISE))

    assert effects(yes, ConfirmPromises) == [ConfirmPromises("bank_transfer")]


@pytest.mark.parametrize(
    "text",
    [
        "uy no perdone, el viernes no, mejor el 20 de mayo así viene mi hija y me ayuda con el movil",
        "oh wait sorry friday is no good at all for me, make it the 20th my daughter is coming over then",
    ],
)
def test_the_new_day_is_heard_in_a_long_message_that_tells_the_old_one_too(text: str) -> None:
    _, corrected = talk(("200 on friday by card", PROMISE), (text, PROMISE))

    assert drafted(corrected) == [(D(200), date(2026, 5, 20))]


@pytest.mark.parametrize("text", ["yes 200 on friday, debit card", "sí, 200 el viernes con tarjeta"])
def test_a_yes_that_says_it_all_again_with_the_way_of_paying_confirms_at_once(text: str) -> None:
    *_, yes = talk(("200 on friday", PROMISE), (text, PROMISE))

    assert effects(yes, ConfirmPromises) == [ConfirmPromises("card")]


def test_yes_without_a_method_asks_for_it_and_confirms_with_it() -> None:
    _, yes, method = talk(("200 on friday", PROMISE), ("yes", "affirm"), ("card", "out_of_scope"))

    assert asks(yes) == {"pay_method"}
    assert effects(yes, ConfirmPromises) == []
    assert effects(method, ConfirmPromises) == [ConfirmPromises("card")]


@pytest.mark.parametrize(
    "correction", ["no, the 20th", "no mejor el 20", "不对 20号", "actually make it the 20th"]
)
def test_a_corrected_day_keeps_the_amount_and_is_read_back_again(correction: str) -> None:
    _, corrected = talk(("200 on friday by card", PROMISE), (correction, "deny"))

    assert drafted(corrected) == [(D(200), date(2026, 5, 20))]
    assert asks(corrected) == {"confirmation"}


def test_a_corrected_amount_keeps_the_day() -> None:
    _, corrected = talk(("200 on friday by card", PROMISE), ("no, 300", "deny"))

    assert drafted(corrected) == [(D(300), FRIDAY)]


def test_yes_but_another_day_is_a_correction_not_a_yes() -> None:
    _, corrected = talk(("200 on friday by card", PROMISE), ("yes but on the 20th", "affirm"))

    assert effects(corrected, ConfirmPromises) == []
    assert drafted(corrected) == [(D(200), date(2026, 5, 20))]


def test_a_plain_no_drops_the_draft_and_asks_only_for_what_changes() -> None:
    _, no, day = talk(("200 on friday by card", PROMISE), ("no", "deny"), ("the 20th", PROMISE))

    assert effects(no, CancelPromises) == [CancelPromises()]
    assert asks(no) == {"amount", "pay_date"}
    assert drafted(day) == [(D(200), date(2026, 5, 20))]


def test_forget_it_drops_what_was_read_back() -> None:
    _, dropped = talk(("200 on friday by card", PROMISE), ("no wait forget it, I can't", "out_of_scope"))

    assert effects(dropped, ConfirmPromises) == []
    assert asks(dropped) >= {"pay_date"}


def test_a_question_in_between_puts_the_read_back_again() -> None:
    said, asked, yes = talk(
        ("200 on friday by card", PROMISE), ("are you a bot?", "bot_challenge"), ("yes", "affirm")
    )

    assert keys(asked) == ["small_talk.bot", *keys(said)]
    assert effects(yes, ConfirmPromises) == [ConfirmPromises("card")]


def test_two_instalments_with_the_rest_are_read_back_together() -> None:
    said, yes = talk(("200 on the 22nd by card, rest on the 5th", PROMISE), ("yep", "affirm"))

    assert drafted(said) == [(D(200), date(2026, 5, 22)), (D("315.20"), date(2026, 6, 5))]
    assert effects(yes, ConfirmPromises) == [ConfirmPromises("card")]


def test_the_second_of_two_payments_can_be_moved() -> None:
    _, moved = talk(
        ("200 on the 22nd by card, rest on the 5th", PROMISE), ("no, the second one on june 10", "deny")
    )

    assert drafted(moved) == [(D(200), date(2026, 5, 22)), (D("315.20"), date(2026, 6, 10))]


@pytest.mark.parametrize(
    ("said", "amount"),
    [("half on friday", "257.60"), ("all of it friday", "515.20"), ("la mitad el viernes", "257.60")],
)
def test_a_share_is_a_share_of_what_is_owed(said: str, amount: str) -> None:
    (step,) = talk((said, PROMISE))

    assert drafted(step) == [(D(amount), FRIDAY)]


def test_a_vague_amount_is_asked_back_with_choices() -> None:
    vague, chosen = talk(("a couple hundred on friday", PROMISE), ("the first", "out_of_scope"))

    assert "clarify_amount" in asks(vague)
    assert drafted(vague) == []
    assert drafted(chosen) == [(D(200), FRIDAY)]


def test_too_far_is_not_agreed_to_and_the_amount_is_kept() -> None:
    far, nearer = talk(("200 on august 20", PROMISE), ("may 29", PROMISE))

    assert keys(far) == ["promise.too_far"]
    assert drafted(nearer) == [(D(200), date(2026, 5, 29))]


def test_of_a_small_part_the_rest_is_asked_in_the_same_talk() -> None:
    small, rest = talk(("50 on friday", PROMISE), ("the rest on june 5", PROMISE))

    assert keys(small) == ["promise.small_and_rest"]
    assert drafted(rest) == [(D(50), FRIDAY), (D("465.20"), date(2026, 6, 5))]


def test_a_rest_too_far_away_does_not_move_the_first_part() -> None:
    _, far, nearer = talk(("50 on friday", PROMISE), ("the rest on sept 5", PROMISE), ("june 5", PROMISE))

    assert keys(far) == ["promise.too_far"]
    assert drafted(nearer) == [(D(50), FRIDAY), (D("465.20"), date(2026, 6, 5))]


def test_more_than_is_owed_is_asked_back() -> None:
    more, amount = talk(("900 on friday", PROMISE), ("515.20", PROMISE))

    assert keys(more) == ["promise.more_than_owed"]
    assert drafted(amount) == [(D("515.20"), FRIDAY)]


def test_payday_is_an_intention_until_a_day_is_named() -> None:
    payday, day = talk(("all of it when I get paid", PROMISE), ("that's the 29th", "out_of_scope"))

    assert effects(payday, Told) == [Told("intention", {"event": "payday"})]
    assert drafted(payday) == []
    assert drafted(day) == [(D("515.20"), date(2026, 5, 29))]


def test_neither_yes_nor_no_nor_correction_never_confirms_and_ends_with_a_person() -> None:
    steps = talk(("200 on friday by card", PROMISE), *[("by card", "out_of_scope")] * 3)

    assert [effects(step, ConfirmPromises) for step in steps] == [[], [], [], []]


def test_a_promise_on_file_is_moved_and_superseded_by_the_yes() -> None:
    move, yes = talk(
        ("I need to move it to the 22nd", "cancel_promise"), ("yes", "affirm"), promises=(promised(),)
    )

    assert drafted(move) == [(D(300), date(2026, 5, 22))]
    assert effects(move, Told) == [Told("promise_change", {"change": "requested"})]
    assert effects(yes, Told) == [Told("promise_change", {"change": "superseded"})]


def test_a_promise_taken_back_is_cancelled_and_a_new_day_asked() -> None:
    (step,) = talk(("cancel my promise", "cancel_promise"), promises=(promised(),))

    assert effects(step, CancelPromises) == [CancelPromises(standing=True)]
    assert effects(step, Told) == [Told("promise_change", {"change": "cancelled"})]
    assert "pay_date" in asks(step)


def test_cannot_make_it_leaves_the_promise_until_a_new_one_is_confirmed() -> None:
    (step,) = talk(("I can't make it", "cancel_promise"), promises=(promised(),))

    assert effects(step, CancelPromises) == []
    assert effects(step, Told) == [Told("promise_change", {"change": "requested"})]


def test_an_account_under_dispute_agrees_nothing() -> None:
    (step,) = talk(("200 on friday by card", PROMISE), account=account(holds=frozenset({"disputed"})))

    assert drafted(step) == []
    assert asks(step) == set()


def test_yes_right_after_a_reminder_asks_how_much_and_when() -> None:
    (step,) = talk(("ok yes", "affirm"), dialogue=after("amount", "promise"))

    assert asks(step) == {"amount", "pay_date"}


def test_the_same_question_a_third_time_becomes_a_person() -> None:
    steps = talk(*[("I will pay", PROMISE)] * 3, dialogue=Dialogue())

    assert [bool(effects(step, OpenCase)) for step in steps] == [False, False, True]
