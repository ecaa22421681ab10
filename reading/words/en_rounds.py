"""English plans that come round on days said in few words, told out: "2k every 15 and 30", "20 a day Monday to Friday"."""

from __future__ import annotations

import re

from reading.money.en import NUMBER_WORDS
from reading.words.en import COUNT_NAME

_UNIT = r"(?: ?(?:bucks|dollars|quid|pounds|pesos|rupees|usd|gbp|euros?))?"
_SUM = rf"(?:[$£€₱₹] ?)?\d{{2,6}}(?:,\d{{3}})*(?:\.\d\d)?{_UNIT}\b|{NUMBER_WORDS}\b{_UNIT}"
_NO_SUM = r"(?! ?(?:%|bucks|dollars|quid|pounds|pesos|k\b|grand|hundred|each|days|weeks|minutes?|mins?|am\b|pm\b|[:/.]\d))"
_DAY = r"(?:3[01]|[12]\d|[1-9])"
_SUFFIX = r"(?:st|nd|rd|th)?"
_LAST = r"(?:the )?(?:last(?: day)?|end)(?: of (?:the|each|every) month| of month)?|month end|eom"
# What a month is halved by where wages come twice a month.
_HALVES = r"(?:cut-?offs?|kinsenas?|quincenas?|half month|pay ?days?|pay ?che(?:ck|que)s?|month)"
_PAIR = rf"(?:on )?(?:the )?(?P<{{0}}one>{_DAY}){_SUFFIX} ?(?:and|&|n|/) ?(?:(?:the )?(?P<{{0}}two>{_DAY}){_SUFFIX}{_NO_SUM}|(?:{_LAST}))(?![\w/])"
_TWICE = re.compile(
    rf"\b(?:every|each)(?: {_HALVES})?(?: po)?,? {_PAIR.format('a_')}(?: (?:of (?:the|each|every) month|every month|each month|monthly))?"
    rf"|{_PAIR.format('b_')}(?: (?:of (?:each|every) month|(?:every|each) (?:month|cut-?off|kinsena)))",
    re.ASCII,
)
# The days of a working week, of which each is meant where a sum is told for every day.
_WEEK = "monday tuesday wednesday thursday friday saturday sunday".split()
_NAME = r"(?P<{0}>mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_EVERY_DAY = r"(?:a day|daily|every ?day|each day|per day)"
_STRETCH = rf"(?:from |on )?{_NAME.format('first')}(?: (?:to|thru|through|till?|until)|(?: ?- ?)) ?{_NAME.format('last')}\b"
_WORKING = r"(?:week ?days?|working days?|work ?days?|business days?)"
_BY_DAYS = re.compile(
    rf"(?P<sum>{_SUM}),? (?:{_EVERY_DAY},? {_STRETCH}|(?:every|each) {_WORKING}|{_EVERY_DAY},? (?:on )?{_WORKING})(?P<when>,? next week)?",
    re.ASCII,
)
# "300 now and 3 more of the same, a month apart".
_MORE = re.compile(
    rf"(?P<sum>{_SUM})(?P<mid>[^.;\d]{{1,30}}(?:\d{{1,2}}(?:st|nd|rd|th)?)?,? (?:and|then|plus|with)(?: then)? )(?P<count>{COUNT_NAME}) (?:more|other|further)"
    r"(?P<like>(?: (?:payments?|ones?|instal+ments?|of the same|of them|of those|the same|(?:just )?like (?:it|that)))*)(?=,? (?P<next>on\b|the \d|every|each|monthly|weekly|fortnightly|a (?:month|week|fortnight)|(?:one|two|2) (?:months?|weeks) (?:apart|after)))",
    re.ASCII,
)


# "Week 1 250, week 2 450": which of them it is, and no thousand.
_LABEL = re.compile(
    r"\b(?:week|wk|month|payment|pmt|pymt|instal+ment|check|payday) ?#?[1-9] ?[-:=]? ?(?=[$£€]?\d{2,}\b(?![/:])|(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)|(?:on )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|(?:on |this |next )*(?:mon|tue|wed|thu|fri|sat|sun|today|tomorrow))",
    re.ASCII,
)


def come_round(text: str) -> str:
    """Folded English `text` with each of such days, and the sum of each such payment, named. Its length may change."""
    if len(_LABEL.findall(text)) > 1:
        text = _LABEL.sub("", text)
    return _MORE.sub(_as_many_more, _BY_DAYS.sub(_day_by_day, _TWICE.sub(_of_every_month, text)))


def _of_every_month(match: re.Match[str]) -> str:
    one, two = (match["a_one"] or match["b_one"]), (match["a_two"] or match["b_two"])
    if two is not None and int(one) >= int(two):
        return match[0]
    return f"on the {_nth(one)} and the {_nth(two) if two else 'last day'} of every month"


def _nth(day: str) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{day}{'th' if int(day) in (11, 12, 13) else ends.get(int(day) % 10, 'th')}"


def _day_by_day(match: re.Match[str]) -> str:
    names = [day[:3] for day in _WEEK]
    first, last = (names.index(match["first"]), names.index(match["last"])) if match["first"] else (0, 4)
    days = _WEEK[first : last + 1]
    if len(days) < 2:
        return match[0]
    if match["when"]:
        return f"{match['sum']} on {' and '.join(f'{day} next week' for day in days)}"
    return f"{match['sum']} every {', '.join(days[:-1])} and {days[-1]}"


def _as_many_more(match: re.Match[str]) -> str:
    if match["next"].startswith(("on", "the")):
        return f"{match['sum']}{match['mid']}the same" if match["like"] else match[0]
    return f"{match['sum']}{match['mid']}{match['count']} payments of {match['sum']}"
