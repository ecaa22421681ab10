"""Puts a scenario's borrower on the stage: borrower, account, addresses, identity, promise, what was sent last."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import phonenumbers
from pwdlib import PasswordHash

from core.clock import local_day
from core.messages import Channel
from core.places import country_of
from core.policy import Offers, Policy
from core.promises import PromiseStatus
from core.stages import Stage
from ledger.rows import AccountRow, Address
from storage import agents, conversations, imports, outbound
from storage.database import Work
from storage.talk import Conversation, PromiseRow
from storage.work import Agent
from tools.play.scenario import Scenario
from tools.stage import Stage as Theatre

LENDER = "play"
ACCOUNT = "PLAY-1"
BORROWER = "PLAY-B1"


@dataclass
class Cast:
    """Who and what the scenario is about."""

    borrower_id: uuid.UUID
    account_id: uuid.UUID
    addresses: Mapping[Channel, str]
    conversation_id: uuid.UUID
    agent_id: uuid.UUID | None
    facts: Mapping[str, str]


def policy_of(base: Policy, assumed: Mapping[str, Any]) -> Policy:
    """The policy that the file assumes, on top of the sample lender's."""
    plans = tuple(int(str(plan).rsplit("_", 1)[-1]) for plan in assumed.get("plans", ("plan_3", "plan_6")))
    offers = Offers(
        extension_days=int(assumed.get("extension_days", 14)), plans=plans, hardship_programme=True
    )
    return replace(
        base,
        lender=LENDER,
        max_identity_attempts=int(assumed.get("max_identity_attempts", 2)),
        max_promise_days=int(assumed.get("max_promise_days", 45)),
        min_partial_share=Decimal(str(assumed.get("min_partial_share", "0.2"))),
        quiet_hours=dict(assumed.get("quiet_hours") or {}),
        offers=dict.fromkeys(Stage, offers),
    )


async def put_on(theatre: Theatre, scenario: Scenario) -> Cast:
    """Load everything the scenario takes for granted."""
    account = scenario.account
    channels = [Channel(name) for name in account.get("channels") or [scenario.channel]]
    if scenario.channel not in channels:
        channels.insert(0, scenario.channel)
    addresses = {channel: address_on(channel, account["region"], scenario.id) for channel in channels}
    row = _row(scenario, addresses)
    async with theatre.services.database.begin() as work:
        key = theatre.services.key_for("identity")
        await imports.load_accounts(work, [row], identity_key=key)
        loaded = await imports.account_by_reference(work, ACCOUNT)
        conversation = await _conversation(work, scenario, addresses)
        if scenario.account.get("open_promise"):
            await _promise(work, scenario, loaded.id, conversation)
        agent = await _assigned(work, scenario, conversation)
        await _opener(work, scenario, conversation, loaded.id)
        return Cast(
            loaded.borrower_id, loaded.id, addresses, conversation.id, agent, account.get("facts") or {}
        )


def address_on(channel: Channel, region: str, seed: str) -> str:
    """An address of the right form: a number valid where the borrower is, a chat id, an OpenID."""
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:6])
    if channel in (Channel.SMS, Channel.WHATSAPP):
        return _phone(country_of(region), number)
    if channel is Channel.TELEGRAM:
        return str(100_000_000 + number % 900_000_000)
    if channel is Channel.WECHAT:
        return f"o{number:027d}"[:28]
    return f"play-{number}" if channel is Channel.WEBCHAT else f"play{number}@example.com"


def _phone(country: str, number: int) -> str:
    """A mobile number valid in `country`, and none that people give as an example."""
    example = phonenumbers.example_number_for_type(country, phonenumbers.PhoneNumberType.MOBILE)
    assert example is not None, f"no example number for {country}"
    usual = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    for step in range(1000):
        made = f"{usual[:-4]}{(number + step) % 10_000:04d}"
        if made != usual and phonenumbers.is_valid_number(phonenumbers.parse(made)):
            return made
    return usual


def _row(scenario: Scenario, addresses: Mapping[Channel, str]) -> AccountRow:
    account = scenario.account
    facts = {name: str(value) for name, value in (account.get("facts") or {}).items()}
    if "id_last4" in facts:
        facts["id_last4"] = facts["id_last4"].upper()
    today = local_day(scenario.now, account["tz"])
    return AccountRow(
        borrower=BORROWER,
        name=str(account["name"]),
        language=scenario.language,
        jurisdiction=str(account["region"]),
        zone=str(account["tz"]),
        zip_code=None,
        account=ACCOUNT,
        lender=LENDER,
        product=str(account.get("product", "loan")),
        balance=Decimal(str(account["owed"])),
        currency=str(account["currency"]),
        due_on=date.fromisoformat(str(account["due_date"])),
        collector_type="first_party",
        addresses=tuple(
            Address(str(channel), address, rank) for rank, (channel, address) in enumerate(addresses.items())
        ),
        consent_source="contract",
        consent_on=today - timedelta(days=60),
        facts=facts,
    )


async def _conversation(work: Work, scenario: Scenario, addresses: Mapping[Channel, str]) -> Conversation:
    point = await conversations.contact_point(work, scenario.channel, addresses[scenario.channel])
    conversation = await conversations.at_point(work, point)
    conversation.language = scenario.language
    if scenario.account.get("verified"):
        conversation.identity = "verified"
        conversation.verified_until = work.now + timedelta(days=60)
    return conversation


async def _promise(work: Work, scenario: Scenario, account_id: uuid.UUID, conversation: Conversation) -> None:
    given = scenario.account["open_promise"]
    work.session.add(
        PromiseRow(
            id=uuid.uuid4(),
            account_id=account_id,
            conversation_id=conversation.id,
            agreement_id=uuid.uuid4(),
            amount=Decimal(str(given["amount"])),
            currency=str(scenario.account["currency"]),
            due_on=date.fromisoformat(str(given["date"])),
            method=given.get("method"),
            status=str(given.get("status") or PromiseStatus.CONFIRMED),
            made_on=local_day(scenario.now, scenario.account["tz"]) - timedelta(days=7),
            created_at=work.now,
        )
    )


async def _assigned(work: Work, scenario: Scenario, conversation: Conversation) -> uuid.UUID | None:
    name = scenario.account.get("assigned_agent")
    if not name:
        return None
    agent = await make_agent(work, str(name))
    await work.session.flush()  # the agent's row before the one that names it
    conversation.assigned_to = agent.id
    return agent.id


async def make_agent(work: Work, name: str) -> Agent:
    """An agent of that name, made when there is none."""
    username = "".join(name.lower().split()) or "agent"
    found = await agents.by_username(work, username)
    return found or await agents.add(
        work,
        username=username,
        display_name=name,
        password_hash=PasswordHash.recommended().hash(str(uuid.uuid4())),
        role="agent",
        once=False,
    )


async def _opener(work: Work, scenario: Scenario, conversation: Conversation, account_id: uuid.UUID) -> None:
    """What the assistant had said last, as if it had gone out a while ago."""
    if scenario.opener != "broken_promise_followup":
        return
    await outbound.plan(
        work,
        conversation,
        key=f"opener:{scenario.id}",
        purpose="reminder",
        says=[{"key": "reminder.broken", "parameters": {}}],
        text="",
        account_id=account_id,
    )
    conversation.dialogue = {"asked": "reason", "about": "broken_promise", "draft": {}}
