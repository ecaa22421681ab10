"""Days told loosely: "around the 15th" is one to ask back, "after the 15th" is none at all."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.days.calendar import VAGUE, Days
from reading.spans import Found
from reading.text import MASK

_AROUND = re.compile(
    r"(?:\b(?:towards?|near(?:er)?(?: to)?|close[r]? to|hacia|cerca|por ahi|tipo|como|快到?)(?: the| el| del?)?|(?:on|by|maybe|prolly|probably|or|around) like(?: the| on)?|like (?:on|by|around)(?: the)?|around|'?bout|about|abt|approx\.?|approximately|roughly|circa|alrededor(?: del?)?|en torno(?: al?)?|como (?:por|para|a|al|el|por el|para el)|(?<!favor )por(?: el| la| ahi)?|mas o menos(?: el| para el)?|por ahi del?|(?<!lo que )sobre el|hacia el|大概|大约"
    r"|差不多|约|可能|估计|估|也许|或许|说不定|搞不好)(?: the| dia| 是)?\s*$"
)
_OR_SO = re.compile(
    r" ?(?:or so\b|-?ish\b|-(?:something|odd)\b|or thereabouts|or (?:somewhere |some ?time )?(?:around|near|about) (?:there|then)|or around (?:there|then)|or something\b|give or take|左右|前后|上下|mas o menos"
    r"|aprox|o por ahi|o algo asi|mas menos|(?:吧|啦|嘞|啊)?[,， ]*(?:大概|可能|估计|也许|或许|差不多|说不定)(?:吧|啦|这样)?(?=$|[,，。]))"
)
# 应该月底吧.
_SHOULD = ("应该", "应该是", "应该在", "应该会", "应该要")
_AFTER = re.compile(
    r"\b(?:after|past|despues(?: del?)?|pasando|pasad[oa]s?|luego del?)(?: the| el| la| los| las|"
    r" dia)*\s*$|(?:过[了咗完]|过埋)(?:这个?月|本月)?$"
)
_AFTERWARDS = re.compile(r"(?:以后|之后|过后|后(?!天)|过[了完咗](?=就|再|才|我|给|还|转|付|[,，。 ]|$))")
# 母亲节过了5月15号: the feast is over before that day, and not the day itself.
_OVER_THEN = re.compile(r"过[了完咗](?:之?后|以后)?[,， ]?")
_LEADS_TO = re.compile(r"(?:过[了完咗]|过后|之?后|以后)?[,， ]?(?:等到?|从|由|在|到)?")


# "A partir del 5", where nothing is paid again and again from then on: the first day of several.
_AT_THE_EARLIEST = re.compile(r"\b(?:a partir|como pronto|no antes)(?: de| del| el)?(?: dia)?[\s\w]{0,5}$")


def hedged(found: list[Found[Days]], text: str) -> list[Found[Days]]:
    """Take certainty from "around the 15th", and the day itself from "after the 15th"."""
    told: list[Found[Days]] = []
    for number, item in enumerate(found):
        before, behind = text[max(0, item.start - 30) : item.start], text[item.end : item.end + 26]
        days = item.value
        then = before.endswith("despues ") and text.startswith("el ", item.start)  # Not "despues del 10".
        if number and days.readings and _OVER_THEN.fullmatch(text, found[number - 1].end, item.start):
            told[-1] = replace(told[-1], value=VAGUE)
        if number and days.readings and _leads_to(told[-1], item, text):
            item = replace(item, start=told.pop().start)
        elif (_AFTER.search(before) and not then) or _AFTERWARDS.match(behind):
            days = replace(days, readings=(), certain=False) if days.event is None else days
        elif (
            _AROUND.search(before)
            or _OR_SO.match(behind)
            or (behind.startswith("吧") and before.endswith(_SHOULD))
            or (MASK not in text and _AT_THE_EARLIEST.search(before + text[item.start : item.start + 5]))
        ):
            days = replace(days, certain=False)
        told.append(replace(item, value=days))
    return told


def _leads_to(first: Found[Days], second: Found[Days], text: str) -> bool:
    """过了元旦从二月起: the stretch that nobody can tell, and the day in it."""
    return first.value == VAGUE and bool(_LEADS_TO.fullmatch(text, first.end, second.start))
