"""Names of months, weekdays, ordinals and counts, one module per language; shared by all kinds of reading."""
