"""WeChat's push address and its APIs for customer-service and template messages.

WeChat waits five seconds and then asks twice more, so every push is answered `success` at once; what we
have to say goes over the API. The token never travels in a log: see `channels.registry`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import httpx

from channels.base import (
    Forged,
    Malformed,
    OutcomeUnknown,
    Rejected,
    SendFailed,
    TryLater,
    WebhookAnswer,
    WebhookRequest,
)
from channels.health import Finding, Known, asked, clock_at
from channels.media import Fetched, Unwanted, download, recognise
from channels.settings import WeChatMode, WeChatSettings
from channels.transport import LIMITS, TIMEOUT, answer_of, call, seconds_left
from channels.wechat.codec import decrypt, read_xml, signature
from channels.wechat.inbound import MEDIA_SCHEME, event
from channels.wechat.outbound import (
    MEDIA_GET,
    QR_CREATE,
    SHOW_QR,
    STABLE_TOKEN,
    STALE_TOKEN,
    TEMPLATE_LIST,
    failed,
    request_of,
)
from channels.wechat.tokens import Token, TokenStore
from channels.wire import (
    bounded,
    one_each,
    read_query,
    read_text,
    require_content_type,
    require_token,
    same_secret,
)
from core.clock import Clock
from core.errors import NotFound, Unavailable
from core.messages import Channel, Ignored, Media, OutboundMessage, Receipt

# How far a push's timestamp may lie from our clock. WeChat's three tries take fifteen seconds; five minutes
# leave room for clocks that differ, as WeChat's own pay API does. In plain mode the signature does not cover
# the body, so whoever overhears one push could write others with its query: not for longer than this.
WINDOW = timedelta(minutes=5)

_ECHO = re.compile(r"[\x21-\x7e]{1,512}")


class WeChat:
    """One service account."""

    name = "wechat"
    channel = Channel.WECHAT

    def __init__(
        self, settings: WeChatSettings, *, clock: Clock, tokens: TokenStore, timeout: httpx.Timeout = TIMEOUT
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._tokens = tokens
        self._client = httpx.AsyncClient(timeout=timeout, limits=LIMITS)

    @property
    def can_send(self) -> bool:
        """Whether an access token can be had."""
        return self._settings.app_secret is not None

    def receive(self, request: WebhookRequest) -> WebhookAnswer:
        bounded(request)
        query = one_each(read_query(request))
        self._require_fresh(request, query)
        if request.method == "GET":
            return self._verification(query)
        if request.method != "POST":
            raise Malformed("WeChat calls by POST, and by GET to verify the address.")
        require_content_type(request, "text/xml", "application/xml")
        fields = self._authentic(read_text(request.body), query)
        found = event(fields, original_id=self._settings.original_id, received_at=request.received_at)
        return WebhookAnswer([found], body=b"success")

    async def send(self, message: OutboundMessage) -> Receipt:
        seconds_left(message, self._clock.now())
        path, content = request_of(message)
        answer = await self._authorised(path, content, by_subscription=message.by_subscription)
        # A customer-service message or a subscribed notice gets no id from WeChat; ours names it then.
        return Receipt(provider_id=str(answer.get("msgid") or message.key))

    async def invitation(self, token: str) -> str:
        """The picture of a QR code with `token` as its scene, for 30 days; see `channels.base.Inviting`."""
        asked = {
            "expire_seconds": 30 * 24 * 3600,
            "action_name": "QR_STR_SCENE",
            "action_info": {"scene": {"scene_str": require_token(token)}},
        }
        answer = await self._authorised(QR_CREATE, asked)
        return f"{SHOW_QR}?{urlencode({'ticket': str(answer.get('ticket', ''))})}"

    async def examine(self) -> Sequence[Finding]:
        """Whether WeChat gives us a token; see `channels.health.Examined`."""
        return await asked(self._examine)

    async def _examine(self) -> Sequence[Finding]:
        if not self.can_send:
            return [Finding(False, "Nothing can be sent.", "Set KEPT_WECHAT_APP_SECRET.")]
        try:
            await self._token()
        except Rejected as error:
            return [Finding(False, f"WeChat gives no access token ({error.code}).", error.remedy)]
        there = await clock_at(self._client, self._settings.api, self._clock.now())
        return [Finding(True, "WeChat gives an access token."), there]

    async def template(self, template_id: str) -> Known | None:
        """A template of the account's list; see `channels.health.Templated`. WeChat leaves out those of a category."""
        answer = await self._listed()
        for listed in answer.get("template_list") or []:
            if isinstance(listed, dict) and listed.get("template_id") == template_id:
                return Known(True, str(listed.get("content", "")))
        return None

    async def _listed(self) -> dict[str, Any]:
        token = await self._token()
        url = f"{self._settings.api}{TEMPLATE_LIST}"
        answer = answer_of(await call(self._client, "GET", url, params={"access_token": token}))
        if answer.get("errcode"):
            raise failed(_code(answer))
        return answer

    async def fetch(self, media: Media) -> Fetched:
        """A file that came with a message; see `channels.media.MediaSource`. WeChat keeps it three days."""
        if not media.url.startswith(MEDIA_SCHEME):
            raise Unwanted("The file is not WeChat's.")
        media_id = media.url.removeprefix(MEDIA_SCHEME)
        try:
            token = await self._token()
            body = await self._file(media_id, token)
            if _refusal(body) in STALE_TOKEN:
                body = await self._file(media_id, await self._token(not_this=token))
        except SendFailed:
            raise Unavailable("WeChat gave no access token.") from None
        if _refusal(body) is not None:
            raise NotFound("WeChat has dropped the file, or does not hand it over.")
        return recognise(body)

    async def _file(self, media_id: str, token: str) -> bytes:
        own, asked = f"{self._settings.api}{MEDIA_GET}", {"access_token": token, "media_id": media_id}
        return await download(self._client, own, is_own=lambda url: str(url).startswith(own), params=asked)

    async def aclose(self) -> None:
        await self._client.aclose()

    def _require_fresh(self, request: WebhookRequest, query: dict[str, str]) -> None:
        timestamp = query.get("timestamp", "")
        if not re.fullmatch(r"[0-9]{1,11}", timestamp):
            raise Forged("The push has no time.")
        if abs(request.received_at.timestamp() - int(timestamp)) > WINDOW.total_seconds():
            raise Forged("The push is too old or ahead of time.", remedy="Check this machine's clock.")

    def _require_signature(self, query: dict[str, str], name: str, *more: str) -> None:
        expected = signature(self._settings.token, query["timestamp"], query.get("nonce", ""), *more)
        if not same_secret(query.get(name, ""), expected):
            raise Forged(f"WeChat's {name} is missing or wrong.", remedy="Check KEPT_WECHAT_TOKEN.")

    def _verification(self, query: dict[str, str]) -> WebhookAnswer:
        self._require_signature(query, "signature")
        if not _ECHO.fullmatch(query.get("echostr", "")):
            raise Malformed("There is nothing to echo.")
        return WebhookAnswer([Ignored("WeChat verifies the address")], body=query["echostr"].encode())

    def _authentic(self, body: str, query: dict[str, str]) -> dict[str, str]:
        mode, aes_key = self._settings.mode, self._settings.aes_key
        sealed = query.get("encrypt_type", "raw") != "raw" or "msg_signature" in query
        if not sealed:
            if mode is WeChatMode.SAFE:
                raise Forged("The message came in clear, and only encrypted ones are taken.")
            self._require_signature(query, "signature")
        fields = read_xml(body)
        if not sealed and "Encrypt" not in fields:
            return fields
        if mode is WeChatMode.PLAIN or aes_key is None:
            raise Malformed("The message is encrypted.", remedy="Set KEPT_WECHAT_MODE as at WeChat.")
        if "Encrypt" not in fields:
            raise Malformed("Encrypt is missing.")
        if "signature" in query:
            self._require_signature(query, "signature")
        # Also in compatible mode only the encrypted copy counts: nothing vouches for the clear one.
        self._require_signature(query, "msg_signature", fields["Encrypt"])
        return read_xml(decrypt(fields["Encrypt"], aes_key=aes_key, app_id=self._settings.app_id))

    async def _token(self, *, not_this: str | None = None) -> str:
        token = await self._tokens.token(now=self._clock.now(), fetch=self._fetch, not_this=not_this)
        return token.value

    async def _fetch(self) -> Token:
        """A token by stable_token in its ordinary mode, which never ends the token of another process."""
        if self._settings.app_secret is None:
            raise Rejected("KEPT_WECHAT_APP_SECRET is missing.", code="secret", remedy="Set it to send.")
        asked = {
            "grant_type": "client_credential",
            "appid": self._settings.app_id,
            "secret": self._settings.app_secret,
            "force_refresh": False,
        }
        url = f"{self._settings.api}{STABLE_TOKEN}"
        try:
            answer = answer_of(await call(self._client, "POST", url, json=asked))
        except OutcomeUnknown as unknown:
            raise TryLater("WeChat gave no access token.", code=unknown.code) from None
        value, lasts = answer.get("access_token"), answer.get("expires_in")
        if not isinstance(value, str) or not isinstance(lasts, int):
            raise failed(_code(answer) or -1)
        return Token(value, self._clock.now() + timedelta(seconds=lasts))

    async def _authorised(
        self, path: str, content: dict[str, Any], *, by_subscription: bool = False
    ) -> dict[str, Any]:
        """One call, and one more with a new token where WeChat has forgotten the old."""
        token = await self._token()
        answer = await self._post(path, content, token)
        if answer["errcode"] in STALE_TOKEN:
            answer = await self._post(path, content, await self._token(not_this=token))
        if answer["errcode"] != 0:
            raise failed(answer["errcode"], by_subscription=by_subscription)
        return answer

    async def _post(self, path: str, content: dict[str, Any], token: str) -> dict[str, Any]:
        response = await call(
            self._client,
            "POST",
            f"{self._settings.api}{path}",
            params={"access_token": token},
            # WeChat shows escaped characters as they are written.
            content=json.dumps(content, ensure_ascii=False).encode(),
            headers={"content-type": "application/json; charset=utf-8"},
        )
        answer = answer_of(response)
        return answer | {"errcode": _code(answer)}


def _refusal(body: bytes) -> int | None:
    """The errcode that WeChat sends in place of a file."""
    if not body.startswith(b"{"):
        return None
    try:
        code = json.loads(body)["errcode"]
    except (ValueError, KeyError, TypeError):
        return -1
    return code if isinstance(code, int) else -1


def _code(answer: dict[str, Any]) -> int:
    code = answer.get("errcode", 0 if {"access_token", "ticket"} & answer.keys() else None)
    if not isinstance(code, int):
        raise OutcomeUnknown("WeChat's answer holds no errcode.")
    return code
