"""A lender that sends files: one CSV for accounts, one for payments."""
