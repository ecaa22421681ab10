"""An export of the audit as a file to read on paper, for a regulator."""
