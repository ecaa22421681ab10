"""Letters from the desk: due by a deadline, written only whole, let out by the gate, kept as they were."""

from __future__ import annotations

import asyncio
import io
import re
from datetime import date, timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from catalogue.letter_writing import Incomplete
from channels.letters.adapter import Letters
from channels.letters.standin import LettersStandIn
from channels.settings import LetterSettings
from core.errors import Conflict, Invalid, NotFound
from core.messages import Channel
from gateway.pipelines import lifting, posting
from gateway.pipelines.posting import Made, Order
from storage import conversations, duties, retention
from storage import letters as stored
from storage.duties import Duty
from storage.letters import Letter
from storage.people import Account, Borrower, Reach
from storage.talk import Conversation
from storage.work import Agent, AuditEntry
from tests.support.world import Person, World

US = {
    "writer": "North South Group",
    "writer_address": "P.O. Box 123456\nPasadena, CA 91111",
    "borrower_address": "2323 Park Street\nSpringfield, IL 62701",
}
RECORDS = {
    "original_creditor": "Main Street Store",
    "original_creditor_address": "1 Main Street\nRockville, MD 20850",
    "contract_on": "2019-05-04",
    "enclosures": "the contract",
}
ITEMISED = {
    "creditor_then": "Riverbank",
    "itemised_on": "2026-01-02",
    "owed_then": "500.00",
    "interest_since": "25.20",
    "fees_since": "0",
    "credits_since": "10.00",
}


async def placed_with_an_agency(world: World, person: Person) -> None:
    async with world.services.database.begin() as work:
        account = await work.session.get(Account, person.account_id)
        assert account is not None
        account.collector_type = "third_party"


async def at(world: World, person: Person) -> Conversation:
    return await world.conversation(person)


async def duty(world: World, what: str) -> Duty:
    async with world.services.database.begin() as work:
        found = await work.session.scalar(select(Duty).where(Duty.what == what))
        assert found is not None
        return found


async def happened(world: World, person: Person, agent: Agent, event: str, what: str) -> Duty:
    """An agent writes down what was told; the work that follows from it."""
    conversation = await at(world, person)
    async with world.services.database.begin() as work:
        await conversations.claim(work, conversation.id, agent.id)
    await lifting.record(world.services, conversation.id, agent, event, "Told on the phone.")
    return await duty(world, what)


async def order(world: World, agent: Agent, due: Duty, given: dict[str, str], **other: Any) -> Made:
    wanted = Order(
        "", other.pop("language", "en"), other.pop("way", "paper"), other.pop("key", "k1"), given, due.id
    )
    prepared = await posting.prepare(
        world.services, due.conversation_id, duty_id=due.id, language=wanted.language
    )
    named = Order(prepared.form.name, wanted.language, wanted.way, wanted.key, given, due.id, **other)
    return await posting.make(world.services, due.conversation_id, agent, named)


async def letters(world: World) -> list[Letter]:
    async with world.services.database.begin() as work:
        return list(await work.session.scalars(select(Letter).order_by(Letter.made_at)))


async def audited(world: World, kind: str) -> list[AuditEntry]:
    async with world.services.database.begin() as work:
        return list(await work.session.scalars(select(AuditEntry).where(AuditEntry.kind == kind)))


def read(body: bytes | None) -> list[str]:
    assert body is not None
    return [page.extract_text() for page in PdfReader(io.BytesIO(body)).pages]


async def test_an_agencys_first_word_of_the_debt_makes_a_validation_notice_due_once(world: World) -> None:
    grace, ben = await world.borrower(verified=True), await world.borrower(verified=True)
    await placed_with_an_agency(world, grace)

    for person in (grace, ben):
        await world.writes(person, "how much do I owe?")
        await world.writes(person, "and when was it due?")

    async with world.services.database.begin() as work:
        due = (await work.session.scalars(select(Duty).where(Duty.event == "first_contact"))).all()
    assert [(one.what, one.conversation_id) for one in due] == [
        ("send_validation_notice", (await at(world, grace)).id)
    ]
    assert (due[0].due_at - due[0].arose_at).days in (4, 5)


async def test_the_validation_notice_is_whole_adds_up_and_goes_out_in_english_too(world: World) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True, language="es")
    await placed_with_an_agency(world, grace)
    await world.writes(grace, "¿cuánto debo?")
    due = await duty(world, "send_validation_notice")

    made = await order(world, ana, due, {**US, **ITEMISED}, language="es")

    assert made.state == "made"
    (letter,) = await letters(world)
    spanish, english = read(letter.body)
    for page in (spanish, english):
        for wanted in ("North South Group", "2323 Park Street", "$500.00", "+$25.20", "-$10.00", "$515.20"):
            assert wanted in page
    assert "Estamos tratando de cobrar una deuda que usted tiene con Riverbank" in spanish.replace("\n", " ")
    assert "is a debt collector. We are trying to collect a debt" in english.replace("\n", " ")
    # Wednesday 13 May, posted by the next day, five business days without Memorial Day, thirty days.
    assert letter.facts["respond_by"] == "2026-06-20"
    assert "June 20, 2026" in english


