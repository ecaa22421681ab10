"""Reading bytes nobody vouches for: sizes, encodings, forms, JSON and queries, for every channel alike."""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from channels.base import MAX_BODY, Malformed, Rejected, TooLarge, WebhookRequest
from core.messages import Media, OutboundMessage

MAX_FIELDS = 200
MAX_DEPTH = 40
# How a place is named among the media of a message.
PLACE = "geo:"
FORM = "application/x-www-form-urlencoded"


def bounded(request: WebhookRequest) -> WebhookRequest:
    """The same request; raises `TooLarge` when its body holds more than any genuine one."""
    if len(request.body) > MAX_BODY:
        raise TooLarge("The request's body is larger than any that the provider sends.")
    return request


def same_secret(given: str, expected: str) -> bool:
    """Whether two secrets are equal, in time that does not tell where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), expected.encode("utf-8"))


def read_text(body: bytes) -> str:
    """`body` as strict UTF-8; raises `Malformed`."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed("The request's body is not UTF-8.") from None


def require_content_type(request: WebhookRequest, *wanted: str) -> str:
    """The media type named, one of `wanted` (the first if none is named), in UTF-8; raises `Malformed`."""
    if not request.headers.get("content-type", "").strip():
        return wanted[0]
    header = Message()
    header["content-type"] = request.headers.get("content-type", "").replace("\n", " ").replace("\r", " ")
    given = header.get_content_type()
    charset = header.get_content_charset("utf-8")
    if given not in wanted or charset not in ("utf-8", "utf8", "us-ascii"):
        raise Malformed("The request's content type is not the provider's.", remedy=f"Expected {wanted[0]}.")
    return given


def read_pairs(encoded: str) -> Mapping[str, list[str]]:
    """A form or a query, percent-decoded as strict UTF-8: name to all its values in order."""
    try:
        pairs = parse_qsl(
            encoded, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=MAX_FIELDS
        )
    except ValueError:
        raise Malformed("The form holds too many fields or is not UTF-8.") from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def read_query(request: WebhookRequest) -> Mapping[str, list[str]]:
    """The query of the address as the provider called it."""
    try:
        return read_pairs(urlsplit(request.url).query)
    except ValueError:
        raise Malformed("The request's address cannot be read.") from None


def one_each(fields: Mapping[str, list[str]]) -> dict[str, str]:
    """`fields` with one value a name; raises `Malformed` where a name came twice: which one counts?"""
    for values in fields.values():
        if len(values) > 1:
            raise Malformed("A field came more than once.")
    return {name: values[0] for name, values in fields.items()}


def read_json(request: WebhookRequest) -> dict[str, Any]:
    """The JSON object of the body; raises `Malformed` for anything else, however deep, huge or doubled."""
    try:
        parsed = json.loads(
            read_text(request.body), object_pairs_hook=_unique_names, parse_constant=_no_constant
        )
    except (ValueError, RecursionError):
        raise Malformed("The request's body is not JSON that the provider writes.") from None
    if not isinstance(parsed, dict):
        raise Malformed("The request's body is JSON, but no object.")
    if _deeper_than(parsed, MAX_DEPTH):
        raise Malformed("The request's body is nested deeper than any genuine one.")
    return parsed


def clean(text: str) -> str:
    """`text` as it can be stored and read: no NUL; raises `Malformed` for half a surrogate pair."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Malformed("A text holds half a character.") from None
    return text.replace("\x00", "")


def require_token(token: str) -> str:
    """A binding token that every channel can carry; raises `Rejected` for any other."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", token):
        raise Rejected(
            "The binding token cannot travel.", code="token", remedy="Use letters, digits, _ and -."
        )
    return token


def named(what: str) -> str:
    """A kind's name as a provider wrote it, fit for a log."""
    return what if re.fullmatch(r"[A-Za-z_]{1,40}", what) else "happening"


def text_with_choices(message: OutboundMessage) -> str:
    """The message's text with its choices written out, for channels without buttons."""
    if not message.choices:
        return message.text
    return f"{message.text}\n{' / '.join(choice.label for choice in message.choices)}"


def _deeper_than(parsed: object, depth: int) -> bool:
    level = [parsed]
    for _ in range(depth):
        inner = [list(v.values()) if isinstance(v, dict) else v for v in level if isinstance(v, dict | list)]
        level = [value for values in inner for value in values]
    return any(isinstance(value, dict | list) for value in level)


def _unique_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) != len(pairs):
        raise ValueError("a name came twice")
    return names


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def place(latitude: object, longitude: object) -> tuple[Media, ...]:
    """A place that somebody sent, as a geo URI (RFC 5870), which nothing has to be fetched for; () where it is none."""
    try:
        north, east = Decimal(str(latitude)), Decimal(str(longitude))
    except InvalidOperation:
        return ()
    if not (north.is_finite() and east.is_finite() and abs(north) <= 90 and abs(east) <= 180):
        return ()
    return (Media(f"{PLACE}{north:.6f},{east:.6f}"),)
