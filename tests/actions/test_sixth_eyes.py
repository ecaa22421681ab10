"""What reading a sixth writer's conversations aloud brought to light: nothing asked twice, every question answered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions import route
from core.messages import Kind
from tests.actions.making import account, after, asks, drafted, keys, obliged, promised, situation, talk


@pytest.mark.parametrize(
    "text",
    [
        "i payed this already?? like on tuesday",
        "ya lo pagué ayer con mi tarjeta",
        "昨天已经还了",
        "尋日已經過咗數",
    ],
)
def test_who_says_when_or_how_it_was_paid_is_asked_only_for_the_receipt(text: str) -> None:
    (step,) = talk((text, "already_paid"))

    assert keys(step) == ["already_paid.thanks_receipt"]
    assert asks(step) == {"proof"}


def test_a_receipt_that_comes_with_the_claim_is_not_asked_for() -> None:
    step = route.next_step(situation("paid yesterday, here it is", "already_paid", kind=Kind.IMAGE))

    assert keys(step) == ["already_paid.receipt_in"]
    assert asks(step) == set()


@pytest.mark.parametrize(
    "text", ["ya lo vieron?\n??", "did you guys find it?", "do u see it yet?", "ya se refleja el pago?"]
)
def test_whether_it_is_in_is_answered(text: str) -> None:
    told = {"paid_claim": {"status": "pending"}}
    held = account(holds=frozenset({"paid_claim"}))
    (step,) = talk((text, "already_paid"), told=told, account=held)

    assert keys(step) == ["already_paid.still_looking"]


def test_nobody_who_has_paid_it_all_is_told_how_to_pay() -> None:
    (step,) = talk(("went thru w my other card. we good?", "payment_problem"), account=account(paid=True))

    assert keys(step) == ["balance.nothing_owed"]


@pytest.mark.parametrize("text", ["ok lo pago ahorita mismo, donde le hago", "¿cómo le hago?"])
def test_who_wants_to_pay_at_once_is_not_asked_how_much(text: str) -> None:
    (step,) = talk((text, "pay_now"), dialogue=after("amount", "promise"))

    assert keys(step) == ["pay_now.link"]


@pytest.mark.parametrize(
    "text",
    [
        "wait no make the first one 180 so 335.20 after. same card both",
        "mejor 180 primero y 335.20 después",
        "actually 180 and then 335.20",
    ],
)
def test_new_sums_for_two_payments_keep_their_days(text: str) -> None:
    steps = talk(
        ("150 fri with my debit card and the other 365.20 on june 4", "promise_to_pay"),
        (text, "cancel_promise"),
    )

    assert drafted(steps[1]) == [
        (Decimal("180.00"), date(2026, 5, 15)),
        (Decimal("335.20"), date(2026, 6, 4)),
    ]


@pytest.mark.parametrize(("text", "day"), [("no Tuesday", 19), ("nope the 20th", 20), ("no el martes", 19)])
def test_a_no_and_another_day_move_the_payment(text: str, day: int) -> None:
    steps = talk(("i'll pay 200 monday by card", "promise_to_pay"), (text, "promise_to_pay"))

    assert drafted(steps[1]) == [(Decimal("200.00"), date(2026, 5, day))]


def test_a_no_to_the_day_on_the_table_takes_it_off() -> None:
    steps = talk(("i'll pay 200 monday by card", "promise_to_pay"), ("no monday", "deny"))

    assert keys(steps[1]) == ["promise.what_to_change"]


@pytest.mark.parametrize(
    "text",
    [
        "can't promise anything now",
        "i don't want to commit to a date",
        "ahorita no me puedo comprometer a nada",
        "no le prometo nada",
        "现在没法保证",
        "我唔敢應承",
    ],
)
def test_who_will_not_promise_is_not_asked_for_a_day(text: str) -> None:
    (step,) = talk((text, "stall"))

    assert keys(step) == ["refusal.later"]


@pytest.mark.parametrize(
    "text",
    [
        "¿y no me podéis quitar una parte de lo que debo?",
        "bájenle tantito a lo que debo",
        "can you take some off",
        "could you bring the total down a bit",
    ],
)
def test_a_wish_to_owe_less_goes_to_a_person(text: str) -> None:
    (step,) = talk((text, "request_plan"))

    assert keys(step) == ["plan.reduction_by_person"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("send me proof then, like the actual contract", "dispute.proof_coming"),
        ("so i don't have to pay anything while you check?", "balance.on_hold"),
        ("entonces mientras revisan no tengo q pagar nada?", "balance.on_hold"),
        ("i only borrowed 900 from you", "dispute.passed_on"),
    ],
)
def test_what_is_asked_of_a_dispute_is_answered(text: str, key: str) -> None:
    held = account(holds=frozenset({"disputed"}))
    (step,) = talk((text, "dispute_debt"), account=held, dialogue=after("case_details", "dispute"))

    assert keys(step) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "I don't recognize this. Send me something in writing that shows I owe it",
        "no es mía, mándenme algo que lo demuestre",
    ],
)
def test_something_that_shows_it_is_proof_too(text: str) -> None:
    (step,) = talk((text, "dispute_debt"))

    assert keys(step) == ["dispute.proof_coming"]


def test_a_wife_who_asks_what_it_is_about_is_answered() -> None:
    step = route.next_step(situation("this is his wife, whats this about", "wrong_party", verified=False))

    assert keys(step) == ["opening.only_them"]


def test_the_way_and_a_yes_behind_it_confirm() -> None:
    steps = talk(("200 on friday", "promise_to_pay"), ("debit card n yes", "pay_now"))

    assert keys(steps[1]) == ["promise.confirmed"]


def test_a_report_to_the_police_is_no_bankruptcy() -> None:
    held = account(holds=frozenset({"disputed"}))
    (step,) = talk(
        ("i filed a police report already #2026-8841", "bankruptcy"),
        account=held,
        dialogue=after("case_details", "dispute"),
    )

    assert keys(step) == ["dispute.passed_on"]


@pytest.mark.parametrize("text", ["entonces ya no debo nada?", "so i'm all set?", "¿ha llegado?"])
def test_who_told_of_a_payment_and_asks_whether_all_is_well_contests_nothing(text: str) -> None:
    held = account(holds=frozenset({"paid_claim"}))
    (step,) = talk((text, "dispute_debt"), told={"paid_claim": {}}, account=held)

    assert keys(step) == ["already_paid.still_looking"]


def test_the_rest_on_the_20th_lies_behind_the_day_on_the_table() -> None:
    steps = talk(
        ("el 5 de junio", "promise_to_pay"),
        ("300 y el resto el 20", "promise_to_pay"),
        dialogue=after("amount", "promise"),
        language="es",
    )

    assert drafted(steps[1]) == [
        (Decimal("300.00"), date(2026, 6, 5)),
        (Decimal("215.20"), date(2026, 6, 20)),
    ]


def test_a_sum_alone_leaves_the_choice_of_days_open() -> None:
    steps = talk(("next friday i think", "promise_to_pay"), ("all of it", "promise_to_pay"))

    assert keys(steps[1]) == ["promise.which_day"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("can i pay by direct debit 100 a month", "promise.ask_amount_and_day"),
        ("¿me puedes pasar el número de cuenta?", "pay_now.bank"),
        ("how do i pay", "pay_now.link"),
    ],
)
def test_a_way_to_pay_is_the_one_that_was_asked_for(text: str, key: str) -> None:
    (step,) = talk((text, "pay_now"))

    assert keys(step) == [key]


def test_what_happened_is_a_reason_though_nothing_else_is_understood() -> None:
    (step,) = talk(("my car died had to fix it", "out_of_scope"))

    assert keys(step) == ["hardship.offer_extension"]


def test_who_says_it_was_promised_already_hears_what_was_agreed() -> None:
    standing = (promised("300", date(2026, 5, 20)),)
    (step,) = talk(("i already promised to pay on the 20th", "promise_to_pay"), promises=standing)

    assert keys(step) == ["balance.your_promise"]


def test_a_lawyer_who_is_named_at_once_is_not_asked_for() -> None:
    (step,) = talk(("u can talk to my lawyer. Jim Bates 312-555-0199", "attorney_represented"))

    assert keys(step) == ["specialist.attorney_known"]
    assert obliged(step) == ["attorney"]


@pytest.mark.parametrize("text", ["who do i send the death certificate to", "¿a dónde mando el acta?"])
def test_where_to_send_a_paper_is_told(text: str) -> None:
    open_case = after("case_details", "specialist", {"queue": "deceased"})
    step = route.next_step(
        situation(text, "deceased", flags=frozenset({"deceased"}), dialogue=open_case, verified=False)
    )

    assert keys(step) == ["specialist.needed_deceased"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [("how long does that take", "ask_balance"), ("y que es eso del programa", "ask_balance")],
)
def test_what_the_programme_is_gets_its_answer(text: str, intent: str) -> None:
    held = account(holds=frozenset({"hardship"}))
    told = {"hardship": {"reason": "job_loss", "term": "long"}}
    (step,) = talk((text, intent), account=held, told=told, dialogue=after("hardship_more", "hardship"))

    assert keys(step) == ["hardship.what_next"]


def test_another_sum_for_a_settlement_goes_to_the_person_too() -> None:
    steps = talk(
        ("would you take 300 and call it done", "request_plan"), ("what about 400", "promise_to_pay")
    )

    assert keys(steps[1]) == ["plan.reduction_by_person"]
