"""The assistant: what Rasa runs, on Python 3.10. Imports nothing of the other rooms."""
