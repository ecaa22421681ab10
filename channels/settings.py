"""What the channels need to know, from KEPT_* variables or the files that KEPT_*_FILE name."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from core.errors import KeptError

# An address as we write to it: plain, without comments, quotes or other writing systems.
MAIL_ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}"

# A name before the @ has at most 64 characters, and a note of ours takes 21 of them.
_LONGEST_TAGGED = 43

_PLACEHOLDERS = frozenset(
    {"changeme", "change-me", "change_me", "replaceme", "replace-me", "todo", "none", "null"}
)


class Unsafe(KeptError):
    """The service must not start like this."""

    status = 500


class WeChatMode(StrEnum):
    """How WeChat delivers: in clear, encrypted, or both side by side."""

    PLAIN = "plain"
    SAFE = "safe"
    COMPATIBLE = "compatible"


@dataclass(frozen=True)
class TwilioSettings:
    """`sms_from`: a number, short code or Messaging Service (MG...); `whatsapp_from`: whatsapp:+...

    Without a sender its channel is heard, but nothing is sent on it.
    """

    account_sid: str
    auth_token: str = field(repr=False)
    sms_from: str | None = None
    whatsapp_from: str | None = None
    api: str = "https://api.twilio.com"
    # Whether Twilio answers STOP, START and HELP by SMS itself, as it does unless it was asked not to.
    answers_words: bool = False

    def beside(self, name: str) -> str:
        """The address of another of Twilio's APIs: content.twilio.com, messaging.twilio.com ..."""
        return f"https://{name}.twilio.com" if self.api == TwilioSettings.api else self.api


@dataclass(frozen=True)
class TelegramSettings:
    """`secret_token` is what we gave setWebhook; Telegram returns it in every request."""

    bot_token: str = field(repr=False)
    secret_token: str = field(repr=False)
    api: str = "https://api.telegram.org"

    @property
    def bot_id(self) -> str:
        """The bot's own id, which is the part of its token that is no secret."""
        return self.bot_token.partition(":")[0]


@dataclass(frozen=True)
class WeChatSettings:
    """`aes_key` is the 43 characters of EncodingAESKey; without `app_secret` nothing can be sent."""

    app_id: str
    token: str = field(repr=False)
    original_id: str
    mode: WeChatMode
    aes_key: str | None = field(default=None, repr=False)
    app_secret: str | None = field(default=None, repr=False)
    api: str = "https://api.weixin.qq.com"


@dataclass(frozen=True)
class WebchatSettings:
    """`secret` signs what the gateway hands to the adapter."""

    secret: str = field(repr=False)


@dataclass(frozen=True)
class MailboxSettings:
    """Where mails for us are fetched by IMAP: encrypted from the start, by STARTTLS, or inside the machine not."""

    host: str
    port: int
    username: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    encrypted: bool = True
    from_the_start: bool = True


@dataclass(frozen=True)
class LetterSettings:
    """`sender` is the address in From, `bounces` the one that undeliverable letters go back to.

    `secret` signs what our mail server hands in, and the links that end a person's letters. `tag`: what divides
    our name from a note behind it (letters+note@...), where the mail server takes such addresses.
    """

    host: str
    port: int
    sender: str
    name: str
    bounces: str
    secret: str = field(repr=False)
    encrypted: bool = True
    from_the_start: bool = False
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    tag: str | None = None
    mailbox: MailboxSettings | None = None


@dataclass(frozen=True)
class ChannelSettings:
    """A channel without settings is not served."""

    public_url: str
    twilio: TwilioSettings | None = None
    telegram: TelegramSettings | None = None
    wechat: WeChatSettings | None = None
    webchat: WebchatSettings | None = None
    letters: LetterSettings | None = None


def read_settings(environment: Mapping[str, str]) -> ChannelSettings:
    """Read the channels' settings; raise `Unsafe` for a half-configured channel or a secret that is none."""
    known = _Variables(environment)
    return ChannelSettings(
        public_url=_address("KEPT_PUBLIC_URL", known.need("KEPT_PUBLIC_URL")),
        twilio=_twilio(known),
        telegram=_telegram(known),
        wechat=_wechat(known),
        webchat=_webchat(known),
        letters=_letters(known),
    )


