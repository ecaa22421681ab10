"""Which language a borrower asks for, by its names in all of ours."""

from __future__ import annotations

import re

_NAMES = {
    "zh-Hant": r"traditional|繁體|繁体|正體|國語|廣東話|粤语|粵語|tradicional",
    "zh-Hans": r"simplified|mandarin|chinese|中文|汉语|漢語|普通话|简体|chino|mandar[ií]n",
    "es": r"spanish|espa[nñ]ol|castellano|西班牙|西语|西語",
    "en": r"english|ingl[eé]s|英文|英语|英語",
}


def wanted_language(text: str) -> str | None:
    """The language whose name the text holds, or None."""
    lowered = text.casefold()
    return next((language for language, names in _NAMES.items() if re.search(names, lowered)), None)
