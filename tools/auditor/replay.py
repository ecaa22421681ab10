"""A borrower's story told again, message by message, each held against the law as it stood known then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from tools.auditor.case import Breach, Case
from tools.auditor.clocks import places_of, zones_of
from tools.auditor.law import carried, hours, often, old_debts, record, stopped, who
from tools.auditor.story import Deed, Sent, Story, flags_of, read

CHECKS = (record.check, hours.check, often.check, stopped.check, old_debts.check, who.check, carried.check)


@dataclass(frozen=True)
class Violation:
    """A message that ought not to have left as it did."""

    borrower: str
    message: str
    at: datetime
    channel: str
    place: str
    breach: Breach

    def as_json(self) -> dict[str, str]:
        """Plain values for a line of JSON; no names, numbers or texts of the borrower."""
        return {
            "borrower": self.borrower,
            "message": self.message,
            "at": self.at.isoformat(),
            "channel": self.channel,
            "place": self.place,
            "rule": self.breach.rule.id,
            "says": self.breach.rule.words,
            "source": self.breach.rule.source,
            "why": self.breach.why,
        }


def audit(export: Mapping[str, Any], names: Iterable[str] = ()) -> list[Violation]:
    """Every violation in one export; `Unreadable` if it is none. `names` of who writes, if they are to be looked for."""
    return list(violations(read(export), frozenset(names)))


def violations(story: Story, names: frozenset[str] = frozenset()) -> Iterator[Violation]:
    """Every violation in the story, in the order of its messages."""
    for case in cases(story, names):
        for check in CHECKS:
            for breach in check(case):
                sent = case.sent
                yield Violation(story.borrower, sent.id, sent.at, sent.channel, sent.place, breach)


def cases(story: Story, names: frozenset[str]) -> Iterator[Case]:
    """Each message that left, with what went before it."""
    ours = [number for number, deed in enumerate(story.deeds) if deed.ours and deed.address]
    for sent, number in zip(story.sent, ours, strict=True):
        past, deed = story.deeds[:number], story.deeds[number]
        known = _known(story, sent)
        yield Case(
            sent=replace(sent, flags=_merged(sent.flags, known)) if known else sent,
            past=past,
            answered=deed.answers,
            flags=frozenset(sent.flags).union(known),
            zones=zones_of(sent),
            places=places_of(sent.place),
            opted_out=_opted_out(sent, past, story.stops),
            consent_at=story.consent.get((sent.channel, sent.address)),
            names=names,
        )


def _known(story: Story, sent: Sent) -> dict[str, tuple[str, ...]]:
    """Flags on record when the message left, whether its decision saw them or not."""
    found: dict[str, datetime] = {}
    for each in story.known:
        if each.at > sent.at:
            continue
        if each.over:
            found.pop(each.flag, None)
        else:
            found[each.flag] = each.at
    if any(_at_address(deed, sent) for deed in story.stops if deed.heard == "wrong_party"):
        found["wrong_number"] = sent.at
    return flags_of([_aged(flag, sent.at - since) for flag, since in found.items()]) if found else {}


def _aged(flag: str, passed: timedelta) -> str:
    """A number of days ago is counted on from the day it was put on record."""
    name, _, days = flag.partition(":")
    return f"{name}:{int(days) + passed.days}" if name.endswith("_days_ago") and days.isdigit() else flag


def _merged(
    one: Mapping[str, tuple[str, ...]], other: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    return {name: (*other.get(name, ()), *one.get(name, ())) for name in (*one, *other)}


def _at_address(deed: Deed, sent: Sent) -> bool:
    return deed.channel == sent.channel and deed.at <= sent.at and deed.address in ("", sent.address)


def _opted_out(sent: Sent, past: tuple[Deed, ...], stops: tuple[Deed, ...]) -> Deed | None:
    """The stop that holds at this address: on record, or heard in a message there and not taken back since."""
    wishes = [
        deed for deed in (*past, *stops) if deed.heard in ("opt_out", "opt_in") and _at_address(deed, sent)
    ]
    last = max(wishes, key=lambda deed: (deed.at, deed.heard == "opt_out"), default=None)
    if last is not None:
        return last if last.heard == "opt_out" else None
    if sent.has("opted_out") and sent.says("opted_out", sent.channel):
        return (
            None
            if sent.says("opted_in_again", sent.channel)
            else Deed(sent.at, False, sent.channel, heard="opt_out")
        )
    return None
