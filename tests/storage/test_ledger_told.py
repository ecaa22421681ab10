"""What a lender's files say of whose money it is and how much: a row that contradicts what is on file is set aside."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from sqlalchemy import func, select

from storage.people import ContactPoint, IdentityFact, Payment, Reach, SetAside
from tests.support.lender import accounts_file, owed, payments_file, people, wrong
from tests.support.world import World

NORTH = {"lender": "north", "name": "Ann Lee", "sms": "+13125559002", "dob": "1970-01-01"}


@pytest.mark.parametrize("files", [1, 2])
async def test_a_balance_in_another_currency_is_set_aside(world: World, files: int) -> None:
    rows: list[Mapping[str, str]] = [{}, {"balance": "9000", "currency": "MXN"}]
    for part in [rows] if files == 1 else [[row] for row in rows]:
        loaded = await accounts_file(world, *part)

    assert wrong(loaded) == [(4 - files, "currency", "is not the account's USD")]
    assert "USD" in loaded.problems[0].remedy
    assert await owed(world) == ("515.20", "USD", "open")


@pytest.mark.parametrize("files", [1, 2])
@pytest.mark.parametrize(
    ("other", "field", "reason"),
    [
        ({**NORTH, "borrower": "B2"}, "account", "is the number of an account of riverbank"),
        ({**NORTH, "account": "A2"}, "borrower", "is the number of a borrower of riverbank"),
        (NORTH, "borrower", "is the number of a borrower of riverbank"),
        ({"borrower": "B2", "name": "Ann Lee"}, "borrower", "is not the one whose account this is"),
    ],
)
async def test_another_lenders_number_touches_nobodys_debt(
    world: World, files: int, other: Mapping[str, str], field: str, reason: str
) -> None:
    rows: list[Mapping[str, str]] = [{"dob": "1990-01-30"}, {"balance": "88.00", **other}]
    for part in [rows] if files == 1 else [[row] for row in rows]:
        loaded = await accounts_file(world, *part)

    assert wrong(loaded) == [(4 - files, field, reason)]
    assert loaded.problems[0].remedy
    assert await people(world) == {"Grace Okafor": ["A1"]}
    assert await owed(world) == ("515.20", "USD", "open")
    async with world.services.database.begin() as work:
        assert list(await work.session.scalars(select(ContactPoint.address))) == ["+13125559001"]
        assert await work.session.scalar(select(func.count()).select_from(IdentityFact)) == 1


async def test_two_lenders_with_numbers_of_their_own_stand_side_by_side(world: World) -> None:
    loaded = await accounts_file(world, {}, {**NORTH, "borrower": "N-B1", "account": "N-A1"})

    assert (loaded.problems, loaded.changed) == ([], 2)
    assert await people(world) == {"Grace Okafor": ["A1"], "Ann Lee": ["N-A1"]}


async def test_the_same_reference_on_another_account_is_another_payment(world: World) -> None:
    await accounts_file(world, {}, {"account": "A2", "balance": "88.00"})

    loaded = await payments_file(world, {"amount": "100"}, {"account": "A2", "amount": "88"})
    again = await payments_file(world, {"amount": "100"}, {"account": "A2", "amount": "88"})

    assert (loaded.changed, again.changed, loaded.problems, again.problems) == (2, 0, [], [])
    assert await owed(world) == ("415.20", "USD", "open")
    assert await owed(world, "A2") == ("0.00", "USD", "paid")


@pytest.mark.parametrize("change", [{"amount": "150"}, {"paid_on": "2026-05-13"}])
async def test_a_reference_told_again_with_other_figures_is_set_aside(
    world: World, change: Mapping[str, str]
) -> None:
    await accounts_file(world, {})

    loaded = await payments_file(world, {}, change, {"reference": "R2", "amount": "15.20"})

    reason = "was told before with another amount or day"
    assert wrong(loaded) == [(3, "reference", reason)]
    assert loaded.changed == 2
    assert await owed(world) == ("300.00", "USD", "open")


@pytest.mark.parametrize("parts", [{}, {"principal": "-12.50"}, {"principal": "100"}])
async def test_who_has_paid_more_than_was_owed_owes_nothing(world: World, parts: Mapping[str, str]) -> None:
    await accounts_file(world, {})

    loaded = await accounts_file(world, {"balance": "-12.50", **parts})

    assert (loaded.problems, loaded.changed) == ([], 1)
    assert await owed(world) == ("0.00", "USD", "paid")


async def test_who_comes_overpaid_at_first_is_asked_for_nothing(world: World) -> None:
    await accounts_file(world, {"balance": "-12.50"})

    assert await owed(world) == ("0.00", "USD", "paid")


async def test_a_balance_that_the_payments_then_explain_falls_once(world: World) -> None:
    await accounts_file(world, {})

    await accounts_file(world, {"balance": "315.20"})
    await payments_file(world, {})

    assert await owed(world) == ("315.20", "USD", "open")


async def test_payments_before_the_balance_that_holds_them_fall_once(world: World) -> None:
    await accounts_file(world, {})

    await payments_file(world, {})
    await accounts_file(world, {"balance": "315.20"})

    assert await owed(world) == ("315.20", "USD", "open")


async def test_a_payment_of_a_later_day_than_the_fall_lowers_the_balance(world: World) -> None:
    await accounts_file(world, {})
    await accounts_file(world, {"balance": "315.20"})

    await payments_file(world, {"paid_on": "2999-01-01"})

    assert await owed(world) == ("115.20", "USD", "open")


async def test_only_what_a_fall_leaves_unexplained_covers_a_payment(world: World) -> None:
    await accounts_file(world, {})
    await accounts_file(world, {"balance": "315.20"})

    await payments_file(world, {"amount": "150"}, {"reference": "R2", "amount": "100"})

    assert await owed(world) == ("265.20", "USD", "open")


@pytest.mark.parametrize("payments_first", [True, False])
@pytest.mark.parametrize(
    ("paid_on", "rest"), [("2026-05-11", "315.20"), ("2026-05-12", "315.20"), ("2026-05-13", "115.20")]
)
async def test_the_day_of_the_balance_decides_what_is_in_it_whatever_comes_first(
    world: World, payments_first: bool, paid_on: str, rest: str
) -> None:
    await accounts_file(world, {"balance_on": "2026-05-01"})
    if payments_first:
        await payments_file(world, {"paid_on": paid_on})
    await accounts_file(world, {"balance": "315.20", "balance_on": "2026-05-12"})
    await payments_file(world, {"paid_on": paid_on})

    assert await owed(world) == (rest, "USD", "open")


async def test_a_first_balance_holds_what_was_paid_up_to_its_day(world: World) -> None:
    await accounts_file(world, {"balance": "315.20", "balance_on": "2026-05-12"})
    await payments_file(world, {}, {"reference": "R2", "paid_on": "2026-05-13", "amount": "15.20"})

    assert await owed(world) == ("300.00", "USD", "open")


async def test_an_older_balance_changes_nothing(world: World) -> None:
    await accounts_file(world, {"balance": "315.20", "balance_on": "2026-05-12"})

    loaded = await accounts_file(world, {"balance_on": "2026-05-11"})

    assert loaded.changed == 0
    assert await owed(world) == ("315.20", "USD", "open")


async def test_the_same_balance_of_a_new_due_date_counts_again(world: World) -> None:
    await accounts_file(world, {})
    await payments_file(world, {"amount": "515.20"})

    await accounts_file(world, {"due_on": "2026-06-02"})

    assert await owed(world) == ("515.20", "USD", "open")


async def test_the_same_file_again_leaves_what_payments_made_of_it(world: World) -> None:
    await accounts_file(world, {})
    await payments_file(world, {})

    loaded = await accounts_file(world, {"product": "store card"})

    assert loaded.changed == 1
    assert await owed(world) == ("315.20", "USD", "open")


async def numbers(world: World) -> dict[str, str]:
    async with world.services.database.begin() as work:
        found = await work.session.execute(
            select(ContactPoint.address, Reach.status).join(Reach, Reach.contact_point_id == ContactPoint.id)
        )
        return {address: status for address, status in found.all()}


async def test_a_number_that_the_file_changes_takes_the_old_ones_place(world: World) -> None:
    await accounts_file(world, {})

    await accounts_file(world, {"sms": "+13125559002"})
    changed = await numbers(world)
    await accounts_file(world, {})

    assert changed == {"+13125559001": "set_aside", "+13125559002": "active"}
    assert await numbers(world) == {"+13125559001": "active", "+13125559002": "set_aside"}


async def test_an_empty_number_changes_nothing(world: World) -> None:
    await accounts_file(world, {})

    await accounts_file(world, {"sms": ""})

    assert await numbers(world) == {"+13125559001": "active"}


async def test_payments_are_kept_once_each(world: World) -> None:
    await accounts_file(world, {})
    await payments_file(world, {}, {})

    async with world.services.database.begin() as work:
        assert await work.session.scalar(select(func.count()).select_from(Payment)) == 1


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\udce9"])
async def test_a_row_with_signs_that_no_text_may_hold_is_set_aside_and_the_batch_loaded(
    world: World, sign: str
) -> None:
    good = {"borrower": "B2", "account": "A2"}

    loaded = await accounts_file(world, {}, {"account": "A9", "name": f"Gra{sign}ce"}, good)
    again = await accounts_file(world, {}, {"account": "A9", "name": f"Gra{sign}ce"}, good)

    assert [problem.line for problem in loaded.problems] == [3]
    assert (loaded.rows, loaded.changed, again.changed) == (2, 2, 0)
    async with world.services.database.begin() as work:
        (kept,) = await work.session.scalars(select(SetAside))
        assert (kept.line, kept.row["account"]) == (3, "A9")
