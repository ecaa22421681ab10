"""Letters out: asked of the gate, written from the catalogue, kept as they are; on paper or attached to an e-mail."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from catalogue.forms import Form, form, form_for, forms, letters_version
from catalogue.letter_writing import Known, write
from channels.letters.pdf import paper
from compliance import wording
from compliance.engine import Outcome, decide
from compliance.facts import Facts
from compliance.flags import Flags
from compliance.parts import ALL
from compliance.wording import roles
from core.errors import Conflict, Invalid
from core.languages import DEFAULT_LANGUAGE, LANGUAGES
from core.messages import Channel
from core.places import country_of
from gateway.live import DESK
from gateway.pipelines import letter_facts
from gateway.pipelines import outbound as out
from gateway.pipelines.facts import facts_of
from gateway.pipelines.house_rules import objections
from gateway.pipelines.letter_facts import Field, Ground
from gateway.services import Services
from storage import conversations, duties, letters, outbound, talked_of, ways
from storage.database import Work
from storage.gate import gather
from storage.people import TIME_BARRED, ContactPoint
from storage.talk import Outbound
from storage.work import Agent

# Rules of the house about an address that a letter to the post does not go to.
_OF_ADDRESSES = frozenset(
    {"kept.stopped", "kept.identity", "kept.wrong-party", "kept.unproven-address", "kept.unreachable"}
)
# Marks of electronic addresses, which say nothing of the post.
_FLAGS_OF_ADDRESSES = frozenset(
    "opted_out opted_in_again medium_refused wrong_number number_reassigned employer_email consumer_used_this_address "
    "no_electronic_consent last_consumer_text_days_ago place_of_employment".split()
)


@dataclass(frozen=True)
class Prepared:
    """A letter before it is written: what is known, and what an agent has to fill in."""

    form: Form
    ground: Ground
    language: str
    fields: Sequence[Field]
    email: bool

    @property
    def on_file(self) -> dict[str, Known]:
        """What is on file and goes into the letter."""
        needed = self.form.needs(self.ground.place, self.ground.collector, self.ground.known)
        return {name: value for name, value in self.ground.known.items() if name in needed}


@dataclass(frozen=True)
class Made:
    """What became of it: `made` (on paper), `sent`, or why not."""

    state: str
    letter_id: uuid.UUID | None = None
    spoke: tuple[dict[str, str], ...] = ()
    until: datetime | None = None


@dataclass(frozen=True)
class Order:
    """Which letter an agent wants, in which language, by which way, with which facts beside those on file."""

    form: str
    language: str
    way: str
    key: str
    given: Mapping[str, str] = field(default_factory=dict)
    duty_id: uuid.UUID | None = None
    # The writer has seen what the wording guard said and sends it all the same.
    warned: bool = False


def fitting(ground: Ground) -> list[Form]:
    """The letters that may be written to this borrower though no deadline asks for them."""
    now = {
        "paid": ground.account.status == "paid" or not ground.account.balance,
        "payments": "payments" in ground.known,
        "promises": "promises" in ground.known,
        "open": ground.account.status == "open",
    }
    return [
        one
        for one in forms().values()
        if one.only_when and now[one.only_when] and one.fits(ground.place, ground.collector)
    ]


async def offered(services: Services, conversation_id: uuid.UUID) -> list[Form]:
    """The letters on the page of a conversation; none where there is no account."""
    async with services.database.begin() as work:
        try:
            return fitting(await _ground(services, work, conversation_id, None, DEFAULT_LANGUAGE))
        except Invalid:
            return []


async def prepare(
    services: Services,
    conversation_id: uuid.UUID,
    name: str = "",
    *,
    duty_id: uuid.UUID | None,
    language: str,
) -> Prepared:
    """What is on file for the letter (without a name: the one that is due), and what is to be filled in.

    Raises `NotFound`, `Invalid`, `Conflict`.
    """
    async with services.database.begin() as work:
        ground = await _ground(services, work, conversation_id, duty_id, language)
        wanted = _wanted(ground, name)
        email = await _mail_address(work, ground) is not None
    return Prepared(wanted, ground, _spoken(ground, language), letter_facts.fields(wanted, ground), email)


async def make(services: Services, conversation_id: uuid.UUID, agent: Agent, order: Order) -> Made:
    """Write the letter and let it out, if the gate allows it now; the same key makes it once.

    Raises `Incomplete` where it would have a gap, `Invalid` where what was filled in is none, `Conflict` where it
    is not due.
    """
    async with services.database.begin() as work:
        # Pressed twice, the second waits for the first.
        await conversations.load(work, conversation_id, lock=True)
        again = await letters.by_key(work, f"{agent.id}:{order.key}")
        if again is not None:
            return Made("made" if again.letter.way == "paper" else again.state or "failed", again.letter.id)
        ground = await _ground(services, work, conversation_id, order.duty_id, order.language)
        wanted, language = _wanted(ground, order.form), _spoken(ground, order.language)
        known = letter_facts.told(wanted, ground, order.given)
        body = _written(wanted, known, language, ground)
        refused = _judged(work, wanted, known, language, ground, agent, warned=order.warned)
        if refused is not None:
            return refused
        rules: Sequence[dict[str, str]] = ()
        if order.way == "paper":
            rules, stopped = await _asked(services, work, ground, wanted)
            if stopped is not None:
                return stopped
        letter = await letters.keep(
            work,
            key=f"{agent.id}:{order.key}",
            conversation_id=conversation_id,
            account_id=ground.account.id,
            duty_id=order.duty_id,
            form=wanted.name,
            language=language,
            way=order.way,
            facts=letter_facts.as_kept(known, wanted.needs(ground.place, ground.collector, known)),
            rules=rules,
            versions={**services.rules.versions, "letters": letters_version()},
            body=body,
            made_by=agent.id,
        )
        message_id = await _attach(work, ground, letter, wanted, agent) if order.way == "email" else None
    if message_id is None:
        return Made("made", letter.id)
    delivered = await out.deliver(services, message_id)
    await services.live.publish(DESK, {"conversation": str(conversation_id)})
    return Made(delivered.state, letter.id, delivered.spoke, delivered.until)


async def _ground(
    services: Services, work: Work, conversation_id: uuid.UUID, duty_id: uuid.UUID | None, language: str
) -> Ground:
    conversation = await conversations.load(work, conversation_id)
    duty = await work.session.get(duties.Duty, duty_id) if duty_id else None
    if duty_id and (duty is None or duty.conversation_id != conversation_id):
        raise Invalid("duty", "is not of this conversation", remedy="Reload the page.")
    account = await talked_of.account_of(work, conversation)
    policy = services.policy_for(account.lender if account else "")
    spoken = language if language in LANGUAGES else conversation.language
    return await letter_facts.ground(work, policy, conversation, duty, spoken)


def _spoken(ground: Ground, language: str) -> str:
    return language if language in LANGUAGES else ground.conversation.language


def _wanted(ground: Ground, name: str) -> Form:
    """The form, where it is due here, or may be written now; without a name the one that is due."""
    if not name and ground.duty is not None:
        found = form_for(ground.duty.what, ground.place, ground.collector)
        if found is not None:
            return found
    wanted = form(name)
    due = ground.duty is not None and ground.duty.what in wanted.due_for
    if not wanted.fits(ground.place, ground.collector) or not (due or wanted in fitting(ground)):
        raise Conflict("This letter is not due here.", remedy="Open it from the deadline that asks for it.")
    return wanted


def _written(wanted: Form, known: Mapping[str, Known], language: str, ground: Ground) -> bytes:
    tongues = [language]
    if wanted.english_too and language != DEFAULT_LANGUAGE:
        tongues.append(DEFAULT_LANGUAGE)
    sheets = [
        write(wanted, known, tongue, place=ground.place, collector=ground.collector) for tongue in tongues
    ]
    return paper(sheets, country=country_of(ground.place))


def _judged(
    work: Work, wanted: Form, known: Mapping[str, Known], language: str, ground: Ground, agent: Agent, *, warned: bool
) -> Made | None:  # fmt: skip
    """What the wording guard has against the agent's own sentences; None where nothing stands in the way."""
    own = [part.content for part in wanted.parts if part.kind == "words"]
    for name in own:
        verdict = wording.judge(
            str(known[name]),
            lang=language,
            jurisdiction=ground.place,
            verified_party=True,
            facts={
                "person_writes": True,
                TIME_BARRED: TIME_BARRED in ground.borrower.flags,
                "balance": str(ground.account.balance),
            },
        )
        found = list(verdict.violations)
        may = bool(found) and roles.outcome(agent.role, found) == "warn"
        if may and warned:
            work.audit("agent.warned", ground.conversation.id, agent=str(agent.id), why=found)
        elif found:
            work.audit("agent.blocked", ground.conversation.id, agent=str(agent.id), why=found)
            spoke = [
                {"id": f"wording.{span.category}", "reference": "", "why": span.why} for span in verdict.spans
            ]
            return Made("warned" if may else "blocked", spoke=tuple(spoke))
    return None


