"""A life as `kept audit export` would have written it, one JSON object a line."""

from __future__ import annotations

import json
from typing import Any

from tools.auditor.traffic.lives import Life
from tools.auditor.traffic.plans import FIRST, LAST

FORMAT = "kept-audit-export/1"


def exported(life: Life) -> dict[str, Any]:
    """The export of the borrower's month, without the entries of a chain: nothing was ever in a database."""
    person = life.person
    return {
        "format": FORMAT,
        "made_at": LAST.isoformat(),
        "from": FIRST.date().isoformat(),
        "to": LAST.date().isoformat(),
        "zone": person.clock,
        "borrower": {
            "reference": person.reference,
            "name": "",
            "language": person.language,
            "jurisdiction": person.place,
            "flags": person.flags,
        },
        "addresses": [
            {
                "channel": contact.channel,
                "address": contact.address,
                "status": "active",
                "consent_source": contact.source,
                "consent_at": contact.consent_at.isoformat() if contact.consent_at else None,
                "opted_out_at": contact.opted_out_at.isoformat() if contact.opted_out_at else None,
            }
            for contact in person.contacts
        ],
        "accounts": [{"reference": debt.id, "collector_type": debt.collector_type} for debt in person.debts],
        "messages": sorted(life.rows, key=lambda row: (row["at"], row["number"])),
        "consents": life.consents,
        "overrides": [],
        "promises": [],
        "chain": {"last_number": 0, "last_hash": "", "entries": []},
    }


def line(life: Life) -> str:
    """One line of JSON."""
    return json.dumps(exported(life), ensure_ascii=False, separators=(",", ":"))
