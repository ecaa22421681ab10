"""How fast a turn is, beside the bare assistant on the same cores in the same run."""
