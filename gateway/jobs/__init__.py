"""Durable work: jobs on the same database, queued in the business transaction, in order per borrower."""
