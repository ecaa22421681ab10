"""Ledger in over HTTP: the same files as `kept import`, sent by a supervisor's own program or page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request

from core.errors import Invalid, KeptError
from gateway.api.console.login import CurrentAgent, logged_in
from gateway.api.dependencies import ServicesDep
from gateway.pipelines.ledger_in import Loaded, load_accounts, load_payments
from ledger.csv_files.files import read_accounts, read_payments
from storage.work import Agent

router = APIRouter(prefix="/api/import", include_in_schema=False)
LARGEST = 64 * 1024 * 1024


class NotAllowed(KeptError):
    """Only supervisors load the ledger."""

    status = 403


async def supervisor(request: Request, agent: Annotated[Agent, Depends(logged_in)]) -> Agent:
    """The agent, if a supervisor; the form mark travels in the header X-CSRF."""
    if agent.role != "supervisor":
        raise NotAllowed("Only a supervisor may import.", remedy="kept agents add NAME --role supervisor")
    if request.headers.get("x-csrf") != request.state.csrf:
        raise NotAllowed("The header X-CSRF is missing or wrong.", remedy="Take it from the desk's page.")
    return agent


async def _text(request: Request) -> io.StringIO:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise Invalid(
                "body", "is larger than 64 MiB", remedy="Send it in parts; nothing is loaded twice."
            )
    # A line that is no UTF-8 is set aside like any other that is wrong.
    return io.StringIO(body.decode("utf-8-sig", "surrogateescape"), newline="")


def _told(loaded: Loaded) -> dict[str, Any]:
    problems: Iterator[dict[str, Any]] = (
        {"line": one.line, "field": one.field, "reason": one.reason, "remedy": one.remedy}
        for one in loaded.problems
    )
    return {"rows": loaded.rows, "changed": loaded.changed, "set_aside": list(problems)}


@router.post("/accounts", dependencies=[Depends(supervisor)])
async def accounts(request: Request, services: ServicesDep, agent: CurrentAgent) -> dict[str, Any]:
    """Load borrowers, addresses and accounts (CSV); wrong rows are set aside and told."""
    rows = read_accounts(await _text(request))
    return _told(await load_accounts(services, rows, source=f"api:{agent.username}"))


@router.post("/payments", dependencies=[Depends(supervisor)])
async def payments(request: Request, services: ServicesDep, agent: CurrentAgent) -> dict[str, Any]:
    """Book payments (CSV); one told twice counts once."""
    rows = read_payments(await _text(request))
    return _told(await load_payments(services, rows, source=f"api:{agent.username}"))
