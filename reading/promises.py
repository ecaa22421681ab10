"""What a text promises to pay, and when: clauses judged, amounts and days paired."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reading.adding_up import adding_up, counted_out
from reading.commitments import Read, rest_first
from reading.corrections import Item
from reading.days import Days, Seen, find_days
from reading.hanging import awaits, supposes
from reading.hunch import UNDECIDED, Hunch
from reading.hunch.beside import heard, sounds_open
from reading.instalments import Instalment
from reading.jest import in_jest
from reading.left_open import currency_open, day_open, left_to_chance, sum_open, unsure
from reading.left_out import without_left_out, without_months_left_out
from reading.leftovers import Told, without_leftovers
from reading.money import Named, Share, Sum, find_money
from reading.money.sums import REST
from reading.noise import without_noise
from reading.of_what import of_what
from reading.own_account_zh import refused, without_own_account
from reading.pairing import either_or, pair
from reading.pauses_zh import paused, without_pauses
from reading.repeats import Every, Times, find_repeats
from reading.retracted import without_retracted
from reading.retracted_latin import without_retracted_latin
from reading.settling import NOTHING, Account, Promised, settled
from reading.so_long_after import so_long_after
from reading.spans import Found
from reading.stance import Stance, clauses
from reading.taken_back import without_taken_back
from reading.text import HAN, MASK, NOISE
from reading.told_days_zh import just_over, without_days_told
from reading.totals import as_owed, totalled, without_whole
from reading.wages import by_wages
from reading.words.spelling import spelt

# 发工资了我能给多少给多少, 还你一点: paying is said in so many words, however little it sounds so.
_SOME = re.compile(r"有多少还多少|[还转打汇付过存交俾畀补给](?:你[们哋]?|您)?一些")
_SAID = -1.9
# As far as anybody plans: a day named without its year and further off proves no future.
FAR = 120


def promised(
    text: str,
    language: str,
    seen: Seen,
    account: Account,
    *,
    answers: bool = True,
    windows_only: bool = False,
    hunch: Hunch = UNDECIDED,
) -> Promised:
    """Read the promise in folded `text`, from which contacts are masked already.

    A bare amount or day is a promise only if the text `answers`, that is, speaks of nothing else; with `windows_only`
    it speaks of when to be reached and of no payment. `hunch` is what the message sounds like as it was written.
    """
    said = spelt(text, language)
    text, turns = without_pauses(without_own_account(said))
    read = taken_apart(text, language, seen, point=account.place.decimal_point)
    if _SOME.search(read.text) or (without_own_account(said) != said and not refused(text)):
        hunch = replace(hunch, promise=max(hunch.promise, _SAID))
    if in_jest(read.text, read.items, read.clauses, account.owed):
        return NOTHING
    kept = heard(read, hunch, answers=answers)
    if kept is None or (not answers and not any(_tells(item) for item in kept)):
        return NOTHING
    if windows_only and not any(_is_money(item) for item in kept):
        return NOTHING

    def again(items: list[Item]) -> Promised:
        return _put_together(items, read, account, seen.today)

    told = Told(read.text, read.items, kept, _not_refused(read), account.owed)
    read_back = paused(without_leftovers(again(kept), told, hunch, again), turns)
    read_back = replace(read_back, ambiguous=True) if _asks_back(read_back, text, hunch) else read_back
    return replace(read_back, may_change=read_back.may_change or _whole_but_open(read_back))


def _whole_but_open(read_back: Promised) -> bool:
    """Whether one sum and one day are told, nothing to choose from, and yet something is to be asked back."""
    one = (read_back.amount or read_back.share) and len(read_back.dates) == 1
    return bool(read_back.ambiguous and one and not read_back.candidates and not read_back.open_event)


def _asks_back(read_back: Promised, text: str, hunch: Hunch) -> bool:
    """Whether a payment is to be asked back though nothing read of it is doubtful; a plan is read back as a whole anyway, and
    one's own pay on a day that is named is certain."""
    on_payday = read_back.open_event and read_back.amount and len(read_back.dates) == 1
    return read_back.promise and not read_back.instalments and not on_payday and sounds_open(text, hunch)


def _not_refused(read: Read) -> list[Item]:
    """All but what is refused by itself: "350, but not today"."""
    refused = [clause for clause in read.clauses if clause.stance is Stance.REFUSES]
    alone = [
        stand[0]
        for clause in refused
        if len(stand := [item for item in read.items if clause.start <= item.start < clause.end]) == 1
    ]
    return [item for item in read.items if item not in alone]


