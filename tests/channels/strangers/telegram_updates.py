"""Telegram's other updates: edits, buttons, memberships, what is not for us, and what is not Telegram's."""

from __future__ import annotations

import json
from typing import Any

from tests.channels.strangers.asked import SECRET, Case, update
from tests.channels.strangers.telegram_messages import CHAT, PERSON, PHOTO, USER, WHEN, by, message, told

GROUP = {"id": -100, "type": "group", "title": "Family"}
JSON = "application/json"
TOKEN = "X-Telegram-Bot-Api-Secret-Token"


def _edits() -> list[Case]:
    def edited(name: str, number: int, became: str, want: Any = None, **content: Any) -> Case:
        return update(
            name, number, {"edited_message": message(2001, edit_date=WHEN, **content)}, became, inbound=want
        )

    return [
        update("tg-before-edit", 2001, {"message": message(2001, text="I pay 200")}, "accepted",
               inbound=told(2001, "I pay 200")),
        edited("tg-edit", 2002, "accepted", told(2002, "I pay 300", kind="edit"), text="I pay 300"),
        edited("tg-edit-again", 2003, "accepted", told(2003, "I pay 400", kind="edit"), text="I pay 400"),
        edited("tg-edit-caption", 2004, "accepted", {"text": "new words", "provider_id": "2004"},
               photo=PHOTO, caption="new words"),
        edited("tg-edit-live-location", 2005, "ignored", location={"latitude": 1.0, "longitude": 2.0}),
        edited("tg-edit-group", 2006, "ignored", text="x", chat=GROUP),
        edited("tg-edit-of-bot", 2007, "ignored", text="x", **by(USER | {"is_bot": True})),
        update("tg-edit-unknown", 2008, {"edited_message": message(999999, text="hi", edit_date=WHEN)},
               "accepted", inbound={"text": "hi", "provider_id": "2008"}),
        update("tg-edit-photo-away", 2009, {"edited_message": message(2001, photo=PHOTO, edit_date=WHEN)},
               "ignored|accepted", inbound={"provider_id": "2009"}),
    ]  # fmt: skip


def _buttons() -> list[Case]:
    keys = {
        "inline_keyboard": [
            [{"text": "Yes", "callback_data": "yes_1"}, {"text": "No", "callback_data": "no_1"}]
        ]
    }
    ours = message(50, text="Is that right?", reply_markup=keys) | {
        "from": {"id": 7654321, "is_bot": True, "first_name": "Bot"}
    }

    def pressed(name: str, number: int, became: str, want: Any = None, **content: Any) -> Case:
        whole = {
            "id": "4382bfdwdsb323b2d9",
            "from": USER,
            "message": ours,
            "chat_instance": "-7",
            "data": "yes_1",
        }
        held = {key: value for key, value in (whole | content).items() if value is not None}
        return update(name, number, {"callback_query": held}, became, inbound=want)

    return [
        pressed("tg-button", 2101, "accepted", told(2101, {"yes_1", "Yes"}, kind="button")),
        pressed(
            "tg-button-old-message",
            2102,
            "accepted",
            told(2102, "yes_1", kind="button"),
            message={"chat": CHAT, "message_id": 50, "date": 0},
        ),
        pressed("tg-button-unlisted", 2103, "accepted", told(2103, "later", kind="button"), data="later"),
        pressed("tg-button-unicode", 2104, "accepted", told(2104, "下周五", kind="button"), data="下周五"),
        pressed("tg-button-group", 2105, "ignored", message=ours | {"chat": GROUP}),
        pressed(
            "tg-button-inline",
            2106,
            "ignored|accepted",
            {"kind": "button"},
            message=None,
            inline_message_id="x",
        ),
        pressed("tg-button-game", 2107, "ignored", data=None, game_short_name="g"),
        pressed("tg-button-no-data", 2108, "ignored|rejected", data=None),
        pressed("tg-button-by-bot", 2109, "ignored|rejected", **by(USER | {"is_bot": True})),
        # Somebody else's finger on a message in this chat cannot be: the presser counts.
        pressed("tg-button-other-presser", 2110, "ignored|rejected", **by(USER | {"id": 4242})),
    ]


