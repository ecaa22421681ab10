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

# 工资的三成, 奖金拿一半, 卖车钱的一半, 赚的一半; but 发工资还一半, 出粮一半.
_MONEY_ZH = r"(?:工[资钱薪]|薪[水资金]|月薪|底薪|周薪|日薪|人工|双粮|奖金|年终奖?|[提抽]成|佣金?|分红|花红|红包|利是|压岁钱|礼金|补[贴助]|津贴|低保|综援|[养退]老金|退休金|抚恤金|公积金|加班费|小费|贴士|贷款|货款|工程款|定金|订金|押金|营业额|流水|利润|收入|生意|退税|租金|生活费|零花钱|零用钱|赔偿金?|赔款|理赔|保险金|存款|积蓄|奖学金|遣散费|薪酬|报酬|稿费|车[钱费]|会钱|会款|所得|月供|房租|利息|违约金|罚息|手续费|这[一个]?期(?:的款)?|(?:这|本|上|下|每)个?月(?:账单|应还|该还))"
_TAKEN_ZH = r"(?:(?:卖|当|转手)(?:掉|了|出|咗|到|得)?[\u3400-\u9fff]{1,5}|(?:跑车|每[天日]|今[天日]|开车|跑单|送外卖)?(?:赚|挣|揾|搵|收|得|领|拿|借|分)(?:到|来|返|回|咗|了|上来)*[\u3400-\u9fff]{0,4})(?:的|嘅)(?:钱|款)?(?:的|嘅)?"
_BEFORE_ZH = re.compile(
    rf"(?:(?<![发出领收])(?<![发出领收][了咗到])(?P<owned>{_MONEY_ZH})|(?<=[发出领收]){_MONEY_ZH}(?=的|嘅|里|中|当中|入面)|(?<=[发出领收][了咗到]){_MONEY_ZH}(?=的|嘅|里|中|当中|入面)|{_TAKEN_ZH}|(?:里面|入面|当中|里头)(?<!期里面))(?:(?:的|嘅|里面?|入面|当中|中|里头|先|会|就|我|能|可以|都|拿出?|攞出?|抽出?|取出?|分出?|出|划出?|匀出?)*)$"
)
_BEHIND_ZH = re.compile(rf"(?:的|嘅)?(?:(?:这|下|上|本|呢)个?月(?:的|嘅)?)?(?:我(?:的|嘅)?)?{_MONEY_ZH}")
_PAID_ZH = re.compile(r"先?(?:还|付|给)")


def _of_else_zh(item: Item, text: str) -> bool:
    """工资的三成还你: a share of what comes in."""
    if _PAID_ZH.match(text, item.start):
        return bool(_BEHIND_ZH.match(text, item.end))
    return bool(
        _BEFORE_ZH.search(text, max(0, item.start - 16), item.start) or _BEHIND_ZH.match(text, item.end)
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
                end = of_rest.end()  # Nothing is paid before: what is left is what is owed.
            elif else_where or _of_else_zh(item, text):
                end = else_where.end() if else_where else item.end
                item = replace(item, value=Share(share.name, certain=False))
        kept.append(item)
    return kept
