"""Names that leave the house and come back: of a letter, of an address, and of a person's wish to get no more.

All carry a seal, so that nobody can report on a letter we never sent, answer for a person who never got one, or
cancel another person's letters.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from dataclasses import dataclass

from channels.settings import MAIL_ADDRESS
from channels.wire import same_secret

_SEAL = 24
# Mail servers may write local parts as they like: only figures and a to f survive that.
_TAG = 20
NAME = re.compile(r"<[^<>\s]{1,900}>")


@dataclass(frozen=True)
class Letter:
    """A letter of ours: its key and the address it went to."""

    key: str
    to: str


def letter_name(key: str, *, to: str, domain: str, secret: str) -> str:
    """The Message-ID of the letter with our `key` to the address `to`."""
    return f"<{_pack(f'{key}\n{to}', 'letter', secret)}@{domain}>"


def letter(name: str, *, secret: str) -> Letter | None:
    """The letter that bears the Message-ID `name`, or None where it is none that we gave."""
    local, at, _ = name.strip().strip("<>").partition("@")
    known = _unpack(local, "letter", secret) if at else None
    if known is None:
        return None
    key, _, to = known.partition("\n")
    return Letter(key, to) if re.fullmatch(MAIL_ADDRESS, to) else None


def reply_tag(address: str, *, secret: str) -> str:
    """What stands behind our own name in the Reply-To of a letter to `address`: 20 hexadecimal figures."""
    return _seal(address, "reply", secret)[:_TAG]


def is_reply_tag(tag: str, address: str, *, secret: str) -> bool:
    """Whether `tag` was given to `address`, whatever case a mail server made of it."""
    return same_secret(tag.lower(), reply_tag(address, secret=secret))


def cancel_token(address: str, *, secret: str) -> str:
    """What stands in the link by which the person at `address` ends our letters."""
    return _pack(address, "cancel", secret)


def cancelled_address(token: str, *, secret: str) -> str | None:
    """The address in a token that we gave, or None."""
    address = _unpack(token, "cancel", secret)
    return address if address and re.fullmatch(MAIL_ADDRESS, address) else None


def canonical(address: str) -> str:
    """One spelling of an address: its domain in lower case; the part before it is its server's own affair."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"


def _pack(text: str, purpose: str, secret: str) -> str:
    packed = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    return f"{packed}.{_seal(packed, purpose, secret)}"


def _unpack(token: str, purpose: str, secret: str) -> str | None:
    packed, _, seal = token.rpartition(".")
    if not same_secret(seal, _seal(packed, purpose, secret)):
        return None
    try:
        return base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode()
    except (binascii.Error, ValueError):
        return None


def _seal(packed: str, purpose: str, secret: str) -> str:
    sealed = hmac.new(secret.encode(), f"{purpose}:{packed}".encode("utf-8", "replace"), hashlib.sha256)
    return sealed.hexdigest()[:_SEAL]
