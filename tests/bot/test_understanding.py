"""The parts of understanding that can be tried without a trained model."""

from __future__ import annotations

import json

import numpy as np
import pytest

from bot.understand import answers
from bot.understanding import weights
from bot.understanding.blend import Blend, sureness
from bot.understanding.model import (
    SETTLED,
    Read,
    by_rules,
    prepared,
    rather_heard,
    set_aside,
    without_figures,
)
from bot.understanding.ngrams import NGrams
from bot.understanding.safety import Heard
from bot.understanding.transformer import unpacked

LIKELY = {"hardship": 0.6, "crisis": 0.3, "opt_out": 0.1}


def heard(settled=None, spoken_for=(), only_sounds_like=()):
    return Heard(settled, frozenset(spoken_for), frozenset(only_sounds_like))


def test_without_a_rule_nothing_changes():
    assert by_rules(LIKELY, heard()) == pytest.approx(LIKELY)


def test_a_rule_that_speaks_for_a_crisis_raises_it():
    assert by_rules(LIKELY, heard(spoken_for=["crisis"]))["crisis"] == pytest.approx(2.4 / 3.1)


def test_a_figure_of_speech_lowers_what_it_sounds_like():
    assert by_rules(LIKELY, heard(only_sounds_like=["crisis"]))["crisis"] < 0.06


def test_what_is_only_sounded_like_is_no_likelier_than_without_the_figure_of_speech():
    left = {"hardship": 0.9, "crisis": 0.02, "opt_out": 0.08}

    plain = without_figures(LIKELY, left, heard(only_sounds_like=["crisis"]))

    assert plain["crisis"] < 0.03
    assert plain["hardship"] > LIKELY["hardship"]
    assert sum(plain.values()) == pytest.approx(1)


def test_nothing_but_a_figure_of_speech_makes_nothing_else_sure():
    alone = without_figures(
        {"crisis": 0.96, "complaint": 0.03, "stall": 0.01}, {}, heard(only_sounds_like=["crisis"])
    )

    assert max(alone.values()) < 0.36


def test_a_crisis_told_beside_a_figure_of_speech_stays_one():
    left = {"hardship": 0.1, "crisis": 0.9}

    assert without_figures(LIKELY, left, heard(only_sounds_like=["crisis"]))["crisis"] == pytest.approx(0.3)


def test_a_crisis_is_rather_heard_than_missed():
    raised = rather_heard({"crisis": 0.3, "stall": 0.6, "greet": 0.1})
    assert raised["crisis"] > raised["stall"]
    assert sum(raised.values()) == pytest.approx(1)


def test_a_rule_leaves_earlier_intents_their_chance():
    ruled = by_rules(
        {"deceased": 0.5, "wrong_party": 0.3, "hardship": 0.2}, heard(spoken_for=["wrong_party"])
    )
    assert ruled["deceased"] > ruled["wrong_party"] > 0.3 > ruled["hardship"]


def test_a_stop_word_alone_is_settled_whatever_the_classifier_thinks():
    ruled = by_rules(LIKELY, heard(settled="opt_out"))
    assert ruled["opt_out"] == pytest.approx(SETTLED)
    assert sum(ruled.values()) == pytest.approx(1)


def test_one_in_twelve_is_set_aside_always_the_same():
    texts = [f"message {number}" for number in range(2400)]
    aside = [set_aside(text) for text in texts]
    assert 150 < sum(aside) < 250
    assert aside == [set_aside(text) for text in texts]


def test_texts_are_prepared_alike_for_learning_and_reading():
    assert prepared("ＳＴＯＰ 簡訊") == "stop 短信"


@pytest.fixture(scope="module")
def ngrams():
    texts = [
        "pay friday",
        "pay on friday",
        "will pay",
        "stop texts",
        "stop it",
        "please stop",
        "你好",
        "您好",
        "你好吗",
    ]
    return NGrams.fit(texts, [0, 0, 0, 1, 1, 1, 2, 2, 2]), texts


def test_ngrams_tell_the_intents_apart(ngrams):
    fitted, _ = ngrams
    assert list(fitted.scores(["pay fridy", "stopp", "你好呀"]).argmax(axis=1)) == [0, 1, 2]


def test_ngrams_are_scored_as_they_were_learnt(ngrams):
    from sklearn.feature_extraction.text import TfidfVectorizer

    fitted, texts = ngrams
    counter = TfidfVectorizer(
        analyzer="char", ngram_range=(1, 5), sublinear_tf=True, lowercase=False, min_df=2
    )
    counted = counter.fit_transform([f"^{text}$" for text in texts])
    assert np.allclose(fitted.scores(texts), counted @ fitted._weights + fitted._bias, atol=1e-4)


def test_kept_ngrams_score_alike(ngrams):
    fitted, texts = ngrams
    again = NGrams.from_kept(fitted.kept())
    assert np.allclose(again.scores(texts), fitted.scores(texts), atol=1e-2)


def test_a_text_without_a_known_ngram_gets_the_bare_bias(ngrams):
    fitted, _ = ngrams
    assert fitted.scores(["ΩΩ"]).shape == (1, 3)


def test_the_blend_trusts_the_reader_that_is_right():
    draw = np.random.default_rng(0)
    labels = draw.integers(0, 3, 300)
    right = np.eye(3)[labels] * 2 + draw.normal(0, 0.5, (300, 3))
    noise = draw.normal(0, 1, (300, 3))
    blend = Blend.fit([right, noise], labels)
    assert blend.weights[0] > 5 * blend.weights[1]
    assert np.allclose(blend.shares([right, noise]).sum(axis=1), 1)


def test_answers_that_are_often_wrong_are_made_to_sound_less_sure():
    labels = np.asarray([0] * 8 + [1] * 2)
    scores = np.asarray([[2.0, 0.0]] * 10)

    def shares(factor):
        grown = np.exp(scores * factor)
        return grown / grown.sum(axis=1, keepdims=True)

    factor = sureness(shares, labels)
    assert shares(factor).max() < 0.8


def test_four_bit_blocks_are_low_halves_first_eight_below_times_their_scale():
    scale = np.asarray([0.5], "<f2").view(np.uint8)
    held = np.concatenate([scale, np.full(16, 0x08 | (0xF << 4), np.uint8)])
    assert list(unpacked(held)) == [0.0] * 16 + [3.5] * 16


def test_eight_bit_matrices_keep_two_digits():
    tuned = {
        "proj_W": np.random.default_rng(2).normal(0, 1, (100, 64)).astype(np.float32),
        "ln_b": np.ones(4, np.float32),
    }
    opened = weights.opened_sentences(weights.kept_sentences(tuned))
    assert np.abs(opened["proj_W"] - tuned["proj_W"]).max() < 0.02
    assert np.array_equal(opened["ln_b"], tuned["ln_b"])


class Fixed:
    """Understands everything as a greeting."""

    def read(self, text):
        return [Read("greet", 0.9), Read("thank", 0.1)]


def test_lines_are_answered_in_order_and_broken_ones_do_not_stop_the_rest():
    lines = ['{"id": "1", "text": "hi"}', "{broken", '{"id": 2}', "", "[]", '{"id": "3", "text": ""}']
    told = list(answers(Fixed(), lines))
    assert [one["id"] for one in told] == ["1", None, 2, None, "3"]
    assert ["error" in one for one in told] == [False, True, True, True, False]
    assert told[0]["ranking"] == [
        {"intent": "greet", "confidence": 0.9},
        {"intent": "thank", "confidence": 0.1},
    ]
    assert json.dumps(told)
