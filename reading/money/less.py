"""The whole less what somebody will not pay: "the full thing minus the fee", "todo sin recargos", 扣掉违约金还清. What that
comes to only the lender can tell."""

from __future__ import annotations

from reading.money.sums import MoneyRule, Sum, rule

_FEE_EN = r"(?:(?:late|overdraft|admin|service|processing|penalty|other|extra|bounced|check|returned|origination|rollover) )*(?:fees?|interests?|charges?|penalt(?:y|ies)|surcharges?|insurance|extras|add-?ons?)\b"
_FEE_ES = r"(?:comision(?:es)?|cargos?|recargos?|interes(?:es)?|mora|moratorios|multas?|penalizacion(?:es)?|gastos?|seguro|extras)\b"
_FEE_ZH = (
    r"(?:利息|利钱|手续费|罚息|违约金|滞纳金|逾期费|逾期利息|服务费|管理费|保险费|砍头息|费用|息口|罚款)"
)
_LESS_EN = rf",? (?:but |and |just )?(?:minus|less|without|w/?o|except(?: for)?|excluding|not including|not counting|but not|not|leaving out|taking off|knocking off|bar)(?: (?:the|those|that|your|ur|all|any|my|them|these|this|of|[$£€]?\d+))* {_FEE_EN}"
_LESS_ES = rf",? (?:pero )?(?:menos|sin|quitando(?:le)?|descontando(?:le)?|excepto|salvo|restando(?:le)?|no)(?: (?:contar|incluir|pagar|el|la|los|las|lo|de|esos?|esas?|sus?|ningun|tantos?|\$?\d+|pesos|euros))* {_FEE_ES}"
_LESS_ZH = rf"(?:减(?:掉|去|咗)?|扣(?:掉|除|去|咗|起)?|除(?:掉|去|开|咗)?(?:了)?|不(?:包括|包|算|含|连)|唔(?:包|计|连|算)|去掉|刨(?:掉|去|除))(?:那|这|嗰|的|啲|笔|些|个|你们?|嘅|所有)*(?:\d+(?:块钱?|元|蚊)?(?:的|嘅)?)?{_FEE_ZH}"
_WHOLE_EN = r"\b(?:everything|(?:all|half)(?: of (?:it|that|this|what i owe))?|(?:the |my |a |d )?(?:full|whole|total|entire|outstanding)(?: (?:thing|balance|amount|amt|loan|debt|bill|lot|sum|payment))?|(?:the|my) (?:balance|total|loan|debt|rest)|what i owe|(?:it|this) (?:all )?(?:off|in full)|in full|the (?:rest|remainder))"
_WHOLE_ES = r"\b(?:todo|(?:(?:el|la|mi) )?(?:total(?:idad)?|saldo|deuda|adeudo|prestamo|monto)(?: (?:complet[oa]|total|enter[oa]))?|lo que (?:les |le |te |os )?debo|(?:lo )?(?:liquido|saldo)(?: todo| la deuda)?|(?:el )?resto|(?:la )?mitad)"
_WHOLE_ZH = r"(?:全部|全额|全款|全数|所有(?:欠款)?|(?:一次性?|全部)?(?:还|结|付|找|缴)[清完晒齐]|清晒|剩下的?(?:全部)?)"

# "The minimum plus 20", "el doble del mínimo", 最低还款加200: more than the least.
_MIN_EN, _MIN_ES = r"(?:the |my )?min(?:imum)?(?: (?:payment|amount|due))?", r"(?:el |lo )?(?:pago )?minimo"
_OVER = (
    rule(rf"\b{_MIN_EN} ?(?:plus|\+|and(?= [$£€]?\d+ (?:more|extra|on top))) ?(?:an? extra |another |like )?[$£€]?\d{{1,5}}\b|\b(?:double|twice|triple|2x|3x|(?:two|three) times) {_MIN_EN}\b", lambda match: Sum((), None, certain=False)),
    rule(rf"\b{_MIN_ES} (?:mas|y|\+) (?:otros |unos )?\$?\d{{1,5}}(?: (?:mas|extras?|pesos|euros))?\b(?! (?:el|la)\b)|\b(?:el )?(?:doble|triple) (?:del|de lo) (?:pago )?minimo\b", lambda match: Sum((), None, certain=False)),
)  # fmt: skip
_OVER_ZH = rule(
    r"最低(?:还款|应还|应缴)?(?:额|金额|额度)?(?:再)?(?:加|多还?|多付)(?:上)?\d{2,6}(?:块钱?|元|蚊)?|(?:[两三]|2|3|双)倍(?:的|嘅)?最低(?:还款)?(?:额)?",
    lambda match: Sum((), None, certain=False),
)


def _open(less: str, whole: str, near: str) -> tuple[MoneyRule, MoneyRule]:
    """The whole and what is taken off it, side by side or with a day between."""
    return (
        rule(f"{whole}{less}", lambda match: Sum((), None, certain=False)),
        rule(f"{whole}(?={near}{less})", lambda match: Sum((), None, certain=False)),
    )


ENGLISH: tuple[MoneyRule, ...] = _OVER + _open(_LESS_EN, _WHOLE_EN, r"[^.;!?\d]{1,30}?")
SPANISH: tuple[MoneyRule, ...] = _OVER + _open(_LESS_ES, _WHOLE_ES, r"[^.;!?\d]{1,30}?")
CHINESE: tuple[MoneyRule, ...] = (
    _OVER_ZH,
    *_open(rf"[,，]?(?:但是?|不过|要|先|就|得|你们?|帮我)*{_LESS_ZH}", _WHOLE_ZH, r"[^。;；?？\d]{1,10}?"),
    rule(
        rf"(?:{_LESS_ZH}|{_FEE_ZH}(?:不|唔)(?:算|计|包|含))(?:以?外|之外)?[,，]?[^。,，;；?？\d]{{0,8}}?{_WHOLE_ZH}",
        lambda match: Sum((), None, certain=False),
    ),
)
