"""Times of day as Spanish says them, in the way its grammar of windows reads them (text without accents)."""

from __future__ import annotations

import re
from collections.abc import Callable

from reading.windows.neighbours import in_spanish
from reading.words.es import WEEKDAY_NAME

_HOURS = dict(
    zip("una dos tres cuatro cinco seis siete ocho nueve diez once doce".split(), range(1, 13), strict=True)
)
_NAME = "|".join(_HOURS)
_TWENTY = "uno dos tres cuatro cinco seis siete ocho nueve".split()
_DATES = {
    **{f"treinta{and_one}": number for and_one, number in ((" y uno", 31), ("", 30))},
    **{f"veinti{name}": number for number, name in enumerate(_TWENTY, 21)},
    **dict(zip("trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte".split(), range(13, 21), strict=True)),
}  # fmt: skip
_NOT_COUNTED = (
    r"(?! ?(?:mil|pesos|dolares|euros|varos|dias?|semanas?|mes(?:es)?|anos?|veces|pagos?|abonos?|quincenas?|horas|personas|hijos|minutos|por ?ciento|%)\b)"
    r"(?! de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic))"
)
# 6, 6:30, las 6 y media, 6 pm, 6 de la tarde.
_TIME = r"(?:las? )?\d{1,2}(?::\d\d)?(?: y (?:media|cuarto|pico))?(?: ?(?:hrs|horas|h)\b)?(?: ?[ap]\.? ?m\b\.?| de la (?:manana|tarde|noche))?"
_BARE_TIME = r"(?:las? )?\d{1,2}(?::\d\d| y media| y cuarto)?(?! ?[ap]\.?m\b)(?!\d)"
_HALF = r"(?P<half>manana|tarde|noche)s?"


def _figure(match: re.Match[str]) -> str:
    return f"{match['lead']}{_HOURS[match['hour']]}"


def _both(match: re.Match[str]) -> str:
    first, last = (_HOURS.get(match[name], match[name]) for name in ("first", "last"))
    return f"{match['lead']}{first} a {last}"


_PAST = {"cuarto": 15, "media": 30, "diez": 10, "veinte": 20, "cinco": 5, "veinticinco": 25, "quince": 15}


def _past(match: re.Match[str]) -> str:
    """ "Siete y media" is 7:30, "ocho menos cuarto" 7:45."""
    hour, past = _HOURS.get(match["hour"]) or int(match["hour"]), _PAST[match["past"]]
    return f"{hour}:{past:02d}" if match["way"] == "y" else f"{(hour + 10) % 12 + 1}:{60 - past:02d}"


