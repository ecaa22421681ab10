"""The web chat's routes: sessions, the lender's login, files, what was seen, and who may hold the page."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any

import httpx
import jwt
import pytest
from itsdangerous import TimestampSigner
from sqlalchemy import select

from core.messages import Channel
from gateway.api import webchat
from gateway.chat_sessions import COOKIE, HEADER, login_session, opened, signed
from gateway.lender_login import read_keys
from gateway.settings import Settings, Unsafe
from storage import chatting, conversations
from storage.attachments import Attachment
from storage.people import Borrower
from storage.talk import Inbound, Outbound
from tests.gateway.test_lender_login import ISSUER, SIGNING, told
from tests.support.world import Person, World

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 100
SHOP = "https://www.riverbank.example"


@pytest.fixture
def lender(world: World) -> Iterator[World]:
    """A service that believes the lender's logins and lets its pages hold the chat."""
    before = world.services.settings
    world.services.settings = replace(before, login_keys=read_keys(told()), chat_origins=(SHOP,))
    yield world
    world.services.settings = before


@pytest.fixture(autouse=True)
async def no_cookies(world: World) -> AsyncIterator[None]:
    """Every test begins in a browser that was never here."""
    world.stage.http.cookies.clear()
    yield
    world.stage.http.cookies.clear()


def token(world: World, borrower: str, **changes: Any) -> str:
    at = int(world.stage.clock.now().timestamp())
    us = world.services.settings.public_url
    said = {
        "iss": ISSUER,
        "aud": us,
        "sub": borrower,
        "iat": at,
        "exp": at + 60,
        "jti": f"id-{borrower}-0123456789",
    }
    return jwt.encode(said | changes, SIGNING, algorithm="EdDSA")


async def reference(world: World, person: Person) -> str:
    async with world.services.database.begin() as work:
        found = await work.session.get(Borrower, person.borrower_id)
        assert found is not None
        return found.reference


async def opens(world: World, login: str = "") -> httpx.Response:
    return await world.stage.http.post("/chat/session", json={"login": login})


class Page:
    """A chat page that keeps its session by itself."""

    def __init__(self, world: World, session: str) -> None:
        self._world, self.headers = world, {HEADER: session}

    async def history(self) -> dict[str, Any]:
        answer = await self._world.stage.http.get("/chat/history", headers=self.headers)
        found: dict[str, Any] = answer.json()
        return found

    async def writes(self, text: str, number: int = 1, **more: str) -> int:
        body = {"id": f"message-{number:04d}", "text": text, **more}
        answer = await self._world.stage.http.post("/chat/messages", json=body, headers=self.headers)
        return answer.status_code

    async def sends(self, body: bytes, name: str = "file-0001") -> int:
        answer = await self._world.stage.http.post(
            f"/chat/files?id={name}", content=body, headers=self.headers
        )
        return answer.status_code

    async def saw(self, *keys: str) -> int:
        answer = await self._world.stage.http.post(
            "/chat/seen", json={"ids": list(keys), "read": True}, headers=self.headers
        )
        return answer.status_code


async def stranger(world: World) -> Page:
    return Page(world, (await opens(world)).json()["session"])


async def logged_in(world: World, person: Person) -> Page:
    answer = await opens(world, token(world, await reference(world, person)))
    await world.stage.settle()
    return Page(world, answer.json()["session"])


async def test_who_comes_by_the_lenders_login_is_not_asked_who_they_are(lender: World) -> None:
    grace = await lender.borrower()

    page = await logged_in(lender, grace)
    await page.writes("how much do I owe?")
    await lender.stage.settle()

    said = await page.history()
    assert said["by_login"]
    assert any("$515.20" in line["text"] for line in said["lines"] if line["who"] == "assistant")
    assert not any("birth" in line["text"] for line in said["lines"])


async def test_a_later_login_finds_the_same_conversation(lender: World) -> None:
    grace = await lender.borrower()
    first = await logged_in(lender, grace)
    await first.writes("hello")
    await lender.stage.settle()

    again = await opens(lender, token(lender, await reference(lender, grace), jti="another-id-0123456789"))

    before, after = await first.history(), await Page(lender, again.json()["session"]).history()
    assert [line["id"] for line in after["lines"]] == [line["id"] for line in before["lines"]]


async def test_a_login_opens_the_chat_once(lender: World) -> None:
    grace = await lender.borrower()
    made = token(lender, await reference(lender, grace))

    assert (await opens(lender, made)).status_code == 200
    assert (await opens(lender, made)).status_code == 403


async def test_a_login_for_nobody_the_lender_has_here_is_refused(lender: World) -> None:
    assert (await opens(lender, token(lender, "B-unknown"))).status_code == 403


