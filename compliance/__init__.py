"""May we send this, now, here, in these words? Decided in pure functions over law kept as data."""
