"""Plans in which a Spanish sum is said for several payments, told out one by one (text without accents).

"Las dos primeras de 3000 y la última de 3500" becomes "3000, 3000 y 3500", "el primero de 500 el 5, el segundo de 300 el
20" becomes "500 el 5, 300 el 20": a list of sums that the grammar of payments pairs with the days beside it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reading.money.es import NUMBER_WORDS, number
from reading.money.figures import figure
from reading.words.es import NUMBER_NAME, WEEKDAY_NAME, small_number
from reading.words.told_out import Telling, each_named, so_often

_NAMES = (
    r"(?:pag(?:o|uito)|abon(?:o|ito)|cuota|mensualidad(?:es)?|quincena|semana|mes(?:es)?|parcialidad(?:es)?|deposito|ingreso|plazo|transferencia"
    r"|entrega|vez|veces|parte|letra|recibo|exhibicion(?:es)?|viernes|lunes|martes|miercoles|jueves|sabado|domingo|bizum|spei|tanto|catorcena)s?\b"
)
_OF_THEM = rf"(?: {_NAMES})?"


def _n(name: str) -> str:
    return rf"(?P<{name}>(?!\d{{3}}){NUMBER_NAME})\b"


_SUM = (
    r"(?:\$ ?)?(?:\d{1,3}(?:[.,]\d{3})+|\d{2,6})(?![/:]\d)(?:[.,]\d{1,2}\b)?(?: ?(?:mil|k)\b)?"
    rf"|(?:un[oa]s )?(?:cien|mil|[a-z]+cient[oa]s|quinient[oa]s|(?:veint|treint|cuarent|cincuent|sesent|setent|ochent|novent)[a-z]*)\b(?: {NUMBER_WORDS})?|(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince) mil\b(?: {NUMBER_WORDS})?"
)
_REST = r"(?:lo que (?:falte|quede|reste|sobre|falta|queda|resta)|el (?:resto|saldo|restante)|lo (?:restante|demas))(?: por pagar)?"
_UNIT = r"(?: ?(?:pesos|dolares|euros|varos|€|dlls|usd|pavos|eur)\b)?"
_ORDINAL = (
    r"(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|septim[oa]|octav[oa]|ultim[oa])"
)

# Which payments: so many, of how many names said before the sum or behind it.
_WHICH = (
    rf"(?:(?:l[oa]s )?{_n('first')} primer[oa]s{_OF_THEM}|(?:l[oa]s )?primer[oa]s {_n('firstly')}{_OF_THEM}"
    rf"|(?:l[oa]s )?(?:otr[oa]s|siguientes|ultim[oa]s|restantes|demas|posteriores) {_n('then')}{_OF_THEM}"
    rf"|(?:l[oa]s )?{_n('after')} (?:siguientes|restantes|ultim[oa]s|mas|demas|posteriores|otr[oa]s|que (?:faltan|siguen|quedan)){_OF_THEM}"
    rf"|(?P<others>l[oa]s (?:otr[oa]s|siguientes|restantes|demas)){_OF_THEM}"
    rf"|(?P<one>(?:el|la) {_ORDINAL}|(?:el|la) (?:otr[oa]|siguiente)|(?:un[oa]?|otr[oa]) (?:ultim[oa]|final|mas)|una? (?:ultim[oa] )?(?=(?:pago|abono|cuota|deposito) (?:final|ultim[oa])\b)){_OF_THEM}(?: final)?)"
)
_SAID = r"(?:,|:)?(?: (?:a|al|seran?|serian?|son|es|van? a ser|irian?|van|le|les|te|os|se|lo|los|la|las|doy|daria|pago|pagaria|abono|deposito|mando|pongo|paso|hago|haria|de|por|con|como|quedarian? en|puros|a razon de)\b){0,5} ?"
# "4 pagos de 300", "dos de 400": so many and the sum of each.
_COUNTED = rf"{_n('count')}(?: {_NAMES})? (?:iguales )?(?:de|por|a) (?:a )?"
_BEFORE = re.compile(
    rf"\b(?:{_WHICH}{_SAID}|{_COUNTED})(?P<sum>{_SUM}){_UNIT}|\b{_WHICH.replace('?P<', '?P<r_')}{_SAID}(?P<rest>{_REST})\b",
    re.ASCII,
)
_BEHIND = re.compile(
    rf"(?P<sum>{_SUM}){_UNIT} (?:(?:en|por|durante|para|cada un[oa] de|c/u|cada un[oa]) )*{_WHICH}", re.ASCII
)
# Said of several payments at once, without which there is nothing to tell out.
_SEVERAL = re.compile(
    rf"\b(?:{NUMBER_NAME} (?:primer[oa]s|siguientes|ultim[oa]s|restantes)|(?:primer[oa]s|siguientes|ultim[oa]s|otr[oa]s|demas) {NUMBER_NAME}|l[oa]s (?:demas|otr[oa]s|siguientes|restantes){_OF_THEM} (?:de|a|por|son|serian)"
    rf"|(?:el|la|un[oa]?|otr[oa]) (?:ultim[oa]|final|otr[oa]|mas))\b",
    re.ASCII,
)
_HOW_MANY = re.compile(
    rf"\b(?:(?:en|hago|hacer|son|serian|de) )?(?P<count>{NUMBER_NAME}) (?:pag(?:os|uitos)|abon(?:os|itos)|cuotas|partes|mensualidades|quincenas|plazos|depositos|parcialidades|exhibiciones|ingresos|semanas|meses|veces|entregas)\b(?! (?:de|por|a) (?:\$ ?)?\d)"
)


def told_out(text: str) -> str:
    """Folded Spanish `text` with each payment of such a plan named by itself. Its length may change."""
    text = so_often(_WHATS_LEFT.sub(r"\1", each_named(text, _TELLING)), _TELLING)
    text = _OTHER_PERCENT.sub(_the_other_percent, text)
    if len(_NTH_PAYMENT.findall(text)) > 1:
        text = _NTH_PAYMENT.sub("", text)
    ordinals = {match["nth"][:4] for match in _NTH.finditer(text)}
    if len(ordinals) < 2 or not ordinals & {"segu", "terc", "ulti"}:
        return text
    return _NTH_BEFORE.sub("", _NTH_BEHIND.sub(r"\1", text))


# "El 30% mañana y el 70 que queda el 31".
_OTHER_PERCENT = re.compile(
    r"\b(?P<one>\d{1,2})%(?P<said>[^.;%]*?\b(?:el|los) (?:otros? )?)(?P<other>\d{1,2})\b(?! ?[%/]| de\b| pesos)",
    re.ASCII,
)


def _the_other_percent(match: re.Match[str]) -> str:
    whole = int(match["one"]) + int(match["other"]) == 100
    return f"{match[0]}%" if whole else match[0]


# "200 cada domingo hasta juntar mil doscientos": six times.
_UP_TO = re.compile(
    rf"(?P<each>{_SUM}){_UNIT}(?P<how>(?: [a-z]+)? (?:cada|a la|por|al|todos|semanal|mensual|quincenal)[^.;]*?),? hasta (?:que )?(?:juntar?|junte|completar?|complete|llegar? a|llegue a|sumar?|cubrir?|acumular?|ajustar?|reunir)"
    rf"(?: (?:los|el total de|unos|un total de|la cantidad de))* (?P<whole>{_SUM}){_UNIT}(?= ?(?:$|[.,;!]))",
    re.ASCII,
)


def _value(said: str) -> Decimal | None:
    return figure(said.strip("$ ")) if re.fullmatch(r"\$? ?[\d.,]+", said) else number(said)


# "100 cada domingo y en el último le doy lo que quede": the last of a series is what is left anyhow.
_WHATS_LEFT = re.compile(
    r"(\b(?:cada|todos los|semanal\w*|mensual\w*|quincenal\w*|a la semana|por semana|al mes)\b[^.;]*?),? (?:y |ya )*(?:en |con )?(?:el|la) ultim[oa]"
    rf"{_OF_THEM},? (?:(?:le|les|te|os|ya|se|seria|sera|es|va|lo|de|por|solo|nomas|doy|pago|deposito|abono|mando|paso|pongo|pagaria|daria) )*{_REST}(?: pendiente)?(?= ?(?:$|[.,;!]))",
    re.ASCII,
)
_NTH = re.compile(
    rf"\b(?:el|la) (?P<nth>{_ORDINAL}){_OF_THEM}(?! (?:de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep|oct|nov|dic|cada|este|mes)|dia|quincena|semana|mitad|lunes|martes|miercoles|jueves|viernes|sabado|domingo))",
    re.ASCII,
)
_NTH_BEFORE = re.compile(
    rf"\b(?:el|la) {_ORDINAL}(?: (?:pago|abono|cuota|deposito|parte|transferencia|parcialidad|plazo|ingreso|mensualidad|vez))?{_SAID}(?={_SUM}|el \d|el (?:lun|mar|mie|jue|vie|sab|dom))",
    re.ASCII,
)
# "Primer pago 150 el 5, segundo 200 el 12, último 250 el 19": told by their turn, without an article.
_NTH_PAYMENT = re.compile(
    rf"(?:(?<=^)|(?<=[,;.] )|(?<=\by )){_ORDINAL}(?: (?:pago|abono|cuota|deposito|parte|plazo|mensualidad))?:? (?:de |por |seria |va )*(?=(?:{_SUM}){_UNIT},? (?:el|para|hoy|manana|este|al|a fin))",
    re.ASCII,
)
_NTH_BEHIND = re.compile(
    rf"((?:{_SUM}){_UNIT})(?: (?:para|en|por))? (?:el|la) {_ORDINAL}(?: (?:pago|abono|cuota|deposito|parte|vez))?(?= ?(?:$|[.,;:]| y | el \d| el (?:lun|mar|mie|jue|vie|sab|dom)))",
    re.ASCII,
)

_TELLING = Telling(
    before=_BEFORE, behind=_BEHIND, several=_SEVERAL, how_many=_HOW_MANY, up_to=_UP_TO, number=small_number, value=_value,
    joint=" y ", so_often="son {} pagos", every="cada",
    comes_round=re.compile(rf"\b(?:{WEEKDAY_NAME}|semana|mes|quincena|catorcena)(?=s\b|es\b|\b)"),
    often=re.compile(r"\b(?:cada|todos los|mensual\w*|quincenal\w*|semanal\w*)\b"),
)  # fmt: skip
