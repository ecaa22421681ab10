"""WhatsApp messages as Twilio hands them on."""

from __future__ import annotations

import json
from typing import Any

from tests.channels.strangers import sms
from tests.channels.strangers.asked import PUBLIC, SID, WHATSAPP_FROM, Case, form
from tests.channels.strangers.sms import mms, sid, without

ROUTE = f"{PUBLIC}/twilio/whatsapp"
FROM = "+447700900123"


def fields(name: str, body: str, kind: str = "text", **more: str) -> dict[str, str]:
    """What Twilio sends with a WhatsApp message of a kind; `more` adds to it or replaces."""
    return {
        "SmsMessageSid": sid(name),
        "NumMedia": "0",
        "ProfileName": "Zoë 🌻",
        "MessageType": kind,
        "SmsSid": sid(name),
        "WaId": FROM[1:],
        "SmsStatus": "received",
        "Body": body,
        "To": WHATSAPP_FROM,
        "NumSegments": "1",
        "ReferralNumMedia": "0",
        "MessageSid": sid(name),
        "AccountSid": SID,
        "ChannelMetadata": json.dumps(
            {"type": "whatsapp", "data": {"context": {"ProfileName": "Zoë", "WaId": FROM[1:]}}}
        ),
        "From": f"whatsapp:{FROM}",
        "ApiVersion": "2010-04-01",
    } | more


def told(name: str, text: Any, *, kind: Any = "text", sender: Any = FROM) -> dict[str, Any]:
    return {"channel": "whatsapp", "from": sender, "text": text, "provider_id": sid(name), "kind": kind}


def taken(
    name: str, body: str, type_: str = "text", *, want: Any = None, kind: Any = "text", **more: str
) -> Case:
    sender = more.get("From", f"whatsapp:{FROM}").removeprefix("whatsapp:")
    seen = told(name, body if want is None else want, kind=kind, sender=sender)
    return form(
        name, "whatsapp", fields(name, body, type_, **more).items(), "accepted", inbound=seen, reply=True
    )


def other(name: str, became: str, body: str = "", type_: str = "text", want: Any = None, **more: str) -> Case:
    return form(name, "whatsapp", fields(name, body, type_, **more).items(), became, inbound=want)


def _messages() -> list[Case]:
    return [
        taken("wa-text", "Hi, can I pay next week?"),
        taken("wa-forwarded", "look at this", Forwarded="true", FrequentlyForwarded="true"),
        taken(
            "wa-answering",
            "yes",
            OriginalRepliedMessageSender=WHATSAPP_FROM,
            OriginalRepliedMessageSid=sid("ours"),
        ),
        taken("wa-mexico", "hola", From="whatsapp:+5215512345678", WaId="5215512345678"),
        taken("wa-brazil", "oi", From="whatsapp:+5511987654321", WaId="551187654321"),
        taken(
            "wa-from-an-ad",
            "Hello",
            ReferralBody="Debt help",
            ReferralHeadline="Offers",
            ReferralSourceId="118588094077142",
            ReferralSourceType="ad",
            ReferralSourceUrl="https://fb.me/abc",
            ReferralCtwaClid="ARAk",
        ),
        taken(
            "wa-from-an-ad-with-picture",
            "Hello",
            ReferralNumMedia="1",
            ReferralMediaContentType0="image/jpeg",
            ReferralMediaUrl0="https://scontent.xx.fbcdn.net/v/x.jpg",
            ReferralSourceType="post",
        ),
        form(
            "wa-no-type",
            "whatsapp",
            without(fields("wa-no-type", "hi"), "MessageType", "ChannelMetadata").items(),
            "accepted",
            inbound=told("wa-no-type", "hi"),
            reply=True,
        ),
        taken("wa-emoji-only", "👍"),
        taken("wa-nul", "a\x00b", want={"ab", "a b", "a\ufffdb"}),
        taken("wa-4096", "长" * 1600),
        taken("wa-stop", "STOP", From="whatsapp:+447700900777"),
        taken("wa-baja", "baja", From="whatsapp:+447700900778"),
    ]


