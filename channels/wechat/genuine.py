"""Pushes as WeChat sends them, in clear or encrypted, for tests, the demonstration and `kept play`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlencode
from xml.sax.saxutils import escape

from channels.base import WebhookRequest
from channels.settings import WeChatMode, WeChatSettings
from channels.wechat.codec import encrypt, signature
from core.messages import Kind

_CONTENTS: dict[Kind, dict[str, str]] = {
    Kind.IMAGE: {"MsgType": "image", "PicUrl": "http://mmbiz.qpic.cn/mmbiz_jpg/1/0", "MediaId": "m-1"},
    Kind.VOICE: {"MsgType": "voice", "MediaId": "m-2", "Format": "amr"},
    Kind.VIDEO: {"MsgType": "video", "MediaId": "m-3", "ThumbMediaId": "m-4"},
    Kind.FILE: {"MsgType": "file", "MediaId": "m-5"},
    Kind.STICKER: {"MsgType": "text", "Content": "【收到不支持的消息类型，暂无法显示】"},
    Kind.LOCATION: {
        "MsgType": "location",
        "Location_X": "23.134521",
        "Location_Y": "113.358803",
        "Scale": "20",
        "Label": "",
    },
}


class WeChatGenuine:
    """Writes what WeChat would push to our address, in the mode of the settings."""

    def __init__(self, settings: WeChatSettings, *, public_url: str) -> None:
        self._settings = settings
        self._url = f"{public_url}/wechat"

    def push(
        self, fields: Mapping[str, str], *, at: datetime, mode: WeChatMode | None = None
    ) -> WebhookRequest:
        """Any push: `fields` as WeChat's XML."""
        mode = mode or self._settings.mode
        clear = _xml(fields)
        body = clear if mode is WeChatMode.PLAIN else self._sealed(fields, clear, at, mode)
        query = self._query(at, body)
        if mode is not WeChatMode.PLAIN:
            encrypted = body.partition("<Encrypt><![CDATA[")[2].partition("]]>")[0]
            seal = signature(self._settings.token, query["timestamp"], query["nonce"], encrypted)
            query |= {"openid": fields["FromUserName"], "encrypt_type": "aes", "msg_signature": seal}
        url = f"{self._url}?{urlencode(query)}"
        return WebhookRequest("POST", url, {"content-type": "text/xml"}, body.encode(), at)

    def verification(self, echo: str, *, at: datetime) -> WebhookRequest:
        """WeChat's question by GET when the address is set."""
        query = self._query(at, echo) | {"echostr": echo}
        return WebhookRequest("GET", f"{self._url}?{urlencode(query)}", {}, b"", at)

    def text(self, text: str, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        content = {"MsgType": "text", "Content": text, "MsgId": _msg_id(number)}
        return self.push(self._envelope(sender, at) | content, at=at)

    def media(
        self, kind: Kind, *, sender: str, at: datetime, number: int, caption: str = ""
    ) -> WebhookRequest:
        """WeChat's files have no captions; of a voice message WeChat may tell the words."""
        content = _CONTENTS[kind] | {"MsgId": _msg_id(number)}
        if kind is Kind.VOICE and caption:
            content["Recognition"] = caption
        return self.push(self._envelope(sender, at) | content, at=at)

    def event(self, name: str, *, sender: str, at: datetime, key: str = "") -> WebhookRequest:
        """Something that the person did without writing."""
        content = {"MsgType": "event", "Event": name, "EventKey": key}
        return self.push(self._envelope(sender, at) | content, at=at)

    def delivered(
        self, provider_id: str, *, sender: str, at: datetime, status: str = "success"
    ) -> WebhookRequest:
        """What became of a template message: `success`, `failed:user block` or `failed: system failed`."""
        content = {
            "MsgType": "event",
            "Event": "TEMPLATESENDJOBFINISH",
            "MsgID": provider_id,
            "Status": status,
        }
        return self.push(self._envelope(sender, at) | content, at=at)

    def left(self, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        del number
        return self.event("unsubscribe", sender=sender, at=at)

    def joined(self, *, sender: str, at: datetime, number: int, binding: str = "") -> WebhookRequest:
        del number
        return self.event("subscribe", sender=sender, at=at, key=f"qrscene_{binding}" if binding else "")

    def _envelope(self, sender: str, at: datetime) -> dict[str, str]:
        own = self._settings.original_id
        return {"ToUserName": own, "FromUserName": sender, "CreateTime": str(int(at.timestamp()))}

    def _query(self, at: datetime, body: str) -> dict[str, str]:
        timestamp, nonce = str(int(at.timestamp())), str(int(sha256(body.encode()).hexdigest()[:8], 16))
        signed = signature(self._settings.token, timestamp, nonce)
        return {"signature": signed, "timestamp": timestamp, "nonce": nonce}

    def _sealed(self, fields: Mapping[str, str], clear: str, at: datetime, mode: WeChatMode) -> str:
        assert self._settings.aes_key is not None
        random = sha256(f"{at.isoformat()}{clear}".encode()).digest()[:16]
        sealed = encrypt(clear, aes_key=self._settings.aes_key, app_id=self._settings.app_id, random=random)
        shown = dict(fields) if mode is WeChatMode.COMPATIBLE else {"ToUserName": fields["ToUserName"]}
        return _xml(shown | {"Encrypt": sealed})


def _xml(fields: Mapping[str, str]) -> str:
    return f"<xml>{''.join(_field(name, value) for name, value in fields.items())}</xml>"


def _field(name: str, value: str) -> str:
    if name in ("CreateTime", "MsgId", "MsgID"):
        return f"<{name}>{escape(value)}</{name}>"
    return f"<{name}><![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]></{name}>"


def _msg_id(number: int) -> str:
    return str(24_000_000_000_000_000 + number)
