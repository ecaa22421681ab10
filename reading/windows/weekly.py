"""Hours that need no word of being reached: "after 6", "mornings only"."""

from __future__ import annotations

import re

from reading.windows.hours import Grammar, weekdays
from reading.windows.once import ONCE

_MARKED = re.compile(
    r"\b(?:before|after|past|till?|until|by) (?:1[0-2]|[1-9])[0-5]\d (?=at night|in the (?:morning|afternoon|evening)|[ap]\.?m\b)"
    r"|\b(?:before|after|past|till?|until|by) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= ?(?:o'?clock|in the|[ap]\.?m\b|at night|please|pls|$))"
    r"|\b(?:a partir|despues|antes|pasando) (?:del?|el) medio ?dia\b|\bhasta el medio ?dia\b|\b(?:noon|midday|mediodia) (?:to|till?|until|a|hasta) (?:las? )?\d{1,2}\b|\d (?:to|till?|until|a|hasta) (?:el )?(?:noon|midday|mediodia)\b"
    r"|\b(?:not|never|nothing|nunca) (?:before|after|until) \d{1,2}\b(?!\d|th|st|nd|rd|[/.,-]\d)|"
    r"\d(?::\d\d| ?[ap]\.?m\b| ?hrs\b| ?o'?clock)|[点时]|\blas? (?:\d{1,2}|una|dos|tres|cuatro"
    r"|cinco|seis|siete|ocho|nueve|diez|once|doce)\b"
    r"|\b(?:after|before|past) noon\b|\b(?:after|past|til|till|until|despues de|a partir de)"
    r" \d{1,2}\b(?!\d|th|st|nd|rd|[/.,-]\d)"
    r"|\b(?:between|from|entre|de|desde)? ?\d{1,2} ?(?:-|to|and|till?|until|a|y|hasta)"
    r" ?\d{1,2}\b(?![\d%/.,-])(?! (?:days|weeks|dias|semanas))"
)
_WEEKDAY = r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
_OFTEN = re.compile(
    rf"\b(?:los {_WEEKDAY}|sabados|domingos|fin(?:es)? de semana|entre semana|{_WEEKDAY} ?(?:y|,|e|ni|a|and) ?{_WEEKDAY})(?: [a-z]+){{0,2}}? (?:no|nunca|ni|imposible|tampoco)\b|"
    rf"\b(?:{_WEEKDAY}|sabados|domingos|fin(?:es)? de semana|entre semana)(?: [a-z]+){{0,2}}? a (?:cualquier hora|todas horas|la hora que)\b|"
    rf"\b(?:hoy|manana|{_WEEKDAY}) (?:ya |pues |ahi )?si,? todo el dia\b|"
    r"\b(?:week ?ends?|week ?days|mornings|afternoons|evenings|nights|(?:mon|tues|wednes|thurs|fri|satur|sun)days) (?:no|nope|yes|yeah|ok|okay|are (?:fine|ok|okay|good|out|best|a no))\b|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days? (?:and|&|or) (?:mon|tues|wednes|thurs|fri|satur|sun)days?,? (?:no|nope|are bad|off|not good|are out)|not (?:at night|(?:at|in|during) (?:the )?(?:nights?|mornings?|evenings?|afternoons?|day ?time|work hours|business hours))|no (?:en|por|de) (?:la |las )?(?:manana|tarde|noche)s?|mejor (?:en|los|el) (?:fin|finde)\w*|(?:noon|midday|lunch ?time) is (?:ok|okay|fine|good|best|better)|mornings|afternoons|evenings|nights|week ?days|any ?day|cualquier dia|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)days|every ?day|mananas|tardes|noches|entre semana|lunes a (?:viernes"
    r"|sabado|jueves|domingo)|mon(?:day)? ?(?:-|to|thru|through) ?\w+|(?:por|en|a) la (?:manana"
    r"|tarde|noche)(?= (?:no|si|tampoco|mejor|por favor|esta bien))|(?:al? |de )?medio ?dia (?:no|tampoco|nunca|imposible)|mejor (?:por|en) la (?:manana|tarde"
    r"|noche)|todos los dias|sabados|domingos|(?:lunes|martes|miercoles|jueves|viernes) y (?:martes|miercoles|jueves|viernes|sabado)"
    r" (?:por|en) la|los"
    r" (?:lunes|martes|miercoles|jueves|viernes|sabados|domingos))\b"
    r"|\b(?:week ?ends?|fin(?:es)? de semana)\b.*\b(?:only|best|better|solo|mejor"
    r"|any ?time|all day|whenever)\b|\b(?:only|not|never|no|solo|solamente|unicamente|nomas|nada mas)\b[^,]*\b(?:week ?ends?|fin(?:es)? de semana"
    r"|(?:sun|satur)day)\b|\b(?:de|en la) madrugada\b|\bde la (?:manana|tarde|noche|madrugada)\b[^,]* no\b|每天|每日|工作日|平日|(?:上午|下午|晚上|早上|中午|朝早|下昼|夜晚)(?:都|就)?(?:得(?=$|[,，。 ])|不行|唔得|不方便|唔方便)|(?:周|星期|礼拜)[一二三四五六日天](?:到|至|-)"
)


