"""What the channels refuse to start with."""

from __future__ import annotations

from pathlib import Path

import pytest

from channels.settings import Unsafe, WeChatMode, read_settings

TWILIO = {
    "KEPT_TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "KEPT_TWILIO_AUTH_TOKEN": "12345678901234567890123456789012",
    "KEPT_TWILIO_SMS_FROM": "+15005550006",
    "KEPT_TWILIO_WHATSAPP_FROM": "whatsapp:+14155238886",
}
TELEGRAM = {"KEPT_TELEGRAM_BOT_TOKEN": "123456:AAExample", "KEPT_TELEGRAM_SECRET_TOKEN": "A-secret_1"}
WECHAT = {
    "KEPT_WECHAT_APP_ID": "wx0123456789abcdef",
    "KEPT_WECHAT_TOKEN": "token123",
    "KEPT_WECHAT_ORIGINAL_ID": "gh_0123456789ab",
}
AES_KEY = {"KEPT_WECHAT_AES_KEY": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"}
URL = {"KEPT_PUBLIC_URL": "https://kept.example.com"}
EVERYTHING = URL | TWILIO | TELEGRAM | WECHAT | AES_KEY


def test_everything_set_is_read() -> None:
    known = read_settings(EVERYTHING)

    assert known.twilio is not None
    assert known.twilio.whatsapp_from == "whatsapp:+14155238886"
    assert known.telegram is not None
    assert known.telegram.bot_id == "123456"
    assert known.wechat is not None
    assert known.wechat.mode is WeChatMode.SAFE


def test_a_channel_that_is_not_set_up_is_not_served() -> None:
    known = read_settings(URL)

    assert (known.twilio, known.telegram, known.wechat, known.webchat) == (None, None, None, None)


@pytest.mark.parametrize(
    "name",
    [
        "KEPT_PUBLIC_URL",
        "KEPT_TWILIO_ACCOUNT_SID",
        "KEPT_TWILIO_AUTH_TOKEN",
        "KEPT_TELEGRAM_BOT_TOKEN",
        "KEPT_TELEGRAM_SECRET_TOKEN",
        "KEPT_WECHAT_APP_ID",
        "KEPT_WECHAT_TOKEN",
        "KEPT_WECHAT_ORIGINAL_ID",
    ],
)
def test_a_channel_set_up_by_half_is_refused_and_the_missing_half_named(name: str) -> None:
    half = {key: value for key, value in EVERYTHING.items() if key != name}

    with pytest.raises(Unsafe, match=name):
        read_settings(half)


@pytest.mark.parametrize(
    "change",
    [
        {"KEPT_PUBLIC_URL": "http://kept.example.com"},
        {"KEPT_PUBLIC_URL": "ftp://kept.example.com"},
        {"KEPT_PUBLIC_URL": "https://kept.example.com?x=1"},
        {"KEPT_PUBLIC_URL": "https://[broken"},
        {"KEPT_TWILIO_AUTH_TOKEN": "changeme"},
        {"KEPT_TWILIO_WHATSAPP_FROM": "+14155238886"},
        {"KEPT_TWILIO_API": "http://api.twilio.example.com"},
        {"KEPT_TELEGRAM_SECRET_TOKEN": "with space"},
        {"KEPT_TELEGRAM_BOT_TOKEN": "123456:AA/../x"},
        {"KEPT_WECHAT_AES_KEY": "short"},
        {"KEPT_WECHAT_AES_KEY": "*" * 43},
        {"KEPT_WECHAT_MODE": "secret"},
    ],
)
def test_what_is_unsafe_or_unreadable_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(Unsafe):
        read_settings(EVERYTHING | change)


def test_safe_mode_needs_a_key() -> None:
    with pytest.raises(Unsafe, match="KEPT_WECHAT_AES_KEY"):
        read_settings(URL | WECHAT | {"KEPT_WECHAT_MODE": "safe"})


@pytest.mark.parametrize(
    ("settings", "mode"),
    [
        (WECHAT, WeChatMode.PLAIN),
        (WECHAT | AES_KEY, WeChatMode.SAFE),
        (WECHAT | AES_KEY | {"KEPT_WECHAT_MODE": "compatible"}, WeChatMode.COMPATIBLE),
        (WECHAT | AES_KEY | {"KEPT_WECHAT_MODE": "plain"}, WeChatMode.PLAIN),
    ],
)
def test_with_a_key_messages_in_clear_are_refused_unless_said_otherwise(
    settings: dict[str, str], mode: WeChatMode
) -> None:
    known = read_settings(URL | settings)

    assert known.wechat is not None
    assert known.wechat.mode is mode


def test_http_is_good_enough_inside_the_machine() -> None:
    assert read_settings({"KEPT_PUBLIC_URL": "http://127.0.0.1:8000/"}).public_url == "http://127.0.0.1:8000"


def test_a_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("A-secret_1\n")
    settings = {key: value for key, value in EVERYTHING.items() if key != "KEPT_TELEGRAM_SECRET_TOKEN"}

    known = read_settings(settings | {"KEPT_TELEGRAM_SECRET_TOKEN_FILE": str(file)})

    assert known.telegram is not None
    assert known.telegram.secret_token == "A-secret_1"


def test_a_secret_in_two_places_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unsafe, match="Both"):
        read_settings(EVERYTHING | {"KEPT_TWILIO_AUTH_TOKEN_FILE": str(tmp_path / "secret")})


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    settings = {key: value for key, value in EVERYTHING.items() if key != "KEPT_TWILIO_AUTH_TOKEN"}

    with pytest.raises(Unsafe, match="cannot be read"):
        read_settings(settings | {"KEPT_TWILIO_AUTH_TOKEN_FILE": str(tmp_path / "none")})


