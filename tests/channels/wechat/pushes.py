"""Pushes as WeChat makes them, in every mode, and how ours are read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from wechatpy.crypto import WeChatCrypto

from channels.base import WebhookRequest
from channels.settings import WeChatMode
from channels.wechat.adapter import WeChat
from channels.wechat.codec import encrypt, signature
from channels.wechat.genuine import WeChatGenuine
from channels.wechat.tokens import OneProcess
from core.clock import SetClock
from core.messages import DeliveryUpdate, InboundMessage
from tests.channels.kits import NOW, PUBLIC_URL, WECHAT

PAYLOADS = Path(__file__).parent / "payloads"
EXPECTED: dict[str, tuple[object, ...]] = {
    "click": ("button", "停止"),
    "image": ("image", ""),
    "kf_create_session": ("ignored",),
    "link": ("text", "转账凭证\n已付款\nhttps://bank.example/r/1"),
    "location": ("location", ""),
    "location_event": ("ignored",),
    "masssendjobfinish": ("ignored",),
    "miniprogrampage": ("ignored",),
    "scan": ("joined", ""),
    "scancode_waitmsg": ("ignored",),
    "shortvideo": ("video", ""),
    "subscribe": ("joined", ""),
    "subscribe_by_scan": ("joined", ""),
    "subscription_message_delivered": ("delivered", None),
    "subscription_popup": ("ignored",),
    "template_delivered": ("delivered", None),
    "template_failed": ("failed", "systemfailed"),
    "template_refused_by_the_person": ("failed", "userblock"),
    "text": ("text", "周五还500块"),
    "text_from_menu": ("button", "好的"),
    "text_in_place_of_a_sticker": ("sticker", ""),
    "text_traditional": ("text", "下個月五號還一萬八 & <可以嗎>"),
    "unsubscribe": ("left", ""),
    "user_authorization_revoke": ("ignored",),
    "video": ("video", ""),
    "view": ("ignored",),
    "voice": ("voice", ""),
    "voice_recognised": ("voice", "我星期五还"),
}
MODES = list(WeChatMode)
AES_KEY = WECHAT.aes_key or ""
ORACLE = WeChatCrypto(WECHAT.token, AES_KEY, WECHAT.app_id)


def adapter(mode: WeChatMode = WeChatMode.SAFE, **settings: Any) -> WeChat:
    return WeChat(replace(WECHAT, mode=mode, **settings), clock=SetClock(NOW), tokens=OneProcess())


def genuine(mode: WeChatMode = WeChatMode.SAFE, **settings: Any) -> WeChatGenuine:
    return WeChatGenuine(replace(WECHAT, mode=mode, **settings), public_url=PUBLIC_URL)


def captured(name: str) -> str:
    return (PAYLOADS / f"{name}.xml").read_text()


def push(xml: str, mode: WeChatMode = WeChatMode.SAFE) -> WebhookRequest:
    """`xml` as WeChat would push it in `mode`, signed and all."""
    timestamp, nonce = str(int(NOW.timestamp())), "1508463325"
    query = {
        "signature": signature(WECHAT.token, timestamp, nonce),
        "timestamp": timestamp,
        "nonce": nonce,
        "openid": "oAbc000000000000000000000142",
    }
    body = xml
    if mode is not WeChatMode.PLAIN:
        sealed = encrypt(xml, aes_key=AES_KEY, app_id=WECHAT.app_id, random=b"0123456789abcdef")
        shown = f"<ToUserName><![CDATA[{WECHAT.original_id}]]></ToUserName><Encrypt><![CDATA[{sealed}]]></Encrypt>"
        body = f"<xml>{shown}</xml>"
        if mode is WeChatMode.COMPATIBLE:
            body = xml.replace("</xml>", f"<Encrypt><![CDATA[{sealed}]]></Encrypt></xml>")
        seal = signature(WECHAT.token, timestamp, nonce, sealed)
        query |= {"encrypt_type": "aes", "msg_signature": seal}
    url = f"{PUBLIC_URL}/wechat?{urlencode(query)}"
    return WebhookRequest("POST", url, {"content-type": "text/xml"}, body.encode(), NOW)


def requery(request: WebhookRequest, **changes: str | None) -> WebhookRequest:
    """The same push with parameters changed, or left out where None."""
    base, _, query = request.url.partition("?")
    changed = {name: value for name, value in (dict(parse_qsl(query)) | changes).items() if value is not None}
    return replace(request, url=f"{base}?{urlencode(changed)}")


def arrives(xml: str) -> InboundMessage:
    [event] = adapter().receive(push(xml)).events
    assert isinstance(event, InboundMessage)
    return event


def told(name: str) -> DeliveryUpdate:
    [event] = adapter().receive(push(captured(name))).events
    assert isinstance(event, DeliveryUpdate)
    return event
