"""What the desk pages call: one module per noun."""
