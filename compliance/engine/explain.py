"""Decisions for people to read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from compliance.engine.decision import Decision, Outcome, RuleOutcome
from compliance.engine.schema import Rule
from core.languages import DEFAULT_LANGUAGE, known_language

REASONS = Path(__file__).parent / "reasons"
# What differs from one decision to the next within a reason.
_GIVEN = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d+(?=-hour )|(?<= of )\d+(?= is )|\d+(?= days)|(?<=^the draft lacks ).+"
)
_HEADS = {
    "en": {
        Outcome.ALLOW: "Allowed.",
        Outcome.DEFER: "Not now. Allowed from {until} on.",
        Outcome.BLOCK: "Not allowed; waiting does not help.",
        Outcome.MUST_INCLUDE: "The message must carry: {parts}.",
    },
    "zh-Hans": {
        Outcome.ALLOW: "允许发送。",
        Outcome.DEFER: "现在不能发送，{until} 起允许。",
        Outcome.BLOCK: "不允许发送，等待也无济于事。",
        Outcome.MUST_INCLUDE: "消息必须包含：{parts}。",
    },
    "zh-Hant": {
        Outcome.ALLOW: "允許發送。",
        Outcome.DEFER: "現在不能發送，{until} 起允許。",
        Outcome.BLOCK: "不允許發送，等待也無濟於事。",
        Outcome.MUST_INCLUDE: "訊息必須包含：{parts}。",
    },
    "es": {
        Outcome.ALLOW: "Permitido.",
        Outcome.DEFER: "Ahora no. Permitido desde {until}.",
        Outcome.BLOCK: "No permitido; esperar no ayuda.",
        Outcome.MUST_INCLUDE: "El mensaje debe llevar: {parts}.",
    },
}


def explain(decision: Decision, lang: str = DEFAULT_LANGUAGE) -> str:
    """The decision in a few lines: what, until when (UTC), and each rule with its reference.

    Verdict and reasons are in `lang` (English if we do not speak it); a reason that has no text yet is in English.
    """
    language = known_language(lang) or DEFAULT_LANGUAGE
    heads = _HEADS[language]
    until = decision.next_allowed_at
    when = until.isoformat(timespec="seconds").replace("+00:00", "Z") if until else ""
    lines = [heads[decision.outcome].format(until=when)]
    if decision.must_include:
        lines.append(heads[Outcome.MUST_INCLUDE].format(parts=", ".join(decision.must_include)))
    objections = [rule for rule in decision.rules if rule.outcome is not Outcome.MUST_INCLUDE]
    lines += [_line(rule, language) for rule in objections]
    return "\n".join(lines)


def _line(rule: RuleOutcome, language: str) -> str:
    return f"- {rule.outcome.value}: {reason(rule.why, language)} ({rule.id}; {rule.reference})"


def reason(why: str, language: str) -> str:
    """Why a rule objects, in that language of ours; in the words of the packs where there is no text."""
    given = _GIVEN.search(why)
    text = reasons(language).get(_GIVEN.sub("{}", why, count=1))
    if text is None:
        return why
    return text.replace("{}", given[0]) if given else text


@lru_cache(maxsize=8)
def reasons(language: str) -> Mapping[str, str]:
    """The texts of one language by the English ones, `{}` standing for a number, a day or a part of the draft."""
    path = REASONS / f"{language}.yaml"
    if not path.exists():
        return {}
    texts: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return texts


def describe(rule: Rule) -> str:
    """One rule of a pack in a few lines: title, reference, when in force, how sure we are of it."""
    start = rule.in_force_from.isoformat() if rule.in_force_from else "always"
    end = f" to {rule.in_force_to.isoformat()}" if rule.in_force_to else ""
    lines = [
        f"{rule.id}: {rule.title}",
        f"  reference: {rule.reference}",
        f"  in force: {start}{end}",
        f"  if not: {rule.if_not.value} (check: {rule.check_name}; confidence: {rule.confidence})",
    ]
    return "\n".join([*lines, f"  {rule.verify}"] if rule.verify else lines)
