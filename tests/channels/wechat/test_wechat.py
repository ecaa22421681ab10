"""WeChat's pushes, one by one, in every mode."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from wechatpy import parse_message
from wechatpy.crypto import WeChatCrypto

from channels.base import Forged, Malformed, Refused, WebhookRequest
from channels.settings import WeChatMode
from channels.wechat.adapter import WINDOW, WeChat
from channels.wechat.codec import decrypt, encrypt, signature
from channels.wechat.genuine import WeChatGenuine
from channels.wechat.tokens import OneProcess
from core.clock import SetClock
from core.messages import DeliveryUpdate, InboundMessage
from tests.channels.kits import NOW, PUBLIC_URL, WECHAT
from tests.channels.payloads import became, names

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


def test_every_captured_push_has_its_expectation() -> None:
    assert names(PAYLOADS) == sorted(EXPECTED)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_captured_push_becomes_what_it_says_in_every_mode(name: str, mode: WeChatMode) -> None:
    answer = adapter(mode).receive(push(captured(name), mode))

    assert became(answer) == EXPECTED[name]
    assert answer.body == b"success"


def test_compatible_mode_takes_messages_in_clear_too() -> None:
    assert (
        became(adapter(WeChatMode.COMPATIBLE).receive(push(captured("text"), WeChatMode.PLAIN)))[0] == "text"
    )


def test_safe_mode_takes_no_message_in_clear() -> None:
    with pytest.raises(Forged):
        adapter(WeChatMode.SAFE).receive(push(captured("text"), WeChatMode.PLAIN))


def test_plain_mode_takes_no_encrypted_message() -> None:
    with pytest.raises(Malformed):
        adapter(WeChatMode.PLAIN, aes_key=None).receive(push(captured("text")))


def test_of_a_message_that_came_in_clear_and_encrypted_only_the_encrypted_counts() -> None:
    request = push(captured("text"), WeChatMode.COMPATIBLE)
    changed = replace(request, body=request.body.replace(b"500", b"900"))

    assert became(adapter(WeChatMode.COMPATIBLE).receive(changed)) == ("text", "周五还500块")


def test_a_sealed_push_whose_own_signature_is_wrong_is_forged() -> None:
    with pytest.raises(Forged):
        adapter().receive(requery(push(captured("text")), signature="0" * 40))


@pytest.mark.parametrize("dropped", [("msg_signature",), ("msg_signature", "encrypt_type")])
def test_nobody_can_drop_the_seal_to_have_the_clear_copy_read(dropped: tuple[str, ...]) -> None:
    request = requery(push(captured("text"), WeChatMode.COMPATIBLE), **dict.fromkeys(dropped))

    with pytest.raises(Forged):
        adapter(WeChatMode.COMPATIBLE).receive(request)


def test_a_message_carries_who_to_whom_when_and_its_id() -> None:
    message = arrives(captured("text"))

    assert (message.sender, message.recipient) == ("oAbc000000000000000000000142", "gh_0123456789ab")
    assert message.provider_id == "24600000000000001"
    assert message.sent_at is not None
    assert message.sent_at.isoformat() == "2026-05-13T16:05:00+00:00"


def test_an_event_is_known_by_person_and_second_and_name() -> None:
    first, again, other = (arrives(captured(name)) for name in ("subscribe", "subscribe", "scan"))

    assert first.provider_id == again.provider_id == "oAbc000000000000000000000142:1778688300:subscribe"
    assert first.provider_id != other.provider_id


@pytest.mark.parametrize(
    ("name", "binding"), [("subscribe_by_scan", "Zk3_9-aBcD"), ("scan", "Zk3_9-aBcD"), ("subscribe", None)]
)
def test_the_scene_of_a_code_comes_along(name: str, binding: str | None) -> None:
    assert arrives(captured(name)).binding == binding


def test_a_file_is_named_by_its_id() -> None:
    assert [media.url for media in arrives(captured("image")).media] == ["wechat-media:dHwtt"]


def test_a_person_who_refuses_template_messages_has_opted_out_of_them() -> None:
    assert (told("template_refused_by_the_person").opted_out, told("template_failed").opted_out) == (
        True,
        False,
    )
    assert told("template_delivered").provider_id == "200163836"


@pytest.mark.parametrize("mode", MODES)
def test_the_address_is_verified_by_its_echo(mode: WeChatMode) -> None:
    answer = adapter(mode).receive(genuine(mode).verification("5838479218127813673", at=NOW))

    assert (answer.status, answer.content_type, answer.body) == (200, "text/plain", b"5838479218127813673")
    assert became(answer) == ("ignored",)


@pytest.mark.parametrize("echo", ["", "x" * 600, "a b", "a\nb", "回"])
def test_only_a_plain_echo_is_echoed(echo: str) -> None:
    with pytest.raises(Malformed):
        adapter().receive(genuine().verification(echo, at=NOW))


def test_a_verification_with_another_signature_is_forged() -> None:
    with pytest.raises(Forged):
        adapter().receive(requery(genuine().verification("1", at=NOW), signature="0" * 40))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["timestamp", "nonce"])
def test_a_push_whose_signed_query_was_changed_is_forged(mode: WeChatMode, name: str) -> None:
    request = push(captured("text"), mode)
    was = dict(parse_qsl(urlsplit(request.url).query))[name]

    with pytest.raises(Forged):
        adapter(mode).receive(requery(request, **{name: str(int(was) + 1)}))


@pytest.mark.parametrize("mode", MODES)
def test_a_push_signed_with_another_token_is_forged(mode: WeChatMode) -> None:
    with pytest.raises(Forged):
        adapter(mode).receive(genuine(mode, token="another").text("x", sender="oA", at=NOW, number=1))


@pytest.mark.parametrize(
    ("late", "taken"),
    [
        (timedelta(0), True),
        (timedelta(seconds=15), True),
        (WINDOW, True),
        (WINDOW + timedelta(seconds=1), False),
        (-WINDOW, True),
        (-WINDOW - timedelta(seconds=1), False),
        (timedelta(days=1), False),
    ],
)
def test_a_push_is_taken_within_five_minutes_and_not_replayed_after(late: timedelta, taken: bool) -> None:
    request = replace(push(captured("text")), received_at=NOW + late)

    if taken:
        assert became(adapter().receive(request))[0] == "text"
    else:
        with pytest.raises(Forged):
            adapter().receive(request)


@pytest.mark.parametrize("timestamp", [None, "", "now", "-1", "1e9", "9" * 40, "１７７８"])
def test_a_push_without_a_time_is_forged(timestamp: str | None) -> None:
    with pytest.raises(Forged):
        adapter().receive(requery(push(captured("text")), timestamp=timestamp))


@pytest.mark.parametrize("name", ["signature", "timestamp", "nonce", "msg_signature", "encrypt_type"])
def test_a_parameter_that_comes_twice_is_refused(name: str) -> None:
    request = push(captured("text"))

    with pytest.raises(Malformed):
        adapter().receive(replace(request, url=f"{request.url}&{name}=x"))


def test_a_message_encrypted_for_another_app_is_forged() -> None:
    with pytest.raises(Forged):
        adapter().receive(genuine(app_id="wx9999999999999999").text("x", sender="oA", at=NOW, number=1))


@pytest.mark.parametrize("mode", MODES)
def test_a_message_for_another_account_is_forged(mode: WeChatMode) -> None:
    xml = captured("text").replace("gh_0123456789ab", "gh_another")

    with pytest.raises(Forged):
        adapter(mode).receive(push(xml, mode))


@pytest.mark.parametrize("key", ["X" * 42 + "A", "0" * 43])
def test_a_message_under_another_key_is_refused(key: str) -> None:
    with pytest.raises(Refused):
        adapter(aes_key=key).receive(push(captured("text")))


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


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_old_library_reads_what_we_encrypt(name: str) -> None:
    request = push(captured(name))
    query = dict(parse_qsl(urlsplit(request.url).query))

    opened = ORACLE.decrypt_message(request.body, query["msg_signature"], query["timestamp"], query["nonce"])

    assert (opened if isinstance(opened, str) else opened.decode()) == captured(name)


def test_we_read_what_the_old_library_encrypts() -> None:
    sealed = ORACLE.encrypt_message(captured("text"), "1508463325", str(int(NOW.timestamp())))
    found = re.search(r"<Encrypt><!\[CDATA\[(.*?)\]\]></Encrypt>", sealed)
    assert found is not None

    assert decrypt(found[1], aes_key=AES_KEY, app_id=WECHAT.app_id) == captured("text")


@pytest.mark.parametrize("name", ["text", "image", "voice", "video", "location", "link"])
def test_the_old_library_finds_the_same_sender_and_id(name: str) -> None:
    theirs = parse_message(captured(name))
    ours = arrives(captured(name))

    assert (theirs.source, str(theirs.id)) == (ours.sender, ours.provider_id)
