"""Hears what a message says between the lines: a tuned transformer, and letters and words by count, trained on examples."""

import os

# One message is too little work to share among threads: they would wait for each other thirty times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from compliance.wording.detector.model import CLASSES, FINE, Blend, Detector, Glanced, Heard, detector

__all__ = ["CLASSES", "FINE", "Blend", "Detector", "Glanced", "Heard", "detector"]
