"""Logging in to the desk: passwords hashed with Argon2, one-time ones changed first, guesses slowed down."""

from __future__ import annotations

import asyncio
import hmac
from typing import Annotated

from fastapi import APIRouter, Cookie, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from pwdlib import PasswordHash

from console.pages import page
from core.errors import KeptError
from gateway.api.dependencies import ServicesDep, services_of
from gateway.services import Services
from storage import agents
from storage.work import Agent

router = APIRouter(prefix="/desk", include_in_schema=False)
COOKIE = "kept_desk"
SHORTEST_PASSWORD = 12
GUESSES = RateLimitItemPerMinute(10)

passwords = PasswordHash.recommended()
# Verified when nobody of that name is there, so that a wrong name takes as long as a wrong password.
_NOBODY = passwords.hash("nobody has this password")
_guesses = MovingWindowRateLimiter(MemoryStorage())


class NotLoggedIn(KeptError):
    """The desk is for agents; shown the way to the login."""

    status = 401


class Forbidden(KeptError):
    """The form did not come from our own page."""

    status = 403


def csrf_of(services: Services, token: str) -> str:
    """The mark that our own pages' forms carry."""
    return hmac.new(services.key_for("csrf"), token.encode(), "sha256").hexdigest()


async def logged_in(request: Request, kept_desk: Annotated[str | None, Cookie()] = None) -> Agent:
    """The agent of this request; `NotLoggedIn` else."""
    services = services_of(request)
    async with services.database.begin() as work:
        agent = await agents.of_session(work, kept_desk or "")
    if agent is None:
        raise NotLoggedIn("You are not logged in.", remedy="Log in at /desk/login.")
    if agent.must_change_password and request.url.path != "/desk/password":
        raise NotLoggedIn("Choose a password of your own first.", remedy="/desk/password")
    request.state.csrf = csrf_of(services, kept_desk or "")
    return agent


async def from_our_page(request: Request, kept_desk: Annotated[str | None, Cookie()] = None) -> None:
    """Refuse a form that does not carry our mark."""
    form = await request.form()
    given = str(form.get("csrf") or request.headers.get("x-csrf") or "")
    if not hmac.compare_digest(given.encode(), csrf_of(services_of(request), kept_desk or "").encode()):
        raise Forbidden("The form has expired.", remedy="Reload the page and try again.")


CurrentAgent = Annotated[Agent, Depends(logged_in)]
OwnForm = Depends(from_our_page)


@router.get("/login", response_class=HTMLResponse)
async def login_page() -> str:
    """The login form."""
    return page("login.html", change=False, problem="", csrf="")


@router.post("/login")
async def log_in(
    request: Request,
    services: ServicesDep,
    username: Annotated[str, Form(max_length=100)],
    password: Annotated[str, Form(max_length=200)],
) -> Response:
    """Check name and password; ten guesses a minute from one address."""
    client = request.client.host if request.client else "?"
    if not await _guesses.hit(GUESSES, client):
        return _again("Too many tries. Wait a minute.", 429)
    async with services.database.begin() as work:
        agent = await agents.by_username(work, username.strip())
    known = agent.password_hash if agent else _NOBODY
    right = await asyncio.to_thread(passwords.verify, password, known)
    if agent is None or not right:
        return _again("Name or password is wrong.", 401)
    async with services.database.begin() as work:
        token = await agents.open_session(work, agent)
    return _with_cookie(services, RedirectResponse("/desk", status_code=303), token)


def _again(problem: str, status: int) -> Response:
    return HTMLResponse(page("login.html", change=False, problem=problem, csrf=""), status_code=status)


def _with_cookie(services: Services, answer: Response, token: str) -> Response:
    secure = services.settings.public_url.startswith("https")
    answer.set_cookie(
        COOKIE, token, max_age=agents.SESSION_HOURS * 3600, httponly=True, samesite="strict", secure=secure
    )
    return answer


@router.get("/password", response_class=HTMLResponse)
async def password_page(request: Request, agent: CurrentAgent) -> str:
    """The form for a password of one's own."""
    del agent
    return page("login.html", change=True, problem="", csrf=request.state.csrf)


@router.post("/password", dependencies=[OwnForm])
async def change_password(
    request: Request,
    services: ServicesDep,
    agent: CurrentAgent,
    password: Annotated[str, Form(max_length=200)],
) -> Response:
    """Set it; every other session of this agent ends."""
    if len(password) < SHORTEST_PASSWORD:
        problem = f"Use {SHORTEST_PASSWORD} characters or more."
        return HTMLResponse(
            page("login.html", change=True, problem=problem, csrf=request.state.csrf), status_code=422
        )
    hashed = await asyncio.to_thread(passwords.hash, password)
    async with services.database.begin() as work:
        await agents.set_password(work, agent.id, hashed)
        token = await agents.open_session(work, agent)
    return _with_cookie(services, RedirectResponse("/desk", status_code=303), token)


@router.post("/logout", dependencies=[OwnForm])
async def log_out(services: ServicesDep, kept_desk: Annotated[str | None, Cookie()] = None) -> Response:
    """End this session."""
    async with services.database.begin() as work:
        await agents.close_session(work, kept_desk or "")
    answer = RedirectResponse("/desk/login", status_code=303)
    answer.delete_cookie(COOKIE)
    return answer
