"""Words of danger, in four languages: what is written by somebody at risk mostly holds one, and much else does too.

They decide nothing alone. Where the model only guesses at danger and none of them is there, the talk goes on and a
person looks (`actions/crisis.py`).
"""

from __future__ import annotations

import re

_DARK = re.compile(
    # English
    r"\b(?:kill(?:ed|ing)?|dies?|dying|dead|death|suicid\w*|unaliv\w*|kms|kys|sewerslide|off myself|end(?:ing)? (?:it|things|my(?:self)?|me|everything)|hurt(?:ing)? (?:my|me)\w*|harm(?:ing)?|cut(?:ting)? my\w*"
    r"|overdos\w*|od|pills?|tablets?|meds|rope|noose|hang(?:ing)?|jump(?:ed|ing)?|bridge|roof|ledge|balcony|gun|pistol|knife|blade|razor|wrists?|bleed\w*|blood|tracks|drown\w*|bury|grave|funeral|goodbyes?|bleach|poison"
    r"|last (?:message|words|night|day)|(?:not |never |n'?t (?:wanna |want to )?)(?:wak(?:e|ing) up|be (?:here|around|alive|a problem))|wak(?:e|ing) up|alive|living|my life|this life|life|exist\w*|disappear\w*|better off|without me|burden|hopeless|no (?:point|way out|reason|hope|future)|pointless|worthless"
    r"|giv(?:e|ing) up|can'?t (?:go on|take|do (?:this|it) any|cope|breathe|any ?more)|cannot (?:go on|take|cope)|cant (?:go on|take|cope|breathe|do (?:this|it) any)|done with (?:life|it all|everything)|over for me|breaking point"
    r"|save me|scared|afraid|threat\w*|beat(?:s|ing)? (?:me|us|her|my)|hits? (?:me|us)|hurting|abus\w*|violen\w*|stalk\w*|locked (?:me|us)|trapped|raped?|attack(?:ed)?|emergency|911|999|ambulance|danger|unsafe|voices|starv\w*"
    r"|heart attack|chest|stroke|faint(?:ed|ing)?|collapsed?|seizures?|sleep forever|forever|peace|heaven|see you on|my will|suffer\w*|crying|hate my\w*|tired of (?:life|living|it all|everything|being)|empty|numb|dark)\b"
    # Spanish
    r"|\b(?:matar\w*|matarme|me mato|mate|muer\w+|mor[ií]r\w*|suicid\w*|quitarme|(?:la|mi|esta|una) vida|vivir|viv[ao]|acabar (?:con|todo)|se acab[oó]|termin(?:ar|o) con|lastim\w+|cortar\w*|venas|pastillas?|veneno|puente|tirar(?:me|se)|aventar\w*|colg\w+|soga|pistola"
    r"|balazo|cuchillo|navaja|despertar|desapare\w+|adi[oó]s|despid\w+|ya no (?:puedo|quiero|aguanto|vale|estar)|no (?:aguanto|puedo m[aá]s|quiero (?:seguir|estar|vivir))"
    r"|sin m[ií]|carga|estorbo|infarto|golpea?\w*|me pega|amenaz\w+|violen\w+|encerr\w+|miedo|peligro|auxilio|ay[uú]d(?:en|a)me|socorro|emergencia|ambulancia|sangr\w+|ahog\w+|las v[ií]as|azotea|balc[oó]n|hambre"
    r"|rendi\w*|(?:sin|no tiene) sentido|(?:sin|no (?:hay|veo)) salida|sin fuerzas|para siempre|el cielo|descansar|sufri\w+|harta? de (?:vivir|todo)|vac[ií]o)\b"
    # Chinese
    r"|[死亡杀殺刀割腕吊绳繩燒烧殘残毒枪槍崖]|(?:跳|站|企|栏|欄)[^，。]{0,6}[楼樓桥橋河江海台顶頂窗]|[跳投][楼樓河江海桥橋]|药|藥|活(?:[着著不够夠下膩腻]|唔)|不想活|生无可恋|生無可戀|解脱|解脫|结束|結束|撑不|撐不|熬不|受不了|崩[溃潰]|绝望|絕望|(?:活|人生|日子)[^，。]{0,4}(?:没|沒|冇)(?:意思|意义|意義)"
    r"|遗书|遺書|永别|永別|下辈子|下輩子|(?:不|唔)(?:要|想|好|会|會)?再?醒|醒(?:不|唔)|消失|离开(?:这|人)|離開(?:這|人)|走了(?:算|之)|了断|了斷|一了百了|迈出去|打我|家暴|威胁|威脅|救(?:我|命)|危险|危險|自[杀殺尽盡]|想不开|想不開|捱唔|撐唔|頂唔順|世上|(?:这|這|呢)个?世界"
    r"|天堂|骨灰|安眠|瓦斯|煤气|拖累|累赘|累贅|包袱|没有我|沒有我|冇咗我|少了我",
    re.IGNORECASE,
)
# Said of a mood, a shame or a joke: 丢死人了, 笑死, 要被气死.
_IDIOMS = re.compile(
    r"(?:[气氣急笑丢累烦煩热熱饿餓忙吓嚇羞尴愁穷窮冷困睏疼渴衰闷悶嬲]|(?:尴尬|無聊|无聊|麻烦|麻煩|好笑|開心|开心))死(?:个|個)?(?:人|我|了|咗)*|死(?:线|線|板|机|機|鬼|党|黨|仔|佬)|该死|該死|要死要活|打死(?:不|都)"
    r"|\b(?:(?:be|is|are|being) (?:gonna |going to )?(?:be )?the death of|drop dead|dead ?line|dead ?(?:battery|phone|end)|die of (?:shame|embarrassment|boredom|laughter)|d(?:ie|ying) (?:to|for a)|died? (?:laughing|of (?:shame|embarrassment))|make a living|for a living|living room|killing (?:me|time) (?:lol|haha|with)"
    r"|muer[oe]n? de (?:vergüenza|verguenza|risa|pena|calor|fr[ií]o|sue[nñ]o|ganas)|me mata directamente|muerto de (?:risa|sue[nñ]o|hambre|pena|vergüenza))\b",
    re.IGNORECASE,
)


def any_in(text: str) -> bool:
    """Whether the text holds a word that danger is spoken of with; linear in its length."""
    return bool(_DARK.search(_IDIOMS.sub(" ", text)))
