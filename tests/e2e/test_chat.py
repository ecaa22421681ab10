"""The borrower's chat in a real browser: buttons, files, a broken line, the keyboard, and inside the lender's site."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import jwt
import pytest
from playwright.async_api import Browser, Page, expect
from playwright.async_api import Route as Asked
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from catalogue.pages import chat_texts
from channels.testing import served
from core.languages import LANGUAGES
from gateway.lender_login import read_keys
from gateway.services import Services
from storage.attachments import Attachment
from storage.people import Borrower
from storage.talk import Inbound, Outbound, PromiseRow
from tests.e2e.test_browser import borrower_opens_chat, says
from tests.gateway.test_lender_login import ISSUER, SIGNING, told
from tests.support.world import Person, World

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 100
SOON = 20_000
# WCAG 2.2: contrast of text (1.4.3) and the size of what is pressed (2.5.8 asks for 24; thumbs for more).
CONTRAST, SMALLEST = 4.5, 40

# An answer may come faster than a test looks.
NOTES_WRITING = """() => { window.noted = [];
  new MutationObserver(() => window.noted.push(document.getElementById('writing').textContent))
    .observe(document.getElementById('writing'), {childList: true}); }"""

CONTRASTS = """() => {
  const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const over = (color, below) => { paint.fillStyle = `rgb(${below})`; paint.fillRect(0, 0, 1, 1); paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1); return [...paint.getImageData(0, 0, 1, 1).data.slice(0, 3)]; };
  const light = (c) => { const [r, g, b] = c.map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const behind = (e) => e ? over(getComputedStyle(e).backgroundColor, behind(e.parentElement)) : [255, 255, 255];
  const seen = (e) => e.checkVisibility() && e.getBoundingClientRect().width > 2;
  return [...document.querySelectorAll('body *')].filter((e) => seen(e) && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .map((e) => { let fade = 1; for (let p = e; p; p = p.parentElement) fade *= getComputedStyle(p).opacity;
      const ground = behind(e), ink = over(getComputedStyle(e).color, ground).map((v, i) => v * fade + ground[i] * (1 - fade));
      const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
      return [(a + .05) / (b + .05), e.textContent.trim().slice(0, 40)]; });
}"""


async def opens(world: World, site: tuple[str, Services], page: Page, *, verified: bool = True) -> Person:
    """Grace opens the chat by a link; `verified`: she has said who she is."""
    url, services = site
    grace = await world.borrower()
    await borrower_opens_chat(page, url, services, grace.borrower_id)
    await expect(page.locator(".line.assistant").first).to_be_visible(timeout=SOON)
    if verified:
        await says(page, grace.born)
        await expect(page.get_by_text("$515.20")).to_be_visible(timeout=SOON)
    return grace


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A window on a phone, in which no script ever fails."""
    context = await browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    failed: list[str] = []
    made = await context.new_page()
    made.on("pageerror", lambda error: failed.append(str(error)))
    yield made
    await context.close()
    assert failed == []


async def test_a_promise_is_confirmed_by_a_button_with_the_keyboard_alone(
    world: World, site: tuple[str, Services], page: Page
) -> None:
    await opens(world, site, page)
    await says(page, "I can pay 200 on Friday")
    offered = page.get_by_role("group", name="Suggested answers")
    await expect(offered.get_by_role("button")).to_have_count(4, timeout=SOON)

    await page.locator("#text").focus()
    for _ in range(20):
        await page.keyboard.press("Shift+Tab")
        if await page.evaluate("document.activeElement.textContent") == "Yes, by card":
            break
    await page.keyboard.press("Enter")

    await expect(page.locator(".line.you").last).to_contain_text("Yes, by card")
    await expect(page.locator(".line.assistant").last).to_contain_text("Agreed", timeout=SOON)
    await expect(offered).to_be_hidden()
    assert await page.evaluate("document.activeElement.id") in ("lines", "text")
    async with site[1].database.begin() as work:
        [promise] = (await work.session.scalars(select(PromiseRow))).all()
        pressed = (await work.session.scalars(select(Inbound.text).where(Inbound.kind == "button"))).all()
    assert (promise.status, promise.method, list(pressed)) == ("confirmed", "card", ["Yes, by card"])


async def test_a_photo_is_sent_and_what_is_no_photo_is_refused_in_words(
    world: World, site: tuple[str, Services], page: Page
) -> None:
    await opens(world, site, page)

    await page.set_input_files("#file", {"name": "proof.jpg", "mimeType": "image/jpeg", "buffer": JPEG})
    await expect(page.locator(".line.you").last).to_contain_text("Photo")
    await expect(page.locator(".line.you .status").last).to_contain_text("Read", timeout=SOON)
    await page.set_input_files("#file", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"<html>"})

    await expect(page.get_by_role("alert")).to_have_text("Only photos and PDF files can be sent here.")
    async with site[1].database.begin() as work:
        [kept] = (await work.session.scalars(select(Attachment))).all()
    assert (kept.state, kept.content_type) == ("kept", "image/jpeg")


