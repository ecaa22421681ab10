"""What a promise itself says is still to be told: "the amount I'll confirm", "no sé qué día"."""

from __future__ import annotations

import re

from reading.money.sums import currency_of
from reading.place import Place
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
        rf"\b{_NOT_KNOWN} {_YET}{known}|\b{known}(?: is| will be)? (?:(?:still|yet) )?(?:to be|not yet|isn'?t|not) (?:confirmed|decided|determined|sure|known|certain)\b|\b{_WILL_TELL}{_YET}{known}|\b(?:amount|figure)? ?(?:tbd|tbc)\b"
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


# "Depending on what's left", "según me vaya", "depends on tips": not by one's own reckoning.
_DEPENDS = re.compile(
    r"\b(?:depends?|depending|dependin|depende|dependera|dependiendo)\b(?! (?:on|upon) (?:me\b|us\b|(?:when |what |how |if )?(?:you|u)|the (?:link|site|app))\b)"
    r"|\bsegun (?!mis? (?:cuent|calcul|contrat|recib|registr|estado|banc|calendar|not)|me (?:dij|coment|explic|inform|acuerd)|dijeron|lo (?:acordado|hablado|platicado|pactado|convenido|dicho|que (?:acordamos|quedamos|hablamos|dijimos|me (?:dij|coment)))|(?:el|la|su) (?:calendario|contrato|acuerdo|plan|banco|app|carta|recibo|estado|mensaje|correo|pagina)|tengo|recuerdo|entiendo|ustedes|usted|vosotros|su\b|yo\b|dic)",
    re.ASCII,
)
_MAYBE = r"(?:may ?be|mabye|mayb|perhaps|possibly|might(?: be)?|could be|may or may not|tal ?vez|quizas?|a l[oa] mejor|(?<!soy )(?<!siento )capaz(?: que)?(?! de)|chance y|puede(?: ser)? que|posiblemente|quien quita(?: y)?|de (?:pronto|repente)(?= (?:l[ea]s?|te|os|el|puedo)\b)|ya ver(?:e|emos) si)"
# Beside a sum or a day: "60 friday maybe", "maybe 60 on friday", "tal vez le doy 60".
_MAYBE_BEFORE = re.compile(
    rf"\b(?:idk|i ?dunno|dunno|quien sabe)[ ,.]*$|(?<!\bif )(?<!could i )(?<!can i )\b{_MAYBE}\b(?:(?!\b(?:but|pero|and|y)\b)[^.;!?,\x1f]){{0,24}}$",
    re.ASCII,
)
_OR_SO = r"(?:(?:plus|and|mas|y) (?:a (?:bit|little|lil)|some|tips|whatever|un (?:poco|poquito|extra)|propinas)(?: (?:more|extra|tips|mas))?|(?:or|and) (?:some ?thing|whatever|a (?:bit|little|lil|touch) (?:more|less|after|later|under|over)|more|less|around (?:there|then)|near enough|(?:just|right|shortly|soon|a day or (?:two|so)) (?:after|before))|more or less|some(?:thing|where) (?:like|around|near) (?:that|there)|thereabouts|(?:could|might|may|puede|podria) (?:be|ser|que sea) (?:more|less|mas|menos)|(?:o|u) (?:(?:un )?(?:poco|poquito) )?(?:mas|menos|despues|algo(?: (?:asi|mas|menos))?|por ahi)(?! tardar)|algo asi|mas (?:o )?menos|por el estilo|o cosa asi)"
_WHO_KNOWS = r"(?:idk|i ?dunno|dunno|who knows|we'?ll see(?: how)?|quien sabe|ni idea|ya ve(?:re|remos)|vamos viendo|a ver (?:que pasa|si sale|como (?:me va|sale)))"
_MAYBE_BEHIND = re.compile(
    rf"[ ,.]*(?:(?:but|pero|y) )?{_WHO_KNOWS}\b(?: (?:man|bro|dude|mate|tho|though|lol|honestly|yet|wey|guey|pues))*(?=\W*$)|[ ,.]*(?:(?:may ?be|perhaps|possibly|tal ?vez|quizas?|a l[oa] mejor|capaz)\b(?= ?(?:$|[.,;!\x1f]|\d|on |this |next |el |este |more|less|mas|menos|a (?:bit|little)|un poco))|{_OR_SO}(?=[ ,.!]*(?:\x1f|$|on |this |by |el |la |este |para |pa )))",
    re.ASCII,
)
# "Don't hold me to it", "no promises", "pero no es seguro".
_NOT_BOUND = re.compile(
    r"\b(?:don'?t|do not|please don'?t) (?:hold me (?:to|on)|quote me)\b|\bno (?:promises?|guarantees?)\b|\b(?:may|might|could|puede|podria|pueda)(?: still| aun| que)? (?:change|cambiar|cambie|variar)\b(?! (?:my|the|mi|el|la|de)\b)|\bsubject to (?:change|what|how)\b|\bchances are\b|\bsalvo imprevistos?\b|\bsujeto a\b|\b(?:can'?t|cannot|cant|won'?t|not|couldn'?t) (?:really |quite |100% |fully )?(?:promis(?:e|ing)|guarante(?:e|eing)|swear|say for (?:sure|certain))\b(?! (?:(?:you|u) )?(?:more|anything else|the (?:rest|whole|full|other)|all|everything|it all|beyond|any ?more|any other))"
    r"|\b(?:it'?s |its |that'?s |thats |is |but )(?:not|no) (?:(?:a )?(?:sure thing|certain|definite|guaranteed?|100%?|set in stone|for sure|for certain)|confirmed)\b|\bnothing(?:'s| is)? (?:certain|definite|set in stone|for sure)\b|\b(?:pencil (?:me |it |that |us )?in|tentative(?:ly)?|tentativ[oa](?:mente)?)\b"
    r"|\b\d{2,6}\b[^.;!?]{1,40}(?:, |\bor |\bo )\d{2,6} (?:if (?:(?:i|we) (?:can|manage|could)|lucky)|si (?:puedo|alcanzo))\b"
    r"|\bno (?:es|esta|seria|lo tengo|lo veo|se lo|te lo|os lo|se los|les|le|te|os)? ?(?:(?:puedo|podria|voy a|quiero) )?(?:100 ?%? )?(?:segur[oa]|asegur(?:o|ar\w*)|promet(?:o|er\w*)|garantiz(?:o|ar\w*)|confirmad[oa]|doy por (?:hecho|seguro))\b(?! (?:mas|otra cosa|nada mas|tod[oa]|lo demas|el resto|la otra|lo otro))|\bsin (?:compromiso|prometer|asegurar)\b",
    re.ASCII,
)
# Said behind it: "let me check with my husband", "le confirmo mañana".
_TO_CHECK = re.compile(
    r"\blet me (?:just |first )?(?:check|confirm|double[- ]?check|ask|verify)\b(?! (?:the|that|your|out|my (?:e?mail|texts|messages)) )|\b(?:i'?ll|will|can) (?:confirm|let (?:you|u|ya) know)(?: you)? (?:for sure|if|exactly|closer|nearer|by|on |tomorrow|tonight|later|(?:mon|tues|wednes|thurs|fri)day)\b"
    r"|\bdej(?:e|a|en|ad)(?:me)? (?:checo|checar|confirmo|confirmar|pregunto|preguntar|consulto|consultar|veo|ver (?:si|cuanto|como|cuando|que))\b|\b(?:les?|te|os) (?:confirmo|aviso) (?:si|bien|manana|luego|al rato|despues|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))\b",
    re.ASCII,
)
# What is to come first, where no day is told: "when HELB comes", "before summer", "cuando venda la moto".
_FIRST = re.compile(
    r"\b(?:when(?:ever)?(?! (?:i|we|they|you|he|she) (?:was|were|had|called|talked|spoke|asked|lost|signed|started|told|said|took|missed|used)\b)|wen|once|as soon as|soon as|after(?! (?:(?:my|the|all|paying) )*(?:rent|bills?|food|groceries|gas|expenses|everything|taxes|mortgage|lunch|dinner|work|that)\b)|before(?= [a-z])(?! (?:now|long|me|bed|work)\b|i forget)|by the time|the (?:minute|moment|second)|cuando|en cuanto|apenas|tan pronto(?: como)?|una vez que|luego que|despues (?:de|que)(?! (?:(?:la|el|mi|mis|los|las|pagar|lo) )*(?:renta|luz|gastos|comida|cuentas|alquiler|todo|recibos|super)\b)|antes (?:de|que)|nomas(?: que)?|al (?:vender|cobrar|recibir|terminar|entregar|juntar|acabar)|(?:saliendo|terminando|vendiendo|entregando|juntando|acabando|cobrando|cerrando)(?= (?:de (?:esta?|lo|la)|el|la|los|las|lo|mi|un) )|in the coming|within the (?:month|week)|en (?:los|estos) (?:proximos )?dias|dentro de(?:l| este| la| esta) (?:mes|semana)|veintitantos|cualquier dia|el dia (?:en )?que|whichever|any ?(?:day|time)|dentro de poco|(?:en|durante) (?:la|el transcurso de la|lo que resta de la|lo que queda del|lo que resta del) (?:semana|mes))\b"
    r"(?! (?:do|does|can|should|is it|are you|would|will|you|u|that|this|i(?:'m| am)? (?:get(?:ting)? )?(?:home|back|off|up|out|in|there|to|done|wake|finish|can|said)\b|(?:i )?(?:am |'m )?(?:done|work|lunch|dinner|shift|class|school)\b|puedo|usted|eso|\d|noon|then|now|all\b|salga|llegue a|vuelva|regrese|pueda)\b)",
    re.ASCII,
)


