"""Days that Spanish names together with their months, each named by itself: "los días 5, 12 y 20 de octubre" (text without accents)."""

from __future__ import annotations

import re

from reading.words.es import WEEKDAY_NAME

MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
_MONTH = rf"(?:{MONTHS})"
_LISTED_MONTHS = rf"{_MONTH}(?:,? (?:de |en |para )?{_MONTH})*,? y (?:de |en |para )?{_MONTH}"
# "El 5 de marzo, abril y mayo", "los días 15 y 30 de enero y febrero".
_IN_EACH = re.compile(
    r"\b(?P<days>(?:el |los |a )?(?:dias? )?(?:\d{1,2}|primero|ultimo(?: dia)?|fin(?:es)?)(?:(?:, (?:el )?\d{1,2})*,? y (?:el )?(?:\d{1,2}|ultimo))?)"
    rf" de (?P<months>{_LISTED_MONTHS})\b(?! \d)",
    re.ASCII,
)
_DAYS_LISTED = re.compile(
    rf"(?:\b(?:el |los |dias? )+(?:(?:{WEEKDAY_NAME}) )?|(?<!\d )(?<![\d.,$/:%])(?<!las )(?<!de )\b)(?P<days>\d{{1,2}}(?:, (?:el )?\d{{1,2}}){{0,6}},? (?:y|e) (?:el )?\d{{1,2}}|\d{{1,2}}(?:, (?:el )?\d{{1,2}}){{2,6}}) (?:de )?(?P<month>{_MONTH})\b(?! (?:y|a) (?!el |\d))",
    re.ASCII,
)
# "500 el 10 de enero, y lo mismo en febrero".
_SAME_THERE = re.compile(
    rf"(?P<said>(?:\$ ?)?\b\d[^.;]*?\bde (?P<month>{_MONTH})),? (?:y |e )?(?:lo mismo|igual|otro tanto|la misma cantidad|los mismos|asi)(?: \d+)? (?:en|para|de|por) (?P<months>{_LISTED_MONTHS}|{_MONTH})\b",
    re.ASCII,
)
# "1000 en enero y 560 en febrero, siempre el día 10".
_ONE_DAY = re.compile(
    rf"^(?P<said>.*\b(?:(?:en|para) {_MONTH}|este mes)\b.*\b(?:en|para) {_MONTH}\b[^.;]*?),? (?:siempre|tod[oa]s|amb[oa]s|l[oa]s (?:dos|tres)|cada un[oa]|cada vez|seria|serian)? ?(?:(?:el |los |en )?(?:el )?dias?|el|los) (?P<day>\d{{1,2}}|ultimo|primero)(?: de (?:cada (?:mes|un[oa])|ambos meses|ambos))?(?: de cada mes)?(?: (?:siempre|tod[oa]s|amb[oa]s|l[oa]s (?:dos|tres)|cada un[oa]|cada vez))?\W*$",
    re.ASCII,
)
_OF_IT = re.compile(rf"\b(?:(?:en|para) (?P<month>{_MONTH})|(?P<this>este mes))\b")
# "Este mes 300, el que sigue 600 y el otro 660, todos el día 28".
_MONTH_AFTER_MONTH = re.compile(
    r"^(?P<said>.*\beste mes\b.*\b(?:el (?:mes )?(?:que (?:sigue|viene|entra)|siguiente|proximo|otro)(?: mes)?)\b[^.;]*?),? (?:siempre|tod[oa]s|amb[oa]s|l[oa]s (?:dos|tres)|cada un[oa]|cada vez)? ?(?:el |los )(?:dias? )?(?P<day>\d{1,2}|ultimo)(?: de cada mes)?\W*$",
    re.ASCII,
)
# "De mayo a julio 300 el día 5 de cada mes", "el 26, de abril de 2028 a marzo de 2029": from that day of the one month to that of the other.
_FROM_TO = re.compile(
    rf",? ?\b(?:de|desde|entre)(?: el mes de)? (?P<first>{_MONTH}(?: del? 20\d\d)?) (?:a|al mes de|hasta|y) (?P<last>{_MONTH}(?: del? 20\d\d)?)\b",
    re.ASCII,
)
_ON_DAY = re.compile(
    rf",? ?\b(?:el |los )(?:dias? )?(?P<day>[1-9]|1\d|2[0-8])(?P<each> de cada mes)?\b(?! ?(?:de {_MONTH}|y|,? \d|pesos|mil|%|/|:))(?:,(?= de| desde| hasta))?",
    re.ASCII,
)
_MONTHLY = re.compile(r"\b(?:cada mes|al mes|por mes|mensual\w*|todos los meses|mes a mes)\b")
_NEXT_ONE = re.compile(
    r"\bel (?:mes )?(?:que (?:sigue|viene|entra)|siguiente|proximo|otro)(?: mes)?\b(?! dia)"
)
# "Enero 15 500, febrero 15 500 y marzo 15 560": each day, then its sum.
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH}|(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic)\.?) (\d{{1,2}})(?: de|:|,)? (\$?\d{{2,6}}(?:[.,]\d+)*|lo que (?:falt[ea]|quede|rest[ea]|sobre)|el resto)(?= ?(?:$|[,.;]| y | pesos))",
    re.ASCII,
)
_LAST_DAY = {"febrero": 28} | dict.fromkeys(("abril", "junio", "septiembre", "noviembre"), 30)


