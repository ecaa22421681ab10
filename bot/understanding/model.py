"""The whole of understanding: text in, ranking of intents out. Trained, kept and read back without pickle.

Two readers are asked at once, character n-grams and a tuned transformer. Only where they are not sure, a third is asked
too, a tuned convolutional encoder. The plain-language rules of safety have the last word.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any, Mapping, NamedTuple, Sequence

import numpy as np
import numpy.typing as npt

from bot.understanding import safety, weights
from bot.understanding.blend import Blend, sureness
from bot.understanding.heads import Head
from bot.understanding.ngrams import NGrams
from bot.understanding.ontology import INTENTS
from bot.understanding.sentences import Sentences
from bot.understanding.text import plain, simplified
from bot.understanding.transformer import Transformer

Array = npt.NDArray[np.float32]

# One example in so many is not learnt from: on these the confidences are set.
SET_ASIDE = 12
MOST_ASIDE = 1500  # of them are used: enough to fit a handful of numbers
# Below this the third reader is asked.
SURE_ENOUGH = 0.9
# To miss these is worse than a false alarm: their odds are raised.
RATHER_HEARD = {"crisis": 3.0, "deceased": 2.0}
# How much a plain-language rule moves the odds, and how sure a message that is nothing but a known phrase makes us.
SPEAKS = 8.0
SETTLED = 0.97


class Read(NamedTuple):
    """One intent and how sure we are of it, 0 to 1."""

    intent: str
    confidence: float


class Readers(NamedTuple):
    """The three that are asked, with their heads."""

    sentences: Sentences
    sentences_head: Head
    ngrams: NGrams
    transformer: Transformer
    transformer_head: Head

    def first(self, texts: Sequence[str]) -> list[Array]:
        """Scores of the two readers that are always asked, for prepared texts."""
        return [self.transformer_head.scores(self.transformer.vectors(texts)), self.ngrams.scores(texts)]

    def third(self, texts: Sequence[str]) -> Array:
        """Scores of the reader that is asked in doubt."""
        return self.sentences_head.scores(self.sentences.vectors(texts))


class Understanding:
    """A trained model. `read` is its use; `fit`, `save` and `load` its life."""

    def __init__(self, readers: Readers, light: Blend, full: Blend, sober: float) -> None:
        self.intents = list(INTENTS)
        self._readers, self._light, self._full, self._sober = readers, light, full, sober
        self._rules = safety.load(INTENTS)

    @classmethod
    def fit(cls, texts: Sequence[str], intents: Sequence[str], folder: Path = weights.FOLDER) -> Understanding:
        """Train on examples as written, on top of the tuned weights in a folder.

        Some examples are set aside, by their spelling, to set the confidences. Raises ValueError unless the examples
        are of the ontology's intents, and of each of them.
        """
        if set(intents) != set(INTENTS):
            wrong = sorted(set(intents) ^ set(INTENTS))
            raise ValueError(f"not in the ontology, or without examples: {', '.join(wrong)}")
        ready = [prepared(text) for text in texts]
        labels = np.asarray([INTENTS.index(intent) for intent in intents])
        aside = np.asarray([set_aside(text) for text in ready])
        learnt = [text for text, kept in zip(ready, aside, strict=True) if not kept]
        others = [text for text, kept in zip(ready, aside, strict=True) if kept]
        mixed = sorted(range(len(others)), key=lambda at: hashlib.sha256(others[at].encode()).digest())[:MOST_ASIDE]
        _say(f"{len(learnt)} examples to learn from, {len(others)} set aside")
        sentences, transformer = weights.sentences(folder), weights.transformer(folder)
        readers = Readers(
            sentences,
            weights.head(weights.SENTENCES_HEAD, folder),
            NGrams.fit(learnt, labels[~aside]),
            transformer,
            weights.head(weights.TRANSFORMER_HEAD, folder),
        )
        _say("n-grams counted; setting confidences")
        return cls(readers, *_blends(readers, [others[at] for at in mixed], labels[aside][mixed]))

    def shares(self, text: str) -> Array:
        """How likely each of `intents` is, before the rules."""
        ready = [prepared(text)]
        scores = self._readers.first(ready)
        blend = self._light
        if blend.shares(scores).max() < SURE_ENOUGH:
            scores, blend = [*scores, self._readers.third(ready)], self._full
        found: Array = blend.sobered(self._sober).shares(scores)[0]
        return found

    def read(self, text: str) -> list[Read]:
        """Rank all intents for a text, surest first."""
        heard = self._rules.hear(text)
        likely = self._likely(text)
        if heard.only_sounds_like:
            likely = without_figures(likely, self._likely(heard.left) if heard.left else {}, heard)
        ruled = by_rules(rather_heard(likely), heard)
        return sorted((Read(*one) for one in ruled.items()), key=lambda one: -one.confidence)

    def _likely(self, text: str) -> dict[str, float]:
        return dict(zip(self.intents, map(float, self.shares(text)), strict=True))

    def save(self, folder: Path) -> None:
        """Keep the model as plain arrays in a folder, tuned weights and all."""
        weights.copy(folder)
        np.savez(folder / "ngrams.npz", **self._readers.ngrams.kept())
        told = {"light": self._light.kept(), "full": self._full.kept(), "sober": self._sober}
        (folder / "understanding.json").write_text(json.dumps(told), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Understanding:
        """Take up a kept model."""
        told = json.loads((folder / "understanding.json").read_text(encoding="utf-8"))
        readers = Readers(
            weights.sentences(folder),
            weights.head(weights.SENTENCES_HEAD, folder),
            NGrams.from_kept(_arrays(folder / "ngrams.npz")),
            weights.transformer(folder),
            weights.head(weights.TRANSFORMER_HEAD, folder),
        )
        return cls(readers, Blend.from_kept(told["light"]), Blend.from_kept(told["full"]), told["sober"])


def _blends(readers: Readers, texts: Sequence[str], labels: npt.NDArray[np.int_]) -> tuple[Blend, Blend, float]:
    """Both blends, and how far to sober them, from texts that nothing was learnt from."""
    quick = readers.first(texts)
    both = [*quick, readers.third(texts)]
    light, full = Blend.fit(quick, labels), Blend.fit(both, labels)
    enough = light.shares(quick).max(axis=1, keepdims=True) >= SURE_ENOUGH
    sober = sureness(
        lambda factor: np.where(enough, light.sobered(factor).shares(quick), full.sobered(factor).shares(both)), labels
    )
    return light, full, sober


def _arrays(path: Path) -> dict[str, Any]:
    with np.load(path, allow_pickle=False) as kept:
        return {name: kept[name] for name in kept.files}


def _say(line: str) -> None:
    sys.stderr.write(f"  {line}\n")


def prepared(text: str) -> str:
    """The form in which texts are learnt and read."""
    return simplified(plain(text))


def set_aside(text: str) -> bool:
    """Whether a prepared example is among those not learnt from: by its spelling, so that it stays so."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") % SET_ASIDE == 0


