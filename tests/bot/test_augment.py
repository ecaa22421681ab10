"""How examples are varied for tuning."""

from __future__ import annotations

import random

from bot.tuning.augment import joined, left_out, mistyped, varied
from bot.understanding.ontology import INTENTS

CRISIS, THANK = INTENTS.index("crisis"), INTENTS.index("thank")


def test_a_slip_of_the_thumb_changes_one_place_and_no_figure():
    for seed in range(50):
        text = mistyped("i can pay 250 on friday", random.Random(seed))
        assert "250" in text
        assert abs(len(text) - 23) <= 1


def test_chinese_and_very_short_texts_are_typed_rightly():
    assert mistyped("我下周五还两千", random.Random(1)) == "我下周五还两千"
    assert mistyped("stop", random.Random(1)) == "stop"


def test_marks_or_accents_are_left_out_but_never_everything():
    seen = {left_out("¿mañana, está bien?", random.Random(seed)) for seed in range(20)}
    assert seen == {"mañana está bien", "¿manana, esta bien?"}
    assert left_out("?!", random.Random(0)) == "?!"


def test_of_two_meanings_in_one_message_the_earlier_decides():
    text, label = joined(("gracias", THANK), ("no quiero vivir", CRISIS), random.Random(3))
    assert label == CRISIS
    assert "gracias" in text
    assert "no quiero vivir" in text


def test_there_is_a_variant_of_every_example_and_most_stay_as_they_are():
    examples = [(f"please call me back tomorrow at {hour}", 3) for hour in range(200)]
    found = varied(examples, ["en"] * 200, random.Random(5))
    assert len(found) == 200
    assert sum(one == other for one, other in zip(examples, found, strict=True)) > 80
