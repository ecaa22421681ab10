"""Outside a platform's session window an approved template takes the place of our own words, through the same gate."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from campaigns.policies import FOLDER, Policies
from channels.testing import Fault, Taken
from channels.twilio.genuine import TwilioGenuine
from channels.twilio.standin import TwilioStandIn
from channels.wechat.genuine import WeChatGenuine
from channels.wechat.standin import WeChatStandIn
from core.messages import Channel
from storage.talk import Decision, Outbound
from tests.support.world import Person, World

GOOD = (FOLDER / "riverbank.yaml").read_text(encoding="utf-8")
HELLO, EARLY = "HX" + "a" * 32, "HX" + "b" * 32
NOTICE = "iPk5sOIt5X_flOVKn5GrTFpncEYTojx6ddbt8WYoV5s"
TEXTS = {
    HELLO: "Hello, this is the automated assistant of Riverbank with a message for {{1}}. Reply STOP to opt out.",
    EARLY: "Riverbank's automated assistant: {{1}} has been due since {{2}}. What day could you pay? Reply STOP to opt out.",
    NOTICE: "还款提醒\n机构：{{thing1.DATA}}\n金额：{{amount2.DATA}}\n日期：{{date3.DATA}}\n投诉：{{phone_number4.DATA}}",
}
TEMPLATES = f"""
templates:
  whatsapp:
    opening.hello:
      en: {{id: {HELLO}, text: "{TEXTS[HELLO]}", fill: {{"1": name}}, carries: [opt_out_line]}}
    reminder.early:
      en: {{id: {EARLY}, text: "{TEXTS[EARLY]}", fill: {{"1": amount, "2": day}}, carries: [opt_out_line]}}
  wechat:
    reminder.early:
      zh-Hans:
        id: {NOTICE}
        text: "{TEXTS[NOTICE].encode("unicode_escape").decode()}"
        fill: {{thing1: lender, amount2: amount, date3: day, phone_number4: phone}}
        carries: [automated_assistant, complaint_contact, opt_out_line]
"""


@pytest.fixture
def table(world: World, tmp_path: Path) -> Iterator[Path]:
    """The lender's table with templates, which the platforms know too."""
    path = tmp_path / "riverbank.yaml"
    path.write_text(GOOD + TEMPLATES, encoding="utf-8")
    services = world.services
    before = services.policies, services.policy_for
    services.policies = Policies(tmp_path)
    services.policy_for = services.policies
    twilio, wechat = whatsapp_of(world), wechat_of(world)
    twilio.templates = {HELLO: TEXTS[HELLO], EARLY: TEXTS[EARLY]}
    wechat.templates = {NOTICE: TEXTS[NOTICE]}
    yield path
    services.policies, services.policy_for = before
    for stand_in in (twilio, wechat):
        stand_in.templates = {}
        stand_in.closed.clear()


def change(table: Path, now: str, then: str) -> None:
    """Somebody edits the table."""
    assert now in TEMPLATES
    table.write_text(GOOD + TEMPLATES.replace(now, then), encoding="utf-8")


def whatsapp_of(world: World) -> TwilioStandIn:
    stand_in = world.stage.providers.stand_ins[Channel.WHATSAPP]
    assert isinstance(stand_in, TwilioStandIn)
    return stand_in


def wechat_of(world: World) -> WeChatStandIn:
    stand_in = world.stage.providers.stand_ins[Channel.WECHAT]
    assert isinstance(stand_in, WeChatStandIn)
    return stand_in


async def shut(world: World, **who: object) -> Person:
    """A borrower whose session window the platform has shut."""
    person = await world.borrower(**who)  # type: ignore[arg-type]  # as `World.borrower` takes them
    whatsapp_of(world).closed.add(person.phone)
    wechat_of(world).closed.add(person.phone)
    return person


async def last_decision(world: World) -> Decision:
    async with world.services.database.begin() as work:
        found = await work.session.scalar(select(Decision).order_by(Decision.at.desc()).limit(1))
        assert found is not None
        return found


async def test_a_hello_goes_by_its_template_when_whatsapps_window_is_shut(world: World, table: Path) -> None:
    grace = await shut(world, channel=Channel.WHATSAPP)

    contact = await world.remind(grace)

    [taken] = whatsapp_of(world).taken
    assert (taken.request["ContentSid"], "Body" in taken.request) == (HELLO, False)
    assert json.loads(taken.request["ContentVariables"]) == {"1": "Grace Okafor"}
    [message] = await world.messages(grace)
    assert (message.state, message.text, message.provider_id) == ("sent", taken.text, taken.provider_id)
    decision = await last_decision(world)
    assert (decision.outcome, decision.facts["approved_template"]) == ("allow", True)
    assert contact.state == "done"


