"""What every channel keeps, whoever its provider is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.base import (
    MAX_BODY,
    Forged,
    Malformed,
    OutcomeUnknown,
    Refused,
    Rejected,
    TooLarge,
    TooLate,
    TryLater,
    Unreachable,
    WebhookRequest,
)
from channels.testing import Fault
from core.messages import InboundMessage, Kind
from tests.channels.kits import ALL, NOW, OVER_HTTP, Kit

TEXTS = [
    "ok",
    "50 on Friday & the rest later +/=?",
    "周五还500块",
    "星期五還五百",
    "pago el viernes ¿sí? 👍🏽",
    "a\nb",
]


@pytest.fixture(scope="module", params=sorted(ALL))
async def standing(request: pytest.FixtureRequest) -> AsyncIterator[Kit]:
    async with ALL[request.param]() as made:
        yield made


@pytest.fixture
def kit(standing: Kit) -> Kit:
    standing.provider.forget()
    return standing


@pytest.fixture(scope="module", params=OVER_HTTP)
async def standing_remote(request: pytest.FixtureRequest) -> AsyncIterator[Kit]:
    async with ALL[request.param]() as made:
        yield made


@pytest.fixture
def remote(standing_remote: Kit) -> Kit:
    standing_remote.provider.forget()
    return standing_remote


def arrives(kit: Kit, request: WebhookRequest) -> InboundMessage:
    [event] = kit.adapter.receive(request).events
    assert isinstance(event, InboundMessage)
    return event


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_arrives_as_it_was_written(kit: Kit, text: str) -> None:
    message = arrives(kit, kit.genuine.text(text, sender=kit.borrower, at=NOW, number=7))

    assert (message.text, message.sender, message.channel) == (text, kit.borrower, kit.adapter.channel)
    assert (message.kind, message.received_at) == (Kind.TEXT, NOW)


def test_the_same_delivery_has_the_same_id_and_the_next_message_another(kit: Kit) -> None:
    first = kit.genuine.text("ok", sender=kit.borrower, at=NOW, number=7)
    second = kit.genuine.text("ok", sender=kit.borrower, at=NOW, number=8)

    assert arrives(kit, first).provider_id == arrives(kit, first).provider_id
    assert arrives(kit, first).provider_id != arrives(kit, second).provider_id


def test_a_nul_in_a_text_is_dropped_for_no_database_keeps_it(kit: Kit) -> None:
    genuine = kit.genuine.text("a\x00b", sender=kit.borrower, at=NOW, number=7)
    if kit.adapter.name == "wechat":
        # XML cannot hold it.
        with pytest.raises(Malformed):
            kit.adapter.receive(genuine)
    else:
        assert arrives(kit, genuine).text == "ab"


def test_an_answer_is_short_and_successful(kit: Kit) -> None:
    answer = kit.adapter.receive(kit.genuine.text("ok", sender=kit.borrower, at=NOW, number=7))

    assert (answer.status, len(answer.body) < 200) == (200, True)


def test_a_request_without_its_credentials_is_forged(kit: Kit) -> None:
    genuine = kit.genuine.text("ok", sender=kit.borrower, at=NOW, number=7)
    bare = replace(
        genuine,
        url=genuine.url.partition("?")[0],
        headers={"content-type": genuine.headers["content-type"]},
    )

    with pytest.raises(Forged):
        kit.adapter.receive(bare)


@pytest.mark.parametrize("wrong", ["", "x", "é", "\udcff", "A" * 100_000])
def test_wrong_credentials_are_forged_however_odd(kit: Kit, wrong: str) -> None:
    genuine = kit.genuine.text("ok", sender=kit.borrower, at=NOW, number=7)
    headers = {name: value if name == "content-type" else wrong for name, value in genuine.headers.items()}
    url = genuine.url.replace("signature=", "signature=0")

    with pytest.raises(Refused):
        kit.adapter.receive(replace(genuine, headers=headers, url=url))


def test_a_body_above_the_bound_is_too_large(kit: Kit) -> None:
    genuine = kit.genuine.text("ok", sender=kit.borrower, at=NOW, number=7)

    with pytest.raises(TooLarge):
        kit.adapter.receive(replace(genuine, body=genuine.body + b" " * MAX_BODY))


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"{", b"[" * 90_000, b"&" * 9000, b"a=%ff%fe", b"null", b"<a"]
)
def test_a_body_that_cannot_be_read_is_refused(kit: Kit, body: bytes) -> None:
    genuine = kit.genuine.text("ok", sender=kit.borrower, at=NOW, number=7)

    with pytest.raises(Refused):
        kit.adapter.receive(replace(genuine, body=body))


def test_another_content_type_is_refused(kit: Kit) -> None:
    genuine = kit.genuine.text("ok", sender=kit.borrower, at=NOW, number=7)
    headers = dict(genuine.headers) | {"content-type": "multipart/form-data; boundary=x"}

    with pytest.raises((Malformed, Forged)):
        kit.adapter.receive(replace(genuine, headers=headers))


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD"])
def test_another_method_is_refused(kit: Kit, method: str) -> None:
    genuine = kit.genuine.text("ok", sender=kit.borrower, at=NOW, number=7)

    with pytest.raises(Refused):
        kit.adapter.receive(replace(genuine, method=method))


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_broken_in_transit_is_read_or_refused_and_never_worse(
    kit: Kit, data: st.DataObject
) -> None:
    genuine = kit.genuine.text("ok 500", sender=kit.borrower, at=NOW, number=7)
    at = data.draw(st.integers(0, len(genuine.body)))
    cut = data.draw(st.integers(0, 12))
    body = genuine.body[:at] + data.draw(st.binary(max_size=12)) + genuine.body[at + cut :]

    try:
        kit.adapter.receive(replace(genuine, body=body))
    except Refused as refused:
        assert "ok 500" not in str(refused)  # noqa: PT017
        assert kit.borrower not in str(refused)  # noqa: PT017


async def test_a_message_is_handed_over_once_with_its_receipt(kit: Kit) -> None:
    receipt = await kit.adapter.send(kit.message("周五见 – ¿sí?"))

    assert kit.provider.texts_to(kit.borrower) == ["周五见 – ¿sí?"]
    assert receipt.provider_id == (kit.provider.taken[0].provider_id if kit.gives_ids else "turn-1/0")


async def test_a_message_whose_time_is_over_does_not_leave(kit: Kit) -> None:
    stale = replace(kit.message(), valid_until=NOW - timedelta(seconds=1))

    with pytest.raises(TooLate):
        await kit.adapter.send(stale)
    assert kit.provider.taken == []


async def test_a_busy_provider_says_when_to_come_back(remote: Kit) -> None:
    remote.provider.will(Fault.BUSY, after=17)

    with pytest.raises(TryLater) as refused:
        await remote.adapter.send(remote.message())
    assert remote.provider.taken == []
    assert refused.value.after == (17 if remote.says_when else None)


async def test_a_provider_that_fails_before_it_takes_a_message_is_asked_again_later(remote: Kit) -> None:
    remote.provider.will(Fault.BROKEN)

    with pytest.raises(TryLater):
        await remote.adapter.send(remote.message())
    assert remote.provider.taken == []


@pytest.mark.parametrize("fault", [Fault.SILENT, Fault.CUT, Fault.GATEWAY])
async def test_a_message_whose_answer_was_lost_is_found_again_or_unknown_and_never_sent_twice(
    remote: Kit, fault: Fault
) -> None:
    remote.provider.will(fault)

    if remote.can_find:
        receipt = await remote.adapter.send(remote.message())
        assert receipt.provider_id == remote.provider.taken[0].provider_id
    else:
        with pytest.raises(OutcomeUnknown):
            await remote.adapter.send(remote.message())
    assert len(remote.provider.taken) == 1


async def test_a_person_who_opted_out_at_the_provider_is_unreachable_by_their_own_wish(remote: Kit) -> None:
    if remote.opted_out is None:
        pytest.skip("a mail server knows of no wish; complaints and cancellations come in as messages")
    with pytest.raises(Unreachable) as refused:
        await remote.adapter.send(remote.message(recipient=remote.opted_out))
    assert refused.value.opted_out


async def test_an_address_that_does_not_exist_is_unreachable_but_nobody_opted_out(remote: Kit) -> None:
    with pytest.raises(Unreachable) as refused:
        await remote.adapter.send(remote.message(recipient=remote.unknown))
    assert not refused.value.opted_out


async def test_after_trouble_the_next_message_goes_through(remote: Kit) -> None:
    remote.provider.will(Fault.BUSY)
    with pytest.raises(TryLater):
        await remote.adapter.send(remote.message())

    await remote.adapter.send(remote.message("now"))

    assert remote.provider.texts_to(remote.borrower) == ["now"]


async def test_no_error_tells_who_or_what_it_was_about(remote: Kit) -> None:
    for fault in (Fault.BUSY, Fault.BROKEN, Fault.REFUSED):
        remote.provider.will(fault, code="30007")
        with pytest.raises((TryLater, OutcomeUnknown, Rejected)) as refused:
            await remote.adapter.send(remote.message("I owe 842.50"))
        assert "842.50" not in str(refused.value)
        assert remote.borrower not in str(refused.value)
