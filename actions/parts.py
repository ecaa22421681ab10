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
from reading import read_amount, read_days

# The rest of what is owed, named.
_REST = re.compile(
    r"\b(?:rest|remain\w*|balance|other half|what'?s left|resto|restante|lo dem[aá]s|faltante|(?:lo|los|las|la) (?:que|q|k) (?:falta|resta|queda|sobra)\w*|otra mitad)\b"
    r"|剩|余下|餘下|其余|其餘|餘數|余数|尾[数數款]|[淨净][低返]|[仲還还][爭差欠]|(?<![相出])差的|(?<![空])缺的|另一半",
    re.IGNORECASE,
)
# Another payment beside those that are known: "another 100 on the 30th", 另外再轉500.
_MORE = re.compile(
    r"\b(?:another|an extra|plus(?: another)?|and then(?: another)?) [$£€]?\d|[$£€]?\d[\d.,]* (?:more|extra|on top|as well)\b|\b(?:otros?|m[aá]s otros|adem[aá]s(?: otros)?) \$?\d|\$?\d[\d.,]* m[aá]s\b(?! (?:tarde|adelante))"
    r"|(?:另外|再多|再加|仲有|還有|还有)[^，。]{0,10}\d",
    re.IGNORECASE,
)

# The rest is left to be talked about another time: no payment, and no answer to what was read back.
_REST_LATER = re.compile(
    r"(?:\b(?:and |n |but )?(?:the |th )?(?:rest|remainder|other half|remaining \w+)\b[^.,;!?\n]{0,24}?\b(?:talk|let (?:you|u|ya) know|tell (?:you|u|ya)|get back to|figure|sort (?:it )?out|discuss|see (?:later|after|about|how)|work (?:it )?out|hit (?:you|u) up|(?:when|whenever|once) i can|some ?(?:time|day)|idk|dunno|(?:no|not a|havent a|haven'?t a) (?:idea|clue|scooby)|not sure|unsure|(?:don'?t|dont|do not|dinnae|dunnae|cant|can'?t) (?:know|say|promise))\b[^.;!?\n]*"
    r"|\b(?:no idea|no clue|not a clue|idk|dunno|don'?t (?:really )?know|dont (?:really )?know|not (?:really )?sure|unsure|can'?t (?:say|tell|promise)|cant (?:say|tell|promise)|will (?:see|talk|let (?:you|u|ya) know)|(?:we'?ll|we will|i'?ll|ill|lets|let'?s) (?:see|talk|worry|think|sort|deal|figure|let (?:you|u|ya) know))(?: \w+){0,2}? (?:about|bout|of|with|when|on|for|out|how)? ?(?:i can (?:do|pay) )?(?:the |th |da )?(?:rest|remainder|other half|balance)\b(?: (?:yet|still|lol|tho|though|later|after|for now|right now|at the (?:mo|minute|moment)|another time|next time|tbh))*"
    r"|\b(?:del|de) (?:resto|lo (?:que|q) (?:falta|resta|queda))[^.;!?\n]{0,12}?\bno (?:s[eé]|tengo idea|puedo decir)\b(?: (?:todav[ií]a|a[uú]n|ahorita|ahora|nada|cu[aá]ndo))*|\bno (?:s[eé]|tengo (?:ni )?idea)(?: \w+){0,2}? (?:del|de|sobre|con) (?:el )?(?:resto|lo dem[aá]s|lo (?:que|q) (?:falta|resta|queda))\b(?: (?:todav[ií]a|a[uú]n|ahorita))*"
    r"|\by?\s*(?:lo (?:que|q) (?:falta|resta|queda|sobra)|lo dem[aá]s|el resto|lo restante|la otra parte)\b[^.;!?\n]{0,30}?\b(?:ve(?:re)?mos|ver[eé]|veo|vamos viendo|ir[eé](?:mos)? viendo|se ver[aá]|platicamos|hablamos|arreglamos|acordamos|digo|dir[eé]|aviso|avisar[eé]|confirmo|no s[eé]|ni idea|no tengo (?:ni )?idea|qui[eé]n sabe|despu[eé]s|m[aá]s adelante|cuando pueda)\b[^.;!?\n]*"
    r"|(?:剩下?|余下|餘下|其余|其餘|淨返|净返|淨低|净低|剩返|剩餘|剩余|尾[数數]|差的)[^，。,；;\n]{0,18}?(?:再|先)(?:跟|同|和)?(?:你|妳|您|你们|你們|你哋)?(?:说|說|讲|講|谈|談|倾|傾|商量|聊|约|約|定|通知|想|看看?|睇(?:吓|下)?)(?:[吧啦喇囉啊呀]|(?=[\s，。,；;]|$))"
    r"|(?:剩下?|余下|餘下|其余|其餘|淨返|净返|淨低|净低|剩返|剩餘|剩余|尾[数數]|差的)[^，。,；;\n]{0,10}?(?:还|還|仲)?(?:不知道|不知|不晓得|不曉得|唔知|说不准|說不準|講唔定|讲唔定|没谱|沒譜|没想好|沒想好|未諗到|未谂到|不确定|不確定|唔確定|唔确定|不好说|不好說|以后再|以後再|遲啲|迟啲|之后再|之後再|慢慢再|睇下先|再睇)[^\s，。,；;\n]{0,6})",
    re.IGNORECASE,
)

