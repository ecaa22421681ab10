"""Figures that are neither money nor a day: what they count stands behind them ("only have 5 minutes", 最多3个孩子), or
before them what they number ("room 12", "my kids are 5 and 9", 尾號4417)."""

from __future__ import annotations

import re

# What a figure in front of it counts. Any other word may stand behind a sum or a day: "50 tmrw", "75 up front".
_THINGS = re.compile(
    r"(?:st|nd|rd|th) (?:coffee|cup|beer|time|attempt|try|floor|shift|job|kid|child|baby|grade|wife|husband|message|text|call|warning|str(?:eet)?|ave(?:nue)?|birthday|home|class|year|round|one this (?:week|month))\b"
    r"|(?:\s*-?\s*(?:little|small|young|more|other|whole|long|diff(?:erent)?|new|old|of (?:my|the|our)|different))?\s*-?\s*(?:kid|child|bab(?:y|ies)|toddler|teen|boy|girl|son|daughter|brother|sister|sibling|grandkid|dog|cat|pet|people|person|adult|mouth|of (?:us|them|you)|min(?:ute)?|hour|hr|sec(?:ond)?|year|yr|job|shift|gig|car|truck|van|phone"
    r"|account|loan|bill|room|bed|bedroom|bathroom|floor|mile|km|kilomet(?:er|re)|message|text|msg|call|time|question|thing|bag|box|unit|stop|deliver(?:y|ies)|order|load|customer|client|patient|student|class|egg|beer|worker|employee|staff|star|point|step|reason|minute'?s|year'?s|lb|kg|inch|degree|out of|percent|page|letter|email|email address)(?:e?s|ren|ies)?\b(?! (?:of (?:june|july|may)|it))"
    r"|\s*(?:ni[nñ][oa]|hij[oa]|chamac[oa]|chav[oa]|beb[eé]|nen[ea]|perr[oa]|gat[oa]|persona|boca|minuto|minutito|min|hora|hr|a[nñ]o|a[nñ]ito|trabajo|chamba|turno|carro|coche|tel[eé]fono|cuenta|recibo|cuarto|habitacion|cama|piso|kil[oó]metro|km|mensaje|llamada|ve(?:z|ces)|pregunta|cosa|pedido|cliente|paciente|alumn[oa]|clase|herman[oa]|niet[oa]|estrella|punto)(?:e?s)?\b(?! (?:de (?:junio|julio|mayo)))"
    r"|\s*(?:[个個](?!月|星期|礼拜|禮拜)|[张張岁歲件口名位只隻部台臺间間楼樓层層顿頓碗样樣种種房度次年]|小[时時孩朋]|分[钟鐘]|份(?!之)|人(?!民)|[条條](?!数|數)|[仔孩])",
    re.IGNORECASE,
)
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
    return not (_THINGS.match(text, end) or _ONE_CARD.match(text, end - 1))


def without(text: str) -> str:
    """The text without the figures that count or number something."""
    left = _ONE_CARD.sub(_blank, _NUMBERED.sub(_blank, text))
    return _FIGURE.sub(lambda found: _blank(found) if _THINGS.match(left, found.end()) else found[0], left)


def elsewhere(text: str) -> str:
    """What is said beside the clauses in which something is counted: "my daughter is 8 today" names no day to pay on."""
    clauses = re.split(r"(?<=[,.;!?\n，。；！？])", text)
    return "".join(clause for clause in clauses if without(clause) == clause)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"\d+|尾[号號数數](?:是|係)?", "", found[0])
