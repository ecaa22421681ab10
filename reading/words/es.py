"""Spanish names of weekdays, months and small numbers, as patterns on folded text (no accents) and as numbers."""

from __future__ import annotations

_MONTHS = "ene feb mar abr may jun jul ago sep oct nov dic".split()
MONTH = (
    r"(?P<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
    r"|(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic)\b\.?)"
)
_WEEKDAYS = {"lu": 0, "ma": 1, "mi": 2, "ju": 3, "vi": 4, "bi": 4, "sa": 5, "do": 6}
WEEKDAY_NAME = (
    r"(?:lunes|lun|martes|miercoles|mierc|mie|jueves|juev|jue|viernes|biernes|vierne|vier|vie"
    r"|sabados?|savado|sab|domingos?|dom)"
)
WEEKDAY = rf"(?P<weekday>{WEEKDAY_NAME})\b"
_NUMBERS = {
    name: value
    for value, names in enumerate(
        "cero un|una|uno|primero|primer|1ro|1o dos tres cuatro cinco seis siete ocho nueve"
        " diez once doce trece catorce quince "
        "dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiun veintidos"
        " veintitres veinticuatro "
        "veinticinco veintiseis veintisiete veintiocho veintinueve treinta".split()
    )
    for name in names.split("|")
} | {"treinta y uno": 31, "1ero": 1, "par de": 2}
_NAMES = "|".join(sorted(_NUMBERS, key=len, reverse=True))
NUMBER_NAME = rf"(?:\d{{1,3}}|{_NAMES})"
NUMBER = rf"(?P<number>{NUMBER_NAME})\b"
COUNT = rf"(?P<count>{NUMBER_NAME})\b"


def weekday_number(name: str) -> int:
    """0 for lunes."""
    return _WEEKDAYS[name[:2]]


def month_number(name: str) -> int:
    """1 for enero."""
    return _MONTHS.index(name[:3]) + 1


def small_number(text: str) -> int:
    """15 for "15" or "quince"."""
    return int(text) if text.isdigit() else _NUMBERS[text]
