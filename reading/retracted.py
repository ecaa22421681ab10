"""What Chinese says first and takes back: 不是八号,是九号; 本来讲五号,改十二号 (simplified forms).

The words that take it back are blanked together with it, so that what is said anew stands alone in its clause.
"""

from __future__ import annotations

import re

from reading.corrections import Item, kind
from reading.days import Days
from reading.text import HAN

# Each item is one letter of its kind and fillers; everything else stands as written.
_DAY, _MONEY, _REST = "\ue010", "\ue011", "\ue012"
_NOT = r"(?:不是|唔系|不系|并非|唔喺|非)"
_WRONG = r"(?:刚才|刚刚|刚|前面|上面|上一条|之前|头先)?(?:说|讲|打|写|记|搞|看|输|算|弄)(?:错|反|岔|少(?=[了啦咗喇])|多(?=[了啦咗喇])|漏)(?:了|咗|啦|喇)?"
_ONCE = r"(?:本来|本身|原本|原来|原先|原定|上次|上回|之前|前面|先前|刚才|刚刚|头先|啱先|啱啱|早前|前几天|前日|前天|昨天|琴日|寻日|一开始|早先|先头|讲好|说好|约好|答应|应承|刚(?=说|讲|打|发)|我(?:说|讲|话)(?:过)?的?(?:是)?)"
_INTO = r"(?:(?:改|换|挪|推|延|顺延|移|变|调|提前|拖|拉|顺)(?:到|成|做|为|去|至|迟到|后到|返|回)*|(?:还是|不如)(?:改|换)?)"
_FILL = r"[啊呀喔哦啦喇了的呃嗯哈添,，、。. ]"


def _patterns(letter: str) -> tuple[re.Pattern[str], ...]:
    item, close = rf"{letter}{_REST}*", rf"[^。！？!?;；{letter}]"
    return tuple(
        re.compile(pattern)
        for pattern in (
            # 不是八号啊我说错了是九号
            rf"{_NOT}(?:什么)?{item}(?:{_FILL}|我|{_WRONG})*(?:(?:而|应该|应|其实|才|要|改|就)*(?:是|系|为))?{_FILL}*(?={item})",
            # 本来讲下个月五号啦我看改下个月十二号; 上次讲1500,但孩子看病,改做1050
            rf"{_ONCE}(?:(?!{_INTO}){close}){{0,10}}{item}(?:(?!{_NOT}){close}){{0,36}}?(?:{item}(?:(?!{_NOT}){close}){{0,30}}?)?{_INTO}{close}{{0,8}}(?={item})",
            # 本来打算还3000,现在只能凑到2000
            rf"{_ONCE}{close}{{0,10}}{item}(?:(?!{_NOT}){close}){{0,16}}?(?:现在|而家|依家|目前|睇返|结果|但是?|但系|不过|可是){close}{{0,6}}(?:只|得|净|最多|先|凑){close}{{0,6}}(?={item})",
            # 这周五付五千,啊等等那天要缴房租,改下周二
            rf"{item}(?:(?!{_NOT}){close}|[。!！]){{0,8}}?(?:等等|等一下|等阵|不对|唔对|唔啱|唔系|糟|死|惨|唔好|算了|[不唔]行|[不唔]得|唔掂|[没冇][办有]?法|来不及|赶不[上及]|赶唔[切到]|太[赶早快紧多])(?:{close}{{0,2}}{item})?(?:(?!{_NOT}){close}|[。!！]){{0,14}}?{_INTO}{_FILL}*(?={item})",
            # 3100,不好意思是1300
            rf"{item}[^{letter}]{{0,3}}?(?:不好意思|抱歉|sor(?:ry)?|唔好意思|对唔住|对不起|口误|手误|手滑|打太快)(?:{_FILL}|我|应该|应|其实|要|{_WRONG})*(?:是|系|为)?{_FILL}*(?={item})",
            # 四百嗯还是四百五好了
            rf"{item}{_FILL}*(?:唔|欸|诶)?{_FILL}*(?:还是|不如){_FILL}*(?={item}[^,，。]{{0,3}}(?:好了|好啦|吧|算了|比较好))",
            # 不用等月底了,明天就给一千
            rf"(?:不用|不必|用不着|唔使)(?:再)?(?:等|拖)到?{item}(?:了|啦|喇)?{close}{{0,6}}(?={item})",
            # 5/12不算,我5/21付
            rf"{item}{_FILL}*(?:就|那[个次]|已经)?(?:不算|作废|取消|唔算|唔计|当我没[说讲]|先?忘掉)(?:了|啦|喔)?(?:(?!{_NOT}){close}){{0,8}}(?={item})",
            # 八号说错了,是九号
            rf"{item}{_FILL}*(?:我|不对|不|哦|诶)?{_FILL}*{_WRONG}(?:{_FILL}|应该|应|我|其实|要)*(?:是|系|为|[还给转付俾畀])?{_FILL}*(?={item})",
            # 答应你周四给的那2000要晚两天,周六转
            rf"{_ONCE}(?:(?!{_INTO}){close}){{0,10}}{item}(?:(?!{_NOT})[^。！？!?;；]){{0,24}}?(?:晚|迟|拖|缓|推迟)(?:[一两三四五几\d]个?)?(?:[天日点些啲]|周|星期|礼拜)(?:{_FILL}|我|就|先|再|给你)*(?={item})",
            # 15号改到20号
            rf"{item}(?:的|那笔|嗰笔|那天|嗰日|{_FILL}|要|想|得|需要|可以|能不能|可否|请|麻烦|帮我|我|就)*(?:(?:挪|推|延|顺延|移|调整?|推迟|延后|延迟|变更|更改)(?:到|成|做|为|去|至|迟到|后到)+(?:每个?月的?)?|[改换](?:到|成|做|为|去|至)*)(?={item})",
        )
    )


