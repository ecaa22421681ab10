"""From a key and its parameters to words in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.pofile import read_po

from catalogue.values import Json, join, show
from core.errors import NotFound
from core.languages import DEFAULT_LANGUAGE

# Said for a way of paying that has no words of its own.
METHODS = "promise.method_"
OTHER_METHOD = f"{METHODS}other"
LOCALES = Path(__file__).parent / "locales"


@cache
def texts(language: str) -> Mapping[str, str]:
    """All texts of a language by key, from its gettext catalogues."""
    found: dict[str, str] = {}
    for path in sorted((LOCALES / language / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id and isinstance(message.id, str) and isinstance(message.string, str):
                    found[message.id] = message.string
    return found


@cache
def texts_for(language: str, country: str | None) -> Mapping[str, str]:
    """The texts of a language as they are said in a country: `zh-Hant` in HK says what `zh-Hant-HK` holds, and the
    rest like everywhere."""
    there = texts(language)
    own = texts(f"{language}-{_spoken_like(country)}") if country else {}
    if not own:
        return there
    said_here = {key.partition("@")[0] for key in own}
    # A text said in this country's own words has its own variants too: another country's must not show through.
    return {key: text for key, text in there.items() if key.partition("@")[0] not in said_here} | dict(own)


def _spoken_like(country: str) -> str:
    """The country whose words are said in `country`: Macao speaks and writes as Hong Kong does."""
    place = country[:2].upper()
    return "HK" if place == "MO" else place


def spoken(language: str) -> str:
    """`language` where its catalogue is there, else the default."""
    return language if texts(language) else DEFAULT_LANGUAGE


def render(
    key: str, parameters: Mapping[str, Json], language: str, *, country: str | None = None, variant: str = ""
) -> str:
    """Say `key` in `language` as it is said in `country` (ISO 3166), its values written as there.

    `variant` picks `key@variant` where the language has it. Raises `NotFound` when the text is missing.
    """
    there = texts_for(language, country)
    text = there.get(f"{key}@{variant}") or there.get(key)
    if not text:
        raise NotFound(f"The text {key} is missing in {language}.")
    locale = locale_of(language, country)

    def shown(value: Json) -> str:
        if isinstance(value, Mapping) and "text" in value:
            inner = _inner(value["text"], there, language)
            return inner.format_map({name: shown(one) for name, one in value.get("with", {}).items()})
        if isinstance(value, Mapping) and "list" in value:
            return join([shown(one) for one in value["list"]], either=value["either"], locale=locale)
        return show(value, locale)

    return text.format_map({name: shown(value) for name, value in parameters.items()})


def _inner(key: str, there: Mapping[str, str], language: str) -> str:
    """The text that is put into another one: only a way of paying may go without words of its own."""
    text = there.get(key) or (there.get(OTHER_METHOD) if key.startswith(METHODS) else None)
    if not text:
        raise NotFound(f"The text {key} is missing in {language}.")
    return text


@cache
def locale_of(language: str, country: str | None) -> str:
    """Babel's name of the locale: `zh-Hans`, CN is zh_Hans_CN; the bare language where there is none."""
    name = language.replace("-", "_")
    if country:
        with_country = f"{name}_{_spoken_like(country)}"
        try:
            # Babel takes zh_Hant_CN for zh_Hans_CN: the script that is written counts for more than the place.
            return with_country if str(Locale.parse(with_country)) == with_country else name
        except (UnknownLocaleError, ValueError):
            return name
    return name
