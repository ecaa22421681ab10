"""The hours that Spanish tells: "después de las 5", "de 9 a una y media", "por la mañana", each as a `Stretch`."""

from __future__ import annotations

import re

from reading.text import MASK
from reading.windows.hours import DAY_END, after, before, between, span
from reading.windows.marks import Shape, Stretch
from reading.windows.stretches import Clock, all_day, any_time, at_hour, from_hour, part, stretch_of, to_hour

_HOURS = dict(
    zip("una dos tres cuatro cinco seis siete ocho nueve diez once doce".split(), range(1, 13), strict=True)
)
_HOUR = r"(?:\d\d?(?=[0-5]\d\b)|\d\d?(?!\d)|" + "|".join(_HOURS) + r"|mediodia|medio dia|media ?noche)"
_TIME = (
    rf"(?:las? |l@s )?(?P<h{{0}}>{_HOUR})(?:\b|(?=[ap]\.?m\b|hrs?\b|h\b|\d\d\b))(?:(?::|\.)?(?P<m{{0}}>[0-5]\d)(?!\d)| y"
    rf" (?P<y{{0}}>media|cuarto))?(?: ?(?:hrs|horas|h)\b)?(?: en punto)?(?: ?(?P<p{{0}}>[ap])\.? ?m\b(?:(?<=\.m)\.|(?<=\. m)\.)?|"
    rf" (?:de|por|en) la (?P<q{{0}}>manana|tarde|noche|madrugada)| del (?P<r{{0}}>mediodia|medio dia|dia))?"
)
# "Después del mediodía" is an hour, "después del 8" a day.
_OF = r"(?:de|del(?! (?:dia )?\d))"
_ONE, _TWO = _TIME.format(1), _TIME.format(2)
_HALF = {"a": "am", "p": "pm", "manana": "am", "tarde": "pm", "noche": "pm", "madrugada": "am",
         "mediodia": "pm", "medio dia": "pm", "dia": "pm"}  # fmt: skip
_ABOUT = r"(?:(?:como|mas o menos|aproximadamente|digamos) )?(?:(?:a|de) (?=las? ))?"
_NO_COUNT = r"(?!,\d)(?![\d/%]|-\d| ?(?:pesos|dias|semanas|meses|veces|euros|dolares|varos|mil|pagos|quincenas|horas de|minutos|hijos|personas|hrs? de)\b| de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic))"

# "El jueves 20 a las 8:30": of the 20th, an hour.
_DATED = r"(?:(?<=lunes )|(?<=martes )|(?<=coles )|(?<=jueves )|(?<=ernes )|(?<=bado )|(?<=mingo )|(?<=dia ))\d\d? a las? "

type _Face = tuple[str, str | None, str | None]


def _said(match: re.Match[str], which: int) -> _Face:
    hour, half = match[f"h{which}"], match[f"p{which}"] or match[f"q{which}"] or match[f"r{which}"]
    if hour.startswith("media"):
        return "24", None, None
    if hour.startswith("medio"):
        return "12", None, "pm"
    if hour == "12" and match[f"q{which}"] == "noche":
        return "24", None, None
    if hour == "12" and match[f"q{which}"] == "manana":
        return "12", match[f"m{which}"], "pm"
    past = {"media": "30", "cuarto": "15", None: None}[match[f"y{which}"]]
    return (
        hour if hour.isdigit() else str(_HOURS[hour]),
        match[f"m{which}"] or past,
        _HALF[half] if half else None,
    )


_ENDS = re.compile(r"[.;!?\n]|\b(?:pero|sino)\b|,(?!\d)")
# "Por las noches cuido a mi mamá llámenme de 9 a 12" asks for other hours than those told.
_ASKS = rf"(?! {MASK}+ [^.;{MASK}]{{4,}}{MASK})"
_MORNINGS = re.compile(rf"\b(?:todas|cada|por|en) (?:las? )?mananas?\b{_ASKS}")
_EVENINGS = re.compile(rf"\b(?:todas|cada|por|en) (?:las? )?noches?\b{_ASKS}")


