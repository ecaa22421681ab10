"""Links that bring a person to a channel: a token of ours that binds the address they come from, once.

Channels carry at most 64 letters, digits, _ and - (Telegram's /start, WeChat's scene), so the token is packed:
36 characters of borrower, instant and chance, and 27 of signature.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from itsdangerous import Signer
from itsdangerous.encoding import base64_decode, base64_encode

from core.errors import Invalid
from gateway.services import Services
from storage import reaching, tokens
from storage.database import Work
from storage.people import Borrower, ContactPoint
from storage.tokens import Invitation

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


@dataclass(frozen=True)
class Link:
    """A link of ours: for which channel, the address to open, and until when it works."""

    channel: str
    url: str
    runs_out_at: datetime


@dataclass(frozen=True)
class Bound:
    """To whom an address was bound, and by which link, where it was written down."""

    borrower: Borrower
    invitation: Invitation | None


def link(
    services: Services,
    work: Work,
    borrower_id: uuid.UUID,
    *,
    channel: str,
    made_by: str,
    continues: uuid.UUID | None = None,
) -> Link:
    """A link that leads this borrower to `channel`, where the conversation `continues` goes on; works once.

    Raises `Invalid` for a channel that no link leads to.
    """
    doors = services.desk.doors
    if channel not in doors:
        raise Invalid("channel", "has no link of ours", remedy=f"Use one of {', '.join(sorted(doors))}.")
    token = invite(services, borrower_id)
    tokens.invite(
        work,
        _hashed(token),
        borrower_id=borrower_id,
        channel=channel,
        made_by=made_by,
        continues=continues,
    )
    return Link(channel, f"{services.settings.public_url}/go/{token}", work.now + LASTS)


async def look(services: Services, work: Work, token: str) -> Invitation | None:
    """What a link was made for, as long as it works; looking does not use it up."""
    if _whose(services, token) is None or await tokens.is_used(work, _hashed(token)):
        return None
    return await tokens.invitation(work, _hashed(token))


async def redeem(services: Services, work: Work, point: ContactPoint, token: str) -> Bound | None:
    """The borrower that `point` is bound to by this token from now on.

    None, and nothing changed, where the token is forged, too old or used, its borrower is gone, or somebody
    else has answered for them at this address.
    """
    borrower_id = _whose(services, token)
    if borrower_id is None or not await tokens.redeem(work, _hashed(token), remembered_for=2 * LASTS):
        return None
    made = await tokens.invitation(work, _hashed(token))
    if made is not None and made.channel != point.channel:
        return None
    borrower = await work.session.get(Borrower, borrower_id)
    if borrower is None or not await reaching.bind(work, borrower_id, point, source=SOURCE):
        return None
    if made is not None:
        made.opened_at = work.now
        work.audit("link.opened", borrower_id, channel=made.channel, point=str(point.id))
    return Bound(borrower, made)


def _hashed(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


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