def test_no_secret_shows_when_settings_are_printed() -> None:
    printed = repr(read_settings(EVERYTHING))

    for name in ("KEPT_TWILIO_AUTH_TOKEN", "KEPT_TELEGRAM_SECRET_TOKEN", "KEPT_TELEGRAM_BOT_TOKEN"):
        assert EVERYTHING[name] not in printed
    assert EVERYTHING["KEPT_WECHAT_AES_KEY"] not in printed


MAIL = {
    "KEPT_SMTP_URL": "smtps://user%40x:p%3Aw@mail.example.com",
    "KEPT_MAIL_FROM": "Example Lender <letters@example.com>",
    "KEPT_MAIL_SECRET": "mail-secret",
}


def test_a_mail_server_is_read_from_one_address() -> None:
    letters = read_settings(URL | MAIL).letters

    assert letters is not None
    assert (letters.host, letters.port, letters.username, letters.password) == (
        "mail.example.com",
        465,
        "user@x",
        "p:w",
    )
    assert (letters.name, letters.sender, letters.bounces) == (
        "Example Lender",
        "letters@example.com",
        "letters@example.com",
    )
    assert (letters.encrypted, letters.from_the_start) == (True, True)


@pytest.mark.parametrize(
    ("host", "encrypted"), [("mail.example.com", True), ("127.0.0.1", False), ("mail", False)]
)
def test_letters_leave_the_machine_only_encrypted(host: str, encrypted: bool) -> None:
    letters = read_settings(URL | MAIL | {"KEPT_SMTP_URL": f"smtp://{host}"}).letters

    assert letters is not None
    assert (letters.encrypted, letters.port) == (encrypted, 587)


@pytest.mark.parametrize(
    "change",
    [
        {"KEPT_SMTP_URL": "mail.example.com"},
        {"KEPT_SMTP_URL": "smtp://[broken"},
        {"KEPT_MAIL_FROM": "letters@example.com"},
        {"KEPT_MAIL_FROM": "Example Lender"},
        {"KEPT_MAIL_BOUNCES": "not an address"},
        {"KEPT_MAIL_SECRET": ""},
    ],
)
def test_half_a_mail_server_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(Unsafe):
        read_settings(URL | MAIL | change)
