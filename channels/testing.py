"""What every stand-in for a provider shares: what it took, what shall go wrong, and a port of its own.

A stand-in speaks its provider's wire format over real HTTP on loopback. It ships beside its channel, serves
the tests, the demonstration and `kept play`, and believes nothing: it refuses what the provider would.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import count
from typing import Any, Protocol

import uvicorn
from starlette.responses import Response
from starlette.types import ASGIApp

from channels.base import WebhookRequest
from core.messages import Kind


class Fault(StrEnum):
    """How a provider can fail us."""

    BUSY = "busy"  # 429, with the provider's own way of saying when to come back
    BROKEN = "broken"  # 500 before anything was taken
    GATEWAY = "gateway"  # taken, but a gateway on the way lost the answer and says 502
    SILENT = "silent"  # taken, but the answer never comes
    CUT = "cut"  # taken, and the connection ends amid the answer
    REFUSED = "refused"  # the provider's own error `code`, for good or for now


@dataclass(frozen=True)
class Script:
    """The next call meets this fault. `code`: the provider's error code; `after`: seconds, for BUSY."""

    fault: Fault
    code: str = ""
    after: int = 1


# The faults that meet the answer and not the message.
TAKEN_ANYWAY = (Fault.SILENT, Fault.CUT, Fault.GATEWAY)


@dataclass(frozen=True)
class Taken:
    """A message that the provider has accepted, as it was asked for."""

    provider_id: str
    recipient: str
    text: str
    request: dict[str, Any]


@dataclass
class StandIn:
    """A provider's books: what it took, in order, and the faults still to come (first in, first met)."""

    taken: list[Taken] = field(default_factory=list)
    faults: list[Script] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    # What people have sent, by the provider's id of it.
    files: dict[str, bytes] = field(default_factory=dict)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def will(self, fault: Fault, *, code: str = "", after: int = 1, times: int = 1) -> None:
        """The next `times` calls meet `fault`."""
        self.faults += [Script(fault, code, after)] * times

    def number(self) -> int:
        """A fresh number for an id; none comes twice, whatever is forgotten in between."""
        return next(self._ids)

    def forget(self) -> None:
        """Empty the books and drop the faults still to come."""
        self.taken.clear()
        self.faults.clear()
        self.calls.clear()

    def next_fault(self) -> Script | None:
        """The fault of the call at hand, if any."""
        return self.faults.pop(0) if self.faults else None

    def texts_to(self, recipient: str) -> list[str]:
        """What was said to one address, in order."""
        return [taken.text for taken in self.taken if taken.recipient == recipient]


class Genuine(Protocol):
    """Writes requests as the provider would send them, signed and all. `number` makes the provider's id."""

    def text(self, text: str, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        """`sender` writes `text`."""
        ...

    def media(
        self, kind: Kind, *, sender: str, at: datetime, number: int, caption: str = ""
    ) -> WebhookRequest:
        """`sender` sends a picture, voice message, sticker, place ..., with a caption if it can have one."""
        ...

    def left(self, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        """`sender` blocks us or unsubscribes; where a channel has no such event, they write its stop word."""
        ...

    def joined(self, *, sender: str, at: datetime, number: int, binding: str = "") -> WebhookRequest:
        """`sender` starts or subscribes, with a binding token if they came by our link."""
        ...


async def fails_like(script: Script | None) -> Response | None:
    """How a call that meets `script` ends where all providers fail alike; None: the stand-in answers."""
    if script is None or script.fault in (Fault.BUSY, Fault.REFUSED):
        return None
    if script.fault is Fault.SILENT:
        await asyncio.Event().wait()
    if script.fault is Fault.CUT:
        return Response(b"{", headers={"content-length": "100"})
    status = 502 if script.fault is Fault.GATEWAY else 500
    return Response(b"<html>sorry</html>", status_code=status, media_type="text/html")


@asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[str]:
    """Run `app` on a free loopback port for as long as the block lasts; gives its base address."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        config = uvicorn.Config(
            app, log_level="critical", lifespan="off", ws="none", timeout_graceful_shutdown=0
        )
        server = uvicorn.Server(config)
        task = asyncio.create_task(server._serve([listener]))
        try:
            while not server.started and not task.done():  # noqa: ASYNC110 (uvicorn offers no event)
                await asyncio.sleep(0.005)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            with suppress(asyncio.CancelledError):
                await task
