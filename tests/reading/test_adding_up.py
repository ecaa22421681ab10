"""Plans that are made out by arithmetic, where their words leave something over."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import Money
from reading import read
from reading.adding_up import adding_up, counted_out
from reading.corrections import Item
from reading.days import Days
from reading.money import Share, Sum
from reading.money.sums import REST
from reading.repeats import Times

NOW = datetime.fromisoformat("2027-05-03T10:00:00-05:00")
OWED = Money.of("900", "USD")


def told(*values: Days | Sum | Share | Times) -> list[Item]:
    return [Item(3 * place, 3 * place + 2, value) for place, value in enumerate(values)]


def on(day: int, month: int = 6) -> Days:
    return Days((date(2027, month, day),), certain=True, cycle="month")


def figure(amount: str, unit: str | None = "USD") -> Sum:
    return Sum((Decimal(amount),), unit)


def laid(items: list[Item]) -> list[tuple[Decimal | None, date]]:
    return [
        (payment.sum.figures[0] if payment.sum else None, payment.when.readings[0])
        for payment in adding_up(items, OWED)
        if payment.when
    ]


def test_a_day_that_is_part_of_nothing_is_left_aside() -> None:
    items = told(on(1), figure("400"), on(5), figure("500"), on(20))

    assert laid(items[1:]) == [(Decimal(400), date(2027, 6, 5)), (Decimal(500), date(2027, 6, 20))]
    assert laid(told(figure("400"), on(5), on(9), figure("300"), on(20), figure("200"), on(28))) == []


def test_the_rest_proves_nothing_once_something_is_left_aside() -> None:
    assert laid(told(figure("500"), on(5), on(9), REST, on(12))) == []


def test_one_sum_goes_with_several_days_where_that_comes_to_what_is_owed() -> None:
    items = told(on(1), on(11), figure("300"), figure("300"), on(21))

    assert [day for _, day in laid(items)] == [date(2027, 6, 1), date(2027, 6, 11), date(2027, 6, 21)]


def test_what_could_add_up_in_two_ways_is_not_guessed() -> None:
    doubtful = told(figure("300"), on(1), figure("600"), on(9), figure("300"), figure("600"))

    assert laid(doubtful) == []


@pytest.mark.parametrize("number", ["1", "61", "2.5"])
def test_a_bare_number_counts_payments_only_where_they_come_to_what_is_owed(number: str) -> None:
    items = told(figure(number, None), figure("300"))

    assert counted_out(items, OWED) == items
    three = counted_out(told(figure("900"), figure("3", None), figure("300")), OWED)
    assert [item.value for item in three] == [Times(3), figure("300")]


@pytest.mark.parametrize(
    ("text", "instalments"),
    [
        (
            "my wages land the 5th and the 20th. 400 the 5th, the rest on the 20th",
            ["400.00 2027-05-05", "500.00 2027-05-20"],
        ),
        ("150 each monday starting the 10th, 6 of them and we're square", [f"150.00 2027-{day}" for day in (
            "05-10", "05-17", "05-24", "05-31", "06-07", "06-14",
        )]),
    ],
)  # fmt: skip
def test_a_message_is_read_as_it_adds_up(text: str, instalments: list[str]) -> None:
    reading = read(text, now=NOW, tz="America/Chicago", owed=OWED)

    assert [
        f"{part.amount.amount if part.amount else None:f} {part.on}" for part in reading.instalments
    ] == instalments
    assert not reading.ambiguous


values = st.one_of(
    st.builds(on, st.integers(1, 28), st.integers(5, 12)),
    st.builds(figure, st.integers(1, 900).map(str), st.sampled_from([None, "USD"])),
    st.just(REST),
    st.builds(Times, st.integers(2, 6)),
)


@given(st.lists(values, max_size=12))
def test_whatever_is_made_out_comes_to_what_is_owed_on_days_that_follow_each_other(
    said: list[Days | Sum | Share | Times],
) -> None:
    plan = adding_up(told(*said), OWED)

    days = [payment.when.readings[0] for payment in plan if payment.when]
    known = sum((payment.sum.figures[0] for payment in plan if payment.sum), Decimal(0))
    assert days == sorted(set(days))
    assert len(days) == len(plan) != 1
    assert not plan or known == OWED.amount or (plan[-1].share == REST and known < OWED.amount)
