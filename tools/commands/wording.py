"""Say whether a text may be sent to a borrower in these words."""

from __future__ import annotations

import click

from compliance.wording import judge
from tools.lines import Answer, Asked, answer_each, object_of, text_of, text_or_none, yes_or_no


@click.command()
def command() -> None:
    """Judge the wording of messages: JSON Lines in, one verdict a line out.

    In: text, jurisdiction, verified_party (true or false), and where known lang and facts of the account.
    Out: verdict (ok or block), violations by category, spans with the reason for each, in Unicode code points.

    \b
    Example:
      echo '{"id": "1", "text": "Pay today or the police will come.", "jurisdiction": "US-TX",
             "verified_party": true}' | tr -d '\\n' | kept wording
    """
    answer_each(answer)


def answer(asked: Asked) -> Answer:
    """Judge one line; `Invalid` names the field that cannot be understood."""
    return judge(
        text_of(asked, "text"),
        lang=text_or_none(asked, "lang"),
        jurisdiction=text_of(asked, "jurisdiction"),
        verified_party=yes_or_no(asked, "verified_party"),
        facts=object_of(asked, "facts"),
    ).as_json()
