"""A pattern's required letters stand in every text that the pattern is found in."""

from __future__ import annotations

import re

import pytest

from compliance.keywords.lexicon import lexicon
from compliance.keywords.literals import required
from compliance.wording.rules import all_languages
from tests.compliance.keywords.test_hearing import SENTENCES
from tests.compliance.wording.scoring import cases


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\bjail(?:ed)?\b", {"jail"}),
        (r"\b(?:sue|suit)s?\b", {"sue", "suit"}),
        (r"(?:\w+ ){0,3}mother", {"mother"}),
        (r"[^.]*\d", set()),
        (r"(?:a|\w+)?", set()),
        (r"(?:报警){1,2}|公安", {"报警", "公安"}),
        (r"no [aeo]", {"no a", "no e", "no o"}),
        (r"(?!x)wait(?<=t)", {"wait"}),
    ],
)
def test_the_letters_are_those_it_cannot_do_without(pattern: str, letters: set[str]) -> None:
    assert required(re.compile(pattern)) == letters


def test_whatever_a_rule_finds_holds_its_required_letters() -> None:
    texts = [case.text for tag in ("en", "es", "zh-Hans") for case in cases(tag)][::3]
    texts += [text for _, text in SENTENCES]
    patterns = [each.pattern for spoken in all_languages() for rule in spoken.rules for each in rule.find]
    patterns += [phrase.pattern for phrase in lexicon().phrases]
    for pattern in patterns:
        letters = required(pattern)
        for text in texts:
            match = pattern.search(text.casefold())
            assert match is None or not letters or any(each in match.group() for each in letters)
