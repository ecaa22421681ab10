"""Telegram's Bot API as far as we call it, for tests, the demonstration and `kept play`."""

from __future__ import annotations

import json
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from channels.settings import TelegramSettings
from channels.testing import TAKEN_ANYWAY, Fault, StandIn, Taken, fails_like

_LONGEST_TEXT = 4096


class TelegramStandIn(StandIn):
    """Knows one bot; `blocked` are the chats whose people blocked it, `unknown` those that do not exist."""

    def __init__(self, settings: TelegramSettings) -> None:
        super().__init__()
        self._token = settings.bot_token
        self.blocked: set[str] = set()
        self.unknown: set[str] = set()
        self.elsewhere = ""
        self.url = ""
        self.secret = ""
        self.updates: list[str] = []
        self.app = Starlette(
            routes=[
                Route("/bot{token}/{method}", self._call, methods=["POST", "GET"]),
                Route("/file/bot{token}/files/{file}", self._file),
            ],
        )

    async def _call(self, request: Request) -> Response:
        if request.path_params["token"] != self._token:
            return _error(401, "Unauthorized")
        method = request.path_params["method"]
        self.calls.append(method)
        form = {name: str(value) for name, value in (await request.form()).items()}
        if method == "getMe":
            bot_id = int(self._token.partition(":")[0])
            return _ok({"id": bot_id, "is_bot": True, "first_name": "Kept", "username": "kept_bot"})
        if method == "getWebhookInfo":
            told = {"url": self.url, "has_custom_certificate": False, "pending_update_count": 0}
            return _ok(told | ({"allowed_updates": self.updates} if self.updates else {}))
        if method == "setWebhook":
            self.url, self.secret = form.get("url", ""), form.get("secret_token", "")
            self.updates = json.loads(form.get("allowed_updates") or "[]")
            return _ok(True)
        if method == "getFile":
            return self._get_file(form.get("file_id", ""))
        if method != "sendMessage":
            return _error(404, "Not Found")
        return await self._send_message(form)

    def _get_file(self, file_id: str) -> Response:
        if file_id not in self.files:
            return _error(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        path = self.elsewhere or f"files/{file_id}"
        return _ok({"file_id": file_id, "file_unique_id": "u", "file_path": path})

    async def _file(self, request: Request) -> Response:
        if request.path_params["token"] != self._token:
            return _error(401, "Unauthorized")
        return Response(self.files[request.path_params["file"]])

    async def _send_message(self, form: dict[str, str]) -> Response:
        script = self.next_fault()
        if script is not None and script.fault is Fault.BUSY:
            after = {"retry_after": script.after}
            return _error(429, f"Too Many Requests: retry after {script.after}", parameters=after)
        if script is not None and script.fault is Fault.REFUSED:
            return _error(400, f"Bad Request: {script.code}")
        refusal = self._refusal(form)
        if refusal is not None:
            return refusal
        if script is None or script.fault in TAKEN_ANYWAY:
            self._take(form)
        return await fails_like(script) or _ok(self._message(form))

    def _refusal(self, form: dict[str, str]) -> Response | None:
        chat, text = form.get("chat_id", ""), form.get("text", "")
        if not chat.lstrip("-").isdecimal() or chat in self.unknown:
            return _error(400, "Bad Request: chat not found")
        if chat in self.blocked:
            return _error(403, "Forbidden: bot was blocked by the user")
        if not text.strip():
            return _error(400, "Bad Request: message text is empty")
        if len(text) > _LONGEST_TEXT:
            return _error(400, "Bad Request: message is too long")
        return None

    def _take(self, form: dict[str, str]) -> None:
        request: dict[str, Any] = dict(form)
        provider_id = f"{form['chat_id']}:{self.number()}"
        self.taken.append(Taken(provider_id, form["chat_id"], form["text"], request))

    def _message(self, form: dict[str, str]) -> dict[str, Any]:
        chat = int(form["chat_id"])
        number = int(self.taken[-1].provider_id.rpartition(":")[2])
        sent = {"message_id": number, "date": 1_779_000_000, "text": form["text"]}
        return sent | {"chat": {"id": chat, "type": "private", "first_name": "Grace"}}


def _ok(result: object) -> Response:
    return JSONResponse({"ok": True, "result": result})


def _error(code: int, description: str, **more: object) -> Response:
    return JSONResponse(
        {"ok": False, "error_code": code, "description": description, **more}, status_code=code
    )
