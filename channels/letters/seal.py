"""How our mail server shows that a mail comes from it.

The server's delivery command posts the mail as message/rfc822 with two headers: the time in seconds since 1970,
and HMAC-SHA256 under KEPT_MAIL_SECRET of the time, a dot and the mail, in hexadecimal.
"""

from __future__ import annotations

import hashlib
import hmac

SIGNATURE = "x-kept-signature"
TIMESTAMP = "x-kept-timestamp"


def seal(mail: bytes, *, timestamp: str, secret: str) -> str:
    """The signature of `mail` handed over at `timestamp`."""
    return hmac.new(secret.encode(), timestamp.encode() + b"." + mail, hashlib.sha256).hexdigest()
