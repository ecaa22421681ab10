"""The transformer: how texts are cut into word pieces, and that alone or among others a text means the same."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding import weights
from bot.understanding.transformer import LONGEST, WIDTH, Pieces, Weights


@pytest.fixture(scope="module")
def shipped():
    return Weights()


@pytest.fixture(scope="module")
def pieces(shipped):
    return Pieces(shipped)


@pytest.fixture(scope="module")
def tuned():
    return weights.transformer()


def words(pieces, shipped, text):
    names = {number: piece for piece, number in shipped.vocabulary().items()}
    return [names.get(number, "?") for number in pieces.cut(text)[1:-1]]


def test_texts_are_cut_into_the_likeliest_pieces(pieces, shipped):
    assert words(pieces, shipped, "payment") == ["▁que", "ry", ":", "▁payment"]


def test_chinese_is_cut_into_words(pieces, shipped):
    assert "短信" in words(pieces, shipped, "不要短信")


def test_what_no_piece_knows_is_unknown_not_lost(pieces, shipped):
    assert shipped.unknown in pieces.cut("a \U00013000 b")


def test_long_texts_are_cut_short(pieces):
    assert len(pieces.cut("word " * 900)) == LONGEST


def test_pieces_come_in_with_one_spread(shipped):
    rows = shipped.entry([5, 6, 7])
    assert rows.shape == (3, WIDTH)
    assert np.abs(rows).max() < 50


def test_a_text_means_the_same_alone_and_among_others(tuned):
    texts = ["i can pay on friday", "我下周五还两千", "puedo pagar el viernes", "stop"]
    together = tuned.vectors(texts)
    alone = np.concatenate([tuned.vectors([text]) for text in texts])
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-4)
    assert (together * alone).sum(axis=1) == pytest.approx(1, abs=5e-3)
