"""Twilio's SMS and MMS (messaging/guides/webhook-request, messaging/tutorials/advanced-opt-out)."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import Any
from urllib.parse import urlencode

from tests.channels.examined.asked import (
    ACCEPTED,
    ACCOUNT,
    AT,
    IGNORED,
    PUBLIC,
    REFUSED,
    SMS_FROM,
    Case,
    expectation,
    twilio,
)

_numbers = count(1)
URL = f"{PUBLIC}/twilio/sms"


def sid(number: int, prefix: str = "SM") -> str:
    return f"{prefix}{number:032x}"


def fields(body: str, **changed: str) -> dict[str, str]:
    """What Twilio posts for one message, of a person of its own."""
    number = next(_numbers)
    return {
        "ToCountry": "US",
        "ToState": "",
        "SmsMessageSid": sid(number),
        "NumMedia": "0",
        "ToCity": "",
        "FromZip": "60601",
        "SmsSid": sid(number),
        "FromState": "IL",
        "SmsStatus": "received",
        "FromCity": "CHICAGO",
        "Body": body,
        "FromCountry": "US",
        "To": SMS_FROM,
        "ToZip": "",
        "NumSegments": "1",
        "MessageSid": sid(number),
        "AccountSid": ACCOUNT,
        "From": f"+1312555{number:04d}",
        "ApiVersion": "2010-04-01",
    } | changed


def accepted(name: str, body: str, **changed: str) -> Case:
    """A genuine message in text, understood to the letter."""
    asked = fields(body, **changed)
    told = expectation(
        ACCEPTED,
        http=200,
        channel="sms",
        kind="text",
        text=body,
        from_=asked["From"],
        provider_id=asked["MessageSid"],
        status=None,
        reply=True,
    )
    return twilio(name, "twilio_sms", asked, told)


def media(name: str, kind: str, content_type: str, body: str = "", **more: str) -> Case:
    mm = sid(next(_numbers), "MM")
    asked = fields(
        body,
        NumMedia="1",
        MediaContentType0=content_type,
        MediaUrl0=f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages/{mm}/Media/ME{'1' * 32}",
        MessageSid=mm,
        SmsSid=mm,
        SmsMessageSid=mm,
        **more,
    )
    told = expectation(ACCEPTED, kind=kind, text=body, from_=asked["From"], provider_id=mm, reply=True)
    return twilio(name, "twilio_sms", asked, told)


def refused(name: str, asked: dict[str, str], http: int = 403, **departing: Any) -> Case:
    return twilio(name, "twilio_sms", asked, expectation(REFUSED, http=http), **departing)


def ignored(name: str, asked: dict[str, str]) -> Case:
    return twilio(name, "twilio_sms", asked, expectation(IGNORED, http=200))


def by_get(name: str) -> Case:
    """The parameters stand in the address, which is signed."""
    asked = fields("asked by get")
    told = expectation(ACCEPTED, text="asked by get", from_=asked["From"], provider_id=asked["MessageSid"])
    return twilio(name, "twilio_sms", {}, told, url=f"{URL}?{urlencode(asked)}", body=b"", method="GET")


def signed_for(name: str, *, url: str, signed_url: str | None = None, body: str = "hello there") -> Case:
    asked = fields(body)
    told = expectation(ACCEPTED, http=200, kind="text", text=body, from_=asked["From"])
    return twilio(name, "twilio_sms", asked, told, url=url, signed_url=signed_url)


def texts() -> list[Case]:
    return [
        accepted("sms: a question", "How much do I owe?"),
        accepted("sms: Chinese", "我下周五还五百可以吗"),
        accepted("sms: Spanish with marks", "¿Cuánto debo? Mañana pagaré €50"),
        accepted("sms: an emoji beyond the basic plane", "ok 👍🏽 friday"),
        accepted("sms: plus and percent signs", "1+1=2 & 100% sure; +1 312"),
        accepted("sms: several lines", "line one\nline two\r\nline three"),
        accepted("sms: of ten segments", "word " * 300 + "end", NumSegments="10"),
        accepted("sms: through a messaging service", "hi there", MessagingServiceSid="MG" + "3" * 32),
        accepted("sms: to another number of the pool", "hey you", To="+15005550007"),
        accepted("sms: from China", "在吗", From="+8613800138000", FromCountry="CN"),
        accepted("sms: with add-ons", "hola amigo", AddOns='{"status":"successful","results":{}}'),
        accepted("sms: with parameters not yet invented", "hm okay", NewThing="x", Zeta="", alpha="é"),
        accepted("sms: an injection is only text", "'); drop table borrower; -- <script>"),
        accepted(
            "sms: a reply to a named message",
            "yes",
            OriginalRepliedMessageSid=sid(77),
            OriginalRepliedMessageSender=SMS_FROM,
        ),
    ]


def pictures() -> list[Case]:
    return [
        media("mms: a photo", "image", "image/jpeg"),
        media("mms: a photo with words", "image", "image/png", "my receipt"),
        media("mms: a voice note", "voice", "audio/amr"),
        media("mms: a film", "video", "video/3gpp"),
        media("mms: a PDF", "file", "application/pdf"),
        media("mms: a contact card", "contact", "text/x-vcard"),
        media("mms: a contact card by its newer name", "contact", "text/vcard"),
        media(
            "mms: two photos",
            "image",
            "image/jpeg",
            MediaContentType1="image/jpeg",
            MediaUrl1="https://api.twilio.com/x",
        ),
        media("mms: of an unheard-of kind", "file", "application/x-thing"),
    ]


def words_of_the_carrier() -> list[Case]:
    """Words Twilio has acted on and answered by itself: honoured, not answered again."""
    one = fields("STOP", OptOutType="STOP")
    two = fields("START", OptOutType="START", From=one["From"])
    three = fields("HELP", OptOutType="HELP")
    other = fields("Baja", OptOutType="STOP")
    mine = fields("STOP")
    again = fields("STOP", From=mine["From"])
    back = fields("START", From=mine["From"])
    chinese = fields("退订")
    whole = fields("UNSUBSCRIBE", MessagingServiceSid="MG" + "3" * 32)
    by_word = expectation(ACCEPTED, kind="text", reply=True)
    silent = expectation(ACCEPTED, kind="text", reply=False)
    return [
        twilio("stop: answered by Twilio", "twilio_sms", one, silent | {"inbound.text": "STOP"}),
        twilio("start: answered by Twilio", "twilio_sms", two, silent | {"inbound.text": "START"}),
        twilio("help: answered by Twilio", "twilio_sms", three, silent | {"inbound.text": "HELP"}),
        twilio("stop: a word of the operator's own, answered by Twilio", "twilio_sms", other, silent),
        twilio("stop: ours to answer", "twilio_sms", mine, by_word),
        twilio("stop: said twice, answered once", "twilio_sms", again, silent),
        twilio("start: ours to answer", "twilio_sms", back, by_word),
        twilio("stop: in Chinese", "twilio_sms", chinese, by_word),
        twilio("stop: unsubscribe", "twilio_sms", whole, by_word),
        twilio("help: ours to answer", "twilio_sms", fields("HELP"), by_word),
    ]


def addresses() -> list[Case]:
    """Proxies, ports and query strings: what Twilio signed is the address it was given."""
    host = "https://pay.example.com"
    return [
        signed_for("url: with a query", url=f"{URL}?lender=7&b=2"),
        signed_for("url: a query escaped", url=f"{URL}?a=%20x%2Fy&b="),
        signed_for("url: with the port, signed with it", url=f"{host}:443/kept/twilio/sms"),
        signed_for("url: with the port, signed without", url=f"{host}:443/kept/twilio/sms", signed_url=URL),
        signed_for("url: without the port, signed with", url=URL, signed_url=f"{host}:443/kept/twilio/sms"),
        signed_for("url: another port, signed with it", url=f"{host}:8443/kept/twilio/sms"),
        signed_for("url: another port, signed without", url=f"{host}:8443/kept/twilio/sms", signed_url=URL),
        refused(
            "url: the query in another order", fields("x"), url=f"{URL}?b=2&a=1", signed_url=f"{URL}?a=1&b=2"
        ),
        refused("url: the query left out", fields("x"), url=URL, signed_url=f"{URL}?a=1"),
        refused("url: a query added", fields("x"), url=f"{URL}?a=1", signed_url=URL),
        refused(
            "url: the proxy's inner address",
            fields("x"),
            url="http://10.0.0.4:8000/twilio/sms",
            signed_url=URL,
        ),
        refused("url: http for https", fields("x"), url=URL.replace("https", "http"), signed_url=URL),
        refused("url: signed for the status route", fields("x"), signed_url=f"{PUBLIC}/twilio/status"),
        refused("url: another host", fields("x"), url=URL.replace("pay.", "evil."), signed_url=URL),
    ]


def forgeries() -> list[Case]:
    genuine = fields("pay me")
    body = urlencode(genuine).encode()
    return [
        refused("forged: no signature", fields("x"), headers={"x-twilio-signature": None}),
        refused("forged: an empty signature", fields("x"), headers={"x-twilio-signature": ""}),
        refused("forged: not base64", fields("x"), headers={"x-twilio-signature": "%%%é"}),
        refused("forged: another account's token", fields("x"), token="f" * 32),
        refused("forged: the token is the account's name", fields("x"), token=ACCOUNT),
        refused("forged: the text changed", genuine, body=body.replace(b"pay+me", b"pay+us")),
        refused("forged: a parameter added", fields("x"), body=body + b"&OptOutType=STOP"),
        refused("forged: a parameter taken away", genuine, body=body.replace(b"&NumMedia=0", b"")),
        refused("forged: the sender changed", genuine, body=body.replace(b"From=%2B1312", b"From=%2B1415")),
        refused(
            "forged: JSON in place of the form",
            genuine,
            body=b'{"Body": "x"}',
            headers={"content-type": "application/json"},
        ),
        refused("forged: an empty body", genuine, body=b""),
        refused("huge: a body of two megabytes", genuine, 413, body=b"Body=" + b"x" * 2_000_000),
        refused("method: put", fields("x"), 405, method="PUT"),
        refused(
            "method: get without anything",
            {},
            403,
            method="GET",
            headers={"x-twilio-signature": None},
            body=b"",
        ),
    ]


def repeats() -> list[Case]:
    first = fields("I will pay on friday")
    told = expectation(ACCEPTED, provider_id=first["MessageSid"])
    again = expectation(IGNORED, http=200)
    later = AT + timedelta(minutes=20)
    same_words = fields("I will pay on friday", From=first["From"])
    return [
        twilio("repeat: the first", "twilio_sms", first, told),
        twilio("repeat: the same at once", "twilio_sms", first, again),
        twilio("repeat: twenty minutes after", "twilio_sms", first, again, at=later),
        twilio("repeat: more parameters the second time", "twilio_sms", first | {"Extra": "1"}, again),
        twilio(
            "repeat: by the fallback address",
            "twilio_sms",
            first | {"ErrorCode": "11200", "ErrorUrl": URL},
            again,
        ),
        twilio("repeat: the same words anew", "twilio_sms", same_words, expectation(ACCEPTED, reply=True)),
    ]


def oddities() -> list[Case]:
    empty = fields("")
    nul = fields("pay\x00ing")
    broken = fields("x")
    no_sid = {
        name: value for name, value in fields("x").items() if not name.endswith("Sid") or name == "AccountSid"
    }
    no_from = {name: value for name, value in fields("x").items() if name != "From"}
    old_name = {name: value for name, value in fields("old names").items() if name != "MessageSid"}
    return [
        twilio(
            "odd: an empty text", "twilio_sms", empty, expectation(ACCEPTED, from_=empty["From"], text="")
        ),
        twilio("odd: a NUL within", "twilio_sms", nul, expectation(ACCEPTED, from_=nul["From"], http=200)),
        twilio(
            "odd: not UTF-8",
            "twilio_sms",
            broken,
            expectation(REFUSED),
            body=urlencode(broken | {"Body": "@"}).encode().replace(b"%40", b"%ff%fe%80"),
        ),
        twilio("odd: without an id", "twilio_sms", no_sid, expectation(REFUSED, http=400)),
        twilio("odd: without a sender", "twilio_sms", no_from, expectation(REFUSED, http=400)),
        refused("odd: by its old name only", old_name, 400),
        refused("odd: NumMedia is no number", fields("x", NumMedia="many"), 400),
        refused("odd: NumMedia claims a billion", fields("x", NumMedia="1000000000"), 400),
        refused("odd: an id that is none", fields("x", MessageSid="<script>"), 400),
        refused("odd: a sender that is none", fields("x", From="hello<script>"), 400),
        refused("odd: about another account", fields("x", AccountSid="AC" + "9" * 32), 403),
        refused("odd: a delivery on the route of messages", fields("", SmsStatus="delivered"), 400),
        refused("odd: a form called text", fields("x"), 400, headers={"content-type": "text/plain"}),
        refused(
            "odd: a form in parts",
            fields("x"),
            400,
            headers={"content-type": "multipart/form-data; boundary=b"},
        ),
        ignored("odd: from a short code", fields("Your code is 1234", From="55512")),
        ignored("odd: from a name", fields("Sale!", From="SHOP")),
        ignored("odd: from our own number", fields("x", From=SMS_FROM)),
        ignored("odd: from our own number to another of ours", fields("x", From=SMS_FROM, To="+15005550007")),
        ignored("odd: of a channel that is not served", fields("x", From="messenger:1", To="messenger:2")),
        by_get("odd: by GET, as one may set it at Twilio"),
    ]


def cases() -> list[Case]:
    return [
        *texts(),
        *pictures(),
        *words_of_the_carrier(),
        *addresses(),
        *forgeries(),
        *repeats(),
        *oddities(),
    ]
