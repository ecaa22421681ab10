"""What a promise itself says is still to be told: "the amount I'll confirm", "no sé qué día"."""

from __future__ import annotations

import re

from reading.text import HAN

_NOT_KNOWN = r"(?:idk|i don'?t know|don'?t know|dont know|dunno|not (?:quite |really |too |100% )?(?:sure|certain)|ain'?t (?:sure|certain)|unsure|no idea|can'?t (?:say|tell you|promise)|couldn'?t say|haven'?t (?:worked out|figured out|decided)|(?:can'?t|cannot|couldn'?t) (?:really |quite )?(?:put|give|name|tell)(?: you)?)"
_WILL_TELL = r"(?:(?:let|tell|text|message|call|email|send) (?:you|u|y'?all|ya) (?:know )?|(?:have to|need to|gotta|got to|still to|to|i'?ll|will) (?:confirm|check|see|figure out|work out|find out|decide|count up)(?: with you| to you)? )"
_YET = r"(?:yet |you |exactly |for sure |right now |about |on |of )*"
_HOW_MUCH = r"(?:how much|what (?:amount|figure)|(?:the |an? )?(?:exact )?(?:amount|figure|sum|number)\b)"
_WHEN = r"(?:(?:what|which) (?:exact )?(?:day|date)|when(?! i)\b|(?:the )?(?:exact )?(?:day|date)\b)"
_CUANTO = (
    r"(?:cuanto|que cantidad|de a como|la cantidad(?: exacta)?|el monto(?: exacto)?|el importe(?: exacto)?)"
)
_CUANDO = r"(?:que dia|cuando|que fecha|la fecha(?: exacta)?|el dia(?: exacto)?)"
# "La cantidad todavía se la tengo que confirmar", "luego le aviso cuánto", "no sé de cuánto".
_SE_LO_DIGO = (
    r"(?:(?:todavia|aun|luego|despues|ya|manana|ese dia|alli|ahi|por|mas tarde|en cuanto sepa) )*"
    r"(?:(?:se|te) l[oa]s? (?:(?:tengo|tendria|voy|falta|debo) (?:que |a |por )?)?(?:digo|dire|confirm\w+|aviso|avisare|paso|decir|avisar)|(?:esta |esta por |queda )?por (?:confirmar|definir|ver)|no l[oa] se|falta (?:por )?(?:confirmar|definir))"
)
_LE_DIGO = r"(?:(?:les?|te|os) (?:digo|dire|confirmo|confirmare|aviso|avisare|paso|voy a (?:decir|avisar|confirmar))|no (?:les? |te |os )?(?:se|sabria|sabemos|puedo|tengo (?:claro|idea))(?: (?:decir(?:les?|te)?|bien|aun|todavia|exactamente|asegurar(?:les?|te)?|claro))*|falta (?:ver|saber)|a ver)(?: (?:bien|aun|todavia|luego|exactamente|despues))*(?: de| por| con)?"


def _either(known: str, told: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{_NOT_KNOWN} {_YET}{known}|\b{_WILL_TELL}{_YET}{known}|\b(?:amount|figure)? ?(?:tbd|tbc)\b"
        rf"|\b{told},? {_SE_LO_DIGO}\b|\b{_LE_DIGO} {told}\b",
        re.ASCII,
    )


# 金额要待盘点之后先可以确定, 几号容后通知.
_NOT_YET_ZH = (
    r"(?:(?:方面|部分|那边|嗰边|的话|嘅话|[,，: ])*(?:就|要|得|都|也|还|仲|会|我|则|尚|仍|目前|暂时|而家|现在|须|需要?|真的|实在)*"
    r"(?:未(?!来)|待|等(?!于)|[同跟和](?:我|屋企|家|太|先|老|阿|妈|爸|老婆|老公|另一半)[^,，。]{0,6}(?:商|倾|讨论|问|计|核|确)|(?:问|计|核|倾|算|数|点|对|清点|商量)(?:过|清楚|完|好|埋)|容后|稍后|迟[啲点些]|晚[点些]|另行|再(?:通知|告知|告诉|联系|联络|话|发|说|讲|看|睇|覆|回|报|确认|商|同|跟|定)|到时|视乎|取决|看|睇|[不唔](?:知|定|一定|确定|肯定|清楚|好说|sure)|没有?(?:办?法|决|定|谱|准|算|想|谈|核|数|搞清|弄清|说|讲)|冇(?:定|计|谂|讲)|讲唔|说不))"
)
_SUM_OPEN_ZH = re.compile(
    rf"(?:金额|数目|数额|银码|款额|多少钱?|几多钱?|几多|实数|确实数字){_NOT_YET_ZH}"
    r"|(?:[不唔](?:知|确定|肯定|清楚|晓得)|没法确定|说不准|讲唔准)道?(?:能|会|可以|得|够|要|是|系|有|还|俾|畀|给|凑|拿){0,4}(?:到|出)?(?:多少|几多)"
)
_DAY_OPEN_ZH = re.compile(
    rf"(?:(?:确实|具体|实际|还款|付款)的?(?:日期|日子|时间)|日期|日子|时间(?!段)|哪[一]?天|边日|几时|几号|什么时候){_NOT_YET_ZH}"
)


