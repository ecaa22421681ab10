"""The package registry: uv asks the one that pip is set to, and nothing of it is written down anywhere."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

SYSTEM_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
)
SECTIONS = ("global", "install", ":env:")  # a later one overrules an earlier one


def pip_settings(lines: Iterable[str]) -> dict[str, str]:
    """What `pip config list` prints, by setting with underscores: `{"index_url": ...}`."""
    found: dict[str, tuple[int, str]] = {}
    for line in lines:
        name, _, quoted = line.partition("=")
        section, _, setting = name.strip().rpartition(".")
        if section not in SECTIONS:
            continue
        try:
            value = str(ast.literal_eval(quoted.strip()))
        except (ValueError, SyntaxError):
            continue
        rank, key = SECTIONS.index(section), setting.replace("-", "_")
        if key not in found or rank >= found[key][0]:
            found[key] = (rank, value)
    return {key: value for key, (_, value) in found.items()}


def as_uv(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment variables that tell uv what pip is told."""
    extra = settings.get("extra_index_url", "").split()
    told = {
        "UV_DEFAULT_INDEX": settings.get("index_url", ""),
        "UV_INDEX": " ".join(extra),
        "UV_FIND_LINKS": ",".join(settings.get("find_links", "").split()),
        "UV_INSECURE_HOST": " ".join(settings.get("trusted_host", "").split()),
        "UV_INDEX_STRATEGY": "unsafe-best-match" if extra else "",  # as pip does; the hashes stand guard
        "UV_HTTP_TIMEOUT": settings.get("timeout", "") or settings.get("default_timeout", "") or "120",
        "SSL_CERT_FILE": settings.get("cert", ""),
    }
    if settings.get("no_index", "").lower() in {"1", "true", "yes", "on"}:
        told["UV_NO_INDEX"] = "1"
    return {name: value for name, value in told.items() if value}


@cache
def environment() -> dict[str, str]:
    """This process's environment with pip's registry for uv; what is set for uv itself stays."""
    ours = dict(os.environ)
    told = as_uv(_asked_pip())
    if not any(
        Path(file).exists() for file in (ours.get("SSL_CERT_FILE"), told.get("SSL_CERT_FILE")) if file
    ):
        told.pop("SSL_CERT_FILE", None)
        ours.pop("SSL_CERT_FILE", None)
        if any(Path(file).exists() for file in SYSTEM_CERTIFICATES):
            told["UV_SYSTEM_CERTS"] = "1"
    return {**told, **ours, "UV_NO_PROGRESS": "1", "UV_PYTHON_PREFERENCE": "system"}


def _asked_pip() -> dict[str, str]:
    command = [sys.executable, "-m", "pip", "config", "list"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed
    return pip_settings(done.stdout.splitlines())
