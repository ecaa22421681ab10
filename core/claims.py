"""Whether money that came in is the payment that a borrower says was made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from core.promises import Payment

# Whoever says that it has been paid means a payment of these days, not one of half a year ago.
LOOKED_BACK = timedelta(days=31)
# Less than this part of what was owed is no payment that somebody would speak of as "it".
LEAST_PART = Decimal("0.1")


def answered(claimed_on: date, came_in: Iterable[Payment], rest: Decimal) -> bool:
    """Whether what has come in since the claim is what it spoke of; `rest` is what is still owed with it.

    Amount and day are seldom told with the claim, so that the day must be near and the sum no token. What does not fit
    leaves the claim with the person who looks into it.
    """
    fitting = [one.amount.amount for one in came_in if one.paid_on >= claimed_on - LOOKED_BACK]
    total = sum(fitting, Decimal(0))
    return rest <= 0 or (total > 0 and total >= (total + rest) * LEAST_PART)
