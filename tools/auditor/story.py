"""What an export tells of one borrower, put in order: what we sent, what they said, what became known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

# Left our hands, or may have.
GONE = frozenset({"sent", "sending", "unknown"})
SPOKEN = frozenset({"voice", "voicemail"})
CHATS = frozenset({"sms", "whatsapp", "telegram", "wechat", "webchat"})
ELECTRONIC = CHATS | {"email"}
# Purposes under which a message can answer what the person wrote.
ANSWERING = frozenset(
    {"reply", "agent_message", "payment_receipt", "opt_out_confirmation", "verification_response"}
)
# What somebody said longer ago is no longer answered but taken up again.
ANSWERED_WITHIN = timedelta(hours=72)
# What follows the answer so soon belongs to it; nobody has begun a new contact.
SAME_EXCHANGE = timedelta(hours=1)
# Of a call: whether it was taken, rang out, never rang, or was spoken onto a machine.
TAKEN, RANG, DEAD, MACHINE = "answered", "no-answer", "not-connected", "voicemail"
# Changes of consent that speak of one address.
_HEARD = {"opted_out": "opt_out", "opted_in": "opt_in", "wrong_party": "wrong_party"}
_CALLS_BEFORE = {
    "conversation": TAKEN,
    "ai_voice_conversation": TAKEN,
    "attempt_unanswered": RANG,
    "attempt": RANG,
    "attempt_not_connected": DEAD,
    "voicemail": MACHINE,
}


class Unreadable(ValueError):
    """An export that does not have the shape of one; the text says where."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that passed between us and the person. `outcome` tells of a call what became of it."""

    at: datetime
    ours: bool
    channel: str
    purpose: str = ""
    heard: str = ""
    debt: str | None = None
    address: str = ""
    outcome: str = ""
    at_work: bool = False
    # Of ours: the person's words that it answered. Of theirs: whether money came in rather than words.
    answers: Deed | None = None
    # Of ours: sent on after an answer, in the same exchange.
    following: Deed | None = None
    paid: bool = False
    # The person asked, in words, for an answer in this other medium.
    invited: bool = False


@dataclass(frozen=True)
class Sent:
    """A message of ours that left, with what it was decided on."""

    id: str
    at: datetime
    channel: str
    address: str
    by: str
    purpose: str
    text: str
    outcome: str
    decided: Mapping[str, Any] | None
    place: str
    collector: str
    role: str
    debt: str | None
    flags: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, Any]

    @property
    def by_agent(self) -> bool:
        return self.by.startswith("agent")

    def has(self, *names: str) -> bool:
        """Whether any of these flags is known."""
        return any(name in self.flags for name in names)

    def says(self, name: str, value: str) -> bool:
        return value in self.flags.get(name, ())

    def number(self, name: str) -> int | None:
        """The number that a flag such as `days_past_due:41` bears."""
        values = self.flags.get(name)
        return int(values[-1]) if values and values[-1].lstrip("-").isdigit() else None


@dataclass(frozen=True, slots=True)
class Known:
    """From `at` on a flag is known of the borrower, or (`over`) no longer holds."""

    at: datetime
    flag: str
    over: bool = False


@dataclass(frozen=True)
class Story:
    """One export in the auditor's own words, everything in order."""

    borrower: str
    place: str
    language: str
    sent: tuple[Sent, ...]
    deeds: tuple[Deed, ...]
    known: tuple[Known, ...]
    # Since when there is consent for an address, None where there is none on file.
    consent: Mapping[tuple[str, str], datetime | None]
    # Other stops of an address, by the provider or an agent.
    stops: tuple[Deed, ...]


def moment(value: object, where: str) -> datetime:
    """An aware instant in UTC; `Unreadable` names where there is none."""
    try:
        at = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise Unreadable(f"{where} is no moment") from error
    if at.tzinfo is None:
        raise Unreadable(f"{where} has no time zone")
    return at.astimezone(UTC)


