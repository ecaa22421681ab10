"""Updates as Telegram sends them, for tests, the demonstration and `kept play`."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from channels.base import WebhookRequest
from channels.settings import TelegramSettings
from core.messages import Kind

_FILE = {"file_id": "AgACAgIAAxkBAAIB", "file_unique_id": "AQADs7kxG", "file_size": 48213}
_CONTENTS: dict[Kind, dict[str, Any]] = {
    Kind.IMAGE: {"photo": [_FILE | {"width": 90, "height": 67}, _FILE | {"width": 1280, "height": 960}]},
    Kind.VOICE: {"voice": _FILE | {"duration": 4, "mime_type": "audio/ogg"}},
    Kind.VIDEO: {"video": _FILE | {"width": 640, "height": 480, "duration": 6, "mime_type": "video/mp4"}},
    Kind.FILE: {"document": _FILE | {"file_name": "receipt.pdf", "mime_type": "application/pdf"}},
    Kind.STICKER: {
        "sticker": _FILE
        | {
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "type": "regular",
            "emoji": "👍",
        }
    },
    Kind.LOCATION: {"location": {"latitude": 41.8781, "longitude": -87.6298}},
    Kind.CONTACT: {"contact": {"phone_number": "+13125550142", "first_name": "Grace"}},
}


class TelegramGenuine:
    """Writes what Telegram would post to our webhook."""

    def __init__(self, settings: TelegramSettings, *, public_url: str) -> None:
        self._settings = settings
        self._url = f"{public_url}/telegram"

    def update(self, content: dict[str, Any], *, at: datetime, number: int) -> WebhookRequest:
        """Any update: `content` beside its update_id."""
        return WebhookRequest(
            method="POST",
            url=self._url,
            headers={
                "content-type": "application/json",
                "x-telegram-bot-api-secret-token": self._settings.secret_token,
            },
            body=json.dumps({"update_id": number, **content}, ensure_ascii=False).encode(),
            received_at=at,
        )

    def text(self, text: str, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        return self.update(
            {"message": self.message(sender, at, number) | {"text": text}}, at=at, number=number
        )

    def edit(self, text: str, *, sender: str, at: datetime, number: int, edits: int) -> WebhookRequest:
        """`sender` corrects the message that came as number `edits`."""
        message = self.message(sender, at, edits) | {"edit_date": int(at.timestamp()), "text": text}
        return self.update({"edited_message": message}, at=at, number=number)

    def press(self, data: str, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        """`sender` presses a button of ours that carries `data`."""
        bot = {"id": int(self._settings.bot_id), "is_bot": True, "first_name": "Kept"}
        ours = self.message(sender, at, number) | {"from": bot, "text": "?"}
        query = {
            "id": str(number),
            "from": _person(sender),
            "message": ours,
            "chat_instance": "1",
            "data": data,
        }
        return self.update({"callback_query": query}, at=at, number=number)

    def media(
        self, kind: Kind, *, sender: str, at: datetime, number: int, caption: str = ""
    ) -> WebhookRequest:
        message = (
            self.message(sender, at, number) | _CONTENTS[kind] | ({"caption": caption} if caption else {})
        )
        return self.update({"message": message}, at=at, number=number)

    def left(self, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        return self._membership("member", "kicked", sender, at, number)

    def joined(self, *, sender: str, at: datetime, number: int, binding: str = "") -> WebhookRequest:
        if binding:
            return self.text(f"/start {binding}", sender=sender, at=at, number=number)
        return self._membership("kicked", "member", sender, at, number)

    def message(self, sender: str, at: datetime, message_id: int) -> dict[str, Any]:
        """The fields that every private message has."""
        return {
            "message_id": message_id,
            "from": _person(sender),
            "chat": {"id": int(sender), "first_name": "Grace", "type": "private"},
            "date": int(at.timestamp()),
        }

    def _membership(self, old: str, new: str, sender: str, at: datetime, number: int) -> WebhookRequest:
        bot = {"id": int(self._settings.bot_id), "is_bot": True, "first_name": "Kept", "username": "kept_bot"}
        ended = {"until_date": 0}
        change = {
            "chat": {"id": int(sender), "first_name": "Grace", "type": "private"},
            "from": _person(sender),
            "date": int(at.timestamp()),
            "old_chat_member": {"user": bot, "status": old} | (ended if old == "kicked" else {}),
            "new_chat_member": {"user": bot, "status": new} | (ended if new == "kicked" else {}),
        }
        return self.update({"my_chat_member": change}, at=at, number=number)


def _person(sender: str) -> dict[str, Any]:
    return {"id": int(sender), "is_bot": False, "first_name": "Grace", "language_code": "en"}
