"""Borrowers who do not exist: where they live, how they can be reached, what is known of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from random import Random
from types import SimpleNamespace

from core.places import usual_zone

NAME = "Riverbank Credit"
AGREED_AT = datetime(2025, 11, 3, 12, tzinfo=UTC)
# Places, how often each is drawn, and the languages people there are written to in.
PLACES: dict[str, tuple[int, tuple[str, ...]]] = {
    "US-TX": (6, ("en", "es")), "US-NY": (4, ("en", "es", "zh-Hant")), "US-NYC": (5, ("en", "es", "zh-Hans")),
    "US-DC": (5, ("en", "es")), "US-MA": (5, ("en",)), "US-WA": (5, ("en", "zh-Hans")), "US-FL": (6, ("en", "es")),
    "US-CA": (6, ("en", "es", "zh-Hant")), "US-CO": (2, ("en",)), "US-NV": (3, ("en",)), "US-WV": (3, ("en",)),
    "US-OR": (2, ("en",)), "US-IL": (2, ("en", "es")), "US-MI": (2, ("en",)), "US-TN": (2, ("en",)),
    "US-AZ": (2, ("es",)), "US": (3, ("en",)), "CN": (8, ("zh-Hans",)), "TW": (4, ("zh-Hant",)),
    "HK": (4, ("zh-Hant", "en")), "SG": (2, ("en", "zh-Hans")), "IN": (3, ("en",)), "GB": (5, ("en",)),
    "AU": (5, ("en",)), "BR": (3, ("es",)), "CA-ON": (4, ("en",)), "CA-QC": (3, ("en",)), "CA": (1, ("en",)),
    "CL": (4, ("es",)), "CO": (5, ("es",)), "DE": (2, ("en",)), "ES": (3, ("es",)), "PT": (1, ("es",)),
    "IE": (2, ("en",)), "EU": (1, ("en",)), "ID": (3, ("en",)), "JP": (3, ("en",)), "KR": (4, ("en",)),
    "MX": (4, ("es",)), "MY": (2, ("en",)), "PH": (3, ("en",)), "TH": (3, ("en",)), "VN": (3, ("en",)),
}  # fmt: skip
# Places elsewhere whose clock somebody may live by.
_ELSEWHERE = {
    "US": ("America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
           "America/Anchorage", "Pacific/Honolulu"),
    "AU": ("Australia/Sydney", "Australia/Perth", "Australia/Adelaide", "Australia/Brisbane"),
    "BR": ("America/Sao_Paulo", "America/Manaus"), "MX": ("America/Mexico_City", "America/Tijuana", "America/Cancun"),
    "CL": ("America/Santiago", "Pacific/Easter"), "ID": ("Asia/Jakarta", "Asia/Jayapura"),
    "CN": ("Asia/Shanghai", "Asia/Urumqi", "America/Los_Angeles"), "ES": ("Europe/Madrid", "Atlantic/Canary"),
    "DE": ("Europe/Berlin",), "PT": ("Europe/Lisbon", "Atlantic/Azores"), "IE": ("Europe/Dublin",),
    "EU": ("Europe/Helsinki", "Europe/Lisbon"), "CA": ("America/Toronto", "America/Winnipeg"),
}  # fmt: skip
_CODES = ("212", "617", "305", "312", "713", "303", "602", "213", "206", "415", "808", "202", "304", "702")
_ZIPS = ("10001", "60601", "80202", "85001", "90001", "98101", "33101", "02108", "79901", "96801")
_ROLES = ("guarantor", "spouse", "executor", "attorney", "contact_person", "sibling", "employer", "minor")
_ROLES_CN = (*_ROLES, *("contact_person",) * 8)
# What may be known of an account from its first day, and how often it is.
_KNOWN: tuple[tuple[float, str, str], ...] = (
    (0.02, "", "cease_all"), (0.02, "", "attorney"), (0.02, "", "bankruptcy"), (0.02, "", "dispute_open"),
    (0.01, "", "deceased"), (0.05, "", "inconvenient_time:09:00-17:00"), (0.03, "", "inconvenient_day:sunday"),
    (0.02, "", "inconvenient_time:22:00-10:30"), (0.03, "", "agreed_hours:06:00-23:00"),
    (0.02, "", "prior_consent_time:21:00-22:30"), (0.02, "", "creditor_consent_time:21:00-23:00"),
    (0.02, "", "place_of_employment"), (0.01, "", "employer_prohibits"), (0.02, "", "wrong_number"),
    (0.05, "", "medium_refused:email"), (0.02, "", "authorised_channels:sms,whatsapp"), (0.02, "", "autodialed"),
    (0.03, "US", "policy_text_safe_harbor_required"), (0.02, "US", "original_creditor_request_open"),
    (0.02, "US", "codebtor_chapter13_stay"), (0.02, "US", "bankruptcy_discharged"),
    (0.2, "US-NV", "medical_debt"), (0.3, "US-NV", "state_notice_days_ago:90"), (0.2, "US-NV", "state_notice_days_ago:20"),
    (0.1, "US-NYC", "in_collection_procedures"), (0.1, "GB", "mental_health_moratorium"),
    (0.1, "GB", "breathing_space_until:2026-10-21"), (0.1, "GB", "debt_adviser_plan_days_ago:12"),
    (0.1, "CN", "installment_plan_active_current"), (0.1, "KR", "debt_adjustment_request_open"),
    (0.1, "KR", "hardship_grace_until:2026-10-25"), (0.2, "CA-ON", "state_notice_days_ago:3"),
    (0.1, "HK", "agency_notice_sent:no"), (0.1, "TW", "agency_notice_sent:no"), (0.1, "IN", "agency_notice_sent:no"),
    (0.1, "CN", "debtor_unreachable"), (0.2, "PH", "product:credit_card"), (0.1, "US", "product:business_loan"),
    (0.1, "US-DC", "product:auto_loan"), (0.02, "", "refused_to_pay_in_writing"), (0.4, "GB", "refused_to_pay_in_writing"),
    (0.04, "", "employer_email"), (0.01, "", "debtor_is_minor"), (0.01, "", "opt_out_requires_fee"),
    (0.01, "", "agent_private_account"), (0.02, "", "from_contact_list"), (0.03, "", "inconvenient_place:work"),
    (0.1, "JP", "place_of_employment"), (0.15, "US-WA", "place_of_employment"), (0.1, "GB", "breathing_space_ended:2026-10-20"),
    (0.2, "CA-ON", "agency_notice_sent:no"), (0.1, "CN", "product:credit_card"), (0.05, "US-DC", "no_electronic_consent"),
    (0.05, "US", "body_lang:es"), (0.1, "US", "disclosure_lang:en"),
    (0.05, "", "time_barred"), (0.2, "US-CA", "time_barred"), (0.2, "US-NY", "time_barred"), (0.5, "GB", "time_barred"),
)  # fmt: skip


@dataclass
class Contact:
    """One address, and since when it may be used."""

    channel: str
    address: str
    consent_at: datetime | None
    source: str | None
    opted_out_at: datetime | None = None
    wishes: list[str] = field(default_factory=list)
    last_inbound_at: datetime | None = None
    disclosed: bool = False


@dataclass
class Person:
    """Somebody who owes money, with everything that is on file. Only `lives` changes it."""

    number: int
    rng: Random
    place: str
    language: str
    zone: str | None
    clock: str
    zip_code: str | None
    landline: str | None
    role: str
    collector: str
    debts: tuple[SimpleNamespace, ...]
    contacts: list[Contact]
    flags: dict[str, object]
    verified: bool
    permitted: frozenset[str]
    quiet: str | None
    # Whether the lender's counsel gave the words for debts too old to be sued for.
    has_words: bool

    @property
    def reference(self) -> str:
        return f"B{self.number:06d}"


def born(number: int, seed: int) -> Person:
    """The borrower of that number: the same for the same seed."""
    rng = Random(f"{seed}/{number}")  # noqa: S311 - invented people, no secret
    names = tuple(PLACES)
    # Every place has somebody, however few there are.
    place = (
        names[number] if number < len(names) else rng.choices(names, [each[0] for each in PLACES.values()])[0]
    )
    country = place.partition("-")[0]
    zone = rng.choice(_ELSEWHERE.get(country, (usual_zone(place),))) if rng.random() < 0.45 else None
    collector = (
        "third_party" if (rng.random() < 0.5 and place != "VN") or rng.random() < 0.05 else "first_party"
    )
    return Person(
        number=number,
        rng=rng,
        place=place,
        language=rng.choice(PLACES[place][1]),
        zone=zone,
        clock=zone or rng.choice(_ELSEWHERE.get(country, (usual_zone(place),))),
        zip_code=rng.choice(_ZIPS) if country == "US" and rng.random() < 0.3 else None,
        landline=rng.choice(_CODES) if country == "US" and rng.random() < 0.2 else None,
        role=rng.choice(_ROLES_CN if place == "CN" else _ROLES) if rng.random() < 0.12 else "debtor",
        collector=collector,
        debts=tuple(_debt(number, each, collector, rng) for each in range(1 if rng.random() < 0.85 else 2)),
        contacts=_contacts(number, country, rng),
        flags={
            flag: {} for chance, where, flag in _KNOWN
            if (not where or place.startswith(where)) and rng.random() < chance
        },
        verified=rng.random() < 0.6,
        permitted=frozenset({"sms", "whatsapp"} if rng.random() < 0.85 else ()),
        quiet="12:00-13:30" if rng.random() < 0.1 else None,
        has_words=rng.random() < 0.7,
    )  # fmt: skip


def _debt(number: int, each: int, collector: str, rng: Random) -> SimpleNamespace:
    return SimpleNamespace(
        id=f"A{number:06d}-{each}",
        collector_type=collector,
        due_on=date(2026, 10, 1 + rng.randrange(3))
        if rng.random() < 0.2
        else date(2026, rng.randint(5, 9), 11),
        holds={},
        status="open",
        lender="riverbank",
    )


def _contacts(number: int, country: str, rng: Random) -> list[Contact]:
    wanted = [name for name, chance in _CHANCES if rng.random() < chance] or ["sms"]
    phone = (
        f"+1{rng.choice(_CODES)}{number % 10_000_000:07d}"
        if country == "US"
        else f"+{9_000_000_000 + number}"
    )
    found = []
    for channel in wanted:
        address = phone if channel in ("sms", "whatsapp", "voice", "voicemail") else f"{channel}-{number}"
        agreed = rng.random() < (0.9 if channel != "webchat" else 0.3)
        found.append(Contact(channel, address, AGREED_AT if agreed else None, "contract" if agreed else None))
    return found


_CHANCES = (
    ("sms", 0.7), ("whatsapp", 0.3), ("email", 0.3), ("telegram", 0.12), ("wechat", 0.15), ("webchat", 0.15),
    ("voice", 0.25), ("voicemail", 0.06), ("social_public", 0.02),
)  # fmt: skip
