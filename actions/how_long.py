"""Whether a hardship lasts or passes, by what the borrower says of it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reading.words import en, es

_PASSES = re.compile(
    r"\b(?:temporar\w+|for (?:a|this|the next) (?:few |couple (?:of )?)?(?:day|week|month)s?|this (?:week|month)|until (?:next|my|i)"
    r"|next (?:week|month|paycheck|pay day|payday)|just (?:this|a few|need)|new job (?:on|starts|next)|i start"
    r"|back (?:to|at) work|temporal\w*|este mes|esta (?:semana|quincena)|hasta (?:que|el|la)|unos d[ií]as"
    r"|el (?:pr[oó]ximo|otro) mes|la (?:pr[oó]xima|otra) (?:semana|quincena)|empiezo|vuelvo a trabajar)\b"
    r"|\b(?:off|out of|miss\w*) (?:of )?(?:work|shifts?) (?:for )?(?:\w+ ){0,2}(?:days?|weeks?)\b|\b(?:incapacidad|reposo|baja) (?:por |de )?\w+ (?:d[ií]as|semanas)\b"
    r"|\b(?:all|over the|last|this|the whole) weekend\b|\b(?:ok|okay|fine|better|home|recover\w*|over|all good) now\b|\b(?:todo el|el|este) fin(?: de semana)?\b|\bya (?:est[aá] (?:bien|mejor|en casa)|sali[oó]|se recuper[oó])\b"
    r"|\b(?:un)?til+ (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|pay ?day|end of)\b|\bhasta (?:fin(?:es)?(?: de)?|los?|d[ií]a|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo) ?\w*"
    r"|\b(?:better|back|fine|okay|over|recover\w*|resum\w*|pick(?:s|ing)? up|start\w*) (?:\w+ )?(?:in|within|by|after|on) (?:a |the |about )?(?:\w+ )?(?:days?|weeks?|month|\d{1,2}(?:st|nd|rd|th)?|monday|friday|payday)\b"
    r"|\ben (?:un|una|unos|unas|dos|tres|\d{1,2}) (?:d[ií]as?|semanas?) (?:ya )?(?:me |se |estoy |vuelvo |regreso )(?!pag)\w*|\b(?:se (?:arregla|normaliza|compone)|me (?:recupero|alivio)|vuelvo|regreso) (?:\w+ ){0,2}(?:en|la|el|a) (?:\w+ ){0,2}(?:semanas?|d[ií]as?|mes|quincena|lunes)\b"
    r"|(?:月底|月初|[\d一二三四五六七八九十廿]{1,3}[号號])(?:之?[后後])?(?:就|便|先)(?![还還])|[熬捱撑撐][过過]|[过過]了[这這]|(?:这|這|呢)(?:半|一|两|兩|几|幾|[1-9])?(?:个|個)?(?:月|周|週|星期|礼拜|禮拜|天|日)|成(?:个|個)月"
    r"|(?:休|养|養|躺|歇)[^，,。]{0,4}(?:半(?:个|個)?月|[一两兩二三四\d](?:个|個)?(?:周|週|星期|礼拜|禮拜|月))"
    r"|(?:半(?:个|個)?月|[一两兩二三\d](?:个|個)?(?:周|週|星期|礼拜|禮拜))(?:后|後|内|內|左右|就|才|上不了|不能|返唔到|開唔到)"
    r"|[缓緩宽寬][我俺咱]?(?:几|幾|两|兩)(?:天|日)|[这這](?:阵子|陣子|段时间|段時間)|呢排|暂时|暫時|这个月|這個月|这周|這週|这几天|這幾天|下个?月就|下個月就|过几天|過幾天|等发|等發|缓几天|緩幾天|临时|臨時|短期",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:permanent\w*|for good|chronic|disab\w+|no (?:idea|clue) (?:when|how long)|no telling|(?:don'?t|do not|dont) know (?:when|how long)|not sure (?:when|how long)|for (?:many |several )?(?:months|years)|no end"
    r"|long[- ]term|terminal|(?:could|might|may|will|gonna|going to) (?:be|take) (?:\w+ )?(?:months|years|a long time|a while)|who knows|for the foreseeable|until further notice|indefinite\w*|forever|rest of my life|from now on|never (?:again|going back|coming back)|(?:not|never|isn'?t|aren'?t) re-?open\w*|no end in sight|not (?:coming|going) back|any ?more|indefinid\w*|permanente|cr[oó]nic\w+|no s[eé] (?:hasta )?cu[aá]ndo|no s[eé] (?:por )?cu[aá]nto (?:tiempo|(?:vaya a |va a )?(?:dur|tard)\w+|m[aá]s)|no hay (?:pa|para) cu[aá]ndo|quién sabe|quien sabe|sabr[aá] dios|dios sabe|hasta nuevo aviso|de por vida|para siempre|nunca m[aá]s|definitiv\w+|va para largo|(?:no se sabe|sin saber) (?:hasta )?cu[aá]ndo|sin fecha|(?:puede[n]?|podr[ií]an?|va a|van a) (?:tardar|ser|durar) (?:\w+ )?(?:meses|años|anos|mucho|un buen rato)"
    r"|(?:desde hace|por|hace) (?:\w+ )?(?:meses|a[nñ]os)|discapacidad|largo plazo)\b"
    r"|(?:不|没法|沒法|难|難|說不|说不)(?:知道|清楚|晓得|曉得|确定|確定|好说|好說|准|準)?(?:还|還|會|会)?要?(?:持续|持續)?(?:多久|多长时间|多長時間)|说不准|說不準|唔知要?幾耐|[一二两兩几幾\d半]年|短期(?:内|內|之内|之內)?(?:都|也|还|還)?(?:没|沒|不|冇|好不|搞不)|看不到[头頭希]|[没沒]个头|[没沒]個頭|永远|永遠|遥遥无期|遙遙無期|无限期|無限期|[一终終][辈輩身世](?:子)?|[从從]今以[后後]|以[后後]都|往[后後]都|一时半[会會刻]|一時半[會刻]|很久|好耐"
    r"|\b(?:at least|another|for|take|be|off|out|next|minimum) (?:\w+ ){0,3}?(?:\d{1,2}|two|three|four|five|six|few|several|couple of) months\b|\b(?:son|unos|como|otros|por|m[ií]nimo|al menos|reposo de|incapacidad de) (?:\w+ )?(?:\d{1,2}|dos|tres|cuatro|cinco|seis|varios) meses\b"
    r"|\b(?:\d{1,2} ?(?:-|to|or|/) ?\d{1,2}|[2-9]|1\d|two|three|four|five|six|several) (?:more )?(?:months?|mths?) (?:before|till?|until|off|out|minimum|at least|easy|easily|like this|of (?:rehab|recovery|rest|physio)\w*)\b|\b(?:cast|boot|sling|brace|crutches|laid up|off work|needs?) (?:for )?(?:about |another )?(?:[6-9]|1\d|six|seven|eight|nine|ten|twelve)(?: ?(?:-|to|or|/) ?\w{1,6})? (?:more )?(?:weeks|wks)\b"
    r"|\b(?:doc|doctors?|surgeon|consultant|gp|hospital|they) (?:all )?(?:reckons?|says?|said|thinks?|told me)\b[^.,;]{0,16}?\b(?:\d{1,2} ?(?:-|to|or|/) ?\d{1,2}|[2-9]|1\d|two|three|four|five|six|several) (?:more )?(?:months?|mths?)\b"
    r"|\b(?:m[ií]nimo|doctora?|m[eé]dic[oa]|cirujan[oa]|dicen?|dij(?:o|eron))\b[^.,;]{0,16}?\b(?:[2-9]|1\d|dos|tres|cuatro|cinco|seis|varios) meses\b"
    r"|\b(?:[6-9]|1\d|six|seven|eight|nine|ten|twelve)(?: ?(?:-|to|or|/) ?\w{1,6})? (?:more )?(?:weeks|wks) (?:before|till?|until|off|out|minimum|at least|in (?:a|the|this) (?:cast|boot|sling|brace)|of (?:rehab|recovery|rest|physio)\w*)\b"
    r"|\b(?:doc|doctors?|surgeon|consultant|gp|hospital|physio|they) (?:all )?(?:reckons?|says?|said|thinks?|told me|wants?|gave)\b[^.,;]{0,40}?\b(?:[6-9]|1\d|six|seven|eight|nine|ten|twelve)(?: ?(?:-|to|or|/) ?\w{1,6})? (?:more )?(?:weeks|wks)\b"
    r"|\b(?:m[ií]nimo|doctora?|m[eé]dic[oa]|cirujan[oa]|dicen?|dij(?:o|eron)|reposo|incapacidad|yeso)\b[^.,;]{0,20}?\b(?:[6-9]|1\d|seis|siete|ocho|nueve|diez|doce) semanas\b"
    r"|(?:医生|醫生|醫師|医师|大夫)[^，。]{0,10}(?:(?:[2-9]|1\d|[两兩二三四五六七八九十几幾])(?:[、到至]?[三四五六七八九十\d])?(?:个|個)月|(?:[6-9]|1\d|[六七八九十])(?:个|個)?(?:星期|礼拜|禮拜|周|週))"
    r"|(?:[2-9]|1\d|[两兩二三四五六七八九十几幾])(?:个|個)月(?:都|也|內|内)?(?:不能|不可以|唔可以|唔行得|上不了|没法|沒法|沒辦法|没办法|做唔到|返唔到|開唔到|开不了|動不了|动不了|走不了)"
    r"|(?:至少|最少|起码|起碼|还要|還要|要休|躺|养|養|停工|仲要)[^，。]{0,4}(?:[2-9]|1\d|[两兩二三四五六七八九十几幾])(?:个|個)?月"
    r"|长期|長期|一直(?!(?:在|都|还|還)?(?:拖|欠|压|壓|扣|[没沒未不冇](?:有)?[发發出]))|不知道什么时候|不知道什麼時候|不知几时|唔知幾時|好几个月|好幾個月|半年|几年|幾年|永久|残疾|殘疾|慢性|再也",
    re.IGNORECASE,
)


# Months in which work goes on again, or before which nothing is to be had.
_BACK_IN = (
    re.compile(
        rf"\b(?:until|till?|not before|earliest|(?:be|go|get|going|return\w*|start\w*) (?:back )?(?:to |at |on )?(?:work|working|driving|riding|walking|shifts?)|back (?:at|to) (?:work|my job|driving))\b[^.;!?\n]{{0,14}}?\b(?!may (?:be|not|have|take|need|get|well|also|still)\b){en.MONTH}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:hasta|no antes de|reincorpor\w+|el alta|(?:regres|vuelv|volv)\w+ (?:a|al) (?:trabaj\w+|manejar|la chamba|la obra))\b[^.;!?\n]{{0,14}}?\b{es.MONTH}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:最快|最早|要到|等到|起[码碼]|至少|直到|[休养養請请]到)[^，。；！？\n]{0,6}?(?<!\d)(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!\d)"
        r"|(?<!\d)(?P<then>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|初|中|底|尾|頭|头)*(?:先至?|才)"
    ),
)
_NUMERALS = {
    name: number for number, name in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), start=1)
}
# So far off that an extension does not bridge it.
_FAR = timedelta(days=31)


def lasts(text: str, today: date) -> bool:
    """Whether the text says that it will take long."""
    return bool(_LASTS.search(text)) or _until_far_month(text, today)


def passes(text: str) -> bool:
    """Whether the text says that it will be over soon."""
    return bool(_PASSES.search(text))


def _until_far_month(text: str, today: date) -> bool:
    """Whether what keeps them is to last into a month that is far off: "not back at work before August", 八月先返到工."""
    return any(
        _begins(_number(name, language), today) - today > _FAR
        for language, pattern in zip(("en", "es", "zh"), _BACK_IN, strict=True)
        for match in pattern.finditer(text)
        for name in match.groups()
        if name
    )


def _number(name: str, language: str) -> int:
    if language == "zh":
        return _NUMERALS.get(name) or int(name)
    return en.month_number(name.lower()) if language == "en" else es.month_number(name.lower())


def _begins(month: int, today: date) -> date:
    """The first day of the next month of this number; of this month, where it is meant."""
    return date(today.year + (month < today.month), month, 1)
