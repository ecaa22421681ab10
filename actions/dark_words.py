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
    r"|heart attack|chest|stroke|faint(?:ed|ing)?|collapsed?|seizures?|sleep forever|forever|peace|heaven|see you on|my will|suffer\w*|crying|hate my\w*|tired of (?:life|living|it all|everything|being)|empty|numb|dark"
    r"|(?:can'?t|cant|wanna|want to|will to|reason to) live|want to be here|(?:would|be|better) (?:better|happier|off) (?:w|with|without)|better w/?o me|suicde|sucide|suiside|to myself|(?:do|done|doing) it (?:this time|tonight|already)|(?:close|going|gonna|about) to do(?:ing)? (?:it|something)|before i go|(?:these|bad|those) thoughts|crisis (?:line|number)"
    r"|overpass|flyover|platform|in front of (?:a|the) (?:train|truck|bus|car|lorry)|the lake|miss me|bottle|whole (?:bottle|pack|thing)|bullet|rifle|shotgun|bomb|petrol|gasoline|matchbox|burn (?:it|your|down)|chok(?:e|es|ed|ing)|hurts? (?:me|us|her|him|my)|hurt the|(?:don'?t|dont|do not) (?:want to|wanna) (?:do|be) (?:this|it|here|any)|letters? (?:to|for) my|throat|my neck|loan sharks?|at my door|break my|traffick\w*|watching me|not safe|no future|see a future)\b"
    # Spanish
    r"|\b(?:matar\w*|matarme|me mato|mate|muer\w+|mor[ií]r\w*|suicid\w*|quitarme|(?:la|mi|esta|una) vida|vivir|viv[ao]|acabar (?:con|todo)|se acab[oó]|termin(?:ar|o) con|lastim\w+|cortar\w*|venas|pastillas?|veneno|puente|tirar(?:me|se)|aventar\w*|colg\w+|soga|pistola"
    r"|balazo|cuchillo|navaja|despertar|desapare\w+|adi[oó]s|despid\w+|ya no (?:puedo|quiero|aguanto|vale|estar)|no (?:aguanto|puedo m[aá]s|quiero (?:seguir|estar|vivir))"
    r"|sin m[ií]|carga|estorbo|infarto|golpea?\w*|me pega|amenaz\w+|violen\w+|encerr\w+|miedo|peligro|auxilio|ay[uú]d(?:en|a)me|socorro|emergencia|ambulancia|sangr\w+|ahog\w+|las v[ií]as|azotea|balc[oó]n|hambre"
    r"|rendi\w*|(?:sin|no tiene) sentido|(?:sin|no (?:hay|veo)) salida|sin fuerzas|para siempre|el cielo|descansar|sufri\w+|harta? de (?:vivir|todo)|vac[ií]o"
    r"|(?:me|te|le|nos) (?:quiero )?hac\w+ daño|hac\w+(?:me|nos|rme) daño|(?:ya )?no (?:voy a estar|estar[eé])|cuando yo no est[eé]|cuerda|ahorc\w+|escopeta|balear|armados|un tiro|me (?:tiro|aviento|tom[eé] (?:todo|todas)|(?:las )?voy a tomar)|brincar|por la ventana|cuello|pescuezo|cartas? a mis?|muriera|quit\w+ de en medio|gasolina|quem(?:o|ar|a)\w*|raticida|botiqu[ií]n"
    r"|seguro de vida|este mundo|l[ií]nea de (?:crisis|ayuda)|estrangul\w+|amarrad[oa]|cortes en|cort[aá]ndome|atropell\w+|suisid\w*|un problema para nadie|nota de despedida|dej[eé] (?:las|una) (?:carta|llaves|nota)|estoy segura en mi casa|me (?:tienen|tiene) (?:encerrad|amarrad)\w+|no me dejan? salir)\b"
    # Chinese
    r"|[死亡杀殺刀割腕吊绳繩燒烧殘残毒枪槍崖]|(?:跳|站|企|栏|欄)[^，。]{0,6}[楼樓桥橋河江海台顶頂窗]|[跳投][楼樓河江海桥橋]|药|藥|活(?:[着著不够夠下膩腻]|唔)|不想活|生无可恋|生無可戀|解脱|解脫|结束|結束|撑不|撐不|熬不|受不了|崩[溃潰]|绝望|絕望|(?:活|人生|日子)[^，。]{0,4}(?:没|沒|冇)(?:意思|意义|意義)"
    r"|遗书|遺書|永别|永別|下辈子|下輩子|(?:不|唔)(?:要|想|好|会|會)?再?醒|醒(?:不|唔)|消失|离开(?:这|人)|離開(?:這|人)|走了(?:算|之)|了断|了斷|一了百了|迈出去|打我|家暴|威胁|威脅|救(?:我|命)|(?:有|很|太|处境|處境)(?:危险|危險)|自[杀殺尽盡]|想不开|想不開|捱唔|撐唔|頂唔順|世上|(?:这|這|呢)个?世界"
    r"|天堂|骨灰|安眠|瓦斯|煤气|拖累|累赘|累贅|包袱|没有我|沒有我|冇咗我|少了我"
    r"|跳(?:下|落|[楼樓轨軌江河海]|lou|了$|$)|想跳|天台|顶楼|頂樓|[桥橋]上|[这這呢]?[条條]?命(?:赔|賠|拿|[值还還])|[拿用]命|同[归歸]于?於?[尽盡]|(?:我|先)走(?:了|先|咗)(?:以后|以後|之|$)|走先(?:喇|啦)|傻事|想?再?做人(?:好|$)|(?:唔|不)想(?:再)?做人|来世|來世|来生|來生|(?:我|他)?(?:就|已经|已經)?不在了|冇命|炸[了死你]|捅|斩|斬|踹门|踹門|砸门|砸門|撞[门門]|[轻輕]生|亖|紫砂|自沙|百草枯|漂白水"
    r"|收[尸屍]|遗嘱|遺囑|抑郁|憂鬱症|忧郁症|[划劃]自己|[𠝹界]手|𠝹|上路了|[脖颈頸喉]|[烧燒]?炭(?:都|$|买|買|我)|[车車]流|撞[护護][栏欄]|(?:最后|最後)(?:一天|一面|一次|一条|一條)|[别別]找我|不用找我|唔使[再]?[搵揾]我|失[联聯]|[软軟]禁|[关關](?:在|住).{0,6}[屋房车車]|押走|淋紅油|[泼潑]漆|大耳窿|不想(?:再)?(?:坚持|堅持|继续|繼續|撑|撐|活)|扛不住|行不[下了]去|快不行|活著?好?累|做傻|陪[他她佢]|[陪跟][他她佢老][公婆]?(?:一起|一齊|一块|一塊)?去",
    re.IGNORECASE,
)
# Said of a mood, a shame or a joke: 丢死人了, 笑死, 要被气死.
_IDIOMS = re.compile(
    r"(?:[气氣急笑丢累烦煩热熱饿餓忙吓嚇羞尴愁穷窮冷困睏疼渴衰闷悶嬲]|(?:尴尬|無聊|无聊|麻烦|麻煩|好笑|開心|开心))死(?:个|個)?(?:人|我|了|咗)*|死(?:线|線|板|机|機|鬼|党|黨|仔|佬)|该死|該死|要死要活|打死(?:不|都)"
    r"|\b(?:(?:be|is|are|being) (?:gonna |going to )?(?:be )?the death of|drop dead|dead ?line|dead ?(?:battery|phone|end)|die of (?:shame|embarrassment|boredom|laughter)|d(?:ie|ying) (?:to|for a)|died? (?:laughing|of (?:shame|embarrassment))|make a living|for a living|living room|killin[g']? (?:me|time) (?:lol|haha|with)|(?:ever |never )?in my life"
    r"|muer[oe]n? de (?:la |pura |tanta )?(?:vergüenza|verguenza|risa|pena|calor|fr[ií]o|sue[nñ]o|ganas)|(?:nunca |jam[aá]s )?en (?:mi|la) (?:puta |perra )?vida|me mata directamente|muerto de (?:risa|sue[nñ]o|hambre|pena|vergüenza))\b",
    re.IGNORECASE,
)


def any_in(text: str) -> bool:
    """Whether the text holds a word that danger is spoken of with; linear in its length."""
    return bool(_DARK.search(without_idioms(text)))


def without_idioms(text: str) -> str:
    """The text without the figures of speech that speak of death and mean a mood."""
    return _IDIOMS.sub(" ", text)
