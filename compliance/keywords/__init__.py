"""Opt-out, opt-in and help words, heard in all languages at once, before any model."""

from compliance.keywords.hearing import Heard, heard

__all__ = ["Heard", "heard"]
