"""The field `ladder` of a policy table, and the channels of a strategy's step."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from campaigns import strategy as strategies
from campaigns.policies import FOLDER, parse
from core.errors import Invalid
from core.policy import LadderRules

GOOD = (FOLDER / "riverbank.yaml").read_text(encoding="utf-8")
TABLE = """\
ladder:
  by: [wish, consent, worked, order]
  order: [whatsapp, sms]
  cost: {sms: "0.0079", whatsapp: "0.014"}
  unanswered: 3
  wait_hours: 6
"""


def test_a_table_says_the_order() -> None:
    policy, table = parse("riverbank", (GOOD + TABLE).encode())

    assert table.errors == []
    assert policy is not None
    assert policy.ladder == LadderRules(
        by=("wish", "consent", "worked", "order"),
        order=("whatsapp", "sms"),
        cost={"sms": Decimal("0.0079"), "whatsapp": Decimal("0.014")},
        unanswered=3,
        wait=timedelta(hours=6),
    )


@pytest.mark.parametrize("more", ["", "ladder: {wait_hours: 0}\n"])
def test_what_a_table_leaves_out_is_as_usual(more: str) -> None:
    policy, _ = parse("riverbank", (GOOD + more).encode())

    assert policy is not None
    assert policy.ladder.by == LadderRules().by
    assert policy.ladder.wait == (timedelta(0) if more else LadderRules().wait)


@pytest.mark.parametrize(
    ("now", "then", "field"),
    [
        ("[wish, consent, worked, order]", "[wish, luck]", "ladder.by"),
        ("[wish, consent, worked, order]", "[wish, wish]", "ladder.by"),
        ("[whatsapp, sms]", "[fax]", "ladder.order"),
        ("[whatsapp, sms]", "sms", "ladder.order"),
        ('sms: "0.0079"', "sms: 0.0079", "ladder.cost.sms"),
        ('sms: "0.0079"', 'sms: "-1"', "ladder.cost.sms"),
        ('sms: "0.0079"', 'fax: "1"', "ladder.cost.fax"),
        ("unanswered: 3", "unanswered: 0", "ladder.unanswered"),
        ("wait_hours: 6", "wait_hours: true", "ladder.wait_hours"),
        ("wait_hours: 6", "wait_hours: 169", "ladder.wait_hours"),
        ("  by:", "  of:", "ladder.of"),
    ],
)
def test_a_mistake_is_told_with_its_field(now: str, then: str, field: str) -> None:
    assert now in TABLE

    policy, table = parse("riverbank", (GOOD + TABLE.replace(now, then, 1)).encode())

    assert policy is None
    assert [problem.field for problem in table.errors] == [field]


def test_a_ladder_that_is_no_table_is_told() -> None:
    _, table = parse("riverbank", (GOOD + "ladder: sms\n").encode())

    assert [problem.field for problem in table.errors] == ["ladder"]


def write(folder: Path, channels: str) -> None:
    (folder / "late.yaml").write_text(
        f"name: late\ntitle: Late\nsteps:\n  - {{day: 1, kind: reminder, channels: {channels}}}\n",
        encoding="utf-8",
    )


def test_a_step_may_name_its_channels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strategies, "FOLDER", tmp_path)
    write(tmp_path, "[whatsapp, sms]")

    assert strategies.strategy("late").steps[0].channels == ("whatsapp", "sms")
    write(tmp_path, "[fax]")
    with pytest.raises(Invalid, match="fax"):
        strategies.strategy("late")
