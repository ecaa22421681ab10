"""Spanish plans that come round on days said in few words, told out: "2000 los 15 y los 30", "300 diarios de lunes a viernes"."""

from __future__ import annotations

import re

from reading.words.es import NUMBER_NAME

_UNIT = r"(?: ?(?:pesos|pesitos|varos|euros|dolares|soles))?"
_SUM = rf"\$?(?:\d{{2,7}}(?:[.,]\d{{3}})*|\d{{1,3}}(?:[.,]\d)? ?(?:mil|k|lucas)){_UNIT}\b"
_DAY = r"(?:3[01]|[12]\d|[1-9])"
_NO_SUM = r"(?! ?(?:%|/|pesos|varos|euros|dolares|soles|mil|lucas|k\b|que\b|dias|de (?!cada)|[.,]\d))"
_CYCLE = (
    r"(?:(?:cada|al|por|a la) (?:mes|quincena)|mensual(?:es|mente)?|quincenal(?:es|mente)?|todos los meses)"
)
# "2000 los 15 y los 30", "2 mil quincenal, los 15 y los 30": days of every month.
_TWICE = re.compile(
    rf"(?P<sum>{_SUM})(?: {_CYCLE})?,? (?:todos |cada )?(?:los )(?:dias )?(?P<one>{_DAY}),? y (?:los )?(?:dias )?(?P<two>{_DAY}|ultimo)\b{_NO_SUM}(?: de cada mes)?",
    re.ASCII,
)
# "500 cada mes los 10", "215 al mes los dias 10, 4 meses": the one day of the month.
_ONCE = re.compile(
    rf"\b(?P<cycle>(?:cada|al|por) mes|mensual(?:es|mente)?|todos los meses),? (?:todos )?los (?:dias )?(?P<day>{_DAY})\b(?! ?y\b|, ?{_DAY}(?! (?:meses|pagos|cuotas|veces|mensualidades)))",
    re.ASCII,
)
_WEEK = "lunes martes miercoles jueves viernes sabado domingo".split()
_NAME = r"(?P<{0}>lunes|martes|miercoles|jueves|viernes|sabado|domingo)s?"
_NEXT_WEEK = (
    r"(?:de |en )?(?:la )?(?:proxima semana|semana (?:que (?:entra|viene|sigue)|proxima|siguiente|entrante))"
)
_BY_DAYS = re.compile(
    rf"(?P<sum>{_SUM}) (?:diari(?:os?|as?|amente)|al dia|por dia|cada dia|todos los dias),? del? {_NAME.format('first')} al? {_NAME.format('last')}\b(?P<when>,? {_NEXT_WEEK})?",
    re.ASCII,
)
# "Y otros cuatro iguales los meses siguientes": as many more of the sum told before.
_MORE = re.compile(
    rf"(?P<sum>{_SUM})(?P<mid>[^.;$]{{2,40}}?,? (?:y|mas|luego|despues)(?: luego| despues)? )(?:otr[oa]s (?P<count>{NUMBER_NAME})|(?P<also>{NUMBER_NAME}) mas)(?: (?:pagos|abonos|cuotas|depositos|mensualidades))?"
    rf"(?: (?:iguale?s?|(?:exactamente )?igual(?:es|itos)?|de lo mismo|del mismo (?:monto|importe)))+(?P<then>,? (?:en )?l[oa]s (?P<unit>mes|semana)e?s (?:siguientes|que siguen|posteriores|despues))?",
    re.ASCII,
)


def come_round(text: str) -> str:
    """Folded Spanish `text` with each of such days, and the sum of each such payment, named. Its length may change."""
    text = _ONCE.sub(r"\g<cycle> el dia \g<day>", _TWICE.sub(_of_every_month, text))
    return _MORE.sub(_as_many_more, _BY_DAYS.sub(_day_by_day, text))


def _of_every_month(match: re.Match[str]) -> str:
    one, two = match["one"], match["two"]
    if two != "ultimo" and int(one) >= int(two):
        return match[0]
    return f"{match['sum']} los dias {one} y {two} de cada mes"


def _day_by_day(match: re.Match[str]) -> str:
    days = _WEEK[_WEEK.index(match["first"]) : _WEEK.index(match["last"]) + 1]
    if len(days) < 2:
        return match[0]
    if match["when"]:
        return f"{match['sum']} el {' y '.join(days)} de la proxima semana"
    return f"{match['sum']} cada {', '.join(days[:-1])} y {days[-1]}"


def _as_many_more(match: re.Match[str]) -> str:
    then = f" cada {match['unit']}" if match["then"] else ""
    return f"{match['sum']}{match['mid']}otros {match['count'] or match['also']} de {match['sum']}{then}"
