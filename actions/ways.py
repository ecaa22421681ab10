"""The ways to a borrower: addresses on file, channels that can be written on or linked to, a proof that is awaited."""

from __future__ import annotations

from dataclasses import dataclass

from core.messages import Channel
from core.proving import Proof


@dataclass(frozen=True)
class Point:
    """One address on file. `status` is that of `Reach`: active, pending, set_aside or wrong_party."""

    channel: str
    address: str
    status: str


@dataclass(frozen=True)
class Ways:
    """`senders` are the channels that have a provider, `doors` those that a link of ours leads to."""

    points: tuple[Point, ...] = ()
    senders: frozenset[str] = frozenset()
    doors: frozenset[str] = frozenset({Channel.WEBCHAT})
    proof: Proof | None = None

    def reaches(self, channel: str) -> bool:
        """Whether the borrower is reached on this channel already."""
        return any(point.channel == channel and point.status == "active" for point in self.points)

    def standing(self, address: str) -> frozenset[str]:
        """How this address stands with the borrower, on whatever channels."""
        return frozenset(point.status for point in self.points if point.address == address)