def read(export: Mapping[str, Any]) -> Story:
    """The story that an export of format `kept-audit-export/1` tells; `Unreadable` if it is none."""
    if not isinstance(export, Mapping) or not str(export.get("format", "")).startswith("kept-audit-export/1"):
        raise Unreadable("it is no export of the audit, format kept-audit-export/1")
    try:
        return _read(export)
    except Unreadable:
        raise
    except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
        raise Unreadable(f"it lacks or misshapes {type(error).__name__}: {error}") from error


def _read(export: Mapping[str, Any]) -> Story:
    who = export["borrower"]
    ours = [row for row in export["messages"] if row["direction"] == "out"]
    theirs = [row for row in export["messages"] if row["direction"] == "in"]
    sent = [_sent(row, str(who["jurisdiction"])) for row in ours if row["state"] in GONE]
    deeds = [_ours(row, one) for row, one in zip(_gone(ours), sent, strict=True)]
    deeds += [_theirs(row) for row in theirs]
    deeds += _before(sent, {(one.at.replace(microsecond=0), one.channel) for one in deeds})
    deeds.sort(key=lambda each: (each.at, each.ours))
    channels = {str(row["id"]): (str(row["channel"]), str(row["address"])) for row in theirs}
    return Story(
        borrower=str(who["reference"]),
        place=str(who["jurisdiction"]),
        language=str(who["language"]),
        sent=tuple(sorted(sent, key=lambda each: each.at)),
        deeds=_with_answers(deeds),
        known=tuple(sorted(_all_known(export), key=lambda each: (each.at, not each.over))),
        consent={
            (row["channel"], row["address"]): _maybe(row["consent_at"], "addresses.consent_at")
            for row in export["addresses"]
        },
        stops=tuple(_stops(export, channels)),
    )


def _gone(rows: list[Any]) -> list[Any]:
    return [row for row in rows if row["state"] in GONE]


def _maybe(value: object, where: str) -> datetime | None:
    return None if value is None else moment(value, where)


def flags_of(texts: object) -> dict[str, tuple[str, ...]]:
    """Flags as they are written (`name`, `name:value`, `opted_out_sms`), by name."""
    found: dict[str, list[str]] = {}
    for text in texts if isinstance(texts, list) else ():
        name, _, value = str(text).partition(":")
        for ending in ("opted_out_", "opted_in_again_"):
            if name.startswith(ending):
                name, value = ending.rstrip("_"), name.removeprefix(ending)
        found.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in found.items()}


def _sent(row: Mapping[str, Any], place: str) -> Sent:
    decided = row["decision"]
    facts: Mapping[str, Any] = (decided or {}).get("facts") or {}
    return Sent(
        id=str(row["id"]),
        at=moment(row["at"], "messages.at"),
        channel=str(row["channel"]),
        address=str(row["address"]),
        by=str(row["by"]),
        purpose=str(row["purpose"]),
        text=str(row["text"] or ""),
        outcome=str((decided or {}).get("outcome", "")),
        decided=decided,
        place=str(facts.get("jurisdiction") or place).upper().replace("_", "-"),
        collector=str(facts.get("collector_type") or "third_party"),
        role=str(facts.get("recipient_role") or "debtor"),
        debt=facts.get("debt"),
        flags=flags_of(facts.get("flags")),
        facts=facts,
    )


def _ours(row: Mapping[str, Any], sent: Sent) -> Deed:
    spoken = sent.channel in SPOKEN
    return Deed(
        at=sent.at,
        ours=True,
        channel=sent.channel,
        purpose=sent.purpose,
        debt=sent.debt,
        address=sent.address,
        outcome=str(row.get("delivery") or TAKEN) if spoken else "",
        at_work=sent.has("place_of_employment"),
        invited=sent.says("prior_consent_medium_now", sent.channel),
    )


def _theirs(row: Mapping[str, Any]) -> Deed:
    return Deed(
        at=moment(row["at"], "messages.at"),
        ours=False,
        channel=str(row["channel"]),
        heard=str(row["heard"] or ""),
        address=str(row["address"]),
        paid=row.get("kind") == "payment",
    )


