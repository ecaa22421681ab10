"""`kept policy check`: what is wrong with a table, and what it allows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from campaigns.policies import FOLDER
from tools.cli import kept

GOOD = (FOLDER / "riverbank.yaml").read_text(encoding="utf-8")


def test_a_good_table_is_shown_stage_by_stage() -> None:
    shown = CliRunner().invoke(kept, ["policy", "check"])

    assert shown.exit_code == 0
    assert "good, version" in shown.stdout
    for stage in ("before due", "1-29", "30-59", "60-89", "90+"):
        assert stage in shown.stdout
    assert "they cannot pay" in shown.stdout


def test_a_broken_table_says_line_field_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "meadow.yaml"
    path.write_text(GOOD.replace("grace_days: 2", "grace_days: x"), encoding="utf-8")

    shown = CliRunner().invoke(kept, ["policy", "check", str(path)])

    assert shown.exit_code == 1
    assert f"{path}:18: grace_days is not a whole number in reach. Write one from 0 to 31." in shown.stdout


def test_a_file_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    shown = CliRunner().invoke(kept, ["policy", "check", str(tmp_path / "none.yaml")])

    assert shown.exit_code == 1
    assert "cannot be opened" in shown.stderr


TEMPLATES = """
templates:
  whatsapp:
    opening.hello:
      en:
        id: HX0123456789abcdef0123456789abcdef
        text: "TEXT"
        fill: {"1": name}
        carries: [opt_out_line]
ladder: {order: [whatsapp, sms], wait_hours: 6}
"""
HELLO = "Hello, this is the automated assistant of Riverbank with a message for {{1}}. Reply STOP to opt out."


def test_templates_and_ladder_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "meadow.yaml"
    path.write_text(GOOD + TEMPLATES.replace("TEXT", HELLO), encoding="utf-8")

    shown = CliRunner().invoke(kept, ["policy", "check", str(path)])
    told = json.loads(CliRunner().invoke(kept, ["policy", "check", "--json", str(path)]).stdout)

    assert shown.exit_code == 0
    assert "opening.hello in en goes by HX0123456789abcdef0123456789abcdef" in shown.stdout
    assert "whatsapp > sms; a better one is waited for up to 6 hours" in shown.stdout
    assert (told["ladder"]["order"], told["templates"][0]["carries"]) == (
        ["whatsapp", "sms"],
        ["opt_out_line"],
    )


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (
            "{{1}}, your loan with Riverbank is overdue. Pay now. Reply STOP to opt out.",
            "premature_disclosure",
        ),
        (
            "{{1}}, this is Riverbank. Answer today or you will be arrested. Reply STOP to opt out.",
            "arrest_threat",
        ),
    ],
)
def test_an_approved_text_that_may_not_be_said_is_found(tmp_path: Path, text: str, category: str) -> None:
    path = tmp_path / "meadow.yaml"
    path.write_text(GOOD + TEMPLATES.replace("TEXT", text), encoding="utf-8")

    shown = CliRunner().invoke(kept, ["policy", "check", str(path)])

    assert shown.exit_code == 1
    assert category in shown.stdout
    assert "templates.whatsapp.opening.hello.en.text" in shown.stdout


def test_as_json_each_file_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "meadow.yaml"
    path.write_text(GOOD.replace('"30-59":', '"31-59":'), encoding="utf-8")

    shown = CliRunner().invoke(kept, ["policy", "check", "--json", str(FOLDER / "riverbank.yaml"), str(path)])
    good, broken = [json.loads(line) for line in shown.stdout.splitlines()]

    assert shown.exit_code == 1
    assert good["ok"]
    assert good["stages"]["90+"]["plans"] == [6]
    assert not broken["ok"]
    assert broken["problems"][0]["field"] == "offers"
    assert broken["problems"][0]["severity"] == "error"
