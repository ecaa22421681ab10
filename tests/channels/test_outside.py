"""The public address as providers find it."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from channels.health import Finding
from channels.outside import certificate, public_address
from tests.channels.kits import NOW, PUBLIC_URL

READY = {"ready": True, "live_updates": True}


async def found(answer: Callable[[httpx.Request], httpx.Response], url: str = PUBLIC_URL) -> list[Finding]:
    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    return await public_address(url, ["/twilio/sms"], now=NOW, client=client)


def todo(findings: list[Finding]) -> list[str]:
    return [finding.what for finding in findings if not finding.in_order]


def ours(request: httpx.Request) -> httpx.Response:
    if request.url.path == "/healthz":
        return httpx.Response(200, json=READY, headers={"date": format_datetime(NOW)})
    return httpx.Response(405)


async def test_an_address_that_leads_to_the_service_is_in_order() -> None:
    findings = await found(ours)

    assert todo(findings) == []
    assert [finding.what for finding in findings] == [
        "The service answers at the public address.",
        "/twilio/sms is passed on to the service.",
    ]


async def test_a_proxy_that_keeps_a_route_back_is_found() -> None:
    findings = await found(
        lambda request: ours(request) if request.url.path == "/healthz" else httpx.Response(404)
    )

    assert todo(findings) == ["/twilio/sms does not lead to the service."]


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (httpx.Response(301, headers={"location": "https://www.example.com"}), "leads elsewhere (301)"),
        (httpx.Response(200, text="<html>It works!"), "Something else answers"),
        (httpx.Response(502), "Something else answers at the public address (502)"),
    ],
)
async def test_whoever_else_answers_there_is_found(answer: httpx.Response, what: str) -> None:
    [said] = todo(await found(lambda _: answer))

    assert what in said


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (
            httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed"),
            "certificate is not accepted",
        ),
        (httpx.ConnectTimeout("slow"), "does not answer"),
        (httpx.ConnectError("Name or service not known"), "cannot be reached from here"),
    ],
)
async def test_what_stands_in_the_way_is_told_apart(error: httpx.HTTPError, what: str) -> None:
    def fails(_: httpx.Request) -> httpx.Response:
        raise error

    [said] = todo(await found(fails))

    assert what in said


async def test_a_broken_handshake_is_one_of_the_certificate() -> None:
    def fails(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("handshake") from ssl.SSLError("handshake")

    assert todo(await found(fails)) == ["The certificate is not accepted."]


async def test_an_address_in_clear_and_a_port_of_our_own_are_no_address_for_providers() -> None:
    said = todo(await found(ours, "http://127.0.0.1:8080"))

    assert len(said) == 2
    assert "8080" in said[1]


async def test_a_clock_that_differs_from_the_service_is_found() -> None:
    late = format_datetime(NOW + timedelta(minutes=3))

    def answer(request: httpx.Request) -> httpx.Response:
        return (
            httpx.Response(200, json=READY, headers={"date": late})
            if request.method == "GET"
            else ours(request)
        )

    assert todo(await found(answer)) == ["Our clock is not the provider's."]


def test_a_certificate_that_ends_within_two_weeks_is_told() -> None:
    ends = datetime(2026, 5, 27, tzinfo=UTC)

    assert todo(certificate(ends, NOW)) == ["The certificate ends on 2026-05-27."]
    assert certificate(ends, ends - timedelta(days=15)) == []
    assert certificate(None, NOW) == []
