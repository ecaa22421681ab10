"""The set-up: from a bare clone to environments, a trained assistant and the checks.

Runs on any Python from 3.11 on with pip, before anything is installed: the standard library alone.
"""
