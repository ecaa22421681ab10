"""The words of a message: its catalogue entries, and around them the envelope that the packs demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalogue import choices as choices_of
from catalogue import entry, render
from compliance.engine import parts
from core.messages import Choice
from core.places import country_of
from core.policy import Policy
from core.stages import Stage
from storage.gate import OnFile

# Parts in the order in which they stand before and behind the body.
_BEFORE = (parts.WHO_WRITES, parts.AUTOMATED_ASSISTANT)
_BEHIND = (
    parts.ACTS_FOR,
    parts.CREDITOR_DETAILS,
    parts.INITIAL_DISCLOSURE,
    parts.DEBT_COLLECTOR_STATEMENT,
    parts.TIME_BARRED_NOTICE,
    parts.COMPLAINT_CONTACT,
    parts.OPT_OUT_LINE,
    parts.ONE_WORD_OPT_OUT,
)
_TEXT_OF = {
    parts.WHO_WRITES: "envelope.who_writes",
    parts.AUTOMATED_ASSISTANT: "envelope.automated_assistant",
    parts.ACTS_FOR: "envelope.acts_for",
    parts.CREDITOR_DETAILS: "envelope.creditor_details",
    parts.INITIAL_DISCLOSURE: "envelope.initial_disclosure",
    parts.DEBT_COLLECTOR_STATEMENT: "envelope.debt_collector_statement",
    parts.COMPLAINT_CONTACT: "envelope.complaint_line",
    parts.OPT_OUT_LINE: "envelope.opt_out_line",
    parts.ONE_WORD_OPT_OUT: "envelope.opt_out_line",
}
# What the envelope has words for, whoever the lender is.
_ALWAYS = frozenset(_TEXT_OF) - {parts.CREDITOR_DETAILS}


@dataclass(frozen=True)
class Declared:
    """What a message asks, offers and discloses, by its entries' declarations."""

    asks: tuple[str, ...]
    offers: tuple[str, ...]
    discloses: bool


def carried(policy: Policy, on_file: OnFile) -> frozenset[str]:
    """The parts that the envelope can say for this lender, to this borrower in this language; a message of which more is
    demanded cannot leave.
    """
    found = set(_ALWAYS)
    if policy.creditor_address and policy.creditor_tax_number:
        found.add(parts.CREDITOR_DETAILS)
    if _old_debt(policy, on_file):
        found.add(parts.TIME_BARRED_NOTICE)
    return frozenset(found)


def _old_debt(policy: Policy, on_file: OnFile) -> str | None:
    place = on_file.borrower.jurisdiction if on_file.borrower else ""
    return policy.old_debt_notice(place, on_file.conversation.language)


def declared(says: Sequence[dict[str, Any]], *, agent_writes: bool) -> Declared:
    """Sum up the entries. An agent's own words are taken to disclose: nobody has declared them."""
    if agent_writes:
        return Declared((), (), discloses=True)
    found = [entry(say["key"]) for say in says]
    return Declared(
        asks=tuple(dict.fromkeys(ask for one in found for ask in one.asks)),
        offers=tuple(dict.fromkeys(offer for one in found for offer in one.offers)),
        discloses=any(one.discloses for one in found),
    )


def body(on_file: OnFile, stage: Stage | None, policy: Policy, links: Mapping[str, str] | None = None) -> str:
    """What is said, in the conversation's language. Every text may name the lender and where to find people."""
    language = on_file.conversation.language
    country = country_of(on_file.borrower.jurisdiction) if on_file.borrower else None
    if on_file.message.text is not None and not on_file.message.says:
        return on_file.message.text
    common = {
        **(links or {}),
        "lender": policy.name(language),
        "phone": policy.phone,
        "website": policy.website,
    }
    said = [
        render(
            say["key"], {**common, **say["parameters"]}, language, country=country, variant=str(stage or "")
        )
        for say in on_file.message.says
    ]
    return (" " if not language.startswith("zh") else "").join(said)


def choices(on_file: OnFile) -> tuple[Choice, ...]:
    """The answers that the message suggests, each once; a button says just what it shows."""
    language = on_file.conversation.language
    country = country_of(on_file.borrower.jurisdiction) if on_file.borrower else None
    labels = [
        label
        for say in on_file.message.says
        for label in choices_of(say["key"], say["parameters"], language, country=country)
    ]
    return tuple(Choice(label, label) for label in dict.fromkeys(labels))


def numbered(on_file: OnFile) -> bool:
    """Whether the choices must be written out where there are no buttons: the text does not name them."""
    return any(entry(say["key"]).numbered for say in on_file.message.says)


def with_numbers(text: str, shown: Sequence[Choice]) -> str:
    """The text with its choices under it, each with the number by which it can be answered."""
    return "\n".join([text, *(f"{number} {one.label}" for number, one in enumerate(shown, 1))])


def enveloped(text: str, must_include: Sequence[str], on_file: OnFile, policy: Policy) -> str:
    """Put what the packs demand around the text, once, in the text's own language.

    What a thread has said already the packs do not demand again; what they demand is said.
    """
    language = on_file.conversation.language
    collector = on_file.account.collector_type if on_file.account else "first_party"
    writer = policy.writer(language, collector)
    demanded = set(must_include)
    if writer in text:
        demanded.discard(parts.WHO_WRITES)
    if says_automated(text, language):
        demanded.discard(parts.AUTOMATED_ASSISTANT)
    if any(entry(say["key"]).says_stop for say in on_file.message.says):
        demanded -= {parts.OPT_OUT_LINE, parts.ONE_WORD_OPT_OUT}
    if parts.OPT_OUT_LINE in demanded:
        demanded.discard(parts.ONE_WORD_OPT_OUT)
    if parts.INITIAL_DISCLOSURE in demanded:
        demanded.discard(parts.DEBT_COLLECTOR_STATEMENT)
    values = {
        "lender": policy.name(language),
        "writer": writer,
        "phone": policy.phone,
        "address": policy.creditor_address,
        "tax_number": policy.creditor_tax_number,
    }
    country = country_of(on_file.borrower.jurisdiction) if on_file.borrower else None
    # What the lender words itself.
    own = {parts.TIME_BARRED_NOTICE: _old_debt(policy, on_file) or ""}

    def worded(parts_of_it: Sequence[str]) -> list[str]:
        return [
            own[part] if part in own else render(_TEXT_OF[part], values, language, country=country)
            for part in parts_of_it
            if part in demanded and own.get(part) != ""
        ]

    before, behind = worded(_BEFORE), worded(_BEHIND)
    return _join(before, text, behind, language)


def _join(before: list[str], text: str, behind: list[str], language: str) -> str:
    if language.startswith("zh"):
        return "".join(before) + "".join(
            [text, *(f"{part}。" if part[-1] not in "。】" else part for part in behind)]
        )
    head = f"{' '.join(before)}: " if before else ""
    return head + " ".join([text, *behind])


def says_automated(text: str, language: str) -> bool:
    """Whether the text itself says that an assistant writes."""
    words = {"en": "automated assistant", "es": "asistente", "zh-Hans": "智能助手", "zh-Hant": "智能"}
    return words.get(language, "assistant") in text
