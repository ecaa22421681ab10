"""Refusals in Chinese that stand behind the hours they mean, and those that mean somebody else (simplified forms)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from reading.text import HAN
from reading.windows.hours import Window
from reading.windows.refusals import WELCOME

_FORBIDS = r"(?:别|不要|勿|[唔晤]好|莫|甭|不能|不可以?|不许|不准|不用|不必|唔使|没空|没时间|冇空|冇时间|不方便|唔方便|不便|唔得闲|没法|冇得|冇办法|不想|唔想)"
_REACHED = r"(?:打|找|联[系络]|call|发|传|send|text|吵|扰|烦|嘈|搵|揾|接|听|回|覆|理|来电|电话|whatsapp|骚|轰|炸|敲|呼|微信|短信|语音|联)"
# The phone is out of reach then.
UNREACHABLE = (
    r"(?:手机|电话)[^,，。]{0,6}(?:锁|关|静音|收起|上交|要交|被收|不在身|唔喺身|没带|冇带|没电|不让|唔畀|不能用|带不[进去]|带唔入|不能带|不给带|唔准带|放(?:外面|柜|置物柜|locker)|锁柜)|[打接]不通|(?:联[系络]|找|搵|打)(?:不|唔)(?:到|上|着|进)(?!你|您)|关机|没信号|冇讯号|没讯号"
    r"|[接听看睇回摸碰](?:不|唔)(?:到|了|着|上|见)(?!款|钱|账)|不接|唔接|唔[听睇]得|(?:不|没|冇|唔)带(?:着)?(?:手机|电话)"
)
# Not to be reached: asked for, or out of reach.
_REFUSES = re.compile(
    rf"{_FORBIDS}[^,，。]{{0,9}}?{_REACHED}|{UNREACHABLE}|(?:不行|唔得(?!闲)|没空|冇空|不方便|唔方便)[啊啦的㗎喔哦]?\W*$"
)
_THOSE_HOURS = re.compile(
    r"(?:这|那|呢|嗰|该|上述|以上)(?:个|一|几个?|两个?|些|段)?(?:时间|时段|时候|钟|阵|期间|段|会儿?|点)"
)
# Not the hours told, but those before them, or all others.
_OTHER_HOURS = re.compile(
    r"(?:其他|其它|其余|另外|别)的?(?:时[间候段]|钟数)|(?:之前|以前|之后|以后)(?!的)|平时"
)
_OTHERWISE = re.compile(r"(?:其他|其它|其余|另外|别)的?(?:时[间候段]|钟数)[,， ]*$")
_SENTENCE = re.compile(r"[。！？!?;；\n]")
# Whom else nobody is to call: 我妈, 旧公司那边, 之前那支.
_SOMEBODY_ELSE = re.compile(
    r"我(?:的)?(?:[爸妈爷奶哥姐弟妹舅姑姨叔伯嫂仔女]|老[公婆板爸妈爹娘豆母窦]|父|母|家[人里]|屋企|屋里|同事|朋友|亲戚|公司|单位|厂|儿|孩|媳|丈|太太|先生|前|男|女|室友|房东|邻居|领导|上司|学校|店)"
    r"|(?:旧|前|以前|之前|原来|原先|上一?家|老)的?(?:公司|单位|东家|厂|那[个支只边]|号|电话|手机|地址|雇主|老板)"
    r"|公司(?:那边|总机|电话|嗰边)|家里(?:座机|电话|人)|屋企人|(?:其他|别的?|第三)人"
)


_TO_ME = re.compile(rf"{_REACHED}(?:电话|讯息|短信|信息|简讯)?(?:给|畀|俾)?我")


def of_somebody_else(clause: str) -> bool:
    """别再call我妈: a wish that names no hours."""
    if not (HAN.search(clause) and _SOMEBODY_ELSE.search(clause) and _REFUSES.search(clause)):
        return False
    # 我要陪我妈开刀,整天都不要打给我: it is oneself who is not to be called.
    return all(_SOMEBODY_ELSE.match(clause, mine.end() - 1) for mine in _TO_ME.finditer(clause))


def refuses_to_be_reached(clause: str) -> bool:
    """Whether a Chinese clause refuses to be reached, or says that one is out of reach."""
    return bool(_REFUSES.search(clause))


def goes_on_with(clause: str) -> bool:
    """同埋下晝三點到四點: more hours of the days just told."""
    return bool(HAN.search(clause) and _AND_MORE.match(clause))


_AND_MORE = re.compile(r"[\s,，、]*(?:同埋|以及|还有|和|及|跟|加上|连埋)")


# 别在我爬梯子的时候打: a time of its own.
_OWN_TIME = re.compile(r"我[^,，。]{1,8}(?:的时候|嘅时候|嗰阵|时)(?!间|段)")


def meant(
    heard: list[tuple[int, int, list[Window]]],
    text: str,
    start: int,
    end: int,
    told: Callable[[str], list[Window]],
) -> list[Window]:
    """The windows told before the refusal at `start`, back to the last sentence or welcome, turned round.

    `heard` holds each clause's place and what was found in it; `told` reads a clause in which nothing was.
    """
    refusal = text[start:end]
    if not HAN.search(refusal) or not _REFUSES.search(refusal) or WELCOME.search(refusal):
        return []
    if (
        _OWN_TIME.search(refusal)
        or _OTHER_HOURS.search(refusal)
        or _OTHERWISE.search(text[max(0, start - 8) : start])
    ):
        return []
    far = bool(_THOSE_HOURS.search(refusal))
    turned: list[Window] = []
    behind = start
    for begins, ends, found in reversed(heard):
        clause = text[begins:ends]
        if WELCOME.search(clause) or any(not window.wanted for window in found):
            break
        if _SENTENCE.search(text[ends:behind]) and (turned or not far):
            break
        turned = [replace(window, wanted=False) for window in found or told(clause)] + turned
        behind = begins
    return turned
