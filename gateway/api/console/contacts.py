"""New contacts that wait for a person, addresses to be set right, and links to other channels."""

from __future__ import annotations

import uuid
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from core.errors import KeptError
from gateway.api.console.login import CurrentAgent, OwnForm
from gateway.api.console.shown import desk_page
from gateway.api.dependencies import ServicesDep
from gateway.pipelines import address_book
from storage import changes
from storage.work import Agent

router = APIRouter(prefix="/desk", include_in_schema=False)


@router.get("/contacts", response_class=HTMLResponse)
async def waiting(request: Request, services: ServicesDep, agent: CurrentAgent) -> str:
    """New phones, e-mails, addresses and employers that nobody has settled, the oldest first."""
    async with services.database.begin() as work:
        rows = await changes.waiting(work)
    return desk_page("contacts.html", request, agent, here="contacts", rows=rows)


@router.post("/c/{conversation_id}/contacts/{change_id}", dependencies=[OwnForm])
async def settle(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    change_id: uuid.UUID,
    verdict: Annotated[str, Form(pattern="^(approve|refuse)$")],
) -> Response:
    """Approve or refuse a new contact."""
    try:
        await address_book.settle(services, conversation_id, change_id, agent, approve=verdict == "approve")
    except KeptError as error:
        return _refused(request, agent, conversation_id, error)
    return RedirectResponse(f"/desk/c/{conversation_id}", status_code=303)


@router.post("/c/{conversation_id}/addresses/{point_id}", dependencies=[OwnForm])
async def set_right(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    point_id: uuid.UUID,
) -> Response:
    """An address is the borrower's after all."""
    try:
        await address_book.set_right(services, conversation_id, point_id, agent)
    except KeptError as error:
        return _refused(request, agent, conversation_id, error)
    return RedirectResponse(f"/desk/c/{conversation_id}", status_code=303)


@router.post("/c/{conversation_id}/invite", dependencies=[OwnForm])
async def invite(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    channel: Annotated[str, Form(max_length=20)],
) -> Response:
    """A link to give to the borrower; it is shown once."""
    try:
        made = await address_book.invite(services, conversation_id, channel, agent)
    except KeptError as error:
        return _refused(request, agent, conversation_id, error)
    return HTMLResponse(_told(request, agent, conversation_id, link=made.url, until=made.runs_out_at))


def _refused(request: Request, agent: Agent, conversation_id: uuid.UUID, error: KeptError) -> HTMLResponse:
    shown = _told(request, agent, conversation_id, problem=str(error))
    return HTMLResponse(shown, status_code=error.status)


def _told(
    request: Request,
    agent: Agent,
    conversation_id: uuid.UUID,
    *,
    link: str = "",
    until: object = None,
    problem: str = "",
) -> str:
    return desk_page(
        "told.html",
        request,
        agent,
        here="conversations",
        conversation_id=conversation_id,
        link=link,
        until=until,
        problem=problem,
    )
