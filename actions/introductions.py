"""Who introduces themselves as somebody near the borrower, or by a name that is not the borrower's."""

from __future__ import annotations

import re

from actions import names
from actions.kin import KIN, KIN_ES, KIN_ZH, RELATIVE

# Where a sentence begins, after a greeting or not.
_START = r"(?:^|[.!?;,(\n])\W{0,3}(?:(?:hi|hello|hey|hiya|yo|sorry|no|yes|yeah|um|hola|buenas|buenos d[ií]as|s[ií])\b\W{0,3})?"
_PARENT = r"(?:grand|step)?(?:mother|mom|momma|mum|mam|mama|ma|father|dad|daddy|papa|pa|parents?)"
_SPEAKS = r"(?:here|speaking|writing|texting|typing|answering|replying)\b"
# A mother who writes of herself: "mom here, laid off in march".
_OF_ONESELF = r"(?!\W{0,2}(?:of|with|and|who|how do i|i|i['’]?m|i['’]ve|we|need\w*|laid|lost|out of|trying|struggling|just|no|broke|working)\b)"
_END = r"(?=\s*(?:[.,;:!?]|$))"

_AS_KIN = re.compile(
    rf"{_START}(?:the )?(?:{_PARENT} {_SPEAKS}{_OF_ONESELF}|(?!{_PARENT}\b){RELATIVE} {_SPEAKS}(?! (?:says?|said|is|with|too|and)\b))"
    rf"|^\W*(?:(?:hi|hello|hey|sorry)\b\W{{0,3}})?(?:her|his) {RELATIVE}{_END}"
    rf"|\byou(?:['’]?ve| have|['’]?re| are|r)? (?:got|reached|(?:now )?(?:speaking|talking|texting|chatting|dealing) (?:to|with)) (?:(?:her|his) {KIN}|the {RELATIVE}(?! of))\b"
    rf"|\b(?:answering|replying|responding|texting|writing|messaging|typing|asking|calling|speaking) (?:this )?(?:for|4) my (?:\w+ )?{RELATIVE}\b(?!['’]s)"
    r"|\b(?:this|it)(?: is not| isn['’]?t|['’]?s not| ain['’]?t) (?:her|him)(?=\s*(?:but\b|speaking\b|texting\b|[.,;]\s*(?:how|what\w*|she|he|can|could|who)\b))|\bi(?:['’]?m| am) not the (?:account|card) ?holder\b"
    rf"|{_START}aqu[ií] (?:su|el|la) {KIN_ES}{_END}|{_START}su {KIN_ES} (?:aqu[ií]|al habla)\b"
    rf"|\b(?:le|les|te) (?:contesta|habla|escribe|responde|atiende) (?:su|el|la) {KIN_ES}\b|\b(?:est[aá]s? hablando|habla usted) con (?:su|el|la) {KIN_ES}\b"
    rf"|\b(?:contesto|respondo|escribo|pregunto|llamo) (?:por|de parte de|en nombre de) mi {KIN_ES}{_END}"
    r"|\bno soy (?:ella|él)(?=\s*(?:[.,;!?]|$|pero\b|y\b))|\bno soy el(?=\s*(?:[.,;!?]|$|pero\b))|\bno soy (?:la|el) titular\b"
    rf"|(?:^|[，,。！!\s])[她他佢]?(?:的|嘅)?{KIN_ZH}(?:在此(?=$|[，,。！!？?\s])|代[回复覆复答])"
    r"|^\W*(?:我(?:是|係|系))?[她他佢](?:的|嘅)?(?:老公|老婆|丈夫|妻子|太太|媳妇|媳婦|爱人|愛人|男朋友|女朋友|儿子|兒子|女儿|女兒)(?=$|[，,。！!？?\s])"
    rf"|(?:跟|同)你(?:们|們|哋)?(?:聊|说|說|讲|講|倾|傾)[^，。]{{0,4}}(?:是|係|系)[她他佢](?:的|嘅)?{KIN_ZH}"
    rf"|(?:替|代|帮|幫)我?(?:的|嘅)?{KIN_ZH}[来來]?[覆复答]"
    r"|(?:不|唔)(?:是|係|系)本人(?=$|[，,。.！!？?]|[来來在])|我(?:不|唔)(?:是|係|系)[她他佢][，,。\s]?(?:但|不[过過]|[还還仲]|多少|几多|幾多)",
    re.IGNORECASE,
)
# A first name, and what may stand behind it; what is called so is looked at by `names`.
_CALLED = r"(?P<{0}>[^\W\d_]{{2,}})(?:[ ](?P<{0}_last>[^\W\d_]{{2,}}))?"
_BY_NAME = re.compile(
    rf"{_START}(?:this is|it['’]?s|i['’]?m|i am|my name(?: is|['’]s)|(?:(?:le|les|te) )?(?:habla|escribe)|aqu[ií]|soy|me llamo|mi nombre es)[ ]{_CALLED.format('said')}"
    r"(?=[ ]?(?:[.,;:!]|$|(?:here|speaking)\b))"
    rf"|{_START}{_CALLED.format('here')}[ ](?:here|speaking)(?=[ ]?(?:[.,;:!]|$))",
    re.IGNORECASE,
)
# Goes on without a sign, by a name that is one and nothing else: "Tom here whats the balance", "soy Pedro cuanto se debe".
_OPENS = (
    r"(?:^|[.!?;,(\n]|\b(?:but|and|so|cuz|cause|because|since|actually|phone|number|cell|pero|que|porque|tel[eé]fono|n[uú]mero|cel)\b)\W{0,3}"
    r"(?:(?:hi|hello|hey|hiya|yo|oh|ok|okay|sorry|no|yes|yeah|um|there|well|good (?:morning|afternoon|evening|day)|hola|oiga|perd[oó]n|buen[oa]s?(?: d[ií]as?| tardes| noches)?|s[ií])\b\W{0,3}){0,3}"
)
_GOES_ON = r"(?![^\W_]|['’-])"
# Behind "it's Tom": of themselves, not "it's Tom that owes me", "this is Wells Fargo".
_OF_THEMSELVES = (
    r"(?=[ ](?:how|what\w*|when|can|could|may|do|does|just|from|again|calling|texting|asking|wondering|need|want|wanna|looking|here|speaking|im|i['’]m|and i\b|i (?!owe|gave|lent|paid|sent|told|talked|spoke|live|met)"
    r"|cu[aá]\w+|qu[eé]|c[oó]mo|quiero|quisiera|puedo|necesito|de aqu[ií]|y quiero)\b)"
)
# Behind "Tom here" who is spoken of: "Tom here says", "mike here at the bank told me".
_IS_SPOKEN_OF = r"(?![ ](?:is|was|has|had|will|would|can['’]?t|says?|said|told|knows?|thinks?|wants?|helps?|helped|owes?|paid|gave|at|in|with|too)\b)"
_RUNS_ON = re.compile(
    rf"{_OPENS}(?:i['’]?m|i am|my name(?: is|['’]?s)|(?:(?:le|les|te) )?(?:habla|escribe)|(?<!\bno )(?:soy|me llamo|mi nombre es))[ ](?P<said>[^\W\d_]{{2,}}){_GOES_ON}"
    rf"|{_OPENS}(?:this is|it['’]?s|aqu[ií])[ ](?P<known>[^\W\d_]{{2,}}){_GOES_ON}{_OF_THEMSELVES}"
    rf"|{_OPENS}(?P<here>[^\W\d_]{{2,}})[ ](?:here|speaking)\b{_GOES_ON}{_IS_SPOKEN_OF}",
    re.IGNORECASE,
)
_SURNAMES = "王李张張刘劉陈陳杨楊赵趙吴吳徐孙孫朱胡郭林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧潘袁蔡蒋蔣余叶葉魏苏蘇吕呂卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖贾賈邹鄒熊孟秦邱侯薛闫阎雷陶贺賀顾顧郝龚龔邵钱錢严嚴黄黃周"
_BY_NAME_ZH = re.compile(
    rf"我(?:就)?(?:是|係|系|(?:名字?)?叫)(?P<name>[{_SURNAMES}][\u3400-\u9fff]{{1,2}})(?=$|[，,。.！!\s]|想[问問]|[来來嚟]?[问問請请][下吓一你]?|[他她佢](?!的|嘅)|[帮幫替代][他她佢])"
)
# What a surname begins that is no name: 孙子, 周一, 林业, 高管; and what ends a trade or a form of address.
_NO_NAME = re.compile(
    r"(?:孙[子女]|孫[子女]|周[一二三四五六日末天]|许久|許久|王[者八]|胡[说說]|叶子).?|.{1,2}(?:先生|小姐|太太|女士|员|員|师傅|師傅|的|[生太姐总總工])"
)


def as_kin(text: str) -> bool:
    """Whether whoever writes says that they are somebody near the borrower, or not the person we write to."""
    return bool(_AS_KIN.search(text))


def by_another_name(text: str, borrower: str) -> bool:
    """Whether whoever writes introduces themselves by a name that cannot be that of the borrower."""
    if any(letter >= "\u3400" for letter in borrower):
        said = [match["name"] for match in _BY_NAME_ZH.finditer(text)]
        return any(not _NO_NAME.fullmatch(name) and name[-1] != borrower[-1] for name in said)
    found = (
        (match["said"] or match["here"], match["said_last"] or match["here_last"])
        for match in _BY_NAME.finditer(text)
    )
    if any(names.is_another(first, last, borrower) for first, last in found):
        return True
    going_on = (match["said"] or match["known"] or match["here"] for match in _RUNS_ON.finditer(text))
    return any(names.is_another(first, None, borrower) for first in going_on)
