"""Debts too old to be sued for, as the auditor reads the law: suits, prescribed words, and who will not pay."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.tools.auditor.by_rule import Fits, as_purpose
from tests.tools.auditor.planting import (
    Change,
    Export,
    Planting,
    Row,
    combined,
    flagged,
    having,
    on_record,
    planted,
    saying,
    telling,
    told,
)
from tools.auditor.law.old_debts import threatens
from tools.auditor.replay import audit
from tools.auditor.traffic.texts import OLD_DEBT

NO_SUIT, REFUSED = "us-federal.time-barred-no-suit", "gb.statute-barred-refused"
CALIFORNIA, NEW_YORK = "us-ca.time-barred-notice", "us-ny.time-barred-notice"


def of(collector: str) -> Fits:
    """What that kind of collector tells of a debt."""
    theirs = having(collector_type=collector)
    return lambda export, row: telling(export, row) and theirs(export, row)


AGENCY, LENDER = of("third_party"), of("first_party")


def rules(place: str, change: Change, fits: Fits = telling) -> set[str]:
    """The rules of old debts that the auditor finds broken by the message."""
    export, message = planted(Planting("", "", place, change, fits))
    ours = {NO_SUIT, REFUSED, CALIFORNIA, NEW_YORK}
    return {each.breach.rule.id for each in audit(export) if each.message == message} & ours


def behind(*words: str) -> Change:
    """With these words at its end."""

    def change(export: Export, row: Row) -> Row:
        row["text"] = " ".join((row["text"], *words))
        return row

    return change


def lifted(export: Export, row: Row) -> Row:
    """The lender's file said it, and an hour before the message that it is not so after all."""
    on_record("time_barred")(export, row)
    at = datetime.fromisoformat(row["at"]) - timedelta(hours=1)
    export["consents"].append(export["consents"][-1] | {"at": at.isoformat(), "kind": "flag_lifted"})
    return row


OLD = flagged("time_barred")


@pytest.mark.parametrize("purpose", ["legal_notice", "specified_remedy_notice"])
@pytest.mark.parametrize("known", [OLD, on_record("time_barred")], ids=["told", "on record only"])
def test_no_suit_is_brought_for_an_old_debt(purpose: str, known: Change) -> None:
    assert rules("US-TX", combined(as_purpose(purpose), known)) == {NO_SUIT}
    assert rules("US-TX", as_purpose(purpose)) == set()
    assert rules("MX", combined(as_purpose(purpose), known)) == set()


def test_a_lawyer_may_be_written_to_of_a_suit_and_what_law_requires_may_be_sent() -> None:
    to_lawyer = combined(OLD, as_purpose("legal_notice"), told(recipient_role="attorney"))

    assert rules("US-TX", to_lawyer) == set()
    assert rules("US-TX", combined(OLD, as_purpose("legal_notice", "legally_required_notice"))) == set()


def test_a_reminder_of_an_old_debt_that_speaks_of_a_suit_is_found() -> None:
    assert rules("US-TX", combined(OLD, behind("We may take legal action."))) == {NO_SUIT}
    assert rules("US-TX", behind("We may take legal action.")) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If we hear nothing, we will sue you.", True),
        ("The creditor could still file a lawsuit.", True),
        ("Our lawyers are going to take you to court.", True),
        ("If you do not pay we may sue.", True),
        ("Si no paga, iniciaremos acciones legales.", True),
        ("We will not sue you for it.", False),
        ("Nobody here will: we can't sue.", False),
        ("You can't be sued, we will never take legal action.", False),
        ("Your court date is none of our business.", False),
        ("Le vamos a demandar.", True),
        ("El banco le puede demandar.", True),
        ("No le demandaremos.", False),
        ("逾期不还我们将起诉您。", True),
        ("我們會提告。", True),
        ("我们不会起诉您。", False),
        ("Please call us.", False),
        *((text, False) for texts in OLD_DEBT.values() for text in texts.values()),
    ],
)
def test_who_threatens_to_sue_is_told_from_who_says_that_they_will_not(text: str, expected: bool) -> None:
    assert threatens(text) is expected


@pytest.mark.parametrize("language", ["en", "es", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize(
    ("state", "place", "rule"),
    [("US-CA", "US-CA", CALIFORNIA), ("US-NY", "US-NY", NEW_YORK), ("US-NY", "US-NYC", NEW_YORK)],
)
def test_the_words_of_the_state_have_to_be_there(state: str, place: str, rule: str, language: str) -> None:
    words = OLD_DEBT[state][language]

    assert rules(place, combined(OLD, saying(words)), AGENCY) == set()
    assert rules(place, combined(OLD, saying("Please call us / Llámenos / 请致电我们")), AGENCY) == {rule}


@pytest.mark.parametrize(("state", "rule"), [("US-CA", CALIFORNIA), ("US-NY", NEW_YORK)])
def test_each_sentence_of_the_words_counts(state: str, rule: str) -> None:
    first, *others = OLD_DEBT[state]["en"].split(". ")

    assert others
    assert rules(state, combined(OLD, saying(first + ".")), AGENCY) == {rule}
    assert rules(state, combined(OLD, saying(". ".join(others))), AGENCY) == {rule}


def test_the_words_of_the_other_state_are_not_enough() -> None:
    assert rules("US-CA", combined(OLD, saying(OLD_DEBT["US-NY"]["en"])), AGENCY) == {CALIFORNIA}
    assert rules("US-NY", combined(OLD, saying(OLD_DEBT["US-CA"]["en"])), AGENCY) == {NEW_YORK}


def test_california_binds_creditors_too_and_new_york_agencies_only() -> None:
    assert rules("US-CA", OLD, LENDER) == {CALIFORNIA}
    assert rules("US-NY", OLD, LENDER) == set()
    assert rules("US-TX", OLD, AGENCY) == set()


def test_the_records_count_before_the_decision_and_a_later_word_of_the_file_counts_before_an_earlier() -> (
    None
):
    assert rules("US-CA", on_record("time_barred")) == {CALIFORNIA}
    assert rules("US-CA", lifted) == set()


@pytest.mark.parametrize(("days", "found"), [(40, {CALIFORNIA}), (-40, set())])
def test_what_has_been_known_since_before_the_export_is_known(days: int, found: set[str]) -> None:
    def change(export: Export, row: Row) -> Row:
        since = datetime.fromisoformat(row["at"]) - timedelta(days=days)
        export["borrower"]["flags"] = {"time_barred": {"since": since.isoformat(), "source": "ledger"}}
        return row

    assert rules("US-CA", change) == found


@pytest.mark.parametrize("said", ["refused_to_pay_in_writing", "cease_all"])
def test_an_old_debt_is_not_demanded_in_britain_from_who_will_not_pay(said: str) -> None:
    assert rules("GB", combined(OLD, flagged(said))) == {REFUSED}
    assert rules("GB", combined(OLD, on_record(said))) == {REFUSED}
    assert rules("GB", OLD) == set()
    assert rules("GB", flagged(said)) == set()
    assert rules("GB", combined(OLD, flagged(said), as_purpose("payment_receipt"))) == set()
    assert rules("GB", combined(OLD, flagged(said), as_purpose("specified_remedy_notice"))) == {REFUSED}
