"""What the detector hears between the lines, and how the facts of the account weigh against it."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from compliance.wording.account import read_account
from compliance.wording.detector import CLASSES, FINE, Blend, Detector, Glanced, Heard
from compliance.wording.detector.model import BEYOND
from compliance.wording.detector.text import LONGEST, SENTENCES, apart, pieces, prepared, stretches
from compliance.wording.judging import listened
from compliance.wording.weighing import Hit, Said, excused, weigh

BLEND = Blend(
    readers=(1.0, 1.0),
    first=1.0,
    odds=1.0,
    words=1.0,
    rule=1.0,
    taken_back=-1.0,
    apart=0.0,
    bar={"en": 1.0},
    settled=-2.0,
    reveals=0.0,
    rules={"en.sound": 4.0, "en.unsound": -1.0},
    unknown_rule=1.5,
)


def heard(*, reveals: float = -9.0, words: float = 0.0, **shares: float) -> Heard:
    """Shares of some categories; the rest is a harmless meaning."""
    row = np.zeros(len(CLASSES), dtype=np.float32)
    for name, share in shares.items():
        row[CLASSES.index(name)] = share
    row[CLASSES.index(FINE)] = 1 - sum(shares.values())
    return Heard(row, reveals, words)


def hit(rule: str, *, sure: bool = False) -> Hit:
    return Hit(0, 3, "insult", rule, "en", sure)


def weighed(
    hits: list[Hit],
    said: Heard,
    free: frozenset[str] = frozenset(),
    *,
    verified: bool = True,
    taken_back: bool = False,
) -> tuple[int, str | None]:
    found = weigh(Said(hits, taken_back), said, free, BLEND, language="en", verified=verified, length=120)
    return len(found.hits), found.heard


def test_what_is_heard_plainly_is_barred_without_a_rule() -> None:
    assert weighed([], heard(insult=0.9)) == (0, "insult")
    assert weighed([], heard(insult=0.3)) == (0, None)


def test_a_rule_counts_by_its_worth_and_by_what_is_heard() -> None:
    assert weighed([hit("en.sound")], heard(insult=0.1)) == (1, None)
    assert weighed([hit("en.unsound")], heard(insult=0.1)) == (0, None)
    assert weighed([hit("en.sound")], heard(insult=0.001)) == (0, None)


def test_what_follows_from_the_facts_bars_whatever_is_heard() -> None:
    assert weighed([hit("en.amount", sure=True)], heard(insult=0.001)) == (1, None)


def test_what_the_words_sound_like_counts_and_so_does_that_a_rule_was_taken_back() -> None:
    assert weighed([], heard(insult=0.5, words=1.5)) == (0, "insult")
    assert weighed([], heard(insult=0.5, words=1.5), taken_back=True) == (0, None)
    assert weighed([], heard(insult=0.8, words=-1.0)) == (0, None)


def test_the_facts_excuse_what_the_words_sound_like_too() -> None:
    said = heard(false_legal_action=0.6, insult=0.2, words=2.0)

    assert said.sounding(frozenset()) == pytest.approx(2.0)
    assert said.sounding(frozenset({"false_legal_action"})) == pytest.approx(0.5)


def test_a_rule_is_not_named_for_what_the_text_hardly_sounds_like() -> None:
    pretext = Hit(0, 3, "deceptive_purpose", "en.sound", "en", sure=False)

    assert weighed([pretext], heard(insult=0.9)) == (0, "insult")
    assert weighed([pretext], heard(insult=0.7, deceptive_purpose=0.2)) == (1, "insult")


def test_what_the_facts_allow_is_not_barred() -> None:
    said = heard(false_legal_action=0.95)

    assert weighed([], said) == (0, "false_legal_action")
    assert weighed([], said, frozenset({"false_legal_action"})) == (0, None)


def test_a_debt_is_revealed_only_to_somebody_unverified() -> None:
    assert weighed([], heard(reveals=1.0, words=0.3), verified=False) == (0, "premature_disclosure")
    assert weighed([], heard(reveals=1.0, words=-0.3), verified=False) == (0, None)
    assert weighed([], heard(reveals=1.0, words=0.3), verified=True) == (0, None)


class Reader:
    """A reader that makes the same of every text, and counts how often it was asked for more than a first look."""

    def __init__(self, first: Heard) -> None:
        self.blend, self.asked, self.closely = BLEND, 0, 0
        self._first = first

    def glance(self, text: str) -> Glanced:
        return Glanced((text,), np.zeros((1, len(CLASSES)), dtype=np.float32), self._first)

    def hear(self, glanced: Glanced) -> Heard:
        self.asked += 1
        return glanced.heard

    def closer(self, text: str, heard: Heard) -> Heard:
        self.closely += 1
        return heard


@pytest.mark.parametrize(
    ("first", "hits", "free", "asked"),
    [
        (heard(insult=0.05), [], frozenset({"premature_disclosure"}), 0),
        (heard(insult=0.3), [], frozenset({"premature_disclosure"}), 1),
        (heard(insult=0.05), [hit("en.unsound")], frozenset({"premature_disclosure"}), 1),
        (heard(insult=0.05), [], frozenset(), 1),
    ],
    ids=["harmless at a first look", "not settled", "a rule speaks", "whoever reads it is unverified"],
)
def test_the_transformer_is_asked_unless_a_first_look_settles_it(
    first: Heard, hits: list[Hit], free: frozenset[str], asked: int
) -> None:
    reader = Reader(first)

    listened(cast(Detector, reader), "a text", Said(hits, False), free, "en")

    assert reader.asked == asked


@pytest.mark.parametrize(("share", "closely"), [(0.05, 0), (0.5, 1), (0.7, 1), (0.8, 0), (0.999, 0)])
def test_a_text_that_lacks_little_to_the_bar_is_read_sentence_by_sentence(share: float, closely: int) -> None:
    reader = Reader(heard(insult=share))

    listened(cast(Detector, reader), "a text", Said([], False), frozenset(), "en")

    assert reader.closely == closely


def test_the_sentence_that_sounds_most_barred_counts_apart() -> None:
    rows = np.stack([heard(insult=0.1).shares, heard(insult=0.2, publication=0.6).shares])
    said = replace(heard(insult=0.5), apart=rows)

    assert said.odds_apart(frozenset()) == pytest.approx(np.log(4), abs=1e-3)
    assert said.odds_apart(frozenset({"publication"})) == pytest.approx(np.log(0.25), abs=1e-3)
    assert heard(insult=0.5).odds_apart(frozenset()) == pytest.approx(0, abs=1e-3)


def test_a_sentence_apart_is_believed_only_so_far_beyond_the_whole() -> None:
    said = replace(heard(insult=0.1), apart=heard(insult=0.9999).shares[None])

    assert said.odds_apart(frozenset()) == pytest.approx(said.odds(frozenset()) + BEYOND)


@pytest.mark.parametrize(
    ("facts", "text", "free"),
    [
        ({}, "we will sue", {"premature_disclosure"}),
        (
            {"creditor_instruction": "suit authorised"},
            "we will sue",
            {"premature_disclosure", "false_legal_action", "time_barred_threat"},
        ),
        (
            {"creditor_instruction": "suit authorised", "time_barred": True},
            "we will sue",
            {"premature_disclosure"},
        ),
        ({"fees_in_contract": True}, "a fee", {"premature_disclosure", "unauthorized_fee"}),
        ({"offer_end": "2026-12-15"}, "until december 15", {"premature_disclosure", "false_urgency"}),
        ({"offer_end": "2026-12-15"}, "until december 14", {"premature_disclosure"}),
    ],
)
def test_the_facts_excuse_categories(facts: dict[str, object], text: str, free: set[str]) -> None:
    assert excused(read_account(facts, verified_party=True), text) == free


def test_a_text_is_prepared_in_one_script_and_case() -> None:
    assert prepared("ＨＥＬＬＯ  您好，請還款\n") == "hello 您好,请还款"


def test_sentences_and_stretches_lie_within_the_text() -> None:
    text = "Hi. You owe $842.50 today! 好。再见"

    assert [text[start:end] for start, end in pieces(text)] == [
        "Hi.",
        "You owe $842.50 today!",
        "好。",
        "再见",
    ]
    assert stretches("a" * (LONGEST + 5)) == [(0, LONGEST), (LONGEST, LONGEST + 5)]
    assert stretches("") == [(0, 0)]


def test_sentences_that_hold_words_are_read_apart_so_many_at_most() -> None:
    assert apart("Hi. $84.50. 1. Pay today!\n您好。再见") == ["hi.", "pay today!", "您好。", "再见"]
    assert len(apart("A word. " * 40)) == SENTENCES
