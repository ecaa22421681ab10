"""Figures without a unit: money only when nothing else is counted by them."""

from __future__ import annotations

import re

from reading.money.figures import FIGURE, figure
from reading.money.sums import MoneyRule, Named, Sum, rule
from reading.text import MASK, NOISE

# Words that may follow an amount; any other word is taken for what the number counts.
_FOLLOW = (
    "any some n pa pal depending depends dependiendo segun empezando comenzando iniciando apartir pesitos nomas jefe joven x pues osea digo perdon "
    "no sorry actually wait oops make your bank direct are was i'd starting "
    "on by this next today tomorrow tmrw now and then at for from in until til till a an"
    " per every each weekly monthly biweekly is "
    "max maximum only down toward towards to ok okay please pls again more extra via with"
    " through thru right first up upfront "
    "if when once as so but or total instead will can cash zelle venmo card online week"
    " each starting beginning start today's "
    "near nearer closer close towards toward over mid midweek cerca hacia give "
    "eh lah leh lor loh hor liao bah can mate boss bruv fam luv love pal buddy dude dear alright cheers kindly itself sharp tho though lmao fr ngl pronto whatever roughly approx padre hermano compa carnal wey guey man viejo tio tia chavo jefa senora senorita don dona licenciado amigo amiga parce che vos pe pues va sale orale simon listo dale nomas tantito ahi aca aqui porfis plis minimo si dios primero segundo luego mediante quedamos prometo juro between around about through during once whenever upon after anytime sometime either hopefully probably plus since "
    "bc ahead beforehand due come coming later again anyway "
    "pasado pasada pasando alrededor entre dentro tras durante hacia sobre fin finales principios terminando acabando "
    "saliendo llegando cobrando apenas nada jaja jeje okey dale "
    "one second third works should would could i im i'll ill we that thats that's the then because cuz"
    " before after before off usd tonight "
    "mon monday tue tues tuesday wed wednesday thu thurs thursday fri friday sat saturday"
    " sun sunday asap soon later not min "
    "back straight between into out of least already maybe my it it's its thanks thank ty"
    " sir maam ma'am bro man lol until within "
    "el la los las para por en a al cada y hoy manana ahora ahorita luego despues antes"
    " de del que si pero o u nada mas nomas "
    "maximo minimo ya como cuando lunes martes miercoles jueves viernes sabado domingo"
    " esta este proximo quincenal quincenales "
    "semanal semanales mensual mensuales al mes ok vale gracias por favor porfa e"
    " entonces hasta desde con sin se te le les me "
    "pago primero pero osea solo solamente seguro fijo mediante transferencia efectivo"
    " tambien i'm gonna going"
).split()
_WORDS = "|".join(sorted(set(_FOLLOW), key=len, reverse=True))

_END = rf"(?=(?:[ -]?ish\b)?(?:\s*$|\s*:(?!\d)|\s*(?:[.,](?!\d)|[!?;)+&\n{MASK}{NOISE}。，、！？；-])|\s*[\u3400-\u9fff]| ?(?:{_WORDS})\b))"

_DAYS = re.compile(rf"{MASK}+")
RULES: tuple[MoneyRule, ...] = (
    # "100+50": what that comes to, or each by itself.
    rule(
        rf"(?<![\w./:#'-])\$?\d{{2,6}} ?\+ ?\$?\d{{2,6}}{_END}",
        lambda match: None if len(_DAYS.findall(match.string)) > 1 else Sum((), None, certain=False),
    ),
    rule(
        rf"(?<![\w./:#'-])(?<!\d,)\$?(?P<low>{FIGURE}) ?(?:-|to|a|~|\.\.+|/(?=\d{{3}})) ?\$?(?P<high>{FIGURE}){_END}",
        lambda match: _range(match),
    ),
    rule(
        rf"(?<![\w.$/:#'-])(?<!\d,)(?<!\d )(?P<figure>{FIGURE}){_END}(?! ?-\d)",
        lambda match: _bare(match),
    ),
)


# Behind a verb of paying, or as the second of two figures, any word may follow but what is counted.
_COUNTED = (
    r"(?:more )?(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|hours?|hrs?|min(?:ute)?s?|times|kids?|children|people|calls?|texts?|messages?|letters"
    r"|jobs?|cars?|accounts?|cards?|loans?|bills?|payments?|pymts?|pmts?|instal+ments?|parts?|things?|options?|percent|per ?cent|am|pm|st|nd|rd|th"
    r"|o'?clock|miles|of|out|checks?|paychecks?|paydays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|dias?|semanas?|mes(?:es)?|anos?|horas?|minutos?"
    r"|veces|hijos|hijas|ninos|pagos?|personas?|cuotas?|abonos?|plazos?|cuentas?|partes?|quincenas?|tarjetas?|llamadas?|mensajes?|por ?ciento|x\b|y \d|k\b|mil\b)"
)
RULES += (
    rule(
        r"(?:(?<=pay )|(?<=paying )|(?<=send )|(?<=sending )|(?<=do )|(?<=give you )|(?<=give u )|(?<=transfer )|(?<=deposit )|(?<=or )|(?<=put )|(?<=get you )"
        r"|(?<=get u )|(?<=pago )|(?<=doy )|(?<=mando )|(?<=deposito )|(?<=abono )|(?<=paso )|(?<=transfiero )|(?<=pagar )|(?<=dar )|(?<=depositar )|(?<= o )|(?<= u ))"
        rf"(?P<figure>{FIGURE})(?= [a-z])(?! {_COUNTED}\b)",
        lambda match: _bare(match),
    ),
)


# Any word may follow a figure too large for a count, but what is counted.
RULES += (
    rule(
        rf"(?<![\w.$/:#'-])(?<!\d,)(?<!\d )(?P<figure>{FIGURE})(?= [a-z])(?! {_COUNTED}\b)",
        lambda match: _large(match),
    ),
)


def _large(match: re.Match[str]) -> Named | None:
    value = figure(match["figure"])
    return Sum((value,)) if value and value >= 20 else None


def _range(match: re.Match[str]) -> Named | None:
    """100-150: either; 9-5 is a time, 555-0143 no sum."""
    low, high = figure(match["low"]), figure(match["high"])
    return Sum((low, high), certain=False) if 12 < low < high <= low * 5 else None


# "Fri off from 2": o'clock. "\n2. fri off": the second point.
_FROM = re.compile(r"\b(?:from|until|untill|till?) $|(?:^|\n) *$|\b\d{1,2}[.)] $", re.ASCII)


def _bare(match: re.Match[str]) -> Named | None:
    value = figure(match["figure"])
    led = _FROM.search(match.string, max(0, match.start() - 8), match.start())
    if (
        led
        and value
        and value <= 12
        and (led[0].strip(" \n0123456789.)") or match.string[match.end() :][:2] in (". ", ") "))
    ):
        return None
    return Sum((value,)) if value else None
