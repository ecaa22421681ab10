"""Cannot pay, would rather pay less, did not pay: the reason decides."""

from dataclasses import replace

import pytest

from actions import hardship, how_long
from actions.situation import DraftPromises, Obliges, Told
from catalogue import entry
from tests.actions.making import TODAY, account, after, asks, drafted, effects, keys, obliged, situation, talk

BROKEN = after("reason", "broken_promise")


def offers(step: object) -> set[str]:
    return {offer for say in step.says for offer in entry(say.key).offers}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("said", "reason", "term"),
    [
        ("lost my job", "job_loss", "long"),
        ("my paycheck is late", "wage_delay", "short"),
        ("公司还没发工资", "wage_delay", "short"),
        ("perdí mi trabajo", "job_loss", "long"),
        ("laid off but I start a new job on monday", "job_loss", "short"),
        ("money has been tight for months", "cash_flow", "long"),
    ],
)
def test_the_reason_is_kept_with_whether_it_passes(said: str, reason: str, term: str) -> None:
    (step,) = talk((said, "hardship"))

    assert effects(step, Told) == [Told("hardship", {"reason": reason, "term": term})]


def test_what_passes_is_offered_more_time_and_a_yes_is_read_back() -> None:
    offer, yes = talk(("my paycheck is late", "hardship"), ("yes", "affirm"))

    assert offers(offer) == {"extension"}
    assert [on.isoformat() for _, on in drafted(yes)] == ["2026-05-27"]


def test_what_lasts_goes_to_a_person_without_a_question_for_money() -> None:
    (step,) = talk(("I lost my job", "hardship"))

    assert offers(step) == {"hardship_programme", "human"}
    assert asks(step) == set()
    assert obliged(step) == ["hardship"]


def test_illness_is_for_those_who_look_after_the_vulnerable() -> None:
    (step,) = talk(("I have cancer and can't work", "hardship"))

    assert obliged(step) == ["vulnerability"]


def test_a_reason_with_an_offer_keeps_both() -> None:
    (step,) = talk(("lost my job, can do 50 a month", "hardship"), dialogue=after("amount", "promise"))

    assert effects(step, Told)[0].detail["reason"] == "job_loss"
    assert effects(step, Obliges)[0].details["possible"] == "50.00 USD"


def test_a_reason_with_a_whole_promise_is_a_promise_and_a_hardship() -> None:
    (step,) = talk(("my paycheck is late, 200 on friday by card", "hardship"))

    assert effects(step, Told)[0].detail == {"reason": "wage_delay", "term": "short"}
    assert len(effects(step, DraftPromises)) == 1


def test_the_reason_is_asked_for_once() -> None:
    asked, vague = talk(("I can't pay", "hardship"), ("it's complicated", "out_of_scope"))

    assert asks(asked) == {"reason"}
    assert asks(vague) == set()
    assert hardship.term(situation("it's complicated"), "other") == "long"


@pytest.mark.parametrize(
    ("said", "intent", "key", "reason"),
    [
        ("sorry I forgot", "stall", "broken_promise.forgot_link", "forgot"),
        ("忘记了不好意思", "stall", "broken_promise.forgot_link", "forgot"),
        ("se me olvidó", "out_of_scope", "broken_promise.forgot_link", "forgot"),
        ("I need more time", "stall", "broken_promise.when_now", "time"),
        ("my card was frozen", "payment_problem", "broken_promise.card_link", "card"),
        ("银行卡被冻结了", "hardship", "broken_promise.card_link", "card"),
        ("me bloquearon la tarjeta", "payment_problem", "broken_promise.card_link", "card"),
        ("the transfer is still processing", "already_paid", "broken_promise.bank_late", "bank_late"),
        ("转账还没到账", "already_paid", "broken_promise.bank_late", "bank_late"),
        ("I sent it to the wrong account", "wrong_party", "already_paid.thanks_proof", "paid_elsewhere"),
        ("打错账户了", "payment_problem", "already_paid.thanks_proof", "paid_elsewhere"),
        ("I paid on monday", "already_paid", "already_paid.thanks_receipt", "paid"),
        ("we had my mother's funeral", "hardship", "hardship.sorry", "emergency"),
    ],
)
def test_each_reason_for_a_broken_promise_goes_its_own_way(
    said: str, intent: str, key: str, reason: str
) -> None:
    (step,) = talk((said, intent), dialogue=BROKEN)

    assert keys(step)[0] == key
    assert Told("broken_promise", {"reason": reason, "count": 0}) in step.effects


