"""What is known of a promise while it is still being made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

# What the dialogue is about while a promise is made.
ABOUT = "promise"
# What reads a draft back, by the plan it is, if any, and whether the way of paying is known.
READ_BACK = {
    (None, True): "promise.read_back",
    (None, False): "promise.read_back_ask_method",
    (3, True): "plan.read_back_3",
    (3, False): "plan.read_back_ask_method_3",
    (6, True): "plan.read_back_6",
    (6, False): "plan.read_back_ask_method_6",
}


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
    # The second part, said before the day of the first: "half now, the rest at the end of the month".
    rest: tuple[Decimal, date] | None = None

    # The sum of the second payment, while no day is known of either: "2000 this month, 2200 next".
    second: Decimal | None = None
    # Told with a "maybe", or hanging on others: whether it is certain is asked with the read-back.
    may_change: bool = False

    @property
    def rest_on(self) -> date | None:
        """The day of the second part, where it was said before that of the first."""
        return self.rest[1] if self.rest else None

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
            "rest": [str(self.rest[0]), self.rest[1].isoformat()] if self.rest else None,
            "second": str(self.second) if self.second is not None else None,
            "may_change": self.may_change,
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
            parts=tuple(_part(one) for one in stored.get("parts", ())),
            options=tuple(stored.get("options", ())),
            agreed=bool(stored.get("agreed")),
            rest_asked=bool(stored.get("rest_asked")),
            span=tuple(stored.get("span", ())),
            rest=_part(stored["rest"]) if stored.get("rest") else None,
            second=Decimal(stored["second"]) if stored.get("second") else None,
            may_change=bool(stored.get("may_change")),
        )


def _part(stored: Sequence[str]) -> tuple[Decimal, date]:
    amount, on = stored
    return Decimal(amount), date.fromisoformat(on)
