"""What a decision rests on: one message that somebody wants to send, and everything known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from compliance.flags import CHANNELS, Flags, read_flags
from compliance.parts import ALL, LACKING
from core.errors import Invalid

COLLECTORS = ("third_party", "first_party")
DIRECTIONS = ("outbound", "inbound")
ROLES = (
    "debtor",
    "joint_debtor",
    "guarantor",
    "spouse",
    "parent_of_minor",
    "legal_guardian",
    "executor",
    "attorney",
    "minor",
    "contact_person",
    "reference",
    "referee",
    "employer",
    "sibling",
    "neighbor",
    "roommate",
    "parent_of_adult",
    "third_party",
)
PURPOSES = (
    "reminder",
    "reply",
    "agent_message",
    "opt_out_confirmation",
    "payment_receipt",
    "consent_request",
    "legal_notice",
    "location_inquiry",
    "limited_content_voicemail",
    "settlement_offer",
    "cease_response_notice",
    "specified_remedy_notice",
    "verification_response",
)
KINDS = (
    "outbound",
    "outbound_reply",
    "outbound_direct_contact",
    "attempt",
    "attempt_unanswered",
    "attempt_not_connected",
    "conversation",
    "ai_voice_conversation",
    "voicemail",
    "inbound",
    "inbound_conversation",
    "inbound_payment",
    "inbound_optout",
    "inbound_optin",
    "consent_request",
    "opt_out_confirmation",
    "location_inquiry",
)
# Years for which calendars and rules of clock changes can be relied on at all.
EARLIEST, LATEST = 1980, 2100
SIGNALS = ("area_code", "landline_area_code", "zip", "stated_tz")


@dataclass(frozen=True, slots=True)
class Past:
    """Something that happened before: an attempt, a contact, a message from the other side. `at` is UTC."""

    at: datetime
    kind: str
    channel: str | None = None
    debt: str | None = None
    number: str | None = None
    by: str | None = None
    place: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class Facts:
    """All that a decision may look at. Whatever is None is unknown, and unknown counts against sending.

    `consent`: the person agreed to be written to on this channel; False where it is known that nobody asked,
    which only some places mind. `verified`: we are sure who reads it.
    `discloses`: the draft reveals that a debt exists. `parts`: what the draft and its envelope carry,
    by the names of `engine.parts`. `approved_template`: the platform approved this text for use outside its
    session window; `platform_permits`: platform or carrier permits this sender to collect debts there.
    `acknowledges_only`: an answer to the person's own message which neither names a debt nor
    asks for money ("we have noted this; who is your lawyer?"). `quiet_spans`: the lender's own quiet hours.
    `zones`: further time zones that the file suggests; the message must be permitted in each.
    """

    jurisdiction: str
    collector_type: str
    channel: str
    purpose: str
    recipient_role: str = "debtor"
    recipient_tz: str | None = None
    location_signals: Mapping[str, str] = field(default_factory=dict)
    direction: str = "outbound"
    debt: str | None = None
    number: str | None = None
    history: tuple[Past, ...] = ()
    flags: Flags = field(default_factory=Flags)
    consent: bool | None = None
    verified: bool | None = None
    discloses: bool | None = None
    parts: frozenset[str] | None = None
    approved_template: bool | None = None
    platform_permits: bool | None = None
    acknowledges_only: bool = False
    quiet_spans: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _among("collector_type", self.collector_type, COLLECTORS)
        _among("channel", self.channel, CHANNELS)
        _among("purpose", self.purpose, PURPOSES)
        _among("recipient_role", self.recipient_role, ROLES)
        _among("direction", self.direction, DIRECTIONS)
        if self.recipient_tz is not None:
            known_zone("recipient_tz", self.recipient_tz)
        for zone in self.zones:
            known_zone("zones", zone)
        for name, value in self.location_signals.items():
            _among("location_signals", name, SIGNALS)
            if name == "stated_tz":
                known_zone("location_signals.stated_tz", value)


def _among(name: str, value: object, allowed: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise Invalid(name, "is not one of the known names", remedy="Use one of " + ", ".join(allowed) + ".")
    return value


def known_zone(name: str, zone: str) -> str:
    """`zone` if it is an IANA zone, else `Invalid`."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Invalid(
            name, "is not a time zone", remedy="Use an IANA name such as America/Chicago."
        ) from error
    return zone


