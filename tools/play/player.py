"""Plays one scenario step by step and says what was observed after each."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from campaigns.policies import DEFAULT, FOLDER, read_policy
from core.clock import local_day
from core.errors import Invalid
from core.messages import Channel, Kind
from gateway.chat_sessions import COOKIE, signed
from gateway.pipelines import handoff
from gateway.pipelines.ledger_in import load_payments
from ledger.rows import PaymentRow
from storage import conversations, observing, planned
from storage.work import Agent
from tools.play.cast import ACCOUNT, Cast, make_agent, policy_of, put_on
from tools.play.observed import Observer
from tools.play.scenario import Scenario, SceneStep
from tools.stage import Stage

_MACRO = re.compile(r"\{\{(\w+)\}\}")
_LINK = re.compile(r"(/go/[\w-]{63})")
_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_WRONG = {"dob": "1970-01-01", "postcode": "00000", "id_last4": "0000"}
_MEDIA = {"voice": Kind.VOICE, "image": Kind.IMAGE, "sticker": Kind.STICKER, "location": Kind.LOCATION}

# What a borrower takes to read an answer and write the next message.
THINKING = timedelta(seconds=20)


class Player:
    """One scenario on one stage."""

    def __init__(self, stage: Stage, scenario: Scenario) -> None:
        self._stage = stage
        self._scenario = scenario
        self._last: tuple[str | Mapping[str, Any], int] | None = None
        self._agent: Agent | None = None
        # The session of the web chat, once the borrower went on there.
        self._chat: str | None = None

    async def play(self) -> list[dict[str, Any]]:
        """Every step's observation, in order."""
        await self._stage.clear(self._scenario.now)
        policy = policy_of(read_policy(FOLDER / f"{DEFAULT}.yaml"), self._scenario.policy)
        self._stage.services.policy_for = lambda _: policy
        self._cast = await put_on(self._stage, self._scenario)
        if self._scenario.channel is Channel.WEBCHAT:
            self._chat = signed(self._stage.services, self._cast.addresses[Channel.WEBCHAT])
        self._observer = Observer(self._stage, self._scenario, self._cast)
        await self._observer.begin()
        seen = []
        for before, step in zip((None, *self._scenario.steps), self._scenario.steps, strict=False):
            if before is not None and (before.user is not None or _speaks(step, before)):
                self._stage.clock.set(self._stage.clock.now() + THINKING)
            await self._take(step)
            await self._stage.settle()
            seen.append(await self._observer.look())
        return seen

    async def _take(self, step: SceneStep) -> None:
        if step.user is not None:
            await self._writes(step.user)
            return
        assert step.event is not None
        await getattr(self, f"_{step.event}")(step.value)

    async def _writes(self, said: str | Mapping[str, Any], number: int | None = None) -> None:
        number = number or self._stage.number()
        self._last = (said, number)
        if self._chat is not None:
            # The page has no voice or stickers: what it can send of them is the caption.
            typed = said if isinstance(said, str) else str(said.get("caption") or said["media"])
            await self._writes_in_chat(typed, number)
            return
        channel, address = self._scenario.channel, self._cast.addresses[self._scenario.channel]
        genuine = self._stage.providers.genuine[channel]
        at = self._stage.clock.now()
        if isinstance(said, str):
            text = await self._spoken(said)
            request = genuine.text(text, sender=address, at=at, number=number)
        else:
            kind = _MEDIA[said["media"]]
            if said.get("caption") and channel is Channel.WECHAT:
                # Pictures have no caption there: people write what it is right after it.
                words = genuine.text(str(said["caption"]), sender=address, at=at, number=self._stage.number())
                await self._stage.post(genuine.media(kind, sender=address, at=at, number=number, caption=""))
                await self._stage.post(words)
                return
            request = genuine.media(
                kind, sender=address, at=at, number=number, caption=said.get("caption") or ""
            )
        await self._stage.post(request)

    async def _writes_in_chat(self, said: str, number: int) -> None:
        message = {"id": f"played-{number:08d}", "text": await self._spoken(said)}
        await self._stage.http.post(
            "/chat/messages", json=message, headers={"cookie": f"{COOKIE}={self._chat}"}
        )

    async def _link_opened(self, _: Any) -> None:
        """The borrower opens the link in the last message and goes on in the web chat."""
        async with self._stage.services.database.begin() as work:
            texts = await observing.last_texts(work, self._cast.borrower_id)
        found = next((match for text in texts if (match := _LINK.search(text))), None)
        if found is None:
            raise Invalid("link_opened", "no link was sent")
        self._stage.clock.set(self._stage.clock.now() + timedelta(seconds=1))
        answer = await self._stage.http.post(found[1])
        self._chat = answer.cookies.get(COOKIE)
        self._stage.http.cookies.clear()
        async with self._stage.services.database.begin() as work:
            here = await conversations.latest_of(work, self._cast.borrower_id)
            assert here is not None
            self._cast.conversation_id = here.id

    async def _code(self) -> str:
        """The last code that went to a new address."""
        async with self._stage.services.database.begin() as work:
            texts = await observing.last_texts(work, self._cast.borrower_id)
        found = (match for text in texts if (match := _CODE.search(text)))
        return next((match[0] for match in found), "")

    async def _spoken(self, said: str) -> str:
        asked = await self._observer.asked_fact()
        kind = asked or next(iter(self._cast.facts), "dob")
        amount = str(Decimal(str(self._scenario.account["owed"])))
        values = {
            "identity_ok": str(self._cast.facts.get(kind, "")),
            "identity_wrong": _WRONG[kind],
            "amount": amount,
            "contact_code": await self._code() if "{{contact_code}}" in said else "",
        }
        return _MACRO.sub(lambda match: values.get(match[1], match[0]), said)

    async def _duplicate_of_previous(self, _: Any) -> None:
        assert self._last is not None
        await self._writes(*self._last)

    async def _burst(self, texts: list[str]) -> None:
        for text in texts:
            await self._writes(text)

    async def _scheduled_outbound(self, value: Mapping[str, Any] | None) -> None:
        value = value or {}
        async with self._stage.services.database.begin() as work:
            await planned.plan(
                work,
                borrower_id=self._cast.borrower_id,
                account_id=self._cast.account_id,
                kind="reminder",
                due_at=work.now,
                dedupe=f"play:{uuid.uuid4()}",
                details={"channel": value.get("channel") or str(self._scenario.channel)},
            )

    async def _agent_takes_over(self, name: Any) -> None:
        async with self._stage.services.database.begin() as work:
            self._agent = await make_agent(work, str(name or "Agent"))
        await handoff.claim(self._stage.services, self._cast.conversation_id, self._agent)

    async def _agent_says(self, text: str) -> None:
        if self._agent is None:
            await self._agent_takes_over(None)
        assert self._agent is not None
        await handoff.answer(
            self._stage.services, self._cast.conversation_id, self._agent, text, key=str(uuid.uuid4())
        )

    async def _agent_hands_back(self, _: Any) -> None:
        if self._agent is None:
            await self._agent_takes_over(None)
        assert self._agent is not None
        await handoff.hand_back(self._stage.services, self._cast.conversation_id, self._agent, "answered")

    async def _advance_to(self, written: str | datetime) -> None:
        target = written if isinstance(written, datetime) else datetime.fromisoformat(written)
        while True:
            async with self._stage.services.database.begin() as work:
                due = await planned.next_due(work)
            if due is None or due > target:
                break
            self._stage.clock.set(max(due, self._stage.clock.now()))
            await self._stage.settle()
        self._stage.clock.set(target)

    async def _payment_posted(self, value: Mapping[str, Any]) -> None:
        today = local_day(self._stage.clock.now(), self._scenario.account["tz"])
        row = PaymentRow(
            f"play-{uuid.uuid4()}", ACCOUNT, Decimal(str(value["amount"])), str(value["currency"]), today
        )
        await load_payments(self._stage.services, [row], source="play")

    async def _telegram_my_chat_member(self, status: str) -> None:
        await self._membership(Channel.TELEGRAM, left=status == "kicked")

    async def _wechat_event(self, event: str) -> None:
        await self._membership(Channel.WECHAT, left=event == "unsubscribe")

    async def _membership(self, channel: Channel, *, left: bool) -> None:
        genuine = self._stage.providers.genuine[channel]
        sender, at, number = self._cast.addresses[channel], self._stage.clock.now(), self._stage.number()
        make = genuine.left if left else genuine.joined
        await self._stage.post(make(sender=sender, at=at, number=number))


def _speaks(step: SceneStep, before: SceneStep) -> bool:
    """Whether somebody writes in this step, after something that happened; at a time that is told it is that time."""
    return before.event != "advance_to" and (step.user is not None or step.event == "burst")


__all__ = ["Cast", "Player"]
