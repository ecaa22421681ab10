"""The chat on our own page, or in the lender's."""
