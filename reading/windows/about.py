"""Whether a statement is about being reached at all, or only tells of days to pay on and of one's life."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reading.windows.marks import Kind, Mark
from reading.windows.statements import Stance, Statement

# Too much for an hour or a minute, beside nothing of the clock: "every Friday 150" is money.
_SUM = re.compile(
    r"[$€£]|(?<![:\d.,/])\b(?:[7-9]\d|\d{3,5})\b(?![:/]| ?(?:hrs|horas))|\b(?:hundred|thousand|grand|cien|mil|ciento|\w+cient[oa]s|quinient[oa]s)\b"
)
# Words that stand beside times without telling anything.
_FILLER = re.compile(
    r"\b(?:the|a|an|in|on|at|of|my|to|from|and|or|so|is|are|i|i'm|im|it|it's|its|that|that's|thats|please|pls|plz|thanks|thx|thank|you|sorry|hi|hey|hello|ok|okay|well|just|for|me|most|also|too|usually|about|around|like|sir|madam|ma'am|miss|mate|love|dear|hun|bro|lol|po|you"
    r"|el|la|los|las|de|del|por|en|a|si|y|e|o|ya|favor|porfa|porfavor|xfa|gracias|es|que|mi|me|le|les|se|oiga|hola|buenas|buenos|dias|tardes|senor|senora|senorita|joven|pues|eso|ahi|tipo|como|al|gusta|compa|wey|mijo|jefe)\b"
)
_WORD = re.compile(r"[a-z][a-z']*")
# As many other words may stand beside times and what is said of them.
_FEW = 3
# Days that come again and again: nobody pays "on mondays".
_AGAIN = re.compile(
    r"days|ends|every|each|any|los|las|cada|cualquier|todos|diario|semana|sabados|domingos| a | to |-"
)


def words_left(text: str, marks: Sequence[Mark]) -> int:
    """How many words of folded `text` are told by no mark and are more than filler."""
    for mark in marks:
        text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return len(_WORD.findall(_FILLER.sub(" ", text)))


def asked(statements: Sequence[Statement], text: str, marks: Sequence[Mark]) -> list[bool]:
    """Which statements of folded `text` are about being reached."""
    about = any(statement.strong for statement in statements)
    left = text
    for mark in marks:
        if mark.kind is Kind.HOURS:
            left = left[: mark.start] + " " * (mark.end - mark.start) + left[mark.end :]
    pays = any(mark.kind is Kind.PAY for mark in marks) or bool(_SUM.search(left))
    few = not about and words_left(text, marks) <= _FEW
    return [_asked(statement, text, about=about, pays=pays, few=few) for statement in statements]


def _asked(statement: Statement, text: str, *, about: bool, pays: bool, few: bool) -> bool:
    if statement.stance is Stance.ASIDE:
        return False
    if statement.strong:
        return True
    if pays:
        return False
    hours = any(group.hours for group in statement.times)
    exact = any(stretch.exact for group in statement.times for stretch in group.hours)
    if about:
        paired = any(group.hours and not group.dayless for group in statement.times)
        return exact or paired or statement.stance is not Stance.NONE
    if not few:
        return False
    if statement.has(Kind.AFTER_THEN, Kind.BEFORE_THEN):
        return True
    again = bool(_AGAIN.search(text, statement.start, statement.end))
    if exact:
        return True
    if statement.stance is Stance.NONE:
        return hours and (again or any(len(group.days or ()) > 1 for group in statement.times))
    return again or (hours and all(group.dayless for group in statement.times))
