"""The hours that English tells: "after 5", "9 to half past 12", "mornings", each as a `Stretch`."""

from __future__ import annotations

import re

from reading.windows.hours import DAY_END, after, before, between, span
from reading.windows.marks import Shape, Stretch
from reading.windows.stretches import Clock, all_day, any_time, at_hour, from_hour, part, stretch_of, to_hour

_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_HOURS = dict(zip(_WORDS, range(1, 13), strict=True))
_TIME = (
    r"(?P<h{0}>\d{{1,2}}(?=[0-5]\d(?!\d|-\d{{4}}))|\d{{1,2}}(?!\d)|noon|midday|midnight|(?:"
    + "|".join(_WORDS)
    + r")(?= ?(?:[ap]\.?m\b|o'?clock|in the|at night|sharp|$|[.,!?;]| please| pls)))(?::?(?P<m{0}>[0-5]\d))?(?:-?ish)?(?: ?o'?clock)?(?:"
    r" ?(?P<p{0}>[ap])(?:\.m?\b\.?|m?\b)| (?:in|of) the (?P<q{0}>morning|afternoon|evening)| at (?P<r{0}>nigh?te?))?"
)
_ONE, _TWO, _THREE = _TIME.format(1), _TIME.format(2), _TIME.format(3)
_HALF = {"a": "am", "p": "pm", "morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm", "nite": "pm"}  # fmt: skip
_TO = r" ?(?:-|to|till?|until|and|n|&|thru|through|while) ?"
_NO_COUNT = r"(?! ?(?:times|days?|weeks?|months?|years?|minutes?|mins|hours?|hrs|bucks|dollars|quid|pounds|kids|people|calls|texts|payments?|grand|k)\b)"

type _Face = tuple[str, str | None, str | None]


def _said(match: re.Match[str], which: int) -> _Face:
    """Hour, minutes and half of the day as they were said, or as the clause gives them."""
    hour = match[f"h{which}"]
    half = match[f"p{which}"] or match[f"q{which}"] or match[f"r{which}"]
    told = _HALF[half] if half else None
    if hour in _HOURS:
        return str(_HOURS[hour]), match[f"m{which}"], told
    if not hour.isdigit():
        return ("24" if hour == "midnight" else "12", None, "pm" if hour != "midnight" else None)
    if told is None and hour[0] != "0":
        told = _meant(_clause_around(match), int(hour))
    return hour, match[f"m{which}"], told


_ENDS = re.compile(r"[,.;!?\n](?!\d)|\b(?:but|or|and then|so|cause|because)\b")
_OF_AN_HOUR = re.compile(r"(?<=\d) (?:(?:in|of) the (?:morning|afternoon|evening)|at night)\b")
_EVENING = re.compile(r"\b(?:after (?:tea|dinner|supper|work)|tonight|tonite|2nite|evenings?|(?<!work )(?<!do )(?<!on )(?<!working )nights?|weeknights?)\b")  # fmt: skip
_MORNING = re.compile(r"\b(?:mornings?|mornin|morns?)\b")


def _clause_around(match: re.Match[str]) -> str:
    text = match.string
    start = max((border.end() for border in _ENDS.finditer(text, 0, match.start())), default=0)
    border = _ENDS.search(text, match.end())
    return text[start : border.start() if border else len(text)]


def _meant(clause: str, hour: int) -> str | None:
    """The half of the day that the clause speaks of, other than of an hour of its own: "tonight 7 to 9"."""
    clause = _OF_AN_HOUR.sub(" ", clause)
    morning, evening = _MORNING.search(clause), _EVENING.search(clause)
    if bool(morning) is bool(evening):
        return None
    if evening:
        return "pm" if 4 <= hour <= 11 else None
    return "am" if 5 <= hour <= 11 else None


