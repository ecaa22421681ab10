"""Patterns that cannot be in a text are not tried on it, and no other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.days import en, es, numeric, zh
from reading.sieve import Sieve, needs, runs
from reading.text import MASK, prepare
from reading.words import en_spelling, es_spelling, zh_spelling
from tests.reading.case_files import FOLDER
from tools.hunch.examples import messages

PATTERNS = [
    *(rule.pattern for rules in (numeric.RULES, en.RULES, es.RULES, zh.RULES) for rule in rules),
    *(
        pattern
        for words in (en_spelling._SHORT, es_spelling._SHORT, zh_spelling._RULES)
        for pattern, _ in words
    ),
]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\btomorrow\b", {"tom"}),
        (r"(?:mon|tues?)day", {"day"}),
        (r"明[天日]|后[天日]", {"明", "后"}),
        (r"(?:on )?the \d+", {"the"}),
        (r"(?<!x)(?=y)z?", None),
        (r"[^a]+", None),
        (rf"{MASK}+", None),
        (r"(?i)today", None),
    ],
)
def test_what_a_pattern_cannot_do_without_is_taken_from_its_own_tree(
    pattern: str, needed: set[str] | None
) -> None:
    assert needs(re.compile(pattern)) == needed


def test_no_pattern_is_left_out_that_a_message_holds() -> None:
    needed = [(pattern, needs(pattern)) for pattern in PATTERNS]
    assert sum(one is not None for _, one in needed) > 0.9 * len(needed)
    for file in sorted(FOLDER.glob("*.yml"))[::9]:
        for message in messages(file):
            text = prepare(message.text).folded
            there = runs(text)
            for pattern, one in needed:
                if one is not None and one.isdisjoint(there):
                    assert not pattern.search(text), pattern.pattern


@given(st.text(alphabet="tomrwday today明后天日 1/2"))
def test_words_are_replaced_as_they_would_be_without_it(text: str) -> None:
    rules = [
        (re.compile("tmrw|tmr"), "tomorrow"),
        (re.compile("tomorrow day"), "day"),
        (re.compile("明日"), "明天"),
    ]
    plain = text
    for pattern, word in rules:
        plain = pattern.sub(word, plain)
    assert Sieve(rules).replaced(text) == plain
