"""One of several agreed payments is taken back: what is left is read back, and holds once there is a yes."""

from __future__ import annotations

from actions import certainty, rows
from actions.drafts import Draft
from actions.read_back import read_back
from actions.situation import Situation, Step, Told


def takes(s: Situation) -> Step | None:
    """The step to "cancel the second one"; None where all is taken back, or nothing says which."""
    if s.sum_said or not (certainty.takes_back(s.text) or rows.SKIPS.search(s.text)):
        return None
    left = rows.without_one(s, rows.of(s.standing))
    if not left:
        return None
    method = s.standing[0].method
    one = Draft(amount=left[0][0], on=left[0][1], method=method)
    step = read_back(s, one if len(left) == 1 else Draft(parts=left, method=method))
    return step.with_effects(Told("promise_change", {"change": "requested"}))
