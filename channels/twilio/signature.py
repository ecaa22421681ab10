"""Whether Twilio signed a request, and the fields that its signature covers.

Source: Twilio, "Webhooks security". The base string is the address as Twilio called it and, for a form, every
name and value, sorted. Twilio is not consistent about the port, so both spellings are tried, as its library
does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import urlparse

from twilio.request_validator import (  # type: ignore[import-untyped]  # the library ships no types
    RequestValidator,
    add_port,
    get_signature_algorithm,
    remove_port,
)

from channels.base import Forged, Malformed, WebhookRequest
from channels.wire import FORM, bounded, read_pairs, read_query, read_text, require_content_type, same_secret


class _Fields:
    """Fields in the shape that Twilio's library reads: every value of every name."""

    def __init__(self, fields: Mapping[str, list[str]]) -> None:
        self._fields = fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __bool__(self) -> bool:
        return bool(self._fields)

    def getlist(self, name: str) -> list[str]:
        return self._fields[name]


def signed_fields(request: WebhookRequest, *, auth_token: str) -> Mapping[str, list[str]] | None:
    """The fields of a request that Twilio signed; raises `Forged`, `Malformed` or `TooLarge`.

    A request by GET has them in its query, which is part of the signed address. JSON, whose hash Twilio puts
    into the address as `bodySHA256`, never brings a person's message: None.
    """
    bounded(request)
    query = read_query(request)
    if request.method == "GET":
        _require_signature(request, {}, auth_token)
        return query
    if request.method != "POST":
        raise Malformed("Twilio calls by POST or GET.")
    if require_content_type(request, FORM, "application/json") != FORM:
        _require_body_hash(request, query.get("bodySHA256", []))
        _require_signature(request, {}, auth_token)
        return None
    fields = read_pairs(read_text(request.body))
    _require_signature(request, fields, auth_token)
    return fields


def sign(url: str, fields: Mapping[str, Any], *, auth_token: str) -> str:
    """The signature that Twilio would send for `url` and a form of `fields`."""
    return str(RequestValidator(auth_token).compute_signature(url, dict(fields)))


def _require_body_hash(request: WebhookRequest, hashes: list[str]) -> None:
    # Without it the signature would vouch for the address alone, and for any body.
    if len(hashes) != 1 or not same_secret(hashes[0].lower(), sha256(request.body).hexdigest()):
        raise Forged("The body is not the one that Twilio signed.")


def _require_signature(request: WebhookRequest, fields: Mapping[str, list[str]], auth_token: str) -> None:
    given = request.headers.get("x-twilio-signature", "")
    algorithm = get_signature_algorithm(request.headers.get("x-twilio-webhooks-signature-settings", ""))
    validator = RequestValidator(auth_token)
    genuine = False
    for url in _spellings(request.url):
        try:
            expected = validator.compute_signature(url, _Fields(fields), algorithm)
        except (ValueError, UnicodeEncodeError):
            raise Forged("The request is signed in a way that is not known.") from None
        genuine |= same_secret(given, expected)
    if not genuine:
        raise Forged(
            "Twilio's signature is missing or wrong.",
            remedy="Check KEPT_TWILIO_AUTH_TOKEN, and that KEPT_PUBLIC_URL is the address set at Twilio.",
        )


def _spellings(url: str) -> tuple[str, ...]:
    try:
        parsed = urlparse(url)
        return tuple({url, remove_port(parsed), add_port(parsed)})
    except ValueError:
        raise Malformed("The request's address cannot be read.") from None
