"""What is asked or offered while a person looks at a hardship, a dispute or a payment that was told of."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions import already_paid, contact, longer, route
from actions.situation import CancelPromises, Dialogue, DraftPromises, OpenCase, Prefers, Say, Situation, Step
from actions.waiting import meanwhile
from tests.actions.making import (
    account,
    after,
    asks,
    drafted,
    effects,
    keys,
    promised,
    situation,
    talk,
)

HARDSHIP = {"hardship": {"reason": "illness", "term": "long"}}
MORE = after("hardship_more", "hardship")
TRACED: dict[str, Any] = {"account": account(holds=frozenset({"paid_claim"})), "told": {"paid_claim": {}}}
PROOF = after("proof", "already_paid")


def held(text: str, intent: str, *holds: str, **changes: Any) -> Situation:
    return situation(text, intent, account=account(holds=frozenset(holds or ("hardship",))), **changes)


def answered(text: str, intent: str, *holds: str, **changes: Any) -> Step:
    return route.next_step(held(text, intent, *holds, told=HARDSHIP, **changes))


@pytest.mark.parametrize("hold", ["hardship", "disputed", "paid_claim"])
@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("sir the interest still run when i no pay??", "ask_consequence", "en"),
        ("what happens if i miss one", "ask_consequence", "en"),
        ("does that cost me anything extra if i'm a day late?", "ask_consequence", "en"),
        ("do late fees keep piling up while yall check?", "out_of_scope", "en"),
        ("Y mientras lo revisan ¿me siguen corriendo intereses?", "ask_consequence", "es"),
        ("仲有 會唔會照計利息", "ask_consequence", "zh-Hant"),
        ("那利息还会一直涨吗", "out_of_scope", "zh-Hans"),
    ],
)
def test_interest_amid_a_hold_is_told_of_truly(hold: str, text: str, intent: str, language: str) -> None:
    for dialogue in (Dialogue(), after("case_details", "dispute")):
        step = answered(text, intent, hold, language=language, dialogue=dialogue)

        assert keys(step) == ["balance.consequence_on_hold"]
        assert step.dialogue.asked == dialogue.asked


@pytest.mark.parametrize("hold", ["crisis", "bankruptcy", "attorney", "deceased", "moratorium"])
def test_where_law_may_have_stopped_the_interest_the_contract_is_not_spoken_of(hold: str) -> None:
    step = answered("does the interest still run?", "ask_consequence", hold)

    assert "balance.consequence_on_hold" not in keys(step)


@pytest.mark.parametrize("hold", ["hardship", "disputed", "paid_claim"])
@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("so i dont have to pay anything until somebody looks at it?", "stall"),
        ("do i still gotta make my payment this month while you look at it?", "pay_now"),
        ("so do i need to pay again?", "pay_now"),
        ("¿tengo que seguir pagando mientras lo revisan?", "ask_consequence"),
        ("¿o sea que por ahora no tengo que pagar nada?", "ask_balance"),
        ("所以查清楚之前我不用先繳吧?", "ask_balance"),
        ("意思是现在不用先还对吧", "pay_now"),
        ("查緊嗰陣仲使唔使還", "ask_balance"),
        ("即係而家唔使住還？", "pay_now"),
    ],
)
def test_whether_to_pay_meanwhile_is_answered_without_the_balance(hold: str, text: str, intent: str) -> None:
    language = "zh-Hant" if text[0] > "\u3000" else "es" if "¿" in text else "en"
    step = answered(text, intent, hold, language=language)

    assert keys(step) == ["balance.nothing_asked"]
    assert not asks(step)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("how do i pay now?", "pay_now"),
        ("when do i have to pay then?", "ask_balance"),
        ("can i pay 50 on friday then?", "promise_to_pay"),
        ("i lost my job, do i still have to pay now?", "hardship"),
        ("怎么还？", "pay_now"),
        ("thanks, i'll wait", "thank"),
    ],
)
def test_other_questions_are_left_to_their_own_flow(text: str, intent: str) -> None:
    assert meanwhile(held(text, intent)) is None


@pytest.mark.parametrize(
    "text", ["can you stop the interest while you check?", "¿pueden parar los intereses?"]
)
def test_a_wish_to_stop_the_interest_is_for_a_person_to_grant(text: str) -> None:
    assert keys(answered(text, "request_plan", "disputed")) == ["balance.consequence_on_hold"]
    assert keys(answered(text, "request_plan", "hardship")) == ["plan.reduction_by_person"]


def test_how_long_a_hardship_takes_is_not_answered_with_the_balance() -> None:
    assert keys(answered("那我要等多久", "ask_balance", language="zh-Hans", dialogue=MORE)) == [
        "hardship.what_next"
    ]


def test_without_a_hold_nothing_of_this_is_said() -> None:
    assert meanwhile(situation("so do i have to pay now?", "ask_balance")) is None


@pytest.mark.parametrize(
    ("text", "language", "possible", "every", "on"),
    [
        ("I can do 40 every friday til its gone", "en", "40.00 USD", "week", "2026-05-15"),
        ("could do $25 every two weeks from the 22nd", "en", "25.00 USD", "two_weeks", "2026-05-22"),
        ("puedo dar 30 al mes a partir del 5", "es", "30.00 USD", "month", "2026-06-05"),
        ("le doy 15 cada quincena", "es", "15.00 USD", "half_month", None),
        ("我每个月只能还30，从下月5号开始", "zh-Hans", "30.00 USD", "month", "2026-06-05"),
        ("每月還到30啦 出糧號頭7號", "zh-Hant", "30.00 USD", "month", "2026-06-07"),
    ],
)
@pytest.mark.parametrize("dialogue", [Dialogue(), MORE, after("amount", "promise")])
def test_an_offer_beyond_the_policy_is_written_down_for_a_person(
    text: str, language: str, possible: str, every: str, on: str | None, dialogue: Dialogue
) -> None:
    step = route.next_step(situation(text, "promise_to_pay", language=language, dialogue=dialogue))

    assert keys(step) == ["plan.offer_passed_on"]
    case = effects(step, OpenCase)[0]
    assert (case.queue, case.reason, case.take_floor) == ("hardship", "asks for a plan", False)
    assert {name: case.details[name] for name in ("possible", "every", "on")} == {
        "possible": possible,
        "every": every,
        "on": on,
    }
    assert effects(step, CancelPromises)
    assert not effects(step, DraftPromises)
    assert not step.dialogue.question


@pytest.mark.parametrize(
    "changes", [{}, {"account": account(holds=frozenset({"hardship"})), "told": HARDSHIP}]
)
def test_a_yes_to_what_was_passed_on_reads_nothing_back(changes: dict[str, Any]) -> None:
    steps = talk(
        ("I can do 40 a month from the 5th", "promise_to_pay"),
        ("yes", "affirm"),
        dialogue=MORE if changes else None,
        **changes,
    )

    assert keys(steps[0]) == ["plan.offer_passed_on"]
    assert keys(steps[1]) == ["small_talk.anything_else"]
    assert not drafted(steps[1])


@pytest.mark.parametrize(
    "text", ["I'll pay 50 on friday, my rent is 400 a month", "50 friday. I only make 900 a month"]
)
def test_what_comes_in_or_goes_out_each_month_is_no_offer(text: str) -> None:
    assert "plan.offer_passed_on" not in keys(route.next_step(situation(text, "promise_to_pay")))


def test_a_day_or_a_sum_said_after_it_amends_the_offer() -> None:
    steps = talk(
        ("I can do 40 a month", "promise_to_pay"),
        ("starting june 5", "promise_to_pay"),
        ("or 30", "promise_to_pay"),
    )

    kept = [effects(step, OpenCase)[0].details for step in steps]
    assert [one["possible"] for one in kept] == ["40.00 USD", "40.00 USD", "30.00 USD"]
    assert [one["on"] for one in kept] == [None, "2026-06-05", "2026-06-05"]


@pytest.mark.parametrize("text", ["is that ok?", "does that work?", "how long until i hear back"])
def test_whether_it_is_taken_is_for_the_person_to_say(text: str) -> None:
    s = situation(text, "ask_balance", dialogue=Dialogue(about=longer.ABOUT))

    assert keys(route.next_step(s)) == ["person.answer_when"]


def test_payments_that_end_in_time_are_read_back_as_ever() -> None:
    step = route.next_step(
        situation("150 on the 15th, 150 on the 29th and 215.20 on june 12", "promise_to_pay")
    )

    assert len(drafted(step)) == 3


def test_a_part_a_month_that_the_policys_plans_reach_is_not_passed_on() -> None:
    step = route.next_step(situation("I can pay 200 a month", "promise_to_pay"))

    assert keys(step) == ["promise.ask_day"]


def test_a_yes_names_no_day_for_what_was_too_far() -> None:
    steps = talk(("200 on friday and 315.20 on october 1", "promise_to_pay"), ("yes", "affirm"))

    assert [keys(step) for step in steps] == [["promise.too_far"], ["promise.too_far"]]
    assert not drafted(steps[1])


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("不过我愿意先还100 下周一", "promise_to_pay", "zh-Hans"),
        ("look i can pay the 100 friday anyway, by card", "promise_to_pay", "en"),
        ("igual le puedo abonar 100 el lunes", "promise_to_pay", "es"),
        ("send me the link then", "pay_now", "en"),
    ],
)
def test_what_is_offered_in_a_dispute_is_noted_and_not_agreed(text: str, intent: str, language: str) -> None:
    step = answered(text, intent, "disputed", language=language)

    assert keys(step) == ["dispute.offer_noted"]
    assert not effects(step, DraftPromises)
    assert not asks(step)
    case = effects(step, OpenCase)[0]
    assert case.queue == "dispute"
    assert ("possible" in case.details) is (intent != "pay_now")


def test_a_yes_after_it_tells_no_balance() -> None:
    steps = talk(
        ("I can pay 100 on friday anyway", "promise_to_pay"),
        ("yes", "affirm"),
        account=account(holds=frozenset({"disputed"})),
    )

    assert keys(steps[1]) == ["small_talk.anything_else"]


def test_who_asks_for_the_balance_in_a_dispute_is_told_it() -> None:
    assert keys(answered("how much is it?", "ask_balance", "disputed"))[0] == "balance.told"


@pytest.mark.parametrize("hold", ["bankruptcy", "attorney", "crisis"])
def test_where_law_forbids_to_take_it_no_offer_is_noted(hold: str) -> None:
    assert keys(answered("I can pay 100 on friday", "promise_to_pay", hold)) != ["dispute.offer_noted"]


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("i dont have the receipt with me", "dispute_debt", "en"),
        ("no receipt sorry, i threw it out", "deny", "en"),
        ("lost the receipt", "hardship", "en"),
        ("no tengo el recibo aquí", "hardship", "es"),
        ("el ticket lo tiré", "already_paid", "es"),
        ("没有截图 手机换了", "out_of_scope", "zh-Hans"),
        ("收據丟掉了", "out_of_scope", "zh-Hant"),
        ("冇留收據喎", "deny", "zh-Hant"),
    ],
)
def test_without_a_receipt_it_is_traced_all_the_same(text: str, intent: str, language: str) -> None:
    step = route.next_step(situation(text, intent, language=language, dialogue=PROOF, **TRACED))

    assert keys(step) == ["already_paid.no_proof"]
    assert step.dialogue.asked == "proof"
    assert effects(step, OpenCase)[0].queue == "payment_trace"


@pytest.mark.parametrize(
    ("text", "intent", "language", "paid"),
    [
        (
            "los 275.40 completos. 15 de abril a las 8 y pico d la noche dice aqui",
            "promise_to_pay",
            "es",
            "275.40 USD",
        ),
        ("fueron 200, el lunes a las 10 de la mañana", "promise_to_pay", "es", "200.00 USD"),
        ("it was 200, tuesday around 3pm", "promise_to_pay", "en", "200.00 USD"),
    ],
)
@pytest.mark.parametrize("dialogue", [PROOF, Dialogue()])
def test_details_of_the_payment_are_kept_for_who_traces_it(
    text: str, intent: str, language: str, paid: str, dialogue: Dialogue
) -> None:
    step = route.next_step(situation(text, intent, language=language, dialogue=dialogue, **TRACED))

    assert keys(step) == ["already_paid.noted"]
    case = effects(step, OpenCase)[0]
    assert case.details["paid"] == paid
    assert case.details["details"]


@pytest.mark.parametrize(
    ("text", "dialogue"), [("tuesday", PROOF), ("200", Dialogue()), ("900 pesos", PROOF)]
)
def test_a_day_or_a_sum_alone_is_the_traced_payments(text: str, dialogue: Dialogue) -> None:
    step = route.next_step(situation(text, "promise_to_pay", dialogue=dialogue, **TRACED))

    assert keys(step) == ["already_paid.noted"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("the rest 130 i pay next friday by card", "promise_to_pay"),
        ("i can pay the other 300 on the 15th", "promise_to_pay"),
        ("i got laid off 2 weeks ago", "hardship"),
        ("剩下的300 15号还", "promise_to_pay"),
        ("how much is left, 300?", "ask_balance"),
    ],
)
def test_what_is_to_come_is_no_detail_of_what_was_paid(text: str, intent: str) -> None:
    assert already_paid.of_traced(situation(text, intent, dialogue=PROOF, **TRACED)) is None


def test_the_link_after_two_instalments_is_for_the_first() -> None:
    both = (promised("260", date(2026, 6, 5)), promised("255.20", date(2026, 5, 22)))
    step = route.next_step(situation("me podés mandar el link", "pay_now", language="es", promises=both))

    assert step.says[0].parameters["amount"] == {"money": "255.20", "currency": "USD"}


def test_the_link_for_all_of_it_is_for_all_of_it() -> None:
    step = route.next_step(
        situation("send me the link, i'll pay it all now", "pay_now", promises=(promised("300"),))
    )

    assert step.says[0].parameters["amount"] == {"money": "515.20", "currency": "USD"}


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("别打我单位电话", "contact_preference", "zh-Hans"),
        ("不要再打到我公司来了 同事都知道了", "opt_out", "zh-Hans"),
        ("唔好打去我公司 老細會鬧", "contact_preference", "zh-Hant"),
        ("stop calling my office", "opt_out", "en"),
        ("stop calling my job", "out_of_scope", "en"),
        ("dejen de llamar a mi chamba", "contact_preference", "es"),
    ],
)
@pytest.mark.parametrize("holds", [frozenset(), frozenset({"disputed"})])
def test_no_calls_at_work_is_a_wish_that_binds(
    text: str, intent: str, language: str, holds: frozenset[str]
) -> None:
    dialogue = after("case_details", "dispute") if holds else Dialogue()
    s = situation(text, intent, language=language, dialogue=dialogue, account=account(holds=holds))
    step = route.next_step(s)

    assert set(keys(step)) < {"contact.not_at_work", "contact.preference_noted"}
    assert contact.AT_WORK in effects(step, Prefers)[0].windows


def test_a_stop_that_names_work_too_stays_a_stop() -> None:
    for text in ("stop contacting my employer, my sister and me", "不要联系我 不要联系我家人 不要联系我单位"):
        assert not contact.only_spares_work(situation(text, "cease_contact"))


def test_told_beside_a_promise_or_a_complaint_it_is_kept_too() -> None:
    promise = route.next_step(situation("don't call my job, i'll pay 200 friday by card", "promise_to_pay"))
    complaint = route.next_step(
        situation("your guy called again. stop calling my job, it is harassment", "complaint")
    )

    for step in (promise, complaint):
        assert contact.AT_WORK in effects(step, Prefers)[0].windows
    assert Say("contact.not_at_work", {}) in promise.says
    assert drafted(promise)