def test_a_new_promise_said_with_the_reason_is_read_back() -> None:
    (step,) = talk(("sorry forgot, 200 on friday by card", "promise_to_pay"), dialogue=BROKEN)

    assert keys(step) == ["promise.read_back"]


def test_after_several_broken_promises_a_person_is_offered_too() -> None:
    (step,) = talk(("forgot", "stall"), dialogue=BROKEN, broken_promises=2)

    assert "human" in offers(step)


def test_a_question_for_the_balance_is_no_reason() -> None:
    (step,) = talk(("how much was it?", "ask_balance"), dialogue=BROKEN)

    assert keys(step)[0].startswith("balance.")


def test_accepting_a_plan_reads_back_every_payment() -> None:
    shown, accepted = talk(("can I pay in installments", "request_plan"), ("3 payments", "request_plan"))

    assert offers(shown) == {"plan_3", "plan_6"}
    assert sum(amount for amount, _ in drafted(accepted)) == account().amount.amount
    assert len(drafted(accepted)) == 3


def test_a_plan_is_picked_by_its_number_whatever_the_model_makes_of_it() -> None:
    _, picked = talk(("can I pay in installments", "request_plan"), ("en tres pagos", "promise_to_pay"))
    _, other = talk(("can I pay in installments", "request_plan"), ("200 on the 3rd", "promise_to_pay"))

    assert len(drafted(picked)) == 3
    assert [str(amount) for amount, _ in drafted(other)] == ["200.00"]


def test_more_time_is_an_extension_not_a_plan() -> None:
    (step,) = talk(("can I get a bit more time", "request_plan"))

    assert offers(step) == {"extension"}


def test_a_lower_amount_is_never_agreed_to() -> None:
    (step,) = talk(("take 200 and forgive the rest", "request_plan"))

    assert effects(step, DraftPromises) == []
    assert offers(step) == {"human"}


def test_refusing_is_asked_what_would_help_once_then_left_in_peace() -> None:
    first, second = talk(("I won't pay", "refuse_to_pay"), ("because I don't want to", "refuse_to_pay"))

    assert asks(first) == {"reason"}
    assert keys(second) == ["refusal.person_or_rest"]


def test_putting_off_is_asked_for_a_day_once_then_left_in_peace() -> None:
    first, second = talk(("later, busy", "stall"), ("not now, I'll see", "stall"))

    assert asks(first) == {"pay_date"}
    assert asks(second) == set()


@pytest.mark.parametrize(
    ("said", "reason", "term"),
    [
        ("no idea when it picks up", "income_drop", "long"),
        ("closed until further notice", "wage_delay", "long"),
        ("they are not reopening", "job_loss", "long"),
        ("hasta nuevo aviso no hay obra", "income_drop", "long"),
        ("no se sabe hasta cuándo", "wage_delay", "long"),
        ("以後都唔做得", "illness", "long"),
        ("遥遥无期", "wage_delay", "long"),
        ("until the 30th", "job_loss", "short"),
        ("things should be better in two weeks", "income_drop", "short"),
        ("hasta fin de mes", "income_drop", "short"),
        ("en dos semanas me recupero", "illness", "short"),
        ("月底就好", "income_drop", "short"),
        ("十五號之後就得", "income_drop", "short"),
        ("lost my job, i can pay by friday", "job_loss", "long"),
    ],
)
def test_what_lasts_and_what_passes_is_heard(said: str, reason: str, term: str) -> None:
    assert hardship.term(situation(said), reason) == term


