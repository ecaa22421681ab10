"""The age of a debt, said on the deadlines page in a browser, on a phone and on a screen."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from catalogue.desk import on_desk
from gateway.pipelines import handoff, lifting
from gateway.services import Services
from storage import duties
from storage.old_debts import CHECK
from storage.people import TIME_BARRED, Borrower
from tests.e2e.test_desk import employed, fits, logs_in, picture
from tests.support.world import World


@pytest.mark.parametrize(("width", "language"), [(390, "es"), (1280, "zh-Hant")])
async def test_an_agent_says_on_the_page_that_a_debt_is_too_old(
    world: World, site: tuple[str, Services], browser: Browser, width: int, language: str
) -> None:
    url, services = site
    ana = await employed(services, "Ana", role="agent", language=language)
    grace = await world.borrower(verified=True)
    async with services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        borrower.jurisdiction, borrower.zone = "GB", "Europe/London"
    talk = (await world.conversation(grace)).id
    await handoff.claim(services, talk, ana)
    await lifting.record(services, talk, ana, "refusal", "")
    page = await (await browser.new_context(viewport={"width": width, "height": 800})).new_page()
    await logs_in(page, url, "Ana")

    await page.goto(f"{url}/desk/deadlines")
    await page.get_by_text(on_desk("ui_age_say", language)).click()
    await picture(page, f"old-debt-{language}-{width}")
    assert await fits(page)
    await page.get_by_label(on_desk("ui_age_ground", language)).select_option("last_payment")
    await page.get_by_label(on_desk("ui_age_reason", language)).fill("Last paid in March 2019.")
    await page.get_by_role("button", name=on_desk("ui_age_old", language), exact=True).click()

    await expect(page.get_by_text(on_desk(f"mark_{TIME_BARRED}", language), exact=True)).to_be_visible()
    await picture(page, f"old-debt-marked-{language}-{width}")
    assert await fits(page)
    async with services.database.begin() as work:
        assert CHECK not in {row.what for row in await duties.open_duties(work, talk)}
