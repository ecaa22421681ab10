"""Whether a statement is about being reached at all, or only tells of days to pay on and of one's life."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reading.hunch import sounds
from reading.windows.marks import Kind, Mark, Shape
from reading.windows.named_days import EVENT
from reading.windows.statements import Stance, Statement

# Too much for an hour or a minute, beside nothing of the clock: "every Friday 150" is money.
_SUM = re.compile(
    r"[$€£]|\b[1-9]\d[05] ?(?:-|to|y|a|and|or) ?[1-9]\d[05]\b|(?<![:\d.,/])\b(?:[7-9]\d|\d{3,5})\b(?![:/]| ?(?:hrs|horas))|\b(?:hundred|thousand|cien|mil|ciento|\w+cient[oa]s|quinient[oa]s)\b"
)
# Words that stand beside times without telling anything.
_FILLER = re.compile(
    r"\b(?:the|a|an|in|on|at|of|my|to|from|and|or|so|is|are|i|i'm|im|it|it's|its|that|that's|thats|please|pls|plz|thanks|thx|thank|you|sorry|hi|hey|hello|ok|okay|well|just|for|me|most|also|too|usually|about|around|like|sir|madam|ma'am|miss|mate|love|dear|hun|bro|lol|po|you"
    r"|el|la|los|las|de|del|por|en|a|si|y|e|o|ya|favor|porfa|porfavor|xfa|gracias|es|que|mi|me|le|les|se|oiga|hola|buenas|buenos|dias|tardes|senor|senora|senorita|joven|pues|eso|ahi|tipo|como|al|gusta|compa|wey|mijo|jefe)\b"
)
# "Not on New Year's Day", "not this Thursday please": more than the answer that one cannot pay then.
_NOT_ON = re.compile(
    r"\W*(?:please |pls |but )?(?:not|never) (?:on|over|at|during)\b|\W*not this \w+,? (?:please|pls|plz)\b"
)
# "Not tomorrow, I've my driving test": a day is refused, and why.
_EXCUSED = re.compile(
    rf"\b(?:{EVENT})\b|\b(?:dentist|doctors?|hospital|clinic|physio|therapy|dialysis|chemo|scan|mri|court|church|mass|mosque|temple|school|uni|college|exams?|class|work|night shift|shift|appt|appointment|meeting|hearing|vet|mot|training|rehearsal|practice|match|game)\b|\b(?:is|are|will be|i'?m|im|i am|we'?re|house full|full of|got|i'?ve|ive|i have|have|its|it'?s)\b"
    r"|\b(?:tengo|tenemos|voy|vamos|estoy|ando|estare|me (?:operan|toca|internan)|hay|es|trabajo|curro|cita|medico|dentista|hospital|quimio|dialisis|velorio|entierro|misa|boda|juicio|examen|escuela)\b"
)
_SHORT = re.compile(
    r"\b(?:broke|skint|short|tight|brassic|potless|tapped|money|cash|funds|rent|mortgage|bills?|owe|loan|card|account|(?:the|my) bank|benefits?|universal credit|checks?|cheques?|wages?|salary|dole|hours (?:got |were )?cut|it yet|the (?:full|whole)|enough|sorted|due|it all|cover"
    r"|renta|dinero|lana|pisto|feria|pasta|plata|perras|saldo|quincena|raya|sueldo|nomina|cobr\w+|pag\w+|deposit\w+|alquiler|hipoteca|recibos?|luz|deudas?|debo|fondos|quebrad\w+|pelad\w+|sin un|tarjeta|banco|transfer\w*)\b"
)
_VERDICTS = (Kind.SUITS, Kind.UNSUITED, Kind.REFUSE, Kind.ONLY, Kind.OTHERWISE, Kind.EXCEPT)
_WORD = re.compile(r"[a-z][a-z']*")
# As many other words may stand beside times and what is said of them.
# From here on a message as a whole sounds like a wish when to be reached (log-odds), of which more words may tell.
_SURE = 2.0
_FEW, _JUDGED = 3, 8
# Days that come again and again: nobody pays "on mondays".
_AGAIN = re.compile(
    r"days|ends|every|each|any|los|las|cada|cualquier|todos|diario|semana|sabados|domingos|nunca|never|en (?=lun|mar|mie|jue|vie|sab|dom)| a | to |-"
)


def words_left(text: str, marks: Sequence[Mark]) -> int:
    """How many words of folded `text` are told by no mark and are more than filler."""
    for mark in marks:
        text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return len(_WORD.findall(_FILLER.sub(" ", text)))


def asked(statements: Sequence[Statement], text: str, marks: Sequence[Mark]) -> list[bool]:
    """Which statements of folded `text` are about being reached."""
    about = any(statement.strong for statement in statements)
    pays = any(mark.kind is Kind.PAY for mark in marks) or bool(_SUM.search(_without_hours(text, marks)))
    words = words_left(text, marks) // (2 if sounds(text).windows > _SURE else 1)
    heeded = [_asked(statement, text, about=about, pays=pays, words=words) for statement in statements]
    several = _of_several_days(statements)
    if any(heeded) and not pays:  # "Not tomorrow, I work; Monday any time".
        return [
            one
            or statement.has(*_VERDICTS)
            or _spans(statement)
            or _weekly(statement)
            or (several and _exact(statement))
            for one, statement in zip(heeded, statements, strict=True)
        ]
    if not pays and words <= _FEW and several and any(map(_exact, statements)):
        return [statement.stance is not Stance.ASIDE for statement in statements]
    return heeded


def _of_several_days(statements: Sequence[Statement]) -> bool:
    """ "Tomorrow no. The day after at 8 pm": a day is refused, and another told instead."""
    dates = {on for statement in statements for group in statement.times for on in group.dates}
    return len(dates) > 1 and any(statement.has(Kind.REFUSE) for statement in statements)


def _without_hours(text: str, marks: Sequence[Mark]) -> str:
    """`text` without its hours; "500 to 700" may well be sums."""
    for mark in marks:
        if mark.kind is Kind.HOURS and not _SUMS.search(text, mark.start, mark.end):
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


_SUMS = re.compile(r"\b[1-9]\d[05] ?(?:-|to|y|a|and|or) ?[1-9]\d[05]\b(?! ?[ap]\.?m)")


def _asked(statement: Statement, text: str, *, about: bool, pays: bool, words: int) -> bool:
    if statement.stance is Stance.ASIDE:
        return False
    if statement.strong:
        return True
    if pays:  # "60 on Friday, and don't call at noon, after 8 is better".
        return about and statement.has(Kind.SUITS) and _spans(statement)
    hours = {stretch.shape for group in statement.times for stretch in group.hours}
    exact = _exact(statement)
    paired = any(group.hours and not group.dayless for group in statement.times)
    if about:
        if statement.stance is Stance.NONE and hours == {Shape.AT} and not paired:
            return False
        return exact or paired or statement.stance is not Stance.NONE
    again = (
        bool(_AGAIN.search(text, statement.start, statement.end))
        or any(len(group.days or ()) > 1 for group in statement.times)
        or any(len(group.dates) > 2 and group.hours for group in statement.times)
        or statement.has(Kind.OTHERWISE)
    )
    if statement.has(Kind.AFTER_THEN, Kind.BEFORE_THEN) and words <= _JUDGED:
        return True
    if statement.has(*_VERDICTS) and statement.has(Kind.THEN):
        return words <= _JUDGED
    if _NOT_ON.match(text) and statement.has(Kind.REFUSE):
        return True
    if _not_that_day(statement) and _EXCUSED.search(text) and not _SHORT.search(text):
        return words <= _JUDGED
    if statement.has(*_VERDICTS):
        return words <= _JUDGED and (again or exact or _not_then(statement))
    if words > _FEW:
        return False
    if exact:
        return hours != {Shape.AT} or (statement.stance is Stance.ENDS and not _one_day(statement))
    if statement.stance is Stance.NONE:
        return bool(hours) and again
    return again or (bool(hours) and all(group.dayless for group in statement.times))


def _exact(statement: Statement) -> bool:
    return any(stretch.exact for group in statement.times for stretch in group.hours)


def _spans(statement: Statement) -> bool:
    """Hours by the clock that are more than a time at which something was."""
    return any(
        stretch.exact and stretch.shape is not Shape.AT
        for group in statement.times
        for stretch in group.hours
    )


def _weekly(statement: Statement) -> bool:
    """ "Mon-Thu at 12:30": an hour of days that come every week."""
    return statement.stance is Stance.NONE and any(
        len(group.days or ()) > 1 and group.hours for group in statement.times
    )


def _not_then(statement: Statement) -> bool:
    """ "Not this weekend": days refused and nothing else told."""
    several = any(len(group.dates) > 1 for group in statement.times)
    parts = any(group.hours and group.dayless for group in statement.times)
    return parts or (several and statement.has(Kind.REFUSE))


def _not_that_day(statement: Statement) -> bool:
    """ "Friday is no good", "not tomorrow"."""
    days = any((group.dates or group.days) and not group.hours for group in statement.times)
    return days and statement.has(Kind.REFUSE, Kind.UNSUITED)


def _one_day(statement: Statement) -> bool:
    return any(group.dates or len(group.days or ()) == 1 for group in statement.times)
