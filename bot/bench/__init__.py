"""Measuring understanding: `python -m bot.bench_nlu`."""
