"""The auditor's command: what it reads, what it says, how it ends."""

from __future__ import annotations

import copy
import json
from datetime import date
from pathlib import Path
from typing import Any

import holidays
import pytest
from click.testing import CliRunner, Result

from tests.tools.auditor.planting import clean, planted
from tests.tools.auditor.plantings import WHEN
from tools.auditor.__main__ import main
from tools.auditor.clocks import places_of
from tools.auditor.feasts import _OF, feasts
from tools.auditor.law.texts import language_of
from tools.auditor.replay import audit
from tools.auditor.story import Unreadable


def run(folder: Path, *exports: Any, options: tuple[str, ...] = (), indent: int | None = None) -> Result:
    file = folder / "exports.jsonl"
    file.write_text("\n".join(json.dumps(each, indent=indent) for each in exports) + "\n", encoding="utf-8")
    return CliRunner().invoke(main, [str(file), *options])


def test_clean_exports_end_well_and_are_counted(tmp_path: Path) -> None:
    done = run(tmp_path, clean(1), clean(2))

    assert done.exit_code == 0
    assert "2 borrowers" in done.stdout
    assert "0 violations" in done.stdout


def test_a_single_export_as_the_command_writes_it_is_read_too(tmp_path: Path) -> None:
    done = run(tmp_path, clean(3), indent=1)

    assert (done.exit_code, "1 borrowers" in done.stdout) == (0, True)


def test_a_violation_is_told_with_message_rule_and_source(tmp_path: Path) -> None:
    export, message = planted(WHEN[0])

    done = run(tmp_path, export)

    assert done.exit_code == 1
    for said in (message, "Only from 8:00 to 21:00 where the consumer is", "12 CFR 1006.6(b)(1)(i)", "03:10"):
        assert said in done.stdout


def test_machines_are_given_a_line_for_each_and_a_sum(tmp_path: Path) -> None:
    export, message = planted(WHEN[0])

    done = run(tmp_path, export, clean(2), options=("--json",))

    *found, total = [json.loads(line) for line in done.stdout.splitlines()]
    assert {each["message"] for each in found} == {message}
    assert {"rule", "says", "source", "why", "at", "place", "channel", "borrower"} == set(found[0]) - {
        "message"
    }
    assert (total["borrowers"], total["violations"], total["unreadable"]) == (2, len(found), [])


def _without(*keys: str) -> dict[str, Any]:
    export = copy.deepcopy(clean(1))
    for key in keys:
        del export[key]
    return export


def _naive() -> dict[str, Any]:
    export = copy.deepcopy(clean(1))
    for row in export["messages"]:
        row["at"] = row["at"][:19]
    return export


@pytest.mark.parametrize(
    "broken",
    [{}, [], "text", {"format": "something else"}, _without("messages"), _without("borrower"), _naive()],
    ids=["empty", "list", "text", "format", "messages", "borrower", "naive"],
)
def test_what_cannot_be_read_is_said_and_never_passed_over(tmp_path: Path, broken: Any) -> None:
    done = run(tmp_path, clean(2), broken)

    assert done.exit_code == 2
    assert "exports.jsonl:2: " in done.stdout
    with pytest.raises(Unreadable):
        audit(broken)


def test_what_is_no_json_is_said(tmp_path: Path) -> None:
    (tmp_path / "exports.jsonl").write_bytes(b'{"format": \xff\n[[[[\n')

    done = CliRunner().invoke(main, [str(tmp_path / "exports.jsonl")])

    assert (done.exit_code, done.stdout.count("it is not JSON")) == (2, 2)


def test_only_so_many_are_shown_and_all_are_counted(tmp_path: Path) -> None:
    export, _ = planted(WHEN[0])

    done = run(tmp_path, export, export, export, options=("--most", "1"))

    assert "... and" in done.stdout
    assert "0 violations" not in done.stdout


def test_no_name_is_looked_for_unless_one_is_given() -> None:
    export = copy.deepcopy(clean(0))
    rows = [row for row in export["messages"] if row.get("state") == "sent" and row["channel"] == "sms"]
    for row in rows:
        row["text"] = row["text"].replace("Riverbank Credit", "We")

    assert rows
    assert {each.breach.rule.id for each in audit(export, ["Riverbank Credit"])} == {"house.who-writes"}
    assert audit(export) == []


@pytest.mark.parametrize("place", sorted(_OF))
@pytest.mark.parametrize("year", range(2024, 2029))
def test_holidays_worked_out_are_holidays_by_the_calendar_of_others(place: str, year: int) -> None:
    country, _, part = place.partition("-")

    assert feasts(place, year) <= set(holidays.country_holidays(country, subdiv=part or None, years=year))


def test_movable_feasts_of_2026_are_known() -> None:
    for place, days in {
        "CO": ["2026-11-02", "2026-10-12", "2026-11-16", "2026-06-08"],
        "CA-ON": ["2026-10-12", "2026-05-18", "2026-02-16"],
        "CL": ["2026-10-12", "2026-10-31", "2026-04-04"],
        "ID": ["2026-03-21", "2026-05-14"],
        "TH": ["2026-10-23", "2026-06-01"],
        "AU": ["2026-04-03", "2026-04-06"],
    }.items():
        assert {date.fromisoformat(day) for day in days} <= feasts(place, 2026)


def test_a_place_keeps_the_law_of_what_it_lies_in() -> None:
    assert places_of("US-NYC") == {"US-NYC", "US-NY", "US"}
    assert places_of("DE") == {"DE", "EU"}
    assert places_of("CN-HK") == {"CN-HK", "HK"}
    assert places_of("CA") == {"CA", "CA-ON", "CA-QC"}


def test_the_language_of_a_text_is_told_by_its_small_words() -> None:
    told = {
        "Your payment is overdue. Reply STOP to opt out.": "en",
        "Su pago está vencido, ¿cuándo puede pagar?": "es",
        "您好，请确认您是本人。": "zh",
        "OK": "",
    }

    assert {text: language_of(text) for text in told} == told
