"""Names that leave the house and come back: of a letter, and of a person's wish to get no more.

Both carry a seal, so that nobody can report on a letter we never sent or cancel another person's letters.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re

from channels.settings import MAIL_ADDRESS
from channels.wire import same_secret

_SEAL = 24


def letter_name(key: str, *, domain: str, secret: str) -> str:
    """The Message-ID of the letter with our `key`."""
    return f"<{_pack(key, 'letter', secret)}@{domain}>"


def letter_key(name: str, *, secret: str) -> str | None:
    """Our key in a Message-ID that we gave, or None for any other."""
    local, at, _ = name.strip().strip("<>").partition("@")
    return _unpack(local, "letter", secret) if at else None


def cancel_token(address: str, *, secret: str) -> str:
    """What stands in the link by which the person at `address` ends our letters."""
    return _pack(address, "cancel", secret)


def cancelled_address(token: str, *, secret: str) -> str | None:
    """The address in a token that we gave, or None."""
    address = _unpack(token, "cancel", secret)
    return address if address and re.fullmatch(MAIL_ADDRESS, address) else None


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
