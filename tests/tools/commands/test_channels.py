"""`kept channels doctor` against the stand-ins and the running service."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from campaigns.policies import FOLDER
from channels.telegram.standin import TelegramStandIn
from channels.testing import served
from channels.twilio.standin import TwilioStandIn
from channels.wechat.standin import WeChatStandIn
from core.clock import SystemClock
from core.messages import Channel
from tests.support.world import World
from tools.commands.channels import Looked, command, look

GOOD = (FOLDER / "riverbank.yaml").read_text(encoding="utf-8")
SID = "HX" + "a" * 32
TEXT = "Hello, this is the automated assistant of Riverbank with a message for {{1}}. Reply STOP to opt out."
TEMPLATES = f"""
templates:
  whatsapp:
    opening.hello:
      en: {{id: {SID}, text: "{TEXT}", fill: {{"1": name}}, carries: [opt_out_line]}}
"""


@pytest.fixture
async def environment(world: World, tmp_path: Path) -> AsyncIterator[dict[str, str]]:
    """The settings of a service that runs, with all its providers set up right."""
    (tmp_path / "riverbank.yaml").write_text(GOOD + TEMPLATES, encoding="utf-8")
    stand_ins = world.stage.providers.stand_ins
    twilio, telegram, wechat = (stand_ins[one] for one in (Channel.SMS, Channel.TELEGRAM, Channel.WECHAT))
    assert isinstance(twilio, TwilioStandIn)
    assert isinstance(telegram, TelegramStandIn)
    assert isinstance(wechat, WeChatStandIn)
    async with served(world.stage.app) as url:
        twilio.sms_url, twilio.templates = f"{url}/twilio/sms", {SID: TEXT}
        telegram.url, telegram.updates = f"{url}/telegram", []
        yield {
            **world.stage.providers.environment,
            "KEPT_PUBLIC_URL": url,
            "KEPT_POLICY_FOLDER": str(tmp_path),
        }
    twilio.templates, twilio.unapproved = {}, {}


def to_do(looked: list[Looked]) -> dict[str, list[str]]:
    """What is not in order, by who said so; the address of a test is of this machine only, which is told too."""
    found = {one.name: [finding.what for finding in one.findings if not finding.in_order] for one in looked}
    assert found.pop("public address")[0].startswith("The public address is not encrypted")
    return {name: said for name, said in found.items() if said}


async def test_everything_set_up_right_leaves_nothing_to_do(environment: dict[str, str]) -> None:
    looked = await look(environment, SystemClock())

    assert to_do(looked) == {}
    assert [one.name for one in looked] == [
        "public address",
        "telegram",
        "twilio_sms",
        "twilio_whatsapp",
        "wechat",
        "templates of riverbank",
        "letters",
    ]
    passed = [finding.what for finding in looked[0].findings if "passed on" in finding.what]
    assert len(passed) == 5


async def test_each_thing_that_is_wrong_is_told_with_what_to_do(
    world: World, environment: dict[str, str]
) -> None:
    twilio = world.stage.providers.stand_ins[Channel.SMS]
    assert isinstance(twilio, TwilioStandIn)
    twilio.sms_url, twilio.unapproved = "https://elsewhere.example", {SID: "rejected"}
    wrong = environment | {"KEPT_WECHAT_APP_SECRET": "another", "KEPT_TELEGRAM_BOT_TOKEN": "1:another"}

    said = to_do(await look(wrong, SystemClock()))

    assert said == {
        "telegram": ["Telegram does not know the bot."],
        "twilio_sms": ["The provider calls another address, or none."],
        "wechat": ["WeChat gives no access token (40125)."],
        "templates of riverbank": [
            "The template of opening.hello (whatsapp, en) is not approved (rejected).",
        ],
    }


async def test_templates_of_a_channel_that_is_not_set_up_are_told(environment: dict[str, str]) -> None:
    without = {name: value for name, value in environment.items() if not name.startswith("KEPT_TWILIO_")}

    said = to_do(await look(without, SystemClock()))

    assert said == {"templates of riverbank": ["There are templates of whatsapp, which is not set up."]}


async def test_the_command_prints_an_object_a_provider_and_fails_where_there_is_work(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    told = await asyncio.to_thread(CliRunner().invoke, command, ["doctor", "--json"])
    shown = await asyncio.to_thread(CliRunner().invoke, command, ["doctor"])

    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert told.exit_code == 1
    assert [line["name"] for line in lines if not line["in_order"]] == ["public address"]
    assert lines[0]["findings"][0]["remedy"].startswith("Set KEPT_PUBLIC_URL")
    assert "TODO  The public address is not encrypted" in shown.stdout
    assert "ok    Twilio knows the account." in shown.stdout
    secret = environment["KEPT_TWILIO_AUTH_TOKEN"]
    assert secret not in told.output + shown.output
