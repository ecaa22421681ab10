"""What was promised or paid before and is told of beside the promise: "I was meant to send 60 on the 20th, it bounced, 60 on
Monday", "le había prometido 500 para el 10"."""

from __future__ import annotations

import re

from reading.corrections import Item
from reading.days import Days
from reading.money import Share, Sum
from reading.stance import Clause, Stance
from reading.text import HAN

type ByClause = list[tuple[Clause, list[Item]]]

_BEFORE = re.compile(
    r"\b(?:was|were) (?:meant|supposed|due|going|gonna|set) (?:to|for)\b|\bmeant to (?:pay|send|give)\b|\bhad (?:already )?(?:promised|said|agreed|told|planned)\b|\bshould(?:'ve| have|a) (?:paid|sent|given|gone)\b"
    r"|\b(?:i|we) (?:know (?:i|we) )?(?:promised|swore|said (?:i'?d|i would|we'?d)|told (?:you|u|y'?all|them|him|her) (?:i'?d|i would|it'?d)|owed you|missed)\b|\bhad (?:about )?\S+ (?:taken|pulled|debited|stolen|deducted|docked|garnished|come out)\b|\b(?:didn'?t|did not|never) (?:go through|clear|go out|happen|come out|leave)\b|\bbounced\b"
    r"|\b(?:habia|habiamos|habria) (?:prometido|dicho|quedado|acordado|apalabrado|comprometido)\b|\b(?:les?|te|os) (?:prometi|jure|dije|dijimos)\b|\bprometi(?:mos)?\b|\bquede (?:en|de|que|con)\b|\bquedamos en que (?:les|le|te|os) (?:pag|dab)\w+|\b(?:iba|ibamos) a (?:pagar|dar|mandar|depositar|ingresar)\w*|\b(?:debi|debia|tenia que|tendria que haber) (?:pag|dar|mand|deposit|ingres)\w*"
    r"|\bno (?:salio|salieron|paso|pasaron|entro|entraron|se (?:hizo|hicieron|pudo|pudieron|efectuo|cobro|cobraron))\b|\b(?:se |me )?(?:rebot|rechaz|devolvi)(?:o|aron|eron)\b",
    re.ASCII,
)


def without_not_kept(by_clause: ByClause, text: str) -> ByClause:
    """Without what such a clause names, where a sum and a day of their own follow."""
    if HAN.search(text):
        return by_clause
    left = list(by_clause)
    for number, (clause, items) in enumerate(by_clause):
        following = [
            item
            for later, told in by_clause[number + 1 :]
            if later.stance in (Stance.COMMITS, Stance.BARE)
            for item in told
        ]
        valued = any(isinstance(item.value, Sum | Share) for item in following)
        dated = any(isinstance(item.value, Days) and item.value.readings for item in following)
        if items and valued and dated and _BEFORE.search(text, clause.start, clause.end):
            left[number] = clause, []
    return _without_others(left, text)


# "The landlord takes 650 on the 1st, so you'd be getting 70 on the 5th": what is left for us, ...
_FOR_YOU = re.compile(
    r"\b(?:(?:you|u|y'?all|ye|yous)(?: guys| people| lot)?(?:'?ll|'?d| will| would| can)?(?: be)? (?:get|getting|have|having)\b|(?:leaves|left) (?:you|u|y'?all)\b|for (?:you|u|y'?all|yall)\b|i (?:will|can|could|'?ll) (?:send|give|pay|do|get|bring) (?:you|u|y'?all)\b|i'?(?:ll|d) (?:send|give|pay|get|bring) (?:you|u|y'?all)\b)"
    r"|\b(?:(?:a )?(?:ti|vosotros|ustedes|usted) )?(?:te|os|les?) (?:tocan?|quedan?|doy|dejo|paso|pongo|mando|pago|ingreso|deposito|meto)\b|\b(?:tendran?|tendreis) (?:ustedes|usted|vosotros)?",
    re.ASCII,
)
# ... and what others get, who are neither you nor me.
_OTHERS_GET = re.compile(
    r"\b(?:takes?|wants?|needs?|costs?|gets?|is|are|was|were|eats?|ate|goes|due|charges?|se (?:llev|qued|com)\w+|son|es|cuesta|cuestan|vale|sube|viene|quiere|pide|cobra|toca|va|van|hay que)\b",
    re.ASCII,
)
_OURS = re.compile(
    r"\b(?:i|i'?ll|i'?m|i'?d|we|we'?ll|you|u|y'?all|ye|ur|your|send\w*|pay|paying|payment|instal+ments?|first|second|rest|half|then|yo|les?|te|os|ustedes|usted|pago|abono|doy|mando|deposito|ingreso|paso|pongo|luego|resto|mitad|primer[oa]?|segund[oa])\b|\x1f",
    re.ASCII,
)


def _without_others(by_clause: ByClause, text: str) -> ByClause:
    """Without what others get, where one clause behind says with its sum and day what is left for us."""
    number = len(by_clause) - 1
    while number >= 0 and not by_clause[number][1]:
        number -= 1
    if number < 1 or HAN.search(text) or not _whole(by_clause[number], text):
        return by_clause
    before = [(clause, items) for clause, items in by_clause[:number] if items]
    theirs = all(
        _OTHERS_GET.search(text, clause.start, clause.end)
        and not _OURS.search(text, clause.start, clause.end)
        for clause, _ in before
    )
    return [*((clause, []) for clause, _ in by_clause[:number]), *by_clause[number:]] if theirs else by_clause


def _whole(told: tuple[Clause, list[Item]], text: str) -> bool:
    clause, items = told
    kinds = [type(item.value) for item in items]
    return (
        clause.stance is Stance.COMMITS
        and {Sum, Days} <= set(kinds)
        and bool(_FOR_YOU.search(text, clause.start, clause.end))
    )
