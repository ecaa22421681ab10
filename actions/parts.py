"""A promise of several payments: how they are spread, and the rest of what is owed."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from actions import answers
from actions.drafts import Draft
from actions.shifts import shifted
from actions.situation import Say, Situation
from catalogue.values import money
from core.money import Money

# The rest of what is owed, named.
_REST = re.compile(
    r"\b(?:rest|remain\w*|balance|resto|restante|lo demás|faltante)\b|剩|余下|餘下|其余|其餘", re.IGNORECASE
)

# The rest is left to be talked about another time: no payment, and no answer to what was read back.
_REST_LATER = re.compile(
    r"(?:\b(?:and |n |but )?(?:the |th )?(?:rest|remainder|other half|remaining \w+)\b[^.,;!?\n]{0,24}?\b(?:talk|let (?:you|u|ya) know|tell (?:you|u|ya)|get back to|figure|sort (?:it )?out|discuss|see (?:later|after|about|how)|work (?:it )?out|hit (?:you|u) up)\b[^.;!?\n]*"
    r"|\by?\s*(?:lo (?:que|q) (?:falta|resta|queda|sobra)|lo dem[aá]s|el resto|lo restante|la otra parte)\b[^.;!?\n]{0,30}?\b(?:vemos|ver[eé]|veo|platicamos|hablamos|arreglamos|acordamos|digo|dir[eé]|aviso|avisar[eé]|confirmo)\b[^.;!?\n]*"
    r"|(?:剩下?|余下|餘下|其余|其餘|淨返|净返|剩返|剩餘|剩余)[^，。,；;\n]{0,18}?(?:再|先)(?:跟|同|和)?(?:你|妳|您|你们|你們|你哋)?(?:说|說|讲|講|谈|談|倾|傾|商量|聊|约|約|定|通知|想)(?:[吧啦喇囉啊呀]|(?=[\s，。,；;]|$)))",
    re.IGNORECASE,
)

_ASKS_REST = "promise.small_and_rest"


def names_rest(text: str) -> bool:
    """Whether the text speaks of the rest of what is owed."""
    return bool(_REST.search(text))


def without_rest(s: Situation) -> Situation:
    """The situation without what puts the rest off to another talk: "the rest I'll talk to you about after"."""
    plain = _REST_LATER.sub(" ", s.text).strip(" ,，、")
    return s.saying(plain, s.intent) if plain and plain != s.text.strip() and not rest_is_asked(s) else s


def spread(s: Situation, draft: Draft) -> Draft | None:
    """The draft with the payments that were just said, or None where one of them lacks what nothing else tells."""
    said = s.reading.instalments or ()
    parts = tuple((item.amount.amount, item.on) for item in said if item.amount and item.on)
    if len(parts) == len(said):
        return replace(
            draft, parts=_after_the_first(s, draft, parts), amount=None, on=None, rest=None, agreed=False
        )
    if len(said) == len(draft.parts) and not any(item.on for item in said):
        # Only the sums are said anew: each payment keeps its day. "Make the first one 180, so 208 after."
        sums = [item.amount.amount for item in said if item.amount]
        if len(sums) == len(said):
            days = [on for _, on in draft.parts]
            return replace(draft, parts=tuple(zip(sums, days, strict=True)), agreed=False)
    first = said[0]
    if len(parts) == 1 and len(said) == 2 and first.amount and first.on is None:
        # Its day is asked, unless one is on the table: "make it 240 then, and 240 on July 3".
        rest = (parts[0][0], _behind(parts[0][1], draft.on))
        half = replace(draft, parts=(), amount=first.amount.amount, rest=rest, agreed=False)
        known = with_rest(half)
        return known if known.parts else replace(half, on=None)
    return None


def both_open(s: Situation, draft: Draft) -> tuple[Draft, Say | None] | None:
    """Two payments, told by their sums before their days: both sums are kept, and the days taken as they come."""
    assert s.account is not None
    said = s.reading.instalments or ()
    if len(said) == 2 and not any(item.on for item in said) and said[0].amount and not draft.parts:
        first = said[0].amount.amount
        other = said[1].amount.amount if said[1].amount else s.account.amount.amount - first
        if other > 0:
            return replace(draft, amount=first, on=None, second=other, rest_asked=False, agreed=False), None
    if draft.second is None or draft.amount is None or draft.on is not None or s.sum_said is not None:
        return None
    days = [item.on for item in said if item.on] or list(s.days)
    if len(days) == 2 and days[0] < days[1]:
        parts = ((draft.amount, days[0]), (draft.second, days[1]))
        return replace(draft, parts=parts, amount=None, second=None), None
    if len(days) != 1:
        return None
    currency = s.account.amount.currency
    amounts = {
        "amount": money(Money(draft.amount, currency)),
        "rest": money(Money(draft.second, currency)),
    }
    return replace(draft, on=days[0], rest_asked=True), Say(_ASKS_REST, amounts)


def _behind(on: date, first: date | None) -> date:
    """The day of the rest behind that of the first payment: "the 20th", said after the 5th of June, is in June."""
    if first is None or on > first or first - on > timedelta(days=31):
        return on
    for months in (1, 2):
        year, month = on.year + (on.month + months - 1) // 12, (on.month + months - 1) % 12 + 1
        if on.day <= monthrange(year, month)[1] and (later := date(year, month, on.day)) > first:
            return later
    return on


def rest_open(s: Situation, draft: Draft) -> tuple[Draft, Say | None] | None:
    """Two payments of which only the first has its day: the day of the other is asked for before anything is read back."""
    said = s.reading.instalments or ()
    if len(said) != 2 or draft.rest_asked:
        return None
    first, other = said
    if not (first.amount and first.on and other.amount and other.on is None):
        return None
    known = replace(draft, amount=first.amount.amount, on=first.on, parts=(), rest_asked=True, agreed=False)
    amounts = {"amount": money(first.amount), "rest": money(other.amount)}
    return known, Say(_ASKS_REST, amounts)


def _after_the_first(
    s: Situation, draft: Draft, parts: tuple[tuple[Decimal, date], ...]
) -> tuple[tuple[Decimal, date], ...]:
    """The payments said in answer to "and the rest?" behind the first one; what is called the rest is what is left then."""
    if not draft.rest_asked or draft.amount is None or draft.on is None or parts[0][1] <= draft.on:
        return parts
    assert s.account is not None
    left = s.account.amount.amount - draft.amount - sum((amount for amount, _ in parts[:-1]), Decimal(0))
    last, on = parts[-1]
    if left <= 0:
        return parts
    return ((draft.amount, draft.on), *parts[:-1], (left if names_rest(s.text) else min(last, left), on))


def with_rest(draft: Draft) -> Draft:
    """Both parts, once the day of the first is known and lies before that of the second."""
    if draft.rest is None or draft.amount is None or draft.on is None or draft.on >= draft.rest[1]:
        return draft
    return replace(draft, parts=((draft.amount, draft.on), draft.rest), amount=None, on=None, rest=None)


def rest_is_asked(s: Situation) -> bool:
    """Whether the question that is open is when the rest could be paid."""
    return (s.dialogue.question or {}).get("key") == _ASKS_REST


def _agrees_to_rest(s: Situation) -> bool:
    """A bare yes to "and the rest?": its day is still to be told."""
    return rest_is_asked(s) and not s.days and (s.intent == "affirm" or answers.yes(s.text))


def rest(s: Situation, draft: Draft) -> tuple[Draft, Say | None]:
    """The answer to "and the rest?": a second part, or nothing more to be had now."""
    assert s.account is not None
    assert draft.amount is not None
    assert draft.on is not None
    left = min(s.account.amount.amount - draft.amount, draft.second or s.account.amount.amount)
    currency = s.account.amount.currency
    later = shifted(s.text, draft.on)  # "the rest two weeks after that"
    days = (later,) if later else s.days
    if len(days) != 1 or days[0] <= draft.on:
        if _agrees_to_rest(s) and left > 0:
            return draft, Say("promise.ask_day", {"amount": money(Money(left, currency))})
        if draft.rest_asked or left <= 0:
            return draft, None
        amounts = {"amount": money(Money(draft.amount, currency)), "rest": money(Money(left, currency))}
        return replace(draft, rest_asked=True, agreed=False), Say(_ASKS_REST, amounts)
    if s.sum_said is not None and s.sum_said.amount <= left:
        left = s.sum_said.amount
    both = ((draft.amount, draft.on), (left, days[0]))
    return replace(draft, parts=both, amount=None, on=None, second=None, agreed=False), None
