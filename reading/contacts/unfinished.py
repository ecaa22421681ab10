"""Numbers and addresses told in part: "ends in 42, rest I'll text later", 邮箱...后面@什么忘了 (folded text)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_FORGOT = (
    r"(?:for(?:get|got|gotten)\b(?! (?:to|about)\b)|blanking|(?:can'?t|cant|cannot|don'?t|dont|do not|didn'?t|couldn'?t|not) (?:quite |even |really )?(?:rem\w*b\w*|recall|mind|think of|know|have|see|read|find|make out|get|tell|catch)|(?:rest|others?|remaining|full (?:one|number|thing)|whole thing|complete one)\b|not sure (?:if|of|what|whether)"
    r"|(?:no|ni) (?:me |lo |la |las |los )*(?:acuerdo|recuerdo|se\b|sabo|tengo|memoric\w+)|se me (?:olvid\w+|fue)|olvid[eo]\b|lo demas|el resto|los? (?:demas|otros|que faltan?)|complet[oa]\b|luego (?:te|le|les|se)\b|ya (?:te|le|les|se) (?:lo )?(?:digo|paso|mando|envio)|me faltan?"
    r"|忘|想不(?:起|到)|唔起|记不|[不唔冇没]记|冇印象|没印象|背不|没背|[不唔]知道?|不确定|查[一下看]|回去[查看]|(?:晚点|等[一下阵]|稍后|回头|迟啲|迟点|之后|明天|听日|今晚|改天|再)[^,，。;；!！?？\n]{0,4}(?:发|给|补|传|讲|说|话|告|畀|俾|报)|看不清|漏)"
)
# "That's all you're getting", "till I know this is real", 其他唔話你知: kept back; "one short", 少一位: too few.
_KEPT_BACK = (
    r"(?:(?:that'?s|thats|dats|is) all\b|all (?:you|u|y'?all)(?:'?re|r| are)? (?:get|gonna|going)\w*|(?:none of|not|ain'?t) (?:your|ur) (?:business|biz)|(?:till?|until|when|once|after|if|unless) (?:i|we|you|u|y'?all|they|this) (?:know|trust|see|prove|verif|confirm|show|tell|is )\w*|(?:not|ain'?t|refuse to|won'?t|wont|i'?d rather not|no) (?:be )?(?:giv|tell|say|shar|send|hand)\w*"
    r"|(?:i'?ll|ill|will|gonna) (?:tell|give|send|text|txt|say|get|share|add|bring|look)\b|(?:text|tell|give|send) (?:you|u|ya|y'?all)(?: \w+){0,3} (?:later|when|once|after|if|tomorrow|tonight)"
    r"|(?:es|eso es) todo\b|hasta (?:ahi|que|saber)\b|nada mas\b|no (?:se lo|te lo|se los|os lo|les?|lo|los) (?:doy|dare|digo|dire|voy|pienso|puedo)|cuando (?:sepa|me (?:dig|confirm|demuestr)\w+|confie|compruebe|vea)|(?:que|a usted) le importa"
    r"|不(?:告诉|想?[说讲]|给你|会[说给告讲]|敢给)|唔(?:话|讲|[俾畀]你|想讲|会讲|同你讲)|毋共|保密|[就只]?(?:给|讲|说|话)(?:你)?到?(?:[这呢]|咁多)|信(?:得|不|唔)过|(?:等|到)(?:我)?(?:确认|确定|核实|查证|信|知道))"
)
_SHORT = (
    r"(?:(?:one|1|a|two|2|some|couple(?: of)?)(?: (?:digits?|numbers?|figures?|more))*(?: is| are|'s|s)? (?:missing|short|off|left out|smudged|too few)|missing (?:a|one|1|two|2|some\w*|the (?:last|end|rest))|smudged|rubbed off|faded|torn|blurry|unreadable|illegible|(?:digits?|numbers?|figures?) short"
    r"|(?:me |le |les )?faltan? (?:un|uno|dos|el|los|algun\w*|numeros?|digitos?)\b|se (?:me )?borr\w+|no se (?:lee|ve|entiende|distingue)|incomplet[oa]"
    r"|[少缺差漏](?:了|咗)?(?:打|写|讲|说)?(?:了|咗)?(?:[一两二三几1-4][位码个]|位数?)|磨(?:掉|花|损)|模糊|[看睇][不唔](?:清|到)|打漏)"
)
_NOT_WHOLE = rf"(?:{_FORGOT}|{_KEPT_BACK}|{_SHORT}|some ?things?\b|whatever\b|algo\b)"
# Some figures, and not enough of them.
_FEW = r"\d(?:[ -]?\d){2,9}(?![ -]?\d)(?! ?(?:dollars|bucks|quid|pounds|pesos|euros|[ap]m\b|st\b|th\b))"
_BEGINS = r"(?:(?:starts?|begins?|ends?|starting|beginning|ending)(?: (?:in|with|on|off))*|(?:termina|acaba|empieza|comienza|inicia)(?:d[oa])?(?: (?:en|con|por))?|(?:area code|prefix|prefijo|lada|la lada|first (?:bit|part|few|three|3|four|4|five|5|six|6)(?: (?:digits|numbers))?|(?:los )?primer[oa]s?(?: \w+)?)(?:'?s| is| are| es| son| era|:)?)"
_PHONE_NOUN = r"(?<!account )(?<!card )(?<!order )(?<!case )(?<!loan )(?<!reference )(?<!ref )(?<!policy )(?<!routing )\b(?:numbers?|cell|phone|mobile|mob|nu?m\w{0,2}b\w{0,2}r|num|nro|nmbr|line|digits|hp|numero|celular|celu|cel|telefono|tel|movil|whats\w*|chip)\b"
_PARTLY = re.compile(
    rf"{_PHONE_NOUN}[^.;!?$€£\n]{{0,40}}?\b{_BEGINS}(?: (?:a|el))? (?=[\d.x*]|something|algo)[\d x*.-]*[^;!?$€£\n\d]{{0,40}}?\b{_NOT_WHOLE}"
    # "New one starts 347 682 and that's all you're getting", "it's changed, now starts 07568, cannot mind the rest".
    rf"|\b(?:(?:(?:new|other) (?:one|1)|mine|area code|la lada|prefix)(?:'?s)?(?: (?:is|es|now))*:? (?:{_BEGINS} )?{_FEW}[^;!?$€£\n\d]{{0,40}}?\b{_NOT_WHOLE}|(?:it'?s?|now|one) {_BEGINS} {_FEW}[^;!?$€£\n\d]{{0,40}}?\b(?:the|lo|los|el) (?:rest|others?|last|end|remaining|demas|resto|ultim[oa]s)\b)"
    rf"|\b(?:termina|acaba|empieza|comienza)(?:d[oa])? (?:en|con|por)(?: el)? \d[\d ]*[^.;!?$€£\n\d]{{0,12}}\bel (?:num|cel|tel|mov)\w*"
    # "Mi num es 655 44 33 y los dos últimos no me acuerdo".
    rf"|{_PHONE_NOUN}(?! bill)(?:[^.;!?$€£\d\n]{{0,40}}(?=(?:[ -]?\d){{5}}){_FEW}[^;!?$€£\d\n]{{0,30}}?\b{_NOT_WHOLE}|[^.;!?$€£\d\n]{{0,20}}\d[\d -]{{2,11}}[^.;!?$€£\d\n]{{0,30}}?\b(?:(?:can'?t|cant|don'?t|dont) (?:remember|recall)|for(?:get|got)\b(?! (?:to|about)\b)|(?:los |las )?(?:\w+ )?(?:ultim[oa]s|demas)|no (?:me )?(?:acuerdo|recuerdo)|se me olvid\w+))"
    # 新電話6開頭 其他唔話你知
    rf"|(?:手机|电话|手提|门号|冧把|号码?|number)[^。!?;\n\d]{{0,6}}(?:是|系)?\d{{1,4}}(?:字?头|开头|打头)[^\d。!?;\n]{{0,10}}?{_NOT_WHOLE}"
    # 1381234567 少一位
    rf"|(?<![\d$¥.])[1-9]\d(?:[ -]?\d){{4,8}}(?![ -]?\d)[ ,，.。(（]*(?:好像|可能|似乎|应该|我|还|仲)*{_SHORT}"
    # 手機改0933-111 後三碼忘了, 新號139開頭後面幾位晚點發你
    rf"|(?:手机|(?<!\d)号|电话|手提|冧把|号码|number|line|cell)[^。!?;\n\d]{{0,8}}\d[\d -]{{1,9}}(?! ?[点号日月块元])[^\d。!?;\n]{{0,8}}?(?:开头|打头|后(?:[面边头]|[几两三四\d]?[位码个数])|剩|其余|其他|余下|还[有差]|仲[有差]|尾)[^\d。!?;\n]{{0,8}}?{_NOT_WHOLE}"
    rf"|(?:手机|(?<!\d)号|电话|手提|冧把|号码)[^。!?;\n\d]{{0,8}}(?:尾号?|尾数|最?后(?:面)?[几两三四\d]?[位码个]?数?|末[四三]?码)[是系]?\d{{2,6}}[^\d。!?;\n]{{0,8}}?(?:前|其|剩|头)[^\d。!?;\n]{{0,8}}?{_NOT_WHOLE}"
    # "Es 55 1234 876": one figure short.
    r"|\b(?:ese|el|mi|este) (?:num|cel|tel|mov|otr)\w* ya no [^.;!?\n\d]{1,20}?\b(?:es|ahora|el)(?: el| es)? \d[\d -]{4,10}\d(?![\d -]*\d)"
    r"|\b(?:my |the )(?:new|other|current) one(?: is|'s)? \d[\d -]{2,10}\d(?![\d/ -]*\d)(?! ?(?:st|street|ave|road|rd|dollars|bucks|pm|am))",
    re.ASCII,
)
_PROVIDER = r"(?:g ?mail|yahoo|hotmail|outlook|icloud|aol|live|msn|proton|qq|163|126|sina)"
_SOMETHING = r"(?:something|sumthin|somethin|whatever|what'?s it|what is it|what was it|blah(?: blah)?|you know|i forget|algo|no se|que era|como era|什么|甚么|啥|咩|乜|哪个|边个|几多|多少)"
_UMS = r"(?:[ ,.]|\b(?:uh+|um+|er+m?|oh|eh|este|this|pues|like|the|or|后面|那个|是|系|呢)\b|[是系呢])*"
_MAIL = r"(?:\be[ -]?mails?(?:'s)?\b|\bcorreo\b|\bmail\b|邮箱|电邮|信箱|邮件地址)"
_PARTLY_MAIL = re.compile(
    rf"\b{_SOMETHING}[ ,]*(?:\d+[ ,]*)?(?:\bat|@|\barroba) ?{_PROVIDER}\b"
    rf"|{_MAIL}[^.;!?\n]{{0,40}}?(?:\bat\b|@|\barroba\b|艾特|小老鼠|圈a){_UMS}{_SOMETHING}"
    rf"|{_MAIL}[^.;!?\n@]{{0,12}}?(?:qq|手机|电话)号码?(?:后面)?(?:(?:再?加)?(?:上|个)?(?:@|艾特|小老鼠)(?!\w+@)|再?加上?个?(?={_PROVIDER}))"
    rf"|\barroba{_UMS}(?:algo|no se|que era)\b"
    rf"|\b(?:my|new|mi|nuevo|other|otro) (?:new |other |nuevo )?(?:e-?mail|correo|mail)(?: address| electronico)?(?:'s| is| starts?(?: with)?| begins?(?: with)?| es| empieza(?: con| por)?|:)+ [^;!?\n]{{1,40}}?\b{_FORGOT}"
    rf"|(?:邮箱|电邮|信箱|e-?mail)(?![^。!?;\n]{{0,6}}(?:密码|登|pass))[^。!?;\n]{{0,24}}(?:前面|开头|后面|后边|后缀|后头|后半|@|艾特|小老鼠|尾)[^。!?;\n]{{0,14}}?{_FORGOT}",
    re.ASCII,
)
# 新电话号码⏎六五一八⏎后面四个字我唔记得: figures in words or on lines, and what is said of the others.
_PARTLY_ZH = re.compile(
    rf"(?:新|换|改|转)[^。!?;\d]{{0,10}}?(?:手机|号|电话|手提|冧把|门号|line|number|phone)(?:号?码?)[^。!?;\d零一二三四五六七八九还付]{{0,8}}[\d零〇一二三四五六七八九幺洞拐][\d零〇一二三四五六七八九幺洞拐 -]{{1,10}}(?! ?[点号日月块元])(?:开头|打头)?[^\d。!?;零一二三四五六七八九还付]{{0,8}}?(?:后|剩|其余|其他|余下|还[有差]|仲[有差]|尾|最后|头先?|前)[^\d。!?;还付]{{0,12}}?{_NOT_WHOLE}",
    re.ASCII,
)
_RUN = re.compile(r"\d[\d -]{5,}\d")
# "I'll find it tomorrow", 等我下班看了再发你: when the rest is sent, and nothing is paid then.
_REST = re.compile(r"[^.;!?。！？；\n\d$€£]*(?=$|[.;!?。！？；\n])")


def unfinished_phones(folded: str, valid: Callable[[str], str | None]) -> Iterator[tuple[int, int]]:
    """Where a number is told in part; one that is `valid` is whole."""
    for pattern in (_PARTLY, _PARTLY_ZH):
        for start, end in _spans(pattern, folded):
            if not any(valid(run[0]) for run in _RUN.finditer(folded, start, end)):
                yield start, end


def unfinished_emails(folded: str) -> Iterator[tuple[int, int]]:
    """Where an address is told in part."""
    return _spans(_PARTLY_MAIL, folded)


def _spans(pattern: re.Pattern[str], folded: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(folded):
        rest = _REST.match(folded, match.end())
        yield match.start(), rest.end() if rest else match.end()
