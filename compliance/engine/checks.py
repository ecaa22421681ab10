"""All checks that a pack may name. A registry to read, not to discover."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from compliance.engine import checks_caps, checks_hours, checks_parts, checks_people, checks_stops
from compliance.engine.checks_hours import Check
from compliance.engine.settings import Settings
from compliance.flags import NAMES

CHECKS: Mapping[str, Callable[[Settings], Check]] = {
    "within_hours": checks_hours.within_hours,
    "wanted_times": checks_hours.wanted_times,
    "policy_hours": checks_hours.policy_hours,
    "at_most": checks_caps.at_most,
    "rests_after": checks_caps.rests_after,
    "spaced": checks_caps.spaced,
    "once_a_day_after_contact": checks_caps.once_a_day_after_contact,
    "same_channel_after_contact": checks_caps.same_channel_after_contact,
    "never": checks_stops.never,
    "channel_wanted": checks_stops.channel_wanted,
    "authorised_channel": checks_stops.authorised_channel,
    "confirmed_once": checks_stops.confirmed_once,
    "confirmed_promptly": checks_stops.confirmed_promptly,
    "not_ceased": checks_stops.not_ceased,
    "held_until": checks_stops.held_until,
    "days_since": checks_stops.days_since,
    "third_party_contact": checks_people.third_party_contact,
    "contact_person": checks_people.contact_person,
    "consent_known": checks_people.consent_known,
    "consent_on_record": checks_people.consent_on_record,
    "platform_permits": checks_people.platform_permits,
    "reader_verified": checks_people.reader_verified,
    "text_number_safe": checks_people.text_number_safe,
    "session_open": checks_people.session_open,
    "carries": checks_parts.carries,
    "same_language": checks_parts.same_language,
}

# What a check looks at: without any of these flags, or without a history, it is content whatever else holds.
LOOKS_AT_FLAGS: Mapping[str, frozenset[str]] = {
    "wanted_times": frozenset({"inconvenient_time", "inconvenient_day"}),
    "authorised_channel": frozenset({"authorised_channels"}),
    "not_ceased": frozenset({"cease_all", "cease_debt", "refused_to_pay_in_writing"}),
    "held_until": NAMES,
    "same_language": frozenset({"body_lang"}),
}
LOOKS_AT_HISTORY = frozenset(
    {"at_most", "rests_after", "spaced", "once_a_day_after_contact", "same_channel_after_contact"}
    | {"confirmed_promptly"}
)
LOOKS_AT_EITHER: Mapping[str, frozenset[str]] = {
    "channel_wanted": frozenset({"opted_out", "medium_refused"}),
}
