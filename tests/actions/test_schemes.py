"""Protections that begin outside of us are heard in all languages, and wishes for one are not."""

from __future__ import annotations

import pytest

from actions import route, schemes
from compliance import duties
from tests.actions.making import NOW, asks, discloses, keys, obliged, situation

BEGUN = """
I'm in breathing space until 3 August
I have entered into breathing space through StepChange, ref BS1182
we've been accepted onto the breathing space scheme
my breathing space started on monday
breathing space ends 14/7, stop adding interest
im under a statutory moratorium in scotland
they registered my breathing space yesterday
The Breathing Space notice was sent to you last week
estoy en breathing space desde el lunes
me aprobaron un periodo de respiro de 60 días
tengo una moratoria legal desde marzo
我已经进入债务喘息期了
我的 breathing space 已经生效
我已經獲批債務喘息空間
喘息期到8月3号，别再催了
""".strip().splitlines()
WISHED = """
I just need some breathing space until payday
can you give me a bit of breathing space
what is the breathing space scheme?
i want to apply for breathing space
I'm not in breathing space
could i go into breathing space
there is no breathing space in my budget
thinking about applying for the breathing space scheme
if i was in breathing space would you stop
necesito un respiro hasta el viernes
quiero pedir una moratoria
¿puedo estar en un periodo de respiro?
给我点喘息的空间吧
想申请喘息期，可以吗
我沒有進入債務喘息期
""".strip().splitlines()


@pytest.mark.parametrize("text", BEGUN)
def test_what_has_begun_is_heard(text: str) -> None:
    assert schemes.named(text, "GB") == "breathing_space"


@pytest.mark.parametrize("text", WISHED)
def test_what_is_wished_for_is_not(text: str) -> None:
    assert schemes.named(text, "GB") is None


@pytest.mark.parametrize(
    "text",
    [
        "I'm on a mental health breathing space",
        "mental health crisis moratorium started friday",
        "tengo una moratoria por salud mental",
        "我因為心理危機已經進入債務喘息期",
    ],
)
def test_one_for_a_crisis_of_the_mind_is_another(text: str) -> None:
    assert schemes.named(text, "GB") == "mental_health_moratorium"


@pytest.mark.parametrize(
    ("text", "country", "event"),
    [
        ("I applied for a debt adjustment last week", "KR", "debt_adjustment"),
        ("I applied for a debt adjustment last week", "US", None),
        ("前置協商已經送件了", "TW", "debt_adjustment"),
        ("我已申請前置協商", "TW", "debt_adjustment"),
        ("想申請前置協商", "TW", None),
        ("presenté una solicitud de reestructuración de mis deudas", "TW", "debt_adjustment"),
        ("solicité el ajuste de mis deudas", "KR", "debt_adjustment"),
    ],
)
def test_a_formal_request_counts_where_it_has_effects(text: str, country: str, event: str | None) -> None:
    assert schemes.named(text, country) == event


@pytest.mark.parametrize(
    "intent", ["bankruptcy", "hardship", "request_plan", "stall", "out_of_scope", "ask_balance"]
)
@pytest.mark.parametrize("verified", [True, False])
def test_whatever_it_is_taken_for_everything_pauses_and_the_reference_is_asked_for(
    intent: str, verified: bool
) -> None:
    step = route.next_step(situation(BEGUN[1], intent, verified=verified, country="GB"))

    assert (keys(step), obliged(step)) == (["specialist.moratorium"], ["breathing_space"])
    assert asks(step) == {"case_details"}
    assert not discloses(step)


def test_the_reference_that_was_asked_for_is_passed_on() -> None:
    first = route.next_step(situation(BEGUN[0], "hardship", country="GB"))
    then = route.next_step(situation("ref BS1182", country="GB", dialogue=first.dialogue))

    assert keys(then) == ["specialist.passed_on"]


def test_a_lawyer_or_a_stop_in_the_same_breath_keeps_its_own_duties() -> None:
    adviser = situation(
        "StepChange act for me now, I'm in breathing space", "attorney_represented", country="GB"
    )
    stop = situation("I'm in breathing space so stop texting me", "opt_out", country="GB")
    plain = situation("my debt adviser at StepChange deals with this", "attorney_represented", country="GB")

    assert set(obliged(route.next_step(adviser))) == {"attorney", "breathing_space"}
    assert set(obliged(route.next_step(stop))) == {"opt_out", "breathing_space"}
    assert set(obliged(route.next_step(plain))) == {"attorney", "debt_adviser"}


def test_in_england_it_lasts_sixty_days_and_is_checked_the_next_business_day() -> None:
    found = duties.of("breathing_space", "GB", at=NOW)

    assert found.flags == ("breathing_space_until:2026-07-12",)
    assert {task.due_at.date().isoformat() for task in found.tasks} == {"2026-05-14"}