def _members() -> list[Case]:
    def member(status: str, **more: Any) -> dict[str, Any]:
        return {"user": {"id": 7654321, "is_bot": True, "first_name": "Bot"}, "status": status, **more}

    def changed(
        name: str, number: int, old: str, new: str, became: str, chat: Any = CHAT, want: Any = None
    ) -> Case:
        held = {
            "chat": chat,
            "from": USER,
            "date": WHEN,
            "old_chat_member": member(old),
            "new_chat_member": member(new, until_date=0),
        }
        return update(name, number, {"my_chat_member": held}, became, inbound=want)

    channel = {"id": -1009, "type": "channel", "title": "News"}
    left = {"kind": "left", "from": str(PERSON), "channel": "telegram", "provider_id": "2201"}
    return [
        changed("tg-blocked", 2201, "member", "kicked", "accepted", want=left),
        changed("tg-unblocked", 2202, "kicked", "member", "accepted|ignored", want={"kind": "joined"}),
        changed("tg-blocked-again", 2203, "member", "kicked", "accepted", want={"kind": "left"}),
        changed("tg-into-group", 2204, "left", "member", "ignored", chat=GROUP),
        changed("tg-out-of-group", 2205, "member", "kicked", "ignored", chat=GROUP),
        changed("tg-channel-admin", 2206, "left", "administrator", "ignored", chat=channel),
        changed("tg-state-of-future", 2207, "member", "dreaming", "ignored"),
    ]


def _not_for_us() -> list[Case]:
    post = {
        "message_id": 9,
        "chat": {"id": -1009, "type": "channel", "title": "N"},
        "date": WHEN,
        "text": "news",
    }
    business = message(7, text="I pay", business_connection_id="AAA")
    reaction = {
        "chat": CHAT,
        "message_id": 50,
        "user": USER,
        "date": WHEN,
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "👍"}],
    }
    held: dict[str, Any] = {
        "channel_post": post,
        "edited_channel_post": post | {"edit_date": WHEN},
        "business_connection": {
            "id": "A",
            "user": USER,
            "user_chat_id": PERSON,
            "date": WHEN,
            "is_enabled": True,
        },
        "business_message": business,
        "edited_business_message": business | {"edit_date": WHEN},
        "deleted_business_messages": {"business_connection_id": "A", "chat": CHAT, "message_ids": [1, 2]},
        "message_reaction": reaction,
        "message_reaction_count": {"chat": CHAT, "message_id": 50, "date": WHEN, "reactions": []},
        "inline_query": {"id": "1", "from": USER, "query": "pay", "offset": ""},
        "chosen_inline_result": {"result_id": "1", "from": USER, "query": "pay"},
        "shipping_query": {"id": "1", "from": USER, "invoice_payload": "x", "shipping_address": {}},
        "pre_checkout_query": {
            "id": "1",
            "from": USER,
            "currency": "EUR",
            "total_amount": 1,
            "invoice_payload": "x",
        },
        "purchased_paid_media": {"from": USER, "paid_media_payload": "x"},
        "poll": {"id": "1", "question": "?", "options": []},
        "poll_answer": {"poll_id": "1", "user": USER, "option_ids": [0]},
        "chat_member": {"chat": GROUP, "from": USER, "date": WHEN},
        "chat_join_request": {"chat": GROUP, "from": USER, "user_chat_id": PERSON, "date": WHEN},
        "chat_boost": {"chat": GROUP, "boost": {}},
        "removed_chat_boost": {"chat": GROUP, "boost_id": "1"},
        "managed_bot": {"user": USER},
        "quantum_message": message(8, text="hi"),
    }
    made = [
        update(f"tg-not-{name}", 2300 + place, {name: content}, "ignored")
        for place, (name, content) in enumerate(held.items())
    ]
    return [*made, update("tg-not-anything", 2399, {}, "ignored")]