_SUM_OPEN, _DAY_OPEN = _either(_HOW_MUCH, _CUANTO), _either(_WHEN, _CUANDO)


# "Depending on what's left", "según lo que me quede".
_AS_IT_COMES = re.compile(
    r"\b(?:depending (?:on|upon)|depends (?:on )?) ?(?:what|how much|how)\b|\bsegun (?:lo que|como|cuanto|que tanto)\b|\bdepende(?:ra|rá)? de (?:lo que|como|cuanto)\b",
    re.ASCII,
)


# 20号还800,不敢保证; 看情况: of what is told nothing is sure.
_UNSURE_ZH = re.compile(
    r"(?:^|[,，。 ]|(?<=[\d元块蚊万千百号日底末吧啦还转付]))(?:就|都|还|也|仲|又|但|但是|不过|真的|我|要|得|这个|具体){0,4}"
    r"(?:[看睇视](?:情况|状况|着办|运气|手气|生意|业绩|单量|接单|业务)|随缘|[不唔](?:太|系好|是很)?(?:一定|保证|担保|确定|肯定)|[不唔]敢(?:保证|担保|包|确定|肯定|说死|讲死|打包票)|[没冇]有?(?:十足|太大|多少)?(?:把握|谱)|说不准|讲唔定|说不定|未必|尽量|尽力)"
    r"(?:还|俾|畀|转|有|能|可以|得到|做到){0,3}(?:吧|啊|啦|的|呢|哦|喔|嘅|㗎|哈|呀){0,3}(?=$|[,，。!！ ])"
)
# 要是货款回来,20号还2000: whether it does, nobody knows.
_IF_ZH = re.compile(
    r"(?:如果|要是|假如|倘若|若是?|假使)(?![^,，。;；]{0,12}(?:你|您|没|冇|[不唔]|记错|可以))[^,，。;；\d]{0,12}?"
    r"(?:[借收领拿赚挣揾搵凑等标接抢][到咗了]|借给?我|借(?:钱|俾)|借我|[给俾畀]我?钱|到账|到手|[下进回]来|落嚟|发了|发咗|批了|批咗|成了|[卖租][了咗出掉]|结[了咗账款]|中[了咗奖]|开单|生意好|业绩好|单多|有(?:钱|单|活|奖金|加班|花红|提成|生意|客|剩|余|分红|发|标到|中))"
    r"[^。;；]{0,16}(?:还|付|俾|畀|转|汇|给|过|缴|交)"
)
_CURRENCY_ZH = r"(?:人民币|人仔|rmb|港[币纸元]|新?台币|美[金元]|澳[币元]|加[币元]|[新坡]币|日[元币]|马币|令吉|欧元|英镑|韩[币元]|葡币|澳门币|hkd|usd|sgd|aud|cny|twd)"
# 看看周五能不能还1000: whether one can.
_WHETHER_ZH = re.compile(
    r"(?:看看|看下|睇下|睇吓|睇睇|拼看看|不知道?|唔知道?|[不唔](?:确定|肯定))[^,，。;；?？]{0,8}?(?:能不能|会不会|得唔得|行不行|可不可以|可唔可以|能否|够不够|够唔够|有没有|有冇)(?!全|一次|分|减|免)(?!.{0,4}[?？])|拼看看"
)
# 人仔定港纸: in which money.
_EITHER_CURRENCY_ZH = re.compile(
    rf"{_CURRENCY_ZH}[^,，。\d]{{0,3}}(?:还是|定系?|或者?|抑或|/|[,， ]+){_CURRENCY_ZH}"
)


def unsure(text: str) -> bool:
    """Whether folded Chinese `text` says of its whole promise that it may come otherwise."""
    patterns = (_UNSURE_ZH, _IF_ZH, _WHETHER_ZH, _EITHER_CURRENCY_ZH)
    return HAN.search(text) is not None and any(pattern.search(text) for pattern in patterns)


def sum_open(text: str) -> bool:
    """Whether folded `text`, in which no sum is promised, says that the sum is still to be told."""
    return any(pattern.search(text) for pattern in (_SUM_OPEN, _AS_IT_COMES, _SUM_OPEN_ZH))


def day_open(text: str) -> bool:
    """Whether folded `text`, in which no day is promised, says that the day is still to be told."""
    return bool(_DAY_OPEN.search(text) or _DAY_OPEN_ZH.search(text))
