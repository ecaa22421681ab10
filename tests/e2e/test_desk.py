"""A supervisor at the desk, on a screen and on a phone, in every language, with the keyboard."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from catalogue.desk import on_desk
from gateway.api.console.login import passwords
from gateway.pipelines import handoff, lifting
from gateway.services import Services
from storage import agents, duties
from storage.duties import Duty
from storage.work import Agent
from tests.support.world import Person, World

PASSWORD = "correct horse battery"
PICTURES = os.environ.get("KEPT_PICTURES")


async def employed(services: Services, name: str, role: str = "supervisor", language: str = "en") -> Agent:
    async with services.database.begin() as work:
        agent = await agents.add(
            work,
            username=name.lower(),
            display_name=name,
            password_hash=passwords.hash(PASSWORD),
            role=role,
            once=False,
        )
        await agents.set_language(work, agent.id, language)
        return agent


async def logs_in(page: Page, url: str, name: str) -> None:
    await page.goto(f"{url}/desk")
    await page.fill("#username", name.lower())
    await page.fill("#password", PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.locator("#desk")).to_be_visible()


async def a_day_at_the_desk(world: World, services: Services, wei: Agent) -> Person:
    """A complaint whose first deadline is past, and a bankruptcy that somebody wants lifted."""
    grace = await world.borrower(verified=True)
    conversation = (await world.conversation(grace)).id
    await handoff.claim(services, conversation, wei)
    await lifting.record(services, conversation, wei, "complaint", "Called at noon.")
    await lifting.record(services, conversation, wei, "bankruptcy", "")
    async with services.database.begin() as work:
        for row in await duties.due(work):
            if row.duty.what == "acknowledge_complaint":
                stored = await work.session.get(Duty, row.duty.id)
                assert stored is not None
                stored.due_at = work.now - timedelta(hours=3)
    await lifting.lift(services, conversation, wei, "bankruptcy", "The court dismissed the case.")
    return grace


async def picture(page: Page, name: str) -> None:
    if PICTURES:
        await page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


async def fits(page: Page) -> bool:
    """Whether the page is no wider than its window, once it has its styles."""
    await page.wait_for_load_state()
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize(
    ("width", "language"), [(1280, "en"), (390, "es"), (390, "zh-Hans"), (1280, "zh-Hant")]
)
async def test_deadlines_search_and_the_second_person(
    world: World, site: tuple[str, Services], browser: Browser, width: int, language: str
) -> None:
    url, services = site
    wei = await employed(services, "Wei", language=language)
    await employed(services, "Eva", language=language)
    grace = await a_day_at_the_desk(world, services, wei)
    page = await (await browser.new_context(viewport={"width": width, "height": 800})).new_page()
    await logs_in(page, url, "Eva")
    await picture(page, f"queue-{language}-{width}")
    assert await fits(page)

    await page.get_by_role("link", name=on_desk("ui_nav_deadlines", language), exact=True).click()
    late = page.locator("tr.is-late")
    await expect(late).to_have_count(1)
    await expect(late).to_contain_text(on_desk("do_acknowledge_complaint", language))
    await expect(late).to_contain_text(on_desk("ui_overdue", language))
    await picture(page, f"deadlines-{language}-{width}")
    assert await fits(page)
    await late.get_by_role("button").click()
    await expect(page.locator("tr.is-late")).to_have_count(0)
    # A page that is still being loaded hears no key.
    await page.wait_for_load_state()

    await page.keyboard.press("/")
    await page.keyboard.type(grace.phone[-7:])
    await page.keyboard.press("Enter")
    await picture(page, f"search-{language}-{width}")
    assert grace.phone[-7:] not in page.url
    await page.get_by_role("link", name="Grace Okafor").click()
    await picture(page, f"conversation-{language}-{width}")
    assert await fits(page)
    await page.get_by_role("button", name=on_desk("ui_agree", language)).click()
    await expect(page.get_by_role("button", name=on_desk("ui_agree", language))).to_have_count(0)
    await expect(page.locator(".lift")).to_have_count(1)  # the complaint's own mark is still there


async def test_an_agent_is_told_who_lifts_and_keeps_what_was_typed(
    world: World, site: tuple[str, Services], browser: Browser
) -> None:
    url, services = site
    ana = await employed(services, "Ana", role="agent")
    grace = await world.borrower(verified=True)
    conversation = (await world.conversation(grace)).id
    await handoff.claim(services, conversation, ana)
    await lifting.record(services, conversation, ana, "attorney", "")
    page = await (await browser.new_context()).new_page()
    await logs_in(page, url, "Ana")
    await page.goto(f"{url}/desk/c/{conversation}")

    await page.locator(".lift summary").first.click()
    await page.locator('.lift input[name="reason"]').first.fill("The lawyer is gone.")
    await services.live.publish("desk", {"conversation": str(conversation)})
    await page.wait_for_timeout(600)
    await expect(page.locator('.lift input[name="reason"]').first).to_have_value("The lawyer is gone.")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("alert")).to_contain_text("A supervisor lifts this.")