# Too much for an hour or a minute: "every Friday 150" is money.
SUM = re.compile(
    r"[$€£]|\b(?:cien|(?:dos|tres|cuatro|seis|sete|ocho|nove)cient[oa]s|quinient[oa]s|mil|ciento)\b|^\W*(?:1[3-9]|[2-9]\d)\b(?! ?(?:[ap]\.?m\b|:|-|to|a las|y|hasta|hrs|o'?clock))|(?<![:\d.,/])\b(?:[7-9]\d|\d{3,5})\b(?![:/]| ?(?:hrs|horas|点))"
)
# "Thirty five a week on Thursdays" is a payment.
_CYCLE = re.compile(
    r"\b(?:a|per|each) (?:week|month|fortnight|paycheck)\b|\b(?:weekly|bi-?weekly|monthly|fortnightly)\b|\b(?:al mes|por semana|por quincena|mensual(?:es)?|semanal(?:es)?|quincenal(?:es)?)\b"
)
# "500 cada semana": a sum again and again.
PLAN = re.compile(
    r"(?<![:\d.,/-])\d{3,5}\b(?![:/-])(?: (?:pesos|varos|dolares|euros|bucks|dollars|quid))? (?:(?:a|per|each|every|cada|por|al?|a la) (?:la )?(?:week|month|fortnight|semana|quincena|mes|lunes|martes|miercoles|jueves|viernes|sabado|domingo)|(?:semanal|quincenal|mensual|weekly|monthly))"
)
# From one hour to another: said of a weekday too this is when to be reached, not when one pays.
_SPANNED = re.compile(
    r"(?<![\d/.-])(?:1[0-2]|[1-9])(?::[0-5]\d)?(?: ?[ap]\.?m\b)? ?(?:-|to|and|till?|until|a|y|hasta) ?(?:las? )?(?:1[0-2]|[1-9])(?::[0-5]\d)?\b(?: ?[ap]\.?m\b)?"
    r"(?![\d/%.,-]\d|st|nd|rd|th|[ -](?:dollars?|bucks?|pesos?|varos?|mil|euros?|quid|pounds?|k\b|grand|hundred|thousand|days?|weeks?|months?|payments?|dias?|semanas?|meses|pagos?|quincenas?|de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)))"
)
_UNMARK = re.compile(r"\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b)?")


# "Anytime on weekends", "mon wed fri after 4": days of every week, with all hours or some.
_ANY_HOUR_OF = re.compile(
    r"\b(?:any ?time|all day|whenever|any hour) (?:on |over the |during the )?(?:week ?ends?|week ?days|the week|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b|\bduring the week (?:is|works|only)\b"
)
_WEEKDAY_NAMED = re.compile(
    r"\b(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
)


def _several_days(clause: str) -> bool:
    """Three weekdays or more, or two that are all meant: none of them is the day of a payment."""
    named = len(_WEEKDAY_NAMED.findall(clause))
    return named > 2 or (named == 2 and not re.search(r"\b(?:or|o)\b", clause) and not SUM.search(clause))


# "Dejo a los niños a las ocho": when one is on the way, and no hour to call at.
_ERRAND = re.compile(
    r"\b(?:dejo|recojo|llevo|traigo|paso por)\b(?: (?:a|al|por))?(?: (?:l[oa]s?|el|mis?|un))?(?: [a-z]+){0,4} (?:a|como a|sobre) las? \d"
    r"|\ba las? \d{1,2}(?::\d\d)?(?: de la \w+| ?[ap]m)? (?:ya )?(?:entro|empiezo|comienzo|checo|abro|inicio)\b"
)
# "Los fines de semana después de las 3": hours of days that come again and again.
_HABITUAL = re.compile(
    r"\b(?:los (?:lunes|martes|miercoles|jueves|viernes|sabados|domingos)|(?:los )?(?:fin(?:es)? de semana|findes)|entre semana|(?:de )?lunes a \w+)\b"
)


def said_barely(clause: str, grammar: Grammar) -> bool:
    """Hours said barely: "after 6", "mornings only"; but "Monday morning" may well answer when one pays."""
    if _CYCLE.search(clause) or _ERRAND.search(clause):
        return False
    if _HABITUAL.search(clause) and _MARKED.search(clause) and not SUM.search(clause):
        return True
    if _ANY_HOUR_OF.search(clause) or (_MARKED.search(clause) and _several_days(clause)):
        return True
    if _OFTEN.search(clause) or _SPANNED.search(clause):
        return not SUM.search(clause)
    return (
        bool(_MARKED.search(clause))
        and weekdays(clause, grammar) is None
        and not ONCE.search(_UNMARK.sub(" ", clause))
    )
