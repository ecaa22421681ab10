"""One folder per lender's system: accounts, balances and payments in. Never moves money."""
