"""Nouns that every room shares: money, time, messages, promises. Standard library only."""