async def test_a_letter_that_would_have_a_gap_is_refused_and_nothing_is_kept(world: World) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    await placed_with_an_agency(world, grace)
    due = await happened(world, grace, ana, "dispute", "send_verification")

    with pytest.raises(Incomplete) as refused:
        await order(world, ana, due, {**US, **RECORDS, "contract_on": " "})

    assert refused.value.missing == ("contract_on",)
    assert (refused.value.status, await letters(world)) == (422, [])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"contract_on": "last May"}, "contract on: is not a day"),
        ({"writer": "North\nSouth"}, "writer: is more than one line"),
        ({"writer_address": "\n".join("abcdefgh")}, "writer address: has too many lines"),
        ({"enclosures": "a" * 201}, "enclosures: is too long"),
        ({"original_creditor": "Main\x07"}, "original creditor: is too long or holds control"),
    ],
)
async def test_what_is_filled_in_wrong_is_refused_by_name(
    world: World, given: dict[str, str], told: str
) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    await placed_with_an_agency(world, grace)
    due = await happened(world, grace, ana, "dispute", "send_verification")

    with pytest.raises(Invalid, match=re.escape(told)):
        await order(world, ana, due, {**US, **RECORDS, **given})


async def test_an_itemisation_that_does_not_add_up_is_refused(world: World) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    await placed_with_an_agency(world, grace)
    await world.writes(grace, "how much do I owe?")
    due = await duty(world, "send_validation_notice")

    with pytest.raises(Invalid, match="they must add up"):
        await order(world, ana, due, {**US, **ITEMISED, "fees_since": "10"})


async def test_what_is_on_file_is_not_given_otherwise(world: World) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    await placed_with_an_agency(world, grace)
    due = await happened(world, grace, ana, "dispute", "send_verification")

    await order(world, ana, due, {**US, **RECORDS, "total": "1.00", "borrower": "Somebody Else"})

    (letter,) = await letters(world)
    (page,) = read(letter.body)
    assert "$515.20" in page
    assert "Grace Okafor" in page
    assert "Somebody Else" not in page


async def test_the_same_key_makes_one_letter(world: World) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    await placed_with_an_agency(world, grace)
    due = await happened(world, grace, ana, "dispute", "send_verification")

    first, second = await asyncio.gather(
        order(world, ana, due, {**US, **RECORDS}), order(world, ana, due, {**US, **RECORDS})
    )

    assert first.letter_id == second.letter_id
    assert len(await letters(world)) == 1


@pytest.mark.parametrize(
    ("mark", "rule"), [("bankruptcy", "us-federal.stay"), ("attorney", "us-federal.attorney")]
)
async def test_no_letter_leaves_against_the_gate(world: World, mark: str, rule: str) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    await placed_with_an_agency(world, grace)
    await world.writes(grace, "how much do I owe?")
    due = await duty(world, "send_validation_notice")
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        borrower.flags = {mark: {"since": work.now.isoformat()}}

    made = await order(world, ana, due, {**US, **ITEMISED})

    assert (made.state, made.letter_id, await letters(world)) == ("blocked", None, [])
    assert rule in [one["id"] for one in made.spoke]
    (entry,) = await audited(world, "letter.blocked")
    assert "Grace" not in str(entry.body)


async def test_who_ended_all_contact_still_gets_the_notice_that_it_is_ended(world: World) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    await placed_with_an_agency(world, grace)
    due = await happened(world, grace, ana, "cease", "see_that_contact_ends")

    made = await order(world, ana, due, US)

    assert made.state == "made"
    (page,) = read((await letters(world))[0].body)
    assert "We have ended our efforts" in page.replace("\n", " ")


async def test_an_agents_own_sentences_pass_the_wording_guard(world: World) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    due = await happened(world, grace, ana, "complaint", "answer_complaint")
    given = {name: US[name] for name in ("writer_address", "borrower_address")}
    threat = "Pay today or a warrant will be issued for your arrest."

    blocked = await order(world, ana, due, {**given, "finding": threat})
    made = await order(
        world, ana, due, {**given, "finding": "The fee was charged by mistake. It is taken back."}
    )

    assert (blocked.state, made.state) == ("blocked", "made")
    assert any("arrest_threat" in rule["id"] for rule in blocked.spoke)
    (page,) = read((await letters(world))[0].body)
    assert "It is taken back." in page
    assert threat not in page


