"""Every provider that is served: its name, its folder, its route, and how its adapter is built."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from channels.base import ChannelAdapter, Collecting, Inviting, Reconciling, ShowsWriting, WebhookReceiver
from channels.health import Examined, Templated
from channels.letters.adapter import Cancellations, Letters
from channels.media import MediaSource
from channels.settings import ChannelSettings
from channels.telegram.adapter import Telegram
from channels.twilio.adapter import TwilioDeliveries, TwilioMessages
from channels.webchat.adapter import Publish, Webchat
from channels.wechat.adapter import WeChat
from channels.wechat.tokens import OneProcess, TokenStore
from core.clock import Clock
from core.messages import Channel

# They write whole addresses at INFO, and providers want tokens and keys in addresses.
_TALKATIVE = ("httpx", "httpcore", "telegram")


@dataclass(frozen=True)
class Wiring:
    """What adapters are given by the gateway: the clock, the way into a web chat's stream, WeChat's token."""

    clock: Clock
    publish: Publish | None = None
    tokens: TokenStore = field(default_factory=OneProcess)


@dataclass(frozen=True)
class Provider:
    """One provider. `build` gives None where the settings or the wiring lack what it needs."""

    name: str
    folder: str
    path: str
    build: Callable[[ChannelSettings, Wiring], WebhookReceiver | None]


def _twilio(name: str, channel: Channel, settings: ChannelSettings, wiring: Wiring) -> TwilioMessages | None:
    if settings.twilio is None:
        return None
    return TwilioMessages(
        name, channel, settings=settings.twilio, public_url=settings.public_url, clock=wiring.clock
    )


def _twilio_sms(settings: ChannelSettings, wiring: Wiring) -> TwilioMessages | None:
    return _twilio("twilio_sms", Channel.SMS, settings, wiring)


def _twilio_whatsapp(settings: ChannelSettings, wiring: Wiring) -> TwilioMessages | None:
    return _twilio("twilio_whatsapp", Channel.WHATSAPP, settings, wiring)


def _twilio_status(settings: ChannelSettings, wiring: Wiring) -> TwilioDeliveries | None:
    del wiring
    return TwilioDeliveries(settings.twilio) if settings.twilio else None


def _telegram(settings: ChannelSettings, wiring: Wiring) -> Telegram | None:
    return (
        Telegram(settings.telegram, clock=wiring.clock, public_url=settings.public_url)
        if settings.telegram
        else None
    )


def _webchat(settings: ChannelSettings, wiring: Wiring) -> Webchat | None:
    if settings.webchat is None or wiring.publish is None:
        return None
    return Webchat(settings.webchat, clock=wiring.clock, publish=wiring.publish)


def _wechat(settings: ChannelSettings, wiring: Wiring) -> WeChat | None:
    if settings.wechat is None:
        return None
    return WeChat(settings.wechat, clock=wiring.clock, tokens=wiring.tokens)


def _letters(settings: ChannelSettings, wiring: Wiring) -> Letters | None:
    if settings.letters is None:
        return None
    return Letters(settings.letters, clock=wiring.clock, public_url=settings.public_url)


def _letters_cancel(settings: ChannelSettings, wiring: Wiring) -> Cancellations | None:
    del wiring
    return Cancellations(settings.letters) if settings.letters else None


PROVIDERS: tuple[Provider, ...] = (
    Provider("letters", "letters", "/letters", _letters),
    Provider("letters_cancel", "letters", "/letters/cancel", _letters_cancel),
    Provider("telegram", "telegram", "/telegram", _telegram),
    Provider("twilio_sms", "twilio", "/twilio/sms", _twilio_sms),
    Provider("twilio_status", "twilio", "/twilio/status", _twilio_status),
    Provider("twilio_whatsapp", "twilio", "/twilio/whatsapp", _twilio_whatsapp),
    Provider("webchat", "webchat", "/chat/messages", _webchat),
    Provider("wechat", "wechat", "/wechat", _wechat),
)


def receivers(settings: ChannelSettings, wiring: Wiring) -> dict[str, WebhookReceiver]:
    """The receivers of every provider that is set up, by name. Those that send are `ChannelAdapter`s too."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    built = {provider.name: provider.build(settings, wiring) for provider in PROVIDERS}
    return {name: receiver for name, receiver in built.items() if receiver is not None}


def examined(built: Mapping[str, WebhookReceiver]) -> dict[str, Examined]:
    """Of what `receivers` built, the adapters that can say how things stand with their provider, by name."""
    kinds = (Letters, Telegram, TwilioMessages, WeChat)
    return {name: receiver for name, receiver in built.items() if isinstance(receiver, kinds)}


def with_buttons(built: Mapping[str, WebhookReceiver]) -> frozenset[Channel]:
    """Of what `receivers` built, the channels on which an answer can be given by a button."""
    kinds = (Telegram, WeChat, Webchat)
    return frozenset(receiver.channel for receiver in built.values() if isinstance(receiver, kinds))


def showing_writing(built: Mapping[str, WebhookReceiver]) -> dict[Channel, ShowsWriting]:
    """Of what `receivers` built, the adapters that show when an answer is being written, by channel."""
    return {receiver.channel: receiver for receiver in built.values() if isinstance(receiver, Webchat)}


def templated(built: Mapping[str, WebhookReceiver]) -> dict[Channel, Templated]:
    """Of what `receivers` built, the adapters that can be asked for templates, by channel."""
    kinds = (TwilioMessages, WeChat)
    return {receiver.channel: receiver for receiver in built.values() if isinstance(receiver, kinds)}


def inviting(built: Mapping[str, WebhookReceiver]) -> dict[Channel, Inviting]:
    """Of what `receivers` built, the adapters that make links with a token of ours, by channel."""
    kinds = (Telegram, WeChat)
    return {receiver.channel: receiver for receiver in built.values() if isinstance(receiver, kinds)}


def reconciling(built: Mapping[str, WebhookReceiver]) -> dict[Channel, Reconciling]:
    """Of what `receivers` built, the adapters that can look for a message whose answer was lost, by channel."""
    return {receiver.channel: receiver for receiver in built.values() if isinstance(receiver, TwilioMessages)}


def collecting(built: Mapping[str, WebhookReceiver]) -> dict[str, Collecting]:
    """Of what `receivers` built, the adapters that look into a mailbox, by name."""
    return {
        name: receiver
        for name, receiver in built.items()
        if isinstance(receiver, Letters) and receiver.has_mailbox
    }


def sources(built: Mapping[str, WebhookReceiver]) -> dict[Channel, MediaSource]:
    """Of what `receivers` built, the adapters whose messages bring files, by channel."""
    kinds = (Telegram, TwilioMessages, WeChat)
    return {receiver.channel: receiver for receiver in built.values() if isinstance(receiver, kinds)}


def senders(built: Mapping[str, WebhookReceiver]) -> dict[Channel, ChannelAdapter]:
    """Of what `receivers` built, the adapters that can send, by channel."""
    kinds = (Letters, Telegram, TwilioMessages, WeChat, Webchat)
    adapters = [receiver for receiver in built.values() if isinstance(receiver, kinds)]
    return {adapter.channel: adapter for adapter in adapters if adapter.can_send}
