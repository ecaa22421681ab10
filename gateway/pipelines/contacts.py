"""Planned contacts fall due: decided again, worded from today's balance, or dropped with a reason."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from catalogue import day, money
from catalogue.values import Json
from core.clock import local_day
from core.money import Money
from core.places import usual_zone
from core.promises import PromiseStatus, settle
from core.stages import Stage, days_past_due, stage
from gateway.jobs import queue
from gateway.pipelines import outbound as out
from gateway.pipelines import overdue, proofs
from gateway.services import Services
from storage import accounts, conversations, outbound, planned, reaching
from storage.database import Work
from storage.people import Account, Borrower
from storage.talk import Conversation, PromiseRow
from storage.work import PlannedContact

ATTEMPT_KINDS = frozenset({"reminder", "promise_reminder", "follow_up", "receipt"})


@dataclass(frozen=True)
class Ready:
    """What is to be said now, in which conversation, and the question it leaves open."""

    says: tuple[Mapping[str, Any], ...]
    purpose: str
    conversation: Conversation
    account: Account
    dialogue: Mapping[str, Any] | None = None


async def promote(services: Services, *, limit: int = 500) -> int:
    """Hand contacts that have fallen due to their lanes; several promoters may run at once."""
    async with services.database.begin() as work:
        due = await planned.take_due(work, limit=limit)
        for contact in due:
            await queue.contact(work, contact.id, f"borrower:{contact.borrower_id}")
        return len(due)


async def take_up(services: Services, contact_id: uuid.UUID) -> None:
    """Decide a due contact again from today's facts; send it, put it off keeping its purpose, or drop it."""
    async with services.database.begin() as work:
        contact = await planned.load(work, contact_id)
        if contact.state != "queued":
            return
        ready = await prepare(services, work, contact)
        if isinstance(ready, str):
            planned.close(work, contact, "dropped", ready)
            return
        tries = int(contact.details.get("tries", 0))
        key = overdue.key_of(contact_id, str(tries))
        message_id = await outbound.plan(
            work,
            ready.conversation,
            key=key,
            purpose=ready.purpose,
            says=ready.says,
            account_id=ready.account.id,
        )
        message_id = message_id or await outbound.id_of(work, key)
    delivered = await out.deliver(services, message_id)
    async with services.database.begin() as work:
        contact = await planned.load(work, contact_id)
        if delivered.state == "deferred" and delivered.until is not None:
            contact.details = {**contact.details, "tries": tries + 1}
            planned.put_off(work, contact, delivered.until, ",".join(delivered.rules))
        elif delivered.state in ("blocked", "failed"):
            why = ",".join(delivered.rules) or delivered.state
            planned.close(work, contact, "dropped", why)
            if contact.kind == proofs.PROOF:
                await proofs.give_up(work, contact, why)
        else:
            planned.close(work, contact, "done")
            if ready.dialogue is not None and delivered.state == "sent":
                conversation = await conversations.load(work, ready.conversation.id, lock=True)
                conversation.dialogue = dict(ready.dialogue)


async def prepare(services: Services, work: Work, contact: PlannedContact) -> Ready | str:
    """What this contact says today, or why it is dropped."""
    borrower = await work.session.get(Borrower, contact.borrower_id)
    account = await work.session.get(Account, contact.account_id) if contact.account_id else None
    if borrower is None or account is None:
        return "the account is gone"
    if contact.kind == proofs.PROOF:
        code = await proofs.prepare(services, work, contact)
        if isinstance(code, str):
            return code
        return Ready(code.says, proofs.PURPOSE, code.conversation, account, code.dialogue)
    if contact.kind in ("promise_reminder", "promise_check"):
        return await _of_promise(services, work, contact, borrower, account)
    if contact.kind == "receipt":
        return await _receipt(work, contact, borrower, account)
    if account.status != "open":
        return "nothing is owed any more"
    if account.holds:
        return "the account is on hold: " + ", ".join(sorted(account.holds))
    live = await accounts.promises(work, account.id, live_only=True)
    if any(row.status == PromiseStatus.CONFIRMED for row in live):
        return "a promise stands"
    return await _reminder(services, work, contact, borrower, account)


