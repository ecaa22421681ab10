"""Who a borrower says he is: "this is Corazon Villareal", "Marcus Tillery here", "soy Raimundo Ochoa, no Ramón" (the text as written)."""

from __future__ import annotations

import re

_ONE = r"[A-ZÀ-Þ][\w'À-ÿ-]+"
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Labor|Black|Good|New|Puerto|San|Santa|African|Latin|Native|Bank|Wells|Capital|United|The|God|Not|No|Going|Still|Just|Sorry|Why|What|Your|You|Is|Are|Mr|Mrs|Ms|Sr|Sra)\b"
_FULL = rf"(?!{_DAY}){_ONE}(?: (?:(?:de|del|la|las|los|van|von|der|da|dos|y|bin|al) ){{0,2}}(?!{_DAY}){_ONE}){{1,4}}"
_TITLE = r"(?:(?:[Mm]rs?|[Mm]s|[Mm]iss|[Ss]ra?|[Ll]a|[Ee]l|[Dd]on|[Dd]o[nñ]a|[Ss]e[nñ]ora?)\.? ){0,2}"
_GREETED = r"(?:^|[.,;:!?\n(] ?|(?i:\b(?:hi|hello|hey|hola|morning|afternoon|evening|dias|días|tardes|noches|ok|okay|yes|yeah|si|sí|que|y|pues|and|but|no),? ))"
# Neither somebody else who writes for the borrower nor a firm.
_NOT_THEIRS = r"(?!'s\b|[^.;!?\n]{0,20}(?i:'s (?:wife|husband|son|daughter|mom|mother|dad|father|sister|brother)\b|\b(?:on behalf|for|hij[oa]|espos[oa]|herman[oa]|mam[aá]|pap[aá]|abogad[oa]|mujer|marido|attorney|lawyer|wife|husband|daughter|son)\b))"
_SAYS = re.compile(
    rf"{_GREETED}(?i:this is|i am|i'?m|you'?re (?:talking|speaking) (?:to|with)|speaking,?|(?:yo )?soy|(?:les?|te|os) (?:habla|escribe|saluda)|habla|aqu[ií]|de parte de) {_TITLE}(?P<name>{_FULL}){_NOT_THEIRS}"
    rf"|(?:^|[.!?\n] ?|(?i:\b(?:hi|hello|hey|hola),? ))(?P<here>{_FULL}),? (?i:here|speaking|al habla)\b"
)
# "This is Dana not Donna", "no soy Ramón, soy Raimundo": one name for another.
_RIGHT = re.compile(
    rf"\b(?i:this is|it'?s|i am|i'?m|name is|soy|es|me llamo) (?P<name>{_ONE}(?: {_ONE}){{0,3}}),? (?i:and |y )?(?i:not|no) (?!{_DAY}){_ONE}(?! \d)"
    rf"|\b(?i:not|no soy|no me llamo|no es) {_ONE}(?: {_ONE}){{0,3}}[,;.:]?(?: [\w']+,)? (?i:it'?s|i'?m|i am|this is|soy|es|me llamo|sino) (?P<right>(?!{_DAY}){_ONE}(?: {_ONE}){{0,3}})"
)
_LAST = re.compile(
    rf"(?i:\b(?:surname|last name|family name|me apellido|apellidos?)(?:'s| is| es| son| now| ahora)*:?) (?P<name>{_ONE}(?: {_ONE})?)"
)
_FIRST = re.compile(
    rf"(?i:\b(?:(?:given|first|christian) name|forename|mi nombre|me llamo|de nombre|nombre de pila)(?:'s| is| es)*:?) (?P<name>{_ONE}(?: {_ONE})?)"
)


def name_in_parts(plain: str) -> str | None:
    """First and last name, told one by one."""
    first, last = _FIRST.search(plain), _LAST.search(plain)
    return f"{first['name']} {last['name']}" if first and last else None


def name_said(plain: str) -> str | None:
    """The name by which borrowers make themselves known, or put right how they were called."""
    words = re.findall(r"[^\W\d_]{2,}", plain)
    if len(words) > 5 and sum(word[0].isupper() for word in words) > 0.7 * len(words):
        return None
    for pattern, names in ((_RIGHT, ("name", "right")), (_SAYS, ("name", "here"))):
        match = pattern.search(plain)
        if match:
            told = next(match[name] for name in names if match[name])
            return None if told.endswith("'s") else told
    return None
