"""A death that is told by a borrower: of somebody they have lost, not of themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import dark_words, names, strangers
from actions.situation import Situation

_KIN = r"(?:dad|father|mom|mum|mother|mama|papa|parents?|(?:grand|step)\w+|gran|nan|brother|sister|son|daughter|baby|child|kid|uncle|aunt(?:ie)?|cousin|best friend|husband|wife|partner|fianc[eé]e?)"
_KIN_ES = r"(?:pap[aá]|padre|mam[aá]|madre|herman[oa]|hij[oa]|abuel[oa]|t[ií][oa]|prim[oa]|espos[oa]|marido|mujer|suegr[oa]|beb[eé])"
_LOST = re.compile(
    rf"\b(?:lost|buried|cremated) (?:my|our) (?:\w+ )?{_KIN}\b(?!['’]s)|\bi(?:['’]?m| am) (?:a |now a |recently )?widow(?:ed|er)?\b|\bmy (?:\w+ )?{_KIN} (?:\w+ )?(?:died|passed)\b|\bmy (?:\w+ )?{_KIN}\b.{{0,80}}\b(?:he|she) (?:just |recently )?(?:passed|died)\b|\bfuneral (?:of|for) my\b"
    rf"|\b(?:perd[ií]|enterr(?:é|amos)|vel(?:é|amos)) a mi {_KIN_ES}\b|\b(?:soy|qued[eé]|me qued[eé]|enviud[eé]) ?viud[oa]\b|\benviud[eé]\b|\b(?:falleci[oó]|muri[oó]|se me fue) mi {_KIN_ES}\b|\bmi {_KIN_ES} (?:falleci[oó]|muri[oó])\b"
    r"|我(?:的|嘅|家|个|個)?(?:爸|妈|媽|爷|爺|奶|外公|外婆|公公|婆婆|哥|弟|姐|妹|儿子|兒子|女儿|女兒|老公|老婆|阿[公嫲婆爺爷]|老豆|老母|細佬|家姐|舅|叔|姑|姨)[^，。,]{0,6}(?:走[了咗]|去世|[过過]世|[过過]身|往生|死[了咗]|[没沒]了|病逝)",
    re.IGNORECASE,
)
# Whose life and money goes on: it is the borrower who writes.
_GOES_ON = re.compile(
    r"\b(?:everything (?:i|we) had|all (?:my|our) (?:savings|money)|i (?:paid|pay|took|am|have|can'?t|cannot|couldn'?t|could|will|work|need|spent|had to|missed|just got)|i'?(?:m|ll|ve)|my (?:wages|salary|pay|job|boss|work|payment|account|loan|savings))\b(?! (?:his|her|their|the)\b)"
    r"|\b(?:(?:he|she)|(?:his|her) (?:\w+ )?(?:card|income|wages?|salary|pension|pay|job)) (?:used to |always |had )?(?:paid|pay|pays|handled?|covered?|cover|did|do|earned?|supported?|took care of|brought in) (?:for )?(?:everything|it all|all|most|the (?:\w+ )?(?:bills?|rent|money|mortgage|finances)|our|us|me)\b"
    r"|\b(?:all alone|(?:on my|by my) ?(?:own|self)|(?:one|single|no) (?:income|wage|paycheck)|with (?:the |\w+ )?(?:kids|children|baby))\b"
    r"|\b(?:no (?:puedo|tengo|alcanzo|he podido)|me (?:quedé|qued[eé]|gast[eé]|atras[eé]|pagan|dieron)|gast[eé]|pagu[eé]|pag(?:o|ar[eé])|mi (?:sueldo|trabajo|quincena|pago|cuenta)|tuve que|estoy|[eé]l (?:pagaba|manten[ií]a|llevaba|ganaba|cubr[ií]a)|ella (?:pagaba|manten[ií]a|llevaba|ganaba)|su (?:sueldo|pensi[oó]n|tarjeta) (?:pagaba|cubr[ií]a)|(?:yo )?sol[oa] con|viud[oa])\b"
    r"|(?:也是|都是|都係|全是)?我(?:出|付|花|垫|墊|借|請|请|還|还|現在|现在|這個月|这个月|呢個月|手頭|手头|沒|没|冇)|兜(?:里|比)|手[头頭]|花光|用晒|[请請][了咗]?假|(?:是|係|靠|由)[他她佢](?:一?个人|一個人)?(?:付|给|給|俾|畀|赚|賺|养|養|還|还|撑|撐)|剩(?:下|返)?我|一[个個]人(?:带|帶|撑|撐|扛|湊)|喪葬|丧葬|白事|帛金",
    re.IGNORECASE,
)


# What is owed is that of who died.
_OWED_BY_THEM = re.compile(
    r"\b(?:(?<!\bi )(?<!\bwe )(?<!\bstill )owe[ds]?|(?:he|she) borrow\w*|affairs|(?:his|her) (?:bills?|debts?|loans?|accounts?|payments|balance|estate)|was (?:his|hers)|executor|estate|widow(?:er)? of"
    r"|sus (?:pagos|deudas|cuentas)|a su nombre|era (?:suy[oa]|de (?:[eé]l|ella|mi))|viud[oa] de)\b|[他她佢](?:的|嘅)?(?:账|帳|债|債|数|數|名下|欠款|贷款|貸款)|遗产|遺產",
    re.IGNORECASE,
)
# The debt or the phone was that of who died.
_THEIRS = re.compile(
    r"\b(?:(?<!my )(?<!our )(?<!the )(?:loan|debt|account)|(?<!my )phone|texts|calls|(?:he|she) (?:can'?t|cant|won'?t|wont)"
    r"|(?:his|her) (?:name|things)|on (?:his|her) behalf|(?:his|her) (?:widow|widower|husband|wife|son|daughter)"
    r"|(?<!yo )deb[ií]a|(?<!mi )(?:deuda|cr[eé]dito|cuenta)|su (?:cel\w*|tel[eé]fono|m[oó]vil)|sus cosas|su (?:viud[oa]|espos[oa]|hij[oa]))\b"
    r"|遺孀|遗孀|[欠借爭]|[这這][个個]人|手[机機]|电话|電話|号码|號碼|帳戶|账户|戶口|别再打|不要再打",
    re.IGNORECASE,
)


# What a death is told with, or hinted at.
_OF_DEATH = re.compile(
    r"\b(?:die[ds]?|dead|death|dying|deceased|pass(?:ed|ing|es)|late (?:husband|wife|mother|father|son|daughter|brother|sister)|lost|gone|funeral|buried|burial|cremat\w*|no longer (?:with|here|alive)|estate"
    r"|widow\w*|r\.?i\.?p|rest in peace|heaven|hospice|obituary|coroner|grave)\b"
    r"|\b(?:falleci\w*|muri[oóe]\w*|muert\w*|difunt\w*|finad\w*|q\.?e\.?p\.?d|descans\w*|entierr\w*|enterr\w*|funeral|velorio|velamos|viud\w*|perd(?:imos|[ií])|ya no (?:est[aá]|vive|se encuentra)|se (?:nos |me )?(?:fue|mat[oó]|muri[oó])|parti[oó]|ces[oó]|herencia|esquela)\b"
    r"|[死逝亡葬丧喪殡殯]|[过過](?:世|身|咗身)|走[了咗]|[不唔](?:在|喺度?)(?:了|喇|人世)|[没沒冇][了咗]|往生|安息|遗[产體体属]|遺[產體屬]|仙[游遊]|后事|後事|归天|歸天",
    re.IGNORECASE,
)


def speaks_of_one(text: str) -> bool:
    """Whether a word stands in the text that a death is told with; linear in its length."""
    return bool(_OF_DEATH.search(dark_words.without_idioms(text)))


def told(s: Situation) -> Situation:
    """The situation as a hardship where a borrower tells of a loss of their own: "I lost my father, I'm on unpaid leave".

    Only where they proved who they are and their own life goes on in the same message; else it may be of the borrower,
    and is where what is owed is called that of who died: "my husband passed away, I can't pay his bills".
    """
    if not s.identity.verified or not _LOST.search(s.text) or strangers.speaks(s.text, s.borrower_name):
        return s
    if s.intent == "hardship" and _owed_by_who_died(s):
        return replace(s.saying(s.text, "deceased"), confidence=1.0)
    own = _GOES_ON.search(s.text) and not _theirs(s)
    return s.saying(s.text, "hardship") if own and s.intent == "deceased" else s


def _owed_by_who_died(s: Situation) -> bool:
    return bool(_OWED_BY_THEM.search(s.text)) or _by_name(s)


def _by_name(s: Situation) -> bool:
    """Whether who died is called by the borrower's name: "my wife Grace passed"."""
    if s.borrower_name is None:
        return False
    called = f"(?:{'|'.join(names.called(s.borrower_name))})"
    lost = rf"(?:{_KIN}|{_KIN_ES})\W+{called}\b|\b{called}\W+(?:\w+\W+){{0,2}}?(?:died|passed|muri|falleci)|{called}[^，。,]{{0,4}}(?:走[了咗]|去世|[过過]世|[过過]身|往生)"
    return bool(re.search(lost, s.text, re.IGNORECASE))


def _theirs(s: Situation) -> bool:
    """Whether the words make the debt or the phone that of who died, or call who died by the borrower's name."""
    return _owed_by_who_died(s) or bool(_THEIRS.search(s.text))
