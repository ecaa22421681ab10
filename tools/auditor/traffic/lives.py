"""What happens to one borrower in the month: plans fall due, are put off and decided again, the person answers."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any, cast

from compliance.engine import Outcome, decide
from compliance.engine.decision import Decision
from compliance.engine.parts import ALL
from compliance.facts import Facts, Past
from compliance.parts import TIME_BARRED_NOTICE
from gateway.pipelines.facts import as_kept, facts_of
from storage.gate import OnFile, PastMessage
from storage.people import TIME_BARRED
from tools.auditor.traffic import plans
from tools.auditor.traffic.people import Contact, Person
from tools.auditor.traffic.plans import FIRST, LAST
from tools.auditor.traffic.texts import text

_SPOKEN = ("voice", "voicemail")
_PURPOSES = (
    ("reminder", 70), ("agent_message", 8), ("settlement_offer", 5), ("consent_request", 4), ("payment_receipt", 4),
    ("location_inquiry", 3), ("legal_notice", 2), ("verification_response", 2), ("cease_response_notice", 1),
    ("specified_remedy_notice", 1),
)  # fmt: skip
# What a message of the person may bring with it: a flag on record, a stop, a wish.
_NEWS = (
    ("words", 60), ("opt_out", 12), ("opt_in", 4), ("cease_all", 3), ("dispute_open", 4), ("attorney", 3),
    ("bankruptcy", 2), ("deceased", 2), ("wrong_number", 2), ("paid", 3), ("refuses", 2), ("hours", 3), ("moves", 2),
    ("verified", 6), ("plan", 2), ("refused_to_pay_in_writing", 2),
)  # fmt: skip
_ON_RECORD = frozenset(
    {"cease_all", "dispute_open", "attorney", "bankruptcy", "deceased", "refused_to_pay_in_writing"}
)
_OF_A_CALL = (("answered", 3), ("no-answer", 5), ("not-connected", 1))
_TRIES = 6


@dataclass(order=True)
class Due:
    """Something that happens at `at`; `number` keeps things of one instant in order."""

    at: datetime
    number: int
    what: str = field(compare=False)
    contact: Contact = field(compare=False)
    purpose: str = field(default="", compare=False)
    debt: Any = field(default=None, compare=False)
    tries: int = field(default=0, compare=False)


@dataclass
class Life:
    """A person, the month's events still to come, and all that has passed."""

    person: Person
    rows: list[dict[str, Any]] = field(default_factory=list)
    consents: list[dict[str, Any]] = field(default_factory=list)
    past: list[PastMessage] = field(default_factory=list)
    calls: list[Past] = field(default_factory=list)
    wishes: list[Any] = field(default_factory=list)
    queue: list[Due] = field(default_factory=list)
    count: int = 0

    def expect(self, at: datetime, what: str, contact: Contact, **more: Any) -> None:
        """Let something happen at `at`, unless the month is over by then."""
        self.count += 1
        if at < LAST:
            heapq.heappush(self.queue, Due(at, self.count, what, contact, **more))

    def id(self) -> str:
        self.count += 1
        return f"{self.person.reference}-{self.count}"


def drawn(rng: Random, table: tuple[tuple[str, int], ...]) -> str:
    """One of the names, each as often as its number says."""
    return rng.choices([name for name, _ in table], [weight for _, weight in table])[0]


def live(person: Person) -> Life:
    """The whole month of one borrower."""
    life = Life(person)
    for at in plans.due(person):
        purpose = drawn(person.rng, _PURPOSES)
        contact = person.rng.choice(person.contacts)
        if person.rng.random() < (0.5 if contact.channel == "voicemail" else 0.01):
            purpose = "limited_content_voicemail"
        elif contact.channel in _SPOKEN and purpose == "location_inquiry":
            purpose = "reminder"
        life.expect(at, "ours", contact, purpose=purpose, debt=person.rng.choice(person.debts))
    for at, contact in plans.bursts(person):
        life.expect(at, "ours", contact, purpose="reminder", debt=person.debts[0])
    for _ in range(person.rng.choice((0, 1, 1, 2, 4))):
        at = FIRST + (LAST - FIRST) * person.rng.random()
        life.expect(at.replace(microsecond=0), "theirs", person.rng.choice(person.contacts))
    if person.rng.random() < 0.08:
        at = FIRST + (LAST - FIRST) * person.rng.random()
        life.expect(at.replace(microsecond=0), "file", person.contacts[0])
    while life.queue:
        due = heapq.heappop(life.queue)
        if due.what == "ours":
            _ours(life, due)
        elif due.what == "file":
            _file(life, due)
        else:
            _theirs(life, due)
    return life


