"""Checks of the draft: what it must carry, in which language."""

from __future__ import annotations

from compliance.engine.checks_hours import Check
from compliance.engine.moment import Moment, Objection
from compliance.engine.settings import Settings
from compliance.parts import ALL
from core.languages import known_language


def carries(settings: Settings) -> Check:
    """The draft carries `part` (a name of `parts`)."""
    part = settings.text("part")
    if part not in ALL:
        raise settings.wrong("part", f"is not one of {', '.join(sorted(ALL))}")
    lacking = Objection(f"the draft lacks {part.replace('_', ' ')}")

    def check(moment: Moment) -> Objection | None:
        parts = moment.facts.parts
        return None if parts is not None and part in parts else lacking

    return check


def _language(tag: str) -> str:
    return known_language(tag) or tag.replace("_", "-").partition("-")[0].lower()


def same_language(settings: Settings) -> Check:
    """The disclosures are in the language of the rest. No settings."""

    def check(moment: Moment) -> Objection | None:
        flags = moment.facts.flags
        bodies, disclosures = flags.of("body_lang"), flags.of("disclosure_lang")
        if not bodies or not disclosures:
            return None
        written = {_language(tag) for text in disclosures for tag in text.split(",")}
        if all(_language(tag) in written for text in bodies for tag in text.split(",")):
            return None
        return Objection("the disclosures are not in the language of the message")

    return check
