"""Measuring: what is counted, and what is read."""

from __future__ import annotations

import pytest

from bot.bench import held_out
from bot.bench import measures as m
from bot.bench.measures import Answer
from bot.bench_nlu import heard_stops, table
from bot.understanding.ontology import SAFETY


def answer(wanted, got, sure=0.9):
    return Answer("en", wanted, got, sure)


def test_macro_f1_counts_every_intent_alike():
    answers = [answer("greet", "greet")] * 8 + [answer("thank", "greet")] * 2
    assert m.macro_f1(answers) == pytest.approx((16 / 18 + 0) / 2)
    assert m.worst(answers, 1) == [("thank", 0.0)]


def test_recall_counts_only_the_safety_intents_and_only_the_right_one():
    answers = [answer("crisis", "crisis"), answer("crisis", "deceased"), answer("greet", "thank")]
    assert m.recall(answers) == 0.5


def test_alarms_are_safety_intents_where_none_was_meant_as_sure_as_asked():
    answers = [answer("calm", "crisis", 0.3), answer("calm", "greet"), answer("crisis", "crisis")]
    assert m.alarms(answers) == 0.5
    assert m.alarms(answers, from_sureness=0.4) == 0.0


def test_sure_answers_are_counted_and_their_mistakes():
    answers = [answer("greet", "greet", 0.8), answer("greet", "thank", 0.95), answer("greet", "thank", 0.79)]
    assert m.sure(answers) == pytest.approx((2 / 3, 1 / 2))


def test_confidence_that_means_what_it_says_has_no_error():
    answers = [answer("greet", "greet", 0.5), answer("greet", "thank", 0.5)]
    assert m.calibration_error(answers) == pytest.approx(0)
    assert m.calibration_error([answer("greet", "thank", 1.0)]) == pytest.approx(1)


def test_confusions_come_the_most_frequent_first():
    answers = [
        answer("stall", "deny"),
        answer("greet", "thank"),
        answer("greet", "thank"),
        answer("deny", "deny"),
    ]
    assert m.confusions(answers) == [("greet", "thank", 2), ("stall", "deny", 1)]


def test_held_out_calm_and_everyday_files_are_told_apart(tmp_path):
    (tmp_path / "en.yml").write_text("greet:\n  - hello\nunknown_name:\n  - x\n", encoding="utf-8")
    (tmp_path / "en.calm.yml").write_text("- this heat\n", encoding="utf-8")
    (tmp_path / "en.everyday.yml").write_text("thank:\n  - ta\nunknown_name:\n  - x\n", encoding="utf-8")
    assert [tuple(one) for one in held_out.held_out(tmp_path)] == [("en", "greet", "hello")]
    assert [tuple(one) for one in held_out.calm(tmp_path)] == [("en", "calm", "this heat")]
    assert [tuple(one) for one in held_out.everyday(tmp_path)] == [("en", "thank", "ta")]


def test_every_language_has_its_held_out_its_calm_and_its_everyday_texts(root):
    for read in (held_out.held_out, held_out.calm, held_out.everyday):
        assert {one.language for one in read(root / "tests" / "bot" / "nlu")} == {
            "en",
            "es",
            "zh-Hans",
            "zh-Hant",
        }


def test_everyday_texts_are_enough_to_show_half_a_percent_and_mean_no_safety_intent(root):
    texts = held_out.everyday(root / "tests" / "bot" / "nlu")
    assert not {one.intent for one in texts} & set(SAFETY)
    for language in {one.language for one in texts}:
        assert len({one.text for one in texts if one.language == language}) >= 150


def test_words_of_law_are_tried_in_many_spellings(root):
    words = held_out.stop_words(root / "compliance" / "keywords")
    assert {"stop", "退订", "baja"} <= {word.lower() for word in words}
    assert {"STOP", "Ｓｔｏｐ".lower(), "s t o p", "stoppp"} <= set(held_out.spellings("stop").values())


def test_the_share_of_stops_heard_is_counted_over_all_spellings():
    shouted = len([1 for text in held_out.spellings("stop").values() if text.isupper()])
    heard = heard_stops(lambda text: [("opt_out" if text.isupper() else "greet", 1.0)], ["stop"])
    assert heard == pytest.approx(shouted / len(held_out.spellings("stop")))


def test_figures_stand_side_by_side_with_their_bars():
    shown = table({"stock": {"macro-F1": "0.700"}, "ours": {"macro-F1": "0.900", "own": "x"}})
    assert shown.splitlines()[1].split() == ["macro-F1", "0.700", "0.900", ">=", "0.85"]
    assert "own" in shown
