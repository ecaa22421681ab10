"""Letters: the page on which one is prepared, and the PDF as it was kept."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from catalogue.letter_writing import Incomplete, as_read
from core.errors import Conflict, Invalid
from core.languages import LANGUAGES
from gateway.api.console.login import CurrentAgent, OwnForm
from gateway.api.console.shown import desk_page
from gateway.api.dependencies import ServicesDep
from gateway.pipelines import posting
from gateway.services import Services
from storage import letters
from storage.work import Agent

router = APIRouter(prefix="/desk", include_in_schema=False)

_FACT = "fact_"
_NOT_YET = posting.Made("none")
# Where the way is over: on paper the PDF is opened, by e-mail the conversation shows what went.
_GONE = ("made", "sent", "sending", "unknown")


@router.get("/c/{conversation_id}/letter", response_class=HTMLResponse)
async def prepared(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    form: Annotated[str, Query(max_length=40)] = "",
    duty: uuid.UUID | None = None,
    language: Annotated[str, Query(max_length=20)] = "",
) -> str:
    """What the letter says already, and what has to be filled in."""
    order = posting.Order(form, language, "paper", "", duty_id=duty)
    return await _page(request, services, agent, conversation_id, order)


@router.post("/c/{conversation_id}/letter", dependencies=[OwnForm])
async def make(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    conversation_id: uuid.UUID,
    form: Annotated[str, Form(max_length=40)],
    language: Annotated[str, Form(max_length=20)],
    way: Annotated[str, Form(pattern="^(paper|email)$")],
    key: Annotated[str, Form(max_length=64)],
    duty: Annotated[uuid.UUID | None, Form()] = None,
    warned: Annotated[str, Form(pattern="^(|yes)$")] = "",
) -> Response:
    """Write it and open it, or send it by e-mail; what is missing or stands against it is shown."""
    fields = await request.form()
    given = {
        name.removeprefix(_FACT): value
        for name, value in fields.items()
        if name.startswith(_FACT) and isinstance(value, str)
    }
    order = posting.Order(form, language, way, key, given, duty, warned=warned == "yes")
    try:
        made = await posting.make(services, conversation_id, agent, order)
    except (Incomplete, Invalid, Conflict) as error:
        shown = await _page(request, services, agent, conversation_id, order, problem=str(error))
        return HTMLResponse(shown, status_code=error.status)
    if made.state not in _GONE:
        shown = await _page(request, services, agent, conversation_id, order, made=made)
        return HTMLResponse(shown, status_code=422)
    path = f"/desk/letters/{made.letter_id}" if way == "paper" else f"/desk/c/{conversation_id}"
    return RedirectResponse(path, status_code=303)


@router.get("/letters/{letter_id}")
async def opened(services: ServicesDep, agent: CurrentAgent, letter_id: uuid.UUID) -> Response:
    """The letter as it was made; who opened it stays in the audit."""
    async with services.database.begin() as work:
        body = await letters.opened(work, letter_id, agent.id)
    return Response(
        body,
        media_type=letters.PDF,
        headers={
            "content-disposition": f'inline; filename="kept-letter-{str(letter_id)[:8]}.pdf"',
            "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
            "x-content-type-options": "nosniff",
            "cross-origin-resource-policy": "same-origin",
            "cache-control": "no-store",
        },
    )


async def _page(
    request: Request,
    services: Services,
    agent: Agent,
    conversation_id: uuid.UUID,
    order: posting.Order,
    *,
    problem: str = "",
    made: posting.Made = _NOT_YET,
) -> str:
    letter = await posting.prepare(
        services, conversation_id, order.form, duty_id=order.duty_id, language=order.language
    )
    given: Mapping[str, str] = order.given
    return desk_page(
        "letter.html",
        request,
        agent,
        here="conversations",
        conversation_id=conversation_id,
        letter=letter,
        on_file=[
            (name, as_read(value, agent.language, letter.ground.place))
            for name, value in letter.on_file.items()
        ],
        given=given,
        duty=order.duty_id,
        languages=LANGUAGES,
        problem=problem,
        made=made,
        key=secrets.token_urlsafe(12),
    )
