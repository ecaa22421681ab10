"""Logistic regression by AdaGrad (Duchi, Hazan, Singer 2011) over the places of a hashed table."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import NamedTuple

from reading.hunch.features import SIZE

_ORDERS = 4
_PASSES = 6
_RATE = 0.5
_SHRINK = 1e-6  # of every weight that is touched
_KNOWN = 1e-3  # an example that is off by less teaches nothing more
_MOST = 30.0  # log-odds


class Head(NamedTuple):
    """A bias and a weight for each place."""

    bias: float
    weights: list[float]


def log_odds(head: Head, places: Sequence[int]) -> float:
    """How surely a message at `places` is of the kind that the head hears."""
    return head.bias + sum([head.weights[place] for place in places]) / math.sqrt(len(places))


def learn(told: Sequence[tuple[Sequence[int], bool, float]]) -> Head:
    """Learn from places, what is so, and how much it counts; the same examples give the same head.

    The mean of some, each shown the examples in another order: what one order happens to leave behind is no knowledge.
    """
    heads = [_learnt(told, order) for order in range(_ORDERS)]
    bias = sum(head.bias for head in heads) / _ORDERS
    return Head(bias, [sum(each) / _ORDERS for each in zip(*(head.weights for head in heads), strict=True)])


def _learnt(told: Sequence[tuple[Sequence[int], bool, float]], seed: int) -> Head:
    weights, seen = [0.0] * SIZE, [_KNOWN] * SIZE
    bias, bias_seen = 0.0, _KNOWN
    order, chance = list(range(len(told))), random.Random(seed)  # noqa: S311  # an order, no secret
    for _ in range(_PASSES):
        chance.shuffle(order)
        for one in order:
            places, said, weight = told[one]
            odds = max(-_MOST, min(_MOST, log_odds(Head(bias, weights), places)))
            off = (1 / (1 + math.exp(-odds)) - said) * weight
            if abs(off) < _KNOWN:
                continue
            bias_seen += off * off
            bias -= _RATE * off / math.sqrt(bias_seen)
            each = off / math.sqrt(len(places))
            for place in places:
                slope = each + _SHRINK * weights[place]
                seen[place] += slope * slope
                weights[place] -= _RATE * slope / math.sqrt(seen[place])
    return Head(bias, weights)
