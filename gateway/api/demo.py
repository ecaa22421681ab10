"""The sample borrowers' phones, for a first look; only where KEPT_DEMO names their file, never in production."""

from __future__ import annotations

import uuid
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import yaml
from fastapi import APIRouter, Form, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from catalogue import money
from catalogue.rendering import locale_of
from catalogue.values import show
from console.pages import page
from core.clock import local_day
from core.errors import NotFound
from core.money import Money
from core.places import country_of, usual_zone
from core.stages import days_past_due
from gateway.api.dependencies import ServicesDep
from gateway.chat_sessions import COOKIE, signed
from gateway.pipelines.ledger_in import load_payments
from gateway.services import Services
from ledger.rows import PaymentRow
from storage import accounts, demo, planned

router = APIRouter(prefix="/demo", include_in_schema=False)


def _on(services: Services) -> None:
    if not services.settings.environment.get("KEPT_DEMO"):
        raise NotFound("There is no demonstration here.", remedy="Start it with make demo.")


@router.get("", response_class=HTMLResponse)
async def phones(services: ServicesDep, ref: str | None = None, said: str = "") -> str:
    """The sample borrowers and one phone."""
    _on(services)
    async with services.database.begin() as work:
        facts = known_facts(services)
        rows = [await _row(services, work, row, facts) for row in await demo.rows(work)]
    return page("demo.html", rows=rows, ref=ref, said=said)


def known_facts(services: Services) -> dict[str, dict[str, str]]:
    """What the sample borrowers know of themselves; the database holds only its hashes."""
    path = Path(services.settings.environment["KEPT_DEMO"])
    return {person["ref"]: person["facts"] for person in yaml.safe_load(path.read_text(encoding="utf-8"))}


async def _row(
    services: Services, work: Any, row: demo.Sample, facts: dict[str, dict[str, str]]
) -> dict[str, Any]:
    borrower, account = row.borrower, row.account
    zone = borrower.zone or usual_zone(borrower.jurisdiction)
    locale = locale_of("en", country_of(borrower.jurisdiction))
    now = services.clock.now()
    promises = await accounts.promises(work, account.id)
    return {
        "ref": borrower.reference,
        "name": borrower.name,
        "place": borrower.jurisdiction,
        "time": now.astimezone(ZoneInfo(zone)).strftime("%H:%M"),
        "owed": show(money(Money(account.balance, account.currency)), locale),
        "days": days_past_due(account.due_on, local_day(now, zone)),
        "promise": promises[-1].status.replace("_", " ") if promises else "",
        "holds": sorted(account.holds),
        "opted_out": row.point.opted_out_at is not None,
        "held_by": row.held_by,
        "facts": facts.get(borrower.reference, {}),
    }


@router.get("/phone/{ref}")
async def phone(services: ServicesDep, ref: str) -> Response:
    """Be this borrower: their chat session in this browser."""
    _on(services)
    answer = RedirectResponse("/chat", status_code=303)
    answer.set_cookie(COOKIE, signed(services, f"demo-{ref.lower()}"), httponly=True, samesite="lax")
    return answer


@router.post("/remind")
async def remind(services: ServicesDep, ref: Annotated[str, Form()]) -> Response:
    """A reminder falls due now; the gate decides whether it goes."""
    _on(services)
    async with services.database.begin() as work:
        row = await demo.row(work, ref)
        await planned.plan(
            work,
            borrower_id=row.borrower.id,
            account_id=row.account.id,
            kind="reminder",
            due_at=work.now,
            dedupe=f"demo:{uuid.uuid4()}",
            details={"channel": "webchat"},
        )
    return RedirectResponse(f"/demo?ref={ref}&said=reminded", status_code=303)


@router.post("/pay")
async def pay(services: ServicesDep, ref: Annotated[str, Form()]) -> Response:
    """The ledger books what was promised, or all that is owed."""
    _on(services)
    async with services.database.begin() as work:
        row = await demo.row(work, ref)
        live = await accounts.promises(work, row.account.id, live_only=True)
        amount = Decimal(live[0].amount if live else row.account.balance).quantize(Decimal("0.01"))
        zone = row.borrower.zone or usual_zone(row.borrower.jurisdiction)
        booked = PaymentRow(
            f"demo-{uuid.uuid4()}",
            row.account.reference,
            amount,
            row.account.currency,
            local_day(work.now, zone),
        )
    if amount > 0:
        await load_payments(services, [booked], source="demo")
    return RedirectResponse(f"/demo?ref={ref}&said=paid", status_code=303)