class _Variables:
    """Environment variables, each of which may be given as a file instead."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def get(self, name: str) -> str | None:
        value, path = self._environment.get(name), self._environment.get(f"{name}_FILE")
        if value and path:
            raise Unsafe(f"Both {name} and {name}_FILE are set.", remedy="Keep one of them.")
        if path:
            try:
                value = Path(path).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                raise Unsafe(f"The file that {name}_FILE names cannot be read.") from None
        value = (value or "").strip()
        if value.lower() in _PLACEHOLDERS:
            raise Unsafe(f"{name} is a placeholder.", remedy="Set the provider's own value.")
        return value or None

    def need(self, name: str) -> str:
        value = self.get(name)
        if value is None:
            raise Unsafe(f"{name} is missing.", remedy=f"Set {name} or {name}_FILE.")
        return value

    def any(self, *names: str) -> bool:
        return any(self.get(name) for name in names)


def _address(name: str, url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise Unsafe(f"{name} cannot be read.") from None
    if not host or parts.query or parts.fragment or parts.scheme not in ("http", "https"):
        raise Unsafe(f"{name} is no address.", remedy="Write it like https://kept.example.com.")
    if parts.scheme == "http" and not _stays_inside(host):
        raise Unsafe(f"{name} is not encrypted.", remedy="What leaves the machine must go over https.")
    return url.rstrip("/")


def _stays_inside(host: str) -> bool:
    if ("." not in host and ":" not in host) or host.endswith((".localhost", ".test", ".local", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _twilio(known: _Variables) -> TwilioSettings | None:
    senders = ("KEPT_TWILIO_SMS_FROM", "KEPT_TWILIO_WHATSAPP_FROM")
    if not known.any("KEPT_TWILIO_ACCOUNT_SID", "KEPT_TWILIO_AUTH_TOKEN", *senders):
        return None
    sms, whatsapp = known.get(senders[0]), known.get(senders[1])
    if whatsapp and not re.fullmatch(r"whatsapp:\+[1-9]\d{6,14}|MG[0-9a-fA-F]{32}", whatsapp):
        raise Unsafe(
            "KEPT_TWILIO_WHATSAPP_FROM is no WhatsApp sender.", remedy="Write whatsapp:+ and the number."
        )
    words = known.get("KEPT_TWILIO_KEYWORDS") or "kept"
    if words not in ("kept", "twilio"):
        raise Unsafe("KEPT_TWILIO_KEYWORDS is unknown.", remedy="kept or twilio: who answers STOP and HELP.")
    return TwilioSettings(
        account_sid=known.need("KEPT_TWILIO_ACCOUNT_SID"),
        auth_token=known.need("KEPT_TWILIO_AUTH_TOKEN"),
        sms_from=sms,
        whatsapp_from=whatsapp,
        api=_address("KEPT_TWILIO_API", known.get("KEPT_TWILIO_API") or TwilioSettings.api),
        answers_words=words == "twilio",
    )


def _telegram(known: _Variables) -> TelegramSettings | None:
    if not known.any("KEPT_TELEGRAM_BOT_TOKEN", "KEPT_TELEGRAM_SECRET_TOKEN"):
        return None
    secret = known.need("KEPT_TELEGRAM_SECRET_TOKEN")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise Unsafe("Telegram takes only letters, digits, _ and - in KEPT_TELEGRAM_SECRET_TOKEN.")
    bot_token = known.need("KEPT_TELEGRAM_BOT_TOKEN")
    if not re.fullmatch(r"[^\s/]+", bot_token):
        raise Unsafe("KEPT_TELEGRAM_BOT_TOKEN is no bot token.", remedy="Take BotFather's, in one piece.")
    api = _address("KEPT_TELEGRAM_API", known.get("KEPT_TELEGRAM_API") or TelegramSettings.api)
    return TelegramSettings(bot_token, secret, api)


def _wechat(known: _Variables) -> WeChatSettings | None:
    if not known.any("KEPT_WECHAT_APP_ID", "KEPT_WECHAT_TOKEN", "KEPT_WECHAT_ORIGINAL_ID"):
        return None
    aes_key = known.get("KEPT_WECHAT_AES_KEY")
    mode = _wechat_mode(known.get("KEPT_WECHAT_MODE"), aes_key)
    return WeChatSettings(
        app_id=known.need("KEPT_WECHAT_APP_ID"),
        token=known.need("KEPT_WECHAT_TOKEN"),
        original_id=known.need("KEPT_WECHAT_ORIGINAL_ID"),
        mode=mode,
        aes_key=aes_key,
        app_secret=known.get("KEPT_WECHAT_APP_SECRET"),
        api=_address("KEPT_WECHAT_API", known.get("KEPT_WECHAT_API") or WeChatSettings.api),
    )


def _wechat_mode(written: str | None, aes_key: str | None) -> WeChatMode:
    if aes_key is not None and not _is_aes_key(aes_key):
        raise Unsafe("KEPT_WECHAT_AES_KEY is no EncodingAESKey.", remedy="It has 43 letters and digits.")
    try:
        mode = WeChatMode(written) if written else (WeChatMode.SAFE if aes_key else WeChatMode.PLAIN)
    except ValueError:
        raise Unsafe("KEPT_WECHAT_MODE is unknown.", remedy="plain, safe or compatible.") from None
    if mode is not WeChatMode.PLAIN and aes_key is None:
        raise Unsafe(f"KEPT_WECHAT_MODE {mode} needs KEPT_WECHAT_AES_KEY.")
    return mode


def _is_aes_key(key: str) -> bool:
    try:
        return len(key) == 43 and len(base64.b64decode(key + "=", validate=True)) == 32
    except (binascii.Error, ValueError):
        return False


def _webchat(known: _Variables) -> WebchatSettings | None:
    secret = known.get("KEPT_WEBCHAT_SECRET")
    return WebchatSettings(secret) if secret else None


def _letters(known: _Variables) -> LetterSettings | None:
    written = known.get("KEPT_SMTP_URL")
    if written is None:
        return None
    try:
        url = urlsplit(written)
        host, port = url.hostname or "", url.port
    except ValueError:
        raise Unsafe("KEPT_SMTP_URL cannot be read.") from None
    if url.scheme not in ("smtp", "smtps") or not host:
        raise Unsafe("KEPT_SMTP_URL is no mail server.", remedy="Write smtps://user:password@host:465.")
    name, sender = parseaddr(known.need("KEPT_MAIL_FROM"))
    bounces = known.get("KEPT_MAIL_BOUNCES") or sender
    if not name or not all(re.fullmatch(MAIL_ADDRESS, address) for address in (sender, bounces)):
        raise Unsafe("KEPT_MAIL_FROM is no name and address.", remedy="Write Name <letters@example.com>.")
    tag = known.get("KEPT_MAIL_TAG")
    if tag is not None and (tag not in ("+", "-", "=") or len(sender.partition("@")[0]) > _LONGEST_TAGGED):
        raise Unsafe("KEPT_MAIL_TAG cannot be used.", remedy="It is +, - or =, behind at most 43 characters.")
    return LetterSettings(
        host=host,
        port=port or (465 if url.scheme == "smtps" else 587),
        sender=sender,
        name=name,
        bounces=bounces,
        secret=known.need("KEPT_MAIL_SECRET"),
        encrypted=url.scheme == "smtps" or not _stays_inside(host),
        from_the_start=url.scheme == "smtps",
        username=unquote(url.username) if url.username else None,
        password=unquote(url.password) if url.password else None,
        tag=tag,
        mailbox=_mailbox(known),
    )


def _mailbox(known: _Variables) -> MailboxSettings | None:
    written = known.get("KEPT_IMAP_URL")
    if written is None:
        return None
    try:
        url = urlsplit(written)
        host, port = url.hostname or "", url.port
    except ValueError:
        raise Unsafe("KEPT_IMAP_URL cannot be read.") from None
    folder = unquote(url.path.strip("/")) or MailboxSettings.folder
    well_named = re.fullmatch(r"[\x20-\x21\x23-\x5b\x5d-\x7e]{1,200}", folder)
    if (
        url.scheme not in ("imap", "imaps")
        or not host
        or not url.username
        or not url.password
        or not well_named
    ):
        raise Unsafe("KEPT_IMAP_URL is no mailbox.", remedy="Write imaps://user:password@host:993/INBOX.")
    from_the_start = url.scheme == "imaps"
    return MailboxSettings(
        host=host,
        port=port or (993 if from_the_start else 143),
        username=unquote(url.username),
        password=unquote(url.password),
        folder=folder,
        encrypted=from_the_start or not _stays_inside(host),
        from_the_start=from_the_start,
    )