async def test_what_is_written_without_a_line_is_sent_once_and_in_order_when_it_is_back(
    world: World, site: tuple[str, Services], page: Page
) -> None:
    await opens(world, site, page, verified=False)

    await page.context.set_offline(True)
    await says(page, "first")
    await says(page, "second")
    await expect(page.locator("#state")).to_have_text(chat_texts("en")["offline"])
    await expect(page.locator(".line.pending")).to_have_count(2)
    await page.context.set_offline(False)

    await expect(page.locator(".line.pending")).to_have_count(0, timeout=SOON)
    await expect(page.locator("#state")).to_have_text("Automated assistant", timeout=SOON)
    async with site[1].database.begin() as work:
        heard = (
            await work.session.scalars(
                select(Inbound.text).where(Inbound.kind == "text").order_by(Inbound.number)
            )
        ).all()
    assert list(heard) == ["first", "second"]


async def test_what_was_not_sent_outlives_a_reload(
    world: World, site: tuple[str, Services], page: Page
) -> None:
    await opens(world, site, page, verified=False)
    await page.route("**/chat/messages", lambda route: route.abort())

    await says(page, "are you there?")
    await expect(page.locator(".line.pending")).to_have_count(1)
    await page.unroute("**/chat/messages")
    await page.reload()

    await expect(page.locator(".line.you")).to_have_count(1, timeout=SOON)
    await expect(page.locator(".line.you .status")).to_contain_text("Read", timeout=SOON)


async def test_a_browser_that_keeps_no_cookies_has_a_chat_all_the_same(
    site: tuple[str, Services], page: Page
) -> None:
    async def without_cookies(route: Asked) -> None:
        answer = await route.fetch()
        await page.context.clear_cookies()
        headers = {name: value for name, value in answer.headers.items() if name != "set-cookie"}
        await route.fulfill(response=answer, headers=headers)

    await page.route("**/chat", without_cookies)
    await page.goto(f"{site[0]}/chat")

    await says(page, "hello")
    await expect(page.locator(".line.assistant")).to_have_count(1, timeout=SOON)
    await page.reload()
    await expect(page.locator(".line")).to_have_count(2, timeout=SOON)
    assert await page.context.cookies() == []


async def test_a_login_in_a_link_that_somebody_sent_logs_nobody_in(
    world: World, site: tuple[str, Services], page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or ""))

    await page.goto(f"{site[0]}/chat/embed#login=somebodys-own-token")
    await expect(page.get_by_text("Write a message to begin.")).to_be_visible(timeout=SOON)

    assert not any("somebodys-own-token" in sent for sent in asked)


