"""A promise that was interrupted: what was said of it is kept beside the dialogue, so that it is not asked twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from actions.dialogue import Dialogue
from actions.drafts import ABOUT, Draft
from actions.situation import CancelPromises, ConfirmPromises, Step

# So long what was said of a promise may be taken up again; after that it is asked anew.
FRESH_FOR = timedelta(days=2)
_SAID_ON = "said_on"


def keeping(before: Dialogue, step: Step, today: date) -> Step:
    """`step` with what was known of an unfinished promise kept in its dialogue, until it is settled or goes on; and that
    an alarm was raised on a hint, until there is another."""
    settled = any(isinstance(effect, ConfirmPromises | CancelPromises) for effect in step.effects)
    goes_on = step.dialogue.about == ABOUT and _holds(step.dialogue.draft)
    kept = None if settled or goes_on else kept_of(before, today)
    hinted = step.dialogue.hinted or (before.hinted and step.disposition != "crisis")
    return replace(step, dialogue=replace(step.dialogue, kept=kept, hinted=hinted))


def taken_up(dialogue: Dialogue, today: date) -> Draft:
    """What is known of the promise now: of the one that is being made, else of the one that was interrupted."""
    if dialogue.about == ABOUT and _holds(dialogue.draft):
        return Draft.from_json(dialogue.draft)
    kept = dialogue.kept or {}
    if not _is_fresh(kept, today):
        return Draft()
    draft = replace(Draft.from_json(kept), options=(), span=(), agreed=False)
    days = [on for _, on in draft.parts] + [on for on in (draft.on, draft.rest_on) if on is not None]
    return Draft(method=draft.method) if any(on < today for on in days) else draft


def kept_of(before: Dialogue, today: date) -> dict[str, Any] | None:
    """What is kept of an unfinished promise when another question takes its place; None where nothing is."""
    if before.about == ABOUT and _holds(before.draft):
        return {**before.draft, _SAID_ON: today.isoformat()}
    return before.kept if _is_fresh(before.kept or {}, today) else None


def _holds(draft: Mapping[str, Any]) -> bool:
    return any(draft.get(name) for name in ("amount", "on", "method", "parts", "rest", "options", "span"))


def _is_fresh(kept: Mapping[str, Any], today: date) -> bool:
    try:
        said_on = date.fromisoformat(str(kept.get(_SAID_ON)))
    except ValueError:
        return False
    return said_on <= today <= said_on + FRESH_FOR
