"""Strategies: which step is due for an account that is so many days past due."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import yaml

from core.errors import Invalid, NotFound
from core.messages import Channel

FOLDER = Path(__file__).parent / "strategies"
KINDS = frozenset({"reminder"})


@dataclass(frozen=True)
class CampaignStep:
    """On this day past due (negative: before), this is done. A step missed stays due until the next one.

    `channels`: only these, the preferred first; empty: as the lender's ladder says.
    """

    day: int
    kind: str
    channels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Strategy:
    """Planned steps for a segment. `version` is the hash of its file."""

    name: str
    title: str
    version: str
    steps: tuple[CampaignStep, ...]

    @property
    def first_day(self) -> int:
        return self.steps[0].day

    @property
    def last_day(self) -> int:
        """The last day past due that this strategy speaks for."""
        return self.steps[-1].day + 7 if self.steps[-1].day > 0 else 0

    def step_for(self, days_past_due: int) -> CampaignStep | None:
        """The step an account is at: the latest one whose day has come, None before the first or after the end."""
        if not self.first_day <= days_past_due <= self.last_day:
            return None
        return max((step for step in self.steps if step.day <= days_past_due), key=lambda step: step.day)


def names() -> list[str]:
    """The strategies there are."""
    return sorted(path.stem.replace("_", "-") for path in FOLDER.glob("*.yaml"))


def strategy(name: str) -> Strategy:
    """Read the strategy `name`; raise `NotFound`, or `Invalid` naming what cannot be read."""
    path = FOLDER / f"{name.replace('-', '_')}.yaml"
    if name not in names():
        raise NotFound(f"There is no strategy {name}.", remedy=f"There are: {', '.join(names())}.")
    raw = path.read_bytes()
    table = yaml.safe_load(raw)
    steps = tuple(
        CampaignStep(int(step["day"]), str(step["kind"]), tuple(step.get("channels") or ()))
        for step in table["steps"]
    )
    if not steps or list(steps) != sorted(steps, key=lambda step: step.day):
        raise Invalid("steps", "are missing or not in the order of their days")
    if unknown := {step.kind for step in steps} - KINDS:
        raise Invalid("steps", f"{', '.join(sorted(unknown))} is not a kind of step")
    if unknown := {channel for step in steps for channel in step.channels} - set(Channel):
        raise Invalid("channels", f"{', '.join(sorted(unknown))} is not a channel")
    return Strategy(table["name"], table["title"], hashlib.sha256(raw).hexdigest()[:12], steps)
