"""Debts too old to be sued for: told by the lender's file, held to by the gate and by agents' words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from campaigns.policies import FOLDER, read_policy
from core.messages import Channel
from gateway.pipelines import handoff
from gateway.pipelines.ledger_in import load_accounts
from ledger.rows import AccountRow, Address
from storage import audit_export, imports, retention
from storage.people import TIME_BARRED, Borrower
from storage.stops_kept import KeptStop
from storage.talk import Decision
from tests.support.world import Person, World

PHONE = "+13125559001"


async def told(world: World, *old: bool | None, place: str = "US-CA") -> Person:
    """The lender's file tells of Grace, with as many accounts as there are answers."""
    rows = [
        AccountRow(
            borrower="OLD-1",
            name="Grace Okafor",
            language="en",
            jurisdiction=place,
            zone="America/Chicago",
            zip_code=None,
            account=f"OLD-A{number}",
            lender="riverbank",
            product="credit card",
            balance=Decimal("515.20"),
            currency="USD",
            due_on=date(2026, 5, 2),
            collector_type="first_party",
            addresses=(Address(Channel.SMS, PHONE, 0),),
            consent_source="contract",
            consent_on=date(2026, 1, 1),
            time_barred=answer,
        )
        for number, answer in enumerate(old)
    ]
    await load_accounts(world.services, rows, source="test")
    async with world.services.database.begin() as work:
        account = await imports.account_by_reference(work, "OLD-A0")
        return Person(PHONE, Channel.SMS, "OLD-A0", account.borrower_id, account.id)


async def marked(world: World) -> bool:
    async with world.services.database.begin() as work:
        borrower = await work.session.scalar(select(Borrower).where(Borrower.reference == "OLD-1"))
        assert borrower is not None
        return TIME_BARRED in borrower.flags


async def spoke(world: World) -> set[str]:
    """The rules that objected to the last message planned."""
    async with world.services.database.begin() as work:
        decision = await work.session.scalar(select(Decision).order_by(Decision.at.desc()).limit(1))
        assert decision is not None
        return {rule["id"] for rule in decision.rules if rule["outcome"] in ("block", "must_include")}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([(True,)], True),
        ([(False,)], False),
        ([(None,)], False),
        ([(True,), (None,)], True),
        ([(True,), (False,)], False),
        ([(True,), (True,)], True),
        ([(False, True)], True),
        ([(None, True), (False, None)], False),
    ],
)
async def test_the_last_word_of_the_file_counts_and_silence_changes_nothing(
    world: World, files: list[tuple[bool | None, ...]], expected: bool
) -> None:
    for file in files:
        await told(world, *file)

    assert await marked(world) is expected


async def test_each_change_of_the_mark_is_on_record_with_its_day_and_source_and_in_the_audit(
    world: World,
) -> None:
    for answer in (True, True, False, False, None, True):
        world.stage.clock.set(world.stage.clock.now() + timedelta(days=1))
        await told(world, answer)
    async with world.services.database.begin() as work:
        today = work.now.date()
        found = await audit_export.of_borrower(work, "OLD-1", today - timedelta(days=10), today)

    kinds = ["flag", "flag_lifted", "flag"]
    assert [(row["kind"], row["source"], row["detail"]) for row in found["consents"]] == [
        (kind, "ledger", {"flag": TIME_BARRED}) for kind in kinds
    ]
    days = [datetime.fromisoformat(row["at"]).date() for row in found["consents"]]
    assert [(today - day).days for day in days] == [5, 3, 0]
    told_in = [row["kind"] for row in found["chain"]["entries"] if row["body"].get("flag") == TIME_BARRED]
    assert told_in == [f"consent.{kind}" for kind in kinds]


async def test_where_words_are_prescribed_nothing_is_written_of_an_old_debt_without_them(
    world: World,
) -> None:
    grace = await told(world, True)
    await world.knows(grace)
    await world.remind(grace)
    stopped, rules = world.said_to(grace), await spoke(world)

    world.stage.clock.set(world.stage.clock.now() + timedelta(minutes=5))
    await told(world, False)
    await world.remind(grace)

    assert (stopped, "us-ca.time-barred-notice" in rules) == ([], True)
    assert len(world.said_to(grace)) == 1
    assert "us-ca.time-barred-notice" not in await spoke(world)


@pytest.mark.parametrize(
    ("place", "texts", "expected"),
    [
        ("US-CA", {"US-CA": {"en": "We will not sue you for it."}}, True),
        ("US-CA", {"US-CA": {"es": "No le demandaremos."}}, False),
        ("US-CA", {"US-NY": {"en": "We will not sue you for it."}}, False),
    ],
)
async def test_counsels_words_for_the_place_and_language_let_it_go(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    texts: dict[str, dict[str, str]],
    expected: bool,
) -> None:
    usual = world.services.policy_for
    monkeypatch.setattr(
        world.services, "policy_for", lambda lender: replace(usual(lender), time_barred_notice=texts)
    )
    grace = await told(world, True, place=place)
    await world.knows(grace)

    await world.remind(grace)

    assert ["We will not sue you for it." in said for said in world.said_to(grace)] == [True] * expected


async def test_to_who_is_not_known_the_hello_tells_nothing_of_an_old_debt(world: World) -> None:
    grace = await told(world, True)

    await world.remind(grace)

    assert len(world.said_to(grace)) == 1
    assert "debt" not in world.said_to(grace)[0].casefold()
    assert "us-ca.time-barred-notice" not in await spoke(world)


def test_the_city_has_the_words_of_its_state_unless_it_has_its_own() -> None:
    policy = read_policy(FOLDER / "riverbank.yaml")
    state = replace(policy, time_barred_notice={"US-NY": {"en": "state"}})
    city = replace(policy, time_barred_notice={"US-NY": {"en": "state"}, "US-NYC": {"en": "city"}})

    assert state.old_debt_notice("US-NYC", "en") == "state"
    assert city.old_debt_notice("US-NYC", "en") == "city"
    assert city.old_debt_notice("US-NY", "en") == "state"
    assert (state.old_debt_notice("US-NYC", "es"), state.old_debt_notice("US", "en")) == (None, None)


async def test_elsewhere_an_old_debt_is_reminded_of(world: World) -> None:
    grace = await told(world, True, place="US-IL")

    await world.remind(grace)

    assert len(world.said_to(grace)) == 1


@pytest.mark.parametrize("old", [True, False])
async def test_agents_words_are_held_to_the_age_of_the_debt(world: World, old: bool) -> None:
    grace = await told(world, old, place="US-IL")
    await world.knows(grace)
    ana = await world.agent()
    talk = await world.conversation(grace)
    await handoff.claim(world.services, talk.id, ana)

    answered = await handoff.answer(
        world.services, talk.id, ana, "The creditor is considering its options.", "k1"
    )

    assert ("time_barred_threat" in str(answered)) is old


async def test_the_age_of_a_debt_is_no_stop_that_outlives_the_person(world: World) -> None:
    grace = await told(world, True)
    async with world.services.database.begin() as work:
        key = world.services.key_for("identity")
        await retention.erase(work, grace.borrower_id, key=key, why="request")
        kept = await work.session.scalar(select(func.count()).select_from(KeptStop))

    assert kept == 0
