"""A correction: which payment, which day, which sum is meant by what is said instead of what stood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from actions import answers, rows
from actions import parts as parts_of
from actions.drafts import Draft
from actions.shifts import shifted, without_old
from actions.situation import Say, Situation
from catalogue.values import day, listed, money
from core.money import Money
from reading import read_amount, read_days, read_hardship_reason

# A weekday by its bare name, no other week named beside it.
_WEEKDAY = re.compile(
    r"^(?!.*(?:this|next|下|这|這|今|pr[oó]xim|est[ea])).*(?:\b(?:mon|tue|wed|thu|fri|sat|sun|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado"
    r"|domingo)|[周週]|星期|礼拜|禮拜|拜)",
    re.IGNORECASE,
)
# A clause that says when wages come, beside the day that is promised.
_PAYDAY = re.compile(
    r"\b(?:pay ?day|pay ?checks?|(?:get|gets|got|be) paid|wages|salary|quincena|n[oó]mina|sueldo|(?:me|nos) pagan|cobro)\b"
    r"|发工资|發工資|发薪|發薪|工资|薪水|出粮|出糧|領薪|领薪",
    re.IGNORECASE,
)
# A clause that says that a day is none for paying.
_CLOSED = re.compile(
    r"\b(?:bank holiday|public holiday|is a holiday|banks? (?:is |are )?(?:closed|shut)|(?:es|cae en|por ser) (?:festivo|feriado|puente)|no abren?|cierran?)\b|端午|中秋|清明|国庆|國慶|春节|春節|放假|假期|公假|红日|紅日|不上班|唔開|不开门|不開門",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r"[.;,!\n。；，！]|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff\d])|\b(?:because|since|cause|cuz|porque|ya que|pues)\b|因为|因為"
)
_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|possibly|probably|prob|i (?:think|guess|suppose|hope)|hopefully|quiz[aá]s?|tal vez|a lo mejor|capaz(?: que)?"
    r"|(?:yo )?creo que|supongo que|posiblemente|probablemente|ojal[aá])\b[, ]*"
    r"|可能|也许|也許|大概|或许|或許|应该|應該|估计|估計|我想想?",
    re.IGNORECASE,
)
# "300 even": the round sum.
_EVEN = re.compile(r"(?<=\d)\s+(?:even|flat|exactly|cerrados?|exactos?|en total)\b", re.IGNORECASE)
# Moves a payment to another day.
_MOVES = re.compile(
    r"\b(?:move|push|change|switch|shift|reschedule|make it|bump|pas[ao]r?l?[oa]?|muev\w+|mover\w*|cambi\w+|recorr\w+|posponer\w*)\b"
    r"|改|挪|换到|換到|延到|推到|提前到",
    re.IGNORECASE,
)
# Takes back what was just said.
_SLIP = re.compile(r"(?:不对|不對|唔啱|(?:说|說|讲|講|写|寫|记|記|打|搞)[错錯])[了啦呀啊咗]?")
# Stops or denies what was said, to say it otherwise: "oh no wait", "ay no, espéreme", 等下.
_BEGINS_ANEW = re.compile(
    r"\W*(?:(?:oh|ah|ay|uy|oops|sorry|(?:no+|nope|nah|nel)(?=\W*$|\s*[,.!;，。]|\s+(?:no|wait|hold|hang|sorry|esp|perd|disc|the|that|it|i\b|make|on|better|el|al|mejor|ese|esa|es que|a m[ií]|\d|mon|tue|wed|thu|fri|sat|sun|lun|mar|mi[eé]|jue|vie|s[aá]b|dom))|perd[oó]n|disculpe?|actually|wait|hold on|hang on|my bad|scratch that|correction|esp[eé]r[ae]\w*|aguant\w+|me equivoqu[eé]|[哦啊阿欸哎唉呀]|[等慢]一?[等下陣阵])(?![^\W\d_\u3400-\u9fff])[\s,.!，。！]*)+",
    re.IGNORECASE,
)
# Says to which day: what follows is the new one, whatever day was told of before.
_MOVED_TO = re.compile(
    r"(?:改|挪|换|換|推|推迟|推遲|延|延后|延後|提前)(?:到|成|至|为|為|去|做)|改(?=\s?(?:\d{1,2}[号號日/.月]|[下这這本][个個]?[月周週星礼禮]|[周週月]|星期|礼拜|禮拜|明天|后天|後天|聽日|大后|大後))"
    r"|\b(?:mejor|que sea)\s+(?:para\s+|que sea\s+)?(?=(?:el|este|ma[nñ]ana|pasado)\b(?!.*\b(?:ll[aá]m|m[aá]rqu|escr[ií]b|h[aá]bl)))"
    r"|\bmake (?:it|that)\s+(?=(?:for |on )?(?:the )?(?:\d|mon|tue|wed|thu|fri|sat|sun|next|tomorrow)(?!.*\b(?:call|ring|text)\b))|[按照](?=[^，。,]{1,10}(?:算|记|記|来|來|吧|就))"
)


# "No" and a day, with no comma between them.
_NO_DAY = re.compile(r"\s*(?:no+|nope|nah|nel)\s+(?P<day>(?:[^\W_]+[ ]?){1,4})[.!]*\s*", re.IGNORECASE)


def no_then(s: Situation, draft: Draft) -> Situation:
    """ "No Tuesday", to a read-back of another day, as what it means: no, on Tuesday."""
    found = _NO_DAY.fullmatch(s.text)
    if found is None or s.dialogue.asked != "confirmation" or s.reading.promise:
        return s
    said = read_days(found["day"], now=s.now, tz=s.zone, lang=s.language, country=s.country).days
    on_table = {on for _, on in draft.parts} | {draft.on}
    return s.saying(f"no, {found['day']}", "promise_to_pay") if said and not on_table & set(said) else s


def without_hedge(s: Situation) -> Situation:
    """The same without "maybe": what a borrower offers with a hedge is asked back and read back all the same."""
    asked = s.dialogue.about == "promise" and bool(s.dialogue.asked)
    if s.reading.promise or (("?" in s.text or "？" in s.text) and not asked):
        return s
    plain = _HEDGE.sub(" ", s.text).strip()
    return s.saying(plain, s.intent) if plain and plain != s.text.strip() else s


def moved(s: Situation, draft: Draft) -> tuple[Draft, Say | None] | None:
    """What a request for a change names as new, put in place of the old, with the doubt to ask back; None if it names nothing."""
    if draft == Draft() or draft.parts:
        return None
    old = draft.on
    said = _days_in(s)
    # "Friday won't work" names the old day, not the new one.
    days = [on for on in said if old is None or on.weekday() != old.weekday() or on > old]
    if later := old and shifted(s.text, old):
        days = [later]
    if len(days) == 1:
        return replace(draft, on=days[0], amount=_other_sum(s, draft), options=(), agreed=False), None
    if days:
        question = Say("promise.which_day", {"days": listed([day(on) for on in days[:4]], either=True)})
        options = tuple(on.isoformat() for on in days)
        return replace(draft, on=None, options=options, agreed=False), question
    owed = s.account.amount if s.account else None
    amount = read_amount(_EVEN.sub("", s.text), owed=owed, country=s.country, lang=s.language).money
    if amount is None or owed is None or amount.currency != owed.currency or amount.amount == draft.amount:
        return None
    on = days_left[0] if len(days_left := [date.fromisoformat(item) for item in draft.options]) == 1 else old
    return replace(draft, amount=amount.amount, on=on, agreed=False), None


def _other_sum(s: Situation, draft: Draft) -> Decimal | None:
    """The one other sum of the same currency that the text names with a new day, else the one on the table."""
    said, owed = s.sum_said, s.account.amount if s.account else None
    return said.amount if said and owed and said.currency == owed.currency else draft.amount


def sum_meant(s: Situation) -> tuple[Decimal | None, Say | None]:
    """The sum that the text names or amounts to; else the doubt which of several it is."""
    assert s.account is not None
    reading, owed = s.reading, s.account.amount
    if s.sum_said is not None and s.sum_said.currency == owed.currency:
        return s.sum_said.amount, None
    if s.share_said == "all":
        return owed.amount, None
    if s.share_said and "/" in s.share_said:
        over, under = s.share_said.split("/")
        share = Money(owed.amount * int(over) / int(under), owed.currency).rounded()
        return share.amount, None
    if reading.amount_candidates:
        question = listed([money(item) for item in reading.amount_candidates[:4]], either=True)
        return None, Say("promise.which_amount", {"amounts": question})
    return None, None


def within(s: Situation, draft: Draft, days: list[date]) -> list[date]:
    """Of the days said, those meant: "Thursday" after "next week" is the Thursday of that week."""
    left_open = draft.span or (
        draft.options if draft.on is None and s.dialogue.asked != "clarify_amount" else ()
    )
    open_days = [on for item in left_open if (on := _as_day(item)) is not None]
    if len(days) == 2 and draft.on in days:
        return [
            on for on in days if on != draft.on
        ]  # "Friday's, can it be Monday": the other one is the old one
    if len(days) > 1:
        left = [on for on in days if on in open_days] or _in_its_week(s, draft, days)
        return left or days
    if len(days) == 1 and days[0] not in open_days and _WEEKDAY.search(s.text):
        same = [on for on in open_days if on.weekday() == days[0].weekday()]
        return same if len(same) == 1 else days
    return days


def _in_its_week(s: Situation, draft: Draft, days: list[date]) -> list[date]:
    """Of the days that a bare weekday may be, the one in the week that is on the table: not Tuesday, 周三."""
    if draft.on is None or not _WEEKDAY.search(s.text):
        return []
    week = [on for on in days if on.isocalendar()[:2] == draft.on.isocalendar()[:2]]
    return week if len(week) == 1 else []


_NEXT_MONTH = re.compile(
    r"\bnext month|\b(?:el )?(?:pr[oó]ximo mes|otro mes|mes que (?:viene|entra)|mes pr[oó]ximo)\b|下个?月|下個月",
    re.IGNORECASE,
)
_THIS_MONTH = re.compile(r"\bthis month\b|\beste(?: mismo)? mes\b|[这這本今]个?個?月", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:later|latter|further)\b|\b(?:el|la) (?:de despu[eé]s|m[aá]s lejan[oa])\b|后面那|後面那|晚的那|遲嗰",
    re.IGNORECASE,
)
_SOONER = re.compile(
    r"\b(?:sooner|earlier|former|nearest)\b|\b(?:el|la) (?:de antes|m[aá]s cercan[oa])\b|前面那|早的那|早嗰",
    re.IGNORECASE,
)


def meant_of(s: Situation, draft: Draft) -> date | None:
    """Which of the days that were put to choice is meant by "next month", "this month", "the later one"; None if no one is."""
    if s.reading.dates or not s.is_brief:
        return None
    days = sorted(on for item in draft.options if (on := _as_day(item)) is not None)
    if len(days) < 2:
        return None
    if _LATER.search(s.text):
        return days[-1]
    if _SOONER.search(s.text):
        return days[0]
    months = (s.today.month % 12 + 1,) if _NEXT_MONTH.search(s.text) else (s.today.month,)
    if not (_NEXT_MONTH.search(s.text) or _THIS_MONTH.search(s.text)):
        return None
    left = [on for on in days if on.month in months]
    return left[0] if len(left) == 1 else None


def days_open(draft: Draft) -> tuple[str, ...]:
    """The days among the readings to choose from."""
    return tuple(item for item in draft.options if _as_day(item) is not None)


def _as_day(item: str) -> date | None:
    try:
        return date.fromisoformat(item)
    except ValueError:
        return None


def days_said(s: Situation, draft: Draft) -> list[date]:
    """The days meant for paying: counted from the day on the table where the text does, without the payday beside it."""
    if draft.on is not None and (later := shifted(s.text, draft.on)):
        return [later]
    if s.days and _CLOSED.search(s.text) and (open_days := _days_beside(s, _CLOSED)):
        return open_days
    one_other = len(s.days) == 1 and not (draft.on and _is_old(s.days[0], draft.on, s.text))
    if new := _moved_to(s) or (() if draft.on is None or one_other else put_right(s, draft.on)):
        return list(new)
    if not s.reading.dates and (rest := _without_reason(s)):
        return list(read_days(rest, now=s.now, tz=s.zone, lang=s.language, country=s.country).days)
    if len(s.days) < 2 or not _PAYDAY.search(s.text):
        return list(s.days)
    return _days_beside(s, _PAYDAY) or list(s.days)


def _without_reason(s: Situation) -> str:
    """The clauses beside those that say why it is so little: "I got fired today, can only pay 50"; empty where none says it."""
    clauses = [clause for clause in _CLAUSES.split(s.text) if clause.strip()]
    left = [clause for clause in clauses if not read_hardship_reason(clause)]
    return ". ".join(left) if len(left) < len(clauses) else ""


def _days_beside(s: Situation, aside: re.Pattern[str]) -> list[date]:
    """The days of the clauses that do not speak of `aside`."""
    rest = ". ".join(clause for clause in _CLAUSES.split(s.text) if not aside.search(clause))
    return list(read_days(rest, now=s.now, tz=s.zone, lang=s.language, country=s.country).days)


def put_to(s: Situation, old: Draft) -> tuple[Draft, Say | None] | None:
    """A promise that stands, on the one day that the text moves it to (12号那笔来不及 改22号); None where it names none."""
    days, found = _moved_to(s), _MOVED_TO.search(s.text)
    if len(days) != 1 or found is None or old.parts:
        return None
    owed = s.account.amount if s.account else None
    clauses = re.split(r"[?？.!！;；,，\n]", s.text[found.end() :])
    sums = (read_amount(said, owed=owed, country=s.country, lang=s.language).money for said in clauses)
    said = next((one for one in sums if one is not None), None)
    other = said is not None and owed is not None and said.currency == owed.currency
    amount = said.amount if other and said is not None else old.amount
    on, method = days[0], s.method or old.method
    return replace(old, on=on, amount=amount, method=method, options=(), agreed=False), None


def named_days(s: Situation) -> Sequence[date]:
    """The days that the text names, as a promise or in a question."""
    return _moved_to(s) or s.reading.dates or _days_in(s)


def moves(text: str) -> bool:
    """Whether the text moves a payment to another day."""
    return bool(_MOVES.search(text))


def _days_in(s: Situation) -> tuple[date, ...]:
    """The days in the text, or in what follows the word that moves it: "can't make Friday, can I move it to Monday"."""
    days = _moved_to(s) or read_days(s.text, now=s.now, tz=s.zone, lang=s.language, country=s.country).days
    found = _MOVES.search(s.text)
    if not days and found is None:
        left = without_old(s.text)
        return read_days(left, now=s.now, tz=s.zone, lang=s.language, country=s.country).days
    if days or found is None:
        return days
    return read_days(s.text[found.start() :], now=s.now, tz=s.zone, lang=s.language, country=s.country).days


def _moved_to(s: Situation) -> tuple[date, ...]:
    """The days after 改到, where the text says it."""
    found = _MOVED_TO.search(s.text)
    if found is None:
        return ()
    return read_days(s.text[found.end() :], now=s.now, tz=s.zone, lang=s.language, country=s.country).days


def moves_on(s: Situation, old: date) -> bool:
    """Whether the text moves the payment to one day, other than `old`: "the 25th no good, make it the 26th"."""
    days = _moved_to(s) or put_right(s, old)
    return bool(shifted(s.text, old)) or (len(days) == 1 and days[0] != old)


# Says when the money can be had, or what would do: the day of such a clause is the new one, another's day is why.
_CAN = re.compile(
    r"\b(?:i|we|i'?ll|my) (?:\w+ ){0,3}?(?:get|have|pay|send|do|can|will|receive|be (?:paid|able))\b|\b(?:can|pay|better|instead|works|make it|should be|it'?s|has to be|meant|till?|until|hits?|lands?|comes|clears)\b|\b(?:me (?:pagan|dan|depositan|cae|llega|rayan|entra)|cobro|puedo|podr[ií]a|tengo|recib[oe]|mejor|ser[ií]a|pago|deposito|mando|hasta|agarro)\b"
    r"|拿|到手|收到|有[钱錢]|发|發|出[粮糧]|入[账帳數数]|[進进][來来账帳]|[能会會才]|可以|[还還付繳缴轉转俾畀]|要等|先得|先有",
    re.IGNORECASE,
)

_OF_MONTH = re.compile(
    r"month|\bmes\b|月|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)|\d/\d",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:no (?:me|lo|la|se|voy|puedo|creo|hay|tengo)|can'?t|cant|won'?t|don'?t|dont|not)\b|不(?:能|行|可以|了)|唔(?:得|好)|[来來趕赶]不及|[别別]",
    re.IGNORECASE,
)


def _is_old(on: date, old: date, text: str) -> bool:
    """Whether the day read is the old one, or one of its number in a month that nobody named."""
    return on == old or (on.day == old.day and not _OF_MONTH.search(text))


def put_right(s: Situation, old: date) -> tuple[date, ...]:
    """The day other than `old` that is told behind a no or 不对, however much is told of why: 15号是货主结给老板 我要17号才拿得到手."""
    found = _SLIP.search(s.text) or _BEGINS_ANEW.match(s.text)
    if found is None and not answers.begins_no(s.text):
        return ()
    said: list[tuple[bool, tuple[date, ...]]] = []
    for clause in _CLAUSES.split(s.text[found.end() if found else 0 :]):
        can = bool(_CAN.search(clause))
        if answers.cannot(clause) or _NEVER.search(clause) or (read_hardship_reason(clause) and not can):
            continue
        days = read_days(without_old(clause), now=s.now, tz=s.zone, lang=s.language, country=s.country).days
        if new := tuple(on for on in days if not _is_old(on, old, clause)):
            said.append((can, new))
    return max(said, key=lambda one: one[0], default=(False, ()))[1]


def put_right_first(s: Situation, draft: Draft) -> date | None:
    """The other day of the first payment, put right while the day of the rest is asked."""
    if draft.on is None or parts_of.names_rest(s.text):
        return None
    return next(iter(put_right(s, draft.on)), None)


_NO = re.compile(
    r"\b(?:no+|not|nope|isn'?t|wasn'?t|can'?t be)\b|[不唔](?:是|係|系|可能|會|会)?|[别別]", re.IGNORECASE
)


def without_denied(s: Situation, draft: Draft) -> Draft:
    """The draft without the day that is named with a no: "no, the 15th is when he gets paid"."""
    plain = _NO.sub(" ", s.text)
    named = read_days(plain, now=s.now, tz=s.zone, lang=s.language, country=s.country).days
    return replace(draft, on=None) if draft.on in named else draft


def struck(s: Situation, draft: Draft) -> date | None:
    """The day told beside the one on the table, which is struck: 不对 20号下不来 得22号 还是3000."""
    said = s.reading.instalments or ()
    days = [item.on for item in said if item.on and item.amount and item.amount.amount == draft.amount]
    if len(said) != 2 or len(days) != 2 or draft.on not in days:
        return None
    slip = _SLIP.search(s.text) or answers.begins_no(s.text)
    return next((on for on in days if on != draft.on), None) if slip else None


def changes(s: Situation) -> bool:
    """Whether the text moves a promise that stands, or one of several, to one day it names, or adds one payment to it."""
    return moves_one(s) or (s.intent == "request_plan" and parts_of.added(s) is not None)


def moves_the_one(s: Situation) -> bool:
    """Whether the words move the one promise that stands to a day they name: "need to push it to weds the 24th"."""
    days = named_days(s) if len(s.standing) == 1 and moves(s.text) else ()
    return len(days) == 1 and days[0] != s.standing[0].due_on and days[0] >= s.today


def moves_one(s: Situation) -> bool:
    """Whether the text moves a promise that stands, or one of several, to one day it names."""
    if len(s.standing) > 1:
        return rows.moves_one(s, rows.of(s.standing)) and (moves(s.text) or s.reading.promise)
    return len(s.standing) == 1 and moves(s.text) and len(named_days(s)) == 1 and s.intent != "promise_to_pay"
