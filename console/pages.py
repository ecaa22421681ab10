"""Rendering the pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

HERE = Path(__file__).parent
STATIC = HERE / "static"

_environment = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

# Everything from our own origin, no inline script: what an injected text could do is nothing.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'"
)


def embedded_policy(origins: Sequence[str]) -> str:
    """The policy of a page that pages of these sites, and only these, may hold in a frame."""
    return POLICY.replace("frame-ancestors 'self'", " ".join(["frame-ancestors 'self'", *origins]))


def page(name: str, **values: Any) -> str:
    """The template `name` with its values, escaped."""
    return _environment.get_template(name).render(**values)
