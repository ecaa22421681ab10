"""A campaign's tick: whose step is due, planned once per account and step; a dry run shows what would happen."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from campaigns.ladder import goes_on
from campaigns.strategy import CampaignStep, Strategy
from core.clock import local_day
from core.places import usual_zone
from core.stages import days_past_due
from gateway.pipelines import contacts, outbound
from gateway.services import Services
from storage import outbound as messages
from storage import planned, segments
from storage.database import Work
from storage.segments import Candidate
from storage.work import CampaignRun


@dataclass(frozen=True)
class Foreseen:
    """What would become of one account's step now; on which channel, what put that one first, and what was tried
    before it."""

    account: str
    outcome: str
    until: datetime | None
    why: tuple[str, ...]
    channel: str = ""
    because: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()


@dataclass
class Tick:
    """What a run did: planned anew, planned before; or, dry, what was foreseen."""

    planned: int = 0
    before: int = 0
    foreseen: list[Foreseen] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        return dict(Counter(item.outcome for item in self.foreseen))


async def run(
    services: Services, strategy: Strategy, *, progress: Callable[[int], None] = lambda _: None
) -> Tick:
    """Plan the due step of every account of the segment; the same tick twice plans nothing twice."""
    tick = Tick()
    async for candidate, step in _due(services, strategy):
        async with services.database.begin() as work:
            fresh = await planned.plan(
                work,
                borrower_id=candidate.borrower_id,
                account_id=candidate.account_id,
                kind=step.kind,
                due_at=work.now,
                dedupe=_key(strategy, candidate, step),
                details=_details(strategy, step),
            )
        tick.planned += fresh
        tick.before += not fresh
        progress(1)
    async with services.database.begin() as work:
        work.session.add(
            CampaignRun(
                strategy=strategy.name,
                version=strategy.version,
                day=work.now.date(),
                started_at=work.now,
                finished_at=work.now,
                counts={"planned": tick.planned, "before": tick.before},
            )
        )
        work.audit("campaign.run", strategy.name, version=strategy.version, planned=tick.planned)
    return tick


class _Undo(Exception):
    """Ends a dry run's transaction: nothing of it stays."""


async def dry_run(
    services: Services, strategy: Strategy, *, progress: Callable[[int], None] = lambda _: None
) -> Tick:
    """Foresee what `run` would send, put off and block, and why; nothing is kept or sent."""
    tick = Tick()
    async for candidate, step in _due(services, strategy):
        tick.foreseen.append(await _foresee(services, strategy, candidate, step))
        progress(1)
    return tick


async def _foresee(
    services: Services, strategy: Strategy, candidate: Candidate, step: CampaignStep
) -> Foreseen:
    found: Foreseen | None = None
    try:
        async with services.database.begin() as work:
            key = _key(strategy, candidate, step)
            fresh = await planned.plan(
                work,
                borrower_id=candidate.borrower_id,
                account_id=candidate.account_id,
                kind=step.kind,
                due_at=work.now,
                dedupe=key,
                details=_details(strategy, step),
            )
            if not fresh:
                found = Foreseen(candidate.account, "sent before", None, ())
                raise _Undo
            contact = (await planned.by_key(work, key)) or None
            assert contact is not None
            ready = await contacts.prepare(services, work, contact)
            if isinstance(ready, str):
                found = Foreseen(candidate.account, "dropped", None, (ready,))
                raise _Undo
            found = await _climb(services, work, candidate.account, ready)
            raise _Undo
    except _Undo:
        assert found is not None
        return found


async def _climb(services: Services, work: Work, account: str, ready: Sequence[contacts.Ready]) -> Foreseen:
    """Each way in turn through the gate, as a worker would; the one that would carry the message or be waited for."""
    rules = services.policy_for(ready[0].account.lender).ladder
    seen: list[Foreseen] = []
    for way in ready:
        message_id = await messages.plan(
            work,
            way.conversation,
            key=f"dry:{uuid.uuid4()}",
            purpose=way.purpose,
            says=way.says,
            account_id=way.account.id,
        )
        assert message_id is not None
        delivered = await outbound.foresee(services, work, message_id)
        tried = tuple(f"{one.channel} {one.outcome}" for one in seen)
        now = Foreseen(
            account, delivered.state, delivered.until, delivered.rules, way.channel, way.because, tried
        )
        seen.append(now)
        if not goes_on(delivered.state, delivered.until, rules, now=work.now):
            return now
    return min((one for one in seen if one.until is not None), key=_until, default=seen[-1])


def _until(one: Foreseen) -> datetime:
    assert one.until is not None
    return one.until


def _details(strategy: Strategy, step: CampaignStep) -> dict[str, Any]:
    details = {"strategy": strategy.name, "version": strategy.version, "day": step.day}
    return details | ({"channels": list(step.channels)} if step.channels else {})


async def _due(services: Services, strategy: Strategy) -> AsyncIterator[tuple[Candidate, CampaignStep]]:
    now = services.clock.now()
    first = now.date() - timedelta(days=strategy.last_day + 1)
    last = now.date() - timedelta(days=strategy.first_day - 1)
    after: uuid.UUID | None = None
    while True:
        async with services.database.begin() as work:
            page = await segments.due_between(work, first, last, after=after)
        if not page:
            return
        for candidate in page:
            today = local_day(now, candidate.zone or usual_zone(candidate.jurisdiction))
            step = strategy.step_for(days_past_due(candidate.due_on, today))
            if step is not None:
                yield candidate, step
        after = page[-1].account_id


def _key(strategy: Strategy, candidate: Candidate, step: CampaignStep) -> str:
    """One row per account, step and due date: the same step of the same lateness is never done twice."""
    return f"campaign:{strategy.name}:{candidate.account_id}:{candidate.due_on}:{step.day}"