async def test_that_an_answer_is_written_and_read_is_known(
    world: World, site: tuple[str, Services], page: Page
) -> None:
    await opens(world, site, page, verified=False)

    await page.evaluate(NOTES_WRITING)
    await says(page, "how much do I owe?")

    await expect(page.locator(".line.assistant").nth(1)).to_be_visible(timeout=SOON)
    await expect(page.locator("#writing")).to_have_text("")
    assert await page.evaluate("noted") == ["The assistant is writing", ""]
    await page.wait_for_timeout(1500)
    async with site[1].database.begin() as work:
        states = (await work.session.scalars(select(Outbound.delivery))).all()
    assert set(states) == {"read"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_can_be_read_pressed_and_named(
    world: World, site: tuple[str, Services], page: Page, scheme: str
) -> None:
    await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    await opens(world, site, page)
    await says(page, "I can pay 200 on Friday")
    await expect(page.locator("#choices button").first).to_be_visible(timeout=SOON)
    await page.set_viewport_size({"width": 320, "height": 640})

    faint = [(ratio, text) for ratio, text in await page.evaluate(CONTRASTS) if ratio < CONTRAST]
    small = await page.evaluate(
        f"[...document.querySelectorAll('button')].filter((b) => b.checkVisibility() && Math.min(b.offsetWidth, b.offsetHeight) < {SMALLEST}).map((b) => b.id)"
    )
    moving = await page.evaluate("document.getAnimations().length")

    assert (faint, small, moving) == ([], [], 0)
    assert not await page.evaluate("document.documentElement.scrollWidth > innerWidth")
    for name in ("Send", "Add a photo or PDF"):
        await expect(page.get_by_role("button", name=name)).to_be_visible()
    await expect(page.get_by_role("textbox", name="Your message")).to_be_visible()
    await expect(page.get_by_role("log", name="Conversation")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_speaks_every_language(
    world: World, site: tuple[str, Services], browser: Browser, language: str
) -> None:
    page = await (await browser.new_context(viewport={"width": 320, "height": 640})).new_page()

    await page.goto(f"{site[0]}/chat?language={language}")

    words = chat_texts(language)
    await expect(page.get_by_label(words["field"])).to_be_visible()
    await expect(page.get_by_text(words["empty"])).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == language
    assert not await page.evaluate("document.documentElement.scrollWidth > innerWidth")
    await page.context.close()


@asynccontextmanager
async def lenders_site(
    services: Services, chat: str, borrower: str, *, policy: str = ""
) -> AsyncIterator[str]:
    """A page of the lender's at another site than ours (localhost), with the one tag in it."""
    number = iter(range(100))

    async def home(_: Request) -> Response:
        tag = f'<script src="{chat}/chat/widget.js" data-login-url="/chat-login" async></script>'
        shown = f'<!doctype html><html lang="en"><title>Riverbank</title><h1>Riverbank</h1>{tag}'
        return HTMLResponse(shown, headers={"content-security-policy": policy} if policy else {})

    async def login(_: Request) -> Response:
        at = int(services.clock.now().timestamp())
        said = {
            "iss": ISSUER,
            "aud": services.settings.public_url,
            "sub": borrower,
            "iat": at,
            "exp": at + 60,
        }
        return PlainTextResponse(
            jwt.encode(said | {"jti": f"login-{next(number):012d}"}, SIGNING, algorithm="EdDSA")
        )

    routes = [Route("/", home), Route("/chat-login", login)]
    async with served(Starlette(routes=routes)) as url:
        yield url.replace("127.0.0.1", "localhost")


async def test_in_the_lenders_site_whoever_is_logged_in_is_known(
    world: World, site: tuple[str, Services], page: Page
) -> None:
    url, services = site
    before = services.settings
    grace = await world.borrower()
    async with services.database.begin() as work:
        found = await work.session.get(Borrower, grace.borrower_id)
        assert found is not None
    policy = f"default-src 'self'; script-src {url}; frame-src {url}; style-src 'self'"
    async with lenders_site(services, url, found.reference, policy=policy) as lender:
        services.settings = replace(before, login_keys=read_keys(told()), chat_origins=(lender,))
        await page.goto(lender)
        await page.get_by_role("button", name="Chat with us").focus()
        await page.keyboard.press("Enter")
        chat = page.frame_locator("iframe")
        await expect(chat.get_by_label("Your message")).to_be_visible(timeout=SOON)
        await expect(chat.locator(".line.assistant")).to_have_count(1, timeout=SOON)
        await chat.locator("#text").fill("how much do I owe?")
        await chat.locator("#text").press("Enter")
        await expect(chat.get_by_text("$515.20")).to_be_visible(timeout=SOON)

        await page.get_by_role("button", name="Close the chat").click()
        await expect(page.locator("iframe")).to_be_hidden()
        focused = await page.evaluate("document.activeElement.shadowRoot.activeElement.className")
        await page.reload()
        await page.get_by_role("button", name="Chat with us").click()
        await expect(chat.get_by_text("$515.20")).to_be_visible(timeout=SOON)
    services.settings = before
    assert focused == "open"
    assert await page.context.cookies(url) == []


async def test_a_site_that_is_not_named_cannot_hold_the_chat(
    world: World, site: tuple[str, Services], page: Page
) -> None:
    url, services = site
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    async with lenders_site(services, url, "B1") as elsewhere:
        await page.goto(elsewhere)
        await page.get_by_role("button", name="Chat with us").click()
        await expect(page.locator("iframe")).to_be_visible()
        await page.wait_for_timeout(1000)

        assert await page.frame_locator("iframe").locator("#text").count() == 0
    assert any("frame-ancestors" in text for text in refused)
