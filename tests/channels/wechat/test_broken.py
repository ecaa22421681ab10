"""Pushes that WeChat would not write: broken seals, fields, XML and encodings."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from channels.base import Forged, Malformed, WebhookRequest
from channels.settings import WeChatMode
from channels.wechat.codec import signature
from tests.channels.kits import NOW, PUBLIC_URL, WECHAT
from tests.channels.payloads import became
from tests.channels.wechat.pushes import EXPECTED, MODES, adapter, captured, push


def _sealed(encrypted: str) -> WebhookRequest:
    timestamp, nonce = str(int(NOW.timestamp())), "1"
    seal = signature(WECHAT.token, timestamp, nonce, encrypted)
    query = {"timestamp": timestamp, "nonce": nonce, "encrypt_type": "aes", "msg_signature": seal}
    body = f"<xml><ToUserName>gh</ToUserName><Encrypt>{encrypted}</Encrypt></xml>".encode()
    return WebhookRequest(
        "POST", f"{PUBLIC_URL}/wechat?{urlencode(query)}", {"content-type": "text/xml"}, body, NOW
    )


@pytest.mark.parametrize("encrypted", ["", "!", "AAAA", "A" * 43 + "=", "A" * 64, "A" * 86 + "=="])
def test_a_rightly_signed_seal_over_rubbish_is_refused(encrypted: str) -> None:
    with pytest.raises(Malformed):
        adapter().receive(_sealed(encrypted))


def _gone(xml: str, name: str) -> str:
    return re.sub(rf"<{name}>.*?</{name}>", "", xml)


@pytest.mark.parametrize(
    "xml",
    [
        _gone(captured("text"), "FromUserName"),
        _gone(captured("text"), "CreateTime"),
        _gone(captured("text"), "MsgType"),
        _gone(captured("text"), "MsgId"),
        _gone(captured("text"), "Content"),
        _gone(captured("text"), "ToUserName"),
        _gone(captured("subscribe"), "Event"),
        _gone(captured("template_delivered"), "MsgID"),
        captured("text").replace("24600000000000001", "1; drop"),
        captured("text").replace("1778688300", "yesterday"),
        captured("text").replace("oAbc", "o Abc'"),
        captured("text").replace("</xml>", "<Content>no</Content></xml>"),
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_a_push_with_a_broken_field_is_refused(xml: str, mode: WeChatMode) -> None:
    with pytest.raises((Malformed, Forged)):
        adapter(mode).receive(push(xml, mode))


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "x",
        "<xml>",
        "<xml></xml>",
        "<other/>",
        '<xml xmlns="urn:x"></xml>',
        LAUGHS + "<xml><Content>&b;</Content></xml>",
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><Content>&f;</Content></xml>',
        '<!DOCTYPE xml SYSTEM "http://127.0.0.1:9/x.dtd"><xml/>',
        "<xml>" + "<a>" * 8_000 + "</a>" * 8_000 + "</xml>",
        "<xml>" + "<a/>" * 15_000 + "</xml>",
        "<xml><Content>\x01</Content></xml>",
        "<xml><Content>&#0;</Content></xml>",
        "<xml><Content>&#xD800;</Content></xml>",
        '{"ToUserName": "gh_0123456789ab"}',
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_xml_that_wechat_would_not_write_is_refused(xml: str, mode: WeChatMode) -> None:
    with pytest.raises((Malformed, Forged)):
        adapter(mode).receive(push(xml, mode))


def test_a_body_in_another_encoding_is_refused_whatever_it_declares() -> None:
    request = push(captured("text"), WeChatMode.PLAIN)
    for body in (
        captured("text").encode("gbk"),
        b'<?xml version="1.0" encoding="utf-16"?>' + b"\xff\xfe<\x00",
    ):
        broken = replace(request, body=body)
        with pytest.raises(Malformed):
            adapter(WeChatMode.PLAIN).receive(broken)


def test_a_declared_encoding_does_not_change_how_utf8_is_read() -> None:
    xml = '<?xml version="1.0" encoding="gbk"?>' + captured("text")

    assert became(adapter(WeChatMode.PLAIN).receive(push(xml, WeChatMode.PLAIN))) == EXPECTED["text"]
