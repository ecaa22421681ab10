"""The ledger over HTTP."""

from __future__ import annotations

from pathlib import Path

from gateway.api.console.login import COOKIE, csrf_of
from storage import agents
from tests.support.world import World

SAMPLES = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "samples"


async def login(world: World, role: str) -> dict[str, str]:
    async with world.services.database.begin() as work:
        agent = await agents.add(
            work, username=role, display_name=role, password_hash="-", role=role, once=False
        )
        token = await agents.open_session(work, agent)
    return {"cookie": f"{COOKIE}={token}", "x-csrf": csrf_of(world.services, token)}


async def test_a_supervisor_loads_a_file_and_wrong_rows_are_told(world: World) -> None:
    headers = await login(world, "supervisor")
    body = (SAMPLES / "accounts.csv").read_text(encoding="utf-8")
    wrong = body.splitlines()[1].replace("US", "??")

    answer = await world.stage.http.post(
        "/api/import/accounts", content=f"{body.rstrip()}\n{wrong}\n".encode(), headers=headers
    )
    again = await world.stage.http.post("/api/import/accounts", content=body.encode(), headers=headers)

    assert answer.status_code == 200
    assert answer.json()["changed"] > 0
    assert [problem["field"] for problem in answer.json()["set_aside"]] == ["jurisdiction"]
    assert again.json()["changed"] == 0


async def test_an_agent_a_stranger_and_a_form_from_elsewhere_load_nothing(world: World) -> None:
    agent = await login(world, "agent")
    no_mark = {name: value for name, value in (await login(world, "supervisor")).items() if name == "cookie"}

    statuses = [
        (await world.stage.http.post("/api/import/payments", content=b"x", headers=headers)).status_code
        for headers in (agent, no_mark, {})
    ]

    assert statuses == [403, 403, 401]
