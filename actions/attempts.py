"""Whether a text states a fact of identity: what is compared counts, and what is about another matter is not compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from actions import names
from reading import Reading, read_birth_dates, read_identity_fact
from reading.identity import Fact

# So many figures are an attempt at an identity fact, even where they cannot be read as one.
LEAST_FIGURES = 4
# Nobody who owes was born later, or that long ago.
YOUNGEST, OLDEST = 16, 110
# So few letters are no word: an ID that ends in one, a slip.
_A_WORD = 3
# So many letters are words of their own beside a fact (a Chinese character counts as three).
WORDS = 8

_CUES = {
    "dob": re.compile(
        r"\b(?:born|birth\w*|b-?day|d\.?o\.?b|nac[ií]\w*|fecha de nac\w*|cumple\w*)\b|出生|生日|生于|生於|年生",
        re.IGNORECASE,
    ),
    "postcode": re.compile(
        r"\b(?:zip\w*|post ?code\w*|postal\w*|c\.?p\.?|c[oó]digo)\b|邮编|郵編|邮政|郵政|郵遞|邮递",
        re.IGNORECASE,
    ),
    "id_last4": re.compile(
        r"\b(?:ssn|social|last (?:4|four)|ends? in|ending|id|dni|ine|curp|rfc|passport|pasaporte|c[eé]dula|termina\w*"
        r"|[uú]ltim[oa]s)\b|尾号|尾號|后四|後四|后4|後4|末四|身份证|身份證|身分證|證件|证件",
        re.IGNORECASE,
    ),
}
_CLAUSES = re.compile(
    r"[;!?\n，。；！？、]+|,(?!\s*'?(?:19|20)?\d\d\b(?!\s*\w))|\.(?=\s|$)|\s[-–—]+\s"
    r"|\s(?:and|but|y|e|pero)\s(?=\D)|(?<=[\u3400-\u9fff\d])\s+(?=[\u3400-\u9fff])",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[$€£¥￥]|\b(?:pay\w*|paid|owe\w*|can do|could do|send\w*|deposit\w*|transfer\w*|balance|usd|dollars?|bucks|pesos?|euros?|rest"
    r"|pag\w+|deb\w+|abon\w+|transfier\w+|puedo|saldo|resto|mand\w+)\b|[还還付缴繳转轉元块塊钱錢欠俾畀蚊]",
    re.IGNORECASE,
)
# Figures, with the letters of a postcode or an ID among them, and endings: SW1A 1AA, 40K1, 30th.
_FIGURES = re.compile(r"(?<![a-z])[a-z]{0,2}\d(?:[a-z]{0,2}\d)*[a-z]{0,2}(?![a-z])", re.IGNORECASE)
# What is said around a fact, and is no matter of its own.
_AROUND = re.compile(
    r"\b(?:yes|yea|yeah|yep|ya|ok|okay|sure|hi|hello|hey|it['’]?s|that['’]?s|its|thats|it|that|this|is|was|am|i['’]?m|im|i|me|my|mine|the|a|an|of|on|in|for|here|there|you|u|go|sir|madam|maam|ma['’]am|thanks?|thx|ty|thank|pls|plz|please|and|date|day"
    r"|month|year|number|num|no|digits?|card|answer|st|nd|rd|th|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|s[ií]|ok|claro|hola|es|son|fue|era|mi|mis|el|la|los|las|lo|de|del|al|en|un|una|a[nñ]o|mes|d[ií]a|d[ií]gitos|n[uú]mero|aqu[ií]|ah[ií]|est[aá]|va|tiene|soy|yo|y|por|favor|gracias|se[nñ]orita|se[nñ]ora?|postal|fecha"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|ene|abr|ago|dic)\b"
    r"|本人|出世|多謝|唔該|麻烦|麻煩|[我的嘅是係系年月日号號生出於于在好谢謝嗯对對吧啊呀哦喔啦喇了你您请請查收個个位喺就]|[零〇一二三四五六七八九十]",
    re.IGNORECASE,
)
# Whoever asks us for the fact, or offers it for one of several, does not know it.
_GUESSED = re.compile(
    r"\b(?:maybe|mayb|perhaps|possibly|probably|prob|guess\w*|(?:not|n['’]t) (?:\w+ )?sure(?! (?:why|what|how|who|if|whether))|(?:could|might|may) be|either|is it|was it|(?:is|was) (?:he|she) born"
    r"|quiz[aá]s?|tal vez|a lo mejor|puede (?:que )?se[ar]|podr[ií]a ser|ser[aá]|ser[ií]a|adivin\w*|no (?:estoy|me acuerdo|recuerdo)(?: \w+)? ?(?:bien|segur[oa])?)\b"
    r"|可能|也许|也許|大概|或许|或許|猜|不(?:太)?(?:确定|確定|肯定)|唔(?:係好)?(?:肯定|記得)|是不是|係咪|系咪|会不会|會不會|(?<!人)估",
    re.IGNORECASE,
)
# Nobody only thinks that they were born on a day.
_SUPPOSED = re.compile(
    r"\b(?:(?:i|we) (?:\w+ )?(?:think|believe|suppose|reckon)|creo|supongo|pienso)\b|应该|應該|好像|好似|我(?:觉得|覺得|諗)",
    re.IGNORECASE,
)
_ONE_OR_THE_OTHER = re.compile(
    r"\d\S{0,3}\s*(?:\b(?:or|o|ó|u)\b|/\s|还是|還是|或者?|定係?|抑或)\s*(?:\w+ ){0,2}\S{0,4}\d", re.IGNORECASE
)
_NTH = re.compile(r"\d+(?:ST|ND|RD|TH)")


@dataclass(frozen=True)
class Stated:
    """A fact of identity as the text states it: its canonical value (None when it cannot be read), and what else is said.

    `guessed`: it is offered as what may be so, or one of several, so that there is no value to compare.
    """

    kind: str
    value: str | None
    rest: str = ""
    guessed: bool = False


def stated(
    text: str,
    kind: str,
    *,
    asked: bool,
    elsewhere: bool,
    country: str,
    today: date,
    reading: Callable[[str], Reading],
) -> Stated | None:
    """The fact of that kind that the text states; None where it states none and nothing may be compared.

    `asked`: this fact is the open question, so that it needs no name beside it. `elsewhere`: the text as a whole is
    surely about another matter. `reading` says what a clause holds of money, days and contacts.
    """
    clauses = [clause for part in _CLAUSES.split(text) if (clause := part.strip(" ,.-"))]
    found: list[tuple[str, Stated]] = []
    for place, clause in enumerate(clauses):
        cued = bool(_CUES[kind].search(clause))
        value = read_identity_fact(clause, cast("Fact", kind), country)
        if value is None or not (asked or cued or (kind == "dob" and _letters(text) == 0)):
            continue
        other = elsewhere and not cued and kind != "dob" and _letters(clause) >= WORDS
        if not other and not _of_another_matter(value, clause, kind, cued=cued, today=today, reading=reading):
            rest = ", ".join((*clauses[:place], *clauses[place + 1 :]))
            found.append((clause, Stated(kind, value, rest)))
    if found:
        clause, first = found[0]
        several = kind == "dob" and _several(clause, {one.value for _, one in found}, country)
        guessed = several or _ONE_OR_THE_OTHER.search(text) or _guesses(clause, kind, clauses)
        return Stated(kind, None, first.rest, guessed=True) if guessed else first
    if not asked or (elsewhere and _letters(text) >= WORDS):
        return None
    if sum(letter.isdigit() for letter in text) < LEAST_FIGURES or _speaks_of_something(text, reading(text)):
        return None
    return Stated(kind, None)


def is_alone(text: str, borrower: str | None) -> bool:
    """Whether the text holds a fact, with its name, the borrower's, and what is said around it, and no matter beside it."""
    left = text
    for words in (_FIGURES, *_CUES.values(), _AROUND):
        left = words.sub(" ", left)
    if borrower is not None:
        left = re.sub("|".join(names.called(borrower, words_too=True)), " ", left, flags=re.IGNORECASE)
    return _letters(left) < _A_WORD


