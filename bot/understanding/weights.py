"""The tuned weights that are kept with the code (`bot/weights/`), small enough for that."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Mapping

import numpy as np
import numpy.typing as npt

from bot.understanding.heads import Head
from bot.understanding.sentences import Sentences
from bot.understanding.transformer import Transformer

Array = npt.NDArray[np.float32]

FOLDER = Path(__file__).resolve().parent.parent / "weights"
SENTENCES = "sentences.npz"
SENTENCES_HEAD = "sentences_head.npz"
TRANSFORMER = "transformer.onnx"
TRANSFORMER_HEAD = "transformer_head.npz"
MATRIX = 4096  # tensors with more numbers than this are kept in eight bits


def kept_sentences(tuned: Mapping[str, Array]) -> dict[str, Any]:
    """Matrices in eight bits with a scale for each column, the rest in sixteen."""
    found: dict[str, Any] = {}
    for name, numbers in tuned.items():
        if numbers.size <= MATRIX:
            found[name] = numbers.astype(np.float16)
            continue
        columns = numbers.reshape(-1, numbers.shape[-1])
        scale = np.maximum(np.abs(columns).max(axis=0) / 127, 1e-12).astype(np.float32)
        found[name] = np.round(columns / scale).astype(np.int8).reshape(numbers.shape)
        found[f"{name}.scale"] = scale
    return found


def opened_sentences(kept: Mapping[str, Any]) -> dict[str, Array]:
    """The reverse of `kept_sentences`."""
    return {
        name: (part * kept[f"{name}.scale"] if part.dtype == np.int8 else part).astype(np.float32)
        for name, part in kept.items()
        if not name.endswith(".scale")
    }


def head(name: str, folder: Path = FOLDER) -> Head:
    """The head (`SENTENCES_HEAD` or `TRANSFORMER_HEAD`) that was fitted when its encoder was tuned."""
    return Head.from_kept(_read(folder / name))


def copy(folder: Path) -> None:
    """Copy the tuned encoders and their heads beside a model."""
    for name in (SENTENCES, SENTENCES_HEAD, TRANSFORMER, TRANSFORMER_HEAD):
        shutil.copyfile(FOLDER / name, folder / name)


def sentences(folder: Path = FOLDER, threads: int = 1) -> Sentences:
    """The tuned convolutional encoder."""
    return Sentences(opened_sentences(_read(folder / SENTENCES)), threads)


def transformer(folder: Path = FOLDER, threads: int = 1) -> Transformer:
    """The tuned transformer."""
    return Transformer(folder / TRANSFORMER, threads)


def _read(path: Path) -> dict[str, Any]:
    with np.load(path, allow_pickle=False) as kept:
        return {name: kept[name] for name in kept.files}