def _within(match: re.Match[str]) -> str:
    half = match.groupdict().get("halves") or match["half"]
    if re.search(r"\b(?:1[3-9]|2\d)\b", match["first"]):
        return match[0]  # "Por la mañana no, de 18 a 20": told by the 24 hours.
    if half.startswith("manana") and re.match(r"(?:las )?12\b", match["last"]):
        return f"de {match['first']} a {match['last']}"
    return f"de {match['first']} a {match['last']} de la {half.removesuffix('s')}"


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.ASCII), plain)
    for pattern, plain in (
        # "Todas las noches rezo de 7 a 8".
        (
            rf"\b(?P<lead>(?:todas|cada) (?:las )?(?P<half>manana|tarde|noche)s?\b[^.;!?\d]{{0,40}}?) (?:de|entre) (?P<first>{_BARE_TIME}) (?:a|y) (?P<last>{_BARE_TIME})(?! de la){_NOT_COUNTED}",
            r"\g<lead> de \g<first> a \g<last> de la \g<half>",
        ),
        # "Este miércoles libro, llámame ese día": on it.
        (
            rf"\b(?P<day>(?:este|el proximo) (?:{WEEKDAY_NAME})|(?:el )?(?:{WEEKDAY_NAME}) (?:que viene|proximo|\d{{1,2}}(?! ?(?:pesos|mil|de la))(?: de [a-z]+)?)|(?:el )?\d{{1,2}} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|pasado manana|(?<!la )(?<!esta )manana(?! por| en))\b(?P<said>[^.!?]{{2,70}}?)\b(?:ese|aquel) (?:mismo )?dia\b",
            r"\g<day>\g<said>\g<day>",
        ),
        # "El viernes diecinueve": its date.
        (rf"\b(?P<lead>(?:{WEEKDAY_NAME}),? (?:dia )?)(?P<day>{'|'.join(_DATES)})\b(?! (?:mil|pesos|euros|dolares))", lambda match: f"{match['lead']}{_DATES[match['day']]}"),
        (r"\b(?:ya )?no (?:trabajo|trabajamos|abrimos|laboramos|estoy ocupad[oa]|estoy trabajando|tengo clases?|tenemos clases?|tengo (?:turno|escuela)|me toca (?:trabajar|turno)|voy a(?:l trabajo| trabajar)|hay (?:escuela|clases?|trabajo|turno|jale|chamba|curro))\b", "estoy libre"),
        (rf"\b(?P<hour>{_NAME})(?= de la (?:manana|tarde|noche|madrugada)\b)", lambda match: str(_HOURS[match["hour"]])),
        (rf"(?<![\d:.,/])\b(?P<hour>{_NAME}|1[0-2]|[1-9]) (?P<way>y|menos) (?P<past>media|cuarto)\b(?! (?:semanas?|mes(?:es)?|mil|de hora))", _past),
        (r"\b(?P<lead>las?|pm|am) (?P<hour>1[0-2]|[1-9])(?P<past>[0-5]\d)\b(?![/:.,-]?\d)", r"\g<lead> \g<hour>:\g<past>"),
        (
            rf"(?P<lead>\b(?:de |entre |desde |como de |tipo )(?:las? )?)(?P<hour>{_NAME})(?= ?(?:-|a|y|hasta) ?(?:las? )?\d{{1,2}}(?::\d\d| ?[ap]\.?m\b| (?:y media|y cuarto|de la|en punto)))",
            _figure,
        ),
        (rf"(?P<lead>\b(?:las?|l@s|tipo|sobre|como a) )(?P<hour>{_NAME})\b{_NOT_COUNTED}", _figure),
        (
            rf"(?P<lead>\b(?:de |entre |desde |como de |tipo )?(?:las? )?)(?P<first>{_NAME}|\d{{1,2}}) ?(?:-|a|y|hasta|para) ?(?:las? )?(?P<last>{_NAME})\b{_NOT_COUNTED}",
            lambda match: _both(match) if _is_span(match) else match[0],
        ),
        (
            rf"\b(?:(?:en|por|a|de) las? {_HALF}|(?<!de )(?P<halves>mananas|tardes|noches)),? (?:o sea )?(?:como |tipo )?(?:de|entre|desde)? ?(?P<first>{_BARE_TIME}) ?(?:-|a|y|hasta) ?(?P<last>{_BARE_TIME})(?! de la| ?(?:am|pm)\b)(?![/%]){_NOT_COUNTED}",
            _within,
        ),
        (
            rf"\b(?:en|por|a) la {_HALF},? (?:como |tipo |sobre |ya |a eso de )*(?:a )?(?P<hour>(?:las? )?\d{{1,2}}(?::\d\d| y media)?)(?! ?(?:-|a|y|hasta) ?(?:las? )?\d)(?! de la| ?[ap]\.?m\b){_NOT_COUNTED}(?![\d/%])",
            lambda match: f"a las {match['hour'].removeprefix('las ').removeprefix('la ')} de la {match['half']}",
        ),
        # "En la noche después de las 9".
        (
            rf"\b(?:en|por|a) la {_HALF},? (?:ya |pero |mejor |solo |nomas )*(?P<when>despues de|a partir de|pasadas?(?: de)?|desde) (?P<hour>las? \d{{1,2}}(?::\d\d| y media)?)(?![\d:/%])(?! de la| ?[ap]\.?m\b| ?(?:-|a|y|hasta) ?(?:las? )?\d)",
            r"\g<when> \g<hour> de la \g<half>",
        ),
        (
            rf"\b(?:de |entre |desde )?(?P<first>{_BARE_TIME}) ?(?:-|a|y|hasta) ?(?P<last>{_BARE_TIME}),? (?:(?:en|por) la |de )?{_HALF}\b",
            _within,
        ),
        (
            rf"\b(?:(?:ya |nomas |solo )?(?:a partir de|desde|despues de|de|a|como a) )?(?P<time>{_TIME}),? (?:(?:y |ya )*(?:de|desde|a partir de) (?:ahi|alli) )?(?:en adelante|pa'? ?'?(?:delante|lante)|pa'?l real|para (?:delante|adelante|arriba)|o (?:despues(?! de)|mas tarde)|hacia adelante|y despues(?! de))\b",
            r"despues de \g<time>",
        ),
        (
            rf"\b(?:(?:desde|de|a|como a) )?(?P<time>{_TIME}),? (?:para atras|o antes|o mas temprano)\b",
            r"antes de \g<time>",
        ),
        (rf"\b(?P<when>antes|despues) (?:de )?(?P<hour>\d{{1,2}})(?=(?::\d\d| ?[ap]\.?m\b| de la)|(?![\d:/.,%-])(?! ?(?:a|y|o|hasta) ?(?:las? )?\d){_NOT_COUNTED})", r"\g<when> de las \g<hour>"),
        (r"\ba media (?P<half>manana|tarde)\b", r"por la \g<half>"),
        (
            r"\b(?:a ultima hora(?: del dia)?|(?:ya |bien |mas )tarde|tardecito|tardito),? (?P<when>a partir de|despues de|desde|(?:como )?a|sobre|tipo) (?P<hour>las? (?:[6-9]|1[01])(?::\d\d| y media)?)\b(?![\d:/%])(?! de la| ?[ap]\.?m\b| ?(?:-|a|y|hasta) ?(?:las? )?\d)",
            r"\g<when> \g<hour> de la noche",
        ),
        # "Tempranito, como a las 7".
        (
            rf"(?<!salgo )(?<!acabo )(?<!termino )(?<!llego )(?<!vuelvo )\btempran(?:o|it[oa]|illo|ico)(?: (?:en|por|de) la manana)?,? (?:(?:a|como|tipo|sobre|eso|de|hacia|desde|digamos) )*(?P<hour>(?:las? )?(?:[4-9]|1[01]|{'|'.join(_NAME.split('|')[3:11])})(?::\d\d| y media| y cuarto)?)\b(?![\d:/%])(?! de la| ?[ap]\.?m\b| ?(?:-|a|y|hasta) ?(?:las? )?\d){_NOT_COUNTED}",
            lambda match: f"a las {match['hour'].removeprefix('las ').removeprefix('la ')} de la manana",
        ),
        # "De diez a una los martes no": the day is refused, not the hours on it.
        (
            rf"(?<=[a-z0-9]) (?=los (?:{WEEKDAY_NAME})s?(?: (?:y|ni|o) (?:los )?(?:{WEEKDAY_NAME})s?)* (?:no|tampoco)\b(?! (?:me|nos|puedo|trabajo|estoy|contesto|tengo|hay)\b))(?<!\by )(?<!\bpero )(?<!\bni )(?<!\bmenos )",
            ", ",
        ),
        # "No me despierten a las 7": in the morning.
        (
            rf"\b(?P<wakes>desp(?:ie|e)rt[a-z]*(?: [a-z]+){{0,3}}? a las?) (?P<hour>\d{{1,2}}|{_NAME})\b(?!:\d| ?[ap]\.?m\b| de la)",
            r"\g<wakes> \g<hour> de la manana",
        ),
        # "Fuera de eso no contesto": said with the hours that are left.
        (r",? (?:y |ya )?(?:fuera de (?:eso|ahi|es[ea]s? (?:horas?|horarios?))|(?:a|en) (?:cualquier )?otr[oa]s? (?:horas?|horarios?)|el resto del (?:dia|tiempo)),? (?:ya )?no (?:le |les |te )?(?:contesto|puedo|atiendo|respondo|agarro|estoy)(?: [a-z]+){0,3}(?=\W*$)", ""),
    )
)  # fmt: skip