def _several(clause: str, values: set[str | None], country: str) -> bool:
    """Whether more than one day is offered, in one clause or in several."""
    days = {day.isoformat() for day in read_birth_dates(clause, country) if day is not None}
    return len(days | values) > 1


def _guesses(clause: str, kind: str, clauses: Sequence[str]) -> bool:
    """Whether the fact is said with a doubt, beside it or in a clause of its own: "maybe, 1990-01-30"."""
    supposed = kind == "dob" and _SUPPOSED.search(clause)
    return bool(_GUESSED.search(clause) or supposed or any(_GUESSED.fullmatch(other) for other in clauses))


def _of_another_matter(
    value: str, clause: str, kind: str, *, cued: bool, today: date, reading: Callable[[str], Reading]
) -> bool:
    """Whether the figures are a sum, a day to come, a phone ... that only look like the fact."""
    if kind == "dob":
        return not today.year - OLDEST <= date.fromisoformat(value).year <= today.year - YOUNGEST
    if cued:
        return False
    if _NTH.fullmatch(value):
        return True
    said = reading(clause)
    if value in (said.phone or "") or value in (said.email or "").upper():
        return True
    return bool(_MONEY.search(clause)) or bool(said.dates and said.amount)


def _speaks_of_something(text: str, said: Reading) -> bool:
    if said.phone or said.email or said.address or said.windows or said.instalments:
        return True
    return bool(_MONEY.search(text)) and bool(said.promise or said.amount or said.dates)


def _letters(text: str) -> int:
    return sum(3 if letter >= "\u3400" else 1 for letter in text if letter.isalpha())