def _ours(life: Life, due: Due) -> None:
    """Decide about one message now; send it, put it off, or keep it from leaving."""
    person, contact = life.person, due.contact
    on_file = _on_file(life, due)
    agent = due.purpose == "agent_message"
    discloses = agent or (person.verified and due.purpose in _DISCLOSING and contact.channel != "voicemail")
    # Now and then a draft says too much.
    discloses = discloses or (due.purpose in _BARE and person.rng.random() < 0.05)
    facts = _facts(life, due, on_file, discloses)
    decision = decide(facts, due.at)
    if decision.outcome is Outcome.ALLOW:
        _leaves(life, due, facts, decision, discloses)
        return
    life.rows.append(_row(life, due, facts, decision, str(decision.outcome), ""))
    if decision.next_allowed_at is not None and due.tries < _TRIES:
        life.expect(
            decision.next_allowed_at, "ours", contact, purpose=due.purpose, debt=due.debt, tries=due.tries + 1
        )


_BARE = frozenset({"opt_out_confirmation", "consent_request", "limited_content_voicemail"})
_DISCLOSING = frozenset(
    {"reminder", "settlement_offer", "legal_notice", "payment_receipt", "specified_remedy_notice"}
)


def _on_file(life: Life, due: Due) -> OnFile:
    person, contact = life.person, due.contact
    found = SimpleNamespace(
        message=None,
        conversation=SimpleNamespace(
            identity="verified" if person.verified else "unknown",
            identity_at=lambda at: "verified" if person.verified else "unverified",
            last_inbound_at=contact.last_inbound_at,
            language=person.language,
        ),
        point=SimpleNamespace(
            channel=contact.channel, address=contact.address, opted_out_at=contact.opted_out_at
        ),
        reach=SimpleNamespace(
            consent_at=contact.consent_at,
            status="wrong_party" if "wrong_party" in contact.wishes else "active",
        ),
        borrower=SimpleNamespace(
            jurisdiction=person.place, zone=person.zone, zip_code=person.zip_code, flags=person.flags
        ),
        account=due.debt,
        history=[entry for entry in life.past if due.at - entry.at <= timedelta(days=31)],
        preferences=life.wishes,
        last_inbound_here=contact.last_inbound_at,
        disclosed_before=contact.disclosed,
        consent_flags=contact.wishes,
    )
    return cast("OnFile", found)


def _facts(life: Life, due: Due, on_file: OnFile, discloses: bool) -> Facts:
    """As the service gathers them, and what it does not know of yet: calls, roles, templates, where they arrive."""
    person, contact = life.person, due.contact
    facts = facts_of(
        on_file,
        purpose=due.purpose,
        discloses=discloses,
        now=due.at,
        quiet_hours=person.quiet,
        platforms=person.permitted,
    )
    signals = dict(facts.location_signals)
    if person.landline:
        signals["landline_area_code"] = person.landline
    history = facts.history
    if "place_of_employment" in person.flags:
        history = tuple(replace(past, place="work") for past in history)
    if life.calls:
        told = [past for past in history if past.channel not in _SPOKEN]
        history = tuple(sorted((*told, *life.calls), key=lambda past: past.at))
    return replace(
        facts,
        recipient_role=person.role,
        location_signals=signals,
        history=history,
        number=contact.address,
        parts=ALL if person.has_words else ALL - {TIME_BARRED_NOTICE},
        approved_template=contact.channel in ("whatsapp", "wechat") and due.purpose == "reminder",
    )


def _leaves(life: Life, due: Due, facts: Facts, decision: Decision, discloses: bool) -> None:
    person, contact = life.person, due.contact
    said = "" if contact.channel in _SPOKEN else text(
        due.purpose, discloses, person.language, tuple(decision.must_include), person.place
    )  # fmt: skip
    row = _row(life, due, facts, decision, "sent", said)
    life.rows.append(row)
    if contact.channel in _SPOKEN:
        _call(life, due, row)
        return
    contact.disclosed = contact.disclosed or discloses
    life.past.append(PastMessage(due.at, "out", contact.channel, due.purpose, due.debt.id, None))
    if due.purpose != "reply" and person.rng.random() < 0.25:
        later = person.rng.choice((40, 600, 5_000, 40_000, 200_000))
        life.expect(due.at + timedelta(seconds=later + person.rng.randrange(60)), "theirs", contact)


def _call(life: Life, due: Due, row: dict[str, Any]) -> None:
    taken = drawn(life.person.rng, _OF_A_CALL)
    if due.contact.channel == "voicemail":
        taken = "voicemail"
    row["delivery"] = taken
    kind = {
        "answered": "conversation",
        "no-answer": "attempt_unanswered",
        "not-connected": "attempt_not_connected",
        "voicemail": "voicemail",
    }[taken]
    work = "work" if "place_of_employment" in life.person.flags else None
    call = Past(due.at, kind, due.contact.channel, due.debt.id, number=due.contact.address, place=work)
    life.calls.append(call)
    if taken != "not-connected":
        life.past.append(PastMessage(due.at, "out", due.contact.channel, due.purpose, due.debt.id, None))


