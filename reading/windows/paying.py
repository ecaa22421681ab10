"""Whether a text that names times speaks of paying too."""

from __future__ import annotations

import re

from reading.text import HAN

_ENGLISH = re.compile(
    r"\b(?:pay|paid|payed|paying|wages|payroll|cut(?:s|ting)? (?:the |our )?checks?|zelle\w*|venmo\w*|cash ?app\w*|apple ?pay|paypal|(?<![:\d])\d{2,4} (?:bucks|dollars|quid|pounds)|payments?|instal+ments?|send(?! (?:me|us)\b(?! \d)|(?: \w+)? (?:messages?|texts?|emails?|reminders?|notices?|letters?|anything|stuff|that|those|these)\b)|transfer|deposit|wire)\b|\$",
    re.ASCII,
)
_SPANISH = re.compile(
    r"\b(?:bizum|spei|ingres(?:o|are|amos)|(?:les|le|te|os) (?:paso|pasare|meto|metere|hago el|hago un)|pag(?:o|ar|are|amos|an|uen)|cobr(?:o|amos)|doy(?! (?:clases?|consultas?|cursos?|terapias?|misa|servicio|mantenimiento|de comer|tutorias?|catequesis|una vuelta|el pecho))|darles?|darle|mand(?:o|are)|deposit\w+|abon\w+|transfier\w+|liquid\w+|(?:puedo|podria|voy a|quiero|alcanzo a) (?:dar|mandar|juntar|completar|conseguir|poner)(?:les?|te|os)?|dar(?:les?|te|os)?(?= \$?\d)|aviento|suelto(?! (?:la|el|las|los|a|mi)\b))\b|\$|€|\b(?:s/\.?|q\.?) ?\d|\b(?:pesos|euros|dolares|varos|lucas|soles|quetzales|pavos|colones)\b|\b\d[\d.,]* ?(?:lucas?|luquitas|mil|pesos|euros?|pavos|dolares|soles|quetzales|varos|palos?|millon(?:es)?|(?:a la|por|cada) (?:semana|quincena)|al mes|por mes|(?:seman|mensu|quincen)al(?:es)?)\b",
    re.ASCII,
)
_CHINESE = re.compile(
    r"还款提醒|打给(?:你|您|贵)[^,，。]{0,3}[\d¥一二两三四五六七八九]|还(?=款|钱|清|\d|你|您|[一二两三四五六七八九]|$|[,，。吧啦!！])|[去来再就]还|打(?=[\d¥]|[一二两三四五六七八九][一-鿿]{0,2}[百千万]|到(?:你|您|贵))|[就先再](?:转|汇|付|缴|过|入|交|给|打钱)(?!接|人工)|转(?= ?\d|账|帐|钱|给|过|[一二两三四五六七八九])|付款|付(?=\d)|打款|打过去|汇款|汇(?=\d)"
    r"|(?:汇|缴|交|转|付|还|入|俾|畀)(?:了|咗|的|过)|(?:交|缴|还|付|转|汇|入|俾|畀|找|过)[\u3400-\u9fff]{0,4}?(?:\d|[一二两三四五六七八九十百千万])+(?:蚊|块|元|[百千万])|(?:汇|付|缴|入|交|俾|畀|还)(?=[$¥\d一二两三四五六七八九十百千万几])|(?:fps|payme|转数快) ?(?:你|您|俾|畀|过|给|返|番|[$¥\d])|转(?:俾|畀)|缴|扣款|存钱|存进|过数|入数|找数|[俾畀](?=\d)",
    re.ASCII,
)
# "500 cada semana": a sum again and again.
_PLAN = re.compile(
    r"(?<![:\d.,/-])\d{3,5}\b(?![:/-])(?: (?:pesos|varos|dolares|euros|bucks|dollars|quid))? (?:(?:a|per|each|every|cada|por|al?|a la) (?:la )?(?:week|month|fortnight|semana|quincena|mes|lunes|martes|miercoles|jueves|viernes|sabado|domingo)|(?:semanal|quincenal|mensual|weekly|monthly))"
)


def speaks_of_paying(text: str) -> bool:
    """Whether folded `text` is about a payment too."""
    if HAN.search(text):
        return bool(_CHINESE.search(text))
    return any(pattern.search(text) for pattern in (_ENGLISH, _SPANISH, _PLAN))
