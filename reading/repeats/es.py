"""How Spanish says that payments repeat (text without accents)."""

from __future__ import annotations

import re

from reading.repeats.cycles import (
    DAILY,
    FORTNIGHTLY,
    MONTHLY,
    PAYDAYS,
    WEEKLY,
    Cycle,
    Every,
    Times,
    counted,
    every,
)
from reading.words.es import COUNT, MONTH, WEEKDAY_NAME, small_number


def _every_count(match: re.Match[str]) -> Every | None:
    count = small_number(match["count"])
    if not 1 <= count <= 90:
        return None
    unit = match["unit"][0]
    return Every(Cycle(months=count) if unit == "m" else Cycle(days=count * {"s": 7, "d": 1}[unit]))


def _goes_on(match: re.Match[str]) -> Every | None:
    """ "100 el jueves, 100 el otro jueves y así sucesivamente": as often as the days named before it."""
    before = match.string[: match.start()]
    if re.search(rf"\b{WEEKDAY_NAME}\b|\bsemana", before):
        return Every(WEEKLY)
    return Every(MONTHLY) if re.search(rf"\bmes\b|\b\d{{1,2}} de {MONTH}", before) else None


def _spread(match: re.Match[str]) -> Times | None:
    """ "Por 4 meses": so many payments, so far apart."""
    count = _times(match)
    if count and match["unit"][0] == "q" and _ON_BOTH.match(match.string, match.end()):
        return Times(count.count)
    return Times(count.count, {"s": WEEKLY, "m": MONTHLY, "q": PAYDAYS}[match["unit"][0]]) if count else None


def _times(match: re.Match[str]) -> Times | None:
    groups = match.groupdict()
    count = small_number(match["count"] or groups.get("n") or groups["m"])
    cycle = MONTHLY if "mensualidad" in match[0] else PAYDAYS if "quincena" in match[0] else None
    return Times(count, cycle) if 2 <= count <= 120 else None


# Weeks; "50 sábado" is a sum and its day.
_A_HALF_YEAR = 26
# What one pays in several of.
_PAYMENTS = (
    r"(?:pag(?:os|uitos)|partes|partecitas|partidas|abon(?:os|itos)|cuotas|cuotitas|plazos|exhibiciones|mensualidades|quincenas|parcialidades|tandas"
    r"|tantos|veces|depositos|ingresos|transferencias|entregas|letras|recibos|cachos|pedazos|trozos|mitades|movimientos|bizums|jalones|tiempos|tractos)"
)
_SPLITS = r"(?:part(?:o|imos|ir|amos|en|es|irlo|irla|elo|alo|amelo|amoslo|anlo|a|e)|divid\w+|divido|separ\w+|repart\w+|difer\w+|difier\w+|fraccion\w+)"

# The days that a fortnight's wages are paid on: "quincenal, el 15 y el 30".
_HALVES = r"(?=[^.;!?\n]{0,40}?\b(?:15|quince|14|16|1|1o|primero|1ro|5|10)(?: de cada mes)?,? (?:y|e|&) (?:(?:el|los|dia|al|a) )*(?:30|31|28|29|16|15|20|25|treinta(?: y uno)?|quince|dieciseis|ultimo|fin)\b(?! ?(?:mil|pesos|varos|dolares)))"

_BOTH_DAYS = re.compile(r"\blos (?:dias )?\d{1,2},? y (?:el )?(?:\d{1,2}|ultimo)$", re.ASCII)
_ON_BOTH = re.compile(_HALVES, re.ASCII)

_ON_A_WEEKDAY = re.compile(
    rf"\bcada (?:quince|15) dias,? (?:(?:en|los|el|x|por|cada) )+{WEEKDAY_NAME}\b(?! \d)|\blos {WEEKDAY_NAME},? cada (?:quince|15)"
)
_DAILY = re.compile(r"\b(?:diari[oa]s?|cada dia|al dia|por dia|todos los dias)\b|\x1f")

