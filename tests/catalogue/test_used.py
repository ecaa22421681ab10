"""What the assistant says, and with which values, is what the catalogue can say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue import entries
from catalogue.rendering import texts
from tests.catalogue.said import placeholders

ROOT = Path(__file__).parents[2]
ROOMS = ("actions", "catalogue", "gateway/pipelines")
SOURCES = [path for room in ROOMS for path in sorted((ROOT / room).glob("*.py"))]
# Keys put together from a kind, as in opening.ask_{kind}.
COMPOSED = re.compile(
    r"opening\.(ask|wrong)_(dob|postcode|id_last4)|plan\.shown_\d|specialist\.(?!passed)\w+"
)
# Given to every text by the outbound pipeline.
COMMON = {"lender", "phone", "website"}


def _keys(pattern: str) -> set[str]:
    """What `pattern` catches in the sources of the rooms that speak."""
    return {key for path in SOURCES for key in re.findall(pattern, path.read_text(encoding="utf-8"))}


def test_every_key_that_is_said_is_an_entry() -> None:
    said = _keys(r'Say\(\s*f?"([a-z_]+\.[a-z_0-9]+)"')

    assert len(said) > 50
    assert said - set(entries()) == set()


def test_every_entry_is_said_somewhere() -> None:
    said = _keys(r'"([a-z_]+\.[a-z_0-9]+)"')

    assert {key for key in entries() if key not in said and not COMPOSED.fullmatch(key)} == set()


@pytest.mark.parametrize("key", sorted(_keys(r'Say\("([a-z_]+\.[a-z_0-9]+)", \{\}\)')))
def test_what_is_said_without_values_needs_only_those_given_to_all(key: str) -> None:
    assert placeholders(texts("en")[key]) <= COMMON


def test_every_text_put_into_another_is_there() -> None:
    inner = _keys(r'(?:"text": |phrase\(\s*)"([a-z_]+\.[a-z_0-9]+)"')

    assert "promise.part" in inner
    assert inner - set(texts("en")) == set()
