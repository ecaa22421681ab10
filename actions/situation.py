"""What a flow knows when it decides, and what it may decide."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from actions import answers, leave
from actions.dialogue import Dialogue as Dialogue
from actions.shifts import without_old
from actions.ways import Ways
from catalogue import entries, values
from core.clock import local_day
from core.duties import Duties
from core.messages import Kind
from core.money import Money
from core.policy import Offers, Policy
from core.promises import PromiseStatus
from core.stages import Stage, stage
from reading import Reading, read, read_amount, read_days, read_method

# All of it in one payment.
_TOGETHER = re.compile(r"一(?:起|并|併|齐|齊|次性?|次過)(?:都|全)?(?:还|還|付|缴|繳|俾|畀|清|找)")


@dataclass(frozen=True)
class Owed:
    """The account the conversation is about, as the ledger has it."""

    id: uuid.UUID
    reference: str
    amount: Money
    parts: Mapping[str, str]
    due_on: date
    days_past_due: int
    product: str
    paid: bool
    holds: frozenset[str]

    @property
    def stage(self) -> Stage:
        return stage(self.days_past_due)


@dataclass(frozen=True)
class OnFile:
    """A promise that stands."""

    id: uuid.UUID
    amount: Money
    due_on: date
    method: str | None
    status: PromiseStatus


@dataclass(frozen=True)
class Identity:
    """Whether we know who writes. `facts` are the kinds that can be asked; `answer` says whether the text held
    the right or a wrong value of one of them, `kinds` of which; `rest` is what the text says besides. `may_return`:
    somebody else held the phone, and the borrower may prove anew that they have it again."""

    status: str
    attempts: int
    facts: tuple[str, ...] = ()
    answer: str | None = None
    kinds: tuple[str, ...] = ()
    rest: str = ""
    may_return: bool = False

    @property
    def verified(self) -> bool:
        return self.status == "verified"

    @property
    def may_be_proven(self) -> bool:
        """Whether facts that are stated may be compared at all."""
        return self.status in ("unverified", "failed") or (self.status == "third_party" and self.may_return)


@dataclass(frozen=True)
class Situation:
    """Everything one turn is decided on. Nothing here is looked up later."""

    now: datetime
    zone: str
    country: str
    language: str
    channel: str
    text: str
    kind: Kind
    intent: str
    confidence: float
    inbound_id: uuid.UUID | None
    heard: str | None
    borrower_name: str | None
    identity: Identity
    account: Owed | None
    promises: tuple[OnFile, ...]
    told: Mapping[str, Mapping[str, Any]]
    flags: frozenset[str]
    policy: Policy
    dialogue: Dialogue
    # What an event obliges us to, here and now.
    duties: Callable[[str], Duties]
    held_by: str = "assistant"
    broken_promises: int = 0
    # The one that was broken last.
    broken: OnFile | None = None
    runner_up: str | None = None
    ways: Ways = field(default_factory=Ways)
    # Whether the open question is not what we said last here, or was said long ago: a bare yes may be to something else.
    overtaken: bool = False

    @property
    def today(self) -> date:
        """The borrower's local day."""
        return local_day(self.now, self.zone)

    @cached_property
    def reading(self) -> Reading:
        """What the text says of money, days, contacts. Who asks leave ("周五还100行不行") proposes it: it is read back."""
        said = self.read_alone(self.text)
        proposed = leave.as_said(self.text) if self.intent in leave.MEANT and not said.promise else None
        if proposed is None:
            return said
        meant = self.read_alone(proposed)
        return meant if meant.promise and (meant.amount or meant.share or meant.dates) else said

    def read_alone(self, text: str) -> Reading:
        """What `text` says of money, days, contacts, read by this borrower's clock, place and account."""
        return read(
            text,
            now=self.now,
            tz=self.zone,
            owed=self.account.amount if self.account else None,
            country=self.country,
            lang=self.language,
        )

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that the text names for a payment; where a day was asked, a bare one will do."""
        if self.reading.dates or not self._may_be_bare("pay_date", "clarify_date"):
            return self.reading.dates
        for text in (self.text, without_old(self.text)):
            said = read_days(text, now=self.now, tz=self.zone, lang=self.language, country=self.country)
            if said.days:
                return said.days
        return ()

    @cached_property
    def sum_said(self) -> Money | None:
        """The amount that the text names for certain; where an amount was asked, a bare one will do."""
        if self.reading.amount or not self._may_be_bare("amount", "clarify_amount"):
            return self.reading.amount
        owed = self.account.amount if self.account else None
        return read_amount(self.text, owed=owed, country=self.country, lang=self.language).money

    @cached_property
    def share_said(self) -> str | None:
        """The share that the text names; where an amount was asked, "all of it" in any words of an answer will do."""
        if self._all_at_once:
            return "all"
        if self.reading.share or not (self._may_be_bare("amount", "clarify_amount") or self._no_sum_yet):
            return self.reading.share
        owed = self.account.amount if self.account else None
        said = read_amount(self.text, owed=owed, country=self.country, lang=self.language).share
        return said or ("all" if self.dialogue.asked != "confirmation" and answers.whole(self.text) else None)

    def _may_be_bare(self, *questions: str) -> bool:
        """Whether a bare day or sum may be meant: it was asked for, or what was read back is being corrected."""
        if "pay_date" in questions and self.dialogue.asked in questions:
            longer = len(self.text.split()) <= 12 and self._few_signs and not re.search(r"[?？]", self.text)
            return longer or self.is_brief
        if self.dialogue.asked == "confirmation" and self.dialogue.about == "promise":
            return self.is_brief and not answers.begins_yes(self.text)
        return self.dialogue.asked in questions and self.is_brief

    @property
    def _all_at_once(self) -> bool:
        """Whether a payment is promised, of no sum that is named, together: 明天一起还了."""
        reading = self.reading
        named = reading.amount or reading.share or reading.amount_candidates or reading.instalments
        return reading.promise and not named and bool(_TOGETHER.search(self.text))

    @property
    def _no_sum_yet(self) -> bool:
        """Whether a day was asked for, and the sum is open too: "on the 29th, half of it"."""
        asked = self.dialogue.asked == "pay_date" and self.dialogue.about == "promise"
        return asked and self.is_brief and not self.dialogue.draft.get("amount")

    @property
    def is_brief(self) -> bool:
        """Whether the text is short enough to be nothing but an answer."""
        return len(self.text.split()) <= 8 and self._few_signs

    @property
    def _few_signs(self) -> bool:
        return sum(letter >= "\u3400" for letter in self.text) <= 16

    @cached_property
    def method(self) -> str | None:
        """The way of paying that the text names."""
        return read_method(self.text, self.language)

    @property
    def offers(self) -> Offers:
        """What the policy allows at this stage."""
        return self.policy.offered(self.account.stage) if self.account else Offers(part_payment=False)

    @property
    def lender(self) -> str:
        return self.policy.name(self.language)

    @property
    def standing(self) -> tuple[OnFile, ...]:
        """The promises that were confirmed and are still to come."""
        return tuple(item for item in self.promises if item.status is PromiseStatus.CONFIRMED)

    def saying(self, text: str, intent: str) -> Situation:
        """The same situation with other words: what was said before an interruption."""
        return replace(self, text=text, intent=intent)


@dataclass(frozen=True)
class Say:
    """One message: a catalogue key and its parameters."""

    key: str
    parameters: dict[str, values.Json] = field(default_factory=dict)

    @classmethod
    def again(cls, question: Mapping[str, Any]) -> Say:
        """The question that `Dialogue.question` keeps."""
        return cls(question["key"], dict(question["parameters"]))


class Effect:
    """Something to be written down in the turn's transaction."""


