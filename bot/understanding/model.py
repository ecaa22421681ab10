"""The whole of understanding: text in, ranking of intents out. Trained, kept and read back without pickle."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Mapping, NamedTuple, Optional, Sequence

import numpy as np
import numpy.typing as npt

from bot.understanding import safety
from bot.understanding.blend import Blend
from bot.understanding.ngrams import NGrams
from bot.understanding.ontology import INTENTS, SAFETY
from bot.understanding.sentences import Sentences
from bot.understanding.text import plain, simplified

Array = npt.NDArray[np.float32]

# One example in so many is not learnt from: on these the confidences are set.
SET_ASIDE = 12
# How much a plain-language rule moves the odds, and how sure a message that is nothing but a known phrase makes us.
SPEAKS = 20.0
SETTLED = 0.97


class Read(NamedTuple):
    """One intent and how sure we are of it, 0 to 1."""

    intent: str
    confidence: float


class Understanding:
    """A trained model. `read` is its use; `fit`, `save` and `load` its life."""

    def __init__(self, intents: Sequence[str], sentences: Sentences, ngrams: NGrams, blend: Blend) -> None:
        self.intents = list(intents)
        self._sentences, self._ngrams, self._blend = sentences, ngrams, blend
        self._rules = safety.load(INTENTS)

    @classmethod
    def fit(cls, texts: Sequence[str], intents: Sequence[str], epochs: Optional[int] = None) -> Understanding:
        """Train on examples as written; some of them are set aside, by their spelling, to set the confidences."""
        from bot.understanding import tuning

        names = [name for name in INTENTS if name in set(intents)]
        unknown = sorted(set(intents) - set(INTENTS))
        if unknown:
            raise ValueError(f"not in the ontology: {', '.join(unknown)}")
        ready = [prepared(text) for text in texts]
        labels = np.asarray([names.index(intent) for intent in intents])
        aside = np.asarray([set_aside(text) for text in ready])
        learnt = [text for text, kept in zip(ready, aside, strict=True) if not kept]
        sys.stderr.write(f"  {len(learnt)} examples to learn from, {int(aside.sum())} set aside\n")
        sentences = Sentences(tuning.tune(learnt, labels[~aside], len(names), epochs or tuning.EPOCHS))
        ngrams = NGrams.fit(learnt, labels[~aside])
        others = [text for text, kept in zip(ready, aside, strict=True) if kept]
        safe = np.asarray([name in SAFETY for name in names])
        blend = Blend.fit([sentences.scores(others), ngrams.scores(others)], labels[aside], safe)
        return cls(names, sentences, ngrams, blend)

    def shares(self, texts: Sequence[str]) -> Array:
        """For each text how likely each of `intents` is, before the rules."""
        ready = [prepared(text) for text in texts]
        return self._blend.shares([self._sentences.scores(ready), self._ngrams.scores(ready)])

    def read(self, text: str) -> list[Read]:
        """Rank all intents for a text, surest first."""
        likely = dict(zip(self.intents, map(float, self.shares([text])[0]), strict=True))
        ruled = by_rules(likely, self._rules.hear(text))
        return sorted((Read(*one) for one in ruled.items()), key=lambda one: -one.confidence)

    def save(self, folder: Path) -> None:
        """Keep the model as plain arrays in a folder."""
        np.savez(folder / "sentences.npz", **self._sentences.kept())
        np.savez(folder / "ngrams.npz", **self._ngrams.kept())
        told = {"intents": self.intents, "blend": self._blend.kept()}
        (folder / "understanding.json").write_text(json.dumps(told), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Understanding:
        """Take up a kept model."""
        told = json.loads((folder / "understanding.json").read_text(encoding="utf-8"))
        with np.load(folder / "sentences.npz", allow_pickle=False) as kept:
            sentences = Sentences({name: kept[name].astype(np.float32) for name in kept.files})
        with np.load(folder / "ngrams.npz", allow_pickle=False) as kept:
            ngrams = NGrams.from_kept({name: kept[name] for name in kept.files})
        return cls(told["intents"], sentences, ngrams, Blend.from_kept(told["blend"]))


def prepared(text: str) -> str:
    """The form in which texts are learnt and read."""
    return simplified(plain(text))


def set_aside(text: str) -> bool:
    """Whether a prepared example is among those not learnt from: by its spelling, so that it stays so."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") % SET_ASIDE == 0


def by_rules(likely: Mapping[str, float], heard: safety.Heard) -> dict[str, float]:
    """Likelihoods after the plain-language rules have spoken; they still add up to one."""
    odds = {
        name: share * (SPEAKS if name in heard.spoken_for else 1 / SPEAKS if name in heard.only_sounds_like else 1)
        for name, share in likely.items()
    }
    if heard.settled in odds:
        rest = sum(odds.values()) - odds[heard.settled]
        odds[heard.settled] = max(odds[heard.settled], rest * SETTLED / (1 - SETTLED))
    total = sum(odds.values())
    return {name: share / total for name, share in odds.items()}
