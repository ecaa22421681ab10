"""A service account's messages and events, as WeChat's documents write them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from tests.channels.strangers.asked import AT, OPENID, ORIGINAL, Case, safe, wechat

WHEN = int(AT.timestamp()) - 2


def xml(fields: dict[str, str], *, sender: str = OPENID, to: str = ORIGINAL, when: int | str = WHEN) -> str:
    """A message: the fields whose names end in `=` stand as they are, the others as CDATA."""
    inner = "".join(
        f"<{name[:-1]}>{value}</{name[:-1]}>"
        if name.endswith("=")
        else f"<{name}><![CDATA[{value}]]></{name}>"
        for name, value in fields.items()
    )
    return (
        f"<xml><ToUserName><![CDATA[{to}]]></ToUserName><FromUserName><![CDATA[{sender}]]></FromUserName>"
        f"<CreateTime>{when}</CreateTime>{inner}</xml>"
    )


def told(number: int, text: Any, *, kind: Any = "text") -> dict[str, Any]:
    return {"channel": "wechat", "from": OPENID, "text": text, "provider_id": str(number), "kind": kind}


def message(kind: str, number: int, **fields: str) -> str:
    return xml({"MsgType": kind, **fields, "MsgId=": str(number)})


def taken(
    name: str, number: int, kind: str, want: Any, *, as_kind: Any = "text", how: Any = wechat, **fields: str
) -> Case:
    case: Case = how(
        name,
        message(kind, number, **fields),
        "accepted",
        inbound=told(number, want, kind=as_kind),
        reply=True,
    )
    return case


def event(
    name: str, became: str, what: str, second: int, *, how: Any = wechat, more: str = "", **fields: str
) -> Case:
    """An event in a second of its own. `more`: elements of its own kind."""
    when = WHEN - second
    whole = xml({"MsgType": "event", "Event": what, **fields}, when=when).replace("</xml>", more + "</xml>")
    kind = {"unsubscribe": "left", "subscribe": "joined"}.get(what)
    inbound = None if kind is None else {"channel": "wechat", "from": OPENID, "kind": kind}
    case: Case = how(name, whole, became, inbound=inbound)
    return case


BIG = 23456789012345678


def _messages() -> list[Case]:
    file = {"Title": "proof.pdf", "Description": "", "FileKey": "k", "FileMd5": "m", "FileTotalLen=": "77"}
    page = {"Title": "t", "AppId": "wx1", "PagePath": "p", "ThumbUrl": "u", "ThumbMediaId": "m"}
    return [
        taken("wc-text", BIG + 1, "text", "我周五还2500", Content="我周五还2500"),
        taken("wc-text-safe", BIG + 2, "text", "我周五还2500", how=safe, Content="我周五还2500"),
        taken("wc-emoji", BIG + 3, "text", "好的👌[微笑]/::)", Content="好的👌[微笑]/::)"),
        taken("wc-markup", BIG + 4, "text", "<b>&amp;</b> 1<2", Content="<b>&amp;</b> 1<2"),
        wechat("wc-no-cdata", message("text", BIG + 5, **{"Content=": "a &amp; b &lt; c &#25105;"}), "accepted",
               inbound=told(BIG + 5, "a & b < c 我"), reply=True),
        wechat("wc-split-cdata", message("text", BIG + 6, **{"Content=": "<![CDATA[a]]]]><![CDATA[>b]]>"}), "accepted",
               inbound=told(BIG + 6, "a]]>b")),
        wechat("wc-indented", re.sub(r"(</\w+>|<xml>)<", r"\1\n  <", message("text", BIG + 7, Content="hi")),
               "accepted", inbound=told(BIG + 7, "hi")),
        wechat("wc-declared", '<?xml version="1.0" encoding="UTF-8"?>\n' + message("text", BIG + 8, Content="好"),
               "accepted", inbound=told(BIG + 8, "好")),
        taken("wc-newlines", BIG + 9, "text", "一\n二", Content="一\n二"),
        wechat("wc-from-article", message("text", BIG + 10, Content="hi").replace(
               "</xml>", "<MsgDataId>2247</MsgDataId><Idx>1</Idx></xml>"), "accepted", inbound=told(BIG + 10, "hi")),
        wechat("wc-menu-answer", message("text", BIG + 11, Content="是的", bizmsgmenuid="101"), "accepted",
               inbound=told(BIG + 11, "是的", kind={"text", "button"}), reply=True),
        taken("wc-image", BIG + 12, "image", "", as_kind="image", PicUrl="http://mmbiz.qpic.cn/x", MediaId="m1"),
        taken("wc-image-safe", BIG + 13, "image", "", as_kind="image", how=safe, PicUrl="http://mmbiz.qpic.cn/x",
              MediaId="m1"),
        taken("wc-voice", BIG + 14, "voice", "", as_kind="voice", MediaId="m2", Format="amr", MediaId16K="m3"),
        taken("wc-voice-read", BIG + 15, "voice", {"我明天还", ""}, as_kind="voice", MediaId="m2", Format="speex",
              Recognition="我明天还"),
        taken("wc-video", BIG + 16, "video", "", as_kind="video", MediaId="m4", ThumbMediaId="m5"),
        taken("wc-short-video", BIG + 17, "shortvideo", "", as_kind="video", MediaId="m4", ThumbMediaId="m5"),
        wechat("wc-location", message("location", BIG + 18, **{"Location_X=": "23.134521", "Location_Y=": "113.358803",
               "Scale=": "20", "Label": "广州"}), "accepted", reply=True,
               inbound={"kind": "location", "provider_id": str(BIG + 18), "from": OPENID}),
        wechat("wc-link", message("link", BIG + 19, Title="公告", Description="d", Url="https://x.example"),
               "accepted", inbound={"provider_id": str(BIG + 19), "channel": "wechat"}),
        wechat("wc-file", message("file", BIG + 20, **file), "accepted|ignored",
               inbound={"provider_id": str(BIG + 20), "kind": "file"}),
        wechat("wc-mini-program-page", message("miniprogrampage", BIG + 21, **page), "accepted|ignored",
               inbound={"provider_id": str(BIG + 21)}),
        wechat("wc-of-the-future", message("hologram", BIG + 22, MediaId="x"), "ignored"),
        safe("wc-of-the-future-safe", message("hologram", BIG + 23, MediaId="x"), "ignored"),
        wechat("wc-not-shown", message("text", BIG + 24, Content="【收到不支持的消息类型,暂无法显示】"),
               "ignored|accepted", inbound={"provider_id": str(BIG + 24)}),
        wechat("wc-empty-text", message("text", BIG + 25, Content=""), "ignored|accepted", inbound={"text": ""}),
        taken("wc-long", BIG + 26, "text", "长" * 2048, Content="长" * 2048),
        taken("wc-stop", BIG + 27, "text", "退订", Content="退订"),
        taken("wc-added-elements", BIG + 28, "text", "hi", Content="hi", Tomorrow="x", **{"Nested=": "<A><B>1</B></A>"}),
        safe("wc-compatible-sealed", message("text", BIG + 29, Content="好"), "accepted", mode="compatible",
             inbound=told(BIG + 29, "好"), reply=True),
        safe("wc-compatible-both", message("text", BIG + 30, Content="好"), "accepted", mode="compatible",
             beside="<Content><![CDATA[not what was said]]></Content><MsgType><![CDATA[text]]></MsgType>",
             inbound=told(BIG + 30, "好"), reply=True),
        wechat("wc-compatible-clear", message("text", BIG + 31, Content="好"), "accepted", mode="compatible",
               inbound=told(BIG + 31, "好"), reply=True),
        wechat("wc-raw-named", message("text", BIG + 32, Content="好"), "accepted", query={"encrypt_type": "raw"},
               inbound=told(BIG + 32, "好")),
        safe("wc-sealed-longer", message("text", BIG + 33, Content="好" * 600), "accepted",
             inbound=told(BIG + 33, "好" * 600)),
    ]  # fmt: skip


def _events() -> list[Case]:
    scene = {"EventKey": "qrscene_LOAN-7fa9", "Ticket": "TICKET"}
    ids = "<MsgID>{}</MsgID><Status><![CDATA[{}]]></Status>"

    def finished(name: str, number: int, status: str, state: str, how: Any = wechat) -> Case:
        whole = xml({"MsgType": "event", "Event": "TEMPLATESENDJOBFINISH"}, when=WHEN - number)
        whole = whole.replace("</xml>", ids.format(200163840 + number, status) + "</xml>")
        case: Case = how(name, whole, "accepted", status=(str(200163840 + number), state), reply=False)
        return case

    def button(name: str, second: int, **fields: str) -> Case:
        whole = xml({"MsgType": "event", "Event": "CLICK", **fields}, when=WHEN - second)
        return wechat(
            name,
            whole,
            "accepted",
            reply=True,
            inbound={"kind": "button", "from": OPENID, "text": fields["EventKey"]},
        )

    chosen = (
        "<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[T1]]></TemplateId><SubscribeStatusString>"
        "<![CDATA[{}]]></SubscribeStatusString><PopupScene>2</PopupScene></List></SubscribeMsgPopupEvent>"
    )
    sent = (
        "<SubscribeMsgSentEvent><List><TemplateId><![CDATA[T1]]></TemplateId><MsgID>1700827132819554304</MsgID>"
        "<ErrorCode>{}</ErrorCode><ErrorStatus><![CDATA[{}]]></ErrorStatus></List></SubscribeMsgSentEvent>"
    )
    either = "ignored|accepted"
    made = [
        event("wc-subscribe", "accepted", "subscribe", 101, EventKey=""),
        event("wc-unsubscribe", "accepted", "unsubscribe", 102, EventKey=""),
        event("wc-subscribe-scene", "accepted", "subscribe", 103, **scene),
        event("wc-subscribe-safe", "accepted", "subscribe", 104, how=safe, **scene),
        event("wc-unsubscribe-safe", "accepted", "unsubscribe", 105, how=safe),
        event("wc-subscribe-by-search", "accepted", "subscribe", 106, EventKey="last_trade_no_4200001"),
        wechat(
            "wc-scan",
            xml(
                {"MsgType": "event", "Event": "SCAN", "EventKey": "LOAN-7fa9", "Ticket": "T"}, when=WHEN - 107
            ),
            "accepted",
            inbound={"from": OPENID, "kind": {"joined"}},
        ),
        button("wc-click", 108, EventKey="HELP"),
        button("wc-click-chinese", 109, EventKey="联系客服"),
        finished("wc-template-success", 110, "success", "delivered"),
        finished("wc-template-blocked", 111, "failed:user block", "failed|undelivered"),
        finished("wc-template-failed", 112, "failed: system failed", "failed|undelivered"),
        finished("wc-template-safe", 113, "success", "delivered", safe),
        wechat(
            "wc-subscription-sent",
            xml({"MsgType": "event", "Event": "subscribe_msg_sent_event"}, when=WHEN - 114).replace(
                "</xml>", sent.format(0, "success") + "</xml>"
            ),
            either,
            status=("1700827132819554304", "delivered|sent"),
        ),
        wechat(
            "wc-subscription-not-sent",
            xml({"MsgType": "event", "Event": "subscribe_msg_sent_event"}, when=WHEN - 115).replace(
                "</xml>", sent.format(43101, "user refuse").replace("554304", "554305") + "</xml>"
            ),
            either,
            status=("1700827132819554305", "failed|undelivered"),
        ),
        event("wc-notice-agreed", either, "subscribe_msg_popup_event", 116, more=chosen.format("accept")),
        event("wc-notice-refused", either, "subscribe_msg_popup_event", 117, more=chosen.format("reject")),
    ]
    ignored = (
        "VIEW LOCATION scancode_push scancode_waitmsg pic_sysphoto pic_photo_or_album pic_weixin location_select "
        "view_miniprogram MASSSENDJOBFINISH PUBLISHJOBFINISH kf_create_session kf_close_session kf_switch_session "
        "user_info_modified user_authorization_revoke user_authorization_cancellation poi_check_notify "
        "card_pass_check user_get_card user_pay_from_pay_cell qualification_verify_success naming_verify_fail "
        "annual_renew verify_expired wxa_media_check ShakearoundUserShake WifiConnected kf_msg_or_event "
        "user_enter_tempsession guide_qrcode_scan_event event_of_the_future"
    ).split()
    made += [
        event(f"wc-event-{what}", "ignored", what, 200 + place, EventKey="k")
        for place, what in enumerate(ignored)
    ]
    made.append(event("wc-event-view-safe", "ignored", "VIEW", 300, how=safe, EventKey="https://x.example"))
    return made


def _twice() -> list[Case]:
    """WeChat asks three times where we are slow: with the same number, signed anew."""
    once = message("text", BIG + 60, Content="一次")
    joined = xml({"MsgType": "event", "Event": "CLICK", "EventKey": "A"}, when=WHEN - 400)
    scan = xml({"MsgType": "event", "Event": "SCAN", "EventKey": "LOAN-8", "Ticket": "T"}, when=WHEN - 400)
    later = AT + timedelta(seconds=5)
    return [
        wechat("wc-once", once, "accepted", inbound=told(BIG + 60, "一次"), reply=True),
        wechat("wc-twice", once, "ignored", at=later),
        wechat("wc-thrice", once, "ignored", at=AT + timedelta(seconds=10)),
        wechat("wc-event-once", joined, "accepted", inbound={"kind": "button"}),
        wechat("wc-event-twice", joined, "ignored", at=later),
        wechat("wc-event-same-second", scan, "accepted", inbound={"kind": "joined"}, at=later),
        safe(
            "wc-safe-once", message("text", BIG + 61, Content="一"), "accepted", inbound=told(BIG + 61, "一")
        ),
        safe("wc-safe-twice", message("text", BIG + 61, Content="一"), "ignored", at=later),
        taken("wc-next-number", BIG + 62, "text", "一次", Content="一次"),
    ]


CASES = [*_messages(), *_events(), *_twice()]
