"""Whether the words themselves say that it is somebody else who writes: then nothing is theirs to know, whatever was proven.

A spouse on the sofa, a mother, a colleague, who found the phone: a thread in which the borrower proved who they are is no
proof of who holds the phone now (15 U.S.C. 1692c(b); 12 CFR 1006.6(d)). Decided by rules, not by the model.
"""

from __future__ import annotations

import re
from functools import lru_cache

from actions import names

_REL = (
    r"(?:ex[- ]?)?(?:step|grand|god)?[- ]?(?:husband|hubby|wife|wifey|missus|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|bf|gf|ex|mother|mom|momma|mum|mam|mama|ma|father|dad|daddy|papa|pa|parents?|son|daughter|child|kid"
    r"|sister|brother|sis|twin(?: \w+)?|aunt(?:ie|y)?|uncle|cousin|niece|nephew)(?:[- ]in[- ]law)?"
)
_AROUND = r"(?:room ?mate|flat ?mate|house ?mate|neighbou?r|friend|boss|manager|supervisor|co-?worker|colleague|assistant|secretary|carer|care ?giver|care ?taker|nurse|baby ?sitter|nanny|landlord|landlady|guardian)"
_REL_ES = (
    r"(?:ex[- ]?)?(?:espos[oa]|mujer|marido|pareja|novi[oa]|prometid[oa]|mam[aá]|mami|madre|pap[aá]|papi|padre|hij[oa]|herman[oa]|hermanit[oa]|abuel[oa]|abuelit[oa]|niet[oa]|t[ií][oa]|sobrin[oa]|prim[oa]|cu[nñ]ad[oa]"
    r"|suegr[oa]|yerno|nuera|amig[oa]|vecin[oa]|compa[nñ]er[oa]|roomie|roommate|jef[ea]|patr[oó]n|patrona|encargad[oa]|secretari[oa]|cuidador[a]?|enfermer[oa]|ni[nñ]era)"
)
_REL_ZH = (
    r"(?:前)?(?:老公|老婆|丈夫|妻子|太太|先生|媳妇|媳婦|爱人|愛人|对象|對象|未婚[夫妻]|男友|女友|男朋友|女朋友|妈妈?|媽媽?|媽咪|阿[妈媽爸公婆]|母亲|母親|爸爸?|父亲|父親|老豆|老母|爹|娘|爷爷|爺爺|奶奶|外公|外婆|姥姥|儿子|兒子|仔|女儿|女兒|囡|孩子|孙子|孫子|孙女|孫女"
    r"|哥哥?|弟弟?|姐姐?|姊姊|妹妹?|家姐|细佬|細佬|大佬|叔叔?|舅舅?|姑姑?|阿姨|伯伯?|表[哥弟姐妹]|嫂子?|岳[父母]|公公|婆婆|女婿|家人|家属|家屬|亲戚|親戚|朋友|室友|舍友|同学|同學|同事|领导|領導|上司|老板|老闆|老细|老細|主管|邻居|鄰居|房东|房東|保姆|护工|看護)"
)
# Somebody of one's own who was spoken of first: "my mum is ill, I'm her carer" is about her.
_OWN = re.compile(
    rf"\bmy (?:\w+ )?(?:{_REL}|{_AROUND})\b|\bm[ií]s? (?:\w+ )?{_REL_ES}\b|我(?:的|嘅|个|個)?{_REL_ZH}",
    re.IGNORECASE,
)

