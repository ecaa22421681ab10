"""Why people cannot pay: the words and frames of each language as data, and the order in which reasons explain."""

from reading.hardship.reasons import read_hardship_reason

__all__ = ["read_hardship_reason"]
