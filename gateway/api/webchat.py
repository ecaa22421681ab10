"""The web chat's routes: the page, what was said, messages and files in, replies live, what was seen."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse
from pydantic import BaseModel, Field

from catalogue.pages import chat_texts
from channels.base import TooLarge, WebhookRequest
from channels.media import Unwanted, recognise
from channels.webchat.adapter import LONGEST_TEXT, MOST_RECEIPTS, signed_request
from console.pages import STATIC, embedded_policy, page
from core.errors import KeptError
from core.languages import DEFAULT_LANGUAGE, LANGUAGES, known_language
from core.messages import InboundMessage
from gateway.api.dependencies import ServicesDep
from gateway.api.webhooks import receive
from gateway.chat_sessions import (
    fresh_session,
    is_by_login,
    of_our_page,
    remember,
    session_of,
    signed,
)
from gateway.pipelines import inbound
from gateway.pipelines.logging_in import log_in
from gateway.services import Services
from storage import chatting

router = APIRouter(prefix="/chat", include_in_schema=False)
LARGEST_FILE = 10 * 1024 * 1024
LONGEST_HEADER = 200
# What one session may send: more is no person's writing.
MESSAGES_A_MINUTE = 30
FILES_AN_HOUR = 20
# Whoever listens asks anew after this time, with a session that is still good.
LONGEST_LISTENING = timedelta(minutes=15)
_ID = r"^[A-Za-z0-9_-]{8,64}$"


class TooMany(KeptError):
    """More in a short time than a person writes."""

    status = 429


class Written(BaseModel):
    """What the page sends: an id of its own making, so that a repeated send counts once."""

    id: str = Field(pattern=_ID)
    text: str = Field(min_length=1, max_length=LONGEST_TEXT)
    kind: Literal["text", "button"] = "text"
    language: str = Field(default="", max_length=20)


class Seen(BaseModel):
    """Messages of ours that the page has, and whether somebody could see them."""

    ids: list[str] = Field(min_length=1, max_length=MOST_RECEIPTS)
    read: bool


class Opening(BaseModel):
    """How a page without a cookie opens its session: with the lender's login, or as a stranger."""

    login: str = Field(default="", max_length=4096)


@router.get("", response_class=HTMLResponse)
async def open_chat(request: Request, services: ServicesDep, language: str = "") -> Response:
    """The page. Whoever comes without a link is a stranger in a session of their own."""
    answer = HTMLResponse(_page(request, services, language, embedded=False))
    if of_our_page(request, services) is None:
        remember(services, answer, fresh_session())
    return answer


@router.get("/embed", response_class=HTMLResponse)
async def embedded(request: Request, services: ServicesDep, language: str = "") -> Response:
    """The page for a frame in the lender's pages: it gets no cookie and opens its session itself."""
    policy = embedded_policy(services.settings.chat_origins)
    shown = _page(request, services, language, embedded=True)
    return HTMLResponse(shown, headers={"content-security-policy": policy})


@router.get("/widget.js")
async def widget() -> Response:
    """The one script that a lender's page needs."""
    words = {
        language: {name: chat_texts(language)[name] for name in ("open", "close")} for language in LANGUAGES
    }
    script = (STATIC / "widget.js").read_text(encoding="utf-8")
    return Response(
        f"(() => {{\nconst WORDS = {json.dumps(words, ensure_ascii=False)};\n{script}}})();\n",
        media_type="text/javascript; charset=utf-8",
        headers={"cache-control": "public, max-age=600", "cross-origin-resource-policy": "cross-origin"},
    )


@router.post("/session")
async def open_session(opening: Opening, services: ServicesDep) -> Response:
    """A session for a page that keeps it by itself, in the header of every request."""
    if not opening.login:
        return JSONResponse({"session": signed(services, fresh_session())})
    session, fresh = await log_in(services, opening.login)
    if fresh:
        fields = {"session": session, "id": f"join-{secrets.token_urlsafe(12)}", "kind": "joined"}
        await receive(services, services.receivers["webchat"], _handed_in(services, fields))
    return JSONResponse({"session": signed(services, session)})


