"""Say whether a message may leave now, by the law of its place."""

from __future__ import annotations

import click

from compliance.engine import decide
from compliance.facts import from_line
from tools.lines import Answer, Asked, answer_each


@click.command()
def command() -> None:
    """Decide about messages: JSON Lines in, one decision a line out.

    In: jurisdiction, collector_type, channel, recipient_role, recipient_tz or location_signals, now_utc, purpose,
    debt, history, flags. Out: decision (allow, defer or block), next_allowed_at, rules, must_include.
    `kept rules explain` puts the same answer into words.

    \b
    Example:
      echo '{"id": "1", "jurisdiction": "US-TX", "channel": "sms", "purpose": "reminder",
             "recipient_tz": "America/Chicago", "now_utc": "2026-11-18T12:30:00Z"}' | tr -d '\\n' | kept decide
    """
    answer_each(answer)


def answer(asked: Asked) -> Answer:
    """Decide about one line; `Invalid` names what cannot be read, an unknown flag included."""
    facts, at = from_line(asked)
    return decide(facts, at).as_json()