RULES = (
    # "Lo pago en 3 meses, 150 cada mes".
    counted(
        rf"\ben {COUNT} (?P<unit>quincenas|semanas|meses)(?=[,:]? (?:de |a |con |son )?\$?\d[\d.,]*(?: ?(?:mil|k))?(?: pesos| euros| dolares)? (?:(?:cada|por|al|a la) (?:mes|semana|quincena)|mensual|semanal|quincenal))",
        _spread,
    ),
    every(r"\bcada (?=(?:15|quince|1|5|10) y )", MONTHLY),
    counted(
        r"\b(?:y )?asi (?:sucesivamente|seguido|(?:me|le) sigo)(?=,? (?:hasta|a)\b|\W*$| \x1f)|\by asi (?=hasta\b)",
        _goes_on,
    ),
    counted(
        r"(?<=[\do]) (?=(?:desde|hasta|a partir|(?:empez|comenz|inici|arranc)ando|de [a-z]{4,10} (?:a|hasta))\b)",
        lambda m: Every(MONTHLY) if _BOTH_DAYS.search(m.string[max(0, m.start() - 24) : m.start()]) else None,
    ),
    every(r"\bcada (?=fin de mes|ultimo dia|primero|dia (?!de (?:es|ell|est)))", MONTHLY),
    counted(
        r"\bcada (?:quince|15) dias\b",
        lambda m: Every(Cycle(days=14 if _ON_A_WEEKDAY.search(m.string) else 15)),
    ),
    every(r"\b(?:dos|2) veces (?:al|por) mes\b", MONTHLY),
    every(rf"\bquincenal(?:es|mente)?\b{_HALVES}|\b(?:cada|por|a la|x) quincena\b{_HALVES}", MONTHLY),
    every(
        r"\bcada (?:quince|15) dias\b|\bquincenal(?:es|mente)?\b|\b(?:cada|por|a la|x)"
        r" quincena\b",
        PAYDAYS,
    ),
    every(r"\bcada (?:ocho|8) dias\b", WEEKLY),
    every(r"\bcada tercer dia\b|\bun dia si,? (?:y )?(?:el )?otro no\b", Cycle(days=2)),
    every(
        rf"\b(?:(?:una )?semana si,? (?:y )?(?:la )?(?:otra|semana) no|si,? y (?:el |la )?(?:otr|un)[oa] no|de por medio|por medio(?! de)|alternos)\b|\bcada (?:dos|2|segund[oa]) (?=(?:{WEEKDAY_NAME}|sabados|domingos)\b)|\bcada catorcena\b|\b(?:catorcen|biseman)al\w*",
        FORTNIGHTLY,
    ),
    counted(rf"\bcada {COUNT} (?P<unit>dias?|semanas?|mes(?:es)?)\b", _every_count),
    every(
        rf"\b(?:semana a semana|semana con semana|semana tras semana|a la semana|cada (?=fin de semana))\b|\b(?:cada|por|a la|x) semana\b|\bsemanal(?:es|mente)?\b|\b(?:cada"
        rf"|todos los|every|each) (?={WEEKDAY_NAME}\b)|\b(?:de )?(?P<again>{WEEKDAY_NAME}) (?:a|con|tras) (?=(?P=again)\b)|\bde cada semana\b|(?<!cobro )(?<!pagan )(?<!depositan )(?<!rayan )(?<!cobramos )\blos (?={WEEKDAY_NAME}\b(?! (?:\d|que|pasad)))|\blos (?={WEEKDAY_NAME}\b de cada\b)",
        WEEKLY,
    ),
    every(r"\btodos los (?=fin(?:es|ales)? de mes|ultimos? dias?)", MONTHLY),
    every(
        r"\blos (?=dias (?:\d{1,2}|primero|quince|ultimo)\b(?! ?(?:y|e|,) ?(?:el |los )?\d))|\b(?:mes con mes|mes a mes|mes tras mes)\b|"
        r"\b(?:cada|por|al|x) mes\b(?! (?:que|proximo|siguiente|del?\b|entrante))|\bmensual(?:es"
        r"|mente)?\b|\bde cada mes\b|\btodos los meses\b|\bcada (?=\d{1,2}\b|dia \d)",
        MONTHLY,
    ),
    every(r"\bcada dia de pago\b|\bcada (?:que|vez que) (?:cobre|cobro|me (?:paguen|pagan))\b", PAYDAYS),
    every(
        r"\b(?:cada dia(?! de (?:es[oa]s|ell[oa]s|est[oa]s|los|cobro|pago)|,? (?:que|en que))|diario|diarios|al dia(?= (?:hasta|desde|empez)))\b",
        DAILY,
    ),
    every(r"\b(?:cada|por|al) trimestre\b|\btrimestral(?:es|mente)?\b", Cycle(months=3)),
    every(r"\b(?:cada|por|al) bimestre\b|\bbimestral(?:es|mente)?\b", Cycle(months=2)),
    counted(rf"\b{COUNT} (?P<unit>quincenas|semanas|meses)(?= (?:de|a) \$?\d)", _spread),
    counted(
        rf"\b(?:en|a|con|hacer|hago|haria|de) {COUNT} {_PAYMENTS}\b|\b{_SPLITS} (?:[a-z]+ ){{0,4}}?en {COUNT.replace('count', 'n')}\b(?! (?:dias|semanas|meses))|\ben {COUNT.replace('count', 'm')}(?= ?:|, (?:el|uno el|para el) (?:\d|primero|dia)|,? un[oa] (?:\x1f|(?:cada|por|el|al|hoy|manana|este)\b))",
        _times,
    ),
    counted(rf"\b(?:por|durante) {COUNT} (?:pagos|mensualidades)\b", _times),
    counted(
        r"\b(?:por|durante|en) (?:todo )?(?P<half>medio|un|1|el proximo|todo el) ano\b",
        lambda m: Times(6 if m["half"] == "medio" else 12, MONTHLY) if "\x1f" in m.string else None,
    ),
    counted(
        rf"\b(?:por|durante) {COUNT} dias\b(?! (?:de|sin|mas))",
        lambda m: _times(m) if _DAILY.search(m.string) else None,
    ),
    counted(
        rf"\b(?:(?:por|durante|en) )?(?:los )?(?:proximos |siguientes )?{COUNT} (?=(?:{WEEKDAY_NAME}|sabados|domingos|fines de semana)\b(?! \d))",
        lambda m: Times(told.count, WEEKLY) if (told := _times(m)) and told.count <= _A_HALF_YEAR else None,
    ),
    counted(
        r"(?<![\w$]) ?(?:y )?(?:son|serian|seran|van a ser|vienen siendo|saldrian|me salen|en total(?: son)?|total|hasta completar|hasta juntar|hasta hacer|contando|x|hasta llegar a) (?P<count>[2-9]|1\d|2[0-4]|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce)(?= ?(?:$|[.,;!]| y (?:ya|listo|quedamos|queda|con|a|termino|acabo|se)\b| en total))",
        lambda m: Times(small_number(m["count"])) if "\x1f" in m.string else None,
    ),
    counted(
        rf"\b{COUNT} (?P<unit>semanas|meses|quincenas) (?:seguid[oa]s|consecutiv[oa]s|corrid[oa]s|de corrido|cabal(?:es|itas)?)\b",
        _spread,
    ),
    counted(
        rf"\b(?:por lo pronto|por ahora|serian|son|total|en total|nomas|solo|contando) {COUNT} (?P<unit>semanas|meses|quincenas)\b(?! (?:de|que|sin|sin pagar|atras|despues))",
        lambda m: _spread(m) if "\x1f" in m.string else None,
    ),
    counted(
        rf"(?<=, ){COUNT} (?P<unit>semanas|meses|quincenas)\b(?= ?(?:$|[.;!]|,? (?:y (?:liquid|list|ya|queda|termin|acab|sald|se acab)|empez|comenz|inici|arranc|desde|a partir)))",
        lambda m: _spread(m) if "\x1f" in m.string else None,
    ),
    counted(rf"\b(?:otras )?{COUNT} veces\b(?! (?:al|por|a la|en|que|ya|me|les|le|he)\b)", _times),
    counted(
        rf"\b(?:(?:por|durante|a lo largo de)(?: los| las)?(?: proximos| proximas| siguientes)?|l[ao]s (?:proxim[ao]s|siguientes)) {COUNT} (?P<unit>semanas|meses|quincenas)\b",
        _spread,
    ),
    counted(
        r"(?<![\w$.,/-])(?<!el )(?<!dia )(?P<count>[2-9]|1\d) (?:de|por|x) (?=\$?\d{3}(?!\d{4}))", _times
    ),
    counted(
        rf"\b{COUNT} (?:pag(?:os|uitos)|abon(?:os|itos)|cuotas|mensualidades|depositos|parcialidades|plazos|transferencias|ingresos|exhibiciones|entregas)\b(?:"
        rf" iguales)?(?: de)?",
        _times,
    ),
)
