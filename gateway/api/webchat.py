"""The web chat's page and its routes: history, messages in, replies live."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Cookie, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, StreamingResponse
from itsdangerous import BadSignature, URLSafeTimedSerializer
from pydantic import BaseModel, Field

from channels.webchat.adapter import signed_request
from console.pages import page
from gateway.api.dependencies import ServicesDep
from gateway.api.webhooks import receive
from gateway.services import Services
from storage import chatting

router = APIRouter(prefix="/chat", include_in_schema=False)
COOKIE = "kept_chat"
SESSION_DAYS = 30


class Written(BaseModel):
    """What the page sends: an id of its own making, so that a repeated send counts once."""

    id: str = Field(pattern=r"^[A-Za-z0-9_-]{8,64}$")
    text: str = Field(min_length=1, max_length=4000)


def _sessions(services: Services) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(services.key_for("chat-session").hex(), salt="session")


def session_cookie(services: Services, session: str) -> str:
    """The signed cookie of a session."""
    return str(_sessions(services).dumps(session))


def session_of(services: Services, cookie: str | None) -> str | None:
    """The session of a cookie of ours; None where it is none, or too old."""
    try:
        return str(_sessions(services).loads(cookie or "", max_age=SESSION_DAYS * 86_400))
    except BadSignature:
        return None


def fresh_session() -> str:
    """The name of a session that nobody can guess."""
    return f"web-{secrets.token_urlsafe(18)}"


def remember(services: Services, answer: Response, session: str) -> None:
    """Leave the session with the browser."""
    answer.set_cookie(
        COOKIE,
        session_cookie(services, session),
        max_age=SESSION_DAYS * 86_400,
        httponly=True,
        samesite="lax",
        secure=services.settings.public_url.startswith("https"),
    )


@router.get("", response_class=HTMLResponse)
async def open_chat(services: ServicesDep, kept_chat: Annotated[str | None, Cookie()] = None) -> Response:
    """The page. Whoever comes without a link is a stranger in a session of their own."""
    if session_of(services, kept_chat) is not None:
        return HTMLResponse(page("chat.html", lender=services.policy_for("").name("en")))
    answer = RedirectResponse("/chat", status_code=303)
    remember(services, answer, fresh_session())
    return answer


@router.get("/history")
async def history(services: ServicesDep, kept_chat: Annotated[str | None, Cookie()] = None) -> Response:
    """Everything said in this session: what the page shows on opening and after a lost connection."""
    session = session_of(services, kept_chat)
    if session is None:
        return JSONResponse({"error": "Open the chat again."}, status_code=401)
    async with services.database.begin() as work:
        return JSONResponse({"lines": await chatting.said(work, session), "live": services.live.up})


@router.post("/messages")
async def write(
    written: Written, services: ServicesDep, kept_chat: Annotated[str | None, Cookie()] = None
) -> Response:
    """A message from the page, signed over to the channel like any provider's."""
    session = session_of(services, kept_chat)
    if session is None:
        return JSONResponse({"error": "Open the chat again."}, status_code=401)
    request = signed_request(
        {"session": session, "id": written.id, "text": written.text, "kind": "text"},
        url=f"{services.settings.public_url}/chat/messages",
        secret=services.key_for("webchat").hex(),
        received_at=services.clock.now(),
    )
    return await receive(services, services.receivers["webchat"], request)


@router.get("/live")
async def live(
    request: Request, services: ServicesDep, kept_chat: Annotated[str | None, Cookie()] = None
) -> Response:
    """Replies as they are sent (server-sent events)."""
    session = session_of(services, kept_chat)
    if session is None:
        return JSONResponse({"error": "Open the chat again."}, status_code=401)
    return StreamingResponse(
        _events(services, request, f"chat:{session}"),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


async def _events(services: Services, request: Request, topic: str) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    async for message in services.live.listen(topic):
        if await request.is_disconnected():
            return
        yield f"data: {json.dumps(message, ensure_ascii=False)}\n\n" if message else ": still here\n\n"
