"""Everything a route or a job needs, built once a process and handed on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actions.turn import Desk
from campaigns.policies import FOLDER, Policies
from channels.base import ChannelAdapter, Inviting, Reconciling, WebhookReceiver
from channels.registry import Wiring, inviting, receivers, reconciling, senders, with_buttons
from channels.settings import read_settings
from compliance.duties import Book, load_duties
from compliance.engine import Rulebook, load_packs
from core.clock import Clock, SystemClock
from core.messages import Channel, InboundMessage
from core.policy import Policy
from gateway import logs
from gateway.gathering import Gatherer, InOrder
from gateway.live import Live
from gateway.rasa import Rasa
from gateway.rates import Rates
from gateway.settings import Settings
from gateway.tokens import SharedTokens
from storage.database import Database


@dataclass
class Services:
    """The wired house."""

    settings: Settings
    clock: Clock
    database: Database
    live: Live
    rasa: Rasa
    rates: Rates
    rules: Rulebook
    # What events oblige us to: tables beside the packs.
    duties: Book
    receivers: Mapping[str, WebhookReceiver]
    senders: Mapping[Channel, ChannelAdapter]
    policy_for: Callable[[str], Policy]
    # The tables behind `policy_for`: their versions, and what is wrong with their files.
    policies: Policies
    # Messages that come at the same time are stored together, those of one sender one after the other.
    gatherer: Gatherer[InboundMessage, Any] = field(init=False, default_factory=Gatherer)
    in_order: InOrder = field(init=False, default_factory=InOrder)

    @property
    def reconcilers(self) -> Mapping[Channel, Reconciling]:
        """The adapters that can look for a message whose answer was lost, by channel."""
        return reconciling(self.receivers)

    @property
    def desk(self) -> Desk:
        """What a turn needs."""
        return Desk(
            policy_for=self.policy_for,
            duties=self.duties.of,
            identity_key=self.key_for("identity"),
            proof_key=self.key_for("contact-proof"),
            senders=frozenset(str(channel) for channel in self.senders),
            doors=frozenset({str(Channel.WEBCHAT), *(str(channel) for channel in self.inviters)}),
        )

    @property
    def inviters(self) -> Mapping[Channel, Inviting]:
        """The adapters that make links with a token of ours, by channel."""
        return inviting(self.receivers)

    @property
    def buttons(self) -> frozenset[Channel]:
        """The channels on which an answer can be given by a button."""
        return with_buttons(self.receivers)

    def key_for(self, purpose: str) -> bytes:
        """A key of its own for each use of the one secret."""
        return key_for(self.settings.secret_key, purpose)

    async def aclose(self) -> None:
        """Let go of everything."""
        for adapter in self.senders.values():
            await adapter.aclose()
        await self.rasa.aclose()
        await self.rates.aclose()
        await self.live.aclose()
        await self.database.aclose()


def key_for(secret: str, purpose: str) -> bytes:
    """Derive the key for one purpose from the service's secret."""
    return hashlib.blake2b(purpose.encode(), key=secret.encode()[:64], digest_size=32).digest()


def _environment(settings: Settings) -> dict[str, str]:
    """What the channels are told: what we were, with what we settled ourselves in place of what led to it."""
    settled = {
        "KEPT_WEBCHAT_SECRET": key_for(settings.secret_key, "webchat").hex(),
        "KEPT_PUBLIC_URL": settings.public_url,
    }
    given = {
        name: value
        for name, value in settings.environment.items()
        if name.removesuffix("_FILE") not in settled
    }
    return given | settled


def build(settings: Settings | None = None, clock: Clock | None = None) -> Services:
    """Wire the house for `settings`; raises `Unsafe` where something needed is missing."""
    logs.set_up()
    settings = settings or Settings.read()
    clock = clock or SystemClock()
    live = Live(settings.redis_url)

    async def show_in_chat(session: str, message: Mapping[str, object]) -> None:
        await live.publish(f"chat:{session}", message)

    database = Database(settings.database_url, clock)
    shared = SharedTokens(database, key=key_for(settings.secret_key, "provider-tokens"))
    wiring = Wiring(clock=clock, publish=show_in_chat, tokens=shared)
    policies = Policies(Path(settings.environment.get("KEPT_POLICY_FOLDER") or FOLDER))
    policies.problems()  # read, and what is wrong said, before the first turn
    built = receivers(read_settings(_environment(settings)), wiring)
    return Services(
        settings=settings,
        clock=clock,
        database=database,
        live=live,
        rasa=Rasa(settings.rasa_url, settings.rasa_token),
        rates=Rates(settings.redis_url, database),
        rules=load_packs(),
        duties=load_duties(),
        receivers=built,
        senders=senders(built),
        policy_for=policies,
        policies=policies,
    )
