"""Text messages as Twilio hands them on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from tests.channels.strangers.asked import PUBLIC, SID, SMS_FROM, Case, form, twilio_signature

ROUTE = f"{PUBLIC}/twilio/sms"
FROM = "+13125550142"
MEDIA = f"https://api.twilio.com/2010-04-01/Accounts/{SID}/Messages"


def sid(name: str, kind: str = "SM") -> str:
    return kind + hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()


def fields(name: str, body: str, **more: str) -> dict[str, str]:
    """What Twilio sends with a text message; `more` adds to it or replaces."""
    return {
        "ToCountry": "US",
        "ToState": "",
        "SmsMessageSid": sid(name),
        "NumMedia": "0",
        "ToCity": "",
        "FromZip": "60601",
        "SmsSid": sid(name),
        "FromState": "IL",
        "SmsStatus": "received",
        "FromCity": "CHICAGO",
        "Body": body,
        "FromCountry": "US",
        "To": SMS_FROM,
        "ToZip": "",
        "NumSegments": "1",
        "MessageSid": sid(name),
        "AccountSid": SID,
        "From": FROM,
        "ApiVersion": "2010-04-01",
    } | more


def told(name: str, text: Any, *, kind: Any = "text", sender: Any = FROM) -> dict[str, Any]:
    return {"channel": "sms", "from": sender, "text": text, "provider_id": sid(name), "kind": kind}


def text(name: str, body: str, *, want: Any = None, kind: Any = "text", **more: str) -> Case:
    """A message that is taken in, with this text, and answered."""
    seen = told(name, body if want is None else want, kind=kind, sender=more.get("From", FROM))
    return form(name, "sms", fields(name, body, **more).items(), "accepted", inbound=seen, reply=True)


def request(
    name: str, became: str = "rejected", *, given: Mapping[str, str] | None = None, **how: Any
) -> Case:
    return form(name, "sms", (given or fields(name, "I will pay")).items(), became, **how)


def mms(*types: str) -> dict[str, str]:
    found = {"NumMedia": str(len(types))}
    for place, one in enumerate(types):
        found[f"MediaContentType{place}"] = one
        found[f"MediaUrl{place}"] = f"{MEDIA}/{sid('mms', 'MM')}/Media/{sid(str(place), 'ME')}"
    return found


def without(given: Mapping[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in given.items() if name not in names}


def _messages() -> list[Case]:
    as_query = urlencode(fields("sms-get", "by query"), quote_via=quote)
    plus = fields("sms-plus", "a+b = 100% & more; ok?")
    return [
        text("sms-plain", "I can pay $200 on Friday"),
        text("sms-plus", plus["Body"]),
        text("sms-emoji", "ok 👍🏽 mañana – 12€"),
        text("sms-chinese", "我下周五还两千五"),
        text("sms-right-to-left", "سأدفع غدا \u200f100"),
        text(
            "sms-newlines",
            "line one\nline two\r\nline three",
            want={"line one\nline two\r\nline three", "line one\nline two\nline three"},
        ),
        text("sms-spaces-around", "  ok  ", want={"  ok  ", "ok"}),
        text("sms-nul", "pay\x00 friday", want={"pay friday", "pay\ufffd friday", "pay  friday"}),
        text("sms-long", "x" * 1600, NumSegments="11"),
        text(
            "sms-added-parameters", "hello", MessagingServiceSid="MG" + "a" * 32, NewThing="", Zeta="é+ %2B"
        ),
        text("sms-foreign", "hola", From="+5215512345678", FromCountry="MX"),
        text("sms-chinese-number", "您好", From="+8613800138000", FromCountry="CN"),
        text("sms-number-in-words", "0", NumSegments="1"),
        form("sms-empty", "sms", fields("sms-empty", "").items(), "accepted|ignored", inbound={"text": ""}),
        form(
            "sms-short-code",
            "sms",
            fields("sms-short-code", "hi", From="22395").items(),
            "accepted|ignored",
            inbound={"text": "hi"},
        ),
        form(
            "sms-anonymous",
            "sms",
            fields("sms-anonymous", "hi", From="TWILIO").items(),
            "accepted|ignored|rejected",
            inbound={"text": "hi"},
        ),
        # The same request, written in another way.
        request(
            "sms-percent-spaces",
            "accepted",
            given=(p := fields("sms-percent-spaces", "a b+c ü")),
            body=urlencode(p, quote_via=quote).encode(),
            inbound=told("sms-percent-spaces", "a b+c ü"),
        ),
        request(
            "sms-small-hex",
            "accepted",
            given=(p := fields("sms-small-hex", "ü/?")),
            body=urlencode(p).replace("%C3%BC", "%c3%bc").encode(),
            inbound=told("sms-small-hex", "ü/?"),
        ),
        request(
            "sms-other-order",
            "accepted",
            given=(p := fields("sms-other-order", "hi")),
            body=urlencode(dict(reversed(p.items()))).encode(),
            inbound=told("sms-other-order", "hi"),
        ),
        request(
            "sms-query", "accepted", url=f"{ROUTE}?tenant=a%20b&x=1", inbound=told("sms-query", "I will pay")
        ),
        request(
            "sms-query-empty-value",
            "accepted",
            url=f"{ROUTE}?a=&b",
            inbound=told("sms-query-empty-value", "I will pay"),
        ),
        request(
            "sms-port-named",
            "accepted",
            url=ROUTE.replace(".example/", ".example:443/"),
            signed_url=ROUTE,
            inbound=told("sms-port-named", "I will pay"),
        ),
        request(
            "sms-port-signed",
            "accepted",
            signed_url=ROUTE.replace(".example/", ".example:443/"),
            inbound=told("sms-port-signed", "I will pay"),
        ),
        request(
            "sms-behind-proxy",
            "accepted",
            inbound=told("sms-behind-proxy", "I will pay"),
            headers={
                "Host": "10.0.0.7:8000",
                "X-Forwarded-Host": "bot.lender.example",
                "X-Forwarded-Proto": "http",
                "X-Forwarded-For": "3.89.0.1",
            },
        ),
        request(
            "sms-small-headers",
            "accepted",
            inbound=told("sms-small-headers", "I will pay"),
            headers={
                "X-Twilio-Signature": None,
                "x-twilio-signature": twilio_signature(
                    ROUTE, fields("sms-small-headers", "I will pay").items()
                ),
            },
        ),
        request(
            "sms-no-charset",
            "accepted",
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            inbound=told("sms-no-charset", "I will pay"),
        ),
        Case(
            "sms-get",
            "twilio_sms",
            b"",
            "accepted",
            f"{ROUTE}?{as_query}",
            {"X-Twilio-Signature": twilio_signature(f"{ROUTE}?{as_query}", [])},
            method="GET",
            inbound=told("sms-get", "by query"),
        ),
    ]


def _media() -> list[Case]:
    many = ["image/jpeg"] * 10
    return [
        text("mms-picture", "my receipt", kind="image", **mms("image/jpeg")),
        text("mms-picture-only", "", kind="image", **mms("image/png")),
        text("mms-several", "both sides", kind="image", **mms("image/jpeg", "image/heic")),
        text("mms-ten", "", kind="image", **mms(*many)),
        text("mms-voice", "", kind="voice", **mms("audio/amr")),
        text("mms-video", "", kind="video", **mms("video/3gpp")),
        text("mms-pdf", "", kind="file", **mms("application/pdf")),
        text("mms-card", "", kind="contact", **mms("text/x-vcard")),
        text("mms-vcard", "", kind="contact", **mms("text/vcard; charset=utf-8")),
        text("mms-picture-and-pdf", "see", kind={"image", "file"}, **mms("image/jpeg", "application/pdf")),
        text("mms-odd-type", "", kind="file", **mms("application/x-unheard-of")),
        text("mms-upper-type", "", kind="image", **mms("IMAGE/JPEG")),
        text("mms-one-missing", "two", kind="image", **(mms("image/gif") | {"NumMedia": "2"})),
        text("mms-text-part", "hi", kind={"text", "file"}, **mms("text/plain")),
        text("mms-smil-first", "pic", kind={"image", "file"}, **mms("application/smil", "image/jpeg")),
        form(
            "mms-count-is-no-number",
            "sms",
            fields("mms-count-is-no-number", "hi", NumMedia="many").items(),
            "accepted|rejected",
            inbound={"text": "hi"},
        ),
        form(
            "mms-count-is-huge",
            "sms",
            fields("mms-count-is-huge", "hi", NumMedia="9" * 5000).items(),
            "accepted|rejected",
            inbound={"text": "hi"},
        ),
        form(
            "mms-foreign-host",
            "sms",
            (
                fields("mms-foreign-host", "see")
                | mms("image/png")
                | {"MediaUrl0": "http://169.254.169.254/latest/meta-data"}
            ).items(),
            "accepted|rejected",
            inbound={"text": "see"},
        ),
    ]


def _words() -> list[Case]:
    """Stop, start and help: those that Twilio has answered are not answered again."""
    made = []
    for number, (body, word, reply) in enumerate(
        [
            ("STOP", "STOP", False),
            ("Stop all", "STOP", False),
            ("START", "START", False),
            ("HELP", "HELP", False),
            ("STOP", "", True),
            ("stop", None, True),
            ("HELP", None, True),
            ("退订", None, True),
            ("BAJA", None, True),
        ]
    ):
        name = f"sms-word-{number}-{body}-{word}"
        sender = f"+1312555{2000 + number}"
        given = fields(name, body, From=sender) | ({} if word is None else {"OptOutType": word})
        made.append(
            form(name, "sms", given.items(), "accepted", inbound=told(name, body, sender=sender), reply=reply)
        )
    return made


def _refused() -> list[Case]:
    good = fields("sms-refused", "I will pay")
    right = twilio_signature(ROUTE, good.items())
    body = urlencode(good)
    return [
        request("sms-unsigned", headers={"X-Twilio-Signature": None}),
        request("sms-empty-signature", headers={"X-Twilio-Signature": ""}),
        request("sms-odd-signature", headers={"X-Twilio-Signature": "ünsigned ☂"}),
        request("sms-long-signature", headers={"X-Twilio-Signature": "A" * 5000}),
        request("sms-other-token", key="0" * 32),
        request("sms-sid-as-token", key=SID),
        request("sms-changed-text", given=good, body=body.replace("pay", "stay").encode()),
        request("sms-added", given=good, body=(body + "&Extra=1").encode()),
        request("sms-left-out", given=good, body=urlencode(without(good, "FromZip")).encode()),
        request("sms-second-body", given=good, body=(body + "&Body=another").encode()),
        request("sms-http", url=ROUTE.replace("https", "http"), signed_url=ROUTE),
        request("sms-other-host", url=ROUTE.replace("bot.", "evil."), signed_url=ROUTE),
        request("sms-other-path", url=ROUTE.replace("/sms", "/whatsapp"), signed_url=ROUTE),
        request("sms-query-added", url=ROUTE + "?a=1", signed_url=ROUTE),
        request("sms-query-turned", url=ROUTE + "?b=2&a=1", signed_url=ROUTE + "?a=1&b=2"),
        request("sms-query-decoded", url=ROUTE + "?a=x y".replace(" ", "+"), signed_url=ROUTE + "?a=x%20y"),
        request("sms-cut-signature", headers={"X-Twilio-Signature": right[:-4]}),
        request("sms-other-requests-signature", headers={"X-Twilio-Signature": right}),
        request("sms-other-account", given=fields("sms-other-account", "hi", AccountSid="AC" + "9" * 32)),
        request(
            "sms-no-id", given=without(fields("sms-no-id", "hi"), "MessageSid", "SmsSid", "SmsMessageSid")
        ),
        request("sms-no-sender", given=without(fields("sms-no-sender", "hi"), "From")),
        request("sms-nothing", body=b""),
        request("sms-json", body=b'{"Body": "hi"}', headers={"Content-Type": "application/json"}),
        request("sms-too-large", given=fields("sms-too-large", "x" * 3_000_000)),
        request(
            "sms-bad-utf-8",
            given=(p := fields("sms-bad-utf-8", "caf\ufffd")),
            body=urlencode(p).replace("%EF%BF%BD", "%E9").encode(),
        ),
        request("sms-put", method="PUT"),
        request(
            "sms-to-another",
            "accepted",
            given=fields("sms-to-another", "hi", To="+15005559999"),
            inbound=told("sms-to-another", "hi"),
        ),
        # One address for all of a Messaging Service's senders: not a text message from a number "whatsapp:…".
        form(
            "sms-is-whatsapp",
            "sms",
            fields("sms-is-whatsapp", "hi", From="whatsapp:+13125550142", To="whatsapp:+14155238886").items(),
            "rejected|ignored|accepted",
            inbound={"channel": "whatsapp", "from": "+13125550142"},
        ),
        request(
            "sms-is-messenger",
            "rejected|ignored",
            given=fields("sms-is-messenger", "hi", From="messenger:1234", To="messenger:9876"),
        ),
        request(
            "sms-is-rcs",
            "rejected|ignored",
            given=fields("sms-is-rcs", "hi", From="rcs:+13125550142", To="rcs:lender_abc_agent"),
        ),
    ]


def _twice() -> list[Case]:
    first = fields("sms-once", "only once")
    return [
        form("sms-once", "sms", first.items(), "accepted", inbound=told("sms-once", "only once"), reply=True),
        form("sms-twice", "sms", first.items(), "ignored"),
        form("sms-twice-elsewhere", "sms", first.items(), "ignored", url=ROUTE + "?retry=1"),
        form("sms-twice-more-told", "sms", (first | {"FromCity": "AURORA"}).items(), "ignored"),
        text("sms-same-words-new-message", "only once"),
    ]


CASES = [*_messages(), *_media(), *_words(), *_refused(), *_twice()]
