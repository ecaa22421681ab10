"""Sample borrowers for a first look."""
