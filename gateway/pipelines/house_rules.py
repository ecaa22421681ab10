"""What no law says and we hold anyway: rules of the house that stand before the packs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from compliance.wording.demands import asks_for_money
from core.clock import local_day
from core.places import usual_zone
from core.policy import Policy
from gateway.pipelines.facts import ANSWERS
from storage.gate import OnFile

# Whoever said stop hears nothing more there but this: that it was heard, help in danger, how to start again; they are
# not asked whether they meant it.
_DESPITE_STOP = ("stop.", "crisis.")
_NOT_AFTER_STOP = "stop.did_you_mean"
# ... and, where the family asks after a death, the answer to that.
_TO_THE_FAMILY = frozenset({"specialist.to_the_family", "specialist.needed_deceased"})
# Only these may still go out where something is being looked into.
_DESPITE_HOLD = ANSWERS | {"payment_receipt", "cease_response_notice", "legal_notice", "consent_request"}
# After a demand that all contact ends: answers to what the borrower writes, and the notices that law knows then.
_DESPITE_CEASE = ANSWERS | {"cease_response_notice", "specified_remedy_notice", "legal_notice"}
# What nobody waits for; only this counts against itself.
_BEGUN = frozenset({"reminder", "settlement_offer", "location_inquiry"})
# Of whom nobody asks for money, in no answer either: an automatic stay, a lawyer, a death, a dispute, a demand for silence.
_NOT_ASKED = frozenset(
    {"attorney", "bankruptcy", "cease_all", "crisis", "deceased", "disputed", "moratorium"}
)
# Who was asked whether we should stop and has not answered hears no reminder meanwhile: who is fed up does not answer, and
# a reminder would be the answer. Nobody is silenced for good by a doubt of ours: a month, then the next one may ask too.
STOP_QUESTION_HOLDS = timedelta(days=30)
# The only thing that may be asked at an address that is not proven: whether it is theirs.
_PROOF = "contact_proof.code"


@dataclass(frozen=True)
class Objection:
    """A rule of the house that stops a message."""

    id: str
    why: str
    reference: str = "docs/how-to/house-rules.md"

    def as_kept(self) -> dict[str, str]:
        return {"id": self.id, "reference": self.reference, "outcome": "block", "why": self.why}


def session_over(on_file: OnFile, *, by_template: bool) -> list[Objection]:
    """The rule against free text where the platform has told that its session window is shut; empty otherwise."""
    if by_template or not on_file.window_shut:
        return []
    return [
        Objection(
            "kept.window",
            "The platform has told that its session window is shut: no free text until they write.",
        )
    ]


def objections(on_file: OnFile, *, purpose: str, discloses: bool, now: datetime) -> list[Objection]:
    """Every rule of the house against sending this message at `now`; empty when there is none."""
    return [
        *_of_who_reads(on_file, purpose, discloses=discloses, now=now),
        *_of_the_address(on_file, purpose),
        *_of_the_matter(on_file, purpose, now),
    ]


def too_many(on_file: OnFile, policy: Policy, *, purpose: str, now: datetime) -> list[Objection]:
    """The lender's own ceiling on what we begin with one borrower, over all channels, where law names none or more."""
    if purpose not in _BEGUN:
        return []
    borrower = on_file.borrower
    zone = (borrower.zone if borrower else None) or usual_zone(borrower.jurisdiction if borrower else "US")
    today = local_day(now, zone)
    begun = [past for past in on_file.history if past.direction == "out" and past.purpose in _BEGUN]
    days = [local_day(past.at, zone) for past in begun]
    for most, within in ((policy.most_a_day, 1), (policy.most_a_week, 7)):
        if sum((today - day).days < within for day in days) >= most:
            in_days = "today" if within == 1 else f"in {within} days"
            return [Objection("kept.enough", f"They have had {most} messages that we began {in_days}.")]
    return []


def _said(on_file: OnFile) -> list[str]:
    return [str(say["key"]) for say in on_file.message.says or ()]


def _of_who_reads(on_file: OnFile, purpose: str, *, discloses: bool, now: datetime) -> list[Objection]:
    found: list[Objection] = []
    said, conversation = _said(on_file), on_file.conversation
    despite = _TO_THE_FAMILY if purpose in ANSWERS else frozenset[str]()
    if on_file.point.opted_out_at is not None and not (
        said
        and _NOT_AFTER_STOP not in said
        and all(key.startswith(_DESPITE_STOP) or key in despite for key in said)
    ):
        found.append(
            Objection("kept.stopped", "The person there said stop; only START brings messages back.")
        )
    if discloses and conversation.identity_at(now) != "verified":
        found.append(Objection("kept.identity", "It speaks of a debt, and who reads it is not verified."))
    if conversation.identity == "third_party" and purpose not in ANSWERS:
        found.append(
            Objection("kept.wrong-party", "Somebody else than the borrower answers at this address.")
        )
    return found


def _of_the_address(on_file: OnFile, purpose: str) -> list[Objection]:
    found: list[Objection] = []
    if (
        on_file.reach is not None
        and on_file.reach.status in ("set_aside", "pending")
        and purpose not in ANSWERS
        and not (on_file.reach.status == "pending" and _said(on_file) == [_PROOF])
    ):
        found.append(Objection("kept.unproven-address", "The address is not proven to be the borrower's."))
    if on_file.point.unreachable_at is not None and purpose not in ANSWERS:
        found.append(Objection("kept.unreachable", "The provider said that nothing arrives at this address."))
    return found


def _of_the_matter(on_file: OnFile, purpose: str, now: datetime) -> list[Objection]:
    found: list[Objection] = []
    account, asked = on_file.account, on_file.stop_asked_at
    if account is not None and account.holds and purpose not in _DESPITE_HOLD:
        held = ", ".join(sorted(account.holds))
        found.append(Objection("kept.on-hold", f"Nothing is asked for on this account meanwhile ({held})."))
    if asked is not None and now - asked < STOP_QUESTION_HOLDS and purpose not in _DESPITE_HOLD:
        found.append(
            Objection("kept.stop-asked", "They were asked whether we should stop, and have not answered yet.")
        )
    if (
        on_file.message.agent_id is None
        and on_file.conversation.held_by == "agent"
        and purpose != "opt_out_confirmation"
    ):
        found.append(Objection("kept.one-speaker", "An agent has the conversation; the assistant is silent."))
    found += _of_an_agent(on_file)
    flags = on_file.borrower.flags if on_file.borrower else {}
    if "cease_all" in flags and purpose not in _DESPITE_CEASE:
        found.append(Objection("kept.ceased", "The borrower demanded that all contact ends."))
    if "crisis" in flags and purpose not in ANSWERS:
        found.append(Objection("kept.crisis", "A person has to lift the alarm first."))
    return found


def _of_an_agent(on_file: OnFile) -> list[Objection]:
    """An agent answers whom the assistant would not press any more: anything but for money."""
    text = on_file.message.text
    if on_file.message.agent_id is None or not text or not asks_for_money(text):
        return []
    told = {
        *(on_file.account.holds if on_file.account else ()),
        *(on_file.borrower.flags if on_file.borrower else ()),
    }
    if found := sorted(_NOT_ASKED & told):
        why = f"It asks for money, and of this borrower none is asked for ({', '.join(found)})."
        return [Objection("kept.no-demand", why)]
    if on_file.unread:
        why = "It asks for money, and what they wrote last has not been understood yet: read it, and send again in a moment."
        return [Objection("kept.unread", why)]
    return []
