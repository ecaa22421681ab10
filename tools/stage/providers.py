"""Providers' stand-ins for a stage, and genuine requests as those providers write them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from channels.settings import (
    TelegramSettings,
    TwilioSettings,
    WeChatMode,
    WeChatSettings,
)
from channels.telegram.genuine import TelegramGenuine
from channels.telegram.standin import TelegramStandIn
from channels.testing import Genuine, StandIn, served
from channels.twilio.genuine import TwilioGenuine
from channels.twilio.standin import TwilioStandIn
from channels.wechat.genuine import WeChatGenuine
from channels.wechat.standin import WeChatStandIn
from core.messages import Channel

ACCOUNTS = ("KEPT_TWILIO_", "KEPT_TELEGRAM_", "KEPT_WECHAT_")
PUBLIC_URL = "https://kept.test"
ACCOUNT = "AC" + "5" * 32
TWILIO_TOKEN = "4" * 32
SMS_FROM = "+15005550006"
WHATSAPP_FROM = "whatsapp:+15005550009"
TELEGRAM_TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"  # noqa: S105 - the provider's documented example
TELEGRAM_SECRET = "stage-secret"  # noqa: S105 - of the stand-in
WECHAT_AES = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"


@dataclass(frozen=True)
class Providers:
    """What a stage's service is told of its providers, and both their ends."""

    environment: Mapping[str, str]
    stand_ins: Mapping[Channel, StandIn]
    genuine: Mapping[Channel, Genuine]

    def with_accounts(self, given: Mapping[str, str]) -> dict[str, str]:
        """The environment for `given` accounts, each provider at its stand-in's address; a provider that is not given is not set up."""
        told = {
            name: value
            for name, value in given.items()
            if value
            and (name.startswith(ACCOUNTS) or name == "KEPT_PUBLIC_URL")
            and not name.endswith("_API")
        }
        return told | {name: value for name, value in self.environment.items() if name.endswith("_API")}


@asynccontextmanager
async def providers() -> AsyncIterator[Providers]:
    """Serve every stand-in on loopback for as long as the block lasts."""
    sms = TwilioStandIn(TwilioSettings(ACCOUNT, TWILIO_TOKEN))
    telegram = TelegramStandIn(TelegramSettings(TELEGRAM_TOKEN, TELEGRAM_SECRET))
    wechat_settings = WeChatSettings(
        "wx0123456789abcdef", "stagetoken", "gh_0123456789ab", WeChatMode.SAFE, WECHAT_AES, "stage-app-secret"
    )
    wechat = WeChatStandIn(wechat_settings)
    async with AsyncExitStack() as stack:
        twilio_url = await stack.enter_async_context(served(sms.app))
        telegram_url = await stack.enter_async_context(served(telegram.app))
        wechat_url = await stack.enter_async_context(served(wechat.app))
        environment = {
            "KEPT_TWILIO_ACCOUNT_SID": ACCOUNT,
            "KEPT_TWILIO_AUTH_TOKEN": TWILIO_TOKEN,
            "KEPT_TWILIO_SMS_FROM": SMS_FROM,
            "KEPT_TWILIO_WHATSAPP_FROM": WHATSAPP_FROM,
            "KEPT_TWILIO_API": twilio_url,
            "KEPT_TELEGRAM_BOT_TOKEN": TELEGRAM_TOKEN,
            "KEPT_TELEGRAM_SECRET_TOKEN": TELEGRAM_SECRET,
            "KEPT_TELEGRAM_API": telegram_url,
            "KEPT_WECHAT_APP_ID": wechat_settings.app_id,
            "KEPT_WECHAT_TOKEN": wechat_settings.token,
            "KEPT_WECHAT_ORIGINAL_ID": wechat_settings.original_id,
            "KEPT_WECHAT_AES_KEY": WECHAT_AES,
            "KEPT_WECHAT_APP_SECRET": "stage-app-secret",
            "KEPT_WECHAT_API": wechat_url,
        }
        yield Providers(
            environment,
            {Channel.SMS: sms, Channel.WHATSAPP: sms, Channel.TELEGRAM: telegram, Channel.WECHAT: wechat},
            _genuine(wechat_settings),
        )


def _genuine(wechat: WeChatSettings) -> dict[Channel, Genuine]:
    twilio = TwilioSettings(ACCOUNT, TWILIO_TOKEN, SMS_FROM, WHATSAPP_FROM)
    return {
        Channel.SMS: TwilioGenuine(twilio, channel=Channel.SMS, public_url=PUBLIC_URL),
        Channel.WHATSAPP: TwilioGenuine(twilio, channel=Channel.WHATSAPP, public_url=PUBLIC_URL),
        Channel.TELEGRAM: TelegramGenuine(
            TelegramSettings(TELEGRAM_TOKEN, TELEGRAM_SECRET), public_url=PUBLIC_URL
        ),
        Channel.WECHAT: WeChatGenuine(wechat, public_url=PUBLIC_URL),
    }
