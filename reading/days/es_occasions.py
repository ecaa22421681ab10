"""Occasions that Spanish names days by: feasts of the calendar, and the day that wages come (text without accents)."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.days import calendar as cal
from reading.days import festivals as feasts
from reading.days.calendar import VAGUE, Days
from reading.days.context import DayRule, Seen, fixed, rule, seen_from
from reading.days.en_counted import weekday_after, weekday_before
from reading.days.feast_names import FeastNames
from reading.words.es import (
    MONTH,
    NUMBER,
    NUMBER_NAME,
    WEEKDAY,
    WEEKDAY_NAME,
    month_number,
    small_number,
    weekday_number,
)

FEASTS: tuple[tuple[str, feasts.Feast], ...] = (
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
    (r"lunes de pascua", feasts.after(feasts.easter_sunday, 1)),
    (r"sabado (?:santo|de gloria)", feasts.after(feasts.easter_sunday, -1)),
    (r"domingo de ramos", feasts.after(feasts.easter_sunday, -7)),
    (r"miercoles de ceniza", feasts.after(feasts.easter_sunday, -46)),
    (r"viernes santo", feasts.after(feasts.easter_sunday, -2)),
    (r"jueves santo", feasts.after(feasts.easter_sunday, -3)),
    (r"domingo de (?:pascua|resurreccion)", feasts.easter_sunday),
    (r"viernes negro", feasts.after(feasts.nth_weekday(11, 3, 4), 1)),
)
_NAMES = FeastNames(FEASTS)
HOLY_WEEK = feasts.after(feasts.easter_sunday, -6)


_WAGES = (
    r"(?:(?:la|mi) (?:nomina|quincena|raya|paga|lana|feria|semana|catorcena|prima|mesada|liquidacion|comision)|(?:mis|los|las) (?:haberes|honorarios|emolumentos|retribuciones|comisiones)|el (?:sueldo|salario|pago"
    r"|cheque|aguinaldo|finiquito|bono|destajo|jornal|checke?)|(?:la|mi) (?:pension|jubilacion|paga extra)|el (?:paro|subsidio|desempleo|aguinaldo)|mi (?:sueldo|salario|nomina|quincena|cheque|paga|pago"
    r"|aguinaldo|raya)|quincena|nomina|sueldo|aguinaldo|mi (?:primer|proximo|siguiente) (?:sueldo|salario|cheque|pago)|mi (?:primera|proxima|siguiente) (?:quincena|nomina|raya|paga))"
)
_PAYERS = (
    r"(?:patron\w*|jef[ea]s?|empresa|trabajo|chamba|jale|compania|senora?|contratista|duen[oa]s?|doctor|inge(?:niero)?|lic(?:enciado|enciada)?|arqui(?:tecto)?"
    r"|(?:l[oa]s|el|la) (?:senores?|gente )?de (?:la |el |mi )?(?:app|aplicacion|plataforma|empresa|obra|tienda|agencia|uber|didi|rappi|planta|fabrica|constructora|renta|beca)|l[oa]s del? (?:la )?(?:app|uber|didi|rappi|obra|trabajo|jale|rancho)|patrones|jefes|maestro|supervisor|encargad[oa]|taller|rappi|uber|didi|cabify|glovo|deliveroo|amazon|agencia|fabrica|constructora|seguro social|gobierno|recursos humanos|hospital|escuela|oficina|clinica|ayuntamiento)"
)
# Days, and what is wages or work whatever it is called.
_NO_OTHER = rf"(?:{WEEKDAY_NAME}|fin|\d|{NUMBER_NAME}\b|dia|proxim|ultim|primer|quincen|seman|mes|otr[oa]|trabaj|chamb|jal|turno|hora|obra|destajo|sueld|pago|cheque|misma?\b)"
# "Me cae la beca el 15": money comes that is no wages.
INCOME = (
    r"\b(?:me|nos) (?:pagan|depositan|caen?|llegan?|ingresan|abonan|entran?|dan|sueltan|van? a (?:pagar|depositar|caer|llegar|ingresar|abonar|dar|entrar))"
    rf"(?! {_WAGES})(?! (?:mi |el |la )?{_PAYERS})(?= (?:el|la|los|las|mi|mis|un|una|unos|unas) (?!{_NO_OTHER}))"
)
PAYDAY = (
    rf"\b(?:(?:en )?(?:cuando|en cuanto|hasta que|apenas|una vez(?: que)?|n[io] bien|(?:en )?el dia (?:en )?que|nomas(?: que)?|ya que|luego"
    rf" que|tan pronto como|asi que) (?:me |ya |nos |la |lo |los |las )*(?:paguen|pagan|depositen|depositan"
    rf"|caiga|cae|rayen|rayan|llegue|llega|entre|den|dan|ingresen|ingresan|abonen|abonan|suelten|cobre"
    rf"|cobro|cobremos|cobramos)(?:(?: (?:de )?{_WAGES}| en (?:el trabajo|la chamba|el jale)| (?:lo )?del? (?:la |el |mi )?{_PAYERS})\b"
    r"|(?! (?:el|la|los|las|mi|mis|un|una|lo|de) (?!lun|mar|mie|jue|vie|sab|dom|\d|dia|proxim)| (?:a (?:mi |la )?(?:casa|oficina|trabajo|chamba|pueblo|ciudad|tienda)|al (?:banco|trabajo|oxxo|pueblo|jale|centro))\b))"
    rf"|(?:(?:cuando |el dia que )?(?:me|nos) (?:pag|ray|deposit|suelt|ingres|abon|liquid|d)(?:an|a|uen|ue|e|en) (?:mi |el |la |los |mis )?{_PAYERS}|me (?:(?:pagan|depositan|cae|rayan|llega|ingresan|abonan|entra|van? a (?:pagar|depositar|caer|rayar|ingresar|abonar)(?: (?:mi|el|la) (?:patron\w*|jef[ea]|empresa))?))|(?:yo )?(?:cobro|percibo|percibire)|cobramos|percibimos)(?! por|"
    rf" de mas)(?: {_WAGES})?"
    rf"|(?:el |la |mi )?{_PAYERS} (?:ya )?(?:me|nos) (?:pag|ray|deposit|suelt|ingres|abon|adelant|liquid|d)(?:an|a|ue|e|en)(?: {_WAGES})?"
    rf"|(?:me|nos) (?:adelant|pag|deposit|ingres|abon|d)an? {_WAGES}"
    r"|(?:de|con) (?:mi|el) (?:proximo|siguiente) (?:cheque|pago|sueldo|paycheck)"
    rf"|(?:el |mi )?(?:{_WAGES}|cheque)(?: (?:de|del) (?:mi |la |el )?(?:trabajo|chamba|jale|empresa))? (?:ya )?(?:me |nos )?(?:la |lo )?(?:dan|cae|caen|llega|pagan|depositan|entra|sale|entregan|ingresan)"
    rf"|(?:el |la |mi )?{_WAGES} (?:ya )?se (?:me )?(?:dispersa|deposita|paga|refleja|libera|cobra)"
    r"|(?:me|nos) (?:paga|deposita|raya)(?= (?:(?:el|los|cada|este|hasta el) (?:\d|dia|lun|mar|mie|jue|vie|sab|dom|uno|dos|cinco|diez|quince|veint|treint|primer|ultimo|fin)|a la semana|por semana|semanal|quincenal|manana|hoy))"
    r"|(?:esta |la )?quincena no,? (?:sino |pero |hasta |mejor )?(?:en )?la (?:que (?:sigue|viene|entra)|otra|siguiente|proxima)"
    r"|(?:al cobrar|cobrando|el dia de (?:pago|paga|cobro|quincena|raya)|dia de (?:pago"
    r"|paga|quincena|cobro)|dia que (?:me pag(?:an|uen)|cobr[oe]))"
    r"|(?:(?:en|con|a|para|de|hasta|desde|saliendo|pasando|cayendo|pasada) )?(?:(?:la|esta"
    r"|mi|fin de|cada) )?(?:(?:proxima"
    r"|siguiente|otra) )?(?<!primera )(?<!segunda )quincena(?: que (?:viene|entra))?(?!"
    r" de)"
    r"|(?:cuando (?:tenga|reciba|llegue|salga)|con|en) (?:mi|el|la) (?:nomina|sueldo"
    r"|aguinaldo|pago|paga|cheque|raya|salario))\b"
)


def _wage_day(match: re.Match[str], seen: Seen) -> Days | None:
    """ "La quincena del 15": the wages and their day at once."""
    number = small_number(match["number"])
    if not 1 <= number <= 31:
        return None
    if match["month"]:
        day = cal.month_day(month_number(match["month"]), number, today=seen.today)
    else:
        day = cal.day_of_month(number, today=seen.today)
    return replace(day, event="payday")


WAGE_DAYS: tuple[DayRule, ...] = (
    rule(
        rf"\b(?:(?:en|con|para|de|a|hasta|saliendo|pasando) )?(?:(?:la|mi|esta) )?(?:quincena|raya|nomina|paga) (?:(?:de )?este|del?) (?:dia )?{NUMBER}(?: de {MONTH})?(?! (?:mil|pesos|dias))",
        _wage_day,
    ),
    rule(
        r"\b(?:(?:en|con|para|de|a|hasta) )?(?:(?:la|mi|esta) )?quincena (?:de fin(?:es)?|del ultimo|del fin) (?:de|del) mes\b",
        lambda match, seen: replace(cal.month_end(0, today=seen.today), event="payday"),
    ),
    # "Con la extra de Navidad": wages, and no feast.
    rule(
        r"\b(?:(?:con|de|cuando (?:me )?(?:llegue|caiga|cobre|den)) )?(?:la|mi|el) (?:paga |prima |bono )?(?:extra|extraordinaria|bono|gratificacion|prima|aguinaldo) (?:de|por) (?:navidad|fin de ano|reyes|verano|junio|julio|diciembre)\b",
        fixed(Days(event="payday")),
    ),
    rule(INCOME, fixed(Days(event="income"))),
)


def feast_rules() -> tuple[DayRule, ...]:
    """A rule for each way to name a day by a feast: on it, before it, a weekday after it."""
    rules: list[DayRule] = [
        rule(r"\bantes de semana santa\b", seen_from(feasts.before, HOLY_WEEK)),
        rule(r"\bsemana santa\b", seen_from(feasts.over, HOLY_WEEK, 7)),
    ]
    of = rf"de(?:l)? (?:la |el )?{_NAMES.pattern}\b"
    rules += [
        rule(
            rf"\b(?:el |un |al )?dia (?:despues|siguiente|posterior) (?:de(?:l)?|al?) (?:la |el |dia de )?{_NAMES.pattern}\b",
            _NAMES.of(lambda feast: seen_from(feasts.on, feasts.after(feast, 1))),
        ),
        rule(
            rf"\b(?:las? |los |mis )?(?:vacaciones|fiestas|posadas|descanso|puente) (?:de(?:l)?|por) (?:la |el )?{_NAMES.pattern}\b",
            fixed(VAGUE),
        ),
        rule(
            rf"\b(?:el |para el )?{WEEKDAY} (?:despues|pasando|siguiente) {of}",
            _NAMES.of(lambda feast: weekday_after(feast, weekday_number)),
        ),
        rule(
            rf"\b(?:el |para el )?{WEEKDAY} (?:antes|previo|anterior) (?:a )?{of}",
            _NAMES.of(lambda feast: weekday_before(feast, weekday_number)),
        ),
        rule(rf"\bantes {of}", _NAMES.of(lambda feast: seen_from(feasts.before, feast))),
        rule(rf"\b{_NAMES.pattern}\b", _NAMES.of(lambda feast: seen_from(feasts.on, feast))),
    ]
    return tuple(rules)
