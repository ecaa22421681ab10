"""Who asks what the debt rests on is sent it, and is not asked what is wrong."""

from __future__ import annotations

import pytest

from actions import dispute, route
from actions.situation import Obliges
from tests.actions.making import asks, effects, keys, situation

WANTED = {
    "en": [
        "send me the contract, i want proof of the debt",
        "can you show me the paperwork",
        "i want debt validation in writing",
        "provide an itemized statement",
    ],
    "es": ["mándenme el contrato", "quiero pruebas de la deuda", "compruébenme que debo"],
    "zh-Hans": ["把合同发给我看看", "有什么证据证明我欠钱", "给我看借据"],
    "zh-Hant": ["把合約傳給我看", "有什麼證據", "要看明細"],
}
CONTESTED = {
    "en": ["this isn't my debt", "the amount is wrong"],
    "es": ["no es mi deuda", "el monto está mal"],
    "zh-Hans": ["我没借过钱", "金额不对"],
    "zh-Hant": ["不是我借的", "金額不對"],
}


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in WANTED for text in WANTED[name]])
def test_proof_is_queued_to_be_sent_and_nothing_is_collected_meanwhile(language: str, text: str) -> None:
    step = route.next_step(situation(text, "dispute_debt", language=language))

    owed = effects(step, Obliges)
    assert keys(step) == ["dispute.proof_coming"]
    assert [(one.event, one.details["send"]) for one in owed] == [("proof_request", dispute.VALIDATION)]


@pytest.mark.parametrize(
    ("language", "text"), [(name, text) for name in CONTESTED for text in CONTESTED[name]]
)
def test_who_says_what_is_wrong_is_not_asked_which_it_is(language: str, text: str) -> None:
    step = route.next_step(situation(text, "dispute_debt", language=language))

    assert keys(step) == ["dispute.noted_known"]
    assert "case_details" in asks(step)


@pytest.mark.parametrize("text", ["i have no contract with you people", "我有异议", "esto no es correcto"])
def test_who_says_only_that_it_is_wrong_is_asked_what(text: str) -> None:
    step = route.next_step(situation(text, "dispute_debt"))

    assert keys(step) == ["dispute.noted"]
    assert "case_details" in asks(step)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("someone opened this in my name, it's identity theft", "identity_theft"),
        ("my ex used my details to get it", "identity_theft"),
        ("es un robo de identidad, usaron mis datos", "identity_theft"),
        ("有人冒用我的身份证借的", "identity_theft"),
        ("被人盜用身分了", "identity_theft"),
        ("it's in my name but the amount is wrong", "dispute"),
        ("no es mi deuda", "dispute"),
        ("我没借过钱", "dispute"),
    ],
)
def test_a_debt_that_another_made_in_their_name_has_duties_of_its_own(text: str, event: str) -> None:
    step = route.next_step(situation(text, "dispute_debt"))

    assert [one.event for one in effects(step, Obliges)] == [event]


def test_whoever_is_not_known_yet_hears_of_no_debt() -> None:
    step = route.next_step(situation("send me the contract", "dispute_debt", verified=False))

    assert keys(step) == ["dispute.proof_unverified"]
    assert effects(step, Obliges)


def test_the_address_for_the_papers_goes_into_the_case() -> None:
    asked = route.next_step(situation("send me the contract", "dispute_debt"))
    step = route.next_step(situation("grace@example.com", "update_contact", dialogue=asked.dialogue))

    assert keys(step) == ["dispute.passed_on"]
