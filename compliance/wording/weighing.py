"""Rules and detector put together: which of what was found stands in the way, given the facts of the account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from compliance.wording.account import Account
from compliance.wording.detector import Blend, Heard
from compliance.wording.figures import balance_said
from compliance.wording.offers import days_named


class Hit(NamedTuple):
    """A place in the folded text at which a rule speaks. `sure`: it follows from the facts, or can mean nothing else,
    whatever the text sounds like."""

    start: int
    end: int
    category: str
    rule: str
    language: str
    sure: bool


class Said(NamedTuple):
    """What the rules say of a text. `taken_back`: words of theirs stand there, but denied, quoted or the like."""

    hits: Sequence[Hit]
    taken_back: bool


@dataclass(frozen=True)
class Weighed:
    """What stands in the way: hits of rules, and what the detector hears (None: nothing beside them)."""

    hits: tuple[Hit, ...]
    heard: str | None


NOTHING = Weighed((), None)
# The detector names a category beside those of rules when that is likelier than all other barred ones together, and beside one of a
# rule that can mean nothing else when it is surer still.
LIKELIER = 0.5
SURELY = 0.6
# Whether a debt is too old, the facts tell; without them it has to sound like that outright.
OUTRIGHT = 0.97
# A rule's category is not named where it is so little of what the text sounds like, and something else is named.
HARDLY = 0.02
# Where little is left of the text that could make a rule's words harmless (their place is this share of it, or the text is
# short), this share of the bar is enough for a rule.
LESS = 0.4
WHOLE = 0.5
SHORT = {"en": 40, "es": 44, "zh-Hans": 15, "zh-Hant": 10}
# A text that lacks less than this to its bar is read sentence by sentence too.
NEAR = 2.0
# What the facts allow to be said, as the detector's categories.
_ALLOWED = {
    "verified": ("premature_disclosure",),
    "person_writes": ("bot_denial",),
    "fees_in_contract": ("unauthorized_fee",),
    "settlement_authorised": ("misrepresent_amount",),
    "judgment": ("false_legal_action",),
    "seizure_authorised": ("asset_seizure_threat",),
}
# What sounds much like what a rule calls by another name.
_OLD = {"time_barred_threat": "false_legal_action"}


def excused(account: Account, folded: str, hits: Sequence[Hit] = ()) -> frozenset[str]:
    """The categories that these words may mean, given what is known of the account and where rules speak."""
    found = {name for fact in account.holds for name in _ALLOWED.get(fact, ())}
    if "suit_authorised" in account.holds and "time_barred" not in account.holds:
        found |= {"false_legal_action", "time_barred_threat"}
    end = account.offer_end
    if end is not None and any(
        (month, day) == (end.month, end.day) for month, day, _, _ in days_named(folded)
    ):
        found.add("false_urgency")
    spoken = any(hit.category == "misrepresent_amount" for hit in hits)
    if not spoken and balance_said(folded, account, nothing_above=True):
        found.add("misrepresent_amount")
    return frozenset(found)


def alone(start: int, end: int, length: int, language: str) -> bool:
    """Whether next to nothing of a text of this length is left beside a place in it."""
    return length <= SHORT[language] or end - start >= WHOLE * length


def sum_of(said: Said, heard: Heard, free: frozenset[str], blend: Blend) -> float:
    """How heavily rules and detector together speak for something barred."""
    found = blend.odds * heard.odds(free) + blend.words * heard.sounding(free)
    found += blend.apart * heard.odds_apart(free)
    return (
        found + blend.rule * blend.worth([hit.rule for hit in said.hits]) + blend.taken_back * said.taken_back
    )


def weigh(
    said: Said,
    heard: Heard,
    free: frozenset[str],
    blend: Blend,
    *,
    language: str,
    verified: bool,
    length: int,
) -> Weighed:
    """Block where rules and detector together outweigh the language's bar; `free` are the excused categories.

    `length` is that of the folded text, of which the hits are places.
    """
    hits = said.hits
    sure = tuple(hit for hit in hits if hit.sure)
    bar = blend.bar[language]
    if any(alone(hit.start, hit.end, length, language) for hit in hits):
        bar *= LESS
    if sum_of(said, heard, free, blend) <= bar:
        if not verified and heard.reveals > blend.reveals and heard.words > 0:
            return Weighed(sure, "premature_disclosure")
        return Weighed(sure, None) if sure else NOTHING
    named, share = heard.likeliest(free)
    if named in _OLD and share < OUTRIGHT and any(hit.category == _OLD[named] for hit in hits):
        named = _OLD[named]
    if any(hit.category == named for hit in hits):
        return Weighed(_named(hits, heard, free), None)
    if not hits or share >= (SURELY if sure else LIKELIER):
        return Weighed(_named(hits, heard, free), named)
    return Weighed(tuple(hits), None)


def _named(hits: Sequence[Hit], heard: Heard, free: frozenset[str]) -> tuple[Hit, ...]:
    """The hits without those that the text hardly sounds like; what follows from the facts stays."""

    def share(category: str) -> float:
        alike = (old for old, name in _OLD.items() if name == category)
        return sum(heard.share(each, free) for each in (category, *alike))

    return tuple(hit for hit in hits if hit.sure or share(hit.category) >= HARDLY)
