"""Twilio's fields of a message or a delivery, as ours. Source: Twilio, "Webhook request"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import datetime
from urllib.parse import urlsplit

from channels.base import Malformed
from channels.twilio.codes import EXPIRED, OPTED_OUT, UNREACHABLE, WINDOW_CLOSED
from channels.wire import clean, place
from core.messages import (
    Channel,
    DeliveryState,
    DeliveryUpdate,
    Ignored,
    Inbound,
    InboundMessage,
    Kind,
    Media,
)

MEDIA_HOSTS = ("twilio.com", "twiliocdn.com")
_MOST_MEDIA = 10
_SID = re.compile(r"(?:SM|MM)[0-9A-Za-z]{1,62}")
_NUMBER = re.compile(r"\+[1-9]\d{6,14}")
# WhatsApp's name for a person whose number is hidden from us: country, dot, digits or letters.
_SCOPED = re.compile(r"[A-Z]{2}\.[A-Za-z0-9.]{1,128}")

_STATES = {
    "accepted": DeliveryState.QUEUED,
    "scheduled": DeliveryState.QUEUED,
    "queued": DeliveryState.QUEUED,
    "sending": DeliveryState.QUEUED,
    "sent": DeliveryState.SENT,
    "delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.READ,
    "undelivered": DeliveryState.UNDELIVERED,
    "failed": DeliveryState.FAILED,
    "canceled": DeliveryState.FAILED,
}
_ARRIVING = frozenset({"received", "receiving"})
_KINDS = {
    "image": Kind.IMAGE,
    "audio": Kind.VOICE,
    "voice": Kind.VOICE,
    "video": Kind.VIDEO,
    "document": Kind.FILE,
    "sticker": Kind.STICKER,
    "location": Kind.LOCATION,
    "contacts": Kind.CONTACT,
    "contact": Kind.CONTACT,
    "button": Kind.BUTTON,
}
# WhatsApp happenings that say nothing a borrower could be held to or helped with.
_SILENT = frozenset({"reaction", "unsupported", "system", "ephemeral", "request_welcome", "order"})
_ANSWERED = {"STOP": "stop", "START": "start", "HELP": "help"}
# What Twilio understands by itself on its own numbers, when it is the whole message. Source: Twilio, "Support for
# opt-out keywords (SMS STOP filtering)" and "Advanced Opt-Out". YES lifts a block too.
_OWN_WORDS = {
    **dict.fromkeys(("STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT", "REVOKE", "OPTOUT", "CANCEL"), "stop"),
    **dict.fromkeys(("START", "UNSTOP", "YES"), "start"),
    **dict.fromkeys(("HELP", "INFO"), "help"),
}


def message(
    fields: Mapping[str, str],
    *,
    received_at: datetime,
    own: Collection[str] = (),
    answers_words: bool = False,
) -> Inbound:
    """The message that Twilio brings; raises `Malformed` where a field that every message has is missing.

    `own`: our senders as Twilio writes them. Two of them wired to each other would talk without end.
    `answers_words`: Twilio answers its own words by SMS without saying so; with *Advanced Opt-Out* it says so.
    """
    provider_id = message_sid(fields)
    if fields.get("SmsStatus", "received") not in _ARRIVING:
        raise Malformed("This is a delivery, not a message.", remedy="Set it to /twilio/status at Twilio.")
    channel, sender = address(fields, "From")
    own_channel, recipient = address(fields, "To")
    if channel is None or own_channel is None:
        return Ignored("a Twilio channel that is not served")
    if channel is not own_channel:
        raise Malformed("Sender and recipient are on different channels.")
    if not (_NUMBER.fullmatch(sender) or (channel is Channel.WHATSAPP and _SCOPED.fullmatch(sender))):
        return Ignored("the sender is a short code or a name, not a person's number")
    if fields["From"] == fields["To"] or fields["From"] in own:
        return Ignored("written from a number of our own")
    said = fields.get("MessageType", "").lower()
    if said in _SILENT:
        return Ignored(f"a WhatsApp {said}")
    media = _media(fields)
    kind = _kind(fields, said, media)
    return InboundMessage(
        channel=channel,
        provider_id=provider_id,
        sender=sender,
        recipient=recipient,
        text=_text(fields, kind),
        received_at=received_at,
        kind=kind,
        media=tuple(item for item in media if is_twilios(item.url))
        + (place(fields.get("Latitude"), fields.get("Longitude")) if kind is Kind.LOCATION else ()),
        answered_keyword=_answered(fields, by_itself=answers_words and channel is Channel.SMS),
    )


def delivery(fields: Mapping[str, str], *, our_key: str | None, received_at: datetime) -> Inbound:
    """What became of a message of ours; raises `Malformed` where Twilio would have said more."""
    provider_id = message_sid(fields)
    said = fields.get("MessageStatus") or fields.get("SmsStatus") or ""
    if not said:
        raise Malformed("The delivery names no state.")
    if said.lower() in _ARRIVING:
        if "Body" in fields:
            raise Malformed("This is a message, not a delivery.", remedy="Set it to its own route at Twilio.")
        return Ignored("the state of a message to us")
    state = _STATES.get(said.lower())
    if state is None:
        return Ignored("a delivery state that is not known")
    code = fields.get("ErrorCode") or None
    if code == "0":
        code = None
    if code is not None and not re.fullmatch(r"[0-9]{1,6}", code):
        code = "unknown"  # what became of the message counts, even where the reason cannot be read
    lost = state in (DeliveryState.UNDELIVERED, DeliveryState.FAILED)
    return DeliveryUpdate(
        channel=_whose(fields),
        provider_id=provider_id,
        state=state,
        received_at=received_at,
        error=code or ("canceled" if said.lower() == "canceled" else None),
        our_key=our_key,
        unreachable=lost and code in UNREACHABLE | OPTED_OUT,
        opted_out=lost and code in OPTED_OUT,
        expired=lost and code in EXPIRED,
        window_shut=lost and code in WINDOW_CLOSED,
    )


def _answered(fields: Mapping[str, str], *, by_itself: bool) -> str | None:
    told = _ANSWERED.get(fields.get("OptOutType", "").upper())
    if told is not None or not by_itself:
        return told
    return _OWN_WORDS.get(fields.get("Body", "").strip().upper())


def message_sid(fields: Mapping[str, str]) -> str:
    """Twilio's id of the message; raises `Malformed`."""
    sid = fields.get("MessageSid", "")
    if not _SID.fullmatch(sid):
        raise Malformed("MessageSid is missing or is none.")
    return sid


