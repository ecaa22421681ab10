"""To whom and what a rule applies."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from compliance.engine import Rulebook, decide, load_packs
from compliance.facts import Past
from compliance.flags import read_flags
from tests.compliance.engine.test_next_allowed import BASE

NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
FACTS = replace(BASE, jurisdiction="XX", recipient_tz="Europe/London")


def _rulebook(folder: Path, applies_to: str) -> Rulebook:
    (folder / "xx.yaml").write_text(
        "title: Somewhere\nplaces: [XX]\nreviewed: 2026-11-20\nrules:\n"
        f"  - {{id: xx.no, title: Not here, reference: s. 1, applies_to: {applies_to}, check: never,"
        " with: {why: not here}, if_not: block}\n"
    )
    return load_packs(folder)


@pytest.mark.parametrize(
    ("applies_to", "flags", "binds"),
    [
        ("{channel: sms}", [], True),
        ("{channel: electronic}", [], True),
        ("{not_channel: chat}", [], False),
        ("{purpose: [reply, reminder]}", [], True),
        ("{role: obligors}", [], True),
        ("{not_role: obligors}", [], False),
        ("{collector_type: first_party}", [], False),
        ("{when_any: [attorney, deceased]}", ["deceased"], True),
        ("{when_any: [attorney, deceased]}", [], False),
        ("{when_all: [attorney, deceased]}", ["deceased"], False),
        ('{when_any: ["agency_notice_sent:no"]}', ["agency_notice_sent:yes"], False),
        ("{unless: [servicemember]}", ["servicemember"], False),
        ("{unless_within_days: {state_notice_days_ago: 5}}", ["state_notice_days_ago:5"], False),
        ("{unless_within_days: {state_notice_days_ago: 5}}", ["state_notice_days_ago:6"], True),
        ("{days_past_due_over: 30}", ["days_past_due:30"], False),
        ("{days_past_due_over: 30}", ["days_past_due:31"], True),
        ("{days_past_due_over: 30}", [], True),
        ("{unless_days_past_due_over: 15}", ["days_past_due:16"], False),
        ("{unless_days_past_due_over: 15}", [], True),
        ("{stage: [pre_due]}", ["days_past_due:0"], True),
        ("{stage: [pre_due]}", ["days_past_due:1"], False),
        ("{stage: [pre_due]}", [], True),
        ('{product: ["*card*"]}', ["product:Credit Card"], True),
        ('{product: ["*card*"]}', [], False),
        ('{unless_product: ["*mortgage*"]}', ["product:second-mortgage"], False),
        ("{creditors_only_when: in_collection_procedures}", [], True),
        ("{not_place: [XX]}", [], False),
        ("{started_by: us}", [], True),
    ],
)
def test_scope(tmp_path: Path, applies_to: str, flags: list[str], binds: bool) -> None:
    decision = decide(replace(FACTS, flags=read_flags(flags)), NOON, _rulebook(tmp_path, applies_to))
    assert decision.allowed is not binds


def test_an_answer_is_not_started_by_us(tmp_path: Path) -> None:
    asked = (Past(at=NOON, kind="inbound", channel="sms"),)
    answer = replace(FACTS, purpose="reply", history=asked)
    rulebook = _rulebook(tmp_path, "{started_by: us}")
    assert decide(answer, NOON, rulebook).allowed
    assert not decide(replace(answer, purpose="reminder"), NOON, rulebook).allowed
    answered = (*asked, Past(at=NOON, kind="outbound_reply", channel="sms"))
    assert not decide(replace(answer, history=answered), NOON, rulebook).allowed


def test_a_thread_goes_on_for_the_days_that_are_said(tmp_path: Path) -> None:
    rulebook = _rulebook(tmp_path, "{unless_written_within_days: 7}")
    week, sent = timedelta(days=7), Past(at=NOON, kind="outbound", channel="sms")
    continued = replace(FACTS, history=(sent,))
    assert not decide(FACTS, NOON, rulebook).allowed
    assert decide(continued, NOON + week - timedelta(seconds=1), rulebook).allowed
    assert not decide(continued, NOON + week, rulebook).allowed
    assert not decide(replace(continued, channel="email"), NOON, rulebook).allowed
