"""Sums, shares and days as they stand in a text."""

from __future__ import annotations

from collections.abc import Sequence

from reading.corrections import Item
from reading.days import Days
from reading.hunch.stands import Stand
from reading.money import Share, Sum

_SIGNS = ((Days, "¤"), (Sum, "§"), (Share, "%"))


def as_stands(items: Sequence[Item]) -> list[Stand]:
    """Each of them, with its sign."""
    signs = [next((sign for kind, sign in _SIGNS if isinstance(item.value, kind)), "~") for item in items]
    return [
        Stand(item.start, item.end, sign, item.value, sign) for item, sign in zip(items, signs, strict=True)
    ]
