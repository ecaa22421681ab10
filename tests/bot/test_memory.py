"""Where Rasa keeps what was said, and its locks: the service erases them by these very names."""

from __future__ import annotations

from bot.settings import Settings

TOLD = {
    "KEPT_RASA_TOKEN": "a-token-of-sixteen-or-more",
    "KEPT_ACTIONS_URL": "http://127.0.0.1:8080/internal/actions",
}


def test_events_stand_in_a_table_by_their_sender() -> None:
    from rasa.core.tracker_store import SQLTrackerStore

    table = SQLTrackerStore.SQLEvent.__table__

    assert table.name == "events"
    assert {column.name for column in table.columns} == {
        "id",
        "sender_id",
        "type_name",
        "timestamp",
        "intent_name",
        "action_name",
        "data",
    }


def test_locks_are_named_by_their_conversation() -> None:
    from rasa.core.lock_store import LockStore

    endpoint = Settings.read({**TOLD, "KEPT_REDIS_URL": "redis://127.0.0.1:9/0"}).lock_store()

    assert LockStore.create(endpoint).key_prefix == "keptrasa:lock:"