@router.get("/history")
async def history(request: Request, services: ServicesDep) -> Response:
    """Everything said in this session: what the page shows on opening and after a lost connection."""
    session = session_of(request, services)
    async with services.database.begin() as work:
        lines = await chatting.said(work, session)
        state = await chatting.state(work, session)
    language = state.language or DEFAULT_LANGUAGE
    return JSONResponse(
        {
            "lines": lines,
            "held_by": state.held_by,
            "language": state.language,
            "lender": services.policy_for(state.lender).name(language),
            "by_login": is_by_login(session),
            "live": services.live.up,
        }
    )


@router.post("/messages")
async def write(request: Request, written: Written, services: ServicesDep) -> Response:
    """A message from the page, signed over to the channel like any provider's."""
    session = session_of(request, services)
    since = services.clock.now() - timedelta(minutes=1)
    async with services.database.begin() as work:
        if await chatting.written_since(work, session, since) >= MESSAGES_A_MINUTE:
            raise TooMany("That is more than can be read.", remedy="Wait a minute.")
    fields = {"session": session, **written.model_dump()}
    return await receive(services, services.receivers["webchat"], _handed_in(services, fields))


@router.post("/files")
async def send_file(
    request: Request, services: ServicesDep, file_id: Annotated[str, Query(alias="id", pattern=_ID)]
) -> Response:
    """A photo or PDF, as the request's whole body; what it is, its own first bytes say."""
    session = session_of(request, services)
    async with services.database.begin() as work:
        since = services.clock.now() - timedelta(hours=1)
        if await chatting.files_since(work, session, since) >= FILES_AN_HOUR:
            raise TooMany("Those are more files than are taken at once.", remedy="Wait a while.")
    body = await _body(request)
    kind = recognise(body).content_type
    if not (kind.startswith("image/") or kind == "application/pdf"):
        raise Unwanted("Only photos and PDF files are taken here.")
    fields = {"session": session, "id": file_id, "text": "", "kind": "text"}
    answer = services.receivers["webchat"].receive(_handed_in(services, fields))
    [message] = answer.events
    assert isinstance(message, InboundMessage)
    await inbound.take_file(services, message, body)
    return Response(status_code=204)


@router.post("/seen")
async def seen(request: Request, told: Seen, services: ServicesDep) -> Response:
    """What became of messages of ours on the page; of other sessions' messages it can tell nothing."""
    session = session_of(request, services)
    async with services.database.begin() as work:
        keys = await chatting.shown_here(work, session, told.ids)
    if not keys:
        return Response(status_code=204)
    fields = {"session": session, "kind": "read" if told.read else "delivered", "ids": keys}
    return await receive(services, services.receivers["webchat"], _handed_in(services, fields))


@router.get("/live")
async def live(request: Request, services: ServicesDep) -> Response:
    """Replies as they are sent (server-sent events)."""
    session = session_of(request, services)
    return StreamingResponse(
        _events(services, request, f"chat:{session}"),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


async def _events(services: Services, request: Request, topic: str) -> AsyncIterator[str]:
    yield ": here\n\n"
    ends = services.clock.now() + LONGEST_LISTENING
    async for message in services.live.listen(topic):
        if await request.is_disconnected() or services.clock.now() >= ends:
            return
        yield f"data: {json.dumps(message, ensure_ascii=False)}\n\n" if message else ": still here\n\n"


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FILE:
            raise TooLarge("The file is larger than 10 MB.")
    return bytes(body)


def _handed_in(services: Services, fields: Mapping[str, object]) -> WebhookRequest:
    return signed_request(
        fields,
        url=f"{services.settings.public_url}/chat/messages",
        secret=services.key_for("webchat").hex(),
        received_at=services.clock.now(),
    )


def _page(request: Request, services: Services, wished: str, *, embedded: bool) -> str:
    language = known_language(wished) or browser_language(request)
    policy = services.policy_for("")
    words = {
        one: {name: text.replace("{phone}", policy.phone) for name, text in chat_texts(one).items()}
        for one in LANGUAGES
    }
    return page(
        "chat.html",
        language=language,
        words=words[language],
        all_words=words,
        lender=policy.name(language),
        embedded=embedded,
    )


def browser_language(request: Request) -> str:
    """The first language of the browser that we speak."""
    wished = request.headers.get("accept-language", "")[:LONGEST_HEADER].split(",")
    found = (known_language(tag.split(";")[0].strip()) for tag in wished)
    return next((language for language in found if language), DEFAULT_LANGUAGE)
