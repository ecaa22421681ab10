"""What Twilio tells of messages that were sent."""

from __future__ import annotations

from typing import Any

from tests.channels.strangers import sms
from tests.channels.strangers.asked import PUBLIC, SID, SMS_FROM, WHATSAPP_FROM, Case, form
from tests.channels.strangers.sms import FROM, sid, without

ROUTE = f"{PUBLIC}/twilio/status"


def fields(name: str, state: str, **more: str) -> dict[str, str]:
    return {
        "SmsSid": sid(name),
        "SmsStatus": state,
        "MessageStatus": state,
        "To": FROM,
        "MessageSid": sid(name),
        "AccountSid": SID,
        "From": SMS_FROM,
        "ApiVersion": "2010-04-01",
    } | more


def taken(name: str, state: str, want: str | None = None, **more: str) -> Case:
    """A receipt that is kept, with the state it stands for."""
    return form(
        name,
        "status",
        fields(name, state, **more).items(),
        "accepted",
        status=(sid(name), want or state),
        reply=False,
    )


def _other(name: str, became: str, given: dict[str, str], **how: Any) -> Case:
    return form(name, "status", given.items(), became, **how)


def _states() -> list[Case]:
    over = {
        "From": WHATSAPP_FROM,
        "To": "whatsapp:+447700900123",
        "ChannelPrefix": "whatsapp",
        "ChannelInstallSid": "XE" + "c" * 32,
        "ChannelToAddress": "+44770090XXXX",
    }
    made = [
        taken("st-accepted", "accepted", "queued"),
        taken("st-scheduled", "scheduled", "queued"),
        taken("st-queued", "queued"),
        taken("st-sending", "sending", "queued|sent"),
        taken("st-sent", "sent", RawDlrDoneDate="2611181700"),
        taken("st-delivered", "delivered", RawDlrDoneDate="2611181700"),
        taken("st-undelivered", "undelivered", ErrorCode="30003", ErrorMessage=""),
        taken("st-failed", "failed", ErrorCode="30008"),
        taken("st-canceled", "canceled", "failed"),
        taken("st-service", "delivered", MessagingServiceSid="MG" + "b" * 32),
        taken("st-from-pool", "delivered", MessagingServiceSid="MG" + "b" * 32, From="+15005550011"),
        taken("st-added-parameters", "sent", Tomorrow="%2B +", Nothing=""),
        taken("st-wa-sent", "sent", **over),
        taken("st-wa-delivered", "delivered", EventType="DELIVERED", **over),
        taken("st-wa-read", "read", EventType="READ", **over),
        taken("st-wa-window", "failed", ErrorCode="63016", ChannelStatusMessage="Channel error", **over),
        taken(
            "st-wa-undelivered",
            "undelivered",
            EventType="UNDELIVERED",
            ErrorCode="63024",
            ChannelStatusCode="131026",
            **over,
        ),
        taken("st-mms", "delivered", MessageSid=sid("st-mms")),
        taken("st-by-own-key", "delivered"),
    ]
    for code in (
        "21610",
        "21611",
        "30001",
        "30002",
        "30004",
        "30005",
        "30006",
        "30007",
        "30034",
        "30036",
        "63003",
        "63018",
        "63049",
        "99999",
    ):
        made.append(taken(f"st-error-{code}", "undelivered", ErrorCode=code))
    made.append(taken("st-error-is-no-number", "failed", ErrorCode="none at all"))
    return made


def _more() -> list[Case]:
    only_old = without(fields("st-old-names", "delivered"), "MessageStatus", "MessageSid")
    mms = fields("st-mm-id", "delivered") | {
        "MessageSid": sid("st-mm-id", "MM"),
        "SmsSid": sid("st-mm-id", "MM"),
    }
    click = {
        "event_type": "click",
        "sms_sid": sid("x"),
        "to": FROM,
        "from": SMS_FROM,
        "link": "https://l.example/p",
        "click_time": "2026-11-18T17:00:00Z",
        "account_sid": SID,
        "user_agent": "curl/8",
    }
    return [
        _other("st-mm-id", "accepted", mms, status=(sid("st-mm-id", "MM"), "delivered")),
        _other(
            "st-old-names", "accepted|rejected|ignored", only_old, status=(sid("st-old-names"), "delivered")
        ),
        _other(
            "st-with-query",
            "accepted",
            fields("st-with-query", "sent"),
            url=ROUTE + "?key=a%2Fb&n=1",
            status=(sid("st-with-query"), "sent"),
        ),
        _other("st-received", "ignored", fields("st-received", "received")),
        _other("st-receiving", "ignored", fields("st-receiving", "receiving")),
        _other("st-of-the-future", "ignored", fields("st-of-the-future", "teleported")),
        _other("st-click", "ignored|rejected", click),
        _other("st-inbound-message", "ignored|rejected", sms.fields("st-inbound-message", "I will pay")),
        # The state's way: each once, then again, then late.
        _other("st-walk-sent", "accepted", fields("st-walk", "sent"), status=(sid("st-walk"), "sent")),
        _other(
            "st-walk-delivered",
            "accepted",
            fields("st-walk", "delivered"),
            status=(sid("st-walk"), "delivered"),
        ),
        _other("st-walk-delivered-again", "ignored", fields("st-walk", "delivered")),
        _other(
            "st-walk-sent-late",
            "ignored|accepted",
            fields("st-walk", "sent"),
            status=(sid("st-walk"), "sent|delivered"),
        ),
        _other("st-walk-read", "accepted", fields("st-walk", "read"), status=(sid("st-walk"), "read")),
        _other(
            "st-unsigned", "rejected", fields("st-unsigned", "sent"), headers={"X-Twilio-Signature": None}
        ),
        _other("st-other-token", "rejected", fields("st-other-token", "sent"), key="2" * 32),
        _other(
            "st-other-account", "rejected", fields("st-other-account", "sent", AccountSid="AC" + "1" * 32)
        ),
        _other(
            "st-changed-state",
            "rejected",
            fields("st-changed-state", "failed"),
            body=b"MessageSid=" + sid("st-changed-state").encode() + b"&MessageStatus=delivered",
        ),
        _other("st-signed-for-sms", "rejected", fields("st-signed-for-sms", "sent"), signed_url=sms.ROUTE),
        _other("st-no-id", "rejected|ignored", without(fields("st-no-id", "sent"), "MessageSid", "SmsSid")),
        _other(
            "st-no-state",
            "rejected|ignored",
            without(fields("st-no-state", "sent"), "MessageStatus", "SmsStatus"),
        ),
        _other("st-nothing", "rejected", fields("st-nothing", "sent"), body=b""),
        # A receipt at the address for messages is a receipt, not a person's words.
        form(
            "st-at-sms",
            "sms",
            fields("st-at-sms", "delivered").items(),
            "ignored|rejected|accepted",
            status=(sid("st-at-sms"), "delivered"),
        ),
    ]


CASES = [*_states(), *_more()]
