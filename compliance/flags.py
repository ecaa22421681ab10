"""What is known about a borrower, an account or a draft, as `name` or `name:value` flags.

The vocabulary is closed: a flag that is not in it is an error, never ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from compliance.spans import read_clock, read_days, read_span
from core.errors import Invalid

CHANNELS = (
    "sms",
    "whatsapp",
    "telegram",
    "wechat",
    "webchat",
    "email",
    "voice",
    "voicemail",
    "social_public",
)
# Spoken media; every other channel is an electronic message.
SPOKEN = frozenset({"voice", "voicemail"})

PLAIN = frozenset(
    """
    cease_all refused_to_pay_in_writing contact_person_refused
    electronic_consent no_electronic_consent consumer_used_this_address
    direct_consent_third_party creditor_consent_third_party agent_private_account from_contact_list
    wrong_number number_reassigned employer_email place_of_employment employer_prohibits
    attorney attorney_consents_direct bankruptcy bankruptcy_discharged codebtor_chapter13_stay
    dispute_open dispute_verified original_creditor_request_open deceased paid_in_full servicemember
    medical_debt in_collection_procedures mental_health_moratorium debt_adjustment_request_open
    installment_plan_active_current debtor_is_minor debtor_reachable debtor_unreachable
    initial_communication no_opt_out_line no_debt_collector_statement no_initial_disclosure mentions_debt
    legally_required_notice opt_out_requires_fee opt_out_requires_ssn autodialed automated_reply
    scheduled_automation policy_text_safe_harbor_required time_barred no_time_barred_notice
    """.split()
)
# Flags that end in the channel they speak of, kept as one name with the channel as value.
PER_CHANNEL = {"opted_out": "opted_out_", "opted_in_again": "opted_in_again_"}

# What a conversation's case calls a state, and the flag that rules know it by.
CASE_FLAGS = {
    "cease_contact": "cease_all",
    "attorney_represented": "attorney",
    "disputed": "dispute_open",
    "bankruptcy": "bankruptcy",
    "deceased": "deceased",
    "wrong_number": "wrong_number",
}

# Permissions: a creditor's note cannot give them, because they do not carry over to the collector.
PERMISSIONS = frozenset(
    """
    opted_in_again agreed_hours prior_consent_time creditor_consent_time prior_consent_medium_now
    electronic_consent consumer_used_this_address direct_text_consent_days_ago last_consumer_text_days_ago
    reassigned_check_days_ago callback_consent_days_ago direct_consent_third_party
    creditor_consent_third_party attorney_consents_direct dispute_verified legally_required_notice
    """.split()
)


def _channel(value: str) -> str:
    name = value.strip().lower()
    name = {"phone": "voice"}.get(name, name)
    if name not in CHANNELS:
        raise ValueError("is not a channel")
    return name


def _channels(value: str) -> str:
    return ",".join(_channel(each) for each in value.split(",") if each.strip())


def _count(value: str) -> str:
    if not re.fullmatch(r"-?\d{1,6}", value.strip()):
        raise ValueError("is not a whole number")
    return value.strip()


def _day(value: str) -> str:
    return date.fromisoformat(value.strip()[:10]).isoformat()


def _span(value: str) -> str:
    read_span(value)
    return value


def _consented(value: str) -> str:
    """A span, or the hour that begins at the time named; consent that names no time permits none."""
    try:
        read_span(value)
    except ValueError:
        first, _, last = value.strip().lower().replace("_", " ").rpartition(" ")
        try:
            start = read_clock(last)
        except ValueError:
            return ""
        end = 24 * 60 if first in ("after", "from", "since") else min(start + 60, 24 * 60)
        return f"{start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}"
    return value


def _days(value: str) -> str:
    read_days(value)
    return value


def _clock(value: str) -> str:
    return time.fromisoformat(value.strip()).isoformat()


def _tag(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,8}([-_,][A-Za-z0-9]{1,8})*", value.strip()):
        raise ValueError("is not a language tag")
    return value.strip()


def _yes_no(value: str) -> str:
    answer = value.strip().lower()
    if answer not in ("yes", "no"):
        raise ValueError("is neither yes nor no")
    return answer


def _name(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty")
    return value.strip()


def _place(value: str) -> str:
    if value.strip().lower() not in ("work", "workplace", "home"):
        raise ValueError("is neither work nor home")
    return value.strip().lower().removesuffix("place")


READERS = {
    "medium_refused": _channel,
    "prior_consent_medium_now": _channel,
    "authorised_channels": _channels,
    "cease_debt": _name,
    "product": lambda value: _name(value).lower(),
    "recipient_province": _name,
    "inconvenient_time": _span,
    "inconvenient_day": _days,
    "inconvenient_place": _place,
    "agreed_hours": _span,
    "prior_consent_time": _consented,
    "creditor_consent_time": _consented,
    "direct_text_consent_days_ago": _count,
    "last_consumer_text_days_ago": _count,
    "reassigned_check_days_ago": _count,
    "callback_consent_days_ago": _count,
    "days_past_due": _count,
    "state_notice_days_ago": _count,
    "debt_adviser_plan_days_ago": _count,
    "agency_notice_sent": _yes_no,
    "breathing_space_until": _day,
    "breathing_space_ended": _day,
    "hardship_grace_until": _day,
    "body_lang": _tag,
    "disclosure_lang": _tag,
    "queued_at_local": _clock,
}

# Every name a rule may ask for.
NAMES = PLAIN | frozenset(READERS) | frozenset(PER_CHANNEL) | {"reassigned_check"}


@dataclass(frozen=True)
class Flags:
    """Flags by name, each with its values; `""` stands for a flag without one."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def of(self, name: str) -> tuple[str, ...]:
        """The values given for `name`, none if it was not given."""
        return self.values.get(name, ())

    def number(self, name: str) -> int | None:
        """The whole number given for `name`; the last one if given twice; None if not given."""
        given = self.values.get(name)
        return int(given[-1]) if given else None

    def says(self, name: str, value: str) -> bool:
        """Whether `name` was given with that value."""
        return value in self.values.get(name, ())


