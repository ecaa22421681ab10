"""How English says that payments repeat."""

from __future__ import annotations

import re

from reading.repeats.cycles import (
    DAILY,
    FORTNIGHTLY,
    MONTHLY,
    PAYDAYS,
    WEEKLY,
    Cycle,
    Every,
    Times,
    counted,
    every,
)
from reading.words.en import COUNT, ORDINAL, WEEKDAY_NAME, count_number

_PAYMENTS = (
    r"(?:equal |even |easy |monthly |weekly |biweekly |separate )*(?:payments?|pymts?"
    r"|pmts?|instal+ments?|parts|times|goes|chunks|halves|pieces|lots|lumps|bits|transfers|deposits|che(?:ck|que)s(?! from))(?: (?:in )?total| altogether| in all)?"
)


# How many there are of what comes round: "six in total".
_IN_ALL = r"(?:(?:in )?total|all ?together|in all|all told|overall)"
_SMALL_COUNTS = "two three four five six seven eight nine ten eleven twelve".split()


def _every_count(match: re.Match[str]) -> Every | None:
    count = count_number(match["count"])
    if not 1 <= count <= 90:
        return None
    unit = match["unit"][0]
    return Every(Cycle(months=count) if unit == "m" else Cycle(days=count * {"w": 7, "d": 1}[unit]))


def _spread(match: re.Match[str]) -> Times | None:
    """ "Over 4 months": so many payments, so far apart."""
    counted = times(match)
    unit = match["unit"] or match["unit2"]
    cycle = {"m": MONTHLY, "f": FORTNIGHTLY if unit.startswith("fort") else WEEKLY, "p": PAYDAYS}.get(
        unit[0], WEEKLY
    )
    return Times(counted.count, cycle) if counted else None


def _goes_on(match: re.Match[str]) -> Every | None:
    """ "50 this Friday, 50 the next and so on until June": as often as the days named before it."""
    before = match.string[: match.start()]
    if re.search(rf"\b{WEEKDAY_NAME}\b|\bweek", before):
        return Every(WEEKLY)
    return Every(MONTHLY) if re.search(rf"{ORDINAL}|\bmonth", before) else None


def _years(match: re.Match[str]) -> Times | None:
    count = 12 * count_number(match["count"])
    return Times(count, MONTHLY) if count <= 120 and _CYCLE_NAMED.search(match.string) else None


_FROM_A_DAY = re.compile(rf" from (?:now|today|tom\w*|tmrw|this|next|{WEEKDAY_NAME})\b", re.ASCII)
_IS_SET = re.compile(
    r"\b(?:schedul\w+|put (?:me|it|that|this|my \w+)|mark me|set (?:it|me|this|that|up)|book\w*|pencil|sign me|down|due)\b",
    re.ASCII,
)
_CYCLE_NAMED = re.compile(
    r"\b(?:a|per|each|every) (?:week|month|pay|check|wk)|weekly|monthly|every\b", re.ASCII
)


def _spread_unless_day(match: re.Match[str]) -> Times | None:
    """ "Schedule it for two weeks from tomorrow" names a day; "80 a week for two weeks from tomorrow" does not."""
    text = match.string
    named = _FROM_A_DAY.match(text, match.end()) and _IS_SET.search(text, 0, match.start())
    return None if named and not _CYCLE_NAMED.search(text) else _spread(match)


_OF_WAGES = re.compile(
    r"\b(?:get|gets|getting|am|i'?m|we'?re) paid\b|\b(?:pension|wages?|pay|salary|benefits?|giro|ssi|ssdi|disability|universal credit|pay ?che(?:ck|que)s?|stipend)\b"
)
# What stands between a cycle and how often it comes round.
_COUNTS_TURNS = re.compile(
    r"\x1f(?![^.;!?]*\b(?:call\w*|text\w*|ask\w*|told|tell|late|miss\w*|tried|said)\b)[^.;!?]{0,48} $"
)


def times(match: re.Match[str]) -> Times | None:
    """A number of payments from two up."""
    count = count_number(match["count"])
    return Times(count) if 2 <= count <= 120 else None


# Weeks; of more nobody tells how many Saturdays they have: "50 Saturday" is a sum and its day.
_A_HALF_YEAR = 26

