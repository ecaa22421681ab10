"""Messages as Telegram hands them on: every kind a person can send, and what is no person's message."""

from __future__ import annotations

from typing import Any

from tests.channels.strangers.asked import AT, Case, update

PERSON = 6123456789
WHEN = int(AT.timestamp()) - 3
USER: dict[str, Any] = {
    "id": PERSON,
    "is_bot": False,
    "first_name": "Zoë",
    "username": "zoe",
    "language_code": "es",
    "is_premium": True,
}
CHAT: dict[str, Any] = {"id": PERSON, "first_name": "Zoë", "username": "zoe", "type": "private"}
FILE = {"file_id": "AgACAgQAAxk", "file_unique_id": "AQADyL", "file_size": 12345}
PHOTO = [{**FILE, "width": 90, "height": 51}, {**FILE, "width": 1280, "height": 720}]


def by(person: Any) -> dict[str, Any]:
    """The writer, under the name that Python keeps for itself; None for a message without one."""
    return {"from": person}


def message(number: int, **content: Any) -> dict[str, Any]:
    """A private message; a field given as None is left out."""
    whole = {"message_id": number, "from": USER, "chat": CHAT, "date": WHEN, **content}
    return {key: value for key, value in whole.items() if value is not None}


def told(number: int, text: Any, *, kind: Any = "text", sender: Any = str(PERSON)) -> dict[str, Any]:
    return {"channel": "telegram", "from": sender, "text": text, "provider_id": str(number), "kind": kind}


def taken(name: str, number: int, want: Any = "", *, kind: Any = "text", **content: Any) -> Case:
    """A message that is taken in and answered."""
    given = {"message": message(number, **content)}
    return update(name, number, given, "accepted", inbound=told(number, want, kind=kind), reply=True)


def unheard(name: str, number: int, became: str = "ignored", **content: Any) -> Case:
    """A message that holds nothing for us; where alternatives are named, it may come in as an empty one."""
    return update(
        name, number, {"message": message(number, **content)}, became, inbound={"channel": "telegram"}
    )


ANY = frozenset({"", "my receipt"})


def _texts() -> list[Case]:
    command = [{"type": "bot_command", "offset": 0, "length": 6}]
    links = [
        {"type": "text_link", "offset": 0, "length": 2, "url": "https://x.example"},
        {"type": "of_the_future", "offset": 0, "length": 1},
    ]
    origin = {"type": "hidden_user", "sender_user_name": "A friend", "date": WHEN - 600}
    old = message(1, text="When can you pay?") | {
        "from": {"id": 7654321, "is_bot": True, "first_name": "Bot"}
    }
    return [
        taken("tg-text", 1001, "I pay 300 on Monday", text="I pay 300 on Monday"),
        taken("tg-emoji", 1002, "ok 👨‍👩‍👧 €", text="ok 👨‍👩‍👧 €"),
        taken("tg-chinese", 1003, "我下周还款", text="我下周还款"),
        taken("tg-4096", 1004, "😀" * 2048, text="😀" * 2048),
        taken(
            "tg-entities",
            1005,
            "ok go",
            text="ok go",
            entities=links,
            link_preview_options={"is_disabled": True},
        ),
        taken(
            "tg-forwarded", 1006, "pay now", text="pay now", forward_origin=origin, forward_date=WHEN - 600
        ),
        taken(
            "tg-answer",
            1007,
            "Friday",
            text="Friday",
            reply_to_message=old,
            quote={"text": "pay", "position": 0},
        ),
        taken("tg-topic", 1008, "hi", text="hi", message_thread_id=5, is_topic_message=True),
        taken("tg-effect", 1009, "hi", text="hi", effect_id="5104841245755180586", new_field={"a": [1]}),
        taken("tg-nul", 1010, {"a b", "ab", "a\ufffdb"}, text="a\x00b"),
        taken(
            "tg-command", 1011, {"/help", "help", "HELP"}, text="/help", entities=[command[0] | {"length": 5}]
        ),
        taken(
            "tg-stop", 1012, {"/stop", "stop", "STOP"}, text="/stop", entities=[command[0] | {"length": 5}]
        ),
        taken("tg-unknown-command", 1013, "/balance", text="/balance"),
        taken("tg-old", 1014, "from yesterday", text="from yesterday", date=WHEN - 86400),
        taken(
            "tg-no-name",
            1015,
            "hi",
            text="hi",
            chat={"id": PERSON, "type": "private"},
            **by({"id": PERSON, "is_bot": False, "first_name": ""}),
        ),
        update(
            "tg-large-id",
            1016,
            {
                "message": message(
                    1016,
                    text="hi",
                    chat={"id": 2**52 - 1, "type": "private"},
                    **by(USER | {"id": 2**52 - 1}),
                )
            },
            "accepted",
            inbound=told(1016, "hi", sender=str(2**52 - 1)),
        ),
        update(
            "tg-start",
            1017,
            {"message": message(1017, text="/start", entities=command)},
            "accepted",
            inbound=told(1017, {"/start", ""}, kind="joined"),
        ),
        update(
            "tg-start-token",
            1018,
            {"message": message(1018, text="/start QX7-abc_9", entities=command)},
            "accepted",
            inbound={"kind": "joined", "provider_id": "1018"},
        ),
        update(
            "tg-start-named",
            1019,
            {"message": message(1019, text="/start@lender_bot QX7-abc_9")},
            "accepted",
            inbound={"kind": "joined", "provider_id": "1019"},
        ),
        update(
            "tg-surrogate",
            1020,
            {},
            "accepted|rejected",
            inbound={"provider_id": "1020"},
            body=b'{"update_id":1020,"message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"},'
            b'"from":{"id":5,"is_bot":false,"first_name":"a"},"text":"half \\ud83d"}}',
        ),
        unheard("tg-empty-text", 1021, "ignored|accepted", text=""),
        unheard("tg-spaces", 1022, "ignored|accepted", text=" \u2003\n"),
        taken("tg-escaped", 1023, 'say "no" \\ <b>', text='say "no" \\ <b>'),
        taken("tg-business-bot-beside", 1024, "hi", text="hi", sender_boost_count=1, via_bot=None),
    ]


