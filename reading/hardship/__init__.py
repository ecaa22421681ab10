"""Why people cannot pay: the words and frames of each language as data, and the order in which reasons explain."""

from reading.hardship.reasons import keeps_from_work, read_hardship_reason

__all__ = ["keeps_from_work", "read_hardship_reason"]
