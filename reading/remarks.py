"""Clauses that speak of paying and promise nothing: wishes, remarks on a day, what nobody wants to promise."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from reading.corrections import Item, kind
from reading.days import Days
from reading.jest import on_errands
from reading.money import Share, Sum
from reading.repeats import Times
from reading.stance import Clause, Stance

type ByClause = list[tuple[Clause, list[Item]]]

_WISHES = re.compile(
    r"\b(?:would|'?d) (?:have )?(?:love|like|gladly|happily|prefer|rather|really like|totally)\b|\b(?:want|wanted|wanna|wish|hoped|hoping|meant|planned|planning|intended|was going|was gonna|trying|tried)"
    r" (?:to|on)\b|\b(?:me (?:gustaria|encantaria)|quisiera|queria|quiero|planeaba|pensaba|intento|ya iba|mi idea era|tenia pensado)\b",
    re.ASCII,
)
_LACKS = re.compile(
    r"\b(?:negative|overdrawn|overdraft|broke|empty|(?:nothing|zero|0) (?:in|left|to)|(?:card|account|bank|debit) (?:is |was |got |has been )*(?:declined|locked|frozen|closed|maxed|blocked)"
    r"|no (?:money|cash|funds|job|work|way|hours|income)|not enough|ain'?t (?:got|enough)|don'?t have|haven'?t (?:got|been paid)|laid off|lost my job|out of (?:work|money)|short(?: this| on)?|(?:can'?t|cannot|cant|couldn'?t)(?! (?:until|till|before))|tapped out|maxed out|got fired|it'?s not possible|insufficient"
    r"|en (?:ceros?|rojo|numeros rojos)|sin (?:un |ni un )?(?:peso|quinto|duro|dinero|lana|chamba|trabajo|feria|plata|saldo|fondos)|no (?:tengo|me alcanza|hay|me da|traigo|cuento|puedo|me llega|completo)|quebrad[oa]|me (?:corrieron|despidieron|quede sin)|estoy (?:pelad[oa]|seco|seca|tiesa?)|vaci[oa])\b",
    re.ASCII,
)
_NO_PROMISE = re.compile(
    r"\b(?:can'?t|cannot|won'?t|not (?:gonna|going to|making|promising|guaranteeing)|don'?t (?:wanna|want to)|no) (?:really |even |actually |honestly |make |be |any |you )*(?:promis(?:e|es|ing)|guarantees?|commit(?:ments?)?)\b"
    r"|\b(?:no|ni|nada) (?:(?:les?|te|os|me|puedo|voy a|quiero|es) ){0,3}(?:promet\w+|promesas?|compromet\w+|compromiso|asegur\w+|garantiz\w+)\b",
    re.ASCII,
)
# 下周一周二我出差培训别打.
_LEFT_ALONE = re.compile(
    r"(?:不要|别|勿|唔好|莫|甭|不用|唔使|咪)再?(?:给我|同我|跟我)?(?:打(?!款|钱|折)|来电|来嚟|联系|联络|找我|搵我|揾我|call|致电|传|发(?!愁|脾气)|吵|扰|烦)|勿扰|接(?:不|唔)(?:到|了)|[不没唔]接"
)
# A month has no more.
_DAYS = 31
# Of the day itself: "the 2nd is a holiday but ...".
_IS_SOME_DAY = re.compile(
    r" ?(?:(?:is|'?s|falls|was|es|cae|son|era) (?!fine|good|ok|okay|best|when|bueno|cuando|buen|el (?:dia|mejor)|ideal|doable|possible|posible|perfect|great|the (?:day|earliest|soonest|best)|easier|better|mejor|que|lo)[a-z]"
    r"|(?:i'?m|im|i am|i have|i work|we'?re|estoy|ando|tengo|trabajo|hay|no hay)(?! (?:good|able|gonna|going|paying|sending|pagando|que pagar|para))\b)",
    re.ASCII,
)
# "No chance before Christmas but you'll get 85 on the 29th": when nothing is paid yet.
_NOT_BEFORE = re.compile(
    r"\b(?:no|not|nothing|none|ain'?t|won'?t|wont|can'?t|cannot|cant|couldn'?t|unable|never|nada|no (?:puedo|podre|hay))\b[^.;!?]{0,60}?\b(?:before|b4|until|till?|antes del?|hasta(?: el)?)\b[^.;!?]{0,40}$",
    re.ASCII,
)
# 今日收工晚了,才看到信息: how the day went.
_JUST_NOW = re.compile(
    r"^[^,，。]{0,4}今[天日早晚朝](?![^,，。]*(?:还|付|转|给|打|交|汇|俾|畀|缴))[^,，。]{0,8}(?:晚了|迟了|才|先至|太忙|好忙|很忙|忙死|累死|加班|没看|冇睇)[^,，。]{0,10}$"
)
_LEADS = re.compile(
    r"[^a-z0-9]*(?:(?:and|so|but|well|ok|on|the|y|pero|es que|el|este|bueno|pues) )*", re.ASCII
)


def without_wishes(by_clause: ByClause, text: str) -> ByClause:
    """ "I'd love to pay 100 today but my account is negative": a wish, and why nothing comes of it."""
    judged = list(by_clause)
    for number, ((wish, items), (reason, told)) in enumerate(pairwise(by_clause)):
        if (
            wish.stance in (Stance.COMMITS, Stance.BARE)
            and not told
            and _WISHES.search(text[wish.start : wish.end])
            and _LACKS.search(text[reason.start : reason.end])
        ):
            judged[number] = (replace(wish, stance=Stance.REFUSES), items)
    return judged


def promises_nothing(by_clause: ByClause, text: str) -> bool:
    """ "I get paid on the 15th and I won't promise anything": no figure, and the word itself refused; or
    三十和初一(就是16、17号)别来电话: the days are those on which one is not to be called."""
    if any(_figure(item) or isinstance(item.value, Times) for _, items in by_clause for item in items):
        return False
    if on_errands(by_clause, text) or any(
        _NO_PROMISE.search(text[clause.start : clause.end]) for clause, _ in by_clause
    ):
        return True
    left_alone = any(
        items and _LEFT_ALONE.search(text, items[0].end, clause.end) for clause, items in by_clause
    )
    return left_alone and all(clause.stance is not Stance.COMMITS for clause, _ in by_clause)


def _figure(item: Item) -> bool:
    """Whether it is money, and no number of a day: 三十和初一."""
    value = item.value
    return isinstance(value, Share) or (
        isinstance(value, Sum) and (value.unit is not None or any(figure > _DAYS for figure in value.figures))
    )


def without_remarks(by_clause: ByClause, text: str) -> ByClause:
    """ "The 2nd is a holiday but on the 3rd I'll pay 500": the first day is told of, the second is promised."""
    settled = any(
        clause.stance is Stance.COMMITS
        and {Days} & {type(item.value) for item in items}
        and not _remark(clause, items, text)
        for clause, items in by_clause
    )
    if not settled:
        return by_clause
    return [(clause, [] if _remark(clause, items, text) else items) for clause, items in by_clause]


def _remark(clause: Clause, items: list[Item], text: str) -> bool:
    if not items or not all(isinstance(item.value, Days) for item in items):
        return False
    first = items[0]
    if _JUST_NOW.search(text[clause.start : clause.end]):
        return True
    if _NOT_BEFORE.search(text[clause.start : items[-1].end]):
        return True
    return bool(
        _LEADS.fullmatch(text[clause.start : first.start])
        and _IS_SOME_DAY.match(text[first.end : clause.end])
    )


# What can only be to come: "tomorrow 90", "another 80 Friday", "este viernes 90".
_YET_TO_COME = re.compile(
    r"\b(?:tomorrow|next|this (?:coming )?(?:week|month|mon|tue|wed|thu|fri|sat|sun)|coming|another|more|manana|proxim[oa]|que (?:viene|entra|sigue)|este|otr[oa]s)\b"
)


def one_to_come(by_clause: list[tuple[Clause, list[Item]]], text: str) -> list[Item] | None:
    """ "Ya os puse 60 a primeros de mes. Mañana 90": beside what is paid, a sum and a day that is to come."""
    return [
        item
        for clause, items in by_clause
        if clause.stance is Stance.BARE and _YET_TO_COME.search(text, clause.start, clause.end)
        if {"day", "money"} == {kind(one) for one in items} and all(_certain(one) for one in items)
        for item in items
    ] or None


def _certain(item: Item) -> bool:
    return not isinstance(item.value, Days) or bool(item.value.readings)
