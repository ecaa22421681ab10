"""Mails fetched by IMAP (RFC 3501): in order, each once, and left as they are.

A position says how far a mailbox has been read: the mailbox's own number (UIDVALIDITY), the mail's (UID), the day.
When the mailbox got a new number its mails have new ones too: then it is read again from two days before the last
look, and what was taken before is known by its Message-ID.
"""

from __future__ import annotations

import asyncio
import imaplib
import re
import ssl
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from channels.media import LARGEST
from channels.settings import MailboxSettings
from core.errors import Unavailable

TIMEOUT = 20.0
MOST_MAILS = 50
# What is fetched at one look, in bytes, beyond one mail; and the most of one mail: its largest file, in base64.
_AT_ONCE = 32 * 1024 * 1024
_LARGEST_MAIL = LARGEST * 3 // 2
# Of a larger mail so much is read: its words, without its files.
_HEAD = 1024 * 1024
# Mail servers note the day in their own time; a mail may lie there before we look.
_BEFORE = timedelta(days=2)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Position:
    """How far a mailbox has been read: up to and with the mail `uid`, last looked into on day `on`."""

    validity: int
    uid: int
    on: date

    def __str__(self) -> str:
        return f"{self.validity}:{self.uid}:{self.on.isoformat()}"


@dataclass(frozen=True)
class Fetched:
    """One mail, and the position behind it."""

    raw: bytes
    position: Position


def read_position(written: str) -> Position | None:
    """The position that was written down; None for none."""
    found = re.fullmatch(r"(\d{1,10}):(\d{1,10}):(\d{4}-\d\d-\d\d)", written)
    return Position(int(found[1]), int(found[2]), date.fromisoformat(found[3])) if found else None


class Mailbox:
    """One folder on one mail server. Nothing in it is changed, deleted or marked as read."""

    def __init__(self, settings: MailboxSettings, *, timeout: float = TIMEOUT) -> None:
        self._settings = settings
        self._timeout = timeout

    async def after(self, position: Position | None, *, today: date) -> Sequence[Fetched]:
        """The next mails behind `position`, in order; raises `Unavailable` with what is wrong.

        Without a position, or when the mailbox got another number: those of the last days.
        """
        try:
            return await asyncio.to_thread(self._after, position, today)
        except imaplib.IMAP4.error:
            raise Unavailable("The mailbox cannot be read.", remedy="Check KEPT_IMAP_URL.") from None
        except OSError:
            raise Unavailable(
                "The mailbox cannot be reached.", remedy="Check KEPT_IMAP_URL and the way to it."
            ) from None

    def _after(self, position: Position | None, today: date) -> list[Fetched]:
        server = self._connected()
        try:
            if self._settings.encrypted and not self._settings.from_the_start:
                server.starttls(ssl.create_default_context())
            server.login(self._settings.username, self._settings.password)
            validity = self._opened(server)
            known = position is not None and position.validity == validity
            found: list[Fetched] = []
            size = 0
            for uid in _uids(server, position, known=known, today=today)[:MOST_MAILS]:
                raw = _mail(server, uid)
                size += len(raw)
                found.append(Fetched(raw, Position(validity, uid, today)))
                if size > _AT_ONCE:
                    break
            return found
        finally:
            with suppress(imaplib.IMAP4.error, OSError):
                server.logout()
            with suppress(OSError):
                server.shutdown()

    def _connected(self) -> imaplib.IMAP4:
        at = self._settings
        if at.from_the_start:
            context = ssl.create_default_context()
            return imaplib.IMAP4_SSL(at.host, at.port, ssl_context=context, timeout=self._timeout)
        return imaplib.IMAP4(at.host, at.port, timeout=self._timeout)

    def _opened(self, server: imaplib.IMAP4) -> int:
        answer, _ = server.select(f'"{self._settings.folder}"', readonly=True)
        told = server.response("UIDVALIDITY")[1]
        if answer != "OK" or not told or not isinstance(told[0], bytes) or not told[0].isdigit():
            raise imaplib.IMAP4.error("no such folder")
        return int(told[0])


def _uids(server: imaplib.IMAP4, position: Position | None, *, known: bool, today: date) -> list[int]:
    if known and position is not None:
        # "*" is the last mail, even where its number is lower.
        wanted, above = f"UID {position.uid + 1}:*", position.uid
    else:
        day = (position.on if position is not None else today) - _BEFORE
        wanted, above = f"SINCE {day.day:02d}-{_MONTHS[day.month - 1]}-{day.year:04d}", 0
    answer, told = server.uid("SEARCH", wanted)
    if answer != "OK":
        raise imaplib.IMAP4.error("the mailbox cannot be searched")
    numbers = {int(number) for line in told if line for number in line.split() if number.isdigit()}
    return sorted(number for number in numbers if number > above)


def _mail(server: imaplib.IMAP4, uid: int) -> bytes:
    """The mail, or of a very large one its beginning; empty where it has gone in the meantime."""
    _, told = server.uid("FETCH", str(uid), "(RFC822.SIZE)")
    sizes = [re.search(rb"RFC822\.SIZE (\d+)", line) for line in told or [] if isinstance(line, bytes)]
    size = next((int(found[1]) for found in sizes if found), 0)
    part = f"(BODY.PEEK[]<0.{_HEAD}>)" if size > _LARGEST_MAIL else "(BODY.PEEK[])"
    answer, told = server.uid("FETCH", str(uid), part)
    if answer != "OK":
        raise imaplib.IMAP4.error("a mail cannot be fetched")
    for item in told or []:
        if isinstance(item, tuple) and b"BODY[" in item[0].upper():
            return bytes(item[1])
    return b""
