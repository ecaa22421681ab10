"""What a look at the providers finds, and what it says to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest

from channels.health import Finding, Known, clock, template
from channels.letters.adapter import Letters
from channels.letters.standin import LettersStandIn
from channels.settings import WeChatMode
from channels.telegram.adapter import Telegram
from channels.telegram.standin import TelegramStandIn
from channels.testing import Fault
from channels.twilio.adapter import TwilioMessages
from channels.twilio.standin import TwilioStandIn
from channels.wechat.adapter import WeChat
from channels.wechat.standin import WeChatStandIn
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
        kit.clock.set(datetime.now(UTC))
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
        kit.clock.set(datetime.now(UTC))

        assert wrong(await kit.adapter.examine()) == []


async def test_a_bot_that_telegram_tells_too_little_is_found() -> None:
    async with kits.telegram() as kit:
        assert isinstance(kit.adapter, Telegram)
        assert isinstance(kit.provider, TelegramStandIn)
        kit.clock.set(datetime.now(UTC))
        await kit.adapter.connect()
        kit.provider.updates.remove("my_chat_member")

        [remedy] = wrong(await kit.adapter.examine())

    assert "my_chat_member" in remedy


@pytest.mark.parametrize(
    ("services", "remedies"),
    [
        ({}, ["Check KEPT_TWILIO_..._FROM."]),
        ({"MG" + "1" * 32: None}, []),
        ({"MG" + "1" * 32: "https://kept.example.com/twilio/sms"}, []),
        (
            {"MG" + "1" * 32: "https://elsewhere.example"},
            ["Set https://kept.example.com/twilio/sms as the request address of the Messaging Service."],
        ),
    ],
)
async def test_a_messaging_service_is_asked_where_it_sends_messages(
    services: dict[str, str | None], remedies: list[str]
) -> None:
    async with kits.twilio_sms() as kit:
        assert isinstance(kit.adapter, TwilioMessages)
        assert isinstance(kit.provider, TwilioStandIn)
        kit.clock.set(datetime.now(UTC))
        kit.adapter._sender = "MG" + "1" * 32
        kit.provider.services = services

        assert wrong(await kit.adapter.examine()) == remedies


async def test_twilio_tells_of_a_template_what_whatsapp_said() -> None:
    async with kits.twilio_whatsapp() as kit:
        assert isinstance(kit.adapter, TwilioMessages)
        assert isinstance(kit.provider, TwilioStandIn)
        kit.provider.templates = {"HX" + "a" * 32: "Hello {{1}}.", "HX" + "b" * 32: "Hello."}
        kit.provider.unapproved = {"HX" + "b" * 32: "pending"}

        told = [await kit.adapter.template("HX" + letter * 32) for letter in "abc"]

    assert told == [Known(True, "Hello {{1}}.", "approved"), Known(False, "Hello.", "pending"), None]


async def test_wechat_tells_of_the_templates_in_its_list() -> None:
    async with kits.wechat(WeChatMode.SAFE) as kit:
        assert isinstance(kit.adapter, WeChat)
        assert isinstance(kit.provider, WeChatStandIn)
        kit.provider.templates = {"T-1": "{{thing1.DATA}}"}

        assert await kit.adapter.template("T-1") == Known(True, "{{thing1.DATA}}")
        assert await kit.adapter.template("T-2") is None


@pytest.mark.parametrize(
    ("known", "in_order"),
    [
        (Known(True, "Hello {{1}}."), True),
        (Known(True, "Hello\n{{1}}. "), True),
        (Known(True, None), True),
        (Known(True, "Hi {{1}}."), False),
        (Known(False, "Hello {{1}}.", "rejected"), False),
        (None, False),
    ],
)
def test_a_template_is_in_order_where_the_platform_approved_the_same_words(
    known: Known | None, in_order: bool
) -> None:
    assert template("opening.hello", known, "Hello {{1}}.").in_order is in_order


async def test_a_mail_server_is_asked_whether_it_takes_letters_of_ours() -> None:
    async with kits.letters() as kit:
        assert isinstance(kit.adapter, Letters)
        assert isinstance(kit.provider, LettersStandIn)
        good = wrong(await kit.adapter.examine())
        kit.provider.barred.add(kits.LETTERS.bounces)
        barred = wrong(await kit.adapter.examine())

    assert (good, barred) == ([], ["Check KEPT_MAIL_FROM and KEPT_MAIL_BOUNCES."])
    assert kit.provider.taken == []


@pytest.mark.parametrize("more", [{"port": 9}, {"encrypted": True}])
async def test_a_mail_server_that_cannot_be_reached_safely_is_a_finding(more: dict[str, int]) -> None:
    async with kits.letters() as kit:
        assert isinstance(kit.adapter, Letters)
        kit.adapter._settings = replace(kit.adapter._settings, **more)  # type: ignore[arg-type]  # fields of it

        assert wrong(await kit.adapter.examine()) == ["Check KEPT_SMTP_URL and the way out to it."]


async def test_a_provider_that_cannot_be_reached_is_a_finding_not_an_error() -> None:
    async with kits.twilio_sms() as kit:
        assert isinstance(kit.adapter, TwilioMessages)
        kit.adapter._settings = replace(kit.adapter._settings, api="http://127.0.0.1:9")
        kit.provider.will(Fault.SILENT)

        assert wrong(await kit.adapter.examine()) == ["Check the way out to it."]
