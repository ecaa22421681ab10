"""Times of day that people say in a roundabout way, in the way the grammars read."""

from __future__ import annotations

import re
from collections.abc import Callable

from reading.windows.es_clock import by_the_clock
from reading.windows.es_spoken import spoken
from reading.windows.lasting import lasting
from reading.windows.mornings_after import mornings_after
from reading.windows.put_right import put_right
from reading.windows.roughly import roughly
from reading.windows.spoken_en import straight
from reading.windows.there_and_back import there_and_back
from reading.words import en

_WORDS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)
_HOUR = rf"(?P<h>\d{{1,2}}|{'|'.join(_WORDS)})\b"
_MINUTES = {"oh five": "05", "five": "05", "ten": "10", "fifteen": "15", "twenty": "20", "twenty five": "25", "thirty": "30",
            "thirty five": "35", "forty": "40", "forty five": "45", "fifty": "50", "fifty five": "55"}  # fmt: skip
_MONTH = en.MONTH.replace("?P<month>", "?:")
_COUNTED = rf"(?:\d|{'|'.join(_WORDS)})"
_WORD_HOUR = rf"(?P<h>{'|'.join(_WORDS)})(?:[ -](?P<m>oh[ -]five|(?:twenty|thirty|forty|fifty)(?:[ -]five)?|ten|fifteen))?\b"
# What an hour is said behind: "half 9" is a time there, "half 9 dollars" nowhere.
_LEAD = r"(?P<lead>\b(?:before|after|past|till?|until|by|from|at|around|about|like|between|and|to|b4|than) )"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word]


def _half_past(match: re.Match[str]) -> str:
    return f"{_number(match['h'])}:30"


def _behind(match: re.Match[str]) -> str:
    return f"{match['lead']}{_number(match['h'])}:30"


def _quarter_past(match: re.Match[str]) -> str:
    return f"{_number(match['h'])}:15"


def _minutes_past(match: re.Match[str]) -> str:
    return f"{_number(match['h'])}:{_MINUTES[match['m']]}"


def _minutes_to(match: re.Match[str]) -> str:
    return f"{(_number(match['h']) + 10) % 12 + 1}:{60 - int(_MINUTES[match['m']])}"


def _quarter_to(match: re.Match[str]) -> str:
    return f"{(_number(match['h']) + 10) % 12 + 1}:45"


def _figure(match: re.Match[str]) -> str:
    said = (match["m"] or "").replace("-", " ")
    past = f":{_MINUTES[said]}" if said else ""
    return f"{match['lead']}{_number(match['h'])}{past}"


