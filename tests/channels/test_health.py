"""What a look at the providers finds, and what it says to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest

from channels.health import Finding, clock
from channels.settings import WeChatMode
from channels.telegram.adapter import Telegram
from channels.telegram.standin import TelegramStandIn
from channels.testing import Fault
from channels.twilio.adapter import TwilioMessages
from channels.twilio.standin import TwilioStandIn
from channels.wechat.adapter import WeChat
from tests.channels import kits
from tests.channels.kits import NOW, TELEGRAM


def wrong(findings: object) -> list[str]:
    assert isinstance(findings, list)
    return [finding.remedy for finding in findings if not finding.in_order]


async def test_a_twilio_number_that_calls_us_is_in_order() -> None:
    async with kits.twilio_sms() as kit:
        assert isinstance(kit.adapter, TwilioMessages)
        assert isinstance(kit.provider, TwilioStandIn)
        kit.provider.sms_url = "https://kept.example.com/twilio/sms"
        kit.clock.set(datetime.now(UTC))

        assert wrong(await kit.adapter.examine()) == []


async def test_a_twilio_number_that_calls_elsewhere_is_told_where_to_call() -> None:
    async with kits.twilio_sms() as kit:
        assert isinstance(kit.adapter, TwilioMessages)
        kit.clock.set(datetime.now(UTC))

        [remedy] = wrong(await kit.adapter.examine())

    assert remedy == "Set https://kept.example.com/twilio/sms as the messaging webhook of the number."


async def test_wrong_credentials_name_their_setting() -> None:
    async with kits.twilio_sms() as kit:
        assert isinstance(kit.adapter, TwilioMessages)
        kit.adapter._settings = replace(kit.adapter._settings, auth_token="another")

        assert wrong(await kit.adapter.examine()) == ["Check KEPT_TWILIO_AUTH_TOKEN."]


async def test_a_clock_that_is_off_is_found() -> None:
    answer = httpx.Response(200, headers={"date": "Wed, 13 May 2026 16:07:00 GMT"})

    assert clock(answer, NOW) == Finding(
        False, "Our clock is not the provider's.", "Synchronise this machine's clock."
    )
    assert clock(answer, NOW.replace(minute=6, second=1)).in_order
    assert clock(httpx.Response(200), NOW).in_order


async def test_a_bot_is_connected_with_its_secret_and_then_in_order() -> None:
    async with kits.telegram() as kit:
        assert isinstance(kit.adapter, Telegram)
        assert isinstance(kit.provider, TelegramStandIn)
        before = wrong(await kit.adapter.examine())
        await kit.adapter.connect()
        after = wrong(await kit.adapter.examine())

    assert before == ["Set https://kept.example.com/telegram by setWebhook."]
    assert after == []
    assert kit.provider.secret == TELEGRAM.secret_token


async def test_a_bot_that_telegram_does_not_know_names_its_setting() -> None:
    async with kits.telegram() as kit:
        api = getattr(kit.adapter, "_settings").api  # noqa: B009
        other = Telegram(
            replace(TELEGRAM, bot_token="1:other", api=api), clock=kit.clock, public_url=kits.PUBLIC_URL
        )
        assert wrong(await other.examine()) == ["Check KEPT_TELEGRAM_BOT_TOKEN."]
        await other.aclose()


@pytest.mark.parametrize(
    ("secret", "remedy"),
    [(None, "Set KEPT_WECHAT_APP_SECRET."), ("another", "Check KEPT_WECHAT_APP_SECRET.")],
)
async def test_a_wechat_account_without_its_secret_is_told(secret: str | None, remedy: str) -> None:
    async with kits.wechat(WeChatMode.SAFE) as kit:
        assert isinstance(kit.adapter, WeChat)
        kit.adapter._settings = replace(kit.adapter._settings, app_secret=secret)

        assert wrong(await kit.adapter.examine()) == [remedy]


async def test_a_wechat_account_that_gets_its_token_is_in_order() -> None:
    async with kits.wechat(WeChatMode.SAFE) as kit:
        assert isinstance(kit.adapter, WeChat)

        assert wrong(await kit.adapter.examine()) == []


async def test_a_provider_that_cannot_be_reached_is_a_finding_not_an_error() -> None:
    async with kits.twilio_sms() as kit:
        assert isinstance(kit.adapter, TwilioMessages)
        kit.adapter._settings = replace(kit.adapter._settings, api="http://127.0.0.1:9")
        kit.provider.will(Fault.SILENT)

        assert wrong(await kit.adapter.examine()) == ["Check the way out to it."]
