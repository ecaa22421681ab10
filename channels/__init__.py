"""One folder per channel: a provider's wire format on one side, our messages on the other."""