def _meant(match: re.Match[str]) -> str | None:
    """The half of the day that the clause speaks of."""
    text = match.string
    start = max((border.end() for border in _ENDS.finditer(text, 0, match.start())), default=0)
    border = _ENDS.search(text, match.end())
    clause = text[start : border.start() if border else len(text)]
    morning, evening = _MORNINGS.search(clause), _EVENINGS.search(clause)
    return None if bool(morning) is bool(evening) else "am" if morning else "pm"


def _span(match: re.Match[str]) -> Stretch | None:
    hour, minute, half = _said(match, 1)
    last = _said(match, 2)
    if half is None and last[2] is None and 4 <= int(hour) <= 11:
        half = _meant(match)
    if half is None and last[0] == "24" and 1 <= int(hour) < 12:
        half = "pm"  # "De 8 a 12 de la noche".
    if half is None and match["q2"] == "manana" and int(last[0]) <= 3 and 6 <= int(hour) < 12:
        half, last = "am", (last[0], last[1], "pm")  # "De nueve a una de la mañana" ends past noon.
    return stretch_of(span((hour, minute, half), last))


def _night_span(match: re.Match[str]) -> Stretch | None:
    """ "De noche, de 10 a 6": from ten in the evening."""
    hour, minute, half = _said(match, 1)
    return stretch_of(span((hour, minute, half or ("pm" if 6 <= int(hour) < 12 else None)), _said(match, 2)))


def _from(match: re.Match[str]) -> Stretch | None:
    face = _said(match, 1)
    return from_hour(after(*face, unwanted=False), after(*face, unwanted=True))


def _to(match: re.Match[str]) -> Stretch | None:
    face = _said(match, 1)
    return to_hour(before(*face), after(*face, unwanted=False))


# "Alcanzo a 400": no hour is said so short.
_A_SUM = re.compile(r"(?<!las) \d{3,4}$", re.ASCII)


def _at(match: re.Match[str]) -> Stretch | None:
    if _A_SUM.search(match[0]):
        return None
    if match["h1"].startswith("medio"):
        return Stretch.of(Shape.PART, 12 * 60, 13 * 60)
    face = _said(match, 1)
    return at_hour(after(*face, unwanted=False), after(*face, unwanted=True))


