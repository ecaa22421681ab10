"""Twilio's WhatsApp messages (messaging/guides/webhook-request, whatsapp/tutorial, content API quick replies)."""

from __future__ import annotations

from itertools import count

from tests.channels.examined.asked import (
    ACCEPTED,
    ACCOUNT,
    IGNORED,
    PUBLIC,
    REFUSED,
    WHATSAPP_FROM,
    Case,
    expectation,
    twilio,
)

_numbers = count(5001)
URL = f"{PUBLIC}/twilio/whatsapp"


def fields(body: str, **changed: str) -> dict[str, str]:
    number = next(_numbers)
    sid = f"SM{number:032x}"
    return {
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "ProfileName": "Grace",
        "MessageType": "text",
        "SmsSid": sid,
        "WaId": f"1312555{number}",
        "SmsStatus": "received",
        "Body": body,
        "To": WHATSAPP_FROM,
        "NumSegments": "1",
        "ReferralNumMedia": "0",
        "MessageSid": sid,
        "AccountSid": ACCOUNT,
        "ChannelMetadata": '{"type":"whatsapp","data":{"context":{"ProfileName":"Grace","WaId":"1312555"}}}',
        "From": f"whatsapp:+1312555{number}",
        "ApiVersion": "2010-04-01",
    } | changed


def understood(name: str, asked: dict[str, str], **told: object) -> Case:
    expected = {
        "http": 200,
        "channel": "whatsapp",
        "from_": asked["From"].removeprefix("whatsapp:"),
        "provider_id": asked["MessageSid"],
        "reply": True,
    } | told
    return twilio(name, "twilio_whatsapp", asked, expectation(ACCEPTED, **expected))


def media(name: str, kind: str, content_type: str, message_type: str, body: str = "") -> Case:
    asked = fields(
        body,
        NumMedia="1",
        MessageType=message_type,
        MediaContentType0=content_type,
        MediaUrl0=f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages/MM{'2' * 32}/Media/ME{'1' * 32}",
    )
    return understood(name, asked, kind=kind, text=body)


def words() -> list[Case]:
    marketing = {
        "ReferralBody": "Help with debts",
        "ReferralHeadline": "Talk",
        "ReferralSourceId": "118588094077142",
        "ReferralSourceType": "post",
        "ReferralSourceUrl": "https://fb.me/3kk",
        "ReferralNumMedia": "1",
        "ReferralMediaContentType": "image/jpeg",
        "ReferralMediaUrl": "https://api.twilio.com/x",
        "ReferralCtwaClid": "ARAk",
    }
    answered = {
        "OriginalRepliedMessageSid": "SM" + "8" * 32,
        "OriginalRepliedMessageSender": WHATSAPP_FROM,
    }
    return [
        understood(
            "whatsapp: a text", fields("hola, ¿cuánto debo?"), kind="text", text="hola, ¿cuánto debo?"
        ),
        understood("whatsapp: Chinese", fields("我想分期"), kind="text", text="我想分期"),
        understood(
            "whatsapp: a reply to our message", fields("that one", **answered), kind="text", text="that one"
        ),
        understood("whatsapp: forwarded", fields("look at this", Forwarded="true"), kind="text"),
        understood("whatsapp: forwarded often", fields("look here", FrequentlyForwarded="true"), kind="text"),
        understood(
            "whatsapp: after an advertisement",
            fields("I saw your ad", **marketing),
            kind="text",
            text="I saw your ad",
        ),
        understood("whatsapp: a name with signs", fields("good day", ProfileName="Gräce 王 🦄"), kind="text"),
        understood("whatsapp: no name told", fields("good evening", ProfileName=""), kind="text"),
        understood(
            "whatsapp: through a service",
            fields("hello you", MessagingServiceSid="MG" + "4" * 32),
            kind="text",
        ),
        understood("whatsapp: a stop", fields("stop"), kind="text", text="stop"),
        understood(
            "whatsapp: from Mexico",
            fields("buenas", From="whatsapp:+5215512345678", WaId="5215512345678"),
            kind="text",
        ),
        understood(
            "whatsapp: from China",
            fields("你好", From="whatsapp:+8613912345678", WaId="8613912345678"),
            kind="text",
        ),
    ]


def choices() -> list[Case]:
    button = fields("Yes, Friday", ButtonText="Yes, Friday", ButtonPayload="confirm", MessageType="button")
    quick = fields(
        "Sí",
        ButtonText="Sí",
        ButtonPayload="Sí",
        MessageType="button",
        OriginalRepliedMessageSid="SM" + "8" * 32,
    )
    listed = fields(
        "In two parts",
        ListId="plan_2",
        ListTitle="In two parts",
        ListDescription="Half now",
        MessageType="interactive",
    )
    return [
        understood("whatsapp: a quick reply with a payload", button, kind="button"),
        understood("whatsapp: a quick reply", quick, kind="button", text="Sí"),
        understood("whatsapp: one of a list", listed, kind="button"),
    ]


def things() -> list[Case]:
    place = {"Latitude": "41.88", "Longitude": "-87.63", "MessageType": "location"}
    return [
        media("whatsapp: a photo", "image", "image/jpeg", "image"),
        media("whatsapp: a photo with words", "image", "image/jpeg", "image", "the receipt"),
        media("whatsapp: a voice note", "voice", "audio/ogg", "audio"),
        media("whatsapp: a voice note with its codec", "voice", "audio/ogg; codecs=opus", "audio"),
        media("whatsapp: a film", "video", "video/mp4", "video"),
        media("whatsapp: a PDF", "file", "application/pdf", "document", "invoice.pdf"),
        media("whatsapp: a sticker", "sticker", "image/webp", "sticker"),
        media("whatsapp: a contact", "contact", "text/vcard", "contacts"),
        understood("whatsapp: where I am", fields("", **place), kind="location"),
        understood(
            "whatsapp: a named place",
            fields("", Address="1 State St", Label="Bank", **place),
            kind="location",
        ),
    ]


def departures() -> list[Case]:
    first = fields("pagaré el lunes")
    return [
        understood("whatsapp: the first of two", first, kind="text"),
        twilio("whatsapp: told twice", "twilio_whatsapp", first, expectation(IGNORED, http=200)),
        twilio(
            "whatsapp: forged", "twilio_whatsapp", fields("x"), expectation(REFUSED, http=403), token="0" * 32
        ),
        twilio(
            "whatsapp: signed for the SMS route",
            "twilio_whatsapp",
            fields("x"),
            expectation(REFUSED, http=403),
            signed_url=f"{PUBLIC}/twilio/sms",
        ),
        twilio(
            "whatsapp: a reaction",
            "twilio_whatsapp",
            fields("👍", MessageType="reaction", OriginalRepliedMessageSid="SM" + "8" * 32),
            expectation(IGNORED, http=200),
        ),
        twilio(
            "whatsapp: of a kind WhatsApp does not hand on",
            "twilio_whatsapp",
            fields("", MessageType="unsupported"),
            expectation(IGNORED, http=200),
        ),
    ]


def cases() -> list[Case]:
    return [*words(), *choices(), *things(), *departures()]
