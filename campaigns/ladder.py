"""Which address of a borrower is written to next, and why: the lender's policy over what is known of each address.

Pure. The gate has the last word on each rung in turn; nothing here permits a message.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from core.policy import LadderRules

# An answer longer ago than this says little about where somebody reads today.
LATELY = timedelta(days=90)


@dataclass(frozen=True)
class Address:
    """What is known of one address. `key` is whatever the caller knows it by.

    `unanswered`: messages of our own initiative since their last word there; `lost`: those of them that did not
    arrive. `gone`: why nothing can be sent there at all; empty where it can.
    """

    key: Any
    channel: str
    rank: int = 0
    consent: bool = True
    stopped: bool = False
    answered_at: datetime | None = None
    unanswered: int = 0
    lost: int = 0
    gone: str = ""


@dataclass(frozen=True)
class Rung:
    """An address in its place, with what put it there; or left out, with what stands in the way."""

    address: Address
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Ladder:
    """The addresses to try in order, and those that are not tried."""

    rungs: tuple[Rung, ...]
    left_out: tuple[Rung, ...] = ()


@dataclass(frozen=True)
class Wish:
    """What the borrower said of channels."""

    wanted: str | None = None
    unwanted: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _View:
    rules: LadderRules
    wish: Wish
    now: datetime

    def worked(self, address: Address) -> bool:
        return address.answered_at is not None and self.now - address.answered_at <= LATELY

    def tired(self, address: Address) -> bool:
        return address.unanswered >= self.rules.unanswered or address.lost > 0

    def place(self, address: Address) -> int:
        order = self.rules.order
        return order.index(address.channel) if address.channel in order else len(order)

    def cost(self, address: Address) -> Decimal:
        return self.rules.cost.get(address.channel, Decimal(0))


# What may put one address before another: the smaller comes first.
CRITERIA: Mapping[str, Callable[[_View, Address], Any]] = {
    "wish": lambda view, address: address.channel != view.wish.wanted,
    "consent": lambda view, address: not address.consent,
    "quiet": lambda view, address: view.tired(address),
    "worked": lambda view, address: not view.worked(address),
    "order": lambda view, address: view.place(address),
    "cost": lambda view, address: view.cost(address),
    "rank": lambda view, address: address.rank,
}


def climb(
    addresses: Sequence[Address],
    rules: LadderRules,
    *,
    now: datetime,
    wish: Wish | None = None,
    only: Collection[str] = (),
) -> Ladder:
    """The addresses in the order in which they are tried, by the criteria of `rules`, each with its reasons.

    `only`: the channels that a step uses, in its own order; empty: all. Where the person stopped us or does not want
    the channel comes last: the gate stops it there, and its rule is on record.
    """
    view = _View(rules.with_order(tuple(only)), wish or Wish(), now)
    left_out = [
        Rung(address, (why,)) for address in addresses if (why := address.gone or _outside(address, only))
    ]
    open_ = [address for address in addresses if not (address.gone or _outside(address, only))]
    ordered = sorted(open_, key=lambda address: _weight(view, address))
    return Ladder(tuple(Rung(address, _reasons(view, address)) for address in ordered), tuple(left_out))


def goes_on(outcome: str, until: datetime | None, rules: LadderRules, *, now: datetime) -> bool:
    """Whether the next rung is tried after one ended so: refused or failed for certain, or too long to wait for."""
    if outcome == "deferred":
        return until is None or until - now > rules.wait
    return outcome in ("blocked", "failed")


def _outside(address: Address, only: Collection[str]) -> str:
    return "this step does not use the channel" if only and address.channel not in only else ""


def _refused(view: _View, address: Address) -> bool:
    return address.stopped or address.channel in view.wish.unwanted


def _weight(view: _View, address: Address) -> tuple[Any, ...]:
    return (_refused(view, address), *(CRITERIA[name](view, address) for name in view.rules.by))


def _reasons(view: _View, address: Address) -> tuple[str, ...]:
    found = []
    if address.stopped:
        found.append("the person there said stop")
    elif address.channel in view.wish.unwanted:
        found.append("the borrower does not want it")
    if address.channel == view.wish.wanted:
        found.append("the borrower asked for it")
    if not address.consent:
        found.append("no consent is on record")
    if address.lost:
        found.append(f"{address.lost} did not arrive")
    elif address.unanswered:
        found.append(f"{address.unanswered} without an answer")
    if view.worked(address) and address.answered_at is not None:
        found.append(f"answered on {address.answered_at:%Y-%m-%d}")
    if address.channel in view.rules.order:
        found.append(f"number {view.place(address) + 1} in the order")
    if address.channel in view.rules.cost:
        found.append(f"costs {view.cost(address)}")
    return tuple(found) or (f"rank {address.rank} in the lender's file",)