_ASKS_REST = "promise.small_and_rest"

# The rest hangs on what may come or not: "y lo demás ya que me caiga otra obra", "rest when the next job comes in".
_REST_HANGS = re.compile(
    r"(?:(?:\b(?:and |n |but )?(?:the |th )?(?:rest|remainder|other half|balance|remaining \w+)\b[^.,;!?\n]{0,16}?\b(?:when(?:ever)?|once|as soon as|after(?= (?!that|then|this)\w)|if|depends)\b(?! (?:i (?:get|got|am|'?m) paid|payday|my (?:pay|wages|salary|check|cheque)))"
    r"|\b(?:y |pero )?(?:lo (?:que|q) (?:falta|resta|queda|sobra)|lo dem[aá]s|el resto|lo restante|la otra (?:parte|mitad))\b[^.,;!?\n]{0,16}?\b(?:ya (?:que|q|cuando)|cuando|en cuanto|apenas|hasta (?:que|q)|a la (?:que|q)|nom[aá]s (?:que|q)|si|depende)\b(?! (?:me paguen|cobre|me paga|cobro|caiga (?:la )?(?:quincena|n[oó]mina))))[^.,;!?，。；\n]*"
    r"|(?:剩下?|余下|餘下|其余|其餘|淨返|净返|淨低|净低|剩[返低]|剩餘|剩余|尾[数數]|差的|另一半)[^。；;\n]{0,8}?(?:等|要看|看|睇|如果|要是|若|有[钱錢]|到时|到時)(?!.{0,4}(?:发工资|發工資|发薪|發薪|出粮|出糧|领薪|領薪))[^\s.,;!?，。；]*|\b(?:when(?:ever)?|once|as soon as)\b(?! (?:i (?:get|got) paid|payday|my (?:pay|wages|salary|check|cheque)))[^.,;!?\n]{1,50}\b(?:rest|remainder|other half)\b|\b(?:cuando|en cuanto|ya (?:que|q)|apenas|hasta (?:que|q))\b(?! (?:me paguen|cobre|me paga|cobro))[^.,;!?\n]{1,50}\b(?:lo dem[aá]s|el resto|lo (?:que|q) (?:falta|queda|resta))\b|等(?![^，。；\s]{0,4}(?:发工资|發工資|发薪|發薪|出粮|出糧|领薪|領薪))[^，。；\s]{1,14}[再才先][^，。；\s]{0,6}(?:剩|余下|餘下|尾[数數])[^，。；\s]{0,3})",
    re.IGNORECASE,
)

# The same in answer to "and the rest?".
_HANGS = re.compile(
    r"\W*(?:(?:well|that|it'?s|idk|pues|ps|pos|y|eso|bueno|嗯|呃|那|咁)[\s,，]+)*(?:when(?:ever)?|once|as soon as|if|depends|ya (?:que|q)|cuando|en cuanto|apenas|hasta (?:que|q)|si|depende|等|要看|看|睇|如果|到时|到時|有[钱錢])"
    r"(?! (?:i (?:get|got) paid|me paguen|cobre|me paga|cobro)|.{0,4}(?:发工资|發工資|发薪|發薪|出粮|出糧|领薪|領薪))",
    re.IGNORECASE,
)


def names_rest(text: str) -> bool:
    """Whether the text speaks of the rest of what is owed."""
    return bool(_REST.search(text))


def names_more(text: str) -> bool:
    """Whether the text speaks of so much more, beside what is known."""
    return bool(_MORE.search(text))


def adds(s: Situation) -> bool:
    """Whether the text speaks of another payment beside the one that is on the table."""
    return names_rest(s.text) or names_more(s.text)


def without_rest(s: Situation) -> Situation:
    """The situation without what puts the rest off to another talk: "the rest I'll talk to you about after"."""
    plain = _REST_LATER.sub(" ", _without_hanging(s)).strip(" ,，、")
    plain = re.sub(r"(?i)[\s,;]+(?:but|and|n|pero|y|aunque|though|tho|lol)\W*$", "", plain)
    return s.saying(plain, s.intent) if plain != s.text.strip() and not rest_is_asked(s) else s


