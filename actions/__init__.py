"""What the assistant does: one module per flow, each a pure function from what is known to the next step."""
