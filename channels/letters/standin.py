"""A mail server as far as we call it, for tests, the demonstration and `kept play`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from channels.testing import Fault, StandIn, Taken


class LettersStandIn(StandIn):
    """`unknown` are addresses without a mailbox here, `barred` senders it takes nothing from. A fault meets the
    letter, not the greeting."""

    def __init__(self) -> None:
        super().__init__()
        self.unknown: set[str] = set()
        self.barred: set[str] = set()
        # The mails as they came, byte by byte.
        self.raw: list[bytes] = []
        self._open: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def served(self) -> AsyncIterator[int]:
        """Listen on a free loopback port, which is given."""
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            server.close()
            for task in self._open:
                task.cancel()
            await asyncio.gather(*self._open, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await self._talk(reader, writer)
        finally:
            self._open.discard(task)
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        recipient = ""
        writer.write(b"220 mail.stand-in ESMTP\r\n")
        while line := (await reader.readline()).decode():
            word = line.split(maxsplit=1)[0].upper() if line.strip() else ""
            self.calls.append(word)
            if word == "RCPT":
                recipient = line.partition("<")[2].partition(">")[0]
                writer.write(self._knows(recipient))
            elif word == "MAIL" and line.partition("<")[2].partition(">")[0] in self.barred:
                writer.write(b"553 5.7.1 Sender address rejected\r\n")
            elif word == "DATA":
                if not await self._data(reader, writer, recipient):
                    return
            elif word == "QUIT":
                writer.write(b"221 Bye\r\n")
                return
            else:
                writer.write(b"250 OK\r\n")
            await writer.drain()

    def _knows(self, recipient: str) -> bytes:
        if recipient in self.unknown:
            return b"550 5.1.1 No such user here\r\n"
        if self.faults and self.faults[0].fault is Fault.BUSY:
            self.next_fault()
            return b"451 4.7.1 Greylisted, try again later\r\n"
        return b"250 OK\r\n"

    async def _data(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, recipient: str) -> bool:
        writer.write(b"354 Go ahead\r\n")
        await writer.drain()
        raw = (await reader.readuntil(b"\r\n.\r\n")).removesuffix(b".\r\n").replace(b"\r\n..", b"\r\n.")
        script = self.next_fault()
        if script is not None and script.fault is Fault.REFUSED:
            writer.write(f"{script.code} Refused\r\n".encode())
            return True
        if script is not None and script.fault is Fault.BROKEN:
            writer.write(b"451 4.3.0 Local error in processing\r\n")
            return True
        self._take(raw, recipient)
        if script is not None and script.fault is Fault.SILENT:
            await asyncio.Event().wait()
        if script is not None and script.fault in (Fault.CUT, Fault.GATEWAY):
            return False
        writer.write(b"250 2.0.0 Queued\r\n")
        return True

    def _take(self, raw: bytes, recipient: str) -> None:
        self.raw.append(raw)
        mail = message_from_bytes(raw, policy=default)
        assert isinstance(mail, EmailMessage)
        body = mail.get_body(("plain",))
        assert isinstance(body, EmailMessage)
        text = body.get_content().replace("\r\n", "\n").removesuffix("\n")
        headers = {name.lower(): str(value) for name, value in mail.items()}
        self.taken.append(Taken(headers["message-id"], recipient, text, headers))
