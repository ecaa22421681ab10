"""Words of danger, in four languages: what is written by somebody at risk mostly holds one, and much else does too.

They decide nothing alone. Where the model only guesses at danger and none of them is there, the talk goes on and a
person looks (`actions/crisis.py`).
"""

from __future__ import annotations

import re

_DARK = re.compile(
    # English
    r"\b(?:kill|die|dead|death|dying|suicid|end (?:it|things|my|me|all|everything)|ending (?:it|things|my)|hurt|harm|cut(?:ting)? (?:my|me|too)|overdos|\bod\b|pills?|tablets"
    r"|rope|hang(?:ing)?|noose|jump|bridge|roof|ledge|balcony|gun|pistol|shot|shoot|knife|blade|razor|wrist|bleed|blood|gas|train|tracks|drown|bury|grave|funeral|goodbye"
    r"|bye|last (?:message|time|words|day|night)|wake up|waking up|not (?:be|wanna be|want to be|wake) |be here|around (?:much|any)?|live|living|alive|life|exist|disappear|better off"
    r"|without me|burden|hopeless|no (?:point|way out|reason|hope)|pointless|give up|giving up|can'?t (?:go on|take|do (?:this|it) any|cope|breathe|anymore)|cannot (?:go on|take)"
    r"|done with (?:life|it all|everything)|over for me|breaking point|break down|panic|crisis|help me|save me|afraid|scared|threat|beat|hit|hurting|abus|violen|stalk|follow|locked"
    r"|trapped|rape|assault|attack|emergency|911|999|ambulance|police|danger|safe|unsafe|voices|poison|drink bleach|starv|kids|baby|heart|chest|stroke|faint|collapsed|seizure|sleep"
    r"|forever|peace|heaven|hell|note|will|see you|cant take|off myself|unalive|kms|kys|sewerslide|mess(?:ed)? up|ruin|worthless)"
    # Spanish
    r"|\b(?:mat|muer|mor[ií]|suicid|quitarme|vida|vivir|viv[ao]|acabar|terminar con|hacerme daño|lastim|cort|venas|pastilla|veneno|puente|tir(?:o|ar|arme)|aventar|colg|soga|pistola"
    r"|arma|balazo|cuchillo|navaja|despertar|desaparec|adi[oó]s|despid|última|ya no (?:puedo|quiero|aguanto|vale|estar)|no (?:aguanto|puedo m[aá]s|quiero (?:seguir|estar|vivir))"
    r"|sin m[ií]|carga|estorbo|infarto|golpe|pega|amenaz|viol|encerr|miedo|peligro|auxilio|ayud|socorro|emergencia|ambulancia|polic|hospital|sangr|ahog|gas|tren|metro|v[ií]as|techo"
    r"|azotea|balc[oó]n|ventana|ca[ií]do|hambre|rendi|sentido|salida|fuerzas|dormir|para siempre|cielo|descansar|crisis|ataque|nervios|ansiedad)"
    # Chinese
    r"|[死亡杀殺命跳楼樓桥橋河江海刀割腕药藥吊绳繩煤炭烧燒自残殘血毒枪槍火轨軌崖窗阳陽台顶頂轻輕]|活[着著不够夠下够膩]|不想活|生无可恋|生無可戀|解脱|解脫|结束|結束|撑不|撐不|熬不|受不了|崩[溃潰]|绝望|絕望|没意思|沒意思|冇意思|没意义|沒意義|遗书|遺書|再见"
    r"|再見|永别|永別|下辈子|下輩子|醒|消失|离开|離開|走了|了断|了斷|一了百了|打我|家暴|威胁|威脅|救|危险|危險|怕|报警|報警|急救|医院|醫院|自[杀殺尽盡]|想不开|想不開|唔想|生存|拜拜|后事|後事|最后|最後|伤害|傷害|对不起|對唔住|頂唔順|捱唔|撐唔|世上|世界"
    r"|天堂|地狱|地獄|骨灰|安眠|瓦斯|上吊|投|拖累|累赘|累贅|包袱|活|生",
    re.IGNORECASE,
)


def any_in(text: str) -> bool:
    """Whether the text holds a word that danger is spoken of with; linear in its length."""
    return bool(_DARK.search(text))
