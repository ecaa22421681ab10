"""A played scenario for people: the conversation as it was, each expectation passed or failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.text import Text

from tools.play.checks import failures
from tools.play.scenario import Scenario


def judge(scenario: Scenario, seen: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """The failed checks of each step."""
    owed = Decimal(str(scenario.account["owed"]))
    return [failures(step.expect, look, owed=owed) for step, look in zip(scenario.steps, seen, strict=True)]


def show(scenario: Scenario, seen: Sequence[Mapping[str, Any]], console: Console) -> bool:
    """Print the conversation; True when every check passed."""
    console.print(Text(f"\n{scenario.id}  {scenario.title}", style="bold"))
    passed = True
    for step, look, failed in zip(scenario.steps, seen, judge(scenario, seen), strict=True):
        said = step.user if step.user is not None else f"[{step.event} {step.value or ''}]"
        console.print(
            Text(f"  borrower   {said}" if step.user is not None else f"  event      {said}", style="cyan")
        )
        for reply in look["replies"]:
            console.print(Text(f"  assistant  {reply['text']}", style="green"))
        for held in look["held_back"]:
            why = ", ".join(held["rules"]) or held["error"] or "no reason kept"
            console.print(Text(f"  {held['state']:<10} {', '.join(held['says'])}: {why}", style="magenta"))
        if not look["replies"] and not look["held_back"]:
            console.print(Text("  assistant  (silent)", style="dim"))
        intent = step.expect.get("intent")
        if intent and look["intent"] not in (intent if isinstance(intent, list) else [intent]):
            console.print(Text(f"    read as {look['intent']}, expected {intent}", style="yellow"))
        for complaint in failed:
            passed = False
            console.print(Text(f"    FAILED {complaint}", style="bold red"))
        checks = len(step.expect) - ("intent" in step.expect) - len(failed)
        if checks:
            console.print(Text(f"    {checks} checks passed", style="dim"))
    return passed
