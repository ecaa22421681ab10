"""Add agents to the desk, or give one a new password."""

from __future__ import annotations

import asyncio
import secrets

import click

from core.errors import NotFound
from core.languages import LANGUAGES
from gateway.api.console.login import passwords
from storage import agents
from tools.house import house


@click.group()
def command() -> None:
    """Who may log in to the desk."""


@command.command()
@click.argument("username")
@click.option("--name", "display_name", help="The name that others see.")
@click.option("--role", type=click.Choice(["agent", "supervisor"]), default="agent", show_default=True)
def add(username: str, display_name: str | None, role: str) -> None:
    """Add USERNAME; the password printed once must be changed at the first login."""
    password = secrets.token_urlsafe(9)

    async def run() -> None:
        async with house() as services, services.database.begin() as work:
            await agents.add(
                work,
                username=username,
                display_name=display_name or username,
                password_hash=passwords.hash(password),
                role=role,
                once=True,
            )

    asyncio.run(run())
    click.echo(f"{username} may log in; one-time password {password}")


@command.command()
@click.argument("username")
def password(username: str) -> None:
    """Give USERNAME a new one-time password."""
    fresh = secrets.token_urlsafe(9)

    async def run() -> None:
        async with house() as services, services.database.begin() as work:
            agent = await agents.by_username(work, username)
            if agent is None:
                raise NotFound(f"There is no agent {username}.", remedy="Add one: kept agents add NAME.")
            await agents.set_password(work, agent.id, passwords.hash(fresh))
            agent.must_change_password = True

    asyncio.run(run())
    click.echo(f"{username}: one-time password {fresh}")


@command.command()
@click.argument("username")
@click.argument("tag", metavar="LANGUAGE", type=click.Choice(LANGUAGES))
def language(username: str, tag: str) -> None:
    """Let USERNAME read summaries on the desk in LANGUAGE; agents can also set it there themselves."""

    async def run() -> None:
        async with house() as services, services.database.begin() as work:
            agent = await agents.by_username(work, username)
            if agent is None:
                raise NotFound(f"There is no agent {username}.", remedy="Add one: kept agents add NAME.")
            await agents.set_language(work, agent.id, tag)

    asyncio.run(run())
    click.echo(f"{username} reads summaries in {tag}.")
