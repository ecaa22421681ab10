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

# The first bytes of the files that people attach.
_FILES = {
    Kind.IMAGE: (b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 32, "image", "jpeg", "IMG_0142.jpg"),
    Kind.VOICE: (b"OggS" + b"\0" * 32, "audio", "ogg", "note.ogg"),
    Kind.VIDEO: (b"\0\0\0\x18ftypmp42" + b"\0" * 32, "video", "mp4", "clip.mp4"),
    Kind.FILE: (b"%PDF-1.7\n" + b"\0" * 32, "application", "pdf", "receipt.pdf"),
}


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
        """An answer to a letter of ours, as mail programs write it."""
        return self.hand_over(self.answer(text, sender=sender, at=at, number=number).as_bytes(), at=at)

    def answer(
        self, text: str, *, sender: str, at: datetime, number: int, answers: bool = True
    ) -> EmailMessage:
        """The mail of one who answers a letter of ours, or who writes of their own accord."""
        mail = EmailMessage(policy=SMTP.clone(max_line_length=998))
        mail["From"] = sender
        mail["To"] = self._settings.sender
        mail["Subject"] = "Re: -"
        mail["Date"] = at
        mail["Message-ID"] = f"<{number}@mail.example>"
        if answers:
            mail["In-Reply-To"] = named("genuine", sender, self._settings)
        mail.set_content(text)
        return mail

    def media(
        self, kind: Kind, *, sender: str, at: datetime, number: int, caption: str = ""
    ) -> WebhookRequest:
        """An answer with a file in it; a sticker or a place no mail has, so only the words come."""
        mail = self.answer(caption, sender=sender, at=at, number=number)
        if kind in _FILES:
            body, main, sub, name = _FILES[kind]
            mail.add_attachment(body, main, sub, filename=name)
        return self.hand_over(mail.as_bytes(), at=at)

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
            f"To: {to}\r\nMessage-ID: {named(key, to, self._settings)}\r\n",
        )
        body = "".join(f"--{edge}\r\n{part}\r\n" for part in parts)
        head = (
            f"From: MAILER-DAEMON@mx.example\r\nTo: {self._settings.bounces}\r\nMIME-Version: 1.0\r\n"
            f'Content-Type: multipart/report; report-type=delivery-status; boundary="{edge}"\r\n\r\n'
        )
        return self.hand_over(f"{head}{body}--{edge}--\r\n".encode(), at=at)
