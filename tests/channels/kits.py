"""Every adapter with its stand-in and its writer of genuine requests, so that one suite can run over all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import httpx

from channels.base import ChannelAdapter
from channels.letters.adapter import Letters
from channels.letters.genuine import LettersGenuine
from channels.letters.standin import LettersStandIn
from channels.settings import (
    LetterSettings,
    TelegramSettings,
    TwilioSettings,
    WebchatSettings,
    WeChatMode,
    WeChatSettings,
)
from channels.telegram.adapter import Telegram
from channels.telegram.genuine import TelegramGenuine
from channels.telegram.standin import TelegramStandIn
from channels.testing import Genuine, StandIn, served
from channels.twilio.adapter import TwilioMessages
from channels.twilio.genuine import TwilioGenuine
from channels.twilio.standin import TwilioStandIn
from channels.webchat.adapter import Webchat
from channels.webchat.genuine import WebchatGenuine
from channels.webchat.standin import WebchatStandIn
from channels.wechat.adapter import WeChat
from channels.wechat.genuine import WeChatGenuine
from channels.wechat.standin import WeChatStandIn
from channels.wechat.tokens import OneProcess
from core.clock import SetClock
from core.messages import Channel, OutboundMessage

NOW = datetime(2026, 5, 13, 16, 5, tzinfo=UTC)
PUBLIC_URL = "https://kept.example.com"
IMPATIENT = httpx.Timeout(connect=1.0, read=0.3, write=1.0, pool=1.0)

TWILIO = TwilioSettings(
    account_sid="AC" + "0" * 32,
    auth_token="12345678901234567890123456789012",
    sms_from="+15005550006",
    whatsapp_from="whatsapp:+14155238886",
)
TELEGRAM = TelegramSettings(bot_token="123456:AAExampleToken_abc-def", secret_token="A-Secret_Token-1")
WECHAT = WeChatSettings(
    app_id="wx0123456789abcdef",
    token="ExampleToken123",
    original_id="gh_0123456789ab",
    mode=WeChatMode.SAFE,
    aes_key="abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    app_secret="app-secret-for-tests",
)
LETTERS = LetterSettings(
    host="127.0.0.1",
    port=25,
    sender="letters@kept.example",
    name="Example Lender",
    bounces="bounces@kept.example",
    secret="between-the-mail-server-and-us",
    encrypted=False,
)
WEBCHAT = WebchatSettings(secret="between-the-route-and-the-adapter")


@dataclass
class Kit:
    """An adapter over its stand-in. `gone` are addresses that the provider will say are unreachable."""

    adapter: ChannelAdapter
    genuine: Genuine
    provider: StandIn
    borrower: str
    opted_out: str | None = None
    unknown: str | None = None
    # Whether the provider names the seconds to wait when it is busy.
    says_when: bool = True
    # Whether the provider gives a message an id of its own.
    gives_ids: bool = True
    # Whether the provider can be asked for a message whose answer was lost.
    can_find: bool = False
    clock: SetClock = field(default_factory=lambda: SetClock(NOW))

    def message(self, text: str = "See you on Friday.", recipient: str | None = None) -> OutboundMessage:
        return OutboundMessage(
            key="turn-1/0",
            channel=self.adapter.channel,
            sender="",
            recipient=recipient or self.borrower,
            text=text,
            language="en",
        )


@asynccontextmanager
async def twilio(name: str, channel: Channel) -> AsyncIterator[Kit]:
    clock = SetClock(NOW)
    provider = TwilioStandIn(TWILIO, clock)
    provider.opted_out.add("+13125550199")
    provider.landlines.add("+13125550198")
    async with served(provider.app) as api:
        adapter = TwilioMessages(
            name,
            channel,
            settings=replace(TWILIO, api=api),
            public_url=PUBLIC_URL,
            clock=clock,
            timeout=IMPATIENT,
        )
        genuine = TwilioGenuine(TWILIO, channel=channel, public_url=PUBLIC_URL)
        async with aclosing(adapter):
            yield Kit(
                adapter,
                genuine,
                provider,
                "+13125550142",
                "+13125550199",
                "+13125550198",
                can_find=True,
                clock=clock,
            )


def twilio_sms() -> AbstractAsyncContextManager[Kit]:
    return twilio("twilio_sms", Channel.SMS)


def twilio_whatsapp() -> AbstractAsyncContextManager[Kit]:
    return twilio("twilio_whatsapp", Channel.WHATSAPP)


@asynccontextmanager
async def telegram() -> AsyncIterator[Kit]:
    provider = TelegramStandIn(TELEGRAM)
    provider.blocked.add("900000199")
    provider.unknown.add("900000198")
    clock = SetClock(NOW)
    async with served(provider.app) as api:
        adapter = Telegram(replace(TELEGRAM, api=api), clock=clock, public_url=PUBLIC_URL, timeout=IMPATIENT)
        genuine = TelegramGenuine(TELEGRAM, public_url=PUBLIC_URL)
        async with aclosing(adapter):
            yield Kit(adapter, genuine, provider, "900000142", "900000199", "900000198", clock=clock)


@asynccontextmanager
async def wechat(mode: WeChatMode) -> AsyncIterator[Kit]:
    known = replace(WECHAT, mode=mode)
    provider = WeChatStandIn(known)
    provider.unsubscribed.add("oGone000000000000000000000199")
    provider.unknown.add("oNone000000000000000000000198")
    clock = SetClock(NOW)
    async with served(provider.app) as api:
        adapter = WeChat(replace(known, api=api), clock=clock, tokens=OneProcess(), timeout=IMPATIENT)
        genuine = WeChatGenuine(known, public_url=PUBLIC_URL)
        async with aclosing(adapter):
            yield Kit(
                adapter,
                genuine,
                provider,
                "oAbc000000000000000000000142",
                "oGone000000000000000000000199",
                "oNone000000000000000000000198",
                says_when=False,
                gives_ids=False,
                clock=clock,
            )


def wechat_safe() -> AbstractAsyncContextManager[Kit]:
    return wechat(WeChatMode.SAFE)


def wechat_compatible() -> AbstractAsyncContextManager[Kit]:
    return wechat(WeChatMode.COMPATIBLE)


def wechat_plain() -> AbstractAsyncContextManager[Kit]:
    return wechat(WeChatMode.PLAIN)


@asynccontextmanager
async def letters() -> AsyncIterator[Kit]:
    provider = LettersStandIn()
    provider.unknown.add("nobody@mail.example")
    clock = SetClock(NOW)
    async with provider.served() as port:
        adapter = Letters(replace(LETTERS, port=port), clock=clock, public_url=PUBLIC_URL, timeout=1.5)
        genuine = LettersGenuine(LETTERS, public_url=PUBLIC_URL)
        yield Kit(
            adapter,
            genuine,
            provider,
            "grace@mail.example",
            None,
            "nobody@mail.example",
            says_when=False,
            clock=clock,
        )


@asynccontextmanager
async def webchat() -> AsyncIterator[Kit]:
    provider = WebchatStandIn()
    clock = SetClock(NOW)
    adapter = Webchat(WEBCHAT, clock=clock, publish=provider.publish)
    yield Kit(adapter, WebchatGenuine(WEBCHAT, public_url=PUBLIC_URL), provider, "s-4f1c", clock=clock)


ALL: dict[str, Callable[[], AbstractAsyncContextManager[Kit]]] = {
    "letters": letters,
    "telegram": telegram,
    "twilio_sms": twilio_sms,
    "twilio_whatsapp": twilio_whatsapp,
    "webchat": webchat,
    "wechat_compatible": wechat_compatible,
    "wechat_plain": wechat_plain,
    "wechat_safe": wechat_safe,
}
OVER_HTTP = sorted(ALL.keys() - {"webchat"})
