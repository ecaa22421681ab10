"""Checks of wishes and holds: what a person refused, and what stands still until a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from compliance.engine.checks_hours import Check
from compliance.engine.moment import Moment, Objection, day_starts
from compliance.engine.settings import Settings
from compliance.facts import Facts, Past
from compliance.flags import NAMES
from compliance.keywords import heard

CONFIRM_WITHIN = timedelta(minutes=5)
# How long after a message on a refused channel an answer may still go there.
ANSWERED_THERE_WITHIN = timedelta(hours=24)
# What may be a wish about a channel.
_WISHES = frozenset({"inbound", "inbound_optin", "inbound_optout"})


def never(settings: Settings) -> Check:
    """Not at all while the rule applies. `why` says so in a few words."""
    objection = Objection(settings.text("why"))
    return lambda moment: objection


@lru_cache(maxsize=4096)
def _heard(text: str, channel: str | None) -> str | None:
    found = heard(text, channel=channel)
    return found.kind if found is not None else None


def is_opt_out(past: Past) -> bool:
    """Whether that message was an opt-out, in whatever words."""
    if past.kind == "inbound_optout":
        return True
    return past.kind == "inbound" and past.text is not None and _heard(past.text, past.channel) == "opt_out"


def is_opt_in(past: Past) -> bool:
    """Whether that message asked for the channel again, by one of the words for it."""
    if past.kind == "inbound_optin":
        return True
    return past.kind == "inbound" and past.text is not None and _heard(past.text, past.channel) == "opt_in"


def refuses_channel(facts: Facts, channel: str) -> bool:
    """Whether the person has refused this channel, and not asked for it again since."""
    flags = facts.flags
    if channel == "voicemail" and refuses_channel(facts, "voice"):
        return True
    if flags.says("medium_refused", channel):
        return True
    if flags.says("opted_out", channel):
        return not flags.says("opted_in_again", channel)
    last = None
    for past in facts.history:
        if past.kind not in _WISHES or past.channel != channel:
            continue
        if is_opt_out(past) or is_opt_in(past):
            last = past if last is None or past.at >= last.at else last
    if last is None or is_opt_in(last):
        return False
    return not flags.says("opted_in_again", channel)


def channel_wanted(settings: Settings) -> Check:
    """Not on a channel that the person opted out of or refused. No settings.

    One answer there if they write there again, one bare confirmation, and what the law requires, may follow.
    """

    def check(moment: Moment) -> Objection | None:
        facts = moment.facts
        if not (facts.flags.values or facts.history) or not refuses_channel(facts, facts.channel):
            return None
        if facts.purpose == "opt_out_confirmation":
            return None
        if "legally_required_notice" in facts.flags:
            return None
        message = moment.answered
        if message is not None and moment.at - message.at <= ANSWERED_THERE_WITHIN:
            return None
        return Objection("the person does not want this channel")

    return check


def authorised_channel(settings: Settings) -> Check:
    """Only on the channels that the person authorised, where they named any. No settings."""

    def check(moment: Moment) -> Objection | None:
        named = moment.facts.flags.of("authorised_channels")
        if not named or any(moment.facts.channel in text.split(",") for text in named):
            return None
        return None if moment.answered else Objection("the person did not authorise this channel")

    return check


def confirmed_once(settings: Settings) -> Check:
    """One confirmation of an opt-out. No settings."""

    def check(moment: Moment) -> Objection | None:
        facts = moment.facts
        here = [past for past in facts.history if past.channel == facts.channel]
        last = max((past.at for past in here if is_opt_out(past)), default=None)
        for past in here:
            if last is not None and past.at < last:
                continue
            if past.kind == "opt_out_confirmation" or (
                last is not None and past.kind == "outbound_reply" and not _answers_another(past, here, last)
            ):
                return Objection("the opt-out has been confirmed already")
        return None

    return check


def _answers_another(reply: Past, here: Sequence[Past], stop: datetime) -> bool:
    """Whether a reply that left after the opt-out answers something else that was written about then: a HELP."""
    about_then = [past for past in here if stop - CONFIRM_WITHIN <= past.at <= reply.at and past is not reply]
    others = sum(past.kind.startswith("inbound") and not is_opt_out(past) for past in about_then)
    replies = sum(past.kind == "outbound_reply" for past in about_then)
    return others > replies


def confirmed_promptly(settings: Settings) -> Check:
    """A confirmation of an opt-out within five minutes of it. No settings."""

    def check(moment: Moment) -> Objection | None:
        facts = moment.facts
        stops = [past.at for past in facts.history if past.channel == facts.channel and is_opt_out(past)]
        if not stops or moment.at - max(stops) <= CONFIRM_WITHIN:
            return None
        return Objection("the opt-out is more than five minutes old")

    return check


def not_ceased(settings: Settings) -> Check:
    """Not on a debt about which the person demanded that contact stop. No settings."""

    def check(moment: Moment) -> Objection | None:
        facts = moment.facts
        flags = facts.flags
        ceased = flags.of("cease_debt")
        stopped = "cease_all" in flags or "refused_to_pay_in_writing" in flags
        if stopped or (ceased and (facts.debt is None or facts.debt in ceased)):
            return Objection("the person demanded that contact stop")
        return None

    return check


def held_until(settings: Settings) -> Check:
    """Not up to and including the day that `flag` names; every zone must have passed it."""
    flag = settings.text("flag")
    if flag not in NAMES:
        raise settings.wrong("flag", "is not a known flag")

    def check(moment: Moment) -> Objection | None:
        days = moment.facts.flags.of(flag)
        if not days:
            return None
        last = max(date.fromisoformat(day) for day in days)
        until = max(day_starts(last + timedelta(days=1), zone) for zone in moment.zones)
        return Objection(f"a hold runs until {last.isoformat()}", until) if until > moment.at else None

    return check


def days_since(settings: Settings) -> Check:
    """At least `days` whole days since what `flag` dates (`…_days_ago`).

    Without the flag the rule is not content, and waiting does not help, unless `if_unknown: allow`.
    """
    flag, days = settings.text("flag"), settings.number("days")
    unknown_allowed = settings.names("if_unknown", ("allow", "block"), frozenset({"block"})) == {"allow"}
    if flag not in NAMES:
        raise settings.wrong("flag", "is not a known flag")

    def check(moment: Moment) -> Objection | None:
        ago = moment.facts.flags.number(flag)
        if ago is None:
            return None if unknown_allowed else Objection("a step that must come first is not on record")
        if ago >= days:
            return None
        # The count was right on the day of asking; the moment looked at may be a later one.
        missing = timedelta(days=days - ago)
        until = max(
            day_starts(moment.asked_at.astimezone(zone).date() + missing, zone) for zone in moment.zones
        )
        return Objection(f"fewer than {days} days have passed", until) if until > moment.at else None

    return check
