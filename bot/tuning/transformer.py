"""Tunes the transformer (bot/understanding/transformer.py): all its layers, in PyTorch, on a CPU or a GPU."""

from __future__ import annotations

import math
from typing import Any, Mapping, Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional as f

from bot.understanding.transformer import HEADS, LAYERS, MATRICES, VECTORS, WIDTH, Array, Pieces, Weights

DROPPED = 0.1  # of the numbers between layers
LOST = 0.06  # of the word pieces go unseen
POOL = 1 << 22
FAR = -1e4


class Dropout:
    """Cheap chance: a pool of ready masks, read from a random place; a processor draws too slowly."""

    def __init__(self, device: torch.device) -> None:
        keep = torch.rand(POOL, device=device) >= DROPPED
        self._pool = (keep / (1 - DROPPED)).to(torch.bfloat16)

    def mask(self, *shape: int) -> torch.Tensor:
        size = math.prod(shape)
        start = int(np.random.randint(0, POOL - size))
        return self._pool[start : start + size].view(shape)


class Layer(nn.Module):
    """One layer, as the wheel's engine computes it."""

    def __init__(self, parts: Mapping[str, Array]) -> None:
        super().__init__()
        for name in (*MATRICES, *VECTORS):
            self.register_parameter(name.replace(".", "_"), nn.Parameter(torch.tensor(parts[name])))

    def forward(self, rows: torch.Tensor, away: torch.Tensor, first: Any = None, second: Any = None) -> torch.Tensor:
        shape = (*rows.shape[:2], HEADS, WIDTH // HEADS)
        asks, keys, values = (
            f.linear(rows, weight, bias).view(shape).transpose(1, 2)
            for weight, bias in ((self.q_w, self.q_b), (self.k_w, self.k_b), (self.v_w, self.v_b))
        )
        attention = torch.softmax(asks @ keys.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + away, -1)
        out = f.linear((attention @ values).transpose(1, 2).reshape(rows.shape), self.ao_w, self.ao_b)
        rows = f.layer_norm(rows + (out if first is None else out * first), (WIDTH,), self.aln_w, self.aln_b, 1e-12)
        out = f.linear(f.gelu(f.linear(rows, self.fi_w, self.fi_b)), self.fo_w, self.fo_b)
        return f.layer_norm(rows + (out if second is None else out * second), (WIDTH,), self.oln_w, self.oln_b, 1e-12)

    def parts(self) -> dict[str, Array]:
        """The layer's tensors by name, matrices out by in."""
        return {name: getattr(self, name.replace(".", "_")).detach().cpu().numpy() for name in (*MATRICES, *VECTORS)}


def _forward(layer: Layer, *given: torch.Tensor) -> torch.Tensor:
    return layer(*given)


class Encoder(nn.Module):
    """Word pieces in, one vector of length one a text out."""

    def __init__(self, start: Mapping[str, Array] | None = None) -> None:
        super().__init__()
        weights = Weights()
        self._pieces, self._words = Pieces(weights), weights
        parts = [_layer(start, number) if start else weights.layer(number) for number in range(LAYERS)]
        self.layers = nn.ModuleList(Layer(part) for part in parts)
        self._drop: Dropout | None = None
        self._quick = torch.compile(_forward, dynamic=True)  # one program for all layers

    @property
    def shared(self) -> tuple[Any, ...]:
        """What a copy of this encoder shares with it."""
        return (self._pieces, self._words)

    def cut(self, texts: Sequence[str]) -> list[list[int]]:
        """Each text's word pieces."""
        return [self._pieces.cut(text) for text in texts]

    def batch(self, cuts: Sequence[Sequence[int]], lost: bool) -> tuple[torch.Tensor, torch.Tensor]:
        """Padded rows on the way in, and where there is one; some pieces are lost in training."""
        longest = (max(map(len, cuts)) + 7) // 8 * 8
        rows = np.zeros((len(cuts), longest, WIDTH), np.float32)
        there = np.zeros((len(cuts), longest), np.float32)
        for at, cut in enumerate(cuts):
            rows[at, : len(cut)] = self._words.entry(cut)
            there[at, : len(cut)] = 1
            if lost and len(cut) > 9:
                gone = np.random.random(len(cut)) < LOST
                gone[:4] = gone[-1] = False
                there[at, : len(cut)] -= gone
        return torch.from_numpy(rows), torch.from_numpy(there)

    def forward(self, rows: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        if self.training and self._drop is None:
            self._drop = Dropout(rows.device)
        with torch.autocast(rows.device.type, torch.bfloat16):
            found = rows.to(torch.bfloat16)
            away = ((1 - there) * FAR)[:, None, None, :].to(torch.bfloat16)
            for layer in self.layers:
                if self._drop is not None and self.training:
                    found = self._quick(layer, found, away, self._drop.mask(*rows.shape), self._drop.mask(*rows.shape))
                else:
                    found = layer(found, away)
        found = (found.float() * there[:, :, None]).sum(1) / there.sum(1, keepdim=True)
        return f.normalize(found, dim=-1)

    def tensors(self) -> dict[str, Array]:
        """All layers' tensors as `l<number>.<name>`."""
        return {
            f"l{number}.{name}": part
            for number, layer in enumerate(self.layers)
            for name, part in layer.parts().items()
        }


def _layer(tensors: Mapping[str, Array], number: int) -> dict[str, Array]:
    return {name: tensors[f"l{number}.{name}"] for name in (*MATRICES, *VECTORS)}
