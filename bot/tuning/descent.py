"""Moves an encoder's weights until it tells the intents apart (PyTorch)."""

from __future__ import annotations

import copy
import random
import sys
import time
from dataclasses import dataclass
from typing import Any, Callable, Iterator, Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional as f

from bot.tuning.augment import varied

SCALE = 16.0  # vectors have length one: this makes their scores wide enough
SMOOTHING = 0.08  # of the labels
DROPPED = 0.1  # of the vectors' numbers, before the head
LAST = 0.1  # the rate ends at this share of its height
AVERAGED = 0.995  # of the running average of the weights, a step
SEED = 7


@dataclass(frozen=True)
class Course:
    """How to descend: passes over the examples, examples at a time, the longest step of the encoder and its head."""

    epochs: float
    batch: int
    step: float
    head_step: float = 2e-3
    lower: float = 0.9  # each layer steps so many times as far as the one above it


@dataclass(frozen=True)
class Examples:
    """Prepared texts, the numbers of their intents and their languages."""

    texts: Sequence[str]
    labels: Sequence[int]
    languages: Sequence[str]


class Classifier(nn.Module):
    """An encoder and the head it is tuned with."""

    def __init__(self, encoder: Any, width: int, classes: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(width, classes)
        nn.init.zeros_(self.head.weight)

    def forward(self, *given: torch.Tensor) -> torch.Tensor:
        return self.head(f.dropout(self.encoder(*given) * SCALE, DROPPED, self.training))


def descend(model: Classifier, examples: Examples, course: Course, judged: Callable[[Classifier], str]) -> Classifier:
    """Tune; the running average of the weights is what comes back. `judged` says in a line how good a model is."""
    torch.manual_seed(SEED)
    np.random.seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 (no secret)
    average = _copied(model).eval()
    best = torch.optim.AdamW(_groups(model, course), weight_decay=0.01, fused=True)
    scheduler = {"best": best, "heights": [group["lr"] for group in best.param_groups]}
    total = int(course.epochs * (len(examples.texts) // course.batch + 1))
    done, began, lost = 0, time.monotonic(), 0.0
    while done < total:
        model.train()
        for cuts, labels in _batches(model.encoder, examples, course.batch, chance):
            _set_rate(scheduler, done / total)
            loss = f.cross_entropy(model(*model.encoder.batch(cuts, True)), labels, label_smoothing=SMOOTHING)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            best.step()
            best.zero_grad()
            _average(average, model, min(AVERAGED, (1 + done) / (10 + done)))
            done, lost = done + 1, lost + loss.item()
            if done % 20 == 0 or done == total:
                took = time.monotonic() - began
                sys.stderr.write(
                    f"  {done}/{total}: loss {lost / min(20, done):.3f}, {took:.0f} s, {time.process_time():.0f} s of processor time\n"
                )
                lost = 0.0
            if done == total:
                break
        sys.stderr.write(f"  {judged(average)}\n")
    return average


def _copied(model: Classifier) -> Classifier:
    shared = model.encoder.shared
    return copy.deepcopy(model, {id(part): part for part in shared})


def _groups(model: Classifier, course: Course) -> list[dict[str, Any]]:
    """Parameters with their rates: the head fastest, then layer by layer slower."""
    layers = getattr(model.encoder, "layers", [model.encoder])
    groups = [{"params": list(model.head.parameters()), "lr": course.head_step}]
    for depth, layer in enumerate(reversed(list(layers))):
        groups.append({"params": list(layer.parameters()), "lr": course.step * course.lower**depth})
    return groups


def _set_rate(scheduler: dict[str, Any], share: float) -> None:
    factor = min(1.0, share / 0.05 + 0.02) * (1 - (1 - LAST) * share)
    for group, height in zip(scheduler["best"].param_groups, scheduler["heights"], strict=True):
        group["lr"] = height * factor


@torch.no_grad()
def _average(average: nn.Module, model: nn.Module, kept: float) -> None:
    mine, its = list(average.parameters()), list(model.parameters())
    torch._foreach_lerp_(mine, its, 1 - kept)


def _batches(
    encoder: Any, examples: Examples, size: int, chance: random.Random
) -> Iterator[tuple[list[list[int]], torch.Tensor]]:
    """Varied, shuffled batches of texts of like length, so that little is padding."""
    given = varied(list(zip(examples.texts, examples.labels, strict=True)), examples.languages, chance)
    cuts = encoder.cut([text for text, _ in given])
    order = list(range(len(given)))
    chance.shuffle(order)
    found = []
    for start in range(0, len(order), size * 20):
        stretch = sorted(order[start : start + size * 20], key=lambda at: len(cuts[at]))
        found += [stretch[at : at + size] for at in range(0, len(stretch), size)]
    chance.shuffle(found)
    for batch in found:
        yield [cuts[at] for at in batch], torch.tensor([given[at][1] for at in batch])


@torch.no_grad()
def scores(model: Classifier, texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """A row of scores a text."""
    cuts = model.encoder.cut(texts)
    order = sorted(range(len(cuts)), key=lambda at: len(cuts[at]))
    found = np.zeros((len(cuts), model.head.out_features), np.float32)
    for start in range(0, len(order), 64):
        chosen = order[start : start + 64]
        found[chosen] = model(*model.encoder.batch([cuts[at] for at in chosen], False)).numpy()
    return found
