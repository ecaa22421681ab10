"""The agents' desk: who waits, one conversation, and what an agent can do with it."""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, StreamingResponse

from catalogue import money
from catalogue.desk import detail_on_desk, on_desk
from catalogue.forms import is_written
from catalogue.rendering import locale_of
from catalogue.values import show
from core.clock import local_day
from core.dispositions import Disposition
from core.errors import Conflict, Invalid
from core.money import Money
from core.places import country_of, usual_zone
from core.stages import days_past_due, stage
from gateway.api.console.login import CurrentAgent, OwnForm
from gateway.api.console.shown import desk_page, due_in, zone_of
from gateway.api.dependencies import ServicesDep
from gateway.live import DESK
from gateway.pipelines import handoff, lifting, posting, summary, wished, writing
from gateway.services import Services
from storage import agents, desk, duties, letters, liftings, overrides
from storage.old_debts import GROUNDS
from storage.people import Account, Borrower
from storage.work import Agent

router = APIRouter(prefix="/desk", include_in_schema=False)

NOTHING_YET = handoff.Answered("none")
DISPOSITIONS = tuple(code.value for code in Disposition)


@router.get("", response_class=HTMLResponse)
async def waiting(request: Request, services: ServicesDep, agent: CurrentAgent) -> str:
    """Who waits and why, the most urgent first."""
    async with services.database.begin() as work:
        rows, numbers = await desk.queue(work), await desk.numbers(work)
        numbers["overdue"] = await duties.overdue(work)
        stopped, asked = await overrides.waiting(work), await liftings.waiting(work)
    return _list(services, request, agent, "queue", rows, numbers, stopped, asked)


@router.get("/conversations", response_class=HTMLResponse)
async def conversations(request: Request, services: ServicesDep, agent: CurrentAgent) -> str:
    """The conversations in which something was said last."""
    async with services.database.begin() as work:
        rows, numbers = await desk.recent(work), await desk.numbers(work)
        numbers["overdue"] = await duties.overdue(work)
    return _list(services, request, agent, "conversations", rows, numbers)


@router.get("/api/queue")
async def queue(services: ServicesDep, agent: CurrentAgent) -> list[dict[str, Any]]:
    """The queue as data."""
    del agent
    async with services.database.begin() as work:
        rows = await desk.queue(work)
    return [
        {
            "conversation": str(row.conversation.id),
            "queue": row.case.queue if row.case else None,
            "priority": row.case.priority if row.case else None,
            "reason": row.case.reason if row.case else None,
            "due_at": row.case.due_at.isoformat() if row.case and row.case.due_at else None,
            "held_by": row.conversation.held_by,
            "agent": row.agent.display_name if row.agent else None,
        }
        for row in rows
    ]


def _list(
    services: Services,
    request: Request,
    agent: Agent,
    here: str,
    rows: Sequence[desk.Waiting],
    numbers: dict[str, int],
    stopped: Sequence[overrides.Waiting] = (),
    asked: Sequence[liftings.Waiting] = (),
) -> str:
    stages = {row.conversation.id: _stage(services, row.borrower, row.account) for row in rows}
    now = services.clock.now()
    return desk_page(
        "queue.html",
        request,
        agent,
        here=here,
        rows=rows,
        numbers=numbers,
        stages=stages,
        broken=services.policies.problems(),
        stopped=stopped,
        asked=asked,
        late={row.case.id: row.case.due_at < now for row in rows if row.case and row.case.due_at},
        due={
            row.case.id: due_in(row.case.due_at, row.borrower) for row in rows if row.case and row.case.due_at
        },
        whys={row.case.id: on_desk(summary.why(row.case), agent.language) for row in rows if row.case},
    )


def _stage(services: Services, borrower: Borrower | None, account: Account | None) -> str:
    days = _days(services, borrower, account)
    return "" if days is None else str(stage(days))


def _days(services: Services, borrower: Borrower | None, account: Account | None) -> int | None:
    if borrower is None or account is None:
        return None
    today = local_day(services.clock.now(), borrower.zone or usual_zone(borrower.jurisdiction))
    return days_past_due(account.due_on, today)


@router.get("/c/{conversation_id}", response_class=HTMLResponse)
async def conversation(
    request: Request, services: ServicesDep, agent: CurrentAgent, conversation_id: uuid.UUID
) -> str:
    """One conversation with everything beside it."""
    return await shown(request, services, agent, conversation_id)


async def shown(
    request: Request,
    services: Services,
    agent: Agent,
    conversation_id: uuid.UUID,
    *,
    problem: str = "",
    draft: str = "",
    answered: handoff.Answered = NOTHING_YET,
) -> str:
    """The page of one conversation, with what went wrong and what was being written."""
    async with services.database.begin() as work:
        whole = await desk.whole(work, conversation_id)
        stopped = await overrides.waiting(work, conversation_id)
        todo = await duties.open_duties(work, conversation_id)
        asked = await liftings.waiting(work, whole.borrower.id) if whole.borrower else ()
        written = await letters.of_conversation(work, conversation_id)
    borrower, account = whole.borrower, whole.account
    country = country_of(borrower.jurisdiction) if borrower else "US"
    locale = locale_of(agent.language, country)
    now = services.clock.now()
    return desk_page(
        "conversation.html",
        request,
        agent,
        here="conversations",
        whole=whole,
        identity=whole.conversation.identity_at(now),
        todo=[(duty, due_in(duty.due_at, borrower), duty.due_at < now) for duty in todo],
        asked=asked,
        whys={case.id: on_desk(summary.why(case), agent.language) for case in whole.cases},
        events=lifting.TOLD,
        letters=written,
        letter_forms=await posting.offered(services, conversation_id),
        is_written=is_written,
        grounds=GROUNDS,
        mine=whole.conversation.held_by == "agent" and whole.conversation.agent_id == agent.id,
        problem=problem,
        draft=draft,
        answered=answered,
        stopped=stopped,
        key=secrets.token_urlsafe(12),
        dispositions=DISPOSITIONS,
        left=summary.left_behind(whole, agent.language, days_past_due=_days(services, borrower, account)),
        stage=_stage(services, borrower, account),
        local_time=now.astimezone(zone_of(borrower)),
        wishes=wished.in_words(whole.wishes, agent.language, today=now.astimezone(zone_of(borrower)).date()),
        in_words=partial(detail_on_desk, language=agent.language),
        owed=show(money(Money(account.balance, account.currency)), locale) if account else "",
        amounts={row.id: show(money(Money(row.amount, row.currency)), locale) for row in whole.promises},
    )


