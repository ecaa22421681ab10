"""Exports made up to be set: as many messages as wanted, of any text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from storage.audit_chain import Verdict
from tools.regulator.cover import Cover

AT = "2026-05-13T12:00:00+00:00"
COVER = Cover(
    reader="Bureau of Somewhere",
    writer="Riverbank",
    data_file="riverbank-10482.json",
    data_hash="cd" * 32,
    verdict=Verdict(120),
)


def rule(why: str) -> dict[str, str]:
    return {"id": "us-federal.waking-hours", "outcome": "allow", "reference": "12 CFR 1006.6", "why": why}


def message(number: int, text: str, *, ours: bool) -> dict[str, Any]:
    named = {"id": f"{number:08d}-aaaa-bbbb-cccc-000000000000", "number": number, "at": AT, "text": text}
    where = {"channel": "sms", "address": "+13125550100", "seal": None}
    if not ours:
        return {**named, **where, "direction": "in", "kind": "text", "heard": None, "understood": None}
    decision = {
        "id": "d",
        "at": AT,
        "local": AT,
        "outcome": "allow",
        "next_allowed_at": None,
        "rules": [rule("07:00 in Chicago"), rule("太晚：不在允许时段之内")],
        "facts": {},
        "versions": {"us_federal": "3", "policy": "1"},
    }
    return {
        **named,
        **where,
        "direction": "out",
        "by": "assistant",
        "purpose": "reminder",
        "keys": [],
        "state": "sent",
        "delivery": "delivered",
        "error": None,
        "provider_id": "SM1",
        "receipts": [{"at": AT, "state": "delivered", "error": None}],
        "decision": decision,
    }


def export(
    texts: Sequence[str], *, language: str = "en", place: str = "US-IL", name: str = "Grace Okafor"
) -> dict[str, Any]:
    messages = [message(number, text, ours=number % 2 == 0) for number, text in enumerate(texts)]
    hashes = [hashlib.sha256(row["id"].encode()).hexdigest() for row in messages]
    entries = [
        {
            "number": number + 1,
            "at": AT,
            "kind": "outbound.sent",
            "subject": row["id"],
            "body": {},
            "previous": "",
            "hash": hashes[number],
        }
        for number, row in enumerate(messages)
    ]
    return {
        "format": "kept-audit-export/1",
        "made_at": AT,
        "from": "2026-05-01",
        "to": "2026-05-31",
        "zone": "America/Chicago",
        "borrower": {
            "reference": "10482",
            "name": name,
            "language": language,
            "jurisdiction": place,
            "flags": {},
        },
        "addresses": [
            {
                "channel": "sms",
                "address": "+13125550100",
                "status": "confirmed",
                "consent_source": "application",
                "consent_at": AT,
                "opted_out_at": None,
            }
        ],
        "accounts": [],
        "messages": messages,
        "consents": [
            {"at": AT, "kind": "flag", "source": "agent", "message": None, "detail": {"flag": "cease_all"}}
        ],
        "overrides": [
            {
                "id": "o",
                "at": AT,
                "written_by": "ann",
                "text": "还款",
                "seal": None,
                "found": ["insult"],
                "state": "refused",
                "decided_by": "bo",
                "decided_at": AT,
            }
        ],
        "promises": [
            {
                "id": "p",
                "at": AT,
                "amount": "20.00",
                "currency": "USD",
                "due_on": "2026-05-20",
                "status": "kept",
            }
        ],
        "chain": {"last_number": 7120, "last_hash": "ab" * 32, "entries": entries},
    }
