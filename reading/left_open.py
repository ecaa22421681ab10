"""What a promise itself says is still to be told: "the amount I'll confirm", "no sé qué día"."""

from __future__ import annotations

import re

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
    r"(?:未(?!来)|待|等(?!于)|[同跟和](?:我|屋企|家|太|先|老|阿|妈|爸|老婆|老公|另一半)[^,，。]{0,6}(?:商|倾|讨论|问|计|核|确)|(?:问|计|核|倾|算|数|点|对|清点|商量)(?:过|清楚|完|好|埋)|容后|稍后|迟[啲点些]|晚[点些]|另行|再(?:通知|告知|说|讲|看|睇|覆|回|报|确认|商|同|跟|定)|到时|视乎|取决|看|睇|[不唔](?:知|定|一定|确定|肯定|清楚|好说|sure)|没(?:办?法|决|定|谱|准)|讲唔|说不))"
)
_SUM_OPEN_ZH = re.compile(
    rf"(?:金额|数目|数额|银码|款额|多少钱?|几多钱?|几多|实数|确实数字){_NOT_YET_ZH}"
    r"|(?:[不唔](?:知|确定|肯定|清楚|晓得)|没法确定|说不准|讲唔准)道?(?:能|会|可以|得|够|要|是|系|有|还|俾|畀|给|凑|拿){0,4}(?:到|出)?(?:多少|几多)"
)
_DAY_OPEN_ZH = re.compile(
    rf"(?:(?:确实|具体|实际|还款|付款)的?(?:日期|日子|时间)|日期|日子|哪[一]?天|边日|几时|几号|什么时候){_NOT_YET_ZH}"
)


_SUM_OPEN, _DAY_OPEN = _either(_HOW_MUCH, _CUANTO), _either(_WHEN, _CUANDO)


# "Depending on what's left", "según lo que me quede".
_AS_IT_COMES = re.compile(
    r"\b(?:depending (?:on|upon)|depends (?:on )?) ?(?:what|how much|how)\b|\bsegun (?:lo que|como|cuanto|que tanto)\b|\bdepende(?:ra|rá)? de (?:lo que|como|cuanto)\b",
    re.ASCII,
)


def sum_open(text: str) -> bool:
    """Whether folded `text`, in which no sum is promised, says that the sum is still to be told."""
    return any(pattern.search(text) for pattern in (_SUM_OPEN, _AS_IT_COMES, _SUM_OPEN_ZH))


def day_open(text: str) -> bool:
    """Whether folded `text`, in which no day is promised, says that the day is still to be told."""
    return bool(_DAY_OPEN.search(text) or _DAY_OPEN_ZH.search(text))
