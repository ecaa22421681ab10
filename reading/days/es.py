"""How Spanish names a day, in Mexico, the United States and Spain; reads text without accents."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import reduce

from reading.days import calendar as cal
from reading.days import working
from reading.days.calendar import VAGUE, Days
from reading.days.context import DayRule, Seen, fixed, rule, seen_from
from reading.days.en_counted import left_of_month
from reading.days.es_counted import (
    after_next,
    after_unit,
    choice_of_counts,
    count_of,
    counted_from,
    early_next_week,
    end_of_week,
    gap,
    nth_weekday,
    nth_weekday_each,
    nth_weekday_told,
    sums_by_day,
    week_of,
    weekdays_of_month,
)
from reading.days.es_months import ENDING, MONTH_RULES, NEXT, NEXT_MONTH, YEAR, bare_day, of_month
from reading.days.es_occasions import PAYDAY, WAGE_DAYS, feast_rules
from reading.text import MASK
from reading.words.es import (
    COUNT,
    MONTH,
    NUMBER,
    NUMBER_NAME,
    WEEKDAY,
    WEEKDAY_NAME,
    month_number,
    small_number,
    weekday_number,
)

_NEXT_WEEK = rf"(?:semana {NEXT}|(?:proxima|siguiente|otra|la que viene) semana)"


def _listed(match: re.Match[str], seen: Seen) -> Days | None:
    """The second of "los días 15 y 30"."""
    number = small_number(match["number"])
    return (
        bare_day(match, seen) if 1 <= number <= 31 and _LIST.search(match.string[: match.start()]) else None
    )


_LIST = re.compile(
    r"(?:\bdias |\blos |^)\x1f+(?:(?:,| y|, y) \x1f+)*(?:,| y|, y) $|\x1f+, \x1f+(?:,| y|, y) $"
)


def _each_of_month(match: re.Match[str], seen: Seen) -> Days | None:
    """ "Mil al mes, los 25"."""
    return bare_day(match, seen) if 1 <= small_number(match["number"]) <= 31 else None


def _either_day(match: re.Match[str], seen: Seen) -> Days | None:
    """ "El 20 o 21", "el 15, el 16 o el 17"."""
    numbers = [int(number) for number in re.findall(r"\d+", match[0])]
    if not all(1 <= number <= 31 for number in numbers):
        return None
    days = (cal.day_of_month(number, today=seen.today) for number in numbers)
    return reduce(lambda one, other: cal.either(one, other, today=seen.today), days)


def _dated_alike(match: re.Match[str], seen: Seen) -> Days | None:
    """ "Mañana 29 te mando 85": the number is the day's own, where a sum is told beside it."""
    days = {"h": 0, "e": 0, "m": 1, "p": 2}[match["day"][0]]
    day = seen.today + timedelta(days=days)
    beside = match.string[: match.start()] + match.string[match.end() :]
    named = day.day == int(match["number"]) and _A_SUM.search(beside)
    return cal.in_days(days, today=seen.today) if named else None


_A_SUM = re.compile(
    r"(?<![\d/:.,])\d{2,}(?![/:\d])|\b(?:mil|cien|\w+cient[oa]s|quinient[oa]s|todo|resto|mitad)\b"
)


def _weekday_and_date(match: re.Match[str], seen: Seen) -> Days | None:
    weekday, dated = (
        weekday_number(match["weekday"]),
        of_month(match, seen) if match["month"] else bare_day(match, seen),
    )
    agreeing = [day for day in dated.readings if day.weekday() == weekday]
    if agreeing:
        return cal.one(agreeing[0], today=seen.today)
    if not match["month"] and sums_by_day(match):
        return None
    named = cal.weekday(weekday, today=seen.today)
    later = [after for day in dated.readings if (after := cal.add_months(day, 1)).weekday() == weekday]
    return cal.doubtful((*named.readings, *dated.readings, *later), today=seen.today)


def _weekday(match: re.Match[str], seen: Seen) -> Days:
    return cal.weekday(weekday_number(match["weekday"]), today=seen.today)


def _of_next_week(match: re.Match[str], seen: Seen) -> Days:
    return cal.week_weekday(weekday_number(match["weekday"]), 1, today=seen.today)


def _of_this_week(match: re.Match[str], seen: Seen) -> Days:
    return cal.this_weekday(weekday_number(match["weekday"]), today=seen.today)


