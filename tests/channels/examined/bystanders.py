"""Telegram's updates that are no business of a borrower's: groups, channels, bots, reactions, services."""

from __future__ import annotations

from tests.channels.examined.asked import NOW, Case
from tests.channels.examined.updates import BOT, ignored, message, person, update


def cases() -> list[Case]:
    group = {"id": -100, "type": "group", "title": "Family"}
    large = {"id": -100200, "type": "supergroup", "title": "Debtors"}
    channel = {"id": -100300, "type": "channel", "title": "News"}
    post = {"message_id": 1, "chat": channel, "date": NOW, "text": "news", "sender_chat": channel}
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    reaction = {"chat": {"id": 9, "type": "private"}, "message_id": 1, "user": person(), "date": NOW}
    poll = {"id": "1", "question": "?", "options": [], "is_closed": True}
    checkout = {"id": "1", "from": person(), "currency": "USD", "total_amount": 1, "invoice_payload": "x"}
    inline = {"id": "1", "from": person(), "query": "", "offset": ""}
    place = {"latitude": 1.0, "longitude": 2.0, "live_period": 60}
    return [
        ignored("telegram: in a group", update("message", message(text="hi") | {"chat": group})),
        ignored(
            "telegram: a stop in a group", update("message", message(text="/stop@kept_bot") | {"chat": large})
        ),
        ignored(
            "telegram: for a channel in its group",
            update("message", message(anonymous, text="hi") | {"chat": large, "sender_chat": channel}),
        ),
        ignored(
            "telegram: a topic of a forum",
            update(
                "message",
                message(text="hi", is_topic_message=True, message_thread_id=4)
                | {"chat": large | {"is_forum": True}},
            ),
        ),
        ignored(
            "telegram: a correction in a group",
            update("edited_message", message(text="hi", edit_date=NOW) | {"chat": group}),
        ),
        ignored("telegram: a channel's post", update("channel_post", post)),
        ignored(
            "telegram: a channel's post corrected", update("edited_channel_post", post | {"edit_date": NOW})
        ),
        ignored("telegram: from a bot", update("message", message({**BOT, "id": 99}, text="hi"))),
        ignored(
            "telegram: a reaction",
            update(
                "message_reaction",
                reaction | {"old_reaction": [], "new_reaction": [{"type": "emoji", "emoji": "👍"}]},
            ),
        ),
        ignored(
            "telegram: reactions counted",
            update(
                "message_reaction_count", {"chat": channel, "message_id": 1, "date": NOW, "reactions": []}
            ),
        ),
        ignored(
            "telegram: another's business",
            update("business_message", message(text="hi", business_connection_id="b")),
        ),
        ignored(
            "telegram: a business connected",
            update(
                "business_connection",
                {"id": "b", "user": person(), "user_chat_id": 9, "date": NOW, "is_enabled": True},
            ),
        ),
        ignored(
            "telegram: another's business corrected",
            update("edited_business_message", message(text="hi", business_connection_id="b", edit_date=NOW)),
        ),
        ignored(
            "telegram: messages deleted",
            update(
                "deleted_business_messages",
                {"business_connection_id": "b", "chat": {"id": 9, "type": "private"}, "message_ids": [1]},
            ),
        ),
        ignored("telegram: an inline query", update("inline_query", inline)),
        ignored(
            "telegram: an inline answer chosen",
            update("chosen_inline_result", {"result_id": "1", "from": person(), "query": ""}),
        ),
        ignored("telegram: a poll", update("poll", poll)),
        ignored(
            "telegram: a vote", update("poll_answer", {"poll_id": "1", "user": person(), "option_ids": [0]})
        ),
        ignored(
            "telegram: somebody joins a group",
            update(
                "chat_member",
                {"chat": group, "from": person(), "date": NOW, "old_chat_member": {}, "new_chat_member": {}},
            ),
        ),
        ignored(
            "telegram: somebody asks to join",
            update("chat_join_request", {"chat": channel, "from": person(), "user_chat_id": 9, "date": NOW}),
        ),
        ignored("telegram: a boost", update("chat_boost", {"chat": channel, "boost": {}})),
        ignored("telegram: a checkout", update("pre_checkout_query", checkout)),
        ignored("telegram: a message pinned", update("message", message(pinned_message=message(text="x")))),
        ignored(
            "telegram: a timer set",
            update("message", message(message_auto_delete_timer_changed={"message_auto_delete_time": 9})),
        ),
        ignored(
            "telegram: a live place moves", update("edited_message", message(location=place, edit_date=NOW))
        ),
        ignored("telegram: dice", update("message", message(dice={"emoji": "🎲", "value": 3}))),
        ignored("telegram: a poll in the chat", update("message", message(poll=poll))),
        ignored(
            "telegram: a payment to the bot",
            update("message", message(successful_payment={"currency": "USD"})),
        ),
        ignored("telegram: an update not yet invented", update("telepathy", {"chat": group})),
        ignored("telegram: an update of nothing", {"update_id": 800_000}),
    ]
