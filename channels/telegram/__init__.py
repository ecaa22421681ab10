"""Telegram, as a bot that people must start."""
