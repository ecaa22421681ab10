"""Who is this: how many facts the policy wants."""

from __future__ import annotations

from dataclasses import replace

from actions import route
from actions.situation import Identity, Verified
from tests.actions.making import POLICY, after, effects, keys, situation


def test_where_the_policy_wants_two_facts_one_right_answer_asks_for_the_other() -> None:
    two = replace(situation("1990-01-30", verified=False), policy=replace(POLICY, facts_needed=2))
    right = Identity("unverified", 0, ("dob", "postcode"), answer="right")
    first = replace(two, identity=right, dialogue=after("identity", "opening", {"kind": "dob"}))

    asked = route.next_step(first)
    done = route.next_step(replace(first, dialogue=asked.dialogue))

    assert keys(asked) == ["opening.ask_postcode"]
    assert not effects(asked, Verified)
    assert effects(done, Verified)


def test_who_fears_a_scam_before_we_know_them_contests_nothing() -> None:
    text = "i was robbed of 300 by a text like this. how do i know its not a fraud"

    step = route.next_step(
        situation(text, "dispute_debt", confidence=0.7, runner_up="ask_identity", verified=False)
    )

    assert not step.effects
    assert keys(step)[0] == "small_talk.who"
