"""Facts that a borrower proves identity with, however they write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from reading.days.calendar import safe_date
from reading.text import prepare
from reading.words import en, es
from reading.words.zh import SMALL, small_number

type Fact = Literal["dob", "id_last4", "postcode"]

_SEP = r"[\s./\-年月,]{1,3}"
_YEAR_FIRST = re.compile(rf"(?<!\d)((?:19|20)\d\d){_SEP}(\d{{1,2}}){_SEP}(\d{{1,2}})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[\s./-]{1,3}(\d{1,2})[\s./-]{1,3}((?:19|20)?\d\d)(?!\d)")
_RUN = re.compile(r"(?<!\d)(\d{8}|\d{6})(?!\d)")
_ZH = re.compile(rf"((?:19|20)?\d\d|[一二零〇九八七六五四三]{{2,4}})年({SMALL})月(?:份)?({SMALL})[日号]?")
_MINGUO = re.compile(rf"(?:民国|民國)\s*({SMALL}|\d{{2,3}})年\s*({SMALL})月\s*({SMALL})[日号]?")
_EN_MONTH_FIRST = re.compile(
    rf"\b{en.MONTH},? (?:the )?{en.ORDINAL_OR_FIGURE}(?: of)?[, ]+'?(?P<year>(?:19"
    rf"|20)?\d\d)\b"
)
_EN_DAY_FIRST = re.compile(
    rf"\b{en.ORDINAL_OR_FIGURE}(?: of)?[ -]{en.MONTH},?[ -]'?(?P<year>(?:19|20)?\d\d)\b"
)
_ES = re.compile(
    rf"\b{es.NUMBER}(?: de| del|/|-| )+(?:mes de )?{es.MONTH}(?: de| del|/|-|,| "
    rf"|ano)+(?P<year>(?:19|20)?\d\d)\b"
)


def read_birth_date(text: str, country: str | None = None) -> date | None:
    """A birth date in any usual way of writing; `country` decides the order of day and month (US month first).

    None when there is none, or when day and month could be either way round and `country` is unknown.
    """
    return next(iter(read_birth_dates(text, country)), None)


def read_birth_dates(text: str, country: str | None = None) -> tuple[date | None, ...]:
    """Every birth date that the text names in the way of writing that it begins with; None for one that is no day."""
    folded = prepare(text).folded
    for pattern, day_of in _WRITTEN:
        if found := tuple(day_of(match, country) for match in pattern.finditer(folded)):
            return found
    runs = (_from_run(match[1], country) for match in _RUN.finditer(folded))
    return tuple(day for day in runs if day is not None)


def _minguo(match: re.Match[str], country: str | None) -> date | None:
    year = small_number(match[1])
    return _past(1911 + year, small_number(match[2]), small_number(match[3])) if year else None


def _chinese(match: re.Match[str], country: str | None) -> date | None:
    return _past(_full_year(match[1]), small_number(match[2]), small_number(match[3]))


def _year_first(match: re.Match[str], country: str | None) -> date | None:
    return _past(int(match[1]), int(match[2]), int(match[3]))


def _english(match: re.Match[str], country: str | None) -> date | None:
    return _past(_full_year(match["year"]), en.month_number(match["month"]), en.ordinal_number(match["nth"]))


def _spanish(match: re.Match[str], country: str | None) -> date | None:
    return _past(_full_year(match["year"]), es.month_number(match["month"]), es.small_number(match["number"]))


def _year_last(match: re.Match[str], country: str | None) -> date | None:
    return _ordered(int(match[1]), int(match[2]), _full_year(match[3]), country)


_WRITTEN = (
    (_MINGUO, _minguo),
    (_ZH, _chinese),
    (_YEAR_FIRST, _year_first),
    (_EN_MONTH_FIRST, _english),
    (_EN_DAY_FIRST, _english),
    (_ES, _spanish),
    (_YEAR_LAST, _year_last),
)


def _full_year(text: str) -> int | None:
    """1990 for "1990", "90" or 一九九〇."""
    if not text.isdigit():
        figures = "".join(str(small_number(char) or 0) for char in text)
        return _full_year(figures)
    year = int(text)
    return year if year >= 1000 else (1900 + year if year > 26 else 2000 + year)


def _past(year: int | None, month: int | None, day: int | None) -> date | None:
    if not (year and month and day) or not 1900 <= year <= 2026:
        return None
    return safe_date(year, month, day)


def _ordered(first: int, second: int, year: int | None, country: str | None) -> date | None:
    if first > 12 or second > 12 or first == second:
        return _past(year, second, first) if first > 12 else _past(year, first, second)
    if country is None:
        return None
    month_first = country.upper() in ("US", "CN", "TW", "JP", "KR", "PH")
    return _past(year, first, second) if month_first else _past(year, second, first)


def _from_run(run: str, country: str | None) -> date | None:
    """19900130, 01301990, 30011990 or 900130."""
    if len(run) == 6:
        year_first = _past(_full_year(run[:2]), int(run[2:4]), int(run[4:]))
        if country and country.upper() in ("CN", "TW", "HK"):
            return year_first
        return _ordered(int(run[:2]), int(run[2:4]), _full_year(run[4:]), country) or year_first
    if run.startswith(("19", "20")) and (found := _past(int(run[:4]), int(run[4:6]), int(run[6:]))):
        return found
    return _ordered(int(run[:2]), int(run[2:4]), int(run[4:]), country)


def read_id_last4(text: str) -> str | None:
    """The last four characters of an ID: figures, or figures and letters such as 40K1 or 123X; in capitals.

    A whole ID number gives its last four. None when nothing of the kind, or more than one candidate, is there.
    """
    folded = _one_by_one(prepare(text).folded)
    joined = re.sub(r"(?<=[\da-z])[ -](?=[\da-z](?:[ -][\da-z])*\b)(?<=\b[\da-z][ -])", "", folded)
    candidates: list[str] = [token for token in re.findall(r"[a-z0-9]+", joined) if _like_an_id(token)]
    short: list[str] = list(dict.fromkeys(token.upper() for token in candidates if len(token) == 4))
    if len(short) == 1:
        return short[0]
    if short:
        cued = re.findall(
            r"(?:last|final|ending|ends|termina|ultimos|尾|后四位|末四|最后|后4位|is|are|es|son"
            r"|是)\D{0,24}?([a-z0-9]*\d[a-z0-9]*)\b",
            joined,
        )
        matching = [str(token).upper() for token in cued if len(token) == 4]
        return matching[-1] if matching else None
    whole = [token for token in candidates if len(token) >= 8]
    return whole[0][-4:].upper() if len(whole) == 1 else None


def _like_an_id(token: str) -> bool:
    figures = sum(char.isdigit() for char in token)
    return (len(token) == 4 and figures >= 2) or (8 <= len(token) <= 20 and figures >= 5)


def _one_by_one(folded: str) -> str:
    """Figures said as words, one by one: 六一二九, "two two oh seven", "dos dos cero siete"."""
    folded = re.sub(
        r"(?<![年月日])[零〇一二三四五六七八九两幺]{4}(?![年月日号])",
        lambda m: "".join("1" if c == "幺" else str(small_number(c)) for c in m[0]),
        folded,
    )
    words = dict(
        zip("zero one two three four five six seven eight nine".split(), "0123456789", strict=True)
    ) | {"oh": "0"}
    words |= dict(
        zip("cero uno dos tres cuatro cinco seis siete ocho nueve".split(), "0123456789", strict=True)
    )
    run = re.compile(rf"\b(?:{'|'.join(words)})(?:[ ,-]+(?:{'|'.join(words)})){{3}}\b")
    return run.sub(lambda m: "".join(words[word] for word in re.findall(r"[a-z]+", m[0])), folded)


_POSTCODES = {
    "GB": re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b"),
    "CA": re.compile(r"\b([a-z]\d[a-z])[ -]?(\d[a-z]\d)\b"),
}
_FIGURES_ONLY = re.compile(r"(?<![\d-])(\d{5}(?:-\d{4})?|\d{6}|\d{3}(?!\d))(?![\d-])")


def read_postcode(text: str) -> str | None:
    """A postcode of figures (a US ZIP+4 without its addition), or a British or Canadian one, in capitals."""
    folded = re.sub(r"(?<=\d) (?=\d)", "", _one_by_one(prepare(text).folded))
    found = list(
        dict.fromkeys(
            match[1][:5] if "-" in match[1] else match[1] for match in _FIGURES_ONLY.finditer(folded)
        )
    )
    long = [code for code in found if len(code) >= 5] or found
    if len(long) == 1:
        return long[0]
    for pattern in _POSTCODES.values():
        match = pattern.search(prepare(text).folded)
        if match:
            return f"{match[1]} {match[2]}".upper()
    return None


def read_identity_fact(text: str, kind: Fact, country: str | None = None) -> str | None:
    """The fact of that kind in canonical writing (a date as 1990-01-30), or None when the text has none."""
    if kind == "dob":
        born = read_birth_date(text, country)
        return born.isoformat() if born else None
    return read_id_last4(text) if kind == "id_last4" else read_postcode(text)
