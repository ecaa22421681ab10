"""How messages reach Twilio, and what its refusals mean."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from channels.base import (
    OutcomeUnknown,
    Rejected,
    TryLater,
    Unreachable,
    WindowClosed,
)
from channels.testing import Fault
from channels.twilio.adapter import TwilioMessages
from channels.twilio.codes import OPTED_OUT, TEMPORARY, UNREACHABLE, WINDOW_CLOSED, failed, refusal_code
from channels.twilio.outbound import receipt
from channels.twilio.standin import TwilioStandIn
from core.clock import SetClock
from core.messages import (
    Blank,
    Channel,
    Choice,
    DeliveryState,
)
from tests.channels import kits
from tests.channels.kits import NOW, PUBLIC_URL, TWILIO, Kit


@pytest.fixture
async def kit() -> AsyncIterator[Kit]:
    async with kits.twilio_sms() as made:
        yield made


@pytest.fixture
async def whatsapp() -> AsyncIterator[Kit]:
    async with kits.twilio_whatsapp() as made:
        yield made


def stand_in(kit: Kit) -> TwilioStandIn:
    assert isinstance(kit.provider, TwilioStandIn)
    return kit.provider


async def test_a_message_names_where_to_tell_its_fate_and_how_long_it_may_wait(kit: Kit) -> None:
    await kit.adapter.send(replace(kit.message(), valid_until=NOW + timedelta(minutes=90, milliseconds=5)))

    form = kit.provider.taken[0].request
    assert form["StatusCallback"] == "https://kept.example.com/twilio/status?key=turn-1%2F0"
    assert (form["From"], form["To"], form["ValidityPeriod"]) == ("+15005550006", "+13125550142", "5400")


async def test_twilio_keeps_no_message_longer_than_ten_hours(kit: Kit) -> None:
    await kit.adapter.send(replace(kit.message(), valid_until=NOW + timedelta(days=3)))

    assert kit.provider.taken[0].request["ValidityPeriod"] == "36000"


async def test_a_messaging_service_sends_in_place_of_a_number(kit: Kit) -> None:
    adapter = kit.adapter
    assert isinstance(adapter, TwilioMessages)
    adapter._sender = "MG" + "1" * 32

    receipt_ = await adapter.send(kit.message())

    form = kit.provider.taken[0].request
    assert (form["MessagingServiceSid"], "From" in form) == ("MG" + "1" * 32, False)
    assert receipt_.state is DeliveryState.QUEUED


async def test_whatsapp_addresses_get_their_prefix(whatsapp: Kit) -> None:
    await whatsapp.adapter.send(whatsapp.message())

    form = whatsapp.provider.taken[0].request
    assert (form["From"], form["To"]) == ("whatsapp:+14155238886", "whatsapp:+13125550142")


async def test_outside_its_window_whatsapp_takes_a_template_by_its_sid(whatsapp: Kit) -> None:
    stand_in(whatsapp).templates["HX" + "a" * 32] = "Hello {{1}}, until {{2}}?"
    message = replace(
        whatsapp.message(), template="HX" + "a" * 32, blanks={"1": Blank("Rosa"), "2": Blank("5/22")}
    )

    await whatsapp.adapter.send(message)

    form = whatsapp.provider.taken[0].request
    assert (form["ContentSid"], "Body" in form) == ("HX" + "a" * 32, False)
    assert json.loads(form["ContentVariables"]) == {"1": "Rosa", "2": "5/22"}


async def test_what_fills_a_blank_stands_on_one_line(whatsapp: Kit) -> None:
    stand_in(whatsapp).templates["HX" + "a" * 32] = "Hello {{1}}."
    blanks = {"1": Blank("Rosa \n  María\t Díaz")}

    await whatsapp.adapter.send(replace(whatsapp.message(), template="HX" + "a" * 32, blanks=blanks))

    assert whatsapp.provider.texts_to(whatsapp.borrower) == ["Hello Rosa María Díaz."]


@pytest.mark.parametrize("shown", ["", " \n", "x" * 256])
async def test_a_blank_that_twilio_would_refuse_is_not_sent(whatsapp: Kit, shown: str) -> None:
    stand_in(whatsapp).templates["HX" + "a" * 32] = "Hello {{1}}."

    with pytest.raises(Rejected):
        await whatsapp.adapter.send(
            replace(whatsapp.message(), template="HX" + "a" * 32, blanks={"1": Blank(shown)})
        )
    assert whatsapp.provider.calls == []


async def test_a_template_of_another_account_is_rejected_with_its_code(whatsapp: Kit) -> None:
    with pytest.raises(Rejected) as refused:
        await whatsapp.adapter.send(replace(whatsapp.message(), template="HX" + "b" * 32))

    assert refused.value.code == "21655"


async def test_a_message_is_found_by_whom_it_went_to_what_it_says_and_when(kit: Kit) -> None:
    sent = await kit.adapter.send(kit.message("Friday?"))
    adapter = TwilioMessages(
        "twilio_sms",
        Channel.SMS,
        settings=getattr(kit.adapter, "_settings"),  # noqa: B009
        public_url=PUBLIC_URL,
        clock=kit.clock,
    )

    found = await adapter.find(kit.message("Friday?"), since=NOW)
    assert found is not None
    assert found.provider_id == sent.provider_id
    assert await adapter.find(kit.message("Monday?"), since=NOW) is None
    assert await adapter.find(kit.message("Friday?"), since=NOW + timedelta(seconds=1)) is None
    assert await adapter.find(kit.message("Friday?", recipient="+13125550143"), since=NOW) is None
    await adapter.aclose()


async def test_a_message_that_says_the_same_as_the_one_before_is_not_taken_for_it(kit: Kit) -> None:
    await kit.adapter.send(kit.message("Friday?"))
    kit.provider.will(Fault.BROKEN)

    with pytest.raises(TryLater):
        await kit.adapter.send(kit.message("Friday?"))


async def test_a_message_found_in_the_list_is_not_found_a_second_time(kit: Kit) -> None:
    kit.provider.will(Fault.CUT)
    await kit.adapter.send(kit.message("Friday?"))
    kit.provider.will(Fault.BROKEN)

    with pytest.raises(TryLater):
        await kit.adapter.send(kit.message("Friday?"))


async def test_a_template_lost_on_the_way_cannot_be_found_by_its_words_and_stays_unknown(
    whatsapp: Kit,
) -> None:
    stand_in(whatsapp).templates["HX" + "a" * 32] = "Hello."
    whatsapp.provider.will(Fault.GATEWAY)

    with pytest.raises(OutcomeUnknown):
        await whatsapp.adapter.send(replace(whatsapp.message(), template="HX" + "a" * 32))


async def test_a_silent_twilio_that_cannot_be_asked_leaves_the_outcome_unknown(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def down(*_: object, **__: object) -> None:
        raise TryLater("down")

    monkeypatch.setattr(kit.adapter, "_find", down)
    kit.provider.will(Fault.SILENT)

    with pytest.raises(OutcomeUnknown):
        await kit.adapter.send(kit.message())


async def test_a_silence_after_which_the_list_holds_nothing_yet_is_not_taken_for_a_no(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_: object, **__: object) -> None:
        return None

    monkeypatch.setattr(kit.adapter, "_find", nothing)
    kit.provider.will(Fault.SILENT)

    with pytest.raises(OutcomeUnknown):
        await kit.adapter.send(kit.message())


async def test_the_same_words_of_an_hour_ago_are_another_message(kit: Kit) -> None:
    await kit.adapter.send(kit.message("Friday?"))
    listed = kit.provider.taken[0].provider_id
    adapter = kit.adapter
    assert isinstance(adapter, TwilioMessages)
    adapter._clock = SetClock(NOW + timedelta(hours=1))
    kit.provider.will(Fault.BROKEN)

    with pytest.raises(TryLater):
        await adapter.send(kit.message("Friday?"))
    assert [taken.provider_id for taken in kit.provider.taken] == [listed]


async def test_after_24_hours_whatsapp_takes_only_a_template(whatsapp: Kit) -> None:
    stand_in(whatsapp).closed.add(whatsapp.borrower)
    stand_in(whatsapp).templates["HX" + "a" * 32] = "Hello."

    with pytest.raises(WindowClosed):
        await whatsapp.adapter.send(whatsapp.message())
    await whatsapp.adapter.send(replace(whatsapp.message(), template="HX" + "a" * 32))

    assert len(whatsapp.provider.taken) == 1


async def test_choices_are_written_out_where_there_are_no_buttons(kit: Kit) -> None:
    await kit.adapter.send(
        replace(kit.message("Which day?"), choices=(Choice("Friday", "fri"), Choice("Monday", "mon")))
    )

    assert kit.provider.texts_to(kit.borrower) == ["Which day?\nFriday / Monday"]


async def test_segments_are_twilios_own_count(kit: Kit) -> None:
    receipt_ = await kit.adapter.send(kit.message("x" * 200))

    assert receipt_.segments == 2


@pytest.mark.parametrize("answer", [{}, {"sid": ""}, {"sid": 5}])
def test_an_answer_without_an_id_leaves_the_outcome_unknown(answer: dict[str, object]) -> None:
    with pytest.raises(OutcomeUnknown):
        receipt(answer)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        *((code, Unreachable) for code in sorted(OPTED_OUT | UNREACHABLE)),
        *((code, TryLater) for code in sorted(TEMPORARY)),
        *((code, WindowClosed) for code in sorted(WINDOW_CLOSED)),
        *((code, Rejected) for code in ("30460", "30863", "21606", "21617", "20003", "99999")),
    ],
)
async def test_every_code_is_one_of_four_kinds_and_is_kept(
    kit: Kit, code: str, kind: type[Exception]
) -> None:
    kit.provider.will(Fault.REFUSED, code=code)

    with pytest.raises(kind) as refused:
        await kit.adapter.send(kit.message())
    assert getattr(refused.value, "code", "") == code
    assert getattr(refused.value, "opted_out", False) == (code in OPTED_OUT)


async def test_a_refusal_by_somebody_on_the_way_is_still_a_refusal() -> None:
    response = httpx.Response(403, text="<html>proxy</html>")

    assert isinstance(failed(refusal_code(response), status=403), Rejected)
    assert refusal_code(response) == "403"


async def test_wrong_credentials_are_our_fault_not_the_persons(kit: Kit) -> None:
    adapter = kit.adapter
    assert isinstance(adapter, TwilioMessages)
    adapter._settings = replace(adapter._settings, auth_token="another")

    with pytest.raises(Rejected) as refused:
        await adapter.send(kit.message())
    assert refused.value.code == "20003"


async def test_a_channel_without_a_sender_refuses_to_send(kit: Kit) -> None:
    silent = TwilioMessages(
        "twilio_sms",
        Channel.SMS,
        settings=replace(TWILIO, sms_from=None),
        public_url=PUBLIC_URL,
        clock=SetClock(NOW),
    )

    with pytest.raises(Rejected):
        await silent.send(kit.message())
    await silent.aclose()


async def test_a_twilio_that_is_down_certainly_took_nothing(kit: Kit) -> None:
    adapter = kit.adapter
    assert isinstance(adapter, TwilioMessages)
    adapter._settings = replace(adapter._settings, api="http://127.0.0.1:9")

    with pytest.raises(TryLater):
        await adapter.send(kit.message())
