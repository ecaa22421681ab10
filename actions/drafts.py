"""What is known of a promise while it is still being made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Draft:
    """What is known of a promise that is still being made. `options` are the readings to choose from."""

    amount: Decimal | None = None
    on: date | None = None
    method: str | None = None
    parts: tuple[tuple[Decimal, date], ...] = ()
    options: tuple[str, ...] = ()
    agreed: bool = False
    # The days that a vague word left open ("next week") while the sum is asked back.
    span: tuple[str, ...] = ()
    # The part promised is small: the day of the rest was asked for too.
    rest_asked: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "amount": str(self.amount) if self.amount is not None else None,
            "on": self.on.isoformat() if self.on else None,
            "method": self.method,
            "parts": [[str(amount), on.isoformat()] for amount, on in self.parts],
            "options": list(self.options),
            "agreed": self.agreed,
            "rest_asked": self.rest_asked,
            "span": list(self.span),
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Draft:
        """Read back what `as_json` wrote; an empty one where there is none, or an older version wrote it."""
        try:
            return cls._read(stored)
        except (ArithmeticError, ValueError, TypeError, AttributeError):
            return cls()

    @classmethod
    def _read(cls, stored: dict[str, Any]) -> Draft:
        return cls(
            amount=Decimal(stored["amount"]) if stored.get("amount") else None,
            on=date.fromisoformat(stored["on"]) if stored.get("on") else None,
            method=stored.get("method"),
            parts=tuple((Decimal(amount), date.fromisoformat(on)) for amount, on in stored.get("parts", ())),
            options=tuple(stored.get("options", ())),
            agreed=bool(stored.get("agreed")),
            rest_asked=bool(stored.get("rest_asked")),
            span=tuple(stored.get("span", ())),
        )
