"""Planned contacts fall due: decided again, worded from today's balance, or dropped with a reason."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from actions import resuming
from actions.dialogue import Dialogue
from campaigns.ladder import Rung, goes_on
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
from gateway.pipelines.ways import ladder_of
from gateway.services import Services
from storage import accounts, conversations, outbound, planned
from storage.database import Work
from storage.people import Account, Borrower, ContactPoint
from storage.talk import Conversation, PromiseRow
from storage.work import PlannedContact

# So long the talk about a promise that was read back is left open: no reminder falls into it.
YES_WITHIN = timedelta(hours=24)
# What a check finds when its day is over and the sum has not come in.
MISSED = (PromiseStatus.BROKEN, PromiseStatus.PARTLY_KEPT)
ATTEMPT_KINDS = frozenset({"reminder", "promise_reminder", "follow_up", "receipt"})


@dataclass(frozen=True)
class Ready:
    """What is to be said now, in which conversation, the question it leaves open, and why there."""

    says: tuple[Mapping[str, Any], ...]
    purpose: str
    conversation: Conversation
    account: Account
    channel: str
    dialogue: Mapping[str, Any] | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """What a contact says to who is verified, and the question that it leaves open."""

    key: str
    parameters: Mapping[str, Json]
    purpose: str
    question: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Ended:
    """What became of one way of reaching the borrower."""

    way: Ready
    delivered: out.Delivered

    def as_kept(self) -> dict[str, Any]:
        """As it is kept with the plan: no address, no words."""
        until = self.delivered.until
        return {
            "channel": self.way.channel,
            "because": list(self.way.because),
            "outcome": self.delivered.state,
            "rules": list(self.delivered.rules),
            "until": until.isoformat() if until else None,
        }


async def promote(services: Services, *, limit: int = 500) -> int:
    """Hand contacts that have fallen due to their lanes; several promoters may run at once."""
    async with services.database.begin() as work:
        due = await planned.take_due(work, limit=limit)
        for contact in due:
            await queue.contact(work, contact.id, f"borrower:{contact.borrower_id}")
        return len(due)


async def take_up(services: Services, contact_id: uuid.UUID) -> None:
    """Decide a due contact again from today's facts; send it, put it off keeping its purpose, or drop it.

    The borrower's addresses are tried in the order of the lender's ladder until one takes it; each passes the gate.
    """
    async with services.database.begin() as work:
        contact = await planned.load(work, contact_id)
        if contact.state != "queued":
            return
        ready = await prepare(services, work, contact)
        if isinstance(ready, str):
            if contact.state == "queued":  # not put off
                planned.close(work, contact, "dropped", ready)
            return
        tries = int(contact.details.get("tries", 0))
    rules = services.policy_for(ready[0].account.lender).ladder
    ended: list[Ended] = []
    for way in ready:
        ended.append(Ended(way, await _by(services, contact_id, tries, way)))
        last = ended[-1].delivered
        if not goes_on(last.state, last.until, rules, now=services.clock.now()):
            break
    async with services.database.begin() as work:
        await _settle(work, await planned.load(work, contact_id), tries, ended)


async def _by(services: Services, contact_id: uuid.UUID, tries: int, way: Ready) -> out.Delivered:
    key = overdue.key_of(contact_id, f"{tries}:{way.conversation.id}")
    async with services.database.begin() as work:
        message_id = await outbound.plan(
            work,
            way.conversation,
            key=key,
            purpose=way.purpose,
            says=way.says,
            account_id=way.account.id,
        )
        message_id = message_id or await outbound.id_of(work, key)
    return await out.deliver(services, message_id)


async def _settle(work: Work, contact: PlannedContact, tries: int, ended: Sequence[Ended]) -> None:
    """Done, put off to the earliest moment that any way allows, or dropped with what stood in each way."""
    contact.details = {**contact.details, "ways": [one.as_kept() for one in ended]}
    last = ended[-1]
    if last.delivered.state not in ("deferred", "blocked", "failed"):
        planned.close(work, contact, "done")
        if last.way.dialogue is not None and last.delivered.state == "sent":
            conversation = await conversations.load(work, last.way.conversation.id, lock=True)
            before = Dialogue.from_json(conversation.dialogue)
            if before.asked != "stop":  # whether to stop stays asked behind a receipt
                conversation.dialogue = {
                    **last.way.dialogue,
                    "kept": resuming.kept_of(before, work.now.date()),
                }
        return
    waits = [(one.delivered.until, one) for one in ended if one.delivered.until is not None]
    if waits:
        until, first = min(waits, key=lambda wait: wait[0])
        contact.details = {**contact.details, "tries": tries + 1}
        planned.put_off(work, contact, until, ",".join(first.delivered.rules))
        return
    why = "; ".join(dict.fromkeys(",".join(one.delivered.rules) or one.delivered.state for one in ended))
    planned.close(work, contact, "dropped", why)
    if contact.kind == proofs.PROOF:
        await proofs.give_up(work, contact, why)


async def prepare(services: Services, work: Work, contact: PlannedContact) -> Sequence[Ready] | str:
    """What this contact says today on each address that may be tried, in order (one at least), or why it is dropped."""
    borrower = await work.session.get(Borrower, contact.borrower_id)
    account = await work.session.get(Account, contact.account_id) if contact.account_id else None
    if borrower is None or account is None:
        return "the account is gone"
    if contact.kind == proofs.PROOF:
        code = await proofs.prepare(services, work, contact)
        if isinstance(code, str):
            return code
        at = await work.session.get(ContactPoint, code.conversation.contact_point_id)
        assert at is not None
        return [Ready(code.says, proofs.PURPOSE, code.conversation, account, at.channel, code.dialogue)]
    if contact.kind in ("promise_reminder", "promise_check"):
        return await _of_promise(services, work, contact, borrower, account)
    if contact.kind == "receipt":
        return await _receipt(services, work, contact, borrower, account)
    if account.status != "open":
        return "nothing is owed any more"
    if account.holds:
        return "the account is on hold: " + ", ".join(sorted(account.holds))
    live = await accounts.promises(work, account.id, live_only=True)
    if any(row.status == PromiseStatus.CONFIRMED for row in live):
        return "a promise stands"
    owed = await accounts.of_borrower(work, borrower.id)
    live = [row for one in owed for row in await accounts.promises(work, one.id, live_only=True)]
    waits = [
        row for row in live if row.status == PromiseStatus.PENDING
    ]  # for its yes, whichever debt it is of
    read_back = max((row.created_at for row in waits), default=None)
    if read_back is not None and read_back + YES_WITHIN > work.now:
        why = "a promise was read back and waits for its yes"
        planned.put_off(work, contact, read_back + YES_WITHIN, why)
        return why
    return await _reminder(services, work, contact, borrower, account)


async def _reminder(
    services: Services, work: Work, contact: PlannedContact, borrower: Borrower, account: Account
) -> Sequence[Ready] | str:
    late = stage(days_past_due(account.due_on, _today(work, borrower)))
    usual = {Stage.PRE_DUE: "reminder.pre_due", Stage.EARLY: "reminder.early"}.get(late, "reminder.open")
    key = services.policy_for(account.lender).offered(late).reminder or usual
    parameters = {"amount": money(_owed(account)), "day": day(account.due_on)}
    question = {"asked": "amount", "about": "promise"}
    said = Said(key, parameters, "reminder", question)
    return await _ways(services, work, contact, borrower, account, said)


async def _of_promise(
    services: Services, work: Work, contact: PlannedContact, borrower: Borrower, account: Account
) -> Sequence[Ready] | str:
    row = await work.session.get(PromiseRow, uuid.UUID(contact.details["promise"]))
    checks = contact.kind == "promise_check"
    # What this check found broken waits to be asked about: the gate may have put that off, or the work broke off.
    if row is None or (row.status != PromiseStatus.CONFIRMED and not (checks and row.status in MISSED)):
        return "the promise is no longer open"
    parameters: dict[str, Json] = {"amount": money(Money(row.amount, row.currency)), "day": day(row.due_on)}
    if not checks and account.status != "open":
        return "nothing is owed any more"
    if not checks:
        said = Said("reminder.promise", parameters, "reminder")
        return await _ways(services, work, contact, borrower, account, said)
    if why := await _needs_no_asking(services, work, borrower, account, row):
        if row.status == PromiseStatus.CONFIRMED:
            planned.put_off(work, contact, work.now + timedelta(hours=12), why)
        return why
    question = {"asked": "reason", "about": "broken_promise"}
    said = Said("reminder.broken", parameters, "reminder", question)
    return await _ways(services, work, contact, borrower, account, said)


async def _needs_no_asking(
    services: Services, work: Work, borrower: Borrower, account: Account, row: PromiseRow
) -> str | None:
    """Write down what has become of a promise; None where it is missed and nothing since stands against asking why."""
    policy = services.policy_for(account.lender)
    given = replace(accounts.as_promise(row), status=PromiseStatus.CONFIRMED)
    came_in = await accounts.came_in(work, account, since=row.made_on)
    status = settle(given, came_in, today=_today(work, borrower), grace_days=policy.grace_days)
    if status != row.status:
        await accounts.set_status(work, row, status, policy=policy.version)
    if status is PromiseStatus.CONFIRMED:
        return "the day of the promise is not over"
    if status is PromiseStatus.KEPT:
        return "the promise is kept"
    if account.status != "open":
        return "nothing is owed any more"
    live = await accounts.promises(work, account.id, live_only=True)
    if any(one.agreement_id != row.agreement_id for one in live):
        return "another promise stands"
    return None


async def _receipt(
    services: Services, work: Work, contact: PlannedContact, borrower: Borrower, account: Account
) -> Sequence[Ready] | str:
    paid = Money.of(contact.details["amount"], account.currency)
    if contact.details.get("kept"):
        said = Said("reminder.kept", {"amount": money(paid)}, "payment_receipt", {})
    elif account.status == "paid":
        said = Said("reminder.paid_off", {"amount": money(paid)}, "payment_receipt", {})
    else:
        rest = money(_owed(account))
        said = Said("reminder.received", {"amount": money(paid), "rest": rest}, "payment_receipt", {})
    return await _ways(services, work, contact, borrower, account, said)


async def _ways(
    services: Services,
    work: Work,
    contact: PlannedContact,
    borrower: Borrower,
    account: Account,
    said: Said,
) -> Sequence[Ready] | str:
    """The message on each address that may be tried, in the order of the lender's ladder."""
    rules = services.policy_for(account.lender).ladder
    details = contact.details
    only = [details["channel"]] if details.get("channel") else details.get("channels") or ()
    ladder, held = await ladder_of(services, work, borrower, rules, only=only)
    if not ladder.rungs:
        return "no address may be used"
    if held and said.purpose != "payment_receipt":
        return "a person has the conversation"
    ready = [await _on(work, borrower, account, said, rung) for rung in ladder.rungs]
    return [way for way in ready if way is not None] or "who reads it is not verified"


async def _on(work: Work, borrower: Borrower, account: Account, said: Said, rung: Rung) -> Ready | None:
    """The message on one address; to an unverified reader only a hello goes, and of money received nothing."""
    point: ContactPoint = rung.address.key
    conversation = await conversations.between(work, point, borrower)
    if conversation.identity_at(work.now) == "verified":
        says: dict[str, Any] = {"key": said.key, "parameters": dict(said.parameters)}
        dialogue = {**said.question, "draft": {}} if said.question is not None else None
    elif said.purpose == "payment_receipt":
        return None
    else:
        says = {"key": "opening.hello", "parameters": {"name": borrower.name}}
        dialogue = {"asked": "identity", "about": "opening", "draft": {}}
    return Ready((says,), said.purpose, conversation, account, point.channel, dialogue, rung.reasons)


def _today(work: Work, borrower: Borrower) -> Any:
    return local_day(work.now, borrower.zone or usual_zone(borrower.jurisdiction))


def _owed(account: Account) -> Money:
    return Money(account.balance, account.currency).rounded()
