"""Agents, their logins and sessions."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import timedelta

from sqlalchemy import delete, select

from core.errors import Conflict, Invalid
from core.languages import LANGUAGES
from storage.database import Work
from storage.work import Agent, AgentSession

SESSION_HOURS = 12


async def by_username(work: Work, username: str) -> Agent | None:
    """The agent of that name who may log in."""
    found: Agent | None = await work.session.scalar(
        select(Agent).where(Agent.username == username, Agent.disabled_at.is_(None))
    )
    return found


async def add(
    work: Work, *, username: str, display_name: str, password_hash: str, role: str, once: bool
) -> Agent:
    """A new agent; with `once` the password must be changed at the first login. Raises `Conflict`."""
    if await work.session.scalar(select(Agent.id).where(Agent.username == username)):
        raise Conflict(f"There is an agent {username} already.")
    agent = Agent(
        id=uuid.uuid4(),
        username=username,
        display_name=display_name,
        password_hash=password_hash,
        role=role,
        must_change_password=once,
        created_at=work.now,
    )
    work.session.add(agent)
    work.audit("agent.added", agent.id, role=role)
    return agent


async def open_session(work: Work, agent: Agent) -> str:
    """Log in: the token for the cookie. Only its hash is kept."""
    token = secrets.token_urlsafe(32)
    work.session.add(
        AgentSession(
            token_hash=_hash(token), agent_id=agent.id, expires_at=work.now + timedelta(hours=SESSION_HOURS)
        )
    )
    work.audit("agent.logged_in", agent.id)
    return token


async def of_session(work: Work, token: str) -> Agent | None:
    """Who is logged in with this token, if it is still good."""
    found: Agent | None = await work.session.scalar(
        select(Agent)
        .join(AgentSession, AgentSession.agent_id == Agent.id)
        .where(
            AgentSession.token_hash == _hash(token),
            AgentSession.expires_at > work.now,
            Agent.disabled_at.is_(None),
        )
    )
    return found


async def close_session(work: Work, token: str) -> None:
    """Log out."""
    await work.session.execute(delete(AgentSession).where(AgentSession.token_hash == _hash(token)))


async def set_language(work: Work, agent_id: uuid.UUID, language: str) -> None:
    """The language an agent reads summaries in; raise `Invalid` for one we do not speak."""
    if language not in LANGUAGES:
        raise Invalid("language", "is not one of ours", remedy=f"Use one of {', '.join(LANGUAGES)}.")
    agent = await work.session.get(Agent, agent_id)
    assert agent is not None
    agent.language = language


async def set_password(work: Work, agent_id: uuid.UUID, password_hash: str) -> None:
    """A new password of the agent's own; every other session of theirs ends."""
    agent = await work.session.get(Agent, agent_id)
    assert agent is not None
    agent.password_hash = password_hash
    agent.must_change_password = False
    await work.session.execute(delete(AgentSession).where(AgentSession.agent_id == agent_id))
    work.audit("agent.password_changed", agent_id)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