def _without_hanging(s: Situation) -> str:
    """The text without the rest that hangs on something, where no day is told of it; as it is where nothing else is known."""

    def left(found: re.Match[str]) -> str:
        days = read_days(found[0], now=s.now, tz=s.zone, lang=s.language, country=s.country).days
        return found[0] if days else " "

    plain = _REST_HANGS.sub(left, s.text)
    alone = not (s.standing or s.dialogue.draft or re.search(r"\w", plain))
    return s.text if alone else plain


def puts_off(s: Situation) -> bool:
    """Whether the rest is left to another talk or hangs on something, or nothing is known of it yet."""
    return bool(_REST_LATER.search(s.text)) or _without_hanging(s) != s.text


# An answer to "and the rest?" that leaves it open.
_NOT_YET = re.compile(
    r"\b(?:not sure|no idea|no clue|idk|dunno|don'?t know|dont know|can'?t say|cant say|not yet|one step at a time|later|no s[eé]|ni idea|todav[ií]a no|a[uú]n no|luego vemos|despu[eé]s|m[aá]s adelante|ya veremos|ya ver[eé])\b"
    r"|不知道|不晓得|不曉得|唔知|说不准|說不準|未知|再说|再說|再讲|再講|先讲|先講|遲啲|迟啲|以后再|以後再|到时再|到時再|没想好|沒想好",
    re.IGNORECASE,
)


def only_puts_off(s: Situation) -> bool:
    """Whether all that is said is that the rest is open: what is on the table is read back as it is."""
    if s.reading.instalments or (s.sum_said and not s.share_said):
        return False
    if rest_is_asked(s):
        left_open = s.is_brief and bool(_NOT_YET.search(s.text) or _HANGS.match(s.text))
        return not s.days and (puts_off(s) or left_open)
    return puts_off(s) and not re.search(
        r"\w",
        re.sub(r"(?i)\b(?:but|and|n|pero|y|lol|yet|tho)\b", "", _REST_LATER.sub(" ", _without_hanging(s))),
    )


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


def _sum_of_rest(s: Situation) -> Decimal | None:
    """The sum that stands right behind the word for the rest: 差的2000, "the other 200"."""
    found, owed = _REST.search(s.text), s.account.amount if s.account else None
    behind = re.split(r"[，,;；\n]", s.text[found.end() :])[0][:12] if found else ""
    figure = re.match(
        r"\W*(?:of )?([$£€₹]?\d(?:[\d.,]*\s?(?:k\b|mil\b|thousand\b|grand\b|[千万萬])|\d[\d.,]*))(?!\d|\s*(?:w[ke]|d[aií]|m[oe]|s[te]|[nr]d|th|[号號日月/]))",
        behind,
        re.IGNORECASE,
    )
    said = (
        read_amount(figure[1].rstrip(".,"), owed=owed, country=s.country, lang=s.language).money
        if figure
        else None
    )
    return said.amount if said and owed and said.currency == owed.currency else None


def added(s: Situation) -> Draft | None:
    """The payments that stand, and one more behind them: "the rest on June 5", once the first was agreed."""
    days = s.days or s.reading.dates
    upcoming = sorted((one.due_on, one.amount.amount) for one in s.standing)
    if s.account is None or not upcoming or upcoming[0][0] < s.today or s.reading.instalments:
        return None
    rest_of_it, last = names_rest(s.text), upcoming[-1][0]
    asks = rest_of_it and s.intent == "request_plan"  # "can the rest be July 10"
    if not (rest_of_it or _MORE.search(s.text)) or not (s.reading.promise or asks):
        return None
    if asks and not days:
        days = read_days(s.text, now=s.now, tz=s.zone, lang=s.language, country=s.country).days
    later = shifted(s.text, last)
    on = later or (days[0] if len(days) == 1 else None)
    left = s.account.amount.amount - sum((amount for _, amount in upcoming), Decimal(0))
    told = _sum_of_rest(s) or (s.sum_said.amount if s.sum_said else None)
    sum_of_it = left if rest_of_it and (told is None or told > left) else told
    if on is None or on <= last or sum_of_it is None or not 0 < sum_of_it <= left:
        return None
    parts = (*((amount, day) for day, amount in upcoming), (sum_of_it, on))
    return Draft(method=s.method or s.standing[0].method, parts=parts)


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
    told = _sum_of_rest(s) or (s.sum_said.amount if s.sum_said else None)
    if told is not None and told <= left:
        left = told
    both = ((draft.amount, draft.on), (left, days[0]))
    return replace(draft, parts=both, amount=None, on=None, second=None, agreed=False), None