async def test_a_reminder_to_who_is_verified_tells_todays_balance_in_its_template(
    world: World, table: Path
) -> None:
    grace = await shut(world, channel=Channel.WHATSAPP, verified=True)

    await world.remind(grace)

    [taken] = whatsapp_of(world).taken
    assert json.loads(taken.request["ContentVariables"]) == {"1": "$515.20", "2": "Sat, May 2"}
    assert (await world.messages(grace))[0].discloses


async def test_within_the_window_our_own_words_go(world: World, table: Path) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP, verified=True)
    await world.writes(grace, "how much do i owe?")
    world.stage.clock.set(world.stage.clock.now() + timedelta(minutes=5))

    await world.remind(grace)

    assert len(whatsapp_of(world).taken) == 2
    assert [taken.request for taken in whatsapp_of(world).taken if "ContentSid" in taken.request] == []


async def test_where_the_platform_says_that_its_window_is_shut_the_template_goes_after_all(
    world: World, table: Path
) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP, verified=True)
    await world.writes(grace, "hello")
    sent = len(whatsapp_of(world).taken)
    whatsapp_of(world).closed.add(grace.phone)

    contact = await world.remind(grace)

    assert [taken.request["ContentSid"] for taken in whatsapp_of(world).taken[sent:]] == [EARLY]
    assert whatsapp_of(world).calls.count("Messages.create") == sent + 2
    message = (await world.messages(grace))[-1]
    assert (message.state, message.error, contact.state) == ("sent", None, "done")


async def test_where_the_platform_says_so_and_there_is_no_template_the_message_has_failed(
    world: World,
) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP, verified=True)
    await world.writes(grace, "hello")
    whatsapp_of(world).closed.add(grace.phone)

    contact = await world.remind(grace)

    whatsapp_of(world).closed.clear()
    message = (await world.messages(grace))[-1]
    assert (message.state, message.error, contact.state) == ("failed", "63016", "dropped")


async def test_wechats_limit_of_messages_in_its_window_is_no_end_either(world: World, table: Path) -> None:
    grace = await world.borrower(channel=Channel.WECHAT, language="zh-Hans", place="CN", verified=True)
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=12))
    await world.writes(grace, "你好")
    sent = len(wechat_of(world).taken)
    wechat_of(world).will(Fault.REFUSED, code="45047")

    await world.remind(grace)

    assert [taken.request.get("template_id") for taken in wechat_of(world).taken[sent:]] == [NOTICE]


async def test_without_a_template_nothing_goes_and_the_rule_is_named(world: World) -> None:
    grace = await shut(world, channel=Channel.WHATSAPP)

    contact = await world.remind(grace)

    assert whatsapp_of(world).taken == []
    assert contact.state == "dropped"
    assert "whatsapp.service-window" in (contact.why or "")
    whatsapp_of(world).closed.clear()


async def test_a_language_without_a_template_has_none(world: World, table: Path) -> None:
    grace = await shut(world, channel=Channel.WHATSAPP, language="es")

    contact = await world.remind(grace)

    assert (whatsapp_of(world).taken, contact.state) == ([], "dropped")


async def test_a_template_waits_for_the_hours_of_the_law_like_any_message(world: World, table: Path) -> None:
    grace = await shut(world, channel=Channel.WHATSAPP)
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=13))

    contact = await world.remind(grace)
    [message] = await world.messages(grace)
    assert (whatsapp_of(world).taken, message.state, contact.state) == ([], "deferred", "waiting")

    world.stage.clock.set(contact.due_at)
    await world.stage.settle()
    assert [taken.request["ContentSid"] for taken in whatsapp_of(world).taken] == [HELLO]


async def test_a_stop_stops_templates_too(world: World, table: Path) -> None:
    grace = await shut(world, channel=Channel.WHATSAPP)
    await world.writes(grace, "STOP")
    sent = len(whatsapp_of(world).taken)
    world.stage.clock.set(world.stage.clock.now() + timedelta(days=2))

    contact = await world.remind(grace)

    assert (len(whatsapp_of(world).taken), contact.state) == (sent, "dropped")


async def test_a_template_without_the_parts_that_the_rules_demand_does_not_go(
    world: World, table: Path
) -> None:
    change(table, TEXTS[HELLO], TEXTS[HELLO].replace("the automated assistant of Riverbank", "somebody"))
    grace = await shut(world, channel=Channel.WHATSAPP)

    contact = await world.remind(grace)

    assert (whatsapp_of(world).taken, contact.state) == ([], "dropped")
    decision = await last_decision(world)
    objected = [rule["id"] for rule in decision.rules if rule["outcome"] == "block"]
    assert objected
    assert "whatsapp.service-window" not in objected


