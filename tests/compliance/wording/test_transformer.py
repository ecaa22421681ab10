"""The heavier reader: words cut into pieces as the wheel was taught, and vectors that are alike for like meanings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import compliance.wording.detector
from compliance.wording.detector.shipped import LONGEST, WIDTH, Shipped, unpacked
from compliance.wording.detector.text import prepared
from compliance.wording.detector.transformer import Transformer

GRAPH = Path(compliance.wording.detector.__file__).with_name("transformer.onnx")


@pytest.fixture(scope="module")
def transformer() -> Transformer:
    return Transformer(GRAPH)


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    return Shipped()


def test_a_text_is_cut_between_a_beginning_and_an_end(shipped: Shipped) -> None:
    first, second = shipped.cut("the police will come"), shipped.cut("警察会来")

    assert first[0] == second[0]
    assert first[-1] == second[-1]
    assert set(first[1:-1]).isdisjoint({first[0], first[-1]})


def test_a_long_text_is_cut_short_and_an_empty_one_can_be_read(shipped: Shipped) -> None:
    assert len(shipped.cut("pay " * 500)) == LONGEST
    assert len(shipped.cut("")) >= 2


def test_what_no_piece_is_known_for_is_still_read(shipped: Shipped) -> None:
    assert len(shipped.cut("pay \U000e0001 now")) > len(shipped.cut("pay"))


def test_four_bit_blocks_are_unpacked_low_halves_first() -> None:
    block = np.concatenate([np.asarray([2.0], "<f2").view(np.uint8), np.full(16, 0x9A, np.uint8)])

    assert unpacked(block).tolist() == [4.0] * 16 + [2.0] * 16


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "weights.bin"
    other.write_bytes(b"NPZ1" + bytes(100))

    with pytest.raises(ValueError, match="not a file of weights"):
        Shipped(other)


def test_vectors_have_length_one_and_do_not_hang_on_what_was_read_with_them(transformer: Transformer) -> None:
    texts = ["we will have you arrested", "gracias por su pago", "警察明天来抓你"]
    together, alone = transformer.vectors(texts), Transformer(GRAPH).vectors(texts[2:])

    assert together.shape == (3, WIDTH)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1.0, abs=1e-4)
    assert together[2] == pytest.approx(alone[0], abs=1e-5)


def test_like_meanings_lie_near_each_other_across_languages(transformer: Transformer) -> None:
    threat, amenaza, thanks = transformer.vectors(
        [
            prepared(each)
            for each in (
                "The police are coming to arrest you tomorrow.",
                "La policía va a ir mañana a detenerlo.",
                "Thank you, your payment has arrived.",
            )
        ]
    )

    assert threat @ amenaza > threat @ thanks + 0.2
