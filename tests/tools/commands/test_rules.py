"""`kept rules`: packs tested, decisions explained, changes of rules compared."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from compliance.engine import load_packs
from compliance.engine.rulebook import PACKS
from compliance.facts import from_line
from compliance.record import as_record
from storage.decisions import Made, made_since
from storage.talk import Decision
from tests.tools.commands.asking import given
from tests.tools.commands.test_decide import LINE
from tools.cli import kept
from tools.commands.rules import decided_again, rulebook
from tools.stage import stage

AT = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
CASE = """
- name: a reminder in the morning
  at: 2026-11-18T09:00-06:00
  given: {jurisdiction: US-TX, recipient_tz: America/Chicago, purpose: reminder, collector_type: third_party}
  expect: EXPECTED
"""


@pytest.fixture
def later_mornings(tmp_path: Path) -> Path:
    """Our packs, but nobody is written to before ten."""
    packs = tmp_path / "packs"
    shutil.copytree(PACKS, packs)
    federal = packs / "us_federal.yaml"
    written = federal.read_text(encoding="utf-8")
    assert 'earliest: "08:00"' in written
    federal.write_text(written.replace('earliest: "08:00"', 'earliest: "10:00"'), encoding="utf-8")
    return packs


def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str]:
    done = CliRunner().invoke(kept, ["rules", *arguments], input=stdin)
    return done.exit_code, done.output


@pytest.mark.parametrize(("expected", "status"), [("allow", 0), ("block", 1)])
def test_a_case_that_comes_out_otherwise_fails_the_test(tmp_path: Path, expected: str, status: int) -> None:
    (tmp_path / "texas.yaml").write_text(CASE.replace("EXPECTED", expected), encoding="utf-8")
    code, said = run("test", "--cases", str(tmp_path))
    assert code == status
    assert f"{1 - status} of 1 cases came out as expected" in said
    assert ("expected block, came out allow" in said) == bool(status)


@pytest.mark.parametrize(("reach", "status"), [("address", 0), ("everywhere", 1)])
def test_a_case_of_a_duty_that_comes_out_otherwise_fails_the_test(
    tmp_path: Path, reach: str, status: int
) -> None:
    case = f"- {{name: a stop, at: 2026-11-18T09:00-06:00, given: {{jurisdiction: US-TX}}, expect: {{stop: {reach}}}}}"
    (tmp_path / "opt_out.yaml").write_text(case, encoding="utf-8")
    code, said = run("test", "--duty-cases", str(tmp_path))
    assert code == status
    assert f"{1 - status} of 1 cases came out as expected" in said
    assert ("expected stop 'everywhere', came out 'address'" in said) == bool(status)


def test_no_cases_at_all_is_no_success(tmp_path: Path) -> None:
    assert run("test", "--cases", str(tmp_path))[0] == 1


def test_decisions_are_put_into_words_and_a_broken_line_stops_no_other() -> None:
    lines = given({"id": "7", **LINE}, "{", {**LINE, "id": "8", "flags": ["attorney"]}, {"id": "9"})
    code, said = run("explain", stdin=lines)
    night, broken, lawyer, empty = said.strip().split("\n\n")
    assert code == 1
    assert night.startswith("7: Not now. Allowed from 2026-11-18T14:00:00Z on.")
    assert "us-federal.waking-hours" in night
    assert broken == "error: the line is not JSON"
    assert lawyer.startswith("8: Not allowed; waiting does not help.")
    assert empty == "9: error: jurisdiction: is missing"


def test_decisions_are_explained_in_the_language_asked_for() -> None:
    code, said = run("explain", "--lang", "es", stdin=given({"id": "7", **LINE}))
    assert (code, said.splitlines()[0]) == (0, "7: Ahora no. Permitido desde 2026-11-18T14:00:00Z.")


def test_packs_that_differ_are_named(later_mornings: Path) -> None:
    assert run("diff", str(PACKS), str(later_mornings)) == (0, "us_federal: changed\n")
    assert run("diff", str(PACKS), str(PACKS)) == (0, "The packs are the same.\n")


def test_packs_are_those_of_a_commit_too() -> None:
    assert "us_federal" in rulebook("HEAD").versions
    assert run("diff", "--", "--output=x", str(PACKS))[0] == 1


@pytest.mark.parametrize("days", ["0d", "soon", "-3", "99999d"])
def test_days_that_are_none_are_told(days: str) -> None:
    code, said = run("diff", str(PACKS), str(PACKS), f"--replay={days}")
    assert code == 2
    assert "write 30d" in said


def made(at: datetime = AT, **changed: Any) -> Made:
    facts, _ = from_line(LINE | changed)
    return Made(uuid.uuid4(), at, json.loads(json.dumps(as_record(facts))))


async def test_decisions_on_record_are_made_again_under_both(later_mornings: Path) -> None:
    async def on_record() -> AsyncIterator[Sequence[Made]]:
        yield [made(), made(AT + timedelta(hours=2))]
        yield [
            made(jurisdiction="CN", recipient_tz="Asia/Shanghai"),
            Made(uuid.uuid4(), AT, {"channel": "sms"}),
        ]

    again = await decided_again(on_record(), load_packs(), load_packs(later_mornings))
    assert (again.seen, again.unreadable) == (3, 1)
    assert [row[1:] for row in again.rows] == [
        ("2026-11-18 15:00", "allow", "defer", "+us-federal.waking-hours")
    ]
    assert again.by_outcome == {"allow to defer": 1}


async def test_decisions_are_read_from_the_records_since_a_moment_the_oldest_first() -> None:
    async with stage(with_assistant=False) as theatre:
        theatre.clock.set(AT)
        async with theatre.services.database.begin() as work:
            work.session.add_all(
                Decision(
                    id=uuid.uuid4(),
                    at=AT - timedelta(days=ago),
                    outcome="allow",
                    rules=[],
                    facts={"ago": ago},
                    versions={},
                )
                for ago in (1, 40, 30, 2)
            )
        async with theatre.services.database.begin() as work:
            found = [one async for batch in made_since(work, AT - timedelta(days=30)) for one in batch]
    assert [one.facts["ago"] for one in found] == [30, 2, 1]