async def test_one_lenders_login_opens_no_other_lenders_borrower(lender: World) -> None:
    grace = await lender.borrower()
    keys = told().replace('"riverbank"', '"otherbank"')
    lender.services.settings = replace(lender.services.settings, login_keys=read_keys(keys))

    assert (await opens(lender, token(lender, await reference(lender, grace)))).status_code == 403


async def test_a_login_lasts_two_hours_and_a_link_thirty_days(
    lender: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    grace = await lender.borrower()
    by_login = signed(lender.services, login_session(lender.services, grace.borrower_id))
    by_link = signed(lender.services, "web-abc")
    later = int(time.time()) + 2 * 3600 + 60
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _: later)

    assert opened(lender.services, by_login) is None
    assert opened(lender.services, by_link) == "web-abc"


async def test_a_stranger_is_told_of_no_debt(world: World) -> None:
    page = await stranger(world)

    await page.writes("how much do I owe?")
    await world.stage.settle()

    said = [line["text"] for line in (await page.history())["lines"] if line["who"] == "assistant"]
    assert said
    assert not any("$" in text for text in said)


async def test_a_stranger_is_answered_in_the_language_of_the_page(world: World) -> None:
    page = await stranger(world)

    await page.writes("OK", language="zh-TW")
    await world.stage.settle()

    assert (await page.history())["language"] == "zh-Hant"


@pytest.mark.parametrize("kept", [None, "", "forged", "x.y.z"])
async def test_without_a_session_of_ours_nothing_is_shown(world: World, kept: str | None) -> None:
    headers = {} if kept is None else {HEADER: kept}

    answer = await world.stage.http.get("/chat/history", headers=headers)

    assert answer.status_code == 401


async def test_another_sites_page_cannot_write_with_the_borrowers_cookie(world: World) -> None:
    kept = signed(world.services, "web-abc")
    headers = {"cookie": f"{COOKIE}={kept}", "sec-fetch-site": "cross-site"}

    answer = await world.stage.http.post("/chat/files?id=file-0001", content=JPEG, headers=headers)

    assert answer.status_code == 401


@pytest.mark.parametrize("site", ["cross-site", "same-site", "same-origin", "none"])
async def test_a_link_on_another_site_leads_back_into_the_same_chat(world: World, site: str) -> None:
    headers = {"cookie": f"{COOKIE}={signed(world.services, 'web-abc')}", "sec-fetch-site": site}

    answer = await world.stage.http.get("/chat", headers=headers)

    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers


async def test_a_photo_is_kept_and_shown_in_the_conversation(lender: World) -> None:
    page = await logged_in(lender, await lender.borrower())

    assert await page.sends(JPEG) == 204
    assert await page.sends(JPEG) == 204

    async with lender.services.database.begin() as work:
        [kept] = (await work.session.scalars(select(Attachment))).all()
    assert (kept.state, kept.content_type, kept.size) == ("kept", "image/jpeg", len(JPEG))
    mine = [line for line in (await page.history())["lines"] if line["who"] == "you"]
    assert [line["files"] for line in mine] == [["photo"]]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"<html><script>alert(1)</script>", 415),
        (b"MZ\x90\x00", 415),
        (b"OggS" + b"\x00" * 50, 415),
        (b"", 415),
        (b"%PDF-1.7\n", 204),
        (JPEG + b"\x00" * webchat.LARGEST_FILE, 413),
    ],
    ids=["a page", "a program", "a voice note", "nothing", "a PDF", "more than 10 MB"],
)
async def test_what_a_file_is_decides_whether_it_is_taken(world: World, body: bytes, status: int) -> None:
    page = await stranger(world)

    assert await page.sends(body) == status


async def test_nobody_sends_more_than_a_person_would(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webchat, "MESSAGES_A_MINUTE", 2)
    monkeypatch.setattr(webchat, "FILES_AN_HOUR", 1)
    page, other = await stranger(world), await stranger(world)

    assert [await page.writes("hi", number) for number in (1, 2, 3)] == [200, 200, 429]
    assert [await other.sends(JPEG, f"file-000{number}") for number in (1, 2)] == [204, 429]


async def test_what_was_seen_is_known_and_only_of_ones_own(lender: World) -> None:
    mine, other = await logged_in(lender, await lender.borrower()), await stranger(lender)
    [hello] = (await mine.history())["lines"]

    await other.saw(hello["id"])
    before = (await mine.history())["lines"][0]["seen"]
    await mine.saw(hello["id"], "no-such-message")

    async with lender.services.database.begin() as work:
        [message] = (await work.session.scalars(select(Outbound))).all()
    assert not before
    assert message.delivery == "read"
    assert (await mine.history())["lines"][0]["seen"]