async def _asked(
    services: Services, work: Work, ground: Ground, wanted: Form
) -> tuple[list[dict[str, str]], Made | None]:
    """The rules that bear on a letter by post, and why it may not go now.

    It is judged as the strictest medium that is written, without what only electronic addresses must have: nobody
    consents to the post, and its address is the one in the contract.
    """
    would_be = Outbound(
        id=uuid.uuid4(),
        conversation_id=ground.conversation.id,
        account_id=ground.account.id,
        purpose=wanted.purpose,
        says=[],
    )
    on_file = await gather(work, would_be)
    facts = by_post(facts_of(on_file, purpose=wanted.purpose, discloses=True, now=work.now))
    against = [
        item.as_kept()
        for item in objections(on_file, purpose=wanted.purpose, discloses=True, now=work.now)
        if item.id not in _OF_ADDRESSES and item.id != "kept.one-speaker"
    ]
    decision = decide(facts, work.now, rulebook=services.rules)
    rules = against + [
        {"id": rule.id, "reference": rule.reference, "outcome": str(rule.outcome), "why": rule.why}
        for rule in decision.rules
    ]
    if not against and decision.allowed:
        return rules, None
    spoke = tuple(rule for rule in rules if rule["outcome"] in ("block", "defer"))
    if against or decision.outcome is Outcome.BLOCK:
        state, until = "blocked", None
    else:
        state, until = "deferred", decision.next_allowed_at
    work.audit(
        f"letter.{state}", ground.conversation.id, form=wanted.name, rules=[rule["id"] for rule in spoke]
    )
    return rules, Made(state, spoke=spoke, until=until)