def _less_a_quarter(match: re.Match[str]) -> str:
    return f"{(int(match['h']) + 10) % 12 + 1}:45"


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # "Text not call after that": the channel is refused, and not the time; "between 9 and 10 or not at all".
    (
        re.compile(
            r"\b(?P<by>text|txt|message|whatsapp|email|e-mail|call|ring|phone)(?P<me> me)?,? (?:and )?not (?:a )?(?:call|phone|ring|text|txt|message|email|voicemail)(?:ing|s)?\b(?= (?:after|before|between|from|at|on|till?|until|then|\d))",
            re.ASCII,
        ),
        r"\g<by>\g<me>",
    ),
    (
        re.compile(
            r",? (?:or|otherwise) (?:not at all|never|nothing?'?|nowt|forget it|don'?t bother)(?=\W*$)",
            re.ASCII,
        ),
        "",
    ),
    (
        re.compile(
            r"(?<=\d)( ?[ap])\.m\b(?:\.(?! [a-z]| ?$)|\.(?= (?:and|or|to|till?|until|on|mon|tue|wed|thu|fri|sat|sun|week|every|each|only|at|in|but)))?",
            re.ASCII,
        ),
        r"\1m",
    ),
    (
        re.compile(
            r"(?:,| -)? (?:and |but )?(?:not|never) (?:any )?(?:before|earlier|sooner|later|after)(?: then| that| please| pls)*(?=$|[.,;!?]| (?:cause|cuz|coz|because|bc|as|since|im|i'?m|i|thanks|thx|ok)\b)",
            re.ASCII,
        ),
        "",
    ),
    (
        re.compile(r"(?<![\d.,$£€])(?<!\bel )(?<!\bon )(1?\d|2[0-3])\.([0-5]\d)(?![\d%]|\.\d)", re.ASCII),
        r"\1:\2",
    ),
    (re.compile(r"\b(?:instead of|rather than) (?:today|tonight|tomorrow)\b", re.ASCII), "this week"),
    # "2 on 2 off": how shifts change, and no day.
    (
        re.compile(
            rf"\b{_COUNTED} (?:days? |nights? )?on,? (?:and |then |n )?{_COUNTED} (?:days? |nights? )?off\b",
            re.ASCII,
        ),
        "shift work",
    ),
    (
        re.compile(
            r"\bhasta (?:ya )?(?:despues|pasad[ao]s?) (?:de )?(?=las? \d|mediodia|el mediodia)", re.ASCII
        ),
        "hasta ",
    ),
    (re.compile(r"\b(?:any ?time )?between (?:now|today) and (?=[a-z0-9])", re.ASCII), "until "),
    (re.compile(r"\b(?:from )?now (?=(?:until|till?|til|through|thru) )", re.ASCII), ""),
    (re.compile(r"\bany ?time (?:on )?(?:those|these) days\b", re.ASCII), "all day then"),
    # "Best time is when the baby naps, 1 to 2:30": when that is.
    (
        re.compile(
            r"(?<!not )(?<!no )(?<!n't )(?<!any )\b(?P<best>(?:best|easiest|better|good|ideal|only)\b[^.;,!?\d]{0,24}?)(?:,? (?:when|while|during)|(?: is|'?s| are) (?:when|while|during)) (?:(?!\b(?:after|before|until|till?|by|past|from|between|around|about|not|don'?t|no|call|text|ring)\b)[^,.;\d]){3,40}?(?<! at)(?=,? (?:from |between |about |around |like |so |usually |say |roughly )*\d)",
            re.ASCII,
        ),
        r"\g<best>",
    ),
    # "12 til half past", "de 12 a y media".
    (
        re.compile(
            r"\b(?P<h>1[0-2]|[1-9]) ?(?:-|to|till?|until|and) ?(?:(?P<half>half)|(?:a )?quarter) (?:past|after)\b(?! (?:\d|[a-z]+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)",
            re.ASCII,
        ),
        lambda match: f"{match['h']} to {match['h']}:{'30' if match['half'] else '15'}",
    ),
    (re.compile(rf"\bhalf ?-?past {_HOUR}", re.ASCII), _half_past),
    (
        re.compile(
            rf"\bhalf {_HOUR}(?= ?(?:-|to|till?|until|and) (?:half|quarter|\d|{'|'.join(_WORDS)})\b)",
            re.ASCII,
        ),
        _half_past,
    ),
    (
        re.compile(r"(?<=[\dm]),+ (?=(?:any ?day|every ?day|daily|all week|seven days|7 days)\b)", re.ASCII),
        " ",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:about|around|like|roughly|say|maybe|approximately|approx) (?=half|quarter|\d|(?:{'|'.join(_WORDS)})\b)",
            re.ASCII,
        ),
        r"\g<lead>",
    ),
    (
        re.compile(
            r"\b(?:until|till?|til) (?:it'?s|its|that'?s|thats|they'?re|i'?m|im) (?:over|done|finished|out|back|free|home|up)(?: [a-z]+){0,2}? (?:at|around|by) (?=\d)",
            re.ASCII,
        ),
        "until ",
    ),
    (re.compile(r"\bthis (?=(?:morning|afternoon|evening)\b)", re.ASCII), "today "),
    # "The afternoon one from 2 to 5".
    (
        re.compile(
            r"\b(?P<part>morning|afternoon|evening)(?P<what> [a-z]+)?(?: is| runs| goes)? (?P<span>from \d{1,2}(?::[0-5]\d)? (?:to|till?|until) \d{1,2}(?::[0-5]\d)?)\b(?![:.]\d| ?[ap]\.?m| in the| at night)",
            re.ASCII,
        ),
        r"\g<what> \g<span> in the \g<part>",
    ),
    # "Not done til 9 at night so ring after 9": the same nine; "de 2 a 9 de la noche, márqueme después de las 9".
    (
        re.compile(
            r"\b(?P<h>\d{1,2})(?P<half> at night| in the (?:evening|afternoon)| ?p\.?m\.?)(?P<then>\b.{0,60}?\b(?:after|before|past|until|till?|til) )(?P=h)\b(?![:.]\d| ?[ap]\.?m| in the| at night|o'?clock)",
            re.ASCII,
        ),
        r"\g<h>\g<half>\g<then>\g<h>\g<half>",
    ),
    (
        re.compile(
            r"\b(?P<h>\d{1,2})(?P<half> de la (?:noche|tarde))(?P<then>\b.{0,60}?\b(?:despues de|antes de|pasadas?|hasta|desde) las? )(?P=h)\b(?![:.]\d| ?[ap]\.?m| de la)",
            re.ASCII,
        ),
        r"\g<h>\g<half>\g<then>\g<h>\g<half>",
    ),
    # "We have the Christmas program": no day; "20 horas por semana": no hour.
    (
        re.compile(
            r"\b(?:christmas|xmas|thanksgiving|easter|halloween) (?=(?:programs?|programme|part(?:y|ies)|dinner|play|concert|lunch|shopping|show|tree|pageant|market|cards?|presents?|gifts?|bonus|rush|do)\b)",
            re.ASCII,
        ),
        "",
    ),
    (
        re.compile(
            r"\b\d{1,2} (?:horas|hours|hrs) (?:(?:por|a la|al|cada|per|a|every) (?:semana|dia|mes|week|day|month|shift)|semanales|diarias)\b",
            re.ASCII,
        ),
        "",
    ),
    # "By 9:30 I'm home", "a las 9:30 ya estoy libre": from then on.
    (
        re.compile(
            r"\b(?:and )?by (?=\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)? (?:i'?m|i am|we'?re|i'?ll be) (?:usually |normally |back |always )*(?:home|free|off|done|up|out|in)\b)",
            re.ASCII,
        ),
        ", after ",
    ),
    (
        re.compile(
            r"\b(?:como )?a (?=las? \d{1,2}(?::\d\d)? ya (?:estoy|ando|quedo) (?:libre|desocupad[oa]|en (?:la |mi )?casa)\b)",
            re.ASCII,
        ),
        "desde ",
    ),
    # "No calls Wednesdays, dialysis. Or Fridays": the list goes on.
    (
        re.compile(
            rf"[.;!]+ ((?:or|nor|and(?: not)?|neither|plus)(?: on)?(?: the)? (?:(?:{en.WEEKDAY_NAME})s?|week ?ends?|weekdays)(?: (?:either|neither|too|as well))?)(?=\W*$|[,.;!] )",
            re.ASCII,
        ),
        r", \1",
    ),
    # "Quit waking me at 7": in the morning.
    (
        re.compile(
            r"\b((?:wak(?:e|ing|en)[a-z]*|woke)(?: [a-z]+){0,3}? at) (\d{1,2}(?::\d\d)?)(?![:\d]| ?[ap]\.?m| in the| at night| o'?clock)",
            re.ASCII,
        ),
        r"\1 \2 am",
    ),
    # "Nights Mon-Thurs so nothing before 2": when one works.
    (
        re.compile(
            r"(?:^|(?<=[.,;!] ))(?:nights|lates|earlies|overnights|graveyards) (?=(?:mon|tue|wed|thu|fri|sat|sun)[^.;]{0,24}?\b(?:so|cause|because)\b)",
            re.ASCII,
        ),
        "on shift ",
    ),
    # "June 18 thru 21": days, and no hours.
    (
        re.compile(
            rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)? ?(?:-|to|thru|through|till?|until) ?(?:the )?(?=\d{{1,2}}(?:st|nd|rd|th)?\b(?![:/]| ?[ap]\.?m))",
            re.ASCII,
        ),
        r"from \1 \2 to \1 ",
    ),
    (re.compile(r"\bof an? (?=(?:morning|afternoon|evening|night)\b)", re.ASCII), "in the "),
    (re.compile(rf"\b(?:a )?quarter past {_HOUR}", re.ASCII), _quarter_past),
    (re.compile(rf"\b(?P<m>{'|'.join(_MINUTES)}) past {_HOUR}", re.ASCII), _minutes_past),
    (re.compile(rf"(?<=\bto )(?P<m>five|ten|twenty|twenty five) to {_HOUR}", re.ASCII), _minutes_to),
    (re.compile(rf"\b(?:a )?quarter (?:to|of|till?) {_HOUR}", re.ASCII), _quarter_to),
    (re.compile(rf"{_LEAD}half {_HOUR}", re.ASCII), _behind),
    (
        re.compile(
            rf"{_LEAD}{_WORD_HOUR}(?! (?:days?|weeks?|months?|years?|hours?|minutes?|mins?|times|of|people|hundred|thousand|grand|dollars|bucks|quid|pounds?|kids|jobs|payments?|others?|more|point|time|stage|day|thing|another|who|that(?!'?s\b| (?:would|will|works|suits|is|'?d)\b))\b)",
            re.ASCII,
        ),
        _figure,
    ),
    (
        re.compile(
            rf"(?P<lead>\b){_WORD_HOUR}(?= ?(?:[ap]\.?m\b|o'?clock|in the (?:morning|afternoon|evening)|at night|sharp|(?:to|till?|until|-) ?(?:\d|noon|midday)))",
            re.ASCII,
        ),
        _figure,
    ),
    (re.compile(r"\b(?P<h>\d{1,2}) menos (?:cuarto|15)\b", re.ASCII), _less_a_quarter),
    # "Wednesday's fine": that day is, and not every one.
    (
        re.compile(
            r"(?<=day)'s(?= (?:fine|good|ok|okay|ideal|best|better|great|grand|perfect|easier|bad|out|off|no good|not|free)\b)",
            re.ASCII,
        ),
        " is",
    ),
    (re.compile(r"(?<=day)'s\b", re.ASCII), "s"),
    (re.compile(r"\btardecita\b", re.ASCII), "tarde"),
    (re.compile(r"\bmananita\b", re.ASCII), "manana"),
    (re.compile(r"\bnochecita\b", re.ASCII), "noche"),
    (
        re.compile(
            r"\b(?:before|b4) (?:i|my|the|we|he|she)\b(?: [a-z']+){1,4}? (?:at|around) (?=\d)", re.ASCII
        ),
        "before ",
    ),
    (
        re.compile(r"\bafter (?:i|my|the|we)\b(?: [a-z']+){1,5}? (?:at|around) (?=\d)", re.ASCII),
        "after ",
    ),
    (re.compile(r"\bantes de (?:que )?[a-z ]{3,30}? a (?=las? )", re.ASCII), "antes de "),
    (
        re.compile(r"\bdespues de (?:que )?(?:salg|sal|lleg|acab|termin)[a-z ]{1,30}? a (?=las? )", re.ASCII),
        "despues de ",
    ),
    (
        re.compile(
            r"\b(any ?time|any ?day|every ?day|whenever|all day|anything|all week|any hour|any other (?:day|time)) (?:but|bar|apart from|other than|besides|outside(?: of)?|save) ",
            re.ASCII,
        ),
        r"\1 except ",
    ),
    (
        re.compile(
            r"^\W*(?:except|apart from|other than|aside from|outside of)(?: for| on)? (?=[a-z]+days?(?:,? (?:and|or) [a-z]+days?)?, )",
            re.ASCII,
        ),
        "any day except ",
    ),
    (re.compile(r"\bapart from\b|\bother than\b|\baside from\b", re.ASCII), "except"),
    (
        re.compile(
            r"\b(?:rather than|instead of) (?=(?:in )?(?:the )?(?:early )?(?:mornings?|afternoons?|evenings?|nights?|weekends?|weekdays)\b)",
            re.ASCII,
        ),
        ", not ",
    ),
)


def plainly(text: str) -> str:
    """Folded `text` with "half past five" as 5:30, "any day but Friday" as any day except Friday. Its length may change."""
    text = roughly(straight(spoken(text)))
    for pattern, plain in _RULES:
        text = pattern.sub(plain, text)
    return put_right(lasting(there_and_back(mornings_after(by_the_clock(text)))))
