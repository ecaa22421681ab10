"""How English names a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from reading.days import calendar as cal
from reading.days import en_feasts, working
from reading.days.calendar import VAGUE, Days, Part
from reading.days.context import DayRule, Meaning, Seen, fixed, rule, seen_from
from reading.days.en_counted import (
    after_coming,
    after_unit,
    business_days,
    choice_of_counts,
    count_of,
    couple_of,
    from_a_day,
    gap,
    left_of_month,
    nth_week_of,
    nth_weekday_each,
    nth_weekday_of,
    nth_weekday_told,
    of_month,
    week_of,
    weekday_and_figure,
    weekdays_from_now,
    weekdays_of_next_week,
    weeks_from_weekday,
)
from reading.days.occasions import CONDITION, PAYDAY
from reading.words.en import (
    COUNT,
    COUNT_NAME,
    MONTH,
    ORDINAL_OR_FIGURE,
    ORDINAL_WORD,
    WEEKDAY,
    WEEKDAY_NAME,
    count_number,
    month_number,
    ordinal_number,
    weekday_number,
)

_WHICH = r"(?P<which>this|the|next|that|following)"
_YEAR = r"(?:,? (?P<year>20[2-9]\d)\b)?"


def _in_month(match: re.Match[str], seen: Seen) -> Days:
    number, which = ordinal_number(match["nth"]), match["which"]
    if which in ("the", "that"):
        return cal.day_of_month(number, today=seen.today)
    return cal.day_in_month(number, 0 if which == "this" else 1, today=seen.today)


def _bare(match: re.Match[str], seen: Seen) -> Days | None:
    number = ordinal_number(match["nth"])
    return cal.day_of_month(number, today=seen.today) if 1 <= number <= 31 else None


def _by_weekday(function: Callable[..., Days], *arguments: int) -> Meaning:
    """A calendar function that takes a weekday first."""
    return lambda match, seen: function(weekday_number(match["weekday"]), *arguments, today=seen.today)


def _this_weekday(match: re.Match[str], seen: Seen) -> Days:
    """ "This Friday" is the coming one; said on a Friday it is today or a week on, as the bare name is."""
    return cal.weekday(weekday_number(match["weekday"]), today=seen.today)


def _part_of(match: re.Match[str], seen: Seen) -> Days:
    words = match["part"]
    part: Part = (
        "middle" if words.startswith("mid") else "late" if words.startswith(("late", "last")) else "early"
    )
    if match["month"]:
        return cal.part_of_named_month(part, month_number(match["month"]), today=seen.today)
    return cal.part_of_month(part, 1 if match["which"] in ("next", "following") else 0, today=seen.today)


def _end_of(match: re.Match[str], seen: Seen) -> Days:
    if match["month"]:
        return cal.named_month_end(month_number(match["month"]), today=seen.today)
    return cal.month_end(1 if match["which"] in ("next", "following") else 0, today=seen.today)


def _end_of_week(match: re.Match[str], seen: Seen) -> Days:
    monday = cal.monday(seen.today) + timedelta(days=7 if "next" in match[0] else 0)
    return cal.doubtful((monday + timedelta(days=n) for n in (4, 5, 6)), today=seen.today)


def _early_in_week(match: re.Match[str], seen: Seen) -> Days:
    monday = cal.monday(seen.today) + timedelta(days=7)
    first, last = {"e": (0, 2), "m": (1, 4), "l": (3, 5)}[match["part"][0]]
    return cal.doubtful((monday + timedelta(days=n) for n in range(first, last)), today=seen.today)


_UNIT = r"(?P<unit>days?|weeks?|wks?|months?|hours?|hrs?|min(?:ute)?s?|fortnights?)\b"
_FROM_NOW = r"(?:from (?:now|today)|time\b|out\b)"


_MONTH_NAME = MONTH.replace("?P<month>", "?:")
RULES: tuple[DayRule, ...] = (
    rule(PAYDAY, fixed(Days(event="payday"))),
    rule(CONDITION, fixed(VAGUE)),
    rule(
        rf"\b(?P<which_one>first|second|third|fourth|1st|2nd|3rd|4th|last) (?:week|wk) (?:of|in) (?:the"
        rf" )?(?:(?:{_WHICH} )?(?:month|mth)|{MONTH})",
        nth_week_of,
    ),
    rule(
        r"\b(?P<which>next|nxt|this) (?:month|mth),? (?:in )?(?:the )?(?P<which_one>first|second|third|1st|2nd|3rd|last)"
        r" (?:week|wk)\b(?P<month>)",
        nth_week_of,
    ),
    rule(
        rf"\bweek of (?:the )?{MONTH} (?:the )?{ORDINAL_OR_FIGURE}{_YEAR}|\bweek of (?:the"
        rf" )?(?P<alone>\d{{1,2}}(?:st|nd|rd|th))",
        week_of,
    ),
    rule(
        rf"\b(?:not |isn'?t )?(?:on )?(?:this |the |this coming )?{WEEKDAY}(?: no| not| i can'?t| won'?t work| is no good| doesn'?t work| isn'?t good| is too soon)?,? (?:but )?(?:the )?"
        r"(?:next one|one after(?: that| next)?|following one|week after|following (?P=weekday)|(?P=weekday) (?:after(?: that)?|following))\b",
        after_coming,
    ),
    rule(
        rf"\bnot (?:on )?(?:this |the |this coming )?{WEEKDAY},? ?(?:but |rather )?(?:on )?(?:the )?(?:next (?P=weekday)\b|next\b|\x1f{{8}}(?!\x1f))",
        after_coming,
    ),
    rule(
        rf"(?:\b(?:the )?|(?<=\x1f))(?P<which_one>last|first|second|third|fourth|1st|2nd|3rd|4th) {WEEKDAY}(?= ?\x1f)",
        nth_weekday_each,
    ),
    rule(rf"\b{COUNT} (?P<weekday>{WEEKDAY_NAME})s from (?:now|today)\b", weekdays_from_now),
    rule(r"\b(?:in|into|until|till?|til|after|early in) (?:the )?new year\b(?!'?s)", fixed(VAGUE)),
    rule(
        r"\b(?:before|over|after|around|during) the holidays?\b|\b(?:in|by|this|next) (?:the )?(?:spring|summer|fall|autumn|winter)\b"
        r"|\bmid ?week\b",
        fixed(VAGUE),
    ),
    rule(
        r"\b(?:in |within )?(?:a|1|one) (?P<unit>day|week|month) or (?P<more>two|2|so)\b",
        lambda m, s: cal.doubtful(
            (
                day
                for n in ((1,) if m["more"] == "so" else (1, 2))
                for day in after_unit(n, m["unit"], s).readings
            ),
            today=s.today,
        ),
    ),
    rule(rf"\b(?:(?:a|1|one) )?(?:week|wk|fortnight) (?:on|this|from|after) {WEEKDAY}", from_a_day),
    rule(rf"\b{WEEKDAY} fortnight\b", from_a_day),
    rule(
        r"\b(?:(?:a|1|one) )?(?:week|wk|fortnight) (?:from )?(?:today|2day|tom+or+ow|tmrw|tmr|tomoz)\b"
        r"|\b(?:today|tom+or+ow|tmrw) (?:week|fortnight)\b",
        from_a_day,
    ),
    *en_feasts.RULES,
    *working.ENGLISH,
    rule(
        rf"\b(?:end|last day|last) (?:of )?(?:the )?(?:{_WHICH} )?(?:month|mth)\b",
        lambda m, s: cal.month_end(1 if m["which"] in ("next", "following") else 0, today=s.today),
    ),
    rule(
        r"\b(?:e\.?o\.?m\.?|month'?s?[- ]end)(?!\w)|\b(?:before|by the time) (?:the |this )?month(?: is|'s)? (?:out|over|up|done|ends|finishes)\b",
        seen_from(cal.month_end, 0),
    ),
    rule(
        rf"\b(?:end|last day) of {MONTH}",
        lambda m, s: cal.named_month_end(month_number(m["month"]), today=s.today),
    ),
    rule(r"\b(?:(?:the )?end of (?:the|this)? ?year|e\.?o\.?y|years?'?s?[- ]end)\b", seen_from(cal.year_end)),
    rule(
        rf"\b(?P<part>early|(?:the )?(?:beginning|start|first (?:week|part|few days)) of"
        rf"|mid(?:dle of)?|late|last week of)[- ]"
        rf"(?:in )?(?:{_WHICH} month|(?P<the>month)|{MONTH})",
        _part_of,
    ),
    rule(rf"\b{ORDINAL_OR_FIGURE} of {_WHICH} month\b", _in_month),
    rule(
        rf"\b(?P<which>next|nxt|this) (?:month|mth),? (?:on )?(?:the )?{ORDINAL_OR_FIGURE}(?! (?:week|wk)\b)",
        _in_month,
    ),
    rule(
        rf"\b(?:the )?(?P<which_one>last|{ORDINAL_WORD}|\d(?:st|nd|rd|th)) {WEEKDAY} (?:of|in)"
        rf" (?:{_WHICH} month|{MONTH})",
        nth_weekday_of,
    ),
    rule(
        rf"\b(?<!every )(?<!each )(?<!another )(?<!a )(?<!last )(?<!one )(?<!two )(?:the |my |our )?(?P<which_one>second|third|fourth|2nd|3rd|4th) {WEEKDAY}(?! (?:payment|after|before|from|in|of|since|one|or|and|i (?:get|have|am|work))|s\b|,? (?:the )?\d{1, 2}(?:st|nd|rd|th))",
        nth_weekday_told,
    ),
    rule(
        rf"\b{MONTH} (?:the )?{ORDINAL_OR_FIGURE}{_YEAR}(?! of {MONTH.replace('?P<month>', '?:')})", of_month
    ),
    rule(rf"\b{ORDINAL_OR_FIGURE}(?: day)?(?: of)? {MONTH}{_YEAR}", of_month),
    rule(r"\b(?:the )?day after (?:tomorrow|tmrw|tmr|tom)\b", seen_from(cal.in_days, 2)),
    rule(rf"\b{COUNT} (?:weeks?|wks?) from {WEEKDAY}", weeks_from_weekday),
    rule(
        rf"\b{COUNT} (?:weeks?|wks?) from tom+or+ow\b",
        lambda m, s: cal.in_days(7 * count_number(m["count"]) + 1, today=s.today),
    ),
    rule(
        rf"\b{WEEKDAY},? (?:the )?(?P<nth>\d{{1,2}})\b(?![.,:/]\d|[%$£€]| ?(?:[ap]\.?m|k\b|dollars|bucks|quid|pounds?|each|(?:the |next |this )?{WEEKDAY_NAME}\b|on\b|by\b|to\b|-))",
        weekday_and_figure,
    ),
    rule(
        rf"\b{WEEKDAY} after next\b",
        lambda m, s: cal.doubtful(
            (
                cal.add_days(cal.coming_weekday(weekday_number(m["weekday"]), today=s.today), n)
                for n in (7, 14)
            ),
            today=s.today,
        ),
    ),
    rule(
        rf"\b(?:the )?week after next,? (?:on )?{WEEKDAY}"
        rf"|\b{WEEKDAY.replace('weekday>', 'weekday2>')},? (?:of )?(?:the )?week after next",
        lambda m, s: cal.week_weekday(weekday_number(m["weekday"] or m["weekday2"]), 2, today=s.today),
    ),
    rule(
        rf"\b{WEEKDAY} (?:or|/|and) (?P<other>{WEEKDAY_NAME}),? (?:of )?(?:the )?(?:next|nxt|nex) (?:week|wk)\b",
        weekdays_of_next_week,
    ),
    rule(rf"\b{WEEKDAY},? (?:of )?(?:the )?(?:next|nxt|nex) (?:week|wk)\b", _by_weekday(cal.week_weekday, 1)),
    rule(rf"\b(?:next|nxt|nex) (?:week|wk),? (?:on )?{WEEKDAY}", _by_weekday(cal.week_weekday, 1)),
    rule(rf"\b{WEEKDAY},? (?:of )?this (?:week|wk)\b", _by_weekday(cal.this_weekday)),
    rule(rf"\b{WEEKDAY} week\b", weeks_from_weekday),
    rule(r"\b(?:the )?week after next\b", seen_from(cal.whole_week, 2)),
    rule(rf"\b(?:this |the |next )?(?:up)?coming {WEEKDAY}", _by_weekday(cal.coming_weekday)),
    rule(rf"\b(?:this|ths) {WEEKDAY}", _this_weekday),
    rule(rf"\b(?:next|nxt|nex) {WEEKDAY}", _by_weekday(cal.next_weekday)),
    rule(r"\b(?:e\.?o\.?w|(?:the )?end of (?:(?:the|this|next) )?week|later this week)\b", _end_of_week),
    rule(
        r"\b(?:before|b4|by) (?:the|this) weekend\b(?! is| ends)",
        lambda m, s: (
            cal.coming_weekday(4, today=s.today) if s.today.weekday() < 4 else cal.weekday(4, today=s.today)
        ),
    ),
    rule(
        r"\b(?:the )?weekend after next\b",
        lambda m, s: cal.doubtful(
            (d for n in (1, 2) for d in cal.weekend(n, today=s.today).readings), today=s.today
        ),
    ),
    rule(r"\b(?:next|nxt) weekend\b", seen_from(cal.weekend, 1)),
    rule(r"\b(?:(?:this|the|over the|on the) )?weekend\b", seen_from(cal.weekend, 0)),
    rule(r"\b(?P<part>early|mid(?:dle of)?|late)[- ](?:in )?next week\b", _early_in_week),
    rule(
        r"\b(?:sometime |some time )?(?:next|nxt|nex|the following) (?:week|wk)\b",
        seen_from(cal.whole_week, 1),
    ),
    rule(
        r"\b(?:sometime |some time )?this (?:week|wk)\b|\b(?:within|during|before) the (?:week|wk)(?: is out| ends)?\b",
        seen_from(cal.whole_week, 0),
    ),
    rule(
        rf"(?<![$£€.,\d])\b{COUNT} (?P<unit>days?|weeks?|wks?|months?|fortnights?) (?:later|after(?: that)?"
        rf"|afterwards?)\b(?! (?:the |my |this |thanks|christ))",
        lambda m, s: gap(m, count_of(m, s)),
    ),
    rule(
        r"\bthe (?P<unit>week|wk|month) after(?: that| next)?\b(?! (?:the |my |this |i\b|thanks|christ|x-?mas|new|easter|next|\x1f))",
        lambda m, s: gap(m, after_unit(1, m["unit"], s)),
    ),
    rule(
        r"\b(?:the )?(?:last day|end) (?=\x1f)|(?<=\x1f on )the last day(?=\W*$|[.,;!])",
        seen_from(cal.month_end, 0),
    ),
    rule(
        rf"\b(?:(?:from|between|for|in|every month) )?{MONTH},? (?:through|thru|to|till?|until|-|and) (?P<last>{MONTH.replace('?P<month>', '?:')})(?! ?\d)",
        lambda m, s: Days(month=month_number(m["month"]), last_month=month_number(m["last"])),
    ),
    rule(
        rf"\b(?:till?|until|through|thru|by|before|come|starting(?: in)?|beginning(?: in)?|from) {MONTH}(?! ?\d)(?! (?:the )?(?:first|second|third|\d))",
        lambda m, s: Days(month=month_number(m["month"])),
    ),
    rule(
        rf"\b(?:in |within )?(?P<low>{COUNT_NAME}) ?(?:-|to|or) ?(?P<high>{COUNT_NAME})"
        rf" {_UNIT}(?: {_FROM_NOW})?(?! (?:late|overdue|behind|ago)\b)",
        choice_of_counts,
    ),
    rule(
        rf"(?<!for )\b(?:{COUNT} more|(?P<another>another|1 more)) {_UNIT}",
        lambda m, s: after_unit(count_number(m["count"] or "one"), m["unit"], s),
    ),
    rule(
        rf"\b(?:in|within|over) (?:the next )?(?:a )?couple(?: of)? {_UNIT}|\b(?:a )?couple(?:"
        rf" of)? (?P<unit2>days?|weeks?) {_FROM_NOW}",
        lambda m, s: couple_of(m, s) if m["unit"] else VAGUE,
    ),
    rule(rf"\b(?:in|within|over) (?:the next )?(?:a )?(?:few|some|several) {_UNIT}", fixed(VAGUE)),
    rule(
        rf"\b(?:in|within) (?:about|around|roughly|like|maybe) {COUNT} {_UNIT}",
        lambda m, s: replace(count_of(m, s), certain=False),
    ),
    rule(rf"\b(?:in |within |give me )?{COUNT} (?:business|working|work) days?\b", business_days),
    rule(rf"\b(?:in|within|inside) (?:the next |the )?{COUNT} {_UNIT}(?: {_FROM_NOW})?", count_of),
    rule(rf"\b{COUNT} {_UNIT} (?:from (?:now|today)|time)\b", count_of),
    rule(
        r"\b(?:first thing )?(?:tom+or+ow|tomm?orr?ow|tmrw|tmr|tmw|tmrow|tomoz|tomo|2mo|tmoro|tmoz|tom|2moro|2mrw"
        r"|2morrow|tomoro|tomorow)\b(?: (?:first thing|morning|mornin|afternoon|arvo|night|evening|am|pm)\b)?|\bfirst thing in the morning\b",
        seen_from(cal.in_days, 1),
    ),
    rule(
        r"\b(?:later |by |end of |first thing )?(?:today|2day|tonight|tonite|2nite|tnite)\b(?: arvo)?|\bthis arvo\b|\bthis"
        r" (?:morning|afternoon|evening)\b|\be\.?o\.?d\b|\bend of (?:the )?day\b|\blater on"
        r" today\b",
        seen_from(cal.in_days, 0),
    ),
    rule(
        r"\b(?:this |the |the up)?coming (?P<nth>\d{1,2})\b(?! ?(?:days|weeks|months|dollars|bucks|[ap]m))",
        _bare,
    ),
    rule(
        r"\b(?:right now|rn|(?<!happy )(?<!for )(?<!by )(?<!until )(?<!but )(?<!off shift )(?<!off work )(?<!home )(?<!off )now|immediately|straight away|right away)\b(?! (?:that|i'?m|im|and"
        r" then i lost|leave|stop|go away|quit|back off|get (?:off|lost)|give it a rest|shut|bugger|piss|do one)\b)",
        seen_from(cal.in_days, 0),
    ),
    rule(
        r"\b(?:in the new year|next year|this year)\b",
        fixed(VAGUE),
    ),
    rule(r"\b(?:next month|nxt mo(?:nth)?)\b", lambda m, s: Days(month=s.today.month % 12 + 1)),
    # "100 every Friday this month".
    rule(
        rf"(?<=\x1f){WEEKDAY}s?,? (?:(?:in|of|during|for(?: the rest of)?) )?this (?:month|mth)\b",
        lambda m, s: replace(
            cal.weekday(weekday_number(m["weekday"]), today=s.today), last_month=s.today.month
        ),
    ),
    rule(
        r"\b(?:(?:by|within|before the end of|sometime|some time|later) )?this (?:month|mth)\b",
        left_of_month,
    ),
    rule(
        rf"\b(?:in|sometime in|during|throughout|over the course of) {MONTH}",
        lambda m, s: Days(month=month_number(m["month"])),
    ),
    rule(
        r"\b(?:asap|a\.s\.a\.p|as soon as (?:i can|possible)|soon as i can|when(?:ever)? (?:i can|i'?m able(?: to)?|possible)|soon"
        r"|eventually|sometime|some ?day|in a (?:bit|while)|later on|shortly|(?:(?<=\d )|(?<=half )|(?<=rest )|(?<=remainder )|(?<=balance )|(?<=some )|(?<=bucks )|(?<=dollars ))later(?! than| on| today))\b",
        fixed(VAGUE),
    ),
    rule(
        rf"\b(?:give me|gimme|gimmie|need|needs|allow me|let me get|let me have|lemme get|lemme have|can i get|get me) (?:about |like |another |at least "
        rf"|just |maybe )*{COUNT} (?:more )?{_UNIT}",
        count_of,
    ),
    rule(rf"^\W*(?:about |like )?{COUNT} {_UNIT}(?: tops| max| at most| at the most)?\W*$", count_of),
    rule(rf"^\W*(?:in )?(?:a |about a |like a )?couple(?: of)?(?: more)? {_UNIT}\W*$", couple_of),
    rule(
        r"\b(?:when|once|as soon as|after|if) (?:my |the |our |this )(?:\w+ ){0,3}?(?:refund|tax(?:es)?|credit|grant|stipend|scholarship|commission|gig|payout|bonds?"
        r"|settlement|bonus|loan|house|car|inheritance"
        r"|insurance|claim|deal|sale|stimulus|case|divorce)\b(?: \w+){0,2}|\b(?:when|once"
        rf"|after|if) i (?:sell|find|win|hear|start)\b(?: (?!(?:{_MONTH_NAME}|{WEEKDAY_NAME}|to(?:day|morrow)|on|by|this|next|at|then|i|ill|and)\b)[a-z']+){{0,3}}"
        r"|\b(?:when|wen|once|after|as soon as|until) (?:i|we) (?:get|receive) (?:my |the |our |this |that )?(?:\w+ )?(?:refund|stimulus|settlement"
        r"|bonus|loan|inheritance|insurance|tax(?:es)?|back pay|deposit back)\b(?: money| check| back)?"
        r"|\ba few more days\b|\b(?:more|some) time\b",
        fixed(VAGUE),
    ),
    rule(rf"\b{WEEKDAY}(?!s\b)", _by_weekday(cal.weekday)),
    rule(rf"(?<=\x1f)(?P<weekday>{WEEKDAY_NAME})s\b", _by_weekday(cal.weekday)),
    rule(
        rf"\b(?:the |el ){ORDINAL_OR_FIGURE}(?! ?(?:payment|installment|instalment|one(?! (?:hundred|thousand|grand|fifty|twenty)\b)|half(?! (?:on|by|in|at|next|the|and|after|then|this|mon|tue|wed|thu|fri|sat|sun))|time"
        rf"|part|of all|(?:two|three)(?! hundred| thousand| grand| fifty|\s*$)|pay|check|option|day|week|thing|bill|loan|card|account|person"
        rf"|call|text|message|\$))",
        _bare,
    ),
    rule(
        r"\b(?P<nth>\d{1,2} ?(?:st|nd|rd|th))\b(?! ?(?:payment|installment|instalment|one(?! (?:hundred|thousand|grand|fifty|twenty)\b)|half(?! (?:on|by|in|at|next|the|and|after|then|this|mon|tue|wed|thu|fri|sat|sun))"
        r"|time|part|of all|pay|check|st\b|street|ave|floor|grade|option|call|text|message))",
        _bare,
    ),
    rule(
        r"\b(?:on|by|til|till|until|before|b4|around|since) (?:the"
        r" )?(?P<nth>\d{1,2})\b(?![.,:/]\d| ?[%$]| ?(?:am|pm|o'?clock|a\.m|p\.m|dollars|bucks"
        r"|percent|days|weeks|months|k\b))",
        _bare,
    ),
)
