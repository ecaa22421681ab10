"""WeChat's service accounts (接收普通消息, 接收事件推送, 模板消息, 消息加解密说明, 接入指南)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any
from urllib.parse import quote

from tests.channels.examined.asked import (
    ACCEPTED,
    AT,
    IGNORED,
    NOW,
    ORIGINAL,
    PUBLIC,
    REFUSED,
    TOKEN,
    Case,
    clear_wechat,
    expectation,
    line,
    safe_wechat,
    sealed,
    sha1_of,
    wechat_url,
)

_numbers = count(24_000_000_000_000_001)
type Sent = Callable[..., Case]


def openid(number: int) -> str:
    return f"oExam{number % 10**10:023d}"


def xml(
    kind: str,
    content: str,
    *,
    who: str | None = None,
    msg_id: int | None = None,
    at: int = NOW,
    to: str = ORIGINAL,
) -> tuple[str, str, int]:
    """A message, its writer and its id."""
    number = msg_id or next(_numbers)
    writer = who or openid(number)
    body = (
        f"<xml><ToUserName><![CDATA[{to}]]></ToUserName><FromUserName><![CDATA[{writer}]]></FromUserName>"
        f"<CreateTime>{at}</CreateTime><MsgType><![CDATA[{kind}]]></MsgType>{content}<MsgId>{number}</MsgId></xml>"
    )
    return body, writer, number


def event(name: str, content: str = "", *, who: str | None = None, at: int = NOW) -> tuple[str, str]:
    writer = who or openid(next(_numbers))
    body = (
        f"<xml><ToUserName><![CDATA[{ORIGINAL}]]></ToUserName><FromUserName><![CDATA[{writer}]]></FromUserName>"
        f"<CreateTime>{at}</CreateTime><MsgType><![CDATA[event]]></MsgType>"
        f"<Event><![CDATA[{name}]]></Event>{content}</xml>"
    )
    return body, writer


def cdata(**fields: str) -> str:
    return "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in fields.items())


def message(sent: Sent, name: str, kind: str, content: str, expected: str, **told: Any) -> Case:
    body, writer, number = xml(kind, content)
    seen = {"http": 200, "channel": "wechat", "kind": expected, "from_": writer, "provider_id": str(number)}
    return sent(name, body, expectation(ACCEPTED, **(seen | {"reply": True} | told)))


def messages(sent: Sent, mode: str) -> list[Case]:
    def one(name: str, kind: str, content: str, expected: str, **told: Any) -> Case:
        return message(sent, f"wechat {mode}: {name}", kind, content, expected, **told)

    media = cdata(MediaId="m1")
    place = "<Location_X>23.1</Location_X><Location_Y>113.3</Location_Y><Scale>20</Scale>" + cdata(Label="x")
    link = cdata(Title="t", Description="d", Url="https://example.com/")
    return [
        one("a text", "text", cdata(Content="我欠多少钱"), "text", text="我欠多少钱"),
        one("a text in English", "text", cdata(Content="how much?"), "text", text="how much?"),
        one("a text of signs", "text", cdata(Content="a<b & c>d 😀"), "text", text="a<b & c>d 😀"),
        one("escaped, not CDATA", "text", "<Content>5 &lt; 6 &amp; 7</Content>", "text", text="5 < 6 & 7"),
        one(
            "from a choice of a menu",
            "text",
            cdata(Content="好的", bizmsgmenuid="101"),
            "button",
            text="好的",
        ),
        one("an image", "image", cdata(PicUrl="http://mmbiz.qpic.cn/x") + media, "image"),
        one("a voice", "voice", media + cdata(Format="amr"), "voice"),
        one(
            "a voice, recognised",
            "voice",
            media + cdata(Format="amr", Recognition="我明天还"),
            "voice",
            text="我明天还",
        ),
        one("a video", "video", media + cdata(ThumbMediaId="t"), "video"),
        one("a short video", "shortvideo", media + cdata(ThumbMediaId="t"), "video"),
        one("a place", "location", place, "location"),
        one("a link", "link", link, "text"),
        one("with fields of an article", "text", cdata(Content="文章里来的", MsgDataId="1", Idx="1"), "text"),
    ]


def events(sent: Sent, mode: str) -> list[Case]:
    def told(name: str, asked: tuple[str, str], kind: str, **more: Any) -> Case:
        expected = expectation(ACCEPTED, kind=kind, from_=asked[1], **more)
        return sent(f"wechat {mode}: {name}", asked[0], expected)

    def ignored(name: str, asked: tuple[str, str]) -> Case:
        return sent(f"wechat {mode}: {name}", asked[0], expectation(IGNORED, http=200))

    def job(name: str, status: str, state: str) -> Case:
        number = next(_numbers)
        body, _ = event("TEMPLATESENDJOBFINISH", f"<MsgID>{number}</MsgID>" + cdata(Status=status))
        expected = expectation(ACCEPTED, state=state, sid=str(number), inbound=None, reply=False)
        return sent(f"wechat {mode}: {name}", body, expected)

    scene = cdata(EventKey="qrscene_7f3a", Ticket="gQH")
    place = "<Latitude>23.1</Latitude><Longitude>113.3</Longitude><Precision>119.3</Precision>"
    gone = event("unsubscribe", cdata(EventKey=""))
    return [
        told("subscribes", event("subscribe", cdata(EventKey="")), "joined"),
        told("subscribes by a code", event("subscribe", scene), "joined"),
        told("scans while subscribed", event("SCAN", cdata(EventKey="7f3a", Ticket="gQH")), "joined"),
        told("unsubscribes", gone, "left", reply=False),
        ignored("unsubscribes, told again", gone),
        told("a menu pressed", event("CLICK", cdata(EventKey="balance")), "button"),
        ignored("a menu's page opened", event("VIEW", cdata(EventKey="https://example.com/"))),
        ignored("where the phone is", event("LOCATION", place)),
        ignored("a mini program opened", event("view_miniprogram", cdata(EventKey="pages/x", MenuId="1"))),
        ignored(
            "a mass sending done",
            event("MASSSENDJOBFINISH", "<MsgID>9</MsgID>" + cdata(Status="send success")),
        ),
        ignored("an event not yet invented", event("telepathy")),
        job("a template delivered", "success", "delivered"),
        job("a template blocked", "failed:user block", "failed"),
        job("a template failed", "failed: system failed", "failed"),
    ]


def repeats(sent: Sent, mode: str) -> list[Case]:
    body, _, number = xml("text", cdata(Content="我周五还"))
    later = AT + timedelta(seconds=5)
    return [
        sent(f"wechat {mode}: the first time", body, expectation(ACCEPTED, provider_id=str(number))),
        sent(f"wechat {mode}: at once again", body, expectation(IGNORED, http=200)),
        sent(f"wechat {mode}: after five seconds", body, expectation(IGNORED, http=200), at=later),
    ]


def hostile(sent: Sent, mode: str) -> list[Case]:
    bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    text = xml("text", "<Content>&a;</Content>")[0]
    harmless = xml("text", cdata(Content="x"))[0]
    elsewhere = xml("text", cdata(Content="x"), to="gh_another")[0]

    def refused(name: str, body: str | bytes, http: int = 400) -> Case:
        return sent(f"wechat {mode}: {name}", body, expectation(REFUSED, http=http))

    return [
        refused("entities without end", bomb + text.replace("&a;", "&b;")),
        refused("a file of ours", outside + text),
        refused("a document type alone", "<!DOCTYPE xml>" + harmless),
        refused("cut off", harmless[:-20]),
        refused("no XML", b"hello"),
        refused("not UTF-8", harmless.replace("x]]", "\udcff]]").encode("utf-8", "surrogateescape")),
        refused("without a writer", harmless.replace("FromUserName", "Nobody")),
        refused("without an id or a time", harmless.replace("MsgId", "No").replace("CreateTime", "Never")),
        refused("for another account", elsewhere, 403),
    ]


def handshake() -> list[Case]:
    def asked(name: str, url: str, became: str, **told: Any) -> Case:
        return Case(
            line(f"wechat: {name}", "wechat", url, {}, b"", method="GET"), expectation(became, **told)
        )

    echo = "5838479218127813673"
    ordinary = wechat_url(echostr=echo)
    return [
        asked("the address is proven", ordinary, IGNORED, http=200),
        asked("the address is proven with signs", wechat_url(echostr="<b>&"), IGNORED, http=200),
        asked("proof with another token", wechat_url(token="wrong", echostr=echo), REFUSED, http=403),
        asked(
            "proof with the time changed",
            ordinary.replace(f"timestamp={NOW}", f"timestamp={NOW - 1}"),
            REFUSED,
        ),
        asked("proof without a signature", f"{PUBLIC}/wechat?timestamp={NOW}&nonce=1&echostr=1", REFUSED),
        asked("proof of nothing", f"{PUBLIC}/wechat", REFUSED),
    ]


def safe() -> list[Case]:
    """What only safe mode knows: the seal, the signature over it, the time, the app."""
    text = xml("text", cdata(Content="你好"))[0]
    cut = sealed(text.encode())
    forged = expectation(REFUSED, http=403)

    def one(name: str, told: dict[str, Any] = forged, **departing: Any) -> Case:
        return safe_wechat(f"wechat safe: {name}", xml("text", cdata(Content="在"))[0], told, **departing)

    spoiled = cut[:40] + ("A" if cut[40] != "A" else "B") + cut[41:]
    return [
        clear_wechat("wechat safe: in clear", text, expectation(REFUSED)),
        one("a wrong signature", msg_signature="0" * 40),
        one("no signature", msg_signature=" "),
        one("another token", token="wrong"),
        one("the seal spoiled", msg_signature=sha1_of(TOKEN, str(NOW), "1372623149", cut), cipher=spoiled),
        one("another key", expectation(REFUSED), cipher=sealed(text.encode(), key="Z" * 42 + "E")),
        one("another app", expectation(REFUSED), cipher=sealed(text.encode(), app="wx9999999999999999")),
        one("a length that lies", expectation(REFUSED), cipher=sealed(text.encode(), length=2**31)),
        one("no whole block", expectation(REFUSED), cipher="QUJDREVG"),
        one("not base64", expectation(REFUSED), cipher="你好"),
        one("an hour old", stamp=NOW - 3600),
        one("an hour ahead", stamp=NOW + 3600),
        one("a retry's ten seconds old", expectation(ACCEPTED, text="在"), stamp=NOW - 10),
        one("without a cipher text", expectation(REFUSED), outer="<xml><ToUserName>gh</ToUserName></xml>"),
        one("of two megabytes", expectation(REFUSED, http=413), outer="<xml>" + "x" * 2_000_000 + "</xml>"),
        one(
            "entities outside the seal",
            expectation(REFUSED),
            outer='<!DOCTYPE x [<!ENTITY a "b">]><xml>&a;</xml>',
        ),
    ]


def plain() -> list[Case]:
    """What only plain mode knows."""
    text = xml("text", cdata(Content="你好"))[0]
    forged = expectation(REFUSED, http=403)
    good = wechat_url()
    return [
        clear_wechat(
            "wechat plain: a wrong signature", text, forged, url=good.replace("signature=", "signature=0")
        ),
        clear_wechat("wechat plain: another token", text, forged, url=wechat_url(token="wrong")),
        clear_wechat("wechat plain: no query", text, forged, url=f"{PUBLIC}/wechat"),
        clear_wechat("wechat plain: an hour old", text, forged, url=wechat_url(at=NOW - 3600)),
        clear_wechat("wechat plain: time is no number", text, forged, url=good.replace(str(NOW), "now")),
        clear_wechat(
            "wechat plain: with its parameters in another order",
            xml("text", cdata(Content="顺序"))[0],
            expectation(ACCEPTED, text="顺序"),
            url=f"{PUBLIC}/wechat?nonce=77&openid={quote('oX')}&timestamp={NOW}&signature={sha1_of(TOKEN, str(NOW), '77')}",
        ),
    ]


def compatible_line(name: str, body: str, told: dict[str, Any], **departing: Any) -> Case:
    """Compatible mode: the message in clear and its cipher text beside it."""
    cipher = departing.pop("cipher", None) or sealed(body.encode())
    outer = body.replace("</xml>", f"<Encrypt><![CDATA[{cipher}]]></Encrypt></xml>")
    return safe_wechat(name, body, told, cipher=cipher, outer=outer, **departing)


def compatible() -> list[Case]:
    body, writer, number = xml("text", cdata(Content="两种都有"))
    told = expectation(ACCEPTED, text="两种都有", from_=writer, provider_id=str(number), kind="text")
    changed = xml("text", cdata(Content="假的"))[0]
    held = xml("text", cdata(Content="真的"))[0]
    return [
        compatible_line("wechat compatible: both", body, told),
        compatible_line("wechat compatible: again", body, expectation(IGNORED, http=200)),
        compatible_line(
            "wechat compatible: a wrong signature",
            changed,
            expectation(REFUSED, http=403),
            msg_signature="1" * 40,
        ),
        compatible_line(
            "wechat compatible: the clear part changed",
            changed,
            expectation(ACCEPTED, text="真的"),
            cipher=sealed(held.encode()),
        ),
        clear_wechat(
            "wechat compatible: in clear alone",
            xml("text", cdata(Content="明文"))[0],
            expectation(ACCEPTED, text="明文"),
        ),
    ]


def in_safe_mode() -> list[Case]:
    sent: Sent = safe_wechat
    return [
        *messages(sent, "safe"),
        *events(sent, "safe"),
        *repeats(sent, "safe"),
        *hostile(sent, "safe"),
        *handshake(),
        *safe(),
    ]


def in_plain_mode() -> list[Case]:
    sent: Sent = clear_wechat
    return [
        *messages(sent, "plain"),
        *events(sent, "plain"),
        *repeats(sent, "plain"),
        *hostile(sent, "plain"),
        *plain(),
    ]
