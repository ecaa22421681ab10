"""What comes without words: a proof where one fits, else a question what it is about; never lost, never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from actions import route
from actions.situation import OpenCase, Step, Told
from core.messages import Kind
from tests.actions.making import account, after, effects, keys, situation, talk


def sent(kind: Kind, **more: Any) -> Step:
    """What the assistant does when this comes without a caption."""
    return route.next_step(situation("", kind=kind, confidence=0.2, **more))


def held(*reasons: str) -> dict[str, Any]:
    return {"account": account(holds=frozenset(reasons))}


def cases(step: Step) -> list[tuple[str, Any]]:
    return [(case.queue, case.details.get("proof")) for case in effects(step, OpenCase)]


@pytest.mark.parametrize("kind", [Kind.IMAGE, Kind.FILE, Kind.VOICE, Kind.VIDEO])
def test_what_comes_when_a_proof_was_asked_is_the_proof(kind: Kind) -> None:
    step = sent(kind, dialogue=after("proof", "already_paid"))

    assert cases(step) == [("payment_trace", str(kind))]
    assert keys(step) == ["already_paid.noted"]


@pytest.mark.parametrize(
    ("told", "queue"),
    [
        (held("paid_claim"), "payment_trace"),
        ({"told": {"payment_problem": {}}}, "payment_trace"),
        (held("disputed"), "dispute"),
        ({"told": {"hardship": {"reason": "illness", "term": "long"}}}, "hardship"),
    ],
)
def test_a_picture_goes_to_what_was_told_before(told: dict[str, Any], queue: str) -> None:
    assert cases(sent(Kind.IMAGE, **told)) == [(queue, "image")]


def test_a_screenshot_after_a_payment_that_failed_is_its_proof() -> None:
    first = talk(("the link is broken and my card was refused", "payment_problem"))[0]

    told = {effect.kind: effect.detail for effect in effects(first, Told)}

    assert cases(sent(Kind.IMAGE, told=told)) == [("payment_trace", "image")]


def test_a_letter_from_the_hospital_leaves_the_open_question_open() -> None:
    asked = after(
        "pay_date", "promise", {"amount": "100"}, question={"key": "contact.ask_when", "parameters": {}}
    )

    step = sent(Kind.FILE, dialogue=asked, told={"hardship": {"reason": "illness"}})

    assert keys(step) == ["small_talk.proof_kept", "contact.ask_when"]
    assert step.dialogue == asked


@pytest.mark.parametrize("about", ["dispute", "specialist"])
def test_papers_that_were_asked_for_go_into_the_case(about: str) -> None:
    step = sent(Kind.IMAGE, dialogue=after("case_details", about, {"queue": "bankruptcy"}))

    assert [queue for queue, _ in cases(step)] == ["dispute" if about == "dispute" else "bankruptcy"]


@pytest.mark.parametrize("kind", [Kind.VOICE, Kind.STICKER, Kind.LOCATION, Kind.IMAGE])
def test_of_anything_else_we_ask_in_words_what_it_is_about(kind: Kind) -> None:
    step = sent(kind)

    assert keys(step) == ["small_talk.in_words"]
    assert cases(step) == []


def test_a_sticker_is_no_proof_of_hardship() -> None:
    assert keys(sent(Kind.STICKER, told={"hardship": {"reason": "illness"}})) == ["small_talk.in_words"]


@pytest.mark.parametrize("told", [held("paid_claim"), held("disputed")])
def test_from_somebody_we_do_not_know_a_picture_is_no_proof_of_anything(told: dict[str, Any]) -> None:
    assert keys(sent(Kind.IMAGE, verified=False, **told)) == ["small_talk.in_words"]


def test_a_second_message_without_words_brings_the_offer_of_a_person() -> None:
    first = sent(Kind.VOICE, dialogue=after("amount", "promise", {"on": "2026-05-15"}))
    second = sent(Kind.VOICE, dialogue=first.dialogue)

    [case] = effects(second, OpenCase)
    assert keys(second) == ["small_talk.offer_person"]
    assert case.details == {"asked": "amount", "about": "promise", "on": "2026-05-15"}
    assert second.dialogue.asked == "amount"


def test_who_waits_for_a_person_is_told_so_once() -> None:
    first = sent(Kind.IMAGE, held_by="queue")

    assert keys(first) == ["person.still_coming"]
    assert keys(sent(Kind.IMAGE, held_by="queue", dialogue=first.dialogue)) == []