async def _reminder(
    services: Services, work: Work, contact: PlannedContact, borrower: Borrower, account: Account
) -> Ready | str:
    late = stage(days_past_due(account.due_on, _today(work, borrower)))
    usual = {Stage.PRE_DUE: "reminder.pre_due", Stage.EARLY: "reminder.early"}.get(late, "reminder.open")
    key = services.policy_for(account.lender).offered(late).reminder or usual
    parameters = {"amount": money(_owed(account)), "day": day(account.due_on)}
    question = {"asked": "amount", "about": "promise"}
    return await _ready(work, contact, borrower, account, key, parameters, "reminder", question)


async def _of_promise(
    services: Services, work: Work, contact: PlannedContact, borrower: Borrower, account: Account
) -> Ready | str:
    row = await work.session.get(PromiseRow, uuid.UUID(contact.details["promise"]))
    if row is None or row.status != PromiseStatus.CONFIRMED:
        return "the promise is no longer open"
    parameters: dict[str, Json] = {"amount": money(Money(row.amount, row.currency)), "day": day(row.due_on)}
    if contact.kind == "promise_reminder":
        return await _ready(work, contact, borrower, account, "reminder.promise", parameters, "reminder")
    policy = services.policy_for(account.lender)
    booked = [accounts.as_payment(payment) for payment in await accounts.payments(work, account.id)]
    today = _today(work, borrower)
    status = settle(accounts.as_promise(row), booked, today=today, grace_days=policy.grace_days)
    if status is PromiseStatus.CONFIRMED:
        planned.put_off(work, contact, work.now + timedelta(hours=12), "the day of the promise is not over")
        return "the day of the promise is not over"
    await accounts.set_status(work, row, status, policy=policy.version)
    if status is PromiseStatus.KEPT:
        return "the promise is kept"
    question = {"asked": "reason", "about": "broken_promise"}
    return await _ready(work, contact, borrower, account, "reminder.broken", parameters, "reminder", question)


async def _receipt(work: Work, contact: PlannedContact, borrower: Borrower, account: Account) -> Ready | str:
    paid = Money.of(contact.details["amount"], account.currency)
    if contact.details.get("kept"):
        parameters: dict[str, Json] = {"amount": money(paid)}
        return await _ready(
            work, contact, borrower, account, "reminder.kept", parameters, "payment_receipt", {}
        )
    parameters = {"amount": money(paid), "rest": money(_owed(account))}
    return await _ready(
        work, contact, borrower, account, "reminder.received", parameters, "payment_receipt", {}
    )


async def _ready(
    work: Work,
    contact: PlannedContact,
    borrower: Borrower,
    account: Account,
    key: str,
    parameters: Mapping[str, Json],
    purpose: str,
    question: Mapping[str, Any] | None = None,
) -> Ready | str:
    """The message in the first conversation that may carry it; to an unverified reader only a hello goes."""
    conversation = await reaching.conversation_for(work, borrower, channel=contact.details.get("channel"))
    if conversation is None:
        return "no address may be used"
    if conversation.held_by != "assistant" and purpose != "payment_receipt":
        return "a person has the conversation"
    verified = conversation.identity == "verified" and (
        conversation.verified_until is None or conversation.verified_until > work.now
    )
    says: Sequence[Mapping[str, Any]]
    if verified:
        says = [{"key": key, "parameters": dict(parameters)}]
        dialogue = {**question, "draft": {}} if question is not None else None
    elif purpose == "payment_receipt":
        return "who reads it is not verified"
    else:
        says = [{"key": "opening.hello", "parameters": {"name": borrower.name}}]
        dialogue = {"asked": "identity", "about": "opening", "draft": {}}
    return Ready(tuple(says), purpose, conversation, account, dialogue)


def _today(work: Work, borrower: Borrower) -> Any:
    return local_day(work.now, borrower.zone or usual_zone(borrower.jurisdiction))


def _owed(account: Account) -> Money:
    return Money(account.balance, account.currency).rounded()
