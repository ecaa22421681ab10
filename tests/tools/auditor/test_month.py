"""A month of invented borrowers in every place, decided on by the gate: the auditor has nothing to say against it."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from tools.auditor.traffic.__main__ import Month, batches, main, month
from tools.auditor.traffic.people import PLACES, born
from tools.auditor.traffic.texts import OLD_DEBT

BORROWERS = 500


@cache
def lived() -> tuple[Month, list[str]]:
    return month(range(BORROWERS), seed=11)


def test_nothing_that_the_gate_let_go_ought_to_have_stayed() -> None:
    found, _ = lived()

    assert [each.as_json() for each in found.tally.violations] == []
    assert found.tally.unreadable == []


def test_every_place_has_traffic_and_much_is_put_off_and_stopped() -> None:
    found, lines = lived()

    assert set(found.places) == set(PLACES)
    assert len(lines) == found.tally.borrowers == BORROWERS
    assert found.states["sent"] > 4 * BORROWERS
    assert min(found.states[state] for state in ("deferred", "blocked", "received")) > BORROWERS


def test_debts_too_old_to_be_sued_for_are_among_them_and_every_rule_of_theirs_speaks() -> None:
    exports = [json.loads(line) for line in lived()[1]]
    ours = [row for export in exports for row in export["messages"] if row["direction"] == "out"]
    old = [
        row for row in ours if row["state"] == "sent" and "time_barred" in row["decision"]["facts"]["flags"]
    ]
    told = {
        each["detail"]["flag"] + ":" + each["kind"]
        for export in exports
        for each in export["consents"]
        if each["detail"]
    }
    spoke = {rule["id"] for row in ours for rule in row["decision"]["rules"]}
    notices = {text for texts in OLD_DEBT.values() for text in texts.values()}

    assert len(old) > 50
    assert sum(any(text in row["text"] for text in notices) for row in old) > 10
    assert {"time_barred:flag", "time_barred:flag_lifted"} <= told
    assert {
        "us-federal.time-barred-no-suit",
        "us-ca.time-barred-notice",
        "us-ny.time-barred-notice",
        "gb.statute-barred-refused",
    } <= spoke


def test_most_rules_of_the_packs_have_something_to_say_in_it() -> None:
    ours = [row for line in lived()[1] for row in json.loads(line)["messages"] if row["direction"] == "out"]

    assert len({rule["id"] for row in ours for rule in row["decision"]["rules"]}) > 150


def test_the_same_seed_lives_the_same_month() -> None:
    _, first = month(range(40, 60), seed=3)
    _, second = month(range(40, 60), seed=3)
    _, other = month(range(40, 60), seed=4)

    assert first == second != other


def test_every_law_of_the_packs_has_somebody_who_lives_there() -> None:
    packs = Path(__file__).parents[3] / "compliance" / "packs"
    there = {path.stem.replace("_", "-") for path in packs.glob("*.yaml")}
    apart = {"house", "us-federal", "us-states-8-21", "us-ny", "eu"}
    lived_in = {place.lower() for place in PLACES}

    assert {name for name in there - apart if not name.startswith("platform-")} <= lived_in


def test_numbers_are_dealt_out_once() -> None:
    dealt = Counter(number for part in batches(1_001) for number in part)

    assert dealt == Counter(range(1_001))


def test_the_command_counts_and_keeps_the_exports(tmp_path: Path) -> None:
    kept = tmp_path / "month.jsonl"

    done = CliRunner().invoke(main, ["--borrowers", "12", "--jobs", "1", "--out", str(kept)])

    assert done.exit_code == 0, done.output
    assert "12 borrowers in 12 of" in done.output
    assert "0 violations" in done.output
    assert len(kept.read_text(encoding="utf-8").splitlines()) == 12


def test_people_are_drawn_for_every_place_before_any_is_drawn_twice() -> None:
    assert [born(number, 5).place for number in range(len(PLACES))] == list(PLACES)
