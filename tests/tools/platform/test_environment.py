"""Addresses, secrets, and the lock of a running service."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from core.errors import Conflict, Invalid, Unavailable
from tools.platform import running
from tools.platform.children import is_taken
from tools.platform.embedded import Embedded
from tools.platform.environment import (
    SECRETS,
    Addresses,
    chosen_ports,
    environment,
    for_assistant,
    from_files,
    secrets,
)
from tools.platform.secrets_file import kept_secrets

HERE = Addresses(
    gateway_port=8080,
    assistant_port=5005,
    database_url="postgresql://kept:a@127.0.0.1/kept",
    redis_url="redis://:b@127.0.0.1",
    assistant_database_url="postgresql://r:c@127.0.0.1/r",
    assistant_redis_url="redis://r:d@127.0.0.1",
)


def test_secrets_are_made_once_for_the_owner_alone(tmp_path: Path) -> None:
    first = secrets(tmp_path, {})
    assert set(first) == set(SECRETS)
    assert all(len(value) >= 43 for value in first.values())
    assert len(set(first.values())) == len(SECRETS)
    assert secrets(tmp_path, {}) == first
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600


def test_the_operators_secrets_come_first_in_the_variable_or_in_a_file(tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.write_text("from-a-file\n")
    ours = secrets(tmp_path, {"KEPT_SECRET_KEY": "from-the-variable", "KEPT_RASA_TOKEN_FILE": str(held)})
    assert ours["KEPT_SECRET_KEY"] == "from-the-variable"
    assert ours["KEPT_RASA_TOKEN"] == "from-a-file"
    assert not (tmp_path / "secrets.json").exists()


def test_an_address_may_stand_in_a_file_too(tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.write_text("postgresql://from-a-file/kept\n")
    told = from_files(
        {"KEPT_DATABASE_URL_FILE": str(held), "KEPT_REDIS_URL": "redis://cache", "KEPT_HOST": ""}
    )
    assert told["KEPT_DATABASE_URL"] == "postgresql://from-a-file/kept"
    assert told["KEPT_REDIS_URL"] == "redis://cache"
    assert "KEPT_HOST" not in told


def test_a_secret_file_that_is_missing_is_an_error_not_a_new_secret(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="KEPT_SECRET_KEY_FILE"):
        secrets(tmp_path, {"KEPT_SECRET_KEY_FILE": str(tmp_path / "absent")})


def test_a_damaged_secrets_file_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "secrets.json").write_text("{")
    with pytest.raises(Unavailable, match="damaged"):
        kept_secrets(tmp_path / "secrets.json", ["one"])
    assert (tmp_path / "secrets.json").read_text() == "{"


def test_what_the_operator_names_stays_and_the_rest_is_filled_up() -> None:
    ready = environment(
        HERE, {"KEPT_SECRET_KEY": "made"}, {"KEPT_PUBLIC_URL": "https://kept.example", "KEPT_HOST": ""}
    )
    assert ready["KEPT_PUBLIC_URL"] == "https://kept.example"
    assert ready["KEPT_ACTIONS_URL"] == "http://127.0.0.1:8080/internal/actions"
    assert ready["KEPT_RASA_URL"] == "http://127.0.0.1:5005"
    assert "KEPT_HOST" not in ready


@pytest.mark.parametrize("told", ["http", "0", "65536", "-1", "８０８０"])
def test_a_port_that_is_none_is_refused(told: str) -> None:
    with pytest.raises(Invalid, match="KEPT_PORT"):
        chosen_ports({"KEPT_PORT": told})


def test_a_named_database_needs_one_for_the_assistant_too(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="KEPT_RASA_DATABASE_URL"):
        Embedded(tmp_path, {"KEPT_DATABASE_URL": "postgresql://db/kept"})


def test_nothing_is_embedded_where_everything_is_named(tmp_path: Path) -> None:
    named = {
        "KEPT_DATABASE_URL": "postgresql://db/kept",
        "KEPT_RASA_DATABASE_URL": "postgresql://db/rasa",
        "KEPT_REDIS_URL": "redis://cache",
    }
    servers = Embedded(tmp_path, named)
    assert servers.services() == []
    assert (servers.database_url(), servers.redis_url()) == ("postgresql://db/kept", "redis://cache")


def test_one_service_a_checkout_and_its_note_goes_with_it(tmp_path: Path) -> None:
    assert running.told(tmp_path) is None
    with running.only_one(tmp_path):
        running.tell(tmp_path, {"KEPT_PORT": "8080", "PATH": "/bin"})
        assert running.told(tmp_path) == {"KEPT_PORT": "8080"}
        assert (tmp_path / running.NOTE).stat().st_mode & 0o777 == 0o600
        with pytest.raises(Conflict, match="running here already"), running.only_one(tmp_path):
            pass
    assert running.told(tmp_path) is None


def test_the_note_of_a_killed_service_is_not_believed(tmp_path: Path) -> None:
    with running.only_one(tmp_path):
        pass
    running.tell(tmp_path, {"KEPT_PORT": "8080"})
    assert running.told(tmp_path) is None


def test_a_taken_port_is_seen() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        assert is_taken(port)
    assert not is_taken(port)


def test_the_assistant_is_told_no_secret_but_its_own() -> None:
    ours = {"KEPT_SECRET_KEY": "ours", "KEPT_RASA_TOKEN": "its own"}
    given = {
        "PATH": "/bin",
        "KEPT_TWILIO_AUTH_TOKEN": "the provider's",
        "AWS_SECRET_ACCESS_KEY": "somebody's",
    }
    told = for_assistant(environment(HERE, ours, given))
    assert told == {
        "PATH": "/bin",
        "PYTHONUNBUFFERED": "1",
        "KEPT_ACTIONS_URL": "http://127.0.0.1:8080/internal/actions",
        "KEPT_RASA_URL": "http://127.0.0.1:5005",
        "KEPT_RASA_TOKEN": "its own",
        "KEPT_RASA_DATABASE_URL": HERE.assistant_database_url,
        "KEPT_REDIS_URL": HERE.assistant_redis_url,
    }