_UNIT = r"(?P<unit>dias?|semanas?|meses|mes|horas?|minutos?|quincenas?|ratos?|ratito)\b"
# "Cuando venda el carro": nobody knows yet when that is.
_TO_COME = (
    r"(?:vend|salg|caig|teng|pued|recib|consig|acab|termin|junt|sal|lleg|lle[gv]u|entr|pag|pagu|deposit|ingres|suelt|encuentr|prest|devuelv|liber|resuelv"
    r"|toqu|autoric|apruebe?|cobr|saqu|firm|empiec|regres|vuelv|mand|quit|arregl|complet|cierr|entregu|d)(?:a|e|an|en|amos|emos)"
)
# "Ya que me pague el seguro": only the subjunctive is of what is to come.
_ONCE_IT = (
    r"(?:vend|salg|caig|teng|pued|recib|vuelv|resuelv|devuelv|consig)a[ns]?"
    r"|(?:pagu|lleg(?:u)|entr|deposit|ingres|suelt|encuentr|prest|liber|autoric|aprueb|saqu|firm|empiec|regres|mand|arregl|complet|cierr|entregu|acab|termin|junt|cobr|transfier|liquid|repart|reembols|gir)en?"
)
RULES: tuple[DayRule, ...] = (
    rule(
        rf"\b(?:no )?(?:de |es |va a ser )?(?:(?:este|hoy|manana|el) )?(?:proximo )?{WEEKDAY}(?: {NEXT})?,? (?:(?:que )?no(?: (?:es este|(?:lo )?(?:puedo(?: pagar)?|se puede|me alcanza|va a poder ser|llego)))?,? )?(?:pero |sino |mejor )?(?:en ocho|al otro|(?:el|al)"
        rf" (?:(?:otro|siguiente)(?: (?P=weekday)\b)?|(?:(?P=weekday) )?que sigue|de (?:la )?(?:otra|siguiente)(?: semana)?))\b",
        after_next,
    ),
    rule(
        rf"\b(?:en |para |durante )?la semana (?:del|que empieza el) (?:lunes )?{NUMBER}(?: de {MONTH})?",
        week_of,
    ),
    rule(
        r"\b(?:en |dentro de )?(?:una semana|un mes|un dia|semana) (?:o dos|y media)\b|\ba mitad de(?:l)? (?:mes|semana)\b"
        r"|\ba media semana\b|\b(?:la )?(?:segunda|tercera|cuarta|ultima) semana de(?:l)?\b(?: \w+)?",
        fixed(VAGUE),
    ),
    rule(
        rf"\b(?:{ENDING}) (?:el|este) mes\b",
        seen_from(cal.month_end, 0),
    ),
    rule(
        r"\bmanana(?: (?:por|en) la (?:manana|tarde|noche)| temprano)? o pasado(?: manana)?\b",
        lambda m, s: cal.doubtful((s.today + timedelta(days=n) for n in (1, 2)), today=s.today),
    ),
    rule(rf"(?<=\bdias ){NUMBER}(?=(?: y| e|,) \d)", bare_day),
    rule(
        r"(?:(?<=\x1f)(?:,? ?(?:o sea |osea |es decir |que (?:es|son|seria) )?)|\b(?:los|todos los|cada) )(?:el |los )?(?P<number>15|quince|1|5|10|primero)(?= y (?:el |los |a )?(?:30|31|15|16|20|ultimo|fin(?:es)? de mes)\b)",
        bare_day,
    ),
    rule(
        r"(?<=\x1f)(?P<number>[12]?\d|3[01])\b(?= (?:les?|te|os|se|pago|doy|deposito|abono|mando|paso|de cada|del mes)\b|[,;]|$)(?![.,]\d)",
        bare_day,
    ),
    rule(
        r"\b(?:mañana|manana) a primera hora\b|\ba primera hora(?: de (?:mañana|manana))?\b(?! d)",
        seen_from(cal.in_days, 1),
    ),
    rule(
        r"\ben lo que (?:va|queda|resta) de (?:la |esta )?semana\b|\bantes de (?:que (?:se )?)?(?:acab|termin)(?:e|ar) (?:la |esta )semana\b",
        seen_from(cal.whole_week, 0),
    ),
    rule(
        r"(?<=\x1f, )(?P<number>\d{1,2})(?=(?:,| y| e|, y) \d{1,2}\b(?![\d.,]*\d| ?(?:pesos|dolares|euros|varos|mil|%)))",
        bare_day,
    ),
    rule(
        r"(?:(?<=\x1f y )|(?<=\x1f, y )|(?<=\x1f, ))(?P<number>\d{1,2})\b(?![.,:/]\d)(?! ?(?:pesos|dolares|euros|varos|mil|%))",
        _listed,
    ),
    rule(
        rf"\b(?:en )?(?:algun (?:momento|dia|rato)|alguna fecha|cualquier (?:dia|momento)) (?:de|en|del|durante) (?:{MONTH}|(?:el |este )?mes(?: que viene)?|la (?:otra |proxima )?semana)",
        fixed(VAGUE),
    ),
    *WAGE_DAYS,
    rule(PAYDAY, fixed(Days(event="payday"))),
    rule(
        r"\b(?:el |para el |dia )\d{1,2}(?:, (?:el )?\d{1,2}){0,4},? (?:o|u)(?: el)? \d{1,2}\b(?! ?(?:pesos|mil|euros|varos|%|dias))",
        _either_day,
    ),
    rule(
        r"\b(?P<day>hoy|esta noche|manana|pasado manana),? (?:dia |que (?:es|cae) (?:el )?)?(?P<number>\d{1,2})\b(?![.,:/]\d)(?! ?(?:pesos|mil|euros|varos|dolares|%|[$€]|de [a-z]))",
        _dated_alike,
    ),
    rule(
        rf"\b(?:el )?(?:dia )?1 ?(?:°|º|o\.?|er|ero|ro) de {MONTH}",
        lambda m, s: cal.month_day(month_number(m["month"]), 1, today=s.today),
    ),
    *working.SPANISH,
    rule(
        r"\b(?:el )?(?:(?:dia ultimo|ultimo dia)(?= |$|[.,;!])(?! de)|ultimo(?=$|[.,;!]| (?:y|e|o|le|les|te|os|se|me|sin|para|pa|pago|doy|deposito|abono|mando|paso|yo|ya|ahi|por|con|en|si|no|va|van|seria|sera|otr[oa]s?|luego|nomas|jefe|sale|ok|\d|\x1f)(?![a-z])))",
        seen_from(cal.month_end, 0),
    ),
    rule(
        rf"\b(?:{ENDING}) (?:el mes de )?{MONTH}(?! \d)",
        lambda m, s: cal.named_month_end(month_number(m["month"]), today=s.today),
    ),
    rule(
        r"\bantes de que (?:se )?(?:acabe|termine) (?:el|este) ano\b",
        lambda m, s: cal.year_end(today=s.today),
    ),
    rule(
        rf"\b(?:empezando|comenzando|iniciando|arrancando|entrando) {MONTH}(?! \d)",
        lambda m, s: Days(month=month_number(m["month"])) if MASK in m.string else VAGUE,
    ),
    rule(
        rf"\b{WEEKDAY}(?:,(?= (?:el |dia |\d)))? \(?(?:el )?(?:dia )?(?!un[oa]? (?:el|la|este|y|de (?:es|l)[ao]s)\b){NUMBER}(?: de(?:l)?(?: mes de)? {MONTH}{YEAR})?(?![.,]\d)(?!"
        rf" (?:de |del )?(?:mes|proximo|este))(?! (?:{WEEKDAY_NAME}|sabados|domingos|veces|pagos|abonos|semanas|quincenas|meses|dias)\b)(?!:| ?(?:%|por ?ciento|pesos|dolares|euros|varos|am|pm|hrs|mil"
        rf"|cientos|[$€]|\d))",
        lambda m, s: _weekday_and_date(m, s) if 1 <= small_number(m["number"]) <= 31 else None,
    ),
    rule(
        rf"\b(?:el )?(?P<nth>primer|segundo|tercer|cuarto|ultimo) {WEEKDAY} de(?:l)? (?:{NEXT_MONTH}|este mes|mes|{MONTH})",
        nth_weekday,
    ),
    rule(
        rf"\b(?:el )?(?P<nth>primer|segundo|tercer|cuarto|ultimo) {WEEKDAY} (?:de )?(?=\x1f)",
        nth_weekday_each,
    ),
    rule(
        rf"\b(?<!cada )(?:el |mi )?(?P<nth>segundo|tercer|cuarto) {WEEKDAY}(?! (?:de|del|que|en|despues|pago|\d)\b)",
        nth_weekday_told,
    ),
    rule(
        r"\b(?:en |dentro de )?(?:un )?mes y medio\b",
        lambda m, s: cal.doubtful([cal.add_months(s.today, 1) + timedelta(days=15)], today=s.today),
    ),
    rule(rf"(?:\blos |(?<=\x1f))dias? {NUMBER}(?! ?(?:pesos|de))", bare_day),
    rule(
        rf"\b(?:cuando|en cuanto|apenas|una vez que|tan pronto como|hasta que|nomas que|a que|luego que) (?:(?:me|se|ya|nos|yo|le|mi|lo) )*(?:(?:el|la|los|las|mi|un|una) (?:\w+ ){{1,2}}?)?"
        rf"(?!sea|esta|este|era|una?\b|para|ayuda|llam|marqu|escrib|habl|contact|gust|quier|manana|semana|quincena|fecha|nomina|parte|noche|tarde)(?:{_TO_COME})\b"
        rf"(?: (?:(?:el|la|los|las|lo|un|una|mi|de|del|en|con|al) (?!{WEEKDAY_NAME}|\d|dia|mes|\x1f|quincena)\w+ ?){{1,2}})?"
        r"|\b(?:pasando|pasad[oa]s?) (?:el|los|la|las) (?:puente|fiestas?|vacaciones|posadas|pascuas?|navidad(?:es)?|feria|verano|temporada|semana santa|puentes|boda|mudanza)\b"
        rf"|\b(?:ya que|asi que|en lo que|luego luego que|nada mas) (?:(?:me|se|nos|le|lo|la|l[oa]s) )*(?:{_ONCE_IT})\b",
        fixed(VAGUE),
    ),
    *feast_rules(),
    *MONTH_RULES,
    rule(r"\bpasado ma(?:n|ñ)ana\b|\bpasado manana\b", seen_from(cal.in_days, 2)),
    rule(
        rf"\b(?:el )?{WEEKDAY} de (?:la )?{_NEXT_WEEK}\b|\b(?:la )?{_NEXT_WEEK},? (?:el"
        rf" )?{WEEKDAY.replace('weekday>', 'weekday2>')}",
        lambda m, s: cal.week_weekday(weekday_number(m["weekday"] or m["weekday2"]), 1, today=s.today),
    ),
    rule(rf"\b(?:el )?{WEEKDAY} de esta(?: misma)? semana\b", _of_this_week),
    rule(rf"\b{WEEKDAY} (?:en ocho|de la otra semana|subsiguiente)\b", after_next),
    rule(
        rf"\b(?:el |este )?(?:proximo|siguiente) {WEEKDAY}|\b(?:el |este"
        rf" )?{WEEKDAY.replace('weekday>', 'weekday2>')} {NEXT}\b",
        lambda m, s: cal.coming_weekday(weekday_number(m["weekday"] or m["weekday2"]), today=s.today),
    ),
    rule(rf"\b(?:a |al )?fin(?:es|al(?:es)?)? de (?:la )?(?:esta )?(?:{_NEXT_WEEK})\b", end_of_week),
    rule(
        r"\bantes del? (?:este |el )?(?:fin(?:es)? de semana|finde)\b",
        lambda m, s: (
            cal.coming_weekday(4, today=s.today) if s.today.weekday() < 4 else cal.weekday(4, today=s.today)
        ),
    ),
    rule(
        r"\b(?:algun[oa]? de |un[oa]? de )?est[oa]s (?:findes|fines de semana|dias|semanas)\b|\b(?:algun|un) (?:finde|fin de semana|dia)(?: de est[oa]s)?\b(?! (?:si|y otro|antes|despues|mas))",
        fixed(VAGUE),
    ),
    rule(
        r"\b(?:(?:el |este |al )?(?:proximo|otro) (?:fin de semana|finde|fin)|(?:el )?(?:fin"
        r" de semana|finde) que (?:viene|entra))\b",
        seen_from(cal.weekend, 1),
    ),
    rule(
        r"\b(?:(?:el |este |en el |al )?(?:fin(?:es)? de (?:esta )?semana|finde))\b",
        seen_from(cal.weekend, 0),
    ),
    rule(r"\b(?:a )?finales de (?:esta |la )?semana\b", end_of_week),
    rule(
        rf"\b(?:a )?(?:principios?|inicios?|mediados?|comienzos?) de (?:la )?(?:{_NEXT_WEEK})\b",
        early_next_week,
    ),
    rule(rf"\b(?:(?:en|para|durante) )?(?:la )?{_NEXT_WEEK}\b", seen_from(cal.whole_week, 1)),
    rule(r"\b(?:(?:en|durante) )?esta(?: misma)? semana\b|\bentre semana\b", seen_from(cal.whole_week, 0)),
    rule(
        rf"\b(?:de |a |en )?(?:(?P<start>hoy|manana)|(?:el |este )?{WEEKDAY}) en (?P<gap>ocho|8|quince|15|(?:una|dos|tres|1|2|3) semanas?|un mes)(?: dias)?\b(?! (?:pagos|partes|mil))",
        counted_from,
    ),
    rule(
        r"\ben ocho dias\b",
        lambda m, s: cal.doubtful((s.today + timedelta(days=n) for n in (7, 8)), today=s.today),
    ),
    rule(
        rf"\b(?:a las? |a los )?{COUNT} (?P<unit>dias?|semanas?|mes(?:es)?) (?:despues|mas"
        rf" tarde|siguientes?)\b(?! de)",
        lambda m, s: gap(m, count_of(m, s)),
    ),
    rule(
        rf"(?<=\w )a l[ao]s {COUNT} (?P<unit>dias|semanas|meses)\b(?! (?:de|que)\b)",
        lambda m, s: gap(m, count_of(m, s)),
    ),
    rule(
        rf"\b(?:en |dentro de )?(?:unos |como )?(?P<low>{NUMBER_NAME}) ?(?:o|a|-)"
        rf" ?(?P<high>{NUMBER_NAME}) {_UNIT}(?! de (?:atras|retras))",
        choice_of_counts,
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
        r"\b(?:deme|dame|denme|dadme|espereme|esperame|esperen(?:me)?|aguanteme|aguantame|aguanten(?:me)?|regaleme|necesito|ocupo|quiero|pido)"
        r" (?:(?:un|unos|unas|algo|poco|poquito|mas|de|otros|otras) )*(?:diitas|dias|semanas|semanitas|tiempo|tiempecito)(?: mas)?\b",
        fixed(VAGUE),
    ),
    rule(
        rf"\b(?:en|antes de|dentro de|a mas tardar en|en menos de|en maximo|en no mas de)(?: los"
        rf" proximos| las proximas| el plazo de)? {COUNT} {_UNIT}(?:,? (?:contando|contad[oa]s|contar|empezando|a partir)?(?: desde| de| a partir de)? (?:hoy|ahora|esta fecha)\b)?",
        count_of,
    ),
    rule(
        rf"\b(?:deme|dame|denme|dadme|dejame|dejeme|espereme|esperame|esperen|aguanteme|aguantame|regaleme|regalame|necesito|ocupo) (?:otros? |unos )?{COUNT} {_UNIT}",
        count_of,
    ),
    rule(
        rf"\b{COUNT} {_UNIT} mas\b|\b(?<!el )(?<!la )(?<!al )otr[oa] (?P<unit2>dia|semana|mes)(?: mas)?\b(?! (?:le|les|te|pago|doy|si|no))",
        lambda m, s: after_unit(small_number(m["count"]) if m["count"] else 1, m["unit"] or m["unit2"], s),
    ),
    rule(
        r"(?<!por la )(?<!en la )(?<!de la )(?<!la )\b(?:manana|mñn|mnn|mnna|mñna|mana|manna|maniana|mayana)\b(?: (?:mismo|sin falta|por la"
        r" manana|en la manana|temprano|por la tarde|en la tarde|en la noche|por la noche))?",
        seen_from(cal.in_days, 1),
    ),
    rule(
        r"\b(?:hoy(?: mismo| dia| en la (?:tarde|noche)| por la (?:tarde|noche))?|esta(?: misma)?"
        r" (?:noche|tarde|manana)|(?<!por )ahorita(?:ta)?(?: mismo)?|orita|(?<!por )ahora(?: mismo)?|al rato|al ratito|ya"
        r" mismo|de inmediato|inmediatamente|en este momento|(?<!es )(?<!ado )(?<!ingo )(?<!ana )(?<!\d )(?<!\x1f )en la noche|(?<!es )(?<!ado )(?<!ingo )(?<!ana )a la noche|mas tarde|mas al"
        r" rato)\b",
        seen_from(cal.in_days, 0),
    ),
    rule(
        rf"\bel (?:otro|proximo) ano\b|\b(?:la )?(?:primera|segunda) quincena(?: de(?:l)? (?:mes|{MONTH}))?",
        fixed(VAGUE),
    ),
    rule(
        rf"\b(?:(?:el|este|en el|para el) )?{NEXT_MONTH}\b", lambda m, s: Days(month=s.today.month % 12 + 1)
    ),
    rule(
        rf"(?<=\x1f){WEEKDAY}s? (?:de(?:l)? (?:mes de )?{MONTH}|(?:(?:en|de|durante|por) )?(?:este mes|mes en curso))",
        weekdays_of_month,
    ),
    rule(
        r"\b(?:en |durante |dentro de |antes de acabar |antes de que acabe )?este(?: mismo)? mes\b",
        left_of_month,
    ),
    rule(
        rf"\b(?:de|desde|entre|en) {MONTH} (?:a|al|hasta|y|-) (?:el )?(?P<last>{MONTH.replace('?P<month>', '?:')})(?! ?\d)",
        lambda m, s: Days(month=month_number(m["month"]), last_month=month_number(m["last"])),
    ),
    rule(
        rf"(?<=\x1f,) los {NUMBER}(?=$|[,.;]| (?:de cada|empez|comenz|inici|arranc|desde|a partir|hasta))",
        _each_of_month,
    ),
    rule(rf"(?<=\x1f )a {MONTH}\b(?! \d)", lambda m, s: Days(month=month_number(m["month"]))),
    rule(
        rf"\b(?:(?:(?:comenz|comienz|empez|empiez|inici|arranc)(?:ando|aria|amos|ar|o) )?(?:en|desde|por|con|a partir de)|para|hasta|pa|durante|a lo largo de|en el (?:trans)?curso de)(?: el)?(?: mes de)? {MONTH}(?:(?: del?| del ano)? 20[2-9]\d)?\b(?! \d{{1,2}}\b(?! ?mil))",
        lambda m, s: Days(month=month_number(m["month"])),
    ),
    rule(
        r"\b(?:lo antes posible|cuanto antes|en cuanto pueda|cuando pueda|pronto|(?<!y )(?:luego|despues)(?! de)(?! (?:\$?\d|\x1f|otr[oa]s?\b|l[ao]s? \w+\b|el (?:resto|\x1f|\d|dia \d|primero|ultimo|lun|mar|mie|jue|vie|sab|dom)|cien|dos|tres|mil|quin|mitad))"
        r"|(?<=y )(?:luego|despues)(?=$|[.,;!?]| (?:le|les|te|os|vemos)\b)|mas adelante|un dia de estos|estos dias|en estos dias|lo mas pronto posible"
        r"|a la brevedad)\b",
        fixed(VAGUE),
    ),
    rule(
        r"\b(?:en cuanto(?! al?\b)|tan pronto como|tan luego(?: como)?|una vez que|apenas(?= (?:me|se|nos|ya|mi|el|la|teng|pued|cobr|vend|salg|lleg))|cuando (?=(?:me|nos|ya|mis?|se me) [a-z]))\b",
        fixed(VAGUE),
    ),
    rule(rf"\b(?:(?:el|este|para el|pal|pa el|pa\'l|al|del|los) )?{WEEKDAY}(?!es)", _weekday),
    rule(
        rf"\b(?!el (?:primero|uno) (?:el|este|hoy|manana|pasado|sera|seria|lo (?:pago|doy|deposito|abono)))(?:el|este|dia|para el|pal|pa el|pa'l|x el|hasta el|al|antes del|desde el|del) (?:dia )?{NUMBER}(?![.,:/]\d"
        rf"| ?[%$€]|:| ?(?:pesos|dolares|euros|varos|baros|am|pm|hrs|%|por ciento|mil|k\b|de la"
        rf" (?:tarde|noche|manana)))",
        lambda m, s: bare_day(m, s) if 1 <= small_number(m["number"]) <= 31 else None,
    ),
)
