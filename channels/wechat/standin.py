"""WeChat's token and message APIs as far as we call them, for tests, the demonstration and `kept play`."""

from __future__ import annotations

import json
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from channels.settings import WeChatSettings
from channels.testing import TAKEN_ANYWAY, Fault, Script, StandIn, Taken, fails_like
from channels.wechat.outbound import (
    CUSTOM_SEND,
    MEDIA_GET,
    QR_CREATE,
    STABLE_TOKEN,
    SUBSCRIBE_SEND,
    TEMPLATE_LIST,
    TEMPLATE_SEND,
)

_LASTS = 7200
_LONGEST_TEXT = 2048


class WeChatStandIn(StandIn):
    """Knows one account; `unsubscribed` and `unknown` are OpenIDs that it will not write to.

    To those in `closed`, whose 48 hours are over, it takes only templates: those in `templates` (id to content), and
    notices to those in `subscribed`, once for each time they are in there.
    """

    def __init__(self, settings: WeChatSettings) -> None:
        super().__init__()
        self._settings = settings
        self.unsubscribed: set[str] = set()
        self.unknown: set[str] = set()
        self.closed: set[str] = set()
        self.templates: dict[str, str] = {}
        self.subscribed: list[str] = []
        self.token_number = 1
        self.app = Starlette(
            routes=[
                Route(STABLE_TOKEN, self._stable_token, methods=["POST"]),
                Route(QR_CREATE, self._qr_create, methods=["POST"]),
                Route(MEDIA_GET, self._media_get),
                Route(CUSTOM_SEND, self._custom_send, methods=["POST"]),
                Route(TEMPLATE_SEND, self._template_send, methods=["POST"]),
                Route(SUBSCRIBE_SEND, self._subscribe_send, methods=["POST"]),
                Route(TEMPLATE_LIST, self._template_list),
            ]
        )

    def forget_token(self) -> None:
        """From now on the token that was given out is wrong, as when somebody renews it elsewhere."""
        self.token_number += 1

    async def _stable_token(self, request: Request) -> Response:
        self.calls.append("stable_token")
        asked = await request.json()
        if asked.get("appid") != self._settings.app_id:
            return _error(40013, "invalid appid")
        if asked.get("secret") != self._settings.app_secret:
            return _error(40125, "invalid appsecret")
        return JSONResponse({"access_token": self._token(), "expires_in": _LASTS})

    async def _qr_create(self, request: Request) -> Response:
        self.calls.append("qrcode/create")
        if request.query_params.get("access_token") != self._token():
            return _error(40001, "invalid credential, access_token is invalid or not latest")
        asked = json.loads(await request.body())
        ticket = f"ticket/{asked['action_info']['scene']['scene_str']}"
        return JSONResponse(
            {"ticket": ticket, "expire_seconds": asked["expire_seconds"], "url": "http://weixin.qq.com/q/1"}
        )

    async def _media_get(self, request: Request) -> Response:
        self.calls.append("media/get")
        if request.query_params.get("access_token") != self._token():
            return _error(40001, "invalid credential, access_token is invalid or not latest")
        body = self.files.get(request.query_params.get("media_id", ""))
        return Response(body) if body is not None else _error(40007, "invalid media_id")

    async def _custom_send(self, request: Request) -> Response:
        self.calls.append("custom/send")
        asked = json.loads(await request.body())
        kind = asked.get("msgtype")
        if kind == "text":
            text = asked["text"]["content"]
        elif kind == "msgmenu":
            text = asked["msgmenu"]["head_content"]
        else:
            return _error(40008, "invalid message type")
        return await self._take(request, asked, text, {})

    async def _template_send(self, request: Request) -> Response:
        self.calls.append("template/send")
        asked = json.loads(await request.body())
        doubled = any(taken.request.get("client_msg_id") == asked["client_msg_id"] for taken in self.taken)
        if doubled:
            return JSONResponse({"errcode": 0, "errmsg": "ok", "msgid": 0})
        return await self._take(request, asked, self._filled(asked), {"msgid": self.number()})

    async def _subscribe_send(self, request: Request) -> Response:
        self.calls.append("subscribe/bizsend")
        asked = json.loads(await request.body())
        if asked["touser"] not in self.subscribed:
            return _error(43101, "user refuse to accept the msg")
        self.subscribed.remove(asked["touser"])
        return await self._take(request, asked, self._filled(asked), {})

    def _filled(self, asked: dict[str, Any]) -> str:
        text = self.templates.get(asked["template_id"], "")
        for name, part in asked.get("data", {}).items():
            text = text.replace(f"{{{{{name}.DATA}}}}", str(part["value"]))
        return text

    async def _template_list(self, request: Request) -> Response:
        self.calls.append("get_all_private_template")
        if request.query_params.get("access_token") != self._token():
            return _error(40001, "invalid credential, access_token is invalid or not latest")
        listed = [{"template_id": name, "content": text} for name, text in self.templates.items()]
        return JSONResponse({"template_list": listed})

    async def _take(
        self, request: Request, asked: dict[str, Any], text: str, more: dict[str, Any]
    ) -> Response:
        if request.query_params.get("access_token") != self._token():
            return _error(40001, "invalid credential, access_token is invalid or not latest")
        script = self.next_fault()
        refusal = self._scripted(script) or self._refusal(asked, text)
        if refusal is not None:
            return refusal
        if script is None or script.fault in TAKEN_ANYWAY:
            provider_id = str(more.get("msgid", f"custom-{self.number()}"))
            self.taken.append(Taken(provider_id, asked["touser"], text, asked))
        return await fails_like(script) or JSONResponse({"errcode": 0, "errmsg": "ok"} | more)

    def _scripted(self, script: Script | None) -> Response | None:
        if script is not None and script.fault is Fault.BUSY:
            return _error(45009, "reach max api daily quota limit")
        if script is not None and script.fault is Fault.REFUSED:
            return _error(int(script.code), "refused")
        return None

    def _refusal(self, asked: dict[str, Any], text: str) -> Response | None:
        person = asked["touser"]
        if person in self.unsubscribed:
            return _error(43004, "require subscribe")
        if person in self.closed and "template_id" not in asked:
            return _error(45015, "response out of time limit or subscription is canceled")
        if "template_id" in asked and asked["template_id"] not in self.templates:
            return _error(40037, "invalid template_id")
        if person in self.unknown:
            return _error(40003, "invalid openid")
        if not text:
            return _error(44004, "empty content")
        if len(text.encode()) > _LONGEST_TEXT:
            return _error(45002, "content size out of limit")
        return None

    def _token(self) -> str:
        return f"{self.token_number}_stand-in-token"


def _error(code: int, message: str) -> Response:
    return JSONResponse({"errcode": code, "errmsg": f"{message} rid: 0-0-0"})
