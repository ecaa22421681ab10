"""What is said of paying in jest, or is no paying at all: "let me just find 720 down the back of the sofa, not happening", "I'll
look it up tomorrow"."""

from __future__ import annotations

import re

from core.money import Money
from reading.corrections import Item, kind
from reading.money import Sum
from reading.stance import Clause, Stance
from reading.text import prepare

type ByClause = list[tuple[Clause, list[Item]]]

# Where no money comes from, ...
_ABSURD = re.compile(
    r"\b(?:down the back of (?:the|my) (?:sofa|couch|settee)|behind the (?:sofa|couch)|(?:out of|from) thin air|(?:money|cash) trees?|(?:grows?|growing) on trees|(?:out of|up) (?:my|me|a) (?:own )?(?:arse|ass|hat|backside|butt|behind)|magic (?:up|it|money)|magicking|conjure|wave (?:a|my) (?:magic )?wand|print(?:ing)? (?:money|some|it|more)"
    r"|rob (?:a|the|another) bank|(?:sell|give (?:you|u)|pay (?:you|u)(?: with| in)?|send (?:you|u)) (?:a|my|me|one|in|with)? ?(?:kidneys?|organs?|soul|liver|firstborn|first born|left (?:arm|leg|nut)|unicorns?|monopoly money|hugs|kisses|good vibes)|(?:a|my) unicorn|win (?:the|on the) (?:lottery|lotto|euromillions|powerball|pools|jackpot)|when i win|pigs (?:can )?fly|hell freezes|blood (?:from|out of) a stone|leprechauns?|fairy godmother|sugar daddy|buried treasure|pot of gold|tooth fairy|monopoly money|swiss (?:bank )?account|(?:my|the|me) (?:yacht|butler|private jet|millions|lambo|mansion|chauffeur)"
    r"|debajo de (?:las|una) piedras?|arbol (?:del|de) (?:dinero|billetes|la plata)|(?:nace|crece|sale)n? (?:el dinero )?(?:de|en) los arboles|me (?:toque|toca|saque|gane) (?:en )?(?:la|el) (?:loteria|gordo|primitiva|melate|quiniela)|la (?:loteria|quiniela) (?:que|me)|de la manga|de la chistera|del aire|me los? invento|(?:la )?maquina de (?:hacer )?(?:billetes|dinero)|imprimo (?:billetes|dinero)|(?:atraco|robo|asalto) un banco"
    r"|(?:vendo|pago con|doy) un rinon|(?:con|en) (?:un|mi) (?:ferrari|yate|lamborghini|jet)|(?:con|en) (?:besos|abrazos|puro amor)|en el ano del caldo|cuando las ranas|vuelen los (?:cerdos|burros)|cag[ao]r? (?:dinero|billetes)|soy (?:millonari[oa]|el banco de espana|rockefeller|slim|bill gates))\b"
    r"|中(?:咗|了|个|到|埋)?(?:六合彩|彩票|乐透|大乐透|双色球|头奖|头彩|大奖|五百万|威力彩|马票)|买六合彩|(?:打劫|抢)银行|(?:印|屋企印)(?:钞票|银纸|钱)|(?<!哪怕)(?<!就算)(?:真要)?(?:去)?卖(?:个|咗个)?肾|摇钱树|天上掉(?:馅饼|钱)|天跌(?:钱|银纸)|发梦执到|阿拉丁"
)
# ... and what says that nothing comes of what stands before.
_NEVER = re.compile(
    r"\b(?:(?:it'?s |that'?s |its |thats )?(?:not|never|ain'?t) (?:gonna |going to )?happen(?:ing)?|(?:in )?(?:your|ur|yer) dreams|dream on|keep dreaming|fat chance|no chance(?= ?(?:$|[.,!?]))|as if(?= ?(?:$|[.,!?]))|yeah right(?= ?(?:$|[.!?]))|aye right|jog on|get real|good luck with that|you'?ll be lucky|don'?t hold (?:your|ur) breath|dont hold (?:your|ur) breath|pull the other one"
    r"|ni (?:madres|maiz|de pedo|de chiste|lo suenes|en suenos|de cona|de broma|loc[oa]|borrach[oa]|harto de vino)|en tus? suenos|sigan? sonando|va a ser que no|ya quisieras?|ya te gustaria|y un jamon|ni (?:que )?(?:ocho cuartos|ninos muertos|leches|narices|nino muerto|historias)|y un cuerno|si,? hombre,? si|esper[ae](?:n|d)?(?:los?|las?|me|nos)?(?: ahi)? sentad[oa]s?|lo llevais? clar[oa]|lo llevan clar[oa]|no va a pasar|ja,? ni)\b"
    r"|(?:你们?|您)?(?:做梦|发梦)(?:去)?(?:吧|啦|呢|咩)|想得美|美得你|下辈子|(?<!天)才怪|骗你的|你信(?:吗|不)|等到?(?:猴年马月|天荒地老)|痴线|谂到美|冇咁大只蛤乸|妄想|门都没有"
)
# "I'll check tomorrow", "mañana te digo": done then, and no payment.
_ERRAND = re.compile(
    r"\b(?:i'?ll|i will|ill|i'?m gonna|gonna|i can|let me|lemme|i'?m going to)(?: (?:just|try (?:and|to)|go|have to|probably|also|definitely|get))* (?:find (?!the (?:money|cash|rest|funds)|some|[$£€]?\d)|check(?! (?:in|it off))|look|ask|see (?:what|if|how|about|my|the|when|whether)|let (?:you|u) know|tell (?:you|u)|think|talk|speak|get back|dig (?:it|that|out)|google|find out|know|confirm|text|message|ring|call|email)\b"
    r"|\b(?:te|le|les|os|ya|se lo|te lo|lo|les lo)(?: (?:te|le|les|os|lo|la))? (?:digo|aviso|confirmo|busco|cuento|miro|pregunto|averiguo|consulto|respondo|contesto|informo|comento|checo|escribo|llamo|marco)\b"
)
_PAYING = re.compile(
    r"\b(?:pay|paying|payment|send|transfer|deposit|settle|clear|sort|money|cash|balance|rest|half|all of it|minimum|pag\w+|abon\w+|deposit\w+|transf\w+|ingres\w+|mand\w+|envi\w+|dinero|bizum|lana|resto|mitad)\b"
)


