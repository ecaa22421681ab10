"""Amounts of money: a decimal and a currency, never a float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

from core.errors import Invalid

# Currencies without minor units (ISO 4217 exponent 0) that borrowers here use; all others have two.
WITHOUT_CENTS = frozenset({"JPY", "KRW", "VND", "CLP", "PYG", "ISK", "UGX"})


@dataclass(frozen=True, order=False)
class Money:
    """An amount in an ISO 4217 currency. Sums of two currencies are refused."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal) or not self.amount.is_finite():
            raise Invalid("amount", "is not a finite decimal", remedy="Give a figure such as 842.50.")
        if len(self.currency) != 3 or not self.currency.isascii() or not self.currency.isupper():
            raise Invalid("currency", "is not an ISO 4217 code", remedy="Use three capitals, such as USD.")

    @classmethod
    def of(cls, amount: str | int | Decimal, currency: str) -> Money:
        """Read an amount written as in "842.50"; raise `Invalid` when it is not one."""
        try:
            return cls(Decimal(amount), currency)
        except InvalidOperation as error:
            raise Invalid("amount", "is not a figure", remedy="Write it as 842.50.") from error

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._same(other)

    def __bool__(self) -> bool:
        return self.amount != 0

    def rounded(self) -> Money:
        """To the currency's smallest unit, halves to even."""
        unit = Decimal(1) if self.currency in WITHOUT_CENTS else Decimal("0.01")
        return Money(self.amount.quantize(unit, rounding=ROUND_HALF_EVEN), self.currency)

    def _same(self, other: Money) -> Decimal:
        if other.currency != self.currency:
            raise Invalid("currency", f"{other.currency} cannot be mixed with {self.currency}")
        return other.amount
