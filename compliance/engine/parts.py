"""The names of what a message may have to carry, for those who come by way of the engine."""

from compliance.parts import (
    ACTS_FOR,
    ALL,
    AUTOMATED_ASSISTANT,
    COMPLAINT_CONTACT,
    CREDITOR_DETAILS,
    DEBT_COLLECTOR_STATEMENT,
    INITIAL_DISCLOSURE,
    LACKING,
    ONE_WORD_OPT_OUT,
    OPT_OUT_LINE,
    TIME_BARRED_NOTICE,
    WHO_WRITES,
)

__all__ = [
    "ACTS_FOR",
    "ALL",
    "AUTOMATED_ASSISTANT",
    "COMPLAINT_CONTACT",
    "CREDITOR_DETAILS",
    "DEBT_COLLECTOR_STATEMENT",
    "INITIAL_DISCLOSURE",
    "LACKING",
    "ONE_WORD_OPT_OUT",
    "OPT_OUT_LINE",
    "TIME_BARRED_NOTICE",
    "WHO_WRITES",
]
