"""In, out, and over to people."""