def _kinds() -> list[Case]:
    where = {"Latitude": "40.4168", "Longitude": "-3.7038"}
    yes = {"ButtonText": "Yes, I will pay", "ButtonPayload": "pay_yes"}
    picked = {"ListId": "d2", "ListTitle": "Friday", "ListDescription": "27 November"}
    flow = {"FlowData": "{}", "InteractiveData": '{"screen_0_date":"2026-11-27"}'}
    return [
        taken("wa-image", "my payslip", "image", kind="image", **mms("image/jpeg")),
        taken("wa-image-only", "", "image", kind="image", **mms("image/jpeg")),
        taken("wa-voice", "", "audio", kind="voice", **mms("audio/ogg")),
        taken("wa-voice-codecs", "", "audio", kind="voice", **mms("audio/ogg; codecs=opus")),
        taken("wa-video", "", "video", kind="video", **mms("video/mp4")),
        taken("wa-document", "", "document", want={"", "proof.pdf"}, kind="file", **mms("application/pdf")),
        taken(
            "wa-document-named",
            "proof.pdf",
            "document",
            want={"", "proof.pdf"},
            kind="file",
            **mms("application/pdf"),
        ),
        taken("wa-image-as-document", "", "document", kind={"file", "image"}, **mms("image/jpeg")),
        taken("wa-sticker", "", "sticker", kind="sticker", **mms("image/webp")),
        taken("wa-contact", "", "contacts", kind="contact", **mms("text/vcard")),
        form(
            "wa-location",
            "whatsapp",
            fields("wa-location", "", "location", **where).items(),
            "accepted",
            inbound={"kind": "location", "from": FROM},
            reply=True,
        ),
        form(
            "wa-place",
            "whatsapp",
            fields("wa-place", "", "location", **where, Label="Puerta del Sol", Address="Madrid").items(),
            "accepted",
            inbound={"kind": "location", "from": FROM},
            reply=True,
        ),
        form(
            "wa-location-untyped",
            "whatsapp",
            without(fields("wa-location-untyped", "", **where), "MessageType").items(),
            "accepted",
            inbound={"kind": "location"},
            reply=True,
        ),
        taken(
            "wa-button",
            "Yes, I will pay",
            "button",
            kind="button",
            want={"Yes, I will pay", "pay_yes"},
            **yes,
        ),
        taken(
            "wa-button-untyped",
            "Yes, I will pay",
            "text",
            kind="button",
            want={"Yes, I will pay", "pay_yes"},
            **yes,
        ),
        taken(
            "wa-button-without-body", "", "button", kind="button", want={"Yes, I will pay", "pay_yes"}, **yes
        ),
        taken(
            "wa-quick-reply",
            "Yes, I will pay",
            "interactive",
            kind="button",
            want={"Yes, I will pay", "pay_yes"},
            **yes,
        ),
        taken("wa-list", "Friday", "interactive", kind="button", want={"Friday", "d2"}, **picked),
        taken("wa-list-without-body", "", "interactive", kind="button", want={"Friday", "d2"}, **picked),
        taken(
            "wa-button-stop",
            "Stop messages",
            "button",
            kind="button",
            want={"Stop messages", "STOP"},
            ButtonText="Stop messages",
            ButtonPayload="STOP",
            From="whatsapp:+447700900779",
        ),
        other("wa-flow", "accepted|ignored", "", "interactive", {"kind": {"button", "text"}}, **flow),
        other("wa-reaction", "ignored|accepted", "👍", "reaction", {"text": "👍"}),
        other("wa-reaction-taken-back", "ignored", "", "reaction"),
        other("wa-unsupported", "ignored|accepted", "", "unsupported", {"text": ""}),
        other("wa-order", "ignored|accepted", "", "order", {"text": ""}),
        other("wa-of-the-future", "accepted", "hello", "hologram", {"text": "hello", "channel": "whatsapp"}),
    ]


def _refused() -> list[Case]:
    good = fields("wa-refused", "hi")
    return [
        form("wa-signed-for-sms", "whatsapp", good.items(), "rejected", signed_url=sms.ROUTE),
        form("wa-unsigned", "whatsapp", good.items(), "rejected", headers={"X-Twilio-Signature": None}),
        form("wa-other-token", "whatsapp", good.items(), "rejected", key="1" * 32),
        form(
            "wa-changed-profile",
            "whatsapp",
            good.items(),
            "rejected",
            body=b"&".join([b"ProfileName=Mallory", b"Body=hi", f"MessageSid={sid('x')}".encode()]),
        ),
        form("wa-other-account", "whatsapp", (good | {"AccountSid": "AC" + "e" * 32}).items(), "rejected"),
        # Another sender of the same account: Twilio signed it with our token, and a stop there must be heard.
        form(
            "wa-to-another",
            "whatsapp",
            (good | {"To": "whatsapp:+14155550000"}).items(),
            "accepted",
            inbound=told("wa-refused", "hi"),
        ),
        form(
            "wa-is-sms",
            "whatsapp",
            sms.fields("wa-is-sms", "hi").items(),
            "rejected|ignored|accepted",
            inbound={"channel": "sms", "from": sms.FROM},
        ),
        # A person known by a user id only: there is no number to answer to over other channels.
        form(
            "wa-by-user-id",
            "whatsapp",
            (
                good
                | {
                    "From": "whatsapp:US.13491208655302741918",
                    "WaId": "",
                    "MessageSid": sid("wa-by-user-id"),
                    "ExternalUserId": "US.13491208655302741918",
                }
            ).items(),
            "accepted|ignored|rejected",
            inbound={"text": "hi"},
        ),
    ]


def _twice() -> list[Case]:
    first = fields("wa-once", "", "image", **mms("image/jpeg"))
    return [
        form("wa-once", "whatsapp", first.items(), "accepted", inbound=told("wa-once", "", kind="image")),
        form("wa-twice", "whatsapp", first.items(), "ignored"),
        form("wa-twice-other-type", "whatsapp", (first | {"Body": "now with words"}).items(), "ignored"),
    ]


CASES = [*_messages(), *_kinds(), *_refused(), *_twice()]
