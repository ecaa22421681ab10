"""Telegram's webhook and its sendMessage.

A press on a button is acknowledged in the answer to the webhook itself, so the person's screen stops waiting
without another call of ours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import httpx
from telegram import Bot, LinkPreviewOptions
from telegram.error import BadRequest, InvalidToken, TelegramError

from channels.base import Forged, Malformed, OutcomeUnknown, Rejected, WebhookAnswer, WebhookRequest
from channels.health import Finding, asked, clock_at, webhook
from channels.media import Fetched, Unwanted, download, recognise
from channels.settings import TelegramSettings
from channels.telegram.inbound import FILE_SCHEME, READ, event
from channels.telegram.outbound import OneRequest, keyboard, meaning
from channels.transport import LIMITS, TIMEOUT, seconds_left
from channels.wire import bounded, read_json, require_content_type, require_token, same_secret
from core.clock import Clock
from core.errors import NotFound, Unavailable
from core.messages import Channel, InboundMessage, Kind, Media, OutboundMessage, Receipt

# A failed call longer ago than this has been mended since.
LATELY = timedelta(hours=1)


class Telegram:
    """One bot, in private chats only."""

    can_send = True
    name = "telegram"
    channel = Channel.TELEGRAM

    def __init__(
        self,
        settings: TelegramSettings,
        *,
        clock: Clock,
        public_url: str,
        timeout: httpx.Timeout = TIMEOUT,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._url = f"{public_url}/telegram"
        self._request = OneRequest(
            connect_timeout=timeout.connect,
            read_timeout=timeout.read,
            write_timeout=timeout.write,
            pool_timeout=timeout.pool,
            httpx_kwargs={"limits": LIMITS},
        )
        self._files = httpx.AsyncClient(timeout=timeout, limits=LIMITS)
        self._bot = Bot(
            settings.bot_token,
            base_url=f"{settings.api}/bot",
            base_file_url=f"{settings.api}/file/bot",
            request=self._request,
            get_updates_request=self._request,
        )

    def receive(self, request: WebhookRequest) -> WebhookAnswer:
        bounded(request)
        if request.method != "POST":
            raise Malformed("Telegram calls by POST.")
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not same_secret(given, self._settings.secret_token):
            raise Forged(
                "Telegram's secret token is missing or wrong.",
                remedy="Set the webhook again with KEPT_TELEGRAM_SECRET_TOKEN.",
            )
        require_content_type(request, "application/json")
        update = read_json(request)
        found = event(update, bot_id=self._settings.bot_id, received_at=request.received_at)
        if isinstance(found, InboundMessage) and found.kind is Kind.BUTTON:
            return WebhookAnswer([found], content_type="application/json", body=_acknowledged(update))
        return WebhookAnswer([found])

    async def send(self, message: OutboundMessage) -> Receipt:
        seconds_left(message, self._clock.now())
        if not message.recipient.lstrip("-").isdecimal():
            raise Rejected("The recipient is no Telegram chat.", code="chat_id")
        try:
            sent = await self._bot.send_message(
                int(message.recipient),
                message.text,
                reply_markup=keyboard(message.choices),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
            return Receipt(provider_id=f"{message.recipient}:{sent.message_id}")
        except TelegramError as error:
            raise meaning(error) from None
        except (AttributeError, KeyError, TypeError, ValueError):
            raise OutcomeUnknown("Telegram's answer names no message.") from None

    async def invitation(self, token: str) -> str:
        """A deep link with `token`; see `channels.base.Inviting`."""
        require_token(token)
        try:
            bot = await self._bot.get_me()
        except TelegramError as error:
            raise meaning(error) from None
        return f"https://t.me/{bot.username}?start={token}"

    async def connect(self) -> None:
        """Tell Telegram to call us, with our secret and for what we read only; raises `SendFailed`."""
        try:
            await self._bot.set_webhook(
                self._url, secret_token=self._settings.secret_token, allowed_updates=list(READ)
            )
        except TelegramError as error:
            raise meaning(error) from None

    async def examine(self) -> Sequence[Finding]:
        """Whether Telegram knows our bot and calls us; see `channels.health.Examined`."""
        return await asked(self._examine)

    async def _examine(self) -> Sequence[Finding]:
        now = self._clock.now()
        try:
            await self._bot.get_me()
            told = await self._bot.get_webhook_info()
        except InvalidToken:
            return [Finding(False, "Telegram does not know the bot.", "Check KEPT_TELEGRAM_BOT_TOKEN.")]
        except TelegramError as error:
            raise meaning(error) from None
        findings = [Finding(True, "Telegram knows the bot."), webhook(told.url, self._url, "by setWebhook")]
        findings.append(await clock_at(self._files, self._settings.api, now))
        if told.allowed_updates and not set(READ) <= set(told.allowed_updates):
            what = "Telegram keeps back some of what we read."
            findings.append(Finding(False, what, f"Set the webhook again for {', '.join(READ)}."))
        if told.last_error_date is not None and now - told.last_error_date < LATELY:
            remedy = "See that the address can be reached from outside and answers with 200."
            findings.append(Finding(False, f"Telegram's last call failed at {told.last_error_date}.", remedy))
        return findings

    async def fetch(self, media: Media) -> Fetched:
        """A file that came with a message; see `channels.media.MediaSource`."""
        if not media.url.startswith(FILE_SCHEME):
            raise Unwanted("The file is not Telegram's.")
        try:
            file = await self._bot.get_file(media.url.removeprefix(FILE_SCHEME))
        except BadRequest:
            raise NotFound("Telegram has dropped the file, or it is too large for bots.") from None
        except (TelegramError, AttributeError, KeyError, TypeError, ValueError):
            raise Unavailable("Telegram did not say where the file is.") from None
        own = f"{self._settings.api}/file/bot{self._settings.bot_token}/"
        body = await download(self._files, file.file_path or "", is_own=lambda url: str(url).startswith(own))
        return recognise(body)

    async def aclose(self) -> None:
        await self._request.shutdown()
        await self._files.aclose()


def _acknowledged(update: Mapping[str, Any]) -> bytes:
    query_id = str(update["callback_query"].get("id", ""))
    return json.dumps({"method": "answerCallbackQuery", "callback_query_id": query_id}).encode()
