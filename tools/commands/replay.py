"""Send captured provider requests through the real routes again, and say what became of them."""

from __future__ import annotations

import asyncio
import base64
import binascii
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import click
import httpx
from starlette.types import Receive, Scope, Send

from channels.base import WebhookRequest
from channels.registry import PROVIDERS
from core.errors import Invalid, KeptError
from core.messages import DeliveryUpdate, InboundMessage
from gateway.api.webhooks import Observed
from tools.lines import (
    Answer,
    Asked,
    Line,
    answer_together,
    instant_of,
    object_of,
    refusal,
    surprise,
    text_of,
)
from tools.stage import Stage, stage

PATHS = {
    provider.name: provider.path
    for provider in PROVIDERS
    if provider.name in ("twilio_sms", "twilio_whatsapp", "twilio_status", "telegram", "wechat")
}
# Of what the gateway says became of an event, that of which nothing was processed.
NOTHING = ("ignored", "duplicate")


@click.command()
def command() -> None:
    """Replay captured webhooks: JSON Lines in, what became of each a line out.

    In: provider (twilio_sms, twilio_whatsapp, twilio_status, telegram, wechat), method, url as the provider called
    it, headers, body_base64, received_at. The secrets are those of KEPT_TWILIO_..., KEPT_TELEGRAM_... and
    KEPT_WECHAT_... in the environment. Everything happens in order on a database of its own, with the clock at
    received_at; no provider is called. Out: http, became, inbound, status, reply, why.

    \b
    Example:
      KEPT_TWILIO_ACCOUNT_SID=AC... KEPT_TWILIO_AUTH_TOKEN=... kept replay < captured.jsonl
    """
    sys.exit(asyncio.run(_replay()))


async def _replay() -> int:
    click.echo("Setting the stage ...", err=True)
    async with stage(with_assistant=False, accounts=os.environ) as theatre:

        async def answer(lines: Sequence[Line]) -> Sequence[Answer]:
            return [await _answered(theatre, line) for line in lines]

        return int(await answer_together(answer, most=1))


async def _answered(theatre: Stage, line: Line) -> Answer:
    if line.asked is None:
        return refusal(line, line.error)
    try:
        path, request = captured(line.asked)
        return {"id": line.id, **await _sent(theatre, path, request)}
    except KeptError as error:
        return refusal(line, str(error))
    except Exception as error:  # one request that brings the service down must not end the others
        return surprise(line, error)


def captured(asked: Asked) -> tuple[str, WebhookRequest]:
    """The route and the request that a line holds; `Invalid` names what cannot be read."""
    provider = text_of(asked, "provider")
    if provider not in PATHS:
        raise Invalid("provider", "is not one that is served", remedy=f"Use one of {', '.join(PATHS)}.")
    method = text_of(asked, "method").upper()
    if not method.isascii() or not method.isalpha():
        raise Invalid("method", "is not a method", remedy="Write POST or GET.")
    return PATHS[provider], WebhookRequest(
        method=method,
        url=text_of(asked, "url"),
        headers=_headers(object_of(asked, "headers") or {}),
        body=_body(asked.get("body_base64")),
        received_at=_utc(instant_of(asked, "received_at")),
    )


def _headers(given: Asked) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in given.items():
        if not isinstance(value, str):
            raise Invalid("headers", "hold something that is not text")
        headers[name.lower()] = value
    return headers


def _body(given: Any) -> bytes:
    if given is None:
        return b""
    if not isinstance(given, str):
        raise Invalid("body_base64", "is not text")
    try:
        return base64.b64decode("".join(given.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid("body_base64", "is not base64") from error


def _utc(at: datetime) -> datetime:
    try:
        return at.astimezone(UTC)
    except OverflowError as error:
        raise Invalid("received_at", "lies outside the calendar") from error


async def _sent(theatre: Stage, path: str, request: WebhookRequest) -> Answer:
    """Send it over the real route at its time, and tell what the provider heard and what it became."""
    observed = Observed(url=request.url)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await theatre.app({**scope, "state": {"observed": observed}}, receive, send)

    theatre.clock.set(request.received_at)
    headers = [(_wire(name), _wire(value)) for name, value in request.headers.items()]
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://replay.internal") as http:
        answer = await http.request(request.method, path, headers=headers, content=request.body)
    return {"http": answer.status_code, **became(answer, observed)}


def _wire(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def became(answer: httpx.Response, observed: Observed) -> Answer:
    """Accepted, rejected or ignored; what was understood of it; whether the service answers; and why."""
    nothing: dict[str, Any] = {"inbound": None, "status": None, "reply": False}
    if answer.status_code >= 400:
        return {"became": "rejected", **nothing, "why": answer.text[:500]}
    why = "; ".join(one.why for one in observed.became if one.why)
    taken = [
        (event, one)
        for event, one in zip(observed.events, observed.became, strict=True)
        if one.kind not in NOTHING
    ]
    if not taken:
        return {"became": "ignored", **nothing, "why": why or "there is nothing in it for us"}
    told: dict[str, Any] = {"became": "accepted", **nothing}
    for event, one in taken:
        told["reply"] = told["reply"] or one.reply
        if isinstance(event, InboundMessage):
            told["inbound"] = _inbound(event)
        elif isinstance(event, DeliveryUpdate):
            told["status"] = {"provider_id": event.provider_id, "state": str(event.state)}
    return {**told, "why": why or ", ".join(one.kind for _, one in taken)}


def _inbound(event: InboundMessage) -> dict[str, str]:
    return {
        "channel": str(event.channel),
        "from": event.sender,
        "text": event.text,
        "provider_id": event.provider_id,
        "kind": str(event.kind),
    }