def _span(match: re.Match[str]) -> Stretch | None:
    first, second = _said(match, 1), _said(match, 2)
    if first[0] == "24":
        first = ("00", None, "am")  # "Midnight to 7".
    if match["r2"] and first[2] is None and 5 <= int(first[0]) <= 11:
        first = (first[0], first[1], "pm")
    if match["r2"] and second[0] == "12":
        second = ("24", None, None)  # "7 to 12 at night".
    if second[0] == "24" and first[2] is None and 1 <= int(first[0]) <= 11:
        first = (first[0], first[1], "pm")  # "8 to midnight".
    if second[0] == "12" and match["q2"] == "morning":
        second = ("12", second[1], "pm")  # "9:30 to 12 in the morning".
    return stretch_of(span(first, second))


def _from(match: re.Match[str]) -> Stretch | None:
    face = _said(match, 1) if match["h1"] else _said(match, 3)
    return from_hour(after(*face, unwanted=False), after(*face, unwanted=True))


def _to_the_end(match: re.Match[str]) -> Stretch | None:
    """ "3 to close"."""
    start = after(*_said(match, 1), unwanted=False)
    return stretch_of(between(start, DAY_END))


def _evening(match: re.Match[str]) -> Stretch | None:
    """ "After 5 and before 9": the evening between them where it is wished for, both ends of the day where it is refused."""
    first, second = _said(match, 1), _said(match, 2)
    start, late, end = after(*first, unwanted=False), after(*first, unwanted=True), before(*second)
    if start is None or late is None or end is None or end > start:
        return None
    wanted = (
        ((start, end + 720),)
        if second[2] is None and start < end + 720 <= DAY_END
        else ((start, DAY_END), (0, end))
    )
    return Stretch(Shape.SPAN, wanted, ((late, DAY_END), (0, end)))


def _to(match: re.Match[str]) -> Stretch | None:
    face = _said(match, 1)
    return to_hour(before(*face), after(*face, unwanted=False))


def _to_after(match: re.Match[str]) -> Stretch | None:
    """ "Not until after 7": refused up to then, wished from then on."""
    hour = after(*_said(match, 1), unwanted=False)
    if hour is None or not 0 < hour < DAY_END:
        return None
    return Stretch(Shape.TO, ((hour, DAY_END),), ((0, hour),), till=hour)


def _at(match: re.Match[str]) -> Stretch | None:
    face = _said(match, 1)
    return at_hour(after(*face, unwanted=False), after(*face, unwanted=True))


_AFTER = r"(?:after|past|any ?time (?:after|from|past)|later than|starting(?: at| from)?|beginning at|as of|from(?: about| around)?|since|not (?:before|until|till?) (?=\d[^,]*(?:is|works)))"
_BEFORE = r"(?:before|prior to|earlier than|until|till?|til|b4|no later than|up to|by)"
_ABOUT = r"(?:(?:about|around|like|roughly|say|maybe|at least|(?:it'?s |its )?(?:nearly|almost)) )?"

