"""The whole service on a throw-away database, with providers' stand-ins and a clock that can be set.

`kept play`, `kept replay` and the tests run on it: webhook body in, provider call out, everything between real.
"""

from tools.stage.stage import Stage, stage, stages

__all__ = ["Stage", "stage", "stages"]
