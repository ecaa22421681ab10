"""Days that stand in a clause before the payment's own: "I'm at the sale Monday, you'll have it the day after"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from reading.corrections import Item, without_corrected
from reading.days import Days
from reading.money import Share, Sum
from reading.repeats import Every, Times
from reading.stance import Clause, Stance
from reading.text import HAN

type ByClause = list[tuple[Clause, list[Item]]]


def after_the_day_told(items: tuple[Item, ...], kept: list[Item]) -> list[Item]:
    """The day "two days later" counts from the one told before it, though nothing is paid on that."""
    first = next((item for item in kept if isinstance(item.value, Days)), None)
    if first is None or not isinstance(first.value, Days) or not (first.value.gap or first.value.gap_months):
        return kept
    told = [
        item.value
        for item in items
        if item.start < first.start and isinstance(item.value, Days) and item.value.readings
    ]
    if not told or any(isinstance(item.value, Days) and item.start < first.start for item in kept):
        return kept
    before = told[-1]
    counted = first.value.after(before.readings[0])
    day = replace(first, value=counted if before.certain else replace(counted, certain=False))
    return [day if item is first else item for item in kept]


# "I'll pop down to the post office Monday week and pay in sixty pounds".
_GOES = re.compile(
    r"\b(?:i'?ll|ill|i will|i'?m (?:gonna|going|coming|heading|stopping)|im (?:gonna|going|coming|heading)|gonna|going to|i (?:can|could|go)|we'?ll|let me|voy|ire|pasare|paso|vamos)\b",
    re.ASCII,
)
# "I'm off Wednesday, I'll walk down to the bank and put in 1200".
_OFF = re.compile(
    r"\b(?:i'?m|im|i am|we'?re) (?:off|free|not working|home|in town)\b|\b(?:my )?day off\b", re.ASCII
)
_I_WILL = re.compile(
    r"\W*(?:(?:so|and|then) )*(?:i'?ll|ill|i will|we'?ll|i can|gonna|i'?m gonna)\b", re.ASCII
)
_AND = re.compile(r"\W*(?:and|then|to|y|e|para)\b(?! (?:i|we|you|he|she|they|yo|les|le)\b)", re.ASCII)


def on_the_way(text: str, by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """The day of an errand that one pays on: it stands in the clause that the payment goes on from."""
    if HAN.search(text) or any(isinstance(item.value, Days) for item in kept):
        return []
    for (errand, items), (clause, paid) in pairwise(by_clause):
        if (
            clause.stance is Stance.COMMITS
            and any(isinstance(item.value, Sum | Share) for item in paid)
            and errand.stance in (Stance.OTHER, Stance.LOOSE)
            and (
                (_GOES.search(text[errand.start : errand.end]) and _AND.match(text, clause.start))
                or (_OFF.search(text[errand.start : errand.end]) and _I_WILL.match(text, clause.start))
            )
            and len(items) == 1
            and isinstance(items[0].value, Days)
            and items[0].value.readings
            and not items[0].value.event
        ):
            return items
    return []


# "I'm off December 5 so half then": the sum, and the word for the day told before it.
_THEN = re.compile(
    r"\x1f+,? (?:\w+ ){0,2}?(?:then|that day|the same day|same day|ese (?:mismo )?dia|entonces)\b", re.ASCII
)


def meant_by_then(text: str, by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """The day of the clause before one that pays "then", though other payments have days of their own."""
    if HAN.search(text):
        return []
    for (before, told), (clause, paid) in pairwise(by_clause):
        money = [item for item in paid if isinstance(item.value, Sum | Share)]
        if (
            clause.stance in (Stance.COMMITS, Stance.BARE)
            and len(money) == 1
            and not any(isinstance(item.value, Days) for item in paid)
            and before.stance in (Stance.OTHER, Stance.LOOSE, Stance.REFUSES)
            and len(days := [item for item in told if isinstance(item.value, Days)]) == 1
            and isinstance(days[0].value, Days)
            and days[0].value.certain
            and not any(isinstance(item.value, Days) and item.start < clause.start for item in kept)
            and _THEN.match("\x1f" + text[money[0].end : clause.end])
        ):
            return days
    return []


LISTED = re.compile(r"[\s,，、;&+]*(?:(?:and|then|on|the|by|y|el|luego|和|跟|然后)[\s,，]+)*", re.ASCII)
_EACH_OF_THEM = re.compile(r"\b(?:each|every (?:one|time)|both|apiece|all of them|cada|ambos)\b")


def begun_before(text: str, by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """ "My son sends me money on the 5th, the 20th and the 5th of May": the list of days began in a clause of its own."""
    first = next((item for item in kept if isinstance(item.value, Days)), None)
    if first is None or HAN.search(text) or not _EACH_OF_THEM.search(text):
        return []
    begun = [item for clause, items in by_clause if clause.end <= first.start for item in items]
    last = begun[-1] if begun else None
    if last is None or not isinstance(last.value, Days) or last in kept:
        return []
    listed = bool(LISTED.fullmatch(text[last.end : first.start]))
    return [item for item in begun if listed and isinstance(item.value, Days) and item.value.readings]


def told_loosely(text: str, by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """The day or the money that a commitment lacks, from a clause that is all but bare: "I'll send 50. Payday Friday hopefully lol".

    Of several such clauses, what is left when the one puts the other right: "I said 800 but can only get 700".
    """
    loose = [items for clause, items in by_clause if clause.stance is Stance.LOOSE and items]
    dated, valued = (any(isinstance(item.value, kind) for item in kept) for kind in (Days, Sum | Share))
    if not loose or (dated and (valued or not kept)):
        return []
    told = loose[0]
    if len(loose) > 1:
        told = without_corrected([item for items in loose for item in items], text)
    lacking = Sum | Share if dated else Days
    fits = all(isinstance(item.value, lacking) for item in told)
    return told if fits and (len(loose) == 1 or len(told) == 1) else []


def counted_loosely(text: str, by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """ "350 each Monday from tomorrow, eight Mondays and that's it": how many, in a clause that is all but bare."""
    repeats = any(isinstance(item.value, Every) for item in kept)
    if HAN.search(text) or not repeats or any(isinstance(item.value, Times) for item in kept):
        return []
    counted = [
        item
        for clause, items in by_clause
        if clause.stance is Stance.LOOSE and not any(isinstance(item.value, Sum | Share) for item in items)
        for item in items
        if isinstance(item.value, Times) and item.start > kept[0].start
    ]
    return counted if len(counted) == 1 else []


_ON_THAT_DAY = re.compile(
    r"\b(?:then|that day|same day|that (?:evening|night|afternoon|morning)|(?:the )?same (?:evening|night|afternoon)|entonces|ese dia|ese mismo dia|ahi(?= (?:ya |si |mero |mismo )*(?:les?|te|os)\b)|ahi mismo|(?:fecha|dia) en (?:el |la )?(?:que|cual))\b|到时候?|那天|那时"
    r"|嗰日|嗰阵|当[天日晚]|即[晚日]|同[日晚]|那晚|嗰晚|届时|就(?:全部?|都|马上|立刻|即刻|一次性?)?(?:还|转|付|给你|汇|缴|俾|畀)|再还|即还"
)


# 发工资还八百，15号发: the clause tells when the wages come.
# 周日我妈打生活费,先还200: when somebody gives what is paid from.
_GIVEN = re.compile(
    r"(?:爸|妈|爷|奶|哥|姐|老[公婆]|儿子?|女儿?|仔|家里|屋企|朋友|学校|亲戚|舅|叔|姑)[^,，。]{0,4}(?:打|转|给|汇|寄|发|俾|畀|过)(?:给|俾|畀)?我?[^,，。]{0,4}(?:钱|生活费|零用|款|家用)"
    r"|(?:生活费|助学金|奖学金|补助|家用|零[花用]钱)[^,，。不没冇未唔]{0,3}(?:到|来|下来|发|打)"
)
_COMES = re.compile(r"[号日天一二三四五六底](?:就|才|会|要|左右)?(?:发|出|到|进|入|领|拿|有|下来|粮)")


def told_elsewhere(text: str, by_clause: ByClause, kept: list[Item]) -> list[Item]:
    """ "I get paid on the 15th, I'll pay then": the day stands in a clause that promises nothing itself."""
    if any(isinstance(item.value, Days) and item.value.readings for item in kept):
        return []
    told: list[Item] = []
    waits = any(isinstance(item.value, Days) and item.value.event for item in kept)
    for clause, items in by_clause:
        days = [item for item in items if isinstance(item.value, Days)]
        if not days or clause.stance not in (Stance.OTHER, Stance.LOOSE, Stance.REFUSES):
            continue
        hangs = any(
            isinstance(item.value, Days) and (item.value.event or not item.value.readings) for item in days
        )
        said = text[clause.start : clause.end]
        comes = bool((waits and _COMES.search(said)) or _GIVEN.search(said))
        if HAN.search(text):
            days = _last_dated(days)
        if hangs or comes or _ON_THAT_DAY.search(text):
            told = [*(item for item in told if isinstance(item.value, Days) and item.value.event), *days]
    return told


def _last_dated(days: list[Item]) -> list[Item]:
    """双12忙疯了 平台15号回款，到账当天转: of the days told before the payment the last one is meant."""
    dated = [item for item in days if isinstance(item.value, Days) and item.value.readings]
    return [item for item in days if item not in dated[:-1]]
