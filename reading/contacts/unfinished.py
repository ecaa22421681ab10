"""Numbers and addresses told in part: "ends in 42, rest I'll text later", 邮箱...后面@什么忘了 (folded text)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FORGOT = (
    r"(?:for(?:get|got|gotten)\b|blanking|(?:can'?t|cant|cannot|don'?t|dont|do not|didn'?t|not) (?:quite |even |really )?(?:remember|recall|think of|know|have|see|read|find|make out)|(?:rest|others?|remaining|full (?:one|number|thing)|whole thing|complete one)\b|not sure (?:if|of|what|whether)"
    r"|(?:no|ni) (?:me |lo |la |las |los )*(?:acuerdo|recuerdo|se\b|sabo|tengo|memoric\w+)|se me (?:olvid\w+|fue)|olvid[eo]\b|lo demas|el resto|los? (?:demas|otros|que faltan?)|complet[oa]\b|luego (?:te|le|les|se)\b|ya (?:te|le|les|se) (?:lo )?(?:digo|paso|mando|envio)|me faltan?"
    r"|忘|想不(?:起|到)|唔起|记不|[不唔冇没]记|冇印象|没印象|背不|没背|[不唔]知道?|不确定|查[一下看]|回去[查看]|(?:晚点|等[一下阵]|稍后|回头|迟啲|迟点|之后|明天|听日|今晚|改天|再)[^,，。;；!！?？\n]{0,4}(?:发|给|补|传|讲|说|话|告|畀|俾|报)|看不清|漏)"
)
_PHONE_NOUN = r"(?<!account )(?<!card )(?<!order )(?<!case )(?<!loan )(?<!reference )(?<!ref )(?<!policy )(?<!routing )\b(?:numbers?|cell|phone|mobile|mob|num|nmbr|line|digits|hp|numero|celular|celu|cel|telefono|tel|movil|whats\w*|chip)\b"
_PARTLY = re.compile(
    rf"{_PHONE_NOUN}[^.;!?$€£\n]{{0,40}}?\b(?:(?:end|start|begin)(?:s|ing|ning)? (?:in|with|on)|(?:termina|acaba|empieza|comienza|inicia)(?:d[oa])? (?:en|con|por))(?: (?:a|el))? (?=[\d.x*]|something|algo)[\d x*.-]*[^.;!?$€£\n\d]{{0,40}}?\b{_FORGOT}"
    rf"|\b(?:termina|acaba|empieza|comienza)(?:d[oa])? (?:en|con|por)(?: el)? \d[\d ]*[^.;!?$€£\n\d]{{0,12}}\bel (?:num|cel|tel|mov)\w*"
    # "Mi num es 655 44 33 y los dos últimos no me acuerdo".
    rf"|{_PHONE_NOUN}(?! bill)[^.;!?$€£\d\n]{{0,20}}\d[\d -]{{2,11}}[^.;!?$€£\d\n]{{0,30}}?\b(?:(?:can'?t|cant|don'?t|dont) (?:remember|recall)|for(?:get|got)\b|(?:los |las )?(?:\w+ )?(?:ultim[oa]s|demas)|no (?:me )?(?:acuerdo|recuerdo)|se me olvid\w+)"
    # 手機改0933-111 後三碼忘了, 新號139開頭後面幾位晚點發你
    rf"|(?:手机|(?<!\d)号|电话|手提|冧把|号码|number|line|cell)[^。!?;\n\d]{{0,8}}\d[\d -]{{1,9}}(?! ?[点号日月块元])[^\d。!?;\n]{{0,8}}?(?:开头|打头|后(?:[面边头]|[几两三四\d]?[位码个数])|剩|其余|其他|余下|还[有差]|仲[有差]|尾)[^\d。!?;\n]{{0,8}}?{_FORGOT}"
    rf"|(?:手机|(?<!\d)号|电话|手提|冧把|号码)[^。!?;\n\d]{{0,8}}(?:尾号?|尾数|最?后(?:面)?[几两三四\d]?[位码个]?数?|末[四三]?码)[是系]?\d{{2,6}}[^\d。!?;\n]{{0,8}}?(?:前|其|剩|头)[^\d。!?;\n]{{0,8}}?{_FORGOT}"
    # "Es 55 1234 876": one figure short.
    r"|\b(?:ese|el|mi|este) (?:num|cel|tel|mov|otr)\w* ya no [^.;!?\n\d]{1,20}?\b(?:es|ahora|el)(?: el| es)? \d[\d -]{4,10}\d(?![\d -]*\d)"
    r"|\b(?:my |the )(?:new|other|current) one(?: is|'s)? \d[\d -]{2,10}\d(?![\d/ -]*\d)(?! ?(?:st|street|ave|road|rd|dollars|bucks|pm|am))",
    re.ASCII,
)
_PROVIDER = r"(?:g ?mail|yahoo|hotmail|outlook|icloud|aol|live|msn|proton|qq|163|126|sina)"
_SOMETHING = r"(?:something|sumthin|somethin|whatever|what'?s it|what is it|what was it|blah(?: blah)?|you know|i forget|algo|no se|que era|como era|什么|甚么|啥|咩|乜|哪个|边个|几多|多少)"
_UMS = r"(?:[ ,.]|\b(?:uh+|um+|er+m?|oh|eh|este|this|pues|like|the|or|后面|那个|是|系|呢)\b|[是系呢])*"
_MAIL = r"(?:\be-?mails?(?:'s)?\b|\bcorreo\b|\bmail\b|邮箱|电邮|信箱|邮件地址)"
_PARTLY_MAIL = re.compile(
    rf"\b{_SOMETHING}[ ,]*(?:\d+[ ,]*)?(?:\bat|@|\barroba) ?{_PROVIDER}\b"
    rf"|{_MAIL}[^.;!?\n]{{0,40}}?(?:\bat\b|@|\barroba\b|艾特|小老鼠|圈a){_UMS}{_SOMETHING}"
    rf"|{_MAIL}[^.;!?\n@]{{0,12}}?(?:qq|手机|电话)号码?(?:后面)?(?:再?加)?(?:上|个)?(?:@|艾特|小老鼠)(?!\w+@)"
    rf"|\barroba{_UMS}(?:algo|no se|que era)\b"
    rf"|\b(?:my|new|mi|nuevo|other|otro) (?:new |other |nuevo )?(?:e-?mail|correo|mail)(?: address| electronico)?(?:'s| is| starts?(?: with)?| begins?(?: with)?| es| empieza(?: con| por)?|:)+ [^;!?\n]{{1,40}}?\b{_FORGOT}"
    rf"|(?:邮箱|电邮|信箱|e-?mail)(?![^。!?;\n]{{0,6}}(?:密码|登|pass))[^。!?;\n]{{0,24}}(?:前面|开头|后面|后边|后缀|后头|后半|@|艾特|小老鼠|尾)[^。!?;\n]{{0,14}}?{_FORGOT}",
    re.ASCII,
)
# 新电话号码⏎六五一八⏎后面四个字我唔记得: figures in words or on lines, and what is said of the others.
_PARTLY_ZH = re.compile(
    rf"(?:新|换|改|转)[^。!?;\d]{{0,10}}?(?:手机|号|电话|手提|冧把|门号|line|number|phone)(?:号?码?)[^。!?;\d零一二三四五六七八九还付]{{0,8}}[\d零〇一二三四五六七八九幺洞拐][\d零〇一二三四五六七八九幺洞拐 -]{{1,10}}(?! ?[点号日月块元])(?:开头|打头)?[^\d。!?;零一二三四五六七八九还付]{{0,8}}?(?:后|剩|其余|其他|余下|还[有差]|仲[有差]|尾|最后|头先?|前)[^\d。!?;还付]{{0,12}}?{_FORGOT}",
    re.ASCII,
)
# "I'll find it tomorrow", 等我下班看了再发你: when the rest is sent, and nothing is paid then.
_REST = re.compile(r"[^.;!?。！？；\n\d$€£]*(?=$|[.;!?。！？；\n])")


def unfinished_phones(folded: str) -> Iterator[tuple[int, int]]:
    """Where a number is told in part."""
    yield from _spans(_PARTLY, folded)
    yield from _spans(_PARTLY_ZH, folded)


def unfinished_emails(folded: str) -> Iterator[tuple[int, int]]:
    """Where an address is told in part."""
    return _spans(_PARTLY_MAIL, folded)


def _spans(pattern: re.Pattern[str], folded: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(folded):
        rest = _REST.match(folded, match.end())
        yield match.start(), rest.end() if rest else match.end()