def _put_together(items: list[Item], read: Read, account: Account, today: date) -> Promised:
    """What the promised items come to."""
    owed = account.owed
    items = of_what(items, read.text)
    kept = so_long_after(counted_out(without_whole(as_owed(items, read.text, owed), owed), owed), read.text)
    payments = [replace(one, left_out=read.left_out) for one in pair(kept, read.text, _starts(read))]
    read_back = settled(payments, kept, account, today)
    read_back = _made_out(read_back, kept, read, account, today)
    read_back = _with_left_open(read_back, kept, read.text, account)
    paid_before = any(clause.stance is Stance.PAID for clause in read.clauses)
    return replace(read_back, amount=None) if paid_before and _unknown_rest(kept) else read_back


def _with_left_open(read_back: Promised, kept: list[Item], text: str, account: Account) -> Promised:
    """Doubtful where the sum or the day that is lacking is said to be told later, or all of it left to chance."""
    told = bool(read_back.amount or read_back.share or read_back.candidates or read_back.dates)
    spans = [(item.start, item.end) for item in kept]
    chance = told and not HAN.search(text) and left_to_chance(text, spans)
    chance = chance or (told and (supposes(text) or (awaits(text) and not read_back.instalments)))
    lacks_sum = not (read_back.amount or read_back.share or read_back.candidates) and sum_open(text)
    lacks_sum = lacks_sum or (
        account.owed is not None
        and any(isinstance(item.value, Sum) and item.value.unit is None for item in kept)
        and currency_open(text, account.place, account.owed.currency)
    )
    lacks_day = chance or (not read_back.dates and day_open(text))
    in_doubt = unsure(text)
    if not (lacks_sum or lacks_day or in_doubt):
        return read_back
    return replace(
        read_back, ambiguous=True, money_doubtful=read_back.money_doubtful or lacks_sum or in_doubt,
        day_doubtful=read_back.day_doubtful or lacks_day, may_change=chance or in_doubt,
    )  # fmt: skip


# A clause of these may belong to a plan whose sums come to what is owed.
_OFFERS = {Stance.COMMITS, Stance.BARE, Stance.LOOSE, Stance.OTHER}


def _made_out(read_back: Promised, kept: list[Item], read: Read, account: Account, today: date) -> Promised:
    """The plan as read, or, where something of it is left over, as it adds up."""
    owed, told = account.owed, read_back.instalments
    whole = [part for part in told if part.amount is not None and part.on is not None]
    comes_to = sum((part.amount.amount for part in whole if part.amount), Decimal(0))
    if owed is None or (comes_to == owed.amount and len(whole) == len(told)):
        return read_back
    if comes_to == owed.amount and len(whole) > 1:
        return _only(whole, read_back)
    if either_or(kept, read.text):
        return read_back
    offered = all(clause.stance in _OFFERS for clause in read.clauses)
    for items in (kept, without_days_told(list(read.items), read.text)) if offered else (kept,):
        plan = adding_up(items, owed)
        if plan:
            return settled(plan, [], account, today)
    return read_back


def _only(whole: list[Instalment], read_back: Promised) -> Promised:
    """The payments that are told whole and come to what is owed: nothing beside them is one."""
    day = whole[0].on
    return replace(
        read_back, amount=whole[0].amount, candidates=(), dates=(day,) if day else (), ambiguous=False,
        instalments=tuple(whole), money_doubtful=False, day_doubtful=False,
    )  # fmt: skip


def _starts(read: Read) -> list[int]:
    return [clause.start for clause in read.clauses]


def _tells(item: Item) -> bool:
    """Whether it names money, a day or wages: "later" beside a new address is when that will be told."""
    value = item.value
    return not isinstance(value, Days) or bool(value.readings or value.event)


def _is_money(item: Item) -> bool:
    """Whether it can be nothing but money: a small bare figure beside hours is an hour."""
    value = item.value
    return isinstance(value, Share) or (
        isinstance(value, Sum) and (value.unit is not None or any(figure > 24 for figure in value.figures))
    )


def _unknown_rest(items: list[Item]) -> bool:
    """Whether it is for the rest, and no figure says how much that is: "the rest, 4700"."""
    money = [item.value for item in items if isinstance(item.value, Sum | Share)]
    return rest_first(items) and not isinstance(money[1] if len(money) > 1 else None, Sum)


