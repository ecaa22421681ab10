"""What is said of paying in jest, or is no paying at all: "let me just find 720 down the back of the sofa, not happening", "I'll
look it up tomorrow"."""

from __future__ import annotations

import re

from reading.corrections import Item, kind
from reading.stance import Clause, Stance

type ByClause = list[tuple[Clause, list[Item]]]

# Where no money comes from, ...
_ABSURD = re.compile(
    r"\b(?:down the back of (?:the|my) (?:sofa|couch|settee)|behind the (?:sofa|couch)|(?:out of|from) thin air|(?:money|cash) trees?|(?:grows?|growing) on trees|(?:out of|up) (?:my|me|a) (?:own )?(?:arse|ass|hat|backside|butt|behind)|magic (?:up|it|money)|magicking|conjure|wave (?:a|my) (?:magic )?wand|print(?:ing)? (?:money|some|it|more)"
    r"|rob (?:a|the|another) bank|sell (?:a|my|me|one) (?:kidney|organs?|soul|liver)|win (?:the|on the) (?:lottery|lotto|euromillions|powerball|pools|jackpot)|when i win|pigs (?:can )?fly|hell freezes|blood (?:from|out of) a stone|leprechauns?|fairy godmother|sugar daddy|buried treasure|pot of gold|tooth fairy|monopoly money|swiss (?:bank )?account|(?:my|the|me) (?:yacht|butler|private jet|millions|lambo|mansion|chauffeur)"
    r"|debajo de (?:las|una) piedras?|arbol (?:del|de) (?:dinero|billetes|la plata)|(?:nace|crece|sale)n? (?:el dinero )?(?:de|en) los arboles|me (?:toque|toca|saque|gane) (?:en )?(?:la|el) (?:loteria|gordo|primitiva|melate|quiniela)|la (?:loteria|quiniela) (?:que|me)|de la manga|de la chistera|del aire|me los? invento|(?:la )?maquina de (?:hacer )?(?:billetes|dinero)|imprimo (?:billetes|dinero)|(?:atraco|robo|asalto) un banco"
    r"|vendo un rinon|cuando las ranas|vuelen los (?:cerdos|burros)|cag[ao]r? (?:dinero|billetes)|soy (?:millonari[oa]|el banco de espana|rockefeller|slim|bill gates))\b"
)
# ... and what says that nothing comes of what stands before.
_NEVER = re.compile(
    r"\b(?:(?:it'?s |that'?s |its |thats )?(?:not|never|ain'?t) (?:gonna |going to )?happen(?:ing)?|(?:in )?(?:your|ur|yer) dreams|dream on|keep dreaming|fat chance|no chance(?= ?(?:$|[.,!?]))|as if(?= ?(?:$|[.,!?]))|yeah right(?= ?(?:$|[.!?]))|aye right|jog on|get real|good luck with that|you'?ll be lucky|don'?t hold (?:your|ur) breath|dont hold (?:your|ur) breath|pull the other one"
    r"|ni (?:lo suenes|en suenos|de cona|de broma|loc[oa]|borrach[oa]|harto de vino)|en tus? suenos|sigan? sonando|va a ser que no|ya quisieras?|ya te gustaria|y un jamon|ni (?:que )?(?:ocho cuartos|ninos muertos|leches|narices|nino muerto|historias)|y un cuerno|si,? hombre,? si|esperen? sentad[oa]s?|lo llevais? clar[oa]|lo llevan clar[oa]|no va a pasar|ja,? ni)\b"
)
# "I'll check tomorrow", "mañana te digo": done then, and no payment.
_ERRAND = re.compile(
    r"\b(?:i'?ll|i will|ill|i'?m gonna|gonna|i can|let me|lemme|i'?m going to)(?: (?:just|try (?:and|to)|go|have to|probably|also|definitely|get))* (?:find (?!the (?:money|cash|rest|funds)|some|[$£€]?\d)|check(?! (?:in|it off))|look|ask|see (?:what|if|how|about|my|the|when|whether)|let (?:you|u) know|tell (?:you|u)|think|talk|speak|get back|dig (?:it|that|out)|google|find out|know|confirm|text|message|ring|call|email)\b"
    r"|\b(?:te|le|les|os|ya|se lo|te lo|lo|les lo)(?: (?:te|le|les|os|lo|la))? (?:digo|aviso|confirmo|busco|cuento|miro|pregunto|averiguo|consulto|respondo|contesto|informo|comento|checo|escribo|llamo|marco)\b"
)
_PAYING = re.compile(
    r"\b(?:pay|paying|payment|send|transfer|deposit|settle|clear|sort|money|cash|balance|rest|half|all of it|minimum|pag\w+|abon\w+|deposit\w+|transf\w+|ingres\w+|mand\w+|envi\w+|dinero|bizum|lana|resto|mitad)\b"
)


def in_jest(text: str, items: tuple[Item, ...], clauses: tuple[Clause, ...]) -> bool:
    """Whether nothing said is meant: an absurd way to the money, or "in your dreams", and no whole offer beside it."""
    last = max((found.end() for found in _NEVER.finditer(text)), default=0)
    absurd = [clause for clause in clauses if _ABSURD.search(text, clause.start, clause.end)]
    if not last and not absurd:
        return False
    return not any(
        {"day", "money"} <= {kind(item) for item in items if clause.start <= item.start < clause.end}
        for clause in clauses
        if clause.start >= last and clause not in absurd
    )


def on_errands(by_clause: ByClause, text: str) -> bool:
    """ "I'll find it tomorrow": every clause that commits to something names what is no payment."""
    commits = [text[c.start : c.end] for c, _ in by_clause if c.stance in (Stance.COMMITS, Stance.BARE)]
    return any(_ERRAND.search(said) for said in commits) and all(
        (_ERRAND.search(said) or not _PAYING.search(said)) and not _PAYING.search(_ERRAND.sub(" ", said))
        for said in commits
    )
