"""Letters on the desk's pages: opened from their deadline, by agents only."""

from __future__ import annotations

import html
import uuid

from gateway.api.console.login import COOKIE
from tests.gateway.test_address_book import DeskWindow
from tests.gateway.test_posting import RECORDS, US, audited, happened, placed_with_an_agency, read
from tests.support.world import World


async def test_the_desk_opens_the_letter_from_its_deadline(world: World) -> None:
    desk = await DeskWindow.of(world)
    grace = await world.borrower(verified=True)
    await placed_with_an_agency(world, grace)
    due = await happened(world, grace, desk._agent, "dispute", "send_verification")
    page = f"/desk/c/{due.conversation_id}/letter"

    assert f"{page}?duty={due.id}" in await desk.sees("/desk/deadlines")
    assert f"{page}?duty={due.id}" in await desk.sees(f"/desk/c/{due.conversation_id}")
    shown = await desk.sees(f"{page}?duty={due.id}")
    facts = {f"fact_{name}": value for name, value in {**US, **RECORDS}.items()}
    asked = {"form": "verification", "duty": str(due.id), "language": "en", "way": "paper", "key": "k1"}
    gap = await desk.presses(page, csrf=True, **asked, **{**facts, "fact_contract_on": ""})
    forged = await desk.presses(page, csrf=False, **asked, **facts)
    made = await desk.presses(page, csrf=True, **asked, **facts)

    assert "15 USC 1692g(b)" in shown
    assert all(f'name="{name}"' in shown for name in facts)
    assert gap.status_code == 422
    assert "nothing is known of contract on" in html.unescape(gap.text)
    assert "Main Street Store" in gap.text
    assert forged.status_code == 403
    assert made.status_code == 303
    opened = await world.stage.http.get(made.headers["location"], headers={"cookie": _cookie(desk)})
    assert (opened.status_code, opened.headers["content-type"]) == (200, "application/pdf")
    assert opened.headers["cache-control"] == "no-store"
    assert "Main Street Store" in read(opened.content)[0]
    assert made.headers["location"] in await desk.sees(f"/desk/c/{due.conversation_id}")
    assert len(await audited(world, "letter.opened")) == 1


async def test_nobody_without_a_login_gets_a_letter(world: World) -> None:
    answer = await world.stage.http.get(f"/desk/letters/{uuid.uuid4()}")

    assert answer.status_code == 401


def _cookie(desk: DeskWindow) -> str:
    return f"{COOKIE}={desk._token}"
