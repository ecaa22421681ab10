"""`kept invite`: a link for a borrower, for people and as JSON."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from core.clock import SystemClock
from core.errors import Invalid, NotFound
from gateway.chat_sessions import COOKIE
from storage.tokens import Invitation
from tests.support.world import World
from tools.commands.invite import command
from tools.stage.providers import PUBLIC_URL
from tools.stage.stage import SECRET


@pytest.fixture
def here(world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> World:
    """The command on the world's own records."""
    for name, value in {
        "KEPT_HOME": str(tmp_path),
        "KEPT_DATABASE_URL": world.stage.database_url,
        "KEPT_RASA_DATABASE_URL": world.stage.database_url,
        "KEPT_REDIS_URL": "redis://127.0.0.1:9/0",
        "KEPT_RASA_URL": "http://127.0.0.1:9",
        "KEPT_SECRET_KEY": SECRET,
        "KEPT_PUBLIC_URL": PUBLIC_URL,
    }.items():
        monkeypatch.setenv(name, value)
    return world


async def invite(*words: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, command, list(words))


async def test_the_link_opens_the_chat_of_that_borrower(here: World) -> None:
    grace = await here.borrower()

    told = await invite("B1")

    [link] = re.findall(r"^https://kept\.test(/go/[\w-]{63})$", told.stdout, re.MULTILINE)
    assert "webchat, once, until" in told.stderr
    here.stage.clock.set(SystemClock().now())  # the command goes by the real clock
    opened = await here.stage.http.post(link)
    here.stage.http.cookies.clear()
    assert (opened.status_code, COOKIE in opened.cookies) == (303, True)
    async with here.services.database.begin() as work:
        [made] = (await work.session.scalars(select(Invitation))).all()
    assert (made.borrower_id, made.made_by, made.opened_at) == (
        grace.borrower_id,
        "command line",
        here.stage.clock.now(),
    )


async def test_the_link_as_json(here: World) -> None:
    await here.borrower()

    told = json.loads((await invite("B1", "--json")).stdout)

    assert set(told) == {"borrower", "channel", "link", "runs_out_at"}
    assert (told["borrower"], told["channel"]) == ("B1", "webchat")


async def test_nobody_has_that_number(here: World) -> None:
    failed = await invite("B999")

    assert isinstance(failed.exception, NotFound)


async def test_a_channel_that_is_not_set_up_has_no_link(here: World) -> None:
    await here.borrower()

    failed = await invite("B1", "--channel", "telegram")

    assert isinstance(failed.exception, Invalid)
