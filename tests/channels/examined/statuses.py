"""Twilio's status callbacks (messaging/guides/track-outbound-message-status, api/message-resource)."""

from __future__ import annotations

from itertools import count

from tests.channels.examined.asked import (
    ACCEPTED,
    ACCOUNT,
    IGNORED,
    PUBLIC,
    REFUSED,
    SMS_FROM,
    WHATSAPP_FROM,
    Case,
    expectation,
    twilio,
)

_numbers = count(9001)


def fields(state: str, **changed: str) -> dict[str, str]:
    sid = f"SM{next(_numbers):032x}"
    return {
        "SmsSid": sid,
        "SmsStatus": state,
        "MessageStatus": state,
        "To": "+13125550999",
        "MessageSid": sid,
        "AccountSid": ACCOUNT,
        "From": SMS_FROM,
        "ApiVersion": "2010-04-01",
    } | changed


def whatsapp(state: str, **changed: str) -> dict[str, str]:
    own = {
        "From": WHATSAPP_FROM,
        "To": "whatsapp:+13125550999",
        "ChannelPrefix": "whatsapp",
        "ChannelInstallSid": "XE" + "1" * 32,
        "ChannelToAddress": "+1312555XXXX",
        "StructuredMessage": "false",
    }
    return fields(state, **(own | changed))


def state(name: str, asked: dict[str, str], expected: str) -> Case:
    told = expectation(ACCEPTED, http=200, inbound=None, reply=False, state=expected, sid=asked["MessageSid"])
    return twilio(f"status: {name}", "twilio_status", asked, told)


def ordinary() -> list[Case]:
    return [
        state("accepted by a service", fields("accepted"), "queued"),
        state("scheduled", fields("scheduled"), "queued"),
        state("queued", fields("queued"), "queued"),
        state("sending", fields("sending"), "queued"),
        state("sent", fields("sent"), "sent"),
        state("delivered", fields("delivered", RawDlrDoneDate="2605131500"), "delivered"),
        state(
            "undelivered, handset off",
            fields("undelivered", ErrorCode="30003", ErrorMessage="x"),
            "undelivered",
        ),
        state("undelivered, blocked", fields("undelivered", ErrorCode="30004"), "undelivered"),
        state("undelivered, unknown handset", fields("undelivered", ErrorCode="30005"), "undelivered"),
        state("undelivered, a landline", fields("undelivered", ErrorCode="30006"), "undelivered"),
        state("undelivered, filtered", fields("undelivered", ErrorCode="30007"), "undelivered"),
        state("undelivered, of no known cause", fields("undelivered", ErrorCode="30008"), "undelivered"),
        state("failed, the person opted out", fields("failed", ErrorCode="21610"), "failed"),
        state("failed, no number", fields("failed", ErrorCode="21211"), "failed"),
        state("failed, a code not yet invented", fields("failed", ErrorCode="99999"), "failed"),
        state("failed, without a code", fields("failed"), "failed"),
        state("canceled", fields("canceled"), "failed"),
        state("WhatsApp sent", whatsapp("sent"), "sent"),
        state("WhatsApp delivered", whatsapp("delivered", EventType="DELIVERED"), "delivered"),
        state("WhatsApp read", whatsapp("read", EventType="READ"), "read"),
        state("WhatsApp outside the window", whatsapp("failed", ErrorCode="63016"), "failed"),
        state("WhatsApp not a user", whatsapp("undelivered", ErrorCode="63003"), "undelivered"),
        state("in capitals", fields("DELIVERED"), "delivered"),
    ]


def in_disorder() -> list[Case]:
    """Callbacks may come late, twice and in any order."""
    sid = f"SM{next(_numbers):032x}"
    same = {"MessageSid": sid, "SmsSid": sid}
    twice = fields("delivered", **same)
    return [
        state("delivered comes first", twice, "delivered"),
        twilio("status: delivered again", "twilio_status", twice, expectation(IGNORED, http=200)),
        state("sent comes after", fields("sent", **same), "sent"),
        state("read comes last", fields("read", **same), "read"),
    ]


def others() -> list[Case]:
    nothing = fields("delivered")
    bare = {name: value for name, value in nothing.items() if name not in ("MessageStatus", "SmsStatus")}
    no_sid = {name: value for name, value in nothing.items() if name not in ("MessageSid", "SmsSid")}
    old = {
        name: value
        for name, value in fields("delivered").items()
        if name not in ("MessageStatus", "MessageSid")
    }
    own_route = fields("delivered")
    return [
        twilio(
            "status: not yet invented", "twilio_status", fields("teleported"), expectation(IGNORED, http=200)
        ),
        twilio(
            "status: a message on the route of deliveries",
            "twilio_status",
            fields("received", Body="I will pay", NumMedia="0"),
            expectation(REFUSED, http=400),
        ),
        twilio(
            "status: the state of a message to us",
            "twilio_status",
            fields("received"),
            expectation(IGNORED, http=200),
        ),
        twilio("status: without a state", "twilio_status", bare, expectation(REFUSED, http=400)),
        twilio("status: without an id", "twilio_status", no_sid, expectation(REFUSED, http=400)),
        twilio("status: by the old names alone", "twilio_status", old, expectation(REFUSED, http=400)),
        state("an error that is no code", fields("failed", ErrorCode="bad"), "failed"),
        twilio(
            "status: forged",
            "twilio_status",
            fields("delivered"),
            expectation(REFUSED, http=403),
            token="9" * 32,
        ),
        twilio(
            "status: no signature",
            "twilio_status",
            fields("delivered"),
            expectation(REFUSED, http=403),
            headers={"x-twilio-signature": None},
        ),
        twilio(
            "status: with our key in the address",
            "twilio_status",
            own_route,
            expectation(ACCEPTED, state="delivered", sid=own_route["MessageSid"]),
            url=f"{PUBLIC}/twilio/status?key=0123456789",
        ),
        twilio(
            "status: our key in the address changed",
            "twilio_status",
            own_route,
            expectation(REFUSED, http=403),
            url=f"{PUBLIC}/twilio/status?key=9999999999",
            signed_url=f"{PUBLIC}/twilio/status?key=0123456789",
        ),
    ]


def cases() -> list[Case]:
    return [*ordinary(), *in_disorder(), *others()]
