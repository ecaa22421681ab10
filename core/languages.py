"""The languages the product speaks, as BCP 47 tags, and how others fall back to them."""

from __future__ import annotations

LANGUAGES = ("en", "zh-Hans", "zh-Hant", "es")
DEFAULT_LANGUAGE = "en"

_ALIASES = {
    "zh": "zh-Hans",
    "zh-cn": "zh-Hans",
    "zh-sg": "zh-Hans",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-mo": "zh-Hant",
}


def known_language(tag: str | None) -> str | None:
    """The language of ours that `tag` means, or None: `en-US` is en, `zh-TW` is zh-Hant."""
    if not tag:
        return None
    lowered = tag.strip().replace("_", "-").lower()
    if lowered in _ALIASES:
        return _ALIASES[lowered]
    for language in LANGUAGES:
        if lowered == language.lower() or lowered.startswith(language.lower() + "-"):
            return language
    return None
