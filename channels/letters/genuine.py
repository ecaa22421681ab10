"""Mails as our mail server hands them over, for tests, the demonstration and `kept play`."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import urlencode

from channels.base import WebhookRequest
from channels.letters.names import cancel_token
from channels.letters.outbound import named
from channels.letters.seal import SIGNATURE, TIMESTAMP, seal
from channels.settings import LetterSettings
from channels.wire import FORM
from core.messages import Kind


class LettersGenuine:
    """Writes what the mail server and people's mail programs would post."""

    def __init__(self, settings: LetterSettings, *, public_url: str) -> None:
        self._settings = settings
        self._public_url = public_url

    def hand_over(self, mail: bytes, *, at: datetime) -> WebhookRequest:
        """Any mail, sealed."""
        timestamp = str(int(at.timestamp()))
        headers = {
            "content-type": "message/rfc822",
            TIMESTAMP: timestamp,
            SIGNATURE: seal(mail, timestamp=timestamp, secret=self._settings.secret),
        }
        return WebhookRequest("POST", f"{self._public_url}/letters", headers, mail, at)

    def text(self, text: str, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        mail = EmailMessage(policy=SMTP)
        mail["From"] = sender
        mail["To"] = self._settings.sender
        mail["Subject"] = "Re: -"
        mail["Date"] = at
        mail["Message-ID"] = f"<{number}@mail.example>"
        mail.set_content(text)
        return self.hand_over(mail.as_bytes(), at=at)

    def media(
        self, kind: Kind, *, sender: str, at: datetime, number: int, caption: str = ""
    ) -> WebhookRequest:
        """Attachments are left behind by the mail server: the words arrive."""
        del kind
        return self.text(caption, sender=sender, at=at, number=number)

    def left(self, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        del number
        query = urlencode({"token": cancel_token(sender, secret=self._settings.secret)})
        url = f"{self._public_url}/letters/cancel?{query}"
        return WebhookRequest("POST", url, {"content-type": FORM}, b"List-Unsubscribe=One-Click", at)

    def joined(self, *, sender: str, at: datetime, number: int, binding: str = "") -> WebhookRequest:
        return self.text(f"START {binding}".strip(), sender=sender, at=at, number=number)

    def bounce(
        self, key: str, *, to: str, status: str, at: datetime, action: str = "failed"
    ) -> WebhookRequest:
        """The letter with our `key` comes back."""
        edge = "=_report"
        parts = (
            "Content-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n",
            "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
            f"Final-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {status}\r\n",
            "Content-Type: text/rfc822-headers\r\n\r\n"
            f"To: {to}\r\nMessage-ID: {named(key, self._settings)}\r\n",
        )
        body = "".join(f"--{edge}\r\n{part}\r\n" for part in parts)
        head = (
            f"From: MAILER-DAEMON@mx.example\r\nTo: {self._settings.bounces}\r\nMIME-Version: 1.0\r\n"
            f'Content-Type: multipart/report; report-type=delivery-status; boundary="{edge}"\r\n\r\n'
        )
        return self.hand_over(f"{head}{body}--{edge}--\r\n".encode(), at=at)
