"""Look at the channels that are set up: credentials, webhooks, templates, clock, public address; say what to do."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from campaigns.policies import FOLDER, parse
from channels.base import SendFailed, WebhookReceiver
from channels.health import Finding, Templated, template
from channels.outside import public_address
from channels.registry import PROVIDERS, Wiring, examined, receivers, templated
from channels.settings import ChannelSettings, read_settings
from core.clock import Clock, SystemClock
from core.messages import Channel
from core.policy import Template

HERE = "http://127.0.0.1:8080"
# What the gateway makes itself and what nobody outside calls.
_INSIDE = frozenset({"webchat"})


@dataclass(frozen=True)
class Looked:
    """What was found out about one provider, or about our own address."""

    name: str
    findings: Sequence[Finding]

    @property
    def in_order(self) -> bool:
        return all(finding.in_order for finding in self.findings)


@click.group()
def command() -> None:
    """The ways to reach borrowers, and whether they are set up right.

    \b
    Examples:
      kept channels doctor
      kept channels doctor --json | jq 'select(.in_order | not)'
    """


@command.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a provider, a line each.")
def doctor(as_json: bool) -> None:
    """Ask every provider that is set up how things stand; sends nothing. Exit status 1 if something is to be done."""
    looked = asyncio.run(look(dict(os.environ), SystemClock()))
    for one in looked:
        if as_json:
            click.echo(json.dumps(_as_json(one), ensure_ascii=False))
        else:
            _show(one)
    if not all(one.in_order for one in looked):
        sys.exit(1)


async def look(environment: Mapping[str, str], clock: Clock) -> list[Looked]:
    """Everything that can be found out with the settings of `environment`; raises `Unsafe` where they cannot be read."""
    named = environment.get("KEPT_PUBLIC_URL") or environment.get("KEPT_PUBLIC_URL_FILE")
    declared = _declared(Path(environment.get("KEPT_POLICY_FOLDER") or FOLDER))
    settings = read_settings(environment if named else {**environment, "KEPT_PUBLIC_URL": HERE})
    built = receivers(settings, Wiring(clock=clock))
    try:
        return [
            await _own_address(settings, built, clock),
            *[Looked(name, await adapter.examine()) for name, adapter in examined(built).items()],
            *await _templates(built, declared),
            *_not_asked(built),
        ]
    finally:
        for adapter in built.values():
            close = getattr(adapter, "aclose", None)
            if close is not None:
                await close()


async def _own_address(
    settings: ChannelSettings, built: Mapping[str, WebhookReceiver], clock: Clock
) -> Looked:
    paths = [one.path for one in PROVIDERS if one.name in built and one.name not in _INSIDE]
    findings = await public_address(settings.public_url, paths, now=clock.now())
    return Looked("public address", findings)


def _declared(folder: Path) -> dict[str, Mapping[tuple[str, str, str], Template]]:
    """The templates of every lender's table; a table that cannot be used has none (`kept policy check` tells)."""
    tables = {path.stem: parse(path.stem, path.read_bytes())[0] for path in sorted(folder.glob("*.yaml"))}
    return {lender: policy.templates for lender, policy in tables.items() if policy is not None}


async def _templates(
    built: Mapping[str, WebhookReceiver], lenders: Mapping[str, Mapping[tuple[str, str, str], Template]]
) -> list[Looked]:
    """Whether the platforms know the lenders' templates."""
    adapters = templated(built)
    looked = []
    for lender, templates in lenders.items():
        findings = []
        for (channel, key, language), declared in templates.items():
            adapter = adapters.get(Channel(channel))
            if adapter is None:
                what = f"There are templates of {channel}, which is not set up."
                findings.append(Finding(False, what, "Set it up, or take them out of the table."))
                continue
            findings.append(await _template(adapter, f"{key} ({channel}, {language})", declared))
        if findings:
            looked.append(Looked(f"templates of {lender}", list(dict.fromkeys(findings))))
    return looked


async def _template(adapter: Templated, name: str, declared: Template) -> Finding:
    try:
        return template(name, await adapter.template(declared.id), declared.text)
    except SendFailed as error:
        what = f"The platform was not heard on the template of {name} ({error.code})."
        return Finding(False, what, error.remedy or "Try again in a minute.")


def _not_asked(built: Mapping[str, WebhookReceiver]) -> list[Looked]:
    """Providers that cannot be asked, or are not set up: told, so that silence is not taken for health."""
    asked = examined(built)
    there = [
        Looked(name, [Finding(True, "It is set up; there is nobody to be asked.")])
        for name in built
        if name not in asked and name not in ("twilio_status", "letters_cancel")
    ]
    missing = sorted({one.folder for one in PROVIDERS if one.name not in built and one.name not in _INSIDE})
    return there + [Looked(name, [Finding(True, "It is not set up.")]) for name in missing]


def _as_json(one: Looked) -> dict[str, Any]:
    findings = [
        {"in_order": finding.in_order, "what": finding.what, "remedy": finding.remedy}
        for finding in one.findings
    ]
    return {"name": one.name, "in_order": one.in_order, "findings": findings}


def _show(one: Looked) -> None:
    click.secho(one.name, bold=True)
    for finding in one.findings:
        mark = click.style("ok  ", fg="green") if finding.in_order else click.style("TODO", fg="red")
        click.echo(f"  {mark}  {finding.what}" + (f" {finding.remedy}" if not finding.in_order else ""))
