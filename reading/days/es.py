"""How Spanish names a day, in Mexico, the United States and Spain; reads text without accents."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from reading.days import calendar as cal
from reading.days import festivals as feasts
from reading.days.calendar import VAGUE, Days, Part
from reading.days.context import DayRule, Meaning, Seen, fixed, rule, seen_from
from reading.days.en_counted import left_of_month
from reading.words.es import (
    COUNT,
    MONTH,
    NUMBER,
    NUMBER_NAME,
    WEEKDAY,
    month_number,
    small_number,
    weekday_number,
)

_NEXT = r"(?:(?:que|q|k) (?:viene|biene|entra|sigue)|proxim[oa]|siguiente|entrante)"
_NEXT_MONTH = rf"(?:(?:mes|mez) {_NEXT}|(?:proximo|siguiente) mes|(?P<entrante>(?:que|q|k) (?:viene|entra)))"
_NEXT_WEEK = rf"(?:semana {_NEXT}|(?:proxima|siguiente|otra|la que viene) semana)"
_THIS_MONTH = r"(?:este mes|mes en curso|presente mes|del corriente|mes)"
_YEAR = r"(?:,? (?:del?|del año|del ano) (?P<year>20\d\d)\b)?"


def _of_month(match: re.Match[str], seen: Seen) -> Days:
    year = int(match["year"]) if match["year"] else None
    return cal.month_day(month_number(match["month"]), small_number(match["number"]), year, today=seen.today)


def _bare(match: re.Match[str], seen: Seen) -> Days:
    return cal.day_of_month(small_number(match["number"]), today=seen.today)


def _listed(match: re.Match[str], seen: Seen) -> Days | None:
    """The second of "los días 15 y 30"."""
    return _bare(match, seen) if re.search(r"(?:\bdias |^)\x1f+ y $", match.string[: match.start()]) else None


def _in_month(months: int) -> Meaning:
    return lambda match, seen: cal.day_in_month(small_number(match["number"]), months, today=seen.today)


def _weekday_and_date(match: re.Match[str], seen: Seen) -> Days:
    weekday, dated = (
        weekday_number(match["weekday"]),
        _of_month(match, seen) if match["month"] else _bare(match, seen),
    )
    agreeing = [day for day in dated.readings if day.weekday() == weekday]
    if agreeing:
        return cal.one(agreeing[0], today=seen.today)
    named = cal.weekday(weekday, today=seen.today)
    return cal.doubtful((*named.readings, *dated.readings), today=seen.today)


def _weekday(match: re.Match[str], seen: Seen) -> Days:
    return cal.weekday(weekday_number(match["weekday"]), today=seen.today)


def _coming(match: re.Match[str], seen: Seen) -> Days:
    return cal.coming_weekday(weekday_number(match["weekday"]), today=seen.today)


def _of_next_week(match: re.Match[str], seen: Seen) -> Days:
    return cal.week_weekday(weekday_number(match["weekday"]), 1, today=seen.today)


def _of_this_week(match: re.Match[str], seen: Seen) -> Days:
    return cal.this_weekday(weekday_number(match["weekday"]), today=seen.today)


def _after_next(match: re.Match[str], seen: Seen) -> Days:
    """ "Este viernes no, el otro": the Friday after the coming one."""
    first = cal.coming_weekday(weekday_number(match["weekday"]), today=seen.today).readings[0]
    return cal.one(first + timedelta(days=7), today=seen.today)


def _count_of(match: re.Match[str], seen: Seen) -> Days:
    return after_unit(small_number(match["count"]), match["unit"], seen)


def after_unit(count: int, unit: str, seen: Seen) -> Days:
    """That many hours, days, weeks, months from now."""
    if unit.startswith(("hora", "minut", "rat")):
        return cal.in_days(count // 24 if unit.startswith("hora") else 0, today=seen.today)
    if unit.startswith("mes"):
        return cal.in_months(count, today=seen.today)
    return cal.in_days(count * {"s": 7, "q": 15}.get(unit[0], 1), today=seen.today)


def _choice_of_counts(match: re.Match[str], seen: Seen) -> Days:
    low, high = small_number(match["low"]), small_number(match["high"])
    if not low < high <= low + 6:
        return VAGUE
    days = [day for count in (low, high) for day in after_unit(count, match["unit"], seen).readings]
    return cal.doubtful(days, today=seen.today)


def _part(match: re.Match[str], seen: Seen) -> Days:
    words = match["part"]
    part: Part = "middle" if words.startswith("media") else "late" if words.startswith("final") else "early"
    if match["month"]:
        return cal.part_of_named_month(part, month_number(match["month"]), today=seen.today)
    months = 1 if match["next"] or (part == "early" and "este" not in match[0] and seen.today.day > 7) else 0
    return cal.part_of_month(part, months, today=seen.today)


def _end_of_week(match: re.Match[str], seen: Seen) -> Days:
    monday = cal.monday(seen.today) + timedelta(days=7 if re.search(r"vie|prox|sig|otra", match[0]) else 0)
    return cal.doubtful((monday + timedelta(days=n) for n in (4, 5, 6)), today=seen.today)


def _early_next_week(match: re.Match[str], seen: Seen) -> Days:
    monday = cal.monday(seen.today) + timedelta(days=7)
    first = 2 if match[0].startswith("media") else 0
    return cal.doubtful((monday + timedelta(days=n) for n in (first, first + 1)), today=seen.today)


_FEASTS: tuple[tuple[str, feasts.Feast], ...] = (
    (r"nochebuena|noche buena", feasts.fixed(12, 24)),
    (r"navidad(?:es)?", feasts.fixed(12, 25)),
    (r"noche ?vieja|fin de ano|ultimo (?:dia )?del ano", feasts.fixed(12, 31)),
    (r"ano nuevo", feasts.fixed(1, 1)),
    (r"(?:dia de |los )?reyes(?: magos)?|la epifania", feasts.fixed(1, 6)),
    (r"(?:la )?candelaria", feasts.fixed(2, 2)),
    (r"san valentin|dia del amor", feasts.fixed(2, 14)),
    (r"dia del trabajo|primero de mayo", feasts.fixed(5, 1)),
    (r"dia de (?:las madres|la madre)(?! de)", feasts.fixed(5, 10)),
    (r"san juan", feasts.fixed(6, 24)),
    (r"dia del padre", feasts.nth_weekday(6, 6, 3)),
    (r"(?:dia del? )?(?:el )?grito|fiestas patrias", feasts.fixed(9, 16)),
    (r"dia de (?:la )?hispanidad|el pilar|dia de la raza", feasts.fixed(10, 12)),
    (r"buen fin", feasts.after(feasts.nth_weekday(11, 0, 3), -3)),
    (r"dia de (?:los )?muertos", feasts.fixed(11, 2)),
    (r"todos los santos", feasts.fixed(11, 1)),
    (r"(?:dia de )?la virgen de guadalupe|dia de la virgen|dia de la guadalupana", feasts.fixed(12, 12)),
    (r"la constitucion|puente de diciembre", feasts.fixed(12, 6)),
    (r"la inmaculada", feasts.fixed(12, 8)),
    (r"(?:dia de )?accion de gracias|thanksgiving", feasts.nth_weekday(11, 3, 4)),
    (r"viernes santo", feasts.after(feasts.easter_sunday, -2)),
    (r"jueves santo", feasts.after(feasts.easter_sunday, -3)),
    (r"domingo de (?:pascua|resurreccion)", feasts.easter_sunday),
    (r"viernes negro", feasts.after(feasts.nth_weekday(11, 3, 4), 1)),
)
_HOLY_WEEK = feasts.after(feasts.easter_sunday, -6)


def _feast_rules() -> tuple[DayRule, ...]:
    rules: list[DayRule] = [
        rule(r"\bantes de semana santa\b", seen_from(feasts.before, _HOLY_WEEK)),
        rule(r"\bsemana santa\b", seen_from(feasts.over, _HOLY_WEEK, 7)),
    ]
    for name, feast in _FEASTS:
        rules.append(rule(rf"\bantes de(?:l)? (?:la |el )?(?:{name})\b", seen_from(feasts.before, feast)))
        rules.append(
            rule(
                rf"\b(?:despues|pasando|pasad[oa]s?|luego) (?:de )?(?:la |el |los )?(?:{name})\b",
                fixed(VAGUE),
            )
        )
        rules.append(rule(rf"\b(?:{name})\b", seen_from(feasts.on, feast)))
    return tuple(rules)


_UNIT = r"(?P<unit>dias?|semanas?|meses|mes|horas?|minutos?|quincenas?|ratos?|ratito)\b"
_WAGES = (
    r"(?:la (?:nomina|quincena|raya|paga|lana|feria|semana)|el (?:sueldo|salario|pago"
    r"|cheque|aguinaldo|finiquito)|mi (?:sueldo|salario|nomina|quincena|cheque|paga|pago"
    r"|aguinaldo|raya)|quincena|nomina|sueldo|aguinaldo)"
)
_PAYDAY = (
    rf"\b(?:(?:en )?(?:cuando|en cuanto|hasta que|apenas|una vez que|nomas que|ya que|luego"
    rf" que|tan pronto como|asi que) (?:me |ya |nos )*(?:paguen|pagan|depositen|depositan"
    rf"|caiga|cae|rayen|rayan|llegue|llega|entre|den|dan|ingresen|ingresan|suelten|cobre"
    rf"|cobro|cobremos|cobramos)(?: (?:de )?{_WAGES}| en (?:el trabajo|la chamba|el jale))?"
    rf"|(?:me (?:pagan|depositan|cae|rayan|llega|ingresan)|(?:yo )?cobro|cobramos)(?! por|"
    rf" de mas)(?: {_WAGES})?"
    r"|(?:al cobrar|cobrando|el dia de (?:pago|paga|cobro|quincena|raya)|dia de (?:pago"
    r"|paga|quincena|cobro)|dia que (?:me pagan|cobro))"
    r"|(?:(?:en|con|a|para|de|hasta|desde|saliendo|pasando|cayendo|pasada) )?(?:(?:la|esta"
    r"|mi|fin de|cada) )?(?:(?:proxima"
    r"|siguiente|otra) )?(?<!primera )(?<!segunda )quincena(?: que (?:viene|entra))?(?!"
    r" de)"
    r"|(?:cuando (?:tenga|reciba|llegue|salga)|con|en) (?:mi|el|la) (?:nomina|sueldo"
    r"|aguinaldo|pago|paga|cheque|raya|salario))\b"
)

RULES: tuple[DayRule, ...] = (
    rule(
        r"\b(?:antes de que (?:se )?(?:acabe|termine)|terminando|acabando|cuando (?:acabe"
        r"|termine)|al (?:terminar|acabar)) (?:el|este) mes\b",
        seen_from(cal.month_end, 0),
    ),
    rule(
        r"\bmanana o pasado(?: manana)?\b",
        lambda m, s: cal.doubtful((s.today + timedelta(days=n) for n in (1, 2)), today=s.today),
    ),
    rule(rf"\b(?:los )?dias {NUMBER}(?= (?:y|,|e) \d)", _bare),
    rule(
        r"(?:\x1f|\b(?:los|todos los|cada) )(?P<number>15|quince|1|5|10|primero)(?= y (?:el |los )?(?:30|31|15|16|20|ultimo)\b)",
        _bare,
    ),
    rule(r"(?<=\x1f y )(?:el |los )?(?P<number>30|31|15|16|20)\b(?! ?(?:pesos|mil|%))", _bare),
    rule(r"\bde (?:aqui|aca) (?:al|a el) (?:dia )?(?P<number>\d{1,2})\b(?! de)", _bare),
    rule(
        r"\b(?:mañana|manana) a primera hora\b|\ba primera hora(?: de (?:mañana|manana))?\b(?! d)",
        seen_from(cal.in_days, 1),
    ),
    rule(
        r"\ben lo que (?:va|queda|resta) de (?:la |esta )?semana\b|\bantes de(?:l)? (?:que acabe la semana|fin de semana)\b",
        seen_from(cal.whole_week, 0),
    ),
    rule(r"(?<=\x1f y )(?P<number>\d{1,2})\b(?! ?(?:pesos|dolares|euros|varos|mil|%))", _listed),
    rule(_PAYDAY, fixed(Days(event="payday"))),
    rule(
        rf"\b{WEEKDAY},? (?:el )?(?:dia )?{NUMBER}(?: de(?:l)?(?: mes de)? {MONTH}{_YEAR})?(?!"
        rf" (?:de |del )?(?:mes|proximo|este))(?!:| ?(?:pesos|dolares|euros|varos|am|pm|hrs|mil"
        rf"|cientos|[$€]|\d))",
        lambda m, s: _weekday_and_date(m, s) if 1 <= small_number(m["number"]) <= 31 else None,
    ),
    *_feast_rules(),
    rule(
        rf"\b(?:(?:a|en|al|para) )?(?:el )?(?:fin|fines|ultimo(?: dia)?|cierre) (?:de|del)"
        rf" (?:{_NEXT_MONTH}|proximo)",
        seen_from(cal.month_end, 1),
    ),
    rule(
        rf"\b(?:(?:a|al|para|en) )?(?:el )?(?:fin|fines|final|ultimo(?: dia)?|cierre) de(?:l)?"
        rf" {MONTH}",
        lambda m, s: cal.named_month_end(month_number(m["month"]), today=s.today),
    ),
    rule(
        rf"\b(?:(?:a|al|para|en) )?(?:el )?(?:fin|fines|final|ultimo(?: dia)?|cierre) de(?:l)?"
        rf" {_THIS_MONTH}\b",
        seen_from(cal.month_end, 0),
    ),
    rule(
        rf"\b(?:a )?(?P<part>principios?|inicios?|comienzos?|primeras?(?: semanas?)?|primeros(?: dias)?|la primera"
        rf" semana|mediados?|finales)(?: de(?:l)?)? (?:(?P<next>{_NEXT_MONTH})|este mes"
        rf"|mes|{MONTH})",
        _part,
    ),
    rule(rf"\b{NUMBER} de(?:l)? {_NEXT_MONTH}", _in_month(1)),
    rule(
        rf"\b{NUMBER} (?:de )?(?:este mes|del mes en curso|del presente(?: mes)?|del"
        rf" corriente)\b",
        _in_month(0),
    ),
    rule(
        rf"\b(?:el )?(?:{_NEXT_MONTH}),? (?:el )?(?:dia )?{NUMBER}(?! (?:pesos|dias|semanas))", _in_month(1)
    ),
    rule(rf"\b{NUMBER} de(?:l)? (?:mes de )?{MONTH}{_YEAR}", _of_month),
    rule(rf"\b(?:dia |el )?(?P<number>\d{{1,2}}) {MONTH}{_YEAR}", _of_month),
    rule(rf"\b(?:el )?(?:dia )?{NUMBER} del? mes\b(?! (?:que|proximo))", _bare),
    rule(r"\bpasado ma(?:n|ñ)ana\b|\bpasado manana\b", seen_from(cal.in_days, 2)),
    rule(
        rf"\b(?:el )?{WEEKDAY} de (?:la )?{_NEXT_WEEK}\b|\b(?:la )?{_NEXT_WEEK},? (?:el"
        rf" )?{WEEKDAY.replace('weekday>', 'weekday2>')}",
        lambda m, s: cal.week_weekday(weekday_number(m["weekday"] or m["weekday2"]), 1, today=s.today),
    ),
    rule(rf"\b(?:el )?{WEEKDAY} de esta(?: misma)? semana\b", _of_this_week),
    rule(
        rf"\b(?:de )?(?:este|hoy|el) {WEEKDAY} (?:no,? )?(?:sino )?(?:en ocho|al otro|el"
        rf" otro)\b",
        _after_next,
    ),
    rule(rf"\b{WEEKDAY} (?:en ocho|de la otra semana)\b", _after_next),
    rule(
        rf"\b(?:el |este )?(?:proximo|siguiente) {WEEKDAY}|\b(?:el |este"
        rf" )?{WEEKDAY.replace('weekday>', 'weekday2>')} {_NEXT}\b",
        lambda m, s: cal.coming_weekday(weekday_number(m["weekday"] or m["weekday2"]), today=s.today),
    ),
    rule(rf"\b(?:a |al )?fin(?:es|al(?:es)?)? de (?:la )?(?:esta )?(?:{_NEXT_WEEK})\b", _end_of_week),
    rule(
        r"\b(?:(?:el |este |al )?(?:proximo|otro) (?:fin de semana|finde|fin)|(?:el )?(?:fin"
        r" de semana|finde) que (?:viene|entra))\b",
        seen_from(cal.weekend, 1),
    ),
    rule(
        r"\b(?:(?:el |este |en el |al )?(?:fin(?:es)? de (?:esta )?semana|finde))\b",
        seen_from(cal.weekend, 0),
    ),
    rule(r"\b(?:a )?finales de (?:esta |la )?semana\b", _end_of_week),
    rule(
        rf"\b(?:a )?(?:principios?|inicios?|mediados?|comienzos?) de (?:la )?(?:{_NEXT_WEEK})\b",
        _early_next_week,
    ),
    rule(rf"\b(?:(?:en|para|durante) )?(?:la )?{_NEXT_WEEK}\b", seen_from(cal.whole_week, 1)),
    rule(r"\b(?:(?:en|durante) )?esta(?: misma)? semana\b|\bentre semana\b", seen_from(cal.whole_week, 0)),
    rule(
        r"\bde (?:hoy|manana) en ocho(?: dias)?\b",
        lambda m, s: cal.in_days(8 if "man" in m[0] else 7, today=s.today),
    ),
    rule(
        r"\ben ocho dias\b",
        lambda m, s: cal.doubtful((s.today + timedelta(days=n) for n in (7, 8)), today=s.today),
    ),
    rule(
        rf"\b(?:a las? |a los )?{COUNT} (?P<unit>dias?|semanas?|mes(?:es)?) (?:despues|mas"
        rf" tarde|siguientes?)\b(?! de)",
        lambda m, s: replace(
            _count_of(m, s), gap=small_number(m["count"]) * {"d": 1, "s": 7, "m": 30}[m["unit"][0]]
        ),
    ),
    rule(
        rf"\b(?:en |dentro de )?(?:unos |como )?(?P<low>{NUMBER_NAME}) ?(?:o|a|-)"
        rf" ?(?P<high>{NUMBER_NAME}) {_UNIT}(?! de (?:atras|retras))",
        _choice_of_counts,
    ),
    rule(
        rf"\b(?:en|dentro de|en el plazo de|como en) un par de {_UNIT}",
        lambda m, s: cal.doubtful(
            [d for n in (2, 3) for d in after_unit(n, m["unit"], s).readings][
                : 2 if m["unit"].startswith("d") else 1
            ],
            today=s.today,
        ),
    ),
    rule(
        rf"\b(?:en|dentro de) (?:unos|unas|algunos|algunas|varios|varias|pocos) (?:pocos"
        rf" )?{_UNIT}",
        fixed(VAGUE),
    ),
    rule(
        rf"\b(?:en|dentro de|a mas tardar en|en menos de|en maximo|en no mas de)(?: los"
        rf" proximos| las proximas| el plazo de)? {COUNT} {_UNIT}",
        _count_of,
    ),
    rule(
        rf"\b(?:deme|dame|denme|dadme|dejame|dejeme|espereme|esperame|esperen|aguanteme|aguantame|regaleme|regalame|necesito|ocupo) (?:otros? |unos )?{COUNT} {_UNIT}",
        _count_of,
    ),
    rule(
        r"(?<!por la )(?<!en la )(?<!de la )(?<!la )\b(?:manana|mñn|mnn|mnna|mñna|mana|manna|maniana|mayana)\b(?: (?:mismo|sin falta|por la"
        r" manana|en la manana|temprano|por la tarde|en la tarde|en la noche|por la noche))?",
        seen_from(cal.in_days, 1),
    ),
    rule(
        r"\b(?:hoy(?: mismo| dia| en la (?:tarde|noche)| por la (?:tarde|noche))?|esta"
        r" (?:noche|tarde|manana)|ahorita(?:ta)?(?: mismo)?|orita|ahora(?: mismo)?|al rato|al ratito|ya"
        r" mismo|de inmediato|inmediatamente|en este momento|en la noche|mas tarde|mas al"
        r" rato)\b",
        seen_from(cal.in_days, 0),
    ),
    rule(
        rf"\b(?:(?:el|este|en el|para el) )?{_NEXT_MONTH}\b|\bel (?:otro|proximo)"
        rf" ano\b|\b(?:la )?(?:primera|segunda) quincena(?: de(?:l)? (?:mes|{MONTH}))?",
        fixed(VAGUE),
    ),
    rule(
        r"\b(?:en |durante |dentro de |antes de acabar |antes de que acabe )?este(?: mismo)? mes\b",
        left_of_month,
    ),
    rule(rf"\ben {MONTH}\b(?! \d)", fixed(VAGUE)),
    rule(
        r"\b(?:lo antes posible|cuanto antes|en cuanto pueda|cuando pueda|pronto|luego(?! de)"
        r"|despues|mas adelante|un dia de estos|estos dias|en estos dias|lo mas pronto posible"
        r"|a la brevedad)\b",
        fixed(VAGUE),
    ),
    rule(rf"\b(?:(?:el|este|para el|pal|pa el|pa\'l|al|del|los) )?{WEEKDAY}(?!es)", _weekday),
    rule(
        rf"\b(?:el|dia|para el|pal|pa el|pa'l|x el|hasta el|al|antes del|desde el|del) (?:dia )?{NUMBER}(?![.,:/]\d"
        rf"|[%$€]|:| ?(?:pesos|dolares|euros|varos|baros|am|pm|hrs|%|por ciento|mil|k\b|de la"
        rf" (?:tarde|noche|manana)))",
        lambda m, s: _bare(m, s) if 1 <= small_number(m["number"]) <= 31 else None,
    ),
)
