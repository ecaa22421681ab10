"""Identity facts are kept as hashes that nobody can try through without the service's secret."""

from __future__ import annotations

import uuid

import pytest

from storage.identity import digest, matches, sealed
from storage.people import IdentityFact

KEY = b"k" * 32


def fact(kind: str = "dob", value: str = "1990-01-30") -> IdentityFact:
    salt, hashed = sealed(KEY, kind, value)
    return IdentityFact(borrower_id=uuid.uuid4(), kind=kind, salt=salt, digest=hashed)


def test_the_right_fact_is_known_again() -> None:
    assert matches(KEY, fact(), "1990-01-30")


@pytest.mark.parametrize("value", ["1990-01-31", "", "1990-01-30 ", "19900130"])
def test_another_value_is_not_the_fact(value: str) -> None:
    assert not matches(KEY, fact(), value)


def test_without_the_key_even_the_right_value_does_not_match() -> None:
    assert not matches(b"another key of the same length !!", fact(), "1990-01-30")


def test_a_fact_of_one_kind_does_not_pass_for_another() -> None:
    postcode = fact("postcode", "2207")
    ending = IdentityFact(
        borrower_id=uuid.uuid4(), kind="id_last4", salt=postcode.salt, digest=postcode.digest
    )

    assert not matches(KEY, ending, "2207")


def test_the_same_fact_of_two_people_looks_different() -> None:
    assert fact().digest != fact().digest


def test_nothing_of_the_value_is_left_in_what_is_kept() -> None:
    assert b"1990" not in digest(KEY, b"salt", "dob", "1990-01-30")
