"""One assistant for several stages: each call of an action comes to the stage whose conversation it is."""

from __future__ import annotations

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from tools.stage.fork import Fork


class Service:
    """A service that says its name and what it was asked."""

    def __init__(self, name: str) -> None:
        self.name = name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = await Request(scope, receive).json()
        await JSONResponse({"by": self.name, "of": asked["sender_id"]})(scope, receive, send)


FORK = Fork({"first": Service("one"), "second": Service("two")})


async def call(**body: object) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(FORK), base_url="http://fork.test") as client:
        return await client.post("/internal/actions", json=body)


@pytest.mark.parametrize(("conversation", "service"), [("first", "one"), ("second", "two")])
async def test_a_call_comes_whole_to_the_service_of_its_conversation(conversation: str, service: str) -> None:
    answer = await call(sender_id=conversation)

    assert answer.json() == {"by": service, "of": conversation}


@pytest.mark.parametrize("body", [{"sender_id": "third"}, {}])
async def test_a_conversation_of_nobody_is_refused(body: dict[str, object]) -> None:
    assert (await call(**body)).status_code == 404
