"""The rain of webhooks: it falls by the clock, and a slow answer is counted in full."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from channels.base import WebhookRequest
from channels.testing import served
from tools.bench.rainfall import Answered
from tools.bench.webhook_load import Outcome, told
from tools.bench.webhooks import Rain, rain, summed_up
from tools.bench.wire import Wire, written


async def test_every_request_leaves_and_each_refusal_is_counted() -> None:
    seen: list[int] = []

    async def post(number: int) -> bool:
        seen.append(number)
        return number % 4 != 0

    fell = await rain(post, per_second=400, seconds=0.1)

    assert sorted(seen) == list(range(40))
    assert (fell.asked, fell.refused) == (40, 10)


async def test_one_that_is_answered_late_does_not_hold_back_the_next() -> None:
    late = asyncio.Event()
    behind: list[int] = []

    async def post(number: int) -> bool:
        if number == 0:
            await late.wait()
        else:
            behind.append(number)
            if len(behind) == 9:
                late.set()
        return True

    fell = await rain(post, per_second=1000, seconds=0.01)

    assert len(behind) == 9
    assert fell.longest >= fell.p50


def test_figures_are_the_hundredths_of_all_times() -> None:
    fell = summed_up([float(ms) for ms in range(1, 101)], refused=1, seconds=2.0)
    assert fell == Rain(100, 1, 2.0, fell.p50, fell.p95, fell.p99, 100.0)
    assert (round(fell.p50), round(fell.p95), round(fell.p99)) == (50, 96, 100)
    assert fell.per_second == 50


FINE = Outcome(
    Rain(asked=400, refused=0, seconds=2.0, p50=4, p95=9, p99=49.9, longest=80),
    Answered(stored=400, people=40, twice=0, seconds=12.0),
    borrowers=40,
    processor=1.5,
    busy=0.5,
)


def test_a_run_is_good_when_all_was_soon_acknowledged_and_answered_once() -> None:
    assert FINE.good
    assert "400, 200 a second" in told(FINE)
    assert "40 of 40 people" in told(FINE)


@pytest.mark.parametrize(
    "change",
    [
        {"fell": replace(FINE.fell, p99=50.0)},
        {"fell": replace(FINE.fell, refused=1)},
        {"came": replace(FINE.came, stored=399)},
        {"came": replace(FINE.came, people=39)},
        {"came": replace(FINE.came, twice=1)},
    ],
)
def test_a_late_a_refused_a_lost_an_unanswered_and_a_doubled_one_are_each_too_many(
    change: dict[str, object],
) -> None:
    assert not replace(FINE, **change).good  # type: ignore[arg-type]  # a table of changes


def test_what_was_refused_is_not_lost() -> None:
    refused = replace(FINE, fell=replace(FINE.fell, refused=3), came=replace(FINE.came, stored=396))
    assert refused.lost == 1


def test_what_came_before_the_rain_is_stored_too() -> None:
    warm = replace(FINE, warmed_up=100, came=replace(FINE.came, stored=499))
    assert (warm.lost, warm.good) == (1, False)


async def test_the_wire_sends_what_a_provider_sends_and_uses_its_connection_again() -> None:
    seen: list[tuple[str, bytes, int]] = []

    async def take(request: Request) -> Response:
        assert request.client is not None
        seen.append((str(request.url.query), await request.body(), request.client.port))
        return Response("taken", status_code=201)

    async with served(Starlette(routes=[Route("/hook", take, methods=["POST"])])) as url:
        now = datetime(2026, 5, 13, tzinfo=UTC)
        request = WebhookRequest(
            "POST", f"{url}/hook?a=1", {"content-type": "text/plain"}, "¿cuánto?".encode(), now
        )
        at = urlsplit(url)
        wire = Wire(at.hostname or "", at.port or 0)
        statuses = [await wire.ask(written(request)) for _ in range(2)]
        await wire.aclose()

    assert statuses == [201, 201]
    assert [(query, body.decode()) for query, body, _ in seen] == [("a=1", "¿cuánto?")] * 2
    assert len({port for _, _, port in seen}) == 1


async def test_a_server_that_is_away_is_no_answer() -> None:
    assert await Wire("127.0.0.1", 9).ask(b"GET / HTTP/1.1\r\n\r\n") == 0