def _theirs(life: Life, due: Due) -> None:
    """The person writes: perhaps news, and then an answer of ours, sometimes several, sometimes late."""
    person, contact, rng = life.person, due.contact, life.person.rng
    if contact.channel in _SPOKEN:
        return
    news = drawn(rng, _NEWS)
    message = life.id()
    heard = news if news in ("opt_out", "opt_in") else None
    life.rows.append(_inbound(life, due, message, heard))
    life.past.append(PastMessage(due.at, "in", contact.channel, "", None, heard))
    contact.last_inbound_at = due.at
    _take(life, due, news, message)
    debt = rng.choice(person.debts)
    for _ in range(rng.choice((1, 1, 1, 2)) if news == "opt_out" else 0):
        life.expect(due.at + timedelta(seconds=rng.choice((2, 9, 280, 400))), "ours", contact,
                    purpose="opt_out_confirmation", debt=debt)  # fmt: skip
    for _ in range(rng.choice((0, 1, 1, 1, 2))):
        wait = rng.choice((3, 3, 20, 900, 4_000, 30_000, 100_000))
        purpose = rng.choice(("reply", "reply", "reply", "agent_message", "verification_response"))
        life.expect(due.at + timedelta(seconds=wait), "ours", contact, purpose=purpose, debt=debt)


def _file(life: Life, due: Due) -> None:
    """The lender's file says that a debt has become too old to be sued for, or that it is not after all."""
    flags = life.person.flags
    kind = "flag_lifted" if TIME_BARRED in flags else "flag"
    if kind == "flag":
        flags[TIME_BARRED] = {"since": due.at.isoformat(), "source": "ledger"}
    else:
        del flags[TIME_BARRED]
    row = {"at": due.at.isoformat(), "kind": kind, "source": "ledger", "message": None}
    life.consents.append(row | {"detail": {"flag": TIME_BARRED}})


def _take(life: Life, due: Due, news: str, message: str) -> None:
    """Put on record what the person told, as the service does."""
    person, contact = life.person, due.contact
    if news == "opt_out":
        contact.opted_out_at = due.at
        contact.wishes.append("opted_out")
        _consent(life, due, "opted_out", message)
    elif news == "opt_in":
        contact.opted_out_at = None
        contact.wishes.append("opted_in")
        _consent(life, due, "opted_in", message)
    elif news in _ON_RECORD:
        person.flags[news] = {}
        _consent(life, due, "flag", message, flag=news)
        if news == "dispute_open":
            person.debts[0].holds["disputed"] = True
    elif news == "wrong_number":
        contact.wishes.append("wrong_party")
        _consent(life, due, "wrong_party", message)
    elif news == "paid":
        for debt in person.debts:
            debt.status = "paid"
    elif news == "refuses":
        life.wishes.append(
            SimpleNamespace(channel_unwanted="email", channel_wanted=None, windows=[], at=due.at)
        )
    elif news == "hours":
        window = {"from": "18:00", "to": None, "wanted": person.rng.random() < 0.5}
        life.wishes.append(
            SimpleNamespace(channel_unwanted=None, channel_wanted=None, windows=[window], at=due.at)
        )
    elif news == "moves" and person.zone:
        person.zone = person.clock = person.rng.choice(("Asia/Tokyo", "Europe/London", "America/Denver"))
    elif news == "verified":
        person.verified = True
    elif news == "plan":
        person.flags["installment_plan_active_current"] = {}
        _consent(life, due, "flag", message, flag="installment_plan_active_current")


def _consent(life: Life, due: Due, kind: str, message: str, **detail: str) -> None:
    row = {"at": due.at.isoformat(), "kind": kind, "source": "borrower", "message": message, "detail": detail}
    life.consents.append(row)


def _inbound(life: Life, due: Due, message: str, heard: str | None) -> dict[str, Any]:
    life.count += 1
    return {
        "direction": "in",
        "id": message,
        "number": life.count,
        "at": due.at.isoformat(),
        "channel": due.contact.channel,
        "address": due.contact.address,
        "kind": "text",
        "text": "...",
        "heard": heard,
        "understood": None,
    }


def _row(
    life: Life, due: Due, facts: Facts, decision: Decision, state: str, said: str
) -> dict[str, Any]:  # fmt: skip
    """One message of ours in the export's shape."""
    state = {"block": "blocked", "defer": "deferred"}.get(state, state)
    later = decision.next_allowed_at
    return {
        "direction": "out",
        "id": life.id(),
        "number": life.count,
        "at": due.at.isoformat(),
        "channel": due.contact.channel,
        "address": due.contact.address,
        "by": "agent Ana" if due.purpose == "agent_message" else "assistant",
        "purpose": due.purpose,
        "keys": [],
        "text": said,
        "state": state,
        "delivery": None,
        "error": None,
        "provider_id": None,
        "seal": None,
        "receipts": [],
        "decision": {
            "id": f"D{life.count}",
            "at": due.at.isoformat(),
            "outcome": str(decision.outcome),
            "next_allowed_at": later.isoformat() if later else None,
            "rules": [{"id": rule.id, "outcome": str(rule.outcome)} for rule in decision.rules],
            "facts": as_kept(facts) if state == "sent" else {},
            "versions": {},
        },
    }