def read_instant(name: str, value: object) -> datetime:
    """An aware instant in UTC from ISO 8601 text; `Invalid` when it has no offset or is no instant."""
    if not isinstance(value, str):
        raise Invalid(name, "is missing or not text", remedy="Write 2026-11-18T13:00:00Z.")
    try:
        at = datetime.fromisoformat(value.strip())
    except ValueError as error:
        raise Invalid(name, "is not an instant", remedy="Write 2026-11-18T13:00:00Z.") from error
    if at.tzinfo is None:
        raise Invalid(name, "has no offset", remedy="Write 2026-11-18T13:00:00Z.")
    try:
        at = at.astimezone(UTC)
    except OverflowError as error:
        raise Invalid(name, "lies outside the calendar") from error
    if not EARLIEST <= at.year <= LATEST:
        raise Invalid(name, f"lies outside the years {EARLIEST} to {LATEST}")
    return at


def from_line(line: Mapping[str, Any]) -> tuple[Facts, datetime]:
    """Read one line of `kept decide`: the facts, and the instant the message would leave (UTC).

    Here, and only here, what is not said is taken as given: consent for the channel exists, the recipient
    is verified, the draft carries its required parts. `Invalid` names the field that cannot be read.
    """
    if not isinstance(line, Mapping):
        raise Invalid("line", "is not an object")
    flags = read_flags(_listed(line, "flags"))
    facts = Facts(
        jurisdiction=_text(line, "jurisdiction") or _missing("jurisdiction"),
        collector_type=_text(line, "collector_type") or "third_party",
        channel=_text(line, "channel") or _missing("channel"),
        purpose=_text(line, "purpose") or "reminder",
        recipient_role=_text(line, "recipient_role") or "debtor",
        recipient_tz=_text(line, "recipient_tz"),
        location_signals=_signals(line.get("location_signals")),
        direction=_text(line, "direction") or "outbound",
        debt=_text(line, "debt"),
        number=_text(line, "number"),
        history=tuple(_past(index, entry) for index, entry in enumerate(_listed(line, "history"))),
        flags=flags,
        consent="no_electronic_consent" not in flags,
        verified=True,
        discloses="mentions_debt" in flags,
        parts=ALL.difference(*(lacking for flag, lacking in LACKING.items() if flag in flags)),
        approved_template=True,
        platform_permits=True,
    )
    return facts, read_instant("now_utc", line.get("now_utc"))


def _missing(name: str) -> str:
    raise Invalid(name, "is missing")


def _text(line: Mapping[str, Any], name: str) -> str | None:
    value = line.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Invalid(name, "is not text")
    return value.strip() or None


def _listed(line: Mapping[str, Any], name: str) -> list[Any]:
    value = line.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise Invalid(name, "is not a list")
    return value


def _signals(value: object) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise Invalid("location_signals", "is not an object")
    signals = {}
    for name, given in cast("Mapping[str, object]", value).items():
        if given is None:
            continue
        if isinstance(given, int) and not isinstance(given, bool):
            given = str(given).zfill(5) if name == "zip" else str(given)
        if not isinstance(given, str):
            raise Invalid("location_signals", "holds something that is not text")
        if given.strip():
            signals[str(name)] = given.strip()
    return signals


def _past(index: int, entry: object) -> Past:
    where = f"history[{index}]"
    if not isinstance(entry, Mapping):
        raise Invalid(where, "is not an object")
    given = cast("Mapping[str, Any]", entry)
    channel = _text(given, "channel")
    if channel is not None:
        channel = _among(f"{where}.channel", {"phone": "voice"}.get(channel, channel), CHANNELS)
    return Past(
        at=read_instant(f"{where}.at", given.get("at")),
        kind=_among(f"{where}.kind", given.get("kind"), KINDS),
        channel=channel,
        debt=_text(given, "debt"),
        number=_text(given, "number"),
        by=_text(given, "by"),
        place=_text(given, "place"),
        text=given.get("text") if isinstance(given.get("text"), str) else None,
    )
