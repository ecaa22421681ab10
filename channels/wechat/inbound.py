"""WeChat's messages and events as ours.

Source: WeChat, 接收普通消息 and 接收事件推送. Retries are known by MsgId, those of events by
FromUserName and CreateTime; the event's name is added, for a scan and a subscription can share a second.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from channels.base import Forged, Malformed
from channels.wire import clean, named, place
from core.messages import (
    Channel,
    DeliveryState,
    DeliveryUpdate,
    Ignored,
    Inbound,
    InboundMessage,
    Kind,
    Media,
)

# A file is named by its id; only WeChat's media/get turns that into bytes.
MEDIA_SCHEME = "wechat-media:"

_OPEN_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_MSG_ID = re.compile(r"[0-9]{1,20}")
_SECONDS = re.compile(r"[0-9]{1,11}")
_SCENE = "qrscene_"
_KINDS = {
    "text": Kind.TEXT,
    "link": Kind.TEXT,
    "image": Kind.IMAGE,
    "voice": Kind.VOICE,
    "video": Kind.VIDEO,
    "shortvideo": Kind.VIDEO,
    "location": Kind.LOCATION,
    "file": Kind.FILE,
}
# What WeChat sends in place of stickers and everything else that it cannot hand on.
_CANNOT_SHOW = re.compile(r"[【\[]收到不支持的消息类型.*[】\]]")


def event(fields: Mapping[str, str], *, original_id: str, received_at: datetime) -> Inbound:
    """What the decrypted fields hold for us; raises `Malformed`, or for another account `Forged`."""
    sender, created = fields.get("FromUserName", ""), fields.get("CreateTime", "")
    if fields.get("ToUserName") != original_id:
        raise Forged("The message is for another account.", remedy="Check KEPT_WECHAT_ORIGINAL_ID.")
    if not _OPEN_ID.fullmatch(sender) or not _SECONDS.fullmatch(created):
        raise Malformed("FromUserName or CreateTime is missing or is none.")
    said = fields.get("MsgType", "").lower()
    if not said:
        raise Malformed("MsgType is missing.")
    if said == "event":
        return _happening(fields, sender, original_id, received_at)
    kind = _KINDS.get(said)
    if kind is None:
        return Ignored(f"a WeChat {named(said)}")
    if not _MSG_ID.fullmatch(fields.get("MsgId", "")):
        raise Malformed("MsgId is missing or is none.")
    return _message(fields, kind, said, sender, original_id, received_at)


def _message(
    fields: Mapping[str, str], kind: Kind, said: str, sender: str, original_id: str, received_at: datetime
) -> InboundMessage:
    text = _text(fields, said)
    if said == "text" and _CANNOT_SHOW.fullmatch(text):
        kind, text = Kind.STICKER, ""
    elif said == "text" and fields.get("bizmsgmenuid"):
        kind = Kind.BUTTON
    media_id = fields.get("MediaId", "")
    return InboundMessage(
        channel=Channel.WECHAT,
        provider_id=fields["MsgId"],
        sender=sender,
        recipient=original_id,
        text=clean(text),
        received_at=received_at,
        kind=kind,
        sent_at=datetime.fromtimestamp(int(fields["CreateTime"]), UTC),
        media=(Media(f"{MEDIA_SCHEME}{media_id}"),) if media_id else _place(fields, kind),
    )


def _place(fields: Mapping[str, str], kind: Kind) -> tuple[Media, ...]:
    """WeChat's X is the latitude, its Y the longitude."""
    if kind is not Kind.LOCATION:
        return ()
    return place(fields.get("Location_X"), fields.get("Location_Y"))


def _text(fields: Mapping[str, str], said: str) -> str:
    if said == "text":
        if "Content" not in fields:
            raise Malformed("Content is missing.")
        return fields["Content"]
    if said == "voice":
        return fields.get("Recognition", "")
    if said == "link":
        return "\n".join(fields[name] for name in ("Title", "Description", "Url") if fields.get(name))
    return ""


def _happening(fields: Mapping[str, str], sender: str, original_id: str, received_at: datetime) -> Inbound:
    name = fields.get("Event", "").lower()
    if not name:
        raise Malformed("Event is missing.")
    if name == "templatesendjobfinish":
        return _delivery(fields.get("MsgID", ""), fields.get("Status", ""), received_at)
    if name == "subscribe_msg_sent_event":
        where = "SubscribeMsgSentEvent/List/"
        return _delivery(fields.get(f"{where}MsgID", ""), fields.get(f"{where}ErrorStatus", ""), received_at)
    key = fields.get("EventKey", "")
    said: dict[str, tuple[Kind, str, str | None]] = {
        "subscribe": (Kind.JOINED, "", key.removeprefix(_SCENE) if key.startswith(_SCENE) else None),
        "scan": (Kind.JOINED, "", key or None),
        "unsubscribe": (Kind.LEFT, "", None),
        "click": (Kind.BUTTON, key, None),
    }
    if name not in said:
        return Ignored(f"a WeChat event {named(name)}")
    kind, text, binding = said[name]
    return InboundMessage(
        channel=Channel.WECHAT,
        provider_id=f"{sender}:{fields['CreateTime']}:{name}",
        sender=sender,
        recipient=original_id,
        text=clean(text),
        received_at=received_at,
        kind=kind,
        sent_at=datetime.fromtimestamp(int(fields["CreateTime"]), UTC),
        binding=clean(binding)[:64] if binding else None,
    )


def _delivery(msg_id: str, status: str, received_at: datetime) -> DeliveryUpdate:
    if not _MSG_ID.fullmatch(msg_id):
        raise Malformed("MsgID is missing or is none.")
    said = status.replace(" ", "").lower()
    blocked = "userblock" in said
    state = DeliveryState.DELIVERED if said == "success" else DeliveryState.FAILED
    return DeliveryUpdate(
        channel=Channel.WECHAT,
        provider_id=msg_id,
        state=state,
        received_at=received_at,
        error=None if state is DeliveryState.DELIVERED else said.removeprefix("failed:")[:40] or "unknown",
        unreachable=blocked,
        opted_out=blocked,
    )
