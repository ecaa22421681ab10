"""Loads the sample borrowers, once: through the same import as a lender's file, then what had happened before."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from core.clock import local_day
from core.messages import Channel
from core.promises import PromiseStatus
from gateway.api.console.login import passwords
from gateway.pipelines.ledger_in import load_accounts
from gateway.services import Services
from ledger.rows import AccountRow, Address
from storage import accounts, agents, cases, imports, stops
from storage.conversations import at_point, contact_point
from storage.database import Work
from storage.people import Account
from storage.talk import Conversation, PromiseRow

PEOPLE = Path(__file__).parent / "people.yml"
LENDER = "riverbank"
# Zones of the United States from east to west: one of them is awake whenever China sleeps.
US_ZONES = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "Pacific/Honolulu",
)
AGENTS = (("ana", "Ana Torres"), ("wei", "Wei Zhang"))


def people() -> list[dict[str, Any]]:
    """The sample borrowers as written down."""
    found: list[dict[str, Any]] = yaml.safe_load(PEOPLE.read_text(encoding="utf-8"))
    return found


def awake_zone(now: datetime) -> str:
    """The zone of the United States where it is nearest to the middle of the day."""
    return min(US_ZONES, key=lambda zone: abs(now.astimezone(ZoneInfo(zone)).hour - 14))


def session_of(reference: str) -> str:
    """The web chat session in which a sample borrower is found."""
    return f"demo-{reference.lower()}"


async def load(services: Services) -> str | None:
    """Load borrowers and agents; the agents' one-time password when they are new, None when they were there."""
    now = services.clock.now()
    rows = [_row(person, now) for person in people()]
    await load_accounts(services, rows, source="sample data")
    async with services.database.begin() as work:
        if await agents.by_username(work, AGENTS[0][0]):
            return None
        for person in people():
            if person.get("had"):
                await _before(work, person)
        password = secrets.token_urlsafe(9)
        hashed = passwords.hash(password)
        for username, name in AGENTS:
            await agents.add(
                work, username=username, display_name=name, password_hash=hashed, role="agent", once=False
            )
        return password


def _row(person: Mapping[str, Any], now: datetime) -> AccountRow:
    china = person["region"] == "CN"
    zone = "Asia/Shanghai" if china else awake_zone(now)
    return AccountRow(
        borrower=person["ref"],
        name=person["name"],
        language=person["lang"],
        jurisdiction=person["region"],
        zone=zone,
        zip_code=None,
        account=person["ref"].replace("B", "A"),
        lender=LENDER,
        product=person["product"],
        balance=Decimal(person["owed"]),
        currency="CNY" if china else "USD",
        due_on=local_day(now, zone) - timedelta(days=person["days"]),
        collector_type="first_party",
        addresses=(Address(Channel.WEBCHAT, session_of(person["ref"]), 0),),
        consent_source="contract",
        consent_on=date(2026, 1, 15),
        facts=person["facts"],
    )


async def _before(work: Work, person: Mapping[str, Any]) -> None:
    account = await imports.account_by_reference(work, person["ref"].replace("B", "A"))
    point = await contact_point(work, Channel.WEBCHAT, session_of(person["ref"]))
    conversation = await at_point(work, point)
    match person["had"]:
        case "opted_out":
            await stops.opt_out(work, point, "sample data")
        case "dispute":
            await accounts.hold(work, account.id, "disputed")
            await cases.open_case(
                work,
                conversation,
                queue="dispute",
                priority="high",
                reason="contests the amount",
                take_floor=False,
            )
        case "broken_promise":
            _broken(work, account, conversation)


def _broken(work: Work, account: Account, conversation: Conversation) -> None:
    today = work.now.date()
    work.session.add(
        PromiseRow(
            id=uuid.uuid4(),
            account_id=account.id,
            conversation_id=conversation.id,
            agreement_id=uuid.uuid4(),
            amount=Decimal("600"),
            currency=account.currency,
            due_on=today - timedelta(days=9),
            method="card",
            status=PromiseStatus.BROKEN,
            made_on=today - timedelta(days=20),
            created_at=work.now - timedelta(days=20),
            settled_at=work.now - timedelta(days=6),
        )
    )