def address(fields: Mapping[str, str], name: str) -> tuple[Channel | None, str]:
    """Channel (None: not served) and address of `From` or `To`: `whatsapp:+1...` is WHATSAPP and +1..."""
    written = fields.get(name, "")
    if not written:
        raise Malformed(f"{name} is missing.")
    prefix, colon, rest = written.partition(":")
    if not colon:
        if not re.fullmatch(r"\+?[0-9]{3,15}|[A-Za-z0-9 ._&-]{1,32}", written):
            raise Malformed(f"{name} is no address.")
        return Channel.SMS, written
    if prefix != "whatsapp":
        return None, rest
    if not (_NUMBER.fullmatch(rest) or _SCOPED.fullmatch(rest)):
        raise Malformed(f"{name} is no WhatsApp address.")
    return Channel.WHATSAPP, rest


def _whose(fields: Mapping[str, str]) -> Channel:
    for name in ("From", "To", "ChannelToAddress"):
        if fields.get(name, "").startswith("whatsapp:"):
            return Channel.WHATSAPP
    return Channel.SMS


def _media(fields: Mapping[str, str]) -> list[Media]:
    written = fields.get("NumMedia") or "0"
    if not written.isascii() or not written.isdecimal() or int(written[:4]) > _MOST_MEDIA:
        raise Malformed("NumMedia is no count.")
    # One that is announced but not named is lost at Twilio; what the person wrote with it is not.
    return [
        Media(clean(url), clean(fields.get(f"MediaContentType{at}", "")) or None)
        for at in range(int(written))
        if (url := fields.get(f"MediaUrl{at}"))
    ]


def is_twilios(url: str) -> bool:
    """Whether a file's address is on a host of Twilio's own."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    host = parts.hostname or ""
    return parts.scheme == "https" and any(host == own or host.endswith(f".{own}") for own in MEDIA_HOSTS)


def _kind(fields: Mapping[str, str], said: str, media: list[Media]) -> Kind:
    if fields.get("ButtonText") or fields.get("ButtonPayload") or fields.get("ListId"):
        return Kind.BUTTON
    if said in _KINDS:
        return _KINDS[said]
    if fields.get("Latitude") and fields.get("Longitude"):
        return Kind.LOCATION
    if not media:
        if "Body" not in fields:
            raise Malformed("The message has neither text nor anything else.")
        return Kind.TEXT
    content_type = (media[0].content_type or "").lower().partition(";")[0].strip()
    if content_type in ("text/vcard", "text/x-vcard", "text/directory"):
        return Kind.CONTACT
    return _KINDS.get(content_type.partition("/")[0], Kind.FILE)


def _text(fields: Mapping[str, str], kind: Kind) -> str:
    if kind is Kind.BUTTON:
        for name in ("ButtonText", "ListTitle", "Body", "ButtonPayload", "ListId"):
            if fields.get(name):
                return clean(fields[name])
    return clean(fields.get("Body", ""))