# 20号还800,不敢保证; 看情况: of what is told nothing is sure.
_UNSURE_ZH = re.compile(
    r"(?:^|[,，。 ])(?:但是?|不过|也|都|就|又)?(?:可能|也许|说不定|随时|搞不好|冇准|没准)(?:还|仲|都|也)?(?:会|要|有)?(?:变(?:动|化|卦)?|改)(?=$|[,，。!！ 的啊哦㗎嘅])|计划赶不上变化|到(?:时候?|嗰阵)?(?:再|先)(?:看看?|算|睇(?:吓|下)?|讲|说吧?)(?=$|[,，。!！ 吧啦])|除非(?!你)|"
    r"(?:^|[,，。 ]|(?<=[\d元块蚊万千百号日底末吧啦还转付]))(?:就|都|还|也|仲|又|但|但是|不过|真的|我|要|得|这个|具体){0,4}"
    r"(?:[看睇视](?:情况|状况|着办|运气|手气|生意|业绩|单量|接单|业务)|随缘|[不唔](?:太|系好|是很)?(?:一定|保证|担保|确定|肯定)|[不唔]敢(?:保证|担保|包|确定|肯定|说死|讲死|打包票)|[没冇]有?(?:十足|太大|多少)?(?:把握|谱)|说不准|讲唔定|说不定|未必|尽量|尽力)"
    r"(?:还|俾|畀|转|有|能|可以|得到|做到){0,3}(?:吧|啊|啦|的|呢|哦|喔|嘅|㗎|哈|呀){0,3}(?=$|[,，。!！ ])"
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
    patterns = (_UNSURE_ZH, _WHETHER_ZH, _EITHER_CURRENCY_ZH)
    return HAN.search(text) is not None and any(pattern.search(text) for pattern in patterns)


def left_to_chance(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether folded `text` leaves open whether what stands at `spans` is paid, or how much: "60 friday maybe", "depends on tips"."""
    behind = min((end for _, end in spans), default=0)
    if _TO_CHECK.search(text, behind) or any(one.search(text) for one in (_DEPENDS, _NOT_BOUND)):
        return True
    return any(
        _MAYBE_BEFORE.search(text, max(0, start - 40), start) or _MAYBE_BEHIND.match(text, end)
        for start, end in spans
    )


def sum_open(text: str) -> bool:
    """Whether folded `text`, in which no sum is promised, says that the sum is still to be told."""
    return bool(_SUM_OPEN.search(text) or _SUM_OPEN_ZH.search(text))


def day_open(text: str) -> bool:
    """Whether folded `text`, in which no day is promised, says that the day is still to be told."""
    return any(pattern.search(text) for pattern in (_DAY_OPEN, _DAY_OPEN_ZH, _FIRST))


_UNITS = {
    "GBP": r"sterling|pounds(?: sterling)?|gbp|quid|libras(?: esterlinas)?", "EUR": r"euros?|eur", "USD": r"(?:us|u\.s\.|american) dollars?|usd|greenbacks|dolares americanos",
    "dollar": r"dollars?|dolares|dolar|verdes", "peso": r"pesos", "PEN": r"soles", "INR": r"rupees|inr", "CNY": r"rmb|yuan|cny", "ZAR": r"rands?", "BRL": r"reais|reales",
}  # fmt: skip
# "I get paid in sterling this month": perhaps the 200 are too.
_IN_UNIT = re.compile(
    r"\b(?:in|en) (?:" + "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS.items()) + r")\b", re.ASCII
)
# "300, soles o dolares lo que junte".
_ANY_UNIT = rf"(?:{'|'.join(_UNITS.values())})"
_EITHER_UNIT = re.compile(rf"\b{_ANY_UNIT} (?:o|or|u|/) (?:en |in )?{_ANY_UNIT}\b", re.ASCII)
_ABROAD = r"(?:foreign|abroad|overseas|farrin|america|(?:the )?(?:usa?|states|uk|u\.s\.)|england|london|canada|toronto|new york|florida|dubai|saudi|(?:el )?otro lado|(?:el )?extranjero|(?:los )?(?:estados unidos|eeuu|ee ?uu)|(?:el )?norte|afuera|espana|europa|el gabacho)"
_FROM_ABROAD = re.compile(
    rf"\b(?:send|sending|sends|sent|wir\w+|transferr?\w*|manda\w*|envia\w*|gira\w*)\b[^.;!?]{{0,24}}\b\d[\d.,]*k? (?:(?:from|desde|de|del) {_ABROAD}|remittance|de remesa)\b",
    re.ASCII,
)


def currency_open(text: str, place: Place, owed: str) -> bool:
    """Whether folded `text`, whose sums are told without a currency, speaks of money in another than `owed`."""
    named = [currency_of(said.lastgroup, place) for said in _IN_UNIT.finditer(text)]
    return any(currency != owed for currency in named) or any(
        one.search(text) for one in (_FROM_ABROAD, _EITHER_UNIT)
    )
