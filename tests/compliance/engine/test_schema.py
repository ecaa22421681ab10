"""A pack that is not understood is refused, and the error says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.engine import load_packs, standard
from compliance.engine.rulebook import PACKS
from core.errors import Invalid, NotFound

PACK = """
title: Somewhere
places: [XX]
zone: Europe/London
reviewed: 2026-11-20
rules:
  - id: xx.hours
    title: By day
    reference: Law of Somewhere s. 1
    in_force_from: 2026-01-01
    applies_to: {collector_type: third_party}
    check: within_hours
    with: {earliest: "08:00", latest: "21:00"}
    if_not: defer
"""


def _load(folder: Path, text: str) -> None:
    (folder / "xx.yaml").write_text(text)
    load_packs(folder)


def test_a_good_pack_is_read(tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text(PACK)
    rulebook = load_packs(tmp_path)
    assert list(rulebook.versions) == ["xx"]
    assert rulebook.rule("xx.hours").reference == "Law of Somewhere s. 1"
    with pytest.raises(NotFound):
        rulebook.rule("xx.nothing")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("check: within_hours", "check: within_ours", "xx.yaml.xx.hours.check"),
        ('latest: "21:00"', "latest: 21:00", "quote times"),
        ('latest: "21:00"', 'latest: "25:00"', "not a time of the day"),
        ("if_not: defer", "if_not: perhaps", "if_not"),
        ("if_not: defer", "if_not: must_include", "carries"),
        ("collector_type: third_party", "collector_type: fourth_party", "fourth_party"),
        ("collector_type: third_party", "when_any: [brankruptcy]", "not a known flag"),
        ("collector_type: third_party", "colector: third_party", "colector"),
        ("reference: Law of Somewhere s. 1", "colour: blue", "reference"),
        ("    title: By day", "    title: By day\n    colour: blue", "colour"),
        ("zone: Europe/London", "zone: Europe/Londres", "not an IANA zone"),
        ("in_force_from: 2026-01-01", "in_force_from: soon", "in_force_from"),
        (
            "in_force_from: 2026-01-01",
            "in_force_from: 2026-01-01\n    in_force_to: 2025-01-01",
            "lies before",
        ),
        ("id: xx.hours", "id: Hours", "is not an id"),
        ("title: Somewhere", "title: Somewhere\ntitle: Elsewhere", "given twice"),
        ("rules:", "rules: [", "readable YAML"),
        ('latest: "21:00"', 'latest: "21:00", holidays: ZZ', "calendar"),
    ],
)
def test_a_mistake_is_refused_by_name(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in PACK
    with pytest.raises((Invalid, ValueError), match=said):
        _load(tmp_path, PACK.replace(old, new, 1))


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "yy.yaml").write_text(PACK)
    with pytest.raises(Invalid, match="another rule"):
        _load(tmp_path, PACK)


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="no packs"):
        load_packs(tmp_path)


def test_versions_follow_the_content(tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text(PACK)
    before = load_packs(tmp_path).versions["xx"]
    (tmp_path / "xx.yaml").write_text(PACK + "# looked at again\n")
    assert load_packs(tmp_path).versions["xx"] != before


def test_every_check_is_used_by_some_pack() -> None:
    from compliance.engine.checks import CHECKS

    assert set(CHECKS) == {rule.check_name for rule in standard().rules.values()}


def test_what_is_to_be_verified_says_so() -> None:
    """A rule that bears a doubt says which; none hides it in its title."""
    for path in sorted(PACKS.glob("*.yaml")):
        assert "VERIFY" not in path.read_text().replace("verify: VERIFY", "")


def test_packs_stack_from_the_house_to_the_city() -> None:
    names = {pack.name for pack in standard().for_jurisdiction("us-nyc").packs}
    assert {"house", "us_federal", "us_ny", "us_nyc"} <= names
    assert "us_ca" not in names


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("UK", True),
        ("GB-SCT", True),
        ("US-GA", True),
        ("ZA", False),
        ("CA-BC", False),
        ("CN-HK", True),
        ("CN-MO", False),
    ],
)
def test_which_places_are_known(code: str, known: bool) -> None:
    assert standard().for_jurisdiction(code).known is known


def test_hong_kong_keeps_its_own_law_however_it_is_written() -> None:
    assert set(standard().for_jurisdiction("CN-HK").versions) == set(
        standard().for_jurisdiction("HK").versions
    )
    assert "cn" not in standard().for_jurisdiction("CN-HK").versions
