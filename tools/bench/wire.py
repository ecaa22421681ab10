"""The least of an HTTP client: bytes written beforehand on connections that stay open.

What measures must cost little beside what is measured, most of all on the same machine.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from urllib.parse import urlsplit

from channels.base import WebhookRequest

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


def written(request: WebhookRequest) -> bytes:
    """A request as it goes over the wire, HTTP/1.1."""
    parts = urlsplit(request.url)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    lines = [f"{request.method} {path} HTTP/1.1", f"host: {parts.netloc}"]
    lines += [f"{name}: {value}" for name, value in request.headers.items() if name.lower() not in _OURS]
    lines.append(f"content-length: {len(request.body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + request.body


_OURS = frozenset({"host", "content-length"})


class Wire:
    """Connections to one server on `host` and `port`, as many as requests are under way at the same time."""

    def __init__(self, host: str, port: int, *, within: float = 30.0) -> None:
        self._host, self._port, self._within = host, port, within
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def ask(self, request: bytes) -> int:
        """The status of the answer; 0 where none came, or none that says how long it is.

        A server may close a connection that was idle in the instant in which it is used again: then the request
        goes out on another one, as it does in every client.
        """
        try:
            async with asyncio.timeout(self._within):
                while self._idle:
                    with suppress(ConnectionError, asyncio.IncompleteReadError):
                        return await self._on(*self._idle.pop(), request)
                return await self._on(*await asyncio.open_connection(self._host, self._port), request)
        except (OSError, EOFError, ValueError, TimeoutError, asyncio.LimitOverrunError):
            return 0

    async def _on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> int:
        try:
            status = await _asked(reader, writer, request)
        except BaseException:
            writer.close()
            raise
        self._idle.append((reader, writer))
        return status

    async def aclose(self) -> None:
        """Let go of all connections."""
        for _, writer in self._idle:
            writer.close()
        self._idle = []


async def _asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> int:
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    length = _LENGTH.search(head)
    if length is None:
        raise ValueError("the answer does not say how long it is")
    await reader.readexactly(int(length[1]))
    return int(head.split(b" ", 2)[1])
