"""What a borrower's text says of money, days, times, phones and addresses: pure functions, four languages."""

from reading.answers import AmountAnswer, DaysAnswer, read_amount, read_days
from reading.hardship import keeps_from_work, read_hardship_reason
from reading.identity import read_birth_date, read_birth_dates, read_identity_fact
from reading.matters import asks_when
from reading.methods import read_method
from reading.reader import Reading, read

__all__ = [
    "AmountAnswer",
    "DaysAnswer",
    "Reading",
    "asks_when",
    "keeps_from_work",
    "read",
    "read_amount",
    "read_birth_date",
    "read_birth_dates",
    "read_days",
    "read_hardship_reason",
    "read_identity_fact",
    "read_method",
]
