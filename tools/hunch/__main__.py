"""Learn what promises, plans and wishes when to be reached sound like, and which sums, days and hours sound promised,
wished for or refused:
`python -m tools.hunch`, some minutes on one core.

It learns from the reading cases (`tests/reading/cases`) and from the assistant's examples (`nlu_data`), and never from
what is held out. Run it again after some hundred new cases. `--ask FILE` leaves a file's messages out of the learning
and says how many of them are heard rightly; nothing is written then.
"""

from __future__ import annotations

import argparse
import struct
import sys
from pathlib import Path
from typing import NamedTuple

from reading.hunch import HEADS, KEPT, OF_STANDS
from reading.hunch.features import places
from tools.hunch.examples import CASES, Example, examples, messages
from tools.hunch.hours import times
from tools.hunch.learning import Head, learn, log_odds
from tools.hunch.told import told


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.hunch", description=(__doc__ or "").split(":")[0])
    parser.add_argument(
        "--ask", type=Path, nargs="+", default=[], metavar="FILE", help="case files to ask about"
    )
    given = parser.parse_args()
    asked = [message for file in given.ask for message in messages(file)]
    known = {message.text for message in asked}
    learnt = [example for example in examples() if example.text not in known]
    sys.stderr.write(f"Learning from {len(learnt)} messages\n")
    at = [places(example.text) for example in learnt]
    heads = {name: _head(name, learnt, at) for name in HEADS if name not in OF_STANDS}
    files = sorted(CASES.glob("*.yml"))
    for name in OF_STANDS:
        heard = [one for one in _stands(name, files) if one.message not in known]
        sys.stderr.write(f"  {name}: {len(heard)}\n")
        heads[name] = learn([one[:3] for one in heard])
    if asked:
        for name in HEADS:
            if name in OF_STANDS:
                sys.stdout.write(_ordered(name, heads[name], _stands(name, given.ask)) + "\n")
            else:
                sys.stdout.write(_report(name, heads[name], asked) + "\n")
        return
    KEPT.write_bytes(_written(heads))


def _head(name: str, learnt: list[Example], at: list[list[int]]) -> Head:
    told = [
        (where, example.said[name], example.weight)
        for where, example in zip(at, learnt, strict=True)
        if name in example.said
    ]
    sys.stderr.write(f"  {name}: {len(told)}\n")
    return learn(told)


class Stood(NamedTuple):
    """Where a sum, a day or an hour stands in the table, whether it is what a head hears, how much that counts, and of which
    message it is."""

    places: list[int]
    so: bool
    weight: float
    message: str


def _stands(name: str, files: list[Path]) -> list[Stood]:
    if name == "promised":
        return [Stood(*one) for file in files for one in told(file)]
    return [Stood(one.places, *one.said[name], one.message) for file in files for one in times(file)]


def _ordered(name: str, head: Head, heard: list[Stood]) -> str:
    """How often one that is so sounds more so than one that is not."""
    odds: dict[bool, list[float]] = {True: [], False: []}
    for one in heard:
        odds[one.so].append(log_odds(head, one.places))
    pairs = [more > less for more in odds[True] for less in odds[False]]
    return f"{name}: rightly ordered {sum(pairs)} of {len(pairs)} pairs"


def _report(name: str, head: Head, asked: list[Example]) -> str:
    told = [(log_odds(head, places(one.text)), one.said[name]) for one in asked if name in one.said]
    right = sum((odds > 0) == said for odds, said in told)
    return f"{name}: {right} of {len(told)} heard rightly"


def _written(heads: dict[str, Head]) -> bytes:
    """Biases and steps, then the weights of each head in eight bits."""
    steps = {name: max(map(abs, head.weights)) / 127 for name, head in heads.items()}
    told = [number for name in HEADS for number in (heads[name].bias, steps[name])]
    rows = b"".join(
        struct.pack(
            f"{len(heads[name].weights)}b", *(round(weight / steps[name]) for weight in heads[name].weights)
        )
        for name in HEADS
    )
    return struct.pack(f"{len(told)}d", *told) + rows


if __name__ == "__main__":
    main()