def each_named(text: str) -> str:
    """Folded Spanish `text` with each day of such a list named with its month. Its length may change."""
    text = _SHORT_MONTH.sub(lambda said: f" de {_FULL[said['month']]}", text)
    text = _DAYS_AND_MONTH.sub("el ", _END_OF_THAT.sub(_end_of_that_month, text))
    if not _ANY_MONTH.search(text):
        return text
    if len(_MONTH_FIRST.findall(text)) > 1:
        text = _MONTH_FIRST.sub(r"el \2 de \1 \3", text)
    text = _from_month_to_month(text)
    text = _IN_EACH.sub(_each_month, text)
    text = _DAYS_LISTED.sub(_each_day, text)
    text = _SAME_THERE.sub(_same_there, text)
    text = _ONE_DAY.sub(_on_that_day, text)
    return _MONTH_AFTER_MONTH.sub(_month_after_month, text)


# "15 y 30 de sept": the month in short, behind its day.
_FULL = {name[:3]: name for name in MONTHS.split("|")} | {"sept": "septiembre"}
_SHORT_MONTH = re.compile(
    r"(?<=\d)(?: de|/|-)? ?(?P<month>ene|feb|mar(?= ?[.,;]? ?(?:$|y |de |\$?\d))|abr|may|jun|jul|ago|sept?|oct|nov|dic)\b\.?(?! \d{4}\b)",
    re.ASCII,
)
# "Los días 15 de julio, 15 de agosto y 15 de septiembre".
_DAYS_AND_MONTH = re.compile(rf"\blos dias (?=\d{{1,2}} de {_MONTH}\b,? (?:y |el )*\d{{1,2}} de {_MONTH}\b)")
# "Mil el quince de mayo y mil a fin de ese mes".
_END_OF_THAT = re.compile(
    r"\b(?:(?:a|al|para|en) )?(?:el )?(?:fin(?:es)?|final(?:es)?|ultimo(?: dia)?|cierre) (?:de )?(?:de|del) (?:ese(?: mismo)?|este mismo|mismo) mes\b"
)


def _end_of_that_month(match: re.Match[str]) -> str:
    named = re.findall(_MONTH, match.string[max(0, match.start() - 120) : match.start()])
    return f"a fin de {named[-1] if named else 'mes'}"


_ANY_MONTH = re.compile(
    rf"\b(?:{_MONTH}|este mes|(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic) \d)\b"
)


def _from_month_to_month(text: str) -> str:
    """ "300 cada mes el día 5, de mayo a julio": from the 5th of May to the 5th of July."""
    months = _FROM_TO.search(text)
    if months is None or len(re.findall(_MONTH, text)) != 2 or not _MONTHLY.search(text):
        return text
    if text[: months.start()].rstrip(" ,").endswith("cada mes"):
        return text  # "El 15 de cada mes de enero a abril": told in one already.
    without = text[: months.start()] + text[months.end() :]
    days = list(_ON_DAY.finditer(without))
    if len(days) != 1:
        return text
    (on,) = days
    monthly = " cada mes" if on["each"] else ""
    said = f"{monthly} desde el {on['day']} de {months['first']} hasta el {on['day']} de {months['last']}"
    return without[: on.start()] + said + without[on.end() :]


def _each_day(match: re.Match[str]) -> str:
    """ "El 5, 12 y 20 de octubre": each of them in October."""
    numbers = re.findall(r"\d{1,2}", match["days"])
    if any(not 1 <= int(number) <= 31 for number in numbers):
        return match[0]
    month = match["month"]
    days: list[str] = []
    for number, later in zip(reversed(numbers), [None, *reversed(numbers)], strict=False):
        if later is not None and int(number) >= int(later):
            month = _before(month)  # "El 18 y el 1 de junio": the first is of the month before.
        days.insert(0, f"el {number} de {month}")
    return _listed(days)


def _each_month(match: re.Match[str]) -> str:
    """ "El 5 de marzo, abril y mayo": the 5th of each of them."""
    days = re.findall(r"\d{1,2}|primero|ultimo(?: dia)?|fin(?:es)?", match["days"])
    months = re.findall(_MONTH, match["months"])
    if len(days) == 1:
        day = re.sub(r"^(?:(?:el |los )?dias?|los) (?=\d|primero)", "el ", match["days"])
        return _listed([f"{day} de {month}" for month in months])
    if sorted(days, key=lambda day: int(day) if day.isdigit() else 32) != days:
        return match[0]
    return _listed([f"el {_of(day, month)} de {month}" for month in months for day in days])


def _of(day: str, month: str) -> str:
    """The 30th of February is its last day."""
    return "ultimo" if day.isdigit() and int(day) > _LAST_DAY.get(month, 31) else day


def _before(month: str) -> str:
    names = MONTHS.split("|")
    return names[names.index(month) - 1]


def _listed(days: list[str]) -> str:
    return f"{', '.join(days[:-1])} y {days[-1]}"


def _same_there(match: re.Match[str]) -> str:
    said, month = match["said"], match["month"]
    if set(re.findall(_MONTH, said)) != {month}:
        return match[0]
    return ", ".join([said, *(said.replace(month, other) for other in re.findall(_MONTH, match["months"]))])


def _on_that_day(match: re.Match[str]) -> str:
    if re.search(r"\bel (?:dia )?\d", match["said"]):
        return match[0]
    return _OF_IT.sub(
        lambda month: f"el {_of(match['day'], month['month'] or '')} de {month['month'] or 'este mes'}",
        match["said"],
    )


def _month_after_month(match: re.Match[str]) -> str:
    first = match["said"].replace("este mes", f"el {match['day']} de este mes", 1)
    return _NEXT_ONE.sub("un mes despues", first)