def _kinds() -> list[Case]:
    where = {"latitude": 40.4168, "longitude": -3.7038}
    card = {"phone_number": "+34600000000", "first_name": "Zoë", "user_id": PERSON}
    poll = {
        "id": "1",
        "question": "?",
        "options": [],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
    }
    return [
        taken("tg-photo", 1101, "my receipt", kind="image", photo=PHOTO, caption="my receipt"),
        taken("tg-photo-only", 1102, "", kind="image", photo=PHOTO),
        taken("tg-album-1", 1103, "", kind="image", photo=PHOTO, media_group_id="1343"),
        taken("tg-album-2", 1104, "", kind="image", photo=PHOTO, media_group_id="1343"),
        taken("tg-voice", 1105, "", kind="voice", voice={**FILE, "duration": 3, "mime_type": "audio/ogg"}),
        taken("tg-audio", 1106, ANY, kind={"voice", "file"}, audio={**FILE, "duration": 3, "title": "x"}),
        taken(
            "tg-video",
            1107,
            "my receipt",
            kind="video",
            video={**FILE, "duration": 3, "width": 1, "height": 1},
            caption="my receipt",
        ),
        taken("tg-video-note", 1108, "", kind="video", video_note={**FILE, "duration": 3, "length": 240}),
        taken(
            "tg-animation",
            1109,
            "",
            kind={"video", "image", "sticker", "file"},
            animation={**FILE, "duration": 3, "width": 1, "height": 1},
            document={**FILE, "file_name": "a.gif"},
        ),
        taken(
            "tg-document",
            1110,
            "my receipt",
            kind="file",
            caption="my receipt",
            document={**FILE, "file_name": "recibo ñ.pdf", "mime_type": "application/pdf"},
        ),
        taken("tg-document-bare", 1111, "", kind="file", document={"file_id": "a", "file_unique_id": "b"}),
        taken("tg-document-huge", 1112, "", kind="file", document={**FILE, "file_size": 2**41}),
        taken(
            "tg-picture-as-document",
            1113,
            "",
            kind={"file", "image"},
            document={**FILE, "mime_type": "image/jpeg"},
        ),
        taken(
            "tg-sticker",
            1114,
            {"", "👍"},
            kind="sticker",
            sticker={
                **FILE,
                "type": "regular",
                "width": 512,
                "height": 512,
                "is_animated": False,
                "is_video": False,
                "emoji": "👍",
            },
        ),
        update(
            "tg-location",
            1115,
            {"message": message(1115, location=where)},
            "accepted",
            reply=True,
            inbound={"kind": "location", "from": str(PERSON), "provider_id": "1115"},
        ),
        update(
            "tg-live-location",
            1116,
            {"message": message(1116, location={**where, "live_period": 900})},
            "accepted",
            inbound={"kind": "location", "provider_id": "1116"},
        ),
        update(
            "tg-venue",
            1117,
            {
                "message": message(
                    1117, location=where, venue={"location": where, "title": "Bank", "address": "Sol 1"}
                )
            },
            "accepted",
            inbound={"kind": "location"},
        ),
        update(
            "tg-contact-own",
            1118,
            {"message": message(1118, contact=card)},
            "accepted",
            reply=True,
            inbound={"kind": "contact", "from": str(PERSON), "provider_id": "1118"},
        ),
        update(
            "tg-contact-other",
            1119,
            {"message": message(1119, contact=card | {"user_id": 5, "vcard": "BEGIN"})},
            "accepted",
            inbound={"kind": "contact", "provider_id": "1119"},
        ),
        unheard("tg-dice", 1120, "ignored|accepted", dice={"emoji": "🎲", "value": 4}),
        unheard("tg-poll", 1121, "ignored|accepted", poll=poll),
        unheard("tg-story", 1122, "ignored|accepted", story={"chat": CHAT, "id": 4}),
        unheard("tg-game", 1123, "ignored|accepted", game={"title": "g", "description": "", "photo": PHOTO}),
        unheard("tg-paid-media", 1124, "ignored|accepted", paid_media={"star_count": 5, "paid_media": []}),
        unheard("tg-checklist", 1125, "ignored|accepted", checklist={"title": "to do", "tasks": []}),
        unheard("tg-hologram", 1126, "ignored|accepted", hologram={"file_id": "x"}),
        unheard("tg-web-app-data", 1127, "ignored|accepted", web_app_data={"data": "x", "button_text": "y"}),
        unheard("tg-users-shared", 1128, "ignored|accepted", users_shared={"request_id": 1, "users": []}),
    ]


