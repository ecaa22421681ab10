"""Twilio's routes for messages and deliveries, and its Messages API.

Signatures are checked with Twilio's own library. Sending goes over httpx, not that library's client: its
asynchronous one logs every number and text at DEBUG, and does not tell a connection that never stood (send
again) from an answer that never came (never send blindly again).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import httpx

from channels.base import (
    Forged,
    Malformed,
    OutcomeUnknown,
    Rejected,
    SendFailed,
    TryLater,
    WebhookAnswer,
    WebhookRequest,
)
from channels.health import Finding, Known, asked, clock, webhook
from channels.media import Fetched, download, recognise
from channels.settings import TwilioSettings
from channels.transport import LIMITS, TIMEOUT, answer_of, call
from channels.twilio.codes import failed, refusal_code
from channels.twilio.inbound import delivery, is_twilios, message
from channels.twilio.outbound import found, receipt, request_form
from channels.twilio.signature import signed_fields
from channels.wire import one_each, read_query
from core.clock import Clock
from core.messages import Channel, Ignored, Inbound, Media, OutboundMessage, Receipt

# Twilio takes an empty answer for "nothing to say".
# A send and a look at the list lie this close together, whatever the clocks say.
_LOOK_BACK = timedelta(minutes=1)
_NO_FORM = Ignored("an event in JSON, which brings no message")
_NOTHING_TO_SAY = (b"<Response/>", "text/xml")


def _genuine_fields(request: WebhookRequest, settings: TwilioSettings) -> dict[str, str] | None:
    signed = signed_fields(request, auth_token=settings.auth_token)
    if signed is None:
        return None
    fields = one_each(signed)
    if fields.get("AccountSid") != settings.account_sid:
        raise Forged("The request is about another Twilio account, or none.")
    return fields


class TwilioMessages:
    """Messages to and from one sender, SMS or WhatsApp."""

    def __init__(
        self,
        name: str,
        channel: Channel,
        *,
        settings: TwilioSettings,
        public_url: str,
        clock: Clock,
        timeout: httpx.Timeout = TIMEOUT,
    ) -> None:
        self.name = name
        self.channel = channel
        self._settings = settings
        self._sender = settings.whatsapp_from if channel is Channel.WHATSAPP else settings.sms_from
        self._public_url = public_url
        self._status_url = f"{public_url}/twilio/status"
        self._clock = clock
        # Messages that are known to be others than one whose answer was lost, though they may say the same.
        self._confirmed: deque[str] = deque(maxlen=1000)
        self._client = httpx.AsyncClient(timeout=timeout, limits=LIMITS)
        self._auth = (settings.account_sid, settings.auth_token)

    @property
    def can_send(self) -> bool:
        """Whether there is a sender for this channel."""
        return self._sender is not None

    def receive(self, request: WebhookRequest) -> WebhookAnswer:
        fields = _genuine_fields(request, self._settings)
        own = [sender for sender in (self._settings.sms_from, self._settings.whatsapp_from) if sender]
        event: Inbound = _NO_FORM
        if fields is not None:
            words = self._settings.answers_words
            event = message(fields, received_at=request.received_at, own=own, answers_words=words)
        body, content_type = _NOTHING_TO_SAY
        return WebhookAnswer([event], body=body, content_type=content_type)

    async def send(self, message: OutboundMessage) -> Receipt:
        if self._sender is None:
            raise Rejected("This channel has no sender.", code="sender", remedy="Set KEPT_TWILIO_..._FROM.")
        form = request_form(
            message,
            sender=self._sender,
            prefix="whatsapp:" if self.channel is Channel.WHATSAPP else "",
            status_url=self._status_url,
            now=self._clock.now(),
        )
        account = self._settings.account_sid
        url = f"{self._settings.api}/2010-04-01/Accounts/{account}/Messages.json"
        auth = (account, self._settings.auth_token)
        try:
            response = await call(self._client, "POST", url, data=form, auth=auth)
        except (OutcomeUnknown, TryLater) as error:
            return await self._settled(message, error)
        if response.status_code >= 400:
            raise failed(refusal_code(response), status=response.status_code)
        taken = receipt(answer_of(response))
        self._confirmed.append(taken.provider_id)
        return taken

    async def find(self, message: OutboundMessage, *, since: datetime) -> Receipt | None:
        """A message whose answer was lost, by whom it went to and what it says; see `channels.base.Reconciling`.

        Whether the newest that says the same is another one of ours is for the caller to see: a process that
        died may have had the answer and not have kept it.
        """
        return await self._find(message, since)

    async def _find(
        self, message: OutboundMessage, since: datetime, *, other_than: Collection[str] = ()
    ) -> Receipt | None:
        prefix = "whatsapp:" if self.channel is Channel.WHATSAPP else ""
        answer = answer_of(await self._get("/Messages", To=prefix + message.recipient, PageSize="50"))
        return found(answer, message, since, other_than=other_than)

    async def examine(self) -> Sequence[Finding]:
        """Whether Twilio knows our account and calls us; see `channels.health.Examined`."""
        return await asked(self._examine)

    async def _examine(self) -> Sequence[Finding]:
        response = await self._get("")
        if response.status_code == 401:
            return [Finding(False, "Twilio does not know the account.", "Check KEPT_TWILIO_AUTH_TOKEN.")]
        if answer_of(response).get("status") != "active":
            return [Finding(False, "The account is not active.", "Look at it in Twilio's console.")]
        findings = [Finding(True, "Twilio knows the account."), clock(response, self._clock.now())]
        if self._sender is None:
            return [*findings, Finding(False, "There is no sender.", "Set KEPT_TWILIO_..._FROM.")]
        if self._sender.startswith("MG"):
            findings.append(await self._service())
        elif self.channel is Channel.SMS and self._sender.startswith("+"):
            findings.append(await self._number())
        return findings

    async def _service(self) -> Finding:
        """A Messaging Service names its own webhook, or leaves it to its numbers."""
        url = f"{self._settings.beside('messaging')}/v1/Services/{self._sender}"
        response = await call(self._client, "GET", url, auth=self._auth)
        if response.status_code >= 400:
            return Finding(
                False, "Twilio does not know the Messaging Service.", "Check KEPT_TWILIO_..._FROM."
            )
        answer = answer_of(response)
        if answer.get("use_inbound_webhook_on_number"):
            return Finding(True, "The Messaging Service leaves messages to its numbers' own webhooks.")
        own = f"{self._public_url}/twilio/{'whatsapp' if self.channel is Channel.WHATSAPP else 'sms'}"
        where = "as the request address of the Messaging Service"
        return webhook(str(answer.get("inbound_request_url") or ""), own, where)

    async def template(self, template_id: str) -> Known | None:
        """A content template and WhatsApp's word on it; see `channels.health.Templated`."""
        url = f"{self._settings.beside('content')}/v1/Content/{template_id}"
        response = await call(self._client, "GET", url, auth=self._auth)
        if response.status_code >= 400:
            return None
        asked_for = answer_of(await call(self._client, "GET", f"{url}/ApprovalRequests", auth=self._auth))
        state = str((asked_for.get("whatsapp") or {}).get("status") or "")
        types = answer_of(response).get("types") or {}
        texts = [str(one["body"]) for one in types.values() if isinstance(one, dict) and one.get("body")]
        return Known(state == "approved", texts[0] if texts else None, state)

    async def _number(self) -> Finding:
        answer = answer_of(await self._get("/IncomingPhoneNumbers", PhoneNumber=self._sender or ""))
        numbers = answer.get("incoming_phone_numbers") or [{}]
        where = "as the messaging webhook of the number"
        return webhook(str(numbers[0].get("sms_url", "")), f"{self._public_url}/twilio/sms", where)

    async def _get(self, path: str, **query: str) -> httpx.Response:
        account = self._settings.account_sid
        url = f"{self._settings.api}/2010-04-01/Accounts/{account}{path}.json"
        auth = (account, self._settings.auth_token)
        return await call(self._client, "GET", url, params=query, auth=auth)

    async def _settled(self, message: OutboundMessage, error: OutcomeUnknown | TryLater) -> Receipt:
        """The receipt of a message whose answer was lost, if Twilio has it already; else raises what is known now.

        A 500 is Twilio's own word that it failed: what its list does not hold then was not taken. After a silence,
        or when somebody in between lost the answer, the message may still be on its way there.
        """
        if not (isinstance(error, OutcomeUnknown) or error.code == "500"):
            raise error
        unknown = OutcomeUnknown(error.what, code=error.code)
        if message.template is not None:
            # The list shows the filled-in text, which we do not know.
            raise unknown
        try:
            # By Twilio's clock, which writes whole seconds.
            since = self._clock.now() - _LOOK_BACK
            receipt = await self._find(message, since, other_than=self._confirmed)
        except SendFailed:
            raise unknown from None
        if receipt is None:
            raise error
        self._confirmed.append(receipt.provider_id)
        return receipt

    async def fetch(self, media: Media) -> Fetched:
        """A file that came with a message; see `channels.media.MediaSource`."""
        url = media.url.replace(TwilioSettings.api, self._settings.api, 1)
        credentials = {}
        if url.startswith(f"{self._settings.api}/"):
            credentials["auth"] = (self._settings.account_sid, self._settings.auth_token)
        return recognise(await download(self._client, url, is_own=self._is_own, **credentials))

    def _is_own(self, url: httpx.URL) -> bool:
        # Files kept before an account asked for credentials lie in the bucket that Twilio shares with nobody.
        bucket = url.host == "s3-external-1.amazonaws.com" and url.path.startswith("/media.twiliocdn.com/")
        return (
            str(url).startswith(f"{self._settings.api}/")
            or is_twilios(str(url))
            or (bucket and url.scheme == "https")
        )

    async def aclose(self) -> None:
        await self._client.aclose()


class TwilioDeliveries:
    """What Twilio tells of messages that it took from us."""

    name = "twilio_status"

    def __init__(self, settings: TwilioSettings) -> None:
        self._settings = settings

    def receive(self, request: WebhookRequest) -> WebhookAnswer:
        fields = _genuine_fields(request, self._settings)
        if fields is None:
            return WebhookAnswer([_NO_FORM])
        keys = read_query(request).get("key", [])
        if len(keys) > 1:
            raise Malformed("Our own key came twice.")
        event = delivery(fields, our_key=keys[0] if keys else None, received_at=request.received_at)
        return WebhookAnswer([event])