# A pattern and what it means, the surest first.
HOURS: tuple[Clock, ...] = tuple(
    (re.compile(pattern, re.ASCII), means)
    for pattern, means in (
        (rf"(?<![\d/.$£-])\b(?!\d{{3}}-\d{{4}}\b)(?:(?:any ?time |sometime )?(?:between|from|btwn|betwixt|atween) )?{_ABOUT}{_ONE}{_TO}{_ABOUT}{_TWO}(?![\d%/-]){_NO_COUNT}", _span),
        (rf"\b{_AFTER} {_ABOUT}{_ONE},? (?:and|but|&|n) (?:always )?{_BEFORE} {_ABOUT}{_TWO}{_NO_COUNT}(?!st|nd|rd|th|/)", _evening),
        (rf"(?<![\d/.$£-])\b(?:from )?{_ONE} ?(?:-|to|till?|until|thru) ?(?:clos(?:e|ing)(?: time)?|we close|late|the end of the night|whenever we close|last call)\b", _to_the_end),
        (rf"\b(?:no|not) (?:earlier|sooner) than {_ONE}[ ,.!]*(?:(?:and|or|but) )?(?:no|not) later than {_TWO}", _span),
        (rf"\b(?:until|till?|til|before|unless it'?s) (?:any ?time )?(?:after|past) {_ABOUT}{_ONE}{_NO_COUNT}", _to_after),
        (rf"\b(?:give it|leave it|wait|hold (?:off|on)|hang on)(?: [a-z]+){{0,2}}? (?:till?|until|til) {_ABOUT}{_ONE}", _from),
        (rf"\b{_AFTER} {_ABOUT}{_ONE}(?: (?:on|onwards?|or later|and (?:later|after)))?{_NO_COUNT}(?!st|nd|rd|th|/)", _from),
        (rf"(?<![$£\d:])\b(?:at |@ )?{_THREE}(?: ?\+|,? (?:or (?:later|after|past)|onwards?|and (?:later|after|on|up)|on(?=[ ,.]*$|[,.;!])))(?P<h1>(?!))?", lambda match: from_hour(after(*_said(match, 3), unwanted=False), after(*_said(match, 3), unwanted=True))),
        (rf"\b{_BEFORE} {_ABOUT}{_ONE}{_NO_COUNT}(?!st|nd|rd|th|/)", _to),
        (rf"\b(?:at|around|about|@|abt|is(?= \d{{1,2}}(?::\d\d)? ?[ap]\.?m)|like(?! \d+ (?:bucks|dollars|a\b|each|times|people|kids|per))) {_ONE}{_NO_COUNT}(?!st|nd|rd|th|/|%|\.\d)", _at),
        (rf"(?<![\d:$£/.-])\b{_TIME.format(1)}(?<=ish){_NO_COUNT}", _at),
        (rf"(?<![\d:$£/.-])\b(?=\d{{1,2}}(?::[0-5]\d| ?[ap]\.?m\b|(?::\d\d)? (?:(?:in|of) the (?:morn|aft|even)|at ni|o'?clock))){_ONE}{_NO_COUNT}(?![\d/%])", _at),
        (rf"\b(?=noon\b){_ONE}{_NO_COUNT}", _at),
        (r"\b(?:(?:middle|dead) of the night|overnight|wee hours|small hours|(?:past|after) midnight)\b", part(0, 6)),
        (r"\b(?:early mornings?|early in the morning)\b", part(6, 9)),
        (r"\blate mornings?\b", part(10, 12)),
        (r"\b(?:mornings?|mornin|morns?|a\.?m\.?(?= only)|before lunch)\b", part(9, 12)),
        (r"\b(?:(?<!after )lunch ?(?:time|break|hour)?s?|noon ?time|midday)\b", part(12, 13)),
        (r"\blate afternoons?\b", part(15, 18)),
        (r"\bearly (?:afternoons?|arvos?)\b", part(12, 15)),
        (r"\b(?:afternoons?|after lunch|arvo)\b", part(12, 18)),
        (r"\b(?:after (?:work|dinner|tea|supper|school|hours)|evenings?|(?<!christmas )(?<!xmas )(?<!year )(?<!years )(?<!year's )eve)\b", part(18, 21)),
        (r"\b(?:late at night|nights?(?! shift)|(?<=every )nites?|(?<=most )nites?|nite ?time|night ?time|tonight|tonite|2nite)\b", part(18, 24)),
        (r"\b(?:business hours|work(?:ing)? hours|office (?:hours|time)|(?:the )?day ?time|during the day|in the day)\b", part(9, 17)),
        (r"\b(?:any ?time|whenev+e?r|any hour|(?:what|which)ever (?:time|hour)|what time you (?:like|want))\b", any_time),
        (r"\b(?:all day(?: long)?|the (?:whole|entire) day|24/7|round the clock)\b", all_day),
    )
)  # fmt: skip
