"""The facts of the gate, and what is kept of them."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from compliance.engine import decide
from compliance.parts import ALL, CREDITOR_DETAILS
from compliance.record import from_record
from gateway.pipelines.facts import as_kept, facts_of
from storage.gate import OnFile, PastMessage
from storage.people import Account, Borrower, ContactPoint
from storage.talk import Conversation, Outbound

NOW = datetime(2026, 5, 13, 12, 30, tzinfo=UTC)


def on_file(*, channel: str = "sms", collector: str = "first_party", zone: str | None = None) -> OnFile:
    """A reminder to Grace in Pensacola, whose area code lies in two time zones."""
    account = Account(
        id=uuid.uuid4(),
        collector_type=collector,
        due_on=date(2026, 5, 1),
        holds=[],
        status="open",
        lender="riverbank",
    )
    borrower = Borrower(
        name="Grace Okafor",
        jurisdiction="US-FL",
        zone=zone,
        zip_code="32501",
        language="en",
        flags={"servicemember": {}},
    )
    history = [
        PastMessage(NOW - timedelta(days=3), "out", channel, "reminder", account.id, None),
        PastMessage(NOW - timedelta(days=2), "in", channel, "", None, "opt_out"),
        PastMessage(NOW - timedelta(days=1), "in", channel, "", None, None),
    ]
    return OnFile(
        message=Outbound(purpose="reminder"),
        conversation=Conversation(
            identity="verified",
            verified_until=NOW + timedelta(days=1),
            last_inbound_at=NOW - timedelta(days=1),
        ),
        point=ContactPoint(channel=channel, address="+18505550001", opted_out_at=None),
        reach=None,
        borrower=borrower,
        account=account,
        history=history,
        preferences=(),
        last_inbound_here=None,
        disclosed_before=False,
        consent_flags=("opted_out", "opted_in"),
    )


def facts(known: OnFile, **lenders: Any) -> Any:
    lenders = {"carries": ALL - {CREDITOR_DETAILS}, **lenders}
    return facts_of(known, purpose="reminder", discloses=True, now=NOW, quiet_hours="21:00-09:00", **lenders)


@pytest.mark.parametrize("hours", range(0, 24, 3))
@pytest.mark.parametrize("zone", [None, "America/Chicago"])
def test_what_is_kept_decides_again_as_it_did(zone: str | None, hours: int) -> None:
    given = facts(on_file(zone=zone), platforms=["sms"])
    kept = json.loads(json.dumps(as_kept(given)))
    at = NOW + timedelta(hours=hours)
    assert decide(from_record(kept), at) == decide(given, at)


def test_what_is_kept_does_not_show_the_borrower() -> None:
    kept = json.dumps(as_kept(facts(on_file())))
    assert not [shown for shown in ("Grace", "Okafor", "5550001", "+1850", '"850"', "32501") if shown in kept]
    assert set(json.loads(kept)["zones"]) >= {"America/Chicago", "America/New_York"}


def test_carriers_refuse_only_agencies() -> None:
    assert facts(on_file()).platform_permits is True
    assert facts(on_file(collector="third_party")).platform_permits is None
    assert facts(on_file(collector="third_party"), platforms=["sms"]).platform_permits is True


def test_a_platforms_permission_is_what_the_lender_was_given() -> None:
    assert facts(on_file(channel="whatsapp"), platforms=["sms"]).platform_permits is None
    assert facts(on_file(channel="whatsapp"), platforms=["sms", "whatsapp"]).platform_permits is True


def test_our_own_words_are_no_approved_template() -> None:
    given = facts(on_file(channel="whatsapp"), platforms=["whatsapp"])
    assert given.approved_template is False
    late = decide(given, NOW + timedelta(hours=2))
    assert "whatsapp.service-window" in {rule.id for rule in late.rules}
