"""From a borrower's text to a ranking of intents. Needs numpy and scikit-learn, not Rasa."""
