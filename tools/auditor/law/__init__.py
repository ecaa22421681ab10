"""The law as the auditor reads it: tables of its own, with sources, and one function a question."""
