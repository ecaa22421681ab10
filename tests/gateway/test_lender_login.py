"""Whose logins are believed: the lender's own, made for us, a moment ago, and nothing that only looks like one."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from gateway.lender_login import LARGEST_TOKEN, BadKeys, NotTheirs, read_keys, read_login

NOW = datetime(2026, 5, 13, 15, 0, tzinfo=UTC)
US = "https://kept.example"
ISSUER = "https://www.riverbank.example"
SIGNING = ed25519.Ed25519PrivateKey.generate()
type Private = ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


def pem(key: Private) -> str:
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def told(key: Private = SIGNING, issuer: str = ISSUER) -> str:
    return json.dumps([{"issuer": issuer, "lender": "riverbank", "public_key": pem(key)}])


def claims(**changes: Any) -> dict[str, Any]:
    at = int(NOW.timestamp())
    plain = {
        "iss": ISSUER,
        "aud": US,
        "sub": "B1",
        "iat": at,
        "exp": at + 300,
        "jti": "a-fresh-id-0123456789",
    }
    return {name: value for name, value in (plain | changes).items() if value is not None}


def reads(token: str, *, now: datetime = NOW, keys: str | None = None) -> str:
    return read_login(token, keys=read_keys(keys or told()), audience=US, now=now).borrower


@pytest.mark.parametrize(
    ("key", "algorithm"),
    [
        (SIGNING, "EdDSA"),
        (ec.generate_private_key(ec.SECP256R1()), "ES256"),
        (rsa.generate_private_key(65537, 2048), "RS256"),
    ],
    ids=["Ed25519", "P-256", "RSA"],
)
def test_a_login_signed_by_the_lender_is_believed(key: Private, algorithm: str) -> None:
    assert reads(jwt.encode(claims(), key, algorithm=algorithm), keys=told(key)) == "B1"


@pytest.mark.parametrize(
    "changes",
    [
        {"aud": "https://elsewhere.example"},
        {"aud": None},
        {"iss": "https://someone.example"},
        {"iss": None},
        {"sub": None},
        {"sub": ""},
        {"sub": "x" * 201},
        {"jti": None},
        {"jti": "short"},
        {"exp": None},
        {"iat": None},
        {"exp": int(NOW.timestamp()) + 301},
        {"iat": "now"},
        {"iat": True, "exp": 5},
        {"nbf": int(NOW.timestamp()) + 60},
    ],
    ids=str,
)
def test_a_login_that_lacks_or_stretches_something_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(NotTheirs):
        reads(jwt.encode(claims(**changes), SIGNING, algorithm="EdDSA"))


@pytest.mark.parametrize(
    ("seconds", "believed"), [(0, True), (-30, True), (-31, False), (329, True), (330, False)]
)
def test_a_login_is_good_for_five_minutes_and_the_difference_of_two_clocks(
    seconds: int, believed: bool
) -> None:
    token = jwt.encode(claims(), SIGNING, algorithm="EdDSA")
    now = NOW + timedelta(seconds=seconds)

    if believed:
        assert reads(token, now=now) == "B1"
    else:
        with pytest.raises(NotTheirs):
            reads(token, now=now)


def test_a_login_signed_by_another_is_refused() -> None:
    with pytest.raises(NotTheirs):
        reads(jwt.encode(claims(), ed25519.Ed25519PrivateKey.generate(), algorithm="EdDSA"))


def test_a_login_without_a_signature_is_refused() -> None:
    with pytest.raises(NotTheirs):
        reads(jwt.encode(claims(), "", algorithm="none"))


def test_our_copy_of_the_public_key_signs_nothing() -> None:
    header = {"alg": "HS256", "typ": "JWT"}
    token = jwt.api_jws.encode(json.dumps(claims()).encode(), "x" * 64, algorithm="HS256", headers=header)

    with pytest.raises(NotTheirs):
        reads(token)


@pytest.mark.parametrize("token", ["", "a.b.c", "\x00", "…", "x" * (LARGEST_TOKEN + 1)])
def test_what_is_no_login_at_all_is_refused(token: str) -> None:
    with pytest.raises(NotTheirs):
        reads(token)


@pytest.mark.parametrize(
    "said",
    [
        "not json",
        "{}x",
        '{"issuer": "a"}',
        '[{"issuer": "a", "lender": "b"}]',
        '[{"issuer": "a", "lender": "b", "public_key": "c"}]',
        '[{"issuer": "", "lender": "b", "public_key": "c"}]',
        json.dumps(
            [{"issuer": "a", "lender": "b", "public_key": pem(rsa.generate_private_key(65537, 1024))}]
        ),
        json.dumps(
            [{"issuer": "a", "lender": "b", "public_key": pem(ec.generate_private_key(ec.SECP384R1()))}]
        ),
        json.dumps(json.loads(told()) * 2),
    ],
    ids=[
        "no JSON",
        "rubbish behind",
        "no list",
        "no key",
        "no PEM",
        "no issuer",
        "a short RSA key",
        "another curve",
        "an issuer twice",
    ],
)
def test_keys_that_cannot_be_used_stop_the_service(said: str) -> None:
    with pytest.raises(BadKeys):
        read_keys(said)


def test_without_keys_nobody_is_believed() -> None:
    assert read_keys("") == ()
    with pytest.raises(NotTheirs):
        read_login(jwt.encode(claims(), SIGNING, algorithm="EdDSA"), keys=(), audience=US, now=NOW)
