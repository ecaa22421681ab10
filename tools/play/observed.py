"""What can be seen after a step: what left, and what the database holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gateway.pipelines.foresight import blocked_channels
from storage import accounts, cases, observing
from storage.conversations import load
from storage.people import Account, Borrower
from storage.talk import Conversation
from storage.work import Agent
from tools.play.cast import Cast
from tools.play.scenario import Scenario
from tools.stage import Stage

# The scenario's words for what the gate calls otherwise.
_FLAGS = {
    "cease_all": "cease_contact",
    "attorney": "attorney_represented",
    "deceased": "deceased",
    "bankruptcy": "bankruptcy",
    "vulnerable": "vulnerable",
    "crisis": "crisis",
    "complaint": "complaint",
}


class Observer:
    """Looks at one scenario's borrower."""

    def __init__(self, stage: Stage, scenario: Scenario, cast: Cast) -> None:
        self._stage = stage
        self._scenario = scenario
        self._cast = cast
        self._seen_out = 0
        self._seen_in = 0

    async def begin(self) -> None:
        """What is there already is no reply."""
        async with self._stage.services.database.begin() as work:
            self._seen_out = await observing.last_outbound(work)

    async def asked_fact(self) -> str | None:
        """The kind of identity fact that the assistant asked for last."""
        async with self._stage.services.database.begin() as work:
            conversation = await load(work, self._cast.conversation_id)
            kind = (conversation.dialogue.get("draft") or {}).get("kind")
            return str(kind) if kind else None

    async def look(self) -> dict[str, Any]:
        """One object as `kept play --json` prints it."""
        async with self._stage.services.database.begin() as work:
            conversation = await load(work, self._cast.conversation_id)
            borrower = await work.session.get(Borrower, self._cast.borrower_id)
            account = await work.session.get(Account, self._cast.account_id)
            assert borrower is not None
            assert account is not None
            held = await observing.held_back_since(work, self._seen_out, self._cast.borrower_id)
            sent, self._seen_out = await observing.sent_since(work, self._seen_out, self._cast.borrower_id)
            intent, self._seen_in = await observing.intent_since(work, self._seen_in, self._cast.borrower_id)
            points = await observing.addresses(work, borrower.id)
            seen = {
                "replies": sent,
                "held_back": held,
                "intent": intent,
                "identity": conversation.identity,
                "flags": self._flags(borrower, account, conversation, points),
                "promises": [_promise(row) for row in await accounts.promises(work, account.id)],
                "records": await self._records(work, borrower),
                "escalations": [await _case(work, case) for case in await cases.open_cases(work)],
                "collection_paused": bool(account.holds) or bool(_STOPPING & set(borrower.flags)),
                "held_by": conversation.held_by,
            }
        seen["outbound_blocked"] = await blocked_channels(
            self._stage.services, self._cast.borrower_id, self._cast.account_id
        )
        return seen

    def _flags(
        self,
        borrower: Borrower,
        account: Account,
        conversation: Conversation,
        points: list[Mapping[str, Any]],
    ) -> list[str]:
        flags = {_FLAGS[name] for name in borrower.flags if name in _FLAGS}
        flags |= {f"opted_out_{point['channel']}" for point in points if point["opted_out"]}
        if any(point["status"] == "wrong_party" for point in points):
            flags.add("wrong_number")
        if conversation.identity == "third_party":
            flags.add("third_party_contact")
        if "disputed" in account.holds:
            flags.add("disputed")
        if conversation.identity == "failed":
            flags.add("identity_locked")
        if conversation.held_by != "assistant":
            flags.add("bot_paused")
        return sorted(flags)

    async def _records(self, work: Any, borrower: Borrower) -> dict[str, Any]:
        told = await accounts.told(work, borrower.id)
        records: dict[str, Any] = {}
        if "hardship" in told:
            records["hardship"] = told["hardship"]
        if "paid_claim" in told:
            records["paid_claim"] = told["paid_claim"].get("status", "pending")
        if "promise_change" in told:
            records["promise_change"] = told["promise_change"].get("change", "requested")
        if contact := await observing.last_contact(work, borrower.id):
            records["contact"] = contact
        if preference := await observing.last_preference(work, borrower.id):
            records["preference"] = {**preference, **_hours(preference["windows"])}
        return records


def _hours(windows: list[dict[str, Any]]) -> dict[str, Any]:
    """The one window of a wish, said beside it in plain; nothing where there are several or none."""
    return dict(windows[0]) if len(windows) == 1 else {}


_STOPPING = {"deceased", "bankruptcy", "attorney", "cease_all", "crisis"}


def _promise(row: Any) -> dict[str, Any]:
    return {
        "amount": f"{row.amount:.2f}",
        "date": row.due_on.isoformat(),
        "method": row.method,
        "status": row.status,
    }


async def _case(work: Any, case: Any) -> dict[str, Any]:
    handler = await work.session.get(Agent, case.claimed_by) if case.claimed_by else None
    return {
        "queue": case.queue,
        "priority": case.priority,
        "handler": handler.display_name if handler else None,
    }
