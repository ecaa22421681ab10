"""What Chinese tells of days beside the payment itself (simplified forms): wages that come round, a payment that was made."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from reading.corrections import Item
from reading.days import Days
from reading.money import Share, Sum
from reading.repeats import Every, Times

_COMES_IN = re.compile(
    r"(?:[号日天底]|(?:周|星期|礼拜)[一二三四五六日天])[^,，。还付转给]{0,3}(?:到账|进账|入账|回款|打卡|发放|到卡|打到我|提现|放款)"
    r"|(?:平台|公司|老板|厂[里家]?|工地|单位|店里|站点|客户|甲方|市场|学校|东家|包工头)[^,，。还付转给我]{0,12}(?:结算|结账|结款|结钱|发钱|打钱|打款)"
)
_AGAIN_AND_AGAIN = re.compile(r"都|每次|每笔|直到|为止|还完|还清|清为|开始|起|逐月|[次期]还?清")
# Told once more, as what is waited for.
_PAID_THEN = re.compile(r".{0,3}(?:[结发到领出]了|到手|[当那][天日]|[,，])")


def comes_in(clause: str) -> bool:
    """Whether a folded clause tells on which day money comes to the borrower: 退休金每月15号到账."""
    return bool(_COMES_IN.search(clause))


def without_cycle_of_wages(items: list[Item], told: tuple[Item, ...], text: str) -> list[Item]:
    """The `items` of a clause without how often wages come, where no word of all that is `told` makes the payment come back."""
    if _comes_back_itself(items, told):
        return [item for item in items if not isinstance(item.value, Every)]
    if any(isinstance(item.value, Times) for item in told) or _AGAIN_AND_AGAIN.search(text):
        return items
    kept = list(items)
    for every, day, wages in zip(items, items[1:], items[2:], strict=False):
        beside = day.start - every.end <= 1 and wages.start - day.end <= 1
        if beside and _of_wages(every, day, wages) and _PAID_THEN.match(text, wages.end - 2):
            kept.remove(every)
    return kept


def _comes_back_itself(items: list[Item], told: tuple[Item, ...]) -> bool:
    """每月工资日是10号,我每月12号给900: how often one pays is told behind it, and on which day."""
    behind = [item for item in told if items and item.start > items[-1].start]
    pays = any(isinstance(item.value, Every) for item in behind)
    dated = any(isinstance(item.value, Days) and item.value.cycle == "month" for item in behind)
    return pays and dated and not any(isinstance(item.value, Sum | Share) for item in items)


def _of_wages(every: Item, day: Item, wages: Item) -> bool:
    return (
        isinstance(every.value, Every)
        and isinstance(day.value, Days)
        and bool(day.value.readings)
        and isinstance(wages.value, Days)
        and wages.value.event is not None
    )


# What stands between a day of another matter and the day of the payment; none of it says that the one is for the other.
_PAYS = re.compile(
    r"[还付转缴俾畀给存汇入]|打(?!烊|折|工)|交(?!货|房|接|班|车|工|楼|租)|清|各|一[次笔半]|先|再[^,，。]{0,2}$|[或改推拖延挪]|不行|不然|[最]|实在|来不及|不[是够]|[到至~-]$|左右|前后|起|开始|分别|第|每"
)
# 13号孩子开学要交钱, 25号客户会汇款: not what is paid to the lender.
_ELSE = re.compile(
    r"(?:客户|客人|老板|公司|厂商|厂里|业主|对方|甲方|平台|单位|工地|人家|他们?|她们?|佢哋?|孩子|小孩|儿子|女儿|老婆|老公|爸|妈|阿[爸妈])[^,，。]*|[要得先]*(?:交|付|还|缴|俾|畀|给)(?:咗|了|完)?(?:租|房|车贷|车险|学|水|电|管理|保|补习|别|屋企|家里|医)[^,，。]*|(?:发|出|派|结|收|领)[^,，。]{0,4}(?:货款|款|粮|钱|账|薪)[^,，。]*"
)
_DONE_TO_IT = tuple("扣发到收结出领")
_WORDS_BESIDE = re.compile(
    r"[早晚中下上午里前之以后内那这当天日号就我吧啊呀啦喔嘛呢的嘅,，。、 和跟同与及又]"
)


def without_days_told(items: list[Item], text: str) -> list[Item]:
    """这批玫瑰20号交货,22号还4600: the items without days of another matter, where as many days as sums are left then."""
    items = _without_stretch(sorted(dict.fromkeys(items), key=lambda item: item.start))
    items = _without_now(items, text)
    days = [item for item in items if isinstance(item.value, Days) and item.value.readings]
    sums = sum(isinstance(item.value, Sum | Share) for item in items)
    others = any(isinstance(item.value, Every | Times) for item in items)
    if not 1 <= sums < len(days) or others:
        return items
    told = [
        item
        for item, following in pairwise(item for item in items if _kept(item))
        if item in days and following in days and _of_another_matter(text[item.end : following.start])
    ]
    return [item for item in items if item not in told] if len(days) - len(told) == sums else items


_NOW = re.compile(r"现在|现时|而家|依家|宜家|家下|目前|如今|眼下|眼前|当下")
_FROM_NOW = re.compile(r"起|开始|到|至|先|就|即|马上|[还付转给缴汇俾畀]")


def _without_now(items: list[Item], text: str) -> list[Item]:
    """我现在只能这样安排,1月4号还五千: the items without a "now" that only leads to another day."""
    leads = [
        item
        for item, following in pairwise(items)
        if isinstance(item.value, Days)
        and isinstance(following.value, Days)
        and following.value.readings
        and _NOW.fullmatch(text, item.start, item.end)
        and not _FROM_NOW.search(text, item.end, following.start)
    ]
    return [item for item in items if item not in leads]


def _without_stretch(items: list[Item]) -> list[Item]:
    """周末给,周六500周日500: the items without the stretch in which all the days lie that are told behind it."""
    stretch = items[0].value if items else None
    days = [item.value for item in items[1:] if isinstance(item.value, Days)]
    if not isinstance(stretch, Days) or stretch.certain or len(stretch.readings) < 2 or len(days) < 2:
        return items
    inside = all(day.certain and set(day.readings) <= set(stretch.readings) for day in days)
    return items[1:] if inside else items


def _of_another_matter(gap: str) -> bool:
    words = _WORDS_BESIDE.sub("", gap)
    return (len(words) > 1 or words in _DONE_TO_IT) and not _PAYS.search(_ELSE.sub("", gap))


def later_than_told(items: tuple[Item, ...], kept: list[Item], text: str) -> list[Item]:
    """钱礼拜一进来,礼拜二转你: the day of the payment is the first one behind the day that was told before it."""
    first = next((item for item in kept if isinstance(item.value, Days)), None)
    if first is None or not isinstance(first.value, Days) or first.value.cycle != "week":
        return kept
    before = [item for item in items if item.start < first.start and item not in kept]
    told = before[-1] if before else None
    if told is None or not isinstance(told.value, Days) or len(told.value.readings) != 1:
        return kept
    if not _of_another_matter(text[told.end : first.start]) or not first.value.readings:
        return kept
    day = told.value.readings[0]
    if first.value.readings[0] >= day:  # the same weekday said twice is the same day
        return kept
    later = replace(first.value.after(day), certain=True)
    return [replace(item, value=later) if item is first else item for item in kept]


def _kept(item: Item) -> bool:
    return not isinstance(item.value, Days) or bool(item.value.readings)


def left_to_later(items: tuple[Item, ...], kept: list[Item]) -> list[Item]:
    """1500少不了,具体哪天回头跟你说: that it is told later on which day, where no day is promised."""
    if any(isinstance(item.value, Days) for item in kept):
        return []
    return [item for item in items if isinstance(item.value, Days) and item.value.unknown][:1]


_WAS_PAID = re.compile(
    r"(?:我|就|已经?|都|早|晚上|早上|上午|中午|下午|那天|跨行|网银|微信|支付宝|用|刚){0,4}(?:还|付|转|打|汇|交|存|缴|入|过)(?:过)?(?:了|咗)(?!再|就|才|给我)"
)
# So many days ago, at most, somebody has just paid.
_AGO = 20


def just_over(item: Item, text: str, today: date) -> bool:
    """11号就转了, said on the 13th: a day of this month on which something was paid, not one of the next."""
    days = item.value
    if not isinstance(days, Days) or days.cycle != "month" or not days.readings:
        return False
    ahead = days.readings[0]
    passed = (ahead.year, ahead.month) != (today.year, today.month) and 0 < today.day - ahead.day <= _AGO
    return passed and bool(_WAS_PAID.match(text, item.end))
