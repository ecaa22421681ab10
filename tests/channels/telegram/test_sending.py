"""How messages reach Telegram: buttons, refusals, a server that is down."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from channels.base import OutcomeUnknown, Rejected, TryLater, Unreachable
from channels.telegram.adapter import Telegram
from channels.telegram.outbound import BUTTON_DATA, keyboard
from channels.telegram.standin import TelegramStandIn
from channels.testing import Fault, served
from core.messages import Choice
from tests.channels import kits
from tests.channels.kits import NOW, PUBLIC_URL, TELEGRAM, Kit


@pytest.fixture
async def kit() -> AsyncIterator[Kit]:
    async with kits.telegram() as made:
        yield made


async def test_choices_become_buttons_that_say_what_is_meant(kit: Kit) -> None:
    asked = replace(kit.message("Friday?"), choices=(Choice("Yes", "yes"), Choice("换一天", "another day")))

    await kit.adapter.send(asked)

    [taken] = kit.provider.taken
    assert json.loads(taken.request["reply_markup"]) == {
        "inline_keyboard": [
            [{"text": "Yes", "callback_data": "yes"}],
            [{"text": "换一天", "callback_data": "another day"}],
        ]
    }


def test_a_button_never_carries_more_than_telegram_takes() -> None:
    made = keyboard((Choice("好" * 40, "是" * 40),))

    assert made is not None
    data = made.inline_keyboard[0][0].callback_data
    assert isinstance(data, str)
    assert data == "好" * 21
    assert len(data.encode()) <= BUTTON_DATA


async def test_no_preview_of_a_link_shows_on_a_lock_screen(kit: Kit) -> None:
    await kit.adapter.send(kit.message("https://kept.example.com/p/1"))

    assert json.loads(kit.provider.taken[0].request["link_preview_options"]) == {"is_disabled": True}


@pytest.mark.parametrize(
    ("code", "kind"),
    [("chat not found", Unreachable), ("PEER_ID_INVALID", Unreachable), ("can't parse entities", Rejected)],
)
async def test_a_bad_request_is_read_by_its_words(kit: Kit, code: str, kind: type[Exception]) -> None:
    kit.provider.will(Fault.REFUSED, code=code)

    with pytest.raises(kind):
        await kit.adapter.send(kit.message())


async def test_a_wrong_bot_token_is_our_fault_not_the_persons(kit: Kit) -> None:
    async with served(TelegramStandIn(TELEGRAM).app) as api:
        other = Telegram(
            replace(TELEGRAM, bot_token="1:other", api=api), clock=kit.clock, public_url=PUBLIC_URL
        )
        with pytest.raises(Rejected):
            await other.send(kit.message())
        await other.aclose()


async def test_a_telegram_that_is_down_certainly_took_nothing(kit: Kit) -> None:
    lonely = Telegram(
        replace(TELEGRAM, api="http://127.0.0.1:9"),
        clock=kit.clock,
        public_url=PUBLIC_URL,
        timeout=kits.IMPATIENT,
    )

    with pytest.raises(TryLater):
        await lonely.send(kit.message())
    await lonely.aclose()


async def test_an_address_that_is_no_chat_is_refused_here(kit: Kit) -> None:
    with pytest.raises(Rejected):
        await kit.adapter.send(kit.message(recipient="@channel"))
    assert kit.provider.calls == []


async def test_an_invitation_brings_its_token_back(kit: Kit) -> None:
    adapter = kit.adapter
    assert isinstance(adapter, Telegram)

    link = await adapter.invitation("Zk3_9-aBcD")

    assert link == "https://t.me/kept_bot?start=Zk3_9-aBcD"
    with pytest.raises(Rejected):
        await adapter.invitation("not a token")


async def test_a_message_in_time_leaves(kit: Kit) -> None:
    await kit.adapter.send(replace(kit.message(), valid_until=NOW + timedelta(minutes=1)))

    assert len(kit.provider.taken) == 1


async def test_an_answer_without_a_message_leaves_the_outcome_unknown(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider = kit.provider
    assert isinstance(provider, TelegramStandIn)
    monkeypatch.setattr(provider, "_message", lambda form: {"unexpected": 1})

    with pytest.raises(OutcomeUnknown):
        await kit.adapter.send(kit.message())
