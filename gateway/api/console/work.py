"""Work with its deadline, search, and what a supervisor may: lifting with a reason, and the second person's word."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from catalogue.forms import is_written
from core.errors import KeptError
from gateway.api.console import desk
from gateway.api.console.login import CurrentAgent, OwnForm
from gateway.api.console.shown import desk_page, due_in
from gateway.api.dependencies import ServicesDep
from gateway.pipelines import lifting, old_debts
from gateway.services import Services
from storage import duties, liftings, searching
from storage.old_debts import GROUNDS
from storage.work import Agent

router = APIRouter(prefix="/desk", include_in_schema=False)


@router.get("/deadlines", response_class=HTMLResponse)
async def deadlines(request: Request, services: ServicesDep, agent: CurrentAgent) -> str:
    """All open work, the first due first; what is late is marked."""
    async with services.database.begin() as work:
        rows = await duties.due(work)
        asked = await liftings.waiting(work)
    now = services.clock.now()
    return desk_page(
        "deadlines.html",
        request,
        agent,
        here="deadlines",
        rows=[(row, due_in(row.duty.due_at, row.borrower), row.duty.due_at < now) for row in rows],
        asked=asked,
        is_written=is_written,
        grounds=GROUNDS,
        late=sum(row.duty.due_at < now for row in rows),
    )


@router.get("/search", response_class=HTMLResponse)
async def search_page(request: Request, agent: CurrentAgent) -> str:
    """The empty search."""
    return desk_page("search.html", request, agent, here="search", rows=[], text="", asked=False)


@router.post("/search", response_class=HTMLResponse, dependencies=[OwnForm])
async def search(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    text: Annotated[str, Form(max_length=100)] = "",
) -> str:
    """Borrowers by name, phone or reference. A form, so that names and numbers stand in no address and no log."""
    async with services.database.begin() as work:
        rows = await searching.find(work, text)
        work.audit("desk.searched", agent.id, found=len(rows))
    return desk_page("search.html", request, agent, here="search", rows=rows, text=text, asked=True)


@router.post("/duties/{duty_id}/done", dependencies=[OwnForm])
async def done(
    services: ServicesDep,
    agent: CurrentAgent,
    duty_id: uuid.UUID,
    back: Annotated[str, Form(pattern="^(deadlines|conversation)$")] = "conversation",
) -> Response:
    """A piece of work is done; 409 where somebody else was quicker."""
    conversation_id = await lifting.done(services, duty_id, agent)
    path = "/desk/deadlines" if back == "deadlines" else f"/desk/c/{conversation_id}"
    return RedirectResponse(path, status_code=303)


@router.post("/c/{conversation_id}/duties/{duty_id}/age", dependencies=[OwnForm])
async def age(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    duty_id: uuid.UUID,
    verdict: Annotated[str, Form(pattern="^(old|not_old)$")],
    ground: Annotated[str, Form(max_length=40)],
    reason: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """What came of the question whether the debt is too old to be sued for; it closes that piece of work."""
    answer = old_debts.Answer(verdict == "old", ground, reason)
    found = old_debts.found(services, conversation_id, duty_id, agent, answer)
    return await _then(found, request, services, agent, conversation_id)


@router.post("/c/{conversation_id}/lift", dependencies=[OwnForm])
async def lift(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    name: Annotated[str, Form(max_length=80)],
    reason: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Lift a hold or a flag, or ask a second person to; who may stands in the tables of duties."""
    asked = lifting.lift(services, conversation_id, agent, name, reason)
    return await _then(asked, request, services, agent, conversation_id)


@router.post("/c/{conversation_id}/lift/{lifting_id}", dependencies=[OwnForm])
async def settle(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    lifting_id: uuid.UUID,
    verdict: Annotated[str, Form(pattern="^(agree|refuse)$")],
) -> Response:
    """A second person agrees to a lifting, or refuses it."""
    settled = lifting.settle(services, lifting_id, agent, agreed=verdict == "agree")
    return await _then(settled, request, services, agent, conversation_id)


@router.post("/c/{conversation_id}/event", dependencies=[OwnForm])
async def record(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    event: Annotated[str, Form(max_length=40)],
    note: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Write down what was told on the phone or by letter: it obliges like a message that says so."""
    recorded = lifting.record(services, conversation_id, agent, event, note)
    return await _then(recorded, request, services, agent, conversation_id)


async def _then(
    act: Awaitable[object], request: Request, services: Services, agent: Agent, conversation_id: uuid.UUID
) -> Response:
    """Do it and show the conversation, with the problem where there is one."""
    try:
        await act
    except KeptError as error:
        shown = await desk.shown(request, services, agent, conversation_id, problem=str(error))
        return HTMLResponse(shown, status_code=error.status)
    return RedirectResponse(f"/desk/c/{conversation_id}", status_code=303)
