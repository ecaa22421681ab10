"""One access token for all processes, sealed; and where the public address is read."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text

from channels.wechat.tokens import Token
from core.clock import SetClock
from gateway.services import build
from gateway.settings import Settings
from gateway.tokens import SharedTokens
from tests.support.world import World
from tools.stage.stage import SECRET, START


async def test_one_process_fetches_wechats_token_for_all(world: World) -> None:
    now = world.stage.clock.now()
    fetched: list[Token] = []

    async def fetch() -> Token:
        await asyncio.sleep(0.05)
        fetched.append(Token(f"token-{len(fetched)}", now + timedelta(hours=2)))
        return fetched[-1]

    stores = [SharedTokens(world.services.database, key=b"k" * 32) for _ in range(4)]
    tokens = await asyncio.gather(*(store.token(now=now, fetch=fetch) for store in stores))

    assert {token.value for token in tokens} == {"token-0"}
    refused = await stores[1].token(now=now, fetch=fetch, not_this="token-0")
    assert refused.value == "token-1"
    assert (await stores[2].token(now=now, fetch=fetch, not_this="token-0")).value == "token-1"
    late = now + timedelta(hours=1, minutes=56)
    assert (await stores[3].token(now=late, fetch=fetch)).value == "token-2"


async def test_a_token_lies_sealed_in_the_database(world: World) -> None:
    now = world.stage.clock.now()

    async def fetch() -> Token:
        return Token("the-secret-token", now + timedelta(hours=2))

    await SharedTokens(world.services.database, key=b"k" * 32).token(now=now, fetch=fetch)

    async with world.services.database.begin() as work:
        sealed = await work.session.scalar(text("select sealed from access_token"))
    assert b"the-secret-token" not in sealed


async def test_a_fetch_that_fails_leaves_the_way_free(world: World) -> None:
    now = world.stage.clock.now()
    store = SharedTokens(world.services.database, key=b"k" * 32)

    async def fails() -> Token:
        raise httpx.ConnectError("down")

    async def fetch() -> Token:
        return Token("better", now + timedelta(hours=2))

    with pytest.raises(httpx.ConnectError):
        await store.token(now=now, fetch=fails)
    assert (await store.token(now=now, fetch=fetch)).value == "better"


async def test_the_public_address_may_be_told_by_a_file(tmp_path: Path) -> None:
    file = tmp_path / "public_url"
    file.write_text("https://kept.example\n")
    settings = Settings.read(
        {
            "KEPT_DATABASE_URL": "postgresql://127.0.0.1:9/none",
            "KEPT_RASA_URL": "http://127.0.0.1:9",
            "KEPT_RASA_TOKEN": "token",
            "KEPT_SECRET_KEY": SECRET,
            "KEPT_PUBLIC_URL_FILE": str(file),
        }
    )

    services = build(settings, SetClock(START))

    assert services.settings.public_url == "https://kept.example"
    await services.aclose()
