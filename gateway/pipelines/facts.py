"""From what is on file to the facts of the gate. What is not on file stays unknown and counts against sending."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from compliance.engine.decide import law_for, zones_for
from compliance.facts import Facts
from compliance.flags import PLAIN, read_flags
from compliance.record import as_record
from core.clock import local_day
from core.messages import Channel
from core.places import usual_zone
from core.stages import days_past_due
from gateway.pipelines import history, wishes
from storage.gate import OnFile

ANSWERS = history.ANSWERS


def facts_of(
    on_file: OnFile,
    *,
    purpose: str,
    discloses: bool,
    now: datetime,
    quiet_hours: str | None = None,
    platforms: Collection[str] = (),
    carries: frozenset[str] = frozenset(),
) -> Facts:
    """The facts on which `decide` rules about this message.

    `quiet_hours`, `platforms` (channels on which the platform permits this sender) and `carries` (the parts that
    the envelope has words for) are the lender's.
    """
    borrower, account = on_file.borrower, on_file.account
    jurisdiction = borrower.jurisdiction if borrower else "US"
    return Facts(
        jurisdiction=jurisdiction,
        collector_type=account.collector_type if account else "first_party",
        channel=on_file.point.channel,
        purpose=purpose,
        recipient_role="third_party" if on_file.conversation.identity == "third_party" else "debtor",
        recipient_tz=borrower.zone if borrower else None,
        location_signals=_signals(on_file),
        debt=str(account.id) if account else None,
        history=history.of(on_file.history),
        flags=read_flags(_flags(on_file, purpose, discloses=discloses, now=now)),
        consent=consent_of(on_file),
        verified=on_file.conversation.identity_at(now) == "verified",
        discloses=discloses,
        parts=carries,
        # Our own words are approved by no platform: see `outbound` for when a template takes their place.
        approved_template=False,
        platform_permits=platform_permits(on_file, platforms),
        acknowledges_only=purpose in ANSWERS and not discloses,
        quiet_spans=(quiet_hours,) if quiet_hours else (),
    )


def platform_permits(on_file: OnFile, platforms: Collection[str]) -> bool | None:
    """True where the lender has the platform's permission, or needs none: carriers refuse only agencies.

    None where nothing is known of it.
    """
    first_party = on_file.account is None or on_file.account.collector_type == "first_party"
    if on_file.point.channel in platforms or (first_party and on_file.point.channel == Channel.SMS):
        return True
    return None


def consent_of(on_file: OnFile) -> bool | None:
    """True where the borrower (or the lender's contract) allowed this address, or just wrote from it."""
    if on_file.point.opted_out_at is not None:
        return False
    if on_file.conversation.last_inbound_at is not None:
        return True
    if on_file.reach is None or on_file.reach.consent_at is None:
        return None
    return True


def _signals(on_file: OnFile) -> dict[str, str]:
    borrower = on_file.borrower
    if borrower is None:
        return {}
    signals: dict[str, str] = {}
    if borrower.zone:
        signals["stated_tz"] = borrower.zone
    if borrower.zip_code and borrower.jurisdiction.startswith("US"):
        signals["zip"] = borrower.zip_code
    address = on_file.point.address
    if address.startswith("+1") and len(address) == 12:
        signals["area_code"] = address[2:5]
    return signals


def _flags(on_file: OnFile, purpose: str, *, discloses: bool, now: datetime) -> list[str]:
    borrower, account, point = on_file.borrower, on_file.account, on_file.point
    flags = marks(borrower.flags if borrower else {}, now)
    if point.opted_out_at is not None:
        flags.append(f"opted_out_{point.channel}")
    elif "opted_in" in on_file.consent_flags:
        flags.append(f"opted_in_again_{point.channel}")
    if on_file.reach is not None and on_file.reach.status == "wrong_party":
        flags.append("wrong_number")
    if on_file.conversation.last_inbound_at is not None:
        flags.append("consumer_used_this_address")
        flags.append(f"last_consumer_text_days_ago:{(now - on_file.conversation.last_inbound_at).days}")
    if account is not None:
        today = local_day(now, (borrower.zone if borrower else None) or usual_zone(_place(on_file)))
        flags.append(f"days_past_due:{days_past_due(account.due_on, today)}")
        if "disputed" in account.holds:
            flags.append("dispute_open")
        if account.status == "paid" and purpose == "reminder":
            flags.append("paid_in_full")
    if discloses:
        flags.append("mentions_debt")
        if not on_file.disclosed_before:
            flags.append("initial_communication")
    if purpose in ("reply", "opt_out_confirmation"):
        flags.append("automated_reply")
    elif purpose != "agent_message":
        flags.append("scheduled_automation")
    return flags + wishes.as_flags(on_file.preferences)


def marks(flags: Mapping[str, Mapping[str, Any]], now: datetime) -> list[str]:
    """The borrower's marks as flags of the gate; a number of days ago is counted on from the day it was set."""
    known = [flag for flag in flags if flag.partition(":")[0] in PLAIN or ":" in flag]
    return [_aged(flag, flags[flag], now) for flag in known]


def _aged(flag: str, detail: Mapping[str, Any], now: datetime) -> str:
    name, _, days = flag.partition(":")
    if not name.endswith("_days_ago") or not days.isdigit() or not detail.get("since"):
        return flag
    return f"{name}:{int(days) + (now - datetime.fromisoformat(str(detail['since']))).days}"


def _place(on_file: OnFile) -> str:
    return on_file.borrower.jurisdiction if on_file.borrower else "US"


def as_kept(facts: Facts) -> dict[str, Any]:
    """The facts as kept with the decision: all that it takes to decide again, nothing that shows the borrower.

    Of the place there are only the time zones that it allows, not the ZIP or area code behind them.
    """
    zones = facts.zones
    if facts.location_signals:
        zones = tuple(zone.key for zone in zones_for(facts, law_for(facts)))
    record = as_record(replace(facts, location_signals={}, zones=zones, number=None))
    for past in record["history"]:
        past.pop("number", None)
        past.pop("by", None)
    return record
