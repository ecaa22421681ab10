"""A month of invented borrowers, decided on by the gate itself, written down as the audit exports it."""