async def test_what_is_said_of_ourselves_is_remembered_for_the_next_letter(world: World) -> None:
    ana = await world.agent()
    grace, ben = await world.borrower(verified=True), await world.borrower(verified=True)
    for person in (grace, ben):
        await placed_with_an_agency(world, person)
    due = await happened(world, grace, ana, "dispute", "send_verification")
    await order(world, ana, due, {**US, **RECORDS})

    async with world.services.database.begin() as work:
        ground = await posting._ground(world.services, work, (await at(world, ben)).id, None, "en")

    assert ground.us["writer"] == "North South Group"
    assert ground.us["writer_address"] == ("P.O. Box 123456", "Pasadena, CA 91111")
    assert "borrower_address" not in ground.us


async def test_a_paid_account_gets_a_letter_that_says_so_and_an_open_one_does_not(world: World) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    conversation = (await at(world, grace)).id
    given = {name: US[name] for name in ("writer_address", "borrower_address")}

    with pytest.raises(Conflict, match="not due here"):
        await posting.make(world.services, conversation, ana, Order("paid_off", "en", "paper", "k1", given))
    await world.pays(grace, "515.20")
    assert [form.name for form in await posting.offered(world.services, conversation)] == [
        "paid_off",
        "receipt",
    ]
    made = await posting.make(
        world.services, conversation, ana, Order("paid_off", "en", "paper", "k1", given)
    )

    assert made.state == "made"
    (page,) = read((await letters(world))[0].body)
    assert "nothing is owed on it" in page.replace("\n", " ")
    assert "$515.20" in page


async def with_mail(world: World, person: Person, address: str, *, verified: bool) -> None:
    async with world.services.database.begin() as work:
        point = await conversations.contact_point(work, Channel.EMAIL, address)
        work.session.add(
            Reach(
                borrower_id=person.borrower_id,
                contact_point_id=point.id,
                status="active",
                consent_source="contract",
                consent_at=work.now,
                rank=1,
            )
        )
        await work.session.flush()
        borrower = await work.session.get(Borrower, person.borrower_id)
        conversation = await conversations.between(work, point, borrower)
        if verified:
            conversation.identity, conversation.verified_until = "verified", work.now + timedelta(days=30)


@pytest.mark.parametrize("verified", [True, False])
async def test_by_mail_it_goes_only_to_who_is_verified_there(
    world: World, verified: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    await with_mail(world, grace, "grace@mail.example", verified=verified)
    due = await happened(world, grace, ana, "dispute", "answer_dispute")
    given = {name: US[name] for name in ("writer_address", "borrower_address")} | {
        "finding": "The payment of May 1 stands on the account now."
    }
    server = LettersStandIn()
    async with server.served() as port:
        settings = LetterSettings(
            host="127.0.0.1", port=port, sender="care@riverbank.example", name="Riverbank", secret="s" * 32,
            bounces="bounces@riverbank.example", encrypted=False,
        )  # fmt: skip
        adapter = Letters(settings, clock=world.services.clock, public_url="https://kept.example")
        monkeypatch.setattr(world.services, "senders", {**world.services.senders, Channel.EMAIL: adapter})
        made = await order(world, ana, due, given, way="email")

    (letter,) = await letters(world)
    if not verified:
        assert (made.state, server.raw) == ("blocked", [])
        assert "kept.identity" in [rule["id"] for rule in made.spoke]
        # What the gate stopped is not printed instead, nor does pressing again change anything.
        again = await order(world, ana, due, given, way="email")
        assert (again.state, again.letter_id) == ("blocked", letter.id)
        async with world.services.database.begin() as work:
            with pytest.raises(NotFound):
                await stored.opened(work, letter.id, ana.id)
        return
    assert made.state == "sent"
    (raw,) = server.raw
    _, enclosed = message_from_bytes(raw, policy=policy.default).iter_parts()
    assert enclosed.get_filename() == "dispute_answered.pdf"
    assert enclosed.get_content() == letter.body
    (entry,) = await audited(world, "letter.made")
    assert entry.body["sha256"] == letter.sha256


async def test_an_erased_borrowers_letters_hold_nothing_any_more(world: World) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    due = await happened(world, grace, ana, "cease", "see_that_contact_ends")
    given = {name: US[name] for name in ("writer_address", "borrower_address")}
    await order(world, ana, due, given)

    async with world.services.database.begin() as work:
        await retention.erase(work, grace.borrower_id, key=world.services.key_for("identity"), why="request")

    (letter,) = await letters(world)
    assert (letter.body, letter.facts) == (None, {})
    assert letter.made_at.date() >= date(2026, 5, 13)
    async with world.services.database.begin() as work:
        assert await duties.overdue(work) == 0
