"""What of ours stands in Rasa's pipeline (config.yml)."""