async def test_wechat_takes_its_template_with_fields_in_its_own_forms(world: World, table: Path) -> None:
    grace = await shut(world, channel=Channel.WECHAT, language="zh-Hans", place="CN", verified=True)
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=12))

    await world.remind(grace)

    [taken] = wechat_of(world).taken
    assert isinstance(taken, Taken)
    assert taken.request["template_id"] == NOTICE
    fields = {name: part["value"] for name, part in taken.request["data"].items()}
    assert (fields["thing1"], fields["phone_number4"]) == ("河岸银行", "+1-800-555-0142")
    assert fields["date3"].startswith("2026年5月")
    [message] = await world.messages(grace)
    assert (message.state, message.delivery) == ("sent", "sent")


async def test_wechats_report_of_a_template_reaches_its_row(world: World, table: Path) -> None:
    grace = await shut(world, channel=Channel.WECHAT, language="zh-Hans", place="CN", verified=True)
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=12))
    await world.remind(grace)
    [message] = await world.messages(grace)
    assert message.provider_id == wechat_of(world).taken[0].provider_id

    genuine = world.stage.providers.genuine[Channel.WECHAT]
    assert isinstance(genuine, WeChatGenuine)
    request = genuine.delivered(
        message.provider_id, sender=grace.phone, at=world.stage.clock.now(), status="failed:user block"
    )
    assert (await world.stage.post(request)).status_code == 200

    assert (await world.point(grace)).opted_out_at is not None
    async with world.services.database.begin() as work:
        states = (await work.session.scalars(select(Outbound.delivery))).all()
    assert states == ["failed"]


async def told_shut(world: World, person: Person) -> None:
    """Twilio took the last message and tells afterwards that WhatsApp's window was shut for it."""
    message = (await world.messages(person))[-1]
    genuine = world.stage.providers.genuine[Channel.WHATSAPP]
    assert isinstance(genuine, TwilioGenuine)
    request = genuine.delivery(
        message.provider_id or "",
        "undelivered",
        key=message.key,
        to=person.phone,
        at=world.stage.clock.now(),
        error="63016",
    )
    answer = await world.stage.post(request)
    assert answer.status_code == 200
    await world.stage.settle()


async def test_where_the_window_turns_out_shut_afterwards_the_template_goes_once(
    world: World, table: Path
) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP, verified=True)
    await world.writes(grace, "hello")
    sent = len(whatsapp_of(world).taken)
    await world.remind(grace)

    await told_shut(world, grace)

    first, second = whatsapp_of(world).taken[sent:]
    assert ("ContentSid" in first.request, second.request.get("ContentSid")) == (False, EARLY)
    lost, template = (await world.messages(grace))[-2:]
    assert (lost.state, lost.delivery, lost.error) == ("failed", "undelivered", "window-shut")
    assert (template.state, template.error) == ("sent", None)


async def test_the_same_word_twice_or_thrice_sends_nothing_more(world: World, table: Path) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP, verified=True)
    await world.writes(grace, "hello")
    await world.remind(grace)
    lost = (await world.messages(grace))[-1]
    await told_shut(world, grace)
    taken = len(whatsapp_of(world).taken)
    genuine = world.stage.providers.genuine[Channel.WHATSAPP]
    assert isinstance(genuine, TwilioGenuine)

    for state in ("undelivered", "failed", "undelivered"):
        at = world.stage.clock.now()
        provider_id = lost.provider_id or ""
        request = genuine.delivery(provider_id, state, key=lost.key, to=grace.phone, at=at, error="63016")
        assert (await world.stage.post(request)).status_code == 200
    await world.stage.settle()

    assert len(whatsapp_of(world).taken) == taken


async def test_where_it_turns_out_shut_and_there_is_no_template_no_free_text_goes_until_they_write(
    world: World,
) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP, verified=True)
    await world.writes(grace, "hello")
    sent = len(whatsapp_of(world).taken)
    await world.remind(grace)

    await told_shut(world, grace)

    assert len(whatsapp_of(world).taken) == sent + 1
    blocked = (await world.messages(grace))[-1]
    async with world.services.database.begin() as work:
        decision = await work.session.get(Decision, blocked.decision_id)
        assert decision is not None
    assert (blocked.state, decision.rules[0]["id"]) == ("blocked", "kept.window")
    world.stage.clock.set(world.stage.clock.now() + timedelta(minutes=5))
    await world.writes(grace, "how much do i owe?")
    assert len(whatsapp_of(world).taken) == sent + 2
