"""Where the detector's bars stand: as far from the barred texts' aim as from the lawful ones'."""

from __future__ import annotations

import numpy as np
import pytest

from tools.detector.fitting import BLOCKED, MISSED, _bar, _bars


def spread(start: float, end: float, many: int = 1000) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.linspace(start, end, many)


def test_a_bar_misses_as_many_times_its_aim_as_it_blocks() -> None:
    barred, harmless = spread(0, 10), spread(-9, 1)

    bar = _bar([(barred, harmless)])

    missed, blocked = np.mean(barred <= bar), np.mean(harmless > bar)
    assert missed / MISSED == pytest.approx(blocked / BLOCKED, rel=0.05)


def test_each_hand_counts_alike_however_much_it_wrote() -> None:
    mild, harsh = (spread(0, 10), spread(-9, 1)), (spread(2, 12), spread(-7, 3))
    longer = (np.repeat(mild[0], 5), np.repeat(mild[1], 5))

    assert _bar([mild, harsh]) == pytest.approx(_bar([longer, harsh]), abs=0.02)
    assert _bar([mild]) < _bar([mild, harsh]) < _bar([harsh])


def test_a_languages_bar_lies_half_way_to_that_of_all() -> None:
    weights = np.concatenate([spread(0, 10), spread(-9, 1), spread(4, 14), spread(-5, 5)])
    bad = np.repeat([True, False, True, False], 1000)
    tongue = np.repeat(["en", "en", "es", "es"], 1000)
    hands = np.repeat(["one"], 4000)

    bars = _bars(weights, bad, tongue, hands, ["en", "es"])

    assert _bar([(spread(0, 10), spread(-9, 1))]) < bars["en"] < bars["es"]
    assert bars["es"] < _bar([(spread(4, 14), spread(-5, 5))])
