"""Hears what a message says between the lines: a tuned sentence encoder and character n-grams, trained on examples."""

from compliance.wording.detector.model import CLASSES, FINE, Blend, Detector, Heard, detector

__all__ = ["CLASSES", "FINE", "Blend", "Detector", "Heard", "detector"]
