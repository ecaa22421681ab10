"""What a button says is taken as what it means, in every language."""

from __future__ import annotations

import pytest

from actions.situation import ConfirmPromises
from catalogue import render
from core.languages import LANGUAGES
from tests.actions.making import drafted, effects, keys, talk

PROMISED = {
    "en": "200 on friday",
    "zh-Hans": "周五还200",
    "zh-Hant": "週五還200",
    "es": "200 el viernes",
}


def label(name: str, language: str) -> str:
    return render(f"choice.{name}", {}, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("choice", "method"),
    [("right_card", "card"), ("right_transfer", "bank_transfer"), ("right_link", "link")],
)
def test_yes_with_a_way_to_pay_confirms_at_once(choice: str, method: str, language: str) -> None:
    *_, confirmed = talk(
        (PROMISED[language], "promise_to_pay"), (label(choice, language), "pay_now"), language=language
    )

    assert effects(confirmed, ConfirmPromises) == [ConfirmPromises(method)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("choice", "method"), [("card", "card"), ("transfer", "bank_transfer"), ("link", "link")]
)
def test_a_way_to_pay_is_the_answer_to_how(choice: str, method: str, language: str) -> None:
    *_, confirmed = talk(
        (PROMISED[language], "promise_to_pay"),
        (label("right", language), "affirm"),
        (label(choice, language), "pay_now"),
        language=language,
    )

    assert effects(confirmed, ConfirmPromises) == [ConfirmPromises(method)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_and_a_wish_to_change_asks_what_it_should_be(language: str) -> None:
    *_, changed = talk(
        (PROMISED[language], "promise_to_pay"), (label("change", language), "deny"), language=language
    )

    assert keys(changed) == ["promise.what_to_change"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [3, 6])
def test_a_plan_is_picked_by_its_button_and_read_back(count: int, language: str) -> None:
    shown, picked = talk(
        ("can I pay in parts", "request_plan"),
        (label(f"plan_{count}", language), "request_plan"),
        language=language,
    )

    assert "plan.which" in keys(shown)
    assert len(drafted(picked)) == count


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_days_are_taken_or_turned_down_by_a_button(language: str) -> None:
    offer = talk(("my paycheck is late", "hardship"), language=language)[-1]
    taken, refused = (
        talk((label(name, language), intent), dialogue=offer.dialogue, language=language)[-1]
        for name, intent in (("fine", "affirm"), ("not_fine", "deny"))
    )

    assert keys(offer) == ["hardship.offer_extension"]
    assert [on.isoformat() for _, on in drafted(taken)] == ["2026-05-27"]
    assert drafted(refused) == []
    assert keys(refused) == ["hardship.person"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("choice", "intent", "leads_to"),
    [
        ("pay", "pay_now", "pay_now"),
        ("hard", "hardship", "hardship"),
        ("wrong", "dispute_debt", "dispute"),
        ("person", "request_human", "person"),
    ],
)
def test_a_choice_after_a_misunderstanding_leads_where_it_says(
    choice: str, intent: str, leads_to: str, language: str
) -> None:
    unclear = talk(("blah", "out_of_scope"), language=language)[-1]
    step = talk((label(choice, language), intent), dialogue=unclear.dialogue, language=language)[-1]

    assert keys(step)[0].split(".")[0] == leads_to
