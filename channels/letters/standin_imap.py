"""A mailbox as far as we read it (RFC 3501), for tests: mails with numbers, and a server that answers by the letter."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass
class MailboxStandIn:
    """`mails` by their number. `validity` is the mailbox's own; `cut_after` so many fetched mails the line breaks."""

    username: str = "letters"
    password: str = "let-me-in"  # noqa: S105 (a stand-in's)
    validity: int = 1
    mails: dict[int, tuple[date, bytes]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    cut_after: int | None = None
    # Numbers that a search finds and a fetch no longer does.
    gone: set[int] = field(default_factory=set)

    def put(self, raw: bytes, *, on: date) -> int:
        """A mail comes in; its number."""
        number = max(self.mails, default=0) + 1
        self.mails[number] = (on, raw)
        return number

    @asynccontextmanager
    async def served(self) -> AsyncIterator[int]:
        """Listen on a free loopback port, which is given."""
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            server.close()
            await server.wait_closed()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await self._talk(reader, writer)
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"* OK IMAP4rev1 ready\r\n")
        fetched, logged_in = 0, False
        while line := (await reader.readline()).decode().strip():
            tag, _, command = line.partition(" ")
            word = command.upper()
            self.calls.append(command.partition(" ")[0].upper() if not word.startswith("UID") else command)
            if word.startswith("LOGIN"):
                logged_in = command.split()[1:] == [self.username, f'"{self.password}"']
                said = b"OK" if logged_in else b"NO [AUTHENTICATIONFAILED]"
                writer.write(tag.encode() + b" " + said + b" LOGIN\r\n")
                continue
            if word == "CAPABILITY":
                writer.write(b"* CAPABILITY IMAP4rev1\r\n")
            elif not logged_in and word != "LOGOUT":
                writer.write(tag.encode() + b" BAD log in first\r\n")
                continue
            elif word.startswith("EXAMINE"):
                if '"INBOX"' not in command:
                    writer.write(tag.encode() + b" NO [NONEXISTENT] no such mailbox\r\n")
                    continue
                writer.write(
                    f"* {len(self.mails)} EXISTS\r\n* OK [UIDVALIDITY {self.validity}] ok\r\n".encode()
                )
            elif word.startswith("UID SEARCH"):
                found = " ".join(str(number) for number in self._found(command))
                writer.write(f"* SEARCH {found}\r\n".encode())
            elif word.startswith("UID FETCH") and "SIZE" in word:
                writer.write(self._size(int(command.split()[2])))
            elif word.startswith("UID FETCH"):
                if self.cut_after is not None and fetched >= self.cut_after:
                    return
                fetched += 1
                writer.write(self._body(command))
            elif word == "LOGOUT":
                writer.write(b"* BYE\r\n" + tag.encode() + b" OK\r\n")
                return
            writer.write(tag.encode() + b" OK done\r\n")
            await writer.drain()

    def _found(self, command: str) -> list[int]:
        if since := re.search(r"SINCE (\S+)", command):
            day = datetime.strptime(since[1], "%d-%b-%Y").date()  # noqa: DTZ007 (a day)
            return [number for number, (on, _) in self.mails.items() if on >= day]
        first = int(re.findall(r"UID (\d+):\*", command)[0])
        last = max(self.mails, default=0)
        # RFC 3501, 6.4.8: a range with * always holds the last one.
        return [number for number in self.mails if number >= first or number == last]

    def _size(self, number: int) -> bytes:
        if number in self.gone:
            return b""
        return f"* 1 FETCH (UID {number} RFC822.SIZE {len(self.mails[number][1])})\r\n".encode()

    def _body(self, command: str) -> bytes:
        number = int(command.split()[2])
        if number in self.gone:
            return b""
        raw, name = self.mails[number][1], "BODY[]"
        if part := re.search(r"<0\.(\d+)>", command):
            raw, name = raw[: int(part[1])], "BODY[]<0>"
        return f"* 1 FETCH (UID {number} {name} {{{len(raw)}}}\r\n".encode() + raw + b")\r\n"
