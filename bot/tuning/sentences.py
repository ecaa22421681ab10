"""Tunes the convolutional encoder (bot/understanding/sentences.py): all of it but its table of word pieces."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional as f

from bot.understanding.sentences import Array, base_net, parts, pieces

DROPPED = 0.1
LOST = 0.08  # of the word pieces go unseen
WIDTH = 512  # numbers that stand for a word piece on the way in
WINDOWS = ((2, 0), (3, 1), (5, 2))  # width, how many of it stand before
BRANCH = 256


class Encoder(nn.Module):
    """Word pieces in, one vector of length one a text out; the same as the wheel's forward pass in numpy."""

    def __init__(self, start: Mapping[str, Array] | None = None) -> None:
        super().__init__()
        self._net = base_net()
        base = parts(self._net)
        self._shapes = {name: part.shape for name, part in base.items()}
        for name, part in (start or base).items():
            self.register_parameter(name, nn.Parameter(_as_trained(name, np.array(part, dtype=np.float32))))
        self._epsilon = float(self._net._model.eps)

    @property
    def shared(self) -> tuple[Any, ...]:
        """What a copy of this encoder shares with it."""
        return (self._net,)

    def cut(self, texts: Sequence[str]) -> list[list[int]]:
        """Each text's word pieces."""
        return [pieces(self._net, text) for text in texts]

    def batch(self, cuts: Sequence[Sequence[int]], lost: bool) -> tuple[torch.Tensor, torch.Tensor]:
        """Padded rows on the way in, and where there is one; some pieces are lost in training."""
        backend = self._net._model
        if lost:
            cuts = [_thinned(cut) for cut in cuts]
        rows = np.zeros((len(cuts), (max(map(len, cuts)) + 7) // 8 * 8, WIDTH), np.float32)
        there = np.zeros(rows.shape[:2], np.float32)
        for at, cut in enumerate(cuts):
            ids = np.asarray(cut)
            rows[at, : len(ids)] = backend.table[ids] * backend.scale[ids % 17, None] + backend.lo[ids % 17, None]
            there[at, : len(ids)] = 1
        return torch.from_numpy(rows), torch.from_numpy(there)

    def forward(self, rows: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        with torch.autocast(rows.device.type, torch.bfloat16):
            return f.normalize(self._vectors(rows, there).float(), dim=-1)

    def _vectors(self, rows: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        mask = there[:, :, None]
        projected = self._normed(rows @ self.proj_W + self.proj_b, self.ln_g_all, self.ln_b_all) * mask
        features = [rows]
        for number, (width, before) in enumerate(WINDOWS):
            branch = projected[:, :, number * BRANCH : (number + 1) * BRANCH]
            for layer in ("1", "2"):
                around = f.pad(branch.transpose(1, 2), (before, width - 1 - before))
                weight, bias = getattr(self, f"w{layer}_{number}"), getattr(self, f"b{layer}_{number}")
                branch = (f.relu(f.conv1d(around, weight, bias).transpose(1, 2)) + branch) * mask
            features.append(branch)
        together = self._normed(torch.cat([one.float() for one in features], -1), self.ln_g, self.ln_b) * mask
        count = there.sum(1, keepdim=True)
        mean = (together.sum(1) @ self.cnn_W + count * self.cnn_b) / count.sqrt()
        mean = f.dropout(mean, DROPPED, self.training)
        first = f.relu(mean @ self.d0)
        second = f.relu(mean @ self.p1 + first @ self.d1)
        third = f.relu(second @ self.d2)
        return torch.tanh(second @ self.p3 + third @ self.d3)

    def _normed(self, rows: torch.Tensor, gain: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        return f.layer_norm(rows.float(), (rows.shape[-1],), None, None, self._epsilon) * gain + bias

    def tensors(self) -> dict[str, Array]:
        """The weights that `Sentences` takes."""
        return {
            name: _as_kept(name, part.detach().cpu().numpy()).reshape(self._shapes[name])
            for name, part in self.named_parameters()
        }


def _thinned(cut: Sequence[int]) -> Sequence[int]:
    kept = [piece for piece in cut[1:-1] if np.random.random() >= LOST] if len(cut) > 6 else cut[1:-1]
    return [cut[0], *kept, cut[-1]]


def _is_window(name: str) -> bool:
    return name.startswith(("w1_", "w2_"))


def _as_trained(name: str, part: Array) -> torch.Tensor:
    """Window weights as PyTorch's convolution takes them: out, in, width."""
    turned: Any = part.reshape(-1, BRANCH, BRANCH).transpose(2, 1, 0).copy() if _is_window(name) else part
    return torch.tensor(turned)


def _as_kept(name: str, part: Array) -> Array:
    return part.transpose(2, 1, 0) if _is_window(name) else part