# A pattern and what it means, the surest first; the text is without accents.
HOURS: tuple[Clock, ...] = tuple(
    (re.compile(pattern, re.ASCII), means)
    for pattern, means in (
        (rf"\b(?:de noche|(?:por|en) la noche|turno (?:de (?:la )?noche|nocturno)),? (?:es )?(?:de |entre )?{_ONE} ?(?:-|a|hasta|y) ?{_TWO}", _night_span),
        (rf"(?<![\d/.-])(?<!dias )(?<!\blos )(?<!\bdel )(?<!\bel )(?!{_DATED})\b(?:entre |de |desde )?(?:el )?{_ONE} ?(?:-|a|al(?= medio)|hasta(?: el)?|y(?: el)?) ?{_TWO}(?! de (?!(?:lun|marte|mie|jue|vie|sab|dom|l)[a-z]* (?:a|y|-)|los\b|las?\b|cada|todos|lunes)[a-z]+){_NO_COUNT}", _span),
        (rf"\b(?:entre |de |desde )?(?:el )?{_ONE} ?(?:-|a|al|hasta(?: el)?) ?(?:que (?:cerramos|cierre|cierran)|(?:la hora del )?cierre|cerrar|las tantas|la hora de cerrar)\b", lambda match: stretch_of(between(after(*_said(match, 1), unwanted=False), DAY_END))),
        (rf"\b(?:despues {_OF}|luego {_OF}|a partir {_OF}|(?:pasad[oa]s?|pasando|pasaditas)(?: {_OF}| el)?|desde(?: el(?! (?:dia )?\d))?|mas tarde {_OF}|ya que (?:sean|den|pasen)) {_ABOUT}{_ONE}{_NO_COUNT}", _from),
        (rf"\b(?:antes {_OF}|hasta(?: el(?! (?:dia )?\d))?|previo al?|no mas (?:tarde|alla) {_OF}) {_ABOUT}{_ONE}{_NO_COUNT}", _to),
        (rf"\b(?:a|como a|sobre|tipo|como|hacia|a eso de|son(?= las? )) {_ONE}{_NO_COUNT}", _at),
        (r"\b(?:la )?(?:hora de la )?siesta\b", part(14, 16)),
        (r"\b(?:(?:de|en la|por la|toda la) madrugada)\b", part(0, 6)),
        (r"\b(?:cualquier manana|(?:cualquiera de|todas) las mananas)\b|\b(?:(?:por|en|de|solo|temprano) )?(?:toda )?las? mananas?\b(?<!pasado manana)|\bmananas\b|\btemprano (?:por|en) la manana\b", part(9, 12)),
        (r"\b(?:al |a )?(?:medio ?dia|(?<!despues )(?:(?:a |en )?(?:la |mi )?hora )?(?:de(?:l)? )(?:la comida|comer|comida|almuerzo|almorzar|lonche|bocadillo))\b", part(12, 13)),
        (r"\b(?:cualquier tarde|(?:cualquiera de|todas) las tardes)\b|\b(?:(?:por|en|de|solo) )?(?:toda )?(?:las?|esta) tardes?\b|\bdespues de comer\b|\btardes\b", part(12, 18)),
        (r"\b(?:cualquier noche|(?:cualquiera de|todas) las noches)\b|\b(?:de|esta(?: misma)?) noche\b|\b(?:(?:por|en|de|solo) )?(?:toda )?las? noches?\b|\bnoches\b|\bpor las? noches?\b|\bdespues del? (?:trabajo|trabajar|la (?:chamba|escuela|cena)|salir|curro|jale|turno|cenar)\b", part(18, 21)),
        (r"\b(?:en )?(?:mi |el )?(?:horario|horas|hora) (?:de (?:trabajo|oficina)|laboral(?:es)?|habiles)\b|\bdurante el dia\b|\bde dia\b", part(9, 17)),
(
            r"\b(?:a )?(?:cualquier|la) hora(?: que (?:sea|gusten?|quieran?|puedan?|usted quiera))?\b(?<!a la hora)|\b(?:a )?la hora que (?:(?:usted|ustedes|tu|vosotros|le|les|te|os|mas|mejor|bien|se) )*(?:sea|gust\w+|quier\w+|quer\w+|pued\w+|pod\w+|prefier\w+|convenga|apetezca|parezca|acomode|antoje|vengas?(?: bien| en gana)?|de la (?:real )?gana|den? la (?:real )?gana|salga(?:n)?(?: (?:del?|de las?|de los) [a-z]+)?)\b|\ba todas horas\b|\b(?:me |nos )?(?:da igual|da lo mismo|es igual|es indiferente|no importa)(?: (?:la hora|el dia|el horario|a que hora|cuando))?(?: y el dia| y la hora)?\b|\b(?:la hora|el horario) (?:me |nos )?(?:da igual|da lo mismo|es lo de menos)\b|\bsin importar (?:la hora|el horario)\b|\bcuando (?:(?:usted|ustedes|tu|vosotros|le|les|te|os|mas|mejor|bien|se) )*(?:sea|quier[ae][ns]?|querais|gust(?:e[ns]?|eis|ais)|pued(?:a[ns]?|e[ns]?)|podais|apetezca|parezca|acomode|antoje|convenga|de la (?:real )?gana|den la gana|vengas? bien)\b|\ben cualquier momento\b|\ba? ?cualquier hora\b", any_time),
        (r"\btodo el (?:santo )?dia\b|\bel dia entero\b", all_day),
    )
)  # fmt: skip
