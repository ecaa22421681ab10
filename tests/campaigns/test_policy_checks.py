"""What a policy table may say: each mistake is told with its line, its field and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaigns.policies import FOLDER, parse, read_policy
from campaigns.policy_parties import is_brazilian
from core.errors import Invalid
from core.stages import Stage

GOOD = (FOLDER / "riverbank.yaml").read_text(encoding="utf-8")


def found(text: str) -> list[tuple[str, str]]:
    """The fields that are wrong in `text`, each with what is wrong."""
    _, table = parse("riverbank", text.encode())
    return [(problem.field, problem.what) for problem in table.errors]


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def test_the_sample_table_is_good_and_without_a_warning() -> None:
    policy, table = parse("riverbank", GOOD.encode())

    assert policy is not None
    assert table.problems == []


@pytest.mark.parametrize(
    ("now", "then", "field", "what"),
    [
        ("max_promise_days: 45", "max_promise_days: many", "max_promise_days", "is not a whole number"),
        ("max_promise_days: 45", "max_promise_days: true", "max_promise_days", "is not a whole number"),
        ('min_partial_share: "0.2"', "min_partial_share: 0.2", "min_partial_share", "is not a share"),
        ('min_partial_share: "0.2"', 'min_partial_share: "20"', "min_partial_share", "is not a share"),
        ("grace_days: 2", "grace_days: -1", "grace_days", "is not a whole number"),
        ("grace_days: 2\n", "", "grace_days", "is missing"),
        ("grace_days: 2", "grace_day: 2", "grace_day", "is not a field"),
        ("website: https://", "website: http://", "website", "is not an address"),
        ("grace_days: 2", "grace_days: 2\nagency: North South Group", "agency", "is not a table"),
        ("grace_days: 2", "grace_days: 2\nagency: {es: Norte Sur}", "agency.en", "is missing"),
        ("grace_days: 2", "grace_days: 2\nplaces: US", "places", "is not a list of places"),
        ("grace_days: 2", "grace_days: 2\nplaces: [US, brazil]", "places.1", "is not a place"),
        ("grace_days: 2", "grace_days: 2\nplaces: [US, BR]", "creditor", "is missing: the law of BR wants"),
        ("grace_days: 2", "grace_days: 2\ncreditor: {address: Rua 1}", "creditor.tax_number", "is missing"),
        (
            "grace_days: 2",
            "grace_days: 2\nplaces: [BR]\ncreditor: {address: Rua 1, tax_number: CNPJ 11.222.333/0001-82}",
            "creditor.tax_number",
            "is neither a CNPJ nor a CPF",
        ),
        ("[dob, postcode, id_last4]", "[dob, mother]", "identity_facts.1", "is not known"),
        ("platforms: [sms,", "platforms: [fax,", "platforms.0", "is not known"),
        ("  en: Riverbank", "  de: Riverbank", "names.en", "is missing"),
        ("plans: [6]", "plans: 6", "offers.90+.plans", "is not a list"),
        ("plans: [6]", "plans: [6, 6]", "offers.90+.plans", "has numbers that are no plan"),
        ("plans: [6]", "plans: [1]", "offers.90+.plans", "has numbers that are no plan"),
        ("plans: [6]", "plans: [5]", "offers.90+.plans", "has a plan of 5"),
        (
            "extension_days: 7",
            "extension_days: 60",
            "offers.30-59.extension_days",
            "is more than max_promise",
        ),
        ("max_promise_days: 45", "max_promise_days: 13", "offers.pre_due.plans", "begin in 14 days"),
        ('"30-59":', '"31-59":', "offers", "say nothing of day 30"),
        ('"30-59":', '"29-59":', "offers.29-59", "covers day 29"),
        ('"90+":', '"90-120":', "offers", "say nothing of the days from 121 on"),
        ('"1-29":', '"2-29":', "offers", "say nothing of day 1"),
        ('"60-89":', '"late":', "offers.late", "is no range of days"),
        ("  pre_due:", "  before:", "offers.before", "is no range of days"),
        ("plans: [6]", "reminder: reminder.rude", "offers.90+.reminder", "names reminder.rude"),
        ("plans: [6]", "reminder: small_talk.hello", "offers.90+.reminder", "does not speak of what is owed"),
        ("plans: [6]", "reminder: reminder.received", "offers.90+.reminder", "does not speak of"),
        ("people_for: [broken_again]", "people_for: [weather]", "offers.1-29.people_for.0", "is not known"),
        ("USD:", "DEM:", "min_instalment.DEM", "is not a currency"),
        ('USD: "10"', 'USD: "10.005"', "min_instalment.USD", "has more places"),
        ('USD: "10"', "USD: 10.5", "min_instalment.USD", "is not a figure"),
        ("grace_days: 2", "grace_days: 2\nfacts_needed: 4", "facts_needed", "is not a whole number"),
        ("id_last4]", "id_last4]\npeople_from: '90+'", "people_from", "is not a field"),
        (
            "grace_days: 2",
            'grace_days: 2\nquiet_hours: {NO: "21:00-08:00"}',
            "quiet_hours.False",
            "not a country",
        ),
        ("grace_days: 2", "grace_days: 2\nquiet_hours: {US: 21:00}", "quiet_hours.US", "are not hours"),
        (
            "grace_days: 2",
            "grace_days: 2\ntime_barred_notice: {US-CA: We will not sue}",
            "time_barred_notice.US-CA",
            "is not a table of fields",
        ),
        (
            "grace_days: 2",
            "grace_days: 2\ntime_barred_notice: {California: {en: Not}}",
            "time_barred_notice.California",
            "is not a place",
        ),
        (
            "grace_days: 2",
            "grace_days: 2\ntime_barred_notice: []",
            "time_barred_notice",
            "not a table of places",
        ),
        ("grace_days: 2", "grace_days: 2\ngrace_days: 3", "grace_days", "stands here twice"),
        ("names:", "names: [", "the file", "is not YAML"),
    ],
)
def test_a_mistake_is_named(now: str, then: str, field: str, what: str) -> None:
    assert now in GOOD

    wrong = found(GOOD.replace(now, then, 1) if "plans: [6]" not in now else GOOD.replace(now, then))

    assert any(said == field and what in why for said, why in wrong), wrong


def test_a_mistake_is_found_on_its_line() -> None:
    text = GOOD.replace("extension_days: 7", "extension_days: 60")

    _, table = parse("riverbank", text.encode())

    assert [problem.line for problem in table.errors] == [line_of(text, "extension_days: 60")]
    assert "at most 45" in table.errors[0].remedy


def test_every_mistake_of_the_fields_is_told_at_once() -> None:
    text = GOOD.replace("grace_days: 2", "grace_days: x").replace(
        "max_promise_days: 45", "max_promise_days: y"
    )

    assert {field for field, _ in found(text)} == {"grace_days", "max_promise_days"}


def test_a_table_without_a_way_to_pay_is_refused() -> None:
    lines = [line for line in GOOD.splitlines() if not line.startswith(("pay_link", "bank_details"))]

    assert found("\n".join(lines)) == [("the file", "leaves a borrower who wants to pay without a way to.")]


@pytest.mark.parametrize("raw", [b"", b"- 1", b"\xff\xfe", b"a: &a [*a]", b"just words"])
def test_what_is_no_table_is_one_problem(raw: bytes) -> None:
    policy, table = parse("riverbank", raw)

    assert policy is None
    assert table.errors


def test_two_stages_that_allow_the_same_are_worth_a_warning() -> None:
    text = GOOD.replace("extension_days: 7", "extension_days: 14").replace(
        "[broken_again, refusal]", "[broken_again]"
    )

    policy, table = parse("riverbank", text.encode())

    assert policy is not None
    assert [(one.field, one.warning) for one in table.problems] == [("offers.30-59", True)]


def test_who_waits_longer_and_gets_more_is_worth_a_warning() -> None:
    policy, table = parse("riverbank", GOOD.replace("extension_days: 7", "extension_days: 21").encode())

    assert policy is not None
    assert [one.field for one in table.problems] == ["offers.30-59"]


def test_a_broken_file_is_refused_with_line_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "riverbank.yaml"
    path.write_text(GOOD.replace("grace_days: 2", "grace_days: x"), encoding="utf-8")

    with pytest.raises(Invalid, match=r"grace_days.*line \d+.*0 to 31"):
        read_policy(path)


def test_every_stage_of_the_sample_allows_something_else() -> None:
    policy = read_policy(FOLDER / "riverbank.yaml")

    allowed = [policy.offered(name) for name in Stage]

    assert len(set(allowed)) == len(allowed)
    assert len({one.people_for for one in allowed}) == len(allowed)
    assert policy.offered(Stage.PRE_DUE).people_for == frozenset()
    assert {"hardship", "plan"} <= policy.offered(Stage.VERY_LATE).people_for


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("CNPJ 11.222.333/0001-81", True),
        ("11222333000181", True),
        ("CNPJ 12.ABC.345/01DE-35", True),
        ("CPF 529.982.247-25", True),
        ("CNPJ 11.222.333/0001-18", False),
        ("CPF 529.982.247-24", False),
        ("CPF 111.111.111-11", False),
        ("12-3456789", False),
        ("", False),
    ],
)
def test_a_brazilian_tax_number_is_known_by_its_check_digits(number: str, right: bool) -> None:
    assert is_brazilian(number) is right


def test_a_table_for_brazil_says_where_the_creditor_is_at_home() -> None:
    details = 'places: [US, BR]\ncreditor: {address: "Rua 1", tax_number: "CNPJ 11.222.333/0001-81"}\n'
    policy, table = parse("riverbank", (GOOD + details).encode())

    assert table.problems == []
    assert policy is not None
    assert (policy.creditor_address, policy.creditor_tax_number) == ("Rua 1", "CNPJ 11.222.333/0001-81")


def test_hours_for_brazil_without_the_creditor_s_details_are_worth_a_warning() -> None:
    policy, table = parse("riverbank", (GOOD + 'quiet_hours: {BR: "20:00-09:00"}\n').encode())

    assert policy is not None
    assert [(one.field, one.warning) for one in table.problems] == [("creditor", True)]


def test_the_words_about_old_debts_are_told_by_place_and_language() -> None:
    told = GOOD + "time_barred_notice: {US-CA: {en: We will not sue you., es: No le demandaremos.}}\n"
    policy, table = parse("riverbank", told.encode())

    assert table.problems == []
    assert policy is not None
    assert policy.old_debt_notice("US-CA", "es") == "No le demandaremos."
    assert policy.old_debt_notice("US-CA", "zh-Hans") is None


def test_an_agency_s_name_is_told_by_language_and_by_who_collects() -> None:
    named = GOOD + "agency: {en: North South Group, zh-Hans: 南北服务}\n"
    policy, _ = parse("riverbank", named.encode())

    assert policy is not None
    assert policy.writer("es", "third_party") == "North South Group"
    assert policy.writer("zh-Hans", "third_party") == "南北服务"
    assert policy.writer("es", "first_party") == "Riverbank"
