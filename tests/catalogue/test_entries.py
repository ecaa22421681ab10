"""What entries declare is read strictly, and what is not there cannot be said."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from catalogue import entries, entry, render
from core.errors import Invalid, NotFound

# The package's own `entries` is the function; this is the module of that name.
MODULE = importlib.import_module("catalogue.entries")


def test_an_entry_tells_what_it_asks_offers_and_discloses() -> None:
    shown = entry("refusal.what_would_help")

    assert shown.asks == ("reason",)
    assert shown.offers == ("human", "part_payment")
    assert shown.discloses


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(NotFound):
        entry("balance.everything")


def test_a_text_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotFound):
        render("balance.everything", {}, "es")


@pytest.mark.parametrize(
    ("file", "declared"),
    [
        ("balance.yml", "reminder.early: {discloses: true}"),
        ("balance.yml", "balance.told: {asks: [password]}"),
        ("balance.yml", "balance.told: {offers: [discount]}"),
        ("balance.yml", "balance.told: {discloses: true, says: everything}"),
    ],
    ids=["a key of another flow", "an unknown question", "an unknown offer", "an unknown declaration"],
)
def test_a_file_that_declares_something_unknown_is_refused(
    file: str, declared: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / file).write_text(declared, encoding="utf-8")
    monkeypatch.setattr(MODULE, "FOLDER", tmp_path)

    with pytest.raises(Invalid):
        entries.__wrapped__()


def test_a_key_declared_twice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("balance.yml", "balance.later.yml"):
        (tmp_path / name).write_text("balance.told: {discloses: true}", encoding="utf-8")
    monkeypatch.setattr(MODULE, "FOLDER", tmp_path)

    with pytest.raises(Invalid):
        entries.__wrapped__()


def test_only_endings_and_receipts_have_a_purpose_of_their_own() -> None:
    own = {key: one.purpose for key, one in entries().items() if one.purpose}

    assert own == {
        "stop.confirmed": "opt_out_confirmation",
        "stop.ceased": "opt_out_confirmation",
        "stop.and_deceased": "opt_out_confirmation",
        "stop.and_bankruptcy": "opt_out_confirmation",
        "stop.and_attorney": "opt_out_confirmation",
        "stop.and_noted": "opt_out_confirmation",
        "crisis.and_stopped": "opt_out_confirmation",
        "crisis.and_stopped_no_line": "opt_out_confirmation",
        "reminder.kept": "payment_receipt",
        "reminder.received": "payment_receipt",
        "reminder.paid_off": "payment_receipt",
    }