@pytest.mark.parametrize(
    "text",
    [
        "doctor reckons 4-5 month before im up a ladder again",
        "el cirujano dice q minimo 4 meses sin coger el coche",
        "surgeon told me three months",
    ],
)
def test_months_that_a_doctor_names_are_long(text: str) -> None:
    assert how_long.lasts(text, TODAY)


def test_the_first_reason_stays_beside_what_is_added() -> None:
    s = situation("the doctor says no work till june, i am sick of it", "hardship")
    assert s.account is not None
    held = replace(
        s,
        account=replace(s.account, holds=frozenset({"hardship"})),
        told={"hardship": {"reason": "accident", "term": "short"}},
    )

    [told] = [effect for effect in hardship.next_step(held).effects if isinstance(effect, Told)]

    assert told.detail["reason"] == "accident"


def added(text: str, known: str) -> str:
    s = situation(text, "hardship", told={"hardship": {"reason": known, "term": "short"}})
    assert s.account is not None
    held = replace(s, account=replace(s.account, holds=frozenset({"hardship"})))
    [told] = effects(hardship.next_step(held), Told)
    return str(told.detail["reason"])


@pytest.mark.parametrize(
    ("text", "known", "reason"),
    [
        ("i'm off sick, they operate on my back in june", "wage_delay", "illness"),
        ("we had to close our bakery after nine years", "income_drop", "business_failure"),
        ("上個月整親條腰 醫生叫唔好返工", "income_drop", "accident"),
        ("no me alcanza para nada", "income_drop", "income_drop"),
        ("the doctor costs a fortune too", "wage_delay", "wage_delay"),
    ],
)
def test_the_cause_takes_the_place_of_its_consequence(text: str, known: str, reason: str) -> None:
    assert added(text, known) == reason


@pytest.mark.parametrize(
    "text",
    [
        "i accident 2 week before with motorbike. leg broken, cannot do delivery",
        "me caí de la moto y me quebré la pierna, no puedo trabajar",
        "上個月喺廚房跌親條腰 而家放緊無薪假 冇糧出",
        "送外卖把腿摔断了",
    ],
)
def test_who_cannot_work_for_a_broken_body_is_given_no_few_days(text: str) -> None:
    step = hardship.next_step(situation(text, "hardship"))

    [told] = effects(step, Told)
    assert told.detail == {"reason": "accident", "term": "long"}
    assert "extension" not in offers(step)


def test_a_crash_that_hurts_nobody_passes() -> None:
    text = "some guy rear-ended me, car is in the shop, cant get to work til its fixed friday"

    step = hardship.next_step(situation(text, "hardship"))

    assert "extension" in offers(step)


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("doctor says not back at work till august", True),
        ("me dan el alta en agosto como muy pronto", True),
        ("醫生話最快都要八月先返到工", True),
        ("要到九月才能上班", True),
        ("ortho wants me in a boot six to eight weeks", True),
        ("back to work in june", False),
        ("vuelvo a trabajar en junio", False),
        ("5月底先返到工", False),
        ("he was shot back in march", False),
        ("i may be back soon", False),
        ("could you push it back to january", False),
    ],
)
def test_work_that_begins_in_a_far_month_is_long(text: str, far: bool) -> None:
    assert how_long.lasts(text, TODAY) is far


def test_how_long_it_is_answers_the_extension_and_the_first_reason_stays() -> None:
    [_, step] = talk(
        ("my wages are late", "hardship"), ("doctor say 2 month cannot ride, i broke my leg", "hardship")
    )

    [told] = effects(step, Told)
    assert told.detail == {"reason": "accident", "term": "long"}
    assert "extension" not in offers(step)
