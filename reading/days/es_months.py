"""Days that Spanish names by their month: its ends and parts, a number of it (text without accents)."""

from __future__ import annotations

import re

from reading.days import calendar as cal
from reading.days.calendar import Days
from reading.days.context import DayRule, Meaning, Seen, rule, seen_from
from reading.days.es_counted import part
from reading.words.es import MONTH, NUMBER, month_number, small_number

NEXT = r"(?:(?:que|q|k) (?:viene|biene|entra|sigue)|proxim[oa]|siguiente|entrante)"
NEXT_MONTH = rf"(?:(?:mes|mez) {NEXT}|(?:proximo|siguiente|otro) mes|(?P<entrante>(?:que|q|k) (?:viene|entra)(?! (?:mi|mis|el|la|los|las|un|una|su|sus|a|al|con|por|gente|alguien)\b)))"
THIS_MONTH = r"(?:este mes|mes en curso|presente mes|del corriente|mes)"
# "Antes de que se acabe noviembre": by its last day.
ENDING = (
    r"antes de que (?:se )?(?:nos )?(?:acabe|termine|cierre|finalice)|antes de (?:acabar|terminar|finalizar|cerrar)|terminando|acabando|finalizando"
    r"|cuando (?:se )?(?:acabe|termine)|al (?:terminar|acabar|cerrar|finalizar)"
)
YEAR = r"(?:,? (?:del?|del año|del ano) (?P<year>20\d\d)\b)?"


def of_month(match: re.Match[str], seen: Seen) -> Days:
    year = int(match["year"]) if match["year"] else None
    return cal.month_day(month_number(match["month"]), small_number(match["number"]), year, today=seen.today)


def bare_day(match: re.Match[str], seen: Seen) -> Days:
    return cal.day_of_month(small_number(match["number"]), today=seen.today)


def _in_month(months: int) -> Meaning:
    return lambda match, seen: (
        cal.day_in_month(number, months, today=seen.today)
        if 1 <= (number := small_number(match["number"])) <= 31
        else None
    )


MONTH_RULES: tuple[DayRule, ...] = (
    rule(
        rf"\b(?:(?:a|en|al|para) )?(?:el )?(?:fin|fines|ultimo(?: dia)?|cierre) (?:de|del)"
        rf" (?:{NEXT_MONTH}|proximo)",
        seen_from(cal.month_end, 1),
    ),
    rule(
        rf"\b(?:(?:a|al|para|en) )?(?:el )?(?:fin|fines|final|ultimo(?: dia)?|cierre) de(?:l)?"
        rf" {MONTH}",
        lambda m, s: cal.named_month_end(month_number(m["month"]), today=s.today),
    ),
    rule(
        rf"\b(?:(?:a|al|para|en) )?(?:el )?(?:fin|fines|final|ultimo(?: dia)?|cierre) de(?:l)?"
        rf" {THIS_MONTH}\b",
        seen_from(cal.month_end, 0),
    ),
    rule(
        rf"\b(?:a )?(?P<part>principios?|inicios?|comienzos?|primeras? semanas?|primeras?(?= de(?:l)? )|primeros(?: dias)?|la primera"
        rf" semana|mediados?|finales)(?: de(?:l)?)? (?:(?P<next>{NEXT_MONTH})|este mes"
        rf"|mes|{MONTH})",
        part,
    ),
    rule(rf"\b{NUMBER} de(?:l)? {NEXT_MONTH}", _in_month(1)),
    rule(
        rf"\b{NUMBER} (?:de )?(?:este mes|del mes en curso|del presente(?: mes)?|del"
        rf" corriente)\b",
        _in_month(0),
    ),
    rule(
        rf"(?<!lunes )(?<!martes )(?<!coles )(?<!jueves )(?<!viernes )(?<!sabado )(?<!domingo )(?<!semana )\b(?:el )?(?:{NEXT_MONTH}),? (?:el )?(?:dia )?{NUMBER}"
        r"(?! ?(?:pesos|dias|semanas|mil|cient|varos|dolares|euros|quetzales|soles|[$€%]|y \w+ (?:pesos|mil)))(?![.,]?\d)",
        _in_month(1),
    ),
    rule(
        rf"\b{NUMBER} de(?:l)? (?:mes de )?{MONTH}{YEAR}",
        lambda m, s: of_month(m, s) if 1 <= small_number(m["number"]) <= 31 else None,
    ),
    rule(rf"\b(?:dia |el )?(?P<number>\d{{1,2}}) {MONTH}{YEAR}", of_month),
    rule(
        rf"(?<!de )\b{MONTH} (?P<number>[12]?\d|3[01])(?=$|[,;:]| (?:y|e|luego|\x1f|el|la|los|le|te|\d))(?![.,]\d)(?! \d{{3}}){YEAR}",
        of_month,
    ),
    rule(rf"\b(?:el )?(?:dia )?{NUMBER} del? mes\b(?! (?:que|proximo))", bare_day),
)
