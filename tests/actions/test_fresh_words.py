"""What borrowers say between the questions: plans by name, days by distance, a why, a second telling."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

import pytest

from actions import route
from actions.shifts import shifted
from actions.situation import Dialogue, DraftPromises, OnFile, OpenCase, Prefers, Step, Told
from core.messages import Kind
from core.money import Money
from core.promises import PromiseStatus
from tests.actions.making import account, asks, keys, promised, situation, talk

FRIDAY = date(2026, 6, 19)


def parts(step: Step) -> list[tuple[Decimal, date]]:
    """What the step drafts: amounts and days."""
    drafts = [effect for effect in step.effects if isinstance(effect, DraftPromises)]
    return [(amount.amount, on) for draft in drafts for amount, on in draft.parts]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("wait make it the saturday after", date(2026, 6, 20)),
        ("the monday after that instead", date(2026, 6, 22)),
        ("a week later", date(2026, 6, 26)),
        ("two days later pls", date(2026, 6, 21)),
        ("al día siguiente", date(2026, 6, 20)),
        ("mejor el sábado siguiente", date(2026, 6, 20)),
        ("dos semanas después", date(2026, 7, 3)),
        ("之后的周六", date(2026, 6, 20)),
        ("晚两天", date(2026, 6, 21)),
        ("推遲一個星期", date(2026, 6, 26)),
        ("the saturday after the 4th", None),
        ("friday after 5", None),
        ("day after tomorrow", None),
        ("the 26th", None),
    ],
)
def test_a_day_is_counted_from_the_day_on_the_table(said: str, day: date | None) -> None:
    assert shifted(said, FRIDAY) == day


def test_a_read_back_is_moved_by_distance() -> None:
    _, moved = talk(
        ("300 on june 5 by card", "promise_to_pay"), ("make it the saturday after", "promise_to_pay")
    )

    assert parts(moved) == [(Decimal("300.00"), date(2026, 6, 6))]


def test_the_payday_beside_the_day_is_no_second_day() -> None:
    _, moved = talk(
        ("all of it on the 24th by card", "promise_to_pay"),
        ("no wait the 26th. payday is the 25th", "promise_to_pay"),
    )

    assert parts(moved) == [(Decimal("515.20"), date(2026, 5, 26))]


def test_a_round_sum_instead_keeps_the_day() -> None:
    _, changed = talk(
        ("all of it on the 24th by card", "promise_to_pay"), ("actually make it 300 even", "cancel_promise")
    )

    assert parts(changed) == [(Decimal("300"), date(2026, 5, 24))]


def test_one_of_two_payments_is_moved_by_the_day_it_stood_on() -> None:
    _, moved = talk(
        ("200 on friday by card and the rest on june 5", "promise_to_pay"),
        ("no the saturday not the friday", "deny"),
    )

    assert [on for _, on in parts(moved)] == [date(2026, 5, 16), date(2026, 6, 5)]


@pytest.mark.parametrize(
    "said",
    [
        "about friday… not gonna happen. can we do it may 28 instead",
        "can't do friday, can i move it to the 28th?",
    ],
)
def test_a_standing_promise_is_moved_to_the_new_day_and_not_to_the_old(said: str) -> None:
    step = route.next_step(situation(said, "cancel_promise", promises=(promised(),)))

    assert parts(step) == [(Decimal("300"), date(2026, 5, 28))]
    assert Told("promise_change", {"change": "requested"}) in step.effects


@pytest.mark.parametrize("said", ["the 6-month one", "分6期吧", "en 6 pagos", "6 monthly payments please"])
def test_a_plan_named_outright_is_read_back_without_showing_all(said: str) -> None:
    step = route.next_step(situation(said, "request_plan"))

    assert len(parts(step)) == 6


@pytest.mark.parametrize("said", ["the 6 month one", "6", "the 6 one", "el de 6"])
def test_a_plan_is_chosen_by_its_number(said: str) -> None:
    _, chosen = talk(("can I pay in parts", "request_plan"), (said, "out_of_scope"))

    assert len(parts(chosen)) == 6


@pytest.mark.parametrize("said", ["3 or 6 payments?", "my 6 month old is sick, can i pay in parts"])
def test_two_plans_in_one_breath_or_a_baby_choose_none(said: str) -> None:
    step = route.next_step(situation(said, "request_plan"))

    assert parts(step) == []


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("will u take 200 and call it even? i can do that today", "promise_to_pay"),
        ("si le doy 100 hoy me perdonan el resto?", "promise_to_pay"),
        ("剩下的免了行不行", "request_plan"),
    ],
)
def test_a_sum_for_the_whole_goes_to_people(said: str, intent: str) -> None:
    step = route.next_step(situation(said, intent))

    assert keys(step) == ["plan.reduction_by_person"]
    assert parts(step) == []


@pytest.mark.parametrize(
    "said", ["can i settle it in 2 payments", "disculpe, al menos unos días", "i'll settle up friday"]
)
def test_settling_in_parts_or_later_asks_for_no_reduction(said: str) -> None:
    step = route.next_step(situation(said, "request_plan"))

    assert "plan.reduction_by_person" not in keys(step)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("whoa why so much, i thought it was 400", "out_of_scope"),
        ("why is it so high", "dispute_debt"),
        ("xq tanto si debia como 400", "ask_balance"),
        ("为什么这么多", "dispute_debt"),
    ],
)
def test_a_why_is_explained_and_disputes_nothing(said: str, intent: str) -> None:
    step = route.next_step(situation(said, intent))

    assert keys(step) == ["balance.why"]
    assert step.effects == ()


def test_a_why_that_says_it_is_wrong_is_a_dispute() -> None:
    step = route.next_step(situation("why so much, that is wrong, prove it", "dispute_debt"))

    assert keys(step) == ["dispute.proof_coming"]


def test_a_hedged_half_is_asked_back_and_kept() -> None:
    first, second = talk(("maybe half when i get paid", "promise_to_pay"), ("friday", "promise_to_pay"))

    assert keys(first) == ["promise.which_payday"]
    assert parts(first) == []
    assert parts(second) == [(Decimal("257.60"), date(2026, 5, 15))]


def test_what_is_told_again_of_a_hardship_is_added_and_nothing_asked() -> None:
    known = {"hardship": {"reason": "job_loss", "term": "short"}}
    step = route.next_step(
        situation(
            "idk could be months, nobody is hiring",
            "hardship",
            told=known,
            account=account(holds=frozenset({"hardship"})),
        )
    )

    assert keys(step) == ["hardship.added"]
    assert asks(step) == set()
    assert Told("hardship", {"reason": "job_loss", "term": "long"}) in step.effects


def test_a_receipt_with_a_caption_is_the_proof() -> None:
    paid = account(holds=frozenset({"paid_claim"}))
    step = route.next_step(situation("aqui esta el ticket", account=paid, kind=Kind.IMAGE))

    assert keys(step) == ["already_paid.noted"]


def test_hours_are_a_wish_and_no_end_of_all_messages() -> None:
    step = route.next_step(situation("dont text me in the mornings, after 4 is better", "opt_out"))

    assert any(isinstance(effect, Prefers) for effect in step.effects)


def test_who_wants_a_call_is_asked_when_and_heard_in_the_queue() -> None:
    first = route.next_step(situation("can somebody just call me", "request_human"))
    second = route.next_step(
        situation("after 3 today", "contact_preference", dialogue=first.dialogue, held_by="queue")
    )

    assert asks(first) == {"callback_time"}
    assert keys(second) == ["person.call_noted"]
    assert any(isinstance(effect, OpenCase) for effect in second.effects)


def test_after_an_alarm_nobody_is_told_of_a_queue() -> None:
    step = route.next_step(
        situation("sorry just tired", flags=frozenset({"crisis"}), held_by="queue", dialogue=Dialogue())
    )

    assert keys(step) == ["crisis.still_here"]


def test_who_will_not_give_the_fact_is_offered_a_person() -> None:
    _, refused = talk(
        ("hi", "greet"),
        ("im not giving my birthday to a random number", "out_of_scope"),
        identity=situation("", verified=False).identity,
    )

    assert keys(refused) == ["opening.offer_person"]


def test_after_a_lost_card_the_promised_sum_stays_on_the_table() -> None:
    broken = OnFile(uuid.UUID(int=8), Money.of("300", "USD"), date(2026, 5, 11), "card", PromiseStatus.BROKEN)
    asked = Dialogue(asked="reason", about="broken_promise")
    _, second = talk(
        ("i lost my card", "payment_problem"),
        ("by transfer on monday", "promise_to_pay"),
        dialogue=asked,
        broken=broken,
    )

    assert parts(second) == [(Decimal("300.00"), date(2026, 5, 18))]


def test_a_holiday_is_said_to_be_one() -> None:
    (step,) = talk(("300 by bank transfer on may 25", "promise_to_pay"))

    assert keys(step) == ["promise.closed_day", "promise.read_back"]
    assert parts(step) == [(Decimal("300.00"), date(2026, 5, 25))]


def test_a_card_works_on_a_holiday() -> None:
    (step,) = talk(("300 by card on may 25", "promise_to_pay"))

    assert keys(step) == ["promise.read_back"]


@pytest.mark.parametrize("intent", ["pay_now", "request_plan"])
def test_some_of_it_is_asked_how_much(intent: str) -> None:
    step = route.next_step(situation("i can pay some of it", intent))

    assert keys(step) == ["promise.ask_amount_and_day"]


def test_who_asks_what_it_is_about_is_asked_who_they_are() -> None:
    step = route.next_step(situation("ok what is it about", "ask_identity", verified=False))

    assert keys(step) == ["small_talk.who", "opening.ask_dob"]
    assert asks(step) == {"identity"}
