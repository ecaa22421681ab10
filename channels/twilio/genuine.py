"""Requests as Twilio sends them, signed, for tests, the demonstration and `kept play`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

from channels.base import WebhookRequest
from channels.settings import TwilioSettings
from channels.twilio.outbound import status_callback
from channels.twilio.signature import sign
from channels.wire import FORM
from core.messages import Channel, DeliveryState, Kind

_TYPES = {
    Kind.IMAGE: ("image", "image/jpeg"),
    Kind.VOICE: ("audio", "audio/ogg"),
    Kind.VIDEO: ("video", "video/mp4"),
    Kind.FILE: ("document", "application/pdf"),
    Kind.STICKER: ("sticker", "image/webp"),
    Kind.CONTACT: ("contacts", "text/vcard"),
}


def posted(
    url: str, fields: Mapping[str, str], *, auth_token: str, at: datetime, signature: str | None = None
) -> WebhookRequest:
    """A form posted to `url`, signed by Twilio unless another `signature` is given."""
    return WebhookRequest(
        method="POST",
        url=url,
        headers={
            "content-type": f"{FORM}; charset=UTF-8",
            "user-agent": "TwilioProxy/1.1",
            "x-twilio-signature": signature or sign(url, fields, auth_token=auth_token),
        },
        body=urlencode(fields).encode(),
        received_at=at,
    )


class TwilioGenuine:
    """Writes what Twilio would post to our routes, on one of its two channels."""

    def __init__(self, settings: TwilioSettings, *, channel: Channel, public_url: str) -> None:
        self._settings = settings
        self._whatsapp = channel is Channel.WHATSAPP
        self._url = f"{public_url}/twilio/{'whatsapp' if self._whatsapp else 'sms'}"
        self._status_url = f"{public_url}/twilio/status"

    def message(self, fields: Mapping[str, str], *, at: datetime) -> WebhookRequest:
        """Any message: `fields` as they are, signed."""
        return posted(self._url, fields, auth_token=self._settings.auth_token, at=at)

    def text(self, text: str, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        return self.message(self.fields(sender, number) | {"Body": text}, at=at)

    def media(
        self, kind: Kind, *, sender: str, at: datetime, number: int, caption: str = ""
    ) -> WebhookRequest:
        fields = self.fields(sender, number) | {"Body": caption}
        if kind is Kind.LOCATION:
            place = {"Latitude": "41.8781", "Longitude": "-87.6298"}
            return self.message(fields | place | self._type("location"), at=at)
        said, content_type = _TYPES[kind]
        account, sid = self._settings.account_sid, fields["MessageSid"]
        url = f"https://api.twilio.com/2010-04-01/Accounts/{account}/Messages/{sid}/Media/ME{number:032x}"
        file = {"NumMedia": "1", "MediaUrl0": url, "MediaContentType0": content_type}
        return self.message(fields | file | self._type(said), at=at)

    def left(self, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        return self.text("STOP", sender=sender, at=at, number=number)

    def joined(self, *, sender: str, at: datetime, number: int, binding: str = "") -> WebhookRequest:
        return self.text(f"START {binding}".strip(), sender=sender, at=at, number=number)

    def delivery(
        self,
        provider_id: str,
        state: DeliveryState | str,
        *,
        key: str,
        to: str,
        at: datetime,
        error: str = "",
    ) -> WebhookRequest:
        """Twilio tells that the message with our `key` has come as far as `state`."""
        fields = {
            "AccountSid": self._settings.account_sid,
            "ApiVersion": "2010-04-01",
            "From": self._own(),
            "To": self._prefix(to),
            "MessageSid": provider_id,
            "MessageStatus": str(state),
            "SmsSid": provider_id,
            "SmsStatus": str(state),
        } | ({"ErrorCode": error} if error else {})
        url = status_callback(self._status_url, key)
        return posted(url, fields, auth_token=self._settings.auth_token, at=at)

    def fields(self, sender: str, number: int) -> dict[str, str]:
        """What every message carries beside its text."""
        sid = f"SM{number:032x}"
        fields = {
            "AccountSid": self._settings.account_sid,
            "ApiVersion": "2010-04-01",
            "From": self._prefix(sender),
            "MessageSid": sid,
            "NumMedia": "0",
            "NumSegments": "1",
            "SmsMessageSid": sid,
            "SmsSid": sid,
            "SmsStatus": "received",
            "To": self._own(),
        }
        if not self._whatsapp:
            return fields | {"FromCountry": "US", "ToCountry": "US"}
        return fields | {"ProfileName": "Rosa", "WaId": sender.lstrip("+")} | self._type("text")

    def _type(self, said: str) -> dict[str, str]:
        return {"MessageType": said} if self._whatsapp else {}

    def _prefix(self, number: str) -> str:
        return f"whatsapp:{number}" if self._whatsapp else number

    def _own(self) -> str:
        own = self._settings.whatsapp_from if self._whatsapp else self._settings.sms_from
        return own if own and not own.startswith("MG") else self._prefix("+15005550006")
