"""The registry is the list of channels: readable, whole, and nothing else."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

import channels
from channels.registry import PROVIDERS, Wiring, receivers, senders
from channels.settings import ChannelSettings
from channels.webchat.standin import WebchatStandIn
from channels.wechat.tokens import OneProcess
from core.clock import SetClock
from core.messages import Channel
from tests.channels.kits import ALL, LETTERS, NOW, OVER_HTTP, PUBLIC_URL, TELEGRAM, TWILIO, WEBCHAT, WECHAT

EVERYTHING = ChannelSettings(
    PUBLIC_URL, twilio=TWILIO, telegram=TELEGRAM, wechat=WECHAT, webchat=WEBCHAT, letters=LETTERS
)


def test_the_registry_equals_the_folders() -> None:
    room = Path(channels.__file__).parent
    folders = {path.parent.name for path in room.glob("*/__init__.py")}

    assert {provider.folder for provider in PROVIDERS} == folders


def test_routes_and_names_are_unique() -> None:
    assert len({provider.path for provider in PROVIDERS}) == len(PROVIDERS)
    assert len({provider.name for provider in PROVIDERS}) == len(PROVIDERS)


async def test_every_provider_that_is_set_up_is_served_under_its_name() -> None:
    built = receivers(
        EVERYTHING, Wiring(SetClock(NOW), publish=WebchatStandIn().publish, tokens=OneProcess())
    )

    assert {name: receiver.name for name, receiver in built.items()} == {p.name: p.name for p in PROVIDERS}
    assert {channel: sender.channel for channel, sender in senders(built).items()} == {
        channel: channel for channel in Channel
    }
    for adapter in senders(built).values():
        await adapter.aclose()


def test_a_provider_without_settings_is_not_served() -> None:
    assert receivers(ChannelSettings(PUBLIC_URL), Wiring(SetClock(NOW))) == {}


def test_libraries_that_write_tokens_into_logs_are_silenced() -> None:
    receivers(ChannelSettings(PUBLIC_URL), Wiring(SetClock(NOW)))

    assert logging.getLogger("httpx").getEffectiveLevel() >= logging.WARNING


@pytest.mark.parametrize("name", OVER_HTTP)
async def test_no_log_tells_a_secret_a_person_or_a_word(name: str, caplog: pytest.LogCaptureFixture) -> None:
    receivers(ChannelSettings(PUBLIC_URL), Wiring(SetClock(NOW)))
    async with ALL[name]() as kit:
        with caplog.at_level(logging.DEBUG):
            await kit.adapter.send(kit.message("I owe 842.50"))
            kit.adapter.receive(kit.genuine.text("ok 842.50", sender=kit.borrower, at=NOW, number=1))

    ours = [
        record
        for record in caplog.records
        if not record.name.startswith(("uvicorn", "asyncio", "python_multipart"))
    ]
    written = "\n".join(record.getMessage() for record in ours)
    for told in (
        "842.50",
        kit.borrower,
        TWILIO.auth_token,
        TELEGRAM.bot_token,
        "stand-in-token",
        WECHAT.token,
    ):
        assert told not in written
