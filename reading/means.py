"""What one has beside what one pays: "I have only 300, I'll send 200"; "2100 are left, you get it all"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from reading.corrections import Item
from reading.days import Days
from reading.money import Share, Sum
from reading.money.sums import REST
from reading.stance import Clause, Stance

type ByClause = list[tuple[Clause, list[Item]]]


# What one has, or is to get: 就剩300块, 到账6000.
_MEANS = re.compile(
    r"(?:(?<![\d号])[只就才仅净](?:有|剩|得)返?|得返|(?:身上|手里|手头|手上|卡里|户口)(?:还|仲)?有|到账|进账|入账)(?:了|下|低|咗)?[ $¥]*$"
    r"|^\W*(?:(?:so|and|well|look|listen|ok|okay|hi) )*(?:i|we) (?:(?:only|just|usually|always) )*(?:get|make|bring home|bring in|earn|draw|receive|net|take home|live on)(?: (?:about|like|around|only|a))* ?[$£€]?$"
    r"|^\W*(?:(?:yo|pues|mire|oiga|solo|nomas|y) )*(?:gano|cobro|me (?:pagan|dan|depositan|llegan)|recibo|saco)(?: (?:unos|como|solo))* ?\$?$"
)
# Of more sums in one clause each may be paid to somebody.
_FEW = 2
# What was earned or laid out: "made 600 today", "vendí la moto en 5000", 跑车赚了600, 房租1800.
_LITTLE = r"(?: (?:me|us|him|her|them|like|about|only|just|around|maybe|roughly|over|nearly|almost|close to|a total of|in|at|up|total|for|back|out|this week|today|tonight|yesterday|last week|this month|como|unos|unas|solo|nomas|apenas|de|en|por|a|casi|hoy|ayer|este mes|esta semana))*"
_PAY_EN = r"(?:pay ?che(?:ck|que)|che(?:ck|que)|wages?|pay|pension|salary|tips|direct deposit|refund|commission|bonus|catch|haul|gig|ssi|ssdi|benefits?|unemployment|disability|stipend|takings|giro|universal credit|uc)"
_BILL_EN = r"(?:rent|mortgage|car (?:note|payment|insurance)|truck (?:note|payment)|daycare|child ?care|child support|groceries|food|gas|petrol|diesel|light bill|lights|electric(?:ity)?(?: bill)?|power(?: bill)?|water(?: bill)?|phone(?: bill)?|internet|insurance|tuition|baby ?sitter|sitter|meds|medicine|prescriptions?|rates|council tax|bus pass|tires|tyres|repairs?|nappies|diapers|formula)"
_PAGA_ES = (
    r"(?:sueldo|quincena|nomina|paga|pension|salario|cheque|raya|aguinaldo|jornal|beca|comision|finiquito)"
)
_GASTO_ES = r"(?:renta|alquiler|hipoteca|luz|agua|gas|gasolina|internet|telefono|celular|movil|despensa|mandado|super|comida|colegiatura|guarderia|escuela|medicinas?|medicamentos|recibo|letra(?: del coche)?|carro|coche|comunidad|seguro(?: del (?:coche|carro))?|pension alimenticia|panales|leche|pasajes?|llantas)"
_COMING_ZH = r"(?:工[资钱薪]|薪[水资金]|[月周日]薪|底薪|人工|奖金|年终奖?|提成|佣金?|分红|花红|双粮|货款|工程款|营业额|流水|收入|退税|低保|综援|[养退]老金|退休金|加班费|补贴|小费|贴士|生意)"
_BILLS_ZH = r"(?:房租|房贷|车贷|房供|车供|租金?|学费|补习费|水电煤?费?|电费|水费|煤气费?|物业费?|管理费|药费|医药费|话费|网费|伙食费|生活费|奶粉钱?|尿布|油钱|油费|加油|保费|保险|菜钱|车费|份子钱?|托儿费|幼儿园)"
_EARNED = re.compile(
    rf"\b(?:(?:made|earned|brought home|took home|grossed|netted|won|spent|lost|(?:got|gets?|getting|was|were|been) paid|paid me|pays me|owes? me|lent me|gave me|(?:sold|selling) (?:(?!i\b|you\b|u\b)[a-z']+ ){{1,4}}(?:for|at)|costs?|cost me|ran me|runs me|set me back)|(?:(?:my|our|the|his|her) (?:(?!i\b|we\b)[a-z]+ )?{_PAY_EN}|(?:wages?|tips|pay ?check|ssi|ssdi|pension|salary|unemployment|disability|takings|giro))(?:'?s| is| was| were| are| comes| came| will be| hit| hits| gonna be| out)* ?(?:to|of|at|only)?|{_BILL_EN}(?:'?s| is| was| are| were| ran| runs| costs?| went up| due| takes| took| bill)*(?: to| of)?){_LITTLE} ?:? ?[$£€]?$"
    rf"|\b(?:(?:gan[eo]|ganamos|saque|sacamos|hice|hicimos|me (?:pagaron|pagan|pago|cayeron|cayo|llegaron|llego|depositaron|ingresaron|ingresan|dieron|prestaron|presto|debe[n]?)|cobr[eo]|cobramos|(?:vendi|vendimos) (?:[a-z]+ ){{0,4}}(?:en|por|a)|(?:vendi|vendimos)|gast[eo]|gastamos|me (?:gasto|gaste)|(?:me |nos )?(?:cuestan?|costo|costaron|sale|salen|salio))|(?:mi|el|la|los|las) {_PAGA_ES}(?: (?:es|era|fue|viene|sale|son|me llega|llega))*(?: [a-z]+)?|(?:mi|el|la|los|las|de) {_GASTO_ES}(?: (?:es|son|era|fue|me (?:llego|sale|salio|cuesta|viene)|llego|sale|va|cuesta|cuestan|viene|vale))*){_LITTLE} ?:? ?\$?$"
    rf"|(?:赚|挣|揾|搵|攞|[出发领支][了咗]?[粮薪饷]|(?:卖|结|出|发|领|收|借|花|用|输|赢|中|买)(?=[到了咗得返])|{_COMING_ZH}|{_BILLS_ZH})(?:[了咗到得返回发出入来]|只有|才|是|系|有|就|要|又|都|每个?月|一个月|一[天日]|差不多|大概|也就|个|[:：])*[ $¥]*$",
    re.ASCII,
)


# 会有一笔4万进来: money that comes to the borrower.
_COMES_IN = re.compile(r"[块元蚊]?钱?(?:会|要|就)?(?:进来|进账|入账|到账|下来|到手|入嚟|回来|喺身|在身上)")
# 手头只有1500先转你: what one has is what one gives.
_GIVEN = re.compile(
    r"[块元蚊钱]*[,，]?(?:我|就|都|全部?|那|可以|能)*先?(?:全部?|都)?(?:转|给|打|还|付|汇|交|俾|畀|缴)(?:给|过去|俾|畀)?(?:你们?|您)?(?![\d一二两三四五六七八九十\u4e00-\u9fff]*[\d百千万])"
)


def without_means(text: str, by_clause: ByClause) -> ByClause:
    """ "I have only 300, I'll send 200": what one has is not what one pays, once that is said too."""
    sums = [(clause, item) for clause, items in by_clause for item in items if isinstance(item.value, Sum)]
    few = Counter(clause.start for clause, _ in sums)
    means = [
        item
        for clause, item in sums
        for said in (text[clause.start : item.start],)
        if (
            (_MEANS.search(said) or (few[clause.start] <= _FEW and _EARNED.search(said)))
            and not _GIVEN.match(text, item.end)
        )
        or _COMES_IN.match(text, item.end)
    ]
    if not means or not any(clause.stance is Stance.COMMITS and item not in means for clause, item in sums):
        return by_clause
    ends = {item.start for item in means}
    left = [
        (
            clause,
            [item for item in items if item not in means and not (item.value == REST and item.end in ends)],
        )
        for clause, items in by_clause
    ]
    return _without_their_days(by_clause, left)


def _without_their_days(by_clause: ByClause, left: ByClause) -> ByClause:
    """ "Got paid 600 today so sending 120 tomorrow": the day on which that came goes too, where another is told."""
    alone = [
        bool(items) and items != kept and not any(isinstance(item.value, Sum | Share) for item in kept)
        for (_, items), (_, kept) in zip(by_clause, left, strict=True)
    ]
    dated = any(
        isinstance(item.value, Days) and item.value.readings
        for (clause, items), only in zip(left, alone, strict=True)
        for item in items
        if not only and clause.stance is Stance.COMMITS
    )
    if not dated:
        return left
    return [
        (clause, [] if only else _less_first_day(told, kept))
        for (clause, kept), (_, told), only in zip(left, by_clause, alone, strict=True)
    ]


def _less_first_day(told: list[Item], kept: list[Item]) -> list[Item]:
    """今天赚了600明天还120 in one clause: less the day before what came in, where one stands behind it."""
    first = told[0] if told else None
    if told == kept or len(kept) < 3 or first is not kept[0] or told[1] is kept[1]:
        return kept
    days = [isinstance(item.value, Days) for item in kept[:2]]
    return kept[1:] if all(days) else kept


# 得返63蚊,点还: asked of nobody.
_HOW = re.compile(
    r"(?:点|怎么|咋|如何|点样|拿什么|拿啥|攞乜嘢?|用什么)(?:样|可能|会|能|来|嚟)?(?:还|俾|畀|付|给|找)"
)


def cannot(text: str, items: tuple[Item, ...], clauses: tuple[Clause, ...]) -> bool:
    """得返三百蚊，唔夠還: all that is named is what one has, and it is said not to do."""
    refused = any(
        clause.stance is Stance.REFUSES
        or (clause.stance is Stance.ASKS and _HOW.search(text, clause.start, clause.end))
        for clause in clauses
    )
    sums = [item for item in items if isinstance(item.value, Sum)]
    ends = {item.start for item in sums}
    items = tuple(
        item
        for item in items
        if not (item.value == REST and item.end in ends)
        and not (
            isinstance(item.value, Days) and text[item.start : item.end] in ("而家", "现在", "依家", "宜家")
        )
    )
    if not (refused and sums and len(sums) == len(items)) or _GIVES.search(text):
        return False
    begins = [clause.start for clause in clauses]
    return all(
        _MEANS.search(text[begins[max(0, bisect_right(begins, item.start) - 1)] : item.start])
        for item in sums
    )


_GIVES = re.compile(r"(?:先|就|全|都|会|可以)[^,，。]{0,4}(?:还|给|转|付|俾|畀|过|缴|入)")


# What one has or is to get, all of which is then given: 还剩2100 都给你, 领到3000 全部拿去还.
_HOLDS = re.compile(
    r"(?:剩|有|到手|领到?|发|凑|收|赚|进账|到账|得返|净返|[给转打借汇俾畀](?:给|畀|俾)?我)(?:了|下|到|咗|得|返|低|差不多|大概)*[ $¥]*$"
    r"|\b(?:prestan?|junte|tengo|traigo|consegui|sobran|quedan|gane|saque|pagan|pagaron|dan|dieron|depositan|caen|llegan|(?:lend|giv|pay|send|ow)(?:s|es|ing)? me|gave me|got|have|paid me|sold (?:my|the|a) \w+ for|(?:was|were) (?:going to|gonna|supposed to|meant to|planning to) (?:pay|send|do|give|put|transfer|drop)(?: (?:you|u|in))?)(?: (?:unos|como|a|the))? \$?$"
)
_GIVES_ALL = re.compile(
    r"(?:全部?|都|全都|统统|成数|通通)(?:拿来?去?|先)*(?:给|转|打|还|俾|畀|交|过|缴)(?:给|去|畀|俾)?(?:你|您|贵|公司|$)|(?:俾|畀)晒|就[转还打给汇俾畀过](?:给|畀|俾|返)?(?:你|您|贵)"
    r"|\b(?:i'?ll|ill|i will|i can|gonna|going to|imma|let me) (?:\w+ )?(?:send|give|pay|put|pass|transfer|forward|bring|drop|wire) (?:you |u |y'?all )?(?:all (?:of )?)?(?:that|it all|that one)(?: all)?(?: (?:over|to you|to u|on|in|straight|right|along))*\b(?! \x1f*(?:[$£€]|\d{2}))|\b(?:it'?ll|it will|it'?s gonna|that'?ll) (?:have to |need to |now )?be (?:on |by |the |more like )*(?:today|tomorrow|to?night|next|this|\d|mon|tue|wed|thu|fri|sat|sun)|\b(?:you|u|y'?all) (?:can have|'?ll get|get) (?:all of )?(?:that|it all|all of it)\b"
    r"|\b(?:se|te|os) l[oa]s (?:voy a )?(?:doy|dar|depos\w+|pag\w+|pas\w+|mand\w+|transf\w+|abon\w+|entreg\w+)\b|\bes[eo]s? (?:se|te|le|les) (?:l[oa]s? )?(?:doy|dep\w+|paso|mando)\b"
)


def at_hand(text: str, by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """ "2100 are left, you get it all": the sum stands in a clause that promises nothing itself."""
    first = min((item.start for item in kept if isinstance(item.value, Sum)), default=len(text))
    gives = [
        clause.start
        for clause, _ in by_clause
        if clause.stance is Stance.COMMITS
        and clause.end <= first
        and _GIVES_ALL.search(text[clause.start : clause.end])
    ]
    if not gives:
        return []
    held = [
        item
        for clause, items in by_clause
        if clause.start <= gives[0] and clause.stance not in (Stance.ASKS, Stance.REFUSES)
        for item in items
        if isinstance(item.value, Sum) and _HOLDS.search(text[clause.start : item.start])
    ]
    return held[-1:]
