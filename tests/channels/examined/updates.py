"""Telegram's updates (core.telegram.org/bots/api: Update, Message, CallbackQuery, ChatMemberUpdated, setWebhook)."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.channels.examined.asked import ACCEPTED, IGNORED, NOW, REFUSED, Case, expectation, telegram

_updates = count(900_001)
_people = count(70_000_001)
BOT = {"id": 700, "is_bot": True, "first_name": "Kept", "username": "kept_bot"}


def person(number: int | None = None, language: str = "en") -> dict[str, Any]:
    return {"id": number or next(_people), "is_bot": False, "first_name": "Grace", "language_code": language}


def message(who: dict[str, Any] | None = None, **content: Any) -> dict[str, Any]:
    writer = who or person()
    chat = {"id": writer["id"], "first_name": "Grace", "type": "private"}
    return {"message_id": next(_updates) % 10_000, "from": writer, "chat": chat, "date": NOW} | content


def update(kind: str, held: Any) -> dict[str, Any]:
    return {"update_id": next(_updates), kind: held}


def understood(name: str, held: dict[str, Any], kind: str, text: str | None = None, **more: Any) -> Case:
    told = {
        "http": 200,
        "channel": "telegram",
        "kind": kind,
        "from_": str(held["chat"]["id"]),
        "status": None,
        "reply": True,
    } | more
    if text is not None:
        told["text"] = text
    asked = update("message", held)
    return telegram(name, asked, expectation(ACCEPTED, provider_id=str(asked["update_id"]), **told))


def ignored(name: str, asked: dict[str, Any]) -> Case:
    return telegram(name, asked, expectation(IGNORED, http=200))


def words() -> list[Case]:
    reply = message(text="an earlier one")
    bold = [{"type": "bold", "offset": 0, "length": 3}]
    forwarded = {"type": "user", "sender_user": person(), "date": NOW - 60}
    hidden = {"type": "hidden_user", "sender_user_name": "Someone", "date": NOW - 60}
    command = [{"type": "bot_command", "offset": 0, "length": 5}]
    return [
        understood("telegram: a text", message(text="how much is it?"), "text", "how much is it?"),
        understood(
            "telegram: Chinese", message(person(language="zh-hant"), text="我下週還"), "text", "我下週還"
        ),
        understood("telegram: an emoji", message(text="👍🏽 ok"), "text", "👍🏽 ok"),
        understood(
            "telegram: a reply with marks",
            message(text="yes that", entities=bold, reply_to_message=reply),
            "text",
        ),
        understood("telegram: forwarded", message(text="see this", forward_origin=forwarded), "text"),
        understood(
            "telegram: forwarded from one who hides", message(text="see that", forward_origin=hidden), "text"
        ),
        understood("telegram: with the help of another bot", message(text="from a bot", via_bot=BOT), "text"),
        understood(
            "telegram: a command to stop", message(text="/stop", entities=command), "text", reply=True
        ),
        understood(
            "telegram: a quote", message(text="and this?", quote={"text": "owed", "position": 0}), "text"
        ),
        understood(
            "telegram: a number beyond 32 bits", message(person(5_999_999_999), text="large"), "text", "large"
        ),
        understood(
            "telegram: with a field not yet invented", message(text="news", hologram={"x": 1}), "text", "news"
        ),
        understood("telegram: a NUL within", message(text="a\u0000b c"), "text"),
        understood("telegram: four thousand letters", message(text="word " * 800 + "end"), "text"),
        understood("telegram: start", message(text="/start", entities=command), "joined"),
        understood(
            "telegram: start with a token",
            message(text="/start AbCdEf0123456789", entities=command),
            "joined",
        ),
    ]


def things() -> list[Case]:
    file = {"file_id": "AgAD", "file_unique_id": "Q", "file_size": 900}
    photo = [{**file, "width": 90, "height": 90}, {**file, "width": 800, "height": 800}]
    place = {"latitude": 41.88, "longitude": -87.63}
    card = {"phone_number": "+13125550001", "first_name": "Grace"}
    sticker = {
        **file,
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    }
    film = {**file, "width": 1, "height": 1, "duration": 1}
    return [
        understood("telegram: a photo", message(photo=photo), "image", ""),
        understood(
            "telegram: a photo with words", message(photo=photo, caption="receipt"), "image", "receipt"
        ),
        understood("telegram: one of an album", message(photo=photo, media_group_id="1"), "image"),
        understood("telegram: a voice note", message(voice={**file, "duration": 3}), "voice"),
        understood("telegram: music", message(audio={**file, "duration": 3}), "file"),
        understood("telegram: a film", message(video=film), "video"),
        understood(
            "telegram: a round film", message(video_note={**file, "length": 9, "duration": 1}), "video"
        ),
        understood("telegram: a moving picture", message(animation=film, document=file), "video"),
        understood(
            "telegram: a document",
            message(document={**file, "file_name": "a.pdf"}, caption="proof"),
            "file",
            "proof",
        ),
        understood("telegram: a sticker", message(sticker=sticker), "sticker"),
        understood("telegram: a place", message(location=place), "location"),
        understood(
            "telegram: a venue",
            message(venue={"location": place, "title": "B", "address": "1"}, location=place),
            "location",
        ),
        understood("telegram: a contact", message(contact=card), "contact"),
    ]


def presses() -> list[Case]:
    who = person()
    ours = message({**who}, text="Is that right?") | {"from": BOT}
    group = {"id": -100123, "type": "supergroup", "title": "Family"}
    press = {"id": "438", "from": who, "message": ours, "chat_instance": "1", "data": "yes"}
    old = press | {"id": "439", "message": {"message_id": 5, "chat": ours["chat"], "date": 0}}
    asked, aged = update("callback_query", press), update("callback_query", old)
    told = expectation(
        ACCEPTED, kind="button", from_=str(who["id"]), reply=True, provider_id=str(asked["update_id"])
    )
    aged_told = expectation(ACCEPTED, kind="button", from_=str(who["id"]))
    inline = {name: value for name, value in press.items() if name != "message"} | {"inline_message_id": "x"}
    return [
        telegram("telegram: a button pressed", asked, told),
        telegram("telegram: the press told again", asked, expectation(IGNORED, http=200)),
        telegram("telegram: a button of an old message", aged, aged_told),
        ignored(
            "telegram: a button in a group",
            update("callback_query", press | {"id": "440", "message": ours | {"chat": group}}),
        ),
        ignored("telegram: a button of an inline message", update("callback_query", inline | {"id": "441"})),
    ]


def membership() -> list[Case]:
    def changed(
        before: str, after: str, who: dict[str, Any], chat: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        held = {
            "chat": chat or {"id": who["id"], "type": "private", "first_name": "Grace"},
            "from": who,
            "date": NOW,
            "old_chat_member": {"user": BOT, "status": before},
            "new_chat_member": {"user": BOT, "status": after, "until_date": 0},
        }
        return update("my_chat_member", held)

    who = person()
    left, back = changed("member", "kicked", who), changed("kicked", "member", who)
    group = {"id": -55, "type": "group", "title": "Family"}
    return [
        telegram(
            "telegram: blocked", left, expectation(ACCEPTED, kind="left", from_=str(who["id"]), reply=False)
        ),
        telegram("telegram: let in again", back, expectation(ACCEPTED, kind="joined", from_=str(who["id"]))),
        ignored("telegram: put into a group", changed("left", "member", person(), group)),
    ]


def corrections() -> list[Case]:
    who = person()
    first = message(who, text="I pay 200 on friday")
    corrected = first | {"text": "I pay 300 on friday", "edit_date": NOW + 9}
    asked = update("edited_message", corrected)
    told = expectation(
        ACCEPTED,
        kind="edit",
        text="I pay 300 on friday",
        from_=str(who["id"]),
        provider_id=str(asked["update_id"]),
    )
    return [
        understood("telegram: before the correction", first, "text"),
        telegram("telegram: a correction", asked, told),
        telegram("telegram: the correction told again", asked, expectation(IGNORED, http=200)),
    ]


def departures() -> list[Case]:
    held = update("message", message(text="hello once"))
    refusal = expectation(REFUSED, http=403)
    unreadable = expectation(REFUSED, http=400)
    told = expectation(ACCEPTED, provider_id=str(held["update_id"]))
    unsure = update("message", message(text="x"))
    return [
        telegram("telegram: once", held, told),
        telegram("telegram: twice", held, expectation(IGNORED, http=200)),
        telegram(
            "telegram: the secret in capitals of the header",
            update("message", message(text="hey")),
            expectation(ACCEPTED),
            secret=None,
            headers={"X-Telegram-Bot-Api-Secret-Token": "telegram-Secret_42"},
        ),
        telegram("telegram: no secret", unsure, refusal, secret=None),
        telegram("telegram: an empty secret", unsure, refusal, secret=""),
        telegram("telegram: a wrong secret", unsure, refusal, secret="telegram-Secret_43"),
        telegram("telegram: the secret's beginning", unsure, refusal, secret="telegram-Secret_4"),
        telegram("telegram: the secret in other case", unsure, refusal, secret="TELEGRAM-SECRET_42"),
        telegram("telegram: no JSON", None, unreadable, body=b"update_id=1"),
        telegram("telegram: JSON cut off", None, unreadable, body=b'{"update_id": 5, "message": {'),
        telegram("telegram: a list", [held], unreadable),
        telegram("telegram: a bare number", 5, unreadable),
        telegram("telegram: empty", None, unreadable, body=b""),
        telegram(
            "telegram: not UTF-8", None, unreadable, body=b'{"update_id": 6, "message": {"text": "\xff\xfe"}}'
        ),
        telegram(
            "telegram: nested without end",
            None,
            unreadable,
            body=b'{"update_id":7,"message":' + b"[" * 100_000,
        ),
        telegram("telegram: without update_id", {"message": message(text="x")}, unreadable),
        telegram(
            "telegram: update_id in words", {"update_id": "five", "message": message(text="x")}, unreadable
        ),
        telegram("telegram: update_id true", {"update_id": True, "message": message(text="x")}, unreadable),
        telegram("telegram: a message that is none", update("message", "hello"), unreadable),
        telegram(
            "telegram: without a chat",
            update("message", {"message_id": 1, "date": NOW, "text": "x"}),
            unreadable,
        ),
        telegram("telegram: text that is none", update("message", message(text={"a": 1})), unreadable),
        telegram(
            "telegram: a date beyond the calendar",
            update("message", message(text="x", date=10**15)),
            unreadable,
        ),
        telegram(
            "telegram: half a character", update("message", message(text="broken \ud83d half")), unreadable
        ),
        telegram("telegram: a name twice", None, unreadable, body=b'{"update_id": 5, "update_id": 6}'),
        telegram(
            "telegram: update_id below nought", {"update_id": -1, "message": message(text="x")}, unreadable
        ),
        telegram(
            "telegram: update_id beyond 64 bits",
            {"update_id": 2**70, "message": message(text="x")},
            unreadable,
        ),
        telegram(
            "telegram: a form",
            unsure,
            unreadable,
            headers={"content-type": "application/x-www-form-urlencoded"},
        ),
        telegram("telegram: by get", unsure, unreadable, method="GET"),
        telegram(
            "telegram: two megabytes",
            None,
            expectation(REFUSED, http=413),
            body=b'{"x":"' + b"y" * 2_000_000 + b'"}',
        ),
        telegram("telegram: by put", held, expectation(REFUSED, http=405), method="PUT"),
    ]


def cases() -> list[Case]:
    return [*words(), *things(), *presses(), *membership(), *corrections(), *departures()]
