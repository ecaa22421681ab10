"""The system on a throw-away database, in the trade's words."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from core.clock import local_day
from core.messages import Channel
from gateway.pipelines.ledger_in import load_accounts, load_payments
from ledger.rows import AccountRow, Address, PaymentRow
from storage import accounts, agents, cases, conversations, imports, planned
from storage.people import ContactPoint
from storage.talk import Conversation, Inbound, Outbound, PromiseRow, Turn
from storage.work import Agent, PlannedContact
from tools.stage import Stage

ZONES = {"US-IL": "America/Chicago", "CN": "Asia/Shanghai"}


@dataclass(frozen=True)
class Person:
    """A borrower of a test."""

    phone: str
    channel: Channel
    account: str
    borrower_id: uuid.UUID
    account_id: uuid.UUID
    born: str = "1990-01-30"


class World:
    """Set up in the trade's words, act once, look."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.services = stage.services
        self._made = 0

    async def borrower(
        self,
        *,
        language: str = "en",
        channel: Channel = Channel.SMS,
        owed: str = "515.20",
        days_past_due: int = 11,
        place: str = "US-IL",
        verified: bool = False,
        consent: bool = True,
        facts: Mapping[str, str] | None = None,
    ) -> Person:
        """A borrower with one account and one address."""
        self._made += 1
        phones = (Channel.SMS, Channel.WHATSAPP)
        phone = f"+1312555{self._made:04d}" if channel in phones else f"{700_000_000 + self._made}"
        today = local_day(self.stage.clock.now(), ZONES[place])
        row = AccountRow(
            borrower=f"B{self._made}",
            name="Grace Okafor" if language == "en" else "周航",
            language=language,
            jurisdiction=place,
            zone=ZONES[place],
            zip_code=None,
            account=f"A{self._made}",
            lender="riverbank",
            product="credit card",
            balance=Decimal(owed),
            currency="USD" if place != "CN" else "CNY",
            due_on=today - timedelta(days=days_past_due),
            collector_type="first_party",
            addresses=(Address(channel, phone, 0),),
            consent_source="contract" if consent else None,
            consent_on=date(2026, 1, 1) if consent else None,
            facts=facts or {"dob": "1990-01-30"},
        )
        await load_accounts(self.services, [row], source="test")
        async with self.services.database.begin() as work:
            account = await imports.account_by_reference(work, row.account)
            person = Person(phone, channel, row.account, account.borrower_id, account.id)
        if verified:
            await self.knows(person)
        return person

    async def knows(self, person: Person) -> None:
        """The person's identity is verified at their address."""
        async with self.services.database.begin() as work:
            point = await conversations.contact_point(work, person.channel, person.phone)
            conversation = await conversations.at_point(work, point)
            conversation.identity = "verified"
            conversation.verified_until = work.now + timedelta(days=30)

    async def writes(
        self, person: Person, text: str, *, settle: bool = True, number: int | None = None
    ) -> int:
        """The person writes; the HTTP status that the provider sees."""
        answer = await self.stage.writes(person.channel, person.phone, text, number=number)
        if settle:
            await self.stage.settle()
        return answer.status_code

    async def remind(self, person: Person) -> PlannedContact:
        """A reminder falls due now; what became of its plan."""
        key = f"test:{uuid.uuid4()}"
        async with self.services.database.begin() as work:
            await planned.plan(
                work,
                borrower_id=person.borrower_id,
                account_id=person.account_id,
                kind="reminder",
                due_at=work.now,
                dedupe=key,
            )
        await self.stage.settle()
        async with self.services.database.begin() as work:
            found = await planned.by_key(work, key)
            assert found is not None
            return found

    async def pays(self, person: Person, amount: str, *, reference: str | None = None) -> int:
        """The ledger books a payment; how many were new."""
        today = local_day(self.stage.clock.now(), "America/Chicago")
        row = PaymentRow(reference or str(uuid.uuid4()), person.account, Decimal(amount), "USD", today)
        loaded = await load_payments(self.services, [row], source="test")
        await self.stage.settle()
        return loaded.changed

    async def agent(self, name: str = "Ana") -> Agent:
        """An agent who may log in."""
        async with self.services.database.begin() as work:
            return await agents.add(
                work, username=name.lower(), display_name=name, password_hash="-", role="agent", once=False
            )

    def said_to(self, person: Person) -> list[str]:
        """What the provider was asked to deliver."""
        return self.stage.sent_to(person.channel, person.phone)

    async def conversation(self, person: Person) -> Conversation:
        """The conversation at the person's address."""
        async with self.services.database.begin() as work:
            point = await conversations.contact_point(work, person.channel, person.phone)
            return await conversations.at_point(work, point)

    async def point(self, person: Person) -> ContactPoint:
        """The person's address as it stands."""
        async with self.services.database.begin() as work:
            return await conversations.contact_point(work, person.channel, person.phone)

    async def promises(self, person: Person) -> list[PromiseRow]:
        """The account's promises."""
        async with self.services.database.begin() as work:
            return list(await accounts.promises(work, person.account_id))

    async def cases(self) -> list[Any]:
        """Open cases."""
        async with self.services.database.begin() as work:
            return list(await cases.open_cases(work))

    async def messages(self, person: Person) -> list[Outbound]:
        """Every message of ours to the person, whatever became of it."""
        conversation = await self.conversation(person)
        async with self.services.database.begin() as work:
            rows = await work.session.scalars(
                select(Outbound).where(Outbound.conversation_id == conversation.id).order_by(Outbound.number)
            )
            return list(rows.all())

    async def count(self, table: type[Inbound | Turn | Outbound]) -> int:
        """Rows of a table."""
        async with self.services.database.begin() as work:
            return int(await work.session.scalar(select(func.count()).select_from(table)) or 0)
