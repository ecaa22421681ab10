"""Texts that are put into others: only a way of paying may go without words of its own."""

from __future__ import annotations

import pytest

from catalogue import render
from catalogue.rendering import texts
from core.errors import NotFound


def said(inner: str) -> str:
    return render("promise.read_back", {"promise": "X", "method": {"text": inner}}, "es")


def test_a_way_of_paying_without_words_of_its_own_is_said_as_another_one() -> None:
    assert said("promise.method_barter") == said("promise.method_other")
    assert texts("es")["promise.method_other"] in said("promise.method_barter")


@pytest.mark.parametrize("key", ["promise.amount_barter", "plan.nobody_wrote_this", "method_cash"])
def test_any_other_text_that_is_put_into_one_must_be_there(key: str) -> None:
    with pytest.raises(NotFound):
        said(key)
