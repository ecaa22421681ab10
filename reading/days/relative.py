"""Days named by the day said before them, in English and in Spanish: "the one after", "mañana no, pasado"."""

from __future__ import annotations

import re
from datetime import timedelta

from reading.days import calendar as cal
from reading.days.calendar import Days
from reading.days.context import Seen, rule, seen_from
from reading.words.en import weekday_number

_WEEKLY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|week|weekend|lunes|martes|miercoles|jueves|viernes"
    r"|sabado|domingo|semana|finde"
)
_MONTHLY = r"\d{1,2}(?:st|nd|rd|th)|month|mes|dia \d{1,2}|el \d{1,2}|ultimo|primero"
_UNIT = re.compile(rf"\b(?:(?P<weekly>{_WEEKLY})|(?P<monthly>{_MONTHLY})|quincena)\b")
# "No este viernes, el que sigue": counted from the day that it is not.
_DENIED = re.compile(rf"\b(?:no|not) (?:(?:on|es|el|este|this|the|coming|para) )*(?:{_WEEKLY}),? ?$")
_MONEY = r"(?:\d|mil|mitad|half|rest|resto|cien|lo mismo|same|another|otros?|hundred)"


def _next_one(match: re.Match[str], seen: Seen) -> Days | None:
    """The next of the kind of day said last: a week later of a weekday, a month later of a day of the month."""
    said = list(_UNIT.finditer(match.string, 0, match.start()))
    if not said or _DENIED.search(match.string, 0, match.start()):
        return None
    if said[-1][0] == "quincena":
        return Days(event="payday")
    if said[-1]["monthly"]:
        return Days((cal.add_months(seen.today, 1),), certain=True, gap_months=1)
    return Days((seen.today + timedelta(days=7),), certain=True, gap=7)


_A_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"


def _same_weekday_after(match: re.Match[str], seen: Seen) -> Days | None:
    """ "One on Friday, one the Friday after": a week later, where that weekday was said last."""
    said = [one["weekly"] for one in _UNIT.finditer(match.string, 0, match.start()) if one["weekly"]]
    if not said or said[-1][:3] != match["named"][:3]:
        return None
    coming = cal.coming_weekday(weekday_number(match["named"]), today=seen.today)
    return cal.one(cal.add_days(coming, 7), today=seen.today, cycle="week")


RULES = (
    rule(
        r"\b(?:not )?(?:tom+or+ow|tmrw|tmr)(?: (?:no|not|i can'?t|won'?t work|is no good))?,? (?:but |rather |maybe )?(?:the )?day after\b"
        r"(?! (?:tom|that|th|x-?mas|christmas|new|easter|my|pay|i get))",
        seen_from(cal.in_days, 2),
    ),
    rule(
        r"\b(?:manana (?:no|ya no|no (?:puedo|alcanzo|llego|creo|se puede)),? )(?:pero |sino |mejor |hasta |ya )?(?:el )?pasado(?: manana)?\b"
        r"|(?<!mes )(?<!ano )(?<!semana )(?<!lunes )(?<!martes )(?<!coles )(?<!jueves )(?<!viernes )(?<!sabado )(?<!mingo )(?<!dia )(?<!he )(?<!ha )"
        r"\bpasado (?=(?:les?|te|os|se|si|sin falta)\b)",
        seen_from(cal.in_days, 2),
    ),
    rule(
        r"\bthe day after(?: that)?(?=$|[.,;!]| (?:and|then)\b| (?:[a-z]+ )?(?:hundred|thousand|grand|bucks|dollars|quid)\b| [$£]?\d{2})|\b(?:al|el) (?:dia siguiente|otro dia)(?=$|[.,;!]| (?:y|luego|el resto|les?|te|os|tienen?|tienes|ya)\b)",
        lambda m, s: Days((s.today + timedelta(days=1),), certain=True, gap=1),
    ),
    rule(
        rf"\b(?:on )?the (?P<named>{_A_WEEKDAY}) (?:after(?: that)?|following)\b(?! (?:next|this|tom|my|the|i|pay|christmas|new|easter|thanks))",
        _same_weekday_after,
    ),
    rule(
        r"(?<=\d )after that(?=\W*$|[.,;])",
        _next_one,
    ),
    rule(
        rf"(?<=\d )(?:on )?the (?:next(?: one)?|following(?: one)?|one after(?: that)?)(?=$|[.,;]| (?:and|then|n|plus|with|{_MONEY}))",
        _next_one,
    ),
    rule(
        rf"(?<!no )(?<!no, )(?<!not )(?<!but )(?<!work )(?<!good )(?<!day )(?<!day, )(?<!fri )(?<!mon )(?<!can't )\b(?:on )?the (?:next one|following one|one after(?: that)?|following(?: (?:fri|mon|tues|wednes|thurs|satur|sun)day)?)(?=$|[.,;]| \x1f| (?:and|then|n|plus|with|until|till?|for|{_MONEY}))",
        _next_one,
    ),
    rule(
        r"(?<!no )(?<!no, )(?<!sino )(?<!pero )(?<! \d\d )\b(?:el|la|al) (?:(?:que|q|k) (?:le )?(?:sigue|viene|entra)|siguiente|subsiguiente|otro|otra|de despues|proxim[oa](?! \d\d?\b))(?=$|[.,;]| (?:y|luego|mas|con|el resto|lo|los|la|otros?|otra|\d(?!\d{0,2} ?%)))",
        _next_one,
    ),
)
