"""What the environment must say before the assistant starts."""

from __future__ import annotations

import pytest

from bot.settings import Settings, Unset

TOLD = {"KEPT_RASA_TOKEN": "a-token-of-some-length", "KEPT_ACTIONS_URL": "http://127.0.0.1:1/actions"}


def test_token_and_actions_are_enough_for_one_process():
    settings = Settings.read(TOLD)
    assert settings.tracker_store() is None
    assert settings.lock_store() is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"KEPT_RASA_TOKEN": ""},
        {"KEPT_RASA_TOKEN": "short"},
        {"KEPT_ACTIONS_URL": ""},
        {"KEPT_ACTIONS_URL": "ftp://x/"},
    ],
)
def test_it_refuses_to_start_without_token_or_actions(wrong):
    with pytest.raises(Unset):
        Settings.read({**TOLD, **wrong})


def test_the_action_server_is_told_who_calls_and_not_sent_the_domain():
    endpoint = Settings.read(TOLD).action_endpoint()
    assert endpoint.headers == {"Authorization": "Bearer a-token-of-some-length"}
    assert endpoint.kwargs == {"enable_selective_domain": True}


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_every_spelling_of_the_database_address_is_understood(scheme):
    settings = Settings.read({**TOLD, "KEPT_RASA_DATABASE_URL": f"{scheme}://rasa:p@127.0.0.1:5/kept"})
    assert settings.tracker_store().url == "postgresql://rasa:p@127.0.0.1:5/kept"


def test_redis_is_read_from_its_address():
    lock = Settings.read({**TOLD, "KEPT_REDIS_URL": "redis://:p%40ss@127.0.0.1:6380/3"}).lock_store()
    assert (lock.url, lock.type) == ("127.0.0.1", "redis")
    assert (lock.kwargs["port"], lock.kwargs["db"], lock.kwargs["password"]) == (6380, 3, "p@ss")


def test_another_kind_of_lock_address_is_refused():
    with pytest.raises(Unset, match="redis://"):
        Settings.read({**TOLD, "KEPT_REDIS_URL": "http://127.0.0.1"}).lock_store()