# "Sure I'll pay you a million tomorrow", 明天还你一个亿: so many times what is owed that nobody means it.
_MILLIONS = re.compile(
    r"\b(?:a|one|two|ten|fifty|hundred|couple|\d+|few|bazillion|un|dos|diez|cien|mil|unos)? ?(?:[mbtz]illion|gazillion|bazillion|jillion|squillion|millon|billon|trillon|chorrocientos|[mb]illones)s?\b|亿|(?<![\d一二两三四五六七八九])千万(?!别|不|要|记|唔|咪|莫|勿)|[一二两三四五六七八九十几]千万|百万"
)
_TIMES = 50


def _beyond(clause: Clause, text: str, items: tuple[Item, ...], owed: Money | None) -> bool:
    if owed is None or owed.amount <= 0:
        return False
    told = [item.value for item in items if clause.start <= item.start < clause.end]
    figures = [figure for value in told if isinstance(value, Sum) for figure in value.figures]
    named = _MILLIONS.search(text, clause.start, clause.end) and owed.amount * _TIMES < _MILLION
    said = clause.stance is Stance.COMMITS and re.search(
        r"[a-z\u3400-\u9fff]{2}", text[clause.start : clause.end]
    )
    return bool(named) or (
        bool(said) and any(figure > owed.amount * _TIMES and figure >= _MILLION for figure in figures)
    )


_MILLION = 1_000_000


def in_jest(
    text: str, items: tuple[Item, ...], clauses: tuple[Clause, ...], owed: Money | None = None
) -> bool:
    """Whether nothing said is meant: an absurd way to the money, or "in your dreams", and no whole offer beside it."""
    last = max((found.end() for found in _NEVER.finditer(text)), default=0)
    absurd = [
        clause
        for clause in clauses
        if _ABSURD.search(text, clause.start, clause.end) or _beyond(clause, text, items, owed)
    ]
    if not last and not absurd:
        return False
    return not any(
        {"day", "money"} <= {kind(item) for item in items if clause.start <= item.start < clause.end}
        for clause in clauses
        if clause.start >= last and clause not in absurd
    )


def is_absurd(text: str) -> bool:
    """Whether money is to come from where none comes from: 聽朝中咗六合彩."""
    return bool(_ABSURD.search(prepare(text).folded))


def on_errands(by_clause: ByClause, text: str) -> bool:
    """ "I'll find it tomorrow": every clause that commits to something names what is no payment."""
    commits = [text[c.start : c.end] for c, _ in by_clause if c.stance in (Stance.COMMITS, Stance.BARE)]
    return any(_ERRAND.search(said) for said in commits) and all(
        (_ERRAND.search(said) or not _PAYING.search(said)) and not _PAYING.search(_ERRAND.sub(" ", said))
        for said in commits
    )
