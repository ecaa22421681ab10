"""Figures that are neither money nor a day: what they count stands behind them ("only have 5 minutes", 最多3个孩子), or
before them what they number ("room 12", "my kids are 5 and 9", 尾號4417)."""

from __future__ import annotations

import re

# What may stand behind a sum or a day; any other word there is what the figure counts.
_BEHIND_ONE = (
    r"(?:st|nd|rd|th|k|[ap]m)?\s*(?:$|[^\w\s]|\d|(?:to|on|by|for|this|that|the|right|now|at|today|tomorrow|then|please|pls|plz|if|and|n|but|not|no|nae|instead|max(?:imum)?|tops|dollars?|bucks?|quid|pounds?|usd|hkd|mxn|euros?|until|till?|because|cos|cuz|coz|cause|as|is|was|would|will|can|could|should|works?|sounds?|suits?|better|best|fine|good|ok(?:ay)?|yes|yeah|sorry|lol|tho|though|thanks|thank|thx|ty|my|i|im|i'?ll|it|its|sadly|unfortunately|atm|rn|tbh|with|via|using|from|in (?:my|the|a|one|\d)|in (?:total|hand|cash)|of|out of|left|spare|each|all|altogether|total|only|just|so|or|since|when|after|before|again|actually|honestly|really|mate|man|sir|bro|next|more|less|extra|monthly|weekly|a|per|every|payments?|parts?|instal\w*|cash|transfer|debit|credit|bank|paypal|zelle|direct"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?|jan\w*|feb\w*|mar(?:ch|zo)?|apr\w*|may[o]?|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|ene\w*|abr\w*|jun\w*|jul\w*|ago\w*|dic\w*|days?|weeks?|wks?|months?|d[ií]as?|semanas?|mes(?:es)?|quincenas?|pagos?|cuotas?"
    r"|para|por|el|la|los|las|est[ea]|es[ea]|eso|hoy|ma[nñ]ana|ahorita|ahora|y|o|pero|de (?:momento|los|las|este|\w+(?:o|bre|il)\b)|del?|porque|pues|que|q|si|s[ií]|en (?:vez|lugar|total|mano|efectivo|mi|la|\d|dos|tres|un)|efectivo|transferencia|nada|nom[aá]s|solamente|gracias|disculp\w+|perd[oó]n|lo|m[aá]ximo|m[aá]s|menos|pes(?:os|itos)|varos|pavos|lana|d[oó]lares|cada|al|con|mejor|bien|ser[ií]a|puede|est[aá]|les?|se|me|es|ya|entonces|cuando|hasta|joven)\b"
    r"|(?:个|個)(?:月|星期|礼拜|禮拜)|[\u3400-\u9fff](?<![个個张張岁歲件口名位只隻部台臺条條间間楼樓层層小顿頓碗样樣种種仔孩家房度])(?<!份(?!之))(?<!分(?!期))(?<!人(?!民)))"
)
_BEHIND = re.compile(_BEHIND_ONE, re.IGNORECASE)
_FIGURE = re.compile(r"(?<![a-z\d_.,/:$£€¥])(?<![$£€¥] )\d{1,2}(?![\d.,/:]*\d|%)")
# "1 card", though "200 card" is a sum and how it comes.
_ONE_CARD = re.compile(r"(?<![\d.,])[1-9] (?:cards?|tarjetas?)\b", re.IGNORECASE)
_WHO = r"(?:daughter|son|boy|girl|kids?|children|baby|m[uo]m|dad|wife|husband|she|he|hij[oa]s?|ni[nñ][oa]s?|beb[eé]|ella|[eé]l|mam[aá]|pap[aá]|madre|padre|abuel[oa]|阿?[爸妈媽]|[個个][仔女])"
_NUMBERED = re.compile(
    rf"\b(?:(?:room|apt|flat|unit|suite|age|aged|floor|level|number|family of|we(?:'re| are)|there(?:'s| are)|ending(?: in)?|ends in|turn(?:s|ed|ing)?|bus|line|{_WHO}(?:'s| is| are| turns?| cumplen?| tienen?)"
    r"|piso|depto|cuarto|casa|somos|termina(?:ci[oó]n)?(?: en)?|terminad[oa] en|n[uú]mero|edad|l[ií]nea)\b[\s,:#]*)\d+(?:(?: and |, ?| y )\d+)*(?!\d)|(?:尾[号號数數](?:是|係)?|住)\s?\d+",
    re.IGNORECASE,
)


def alone(text: str, end: int) -> bool:
    """Whether nothing stands behind a figure that ends at `end` which it would count."""
    return bool(_BEHIND.match(text, end))


def without(text: str) -> str:
    """The text without the figures that count or number something."""
    left = _ONE_CARD.sub(_blank, _NUMBERED.sub(_blank, text))
    return _FIGURE.sub(lambda found: found[0] if alone(left, found.end()) else _blank(found), left)


def elsewhere(text: str) -> str:
    """What is said beside the clauses in which something is counted: "my daughter is 8 today" names no day to pay on."""
    clauses = re.split(r"(?<=[,.;!?\n，。；！？])", text)
    return "".join(clause for clause in clauses if without(clause) == clause)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"\d+|尾[号號数數](?:是|係)?", "", found[0])
