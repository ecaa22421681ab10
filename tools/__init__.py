"""Commands for people, the set-up, and what runs the embedded default."""