async def test_a_button_says_its_text(lender: World) -> None:
    page = await logged_in(lender, await lender.borrower())

    await page.writes("Talk to a person", kind="button")

    async with lender.services.database.begin() as work:
        [heard] = (await work.session.scalars(select(Inbound).where(Inbound.kind == "button"))).all()
    assert heard.text == "Talk to a person"


async def test_a_question_comes_with_its_answers(lender: World) -> None:
    page = await logged_in(lender, await lender.borrower())

    await page.writes("I can pay 200 on Friday by card")
    await lender.stage.settle()

    last = (await page.history())["lines"][-1]
    assert [choice["says"] for choice in last["choices"]] == ["Yes, that's right", "No, change it"]


async def test_whoever_writes_sees_that_an_answer_is_under_way(
    lender: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    pushed: list[tuple[str, dict[str, Any]]] = []

    async def publish(topic: str, message: dict[str, Any]) -> None:
        pushed.append((topic, message))

    page = await logged_in(lender, await lender.borrower())
    monkeypatch.setattr(lender.services.live, "publish", publish)
    await page.writes("how much do I owe?")
    await lender.stage.settle()

    in_chat = [message for topic, message in pushed if topic.startswith("chat:")]
    assert in_chat[0] == {"writing": "assistant"}
    assert "$515.20" in in_chat[-1]["text"]


async def test_only_the_lenders_pages_may_hold_the_chat(lender: World) -> None:
    http = lender.stage.http

    frame = (await http.get("/chat/embed")).headers["content-security-policy"]
    whole = (await http.get("/chat")).headers["content-security-policy"]

    assert f"frame-ancestors 'self' {SHOP};" in frame
    assert "frame-ancestors 'self';" in whole
    assert "script-src 'self';" in frame


async def test_a_frame_gets_no_cookie(lender: World) -> None:
    assert "set-cookie" not in (await lender.stage.http.get("/chat/embed")).headers
    assert "set-cookie" not in (await opens(lender)).headers


async def test_the_page_speaks_the_language_of_its_address_or_browser(world: World) -> None:
    http = world.stage.http

    spanish = await http.get("/chat?language=es")
    taiwan = await http.get("/chat/embed", headers={"accept-language": "zh-TW,zh;q=0.9,en;q=0.5"})

    assert 'lang="es"' in spanish.text
    assert "Escriba un mensaje" in spanish.text
    assert 'lang="zh-Hant"' in taiwan.text


async def test_the_widget_is_one_script_in_all_languages(world: World) -> None:
    answer = await world.stage.http.get("/chat/widget.js")

    words = json.loads(answer.text.split("const WORDS = ")[1].split(";\n")[0])
    assert answer.headers["content-type"].startswith("text/javascript")
    assert words["es"]["open"] == "Chatear con nosotros"
    assert set(words) == {"en", "es", "zh-Hans", "zh-Hant"}


@pytest.mark.parametrize(
    "origins",
    ["*", "https://*.example.com", "http://www.example.com", "https://a.example/path", "https:", "a.example"],
)
def test_a_site_that_could_be_any_is_no_setting(origins: str) -> None:
    plain = {
        "KEPT_SECRET_KEY": "x" * 32,
        "KEPT_DATABASE_URL": "postgresql://",
        "KEPT_RASA_URL": "http://rasa",
        "KEPT_RASA_TOKEN": "t",
    }

    assert Settings.read(plain | {"KEPT_CHAT_ORIGINS": f"{SHOP}, http://localhost:8000"}).chat_origins == (
        SHOP,
        "http://localhost:8000",
    )
    with pytest.raises(Unsafe):
        Settings.read(plain | {"KEPT_CHAT_ORIGINS": f"{SHOP} {origins}"})


async def test_a_wrong_answer_before_the_login_does_not_stand_in_its_way(lender: World) -> None:
    grace = await lender.borrower()
    page = await logged_in(lender, grace)
    session = login_session(lender.services, grace.borrower_id)
    async with lender.services.database.begin() as work:
        point = await conversations.contact_point(work, Channel.WEBCHAT, session)
        conversation = await conversations.at_point(work, point)
        conversation.identity, conversation.verified_until = "unverified", None
    await page.writes("how much do I owe?")
    await lender.stage.settle()
    asked = (await page.history())["lines"][-1]["text"]

    await opens(lender, token(lender, await reference(lender, grace), jti="a-second-id-0123456789"))
    await page.writes("so how much do I owe?", number=2)
    await lender.stage.settle()

    assert "$" not in asked
    assert "$515.20" in (await page.history())["lines"][-1]["text"]
    async with lender.services.database.begin() as work:
        assert (await chatting.state(work, session)).lender == "riverbank"
