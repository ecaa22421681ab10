"""Files: whence they may come, how large they may be, and what they are."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from typing import cast

import pytest
from starlette.responses import Response

from channels.media import LARGEST, Fetched, MediaSource, Unwanted, recognise
from channels.settings import WeChatMode
from channels.telegram.standin import TelegramStandIn
from channels.testing import served
from channels.twilio.standin import TwilioStandIn
from channels.wechat.standin import WeChatStandIn
from channels.wire import place
from core.errors import NotFound, Unavailable
from core.messages import Media
from tests.channels import kits
from tests.channels.kits import Kit

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 100
ACCOUNT = "AC" + "0" * 32


@dataclass
class Case:
    kit: Kit
    source: MediaSource
    media: Media

    def holds(self, body: bytes) -> None:
        """The provider holds `body` under the case's id."""
        self.kit.provider.files["ME1"] = body


CASES: dict[str, tuple[Callable[[], AbstractAsyncContextManager[Kit]], str]] = {
    "twilio": (
        kits.twilio_sms,
        f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages/MM1/Media/ME1",
    ),
    "telegram": (kits.telegram, "telegram-file:ME1"),
    "wechat": (lambda: kits.wechat(WeChatMode.SAFE), "wechat-media:ME1"),
}


@pytest.fixture(params=sorted(CASES))
async def case(request: pytest.FixtureRequest) -> AsyncIterator[Case]:
    make, url = CASES[request.param]
    async with make() as kit:
        yield Case(kit, cast(MediaSource, kit.adapter), Media(url, "image/jpeg"))


async def test_a_file_is_fetched_and_typed_by_its_first_bytes(case: Case) -> None:
    case.holds(JPEG)

    assert await case.source.fetch(case.media) == Fetched("image/jpeg", JPEG)


@pytest.mark.parametrize(
    "body", [b"MZ\x90\x00", b"PK\x03\x04", b"<html><script>", b"#!/bin/sh", b"", b"\xd0\xcf\x11\xe0"]
)
async def test_a_file_that_only_says_it_is_a_picture_is_not_kept(case: Case, body: bytes) -> None:
    case.holds(body)

    with pytest.raises(Unwanted):
        await case.source.fetch(case.media)


async def test_a_file_above_the_bound_is_not_kept(case: Case) -> None:
    case.holds(JPEG + b"\x00" * LARGEST)

    with pytest.raises(Unwanted):
        await case.source.fetch(case.media)


async def test_a_file_that_the_provider_has_dropped_is_gone(case: Case) -> None:
    with pytest.raises(NotFound):
        await case.source.fetch(case.media)


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/x",
        "https://api.twilio.com.evil.example/x",
        "https://user@api.twilio.com@evil.example/x",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "https://s3-external-1.amazonaws.com/another-bucket/x",
        "//evil.example",
        "https://[broken",
        "",
    ],
)
async def test_nothing_is_fetched_from_anywhere_else(case: Case, url: str) -> None:
    with pytest.raises(Unwanted):
        await case.source.fetch(Media(url))
    assert case.kit.provider.calls == []


async def test_a_redirect_to_another_host_is_not_followed() -> None:
    other = TelegramStandIn(kits.TELEGRAM)
    async with kits.twilio_sms() as kit, served(other.app) as elsewhere:
        assert isinstance(kit.provider, TwilioStandIn)
        kit.provider.elsewhere = f"{elsewhere}/bot1/getMe"
        assert hasattr(kit.adapter, "fetch")
        with pytest.raises(Unwanted):
            await kit.adapter.fetch(Media(CASES["twilio"][1]))
    assert other.calls == []


async def test_a_file_path_that_would_leave_telegram_stays_there() -> None:
    async with kits.telegram() as kit:
        assert isinstance(kit.provider, TelegramStandIn)
        kit.provider.files["ME1"] = JPEG
        kit.provider.elsewhere = "https://evil.example/x"
        assert hasattr(kit.adapter, "fetch")
        with pytest.raises(NotFound):
            await kit.adapter.fetch(Media("telegram-file:ME1"))


async def test_a_stale_token_of_wechat_is_renewed_once_for_a_file() -> None:
    async with kits.wechat(WeChatMode.SAFE) as kit:
        assert isinstance(kit.provider, WeChatStandIn)
        assert hasattr(kit.adapter, "fetch")
        kit.provider.files["ME1"] = JPEG
        await kit.adapter.fetch(Media("wechat-media:ME1"))
        kit.provider.forget_token()

        fetched = await kit.adapter.fetch(Media("wechat-media:ME1"))

    assert fetched.body == JPEG
    assert kit.provider.calls.count("stable_token") == 2


async def test_a_provider_that_breaks_may_be_asked_again(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = getattr(case.source, "_settings")  # noqa: B009
    monkeypatch.setattr(case.source, "_settings", replace(settings, api="http://127.0.0.1:9"))
    if isinstance(case.kit.provider, TelegramStandIn):
        case.kit.provider.files.clear()
        monkeypatch.setattr(case.kit.provider, "_get_file", lambda file_id: Response(status_code=500))

    with pytest.raises(Unavailable):
        await case.source.fetch(case.media)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"\x89PNG\r\n\x1a\n0", "image/png"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"%PDF-1.7", "application/pdf"),
        (b"OggS\x00", "audio/ogg"),
        (b"#!AMR\n", "audio/amr"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
        (b"\x00\x00\x00\x18ftypM4A ", "audio/mp4"),
        (b"BEGIN:VCARD\r\n", "text/vcard"),
    ],
)
def test_what_borrowers_send_is_recognised(body: bytes, content_type: str) -> None:
    assert recognise(body).content_type == content_type


@pytest.mark.parametrize(
    ("latitude", "longitude", "media"),
    [
        ("41.8781", "-87.6298", (Media("geo:41.878100,-87.629800"),)),
        (23.134521, 113.358803, (Media("geo:23.134521,113.358803"),)),
        ("90.1", "0", ()),
        ("0", "181", ()),
        (None, None, ()),
        ("NaN", "0", ()),
        ("41,5", "2", ()),
    ],
)
def test_a_place_is_kept_as_its_coordinates(
    latitude: object, longitude: object, media: tuple[Media, ...]
) -> None:
    assert place(latitude, longitude) == media
