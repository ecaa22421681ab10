"""A letter at the desk: prepared from its deadline, filled in with the keyboard, opened as PDF, in every language."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from catalogue.desk import on_desk
from gateway.pipelines import handoff, lifting
from gateway.services import Services
from storage.people import Account
from tests.e2e.test_desk import employed, fits, logs_in, picture
from tests.support.world import World

FILLED_IN = {
    "borrower_address": "2323 Park Street\nSpringfield, IL 62701",
    "writer": "North South Group",
    "writer_address": "P.O. Box 123456\nPasadena, CA 91111",
    "original_creditor": "Main Street Store",
    "original_creditor_address": "1 Main Street\nRockville, MD 20850",
    "contract_on": "2019-05-04",
    "enclosures": "the contract of May 4, 2019",
}


@pytest.mark.parametrize(
    ("width", "language"), [(1280, "en"), (390, "es"), (390, "zh-Hans"), (1280, "zh-Hant")]
)
async def test_a_letter_is_prepared_and_opened(
    world: World, site: tuple[str, Services], browser: Browser, width: int, language: str
) -> None:
    url, services = site
    wei = await employed(services, "Wei", language=language)
    grace = await world.borrower(verified=True)
    async with services.database.begin() as work:
        account = await work.session.get(Account, grace.account_id)
        assert account is not None
        account.collector_type = "third_party"
    conversation = (await world.conversation(grace)).id
    await handoff.claim(services, conversation, wei)
    await lifting.record(services, conversation, wei, "dispute", "Called at noon.")
    page = await (await browser.new_context(viewport={"width": width, "height": 800})).new_page()
    await logs_in(page, url, "Wei")

    await page.goto(f"{url}/desk/deadlines")
    assert await fits(page)
    await picture(page, f"letter-deadline-{language}-{width}")
    row = page.locator("tr", has_text=on_desk("do_send_verification", language))
    await row.get_by_role("link", name=on_desk("ui_letter_open", language)).click()
    await expect(page.locator("h1")).to_have_text(on_desk("letterform_verification", language))
    assert await fits(page)
    for name, value in FILLED_IN.items():
        await page.get_by_label(on_desk(f"letter_{name}", language), exact=True).fill(value)
    await picture(page, f"letter-{language}-{width}")
    opens = page.get_by_role("button", name=on_desk("ui_letter_open", language))
    async with page.expect_response(lambda answer: "/desk/letters/" in answer.url) as opened:
        await opens.click(no_wait_after=True)

    answer = await opened.value
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