def _services() -> list[Case]:
    old = message(1, text="an older one")
    services: dict[str, Any] = {
        "pinned_message": old,
        "message_auto_delete_timer_changed": {"message_auto_delete_time": 86400},
        "write_access_allowed": {"from_request": True},
        "connected_website": "lender.example",
        "boost_added": {"boost_count": 1},
        "chat_background_set": {"type": {"type": "fill"}},
        "proximity_alert_triggered": {"traveler": USER, "watcher": USER, "distance": 5},
        "refunded_payment": {
            "currency": "XTR",
            "total_amount": 1,
            "invoice_payload": "x",
            "telegram_payment_charge_id": "y",
        },
        "gift": {"gift": {"id": "1"}},
        "forum_topic_created": {"name": "a", "icon_color": 7322096},
        "checklist_tasks_done": {"marked_as_done_task_ids": [1]},
        "video_chat_started": {},
    }
    return [
        unheard(f"tg-service-{name}", 1200 + place, "ignored", **{name: held})
        for place, (name, held) in enumerate(services.items())
    ]


def _elsewhere() -> list[Case]:
    """Groups, channels and bots: not a person alone with us."""
    group = {"id": -100, "type": "group", "title": "Family"}
    large = {"id": -1001234567890, "type": "supergroup", "title": "Family", "is_forum": True}
    channel = {"id": -1009876543210, "type": "channel", "title": "News"}
    bot = {"id": 99, "is_bot": True, "first_name": "Another"}
    return [
        unheard("tg-group", 1301, chat=group, text="I pay Monday"),
        unheard("tg-supergroup", 1302, chat=large, text="STOP"),
        unheard("tg-group-command", 1303, chat=group, text="/start@lender_bot QX7"),
        unheard("tg-group-photo", 1304, chat=group, photo=PHOTO),
        unheard(
            "tg-group-anonymous",
            1305,
            chat=large,
            sender_chat=large,
            text="hi",
            **by({"id": 1087968824, "is_bot": True, "first_name": "Group"}),
        ),
        unheard("tg-group-migrated", 1306, chat=group, migrate_to_chat_id=-1001),
        unheard("tg-group-joined", 1307, chat=group, new_chat_members=[USER]),
        unheard("tg-group-left", 1308, chat=group, left_chat_member=USER),
        unheard(
            "tg-group-linked-channel",
            1309,
            chat=large,
            sender_chat=channel,
            is_automatic_forward=True,
            text="n",
        ),
        unheard("tg-channel-in-message", 1310, chat=channel, text="hi", **by(None)),
        unheard("tg-unknown-chat-type", 1311, chat={"id": 77, "type": "constellation"}, text="hi"),
        unheard("tg-bot-writes", 1312, text="hi", chat={"id": 99, "type": "private"}, **by(bot)),
        unheard(
            "tg-direct-messages-of-channel",
            1313,
            chat=large | {"is_direct_messages": True},
            direct_messages_topic={"topic_id": 1},
            text="hi",
        ),
    ]


CASES = [*_texts(), *_kinds(), *_services(), *_elsewhere()]