def _refused() -> list[Case]:
    good = {"message": message(1, text="hi")}

    def token(
        name: str, value: str | None, header: str = TOKEN, became: str = "rejected", number: int = 2400
    ) -> Case:
        headers = {"Content-Type": JSON} | ({} if value is None else {header: value})
        want = told(number, "hi") if became == "accepted" else None
        return update(name, number, good, became, headers=headers, inbound=want)

    def raw(name: str, body: bytes, became: str = "rejected", **more: Any) -> Case:
        return update(name, 0, {}, became, body=body, **more)

    whole = json.dumps({"update_id": 2450, **good}).encode()
    odd: dict[str, Any] = {"inbound": {"channel": "telegram"}}
    bits = [
        token("tg-no-token", None),
        token("tg-empty-token", ""),
        token("tg-wrong-token", "nope"),
        token("tg-token-cut", SECRET[:-1]),
        token("tg-token-longer", SECRET + "x"),
        token("tg-token-small", SECRET.lower()),
        token("tg-token-odd", "geheimnis-ü☂"),
        token("tg-token-in-other-header", SECRET, "Authorization"),
        token("tg-token-header-small", SECRET, TOKEN.lower(), "accepted", 2401),
        token("tg-token-header-large", SECRET, TOKEN.upper(), "accepted", 2402),
        raw("tg-nothing", b""),
        raw("tg-not-json", b"update_id=1"),
        raw("tg-cut", whole[:-5]),
        raw("tg-list", b"[" + whole + b"]"),
        raw("tg-null", b"null"),
        raw("tg-number", b"1"),
        raw("tg-bad-utf-8", whole.replace(b'"hi"', b'"h\xff"')),
        raw("tg-deep", b"[" * 100_000),
        raw("tg-deep-inside", b'{"update_id":1,"message":' + b'{"a":' * 50_000),
        raw(
            "tg-deep-but-closed",
            b'{"update_id":2451,"x":' + b"[" * 20_000 + b"]" * 20_000 + b"}",
            "rejected|ignored",
        ),
        raw("tg-too-large", whole[:-1] + b',"pad":"' + b"x" * 3_000_000 + b'"}'),
        raw("tg-trailing", whole + b"{}"),
        raw(
            "tg-byte-order-mark",
            b"\xef\xbb\xbf" + whole.replace(b"2450", b"2452"),
            "rejected|accepted",
            **odd,
        ),
        raw(
            "tg-utf-16", whole.replace(b"2450", b"2453").decode().encode("utf-16"), "rejected|accepted", **odd
        ),
        raw("tg-nan", b'{"update_id":2454,"message":NaN}', "rejected|ignored"),
        raw("tg-huge-number", b'{"update_id":2455,"x":' + b"9" * 10_000 + b"}", "rejected|ignored"),
        raw(
            "tg-twice-the-key",
            b'{"update_id":1,' + whole.replace(b"2450", b"2456")[1:],
            "rejected|accepted",
            **odd,
        ),
        update("tg-id-missing", 0, {}, "rejected|ignored", body=json.dumps(good).encode()),
        update("tg-get", 2457, good, "rejected", method="GET"),
    ]
    numbers: tuple[Any, ...] = (None, "12", True, 1.5, [], {}, -1, 2**80)
    for place, number in enumerate(numbers):
        bits.append(
            update(
                f"tg-id-{place}",
                number,
                good,
                "rejected|ignored|accepted" if place in (1, 6, 7) else "rejected|ignored",
                **odd,
            )
        )
    broken: list[dict[str, Any]] = [
        {"message": None},
        {"message": []},
        {"message": "hi"},
        {"message": {}},
        {"message": message(1, text=["hi"])},
        {"message": message(1, text={"a": 1})},
        {"message": message(1, chat=7)},
        {"message": message(1, chat={"type": "private"}, text="a")},
        {"message": message(1, **by("Zoë"), text="a")},
        {"message": message(1, photo="x")},
        {"message": message(1, photo=[])},
        {"message": message(1, photo=[None])},
        {"message": message(1, document=[])},
        {"message": message(1, voice={"file_id": 5})},
        {"message": message(1, location={"latitude": "NaN"})},
        {"message": message(1, contact={})},
        {"message": message(1, sticker=1)},
        {"callback_query": {}},
        {"callback_query": {"id": 1, "data": 2}},
        {"edited_message": {"message_id": "x"}},
        {"my_chat_member": {"chat": CHAT}},
        {"my_chat_member": {"chat": CHAT, "new_chat_member": "kicked"}},
    ]
    bits += [
        update(f"tg-broken-{place}", 2500 + place, held, "rejected|ignored|accepted", **odd)
        for place, held in enumerate(broken)
    ]
    dates: list[Any] = [0, -5, 2**31, 2**60, 1.5, "yesterday", None, True]
    bits += [
        update(
            f"tg-date-{place}",
            2600 + place,
            {"message": message(1, text="hi") | {"date": date}},
            "accepted|rejected|ignored" if place > 3 else "accepted|rejected",
            **odd,
        )
        for place, date in enumerate(dates)
    ]
    return bits


def _twice() -> list[Case]:
    once = {"message": message(60, text="once")}
    return [
        update("tg-once", 2700, once, "accepted", inbound=told(2700, "once"), reply=True),
        update("tg-twice", 2700, once, "ignored"),
        update("tg-twice-other-text", 2700, {"message": message(60, text="twice")}, "ignored"),
        update(
            "tg-lower-number-later",
            2650,
            {"message": message(61, text="late")},
            "accepted",
            inbound=told(2650, "late"),
        ),
    ]


CASES = [*_edits(), *_buttons(), *_members(), *_not_for_us(), *_refused(), *_twice()]
