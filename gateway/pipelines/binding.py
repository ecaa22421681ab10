"""Links that bring a person to a channel: a token of ours that binds the address they come from, once.

Channels carry at most 64 letters, digits, _ and - (Telegram's /start, WeChat's scene), so the token is packed:
36 characters of borrower, instant and chance, and 27 of signature.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import uuid
from datetime import timedelta

from itsdangerous import Signer
from itsdangerous.encoding import base64_decode, base64_encode

from gateway.services import Services
from storage import reaching, tokens
from storage.database import Work
from storage.people import Borrower, ContactPoint

LASTS = timedelta(hours=24)
SOURCE = "opened our link"
_BODY, _ID, _TIME, _CHANCE = 36, 16, 4, 7
_TOKEN = re.compile(r"[A-Za-z0-9_-]{63}")


def invite(services: Services, borrower_id: uuid.UUID) -> str:
    """A token for one link to this borrower: binds one address, once, within a day. It proves no identity."""
    made_at = int(services.clock.now().timestamp())
    packed = borrower_id.bytes + made_at.to_bytes(_TIME, "big") + secrets.token_bytes(_CHANCE)
    body = base64_encode(packed)
    return (body + _signer(services).get_signature(body)).decode()


async def redeem(services: Services, work: Work, point: ContactPoint, token: str) -> Borrower | None:
    """The borrower that `point` is bound to by this token from now on.

    None, and nothing changed, where the token is forged, too old or used, its borrower is gone, or somebody
    else has answered for them at this address.
    """
    borrower_id = _whose(services, token)
    if borrower_id is None or not await tokens.redeem(
        work, hashlib.sha256(token.encode()).digest(), remembered_for=2 * LASTS
    ):
        return None
    borrower = await work.session.get(Borrower, borrower_id)
    if borrower is None or not await reaching.bind(work, borrower_id, point, source=SOURCE):
        return None
    return borrower


def _whose(services: Services, token: str) -> uuid.UUID | None:
    if not _TOKEN.fullmatch(token):
        return None
    body, signature = token[:_BODY].encode(), token[_BODY:].encode()
    if not _signer(services).verify_signature(body, signature):
        return None
    packed = base64_decode(body)
    age = services.clock.now().timestamp() - int.from_bytes(packed[_ID : _ID + _TIME], "big")
    if not -60 <= age <= LASTS.total_seconds():
        return None
    return uuid.UUID(bytes=packed[:_ID])


def _signer(services: Services) -> Signer:
    return Signer(services.key_for("channel-binding"), salt=b"kept.channel-binding")
