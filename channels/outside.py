"""Whether providers can reach us: the public address as it looks from this machine, over the way they would take."""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import httpx

from channels.health import Finding, clock

TIMEOUT = httpx.Timeout(10.0)
# Telegram calls 443, 80, 88 and 8443 only, WeChat 443 and 80 only.
PORTS = frozenset({80, 443})
# A certificate that ends sooner than this is worth a word.
SOON = timedelta(days=14)
# What our own routes say to a method that they do not take; nothing is counted or kept of such a call.
_NOT_THIS_METHOD = 405


async def public_address(
    public_url: str, paths: Sequence[str], *, now: datetime, client: httpx.AsyncClient | None = None
) -> list[Finding]:
    """What stands between the providers and our routes `paths`: encryption, port, name, certificate, proxy, clock."""
    findings = [*_written(public_url)]
    own = client or httpx.AsyncClient(timeout=TIMEOUT)
    try:
        findings += await _asked(own, public_url, paths, now)
    except httpx.HTTPError as error:
        findings.append(_unreachable(error))
    finally:
        if client is None:
            await own.aclose()
    return findings


def _written(public_url: str) -> list[Finding]:
    parts = urlsplit(public_url)
    findings = []
    if parts.scheme != "https":
        what = "The public address is not encrypted, so it is one of this machine or network only."
        findings.append(Finding(False, what, "Set KEPT_PUBLIC_URL to the https address that providers call."))
    if parts.port is not None and parts.port not in PORTS:
        what = f"Telegram and WeChat call no port {parts.port}."
        findings.append(Finding(False, what, "Serve the public address at port 443."))
    return findings


async def _asked(
    client: httpx.AsyncClient, public_url: str, paths: Sequence[str], now: datetime
) -> list[Finding]:
    async with client.stream("GET", f"{public_url}/healthz") as answer:
        findings = certificate(_ends_at(answer), now)
        body = (await answer.aread())[:1000]
    findings.append(_health(answer, body))
    if findings[-1].in_order:
        for path in paths:
            passed = (await client.request("HEAD", public_url + path)).status_code == _NOT_THIS_METHOD
            findings.append(
                Finding(True, f"{path} is passed on to the service.")
                if passed
                else Finding(
                    False, f"{path} does not lead to the service.", "Let the proxy pass it on unchanged."
                )
            )
    if not clock(answer, now).in_order:
        findings.append(clock(answer, now))
    return findings


def _health(answer: httpx.Response, body: bytes) -> Finding:
    if answer.status_code == httpx.codes.OK and b'"ready":true' in body.replace(b" ", b""):
        return Finding(True, "The service answers at the public address.")
    if answer.is_redirect:
        what = f"The public address leads elsewhere ({answer.status_code})."
        return Finding(False, what, "Name the address itself in KEPT_PUBLIC_URL: providers sign it.")
    what = f"Something else answers at the public address ({answer.status_code})."
    return Finding(False, what, "Start the gateway, and let the proxy pass the address on to it.")


def _unreachable(error: httpx.HTTPError) -> Finding:
    if isinstance(error.__cause__, ssl.SSLError) or "CERTIFICATE" in str(error):
        return Finding(
            False, "The certificate is not accepted.", "Install one for this name with its whole chain."
        )
    if isinstance(error, httpx.TimeoutException):
        return Finding(False, "The public address does not answer.", "Look at firewall and proxy.")
    return Finding(
        False, "The public address cannot be reached from here.", "Check its name, and that the gateway runs."
    )


def _ends_at(answer: httpx.Response) -> datetime | None:
    """When the certificate ends that was shown with an answer."""
    stream = answer.extensions.get("network_stream")
    shown = stream.get_extra_info("ssl_object") if stream is not None else None
    ends = (shown.getpeercert() or {}).get("notAfter") if shown is not None else None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(ends)), UTC) if ends else None


def certificate(ends_at: datetime | None, now: datetime) -> list[Finding]:
    """A finding where the certificate ends soon."""
    if ends_at is None or ends_at - now > SOON:
        return []
    what = f"The certificate ends on {ends_at:%Y-%m-%d}."
    return [Finding(False, what, "Renew it; without it no provider can call.")]
