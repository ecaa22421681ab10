"""Tuning the encoders' weights (`python -m bot.tune`): needs requirements/tune.in, which running the assistant does not."""
