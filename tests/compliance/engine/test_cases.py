"""Every case beside the packs holds, and every rule has cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.engine.cases import Case, read_cases, run
from compliance.engine.rulebook import standard
from core.errors import Invalid

FOLDER = Path(__file__).parent.parent / "packs"
CASES = [case for path in sorted(FOLDER.glob("*.yaml")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.name}")
def test_case(case: Case) -> None:
    assert run(case, standard()).wrong is None


def test_every_pack_has_cases_that_pass_and_cases_that_do_not() -> None:
    outcomes: dict[str, set[str]] = {}
    for case in CASES:
        outcomes.setdefault(case.file, set()).add("allow" if case.expect == "allow" else "not")
    packs = {pack.name for pack in standard().packs if not pack.platform}
    assert {name for name in packs if outcomes.get(name) != {"allow", "not"}} == set()


def test_every_rule_speaks_in_some_case() -> None:
    spoken = {rule.id for case in CASES for rule in run(case, standard()).decision.rules}
    assert set(standard().rules) - spoken == set()


def test_a_case_that_does_not_hold_says_how(tmp_path: Path) -> None:
    path = tmp_path / "us.yaml"
    path.write_text(
        '- {name: night, at: "2026-11-18T22:00-05:00", expect: allow,\n'
        "   given: {jurisdiction: US, recipient_tz: America/New_York}}\n"
    )
    wrong = run(read_cases(path)[0], standard()).wrong
    assert wrong == "expected allow, came out defer (us-federal.waking-hours)"


def test_a_case_with_a_typo_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "us.yaml"
    path.write_text('- {name: night, at: "2026-11-18T22:00-05:00", expects: allow}\n')
    with pytest.raises(Invalid, match="unknown key"):
        read_cases(path)


def test_every_rule_is_silent_in_some_case_of_its_place() -> None:
    """No rule objects whatever is given: beside what it forbids stands what it lets pass."""
    silent: set[str] = set()
    for case in CASES:
        facts = case.facts
        fitting = (
            standard()
            .for_jurisdiction(facts.jurisdiction)
            .rules_for(facts.collector_type, facts.channel, facts.recipient_role, facts.purpose)
        )
        spoken = {rule.id for rule in run(case, standard()).decision.rules if rule.outcome != "must_include"}
        silent |= {rule.id for rule in fitting} - spoken
    always = {"house.never-in-public", "house.no-minors", "us-federal.limited-content-by-voicemail"}
    assert set(standard().rules) - silent == always
