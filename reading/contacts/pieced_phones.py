"""Phone numbers told in pieces: "six two six then 418 0093", "678 5O2 ll47", "951 (la lada de siempre) 238 47 10" (folded text)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from reading.contacts.spoken_phones import NUMBER, digits_of

# "7I36", "88O4", "2oo", "ll47": letters that look like figures, beside one.
_LOOKS = str.maketrans("oil|", "0111")
_FIGURES = r"(?<![a-z0-9@_])(?=[oil|]{0,4}\d|[ol]{1,3}(?![a-z0-9'])|i(?= ?\d))[\doil|]{1,16}(?![a-z0-9@_%'])(?<!last 4)(?<!ultimos 4)(?<!last 3)"
_SLANG = {"deuce": "2", "nought": "0", "naught": "0", "nil": "0", "aught": "0", "ought": "0"}
_HUNDRED = r"\b(?:one|two|three|four|five|six|seven|eight|nine) hundred\b"
_GROUP = re.compile(
    rf"\b(?P<times>(?:double|triple|treble|doble|triple) [\do](?![a-z0-9]))|(?P<figures>{_FIGURES})|(?P<hundred>{_HUNDRED})|(?P<said>\b(?<!last )(?<!final )(?<!ultimos )(?<!ultimas ){NUMBER})|(?P<slang>\b(?:{'|'.join(_SLANG)})\b)",
    re.ASCII,
)
_LED = (
    r"(?:\b(?:and|then|after that|next|followed by|dash|hyphen|space|slash|dot|minus|uh+|um+|er+m?|like|so|it'?s|is|are|with|in|goes|ends?|ending|(?:the )?(?:last|final) (?:four|4|three|3|two|2|part|bit|digits|numbers)(?: (?:digits|numbers))?|(?:the )?rest(?: is)?"
    r"|y|luego|despues|entonces|sigue|siguen|seguido de|guion|raya|espacio|punto|este|eh|pues|de ahi|(?:los |las )?ultim[oa]s(?: (?:cuatro|4|tres|3|dos|2))?(?: (?:numeros|digitos|cifras))?|son|es|termina(?:ndo)?|acaba(?:ndo)?|en|al final|viene|va|el|los|con)\b)"
)
_BETWEEN = re.compile(
    rf"(?P<marks>[\s,.()/:\x1e-]{{0,4}})(?:(?P<words>{_LED}(?:[\s,.:-]{{1,4}}{_LED}){{0,4}})[\s,.:-]{{0,4}}|(?P<aside>\([^()\d]{{1,40}}\))[\s,.-]{{0,3}})?",
    re.ASCII,
)
_PLAIN = re.compile(r"[\s.()/-]*")
_MOST_GROUPS = 18
_NEAR = re.compile(
    r"(?:\b(?:num(?:ber|bers|ero)?|nmbr|nubmer|telefno|cell?|celu?|celular|tel(?:e?fono)?|fono|phone|phoen|mobile|mob|movil|line|linea|digits|sim|chip|area code|lada|prefijo|starts?|begins?|empieza|comienza|call|text|txt|reach|ring|llam\w*|marqu?\w*|wh?ats\w*|mio|mine|apunt\w*|anot\w*|nuevo|nuebo|new)\b|#)"
    r"[^\d$€£]{0,60}$",
    re.ASCII,
)
_STRONG = re.compile(
    r"\(|\b(?:then|luego|despues|dash|hyphen|guion|raya|slash|space|espacio|followed|seguido|next|sigue|siguen|last|final|ultim\w+|rest|ends?|ending|termina\w*|acaba\w*|u[hm]+|er+m?|eh|after that|de ahi)\b"
)
# "Pago 600, luego 300 y luego 200": sums.
_PAYS = re.compile(
    r"\b(?:pay|paying|paid|send|sending|give|drop|put|pag\w+|abon\w+|deposit\w*|doy|dar\w*|ingres\w+|transf\w+|mand[oa]|owe|debo)\b[^.;!?]*$"
)
_LAST = re.compile(r"\b(?:dash|hyphen|guion|raya|slash|last|final|ultim\w+|ends?|ending|termina\w*)\b")
_MINE = re.compile(
    r"[\s,.(-]*(?:(?:that'?s|thats|is|it'?s|that is|ese|este|eso|es|sera|seria|the|my|me|mi|el|la|nuev[oa]|new) )+(?:mine|mi[oa]|new|nuev[oa]|number|num|cell?|celular|phone|mobile|mob|telefono|tel|movil|line|linea|whats\w*)\b"
)
_SUM = re.compile(
    r" ?(?:dollars|bucks|quid|pounds|pesos|euros|dolares|dlls|lucas|[ap]\.?m\b|%|o'?clock)|[$€£]"
)


def in_one(folded: str, whole: Callable[[str], bool]) -> str:
    """Numbers told in pieces, each in figures; the length stays. `whole` says which digits are a number where one lives."""
    for groups in list(_runs(folded)):
        for first, last in _cuts(len(groups)):
            taken = groups[first:last]
            start, end = taken[0].start(), taken[-1].end()
            digits = "".join(map(_digits, taken))
            if len(digits) > min(15, end - start) or not whole(digits) or _goes_on(folded, groups, last):
                continue
            if _meant(folded, taken, start, end):
                folded = folded[:start] + digits.ljust(end - start) + folded[end:]
            break
    return folded


def _runs(folded: str) -> Iterator[list[re.Match[str]]]:
    groups: list[re.Match[str]] = []
    for group in _GROUP.finditer(folded):
        if groups and not _BETWEEN.fullmatch(folded, groups[-1].end(), group.start()):
            yield groups
            groups = []
        groups.append(group)
    yield groups


def _cuts(count: int) -> Iterator[tuple[int, int]]:
    """The longest first; "the new one, six one seven ..." begins with the second."""
    for first in range(min(2, count)):
        for last in range(min(count, first + _MOST_GROUPS), first + 1, -1):
            yield first, last


def _goes_on(folded: str, groups: list[re.Match[str]], last: int) -> bool:
    """Whether a figure by itself follows, and then nothing of a sentence: a figure too many, and no number."""
    if last >= len(groups) or len(_digits(groups[last])) > 1 or not groups[last]["said"]:
        return False
    single = all(len(set(_digits(group))) == 1 for group in groups[:last])
    gap = folded[groups[last - 1].end() : groups[last].start()]
    return single and not gap.strip(" -") and not folded[groups[last].end() :].lstrip()[:3].isalpha()


def _digits(group: re.Match[str]) -> str:
    if group["times"]:
        return group["times"][-1].replace("o", "0") * (3 if group["times"].startswith("tr") else 2)
    if group["figures"]:
        return group["figures"].translate(_LOOKS)
    if group["hundred"]:
        return digits_of(group["hundred"].split()[0]) + "00"
    return _SLANG[group["slang"]] if group["slang"] else digits_of(group["said"])


def _meant(folded: str, taken: list[re.Match[str]], start: int, end: int) -> bool:
    """Whether these are pieces of a number: said or written as no sum is, or with a phone named before them."""
    gaps = [folded[one.end() : two.start()] for one, two in pairwise(taken)]
    looks = any(group["times"] or not (group["figures"] or "0").isdigit() for group in taken)
    plain = all(_PLAIN.fullmatch(gap) for gap in gaps)
    if plain and not looks and all(group["figures"] for group in taken):
        return False
    if _SUM.match(folded, end) or folded[max(0, start - 1) : start] in ("$", "€", "£"):
        return False
    ones = sum(len(_digits(group)) == 1 or _digits(group)[0] == "0" for group in taken)
    mixed = sum(bool(group["said"]) for group in taken) > 1 and any(group["figures"] for group in taken)
    if _PAYS.search(folded, max(0, start - 40), start):
        return False
    if any(gap.strip(" ,.-()/:\n") and not _STRONG.search(gap) for gap in gaps):
        return False
    if (plain and looks) or ones > 3 or (plain and mixed) or any(map(_LAST.search, gaps)):
        return True
    return bool(_NEAR.search(folded, max(0, start - 90), start) or _MINE.match(folded, end, end + 60))
