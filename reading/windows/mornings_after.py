"""The mornings after nights at work, by their own days: "I work Fri and Sat nights, not the mornings after" is Saturday and Sunday."""

from __future__ import annotations

import re

from reading.windows.named_days import WEEKLY, weekly

_NIGHT = re.compile(
    r"\b(?:nights?|overnights?|graveyards?|lates?|close|closing|noches?|madrugada|nocturno)\b"
)
_AFTER = {
    "en": re.compile(
        r"\b(?:(?:on |in )?the )?(?:(?:mornings?|days?)(?: (?:straight|right))? after(?:wards)?(?! (?:that|i|my|the|we|a)\b)|(?:following|next) (?:mornings|morning (?=after)|days))(?: after)?\b",
        re.ASCII,
    ),
    "es": re.compile(
        r"\b(?:(?:a|por|en|de|durante) )?(?:las? )?mananas? (?:siguientes?|despues|posterior(?:es)?)(?! de)\b|\bal dia siguiente\b|\blos dias siguientes\b",
        re.ASCII,
    ),
}
_EN = "monday tuesday wednesday thursday friday saturday sunday".split()
_ES = "lunes martes miercoles jueves viernes sabados domingos".split()


def mornings_after(text: str) -> str:
    """Folded `text` with the mornings after named. Its length may change."""
    for language, said in _AFTER.items():
        after = said.search(text)
        if not after or not _NIGHT.search(text, 0, after.start()):
            continue
        days = weekly(text[: after.start()], WEEKLY[language])[0]
        nights = {
            on for mark in days if isinstance(mark.value, tuple) for on in mark.value if isinstance(on, int)
        }
        if not 0 < len(nights) < len(_EN):
            continue
        names = sorted((on + 1) % 7 for on in nights)
        if language == "es":
            named = f"los {' y '.join(_ES[on] for on in names)} por la manana"
        else:
            named = f"{' and '.join(_EN[on] for on in names)} mornings"
        before = re.sub(r", $", "; ", text[: after.start()])
        text = f"{before}{named}{text[after.end() :]}"
    return text
