"""Whom to contact next and about what: strategies and policy tables in YAML, steps in Python."""
