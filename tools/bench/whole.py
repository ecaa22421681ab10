"""The whole service as processes of their own, a stand-in in Twilio's place: signed webhook in, API call out."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from channels.settings import TwilioSettings
from channels.testing import served
from channels.twilio.genuine import TwilioGenuine
from channels.twilio.standin import TwilioStandIn
from core.clock import SystemClock, local_day
from core.messages import Channel
from gateway.pipelines.ledger_in import load_accounts
from gateway.services import Services, build
from gateway.settings import Settings
from ledger.rows import AccountRow, Address
from storage import conversations
from tools.bench.load import Turn
from tools.demo.load import awake_zone
from tools.platform import processes
from tools.platform.children import free_port
from tools.platform.embedded import Embedded
from tools.platform.environment import Addresses, environment, secrets
from tools.platform.output import Output
from tools.platform.places import APP_PYTHON, ROOT
from tools.platform.process import Process
from tools.platform.supervisor import Supervisor
from tools.stage.providers import ACCOUNT, SMS_FROM, TWILIO_TOKEN

TEXT = "how much do i owe?"


@asynccontextmanager
async def whole(borrowers: int) -> AsyncIterator[Turn]:
    """Start everything on free ports with verified borrowers; what is given takes one whole turn."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        nowhere = stack.enter_context(Path(os.devnull).open("w"))  # noqa: ASYNC230 - opened once
        output = Output(folder / "logs", stream=nowhere)
        stand_in = TwilioStandIn(TwilioSettings(ACCOUNT, TWILIO_TOKEN))
        twilio = await stack.enter_async_context(served(stand_in.app))
        supervisor = Supervisor(lambda text: None)
        stack.push_async_callback(supervisor.stop)
        ready = await prepared(supervisor, folder, output, twilio)
        await supervisor.start(
            processes.assistant(ready, output),
            processes.gateway(ready, output),
            processes.worker(ready, output),
        )
        services = build(Settings.read(ready))
        stack.push_async_callback(services.aclose)
        phones = await people(services, borrowers)
        client = await stack.enter_async_context(httpx.AsyncClient(timeout=30, trust_env=False))
        yield _turn(client, ready["KEPT_PUBLIC_URL"], stand_in, phones)


async def prepared(supervisor: Supervisor, folder: Path, output: Output, twilio: str) -> dict[str, str]:
    """Start the database and bring it up to date; what the processes of the service are to be told."""
    servers = Embedded(folder, {})
    await supervisor.start(*servers.services())
    addresses = Addresses(
        free_port(),
        free_port(),
        servers.database_url(),
        servers.redis_url(),
        servers.assistant_database_url(),
        servers.assistant_redis_url(),
    )
    given = {
        **os.environ,
        "KEPT_TWILIO_ACCOUNT_SID": ACCOUNT,
        "KEPT_TWILIO_AUTH_TOKEN": TWILIO_TOKEN,
        "KEPT_TWILIO_SMS_FROM": SMS_FROM,
        "KEPT_TWILIO_API": twilio,
        "KEPT_BURST_SECONDS": "0",
    }
    ready = environment(addresses, secrets(folder, given), given)
    migrate = Process(
        "migrate", [str(APP_PYTHON), "-m", "storage.migrate"], env=ready, cwd=ROOT, output=output
    )
    await migrate.run_to_its_end()
    return ready


async def people(services: Services, count: int) -> list[str]:
    """Verified borrowers with one account each; their numbers."""
    zone = awake_zone(SystemClock().now())
    today = local_day(SystemClock().now(), zone)
    phones = [f"+1312555{number:04d}" for number in range(count)]
    rows = [
        AccountRow(
            borrower=f"B{phone}",
            name="Sample",
            language="en",
            jurisdiction="US-IL",
            zone=zone,
            zip_code=None,
            account=f"A{phone}",
            lender="riverbank",
            product="loan",
            balance=Decimal("515.20"),
            currency="USD",
            due_on=today - timedelta(days=9),
            collector_type="first_party",
            addresses=(Address(Channel.SMS, phone, 0),),
            consent_source="contract",
            consent_on=date(2026, 1, 1),
        )
        for phone in phones
    ]
    await load_accounts(services, rows, source="bench")
    async with services.database.begin() as work:
        for phone in phones:
            point = await conversations.contact_point(work, Channel.SMS, phone)
            conversation = await conversations.at_point(work, point)
            conversation.identity = "verified"
            conversation.verified_until = work.now + timedelta(days=1)
    return phones


def _turn(client: httpx.AsyncClient, url: str, stand_in: TwilioStandIn, phones: list[str]) -> Turn:
    genuine = TwilioGenuine(
        TwilioSettings(ACCOUNT, TWILIO_TOKEN, SMS_FROM, None), channel=Channel.SMS, public_url=url
    )
    clock, numbers = SystemClock(), iter(range(1, 10**9))

    async def take(number: int) -> None:
        phone = phones[number]
        before = len(stand_in.texts_to(phone))
        request = genuine.text(TEXT, sender=phone, at=clock.now(), number=next(numbers))
        answer = await client.post(request.url, headers=dict(request.headers), content=request.body)
        answer.raise_for_status()
        async with asyncio.timeout(30):
            while len(stand_in.texts_to(phone)) == before:  # noqa: ASYNC110 - the stand-in keeps books, no events
                await asyncio.sleep(0.001)

    return take
