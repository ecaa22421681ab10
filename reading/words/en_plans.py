"""Plans in which an English sum is said for several payments, and days of which several share a month, told out one by one.

"The first two at 300 and the last at 350" becomes "300, 300 and 350", "6, 13 and 20 March" becomes "6 march, 13 march and
20 march": lists that the grammar of payments pairs with what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from reading.money.en import NUMBER_WORDS, number
from reading.words.en import COUNT_NAME, MONTH, WEEKDAY_NAME, count_number
from reading.words.told_out import Telling, each_named, so_often

_MONTH = MONTH.replace("?P<month>", "?:")
_NAMES = (
    r"(?:payments?|instal+ments?|ones?|months?|weeks?|fortnights?|times?|paydays?|pay ?che(?:ck|que)s?|che(?:ck|que)s|transfers?|goes?|deposits?|parts?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
)
_UNIT = r"(?: ?(?:bucks|dollars|quid|pounds|usd|gbp|euros?)\b)?"
_SUM = rf"(?:[$£€] ?)?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{2,6}})(?![/:\d]|st|nd|rd|th)(?:\.\d\d)?(?: ?(?:k|grand|hundred)\b)?|{NUMBER_WORDS}\b(?! (?:of|payments?|months?|weeks?|ones))"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|last|final|1st|2nd|3rd)"
# Behind a count these make it a figure: "the remaining six eighty".
_NO_FIGURE = r"(?! hundred| thousand| grand|[ -](?:half|ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)"
_REST = r"(?:what(?:ever)?(?:'?s| is) (?:left|remaining|owed)|the (?:rest|remainder|balance|difference))"


def _n(name: str) -> str:
    return rf"(?P<{name}>{COUNT_NAME})\b{_NO_FIGURE}"


# Which payments: so many, or one of them.
_WHICH = (
    rf"(?:(?:the |my )?first {_n('first')}(?: {_NAMES})?|(?:the |my )?(?:other|next|last|remaining|following|final|rest of the) {_n('then')}(?: {_NAMES})?"
    rf"|(?P<others>(?:the |all the )?(?:other|remaining) (?:ones|payments|months|weeks))"
    rf"|(?P<one>(?:(?:the|my|a|one) )?(?:{_ORDINAL}|other|next)(?: {_NAMES})?|one (?:more|final|last)(?: {_NAMES})?))"
)
_SAID = r"(?:,|:)?(?: (?:of|at|for|is|are|be|will|would|'ll|being|@|each|i'?ll|ill|i|pay|do|send|give|you|can|to)){0,5} ?"
_BEFORE = re.compile(
    rf"\b{_WHICH}{_SAID}(?P<sum>{_SUM}){_UNIT}(?: each\b)?|\b{_WHICH.replace('?P<', '?P<r_')}{_SAID}(?P<rest>{_REST})\b",
    re.ASCII,
)
_BEHIND = re.compile(
    rf"(?P<sum>{_SUM}){_UNIT}(?: (?:each|apiece))?(?: (?:on|for|in|per|a|of|at)(?: each of)?)? {_WHICH}",
    re.ASCII,
)
# Said of several payments at once, without which there is nothing to tell out.
_SEVERAL = re.compile(
    rf"\b(?:first|other|next|last|remaining|following|final) {COUNT_NAME}\b{_NO_FIGURE}",
    re.ASCII,
)
_HOW_MANY = re.compile(
    rf"\b(?P<count>{COUNT_NAME}) (?:equal )?(?:payments|instal+ments|parts|goes|chunks|months|weeks|transfers)\b",
    re.ASCII,
)
_MOST = 24


def told_out(text: str) -> str:
    """Folded English `text` with each payment of such a plan, and each day of a month, named by itself. Its length may change."""
    text = each_named(text, _TELLING)
    text = _so_many_of_each(_TIMES_THAT.sub(_multiplied, text))
    text = _day_of_all(text)
    for pattern, plain in _DAYS:
        text = pattern.sub(plain, text)
    if _LAST_OF_THEM.search(text) and len(_NTH_BEHIND.findall(text)) > 1:
        text = _NTH_BEHIND.sub(lambda said: f"{said['sum']}{',' * _parted(said)}", text)
    if (
        len({match["nth"] for match in _NTH_BEFORE.finditer(text)} & _LATER) > 0
        and len(_NTH_BEFORE.findall(text)) > 1
    ):
        text = _NTH_BEFORE.sub(lambda said: said[0] if _OF_A_DATE.search(text, 0, said.start()) else "", text)
    return so_often(_LEFT_OVER.sub(_over_months, _PHASES.sub(_phase_by_phase, text)), _TELLING)


def _parted(said: re.Match[str]) -> bool:
    """Whether a comma must stand behind the sum, so that "four hundred and three fifty" stay two."""
    return said["next"] is not None or not re.search(r"\d", said["sum"])


# "Two at 100, then one at 340".
_SO_MANY_OF = re.compile(
    rf"(?<![\w.$£€]){_n('count')}(?: {_NAMES})? (?:at|of|@|x) (?P<sum>{_SUM}){_UNIT}(?: each\b)?", re.ASCII
)


def _so_many_of_each(text: str) -> str:
    counts = [count_number(match["count"]) for match in _SO_MANY_OF.finditer(text)]
    if len(counts) < 2 or not 2 < sum(counts) <= _MOST or 0 in counts:
        return text
    return _SO_MANY_OF.sub(lambda said: ", ".join([said["sum"]] * count_number(said["count"])), text)


# "120 on the 8th, then double that on the 29th".
_TIMES_THAT = re.compile(
    rf"(?P<sum>{_SUM})(?P<unit>{_UNIT})(?P<mid>(?:(?!(?<![\d/.])\d{{2,}}(?!\d|st|nd|rd|th|[/.:]\d))[^.;!?]){{1,60}}?)\b(?P<times>double|twice|two times|2x|triple|three times|half) (?:of )?(?:that|the amount|as much)\b(?: (?:amount|much))?",
    re.ASCII,
)
_MULTIPLES = {"double": 2, "twice": 2, "two times": 2, "2x": 2, "triple": 3, "three times": 3}


def _multiplied(match: re.Match[str]) -> str:
    value = _value(match["sum"])
    if not value:
        return match[0]
    times = value / 2 if match["times"] == "half" else value * _MULTIPLES[match["times"]]
    return f"{match['sum']}{match['unit']}{match['mid']}{times.normalize():f}"


# What payments are told by: "the first one", "my second check".
_ONE_OF_THEM = (
    r"(?:one|payment|instal+ment|time|day|date|check|cheque|pay ?che(?:ck|que)|pay ?day|wage|deposit)"
)
# "200 the first, 200 the second and 530 the last": which of the payments named it is, and no day of the month.
_NTH_BEHIND = re.compile(
    rf"(?P<sum>(?:{_SUM}){_UNIT}),? (?:(?:on|for|in|at|with|by|from|(?P<out>out of|off|off of|outta)) )?(?:(?:the|my|that) {_ORDINAL}(?: {_ONE_OF_THEM})?|(?<=of )one(?: of them)?|(?<=off )one(?: of them)?|(?<=from )one(?: of them)?|the other(?: {_ONE_OF_THEM})?)(?= ?(?:$|[.,;:!]| and | n | then | plus |(?P<next>{_SUM})))",
    re.ASCII,
)
_LAST_OF_THEM = re.compile(
    rf"\d[^.;]*\bthe (?:last|final)\b|\b(?:the|my) (?:first|second|1st|2nd) {_ONE_OF_THEM}\b|\b(?:out of|off|from) (?:the (?:first|second|other)|one)\b",
    re.ASCII,
)
# "The first 3000, the second everything that's left".
_NTH_BEFORE = re.compile(
    rf"(?<!on )(?<!by )(?<!until )(?<!from )\b(?:the )?(?P<nth>{_ORDINAL})(?: (?:one|payment|instal+ment|time))?(?:,|:)?(?: (?:of|for|is|at|will|be|would|being))* (?=(?:{_SUM}){_UNIT}(?! (?:months|weeks|payments|days))|{_REST}|everything|all of)",
    re.ASCII,
)
_OF_A_DATE = re.compile(rf"\b(?:{_MONTH}|twenty|thirty)[ -]$", re.ASCII)
_LATER = {"second", "third", "last", "final", "2nd", "3rd"}

_CYCLE = r"(?:(?:a|per|each|every) (?:other )?(?:week|month|fortnight|two weeks|2 weeks|payday)\b|weekly|monthly|fortnightly|biweekly|on the \d{1,2}(?:st|nd|rd|th) of (?:each|every|the) month)"
# "4,000 a month for the first three months, then 10,000 a month for the next three".
_PHASES = re.compile(
    rf"(?P<sum>{_SUM}){_UNIT} (?P<cycle>{_CYCLE})(?P<mid>[^.;\d]{{0,20}}?),? for (?:the )?(?:first |next )?{_n('first')}(?: (?:months|weeks|payments|fortnights|paydays))?(?P<start>,? (?:starting|beginning|from) [^.;]{{2,24}}?)?"
    rf"(?:,|;)? (?:and |then |after (?:that|which) |followed by |thereafter )+(?P<then>{_SUM}){_UNIT}(?: (?P<again>{_CYCLE}))?,? for (?:the |another )?(?:next |other |last |remaining |following |final )?{_n('second')}(?: more)?(?: (?:months|weeks|payments|fortnights|paydays))?\b",
    re.ASCII,
)


def _phase_by_phase(match: re.Match[str]) -> str:
    first, second = count_number(match["first"]), count_number(match["second"])
    if not 1 <= first <= _MOST or not 1 <= second <= _MOST or match["again"] not in (None, match["cycle"]):
        return match[0]
    sums = ", ".join([match["sum"]] * first + [match["then"]] * second)
    return f"{sums} {match['cycle']}{match['mid']}{match['start'] or ''}"


# "The 9000 left over three months, 3000 on the 5th of each": what is left is told by its payments as well.
_LEFT_OVER = re.compile(
    rf"(?:(?:and|then) )?(?:the )?(?:(?:other|remaining) )?(?P<whole>{_SUM}){_UNIT}(?:,? (?:that'?s |thats |which is )?(?:left(?: over)?|remaining|outstanding))? (?:in|over|across) (?:the next )?{_n('count')} (?P<unit>months|weeks|payments)(?=[^.;]*?(?<![\d,.])(?P<each>{_SUM}))",
    re.ASCII,
)


def _over_months(match: re.Match[str]) -> str:
    whole, each = (_value(match[name]) for name in ("whole", "each"))
    count = count_number(match["count"])
    if not whole or not each or each * count != whole:
        return match[0]
    return f"then for {count} {match['unit']}"


_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NO_MONEY = r"(?! ?(?:st\b|nd\b|rd\b|th\b|bucks|dollars|quid|pounds|usd|gbp|k\b|grand|hundred|%|percent|each|apiece|per|a (?:week|month)|am\b|pm\b|payments?|weeks?|months?|days?|[:/.]\d))"


_DAY_NAMES = re.compile(rf"\b{WEEKDAY_NAME}\b", re.ASCII)


def _of_next_week(match: re.Match[str]) -> str:
    return " and ".join(f"{day} next week" for day in _DAY_NAMES.findall(match["days"] or match["behind"]))


def _of_the_month(match: re.Match[str]) -> str:
    days = re.findall(r"\d{1,2}(?:st|nd|rd|th)?", match["days"])
    month = match["month"]
    rising = [int(day.rstrip("sndrth")) for day in days]
    if "/" in match["days"] and rising != sorted(rising):
        return match[0]  # 12/06/26 is one day
    before = match.groupdict().get("lead") is not None
    return " and ".join(f"{month} {day}" if before else f"{day} {month}" for day in days)


# "300 this month, 400 next month and 800 in March, all on the 27th": the day stands behind the months that it is of.
_ALL_ON = re.compile(
    r",? (?:all|always|each(?: time| one| month)?|every time|every month|both|all of (?:them|these)|and all|and always) (?:times )?(?:on|by) (?P<day>the (?:\d{1,2}(?:st|nd|rd|th)|last day))\W*$",
    re.ASCII,
)
_OF_MONTH = re.compile(
    rf"\b(?:(?:in|for|from|during) )?(?P<month>(?:this|next) month|(?:(?<=in )|(?<=for )|(?<=from )){_MONTH}(?! ?\d)|the (?:month|one) after(?: that)?)\b",
    re.ASCII,
)


def _day_of_all(text: str) -> str:
    """The text with the day that is said last beside each month said before it, where no other day is told."""
    said = _ALL_ON.search(text)
    if said is None or len(_OF_MONTH.findall(text)) < 2:
        return text

    def dated(match: re.Match[str]) -> str:
        month = match["month"]
        return "a month later" if month.startswith("the ") else f"on {said['day']} of {month}"

    return _OF_MONTH.sub(dated, text[: said.start()])


_DAYS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # "25 on Monday, Wednesday and Friday next week"
    (
        re.compile(
            rf"\b(?:next week,? (?:on )?)?(?P<days>{WEEKDAY_NAME}(?:, ?{WEEKDAY_NAME})*,? (?:and|&) {WEEKDAY_NAME}),? (?:of )?next week\b"
            rf"|\bnext week,? (?:on )?(?P<behind>{WEEKDAY_NAME}(?:, ?{WEEKDAY_NAME})*,? (?:and|&) {WEEKDAY_NAME})\b",
            re.ASCII,
        ),
        _of_next_week,
    ),
    # "6, 13 and 20 March", "15, 22, 29 June 3000 each"
    (
        re.compile(
            rf"(?<![\d$£€.,/])(?:the )?(?P<days>{_DAY}(?:, ?(?:the )?{_DAY})*,? (?:and|&|n) (?:the )?{_DAY}|{_DAY}(?:(?:, ?(?:the )?|/| ){_DAY}){{2,}}) (?:of )?(?P<month>{_MONTH})(?! ?(?:\d{{1,2}}\b|20\d\d\b))",
            re.ASCII,
        ),
        _of_the_month,
    ),
    # "January 10, 20 and 30"
    (
        re.compile(
            rf"\b(?P<month>(?P<lead>){_MONTH}) (?P<days>(?:the )?{_DAY}(?:st|nd|rd|th)?(?:, ?(?:the )?{_DAY}(?:st|nd|rd|th)?\b(?!\d))+,? (?:and|&) (?:the )?{_DAY}(?:st|nd|rd|th)?\b){_NO_MONEY}(?! (?:of )?{_MONTH})",
            re.ASCII,
        ),
        _of_the_month,
    ),
    # "The first three Fridays of January"
    (
        re.compile(
            rf"\b(?:on )?(?:the )?first (?P<count>two|three|four|[234]) (?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s (?:of|in) (?P<month>{_MONTH}|next month|the month)",
            re.ASCII,
        ),
        lambda said: " and ".join(
            f"the {nth} {said['weekday']} of {said['month']}"
            for nth in ("first", "second", "third", "fourth")[: count_number(said["count"])]
        ),
    ),
    # "75 on the first of the month and the same on the fifteenth until it's cleared"
    (
        re.compile(
            rf"\b(?P<one>the (?:{_DAY}(?:st|nd|rd|th)|first|fifteenth))(?: of (?:the|each|every) month)?,? and (?:then )?(?:the )?same(?: again| amount| sum)? on (?P<other>the (?:{_DAY}(?:st|nd|rd|th)|first|fifteenth|thirtieth))(?=[^.;]{{0,40}} (?:until|till?|til)\b)",
            re.ASCII,
        ),
        r"\g<one> and \g<other>",
    ),
    # "On the 1st and the 15th, 300 until February": of every month until then.
    (
        re.compile(
            rf"\b(?P<days>the (?:{_DAY}(?:st|nd|rd|th)|first|fifteenth),? (?:and|&|n) (?:the )?(?:{_DAY}(?:st|nd|rd|th)|fifteenth|thirtieth|last))(?! of)(?P<mid>(?:(?!\b(?:every|each|month|week|then)\b)[^.;]){{0,40}}? (?:until|till?|til|through|thru) (?:{_MONTH}|it'?s|its|i'?m|im|we'?re|the (?:balance|debt|loan|whole|account|full)|everything|all|done|paid))\b(?! (?:the )?\d)",
            re.ASCII,
        ),
        r"\g<days> of every month\g<mid>",
    ),
    # "The last day of this month and of next month"
    (
        re.compile(
            r"\b(?P<day>(?:the )?(?:last day|end|\d{1,2}(?:st|nd|rd|th)|first|fifteenth|twentieth))(?P<also> and the \d{1,2}(?:st|nd|rd|th))? of this (?:month|one),? (?:(?:and|&) )?(?:(?:of|the) )*next(?: month| one)?\b(?P<third>,? (?:and|&) (?:of )?the (?:month|one) after(?: that| next)?\b)?",
            re.ASCII,
        ),
        lambda said: (
            f"{said['day']}{said['also'] or ''} of this month and {said['day']} of next month"
            f"{f'{said["also"]} of next month' if said['also'] else ' and a month later' * bool(said['third'])}"
        ),
    ),
    # "Eight payments, one every two weeks, the first on October 22"
    (
        re.compile(
            rf"(?:^|(?<=[a-z\d]))(?P<said>[^.;]*\b(?:every|each|weekly|monthly|fortnightly|payments|instal+ments|times|goes|a (?:month|week))\b[^.;]*?,? )(?:with |and )?(?:the first(?: one| payment| instal+ment)?|first (?:one|payment|instal+ment)),?(?: (?:is|being|will be|to be|due|paid|made|comes|falls|goes|lands|hits|drops))*(?: on| by|(?= today| tomorrow| this| next)|(?:(?<= is)|(?<= be)|(?<= lands)|(?<= hits)|(?<= drops)|(?<= falls)|(?<= comes))(?= (?:the )?(?:{_MONTH}|{WEEKDAY_NAME})\b)) (?=\d|the \d|{_MONTH}|{WEEKDAY_NAME}\b|this|next|today|tomorrow)",
            re.ASCII,
        ),
        r"\g<said>starting ",
    ),
    (
        re.compile(
            r"\b(?P<day>today|tomorrow|this \w+day)(?:'s| is| being| as| would be)(?: the)? (?:first|1st)(?: one| payment)?\b",
            re.ASCII,
        ),
        r"starting \g<day>",
    ),
    # "The last of February"
    (re.compile(rf"\b(?:the )?last (?:of|in) (?={_MONTH})", re.ASCII), "the last day of "),
)

# "200 every Sunday until I get to twelve hundred": six times.
_UP_TO = re.compile(
    rf"(?P<each>{_SUM}){_UNIT}(?P<how>(?: [a-z]+){{0,2}}? (?:every|each|a|per|on|weekly|monthly|biweekly|fortnightly)\b[^.;]*?),? (?:until|till?|til) (?:i|we|it|that)(?:'ve| have|'s| has)?"
    rf" (?:get|got|gets|reach|reached|reaches|hit|hits|make|made|makes|paid|pay|add|adds|come|comes|add up|adds up|comes up|come up|totals?)(?: (?:up )?(?:to|a total of))? (?P<whole>{_SUM}){_UNIT}(?= ?(?:$|[.,;!]| total| altogether))",
    re.ASCII,
)


def _value(said: str) -> Decimal | None:
    figures = re.fullmatch(r"[$£€]? ?(\d[\d,]*(?:\.\d\d)?)", said.strip())
    return Decimal(figures[1].replace(",", "")) if figures else number(said)


_TELLING = Telling(
    before=_BEFORE, behind=_BEHIND, several=_SEVERAL, how_many=_HOW_MANY, up_to=_UP_TO, number=count_number, value=_value,
    joint=", ", so_often="{} payments", every="every",
    comes_round=re.compile(rf"\b(?:{WEEKDAY_NAME}|week|month|fortnight)(?=s?\b)", re.ASCII),
    often=re.compile(r"\b(?:every|each|per|a|weekly|monthly|fortnightly|biweekly)\b"),
)  # fmt: skip
