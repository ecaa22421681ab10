"""Lines of `kept decide`, read or refused by field."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from compliance.engine.places import zones_of_area_code, zones_of_us_state, zones_of_zip
from compliance.facts import from_line
from compliance.flags import CASE_FLAGS, NAMES, PERMISSIONS, read_flags
from compliance.spans import read_days, read_span
from core.errors import Invalid

LINE: dict[str, Any] = {"id": "1", "jurisdiction": "US", "channel": "sms", "now_utc": "2026-11-18T13:00:00Z"}

VOCABULARY = """
opted_out_sms opted_out_voice opted_in_again_whatsapp medium_refused:email cease_all cease_debt:A
refused_to_pay_in_writing inconvenient_time:09:00-17:00 inconvenient_day:sunday inconvenient_place:work
creditor_note:inconvenient_time:09:00-17:00 agreed_hours:21:00-22:00 prior_consent_time:21:00-22:00
creditor_consent_time:21:00-22:00 prior_consent_medium_now:email contact_person_refused
electronic_consent no_electronic_consent consumer_used_this_address direct_text_consent_days_ago:10
last_consumer_text_days_ago:10 reassigned_check:none reassigned_check_days_ago:10
callback_consent_days_ago:3 authorised_channels:sms,email direct_consent_third_party
creditor_consent_third_party agent_private_account from_contact_list wrong_number number_reassigned
employer_email place_of_employment employer_prohibits
attorney attorney_consents_direct bankruptcy bankruptcy_discharged codebtor_chapter13_stay dispute_open
dispute_verified original_creditor_request_open deceased paid_in_full servicemember medical_debt
days_past_due:45 product:credit_card in_collection_procedures agency_notice_sent:yes agency_notice_sent:no
state_notice_days_ago:61 breathing_space_until:2026-12-01 breathing_space_ended:2026-11-01
mental_health_moratorium debt_adviser_plan_days_ago:3 debt_adjustment_request_open
hardship_grace_until:2026-12-01 installment_plan_active_current debtor_is_minor debtor_reachable
debtor_unreachable recipient_province:Xinjiang
initial_communication no_opt_out_line no_debt_collector_statement no_initial_disclosure body_lang:es
disclosure_lang:en mentions_debt legally_required_notice opt_out_requires_fee opt_out_requires_ssn autodialed
automated_reply scheduled_automation queued_at_local:20:59:50 policy_text_safe_harbor_required
""".split()


@pytest.mark.parametrize("flag", VOCABULARY)
def test_every_flag_of_the_vocabulary_is_known(flag: str) -> None:
    assert read_flags([flag]).values


@pytest.mark.parametrize(
    "flag",
    ["opted_out", "opted_out_pigeon", "cease_al", "attorney:yes", "days_past_due", "days_past_due:many", "",
     "inconvenient_time:9-5", "inconvenient_day:someday", "breathing_space_until:soon", "creditor_note:",
     "creditor_note:nonsense", "agency_notice_sent:maybe", "medium_refused:pigeon", "reassigned_check:yes"],
)  # fmt: skip
def test_an_unknown_or_unreadable_flag_is_an_error(flag: str) -> None:
    with pytest.raises(Invalid) as caught:
        read_flags([flag])
    assert caught.value.field == "flags"


def test_a_creditor_s_note_tells_but_does_not_permit() -> None:
    flags = read_flags(
        ["creditor_note:inconvenient_time:09:00-17:00", "creditor_note:agreed_hours:21:00-22:00"]
    )
    assert flags.of("inconvenient_time") == ("09:00-17:00",)
    assert "agreed_hours" not in flags
    assert PERMISSIONS <= NAMES


def test_states_of_a_case_are_flags_of_rules() -> None:
    assert set(CASE_FLAGS.values()) <= NAMES


def test_the_defaults_of_the_command() -> None:
    facts, at = from_line(LINE)
    assert at == datetime(2026, 11, 18, 13, tzinfo=UTC)
    assert (facts.consent, facts.verified, facts.discloses) == (True, True, False)
    assert facts.recipient_role == "debtor"
    without, _ = from_line({**LINE, "flags": ["no_opt_out_line", "no_electronic_consent"]})
    assert without.parts is not None
    assert "opt_out_line" not in without.parts
    assert without.consent is False


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"jurisdiction": None}, "jurisdiction"),
        ({"channel": "pigeon"}, "channel"),
        ({"collector_type": "second_party"}, "collector_type"),
        ({"recipient_role": "cat"}, "recipient_role"),
        ({"purpose": "gossip"}, "purpose"),
        ({"recipient_tz": "Mars/Olympus"}, "recipient_tz"),
        ({"recipient_tz": "../../etc/passwd"}, "recipient_tz"),
        ({"location_signals": {"stated_tz": "nowhere"}}, "location_signals.stated_tz"),
        ({"location_signals": {"star_sign": "leo"}}, "location_signals"),
        ({"location_signals": 850}, "location_signals"),
        ({"now_utc": "2026-11-18T13:00:00"}, "now_utc"),
        ({"now_utc": None}, "now_utc"),
        ({"now_utc": "yesterday"}, "now_utc"),
        ({"flags": "opted_out_sms"}, "flags"),
        ({"flags": [7]}, "flags"),
        ({"history": {}}, "history"),
        ({"history": ["x"]}, "history[0]"),
        ({"history": [{"at": "2026-11-17T15:00:00Z", "kind": "shout"}]}, "history[0].kind"),
        ({"history": [{"at": "soon", "kind": "outbound"}]}, "history[0].at"),
        (
            {"history": [{"at": "2026-11-17T15:00:00Z", "kind": "outbound", "channel": "x"}]},
            "history[0].channel",
        ),
        ({"direction": "sideways"}, "direction"),
    ],
)
def test_a_line_that_cannot_be_read_names_the_field(changed: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as caught:
        from_line({**LINE, **changed})
    assert caught.value.field == field


def test_spans_may_run_past_midnight() -> None:
    assert read_span("22:00-06:00") == ((1320, 1440), (0, 360))
    assert read_span("09:00-17:00") == ((540, 1020),)
    assert read_span("17:00-24:00") == ((1020, 1440),)


def test_days_by_name_group_and_date() -> None:
    assert read_days("Sundays") == frozenset({6})
    assert read_days("weekend") == frozenset({5, 6})
    assert read_days("tue") == frozenset({1})
    assert read_days("2026-12-24") == date(2026, 12, 24)


@pytest.mark.parametrize(
    ("code", "zones"),
    [
        ("212", {"America/New_York"}),
        ("850", {"America/New_York", "America/Chicago"}),
        ("602", {"America/Phoenix"}),
        ("808", {"Pacific/Honolulu"}),
        ("+1 (310) 555-0100", {"America/Los_Angeles"}),
        ("800", set()),
        ("", set()),
    ],
)
def test_zones_of_area_codes(code: str, zones: set[str]) -> None:
    assert zones_of_area_code("US", code) == zones


def test_zones_of_other_places() -> None:
    assert zones_of_zip("32501") == {"America/Chicago"}
    assert zones_of_zip("32501-1234") == {"America/Chicago"}
    assert zones_of_zip("00000") == frozenset()
    # Mountain time by law, though its state keeps Pacific time; the edge of the Navajo Nation keeps two clocks.
    assert zones_of_zip("89883") == {"America/Denver"}
    assert zones_of_zip("86045") == {"America/Denver", "America/Phoenix"}
    assert zones_of_us_state("FL") == {"America/New_York", "America/Chicago"}
    assert zones_of_area_code("AU", "08") >= {"Australia/Perth"}


def test_newer_area_codes_are_put_right_by_zip_codes() -> None:
    assert zones_of_area_code("US", "448") == {"America/New_York", "America/Chicago"}
    assert zones_of_area_code("US", "689") == {"America/New_York"}
    assert zones_of_area_code("US", "621") == {"America/Chicago"}
    assert zones_of_area_code("US", "357") == {"America/Los_Angeles"}
    assert zones_of_area_code("US", "807") == {"America/Toronto", "America/Winnipeg"}
    assert "Pacific/Honolulu" not in zones_of_area_code("US", "907")
