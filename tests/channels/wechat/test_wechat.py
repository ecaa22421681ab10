"""WeChat's pushes, one by one, in every mode."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from wechatpy import parse_message

from channels.base import Forged, Malformed, Refused
from channels.settings import WeChatMode
from channels.wechat.adapter import WINDOW
from channels.wechat.codec import decrypt
from tests.channels.kits import NOW, WECHAT
from tests.channels.payloads import became, names
from tests.channels.wechat.pushes import (
    AES_KEY,
    EXPECTED,
    MODES,
    ORACLE,
    PAYLOADS,
    adapter,
    arrives,
    captured,
    genuine,
    push,
    requery,
    told,
)


def test_every_captured_push_has_its_expectation() -> None:
    assert names(PAYLOADS) == sorted(EXPECTED)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_captured_push_becomes_what_it_says_in_every_mode(name: str, mode: WeChatMode) -> None:
    answer = adapter(mode).receive(push(captured(name), mode))

    assert became(answer) == EXPECTED[name]
    assert answer.body == b"success"


def test_compatible_mode_takes_messages_in_clear_too() -> None:
    assert (
        became(adapter(WeChatMode.COMPATIBLE).receive(push(captured("text"), WeChatMode.PLAIN)))[0] == "text"
    )


def test_safe_mode_takes_no_message_in_clear() -> None:
    with pytest.raises(Forged):
        adapter(WeChatMode.SAFE).receive(push(captured("text"), WeChatMode.PLAIN))


def test_plain_mode_takes_no_encrypted_message() -> None:
    with pytest.raises(Malformed):
        adapter(WeChatMode.PLAIN, aes_key=None).receive(push(captured("text")))


def test_of_a_message_that_came_in_clear_and_encrypted_only_the_encrypted_counts() -> None:
    request = push(captured("text"), WeChatMode.COMPATIBLE)
    changed = replace(request, body=request.body.replace(b"500", b"900"))

    assert became(adapter(WeChatMode.COMPATIBLE).receive(changed)) == ("text", "周五还500块")


def test_a_sealed_push_whose_own_signature_is_wrong_is_forged() -> None:
    with pytest.raises(Forged):
        adapter().receive(requery(push(captured("text")), signature="0" * 40))


@pytest.mark.parametrize("dropped", [("msg_signature",), ("msg_signature", "encrypt_type")])
def test_nobody_can_drop_the_seal_to_have_the_clear_copy_read(dropped: tuple[str, ...]) -> None:
    request = requery(push(captured("text"), WeChatMode.COMPATIBLE), **dict.fromkeys(dropped))

    with pytest.raises(Forged):
        adapter(WeChatMode.COMPATIBLE).receive(request)


def test_a_message_carries_who_to_whom_when_and_its_id() -> None:
    message = arrives(captured("text"))

    assert (message.sender, message.recipient) == ("oAbc000000000000000000000142", "gh_0123456789ab")
    assert message.provider_id == "24600000000000001"
    assert message.sent_at is not None
    assert message.sent_at.isoformat() == "2026-05-13T16:05:00+00:00"


def test_an_event_is_known_by_person_and_second_and_name() -> None:
    first, again, other = (arrives(captured(name)) for name in ("subscribe", "subscribe", "scan"))

    assert first.provider_id == again.provider_id == "oAbc000000000000000000000142:1778688300:subscribe"
    assert first.provider_id != other.provider_id


@pytest.mark.parametrize(
    ("name", "binding"), [("subscribe_by_scan", "Zk3_9-aBcD"), ("scan", "Zk3_9-aBcD"), ("subscribe", None)]
)
def test_the_scene_of_a_code_comes_along(name: str, binding: str | None) -> None:
    assert arrives(captured(name)).binding == binding


def test_a_file_is_named_by_its_id() -> None:
    assert [media.url for media in arrives(captured("image")).media] == ["wechat-media:dHwtt"]


def test_a_person_who_refuses_template_messages_has_opted_out_of_them() -> None:
    assert (told("template_refused_by_the_person").opted_out, told("template_failed").opted_out) == (
        True,
        False,
    )
    assert told("template_delivered").provider_id == "200163836"


@pytest.mark.parametrize("mode", MODES)
def test_the_address_is_verified_by_its_echo(mode: WeChatMode) -> None:
    answer = adapter(mode).receive(genuine(mode).verification("5838479218127813673", at=NOW))

    assert (answer.status, answer.content_type, answer.body) == (200, "text/plain", b"5838479218127813673")
    assert became(answer) == ("ignored",)


@pytest.mark.parametrize("echo", ["", "x" * 600, "a b", "a\nb", "回"])
def test_only_a_plain_echo_is_echoed(echo: str) -> None:
    with pytest.raises(Malformed):
        adapter().receive(genuine().verification(echo, at=NOW))


def test_a_verification_with_another_signature_is_forged() -> None:
    with pytest.raises(Forged):
        adapter().receive(requery(genuine().verification("1", at=NOW), signature="0" * 40))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["timestamp", "nonce"])
def test_a_push_whose_signed_query_was_changed_is_forged(mode: WeChatMode, name: str) -> None:
    request = push(captured("text"), mode)
    was = dict(parse_qsl(urlsplit(request.url).query))[name]

    with pytest.raises(Forged):
        adapter(mode).receive(requery(request, **{name: str(int(was) + 1)}))


@pytest.mark.parametrize("mode", MODES)
def test_a_push_signed_with_another_token_is_forged(mode: WeChatMode) -> None:
    with pytest.raises(Forged):
        adapter(mode).receive(genuine(mode, token="another").text("x", sender="oA", at=NOW, number=1))


@pytest.mark.parametrize(
    ("late", "taken"),
    [
        (timedelta(0), True),
        (timedelta(seconds=15), True),
        (WINDOW, True),
        (WINDOW + timedelta(seconds=1), False),
        (-WINDOW, True),
        (-WINDOW - timedelta(seconds=1), False),
        (timedelta(days=1), False),
    ],
)
def test_a_push_is_taken_within_five_minutes_and_not_replayed_after(late: timedelta, taken: bool) -> None:
    request = replace(push(captured("text")), received_at=NOW + late)

    if taken:
        assert became(adapter().receive(request))[0] == "text"
    else:
        with pytest.raises(Forged):
            adapter().receive(request)


@pytest.mark.parametrize("timestamp", [None, "", "now", "-1", "1e9", "9" * 40, "１７７８"])
def test_a_push_without_a_time_is_forged(timestamp: str | None) -> None:
    with pytest.raises(Forged):
        adapter().receive(requery(push(captured("text")), timestamp=timestamp))


@pytest.mark.parametrize("name", ["signature", "timestamp", "nonce", "msg_signature", "encrypt_type"])
def test_a_parameter_that_comes_twice_is_refused(name: str) -> None:
    request = push(captured("text"))

    with pytest.raises(Malformed):
        adapter().receive(replace(request, url=f"{request.url}&{name}=x"))


def test_a_message_encrypted_for_another_app_is_forged() -> None:
    with pytest.raises(Forged):
        adapter().receive(genuine(app_id="wx9999999999999999").text("x", sender="oA", at=NOW, number=1))


@pytest.mark.parametrize("mode", MODES)
def test_a_message_for_another_account_is_forged(mode: WeChatMode) -> None:
    xml = captured("text").replace("gh_0123456789ab", "gh_another")

    with pytest.raises(Forged):
        adapter(mode).receive(push(xml, mode))


@pytest.mark.parametrize("key", ["X" * 42 + "A", "0" * 43])
def test_a_message_under_another_key_is_refused(key: str) -> None:
    with pytest.raises(Refused):
        adapter(aes_key=key).receive(push(captured("text")))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_old_library_reads_what_we_encrypt(name: str) -> None:
    request = push(captured(name))
    query = dict(parse_qsl(urlsplit(request.url).query))

    opened = ORACLE.decrypt_message(request.body, query["msg_signature"], query["timestamp"], query["nonce"])

    assert (opened if isinstance(opened, str) else opened.decode()) == captured(name)


def test_we_read_what_the_old_library_encrypts() -> None:
    sealed = ORACLE.encrypt_message(captured("text"), "1508463325", str(int(NOW.timestamp())))
    found = re.search(r"<Encrypt><!\[CDATA\[(.*?)\]\]></Encrypt>", sealed)
    assert found is not None

    assert decrypt(found[1], aes_key=AES_KEY, app_id=WECHAT.app_id) == captured("text")


@pytest.mark.parametrize("name", ["text", "image", "voice", "video", "location", "link"])
def test_the_old_library_finds_the_same_sender_and_id(name: str) -> None:
    theirs = parse_message(captured(name))
    ours = arrives(captured(name))

    assert (theirs.source, str(theirs.id)) == (ours.sender, ours.provider_id)
