"""Which address is tried first, and what is said of why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.ladder import CRITERIA, Address, Ladder, Wish, climb, goes_on
from core.policy import LadderRules

NOW = datetime(2026, 5, 13, 15, 0, tzinfo=UTC)
RULES = LadderRules()
LAST_WEEK = NOW - timedelta(days=7)


def order(ladder: Ladder) -> list[str]:
    return [rung.address.key for rung in ladder.rungs]


def address(channel: str, rank: int = 0, **known: object) -> Address:
    return Address(key=channel, channel=channel, rank=rank, **known)  # type: ignore[arg-type]  # as `Address` has them


SMS, WHATSAPP, EMAIL = address("sms", 0), address("whatsapp", 1), address("email", 2)


def test_without_more_the_lenders_own_ranks_count() -> None:
    for given_in in permutations((SMS, WHATSAPP, EMAIL)):
        assert order(climb(given_in, RULES, now=NOW)) == ["sms", "whatsapp", "email"]


def test_the_lenders_order_of_channels_goes_before_ranks() -> None:
    rules = LadderRules(order=("email", "whatsapp"))

    assert order(climb([SMS, WHATSAPP, EMAIL], rules, now=NOW)) == ["email", "whatsapp", "sms"]


def test_the_cheaper_goes_first_where_the_order_leaves_it_open() -> None:
    rules = LadderRules(
        cost={"sms": Decimal("0.0079"), "whatsapp": Decimal("0.004"), "email": Decimal("0.01")}
    )

    assert order(climb([SMS, WHATSAPP, EMAIL], rules, now=NOW)) == ["whatsapp", "sms", "email"]


def test_where_somebody_answered_lately_goes_before_where_nobody_did() -> None:
    answered = address("email", 2, answered_at=LAST_WEEK)
    long_ago = address("whatsapp", 1, answered_at=NOW - timedelta(days=91))

    assert order(climb([SMS, long_ago, answered], RULES, now=NOW)) == ["email", "sms", "whatsapp"]


def test_an_address_that_stays_silent_steps_back() -> None:
    silent = address("sms", 0, unanswered=2)
    not_yet = address("whatsapp", 1, unanswered=1)

    assert order(climb([silent, not_yet], RULES, now=NOW)) == ["whatsapp", "sms"]
    assert order(climb([silent, not_yet], LadderRules(unanswered=3), now=NOW)) == ["sms", "whatsapp"]


def test_one_message_that_did_not_arrive_is_enough_to_step_back() -> None:
    assert order(climb([address("sms", 0, unanswered=1, lost=1), WHATSAPP], RULES, now=NOW)) == [
        "whatsapp",
        "sms",
    ]


def test_the_borrowers_wish_goes_before_everything_but_a_stop() -> None:
    wish = Wish(wanted="email")
    answered = address("sms", 0, answered_at=LAST_WEEK)

    assert order(climb([answered, WHATSAPP, EMAIL], RULES, now=NOW, wish=wish)) == [
        "email",
        "sms",
        "whatsapp",
    ]
    stopped = address("email", 2, stopped=True)
    assert order(climb([answered, stopped], RULES, now=NOW, wish=wish)) == ["sms", "email"]


def test_an_unwanted_channel_comes_last_for_the_gate_to_stop_it() -> None:
    ladder = climb([SMS, WHATSAPP], RULES, now=NOW, wish=Wish(unwanted=frozenset({"sms"})))

    assert order(ladder) == ["whatsapp", "sms"]
    assert "the borrower does not want it" in ladder.rungs[1].reasons


def test_consent_on_record_goes_before_none() -> None:
    assert order(climb([address("sms", 0, consent=False), WHATSAPP], RULES, now=NOW)) == ["whatsapp", "sms"]


def test_where_nothing_can_be_sent_is_left_out_with_its_reason() -> None:
    ladder = climb([address("sms", 0, gone="nothing arrives there"), WHATSAPP], RULES, now=NOW)

    assert order(ladder) == ["whatsapp"]
    assert [(rung.address.key, rung.reasons) for rung in ladder.left_out] == [
        ("sms", ("nothing arrives there",))
    ]


def test_a_step_may_name_its_own_channels_in_its_own_order() -> None:
    ladder = climb([SMS, WHATSAPP, EMAIL], LadderRules(order=("sms",)), now=NOW, only=("email", "sms"))

    assert order(ladder) == ["email", "sms"]
    assert [rung.address.key for rung in ladder.left_out] == ["whatsapp"]


def test_the_lender_says_which_criterion_counts_first() -> None:
    answered = address("sms", 0, answered_at=LAST_WEEK)
    by_order = LadderRules(by=("order", "worked"), order=("whatsapp",))

    assert order(climb([answered, WHATSAPP], by_order, now=NOW)) == ["whatsapp", "sms"]


def test_the_reasons_say_what_is_known() -> None:
    rules = LadderRules(order=("sms",), cost={"sms": Decimal("0.0079")})
    known = address("sms", 0, answered_at=LAST_WEEK, unanswered=1, consent=False)
    [rung] = climb([known], rules, now=NOW, wish=Wish(wanted="sms")).rungs

    assert rung.reasons == (
        "the borrower asked for it",
        "no consent is on record",
        "1 without an answer",
        "answered on 2026-05-06",
        "number 1 in the order",
        "costs 0.0079",
    )


def test_nobody_without_an_address_is_on_a_ladder() -> None:
    assert climb([], RULES, now=NOW) == Ladder((), ())


ADDRESSES = st.lists(
    st.builds(
        Address,
        key=st.integers(),
        channel=st.sampled_from(["sms", "whatsapp", "email", "telegram"]),
        rank=st.integers(0, 3),
        consent=st.booleans(),
        stopped=st.booleans(),
        answered_at=st.sampled_from([None, LAST_WEEK, NOW - timedelta(days=200)]),
        unanswered=st.integers(0, 4),
        lost=st.integers(0, 1),
        gone=st.sampled_from(["", "", "nothing arrives there"]),
    ),
    max_size=6,
)


@given(addresses=ADDRESSES, by=st.permutations(list(CRITERIA)))
def test_every_address_is_on_the_ladder_once_or_left_out_with_a_reason(
    addresses: list[Address], by: list[str]
) -> None:
    ladder = climb(addresses, LadderRules(by=tuple(by)), now=NOW)

    found = [rung.address for rung in (*ladder.rungs, *ladder.left_out)]
    assert sorted(map(id, found)) == sorted(map(id, addresses))
    assert all(rung.reasons and all(rung.reasons) for rung in (*ladder.rungs, *ladder.left_out))
    stops = [rung.address.stopped for rung in ladder.rungs]
    assert stops == sorted(stops)


@pytest.mark.parametrize(
    ("outcome", "hours", "next_one"),
    [
        ("sent", None, False),
        ("would go", None, False),
        ("unknown", None, False),
        ("sending", None, False),
        ("blocked", None, True),
        ("failed", None, True),
        ("deferred", 12, False),
        ("deferred", 13, True),
        ("deferred", None, True),
    ],
)
def test_the_next_rung_is_tried_after_a_certain_no_or_a_long_wait(
    outcome: str, hours: int | None, next_one: bool
) -> None:
    until = NOW + timedelta(hours=hours) if hours is not None else None

    assert goes_on(outcome, until, RULES, now=NOW) is next_one
