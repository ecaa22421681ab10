"""A lender's word that this is their customer: a short-lived signed token (JWT, RFC 7519), read and nothing else.

Only public keys are kept here, so nobody can sign with what we hold, and each key is good for one algorithm,
whatever a token's header says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import jwt
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from core.errors import KeptError

# From the moment a token is made, it may be used for so long; clocks may differ by as much.
LONGEST = timedelta(minutes=5)
CLOCKS_DIFFER = timedelta(seconds=30)
LARGEST_TOKEN = 4096
SHORTEST_RSA = 2048
_REQUIRED = ("iss", "aud", "sub", "iat", "exp", "jti")
_ID = re.compile(r"[A-Za-z0-9._:~-]{16,128}")

type PublicKey = ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey | rsa.RSAPublicKey


class NotTheirs(KeptError):
    """A login that is not the lender's, not for us, or not of this moment."""

    status = 403


class BadKeys(KeptError):
    """The keys of the lenders' logins cannot be used."""

    status = 500


@dataclass(frozen=True)
class LoginKey:
    """Whose logins are believed: `issuer` signs them with `key`, for the borrowers of `lender`."""

    issuer: str
    lender: str
    key: PublicKey
    algorithm: str


@dataclass(frozen=True)
class Login:
    """A borrower, by the lender's own number for them, who has logged in at the lender. `token` is used once."""

    lender: str
    issuer: str
    borrower: str
    token: str


def read_keys(said: str) -> tuple[LoginKey, ...]:
    """The keys in a JSON list of {"issuer", "lender", "public_key"} (PEM); raise `BadKeys`."""
    try:
        listed = json.loads(said or "[]")
        keys = tuple(_key(**one) for one in listed)
    except (ValueError, TypeError):
        raise BadKeys(
            "KEPT_LOGIN_KEYS cannot be read.",
            remedy='Give a JSON list of objects with "issuer", "lender" and "public_key" (PEM).',
        ) from None
    if len({key.issuer for key in keys}) != len(keys):
        raise BadKeys("KEPT_LOGIN_KEYS names an issuer twice.", remedy="Give every lender's login its own.")
    return keys


def read_login(token: str, *, keys: Sequence[LoginKey], audience: str, now: datetime) -> Login:
    """The login that `token` states at `now`; raise `NotTheirs` for every other.

    It must name its issuer, us (`audience`), the borrower (`sub`), when it was made (`iat`) and until when it is
    good (`exp`, at most five minutes later), and an id of its own (`jti`).
    """
    if len(token) > LARGEST_TOKEN:
        raise NotTheirs("The login is larger than any that a lender makes.")
    try:
        issuer = jwt.decode(token, options={"verify_signature": False}).get("iss")
        key = next((one for one in keys if one.issuer == issuer), None)
        if key is None:
            raise NotTheirs("The login is of nobody whom we know.")
        claims = jwt.decode(
            token,
            key.key,
            algorithms=[key.algorithm],
            audience=audience,
            issuer=key.issuer,
            options={
                "require": list(_REQUIRED),
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
            },
        )
    except (jwt.PyJWTError, ValueError):
        raise NotTheirs("The login is not signed by the lender, or not for us.") from None
    _timely(claims, now)
    borrower, token_id = claims["sub"], claims["jti"]
    if not (isinstance(borrower, str) and 0 < len(borrower) <= 200):
        raise NotTheirs("The login names no borrower.")
    if not (isinstance(token_id, str) and _ID.fullmatch(token_id)):
        raise NotTheirs("The login has no id that could be used once.")
    return Login(key.lender, key.issuer, borrower, token_id)


def _timely(claims: dict[str, Any], now: datetime) -> None:
    made, ends, begins = claims["iat"], claims["exp"], claims.get("nbf", claims["iat"])
    if any(isinstance(one, bool) or not isinstance(one, int | float) for one in (made, ends, begins)):
        raise NotTheirs("The login does not say when it was made.")
    at, leeway = now.timestamp(), CLOCKS_DIFFER.total_seconds()
    if ends - made > LONGEST.total_seconds():
        raise NotTheirs("The login would be good for longer than five minutes.")
    if not (max(made, begins) - leeway <= at < ends + leeway):
        raise NotTheirs("The login is not of this moment.")


def _key(*, issuer: str, lender: str, public_key: str) -> LoginKey:
    if not all(isinstance(one, str) and one for one in (issuer, lender, public_key)):
        raise TypeError("a login key lacks something")
    try:
        key = load_pem_public_key(public_key.encode())
    except UnsupportedAlgorithm:
        raise TypeError("an unknown kind of key") from None
    if isinstance(key, ed25519.Ed25519PublicKey):
        return LoginKey(issuer, lender, key, "EdDSA")
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return LoginKey(issuer, lender, key, "ES256")
    if isinstance(key, rsa.RSAPublicKey) and key.key_size >= SHORTEST_RSA:
        return LoginKey(issuer, lender, key, "RS256")
    raise TypeError("a kind of key that is not taken")
