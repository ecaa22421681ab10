"""Shares of something else than what is owed: "half of my paycheck", "la mitad de la cuota". Nobody can tell what they come to."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.corrections import Item
from reading.money import Share, Sum
from reading.money.sums import MINIMUM, REST

_TAKEN_EN = r"(?:pay ?che(?:ck|que)|che(?:ck|que)|chk|pay|paid|wages?|salary|sweldo|income|earnings|tips?|commission|bonus|overtime|ot|gig|refund|tax(?:es)?|returns?|settlement|pension|benefits?|disability|stimulus|social security|ssi|ssdi|unemployment|deposit|profits?|sales?|takings|winnings|inheritance|allowance|stipend|grant|bursary|severance|13th month|super|rent|shift|sale|load|harvest|remittance|child support|alimony|giro|universal credit|uc)"
_PART_EN = r"(?:instal?l?ments?|repayments?|payments?|pymts?|monthly(?: (?:payment|bill|amount))?|minimum(?: (?:payment|due|amount))?|min(?: payment)?|arrears|interest|direct debit|premium|late fees?|fees?|month'?s?(?: (?:payment|bill|money|worth))?|week'?s?(?: (?:payment|pay|money|wages|tips))?)"
_TAKEN_ES = r"(?:quincena|catorcena|sueldo|salario|nomina|paga(?: extra)?|extra|aguinaldo|cheque|chequecito|raya|pension|jubilacion|beca|bono|prima|finiquito|liquidacion|comision(?:es)?|propinas?|ventas?|ganancias?|ganancia|cosecha|viajes?|carreras?|chamba|jale|jornal|tanda|remesas?|indemnizacion|seguro|subsidio|paro|desempleo|bizum|devolucion|reembolso|herencia|renta|alquiler|utilidades|gratificacion|plata que|dinero que|lana que)"
_PART_ES = r"(?:cuotas?|letras?|mensualidad(?:es)?|mensual|recibo|minimo|pagos?(?: (?:minimo|mensual|del mes|atrasado))?|abonos?|plazos?|atrasos?|intereses|mora|mes|semana)"
_NAMED = r"(?:my|the|this|that|next|last|our|his|her|each|any|all|month'?s|week'?s|friday'?s|today'?s|tomorrow'?s|tax|first|second|old|whole|new|holiday|student|weekly|regular|next week'?s|husband'?s|wife'?s)"
_OWED = r"(?:(?:still )?owe|is (?:owed|due|left|outstanding|overdue)|'?s (?:owed|due|left|outstanding|overdue)|have to pay|need to pay|am (?:supposed|behind))"
_DEBIDO = r"(?:(?:aun |todavia |ya |me )*(?:l[ea]s? |te |os |se )?(?:deb|adeud|falt|qued|rest|pidi?e|est[ao] (?:pendiente|vencid))\w*|hay pendiente|tengo (?:pendiente|atrasado|que pagar))"
# "A quarter of my salary", "half the minimum", "half of what i make", "la mitad de lo que me den", "la mitad de lo del mes".
_OF_ELSE = re.compile(
    rf"(?: (?:of|off|from|out of))(?: {_NAMED})+ (?:[a-z']+ )?(?:{_TAKEN_EN}|{_PART_EN})\b| (?:my|the|his|her|our|my [a-z]+'s) (?:weekly |monthly |tax |holiday |student |regular )?(?:{_TAKEN_EN}|minimum|monthly payment)\b|(?: (?:of|off|from|out of)) (?:{_TAKEN_EN}|{_PART_EN})\b"
    rf"|(?: (?:of|off|from|out of))? (?:what(?:ever)?|anything|everything|the (?:money|cash)|all)(?: that)?(?: money)?(?: (?:i|we|they|he|she|my|comes?|lands?|hits?|gets?)\b(?! {_OWED})|'?s (?:coming|left over|in my))"
    rf"|(?: del| de)(?: (?:la|el|mi|mis|los|las|este|esta|lo|su|una?|cada|proxim[ao]|siguiente|primer[ao]?|otr[ao]|mi (?:esposo|marido|hijo)))* (?:{_TAKEN_ES}|{_PART_ES})\b"
    rf"|(?: de) (?:tod[oa] )?(?:lo|la (?:lana|plata|feria|pasta)|el dinero) (?:que (?!{_DEBIDO})|del? (?:la |el |los |mi )?(?:mes|quincena|semana|viaje|sueldo|venta|viernes|lunes|sabado|domingo|chamba))",
    re.ASCII,
)

# "Half of what's left on the 28th": told once, by its part.
_OF_REST = re.compile(
    r"(?: (?:of|off|from|de))? (?:what(?:'?s| is| i have)? (?:left|remaining|remains|outstanding)|what remains|the (?:rest|remainder|remaining(?: balance| amount)?)|lo que (?:me |les? )?(?:queda|resta|falta)|el resto|lo restante)\b(?! (?:of|after|over|de)\b)",
    re.ASCII,
)


def of_what(items: list[Item], text: str) -> list[Item]:
    """The items with such shares told for uncertain and worth nothing, and "the minimum" that they are of left out."""
    kept: list[Item] = []
    end = -1
    for item in items:
        share = item.value
        if item.start < end and share in (MINIMUM, REST):
            continue
        if isinstance(share, Share) and share.of and share.of != 1:
            else_where = _OF_ELSE.match(text, item.end)
            of_rest = _OF_REST.match(text, item.end)
            if of_rest and not any(isinstance(other.value, Sum | Share) for other in kept):
                else_where, end = None, of_rest.end()  # Nothing is paid before: what is left is what is owed.
            if else_where:
                end = else_where.end()
                item = replace(item, value=Share(share.name, certain=False))
        kept.append(item)
    return kept
