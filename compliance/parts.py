"""Names of what a message may have to carry. The envelope renders them; packs demand them by these names."""

from __future__ import annotations

# Who writes: the collector's or creditor's true name.
WHO_WRITES = "who_writes"
# On whose behalf, where the writer is not the creditor.
ACTS_FOR = "acts_for"
# That an automated assistant writes, and that a person can be asked for.
AUTOMATED_ASSISTANT = "automated_assistant"
# "This is from a debt collector."
DEBT_COLLECTOR_STATEMENT = "debt_collector_statement"
# "This is an attempt to collect a debt and any information obtained will be used for that purpose."
INITIAL_DISCLOSURE = "initial_disclosure"
# How to stop messages to this address, free and simple.
OPT_OUT_LINE = "opt_out_line"
# The same with a single word to send back.
ONE_WORD_OPT_OUT = "one_word_opt_out"
# Where to complain or ask.
COMPLAINT_CONTACT = "complaint_contact"
# Creditor's name, address and tax number, as Brazilian law wants them.
CREDITOR_DETAILS = "creditor_details"
# That the debt is too old to be sued for, in the words that the place prescribes.
TIME_BARRED_NOTICE = "time_barred_notice"

ALL = frozenset(
    {
        WHO_WRITES,
        ACTS_FOR,
        AUTOMATED_ASSISTANT,
        DEBT_COLLECTOR_STATEMENT,
        INITIAL_DISCLOSURE,
        OPT_OUT_LINE,
        ONE_WORD_OPT_OUT,
        COMPLAINT_CONTACT,
        CREDITOR_DETAILS,
        TIME_BARRED_NOTICE,
    }
)

# What tells of a debt by itself: never around a message that tells nothing to a reader of whom we are not sure. Such a
# message conveys no information regarding a debt, so it is no communication that would have to carry it (15 USC 1692a(2),
# 1692e(11); 12 CFR 1006.2(d), 1006.18(e)), and with it would be one to whoever reads there (1692c(b); 1006.6(d)(1)).
TELLING = frozenset({DEBT_COLLECTOR_STATEMENT, INITIAL_DISCLOSURE, CREDITOR_DETAILS, TIME_BARRED_NOTICE})

# What a draft lacks that bears the flag.
LACKING = {
    "no_opt_out_line": frozenset({OPT_OUT_LINE, ONE_WORD_OPT_OUT}),
    "no_debt_collector_statement": frozenset({DEBT_COLLECTOR_STATEMENT}),
    "no_initial_disclosure": frozenset({INITIAL_DISCLOSURE}),
    "no_time_barred_notice": frozenset({TIME_BARRED_NOTICE}),
}
