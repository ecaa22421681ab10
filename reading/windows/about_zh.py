"""Which statements of a Chinese message are about being reached: a day alone answers when one pays, a shift alone is but told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reading.text import HAN
from reading.windows.lexicon import DECLINES, OUT_OF_REACH
from reading.windows.marks import Kind, Mark, Shape
from reading.windows.statements import Stance, Statement

# As many characters may stand beside times and what is said of them.
_FEW = 6
_ASKS = re.compile(r"[?？吗]|还是|怎么|点去")
# What is done to one, told as if it were asked for: 每天十点多打,烦不烦.
_COMPLAINS = re.compile(
    r"烦不烦|怎么又|怎么还|点解又|有完没完|让不让|睡不睡|没完没了|什么意思|太过分|搞咩|做乜"
)
# 我摊子早上六点开到十一点, 诊所平日看到晚上九点: when a shop is open; 做足十二个钟都仲要收你哋的催数信: what one laments.
_SHOP = r"(?:店|铺|舖|摊子?|档口?|诊所|餐厅|饭馆|面馆|馆子|小卖部|超市|网吧|酒吧|茶楼|冰室|车行|琴行|药房|工作室|市场|菜场|商场|食堂)"
_LIFE = re.compile(
    rf"{_SHOP}(?:[^,，。!！?？\n]{{0,10}}(?:开(?:门|到|至|店|铺|档)?|营业|看到|休诊|关门|打烊|收市|收铺|收档|歇业)|[^,，。\n]{{0,6}}朝.晚.)"
    r"|(?:还是|都仲|仲要|还要|却|都还|仲系)[^,，。\n]{0,8}(?:催|追|欠|还不|不够|唔够|唔掂|债|逼)"
)
_SPOKEN_TO = re.compile(
    r"打(?!烊)|call|找|搵|揾|联|接|电|来[吵烦]|方便|得闲|有空|别|不要|勿|唔好|可以|忙|没空|冇空"
)


def tells_of_life(text: str) -> bool:
    """Whether hours are those of a shop, or of what one laments, and nobody is spoken to of calls."""
    return bool(_LIFE.search(text)) and not _SPOKEN_TO.search(text)


_STATES = frozenset({Stance.BUSY, Stance.FREE, Stance.ENDS, Stance.BEGINS})


def asked(statements: Sequence[Statement], text: str, marks: Sequence[Mark]) -> list[bool]:
    """Which of the `statements` of folded `text` are about being reached."""
    pays = any(mark.kind is Kind.PAY for mark in marks)
    about = (
        any(mark.kind is Kind.BUSY and mark.value in (OUT_OF_REACH, DECLINES) for mark in marks) and not pays
    )
    timed = any(_told_by_hours(statement) for statement in statements)
    about = about or any(
        statement.strong or (not pays and _judges(statement, timed=timed)) for statement in statements
    )
    about = about or (not pays and _instead(statements))
    called = any(mark.kind is Kind.ASIDE for mark in marks)
    told = about
    about = about or (
        called and timed and not pays
    )  # "You called at noon, I was in a meeting. After five next time".
    few = _few(marks, text)
    complains = bool(_COMPLAINS.search(text))
    few = few and not tells_of_life(text)
    return [
        _asked(statement, pays=pays, about=told if statement.stance is Stance.ENDS else about, few=few)
        and not (complains and statement.stance is Stance.WISH)
        for statement in statements
    ]


def _asked(statement: Statement, *, pays: bool, about: bool, few: bool) -> bool:
    if statement.stance is Stance.ASIDE or (pays and not about):
        return False
    if statement.stance is Stance.ENDS and not _shapes(statement):
        return False
    if (
        statement.stance is Stance.FREE
        and few
        and any(group.hours and group.days for group in statement.times)
    ):
        return True
    if statement.stance in _STATES:
        return about or (few and _told_by_hours(statement))
    if statement.stance is Stance.NONE:
        if _shapes(statement) == {Shape.AT} and not few:
            return False
        return about or (few and _told_by_hours(statement) and not _on_dates(statement))
    return statement.strong or (about and not pays)


def _instead(statements: Sequence[Statement]) -> bool:
    """今日唔得,听日下昼2点后啦: a day is refused, and hours of another told."""
    refused = {
        on for one in statements if one.stance is Stance.REFUSE for group in one.times for on in group.dates
    }
    told = {
        on
        for one in statements
        if one.stance is Stance.NONE
        for group in one.times
        for on in group.dates
        if any(stretch.exact and stretch.shape is not Shape.AT for stretch in group.hours)
    }
    return bool(refused and told - refused)


def _judges(statement: Statement, *, timed: bool) -> bool:
    """Whether times are judged, and more than a day that one might pay on; `timed` when hours are told at all."""
    if not (statement.times or statement.excepted or timed or statement.has(Kind.OTHERWISE)):
        return False
    if statement.stance not in (Stance.WISH, Stance.REFUSE):
        whenever = statement.stance in (Stance.NONE, Stance.FREE) and _shapes(statement) == {Shape.ANY}
        return whenever and not _on_dates(statement)
    if any(group.hours for group in statement.times) or statement.excepted or not statement.times:
        return True
    one = (
        not statement.has(Kind.ONLY, Kind.OTHERWISE)
        and sum(len(group.days or ()) for group in statement.times) == 1
    )
    return not (_on_dates(statement) or (one and statement.stance is Stance.WISH))


def _told_by_hours(statement: Statement) -> bool:
    """Whether the clock is named, or a part of the day on days that come again and again."""
    shapes = _shapes(statement)
    if shapes - {Shape.PART, Shape.ANY}:
        return True
    return bool(shapes) and any(len(group.days or ()) > 1 for group in statement.times)


def _shapes(statement: Statement) -> set[Shape]:
    return {stretch.shape for group in statement.times for stretch in group.hours}


def _on_dates(statement: Statement) -> bool:
    return any(group.dates for group in statement.times)


def _few(marks: Sequence[Mark], text: str) -> bool:
    """Whether hardly anything is said but what has been marked, and nothing is asked."""
    left = list(text)
    for mark in marks:
        left[mark.start : mark.end] = " " * (mark.end - mark.start)
    rest = "".join(left)
    return not _ASKS.search(rest) and len(HAN.findall(rest)) <= _FEW
