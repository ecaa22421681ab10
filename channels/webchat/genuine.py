"""Hand-overs as our chat route makes them, for tests, the demonstration and `kept play`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from channels.base import WebhookRequest
from channels.settings import WebchatSettings
from channels.webchat.adapter import signed_request
from core.messages import Kind

_SAID = {Kind.JOINED: "joined", Kind.LEFT: "left", Kind.BUTTON: "button"}


class WebchatGenuine:
    """Writes what the gateway's chat route hands to the adapter."""

    def __init__(self, settings: WebchatSettings, *, public_url: str) -> None:
        self._settings = settings
        self._url = f"{public_url}/chat/messages"

    def hand_over(self, fields: Mapping[str, object], *, at: datetime) -> WebhookRequest:
        """Any body, signed."""
        return signed_request(fields, url=self._url, secret=self._settings.secret, received_at=at)

    def text(self, text: str, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        return self.hand_over({"session": sender, "id": f"m{number}", "text": text, "kind": "text"}, at=at)

    def media(
        self, kind: Kind, *, sender: str, at: datetime, number: int, caption: str = ""
    ) -> WebhookRequest:
        """The page has no voice, stickers or places: what it can send of them is the caption."""
        said = _SAID.get(kind, "text")
        return self.hand_over({"session": sender, "id": f"m{number}", "text": caption, "kind": said}, at=at)

    def left(self, *, sender: str, at: datetime, number: int) -> WebhookRequest:
        return self.hand_over({"session": sender, "id": f"m{number}", "text": "", "kind": "left"}, at=at)

    def joined(self, *, sender: str, at: datetime, number: int, binding: str = "") -> WebhookRequest:
        fields = {"session": sender, "id": f"m{number}", "text": "", "kind": "joined", "binding": binding}
        return self.hand_over(fields, at=at)
