"""The contract that every channel keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from core.errors import KeptError
from core.messages import Channel, Inbound, OutboundMessage, Receipt

MAX_BODY = 256 * 1024


@dataclass(frozen=True)
class WebhookRequest:
    """A provider's request as it arrived. `url` is the address as the provider called it, query untouched;
    header names are lower case."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    received_at: datetime


@dataclass(frozen=True)
class WebhookAnswer:
    """What the provider wants to hear, and what its request held for us."""

    events: Sequence[Inbound]
    status: int = 200
    content_type: str = "text/plain"
    body: bytes = b""


class Refused(KeptError):
    """A request that is not the provider's, or not in its format; nothing of it is kept."""

    status = 400


class Forged(Refused):
    """The signature or secret is missing or wrong."""

    status = 403


class Malformed(Refused):
    """Signed, but not in the provider's format."""

    status = 400


class TooLarge(Refused):
    """More bytes than any genuine request has."""

    status = 413


class SendFailed(KeptError):
    """The provider did not take the message. `code` is the provider's own."""

    status = 502

    def __init__(self, what: str, *, code: str = "", remedy: str = "") -> None:
        super().__init__(what, remedy=remedy)
        self.code = code


class Unreachable(SendFailed):
    """For good: this address blocked us, opted out at the carrier, or does not exist.

    `opted_out`: the provider refuses because the person asked it to (Twilio 21610, a blocked bot).
    """

    def __init__(self, what: str, *, code: str = "", opted_out: bool = False) -> None:
        super().__init__(what, code=code)
        self.opted_out = opted_out


class Rejected(SendFailed):
    """For good, but through no fault of the address: our credentials, sender or content were refused."""


class WindowClosed(Rejected):
    """The person has not written lately enough for free text: an approved template may still go."""


class TryLater(SendFailed):
    """For now: the provider certainly did not take it. `after`: seconds, by its own word if it gave one."""

    def __init__(self, what: str, *, code: str = "", after: float | None = None) -> None:
        super().__init__(what, code=code)
        self.after = after


class TooLate(TryLater):
    """The time until which it may be delivered is over; the provider was not asked: to be decided again."""


class OutcomeUnknown(SendFailed):
    """The provider may or may not have taken it (time-out, cut connection): never sent again blindly."""


class WebhookReceiver(Protocol):
    """One provider's route. `name` is the provider's name in routes and in `kept replay` (twilio_sms ...)."""

    name: str

    def receive(self, request: WebhookRequest) -> WebhookAnswer:
        """Read one request; raise `Forged`, `Malformed` or `TooLarge` unless it is genuine."""
        ...


class Inviting(Protocol):
    """An adapter whose channel has links that bring a token of ours back when a person follows them."""

    async def invitation(self, token: str) -> str:
        """The address to show or to print as a QR code; whoever follows it comes with `token` as `binding`.

        `token` has at most 64 letters, digits, _ and -, and binds once: that is for the redeemer to see to.
        Raises `SendFailed`.
        """
        ...


class Reconciling(Protocol):
    """An adapter that can ask its provider for a message whose answer was lost."""

    async def find(self, message: OutboundMessage, *, since: datetime) -> Receipt | None:
        """The receipt of `message` if the provider has taken it at or after `since`, else None.

        None soon after the call means nothing: ask again a minute later. Raises `SendFailed`.
        """
        ...


@dataclass(frozen=True)
class Collected:
    """What was found by looking, or None where it cannot be read; `position` is behind it."""

    event: Inbound | None
    position: str


class Collecting(Protocol):
    """An adapter that also looks for what came in, where nobody calls us."""

    name: str

    async def collect(self, after: str) -> Sequence[Collected]:
        """What came in behind the position `after`, in order ("" at the first time). Raises `Unavailable`."""
        ...


class ShowsWriting(Protocol):
    """An adapter that can show a person that an answer is being written."""

    async def show_writing(self, recipient: str, *, by: Literal["assistant", "person"]) -> None:
        """Show it for a while, or until a message comes. Nothing depends on it, and it says nothing."""
        ...


class ChannelAdapter(WebhookReceiver, Protocol):
    """One provider's route and one provider's API. Knows nothing of debts, borrowers or storage.

    `channel` is the way of reaching people it serves.
    """

    channel: Channel

    async def send(self, message: OutboundMessage) -> Receipt:
        """Hand one message to the provider; raise `SendFailed` in one of its four kinds."""
        ...

    async def aclose(self) -> None:
        """Let go of connections."""
        ...
