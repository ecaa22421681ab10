"""What sets of payloads forget: odd addresses, headers that travel along, two words in a row, near misses."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from tests.channels.strangers import sms, statuses
from tests.channels.strangers.asked import (
    APP_ID,
    SECRET,
    SID,
    Case,
    encrypted,
    form,
    safe,
    twilio_signature,
    update,
    wechat,
)
from tests.channels.strangers.sms import ROUTE, sid, without
from tests.channels.strangers.telegram_messages import message as chat_message
from tests.channels.strangers.telegram_messages import told as told_chat
from tests.channels.strangers.wechat_messages import BIG, WHEN, message, told, xml

TRAVELLING = {
    "Host": "bot.lender.example", "Content-Length": "99999", "Connection": "close", "Accept": "*/*",
    "Accept-Encoding": "gzip, deflate", "Via": "1.1 proxy", "X-Home-Region": "us1", "Expect": "100-continue",
}  # fmt: skip


def _text(name: str, became: str = "accepted", *, given: Mapping[str, str] | None = None, **how: Any) -> Case:
    fields = given or sms.fields(name, "I will pay")
    want = sms.told(name, fields.get("Body"), sender=fields.get("From")) if "accepted" in became else None
    return form(name, "sms", fields.items(), became, **({"inbound": want} | how))


def _addresses() -> list[Case]:
    name = "co-json"
    events = json.dumps({"MessageSid": sid(name), "From": sms.FROM, "Body": "hi", "AccountSid": SID}).encode()

    def as_json(name: str, became: str, query: str) -> Case:
        url = f"{ROUTE}?{query}" if query else ROUTE
        headers = {"Content-Type": "application/json", "X-Twilio-Signature": twilio_signature(url, [])}
        return Case(name, "twilio_sms", events, became, url, headers)

    right = hashlib.sha256(events).hexdigest()
    doubled = [*sms.fields("co-doubled-extra", "I will pay").items(), ("Tag", "a"), ("Tag", "b")]
    return [
        _text("co-with-password", url=ROUTE.replace("https://", "https://kept:s3cret@")),
        _text("co-other-host-rightly-signed", url=ROUTE.replace("bot.lender", "abc123.ngrok")),
        _text("co-large-host", url=ROUTE.replace("bot.lender", "Bot.Lender")),
        _text("co-trailing-slash", url=ROUTE + "/"),
        _text("co-plus-in-query", url=ROUTE + "?name=a+b%2Bc&e=%C3%A9"),
        _text("co-odd-port", url=ROUTE.replace(".example/", ".example:8443/")),
        _text("co-fragment-of-body-in-query", url=ROUTE + "?Body=other&From=%2B1"),
        _text("co-travelling-headers", headers=TRAVELLING),
        _text("co-no-content-type", headers={"Content-Type": None}),
        _text("co-multipart", "rejected", headers={"Content-Type": "multipart/form-data; boundary=x"}),
        _text("co-latin-charset", "rejected|accepted",
              headers={"Content-Type": "application/x-www-form-urlencoded; charset=iso-8859-1"}),
        _text("co-small-method", method="post"),
        _text("co-signature-of-bytes", "rejected", headers={"X-Twilio-Signature": "/" * 28}),
        as_json("co-json-hash", "ignored", f"bodySHA256={right}"),
        as_json("co-json-no-hash", "rejected", ""),
        as_json("co-json-wrong-hash", "rejected", "bodySHA256=" + "0" * 64),
        form("co-doubled-extra", "sms", doubled, "accepted|rejected", inbound={"text": "I will pay"}),
        _text("co-200-parameters", "accepted|rejected",
              given=sms.fields("co-200-parameters", "hi", **{f"X{n}": "1" for n in range(190)})),
        _text("co-add-ons", given=sms.fields("co-add-ons", "hi", AddOns=json.dumps({"status": "successful",
              "results": {"carrier": {"result": "x" * 20_000}}}))),
        _text("co-fallback", given=sms.fields("co-fallback", "hi", ErrorCode="11200", ErrorUrl=ROUTE)),
        _text("co-receiving", given=sms.fields("co-receiving", "hi", SmsStatus="receiving")),
        _text("co-least", given={"MessageSid": sid("co-least"), "AccountSid": SID, "From": sms.FROM,
              "To": "+15005550006", "Body": "hi"}),
        _text("co-no-body", "rejected|ignored", given=without(sms.fields("co-no-body", "x"), "Body")),
        _text("co-no-body-picture", "accepted", given=without(sms.fields("co-no-body-picture", "x",
              **sms.mms("image/png")), "Body"), inbound={"kind": "image", "text": ""}),
        _text("co-no-account", "rejected", given=without(sms.fields("co-no-account", "x"), "AccountSid")),
        _text("co-mm-sid", "accepted", given=sms.fields("co-mm-sid", "pic", MessageSid=sid("co-mm-sid", "MM"),
              **sms.mms("image/png")), inbound={"provider_id": sid("co-mm-sid", "MM"), "kind": "image"}),
        _text("co-odd-sid", "rejected|ignored", given=sms.fields("co-odd-sid", "x", MessageSid="' OR 1=1 --")),
        _text("co-sender-no-plus", "rejected|ignored", given=sms.fields("co-sender-no-plus", "x", From=" 13125550142")),
        _text("co-sender-not-a-number", "rejected|ignored", given=sms.fields("co-sender-not-a-number", "x", From="+0")),
        _text("co-from-ourselves", "ignored", given=sms.fields("co-from-ourselves", "x", From="+15005550006")),
        form("co-status-large-letters", "status", statuses.fields("co-status-large-letters", "DELIVERED").items(),
                           "accepted", status=(sid("co-status-large-letters"), "delivered")),
        form("co-status-error-nought", "status", statuses.fields("co-status-error-nought", "sent", ErrorCode="0").items(),
             "accepted", status=(sid("co-status-error-nought"), "sent")),
        form("co-status-error-empty", "status", statuses.fields("co-status-error-empty", "sent", ErrorCode="").items(),
             "accepted", status=(sid("co-status-error-empty"), "sent")),
        form("co-status-odd-sid", "status", statuses.fields("co-status-odd-sid", "sent", MessageSid="x").items(), "rejected"),
        form("co-status-sender-name", "status", statuses.fields("co-status-sender-name", "sent", From="LENDER").items(),
             "accepted", status=(sid("co-status-sender-name"), "sent")),
        form("co-status-travelling", "status", statuses.fields("co-status-travelling", "sent").items(), "accepted",
             headers=TRAVELLING, status=(sid("co-status-travelling"), "sent")),
        form("co-status-by-user-id", "status", statuses.fields("co-status-by-user-id", "read",
             To="whatsapp:US.13491208655302741918", From="whatsapp:+14155238886").items(), "accepted",
             status=(sid("co-status-by-user-id"), "read")),
    ]  # fmt: skip


def _words() -> list[Case]:
    """Stops and starts one after another, each from a phone of its own where nothing else is said."""

    def said(name: str, body: str, sender: str, reply: bool | None, word: str | None = None) -> Case:
        given = sms.fields(name, body, From=sender) | ({} if word is None else {"OptOutType": word})
        return form(name, "sms", given.items(), "accepted", reply=reply,
                    inbound={"from": sender, "text": body, "kind": "text"})  # fmt: skip

    one, two, three = "+13125553001", "+13125553002", "+13125553003"
    return [
        said("co-word-stop", "Stop.", one, True),
        said("co-word-stop-again", "STOP", one, False),
        said("co-word-after-stop", "actually, when is it due?", one, None),
        said("co-word-start", "START", one, True),
        said("co-word-foreign", "ARRET", two, False, "STOP"),
        said("co-word-foreign-start", "COMMENCER", two, False, "START"),
        said("co-word-small-type", "stop", three, False, "stop"),
        said("co-word-unknown-type", "hello there", "+13125553004", True, "PAUSE"),
        said("co-word-in-sentence", "I can't stop by today, I pay Friday", "+13125553005", True),
        said("co-word-spaces", "   ", "+13125553006", None),
        said("co-word-simplified", "退订。", "+13125553007", True),
        said("co-word-unsubscribe", "Unsubscribe", "+13125553008", True),
    ]


def _chats() -> list[Case]:
    def plain(name: str, number: int, headers: Mapping[str, str], became: str = "accepted") -> Case:
        sent = {"X-Telegram-Bot-Api-Secret-Token": SECRET, **headers}
        return update(name, number, {"message": chat_message(number, text="hi")}, became, headers=sent,
                      inbound=told_chat(number, "hi"))  # fmt: skip

    def said(name: str, number: int, want: Mapping[str, Any], **content: Any) -> Case:
        return update(name, number, {"message": chat_message(number, **content)}, "accepted", inbound=want)

    return [
        plain("co-chat-charset", 3001, {"Content-Type": "application/json; charset=utf-8"}),
        plain("co-chat-no-type", 3002, {}),
        plain("co-chat-travelling", 3003, {"Content-Type": "application/json", **TRAVELLING}),
        plain("co-chat-as-form", 3004, {"Content-Type": "application/x-www-form-urlencoded"}, "rejected|accepted"),
        said("co-chat-voice-caption", 3005, told_chat(3005, {"listen", ""}, kind="voice"), caption="listen",
             voice={"file_id": "a", "file_unique_id": "b", "duration": 2}),
        said("co-chat-via-bot", 3006, told_chat(3006, "hi"), text="hi",
             via_bot={"id": 5, "is_bot": True, "first_name": "gif"}),
        said("co-chat-start-spaces", 3007, {"kind": "joined", "provider_id": "3007"}, text="/start  QX7-abc_9 "),
        said("co-chat-start-and-words", 3008, {"provider_id": "3008"}, text="/start I pay on Friday"),
        said("co-chat-first-message", 3009, told_chat(3009, "hi"), text="hi", message_id=0),
        said("co-chat-no-language", 3010, told_chat(3010, "hi"), text="hi",
             **{"from": {"id": 6123456789, "is_bot": False, "first_name": "Z", "language_code": "tlh-x-odd"}}),
        said("co-chat-stop-named", 3011, told_chat(3011, {"/stop", "/stop@lender_bot"}), text="/stop@lender_bot"),
        update("co-chat-edit-to-stop", 3012, {"edited_message": chat_message(3009, text="STOP", edit_date=WHEN)},
               "accepted", inbound=told_chat(3012, "STOP", kind="edit")),
        update("co-chat-nothing-null", 3013, {"message": chat_message(3013, text="hi"), "edited_message": None},
               "accepted|rejected", inbound=told_chat(3013, "hi")),
    ]  # fmt: skip


def _accounts() -> list[Case]:
    def named(name: str, number: int, kind: str | None, became: str = "accepted") -> Case:
        made = wechat(name, message("text", number, Content="hi"), became, inbound=told(number, "hi"))
        headers = {} if kind is None else {"Content-Type": kind}
        return Case(**{**made.__dict__, "headers": headers})

    def happened(name: str, what: str, became: str, second: int, want: Any = None, **fields: str) -> Case:
        whole = xml({"MsgType": "event", "Event": what, **fields}, when=WHEN - second)
        return wechat(name, whole, became, inbound=want)

    ticket = (
        f"<xml><AppId>{APP_ID}</AppId><CreateTime>{WHEN}</CreateTime><InfoType>component_verify_ticket</InfoType>"
        "<ComponentVerifyTicket>t</ComponentVerifyTicket></xml>"
    )
    pull = (
        f"<xml><ToUserName><![CDATA[ww12345678910]]></ToUserName><CreateTime>{WHEN}</CreateTime><MsgType>event</MsgType>"
        "<Event>kf_msg_or_event</Event><Token>T</Token><OpenKfId>wk</OpenKfId></xml>"
    )
    lines = encrypted(message("text", BIG + 705, Content="hi").encode())
    return [
        named("co-wc-charset", BIG + 700, "text/xml; charset=utf-8"),
        named("co-wc-application", BIG + 701, "application/xml"),
        named("co-wc-no-type", BIG + 702, None),
        named("co-wc-as-text", BIG + 703, "text/plain", "rejected|accepted"),
        wechat("co-wc-tenant", message("text", BIG + 704, Content="hi"), "accepted", query={"tenant": "a b/ü"},
               inbound=told(BIG + 704, "hi")),
        safe("co-wc-sealed-extra", "", "accepted", sealed=lines, inbound=told(BIG + 705, "hi"),
             beside="<AgentID>1</AgentID>"),
        safe("co-wc-other-openid", message("text", BIG + 706, Content="hi"), "accepted|rejected",
             query={"openid": "o" + "Z" * 27}, inbound=told(BIG + 706, "hi")),
        wechat("co-wc-number-too-long", message("text", 10**24, Content="hi"), "rejected"),
        wechat("co-wc-spaces", message("text", BIG + 707, Content=" \u2005"), "accepted|ignored",
               inbound={"provider_id": str(BIG + 707)}),
        wechat("co-wc-stop-spoken", message("voice", BIG + 708, MediaId="m", Recognition="退订"), "accepted",
               inbound=told(BIG + 708, {"退订", ""}, kind="voice")),
        wechat("co-wc-odd-place", message("location", BIG + 709, **{"Location_X=": "abc", "Location_Y=": ""}),
               "accepted|rejected", inbound={"kind": "location"}),
        happened("co-wc-scene-number", "subscribe", "accepted", 801, {"kind": "joined"}, EventKey="qrscene_123123",
                 Ticket="T"),
        happened("co-wc-scene-long", "SCAN", "accepted", 802, {"kind": "joined"}, EventKey="x" * 64, Ticket="T"),
        happened("co-wc-click-empty", "CLICK", "accepted|ignored", 803, {"kind": "button"}, EventKey=""),
        happened("co-wc-click-long", "CLICK", "accepted", 804, {"kind": "button"}, EventKey="k" * 128),
        happened("co-wc-click-stop", "CLICK", "accepted", 805, {"kind": "button", "text": "退订"}, EventKey="退订"),
        wechat("co-wc-platform-ticket", ticket, "rejected|ignored"),
        wechat("co-wc-customer-service-pull", pull, "rejected|ignored"),
        wechat("co-wc-template-no-status", xml({"MsgType": "event", "Event": "TEMPLATESENDJOBFINISH",
               "MsgID=": "200164900"}, when=WHEN - 806), "accepted|rejected|ignored",
               status=("200164900", "failed|undelivered")),
        wechat("co-wc-long-after", xml({"MsgType": "text", "Content": "hi", "MsgId=": str(BIG + 710)},
               when=WHEN - 864000), "accepted", inbound=told(BIG + 710, "hi")),
        wechat("co-wc-other-sender-id", xml({"MsgType": "text", "Content": "hi", "MsgId=": str(BIG + 711)},
               sender="o6_bmjrPTlm6_2sgVt7hMZOPfL2M"), "accepted",
               inbound={"from": "o6_bmjrPTlm6_2sgVt7hMZOPfL2M", "text": "hi"}),
        wechat("co-wc-sender-odd", xml({"MsgType": "text", "Content": "hi", "MsgId=": str(BIG + 712)},
               sender="<b>"), "rejected|ignored"),
    ]  # fmt: skip


CASES = [*_addresses(), *_words(), *_chats(), *_accounts()]
