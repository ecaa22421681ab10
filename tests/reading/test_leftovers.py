"""What is left over of a plan: days and sums that are only told of, and those that were taken for told of."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import Money
from reading import read
from reading.corrections import Item
from reading.days import Days
from reading.hunch import Hunch, sounds_promised
from reading.hunch.features import SIZE
from reading.hunch.items import as_stands
from reading.hunch.stands import places_of
from reading.instalments import Instalment
from reading.leftovers import Told, whole, without_leftovers
from reading.money import Sum
from reading.settling import Promised

MONDAY = datetime.fromisoformat("2027-11-22T09:00:00+00:00")
HUNDRED = Money.of("100", "GBP")
FRIDAY, SUNDAY = date(2027, 11, 26), date(2027, 11, 28)
TEXT = "wages sunday, friday 100"
ITEMS = [
    Item(6, 12, Days((SUNDAY,), certain=True)),
    Item(14, 20, Days((FRIDAY,), certain=True)),
    Item(21, 24, Sum((Decimal(100),), None)),
]


def plan(*parts: tuple[Money | None, date | None]) -> Promised:
    return Promised(promise=True, amount=parts[0][0], instalments=tuple(Instalment(*part) for part in parts))


def never(items: list[Item]) -> Promised:
    raise AssertionError(f"read again of {items}")


@pytest.mark.parametrize(
    ("say", "country", "tz", "currency", "amount", "day"),
    [
        (
            "rent goes out on the 28th but thats sunday so it comes out monday, you get 120 on friday 26th",
            "GB", "Europe/London", "GBP", "120", "2027-11-26",
        ),
        ("她周三才回来 周五我给你转三百", "CN", "Asia/Shanghai", "CNY", "300", "2027-11-26"),
    ],
)  # fmt: skip
def test_a_day_that_is_only_told_of_is_no_payment(
    say: str, country: str, tz: str, currency: str, amount: str, day: str
) -> None:
    found = read(say, now=MONDAY, tz=tz, owed=Money.of("900", currency), country=country)

    assert found.amount == Money.of(amount, currency)
    assert [str(each) for each in found.dates] == [day]
    assert found.instalments == ()


def test_the_one_that_sounds_least_promised_is_left_out_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reading.leftovers.sounds_promised", lambda text, items: [0.5, 2.0, 6.0])
    asked: list[list[Item]] = []

    def again(items: list[Item]) -> Promised:
        asked.append(items)
        return Promised(promise=True, amount=HUNDRED, dates=(FRIDAY,))

    found = without_leftovers(
        plan((None, SUNDAY), (HUNDRED, FRIDAY)), Told(TEXT, ITEMS, ITEMS, ITEMS), Hunch(), again
    )

    assert asked == [ITEMS[1:]]
    assert found.dates == (FRIDAY,)


def test_what_surely_sounds_promised_is_never_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reading.leftovers.sounds_promised", lambda text, items: [6.0, 6.0, 6.0])
    read_back = plan((None, SUNDAY), (HUNDRED, FRIDAY))

    assert without_leftovers(read_back, Told(TEXT, ITEMS, ITEMS, ITEMS), Hunch(), never) is read_back


def test_a_plan_that_comes_to_what_is_owed_has_nothing_left_over() -> None:
    read_back = plan((HUNDRED, FRIDAY), (HUNDRED, None))
    told = Told(TEXT, ITEMS, ITEMS, ITEMS, Money.of("200", "GBP"))

    assert not whole(read_back)
    assert without_leftovers(read_back, told, Hunch(), never) is read_back


def test_a_sum_that_was_left_out_is_put_in_where_none_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for odds, put_in in ((5.0, True), (1.0, False)):
        monkeypatch.setattr("reading.leftovers.sounds_promised", lambda text, items, odds=odds: [odds] * 3)
        read_back = Promised(promise=True, dates=(FRIDAY,))
        found = without_leftovers(
            read_back,
            Told(TEXT, ITEMS, ITEMS[:2], ITEMS),
            Hunch(),
            lambda items: Promised(promise=True, amount=HUNDRED if ITEMS[2] in items else None),
        )
        assert (found.amount == HUNDRED) is put_in


@pytest.mark.parametrize(
    "say", ["i can do 350 but not today", "puedo dar 350 pero hoy no", "我能还350 但今天不行"]
)
def test_a_day_that_is_refused_is_never_put_in(say: str) -> None:
    found = read(say, now=MONDAY, tz="Europe/London", owed=Money.of("900", "GBP"), country="GB")

    assert found.amount == Money.of("350", "GBP")
    assert found.dates == ()


@given(st.text(), st.lists(st.integers(0, 60), max_size=8))
def test_any_items_of_any_text_sound_like_something(text: str, starts: list[int]) -> None:
    items = [Item(start, start + 2, ITEMS[number % 3].value) for number, start in enumerate(sorted(starts))]

    assert all(abs(odds) < 100 for odds in sounds_promised(text, items))
    assert all(
        0 <= place < SIZE
        for number in range(len(items))
        for place in places_of(text, as_stands(items), number)
    )
