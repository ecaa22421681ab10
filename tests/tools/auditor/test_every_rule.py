"""Every rule of every pack is one that the auditor finds broken, or stands here with the reason why it cannot."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from compliance.engine import decide
from compliance.engine.schema import Rule, read_pack
from compliance.record import from_record
from tests.tools.auditor.by_rule import BY_RULE
from tests.tools.auditor.planting import Planting, planted
from tests.tools.auditor.plantings import ALL
from tools.auditor.replay import audit
from tools.auditor.traffic.people import NAME

FOLDER = Path(__file__).parents[3] / "compliance" / "packs"
RULES: dict[str, Rule] = {
    rule.id: rule for path in sorted(FOLDER.glob("*.yaml")) for rule in read_pack(path).rules
}
# Rules of which an export cannot show that they were broken, and why. Nobody is on it who could be judged.
NOT_JUDGED: dict[str, str] = {}
PLANTED: dict[str, Planting] = {each.rule: each for each in ALL if each.rule in RULES} | BY_RULE
# What was planted is in the messages of the export; the history that its decision told of does not have it.
_BY_HISTORY = frozenset(
    {
        "at_most",
        "spaced",
        "rests_after",
        "once_a_day_after_contact",
        "same_channel_after_contact",
        "session_open",
    }
)


def test_every_rule_of_every_pack_is_judged_or_has_a_reason() -> None:
    assert sorted(set(RULES) - set(PLANTED) - set(NOT_JUDGED)) == []
    assert sorted(set(PLANTED) - set(RULES)) == []
    assert [
        rule for rule, why in NOT_JUDGED.items() if len(why) < 30 or rule in PLANTED or rule not in RULES
    ] == []


@pytest.mark.parametrize("rule", sorted(BY_RULE))
def test_a_message_that_breaks_the_rule_is_found(rule: str) -> None:
    export, message = planted(BY_RULE[rule])

    found = {(each.message, each.breach.rule.id) for each in audit(export, [NAME])}

    assert (message, BY_RULE[rule].rule) in found


@pytest.mark.parametrize(
    "rule", sorted(name for name in BY_RULE if RULES[name].check_name not in _BY_HISTORY)
)
def test_it_is_the_pack_s_own_rule_that_is_broken_there(rule: str) -> None:
    export, message = planted(BY_RULE[rule])
    [row] = [each for each in export["messages"] if each["id"] == message]

    decision = decide(from_record(row["decision"]["facts"]), datetime.fromisoformat(row["at"]))

    assert rule in {each.id for each in decision.rules}
