"""A borrower in one window, an agent in another, and the desk that changes by itself."""

from __future__ import annotations

import uuid

import pytest
from playwright.async_api import Browser, Page, expect

from gateway.api.console.login import passwords
from gateway.pipelines import binding
from gateway.services import Services
from storage import agents
from tests.support.world import World

PASSWORD = "correct horse battery"


async def agent_logs_in(page: Page, url: str, services: Services) -> None:
    async with services.database.begin() as work:
        await agents.add(
            work,
            username="ana",
            display_name="Ana Torres",
            password_hash=passwords.hash(PASSWORD),
            role="agent",
            once=False,
        )
    await page.goto(f"{url}/desk")
    await page.fill("#username", "ana")
    await page.fill("#password", PASSWORD)
    await page.get_by_role("button", name="Log in").click()
    await expect(page.get_by_text("Nobody is waiting")).to_be_visible()


async def link_for(url: str, services: Services, borrower_id: uuid.UUID) -> str:
    async with services.database.begin() as work:
        made = binding.link(services, work, borrower_id, channel="webchat", made_by="test")
    return made.url.replace(services.settings.public_url, url)


async def borrower_opens_chat(page: Page, url: str, services: Services, borrower_id: uuid.UUID) -> None:
    await page.goto(await link_for(url, services, borrower_id))
    await page.get_by_role("button", name="Open the chat").click()
    await expect(page.get_by_label("Your message")).to_be_visible()


async def says(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [390, 1280])
async def test_chat_and_desk_side_by_side(
    world: World, site: tuple[str, Services], browser: Browser, width: int
) -> None:
    url, services = site
    grace = await world.borrower()
    desk = await (await browser.new_context()).new_page()
    chat = await (await browser.new_context(viewport={"width": width, "height": 800})).new_page()
    await agent_logs_in(desk, url, services)
    await borrower_opens_chat(chat, url, services, grace.borrower_id)

    await says(chat, "how much do i owe?")
    await expect(chat.get_by_text("date of birth")).to_be_visible(timeout=20_000)
    await says(chat, grace.born)
    await expect(chat.get_by_text("$515.20")).to_be_visible(timeout=20_000)
    await says(chat, "can I talk to a person please")

    await expect(desk.get_by_text("asks for a person")).to_be_visible(timeout=20_000)
    await desk.get_by_role("link", name="Grace Okafor").click()
    await desk.get_by_role("button", name="Claim").click()
    await desk.fill("#text", "Pay now or you will be arrested.")
    await expect(chat.get_by_text("A colleague is writing")).to_be_visible(timeout=20_000)
    await desk.get_by_role("button", name="Send").click()
    await expect(desk.get_by_text("wording.arrest_threat")).to_be_visible()
    await desk.fill("#text", "Hello Grace, this is Ana. What would help you most?")
    await desk.get_by_role("button", name="Send").click()

    await expect(chat.get_by_text("this is Ana")).to_be_visible(timeout=20_000)
    await expect(chat.get_by_text("arrested")).to_have_count(0)
    scrolls = await chat.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not scrolls
    await chat.reload()
    await expect(chat.get_by_text("this is Ana")).to_be_visible()


async def test_an_expired_or_changed_link_opens_nothing(
    world: World, site: tuple[str, Services], browser: Browser
) -> None:
    url, services = site
    grace = await world.borrower()
    page = await (await browser.new_context()).new_page()
    link = await link_for(url, services, grace.borrower_id)

    answer = await page.goto(link[:-3] + "abc")

    assert answer is not None
    assert answer.status == 410


async def test_pages_load_nothing_from_elsewhere(
    world: World, site: tuple[str, Services], browser: Browser
) -> None:
    url, services = site
    grace = await world.borrower()
    page = await (await browser.new_context()).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    await borrower_opens_chat(page, url, services, grace.borrower_id)
    await page.goto(f"{url}/desk/login")

    assert asked
    assert all(address.startswith((url, "data:")) for address in asked)
