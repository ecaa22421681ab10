"""English as people type it brought to one spelling: "tmrw", "nxt wk", "gon", "wendesday" (folded text)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from reading.sieve import Sieve
from reading.words.en import MONTH, ORDINAL_WORD, WEEKDAY_NAME
from reading.words.en_dialect import RULES as DIALECT

# The words that the grammars hang on, mended when a letter is missing, too many, wrong or out of its turn.
_TYPED = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight january february september october november december"
    " hundred thousand twenty thirty fifteen thirteen fourteen sixteen seventeen eighteen nineteen seventy eighty ninety eleven twelve"
    " payment balance payday paycheck weekend afternoon minimum remaining everything christmas thanksgiving fortnight morning mornings evening evenings sleeping instead".split()
)
# Words of their own, however near.
_OWN = frozenset(
    "sundry sundae thirsty mourning paydays payments balanced balances seventh eighth eleventh twelfth hundreds thousands twenties thirties"
    " payout remained weekends weekdays weekday afternoons tonights minimums paychecks fortnights fourteenth fifteenth sixteenth seventeenth"
    " eighteenth nineteenth thirteenth twentieth thirtieth installment mandy monads saturdays fridays mondays tuesdays thursdays sundays"
    " wednesdays frida tuesdays shirty flirty sixtieth seventeen eighteen eighty eighths pavement repayment prepayment nighty midnight"
    " overnight fortnightly tonic hindered seeping sweeping steeping sleepings unbalance eight seven reminding eights".split()
)
_KNOWN = _TYPED | _OWN
_WITHOUT_ONE = {word[:n] + word[n + 1 :]: word for word in _TYPED for n in range(len(word))}

_ING = "pay send do giv drop putt mak gett com go start beginn break splitt call text tryna transferr throw bring clear work"

_NAMED_MONTH = MONTH.replace("?P<month>", "?:")
_DAY_OF_A_MONTH = rf"\b(?P<day>(?:the )?(?:(?:\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL_WORD}) (?:of )?|(?:last (?:(?:working|business|week) ?)?day|end|(?:first|second|third|fourth|last) {WEEKDAY_NAME}) (?:of|in) ))"
_SOME_MONTHS = rf"{_NAMED_MONTH}(?:,? (?:(?:and|&|n|then) )?(?:of |in )?{_NAMED_MONTH})+"
_SAME_DAY_OF_MONTHS = (
    rf"{_DAY_OF_A_MONTH}(?P<months>{_SOME_MONTHS})"
    rf"(?! (?:pay|be|not|have|need|also|only|send|do|i|we)\b)(?! (?:the )?(?:\d{{1,2}}\b(?!,\d|\.\d)|\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD}))"
)


def _each_of_months(match: re.Match[str]) -> str:
    """ "The first of October, November and December": that day of each of them."""
    return " and ".join(match["day"] + month for month in _MONTH_SAID.findall(match["months"]))


_MONTH_SAID = re.compile(_NAMED_MONTH)

_SAME_IN_MONTHS = rf"\b(?P<day>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})(?P<mid>[^.;!?]{{0,40}}?)\b(?:the )?same(?: again| thing| amount)? (?:in|for) (?P<months>{_NAMED_MONTH}(?:,? (?:(?:and|&|n|then) )?{_NAMED_MONTH})*)"


def _same_in_months(match: re.Match[str]) -> str:
    """ "100 on the 5th and the 20th, same in April and May": the same again on those days of each of them."""
    months = _MONTH_SAID.findall(match["months"])
    days = [match["day"], *_BESIDE.findall(match["mid"])[: 1 if _BESIDE.match(match["mid"]) else 0]]
    return (
        match["day"]
        + match["mid"]
        + " and ".join(f"same on the {day} of {month}" for month in months for day in days)
    )


# "... and the 20th": a second day of the month beside the first.
_BESIDE = re.compile(rf"(?: and|,| &)(?: on)?(?: the)? (\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})", re.ASCII)


# What a series of payments goes on to.
_AN_END = rf"(?:(?:the )?(?:end|middle) of )?(?:{_NAMED_MONTH}(?! ?\d)|christmas|xmas|easter|new year)"

# Short ways to write words, where they stand.
_SHORT: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.ASCII), plain)
    for pattern, plain in (
        (r"\b(?:tm+r+o?w|tmr+|tmw|tm+o?r+o?w?|tomoz|tomo|tmoz|2mo|2moz|2m[ao]r+o?w?|2mrw|tom+[oa]r+[oa]w?)\b", "tomorrow"),
        (r"\b(?:tonite|tonyt|2nite|2nyt|2night|tnite|(?<!, )tn(?! ?\d{5}))\b", "tonight"),
        (r"\bon[ -]call (?=(?:days?|shifts?|duty|nights?|weeks?|rota|weekends?)\b)|(?<=i'm )on[ -]call\b|(?<=\bim )on[ -]call\b|(?<=\bam )on[ -]call\b", "on duty "),
        # "... then we'll see about the rest": nothing is said of it yet.
        (r",? ?\b(?:(?:and|then|so) )*(?:we'?ll|we will|we can|i'?ll|let'?s) (?:see|talk|figure out|work out|discuss|sort out|deal with|go from there)(?: about| on| over)? (?:the (?:rest|remainder|balance)|what'?s left|whatever'?s left)(?: (?:after|later|then|from there))*(?=\W*$|[.;!])", ""),
        (r"\b(?:nxt|nex)\b", "next"),
        (r"\b(?:long|(?:bank )?holiday|labou?r day|memorial day) weekend\b", "weekend"),
        (r"\b(?:untill+|untl|unitl|unill?|utill?)\b", "until"),
        (r"\bsum (?=(?:more )?(?:money|cash|more)\b)", "some "),
        # "Child benefit goes in tomorrow so I'll send 50 straight away": on that day.
        (rf"\b((?:goes|comes|going|coming|gets?|getting|lands?|drops?|hits?|clears?|is|'s|am|i'm) (?:in |paid |me |on )*(?:tomorrow|{WEEKDAY_NAME}|(?:the )?\d{{1,2}}(?:st|nd|rd|th))\b[^.;]{{1,40}}?|(?:{WEEKDAY_NAME}|the \d{{1,2}}(?:st|nd|rd|th)?),? (?:when|once|after|as soon as|soon as|that)\b[^.;]{{3,60}}?) (?:straight ?away|right away|straight after|immediately|same day|there and then)\b", r"\1"),
        # "I had 300, now it's more like 120 on the 14th": how it stands, and no day.
        (r"(?:(?<=^)|(?<=[,.;] )|(?<=\bbut )|(?<=\bso )|(?<=\band ))now (?=(?:it'?s|it is|it'?ll be|i can only|all i can do is) (?:(?:more|like|about|only|just|gonna|be|do|send|pay) )*[$£€]?\d[^.;]*\b(?:on|by|this|next) )", ""),
        # "Nov 1 of 320": what is paid then, and no count.
        (rf"\b({_NAMED_MONTH} \d{{1,2}}(?:st|nd|rd|th)?) (?:of|for) (?=[$£€]?\d{{2,}}\b(?!%))", r"\1 "),
        (r"\bhlf\b", "half"),
        (r"(?<=half )nw\b", "now"),
        # "Every other Thursday starting this one".
        (rf"\b(every (?:other )?(?P<day>{WEEKDAY_NAME})s?\b[^.;]{{0,20}}?(?:starting|beginning|from)) (?:with )?this (?:coming )?one\b", r"\1 this \g<day>"),
        (r"\bwe+n (?=(?:i|my|we|the|it|they|he|she)\b)", "when "),
        (r"\bshould(?:'?ve| have|a| of) (?:been|said|read)(?= [$£€]?\d)", "should be"),
        (r"\bwk\b", "week"),
        (r"\bbal\b", "balance"),
        (r"\baft\b(?= (?:\d|half|noon|work|tea|dinner|lunch|school|then|that|the|my|i)\b)", "after"),
        (r"\b(?:tht|dat)\b", "that"),
        (r"(?<=\d )week after (?=that\b)", "the week after "),
        (r"\bwrk(ing|s)?\b", r"work\1"),
        (r"\b(gets?|got|getting|been|im|i'm|am) pay+e?d\b", r"\1 paid"),
        (r"\bcn (?=i\b|u\b|you\b|do\b|pay\b|send\b)", "can "),
        (r"\bcnt (?=tlk|talk|pay|do|hv|have|take|speak|answer|ring|call|get)", "can't "),
        (r"\bil (?=(?:do|pay|send|have|get|give|be|put|drop|try)\b)", "ill "),
        (r"\bthis day (?=(?:week|fortnight)\b)", "today "),
        (rf"\bend (?=(?:this|next) month\b|{_NAMED_MONTH}\b(?! ?\d))", "end of "),
        (rf"\b({_NAMED_MONTH}) end(?:ing)?\b(?! (?:the )?\d)|\bmonth ending\b(?! (?:the )?\d| in| on)", lambda said: f"end of {said[1] or 'month'}"),
        (r"\bwks\b", "weeks"),
        (r"\bmn?th\b", "month"),
        (r"\bmn?ths\b", "months"),
        (r"\bwk?e?e?k?nd\b|\bwkend\b", "weekend"),
        (r"\bb4\b", "before"),
        (r"\b(?:bc(?:u?z|oz)|becuz|becoz|coz|cos(?= (?:i|im|my|the|we|its?|of)\b)|cause(?= (?:i|im|i'm|my|the|we|its?)\b))\b", "because"),
        (r"\b(?:gon|gona|gunna|ganna|gna|finna|fina|boutta|bouta|fixin(?:g|') to|fixin to)\b(?! na\b)", "gonna"),
        (r"\b(?:imma|ima|i'mma|im'ma|i'ma|amma|im a(?= (?:pay|send|give|do|put|drop|get|throw)\b))\b", "i'll"),
        (r"\b(first|1st|second|2nd|last|next|other|this|that) 1\b(?! ?(?:k|hundred|grand|thousand|%|st)\b|[\d.,/:]\d)", r"\1 one"),
        (rf"\b(?:(?:right|all the way|straight|clear|(?<!so )on) (?:(?:through|thru|up|down|into) )?|(?:through|thru|up) )(?:to|till?|until|through|thru) (?={_AN_END})", "until "),
        (rf"(?<!the )\b({ORDINAL_WORD}) (?=of (?:every|each|the|next|this) (?:single )?month\b)", r"the \1 "),
        (r"\b(?:on )?((?:the )?(?:\d{1,2}(?:st|nd|rd|th)|first|fifteenth|last day)) of (?:each of )?the (?:next|following|coming) (\w+) months\b", r"on \1 of every month, \2 payments,"),
        (r"(?<![\d$.,+(-])(?<!\d )(\d{3,4})(?: \1\b)+(?: \d{2,4}\b)?(?![ -]?\d)", lambda said: said[0].replace(" ", ", ")),
        (
            rf"\b(evenly|equally|(?:split|divide|spread) (?:it|this|that|(?:my|the) \w+)(?: up)?) (?:between|across|over) (?=(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|{_NAMED_MONTH} \d|{WEEKDAY_NAME}\b))",
            r"\1 on ",
        ),
        (r"\bof the (?:following|subsequent|next|coming) months\b", "of every month after that"),
        (r"\b(?:(?:the )?(?:next|following) week|the week after)(?: that)?,? (?:on )?(?:the )?same day\b|\bsame day,? (?:(?:of )?the )?(?:next|following|week after)(?: week)?(?: that)?\b(?! (?:\w+ )?months?)", "a week later"),
        (rf"\bthis week,? on (?={WEEKDAY_NAME}\b)", "this "),
        (r"(?<=[a-z\d] )n(?= )", "and"),
        (r"\ban(?= (?:then|the|ill|i'?ll|i|[$£€]?\d))", "and"),
        (r"\b(?:da|tha|teh|hte|th)\b(?= )", "the"),
        (r"(?<=[a-z] )r(?= [a-z])", "are"),
        (r"\b(\d{1,2}(?:st|nd|rd|th))s\b", r"\1 of every month"),
        (r"\bweek ?nights?\b", "weekday nights"),
        (rf"{_DAY_OF_A_MONTH}(?:each|every) (?:single )?month,? (?:(?:in|for|of|that'?s|so) )?(?={_SOME_MONTHS})", r"\g<day>"),
        # "The 1st and 15th of March and April".
        (
            rf"\b(?P<one>the \d{{1,2}}(?:st|nd|rd|th)),? (?:and|&) (?P<other>(?:the )?\d{{1,2}}(?:st|nd|rd|th)) of (?P<first>{_NAMED_MONTH}),? (?:and|&) (?:of )?(?P<second>{_NAMED_MONTH})(?! ?\d)",
            r"\g<one> of \g<first> and \g<other> of \g<first> and \g<one> of \g<second> and \g<other> of \g<second>",
        ),
        (_SAME_DAY_OF_MONTHS, _each_of_months),
        (_SAME_IN_MONTHS, _same_in_months),
        (
            rf"\bthis (?P<unit>week|month|{WEEKDAY_NAME})\b(?P<mid>[^.;!?]{{1,40}}?)\bnext(?=\W*$|[.,;!]| (?:and|then|ok|okay|please|pls)\b)",
            r"this \g<unit>\g<mid>next \g<unit>",
        ),
        (
            r"\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*) (\d{1,2}(?:st|nd|rd|th)?),? (?:and|&) (\d{1,2}(?:st|nd|rd|th)?)\b"
            r"(?=$|[.;!]|,? (?:each|all day|please|pls|dont|don'?t|do not|i|ill|i'?ll|im|i'?m)\b)",
            r"\1 \2 and \1 \3",
        ),
        (r"(?<=[a-z] )fore(?= (?:noon|\d))", "before"),
        (r"\b(morn|even)in\b'?", r"\1ing"),
        (r"\barvo\b", "afternoon"),
        (r"\barvos\b", "afternoons"),
        (r"\b(?:fryday|frieday|fridee)\b", "friday"),
        (r"\b(?:munday|monady)\b", "monday"),
        (r"\b(?:satday|saterday|satdy)\b", "saturday"),
        (r"\b(?P<day>mon|tues|wednes|thurs|fri|satur|sun)d(?:y|ya|ey|ae|ayy+)(?P<s>s?)\b", r"\g<day>day\g<s>"),
        (r"\b(?:wensday|wendsday|wensdays|wednsday|wenesday|weds)\b", "wednesday"),
        (r"\bevr[ey]?y?\b|\bevey\b", "every"),
        (r"\b(?:dolla[sz]?|dolars?|dollers?|dlrs?|dollarz)\b", "dollars"),
        (r"\b(?:hunn?[ai]?d|hunnids?|hunnit|hunna|hunned|hundo|hunnert|hund)\b", "hundred"),
        (r"\bthou\b(?! (?:shalt|art))|\bthousan\b", "thousand"),
        (r"\b(?:fiddy|fitty|fiddie|fitty)\b", "fifty"),
        (r"\bfourty\b", "forty"),
        (r"\b(?:fivteen|fiveteen)\b", "fifteen"),
        (r"\b(?:twenny|tweny|twunny)\b", "twenty"),
        (r"\b(?:pymn?ts?|pmn?ts?|paymn?ts?)\b(?<=s)", "payments"),
        (r"\b(?:pymn?t|pmn?t|paymn?t)\b", "payment"),
        (r"\b(?:mayb|mabye|mabey|mebbe|mayby)\b", "maybe"),
        (r"\bmsgs\b", "messages"),
        (r"\bmsg\b", "message"),
        (r"\b(?:noone|no1|nobdy)\b", "nobody"),
        (
            r"(?<=[a-z] )(?<!and )(?<!at )(?<!til )(?<!till )(?<!until )(?<!or )(?<!by )(?<!after )(?<!before )(?<!around )(?<!past )(?<!from )"
            r"(?<!in )(?<!for )(?<!every )(?<!of )(?<!next )(?<!to )2(?= (?:pay|send|do|u|you|ya|get|give|make|call)\b)",
            "to",
        ),
        (r"(?<=[a-z] )4(?= (?:u|you|ya|now|sure|real|the|it|that)\b)", "for"),
        (rf"\b({'|'.join(_ING.split())})in'?(?= )", r"\1ing"),
    )
)  # fmt: skip


def spelt(text: str) -> str:
    """Folded English `text` in the spelling that the grammars know. Its length may change."""
    return _WORD.sub(lambda match: _mended(match[0]), _SAID_SHORT.replaced(text))


_SAID_SHORT = Sieve((*DIALECT, *_SHORT))


_WORD = re.compile(r"(?<![a-z0-9_@.'-])[a-z]{5,20}(?![a-z0-9_@'-])", re.ASCII)


# "Friiiday", "tomorrowww": a letter drawn out.
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}", re.ASCII)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if word in _KNOWN:
        return word
    drawn = _DRAWN_OUT.sub(r"\1", word)
    if drawn != word and drawn in _KNOWN:
        return drawn
    if word in _WITHOUT_ONE:
        return _WITHOUT_ONE[word]
    if len(word) < 6:
        return word
    for n in range(len(word)):
        without = word[:n] + word[n + 1 :]
        if without in _TYPED:
            return without
        if n + 1 < len(word) and (turned := word[:n] + word[n + 1] + word[n] + word[n + 2 :]) in _TYPED:
            return turned
        if len(word) > 7 and without in _WITHOUT_ONE and len(_WITHOUT_ONE[without]) == len(word):
            return _WITHOUT_ONE[without]
    return word
