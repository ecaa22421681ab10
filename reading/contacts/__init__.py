"""New ways to reach a borrower that a text gives: phone, e-mail, address, employer, name."""