# By "her", "su", 佢: of whom is spoken is not said, so that it is the borrower.
_BY_PRONOUN = (
    rf"\b(?:this is|it'?s|i'?m|i am|am)\s+(?:\w+,?\s+){{0,3}}?(?:his|her|their)\s+(?:\w+\s+)?(?:{_REL}|{_AROUND})\b",
    rf"\b(?:his|her) (?:{_REL}|{_AROUND}) (?:here|speaking|writing|texting)\b",
    r"\b(?:he|she)(?:['’]?s| is| has| had)? (?:just )?(?:left|forgot(?:ten)?) (?:it|(?:his|her|the) (?:phone|cell|mobile))\b",
    r"\b(?:he|she) (?:asked|told|wants|wanted|got|sent) me to (?:ask|check|find|write|text|reply|answer|see)\b|\bon (?:his|her) behalf\b",
    r"\b(?:how much|what|when|why|where) (?:does|did|do|has|is) (?:he|she)\b.{0,16}\b(?:owe|pay|due|behind|late)\b|\b(?:does|did) (?:he|she) (?:still )?owe\b|\bwhat (?:he|she) (?:still )?owes?\b|\b(?:is|are|was) (?:he|she) (?:behind|in debt|late (?:on|with)|in trouble)\b|\bhas (?:he|she) not paid\b",
    r"\bi (?:pay|handle|manage|look after|take care of|deal with|do) (?:his|her) (?:bills|finances|money|affairs|accounts|banking)\b",
    rf"\b(?:soy|habla|(?:le |les |te )?escribe)\s+(?:yo,? )?(?:\w+,? ){{0,2}}?su {_REL_ES}\b|\byo soy su {_REL_ES}\b",
    r"\b(?:pagar|pago) por (?:[eé]l|ella)\b|\ben (?:su )?nombre (?:suyo|de [eé]l|de ella)\b|\bdej[oó] su (?:cel\w*|tel[eé]fono|m[oó]vil)\b|\b(?:[eé]l|ella) me (?:pidi[oó]|dijo|mand[oó]) (?:que )?(?:pregunt|revis|conteste|ver)\w*",
    r"\bcu[aá]nto (?:le )?(?:debe|adeuda|falta por pagar a) ?(?:[eé]l|ella)?(?=\s*[?.,!]|\s*$)|\bqu[eé] (?:les |le )?debe (?:[eé]l|ella)\b",
    rf"我(?:就)?(?:是|係|系)[他她佢](?:的|嘅|个|個)?{_REL_ZH}",
    r"(?:我)?(?:来|來)?(?:帮|幫|替|代)[他她佢](?:来|來)?(?:问|問|还|還|俾|畀|缴|繳|付|查|回|交)",
    r"[他她佢](?:现在|現在|到底|究竟|總共|总共|一共|而家|仲|还|還)?(?:欠|爭|争|差|该|該)(?:了|咗)?(?:你们|你們|你哋|人|貴公司)?(?:多少|几多|幾多|什么|什麼|钱|錢)",
    r"[他她佢](?:让|讓|叫|要|托|託|喊)我(?:来|來)?(?:问|問|帮|幫|回|查|看|睇)",
)
# By the borrower's name, which stands for `{name}`.
_BY_NAME = (
    rf"\b(?:this is|it'?s|i'?m|i am|am)\s+(?:\w+,?\s+){{0,3}}?(?:{{name}}['’]?s (?:\w+ )?|{{name}} )(?:{_REL}|{_AROUND})\b|\b{{name}}['’]?s? (?:{_REL}|{_AROUND}) (?:here|speaking|writing|texting)\b",
    rf"\b{{name}} is (?:my|our) (?!name\b)\w+|\b(?:he|she)['’]?s {{name}}\b|\b(?:friend|{_REL}|{_AROUND}) of {{name}}\b",
    r"\b(?:not|isn['’]?t|ain['’]?t) (?:for )?{name}\b|\b(?:behalf of|instead of) {name}\b|\b{name} (?:gave|handed|left|lent|asked|told|wants|(?:is|['’]s) (?:not|asleep|sleeping|driving|out|away|busy|at|in|on|unavailable)|isn['’]?t|can['’]?t)\b",
    r"\b(?:does|did|has) {name}\b|(?:^|[.!?,;]) ?(?:so |and |hi |hello |hey )?is {name}\b|\b{name} (?:still )?owes?\b|\b{name}['’]?s (?:bills|finances|debts?|account|loan)\b|\bwho(?:['’]?s| is| the \w+ is) {name}\b",
    rf"\b(?:soy|habla|escribe) (?:\w+ )?(?:la |el |una? )?(?:\w+ )?{_REL_ES} de {{name}}\b|\bno soy {{name}}\b|\b{{name}} (?:est[aá]|no (?:est[aá]|puede|se encuentra)|sali[oó]|anda|duerme|trabaja|me (?:pidi[oó]|dej[oó]|dijo)|es mi(?! nombre))\b|\bqui[eé]n es {{name}}\b",
    r"\b(?:debe|adeuda|pagos? de|cosas a|cuentas? de|de parte de|en lugar de|en nombre de|(?:pagar|pago|contesto|pregunto) por) {name}\b|\b{name} (?:les |le )?(?:debe|adeuda)\b",
    rf"我(?:就)?(?:是|係|系){{name}}(?:的|嘅)?{_REL_ZH}|{{name}}(?:就)?(?:是|係|系)我(?:的|嘅)?{_REL_ZH}|我(?:不|唔)(?:是|係|系){{name}}|{{name}}(?:不在|唔喺|在|喺|睡|瞓|去|出|忙|没空|沒空|让我|讓我|叫我|欠|爭)|{{name}}(?:是|係|系)(?:谁|誰|边个|邊個)|(?:帮|幫|替|代){{name}}",
)
# Nobody else need be named: the phone is not theirs, or they are somebody's family.
_PLAIN = (
    r"\bfound (?:this|a|the|his|her|someone'?s) (?:phone|cell|mobile|iphone)\b|\bthis (?:phone|number|cell|sim) (?:belongs to me|is mine|is my number) now\b|\bi(?:['’]?m| am) (?:the|a|just the) (?:baby ?sitter|nanny|cleaner|maid|new owner|carer|care ?giver)\b(?=.{0,60}\b(?:phone|left|she|he|her|him)\b)",
    rf"\bmy (?:\w+ )?{_REL} (?:is|['’]s|isn['’]?t|can['’]?t|cannot) (?:asleep|sleeping|not (?:here|home|in)|here|home|in|at work|busy|out|come to|answer|talk|reply).{{0,40}}\b(?:want|need|owe|from (?:him|her)|for (?:him|her)|message)\b",
    r"\bi(?:['’]?m| am) (?:only |just )?(?:[5-9]|1[0-7]) (?:years? old|yrs?(?: old)?|y/?o)\b|\bi(?:['’]?m| am) (?:just |only )?a (?:kid|child|minor)\b|\bi(?:['’]?m| am) (?:under ?(?:18|age|eighteen)|underage)\b|\bspeaking on behalf of\b|\bsoy menor(?: de edad)?\b|(?<![年时時候])我(?:还|還)?(?:是)?未成年(?!(?:的)?[时時])",
    rf"\bsoy (?:la|el) {_REL_ES}\b(?=\s*[,.;?!]|\s*$| del? (?:titular|due[nñ]\w*|cliente))|\bhabla (?:la|el) {_REL_ES}\b|\bcu[aá]nto (?:les |le )?debe mi {_REL_ES}\b|\bmi {_REL_ES} (?:no (?:puede contestar|est[aá]|se encuentra)|est[aá] (?:dormid|trabajando|manejando)).{{0,50}}(?:pago|debe|quiere|necesita|asunto)",
    r"\bencontr[eé] (?:este|el|un|su) (?:cel\w*|tel[eé]fono|m[oó]vil)\b|\bcu[aá]nto debe (?:la due[nñ]a|el due[nñ]o|el se[nñ]or|la se[nñ]ora)\b|\beste (?:cel\w*|tel[eé]fono|n[uú]mero|m[oó]vil) (?:ahora |ya )?(?:es|lo tengo) (?:m[ií]o|yo)\b|\btengo (?:[5-9]|1[0-7]) a[nñ]os\b(?! (?:de|con|pag|trab|siendo|en|viv|como|aqu|sin))",
    r"(?:捡|撿|執)(?:到|咗)[^，。]{0,5}(?:手机|手機|电话|電話|部機)|(?:手机|手機|电话|電話|部機)[^，。]{0,4}(?:捡|撿|執)(?:到|返)|(?:这|這|呢|部)?(?:个|個|部)?(?:手机|手機|号码|號碼|号|號|电话|電話)(?:现在|現在|而家)(?:是|係|系)?(?:归|歸)?我(?:用|的|嘅|在用)|本人(?:不在|唔喺)|我(?:是|係|系)(?:家属|家屬|家人|亲属|親屬)",
    rf"(?:帮|幫|替|代)(?:我)?{_REL_ZH}(?:问|問|查|回)|我(?:的|嘅)?{_REL_ZH}(?:到底|究竟|总共|總共|仲|还|還)?(?:欠|爭|争|该|該)(?:了|咗)?(?:你们|你們|你哋|貴公司)(?:多少|几多|幾多|什么|什麼|钱|錢)",
    r"我(?:才|只有|今年|得)?(?:[5-9]|1[0-7]|[六七八九十]|十[一二三四五六七])(?:岁|歲)",
)
# Asks what another owes: theirs to ask only if it is their own, whoever was spoken of before.
_ANOTHERS_DEBT = (
    rf"\b(?:por ?qu[eé]|pq|xq) (?:le|les) (?:escriben|mandan|marcan|hablan|cobran) (?:\w+ )?a mi {_REL_ES}\b(?=.*\bcu[aá]nto\b)",
    r"\b(?:how much|what) (?:does|do|did) (?:he|she) (?:still )?owe\b|\bdoes (?:he|she) (?:still )?owe (?:you|u|y'?all|money)\b"
    rf"|\bmy (?:\w+ )?{_REL}['’]?s (?:phone|number|cell|mobile|iphone) (?:got|gets|is getting|keeps getting|has|received)\b|\bthis is my (?:\w+ )?{_REL}['’]s (?:phone|number|cell|mobile)\b(?! now)",
    r"[他她佢](?:现在|現在|到底|究竟|總共|总共|一共|而家|仲|还|還)?(?:欠|爭|争)(?:了|咗)?(?:你们|你們|你哋)?(?:多少|几多|幾多)",
)
# Who tells their own name: what follows is about themselves. Not "this is Grace's mother", 我是周航的妈妈.
_INTRODUCED = (
    rf"(?:(?<!no )(?<!not )(?<!no me )(?<!no mi )\b(?:this is|it'?s|i'?m|i am|(?:my )?name(?: is|'?s)|soy|(?:me )?llamo|nombre es|habla|escribe)\s+|(?:我(?:就)?(?:是|叫|係|系)|名字?(?:叫|是|係)|本人(?:是|係)?)\s*){{name}}(?:\s*{{name}})*"
    rf"(?!['’]?s\b|\s+(?:{_REL}|{_AROUND})\b|的|嘅|{_REL_ZH})"
)
_NOBODY_NAMED = re.compile("|".join((*_PLAIN, *_ANOTHERS_DEBT)), re.IGNORECASE)
_SPOKEN_OF = re.compile("|".join(_BY_PRONOUN), re.IGNORECASE)