@router.post("/c/{conversation_id}/claim", dependencies=[OwnForm])
async def claim(
    request: Request, services: ServicesDep, agent: CurrentAgent, conversation_id: uuid.UUID
) -> Response:
    """Take a conversation; 409 says who was quicker."""
    try:
        await handoff.claim(services, conversation_id, agent)
    except Conflict as error:
        again = await shown(request, services, agent, conversation_id, problem=str(error))
        return HTMLResponse(again, status_code=409)
    return RedirectResponse(f"/desk/c/{conversation_id}", status_code=303)


@router.post("/c/{conversation_id}/answer", dependencies=[OwnForm])
async def answer(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    text: Annotated[str, Form(max_length=4000)],
    key: Annotated[str, Form(max_length=64)],
    how: Annotated[str, Form(pattern="^(|warned|second)$")] = "",
) -> Response:
    """An agent's words, through wording guard and gate; what is blocked is shown with rule and source."""
    try:
        answered = await handoff.answer(
            services, conversation_id, agent, text, key, warned=how == "warned", ask_second=how == "second"
        )
    except (Conflict, Invalid) as error:
        again = await shown(request, services, agent, conversation_id, problem=str(error), draft=text)
        return HTMLResponse(again, status_code=error.status)
    if answered.state in ("blocked", "warned", "deferred", "failed"):
        again = await shown(request, services, agent, conversation_id, draft=text, answered=answered)
        return HTMLResponse(again, status_code=422)
    return RedirectResponse(f"/desk/c/{conversation_id}", status_code=303)


@router.post("/c/{conversation_id}/writing", dependencies=[OwnForm])
async def writes(services: ServicesDep, agent: CurrentAgent, conversation_id: uuid.UUID) -> Response:
    """The page tells that its agent is writing; 204 whether or not anybody can see it."""
    await writing.agent_writes(services, conversation_id, agent)
    return Response(status_code=204)


@router.post("/c/{conversation_id}/stopped/{override_id}", dependencies=[OwnForm])
async def settle_override(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    override_id: uuid.UUID,
    verdict: Annotated[str, Form(pattern="^(let_out|refuse)$")],
) -> Response:
    """A second person lets a message out that the wording guard stopped, or refuses it."""
    try:
        answered = await handoff.settle_override(services, override_id, agent, let_out=verdict == "let_out")
    except Conflict as error:
        again = await shown(request, services, agent, conversation_id, problem=str(error))
        return HTMLResponse(again, status_code=error.status)
    if answered.state in ("blocked", "deferred", "failed"):
        again = await shown(request, services, agent, conversation_id, answered=answered)
        return HTMLResponse(again, status_code=422)
    return RedirectResponse(f"/desk/c/{conversation_id}", status_code=303)


@router.post("/c/{conversation_id}/note", dependencies=[OwnForm])
async def note(
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    text: Annotated[str, Form(min_length=1, max_length=1000)],
) -> Response:
    """A note for colleagues."""
    async with services.database.begin() as work:
        await desk.add_note(work, conversation_id, agent.id, text.strip())
    return RedirectResponse(f"/desk/c/{conversation_id}", status_code=303)


@router.post("/c/{conversation_id}/hand-back", dependencies=[OwnForm])
async def hand_back(
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    disposition: Annotated[str, Form(max_length=40)],
) -> Response:
    """Close the cases with their outcome; the assistant speaks again."""
    if disposition not in DISPOSITIONS:
        raise Invalid("disposition", "is not an outcome", remedy=f"Use one of {', '.join(DISPOSITIONS)}.")
    await handoff.hand_back(services, conversation_id, agent, disposition)
    return RedirectResponse("/desk", status_code=303)


@router.post("/language", dependencies=[OwnForm])
async def language(
    services: ServicesDep, agent: CurrentAgent, tag: Annotated[str, Form(max_length=20)]
) -> Response:
    """The language in which this agent reads summaries."""
    async with services.database.begin() as work:
        await agents.set_language(work, agent.id, tag)
    return RedirectResponse("/desk", status_code=303)


@router.get("/live")
async def live(request: Request, services: ServicesDep, agent: CurrentAgent) -> Response:
    """Tells the page that something happened (server-sent events); what, the page then asks."""
    del agent
    if not services.live.up:
        return JSONResponse({"error": "Live updates are away."}, status_code=503)
    return StreamingResponse(
        _events(services, request),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


async def _events(services: Services, request: Request) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    async for message in services.live.listen(DESK):
        if await request.is_disconnected():
            return
        yield f"data: {json.dumps(message)}\n\n" if message else ": still here\n\n"
