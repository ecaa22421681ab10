"""A policy table is read again when it changes, and a broken one changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaigns.policies import FOLDER, Policies
from core.errors import Unavailable

GOOD = (FOLDER / "riverbank.yaml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "riverbank.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_a_changed_file_counts_from_the_next_turn_on(folder: Path) -> None:
    policies = Policies(folder)
    before = policies("riverbank")

    (folder / "riverbank.yaml").write_text(GOOD.replace("grace_days: 2", "grace_days: 12"), encoding="utf-8")
    after = policies("riverbank")

    assert (before.grace_days, after.grace_days) == (2, 12)
    assert before.version != after.version


def test_an_unchanged_file_is_not_read_again(folder: Path) -> None:
    policies = Policies(folder)

    assert policies("riverbank") is policies("riverbank")


def test_a_broken_file_keeps_the_last_good_version_and_says_why(folder: Path) -> None:
    policies = Policies(folder)
    good = policies("riverbank")

    (folder / "riverbank.yaml").write_text(GOOD.replace("grace_days: 2", "grace_days: x"), encoding="utf-8")

    assert policies("riverbank") == good
    told = policies.problems()["riverbank.yaml"]
    assert "grace_days" in told
    assert "line 18" in told
    assert "last good version" in told


def test_a_mended_file_has_no_problem_any_more(folder: Path) -> None:
    policies = Policies(folder)
    (folder / "riverbank.yaml").write_text("", encoding="utf-8")
    assert policies.problems()

    (folder / "riverbank.yaml").write_text(GOOD, encoding="utf-8")

    assert policies.problems() == {}
    assert policies("riverbank").grace_days == 2


def test_a_file_that_is_gone_keeps_the_last_good_version(folder: Path) -> None:
    policies = Policies(folder)
    good = policies("riverbank")

    (folder / "riverbank.yaml").unlink()

    assert policies("riverbank") == good
    assert "is gone" in policies.problems()["riverbank.yaml"]


def test_a_lender_without_a_table_has_the_default_one(folder: Path) -> None:
    assert Policies(folder)("meadow").lender == "riverbank"


def test_a_new_table_is_found_while_running(folder: Path) -> None:
    policies = Policies(folder)
    policies("meadow")

    (folder / "meadow.yaml").write_text(GOOD.replace("grace_days: 2", "grace_days: 5"), encoding="utf-8")

    assert (policies("meadow").lender, policies("meadow").grace_days) == ("meadow", 5)


def test_a_lender_whose_own_table_never_was_right_gets_no_other_lenders_offers(folder: Path) -> None:
    (folder / "meadow.yaml").write_text("names: 1", encoding="utf-8")

    with pytest.raises(Unavailable, match=r"meadow\.yaml"):
        Policies(folder)("meadow")


@pytest.mark.parametrize("name", ["../riverbank", "/etc/passwd", "", ".", "a" * 200])
def test_a_lenders_name_never_leaves_the_folder(folder: Path, name: str) -> None:
    (folder.parent / "passwd.yaml").write_text("{}", encoding="utf-8")

    assert Policies(folder)(name).lender == "riverbank"