@dataclass(frozen=True)
class Verified(Effect):
    """The borrower proved who they are."""


@dataclass(frozen=True)
class FailedIdentity(Effect):
    """A wrong answer; `locked` when it was the last one allowed."""

    locked: bool


@dataclass(frozen=True)
class Obliges(Effect):
    """An event that obliges us to what the tables of duties say of it. `reason` and `details` are for the case, where
    they ask for one."""

    event: str
    reason: str = ""
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class OptIn(Effect):
    """Messages on this channel again."""


@dataclass(frozen=True)
class Told(Effect):
    """What the borrower told that is no promise."""

    kind: str
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class DraftPromises(Effect):
    """What was understood and is read back: amounts, days, method."""

    parts: tuple[tuple[Money, date], ...]
    method: str | None


@dataclass(frozen=True)
class ConfirmPromises(Effect):
    """The borrower said yes to the draft."""

    method: str | None


@dataclass(frozen=True)
class CancelPromises(Effect):
    """The borrower drops the draft; with `standing`, takes back what was confirmed too."""

    standing: bool = False


@dataclass(frozen=True)
class OpenCase(Effect):
    """A person must look at this. With `take_floor` the assistant falls silent."""

    queue: str
    priority: str
    reason: str
    details: dict[str, Any] = field(default_factory=dict)
    take_floor: bool = True


@dataclass(frozen=True)
class Prefers(Effect):
    """When and where the borrower wants (not) to be contacted."""

    windows: tuple[dict[str, Any], ...]
    channel_wanted: str | None
    channel_unwanted: str | None


@dataclass(frozen=True)
class Speaks(Effect):
    """The language the borrower chose."""

    language: str


@dataclass(frozen=True)
class PlanContact(Effect):
    """A message for later: its purpose, decided and worded when it falls due."""

    kind: str
    at: datetime
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """What comes next: what to say, what to write down, where the conversation then stands."""

    says: tuple[Say, ...] = ()
    effects: tuple[Effect, ...] = ()
    dialogue: Dialogue = field(default_factory=Dialogue)
    disposition: str | None = None

    @classmethod
    def asking(
        cls,
        question: Say,
        *,
        asked: str,
        about: str,
        draft: dict[str, Any] | None = None,
        later: dict[str, Any] | None = None,
        unclear: int = 0,
        effects: tuple[Effect, ...] = (),
        before: tuple[Say, ...] = (),
    ) -> Step:
        """Say `before`, put `question`, and wait for what it asks."""
        dialogue = Dialogue(
            asked=asked,
            about=about,
            draft=draft or {},
            later=later,
            question={"key": question.key, "parameters": question.parameters},
            unclear=unclear,
        )
        return cls((*before, question), effects, dialogue)

    def resuming(self, s: Situation) -> Step:
        """This step, and the question that was open before it once more, if whoever writes may hear it."""
        question = s.dialogue.question
        if question is None or (entries()[question["key"]].discloses and not s.identity.verified):
            return replace(self, dialogue=s.dialogue)
        return replace(self, says=(*self.says, Say.again(question)), dialogue=s.dialogue)

    def with_effects(self, *effects: Effect) -> Step:
        """This step with more to be written down, before its own."""
        return replace(self, effects=(*effects, *self.effects))

    def then(self, other: Step) -> Step:
        """This step and right after it another one, in one turn."""
        return Step(
            self.says + other.says,
            self.effects + other.effects,
            other.dialogue,
            other.disposition or self.disposition,
        )
