"""Which of several payments a Chinese sum is for: 头两回都是三千，最后一回三千五; 零头并到最后一次 (simplified forms)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from reading.corrections import Item, kind
from reading.days import Days
from reading.days.calendar import add_months, month_last
from reading.money import Share, Sum
from reading.payments import Payment
from reading.repeats import PAYDAYS, Every, Times, following
from reading.repeats.cycles import MONTHLY
from reading.stance import Clause, Stance
from reading.text import HAN
from reading.words.zh import small_number

type ByClause = list[tuple[Clause, list[Item]]]

_N = r"(?P<n>[两二三四五六七八九十\d]{1,2}|十[一二]|仨|俩)"
_TURN = r"(?:次|回|期|笔|个月|(?<=[仨俩])月|份|趟|个?(?:周|星期|礼拜))"
_ITS_DAY = r"(?:(?:每个?[月周期次])?的?(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})[号日])?"
_FILL = rf"{_ITS_DAY}[^,，。;；\d一二两三四五六七八九十百千万]{{0,6}}$"
_FIRST = re.compile(rf"(?:头|前面?|首|先|开头|最初|开始){_N}{_TURN}{_FILL}")
_NTH = re.compile(rf"(?:第(?P<n>[一二三四五六七八九十\d]{{1,2}})|头一?|首){_TURN}{_FILL}")
_THEN = re.compile(
    rf"(?:其[余他]|之后|以后|往后|随后|跟住|然后|余下|剩下|剩低|后面?|再来|接着|接下来)(?:的|嘅|嗰|那|连续?|连着|这)?{_N}{_TURN}{_FILL}"
)
_LAST = re.compile(
    rf"(?:最后|最尾|末|尾|收尾)(?:的|嗰|那|一)*(?:{_TURN}|那{_TURN}|嗰{_TURN}|个)(?:的|那){{0,1}}{_FILL}"
)
_INTO_LAST = re.compile(
    r"(?:块钱?|元|蚊)?(?:的|嘅)?(?:零头|尾巴|零碎|零钱)?[^,，。;；]{0,6}?(?:并|加|放|算|归|合|凑|摊|跟)(?:到|在|进|入|去|埋)?[^,，。;；]{0,5}(?:最后|最尾|尾|末)"
    r"|(?:块钱?|元|蚊)?(?:的|嘅)?(?:零头|尾巴|零碎|零钱)?[,，]?(?:放|留)?(?:最后|最尾|末)(?:一|那|嗰)?[次回期笔](?:再|也|都)?(?:一起|一块儿?|一并|一同|一次)"
)
_TELLS = re.compile(r"[次期笔回份连]|个月|最后|头|尾|其余|剩|余|第|都|各|每|开始|起|再|又|分|时间|日期|日子")


def of_a_plan(text: str, by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """What clauses that are all but bare add to a plan: which turns a sum is for, and the days of the turns."""
    if not HAN.search(text):
        return []
    dated = sum(isinstance(item.value, Days) and bool(item.value.readings) for item in kept)
    valued = sum(kind(item) == "money" for item in kept)
    loose = [items for clause, items in by_clause if clause.stance is Stance.LOOSE]
    cycled = any({Every, Times} <= {type(item.value) for item in items} for items in loose)
    cycled = cycled or any(_role(item, text) for items in loose for item in items if kind(item) == "money")
    if dated + max(valued - 1, 0) < 2 and not any(kind(item) == "repeat" for item in kept) and not cycled:
        return []
    told: list[Item] = []
    for clause, items in by_clause:
        said = text[clause.start : clause.end]
        ordered = any(_role(item, text) for item in items if kind(item) == "money")
        if (clause.stance is Stance.LOOSE and _TELLS.search(said)) or (
            clause.stance is Stance.OTHER and ordered
        ):
            told += [item for item in items if item not in kept]
    return told


_ERRAND = re.compile(
    r"[去到送办回完陪带领收逢赶卖歇]|下班|放工|收工|有钱|有数|回款|提现|到账|入账|tips|贴士|结[账款钱数]|[分派发攞拎领](?:红|佣|钱|提成|奖金|补贴|津贴)|休息|轮休|放假|没课|不上班|冇课|唔使返工|[有得]空|得闲|在家"
)
_NOT_OWN = re.compile(
    r"他|她|佢|你|您|老[板公婆]|公司|客户|[爸妈]|生日|手术|开庭|考试|到期|打算|[不没冇唔未]|昨|前天|琴|寻|了$|了[,，。]"
)


def on_an_errand(text: str, by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """听日送完阿女返学,去七仔俾980蚊: the day of the payment stands in the clause before it."""
    if not HAN.search(text) or not kept:
        return []
    first = min(item.start for item in kept)
    for (before, items), (clause, here) in pairwise(by_clause):
        said = text[before.start : before.end]
        if clause.start <= first < clause.end and any(isinstance(item.value, Days) for item in here):
            return []
        if (
            clause.stance is Stance.COMMITS
            and clause.start <= first
            and before.stance in (Stance.OTHER, Stance.LOOSE)
            and any(clause.start <= item.start < clause.end for item in kept)
            and (_of_wages(items) or (_one_day(items) and _ERRAND.search(said) and not _NOT_OWN.search(said)))
        ):
            return items
    return []


def _one_day(items: list[Item]) -> bool:
    days = [item.value for item in items if isinstance(item.value, Days) and not item.value.event]
    return len(days) == len(items) == 1 and days[0].certain


def _of_wages(items: list[Item]) -> bool:
    """工资15号发,先还3000: wages and the one day that they come on."""
    wages = [item for item in items if isinstance(item.value, Days) and item.value.event == "payday"]
    return bool(wages) and _one_day([item for item in items if item not in wages])


def after_wages(by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """工资下周二发,周三我还: a day that comes round again is the first one from the wages on."""
    wages = [
        items[0].value
        for _, items in by_clause
        if len(items) == 2
        and isinstance(items[0].value, Days)
        and isinstance(items[1].value, Days)
        and {items[0].value.event, items[1].value.event} == {None, "payday"}
        for items in [
            sorted(items, key=lambda item: not (isinstance(item.value, Days) and item.value.readings))
        ]
        if items[0] not in kept
    ]
    if len(wages) != 1 or not isinstance(wages[0], Days) or len(wages[0].readings) != 1:
        return kept
    (paid,) = wages[0].readings
    moved = []
    for item in kept:
        days = item.value
        if (
            isinstance(days, Days)
            and days.cycle in ("week", "month")
            and days.readings
            and days.readings[0] < paid
        ):
            item = replace(item, value=days.after(paid - timedelta(days=1)))
        if isinstance(item.value, Days) and item.value.readings == (paid,):
            item = replace(item, value=replace(item.value, event="payday"))
        moved.append(item)
    return moved


def in_doubt(text: str, by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """下星期二入钱,一千五定二千看情况: which sums or days it is between, where only the other of them is promised."""
    valued = any(kind(item) == "money" for item in kept)
    dated = any(isinstance(item.value, Days) and item.value.readings for item in kept)
    if valued == dated:
        return []
    if not HAN.search(text):
        return _days_in_doubt(text, by_clause) if valued else []
    doubted = [
        replace(item, value=replace(item.value, certain=False))
        for clause, items in by_clause
        if clause.stance in (Stance.DOUBTS, Stance.ASKS, Stance.DOUBTS if valued else Stance.LOOSE)
        for item in items
        if (isinstance(item.value, Days) and item.value.readings and valued)
        or (isinstance(item.value, Sum) and not valued)
        if clause.stance is Stance.DOUBTS
        or not item.value.certain
        or _ALONE.search(text, clause.start, item.start)
    ]
    return doubted if len(doubted) == 1 else []


# 唔知星期五得唔得: of that day one is not sure.
_ALONE = re.compile(r"(?:[不唔]知道?|[不唔]确定|[不唔]肯定|看看|睇下|睇吓|看下)[^,，。]{0,4}$")


_UNSURE = re.compile(
    r"\b(?:maybe|perhaps|possibly|quizas?|tal vez|a lo mejor|idk|dunno|not (?:100% )?(?:sure|certain)|don'?t know|dont know|couldn'?t say|can'?t say|depends?|no (?:les? |te |os )?(?:se|sabria|estoy segur[oa])|depende)\b"
)


_OR = re.compile(r"\b(?:or|o)\b")


def _days_in_doubt(text: str, by_clause: ByClause) -> list[Item]:
    """ "I'll pay 200, couldn't say if it's Friday the 19th or Sunday the 21st", "was it the 20th or the 30th? put me down for 500"."""
    told = [
        item
        for clause, items in by_clause
        for item in items
        if isinstance(item.value, Days) and item.value.readings
        if clause.stance is Stance.ASKS or _UNSURE.search(text, clause.start, clause.end)
    ]
    readings = sorted({day for item in told if isinstance(item.value, Days) for day in item.value.readings})
    between = text[told[0].end : told[-1].start] if told else ""
    if len(readings) < 2 or len(told) > 2 or (len(told) == 2 and not _OR.search(between)):
        return []
    return [replace(told[0], end=told[-1].end, value=Days(tuple(readings[:7])))]


_EACH_TIME = re.compile(r"都[是系在喺]|每|逢|各")


def month_by_month(payments: list[Payment], items: list[Item], text: str) -> list[Payment]:
    """分4期,每期1300,都是月底: one day of the month for payments that nothing else sets apart."""
    if not HAN.search(text) or not payments or any(isinstance(item.value, Every) for item in items):
        return payments
    last, times = payments[-1], next((item.value for item in items if isinstance(item.value, Times)), None)
    if times is None or times.cycle or last.when is None or last.joined or not _EACH_TIME.search(text):
        return payments
    if (
        last.when.cycle not in ("month", "month-end")
        or not last.when.readings
        or len(payments) == times.count
    ):
        return payments
    return [*payments[:-1], replace(last, every=Every(MONTHLY))]


_ALL_ON = re.compile(r"(?:都|全|统一|一律)(?:是|在|系|喺|定在)?(?:每个?月的?|当月的?)?$")


def _on_that_day_too(payments: list[Payment], items: list[Item], text: str) -> list[Payment]:
    """头一个月两千,后面每个月一千,都是月底: the one day told last is that of the payments before as well."""
    if len(payments) < 2:
        return payments
    *before, last = payments
    day = next((item for item in reversed(items) if isinstance(item.value, Days)), items[-1])
    if last.when is None or any(_has_day(payment) or payment.every for payment in before):
        return payments
    if not _ALL_ON.search(text[max(0, day.start - 8) : day.start]) or not last.when.readings:
        return payments
    named = [payment.when.month if payment.when else None for payment in before]
    if day.value != last.when and not all(named):
        return payments
    on = last.when.readings[0]
    there = [add_months(on, -((on.month - month) % 12)) if month else None for month in named]
    days = [month_last(day) if day and last.when.cycle == "month-end" else day for day in there]
    return [
        *(
            replace(payment, when=Days((on_it,), certain=last.when.certain) if on_it else last.when)
            for payment, on_it in zip(before, days, strict=True)
        ),
        last,
    ]


def _has_day(payment: Payment) -> bool:
    return payment.when is not None and not payment.when.month


_IN_ALL = re.compile(
    r"(?:总|一|合)?共|前后|加起来|[^.;!?]{0,24}\b(?:in total|total|altogether|in all|all told|en total)\b"
)


def counted_in(payments: list[Payment], items: list[Item], text: str) -> list[Payment]:
    """后天礼拜六先给五百,以后每个礼拜六都五百,总共六次: the first payment is one of the turns that are counted in all."""
    payments = _on_that_day_too(payments, items, text)
    times = next((item for item in items if isinstance(item.value, Times)), None)
    sums = [payment for payment in payments if payment.valued]
    every = next((payment.every for payment in payments if payment.every), None)
    if times is None or every is None or not _IN_ALL.match(text, times.start) or len(payments) != 2:
        return payments
    first, then = payments
    if len(sums) != 2 or first.sum is None or then.sum is None or first.sum.figures != then.sum.figures:
        return payments
    if first.share or then.share or first.when is None or not first.when.readings:
        return payments
    day = then.when.readings[0] if then.when and then.when.readings else None
    turns = following(first.when.readings[0], every.cycle, 2) if every.cycle != PAYDAYS else []
    if day is not None and day not in turns:
        return payments
    return [replace(first, every=every)]


def _role(item: Item, text: str) -> tuple[str, int] | None:
    """For which turns a sum is: the `first` so many, the `nth`, so many `then`, the `last`, or `more` in the last."""
    before = text[max(0, item.start - 18) : item.start]
    if _INTO_LAST.match(text, item.end):
        return "more", 1
    for name, pattern in (("last", _LAST), ("then", _THEN), ("first", _FIRST), ("nth", _NTH)):
        match = pattern.search(before)
        if match:
            number = match.groupdict().get("n")
            return name, ({"仨": 3, "俩": 2}.get(number) or small_number(number) or 1) if number else 1
    return None


def in_turns(items: list[Item], text: str) -> list[Payment]:
    """The payments of a plan that says which sum is for which turns; none where it does not."""
    if not HAN.search(text):
        return []
    sums_at = {item.start for item in items if isinstance(item.value, Sum)}
    money = [
        (item.value, _role(item, text))
        for item in items
        if isinstance(item.value, Sum) or (isinstance(item.value, Share) and item.end not in sums_at)
    ]
    roles = [role for _, role in money if role]
    days = [item.value for item in items if isinstance(item.value, Days) and item.value.readings]
    days = list(dict.fromkeys(days)) if any(isinstance(item.value, Every) for item in items) else days
    one_by_one = len(days) == 1 and len(roles) > 1 and all(name == "nth" for name, _ in roles)
    if not one_by_one and not any(
        (name in ("first", "then") and number > 1) or name == "more" for name, number in roles
    ):
        times = any(isinstance(item.value, Times) for item in items)
        if not (times and len(money) == 2 and [role for _, role in money] == [None, ("last", 1)]):
            return []
    if len(money) > 1 and money[0][1] is None and money[1][1] and money[1][1][0] == "then":
        return _first_and_then(items, text)
    count = _count(items, days, roles)
    if not 2 <= count <= 60:
        return []
    when = days_of_turns(items, days, count)
    sums = _sums(money, count)
    if len(when) != count or None in sums:
        return []
    return [
        Payment(
            sum=said if isinstance(said, Sum) else None,
            share=said if isinstance(said, Share) else None,
            when=day,
        )
        for said, day in zip(sums, when, strict=True)
    ]


def _first_and_then(items: list[Item], text: str) -> list[Payment]:
    """今日俾四分一,跟住三个月每月13号各四分一: one payment with its day, and the turns behind it."""
    first = next(item for item in items if kind(item) == "money")
    day = next((item for item in items if isinstance(item.value, Days) and item.value.readings), None)
    second = next(item for item in items if kind(item) == "money" and item is not first)
    if day is None or day.start > second.start or not isinstance(day.value, Days):
        return []
    left = [
        replace(item, value=item.value.after(day.value.readings[0])) if isinstance(item.value, Days) else item
        for item in items
        if item is not first and item is not day
    ]
    turns = _dated_on(in_turns(left, text), left, day.value.readings[0])
    said = first.value
    lead = Payment(
        sum=said if isinstance(said, Sum) else None,
        share=said if isinstance(said, Share) else None,
        when=day.value,
    )
    return [lead, *turns] if turns else []


def _dated_on(turns: list[Payment], items: list[Item], first: date) -> list[Payment]:
    """20号还六千,之后三个月每月还六千: turns of which no day is named fall on the day of the first payment."""
    cycles = [
        item.value.cycle for item in items if isinstance(item.value, Every | Times) and item.value.cycle
    ]
    if not turns or any(turn.when for turn in turns) or not cycles or cycles[0] == PAYDAYS:
        return turns
    days = following(first, cycles[0], len(turns) + 1)[1:]
    return [replace(turn, when=Days((day,), certain=True)) for turn, day in zip(turns, days, strict=True)]


def _count(items: list[Item], days: list[Days], roles: list[tuple[str, int]]) -> int:
    times = next((item.value for item in items if isinstance(item.value, Times)), None)
    names = {name for name, _ in roles}
    told = sum(number if name in ("first", "then") else name in ("last", "nth") for name, number in roles)
    whole = bool(names & {"first", "nth"}) and bool(names & {"then", "last"})
    if times is not None and not whole:
        return times.count
    return max(told, 0 if whole else len(days))


def _sums(money: list[tuple[Sum | Share, tuple[str, int] | None]], count: int) -> list[Sum | Share | None]:
    sums: list[Sum | Share | None] = [None] * count
    for said, role in money:
        name, number = role or ("each", count)
        first = {"first": 0, "each": 0, "nth": number - 1, "last": count - 1, "more": count - 1}.get(name)
        start = next((n for n, one in enumerate(sums) if one is None), count) if first is None else first
        for n in range(start, min(count, start + (1 if name in ("nth", "last", "more") else number))):
            before = sums[n]
            if name == "more" and isinstance(before, Sum) and isinstance(said, Sum):
                sums[n] = replace(before, figures=(before.figures[0] + said.figures[0],))
            elif name != "each" or before is None:
                sums[n] = said
    return sums


def days_of_turns(items: list[Item], days: list[Days], count: int) -> list[Days | None]:
    """A day for each turn: as many as were named, or those of the cycle from the first on."""
    every = next((item.value for item in items if isinstance(item.value, Every)), None)
    if len(days) == count:
        return list(days)
    if not days:
        return [None] * count
    if every is None or every.cycle == PAYDAYS or len(days) > 2:
        return []
    start = next((day for day in days if day.cycle is None), days[0])
    named = next((day for day in days if day.cycle is not None), start)
    first = start.readings[0]
    if not start.certain and named is not start:
        start = named if named.readings[0] >= first else named.after(first - timedelta(days=1))
        first = start.readings[0]
    if any(day.cycle == "month-end" for day in days):
        dates: list[date] = [month_last(first, every.cycle.months * n) for n in range(count)]
    else:
        dates = following(first, every.cycle, count)
    return [Days((day,), certain=start.certain or n > 0) for n, day in enumerate(dates)]
