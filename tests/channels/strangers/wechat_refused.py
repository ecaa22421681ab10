"""What is not WeChat's, not meant for this account, or not readable – and the address's own proof."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.channels.strangers.asked import (
    OPENID,
    ORIGINAL,
    PUBLIC,
    Case,
    encrypted,
    safe,
    wechat,
    wechat_signature,
)
from tests.channels.strangers.wechat_messages import BIG, WHEN, message, told, xml

TEXT = message("text", BIG + 900, Content="我周五还")
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>' + message("text", BIG + 901, **{"Content=": "&l8;"})
OUTSIDE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + message(
    "text", BIG + 902, **{"Content=": "&f;"}
)


def _proof(name: str, became: str, *, token: str | None = None, drop: tuple[str, ...] = (), mode: str = "plain",
           echo: str = "5927782489442352469") -> Case:  # fmt: skip
    how: dict[str, Any] = {} if token is None else {"token": token}
    return wechat(
        name, b"", became, method="GET", drop=(*drop, "openid"), mode=mode, query={"echostr": echo}, **how
    )


def _signatures() -> list[Case]:
    forged = wechat_signature("x", "y", "z")
    return [
        wechat("wc-no-signature", TEXT, "rejected", drop=("signature",)),
        wechat("wc-empty-signature", TEXT, "rejected", signature=""),
        wechat("wc-wrong-signature", TEXT, "rejected", signature=forged),
        wechat("wc-odd-signature", TEXT, "rejected", signature="ü☂" * 20),
        wechat("wc-other-token", TEXT, "rejected", token="another"),
        wechat("wc-no-query", TEXT, "rejected", drop=("signature", "timestamp", "nonce", "openid")),
        wechat("wc-no-nonce", TEXT, "rejected", drop=("nonce",)),
        wechat("wc-no-timestamp", TEXT, "rejected", drop=("timestamp",)),
        wechat("wc-day-old", TEXT, "rejected", age=timedelta(days=1)),
        wechat("wc-day-ahead", TEXT, "rejected", age=timedelta(days=-1)),
        wechat("wc-hour-old", TEXT, "rejected", age=timedelta(hours=1)),
        wechat("wc-timestamp-word", TEXT, "rejected", stamp="yesterday"),
        wechat("wc-timestamp-huge", TEXT, "rejected", stamp="9" * 400),
        wechat("wc-timestamp-wide", TEXT, "rejected", stamp="¹²³"),
        wechat("wc-timestamp-negative", TEXT, "rejected", stamp="-1"),
        wechat("wc-twice-the-signature", TEXT, "rejected", signature=forged + "&signature=" + forged),
        wechat("wc-retry-in-time", message("text", BIG + 903, Content="hi"), "accepted", age=timedelta(seconds=14),
               inbound=told(BIG + 903, "hi")),
        wechat("wc-clock-a-little-ahead", message("text", BIG + 904, Content="hi"), "accepted",
               age=timedelta(seconds=-5), inbound=told(BIG + 904, "hi")),
        wechat("wc-other-account", xml({"MsgType": "text", "Content": "x", "MsgId=": "5"}, to="gh_other"),
               "rejected|ignored"),
        wechat("wc-put", TEXT, "rejected", method="PUT"),
    ]  # fmt: skip


def _safe_mode() -> list[Case]:
    sealed = encrypted(TEXT.encode())

    def broken(name: str, what: str, **more: Any) -> Case:
        return wechat(name, b"", "rejected", mode="safe", sealed=what, **more)

    return [
        wechat("wc-clear-to-safe", TEXT, "rejected", mode="safe"),
        wechat("wc-clear-named-aes", TEXT, "rejected", mode="safe", query={"encrypt_type": "aes", "msg_signature": "x"}),
        broken("wc-safe-unsigned", sealed, drop=("msg_signature",)),
        broken("wc-safe-wrong-signature", sealed, signature="0" * 40),
        broken("wc-safe-other-token", sealed, token="another"),
        broken("wc-safe-day-old", sealed, age=timedelta(days=1)),
        broken("wc-safe-other-app", encrypted(TEXT.encode(), app_id="wx0000000000000000")),
        broken("wc-safe-no-app", encrypted(TEXT.encode(), app_id="")),
        broken("wc-safe-other-key", encrypted(TEXT.encode(), key="A" * 43)),
        broken("wc-safe-not-base64", "!!" + sealed),
        broken("wc-safe-cut", sealed[:-24]),
        broken("wc-safe-one-block", sealed[:20] + "=="),
        broken("wc-safe-empty", ""),
        broken("wc-safe-length-too-large", encrypted(TEXT.encode(), length=2**31)),
        broken("wc-safe-length-too-small", encrypted(TEXT.encode(), length=5)),
        broken("wc-safe-length-all-ones", encrypted(TEXT.encode(), length=2**32 - 1)),
        broken("wc-safe-pad-too-large", encrypted(b"x" * 26, pad=b"\xff" * 32)),
        broken("wc-safe-pad-nothing", encrypted(b"x" * 26, pad=b"\x00" * 32)),
        broken("wc-safe-bomb", encrypted(BOMB.encode())),
        broken("wc-safe-outside", encrypted(OUTSIDE.encode())),
        broken("wc-safe-not-xml", encrypted(b"hello")),
        broken("wc-safe-bad-utf-8", encrypted(TEXT.encode().replace("周".encode(), b"\xff\xfe"))),
        broken("wc-safe-inner-account", encrypted(TEXT.replace(ORIGINAL, "gh_other").encode())),
        # The signature covers what is sealed: another sealed body under it is refused.
        broken("wc-safe-swapped", sealed, body=f"<xml><Encrypt>{encrypted(b'<xml/>')}</Encrypt></xml>".encode()),
        wechat("wc-sealed-to-plain", b"", "rejected|ignored", sealed=sealed),
        safe("wc-compatible-bad-seal-clear-beside", TEXT, "rejected", mode="compatible", signature="0" * 40,
             beside="<MsgType>text</MsgType><Content>x</Content>"),
        safe("wc-compatible-day-old", TEXT, "rejected", mode="compatible", age=timedelta(days=1)),
        # Only the outer `signature` is missing: what counts is the one over the sealed body.
        safe("wc-safe-without-outer", message("text", BIG + 905, Content="x"), "accepted|rejected",
             drop=("signature",), inbound=told(BIG + 905, "x")),
    ]  # fmt: skip


def _xml() -> list[Case]:
    def body(name: str, what: str | bytes, became: str = "rejected", **more: Any) -> Case:
        return wechat(name, what, became, **({"inbound": {"channel": "wechat"}} | more))

    good = message("text", BIG + 910, Content="hi")
    inner = f"<ToUserName>{ORIGINAL}</ToUserName><FromUserName>{OPENID}</FromUserName><CreateTime>{WHEN}</CreateTime>"
    return [
        body("wc-bomb", BOMB), body("wc-outside", OUTSIDE),
        body("wc-doctype-only", "<!DOCTYPE xml>" + good),
        body("wc-doctype-remote", '<!DOCTYPE xml SYSTEM "http://127.0.0.1:9/x.dtd">' + good),
        body("wc-parameter-entity", '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p">%p;]>' + good),
        body("wc-unknown-entity", good.replace("<![CDATA[hi]]>", "&hi;")),
        body("wc-nothing", b""), body("wc-not-xml", b"hello"), body("wc-json", b'{"MsgType":"text"}'),
        body("wc-unclosed", good[:-6]), body("wc-two-roots", good + "<xml/>"),
        body("wc-bad-utf-8", good.encode().replace(b"hi", b"h\xff")),
        body("wc-control-character", good.replace("hi", "h\x01i")),
        body("wc-nul-byte", good.encode().replace(b"hi", b"h\x00i")),
        body("wc-nul-reference", good.replace("<![CDATA[hi]]>", "h&#0;i")),
        body("wc-surrogate-reference", good.replace("<![CDATA[hi]]>", "h&#xD83D;i")),
        body("wc-too-large", good.replace("hi", "x" * 3_000_000)),
        body("wc-deep", b"<xml>" + b"<a>" * 50_000 + b"</a>" * 50_000 + b"</xml>", "rejected|ignored"),
        body("wc-empty-root", "<xml/>", "rejected|ignored"),
        body("wc-other-root", good.replace("<xml>", "<html>").replace("</xml>", "</html>"), "rejected|accepted|ignored"),
        body("wc-gbk", ('<?xml version="1.0" encoding="GBK"?>' + good.replace("hi", "周五")).encode("gbk"),
             "rejected|accepted"),
        body("wc-utf-16", good.replace(str(BIG + 910), str(BIG + 911)).encode("utf-16"), "rejected|accepted"),
        body("wc-byte-order-mark", b"\xef\xbb\xbf" + good.replace(str(BIG + 910), str(BIG + 912)).encode(),
             "accepted", inbound=told(BIG + 912, "hi")),
        body("wc-comment", good.replace(str(BIG + 910), str(BIG + 913)).replace("<MsgType>", "<!-- a --><MsgType>"),
             "accepted|rejected"),
        body("wc-instruction", good.replace(str(BIG + 910), str(BIG + 914)).replace("<MsgType>", "<?php 1 ?><MsgType>"),
             "accepted|rejected"),
        body("wc-no-sender", f"<xml><ToUserName>{ORIGINAL}</ToUserName><CreateTime>{WHEN}</CreateTime>"
             "<MsgType>text</MsgType><Content>x</Content><MsgId>6</MsgId></xml>", "rejected|ignored"),
        body("wc-no-type", f"<xml>{inner}<Content>x</Content><MsgId>7</MsgId></xml>", "rejected|ignored"),
        body("wc-no-number", f"<xml>{inner}<MsgType>text</MsgType><Content>x</Content></xml>",
             "rejected|accepted|ignored"),
        body("wc-no-event", f"<xml>{inner}<MsgType>event</MsgType></xml>", "rejected|ignored"),
        body("wc-no-content", f"<xml>{inner}<MsgType>text</MsgType><MsgId>8</MsgId></xml>",
             "rejected|accepted|ignored"),
        body("wc-no-media", f"<xml>{inner}<MsgType>image</MsgType><MsgId>9</MsgId></xml>",
             "rejected|accepted|ignored"),
        body("wc-template-without-number", f"<xml>{inner}<MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event>"
             "<Status>success</Status></xml>", "rejected|ignored"),
        body("wc-time-word", xml({"MsgType": "text", "Content": "x", "MsgId=": "10"}, when="soon"),
             "rejected|accepted"),
        body("wc-time-huge", xml({"MsgType": "text", "Content": "x", "MsgId=": "11"}, when="9" * 300),
             "rejected|accepted"),
        body("wc-number-word", xml({"MsgType": "text", "Content": "x", "MsgId": "not a number"}),
             "rejected|accepted"),
        body("wc-two-senders", good.replace("<MsgType>", "<FromUserName>other</FromUserName><MsgType>")
             .replace(str(BIG + 910), str(BIG + 915)), "rejected|accepted"),
    ]  # fmt: skip


def _address() -> list[Case]:
    return [
        _proof("wc-proof", "ignored"), _proof("wc-proof-safe", "ignored", mode="safe"),
        _proof("wc-proof-forged", "rejected", token="another"),
        _proof("wc-proof-unsigned", "rejected", drop=("signature",)),
        _proof("wc-proof-markup", "ignored|rejected", echo="<script>alert(1)</script>"),
        Case("wc-bare-get", "wechat", b"", "rejected", f"{PUBLIC}/wechat", {}, method="GET", mode="plain"),
    ]  # fmt: skip


CASES = [*_signatures(), *_safe_mode(), *_xml(), *_address()]
