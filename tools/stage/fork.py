"""One assistant for several stages: what it asks back goes to the stage whose conversation it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.rasa import Rasa


@dataclass
class Fork:
    """An application that hands each call of an action to the service that `whose` names for its conversation."""

    whose: dict[str, ASGIApp]

    def rasa(self, app: ASGIApp, url: str, token: str) -> Rasa:
        """The assistant at `url` as the service `app` sees it: its conversations are noted here."""
        return _Noted(self, app, url, token)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the call, find whose it is, and let that service answer it."""
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message["type"] == "http.request" and message.get("more_body", False)
        app = self.whose.get(_conversation(body))
        if app is None:
            await JSONResponse({"error": "no stage has this conversation"}, 404)(scope, receive, send)
            return

        async def again() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        await app(scope, again, send)


def _conversation(body: bytes) -> str:
    try:
        call = json.loads(body)
    except ValueError:
        return ""
    return str(call.get("sender_id") or "") if isinstance(call, dict) else ""


class _Noted(Rasa):
    """The assistant's address, with a note of whose each conversation is."""

    def __init__(self, fork: Fork, app: ASGIApp, url: str, token: str) -> None:
        super().__init__(url, token)
        self._fork, self._app = fork, app

    async def converse(self, sender: str, text: str, metadata: dict[str, Any]) -> None:
        self._fork.whose[sender] = self._app
        await super().converse(sender, text, metadata)
