"""How English says when to be reached."""

from __future__ import annotations

import re

from reading.windows.hours import (
    ALL_DAYS,
    DAY_END,
    Grammar,
    Hours,
    Weekdays,
    after,
    before,
    between,
    free_from,
    minutes,
    part_of_day,
    span,
)
from reading.words.en import WEEKDAY_NAME, weekday_number

_TIME = (
    r"(?P<h{0}>\d{{1,2}}(?=[0-5]\d(?!\d|-\d{{4}}))|\d{{1,2}}(?!\d)|noon|midday|midnight|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= ?(?:[ap]\.?m\b|o'?clock|in the|at night|sharp|$|[.,!?;]| please| pls)))(?::?(?P<m{0}>[0-5]\d))?(?: ?o'?clock)?(?:"
    r" ?(?P<p{0}>[ap])\.?m?\b\.?| in the (?P<q{0}>morning|afternoon|evening)| at"
    r" (?P<r{0}>night))?"
)
_ONE, _TWO = _TIME.format(1), _TIME.format(2)
_HOURS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)
_HALF = {"a": "am", "p": "pm", "morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}
_TO = r" ?(?:-|to|till?|until|and|thru|through) ?"


def _said(match: re.Match[str], which: int) -> tuple[str, str | None, str | None]:
    hour = match[f"h{which}"]
    half = match[f"p{which}"] or match[f"q{which}"] or match[f"r{which}"]
    if hour in _HOURS:
        return str(_HOURS[hour]), match[f"m{which}"], _HALF[half] if half else None
    if not hour.isdigit():
        return ("24" if hour == "midnight" else "12", None, "pm" if hour != "midnight" else None)
    return (
        hour,
        match[f"m{which}"],
        _HALF[half] if half else None if hour[0] == "0" else _meant(match.string, int(hour)),
    )


def _meant(clause: str, hour: int) -> str | None:
    """Which half of the day an hour is in where the clause speaks of mornings or of tonight, other than of an hour."""
    clause = _OF_AN_HOUR.sub(" ", clause)
    if re.search(r"\bmornings?\b", clause) and re.search(r"\b(?:evenings?|nights?)\b", clause):
        return None
    if 4 <= hour <= 11 and re.search(
        r"\b(?:tonight|tonite|2nite|evenings?|(?<!work )(?<!do )(?<!on )(?<!working )nights?|this evening)\b",
        clause,
    ):
        return "pm"
    return "am" if 5 <= hour <= 11 and re.search(r"\b(?:mornings?|mornin)\b", clause) else None


_OF_AN_HOUR = re.compile(r"(?<=\d) (?:in the (?:morning|afternoon|evening)|at night)\b")


def _after(match: re.Match[str], unwanted: bool) -> Hours | None:
    return between(after(*_said(match, 1), unwanted=unwanted), DAY_END)


def _before(match: re.Match[str], unwanted: bool) -> Hours | None:
    end = before(*_said(match, 1))
    return between(0, end) if end != DAY_END else None


def _until(match: re.Match[str], unwanted: bool) -> Hours | None:
    """ "I work until 6", "busy till 3": free from then on."""
    return free_from(after(*_said(match, 1), unwanted=False))


def _span(match: re.Match[str], unwanted: bool) -> Hours | None:
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
    return span(first, second)


def _at(match: re.Match[str], unwanted: bool) -> Hours | None:
    start = after(*_said(match, 1), unwanted=False)
    return between(start, min(start + 60, DAY_END)) if start is not None else None


_AT_SOMETHING = (
    r"(?!(?:call|text|reach|contact|free|available|message|ring|cell|phone|mobile|number|landline|whatsapp|line|email|mornings?|evenings?"
    r"|afternoons?|nights?|weekends?|weekdays?|days?|[a-z]+days?|hours?|until|till?)\b)[a-z']+ "
)
_PARTS = (
    (
        r"(?:middle|dead) of the night|overnight|(?:in the )?wee hours|small hours|past midnight|after midnight",
        0,
        6,
    ),
    (r"early mornings?|early in the morning", 6, 9),
    (r"late mornings?", 10, 12),
    (r"mornings?|before (?:noon|lunch)|(?<!i )a\.?m\.? only", 9, 12),
    (r"(?<!after )lunch ?(?:time|break|hour)?|noon ?time|(?:at|around) noon|midday", 12, 13),
    (r"late afternoons?", 15, 18),
    (r"afternoons?|after lunch", 12, 18),
    (
        r"after (?:work|i get off(?: work)?|dinner|tea|supper|school|hours)|evenings?|(?<!christmas )(?<!xmas )(?<!year )(?<!years )(?<!year's )eve\b",
        18,
        21,
    ),
    (r"late at night|nights?(?! shift)|nighttime", 18, 24),
    (
        r"business hours|working hours|work hours|office (?:hours|time)|during work|at work|while i'?m"
        r" (?:at work|working)|(?:the )?day ?time|during the day",
        9,
        17,
    ),
)

_WEEKDAYS_SPAN = re.compile(
    rf"\b(?P<first>{WEEKDAY_NAME})s? ?(?:-|to|thru|through) ?(?P<last>{WEEKDAY_NAME})s?\b", re.ASCII
)


def _days_span(match: re.Match[str]) -> Weekdays:
    first, last = weekday_number(match["first"]), weekday_number(match["last"])
    return Weekdays(tuple(sorted({day % 7 for day in range(first, last + 1 if last >= first else last + 8)})))


GRAMMAR = Grammar(
    hours=(
        (
            re.compile(
                rf"(?<![\d/.-])\b(?!\d{{3}}-\d{{4}}\b)(?:between |from |btwn )?{_ONE}{_TO}{_TWO}(?![\d%/-])",
                re.ASCII,
            ),
            _span,
        ),
        (
            re.compile(
                rf"\b(?:no|not) (?:earlier|sooner) than {_ONE}[ ,.!]*(?:(?:and|or|but) )?(?:no|not) later than {_TWO}",
                re.ASCII,
            ),
            _span,
        ),
        (
            re.compile(
                rf"\b(?:until|till?|til|before|unless its|unless it's) (?:any ?time )?(?:after|past) {_ONE}",
                re.ASCII,
            ),
            lambda m, u: between(0, after(*_said(m, 1), unwanted=False)) if u else _after(m, u),
        ),
        (
            re.compile(
                rf"\b(?:at work|on (?:shift|duty|the clock)|at (?:my job|the office)|work(?:ing)?|busy|in class|sleep(?:ing)?|asleep|in (?:a )?(?:meetings?|lectures?|lessons?|school|uni|college|training|court|church|appointments?|surgery)|at (?:school|uni|college|church|the gym|practice)|tied up"
                rf"|not (?:free|available|home)|unavailable|driving)[a-z' ]{{0,20}} (?:until|till?|til)"
                rf" {_ONE}",
                re.ASCII,
            ),
            _until,
        ),
        (
            # "On a job site till 5", "in the OR till 3": whatever one is at, free from then on.
            re.compile(
                rf"\b(?:(?:at|in|on|with) (?:(?:a|an|the|my|our) )?{_AT_SOMETHING}{{1,3}}|no (?:signal|service|phone|reception) )(?:until|till?|til) {_ONE}",
                re.ASCII,
            ),
            _until,
        ),
        (
            re.compile(
                rf"\b(?:don'?t|dont|won'?t|wont|not|can'?t|cant) (?:be |get )?(?:home|back|free|done|off|in|out|available|up)[a-z' ]{{0,14}} (?:until|till?|til|before) {_ONE}",
                re.ASCII,
            ),
            _until,
        ),
        (
            re.compile(
                rf"\b(?:get(?:ting)? off(?: work)?|off(?: work)?|finish(?:ing)?(?: work| up)?|knock off|clock (?:off|out)|home(?: from work)?|done(?: with work)?|out"
                rf" of work) (?:at|by|around|after) {_ONE}",
                re.ASCII,
            ),
            _until,
        ),
        (
            re.compile(
                rf"\b(?:after|past|from|any ?time after|later than|starting at) {_ONE}(?: (?:on"
                rf"|onwards?|or later))?|\b{_ONE.replace('1>', '3>')} (?:or later|onwards?|and later)",
                re.ASCII,
            ),
            lambda m, u: _after(m, u) if m["h1"] else _after_other(m, u),
        ),
        (
            # "Give it till 9 at least before you ring".
            re.compile(
                rf"\b(?:give it|leave it|wait|hold (?:off|on)|hang on)(?: [a-z]+){{0,2}}? (?:till?|until|til) {_ONE}(?: at least)?(?: (?:before|and then) (?:you|u) (?:call|ring|text|phone|message|try))?",
                re.ASCII,
            ),
            lambda m, u: between(after(*_said(m, 1), unwanted=False), DAY_END),
        ),
        (
            re.compile(
                rf"\b(?:before|prior to|earlier than|until|till?|til|b4|no later than) (?:{_AT_SOMETHING}{{1,3}}(?:at|around|about) )?{_ONE}",
                re.ASCII,
            ),
            _before,
        ),
        (
            re.compile(
                rf"\b(?:(?:go|get|head) to bed|to bed|in bed|asleep|go to sleep|fall asleep) (?:at|by|around|after) {_ONE}",
                re.ASCII,
            ),
            lambda m, u: between(after(*_said(m, 1), unwanted=True), DAY_END),
        ),
        (
            re.compile(rf"\b(?:wake up|get up|woke up|awake) (?:at|by|around|until|till) {_ONE}", re.ASCII),
            lambda m, u: between(0, minutes(*_said(m, 1))),
        ),
        (
            re.compile(
                rf"\b(?:at|around|about|@|is(?= \d{{1,2}}(?::\d\d)? ?[ap]\.?m)|like(?! \d+ (?:bucks|dollars|a\b|each|times|people|kids|per))) {_ONE}(?! ?(?:times|days|bucks|dollars|quid))",
                re.ASCII,
            ),
            _at,
        ),
        *(
            (
                re.compile(rf"\b(?:in the |during (?:the |my )?|at |on my )?(?:{words})(?!\w)", re.ASCII),
                part_of_day(start, end),
            )
            for words, start, end in _PARTS
        ),
    ),
    weekdays=(
        (_WEEKDAYS_SPAN, _days_span),
        (re.compile(r"\bm ?(?:-|to|thru) ?f(?:ri)?\b", re.ASCII), lambda m: Weekdays((0, 1, 2, 3, 4))),
        (re.compile(r"\bm[/ ]?w[/ ]?f\b", re.ASCII), lambda m: Weekdays((0, 2, 4))),
        (re.compile(r"\bt(?:u)?[/ &]{1,3}th?\b", re.ASCII), lambda m: Weekdays((1, 3))),
        (
            re.compile(r"\bweek ?days?\b|\bduring the week\b|\b(?:work(?:ing)?|business) ?days\b", re.ASCII),
            lambda m: Weekdays((0, 1, 2, 3, 4)),
        ),
        (re.compile(r"\bweek ?ends?\b", re.ASCII), lambda m: Weekdays((5, 6))),
        (
            re.compile(r"\b(?:every ?day|daily|any ?day|all week|7 days)\b", re.ASCII),
            lambda m: Weekdays(ALL_DAYS),
        ),
        (
            re.compile(rf"\b(?P<day>{WEEKDAY_NAME})s?\b", re.ASCII),
            lambda m: Weekdays((weekday_number(m["day"]),)),
        ),
    ),
    topic=re.compile(
        r"\b(?:stay off my (?:phone|line|back)|all yours|i (?:read|check|see) (?:it|them|that|those|my (?:emails?|messages?|texts?|phone|whatsapp))|if you (?:need|want|have) (?:me|to (?:reach|speak|talk|call))|blow(?:ing|in)? (?:up )?my (?:phone|line|cell)(?: up)?|(?:hit|ring|call|text|blow up) my (?:line|phone|cell)|line me|send(?:ing)? (?:me )?(?:anything|stuff|things|messages?|texts?|reminders?)|look(?:ing)? for me|find me|reached|reachable|hmu|(?:write|writing)(?: to)? (?:me|us)|(?<!i'll )(?<!ill )write (?=at|in|on|after|before|evenings|mornings|next|only|again|back|nights|weekends)|messaging|i'?m (?:off|home|free|around) (?:then|those days)|off\b(?=[^.]*\ball day then)|all day then|quiet hours|no (?:signal|reception|phone service)|off[- ]limits|don'?t suit|leave (?:me|us|my \w+) (?:alone|be)|let me (?:sleep|rest)|nothing (?:before|after|on|between|past|until|till?|during|in)|call(?! it\b)|calls|telephone|telephoning|calling|text|texts|texting|txt|message|messages|msg|contact|reach"
        r"|ring|ping|hit me|whatsapp|dms?|reply"
        r"|respond|available|(?<!when im )(?<!when i'm )free|off on|day off|(?:talk|speak)(?! (?:to|with) (?:my|a|an|him|her|them|the)\b)|get (?:a )?hold|(?:get|catch|reach|find|try) me|rang|ringing|phone me|give me a (?:call|ring|bell|shout|buzz)|busy|asleep|sleep|bother|disturb"
        r"|(?:not|never|only) (?:during|while)|never on|to bed|in bed|wake up|get up|in class|(?<!an )answer|pick up|bug me|tied up|unavailable)\b",
        re.ASCII,
    ),
    loosely=re.compile(
        r"\b(?:at work|i work|i'?m working|im working|working|get off|finish (?:work )?at|off at|home (?:after|by"
        r"|from)|off work|best|good time|bad time|meeting|prefer|shift|only|my (?:lunch |work )?break|on break|lunch|works best|is better)\b",
        re.ASCII,
    ),
    payment=re.compile(
        r"\b(?:pay|paid|payed|paying|wages|payroll|cut(?:s|ting)? (?:the |our )?checks?|zelle\w*|venmo\w*|cash ?app\w*|apple ?pay|paypal|(?<![:\d])\d{2,4} (?:bucks|dollars|quid|pounds)|payments?|instal+ments?|send(?! (?:me|us)\b(?! \d)|(?: \w+)? (?:messages?|texts?|emails?|reminders?|notices?|letters?|anything|stuff|that|those|these)\b)|transfer|deposit|wire)\b|\$",
        re.ASCII,
    ),
    unwanted=re.compile(
        r"\b(?:no (?:week ?ends?|week ?days?|mornings?|evenings?|afternoons?|nights?|(?:sun|mon|tues|wednes|thurs|fri|satur)days?)|nobody|no more|neither|quiet hours|quiet time|off[- ]limits|(?:are|is|r) (?:just |only |always )?for (?:family|church|rest|god|the lord|my (?:kids|family)|the (?:kids|family)|sleep\w*)|no(?=\W*$)|on (?:site|duty|shift)(?! (?:until|till?)\b)|on the (?:road|rig)|on (?:dialysis|chemo)|out of town|travel+ing|no (?:time|signal|reception|service)|slammed|swamped|packed|do not disturb|dnd|out of the question|(?:(?<=day)|(?<=days)|(?<=ings)|(?<=noons)) (?:no good|no use|nah|nope|a no)|(?:bad|no good|no use) (?:for|to) (?:me|us)|don'?t suit|are not|leave (?:me|us|my \w+) (?:alone|be)|let me (?:sleep|rest)|nothing|don'?t|dont|do not|never|stop(?! (?:for|at|by|work|working|in)\b)|no (?:calls?|texts?|texting|calling|messaging|messages?|contact|phone"
        r" calls?)|not|can'?t (?:talk|answer|take|pick|be|get|use|have)|cannot|cant|won'?t"
        r"|quit|except|avoid|no (?:\w+ ){1,3}(?:calls?|texts?|messages?)|my (?:shifts?|class(?:es)?|lectures?|lessons?|hours) (?:is|are|runs?|go(?:es)?)|to bed|in bed|go to sleep|wake up|get up|busy|(?<!call me )(?<!reach me )(?<!text me )(?<!get me )(?<!hold of me )(?<!crazy )(?<!late )(?<!nuts )(?<!hectic )(?<!stuff )(?<!things )(?<!slow )at work(?! (?:lately|rn|has|have|is|was))|i work|i'?m working|im working|working|i'?ll be"
        r" (?:at work|working)|in class|asleep|sleep|sleeping|unavailable|bad time|(?:is|are|r|(?<=tonight)'s|(?<=tomorrow)'s|(?<=day)'s) (?:bad|no good|no use|(?:a )?no[- ]?go|useless|hopeless|rubbish|a nightmare|dead|hard|rough|tough|hectic|impossible|awful|murder|out|terrible|the worst|too (?:early|late))(?! work| at)|(?:at|in|on) (?:the )?(?:church|mass|temple|practice|rehearsal|chemo|dialysis|bingo|darts|footy|football|training|choir|band practice|karate|yoga|pilates|swimming|night school|bowling|physio|therapy|counselling|rehab|clinic|handover|patrol|watch|the door)|(?:phone|cell|ringer|mobile)(?:'?s| is| goes| stays| will be) (?:off|locked|away|charging|on silent|in (?:a|the|my) (?:locker|bag|car|van|drawer))|(?:is|be|are|it'?s) (?:of )?no use|stay off my|off my (?:phone|line|back)|in"
        r" (?:court|surgery|theatre|church|lectures?|lessons?|meetings?)|tied up|driving)\b",
        re.ASCII,
    ),
    splits=re.compile(
        r"(?<=\w) (?=(?:just |please |pls |so |but |now )+(?:stop|quit|don'?t|dont|leave) (?:me|us|texting|calling|messaging|bothering|harassing)\b)|(?:(?<=\d)|(?<=noon)|(?<=evening)|(?<=morning)|(?<=night)) (?:and|or|&) (?=(?:on )?(?:mon|tue|wed|thu|fri|sat|sun|week ?end|week ?day)[a-z]* (?:(?:only|just) )?(?:any ?time|all day|after|before|between|from|until|till|mornings?|afternoons?|evenings?|\d))|"
        r"(?:(?<=day)|(?<=days)) (?:and|or|&) (?=(?:only )?(?:after|before|between|from|until|any ?time|all day|(?:the )?(?:mornings?|afternoons?|evenings?))\b[^,.;]{0,30}\b(?:mon|tue|wed|thu|fri|sat|sun))|"
        r"(?:(?<=\d)|(?<=[ap]m)|(?<=noon)|(?<=ings)|(?<=noons)|(?<=nights)|(?<=days)) (?:and|or|nor|&) (?=(?:at |for |on |during )?(?:any ?time|all day|any hour|the whole day|the whole of|at all)\b|(?:on )?[a-z]+days? (?:at all|period|ever|full stop)\b)|"
        r"(?:(?<=mornings)|(?<=evenings)|(?<=afternoons)|(?<=nights)|(?<=\dpm)|(?<=\dam)) (?:or|and|&) (?=(?:on )?(?:mon|tue|wed|thu|fri|sat|sun|week ?end|week ?day))|(?<=\w)(?= (?:except|but not|just not)\b)|[.!?;\n]+(?!\d)|,(?!\d)(?!(?:(?<=day,)|(?<=days,)|(?<=mon,)|(?<=tues,)|(?<=tue,)|(?<=wed,)|(?<=thurs,)|(?<=thu,)|(?<=fri,)|(?<=sat,)) ?(?:and |or |& )?(?:mon|tue|wed|thu|fri|sat|sun)(?![a-z]* (?:is|are|works|would|i'?m|im|i am|i can|no\b|nope|yes)))|\b(?:but|however|instead|though|so|because)\b|(?<=\dpm) (?=never\b)|(?<=\dam) (?=never\b)|(?<=\d) (?=never (?:in|before|after|on|at)\b)|\b(?:and|or)"
        r" (?=(?:never|not|don'?t|only|call|text|no )\b)|(?<!nobody )(?<!you )(?<!they )(?<!don't )(?<!dont )(?<!not"
        r" )(?<!never )(?<!or )(?<!stop )(?<!to )(?<!can )(?<!\d )(?<!am )(?<!pm )(?=\b(?:only )?(?:call|text|message"
        r"|reach|contact) me\b)",
        re.ASCII,
    ),
)


def _after_other(match: re.Match[str], unwanted: bool) -> Hours | None:
    half = match["p3"] or match["q3"] or match["r3"]
    if not match["h3"].isdigit():
        return Hours(12 * 60, DAY_END)
    return between(after(match["h3"], match["m3"], _HALF[half] if half else None, unwanted=unwanted), DAY_END)