RULES = (
    every(r"\b(?:every|each) (?=end of|last day|month end|first of)", MONTHLY),
    every(
        r"(?:(?<=\d )|(?<=quid )|(?<=bucks )|(?<=dollars )|(?<=pounds ))a (?:week|wk)(?= from (?!now|tod|tom|tmr))",
        WEEKLY,
    ),
    every(r"\ba (?:week|wk) from now on\b", WEEKLY),
    every(r"\ba (?:month|mo|mth) from now on\b", MONTHLY),
    every(
        r"(?:(?<=\d )|(?<=quid )|(?<=bucks )|(?<=dollars )|(?<=pounds ))a (?:month|mo|mth)(?= from (?!now|tod|tom|tmr))",
        MONTHLY,
    ),
    every(
        r"(?:(?<=\d )|(?<=quid )|(?<=bucks )|(?<=dollars )|(?<=pounds )|(?<=tenner )|(?<=fiver ))a fortnight\b(?! (?:(?:after|later)\b|(?:from )?(?:tod|tom)|from now))",
        FORTNIGHTLY,
    ),
    counted(
        rf"\b{COUNT} (?=(?:equal |even |weekly |monthly |biweekly |fortnightly |separate |straight |consecutive )+(?:payments|pymts|pmts"
        rf"|instal+ments|amounts|sums|parts|chunks|transfers|checks|cheques|deposits)\b)",
        times,
    ),
    counted(
        rf"\b(?:split(?:t?ing)?|splittin|divid(?:e|ed|ing)|break(?:in|ing)?|spread(?:ing)?|cut(?:ting)?|chop(?:ping)?) (?:it |this |that |the \w+ )?(?:up |down |out )?(?:in|into|by|between|over|(?=\w+ ways))"
        rf" ?{COUNT}(?: ways)?\b(?! (?:days|weeks|months))",
        times,
    ),
    every(r"\b(?:twice|two times|2x) (?:a|per|each|every) month\b|\bsemi-?monthly\b", MONTHLY),
    counted(rf"\bevery {COUNT} (?P<unit>days?|weeks?|wks?|months?)\b", _every_count),
    counted(
        rf"\b{COUNT} (?P<unit>days?|weeks?|wks?|months?) (?:apart|between (?:them|each|payments))\b",
        _every_count,
    ),
    every(
        rf"\b(?:a )?fortnight apart\b|\b(?:every other|each other|every second|every 2nd) (?:week\b|wk\b"
        rf"|(?={WEEKDAY_NAME}s?\b))|\b(?:bi[- ]?weekly|every two weeks|fortnightly|every fortnight|(?<!in )(?<!within )(?<!give me )(?<!need )(?<!take )a fortnight(?! (?:on|from|tod|tom|ago|time|later|after)))\b",
        FORTNIGHTLY,
    ),
    every(r"(?<=\d )a (?:pay ?che(?:ck|que)|check|pay ?day)\b", PAYDAYS),
    counted(rf"\bin {COUNT}(?=:)", times),
    counted(
        r"\b(?:each|every) time(?=\W*$|[.,;!]| (?:until|till?|starting|from)\b)",
        lambda m: Every(PAYDAYS) if _OF_WAGES.search(m.string, 0, m.start()) else None,
    ),
    every(
        r"\b(?:every|each|per|with each|with every) (?:pay ?day|pay ?che(?:ck|que)|check"
        r"|pay(?: period)?)s?\b|\b(?:every|each) time (?:i get |i receive |we get )?(?:paid|(?:my |the |our )?(?:check|ssi|ssdi|ss|disability|pension|benefits?|social security|giro|wages?|salary|unemployment)(?: (?:comes|hits|lands|drops|clears))?)\b",
        PAYDAYS,
    ),
    every(
        r"\b(?:every|each|per) (?:single )?(?:week|wk)\b|(?<!in )(?<!within )(?<!once"
        r" )(?<!inside )(?<!gimme )(?<!give me )(?<!need )(?<!have )(?<!take )\ba (?:week|wk)\b(?! on (?:mon|tue|wed|thu|fri|sat|sun))(?! (?:today|tom|this|from|later|ago|and|or|late|before|after|behind"
        r"|off|time|out))|\bweekly\b|/ ?(?:week|wk)\b|(?<=\d )p/?w\b|(?<=\d)p/?w\b|\b(?:once a|one every) week\b",
        WEEKLY,
    ),
    every(
        rf"\b(?:every|each)(?: single)? (?={WEEKDAY_NAME}s?\b)|\bon (?=(?:mon|tues|wednes|thurs"
        rf"|fri|satur|sun)days\b)",
        WEEKLY,
    ),
    every(
        r"\b(?:every|each|per) (?:single )?(?:month|mo|mth)\b|(?<!in )(?<!within )\ba (?:month"
        r"|mo|mth)\b(?! (?:from|later|ago|and|or|late|before|after|behind|off))|\bmonthly\b|/"
        r" ?(?:month|mo)\b|(?<=\d )p/?c?/?m\b(?!\.)(?<! pm)|(?<=\d)pcm\b|\bof (?:every|each) month\b|\bonce a month\b",
        MONTHLY,
    ),
    every(rf"\b(?:every|each) (?={ORDINAL})", MONTHLY),
    every(r"\b(?:every|each|per) (?:quarter|three months)\b|\bquarterly\b", Cycle(months=3)),
    counted(
        rf"\bfor (?:the next )?{COUNT} days\b",
        lambda m: times(m) if re.search(r"\b(?:a|per|each|every) day\b|\bdaily\b", m.string) else None,
    ),
    every(r"\b(?:every|each|per) day\b|(?<!in )(?<!take )\ba day\b|\bdaily\b", DAILY),
    counted(
        rf"\b(?:in|over|into|with|by|make|do|of|split (?:it |this )?(?:in|into|over)?) {COUNT}"
        rf" {_PAYMENTS}\b|(?<![\w$.,])(?P<n>[2-9]|1\d) {_PAYMENTS}\b(?= of| at|$|[,.])",
        lambda m: times(m) if m["count"] else Times(int(m["n"])),
    ),
    counted(rf"\bfor (?:the next )?{COUNT} payments\b", times),
    counted(
        rf"\b(?:done|paid off|paid|finished|cleared?|clear|gone|settled|over|sorted)(?: with| with it)? (?:in|after) {COUNT} (?P<unit>months|weeks|fortnights|payments|goes)\b",
        lambda m: (
            None
            if not _CYCLE_NAMED.search(m.string) and "\x1f" not in m.string
            else times(m)
            if m["unit"][0] in "pg"
            else _spread(m)
        ),
    ),
    # "3000 on the 5th of each".
    every(r"\bof each(?=\W*$|[.,;!])", MONTHLY),
    counted(
        r"\b(?:and )?(?:so on|so forth|and on|(?:keep|keeps|continue|carry on) (?:going |like that|on )*)(?: like that)?(?= (?:until|till?|til|through|to)\b)|\band so (?:on|forth)(?: and so (?:on|forth))?(?=\W*$| \x1f)",
        _goes_on,
    ),
    counted(
        r"\b(?:for|over) (?:(?P<half>half a|half the)|(?:(?:a|one|1|the|the next|the whole|the coming) )(?:(?:whole|full|entire|solid) )?) ?(?:year|yr)\b(?! (?:ago|now|and))",
        lambda m: Times(6 if m["half"] else 12, MONTHLY),
    ),
    counted(rf"\b(?:for|over) (?:the next )?{COUNT} (?:years|yrs)\b(?! (?:ago|now|and))", _years),
    counted(
        rf"\b{COUNT} (?:(?:straight|consecutive) (?P<unit>months|weeks|paydays|fortnights)|(?P<unit2>months|weeks|paydays|fortnights) (?:in a row|straight|running|in total|total|back to back))\b",
        _spread,
    ),
    counted(
        rf"\b{COUNT} (?:straight |consecutive )?(?=(?P<unit>{WEEKDAY_NAME})s (?:in a row|straight|running|in total|total)\b)",
        lambda m: Times(count.count, WEEKLY) if (count := times(m)) else None,
    ),
    counted(
        rf"\b(?:(?:for|over|on|(?:on )?(?:each|every one|all) of) )?(?:the )?(?:next|following|coming) {COUNT} (?=(?P<unit>{WEEKDAY_NAME})s\b)",
        lambda m: Times(count.count, WEEKLY) if (count := times(m)) else None,
    ),
    counted(
        rf"\b(?:for|over|across)(?: the (?:next|following|course of))? {COUNT} (?P<unit>weeks|wks|months|mths|paydays|paychecks|fortnights)\b",
        _spread_unless_day,
    ),
    counted(
        r"(?<![\w$.,/])(?P<count>[2-9]|1\d) ?[x×*] ?(?=[$£€]? ?\d)|\btimes (?P<n>[2-9]|1\d)\b(?! (?:a|per|each))",
        lambda m: Times(int(m["count"] or m["n"])),
    ),
    counted(
        rf"\b{COUNT} (?:equal |even |weekly |monthly |biweekly |separate )*(?:payments|pymts|instal+ments)(?: (?:in )?total| altogether| in all)?\b",
        times,
    ),
    counted(
        rf"(?:(?<=, )|(?<=\x1f )|(?<=^)|(?<=day ))(?:for )?{COUNT} (?P<unit>months|weeks|fortnights)(?: total)?(?=[,.;]|$| (?:(?:and|then) (?:it|then|i'?m|im|we|done|that)(?:'?s|'?re)?|on|starting|from|beginning)\b)",
        lambda m: _spread(m) if "\x1f" in m.string else None,
    ),
    counted(
        rf"(?:(?<=, )|(?<=\x1f )|(?<=^))(?:(?:in )?total(?: of)? |altogether |for |that'?s |so |makes |that makes |it'?s |just |only )?{COUNT} (?:times|goes|of (?:them|those|these|em))\b(?: {_IN_ALL})?",
        lambda m: times(m) if "\x1f" in m.string else None,
    ),
    counted(
        rf"(?:(?<=, )|(?<=day )|(?<=\d )|(?<=\x1f ))(?:and |so |that'?s |for )?(?P<count>[2-9]|1\d|2[0-4]|{'|'.join(sorted(_SMALL_COUNTS, key=len, reverse=True))}) {_IN_ALL}(?=\W*$|[.,;!])",
        lambda m: times(m) if "\x1f" in m.string else None,
    ),
    # "Then five of 395": so many of a sum.
    counted(
        rf"(?<![\w$.,/]){COUNT} (?:more |further |extra |additional |other )?(?:{_PAYMENTS} )?(?:of|at) (?=[$£€]?\d{{2,}}(?!\d?[/:]|st|nd|rd|th)|(?:an? |one |two |three |four |five |six |seven |eight |nine )?(?:hundred|fifty|sixty|seventy|eighty|ninety))",
        times,
    ),
    counted(
        rf"\b(?:give me|gimme|need|want|take|have|allow me) (?:about |like |the )?{COUNT} (?P<unit>months|weeks|fortnights|paydays)\b",
        lambda m: _spread(m) if "\x1f" in m.string else None,
    ),
    counted(
        r"\b(?:in|into|by) (?:equal )?(?P<part>halves|thirds|quarters|fourths|fifths)\b",
        lambda m: Times(
            {"h": 2, "t": 3, "q": 4, "fo": 4, "fi": 5}[m["part"][: 2 if m["part"][0] == "f" else 1]]
        ),
    ),
    # "75 every two weeks after that six times".
    counted(
        rf"\b{COUNT} (?:more )?(?:times|goes|turns)\b(?: (?:more|{_IN_ALL}))?(?=\W*$|[.,;!]| (?:then|and|until|starting|from)\b)",
        lambda m: times(m) if _COUNTS_TURNS.search(m.string, 0, m.start()) else None,
    ),
    counted(rf"\b{COUNT} (?P<unit>months|mths|weeks|wks) (?=(?:at|@|of|x) [$£€₹]?\d)", _spread),
    counted(
        r"(?:\bx ?|×)(?P<count>[2-9]|1\d|2[0-4]) (?P<unit>months|mths|weeks|wks|fortnights|paydays)\b",
        _spread,
    ),
    counted(r"(?:\bx ?|×)(?P<count>[2-9]|1\d)\b", times),
    # "Every Monday 80, five Mondays": so many of them.
    counted(
        rf"(?:(?<=, )|(?<=\x1f )|(?<=for )|(?<=\. )|(?<=next ))(?:for |just |only )?{COUNT} (?=(?:{WEEKDAY_NAME})s?\b(?! (?:from|of|after|later)\b))",
        lambda m: told if "\x1f" in m.string and (told := times(m)) and told.count <= _A_HALF_YEAR else None,
    ),
    every(
        r"(?:,[ ]*|(?<=\x1f) |(?<=\d\d) |(?<=bucks) |(?<=quid) |(?<=paid) |(?<=payday is) |(?<=check comes) |(?<= out) |(?<= in) )(?=(?:mon|tues|wednes|thurs|fri|satur|sun)days\b)",
        WEEKLY,
    ),
)
