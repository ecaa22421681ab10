"""Days and turns told by what was named before, named by themselves: "50 this Saturday, 50 the one after", "55 este sábado, 55
el otro y 55 el siguiente", "every Friday, that's 5 Fridays" (folded text)."""

from __future__ import annotations

import re

from reading.words.en import COUNT_NAME as EN_COUNT
from reading.words.en import WEEKDAY_NAME as EN_WEEKDAY
from reading.words.es import NUMBER_NAME as ES_COUNT

_ES_WEEKDAY = r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
_SUM = r"[$£€]?\d[\d.,]*(?: ?(?:[$£€]|euros?|eur|pesos|dolares|dollars|bucks|quid|pounds|pavos|mil|k))?"
_ENDS = rf"(?=\s*(?:$|[,.;!?\n])| (?:y|e|and|then|luego|o|or|{_SUM})\b| (?:ok|vale|si|es|hasta|porfa|por favor|please|pls|if|cos|because)\b)"
# "Este sábado 55, el otro 55, y el siguiente 55": the weekday is that named last, if it is not refused.
_ES_ONE = re.compile(
    rf"\b(?P<el>el|al) (?:(?P<day>{_ES_WEEKDAY}) )?(?:(?:otro|siguiente|que (?:le )?sigue|de despues|proximo|subsiguiente)(?: (?P<again>{_ES_WEEKDAY})\b)?|que (?:viene|entra)){_ENDS}",
    re.ASCII,
)
_ES_WEEKDAYS = re.compile(rf"\b{_ES_WEEKDAY}\b")
_ELSE = re.compile(r"\b(?:no|sino|mes|semana|quincena|fin)\b|[.!?]")
_ES_WEEKEND = re.compile(
    rf"\b(?P<this>este fin de semana) (?P<or>o|u|y) (?:(?:el|al) )?(?:que (?:viene|entra|sigue)|siguiente|otro|proximo|de despues)(?: fin de semana)?\b{_ENDS}"
)
_EN_ONE = re.compile(
    rf"\b(?P<day>{EN_WEEKDAY})\b(?P<mid>,? (?:or|and|then|maybe|if not)(?: (?:on|maybe|then|{_SUM}))* )the (?:one after|(?:following|next)(?: one)?)(?: that)?(?! (?:day|week|month|{EN_WEEKDAY}))\b",
    re.ASCII,
)
_EN_WEEKEND = re.compile(
    r"\b(?P<this>this (?:coming )?weekend)(?P<mid>,? (?:or|and|then) )(?:the )?(?:one after|(?:following|next)(?: one)?)(?: that)?\b(?! (?:day|week|month))"
)
# "Every Friday from the 2nd, that's 5 Fridays", "cada sábado, serían 5 sábados", "al mes, en total 4 pagos".
_RHYTHM = r"\b(?:every|each|weekly|monthly|a week|per week|a month|per month|cada|semanal\w*|mensual\w*|quincenal\w*|al mes|por mes|a la semana|por semana|todos los)\b"
_EN_TURNS = re.compile(
    rf"(?P<said>{_RHYTHM}[^!?]{{0,80}}?)[,.;:(]? (?:(?:and|so|which|it|that) ){{0,2}}(?:that'?s|thats|that is|that(?:'?d| would|'?ll| will)? be|which is|which makes|makes|would be|will be|it'?d be|it'?s|is|for|comes to|so)(?: (?:about|just|only|a total of|total))? (?P<count>{EN_COUNT}) (?:{EN_WEEKDAY}s|(?:payments|instal+ments|goes|turns|times)(?: in all| in total| altogether)?)\b",
    re.ASCII,
)
_ES_TURNS = re.compile(
    rf"(?P<said>{_RHYTHM}[^!?]{{0,80}}?)[,.;:(]? (?:(?:y|o sea|osea|es decir|asi que|que) )*(?:seria[n]?|son|seran?|van a ser|vienen siendo|en total(?: son| serian)?|total(?: de)?:?|hasta (?:completar|juntar)|contando) (?P<count>{ES_COUNT}) (?:{_ES_WEEKDAY}s?|sabados|domingos|(?:pagos|abonos|cuotas|depositos|mensualidades|ingresos|plazos|veces))\b(?: en total)?",
    re.ASCII,
)
_FAR = 70
# "Saturday... Sunday... one of them".
_ONE_OF_THEM = re.compile(
    rf"\b(?P<one>{EN_WEEKDAY}|{_ES_WEEKDAY}|manana|tomorrow)[\s,.]+(?:(?:el|on|maybe|perhaps|quizas?) )?(?P<other>{EN_WEEKDAY}|{_ES_WEEKDAY}|pasado)[\s,.]+(?:(?:one of (?:them|those|the two)|one or the other|whichever|either(?: one)?|uno de los dos|un dia de esos|cualquiera de los dos|uno u otro)\b)",
    re.ASCII,
)
# "90 in October, 90 in November, the 15th each time".
_EACH_TIME = re.compile(
    r"(?P<said>\b(?:in|for) [a-z]{3,9}\b[^.;]{0,60}\b(?:in|for) [a-z]{3,9}\b[^.;]{0,40}?),? (?:on )?(?P<day>the \d{1,2}(?:st|nd|rd|th)) (?:each|every) (?:time|one|month|go)\W*$",
    re.ASCII,
)


def english(text: str) -> str:
    """Folded English `text` with such days and counts named. Its length may change."""
    text = _ONE_OF_THEM.sub(r"\g<one> or \g<other>", text)
    text = _EN_WEEKEND.sub(r"\g<this>\g<mid>next weekend", text)
    text = _EN_ONE.sub(r"\g<day>\g<mid>the \g<day> after", text)
    text = _EACH_TIME.sub(r"\g<said>, always on \g<day>", text)
    return _EN_TURNS.sub(r"\g<said>, \g<count> payments", text)


def spanish(text: str) -> str:
    """Folded Spanish `text` with such days and counts named. Its length may change."""
    text = _ONE_OF_THEM.sub(r"\g<one> o \g<other>", text)
    text = _ES_WEEKEND.sub(r"\g<this> \g<or> el fin de semana que viene", text)
    text = _ES_ONE.sub(_of_that_weekday, text)
    return _ES_TURNS.sub(r"\g<said>, \g<count> pagos", text)


def _of_that_weekday(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _FAR) : match.start()]
    named = [match["again"], match["day"], *_ES_WEEKDAYS.findall(before)[-1:]]
    day = next((name for name in named if name), None)
    if day is None or _ELSE.search(before) or not _ES_WEEKDAYS.search(before):
        return match[0]
    return f"{match['el']} {day} siguiente"
