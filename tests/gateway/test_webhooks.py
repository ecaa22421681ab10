"""Requests that are not the provider's, or not as it sends them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from core.messages import Channel
from gateway.api import webhooks
from storage.talk import Inbound
from storage.work import RefusedRequest
from tests.support.world import World


async def refused(world: World) -> dict[str, int]:
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(select(RefusedRequest))
        return {row.cause: row.count for row in rows}


@pytest.mark.parametrize(
    ("change", "status", "cause"),
    [
        (
            lambda request: replace(request, headers={**request.headers, "x-twilio-signature": "x"}),
            403,
            "forged",
        ),
        (lambda request: replace(request, body=request.body + b"&Body=more"), 403, "forged"),
        (lambda request: replace(request, body=request.body[:40]), 403, "forged"),
        (lambda request: replace(request, body=b"a=" + b"x" * 400_000), 413, "too_large"),
    ],
)
async def test_forged_changed_truncated_or_oversized_requests_are_refused_and_counted(
    world: World, change: object, status: int, cause: str
) -> None:
    genuine = world.stage.providers.genuine[Channel.SMS]
    request = genuine.text("hello", sender="+13125550001", at=world.stage.clock.now(), number=5)

    answer = await world.stage.post(change(request))  # type: ignore[operator]  # a table of small functions

    assert answer.status_code == status
    assert await world.count(Inbound) == 0
    assert await refused(world) == {cause: 1}


async def test_a_signature_for_another_address_is_refused(world: World) -> None:
    genuine = world.stage.providers.genuine[Channel.SMS]
    request = genuine.text("hello", sender="+13125550001", at=world.stage.clock.now(), number=5)

    answer = await world.stage.post(replace(request, url=request.url + "?x=1"))

    assert answer.status_code == 403


@pytest.mark.parametrize("goes_away", [True, False])
async def test_a_request_that_does_not_come_whole_is_let_go(
    world: World, monkeypatch: pytest.MonkeyPatch, goes_away: bool
) -> None:
    monkeypatch.setattr(webhooks, "PATIENCE", 0.2)
    coming: list[dict[str, object]] = [{"type": "http.request", "body": b"Body=I+will", "more_body": True}]
    heard: list[int] = []

    async def receive() -> Any:
        if coming:
            return coming.pop()
        if not goes_away:
            await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        heard.extend([message["status"]] if message["type"] == "http.response.start" else [])

    scope = {"type": "http", "method": "POST", "path": "/twilio/sms", "query_string": b"", "headers": []}
    await world.stage.app(
        scope | {"raw_path": b"/twilio/sms", "root_path": "", "scheme": "http"}, receive, send
    )

    assert heard == [408]
    assert await world.count(Inbound) == 0


async def test_the_assistants_route_is_closed_without_the_shared_token(world: World) -> None:
    answer = await world.stage.http.post("/internal/actions", json={"next_action": "action_answer"})

    assert answer.status_code == 401
