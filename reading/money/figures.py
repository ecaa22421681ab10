"""Numbers written in figures, with either way of grouping thousands."""

from __future__ import annotations

import re
from decimal import Decimal

# At most twelve figures before the point: nobody owes more, and longer runs are no amounts.
FIGURE = r"(?:\d{1,3}(?:[,.' ]\d{3}){1,3}(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,12}(?:[.,]\d{1,2}(?!\d))?)(?![\d])"


def figure(text: str) -> Decimal:
    """The number meant by 1,200.50 or 1.200,50 or 1 200: a last group of three is thousands."""
    compact = text.replace(" ", "").replace("'", "")
    separators = re.findall(r"[.,]", compact)
    if not separators:
        return Decimal(compact)
    last = max(compact.rfind("."), compact.rfind(","))
    whole, tail = compact[:last], compact[last + 1 :]
    decimal = len(tail) != 3 or (len(set(separators)) == 2 and len(separators) > 1)
    digits = re.sub(r"[.,]", "", whole)
    return Decimal(f"{digits}.{tail}") if decimal else Decimal(digits + tail)