def _before(sent: list[Sent], there: set[tuple[datetime, str]]) -> list[Deed]:
    """What happened before the export's first day, as far as the facts of its decisions tell of it."""
    first = min((one.at for one in sent), default=None)
    found: dict[tuple[datetime, str], Deed] = {}
    for one in sent:
        for told in one.facts.get("history") or ():
            at = moment(told["at"], "facts.history.at")
            channel = str(told.get("channel") or "")
            key = (at.replace(microsecond=0), channel)
            if key in there or key in found or first is None or at >= first:
                continue
            found[key] = _told(told, at, channel)
    return list(found.values())


def _told(told: Mapping[str, Any], at: datetime, channel: str) -> Deed:
    kind = str(told["kind"])
    ours = not kind.startswith("inbound")
    purpose = kind if kind in ("consent_request", "opt_out_confirmation", "location_inquiry") else "reminder"
    return Deed(
        at=at,
        ours=ours,
        channel=channel,
        purpose="reply" if kind == "outbound_reply" else purpose if ours else "",
        heard={"inbound_optout": "opt_out", "inbound_optin": "opt_in"}.get(kind, ""),
        debt=told.get("debt"),
        outcome=_CALLS_BEFORE.get(kind, TAKEN) if channel in SPOKEN else "",
        at_work=told.get("place") == "work",
        paid=kind == "inbound_payment",
    )


def _all_known(export: Mapping[str, Any]) -> Iterator[Known]:
    """Every change of a mark in the export's days, and what has been on since before them."""
    for flag, detail in export["borrower"]["flags"].items():
        if detail.get("since"):
            yield Known(moment(detail["since"], "borrower.flags.since"), str(flag))
    yield from (_known(row) for row in export["consents"] if row["kind"] in ("flag", "flag_lifted"))


def _known(row: Mapping[str, Any]) -> Known:
    return Known(moment(row["at"], "consents.at"), str(row["detail"]["flag"]), row["kind"] == "flag_lifted")


def _stops(export: Mapping[str, Any], channels: Mapping[str, tuple[str, str]]) -> list[Deed]:
    """Opt-outs, opt-ins and strangers on record; where no message says for which address, the address's own mark does."""
    marked = {
        moment(row["opted_out_at"], "addresses.opted_out_at"): (row["channel"], row["address"])
        for row in export["addresses"]
        if row["opted_out_at"]
    }
    found = []
    for row in export["consents"]:
        heard = _HEARD.get(row["kind"])
        if heard is None:
            continue
        at = moment(row["at"], "consents.at")
        place = channels.get(str(row["message"])) or marked.get(at)
        if place:
            found.append(Deed(at, False, place[0], heard=heard, address=place[1]))
    return found


def _with_answers(deeds: list[Deed]) -> tuple[Deed, ...]:
    """Each of ours with what it answered: the first one after the person's own words, in their medium."""
    waiting: dict[str, Deed] = {}
    heard: dict[str, Deed] = {}
    found = []
    for deed in deeds:
        if not deed.ours:
            waiting[deed.channel] = heard[deed.channel] = deed
            found.append(deed)
            continue
        asked, last = _asked(deed, waiting), heard.get(deed.channel)
        follows = asked is None and last is not None and deed.at - last.at <= SAME_EXCHANGE
        if deed.outcome != DEAD:
            waiting.clear()
        follows = follows and last is not None and _answers(deed, last)
        found.append(replace(deed, answers=asked, following=last if follows else None))
    return tuple(found)


def _asked(deed: Deed, waiting: Mapping[str, Deed]) -> Deed | None:
    """The person's latest words that ours answers: those in its own medium, or elsewhere where that was asked for."""
    theirs = waiting.get(deed.channel)
    if deed.invited:
        theirs = max(waiting.values(), key=lambda each: each.at, default=None)
    return theirs if theirs is not None and _answers(deed, theirs) else None


def _answers(deed: Deed, theirs: Deed) -> bool:
    """Whether ours answers theirs; after an opt-out only its confirmation does."""
    if theirs.heard == "opt_out" and deed.purpose != "opt_out_confirmation":
        return False
    return deed.purpose in ANSWERING and deed.at - theirs.at <= ANSWERED_WITHIN
