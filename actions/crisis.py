"""Somebody may be in danger: everything else stops."""

from __future__ import annotations

from actions.situation import Flag, Hold, OpenCase, Say, Situation, Step

# Help lines by country, as published: US 988 Lifeline; CN 12356 national psychological aid; TW 1925; HK 18111;
# GB Samaritans 116 123; ES 024; MX Línea de la Vida 800 911 2000; SG 1767; CA 9-8-8; AU Lifeline 13 11 14.
HELP_LINES = {
    "US": "988",
    "CN": "12356",
    "TW": "1925",
    "HK": "18111",
    "GB": "116 123",
    "ES": "024",
    "MX": "800 911 2000",
    "SG": "1767",
    "CA": "9-8-8",
    "AU": "13 11 14",
}


def next_step(s: Situation) -> Step:
    """Calm words and the country's help line; a person is alarmed at once; nothing is collected any more."""
    line = HELP_LINES.get(s.country[:2].upper())
    say = Say("crisis.help_line", {"line": line}) if line else Say("crisis.no_line", {})
    effects = [
        Flag("crisis"),
        Flag("vulnerable"),
        OpenCase("crisis", "immediate", "may be in danger", {"message": str(s.inbound_id or "")}),
    ]
    if s.account is not None:
        effects.insert(2, Hold("crisis"))
    return Step((say,), tuple(effects), disposition="crisis")
