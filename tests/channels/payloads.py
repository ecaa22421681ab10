"""Reading captured payloads, and saying shortly what became of one."""

from __future__ import annotations

from pathlib import Path

from channels.base import WebhookAnswer
from core.messages import DeliveryUpdate, Ignored, InboundMessage


def names(folder: Path) -> list[str]:
    """The captured payloads of one channel, without their suffix."""
    return sorted(path.stem for path in folder.iterdir())


def became(answer: WebhookAnswer) -> tuple[object, ...]:
    """The event in short: kind and text, or state and error, or "ignored"."""
    [event] = answer.events
    if isinstance(event, Ignored):
        return ("ignored",)
    if isinstance(event, DeliveryUpdate):
        return (str(event.state), event.error)
    assert isinstance(event, InboundMessage)
    return (str(event.kind), event.text)
