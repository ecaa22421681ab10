"""Scenario files: read, checked, and every fault named with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from core.errors import Invalid
from core.messages import Channel

EVENTS = frozenset(
    """scheduled_outbound agent_takes_over agent_says agent_hands_back advance_to duplicate_of_previous burst
    payment_posted telegram_my_chat_member wechat_event link_opened""".split()
)
CHECKS = frozenset(
    """intent identity discloses_debt asks_for not_asks_for records flags_set flags_cleared escalated not_escalated
    collection_paused outbound_blocked outbound_allowed no_reply replies offers not_offers contains_any
    contains_none contains_re reply_lang promise_count same_handler""".split()
)


@dataclass(frozen=True)
class SceneStep:
    """One step: somebody writes, or something happens; and what is expected after it."""

    user: str | Mapping[str, Any] | None
    event: str | None
    value: Any
    expect: Mapping[str, Any]


@dataclass(frozen=True)
class Scenario:
    """One conversation to play."""

    id: str
    title: str
    language: str
    channel: Channel
    account: Mapping[str, Any]
    now: datetime
    steps: tuple[SceneStep, ...]
    opener: str | None = None
    policy: Mapping[str, Any] = field(default_factory=dict)


def read_scenarios(path: Path) -> list[Scenario]:
    """Read a scenario file; raise `Invalid` naming scenario, step and field."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Invalid(path.name, "is not YAML", remedy=str(error).splitlines()[0]) from None
    if not isinstance(data, Mapping) or not isinstance(data.get("scenarios"), list):
        raise Invalid(path.name, "holds no scenarios", remedy="List them under `scenarios:`.")
    policy = data.get("policy_assumed") or {}
    return [_scenario(item, policy) for item in data["scenarios"]]


def _scenario(item: Any, policy: Mapping[str, Any]) -> Scenario:
    name = str(item.get("id") or "?")
    try:
        return Scenario(
            id=name,
            title=str(item.get("title", "")),
            language=str(item["lang"]),
            channel=Channel(item["channel"]),
            account=item["account"],
            now=_instant(item["now"]),
            steps=tuple(_step(name, number, step) for number, step in enumerate(item["steps"], 1)),
            opener=item.get("opener"),
            policy=policy,
        )
    except KeyError as error:
        raise Invalid(name, f"lacks {error.args[0]}", remedy="Every scenario has it.") from None
    except ValueError as error:
        raise Invalid(name, str(error)) from None


def _instant(written: Any) -> datetime:
    at = written if isinstance(written, datetime) else datetime.fromisoformat(str(written))
    if at.tzinfo is None:
        raise ValueError("now: has no offset")
    return at


def _step(name: str, number: int, step: Mapping[str, Any]) -> SceneStep:
    where = f"{name}, step {number}"
    expect = step.get("expect") or {}
    if unknown := set(expect) - CHECKS:
        raise Invalid(where, f"expects unknown {', '.join(sorted(unknown))}")
    if "user" in step:
        return SceneStep(step["user"], None, None, expect)
    event = step.get("event")
    kind, value = (event, None) if isinstance(event, str) else next(iter((event or {"?": None}).items()))
    if kind not in EVENTS:
        raise Invalid(where, f"has neither user nor a known event ({kind})")
    return SceneStep(None, kind, value, expect)
