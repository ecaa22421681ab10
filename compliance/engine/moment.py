"""One message at one instant, as the checks see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from compliance.facts import Facts, Past

FROM_THEM = frozenset(
    {"inbound", "inbound_conversation", "inbound_payment", "inbound_optin", "inbound_optout"}
)
FROM_US = frozenset(
    {
        "outbound",
        "outbound_reply",
        "outbound_direct_contact",
        "attempt",
        "attempt_unanswered",
        "conversation",
        "ai_voice_conversation",
        "voicemail",
        "consent_request",
        "opt_out_confirmation",
        "location_inquiry",
    }
)
# What was said longer ago is no longer answered but taken up again.
ANSWERED_WITHIN = timedelta(hours=72)
ANSWERS = frozenset(
    {"reply", "agent_message", "payment_receipt", "opt_out_confirmation", "verification_response"}
)


@dataclass(frozen=True, slots=True)
class Objection:
    """A rule is not content. `until` is the first instant at which it would be; None: waiting is no use."""

    why: str
    until: datetime | None = None


class Moment:
    """The facts at an instant (UTC), with the local clocks of every place the person may be in."""

    __slots__ = ("_answered", "_ends", "_locals", "asked_at", "at", "facts", "zones")

    def __init__(
        self,
        facts: Facts,
        at: datetime,
        zones: tuple[ZoneInfo, ...],
        asked_at: datetime | None = None,
        ends: list[datetime] | None = None,
    ) -> None:
        self.facts = facts
        self.at = at
        # When the decision was asked for: `…_days_ago` was counted then.
        self.asked_at = asked_at or at
        self.zones = zones
        # Where checks note until when they may be content; None where nobody asks how long the answer lasts.
        self._ends = ends
        self._locals: tuple[datetime, ...] | None = None
        self._answered: Past | bool | None = False

    @property
    def wants_ends(self) -> bool:
        """Whether somebody asks how long the answer lasts."""
        return self._ends is not None

    def may_end(self, end: datetime | None) -> None:
        """A check is content until `end` (UTC) and has to be asked again then; None: for days."""
        if self._ends is not None and end is not None:
            self._ends.append(end)

    @property
    def locals(self) -> tuple[datetime, ...]:
        """The local time in each zone."""
        if self._locals is None:
            self._locals = tuple([self.at.astimezone(zone) for zone in self.zones])
        return self._locals

    @property
    def answered(self) -> Past | None:
        """The person's own message that this draft answers, if it answers one in the same medium.

        Another medium only with consent given in that contact. What has been answered is answered once.
        """
        if self._answered is False:
            self._answered = _message_answered(self.facts, self.at) if self.facts.history else None
        assert not isinstance(self._answered, bool)
        return self._answered


def _message_answered(facts: Facts, at: datetime) -> Past | None:
    if facts.purpose not in ANSWERS and "automated_reply" not in facts.flags:
        return None
    elsewhere = facts.flags.says("prior_consent_medium_now", facts.channel)
    theirs = [
        past
        for past in facts.history
        if at - ANSWERED_WITHIN <= past.at <= at
        and past.kind in FROM_THEM
        and (past.channel == facts.channel or elsewhere or _paid_elsewhere(past))
    ]
    if not theirs:
        return None
    last = max(theirs, key=lambda past: past.at)
    if any(past.kind in FROM_US and last.at <= past.at <= at for past in facts.history):
        return None
    if last.kind == "inbound_optout" and facts.purpose != "opt_out_confirmation":
        return None
    return last


def _paid_elsewhere(past: Past) -> bool:
    """A payment that came by no medium of ours; any other message of unknown medium is no ground to answer."""
    return past.kind == "inbound_payment" and past.channel is None


def day_starts(day: date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which that local day begins."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
