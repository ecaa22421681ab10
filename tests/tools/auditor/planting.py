"""Violations to be planted into clean traffic: each changes one thing in one borrower's export."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from tools.auditor.traffic.exported import exported
from tools.auditor.traffic.lives import live
from tools.auditor.traffic.people import born

type Export = dict[str, Any]
type Row = dict[str, Any]
type Change = Callable[[Export, Row], Row]

SEED = 7
PEOPLE = 2000
SPOKEN = ("voice", "voicemail")


@dataclass(frozen=True)
class Planting:
    """A sentence, the rule that must speak, where it can be planted, and how."""

    name: str
    rule: str
    place: str
    change: Change
    fits: Callable[[Export, Row], bool]


@cache
def clean(number: int) -> Export:
    """The export of one invented borrower, not to be changed."""
    return exported(live(born(number, SEED)))


@cache
def place(number: int) -> str:
    """Where that one lives."""
    return born(number, SEED).place


def planted(planting: Planting) -> tuple[Export, str]:
    """The first export of the traffic that fits, with the planting in it, and the id of the message it is in."""
    for number in range(PEOPLE):
        if not place(number).startswith(planting.place):
            continue
        for row in clean(number)["messages"]:
            if row.get("state") == "sent" and planting.fits(clean(number), row):
                export = copy.deepcopy(clean(number))
                [there] = [each for each in export["messages"] if each["id"] == row["id"]]
                found = planting.change(export, there)
                export["messages"].sort(key=lambda each: (each["at"], each["number"]))
                return export, str(found["id"])
    raise LookupError(f"nobody to plant it with: {planting.name}")


def begun(export: Export, row: Row) -> bool:
    """A reminder by text that we began, to somebody who owes, with nothing special known."""
    facts = row["decision"]["facts"]
    usual = ("days_past_due", "mentions_debt", "initial_communication", "scheduled_automation",
             "consumer_used_this_address", "last_consumer_text_days_ago", "body_lang", "disclosure_lang")  # fmt: skip
    plain = all(flag.startswith(usual) for flag in facts["flags"])
    return (
        row["purpose"] == "reminder"
        and row["channel"] not in SPOKEN
        and facts["recipient_role"] == "debtor"
        and plain
        and not facts["quiet_spans"]
    )


def telling(export: Export, row: Row) -> bool:
    """The same, of a debt: to a reader who is known, or told of it."""
    facts = row["decision"]["facts"]
    return begun(export, row) and (facts.get("verified") is True or facts.get("discloses") is not False)


def unwritten(channel: str) -> Callable[[Export, Row], bool]:
    """The same on one channel, where the person never wrote."""
    usual = on(channel)
    return lambda export, row: (
        usual(export, row) and not any(each["direction"] == "in" for each in export["messages"])
    )


def on(channel: str, **wanted: Any) -> Callable[[Export, Row], bool]:
    """The same on one channel, with these facts."""

    def fits(export: Export, row: Row) -> bool:
        facts = row["decision"]["facts"]
        return (
            row["channel"] == channel
            and begun(export, row)
            and all(facts[name] == value for name, value in wanted.items())
        )

    return fits


def having(**wanted: Any) -> Callable[[Export, Row], bool]:
    """The same on any channel, with these facts."""
    return lambda export, row: (
        begun(export, row) and all(row["decision"]["facts"][name] == value for name, value in wanted.items())
    )


def called(export: Export, row: Row) -> bool:
    """A call that we began."""
    return (
        row["channel"] == "voice"
        and row["purpose"] == "reminder"
        and not row["decision"]["facts"]["quiet_spans"]
    )


def moved(row: Row, at: datetime) -> Row:
    """The message, decided and sent at `at`."""
    row["at"] = row["decision"]["at"] = at.astimezone(UTC).isoformat()
    return row


def at_local(clock: str, day: date = date(2026, 10, 14), zone: str = "") -> Change:
    """Sent at that hour of that day, where the person is."""

    def change(export: Export, row: Row) -> Row:
        facts = row["decision"]["facts"]
        if zone:
            facts["zones"], facts["recipient_tz"] = [zone], zone
        where = zone or facts["recipient_tz"] or (facts["zones"] or [export["zone"]])[0]
        return moved(row, datetime.combine(day, time.fromisoformat(clock), ZoneInfo(where)))

    return change


def told(**facts: Any) -> Change:
    """With other facts."""

    def change(export: Export, row: Row) -> Row:
        row["decision"]["facts"].update(facts)
        return row

    return change


def flagged(*flags: str) -> Change:
    """With these flags known to the decision."""

    def change(export: Export, row: Row) -> Row:
        row["decision"]["facts"]["flags"] += flags
        return row

    return change


def on_record(flag: str, **facts: Any) -> Change:
    """With a flag on record since the day before, which the decision did not see."""

    def change(export: Export, row: Row) -> Row:
        since = datetime.fromisoformat(row["at"]) - timedelta(days=1)
        export["consents"].append(
            {
                "at": since.isoformat(),
                "kind": "flag",
                "source": "agent",
                "message": None,
                "detail": {"flag": flag},
            }
        )
        return told(**facts)(export, row)

    return change


def again(times: int, minutes: float, **changed: Any) -> Change:
    """Sent again so many times, so many minutes apart; the last one is one too many."""

    def change(export: Export, row: Row) -> Row:
        for number in range(1, times + 1):
            row = sent_again(export, row, minutes, f"again-{number}", **changed)
        return row

    return change


def sent_again(export: Export, row: Row, minutes: float, name: str, **changed: Any) -> Row:
    """A copy of the message, so many minutes later."""
    other = copy.deepcopy(row) | changed | {"id": name}
    other["decision"]["facts"] |= {
        key: value for key, value in changed.items() if key in ("channel", "purpose")
    }
    moved(other, datetime.fromisoformat(row["at"]) + timedelta(minutes=minutes))
    export["messages"].append(other)
    return other


def received(export: Export, at: datetime, channel: str, address: str, heard: str | None = None) -> None:
    """The person writes."""
    export["messages"].append(
        {"direction": "in", "id": f"in-{len(export['messages'])}", "number": 0, "at": at.isoformat(),
         "channel": channel, "address": address, "kind": "text", "text": "...", "heard": heard, "understood": None}
    )  # fmt: skip


def after(heard: str | None, minutes: float, purpose: str = "reminder", times: int = 1) -> Change:
    """The person writes, and so much later the message goes to them, `times` times within the minute."""

    def change(export: Export, row: Row) -> Row:
        at = datetime.fromisoformat(row["at"])
        received(export, at - timedelta(minutes=minutes), row["channel"], row["address"], heard)
        row["purpose"] = row["decision"]["facts"]["purpose"] = purpose
        row["decision"]["facts"]["discloses"] = False
        row["decision"]["facts"]["flags"] = []
        for number in range(1, times):
            row = sent_again(export, row, 0.2, f"after-{number}")
        return row

    return change


def stopped_by_provider(export: Export, row: Row) -> Row:
    """The provider told of a block the day before; no message says so."""
    at = (datetime.fromisoformat(row["at"]) - timedelta(days=1)).isoformat()
    for address in export["addresses"]:
        if address["channel"] == row["channel"]:
            address["opted_out_at"] = at
    export["consents"].append(
        {"at": at, "kind": "opted_out", "source": "provider", "message": None, "detail": {}}
    )
    return row


def stranger(export: Export, row: Row) -> Row:
    """Somebody else had answered there the day before, which the decision did not see."""
    at = datetime.fromisoformat(row["at"]) - timedelta(days=1)
    received(export, at, row["channel"], row["address"])
    message = export["messages"][-1]["id"]
    export["consents"].append(
        {"at": at.isoformat(), "kind": "wrong_party", "source": "borrower", "message": message, "detail": {}}
    )
    return row


def night_answers(times: int, elsewhere: str = "") -> Change:
    """The person writes at three at night and is answered, too often or in another medium."""

    def change(export: Export, row: Row) -> Row:
        at_local("03:00")(export, row)
        after(None, 1, "reply", times)(export, row)
        if elsewhere:
            row["channel"] = row["decision"]["facts"]["channel"] = elsewhere
            return row
        return dict(export["messages"][-1])

    return change


def written(old: str, new: str) -> Change:
    """With other words."""

    def change(export: Export, row: Row) -> Row:
        assert old in row["text"]
        row["text"] = row["text"].replace(old, new)
        return row

    return change


def saying(text: str) -> Change:
    """With quite another text."""

    def change(export: Export, row: Row) -> Row:
        row["text"] = text
        return row

    return change


def decided(**changed: Any) -> Change:
    """With another decision."""

    def change(export: Export, row: Row) -> Row:
        row["decision"].update(changed)
        return row

    return change


def undecided(export: Export, row: Row) -> Row:
    """With no decision at all."""
    row["decision"] = None
    return row


def late(export: Export, row: Row) -> Row:
    """Decided three hours before it left."""
    row["decision"]["at"] = (datetime.fromisoformat(row["at"]) - timedelta(hours=3)).isoformat()
    return row


def without_consent(export: Export, row: Row) -> Row:
    """No address shows the consent that the decision rested on."""
    for address in export["addresses"]:
        address["consent_at"] = address["consent_source"] = None
    return row


def elsewhere_after_talk(export: Export, row: Row) -> Row:
    """They wrote back on one channel; the next day we write on another."""
    at = datetime.fromisoformat(row["at"])
    received(export, at + timedelta(minutes=5), row["channel"], row["address"])
    other = "email" if row["channel"] != "email" else "sms"
    return sent_again(export, row, 24 * 60, "elsewhere", channel=other)


def called_at(address: str) -> Change:
    """To another number or address."""

    def change(export: Export, row: Row) -> Row:
        row["address"] = address
        return row

    return change


def on_channel(channel: str) -> Change:
    """On another channel, as its decision says too."""

    def change(export: Export, row: Row) -> Row:
        row["channel"] = row["decision"]["facts"]["channel"] = channel
        return row

    return change


def refused(export: Export, row: Row) -> Row:
    """The person had refused this medium."""
    return flagged(f"medium_refused:{row['channel']}")(export, row)


def ended(delivery: str) -> Change:
    """A call that ended so."""

    def change(export: Export, row: Row) -> Row:
        row["delivery"] = delivery
        return row

    return change


def combined(*changes: Change) -> Change:
    """One after the other."""

    def change(export: Export, row: Row) -> Row:
        for each in changes:
            row = each(export, row)
        return row

    return change
