"""Small signs in a clause by which it is understood in the light of the ones before it."""

from __future__ import annotations

import re

from reading.text import HAN
from reading.windows.clause import hours_of
from reading.windows.hours import Grammar, weekdays
from reading.windows.refusals import VERDICT, WELCOME, goes_on
from reading.windows.told import ASKS
from reading.windows.weekly import SUM

# "At lunch, 2 to 3": a part of the day no longer than this, in minutes, is told again by its hours.
ONE_HOUR = 60
# "Don't text while I'm in court, I clerk there 9 to 5": the hours of what one is at.
AT_IT = re.compile(
    r"\W*(?:i|i'?m|im|my (?:shift|class|hours|job|day)|that'?s|thats|its|it'?s)\b(?!.*\b(?:free|off|home|available|answer|talk|fine|ok|okay|best|better|(?:i'?m|am|be|get|wake) up|call|text|reach)\b).*\d[^\d]{0,8}(?:to|-|till?|until|and|through)[^\d]{0,3}\d"
)
SENTENCE_ENDS = re.compile(r"[.!?;。；！？\n]\W*$")
NOT_ON = re.compile(
    r"\W*(?:(?:but|just|please|pls|y|pero|por favor) )*(?:not|never|no|nunca) (?:on|over|at|for|during|en|el|durante)\b"
)


OR = re.compile(r"\W*(?:or|and)\b")
TIMED = re.compile(
    r"\b(?:after|before|until|till?|past|by|from|to|at|around|about|-) ?\d{3,4}\b|\b\d{3,4} ?(?:-|to|till?|until|[ap]m)\b"
)
OR_AS_WELL = re.compile(r"\b(?:or|nor)(?: on)? *$")


def by_the_way(clause: str, asked: bool) -> bool:
    """ "We do lunch service", "on nights all week": what one is at, asked of nobody and judged by nobody."""
    return not asked and not HAN.search(clause) and not (WELCOME.search(clause) or OR.match(clause))


def tells_of_life(clause: str) -> bool:
    """ "I clean offices in the night and then I sleep": nothing is asked of us, and nothing is judged."""
    return not (
        HAN.search(clause) or goes_on(clause) or any(sign.search(clause) for sign in (ASKS, WELCOME, VERDICT))
    )


# "On my lunch, it's 6:30 to 7": the hours of what was just named.
NAMES_IT = re.compile(r"\W*(?:\b(?:it'?s|its|that'?s|thats|which is|o sea|es decir|son)\b|就是|即[是系])")


# 其他时间别发: all but the hours just told.
OTHERWISE = re.compile(r"(?:其他|其它|其余|别的|另外)的?时[间候段][,， ]*(?:我|你们?|就|都)*$")


# Any hour at all, less what is said next.
ANYTIME = re.compile(
    r"\b(?:any ?time|whenever|any ?day|every ?day|any hour|cualquier (?:hora|momento|dia)|a todas horas|todo el dia|todos los dias|cuando (?:sea|quieran?|gusten?)|siempre)\b"
)


# "Every day but Sunday, 4 to 8": the hours are those of the days that are left.
HOURS_NEXT = re.compile(
    r"\W*(?:(?:de|entre|desde|from|between|despues de|a partir de|antes de) )?(?:las? )?\d"
)


EXCEPT = re.compile(r"\W*(?:except|but not|just not|excepto|menos|salvo|pero no)\b")


# "Sundays, just not before nine": of the day named, the hours that are left.
FROM_AN_HOUR = re.compile(
    r"\W*(?:but|just|pero) (?:not|no) (?:before|after|until|till?|past|earlier|later|antes|despues|hasta)\b"
)


# "Not today, tomorrow at 3": only leads to the time that is meant.
NOT_NOW = re.compile(
    r"\W*(?:(?:hoy|ahorita|ahora) no|not (?:today|now)|(?:today|now) no|(?:今天|今日|现在)(?:不行|唔得))\W*"
)


def judged(clause: str) -> bool:
    """ "Tuesdays fine": a time and whether it suits, in a text that is about being reached."""
    return bool(VERDICT.search(clause)) and not SUM.search(clause) and not NOT_NOW.fullmatch(clause)


def timed(clause: str, grammar: Grammar) -> bool:
    """ "... or Saturday afternoon": a day and its hours beside others."""
    return weekdays(clause, grammar) is not None and bool(hours_of(clause, grammar, False)[0])
