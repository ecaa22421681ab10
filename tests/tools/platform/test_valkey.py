"""The embedded Valkey, with a real server."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
import redis.asyncio
import redis.exceptions

from tools.platform.valkey import Valkey


async def test_it_keeps_what_it_was_told_over_a_restart(tmp_path: Path) -> None:
    async with Valkey(tmp_path) as valkey:
        async with redis.asyncio.Redis.from_url(valkey.url()) as client:
            await client.set("lane", "held")

    async with Valkey(tmp_path) as valkey:
        async with redis.asyncio.Redis.from_url(valkey.url()) as client:
            assert await client.get("lane") == b"held"


async def test_it_refuses_whoever_has_no_password() -> None:
    async with Valkey(throwaway=True) as valkey:
        async with redis.asyncio.Redis(host="127.0.0.1", port=valkey.port) as client:
            with pytest.raises(redis.exceptions.AuthenticationError):
                await client.get("lane")


async def test_it_comes_back_after_a_kill_on_the_same_port() -> None:
    async with Valkey(throwaway=True) as valkey:
        port = valkey.port
        async with redis.asyncio.Redis.from_url(valkey.url()) as client:
            told = await client.info("server")
        os.kill(int(told["process_id"]), signal.SIGKILL)
        assert await valkey.exited() != 0
        assert not await valkey.healthy()
        await valkey.start()
        assert await valkey.healthy()
        assert valkey.port == port


async def test_its_password_is_for_the_owner_only(tmp_path: Path) -> None:
    async with Valkey(tmp_path) as valkey:
        password = valkey.url().split(":")[2].split("@")[0]
    for name in ("password.json", "valkey.conf"):
        assert (tmp_path / name).stat().st_mode & 0o077 == 0
    assert password not in (tmp_path / "valkey.log").read_text()


async def test_the_assistant_reaches_its_own_locks_and_nothing_else() -> None:
    async with Valkey(throwaway=True) as valkey:
        async with redis.asyncio.Redis.from_url(valkey.rasa_url()) as assistant:
            await assistant.set("keptrasa:lock:one", "held", ex=60)
            assert await assistant.get("keptrasa:lock:one") == b"held"
            with pytest.raises(redis.exceptions.NoPermissionError):
                await assistant.get("rates")
            with pytest.raises(redis.exceptions.NoPermissionError):
                await assistant.publish("kept:desk", "forged")
            with pytest.raises(redis.exceptions.NoPermissionError):
                await assistant.config_get("requirepass")
