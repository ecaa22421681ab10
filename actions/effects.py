"""What a step writes down, in the turn's own transaction."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from actions import contact_records
from actions.contact_records import ContactEffect
from actions.situation import (
    CancelPromises,
    ConfirmPromises,
    DraftPromises,
    Effect,
    FailedIdentity,
    Obliges,
    OpenCase,
    OptIn,
    PlanContact,
    Prefers,
    Situation,
    Speaks,
    Step,
    Told,
    Verified,
)
from core.errors import KeptError
from core.promises import PromiseStatus
from storage import accounts, cases, duties, planned, stops
from storage.database import Work
from storage.people import Account, ContactPoint, PreferenceRule
from storage.talk import Conversation

SOURCE = "assistant"
# A promise is recalled on the day before it, at this local hour.
REMIND_AT = time(10, 0)


@dataclass(frozen=True)
class Scene:
    """Where an effect takes place."""

    work: Work
    conversation: Conversation
    s: Situation


async def apply(work: Work, conversation: Conversation, s: Situation, step: Step) -> None:
    """Write down every effect of the step, in order."""
    scene = Scene(work, conversation, s)
    for effect in step.effects:
        await _apply(scene, effect)


async def _apply(scene: Scene, effect: Effect) -> None:
    match effect:
        case Verified():
            await _verified(scene)
        case FailedIdentity(locked=locked):
            _failed(scene, locked=locked)
        case Obliges():
            await _oblige(scene, effect)
        case OptIn():
            await _opt_in(scene)
        case Told(kind=kind, detail=detail):
            await _told(scene, kind, detail)
        case DraftPromises() | ConfirmPromises() | CancelPromises():
            await _promise(scene, effect)
        case OpenCase():
            await _case(scene, effect)
        case ContactEffect():
            await contact_records.write(scene.work, scene.conversation, scene.s, effect)
        case Prefers() | Speaks():
            _note_wishes(scene, effect)
        case PlanContact():
            await _plan(scene, effect.kind, effect.at, f"{effect.kind}:{scene.s.inbound_id}", effect.details)
        case _:
            raise KeptError(f"The effect {type(effect).__name__} is not known.")


async def _verified(scene: Scene) -> None:
    if scene.conversation.identity == "third_party":
        await stops.back(scene.work, scene.conversation)
    scene.conversation.identity = "verified"
    scene.conversation.verified_until = scene.work.now + scene.s.policy.identity_valid_for
    scene.conversation.identity_attempts = 0
    scene.work.audit("identity.verified", scene.conversation.id, policy=scene.s.policy.version)


def _failed(scene: Scene, *, locked: bool) -> None:
    scene.conversation.identity_attempts += 1
    if locked and scene.conversation.identity != "third_party":  # that they are another stays known
        scene.conversation.identity = "failed"
    scene.work.audit("identity.failed", scene.conversation.id, locked=locked, policy=scene.s.policy.version)


async def _oblige(scene: Scene, effect: Obliges) -> None:
    cause = duties.Cause(
        source=SOURCE,
        inbound_id=scene.s.inbound_id,
        account_id=scene.s.account.id if scene.s.account else None,
        reason=effect.reason,
        details=_details(scene, effect.details),
    )
    await duties.carry_out(scene.work, scene.conversation, scene.s.duties(effect.event), cause)


async def _opt_in(scene: Scene) -> None:
    point = await scene.work.session.get(ContactPoint, scene.conversation.contact_point_id)
    assert point is not None
    await stops.opt_in(scene.work, point, SOURCE, inbound_id=scene.s.inbound_id)


async def _told(scene: Scene, kind: str, detail: dict[str, object]) -> None:
    if scene.conversation.borrower_id is None:
        return
    await accounts.tell(
        scene.work,
        scene.conversation.borrower_id,
        kind,
        account_id=scene.s.account.id if scene.s.account else None,
        inbound_id=scene.s.inbound_id,
        **detail,
    )


async def _promise(scene: Scene, effect: DraftPromises | ConfirmPromises | CancelPromises) -> None:
    if scene.s.account is None:
        return
    work = scene.work
    account = await work.session.get(Account, scene.s.account.id)
    assert account is not None
    match effect:
        case DraftPromises(parts=parts, method=method):
            await accounts.draft_promises(
                work,
                account,
                [(amount.amount, on, method) for amount, on in parts],
                conversation_id=scene.conversation.id,
                inbound_id=scene.s.inbound_id,
                made_on=scene.s.today,
                policy=scene.s.policy.version,
            )
        case ConfirmPromises(method=method):
            for row in await accounts.confirm_promises(work, account.id, method=method):
                await _follow_up(scene, row.id, row.due_on)
        case CancelPromises(standing=standing):
            for row in await accounts.promises(work, account.id, live_only=True):
                if standing or row.status == PromiseStatus.PENDING:
                    await accounts.set_status(work, row, PromiseStatus.CANCELLED)


async def _follow_up(scene: Scene, promise_id: uuid.UUID, due_on: date) -> None:
    """Remind the day before; look at what came in when the day and its grace are over."""
    zone = ZoneInfo(scene.s.zone)
    details = {"promise": str(promise_id)}
    before = datetime.combine(due_on - timedelta(days=1), REMIND_AT, zone)
    if before > scene.work.now:
        await _plan(scene, "promise_reminder", before, f"promise:{promise_id}:reminder", details)
    after = datetime.combine(due_on + timedelta(days=scene.s.policy.grace_days + 1), time(9, 0), zone)
    await _plan(scene, "promise_check", after, f"promise:{promise_id}:check", details)


async def _plan(scene: Scene, kind: str, at: datetime, dedupe: str, details: Mapping[str, object]) -> None:
    if scene.conversation.borrower_id is None:
        return
    await planned.plan(
        scene.work,
        borrower_id=scene.conversation.borrower_id,
        account_id=scene.s.account.id if scene.s.account else None,
        kind=kind,
        due_at=at,
        dedupe=dedupe,
        details=dict(details),
    )


async def _case(scene: Scene, effect: OpenCase) -> None:
    await cases.open_case(
        scene.work,
        scene.conversation,
        queue=effect.queue,
        priority=effect.priority,
        reason=effect.reason,
        details=_details(scene, effect.details),
        take_floor=effect.take_floor,
    )


def _details(scene: Scene, details: Mapping[str, object]) -> dict[str, object]:
    """What a case keeps: of the matter, and of how things stood."""
    s = scene.s
    return {**details, "intent": s.intent, "stage": _stage(s), "policy": s.policy.version}


def _stage(s: Situation) -> str | None:
    return str(s.account.stage) if s.account else None


def _note_wishes(scene: Scene, effect: Prefers | Speaks) -> None:
    work, borrower_id = scene.work, scene.conversation.borrower_id
    if isinstance(effect, Speaks):
        scene.conversation.language = effect.language
        scene.conversation.language_chosen = True
        return
    if borrower_id is None:
        return
    work.session.add(
        PreferenceRule(
            borrower_id=borrower_id,
            zone=scene.s.zone,
            windows=list(effect.windows),
            channel_wanted=effect.channel_wanted,
            channel_unwanted=effect.channel_unwanted,
            inbound_id=scene.s.inbound_id,
            at=work.now,
        )
    )
    work.audit("preference.given", borrower_id)