def rather_heard(likely: Mapping[str, float]) -> dict[str, float]:
    """Likelihoods with those intents raised that must not be missed; they still add up to one."""
    odds = {name: share * RATHER_HEARD.get(name, 1) for name, share in likely.items()}
    total = sum(odds.values())
    return {name: share / total for name, share in odds.items()}


def without_figures(likely: Mapping[str, float], left: Mapping[str, float], heard: safety.Heard) -> dict[str, float]:
    """Likelihoods in which what is only sounded like is hardly likelier than in what is left without the figures of speech.

    What they lose goes where the words that are left point; `left` is empty where there are none, and nothing is known.
    """
    kept = {
        name: min(share, left.get(name, 0.0)) if name in heard.only_sounds_like else share
        for name, share in likely.items()
    }
    lost = sum(likely.values()) - sum(kept.values())
    return {name: share + lost * left.get(name, 1 / len(kept)) for name, share in kept.items()}


def by_rules(likely: Mapping[str, float], heard: safety.Heard) -> dict[str, float]:
    """Likelihoods after the plain-language rules have spoken; they still add up to one.

    What speaks for an intent leaves the earlier ones of the ontology their chance against it ("wrong number, he died").
    """
    last = max((INTENTS.index(name) for name in heard.spoken_for), default=-1)
    odds = {
        name: share * (SPEAKS if INTENTS.index(name) <= last else 1 / SPEAKS if name in heard.only_sounds_like else 1)
        for name, share in likely.items()
    }
    if heard.settled in odds:
        rest = sum(odds.values()) - odds[heard.settled]
        odds[heard.settled] = max(odds[heard.settled], rest * SETTLED / (1 - SETTLED))
    total = sum(odds.values())
    return {name: share / total for name, share in odds.items()}
