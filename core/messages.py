"""What comes in and what goes out, free of any provider's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from core.money import Money

# So many characters of a turn are understood (no channel but e-mail takes more); what comes behind is kept, and people see it.
LONGEST_READ = 4000


class Channel(StrEnum):
    """A way to reach a person. The names are those of `kept decide`."""

    SMS = "sms"
    WHATSAPP = "whatsapp"
    TELEGRAM = "telegram"
    WECHAT = "wechat"
    WEBCHAT = "webchat"
    EMAIL = "email"


class Kind(StrEnum):
    """What an inbound message consists of."""

    TEXT = "text"
    IMAGE = "image"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    BUTTON = "button"
    # The text of an earlier message, corrected by its writer; `edits` names that message by its `handle`.
    EDIT = "edit"
    # The provider tells that the person joined (subscribe, /start) or left (unsubscribe, blocked).
    JOINED = "joined"
    LEFT = "left"


class DeliveryState(StrEnum):
    """Where an outbound message is, as its provider tells. Only ever moves forward."""

    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    UNDELIVERED = "undelivered"
    FAILED = "failed"


@dataclass(frozen=True)
class Media:
    """A file that came with a message: fetched later, and only from the provider's own hosts.

    `body`: its bytes, where they came in the message itself (a mail) and nothing has to be fetched.
    """

    url: str
    content_type: str | None = None
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class InboundMessage:
    """One message from a person, stored once per (channel, provider_id).

    `sender` and `recipient` are canonical addresses: E.164 for sms and whatsapp, the chat id for telegram,
    the OpenID for wechat, the session id for webchat. `sent_at` is the provider's claim, `received_at` ours.
    """

    channel: Channel
    provider_id: str
    sender: str
    recipient: str
    text: str
    received_at: datetime
    kind: Kind = Kind.TEXT
    sent_at: datetime | None = None
    media: tuple[Media, ...] = ()
    edits: str | None = None
    # A token that came with the message and binds this address to a borrower (Telegram /start TOKEN,
    # a WeChat scene, a web chat session): proves nothing until redeemed.
    binding: str | None = None
    language_hint: str | None = None
    # What the provider's later events (an edit) call this message, where that is not `provider_id`.
    handle: str | None = None
    # "stop", "start" or "help" where the provider itself understood the word, acted on it and has answered
    # it: to be honoured, never to be answered a second time.
    answered_keyword: str | None = None
    # Whether the provider vouches for `sender`. Anybody can write any address into a mail: where nothing but that
    # names the writer, the message says nothing about anybody we know.
    proven: bool = True


@dataclass(frozen=True)
class DeliveryUpdate:
    """What a provider says became of a message we sent."""

    channel: Channel
    provider_id: str
    state: DeliveryState
    received_at: datetime
    error: str | None = None
    # Our own key, where the provider hands it back: reconciles a send whose answer was lost.
    our_key: str | None = None
    # This address cannot be reached any more (no such number, a landline), or by the person's own wish.
    unreachable: bool = False
    opted_out: bool = False
    # It waited at the provider until its time was over and was not handed on.
    expired: bool = False
    # The platform's session window was shut for it, whatever our books say: it was not handed on.
    window_shut: bool = False


@dataclass(frozen=True)
class Ignored:
    """A genuine request that asks nothing of us; `why` is for people who look into it."""

    why: str


type Inbound = InboundMessage | DeliveryUpdate | Ignored


@dataclass(frozen=True)
class Choice:
    """A button or quick reply: what is shown, and what the person is taken to have said."""

    label: str
    says: str


@dataclass(frozen=True)
class Blank:
    """What fills a blank of a template: as the reader's language writes it and, for platforms with forms of their
    own, the amount or day itself."""

    shown: str
    amount: Money | None = None
    on: date | None = None


@dataclass(frozen=True)
class Enclosure:
    """A file that goes with a message, on channels that carry files of ours."""

    name: str
    content_type: str
    body: bytes = field(repr=False)


@dataclass(frozen=True)
class OutboundMessage:
    """One message ready to leave. `key` is ours and unique: the same key is the same message."""

    key: str
    channel: Channel
    sender: str
    recipient: str
    text: str
    language: str
    choices: tuple[Choice, ...] = ()
    # Past this instant the provider must not deliver it any more.
    valid_until: datetime | None = None
    # A template approved by the platform, for sending outside its session window.
    template: str | None = None
    blanks: Mapping[str, Blank] = field(default_factory=dict)
    # It goes only to those who subscribed to this very notice.
    by_subscription: bool = False
    # A letter as PDF. Only mail carries it.
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True)
class Receipt:
    """The provider has taken the message, under this id."""

    provider_id: str
    state: DeliveryState = DeliveryState.SENT
    segments: int = 1
