"""Which of the amounts and days in a text are promised: commitments beside what is asked, past, refused or told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from reading.corrections import Item, kind
from reading.days import Days
from reading.led_days import (
    LISTED,
    after_the_day_told,
    begun_before,
    counted_loosely,
    meant_by_then,
    on_the_way,
    told_elsewhere,
    told_loosely,
)
from reading.left_out import LeftOut
from reading.means import at_hand, cannot, without_means
from reading.money import Share, Sum
from reading.money.sums import ALL, REST
from reading.not_kept import without_not_kept
from reading.remarks import one_to_come, promises_nothing, without_remarks, without_wishes
from reading.repeats import Every, Times
from reading.stance import Clause, Stance
from reading.text import HAN
from reading.told_days_zh import (
    comes_in,
    later_than_told,
    left_to_later,
    without_cycle_of_wages,
    without_days_told,
)
from reading.turns import after_wages, in_doubt, of_a_plan, on_an_errand


@dataclass(frozen=True)
class Read:
    """Everything of money and days in a text, before it is known what is promised."""

    text: str
    items: tuple[Item, ...] = field(default=())
    clauses: tuple[Clause, ...] = field(default=())
    language: str = ""
    left_out: LeftOut | None = None


def committed(read: Read, *, answers: bool) -> list[Item] | None:
    """The items that are promised, or None when nothing is."""
    stances = {clause.stance for clause in read.clauses}
    if any(
        clause.stance is Stance.ASKS
        and (
            _BARGAINS.match(read.text, clause.start)
            or _FOR_THE_REST.search(read.text, clause.start, clause.end)
        )
        for clause in read.clauses
    ) or (_supposes(read) or cannot(read.text, read.items, read.clauses) or _NOT_MINE.search(read.text)):
        return None
    by_clause = without_wishes(
        [
            (_as_said(read, clause, items), items)
            for clause in read.clauses
            for items in [_of_clause(read, clause)]
        ],
        read.text,
    )
    if promises_nothing(by_clause, read.text):
        return None
    stances = {clause.stance for clause, _ in by_clause if not _whether_it_came(clause, read.text)}
    if Stance.COMMITS in stances:
        by_clause = without_not_kept(without_remarks(by_clause, read.text), read.text)
        by_clause = without_means(read.text, _without_wages(by_clause))
        kept = [
            item
            for clause, items in by_clause
            if clause.stance in (Stance.COMMITS, Stance.BARE)
            for item in items
        ]
        kept += begun_before(read.text, by_clause, kept)
        kept += _listed_on(read, by_clause, kept)
        kept += told_loosely(read.text, by_clause, kept) + counted_loosely(read.text, by_clause, kept)
        kept += of_a_plan(read.text, by_clause, kept)
        kept += on_an_errand(read.text, by_clause, kept) + in_doubt(read.text, by_clause, kept)
        kept += on_the_way(read.text, by_clause, kept) + meant_by_then(read.text, by_clause, kept)
        kept += told_elsewhere(read.text, by_clause, kept)
        kept += at_hand(read.text, by_clause, kept) + _decided_by_wages(read, by_clause, kept)
        if read.language == "en" and _says_nothing(read, kept):
            if not _pays(read, by_clause) or _FAILS.search(read.text):
                return None
        if HAN.search(read.text):
            kept = after_wages([(clause, _of_clause(read, clause)) for clause in read.clauses], kept)
            kept = without_days_told(kept + left_to_later(read.items, kept), read.text)
            kept = later_than_told(read.items, kept, read.text)
        return after_the_day_told(read.items, sorted(dict.fromkeys(kept), key=lambda item: item.start))
    if Stance.PAID in stances and not stances & {Stance.ASKS, Stance.DOUBTS, Stance.REFUSES}:
        return _rest_to_come(by_clause) or one_to_come(by_clause, read.text)
    sure = _sure_at_last(read, by_clause) if answers else []
    if sure and Stance.ASKS not in stances:
        return sure
    if stances & {Stance.ASKS, Stance.DOUBTS} or (
        Stance.REFUSES in stances and not _offers_instead(by_clause)
    ):
        return None
    if _DISPUTED.search(read.text):
        return None
    bare = [item for clause, items in by_clause if clause.stance is Stance.BARE for item in items]
    if read.language == "en" and _says_nothing(read, bare) and len(read.text.split()) > _A_FEW_WORDS:
        return None
    if bare and answers:
        bare += begun_before(read.text, by_clause, bare) + meant_by_then(read.text, by_clause, bare)
        bare += _listed_on(read, by_clause, bare)
        bare += told_loosely(read.text, by_clause, bare) + told_elsewhere(read.text, by_clause, bare)
        bare = sorted({*bare, *of_a_plan(read.text, by_clause, bare)}, key=lambda item: item.start)
    return (bare if answers else _told_beside(by_clause)) or None


# 昨天那500收到了吧? 剩下的月底: asked of what is paid, and nothing of what is to come.
_RECEIVED = re.compile(r"(?:收到|到账|入账|进账|查到)(?:了|咗)?(?:吧|没有?|吗|么|冇|未)\W*$")


def _whether_it_came(clause: Clause, text: str) -> bool:
    return clause.stance is Stance.ASKS and bool(_RECEIVED.search(text, clause.start, clause.end))


def _told_beside(by_clause: list[tuple[Clause, list[Item]]]) -> list[Item]:
    """ "150 Thursday. Call me after 3": beside something else, a sum together with its day is a promise still."""
    return [
        item
        for clause, items in by_clause
        if clause.stance is Stance.BARE and _dated(items) and any(kind(item) == "money" for item in items)
        for item in items
    ]


# Said without a day and without a sum: only paying itself is a promise then, not sending, starting or taking.
_PAYS = re.compile(
    r"(?:\b(?:i|we)(?:'ll|ll|'?m| am|'re| are)?|you'?ll get|'ll|\b(?:will|shall|gonna|going to|can|could|promise|swear|want to|wanna|need to|have to|must|plan to|intend to|able to|try to|trying to|let me|lemme|on|yes|ok|okay|sure|please))"
    r" (?:(?!not\b|never\b|no\b)[a-z']+ ){0,3}?(?:pay(?! attention)|paying|payin|settle|settling|clear|transfer|deposit|make (?:a|the|my|some|another) (?:\w+ )?payment|send (?:it|you|u|the|some|over|money|payment|what)"
    r"|take care of (?:it|this|that|everything)|get (?:it|this|that|you|u|caught) (?:paid|done|to you|in|sorted|taken care|up|handled|over)|(?:sort|handle|square) (?:it|this|that|you|up)|do (?:it|so|that|what|my best)|have (?:it|your money|the money)|come up with|catch up|scrape)\b"
    r"|^\W*(?:(?:ok|okay|yes|sure|yeah|yep|alright|fine) )*(?:i )?will(?: do)?(?: it)?\W*$|\b(?:put me down|count on|you have my word|give me (?:some )?(?:more )?time|need (?:some )?(?:more )?time|more time|you'?ll (?:get|have) (?:it|your|ur|the) ?(?:money)?)\b"
    r"|^\W*(?:(?:ok|okay|yes) )*i (?:promise|swear)\W*$|^\W*(?:pay|paying|send|sending|transfer|transferring)(?: it| you| u)?(?: (?:right )?now| rn)?\W*$",
    re.ASCII,
)


# "Trying to pay now and your link is broken": what keeps one from it, and no promise.
_FAILS = re.compile(
    r"\b(?:not working|(?:isn'?t|doesn'?t|doesnt|not|stopped) (?:working|work|loading|load)|broken|crash\w*|declin\w+|locked out|(?:won'?t|wont|didn'?t|not) (?:load|go through|let|open|accept)|keeps? (?:spinning|failing|saying|kicking|crashing)"
    r"|nothing happens|error|expired|(?:site|app|link|page|website|button) (?:is|hates|keeps|was|says)|says (?:no|nothing|my|contact|error|account)|bug on|try pay but|money comes? back)\b"
)
# A bare answer is no longer than this many words.
_A_FEW_WORDS = 4


def _says_nothing(read: Read, items: list[Item]) -> bool:
    """Whether no more is said than "now" or "once a week", which is said of much else than paying."""
    return all(
        kind(item) == "repeat" or read.text[item.start : item.end].strip() in ("now", "right now", "rn")
        for item in items
    )


def _pays(read: Read, by_clause: list[tuple[Clause, list[Item]]]) -> bool:
    return any(
        clause.stance is Stance.COMMITS and _PAYS.search(read.text[clause.start : clause.end])
        for clause, _ in by_clause
    )


# 那笔3,990是重复扣款: a figure that is contested, and no answer.
_DISPUTED = re.compile(
    r"重[复覆]扣|扣重|[多误错]扣|扣[多错]|盗刷|争议|不是我(?:刷|买|花|借|用)的"
    # 我们十号发工资,夜班费得拖到二十五号: told of wages only.
    r"|(?:公司|老板|老细|单位|厂里|[班]费|奖金|补贴|工资|薪水)[^,，。]{0,6}(?:得|要|都|又|成日|老是|总是|每次)*拖到?|(?:每次|次次|成日|老是|总是|经常)(?:都|又)?拖到?"
)
# The debt is somebody else's, so no promise to pay it.
_NOT_MINE = re.compile(
    r"\b(?:acct|account|debt|loan|bill|balance)\b[^.!?;]{0,24}\b(?:not|isn'?t|aint|ain'?t) mine\b|\bnot my (?:acct|account|debt|loan|bill)\b"
    r"|\b(?:is|was|that'?s|belongs to) (?:my|his|her) (?:\w+ )?(?:cousin|brother|sister|mom|dad|mother|father|son|daughter|ex|husband|wife|friend|roommate|uncle|aunt|nephew|niece|boyfriend|girlfriend)(?:'?s| )(?:acct|account|debt|loan|bill|card)\b"
)


_SURE = re.compile(
    r"\b(?:for sure|fs|definitely|def|certain|certainly|guaranteed|100%|yes|seguro|de fijo|si o si)\b|一定|肯定"
)


def _sure_at_last(read: Read, by_clause: list[tuple[Clause, list[Item]]]) -> list[Item]:
    """ "Maybe Friday but Monday for sure": what is sure, behind what is doubted."""
    doubted = [clause.end for clause, _ in by_clause if clause.stance is Stance.DOUBTS]
    return [
        item
        for clause, items in by_clause
        if doubted
        and clause.start >= doubted[-1]
        and clause.stance is Stance.BARE
        and _SURE.search(read.text[clause.start : clause.end])
        for item in items
    ]


# "If you drop the fee I'll pay Friday" asks for something first.
# 我给3000，剩下的减免掉行不: offered for being let off the rest.
_FOR_THE_REST = re.compile(
    r"(?:剩|余|其[余他])[^,，。]{0,6}(?:免|抹|不要了|算了)|算(?:是)?(?:结清|还清|两清)"
)
_BARGAINS = re.compile(
    r"\W*(?:(?:and|but|so|ok|y|pero)\W+)?(?:if (?:you|u|y'?all|yall) |si (?:me|nos|ustedes|usted|les parece) (?!aguant|esper|entiend|compren|tiene paciencia)|"
    r"(?:如果|要是|若|只要)(?:你|您|贵|可以|能)|[^,，。]{0,12}[免减停折][^,，。]{0,8}的话)"
)


_SUPPOSES = re.compile(r"[\W]*(?:那|咁|请问)?(?:如果|要是|假如|假设|若|万一|倘若)(?:是)?(?!你|您|贵|可以|能)")


def _supposes(read: Read) -> bool:
    """如果我12/5還五千 利息可以免嗎: supposed only, to ask what would follow; nothing is said after the question."""
    asked = [number for number, clause in enumerate(read.clauses) if clause.stance is Stance.ASKS]
    if not asked or any(clause.stance is Stance.COMMITS for clause in read.clauses[asked[-1] :]):
        return False
    return any(
        _SUPPOSES.match(read.text, clause.start)
        for clause in read.clauses[: asked[-1]]
        if clause.stance in (Stance.COMMITS, Stance.BARE)
    )


def _rest_to_come(by_clause: list[tuple[Clause, list[Item]]]) -> list[Item] | None:
    """ "Paid 300 already, the rest on the 3rd": said barely, the rest and its day are a promise none the less."""
    for clause, items in by_clause:
        if clause.stance is Stance.BARE and rest_first(items):
            days = [item for item in items if isinstance(item.value, Days)]
            if any(day.value.readings or day.value.event for day in days if isinstance(day.value, Days)):
                return items
    return None


def _as_said(read: Read, clause: Clause, items: list[Item]) -> Clause:
    """ "300 a week until I'm done": a sum and its time are an answer, whatever word or two stand beside them."""
    if (
        HAN.search(read.text)
        or clause.stance is not Stance.LOOSE
        or not any(isinstance(item.value, Sum | Share) for item in items)
    ):
        return clause
    timed = any(
        bool(item.value.readings) if isinstance(item.value, Days) else kind(item) == "repeat"
        for item in items
    )
    whole = timed and not _OTHERS.search(read.text[clause.start : clause.end])
    return replace(clause, stance=Stance.BARE) if whole else clause


# Somebody else does it, or it is somebody's else: "they garnish 200 a month".
_OTHERS = re.compile(
    r"\b(?:they|you|he|she|we|my|his|her|their|your|it|mi|su|sus|les|ellos|ustedes|me|di|dio|dieron|era|fue)\b"
)


def _of_clause(read: Read, clause: Clause) -> list[Item]:
    """What stands in a clause; of "I get paid every other Friday" only that wages are spoken of."""
    items = [item for item in read.items if clause.start <= item.start < clause.end]
    kinds = {type(item.value) for item in items}
    wages = any(isinstance(item.value, Days) and item.value.event for item in items)
    if HAN.search(read.text):
        wages = wages or comes_in(read.text[clause.start : clause.end])
        items = without_cycle_of_wages(items, read.items, read.text) if wages else items
        kinds = {type(item.value) for item in items}
    if (
        wages
        and Every in kinds
        and not kinds & {Sum, Share}
        and not any(isinstance(item.value, Times) for item in read.items)
    ):
        monthly = any(isinstance(item.value, Every) and item.value.cycle.months == 1 for item in items)
        ends = [item.end for item in items if isinstance(item.value, Every)]
        return [
            item
            for item in items
            if isinstance(item.value, Days)
            and (monthly or item.value.event or not any(0 <= item.start - end <= 1 for end in ends))
        ]
    return items


def _without_wages(by_clause: list[tuple[Clause, list[Item]]]) -> list[tuple[Clause, list[Item]]]:
    """ "Wages come on the 10th, I'll pay on the 11th": the first day is not the one of the payment."""
    dated = any(_only_wages(items) and _dated(items) for _, items in by_clause)
    committed = [
        item
        for clause, items in by_clause
        if not _only_wages(items)
        and (clause.stance is Stance.COMMITS or (dated and clause.stance is Stance.BARE))
        for item in items
    ]
    if not any(isinstance(item.value, Days) and item.value.certain for item in committed):
        return by_clause
    days = {item.value.readings for item in committed if isinstance(item.value, Days)}
    following = [*(items for _, items in by_clause[1:]), []]
    return [
        (
            clause,
            _same_day(items, days)
            if clause.stance in (Stance.BARE, Stance.COMMITS)
            and _only_wages(items)
            and not _paid_from(items, after, committed)
            else items,
        )
        for (clause, items), after in zip(by_clause, following, strict=True)
    ]


def _paid_from(wages: list[Item], after: list[Item], committed: list[Item]) -> bool:
    """下个月5号发薪,给你3800,剩的下下个月5号: more sums than days, and the first of them stands right behind the wages."""
    days = sum(isinstance(item.value, Days) for item in committed)
    sums = sum(isinstance(item.value, Sum | Share) and item.value != ALL for item in committed)
    first = bool(committed) and committed[0].start > wages[-1].end
    dayless = bool(after) and not any(isinstance(item.value, Days | Every) for item in after)
    return (
        _dated(wages) and sums > days and first and dayless and any(isinstance(i.value, Sum) for i in after)
    )


def _same_day(wages: list[Item], days: set[tuple[date, ...]]) -> list[Item]:
    """ "They pay us on Thursdays so this Thursday you get 75": paid on the day of the wages, it hangs on them."""
    told = [item.value for item in wages if isinstance(item.value, Days)]
    if any(day.readings for day in told) and not any(day.readings in days for day in told if day.readings):
        return []
    return [
        item
        for item in wages
        if isinstance(item.value, Days) and item.value.event and not item.value.readings
    ]


def _dated(items: list[Item]) -> bool:
    return any(isinstance(item.value, Days) and item.value.readings for item in items)


def _only_wages(items: list[Item]) -> bool:
    days = [item.value for item in items if isinstance(item.value, Days)]
    return len(days) == len(items) and any(day.event for day in days)


def _offers_instead(by_clause: list[tuple[Clause, list[Item]]]) -> bool:
    """ "Not Friday, Saturday": what is refused is something said, and something else stands beside it barely."""
    refused = any(clause.stance is Stance.REFUSES and items for clause, items in by_clause)
    first = next((clause.start for clause, _ in by_clause if clause.stance is Stance.REFUSES), 0)
    return any(
        clause.stance is Stance.BARE and items and (refused or (clause.start > first and _told_whole(items)))
        for clause, items in by_clause
    )


def _told_whole(items: list[Item]) -> bool:
    return _dated(items) and any(isinstance(item.value, Sum) for item in items)


def _listed_on(read: Read, by_clause: list[tuple[Clause, list[Item]]], kept: list[Item]) -> list[Item]:
    """ "200 each on Oct 15, Oct 29 and Nov 12 po": a list goes on in a clause that is all but bare."""
    listed: list[Item] = []
    for clause, items in by_clause:
        before = [item for item in (*kept, *listed) if item.start < clause.start]
        if (
            clause.stance is Stance.LOOSE
            and items
            and before
            and kind(before[-1]) == kind(items[0]) == "day"
            and LISTED.fullmatch(read.text[before[-1].end : items[0].start])
        ):
            listed += items
    return listed


_DECIDES = re.compile(r"看|睇|视乎|视乎|取决|要等|等")


def _decided_by_wages(read: Read, by_clause: list[tuple[Clause, list[Item]]], kept: list[Item]) -> list[Item]:
    """廿五號或者卅號，睇下邊日出糧: which of the days it is, wages decide."""
    days = [item.value for item in kept if isinstance(item.value, Days)]
    if not any(len(day.readings) > 1 for day in days) or any(day.event for day in days):
        return []
    return [
        item
        for clause, items in by_clause
        if clause.stance in (Stance.OTHER, Stance.LOOSE, Stance.DOUBTS)
        and _DECIDES.search(read.text[clause.start : clause.end])
        for item in items
        if isinstance(item.value, Days) and item.value.event
    ][:1]


def rest_first(items: list[Item]) -> bool:
    """ "The rest" of what a payment already made has left: how much that is, the ledger knows."""
    money = [item.value for item in items if isinstance(item.value, Sum | Share)]
    return bool(money) and money[0] == REST
