"""Makes the wording guard's detector of its examples: `python -m tools.detector`."""
