"""A stop and something grave in one breath: both are heard, and answered in one message."""

from __future__ import annotations

from actions import flows, route
from actions.safety import HEARD, SAFETY
from actions.turn import Meant
from catalogue import entry
from tests.actions.making import keys, obliged, situation


def test_whatever_is_told_with_a_stop_is_acknowledged_in_its_confirmation() -> None:
    told = {
        intent: keys(route.next_step(situation("... stop texting me", intent, heard="opt_out")))
        for intent in (
            "deceased",
            "bankruptcy",
            "attorney_represented",
            "dispute_debt",
            "complaint",
            "crisis",
        )
    }

    assert told == {
        "deceased": ["stop.and_deceased"],
        "bankruptcy": ["stop.and_bankruptcy"],
        "attorney_represented": ["stop.and_attorney"],
        "dispute_debt": ["stop.and_noted"],
        "complaint": ["stop.and_noted"],
        "crisis": ["crisis.and_stopped"],
    }
    assert {entry(key).purpose for said in told.values() for key in said} == {"opt_out_confirmation"}
    assert not any(entry(key).discloses for said in told.values() for key in said)


def test_the_case_opens_beside_the_stop() -> None:
    step = route.next_step(situation("my dad died, stop texting", "deceased", heard="opt_out"))

    assert [situation("").duties(event).queue for event in obliged(step)] == ["deceased"]


def test_a_bare_stop_is_confirmed_with_nothing_besides() -> None:
    assert keys(route.next_step(situation("stop texting me", "opt_out", heard="opt_out"))) == []


def test_where_no_help_line_is_known_the_words_do_without() -> None:
    step = route.next_step(situation("... stop", "crisis", heard="opt_out", country="TH"))

    assert keys(step) == ["crisis.and_stopped_no_line"]


def test_behind_a_stop_that_was_heard_a_hint_of_danger_is_enough() -> None:
    meant = Meant("opt_out", 0.65, "crisis", 0.27).behind_the_stop()

    assert meant.intent == "crisis"
    assert meant.confidence >= HEARD


def test_behind_a_stop_what_hardly_speaks_for_itself_is_let_be() -> None:
    bare = Meant("opt_out", 0.99, "crisis", 0.01)
    not_grave = Meant("opt_out", 0.6, "thank", 0.3)

    assert bare.behind_the_stop() == bare
    assert not_grave.behind_the_stop() == not_grave


def test_a_lawyer_that_comes_first_stays_first() -> None:
    meant = Meant("attorney_represented", 0.6, "opt_out", 0.4)

    assert meant.behind_the_stop() == meant


def test_every_intent_of_safety_has_a_flow_in_its_order_of_urgency() -> None:
    assert tuple(flows.SAFETY) == SAFETY
