"""Which amount goes with which day: the things found in a text put together into payments."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from reading.asides import without_asides, without_named_before
from reading.corrections import Item, without_corrected
from reading.corrections import kind as _kind
from reading.dated import STARTS, put_day
from reading.days import Days
from reading.lists import in_series, in_step, on_one_day
from reading.money import Share, Sum
from reading.money.sums import ALL
from reading.payments import SAME_AGAIN, Payment, chosen, shared_out
from reading.plans import laid_out
from reading.repeats import Every, Times
from reading.series import (
    BEGINS,
    all_repeated,
    begin_group,
    begin_in_month,
    begins_counted,
    ending,
    ends,
    longer,
    of_each_month,
    over_months,
    without_told_again,
)
from reading.totals import without_rest_told, without_sum_of_parts
from reading.turns import counted_in, in_turns, month_by_month

_SAME = re.compile(
    r"\b(?:that'?s|thats|which is|so that'?s|that is|es decir|o sea|osea|que es|que son"
    r"|que seria)\b|(?:也就是|就是|即|等于|相当于)|[(（=]|\b(?:exactly|precisely)\b"
)
_EACH = re.compile(
    r"^[\s,]*(?:and|&|\+|y|e|和|跟|与|同|及|、|,)(?: (?:the|then|again|again on|on|el|otra vez|on"
    r" the|another|one|other|also|luego|asi|tambien|otr[oa]|un[oa]))*\s*$"
)


def pair(items: list[Item], text: str, clause_starts: list[int]) -> list[Payment]:
    """Fill one payment after another: what comes twice begins the next one."""
    corrected = without_named_before(
        without_rest_told(without_sum_of_parts(without_corrected(without_asides(items, text), text)), text),
        text,
    )
    listed = (
        in_turns(corrected, text)
        or laid_out(corrected, text)
        or in_step(corrected, text)
        or in_series(corrected, text)
        or on_one_day(corrected, text)
    )
    if listed:
        return listed
    payments: list[Payment] = [Payment()]
    days = sum(_kind(item) == "day" for item in corrected)
    repeats = any(
        isinstance(item.value, Times) and (item.value.cycle or item.value.count >= days) for item in corrected
    )
    counted = any(isinstance(item.value, Times) for item in corrected)
    last: Item | None = None
    for number, item in enumerate(corrected):
        gap = text[last.end if last else 0 : item.start]
        value = item.value
        if last and _OR_ELSE.search(gap) and not isinstance(value, Every | Times):
            payments.append(Payment(instead=True))
        if _again(payments, value, f"{gap}{_alike_behind(item, text)}"):
            last = item
            continue
        if isinstance(value, Days) and _leads(corrected[number + 1 :], gap) and payments[-1].valued:
            payments.append(Payment())
        if (
            last
            and payments[-1].valued
            and not _timed(payments[-1])
            and not (
                isinstance(value, Sum)
                and _same_figure(payments[-1].sum, value)
                and _SAID_AGAIN.fullmatch(gap)
            )
            and _whole(item, last, corrected, clause_starts)
        ):
            payments.append(Payment())
        if isinstance(value, Sum | Share):
            dated = number + 1 < len(corrected) and isinstance(corrected[number + 1].value, Days)
            _put_money(payments, value, gap, dated=dated)
        elif isinstance(value, Days) and payments[-1].every and ends(item, last, text):
            payments[-1] = ending(payments[-1], value)
        elif isinstance(value, Days) and value.month and over_months(value, item, payments[-1], text):
            begin_in_month(payments, value.month)
            if value.last_month or not BEGINS.match(text, item.start):
                payments[-1] = ending(payments[-1], Days(month=value.last_month or value.month))
        elif isinstance(value, Days):
            starts = bool(
                STARTS.search(gap) or _STARTING.match(text, item.end) or BEGINS.match(text, item.start)
            )
            again = isinstance(last and last.value, Days) and bool(
                _EACH.match(gap)
                or (not gap and payments[-1].every)
                or (not gap.strip() and _days_go_on(corrected[number:], text))
            )
            if starts and value.readings and begins_counted(payments[-1], corrected):
                payments[-1] = replace(payments[-1], when=value)
                last = item
                continue
            if starts and repeats and payments[-1].joined and value.readings:
                begin_group(payments, value.readings[0])
                last = item
                continue
            if _stray(payments[-1], gap, corrected[number + 1 :]):
                continue
            if value.last_month and value.readings and payments[-1].valued and payments[-1].until:
                payments.append(Payment())  # 7月到9月每月1000,10月到12月每月2200.
            anew = _AND_THEN.search(gap) or _FROM_THEN_ON.search(text, item.start, item.end)
            put_day(payments, value, again=again, starts=starts, named_alike=not anew, counted=counted)
            if value.last_month and value.readings:
                payments[-1] = ending(payments[-1], Days(month=value.last_month))
        elif isinstance(value, Every):
            if _begins_again(payments[-1], item, corrected, gap, clause_starts):
                payments.append(Payment())
            if not _names_day(payments[-1].every, value, item, text):
                payments[-1] = replace(payments[-1], every=longer(payments[-1].every, value))
        last = item if last is None or item.end > last.end else last
    told = [payment for payment in payments if payment.valued or payment.when or payment.every]
    paired = month_by_month(
        shared_out(chosen(all_repeated(of_each_month(told, corrected), corrected, text)), text),
        corrected,
        text,
    )
    paired = counted_in(without_told_again(paired), corrected, text)
    return (_left_over(paired) and laid_out(corrected, text, latin=True)) or paired


def _left_over(payments: list[Payment]) -> bool:
    """Whether one of several payments has no day or no amount."""
    return len(payments) > 1 and not all(payment.valued and payment.when for payment in payments)


def either_or(items: list[Item], text: str) -> bool:
    """Whether one of the items is named instead of the one before it."""
    return any(_OR_ELSE.search(text[one.end : other.start]) for one, other in pairwise(items))


def _days_go_on(items: list[Item], text: str) -> bool:
    """ "260 on 2/15 3/15 and 4/15": a day behind which the list of them goes on."""
    for item, following in pairwise(items):
        gap = text[item.end : following.start]
        if not isinstance(following.value, Days) or (gap.strip() and not _EACH.match(gap)):
            return False
        if gap.strip():
            return True
    return False


_OR_ELSE = re.compile(
    r"\b(?:if not|otherwise|si no|de lo contrario|or|o|u(?= h?o))\b(?! (?:all|more|todo|so|thereabouts|something|around|later|before|earlier|sooner|less|more|por ahi|algo|asi|antes|menos|mas|sea|sease|mejor dicho))|或者|或是|要么|要嘛|要不(?:就|然|然就)?(?:是|等|到|我)*$|不然就|抑或"
)

_AND = re.compile(
    r"\b(?:and|then|plus|y|e|luego|despues|n)\b[ ,]*(?:then |luego |despues |on |by |in |the |el |en |para )*$|[&+] ?$"
)

_AND_THEN = re.compile(
    r"\b(?:and|then|plus|y|luego|despues|n|another|otro|again|rest|resto)\b|[&+]|后|再|然后|接着|和|跟"
)
_FROM_THEN_ON = re.compile(r"月份?(?:起|开始)")  # 元旦给两千,从二月起每月一号给一千.
_LATER = re.compile(r"\b(?:then|after(?:wards)?|luego|despues|posteriormente)\b|后面?|然后|接着|跟住")


_WORDS = re.compile(r"[a-z]{3}[^,]*[a-z]{3}", re.ASCII)


def _stray(current: Payment, gap: str, following: list[Item]) -> bool:
    """A day that words of another matter lead to, behind a payment that is told whole and with no money to come."""
    return (
        current.valued
        and current.when is not None
        and bool(current.when.readings)
        and not any(_kind(other) == "money" for other in following)
        and current.every is None
        and bool(_WORDS.search(gap))
        and not _AND_THEN.search(gap)
        and not STARTS.search(gap)
    )


def _names_day(said: Every | None, again: Every, item: Item, text: str) -> bool:
    """ "Cada dos semanas los sábados": on which day of every second week, and not every week."""
    return (
        said is not None
        and said.cycle.days > 7
        and again.cycle.days == 7
        and text.startswith("los ", item.start)
    )


def _timed(payment: Payment) -> bool:
    """Whether it is known when, be it by an event."""
    return payment.when is not None and bool(payment.when.readings or payment.when.event)


def _begins_again(
    current: Payment, every: Item, items: list[Item], gap: str, clause_starts: list[int]
) -> bool:
    """ "2000 on Friday, then 500 a month": the cycle is that of the money behind it."""
    if not current.valued:
        return False
    start = max((begin for begin in clause_starts if begin <= every.start), default=0)
    end = min((begin for begin in clause_starts if begin > every.start), default=every.end + 10_000)
    money = [item.start for item in items if _kind(item) == "money"]
    if current.when is not None and current.when.readings and _LATER.search(gap):
        return any(place > every.start for place in money)
    return not any(start <= place < every.start for place in money) and any(
        every.start < place < end for place in money
    )


def _leads(following: list[Item], gap: str) -> bool:
    """ "Half and in a month the other half": the day is that of the money behind it."""
    return (
        bool(_AND.search(gap))
        and bool(following)
        and _kind(following[0]) == "money"
        and next((_kind(other) for other in following if _kind(other) != "money"), "") != "day"
    )


def _whole(item: Item, last: Item, items: list[Item], clause_starts: list[int]) -> bool:
    """Whether a clause begins with this item that names both a day and money: a payment of its own."""
    number = bisect_right(clause_starts, item.start)
    start = clause_starts[number - 1] if number else 0
    if last.start >= start:
        return False
    end = clause_starts[number] if number < len(clause_starts) else item.end + 10_000
    inside = [other for other in items if start <= other.start < end]
    if all(other.value == ALL for other in inside if _kind(other) == "money"):
        return False  # "515.20, in full on Friday" is one payment.
    return {"day", "money"} <= {_kind(other) for other in inside}


# "320 on 1 November, 1 December same amount": told behind the day.
_ALIKE_BEHIND = re.compile(
    r",? (?:for |de |por |seria |also )?(?:the )?(?:same(?: amount| again| thing| sum)?|ditto|igual|idem|lo mismo|la misma cantidad)(?=\W*$|[.,;])"
)


def _alike_behind(item: Item, text: str) -> str:
    said = _ALIKE_BEHIND.match(text, item.end)
    return said[0] if said else ""


def _again(payments: list[Payment], value: object, gap: str) -> bool:
    """ "165 on Monday, same again on the 30th and the rest on the 7th": the amount said last has another day."""
    current = payments[-1]
    if not SAME_AGAIN.search(gap):
        return False
    if isinstance(value, Days) and value.readings and current.valued and _timed(current):
        payments.append(Payment(sum=current.sum, share=current.share, when=value))
        return True
    if isinstance(value, Sum | Share) and len(payments) > 1 and not current.valued and payments[-2].valued:
        payments[-1] = replace(current, sum=payments[-2].sum, share=payments[-2].share)
    return False


def _put_money(payments: list[Payment], value: Sum | Share, gap: str, *, dated: bool) -> None:
    current = payments[-1]
    if not current.valued:
        payments[-1] = _with(current, value)
    elif _same_figure(current.sum, value) and (
        (current.when is None and _SAID_AGAIN.fullmatch(gap))
        or (not dated and (_INSISTS.fullmatch(gap) or _STILL.search(gap)))
    ):
        return
    elif (
        isinstance(value, Sum)
        and current.sum is not None
        and not value.figures
        and (not current.sum.figures or not (dated or _AND_THEN.search(gap)))
    ):
        return  # "Something on Friday, what I can scrape together": one payment, however it is put.
    elif _adds(current, value, gap, dated=dated):
        payments[-1] = _with(current, value)
    elif isinstance(value, Sum) and _guesses(current.sum, gap, value):
        payments[-1] = replace(current, sum=replace(value, certain=False))
    else:
        payments.append(_with(Payment(), value))


_LIKE = re.compile(
    r"[\s,]*(?:(?:like|maybe|say|about|around|probably|or so|as in|como|unos?|tipo|quizas?|tal vez)[\s,]+)+"
)


def _guesses(said: Sum | None, gap: str, value: Sum) -> bool:
    """ "A little something on Friday, like 20", "un abonito, unos 100 o 120": what the something may be."""
    about = not value.certain and gap.strip() in {",", ".", ":", ";", "-", "...", "…"}
    return said is not None and not said.figures and (about or bool(_LIKE.fullmatch(gap)))


def _same_figure(said: Sum | None, again: Sum | Share) -> bool:
    return said is not None and isinstance(again, Sum) and said.figures == again.figures


# "Forty on Tuesday, yeah forty": said once more.
_INSISTS = re.compile(
    r"[\s.;!…-]+|\W*(?:(?:yeah|yes|yep|yup|ya|ok|okay|right|just|only|exactly|i said|that'?s|thats|so|again|si|eso|son|exacto|solo|nomas|dije|o sea)\W+)+(?:the |los? |esos )*"
)

# 改下周二,一样五千: the sum is what it was.
_STILL = re.compile(r"(?:一样|照样|同样|仍然?|照旧|还是|仲系)(?:是|系|给|还|付|转)?$")

# "I said 80, so 80 on Monday": the same figure again is the same payment.
_RESTATES = re.compile(
    r"\W*(?:(?:so|that'?s|yes|yeah|ok|the|i'?ll|do|pay|send|entonces|asi que|si|los|esos|seran?|son|pago|doy)\W+)+"
)


_SAID_AGAIN = re.compile(rf"(?:{_RESTATES.pattern})|(?:{_INSISTS.pattern})")


_NEXT_ONE = re.compile(r"\b(?:and|then|n|plus|y|luego|despues|after)\b")


def _adds(current: Payment, value: Sum | Share, gap: str, *, dated: bool) -> bool:
    """A share and a figure said of the same payment: "the full balance, 515.20", "200, that's half"."""
    if isinstance(value, Share):
        if current.share is not None and current.share.name == "rest":
            return value.name == "all" or not gap.strip(" 的嘅:：")
        if current.sum is None:
            return current.share == value and value.name in ("all", "minimum")
        return (
            current.share is None
            and value.name != "rest"
            and (
                (value.name == "all" and not (dated and _timed(current) and _NEXT_ONE.search(gap)))
                or bool(_SAME.search(gap))
                or (not dated and _timed(current) and gap.strip() == ",")
            )
        )
    return (
        current.sum is None
        and current.share is not None
        and (
            (current.share.name == "rest" and not gap.strip(" 的嘅:："))
            or current.share.name in ("all", "minimum")
            or current.when is None
            or bool(_SAME.search(gap))
        )
    )


def _with(payment: Payment, value: Sum | Share) -> Payment:
    if isinstance(value, Share) and payment.share is not None and payment.share.name == "rest":
        return payment
    return replace(payment, sum=value) if isinstance(value, Sum) else replace(payment, share=value)


_STARTING = re.compile(
    r"(?:就|先|那天|当天)?(?:是|算|作为?)?(?:开始|起(?!码|来)|算起|头一|首[次期笔]|第一[次期笔回]| ?first)"
)
