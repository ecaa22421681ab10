"""Providers' routes: signature, store once, queue, answer. Nothing here waits for the assistant."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog
from fastapi import APIRouter, Request, Response
from starlette.requests import ClientDisconnect

from channels.base import MAX_BODY, Forged, Malformed, Refused, TooLarge, WebhookReceiver, WebhookRequest
from channels.registry import PROVIDERS
from core.messages import Inbound
from gateway.api.dependencies import services_of
from gateway.pipelines import inbound
from gateway.services import Services
from storage import counters

log = structlog.get_logger()
router = APIRouter()
# Providers hand a request over at once and wait five seconds (WeChat) to fifteen (Twilio) for its answer.
PATIENCE = 10.0
_CAUSES = {Forged: "forged", Malformed: "malformed", TooLarge: "too_large"}


@dataclass
class Observed:
    """What a request held and what became of it, for whoever looks on (`kept replay`), as `request.state.observed`.

    `url`: the address as the provider called it, where a captured request tells it.
    """

    url: str | None = None
    events: Sequence[Inbound] = ()
    became: Sequence[inbound.Became] = ()


async def receive(
    services: Services, receiver: WebhookReceiver, request: WebhookRequest, observed: Observed | None = None
) -> Response:
    """Take one provider request in; a refused one leaves nothing but a count."""
    try:
        answer = receiver.receive(request)
    except Refused as error:
        await _count(services, receiver.name, error)
        return Response(error.what, status_code=error.status, media_type="text/plain")
    became = await inbound.take_in(services, answer)
    if observed is not None:
        observed.events, observed.became = answer.events, became
    return Response(answer.body, status_code=answer.status, media_type=answer.content_type)


async def read_request(request: Request, services: Services) -> WebhookRequest:
    """The request as the provider made it: our public address, not the proxy's; the raw body, bounded."""
    url = services.settings.public_url + request.url.path
    if request.url.query:
        url += f"?{request.url.query}"
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            break
    return WebhookRequest(
        method=request.method,
        url=url,
        headers={name.lower(): value for name, value in request.headers.items()},
        body=body,
        received_at=services.clock.now(),
    )


async def _count(services: Services, provider: str, error: Refused) -> None:
    cause = _CAUSES.get(type(error), "refused")
    log.warning("webhook_refused", provider=provider, cause=cause)
    async with services.database.begin() as work:
        await counters.refused(work, provider, cause)


async def _webhook(request: Request) -> Response:
    if request.method == "HEAD":  # comes with GET; whoever only looks is told, and nothing is counted of it
        return Response(status_code=405, headers={"allow": "GET, POST"})
    services = services_of(request)
    name = next(provider.name for provider in PROVIDERS if provider.path == request.url.path)
    receiver = services.receivers.get(name)
    if receiver is None:
        return Response("This provider is not set up.", status_code=404, media_type="text/plain")
    observed: Observed | None = getattr(request.state, "observed", None)
    try:
        async with asyncio.timeout(PATIENCE):
            read = await read_request(request, services)
    except (ClientDisconnect, TimeoutError):
        # Nothing of it was taken: a provider that was cut off there sends it again.
        log.warning("webhook_cut_off", provider=name)
        return Response("The request did not come whole.", status_code=408, media_type="text/plain")
    if observed is not None and observed.url is not None:
        read = replace(read, url=observed.url)
    return await receive(services, receiver, read, observed)


for _provider in PROVIDERS:
    if _provider.name != "webchat":
        # A plain route: nothing of the request is to be read or checked before its signature.
        router.add_route(
            _provider.path,
            _webhook,
            methods=["GET", "POST"],
            name=_provider.name,
            include_in_schema=False,
        )