def _is_span(match: re.Match[str]) -> bool:
    """ "De cinco a siete" is hours; "dos y tres" without a word of time is none."""
    return match["lead"].strip() != "" or bool(_OF_THE_DAY.match(match.string, match.end()))


# "Este sábado no, el domingo sí": the day after it, and not every Sunday.
BESIDE_ONE_DAY = re.compile(
    rf"^(?!.*\b(?:los|cada|siempre|todos|todas)\b).*\b(?:hoy|pasado manana|(?<!la )(?<!pasado )manana|este (?:{WEEKDAY_NAME}))[ ,].{{0,80}}(?:\b(?:el|este) (?:{WEEKDAY_NAME}),? (?:ya |pues |mejor |ahi )?(?:si|no)|\b(?:mejor|sino) (?:el|este) (?:{WEEKDAY_NAME}))\b",
    re.ASCII,
)
_OF_THE_DAY = re.compile(r" (?:de|en|por) la (?:manana|tarde|noche)|,? ?(?:[ap]\.?m\b|no\b|si\b)")


def by_the_clock(text: str) -> str:
    """Folded `text` with "de cinco a siete" as de 5 a 7, "de 6 pm pa'lante" as despues de 6 pm. Its length may change."""
    text = in_spanish(text)
    for pattern, plain in _RULES:
        text = pattern.sub(plain, text)
    return text
