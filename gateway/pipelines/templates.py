"""A message in the words of a template that its platform has approved, for when the session window is shut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from campaigns.policy_templates import filled_in
from catalogue.rendering import locale_of
from catalogue.values import Json, show
from compliance import parts
from core.messages import Blank
from core.money import Money
from core.places import country_of
from core.policy import Policy, Template, TemplateKind
from gateway.pipelines import words
from storage.gate import OnFile


@dataclass(frozen=True)
class Approved:
    """A template with its blanks filled; `text` is what the borrower reads."""

    id: str
    text: str
    blanks: Mapping[str, Blank]
    carries: frozenset[str]
    by_subscription: bool


def approved_for(on_file: OnFile, policy: Policy) -> Approved | None:
    """The lender's template for this message on its channel and in its language.

    None where the message is no single text of the catalogue, the lender has no template of it, or a blank has
    nothing to be filled with.
    """
    says, language = on_file.message.says, on_file.conversation.language
    if len(says) != 1:
        return None
    template = policy.templates.get((on_file.point.channel, str(says[0]["key"]), language))
    if template is None:
        return None
    country = country_of(on_file.borrower.jurisdiction) if on_file.borrower else None
    values: dict[str, Json] = {
        "lender": policy.name(language),
        "phone": policy.phone,
        "website": policy.website,
        **says[0]["parameters"],
    }
    try:
        locale = locale_of(language, country)
        filled = {name: _blank(values[parameter], locale) for name, parameter in template.fill.items()}
    except (KeyError, ValueError):
        return None
    text = filled_in(template.text, {name: blank.shown for name, blank in filled.items()})
    return Approved(
        template.id,
        text,
        filled,
        _carried(template, text, _writer(on_file, policy), language),
        template.kind is TemplateKind.SUBSCRIBED,
    )


def _blank(value: Json, locale: str) -> Blank:
    shown = show(value, locale)
    if isinstance(value, Mapping) and "money" in value:
        return Blank(shown, amount=Money(Decimal(value["money"]), value["currency"]))
    if isinstance(value, Mapping) and "day" in value:
        return Blank(shown, on=date.fromisoformat(value["day"]))
    return Blank(shown)


def _writer(on_file: OnFile, policy: Policy) -> str:
    collector = on_file.account.collector_type if on_file.account else "first_party"
    return policy.writer(on_file.conversation.language, collector)


def _carried(template: Template, text: str, name: str, language: str) -> frozenset[str]:
    """The parts that the message carries: what the lender says of the template, and what can be seen."""
    found = set(template.carries)
    if name in text:
        found.add(parts.WHO_WRITES)
    if words.says_automated(text, language):
        found.add(parts.AUTOMATED_ASSISTANT)
    if parts.OPT_OUT_LINE in found:
        found.add(parts.ONE_WORD_OPT_OUT)
    if parts.INITIAL_DISCLOSURE in found:
        found.add(parts.DEBT_COLLECTOR_STATEMENT)
    return frozenset(found)
