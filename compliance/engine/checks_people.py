"""Checks of who is written to, with whose consent, by what right."""

from __future__ import annotations

from datetime import timedelta

from compliance.engine.checks_hours import Check
from compliance.engine.moment import Moment, Objection
from compliance.engine.settings import Settings
from compliance.facts import Facts
from compliance.flags import NAMES

UNREACHED = frozenset({"attempt_unanswered", "attempt_not_connected"})


def third_party_contact(settings: Settings) -> Check:
    """Someone who does not owe and does not stand in for who owes.

    `consent` lists flags that permit it (a creditor's consent is direct where the creditor collects).
    `location_inquiry`: `once` permits to ask where the person is, naming no debt, a single time and not
    while an attorney or the person is known to be reachable; `never` does not.
    """
    consent = settings.names("consent", NAMES, frozenset())
    inquiry = settings.names("location_inquiry", ("once", "never")) == {"once"}

    def check(moment: Moment) -> Objection | None:
        facts = moment.facts
        flags = facts.flags
        if facts.acknowledges_only and moment.answered:
            return None
        if facts.recipient_role != "minor":
            if any(flag in flags for flag in consent):
                return None
            if consent and facts.collector_type == "first_party" and "creditor_consent_third_party" in flags:
                return None
        if not inquiry or facts.purpose != "location_inquiry" or facts.recipient_role == "minor":
            return Objection("this person may not be contacted about the debt")
        return _inquiry(facts)

    return check


def _inquiry(facts: Facts) -> Objection | None:
    if facts.discloses is not False or "mentions_debt" in facts.flags:
        return Objection("an inquiry for the person's whereabouts may not name a debt")
    if "attorney" in facts.flags:
        return Objection("the attorney is known, so nobody else may be asked")
    if "debtor_reachable" in facts.flags:
        return Objection("where the person is, is known")
    if any(past.kind == "location_inquiry" for past in facts.history):
        return Objection("the inquiry was made once already")
    return None


def contact_person(settings: Settings) -> Check:
    """A named contact person: only if the debtor cannot be reached, only to ask or to relay, no debt named.

    `misses`: after so many attempts in a row without reaching the debtor.
    """
    misses = settings.number("misses")

    def check(moment: Moment) -> Objection | None:
        facts = moment.facts
        flags = facts.flags
        if "contact_person_refused" in flags:
            return Objection("the contact person refused")
        if facts.purpose != "location_inquiry" or facts.discloses is not False or "mentions_debt" in flags:
            return Objection("a contact person may only be asked for contact details or to relay")
        if "debtor_reachable" in flags:
            return Objection("the debtor can be reached")
        if "debtor_unreachable" in flags or "deceased" in flags or _missed(facts) >= misses:
            return None
        return Objection("it is not known that the debtor cannot be reached")

    return check


def _missed(facts: Facts) -> int:
    """How many of the latest tries in a row did not reach the debtor."""
    count = 0
    for past in sorted(facts.history, key=lambda each: each.at, reverse=True):
        if past.kind in UNREACHED:
            count += 1
        elif past.kind not in ("outbound", "location_inquiry"):
            break
    return count


def consent_on_record(settings: Settings) -> Check:
    """Whether the person agreed to this channel is known, one way or the other. No settings."""

    def check(moment: Moment) -> Objection | None:
        if moment.facts.consent is not None or moment.answered:
            return None
        return Objection("it is not known whether there is consent for this channel")

    return check


def platform_permits(settings: Settings) -> Check:
    """The platform or carrier is known to permit debt collection by this sender. No settings."""

    def check(moment: Moment) -> Objection | None:
        if moment.facts.platform_permits is True or moment.answered:
            return None
        return Objection("the platform does not permit debt collection by this sender")

    return check


def consent_known(settings: Settings) -> Check:
    """The person agreed to be written to on this channel, or it answers the person's own message there."""

    def check(moment: Moment) -> Objection | None:
        if moment.facts.consent is True or moment.answered:
            return None
        return Objection("there is no consent on record for this channel")

    return check


def reader_verified(settings: Settings) -> Check:
    """Nothing of a debt to a reader of whom we are not sure. No settings."""

    def check(moment: Moment) -> Objection | None:
        facts = moment.facts
        if facts.verified is True or facts.discloses is False:
            return None
        return Objection("it is not certain who reads this, and it reveals a debt")

    return check


def text_number_safe(settings: Settings) -> Check:
    """The number passed the text-message procedure: used or consented to, and fresh within `days`."""
    days = settings.number("days")

    def recent(facts: Facts, flag: str) -> bool:
        ago = facts.flags.number(flag)
        return ago is not None and 0 <= ago <= days

    def check(moment: Moment) -> Objection | None:
        facts = moment.facts
        flags = facts.flags
        texts = [past.at for past in facts.history if past.kind == "inbound" and past.channel == "sms"]
        fresh_text = any(moment.at - at <= timedelta(days=days) for at in texts)
        if fresh_text or recent(facts, "last_consumer_text_days_ago"):
            return None
        if recent(facts, "direct_text_consent_days_ago"):
            return None
        used = bool(texts) or "consumer_used_this_address" in flags or "last_consumer_text_days_ago" in flags
        if (used or "direct_text_consent_days_ago" in flags) and recent(facts, "reassigned_check_days_ago"):
            return None
        return Objection(f"the number was not confirmed within the last {days} days")

    return check


def session_open(settings: Settings) -> Check:
    """Free text only within `hours` of the person's last message there, else an approved template."""
    hours = settings.number("hours")

    def check(moment: Moment) -> Objection | None:
        facts = moment.facts
        if facts.approved_template is True:
            return None
        latest = max(
            (
                past.at
                for past in facts.history
                if past.kind.startswith("inbound") and past.channel == facts.channel and past.at <= moment.at
            ),
            default=None,
        )
        if latest is not None and moment.at - latest < timedelta(hours=hours):
            moment.may_end(latest + timedelta(hours=hours))
            return None
        return Objection(f"the {hours}-hour window of the platform is closed and no template is approved")

    return check
