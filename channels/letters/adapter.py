"""Letters out by SMTP; mails in as our mail server hands them over; cancellations from the link in each letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

import aiosmtplib

from channels.base import Collected, Forged, Malformed, Rejected, WebhookAnswer, WebhookRequest
from channels.health import Finding
from channels.letters.inbound import event
from channels.letters.mailbox import Mailbox, read_position
from channels.letters.names import cancelled_address
from channels.letters.outbound import compose, lost, named, refused
from channels.letters.seal import SIGNATURE, TIMESTAMP, seal
from channels.settings import MAIL_ADDRESS, LetterSettings
from channels.transport import seconds_left
from channels.wire import FORM, bounded, one_each, read_query, require_content_type, same_secret
from core.clock import Clock
from core.errors import Unavailable
from core.messages import Channel, Ignored, Inbound, InboundMessage, Kind, OutboundMessage, Receipt

# A mail server hands over at once; what it could not, it hands over again with a new seal.
WINDOW = timedelta(minutes=5)
TIMEOUT = 20.0

_PAGE = """<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>E-mail</title><form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">
<p lang="en">No more e-mail from us?</p><p lang="es">¿No quiere más correos nuestros?</p>
<p lang="zh-Hans">不再接收我们的邮件？</p><p lang="zh-Hant">不再接收我們的郵件？</p>
<button>Stop · Cancelar · 退订 · 退訂</button></form>"""
_DONE = """<!doctype html><meta charset="utf-8"><title>E-mail</title>
<p lang="en">You will get no more e-mail from us.</p><p lang="es">No recibirá más correos nuestros.</p>
<p lang="zh-Hans">您不会再收到我们的邮件。</p><p lang="zh-Hant">您不會再收到我們的郵件。</p>"""


class Letters:
    """One mail server out, and what comes back for our address."""

    can_send = True
    name = "letters"
    channel = Channel.EMAIL

    def __init__(
        self, settings: LetterSettings, *, clock: Clock, public_url: str, timeout: float = TIMEOUT
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._public_url = public_url
        self._timeout = timeout
        self._mailbox = Mailbox(settings.mailbox, timeout=timeout) if settings.mailbox else None

    @property
    def has_mailbox(self) -> bool:
        """Whether mails are fetched."""
        return self._mailbox is not None

    async def collect(self, after: str) -> Sequence[Collected]:
        """The next mails of the mailbox; see `channels.base.Collecting`."""
        if self._mailbox is None:
            return []
        now = self._clock.now()
        found = await self._mailbox.after(read_position(after), today=now.date())
        return [Collected(self._event(mail.raw, now), str(mail.position)) for mail in found]

    def _event(self, raw: bytes, now: datetime) -> Inbound | None:
        try:
            return event(raw, settings=self._settings, received_at=now)
        except Malformed:
            return None

    def receive(self, request: WebhookRequest) -> WebhookAnswer:
        bounded(request)
        if request.method != "POST":
            raise Malformed("The mail server hands over by POST.")
        self._require_seal(request)
        require_content_type(request, "message/rfc822")
        found = event(request.body, settings=self._settings, received_at=request.received_at)
        return WebhookAnswer([found])

    async def send(self, message: OutboundMessage) -> Receipt:
        seconds_left(message, self._clock.now())
        if not re.fullmatch(MAIL_ADDRESS, message.recipient):
            raise Rejected("The recipient is no mail address.", code="address")
        mail = compose(message, self._settings, public_url=self._public_url, now=self._clock.now())
        await self._hand_over(message.recipient, mail.as_bytes())
        return Receipt(provider_id=named(message.key, message.recipient, self._settings))

    async def examine(self) -> Sequence[Finding]:
        """Whether the mail server takes letters from our sender; see `channels.health.Examined`. None is sent."""
        server = self._server()
        try:
            await server.connect()
            await server.mail(self._settings.bounces)
            await server.rset()
        except aiosmtplib.SMTPAuthenticationError as error:
            what = f"The mail server refuses our name or password ({error.code})."
            return [Finding(False, what, "Check KEPT_SMTP_URL.")]
        except aiosmtplib.SMTPResponseException as error:
            what = f"The mail server refuses our sender ({error.code})."
            return [Finding(False, what, "Check KEPT_MAIL_FROM and KEPT_MAIL_BOUNCES.")]
        except (aiosmtplib.SMTPException, OSError):
            what = "The mail server cannot be reached, or not over an encrypted line."
            return [Finding(False, what, "Check KEPT_SMTP_URL and the way out to it.")]
        finally:
            server.close()
        return [Finding(True, "The mail server takes letters from our sender."), *await self._looked()]

    async def _looked(self) -> Sequence[Finding]:
        """Whether the mailbox can be read, where there is one."""
        if self._mailbox is None:
            return []
        try:
            await self._mailbox.after(None, today=self._clock.now().date())
        except Unavailable as error:
            return [Finding(False, error.what, error.remedy)]
        return [Finding(True, "The mailbox can be read.")]

    async def aclose(self) -> None:
        """Nothing is held open between letters."""

    def _server(self) -> aiosmtplib.SMTP:
        settings = self._settings
        return aiosmtplib.SMTP(
            hostname=settings.host,
            port=settings.port,
            username=settings.username,
            password=settings.password,
            use_tls=settings.from_the_start,
            start_tls=settings.encrypted and not settings.from_the_start,
            timeout=self._timeout,
        )

    async def _hand_over(self, recipient: str, mail: bytes) -> None:
        server, handed_over = self._server(), False
        try:
            await server.connect()
            await server.mail(self._settings.bounces)
            await server.rcpt(recipient)
            handed_over = True
            await server.data(mail)
        except aiosmtplib.SMTPResponseException as error:
            raise refused(error) from None
        except (aiosmtplib.SMTPException, OSError) as error:
            raise lost(error, handed_over=handed_over) from None
        finally:
            server.close()

    def _require_seal(self, request: WebhookRequest) -> None:
        timestamp = request.headers.get(TIMESTAMP, "")
        if not re.fullmatch(r"[0-9]{1,11}", timestamp):
            raise Forged("The hand-over has no time.")
        expected = seal(request.body, timestamp=timestamp, secret=self._settings.secret)
        if not same_secret(request.headers.get(SIGNATURE, ""), expected):
            raise Forged("The hand-over is not sealed by our mail server.", remedy="Check KEPT_MAIL_SECRET.")
        if abs(request.received_at.timestamp() - int(timestamp)) > WINDOW.total_seconds():
            raise Forged("The hand-over is too old.")


class Cancellations:
    """The link at the end of every letter. A GET only shows the button: mail scanners follow links."""

    name = "letters_cancel"

    def __init__(self, settings: LetterSettings) -> None:
        self._settings = settings

    def receive(self, request: WebhookRequest) -> WebhookAnswer:
        bounded(request)
        token = one_each(read_query(request)).get("token", "")
        address = cancelled_address(token, secret=self._settings.secret)
        if address is None:
            raise Forged("The link is none of ours, or cut off.")
        if request.method == "GET":
            return _page(_PAGE, Ignored("shows the button that ends letters"))
        if request.method != "POST":
            raise Malformed("The link is followed by GET or POST.")
        require_content_type(request, FORM, "multipart/form-data")
        if b"List-Unsubscribe" not in request.body or b"One-Click" not in request.body:
            raise Malformed("The form does not say what is wanted.")
        at = int(request.received_at.timestamp())
        left = InboundMessage(
            channel=Channel.EMAIL,
            provider_id=f"cancel:{token.rpartition('.')[2]}:{at}",
            sender=address,
            recipient=self._settings.sender,
            text="",
            received_at=request.received_at,
            kind=Kind.LEFT,
        )
        return _page(_DONE, left)


def _page(page: str, found: InboundMessage | Ignored) -> WebhookAnswer:
    return WebhookAnswer([found], content_type="text/html; charset=utf-8", body=page.encode())
