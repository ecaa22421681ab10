"""Which language a borrower asks for, by its names in all of ours."""

from __future__ import annotations

import re
import unicodedata

_NAMES = {
    "zh-Hant": r"traditional(?: chinese)?|chino tradicional|tradicional|繁體(?:中文|字)?|繁体(?:中文|字)?|正體(?:中文)?"
    r"|國語|廣東話|广东话|粤语|粵語|cantonese|canton[eé]s",
    "zh-Hans": r"simplified(?: chinese)?|mandarin|chinese|汉语|普通话|简体(?:中文|字)?|簡體(?:中文|字)?|chino|mandar[ií]n|zh",
    "zh": r"中文|漢語|华语|華語",
    "es": r"spanish|espa[nñ]ol|castellano|西班牙(?:语|語|文)?|西语|西語",
    "en": r"english|ingl[eé]s|英文|英语|英語",
}
_PATTERNS = {language: re.compile(names) for language, names in _NAMES.items()}
# A language that is said not to be understood is not the one that is wanted.
_NOT = re.compile(
    r"(?:\b(?:don'?t|do not|can'?t|cannot|no|not|isn'?t|doesn'?t|sin|nada de)\b[^,.;!?，。；！？]{0,24}"
    r"|(?:不会|不會|不懂|看不懂|听不懂|聽不懂|唔識|不要|别|別|不说|不說|不用)[^,.;!?，。；！？]{0,6})$"
)
_TRADITIONAL = frozenset({"TW", "HK", "MO"})


def wanted_language(text: str, country: str = "") -> str | None:
    """The language whose name the text holds, or None; plain "中文" is the script of the borrower's country."""
    lowered = unicodedata.normalize("NFC", text).casefold()
    found = [
        (match.start(), -(match.end() - match.start()), language)
        for language, pattern in _PATTERNS.items()
        for match in pattern.finditer(lowered)
        if not _NOT.search(lowered[max(0, match.start() - 40) : match.start()])
    ]
    if not found:
        return None
    language = min(found)[2]
    if language in ("zh", "zh-Hans") and country[:2].upper() in _TRADITIONAL and not _simplified(lowered):
        return "zh-Hant"
    return "zh-Hans" if language == "zh" else language


# In which language a language is called so: whoever writes "no hablo ingles" writes Spanish.
_CALLED_SO = {
    "es": re.compile(r"\b(?:ingl[eé]s|espa[nñ]ol|castellano|chino|mandar[ií]n|canton[eé]s)\b"),
    "en": re.compile(r"\b(?:english|spanish|chinese|mandarin|cantonese)\b"),
}


def language_of_names(text: str, writes: str) -> str | None:
    """The language of who names one that they do not speak; None where the text names none, or in several.
    `writes` is the language the text was taken to be in: of Chinese it says the script."""
    lowered = unicodedata.normalize("NFC", text).casefold()
    if re.search(r"[英西中][文语語]", lowered):
        return writes if writes.startswith("zh") else None
    found = [language for language, names in _CALLED_SO.items() if names.search(lowered)]
    return found[0] if len(found) == 1 else None


def _simplified(lowered: str) -> bool:
    return bool(re.search(r"simplified|简体|簡體", lowered))


def names_only(text: str) -> bool:
    """Whether the text is nothing but the name of a language: the answer to "which one?"."""
    bare = re.sub(r"[^\w]+", " ", text.casefold()).strip()
    return any(pattern.fullmatch(bare) for pattern in _PATTERNS.values())