def answered(text: str, language: str, seen: Seen, account: Account) -> Promised:
    """Read folded `text` as the answer to a question of how much or when: only what is refused or past is left out."""
    text = spelt(text, language)
    read = taken_apart(text, language, seen, point=account.place.decimal_point)
    left_out = [clause for clause in read.clauses if clause.stance in (Stance.REFUSES, Stance.PAID)]
    items = [
        item for item in read.items if not any(clause.start <= item.start < clause.end for clause in left_out)
    ]
    return settled(pair(items, read.text, _starts(read)), items, account, seen.today)


# "Making 18 an hour 30 hrs a week": how often that comes, and no payment.
_EARNED_SO = re.compile(
    rf"(?:{NOISE}|\d ?(?:hrs?|hours|horas|kms?|kilometros|millas|miles|shifts|turnos|viajes|trips|loads|orders|pedidos|carreras)) ?$"
)


def taken_apart(text: str, language: str, seen: Seen, *, point: bool = False) -> Read:
    """Find repeats, days and money, in this order, and judge the clauses that hold them."""
    quiet = without_noise(text)
    months_out, repeats = frozenset[int](), find_repeats(quiet)[0]
    if repeats:
        holds, months_out = without_months_left_out(quiet)
        text = "".join(
            " " if now != before else said for now, before, said in zip(holds, quiet, text, strict=True)
        )
        quiet = holds
    repeats, left = find_repeats(quiet)
    days, left = find_days(left, language, seen)
    money, left = find_money(left, language, point=point)
    if money:
        repeats = [
            one
            for one in repeats
            if not any(_EARNED_SO.search(said[max(0, one.start - 16) : one.start]) for said in (quiet, text))
        ]
    found: list[Found[Every | Times] | Found[Days] | Found[Named]] = [*repeats, *days, *money]
    named = tuple(
        Item(item.start, item.end, item.value) for item in sorted(found, key=lambda item: item.start)
    )
    said = named
    taken = without_retracted(*without_taken_back(text, by_wages(named, text)))
    holds, named = without_retracted_latin(*taken, language)
    holds, named, left_out = without_left_out(named, holds)
    quiet = "".join(
        now if now != before else heard for now, before, heard in zip(holds, text, quiet, strict=True)
    )
    text = holds
    items = totalled(named, text)
    # A clause begins with "the rest", whether that is dropped or not; figures are figures.
    of_wages = tuple(item for item in said if isinstance(item.value, Every) and item not in named)
    marked = _marked(
        quiet, tuple(item for item in (*named, *of_wages) if item in items or item.value != REST)
    )
    spans = [
        (item.start, item.end)
        for item in named
        if isinstance(item.value, Days)
        and not just_over(item, text, seen.today)
        and (_near(item.value, seen.today) or (item.value.event and not HAN.search(text)))
        and not _over(item, text, seen.today)
    ]
    sums = [item.start for item in named if isinstance(item.value, Sum | Share)]
    judged = tuple(clauses(text, marked, has_future_day=spans, has_money=sums))
    theirs = [clause for clause in judged if clause.stance is Stance.THEIRS]
    ours = tuple(item for item in items if not any(one.start <= item.start < one.end for one in theirs))
    return Read(text, ours, judged, language, replace(left_out, months=months_out))


def _near(days: Days, today: date) -> bool:
    """Whether the day is one of the coming months: "28 April" said in November is as likely the one that is over."""
    return bool(days.readings) and (days.readings[0] - today).days <= FAR


_THIS_MONTH = re.compile(r"(?:这个?月|本月|当月|呢个月)(?=[\d一二三十廿])")
_THEN_PAID = re.compile(r"就[^,，。]{1,12}(?:了|咗|喇)(?:[,，。 !！啊啦]|$)")


def _over(item: Item, text: str, today: date) -> bool:
    """我7号就转3000给你们了, said on the 14th: that 7th is over."""
    days = item.value
    if not isinstance(days, Days) or not days.readings or days.readings[0].day >= today.day:
        return False
    if _THIS_MONTH.match(text, item.start):
        return True
    return days.cycle == "month" and bool(_THEN_PAID.match(text, item.end))


def _marked(text: str, items: tuple[Item, ...]) -> str:
    pieces: list[str] = []
    last = 0
    for item in sorted(items, key=lambda item: item.start):
        if item.start < last:
            continue
        pieces += (text[last : item.start], MASK * (item.end - item.start))
        last = item.end
    return "".join(pieces) + text[last:]