def read_flags(texts: Iterable[str]) -> Flags:
    """Read flags as people and programs write them; `Invalid` for one that is unknown or unreadable."""
    found: dict[str, list[str]] = {}
    for text in texts:
        if not isinstance(text, str):
            raise Invalid("flags", "holds something that is not text")
        for name, value in _read(text.strip()):
            found.setdefault(name, []).append(value)
    return Flags({name: tuple(values) for name, values in found.items()})


def _read(text: str) -> list[tuple[str, str]]:
    name, colon, value = text.partition(":")
    if name == "creditor_note":
        if not value.strip():
            raise Invalid("flags", "creditor_note says nothing", remedy="Write creditor_note:<another flag>.")
        # What the creditor noted is known to us; what it was permitted is not permitted to us.
        return [pair for pair in _read(value.strip()) if pair[0] not in PERMISSIONS]
    if name == "reassigned_check" and value == "none":
        return [(name, value)]
    if name in PLAIN and not colon:
        return [(name, "")]
    for plain, prefix in PER_CHANNEL.items():
        if name.startswith(prefix) and not colon:
            return [(plain, _value(text[: len(prefix) - 1], _channel, name.removeprefix(prefix)))]
    if name in READERS and colon:
        return [(name, _value(name, READERS[name], value))]
    raise Invalid(
        "flags", f"{name[:40]!r} is not a known flag", remedy="See the vocabulary of `kept decide`."
    )


def _value(name: str, reader: object, value: str) -> str:
    assert callable(reader)
    try:
        read: str = reader(value)
    except ValueError as error:
        raise Invalid("flags", f"the value of {name} cannot be read: {error}") from error
    return read