def by_post(facts: Facts) -> Facts:
    """The facts of a message, for a letter on paper: its head, statements and contact line are parts of its form."""
    values = {name: told for name, told in facts.flags.values.items() if name not in _FLAGS_OF_ADDRESSES}
    if facts.purpose == "legal_notice":
        values["legally_required_notice"] = ("",)
    return replace(
        facts,
        channel=str(Channel.EMAIL),
        flags=Flags(values),
        consent=True,
        verified=True,
        parts=ALL,
        platform_permits=True,
        approved_template=True,
    )


async def _mail_address(work: Work, ground: Ground) -> ContactPoint | None:
    """Where the borrower is reached by e-mail, the address in this conversation first."""
    found = [
        way.point
        for way in await ways.of_borrower(work, ground.borrower.id)
        if way.point.channel == Channel.EMAIL and way.reach.status == "active"
    ]
    return next(
        (point for point in found if point.id == ground.conversation.contact_point_id),
        found[0] if found else None,
    )


async def _attach(
    work: Work, ground: Ground, letter: letters.Letter, wanted: Form, agent: Agent
) -> uuid.UUID:
    point = await _mail_address(work, ground)
    if point is None:
        raise Conflict("The borrower has no e-mail address.", remedy="Open the letter and post it.")
    conversation = await conversations.between(work, point, ground.borrower)
    planned = await outbound.plan(
        work,
        conversation,
        key=f"letter:{letter.id}",
        purpose=wanted.purpose,
        says=[{"key": "letter.enclosed", "parameters": {}}],
        account_id=ground.account.id,
        agent_id=agent.id,
    )
    assert planned is not None
    letter.outbound_id = planned
    await work.session.flush()
    return planned
