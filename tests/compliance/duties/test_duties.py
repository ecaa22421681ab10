"""What events oblige us to: every case beside the tables holds, every row has one, and mistakes are refused in words."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from compliance import duties
from compliance.duties.cases import DutyCase, read_cases, run
from compliance.duties.schema import EVENTS, read_table
from core.duties import Lifting
from core.errors import Invalid

FOLDER = Path(__file__).parent / "cases"
CASES = [case for path in sorted(FOLDER.glob("*.yaml")) for case in read_cases(path)]
NOON = datetime(2026, 11, 18, 18, 0, tzinfo=UTC)
ROW = """
title: Somebody contests the debt
reviewed: 2026-11-22
rows:
  - id: test.on-dispute
    title: Stop asking
    reference: a law
    places: ["*"]
    obliges: {holds: [disputed]}
    lift: {by: agent}
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.name}")
def test_case(case: DutyCase) -> None:
    assert run(case, duties.standard()).wrong is None


def test_every_event_has_a_table_and_cases() -> None:
    assert set(duties.standard().tables) == {case.event for case in CASES} == set(EVENTS)


def test_every_row_obliges_in_some_case_and_the_particular_ones_are_absent_in_another() -> None:
    came: set[str] = set()
    absent: set[str] = set()
    for case in CASES:
        found = set(run(case, duties.standard()).duties.rows)
        came |= found
        absent |= {row.id for row in duties.standard().tables[case.event].rows} - found
    particular = {name for name, row in duties.standard().rows.items() if "*" not in row.places}
    assert set(duties.standard().rows) - came == set()
    assert particular - absent == set()


def test_what_is_not_quite_sure_says_what_is_to_be_verified_or_is_high() -> None:
    rows = duties.standard().rows.values()
    assert [row.id for row in rows if row.confidence == "low" and not row.verify] == []


def test_an_unknown_event_is_refused() -> None:
    with pytest.raises(Invalid, match="none that duties are known for"):
        duties.of("weather", "US", at=NOON)


def written(folder: Path, text: str, name: str = "dispute.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_read_with_its_version(tmp_path: Path) -> None:
    first = read_table(written(tmp_path, ROW))
    second = read_table(written(tmp_path, ROW.replace("a law", "another law")))

    assert (first.event, first.rows[0].holds) == ("dispute", ("disputed",))
    assert first.version != second.version


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("holds: [disputed]", "holds: [annoyed]", "dispute.yaml.test.on-dispute.obliges.holds: 'annoyed'"),
        ("holds: [disputed]", "hold: [disputed]", "obliges.hold: is not a setting known here"),
        ("holds: [disputed]", "flags: [angry]", "'angry' is not a known flag"),
        ("holds: [disputed]", "flags: [{cease_all: 3 days}]", "'cease_all' is not a flag that carries a day"),
        (
            "holds: [disputed]",
            "tasks: [{do: answer, within: soon}]",
            "'soon' is not a time such as 5 minutes",
        ),
        ("holds: [disputed]", "stop: nowhere", "'nowhere' is not one of"),
        (
            "holds: [disputed]",
            "confirm: {say: stop.confirmed, within: 5 days}",
            "is not a number of minutes or hours",
        ),
        ("reference: a law", "reference: 7", "reference: is not text"),
        ("reference: a law", "in_force_from: soon\n    reference: a law", "in_force_from: is not a date"),
        ("    lift: {by: agent}\n", "", "lift: is missing"),
        ("id: test.on-dispute", "id: Dispute", "is not an id such as"),
        ('places: ["*"]', "places: [1]", "holds something that is not text"),
    ],
)
def test_a_mistake_in_a_table_is_named_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in ROW
    with pytest.raises(Invalid) as refused:
        read_table(written(tmp_path, ROW.replace(old, new)))
    assert told in str(refused.value)


def test_a_file_that_is_named_for_no_event_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="not named for an event"):
        read_table(written(tmp_path, ROW, "weather.yaml"))


def test_the_same_id_twice_is_refused(tmp_path: Path) -> None:
    written(tmp_path, ROW)
    written(tmp_path, ROW, "complaint.yaml")
    with pytest.raises(Invalid, match="id of another row"):
        duties.load_duties(tmp_path)


def test_a_case_that_does_not_hold_says_how(tmp_path: Path) -> None:
    case = '- {name: a stop, at: "2026-11-18T09:00-06:00", given: {jurisdiction: US}, expect: {stop: everywhere}}'
    path = written(tmp_path, case, "opt_out.yaml")
    assert (
        run(read_cases(path)[0], duties.standard()).wrong == "expected stop 'everywhere', came out 'address'"
    )


@pytest.mark.parametrize("typo", ["expct: {stop: address}", "expect: {stops: address}"])
def test_a_case_with_a_typo_is_refused(tmp_path: Path, typo: str) -> None:
    path = written(tmp_path, f'- {{name: a stop, at: "2026-11-18T09:00-06:00", {typo}}}', "opt_out.yaml")
    with pytest.raises(Invalid):
        read_cases(path)


def test_who_may_lift_follows_what_set_it() -> None:
    by_dispute = duties.lifting("disputed", "US-IL", at=NOON, events=["dispute"])
    by_theft = duties.lifting("disputed", "US-IL", at=NOON, events=["dispute", "identity_theft"])
    agency = duties.lifting("disputed", "US-IL", "third_party", at=NOON, events=["dispute"])

    assert by_dispute == Lifting("agent", second_person=False, rows=("house.on-dispute",))
    assert (by_theft.by, by_theft.second_person) == ("supervisor", True)
    assert (agency.by, agency.second_person, agency.after) == ("supervisor", True, ("send_verification",))


def test_a_dated_flag_is_lifted_by_its_name() -> None:
    lifting = duties.lifting("breathing_space_until:2027-01-17", "GB", at=NOON)
    assert (lifting.by, lifting.second_person) == ("supervisor", True)


def test_what_no_row_sets_takes_a_supervisor_and_a_second_person() -> None:
    assert duties.lifting("moonstruck", "US", at=NOON) == Lifting("supervisor", second_person=True)
