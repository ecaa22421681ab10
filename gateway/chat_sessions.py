"""Who writes in the web chat: a session's name under our signature, in a cookie of our own page or, inside
another site's page, in a header. Other sites' pages get no cookie of ours, and need none.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from base64 import urlsafe_b64encode
from datetime import timedelta

from fastapi import Request, Response
from itsdangerous import BadSignature, URLSafeTimedSerializer

from core.errors import KeptError
from gateway.services import Services

COOKIE = "kept_chat"
HEADER = "x-kept-session"
# A session that began without a login, or by a link of ours, is one browser's.
LASTS = timedelta(days=30)
# A login is the lender's to renew.
LOGIN_LASTS = timedelta(hours=2)
_BY_LOGIN = "login-"


class NoSession(KeptError):
    """The page has no session of ours, or its time is over."""

    status = 401


def fresh_session() -> str:
    """The name of a session that nobody can guess."""
    return f"web-{secrets.token_urlsafe(18)}"


def login_session(services: Services, borrower_id: uuid.UUID) -> str:
    """The name of the session that a borrower has by the lender's login, wherever they log in."""
    drawn = hmac.new(services.key_for("login-session"), borrower_id.bytes, hashlib.sha256).digest()[:18]
    return _BY_LOGIN + urlsafe_b64encode(drawn).decode()


def is_by_login(session: str) -> bool:
    """Whether a session was opened by the lender's login."""
    return session.startswith(_BY_LOGIN)


def signed(services: Services, session: str) -> str:
    """The session as its page keeps it."""
    return str(_signer(services).dumps(session))


def opened(services: Services, kept: str | None) -> str | None:
    """The session that a page kept; None where it is none of ours, or too old."""
    try:
        session = str(_signer(services).loads(kept or "", max_age=int(LASTS.total_seconds())))
        if is_by_login(session):
            _signer(services).loads(kept or "", max_age=int(LOGIN_LASTS.total_seconds()))
    except BadSignature:
        return None
    return session


def of_our_page(request: Request, services: Services) -> str | None:
    """The session that the browser kept for our own page, wherever the link stood that led here."""
    return opened(services, request.cookies.get(COOKIE))


def session_of(request: Request, services: Services) -> str:
    """The session of a request: its header's, else its cookie's; raise `NoSession`.

    A request that another site's page made by itself is not taken for the borrower's, whatever cookie it brings.
    """
    kept = request.headers.get(HEADER)
    if kept is None and request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none"):
        kept = request.cookies.get(COOKIE)
    session = opened(services, kept)
    if session is None:
        raise NoSession("The chat's session is over.", remedy="Open the chat again.")
    return session


def remember(services: Services, answer: Response, session: str) -> None:
    """Leave the session with the browser, for our own page."""
    answer.set_cookie(
        COOKIE,
        signed(services, session),
        max_age=int(LASTS.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=services.settings.public_url.startswith("https"),
    )


def _signer(services: Services) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(services.key_for("chat-session").hex(), salt="session")