# Beside a fact that proves who somebody is: words that make it another's to tell, or a matter graver than the fact.
_TAINTS = re.compile(
    r"\bnot (?:me|him|her|them|mine)\b|\b(?:he|she|his|her|him)\b|\bno soy\b|\b(?:ella|[eé]l (?:es|era|ya|no))\b|(?:不|唔)(?:是|係|系)(?:我|本人)|(?<!其)[他她佢]"
    r"|\b(?:died|dead|deceased|passed (?:away|on)|in heaven|rip|falleci\w*|muri[oó]|muert[oa]|difunt[oa])\b|[过過去]世|[过過]身|不在了|死[了咗]|往生|走咗"
    r"|\b(?:lawyers?|attorneys?|solicitors?|bankrupt\w*|abogad[oa]s?|licenciad[oa]|quiebra)\b|律[师師]|破[产產]"
    rf"|\bmy {_REL}['’]s\b|\b(?:por|de) mi {_REL_ES}\b|我{_REL_ZH}(?:的|嘅)",
    re.IGNORECASE,
)


def taints(text: str, borrower: str | None) -> bool:
    """Whether a right fact in `text` proves nothing: somebody else's, or told with a death, a lawyer, a denial."""
    called = "|".join(names.called(borrower, words_too=True)) if borrower else ""
    denied = called and re.search(rf"\b(?:not|no soy)\s+(?:{called})\b", text, re.IGNORECASE)
    return bool(denied or _TAINTS.search(text)) or speaks(text, borrower)


def speaks(text: str, borrower: str | None) -> bool:
    """Whether `text` says that somebody else than the borrower of that name writes it. Total and linear in the text."""
    if _NOBODY_NAMED.search(text):
        return True
    if _SPOKEN_OF.search(text) and not _OWN.search(text):
        return True
    if borrower is None:
        return False
    introduced, by_name = _named(borrower)
    return bool(by_name.search(introduced.sub(" , ", text)))


@lru_cache(maxsize=512)
def _named(borrower: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What the borrower says of themselves by name, and what others say."""
    called = f"(?:{'|'.join(names.called(borrower))})"
    either = f"(?:{'|'.join(names.called(borrower, words_too=True))})"
    introduced = re.compile(_INTRODUCED.replace("{name}", either), re.IGNORECASE)
    return introduced, re.compile("|".join(_BY_NAME).replace("{name}", called), re.IGNORECASE)