_PATTERNS = tuple((name, _patterns(letter)) for name, letter in (("day", _DAY), ("money", _MONEY)))
_CUE = re.compile(
    r"不用|不必|用不着|唔使|不是|唔系|不系|并非|非|错|反了|改|换|挪|推|延|移|变|调|还是|不如|拖|晚|迟|缓|说[少多漏]|讲[少多漏]|提前|算|作废|取消|唔计|没[说讲]|忘掉|意思|歉|sor|对唔住|对不起|误|手滑|打太快|但|不过|可是|好了|好啦|[不唔][对啱行得]|唔掂|等[等一阵下]|糟|死|惨|唔好|[没冇][办有]?法|来不及|赶|太[早快紧多]"
)


def without_retracted(text: str, items: tuple[Item, ...]) -> tuple[str, tuple[Item, ...]]:
    """Folded `text` with what was taken back blanked, its length kept, and the items that still hold."""
    if not HAN.search(text) or not _CUE.search(text):
        return text, items
    written = _lettered(text, items)
    for name, patterns in _PATTERNS:
        if sum(kind(item) == name and _told(item) for item in items) < 2:
            continue
        for match in (match for pattern in patterns for match in pattern.finditer(written)):
            gone = range(match.start(), match.end())
            items = tuple(item for item in items if item.start not in gone or kind(item) != name)
            text = text[: gone.start] + _blanked(gone, text, items) + text[gone.stop :]
    return text, items


def _told(item: Item) -> bool:
    return not isinstance(item.value, Days) or bool(item.value.readings)


def _lettered(text: str, items: tuple[Item, ...]) -> str:
    written = list(text)
    for item in items:
        letter = {"day": _DAY, "money": _MONEY}.get(kind(item))
        if letter and _told(item):
            written[item.start : item.end] = [letter, *[_REST] * (item.end - item.start - 1)]
    return "".join(written)


# 上次说的2000改一下,20号我还2600: paying itself still holds.
_PAYS = re.compile(r"(?:我|就|先|再|会)*(?:还|付|转|给|打|交|汇)(?:你|您|给)?$")


def _blanked(gone: range, text: str, items: tuple[Item, ...]) -> str:
    """A stretch without its words; other things found in it stay, and the word for paying at its end."""
    kept = [" "] * len(gone)
    pays = _PAYS.search(text, gone.start, gone.stop)
    if pays:
        kept[pays.start() - gone.start :] = pays[0]
    for item in items:
        if item.start in gone:
            kept[item.start - gone.start : item.end - gone.start] = text[item.start : item.end]
    return "".join(kept[: len(gone)])
