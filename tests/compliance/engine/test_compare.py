"""Which messages a change of rules would have stopped or moved."""

from __future__ import annotations

import shutil
from pathlib import Path

from compliance.engine import load_packs, standard
from compliance.engine.compare import changed_rules, changes
from compliance.engine.rulebook import PACKS
from compliance.facts import from_line
from compliance.record import as_record, from_record
from tests.compliance.test_facts import VOCABULARY

LINE = {
    "jurisdiction": "CN",
    "channel": "sms",
    "recipient_tz": "Asia/Shanghai",
    "now_utc": "2026-11-18T13:30:00Z",
    "history": [{"at": "2026-11-17T15:00:00Z", "channel": "sms", "kind": "inbound", "text": "later"}],
}


def test_an_earlier_evening_stops_the_messages_after_it(tmp_path: Path) -> None:
    folder = tmp_path / "packs"
    shutil.copytree(PACKS, folder)
    pack = folder / "cn.yaml"
    pack.write_text(pack.read_text().replace('latest: "22:00"', 'latest: "21:00"'))
    late, noon = from_line(LINE), from_line({**LINE, "now_utc": "2026-11-18T04:00:00Z"})
    other = load_packs(folder)

    found = list(changes([("late", *late), ("noon", *noon)], standard(), other))

    assert changed_rules(standard(), other) == {"cn": "changed"}
    assert [(change.key, change.stopped) for change in found] == [("late", True)]


def test_facts_are_stored_and_read_again() -> None:
    facts, _ = from_line(
        {**LINE, "flags": [flag for flag in VOCABULARY if not flag.startswith("creditor_note")]}
    )
    record = as_record(facts)
    again = from_record(record)
    assert as_record(again) == record
    assert again.flags == facts.flags
    assert again.parts == facts.parts
    assert "later" not in str(record)
