"""A day that Chinese names a second time to say why it will not do, and the one named instead (simplified forms).

明天转500,哎不对明天我要请客,后天吧,后天转500: one payment, on the day after tomorrow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.corrections import Item, kind
from reading.days import Days
from reading.text import HAN

# One bethinks oneself.
_BETHINKS = re.compile(
    r"不对|[唔勿弗]对|[不唔]啱|[不唔]行|[不唔]得|[不唔]掂|[不唔]成|不不|唔系|不是|等[等下阵]|等一下|慢[着住]|算了|算数|糟|坏了|完了|惨|死|忘[了记]|唔记得|差点|想起|想到|记起|才发现|发觉|睇返|看了"
    r"|走不开|[没冇][空钱发办法出人时]|[不唔](?:能|可以|在|开|上班|够|得闲)|去不了|来不及|赶不|赶唔|要[交付去上开陪带请返出考做]|有[事会课班]|放假|休息|开会|出差|[哎哦噢喔啊呃诶欸咦哇唉啧]|改|换|说错|讲错|记错|搞错|打错|sorry"
)
# What is said of the day that is meant in the end: it will do, or something is paid on it.
_WILL_DO = re.compile(
    r"(?:(?:之|以)?前|那天|嗰日|晚上|夜晚|今?晚|早上|朝早|上午|中午|下午|收工|下班|再|才|先至|先|一定|肯定|应该|我|就|会|去|可以|能|来|给你)*"
    r"(?:吧|好了|好啦|好咗|啦|喇|咯|噻|嘛|算了|行|得|可以|没问题|ok|还|转|付|缴|汇|过|俾|畀|交|存|入|找|清|结|打(?!电话|来|给我|扰)|给(?!我)|[,，。 !！~]|$|[$¥]?\d{2}|[一二两三四五六七八九]{1,2}[百千万])"
)
_RATHER = re.compile(r"(?:吧|好了|好啦|算了)")
# 周五要是没到账,周六再还500: what is meant still holds.
_PERHAPS = re.compile(r"如果|要是|万一|若|或者?|要么|不然|否则|的话|假如|最[晚迟]|(?<![没未冇])到")
_THAT = re.compile(r"[那嗰][笔个次]?$")
# What parts one thing said from the next.
_PARTS = re.compile(r"[,，。;；!！?？~\n]")


@dataclass(frozen=True)
class _Turn:
    """A day that was named, the same named again, and the one instead."""

    named: Item
    again: list[Item]
    instead: Item


def without_taken_back(text: str, items: tuple[Item, ...]) -> tuple[str, tuple[Item, ...]]:
    """Folded `text` with why a day will not do blanked, its length kept, and the items less that day and what was to be paid on it."""
    if not HAN.search(text):
        return text, items
    while turn := _turn(text, items):
        text, items = _taken_back(turn, text, items)
    return text, items


def _turn(text: str, items: tuple[Item, ...]) -> _Turn | None:
    days = [item for item in items if isinstance(item.value, Days) and item.value.readings]
    for number, named in enumerate(days):
        again = [other for other in days[number + 1 :] if _same(other, named)]
        instead = next((other for other in days if again and other.start > again[-1].start), None)
        told = [other for other in days[number:] if instead and _same(other, instead)]
        if instead is None or not any(_WILL_DO.match(text, other.end) for other in told):
            continue
        why = text[named.end : again[0].start] + text[again[0].end : instead.start]
        paid = any(
            kind(item) == "money" and again[0].start < item.start < instead.start and not _echo(item, text)
            for item in items
        )
        rather = _BETHINKS.search(why) or _RATHER.match(text, instead.end)
        if rather and not paid and not _PERHAPS.search(why):
            return _Turn(named, again, instead)
    return None


def _echo(item: Item, text: str) -> bool:
    """周日那500算了改周一: the sum once more, to tell which payment is meant."""
    return kind(item) == "money" and bool(_THAT.search(text, max(0, item.start - 3), item.start))


def _same(one: Item, other: Item) -> bool:
    return (
        isinstance(one.value, Days)
        and isinstance(other.value, Days)
        and one.value.readings == other.value.readings
    )


def _taken_back(turn: _Turn, text: str, items: tuple[Item, ...]) -> tuple[str, tuple[Item, ...]]:
    gone = [turn.named, *turn.again]
    gone += [
        item
        for item in items
        if turn.named.start < item.start < turn.instead.start
        and _BETHINKS.fullmatch(text[item.start : item.end])
    ]
    told = [item for item in items if item.start >= turn.instead.start and _same(item, turn.instead)]
    gone += told[:-1]
    gone += _paid_then(turn, told[-1], text, items)
    last = max(item.end for item in items if item.start < turn.again[0].start and item not in gone[1:])
    why = _BETHINKS.search(text, last, turn.again[0].start)
    blank = range(why.start() if why else turn.again[0].start, turn.instead.start)
    text = text[: blank.start] + " " * len(blank) + text[blank.stop :]
    return text, tuple(item for item in items if item not in gone)


def _paid_then(turn: _Turn, instead: Item, text: str, items: tuple[Item, ...]) -> list[Item]:
    """The sum of the payment that is taken back, where one is told anew for the day that is meant."""
    sums = [item for item in items if kind(item) == "money"]
    anew = any(
        item.start > instead.start and not _PARTS.search(text, instead.end, item.start) for item in sums
    )
    before = [item for item in sums if item.start < turn.again[0].start]
    return before[-1:] if anew else []
