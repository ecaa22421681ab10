"""Links that lead a borrower to a channel: looked at as often as one likes, opened once.

Programs that show a preview of a link fetch it too, so fetching changes nothing; a button opens the chat.
"""

from __future__ import annotations

import secrets

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from channels.base import SendFailed
from channels.webchat.adapter import signed_request
from console.pages import page
from core.messages import Channel
from gateway.api.dependencies import ServicesDep
from gateway.api.webchat import browser_language
from gateway.api.webhooks import receive
from gateway.chat_sessions import fresh_session, of_our_page, remember
from gateway.pipelines import binding, moving
from gateway.services import Services
from storage import chatting

router = APIRouter(prefix="/go", include_in_schema=False)


@router.get("/{token}", response_class=HTMLResponse)
async def show(request: Request, services: ServicesDep, token: str) -> Response:
    """Where the link leads: a button for our own chat, else the provider's own link."""
    async with services.database.begin() as work:
        made = await binding.look(services, work, token)
    if made is None:
        return _gone(request, services)
    if made.channel == Channel.WEBCHAT:
        return _page(request, services, "go.html", token=token)
    inviter = services.inviters.get(Channel(made.channel))
    try:
        if inviter is None:
            return _page(request, services, "go.html", token=None, status=503)
        return RedirectResponse(await inviter.invitation(token), status_code=303)
    except SendFailed:
        return _page(request, services, "go.html", token=None, status=503)


@router.post("/{token}")
async def open_chat(request: Request, services: ServicesDep, token: str) -> Response:
    """Open our own chat by the link, in a session of its own; a second time it leads nowhere."""
    async with services.database.begin() as work:
        made = await binding.look(services, work, token)
    if made is None or made.channel != Channel.WEBCHAT:
        return _gone(request, services)
    session = fresh_session()
    joined = signed_request(
        {"session": session, "id": f"join-{secrets.token_urlsafe(12)}", "kind": "joined", "binding": token},
        url=f"{services.settings.public_url}/chat/messages",
        secret=services.key_for("webchat").hex(),
        received_at=services.clock.now(),
    )
    await receive(services, services.receivers["webchat"], joined)
    async with services.database.begin() as work:
        bound = await chatting.is_bound(work, session)
    if not bound:
        return _gone(request, services)
    answer = RedirectResponse("/chat", status_code=303)
    remember(services, answer, session)
    return answer


def _gone(request: Request, services: Services) -> Response:
    """The link is used, too old or no link of ours; whoever opened it before may go back to the chat."""
    in_chat = of_our_page(request, services) is not None
    return _page(request, services, "chat_link.html", status=410, in_chat=in_chat)


def _page(
    request: Request,
    services: Services,
    name: str,
    *,
    status: int = 200,
    token: str | None = None,
    in_chat: bool = False,
) -> HTMLResponse:
    language = browser_language(request)
    policy = services.policy_for("")
    words = moving.page_texts(policy, language)
    shown = page(
        name, words=words, language=language, lender=policy.name(language), token=token, in_chat=in_chat
    )
    return HTMLResponse(shown, status_code=status)
