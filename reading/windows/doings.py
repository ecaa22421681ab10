"""What one does at hours told beside those that suit, in words that no list knows: "on the ward 7 til 3, ring after 4"."""

from __future__ import annotations

import re
from itertools import pairwise

from reading.windows.hours import ALL_DAYS
from reading.windows.lexicon import WEAK
from reading.windows.marks import AND, BUT, COMMA, TIMES, Kind, Mark, Shape, Stretch, in_order

_ASKS = frozenset({Kind.WISH, Kind.SUITS, Kind.ONLY, Kind.CHANNEL})
_OFFERS = _ASKS | {Kind.FREE, Kind.ENDS, Kind.OTHERWISE, Kind.EXCEPT, Kind.AFTER_THEN, Kind.BEFORE_THEN}
_CUES = frozenset(Kind) - TIMES - {Kind.THEN, Kind.AFTER_THEN, Kind.BEFORE_THEN}
_DAYS = frozenset({Kind.DAYS, Kind.DATES})
_SILENT = frozenset({Kind.BREAK, Kind.THEN, Kind.AFTER_THEN, Kind.BEFORE_THEN})
# Words that lead to hours that suit, that greet, or that tell nothing.
_TELLS_NOTHING = re.compile(
    r"\b(?:[a-z]{1,2}|times?|hours?|hrs|horas?|horarios?|slots?|windows?|avail\w*|gaps?|spare|huecos?|ratos?|ratitos?|dispon\w*|tiempo|reach\w*|either|maybe|perhaps|possibly|quiza\w*|tal|vez|any|anytime|some|only|solo|lunch\w*|breaks?|recreo|comida|almuerzo|bocadillo|lonche|descanso|prefer\w*|prefier\w*|ideal\w*|first|again|also|tambien|then|luego|despues|until|till|hasta|before|after|antes|from|between|entre|desde|from|the|and|but|for|that|thats|this|with|your|you|las?|los|del|una?|unos|por|para|que|con|sea|son|seria|week\w*|early|late|temprano|madam|maam|sir|ma'?am|morning|good|buen\w*|dear|team|guys|mate|love|hun|hello|hola|please|porfa|favor|gracias|thanks|thank|yes|yeah|okay|sure|sorry|well|just|like|about|around|usually|normally|mostly|roughly|somewhere|anywhere|more|less|bueno|pues|oiga|mire|senor\w*|joven|jefe|como|tipo|sobre|mas|menos|casi|normalmente|generalmente|siempre|always|every|each|cada|todos?|todas?|both|same|instead|mejor|better|best|say|digamos|pongamos|can|could|would|will|might|may|puede\w*|podria\w*|have|got|get|has|are|was|tengo|hay|estoy|ando|between|btwn|next|other|otr[oa]s?|not|central|eastern|pacific|mountain|est|cst|pst|mst|edt|cdt|pdt|gmt|bst|hora|don'?t|never|nunca|tampoco|ni)\b"
)
_WORD = re.compile(r"[a-z]{3,}")


def doings(marks: list[Mark], text: str) -> list[Mark]:
    """A BUSY mark before each span of hours that is told of something unknown, where other hours are asked for."""
    found: list[Mark] = []
    ordered = in_order(marks)
    for place, mark in enumerate(ordered):
        if _event(ordered, place, text):
            found.append(Mark(Kind.ASIDE, mark.start, mark.start + 1))
        first = place
        while first and (ordered[first - 1].kind in TIMES or _between_days(ordered, first - 1)):
            first -= 1
        if (
            _from_to(mark)
            and first
            and ordered[first - 1].kind is Kind.BUSY
            and _text_only(ordered, place, text)
        ):
            found += _apart_from(ordered[place + 1 :])  # "Dinner rush 5 to 9 just text".
        if not _from_to(mark) or (first and ordered[first - 1].kind not in _SILENT):
            continue
        start = ordered[first - 1].end if first else 0
        told = next((one.start for one in ordered[first:place]), mark.start)
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        if following and _parted(following) and not _unknown(text, start, told):
            start, told = mark.end, following.start  # "8 to 8 on the ward, only texts in the evening".
        unknown = _unknown(text, start, told)
        named = asks_nothing(ordered) and _NAMED.fullmatch(text, start, told)
        behind = bool(first) and _parted(ordered[first - 1])
        apart = _text_only(ordered, place, text) or _so_then(ordered, place)
        if unknown and (
            apart
            or named
            or _other_days_asked(ordered, place)
            or _other_hours_asked(ordered, place, behind=behind)
        ):
            found.append(Mark(Kind.BUSY, start + unknown[-1].start(), start + unknown[-1].end()))
            found += _apart_from(ordered[place + 1 :]) if apart else []
    return [*found, *_instead(ordered), *_told_apart(in_order((*ordered, *found)))]


def _instead(ordered: list[Mark]) -> list[Mark]:
    """ "At 4 no, at 5": the hour told last, behind another that is refused."""
    last = ordered[-4:]
    if [one.kind for one in last] != [Kind.HOURS, Kind.REFUSE, Kind.BREAK, Kind.HOURS] or last[
        1
    ].value != WEAK:
        return []
    if not all(isinstance(one.value, Stretch) and one.value.shape is Shape.AT for one in last[::3]):
        return []
    return [
        Mark(Kind.BREAK, last[3].start, last[3].start, BUT),
        Mark(Kind.SUITS, last[3].end - 1, last[3].end),
    ]


def _apart_from(rest: list[Mark]) -> list[Mark]:
    """What is asked behind it is another matter: the way of reaching, or the last hours told."""
    told = [one for one in rest if one.kind is not Kind.BREAK]
    asked = [one.start for one in told if one.kind not in TIMES]
    if asked:
        return [Mark(Kind.BREAK, asked[0], asked[0], BUT)]
    exact = [one for one in told if isinstance(one.value, Stretch) and one.value.exact][-1:]
    lead = [Mark(Kind.BREAK, one.start, one.start, BUT) for one in exact]
    return [*lead, *(Mark(Kind.SUITS, one.end - 1, one.end) for one in exact)]


def _told_apart(ordered: list[Mark]) -> list[Mark]:
    """A break behind the hours one is busy, where what is asked of other hours follows at once: "work 9 to 5 call after 6"."""
    breaks: list[Mark] = []
    busy = timed = False
    for place, (mark, following) in enumerate(pairwise(ordered)):
        rest = ordered[place + 1 :]
        if _why(ordered[:place], mark, following):
            breaks.append(Mark(Kind.BREAK, mark.start, mark.start, BUT))
        free = busy and timed and _free_on(rest)
        if mark.kind is Kind.BREAK and (free or _other_days(ordered[:place], rest)):
            breaks.append(Mark(Kind.BREAK, mark.start, mark.start, BUT))
        if busy and not timed and mark.kind is Kind.BREAK and _from_an_hour(following):
            breaks.append(
                Mark(Kind.BREAK, following.start, following.start, BUT)
            )  # "I work nights, after 3".
        if mark.kind in (Kind.BREAK, *_CUES):
            asks = mark.kind in _ASKS or mark.kind is Kind.REFUSE
            if busy and timed and asks and (following.kind in TIMES or following.kind in _ASKS):
                breaks.append(Mark(Kind.BREAK, mark.start, mark.start, BUT))
            busy, timed = mark.kind is Kind.BUSY, False
        timed = timed or (busy and mark.kind is Kind.HOURS)
    return breaks


_STATES = frozenset({Kind.ENDS, Kind.BEGINS, Kind.BUSY})


def _why(before: list[Mark], mark: Mark, following: Mark) -> bool:
    """ "Don't ring at 10 I finish at 6": what is asked has its hours, and the state its own."""
    states = mark.kind in _STATES and following.kind is Kind.HOURS
    return (
        states
        and [one.kind in TIMES or one.kind is Kind.REFUSE for one in before[-2:]] == [True, True]
        and before[-2].kind is Kind.REFUSE
        and before[-1].kind in TIMES
    )


def _free_on(marks: list[Mark]) -> bool:
    """ "Lectures Tuesdays 10 to 4, Wednesdays I'm free": days, and that one is free on them."""
    first = next((one.kind for one in marks if one.kind not in (*_DAYS, Kind.BREAK)), None)
    return marks[0].kind in _DAYS and first is Kind.FREE


def _other_days(before: list[Mark], rest: list[Mark]) -> bool:
    """ "Not weekends, weekdays after 5": what is said of all the others is something else."""
    told = [mark.value for mark in (*before[-2:], rest[0]) if mark.kind is Kind.DAYS][-2:]
    if rest[0].kind is not Kind.DAYS or len(told) != 2 or not any(map(_from_an_hour, rest)):
        return False
    return sorted(day for days in told if isinstance(days, tuple) for day in days) == list(ALL_DAYS)


_NAMED_PART = re.compile(r"(?:^|[,.;!(] ?|\b(?:my|our|the|is|it'?s|its|got|have) |^[a-z]+ )([a-z]{4,}) $")


def _event(ordered: list[Mark], place: int, text: str) -> bool:
    """ "Release night tomorrow, don't call Friday before noon": part of a day named for what goes on then."""
    mark, named = (
        ordered[place],
        _NAMED_PART.search(text, max(0, ordered[place].start - 24), ordered[place].start),
    )
    if not (named and isinstance(mark.value, Stretch) and mark.value.shape is Shape.PART):
        return False
    if _TELLS_NOTHING.fullmatch(named[1]) or place + 1 == len(ordered):
        return False
    following, rest = ordered[place + 1], ordered[place + 2 :]
    beside = following.kind in (Kind.DATES, Kind.DAYS) and following.start - mark.end <= 4
    silent = place == 0 or ordered[place - 1].kind in _SILENT
    judged = bool(rest) and rest[0].kind not in _SILENT
    return beside and silent and not judged and any(one.kind in TIMES for one in rest)


def _between_days(ordered: list[Mark], place: int) -> bool:
    """ "Labs Mon and Wed 1 to 4"."""
    beside = {one.kind for one in ordered[max(0, place - 1) : place + 2 : 2]}
    return (
        ordered[place].value in (COMMA, AND) and ordered[place].kind is Kind.BREAK and beside == {Kind.DAYS}
    )


def _unknown(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words there that tell something."""
    return list(_WORD.finditer(_TELLS_NOTHING.sub(lambda said: " " * len(said[0]), text[start:end])))


# "Choir tuesdays", "at aa every night": what is on then, and nothing else.
_NAMED = re.compile(
    r"(?:[^a-z]*(?!probab|maybe|perhaps|like|quiza|unic|dij|quer|lun|mar|mie|jue|vie|sab|dom)[a-z]+){1,3}[^a-z]*"
)


def asks_nothing(marks: list[Mark]) -> bool:
    """Whether no word of a message asks for anything, or says that anything suits."""
    return not any(mark.kind in _OFFERS for mark in marks)


_OPEN = re.compile(
    r"\b(?:stall|shop|store|salon|barber\w*|bakery|cafe|restaurant|diner|kiosk|laundromat|launderette|garage|(?:food )?truck|boutique|takeaway|takeout|pub|bar|studio|nail bar|grocery|bodega|corner shop|newsagent|chippy|deli)\b[^.;!?\n\d]{0,24}\b(?:open|opens|hours|trading|runs|goes)\b"
    r"|\b(?:we|i)(?:'re| are)? open(?: up)? (?:at |from )?\d|\bwe trade\b|\b(?:puesto|taller|tienda\w*|negocio|local|papeleria|panaderia|fonda|estetica|peluqueria|barberia|restaurante|carniceria|fruteria|ferreteria|farmacia|kiosco|quiosco|bar|cafeteria|tortilleria|lavanderia|miscelanea|abarrotes|changarro)\b[^.;!?\n\d]{0,24}\b(?:abiert[oa]|abre|abro|abrimos|atiende|horario|de|desde) (?:de )?(?:las? )?\d|\b(?:abro|abrimos) "
)


def tells_of_a_shop(marks: list[Mark], text: str) -> bool:
    """ "Stall open 11 to 6 Thu to Sat, takings are up": hours of trade, and nothing is asked or refused."""
    silent = not any(mark.kind in (Kind.REFUSE, Kind.UNSUITED) for mark in marks)
    return silent and asks_nothing(marks) and bool(_OPEN.search(text))


def _from_to(mark: Mark) -> bool:
    return isinstance(mark.value, Stretch) and mark.value.shape is Shape.SPAN


def _from_an_hour(mark: Mark) -> bool:
    return isinstance(mark.value, Stretch) and mark.value.shape is Shape.FROM


def _parted(mark: Mark) -> bool:
    return mark.kind is Kind.BREAK and mark.value != AND


def _other_hours_asked(ordered: list[Mark], place: int, *, behind: bool) -> bool:
    """Whether hours behind are asked for, or, where a comma parts them, hours before; and nothing judges these themselves."""
    last = place
    while last + 1 < len(ordered) and ordered[last + 1].kind in TIMES:
        last += 1
    following = ordered[last + 1 :]
    if following and following[0].kind not in _SILENT and not _has_hours(following):
        return False
    if _has_hours(following):
        return True
    return behind and not any(one.kind in _ASKS for one in following) and _has_hours(ordered[:place])


_WRITTEN = re.compile(
    r"text|txt|msg|messag|mail|sms|whats|wassap|wasap|write|mensaj|escrib|correo|wechat|telegram|dm"
)


def _text_only(ordered: list[Mark], place: int, text: str) -> bool:
    """ "Customers all day 9:30 to 7, text no calls", "9:30-7 pls text": no hours are asked for at all."""
    rest = [one for one in ordered[place + 1 :] if one.kind is not Kind.BREAK]
    return bool(rest) and _ways_only(rest, text)


def _ways_only(marks: list[Mark], text: str) -> bool:
    written = any(one.kind in _ASKS and _WRITTEN.search(text, one.start, one.end) for one in marks)
    return written and all(one.kind in _WAYS for one in marks)


def asks_no_hours(marks: list[Mark], text: str) -> bool:
    """Whether nothing is asked for but, behind all times, to be written to: "lunch rush 11 to 2, text only"."""
    asked = [mark for mark in marks if mark.kind in _OFFERS]
    last = max((mark.end for mark in marks if mark.kind in TIMES), default=0)
    return not asked or (asked[0].start >= last and _ways_only(asked, text))


_WAYS = frozenset({Kind.CHANNEL, Kind.WISH, Kind.SUITS, Kind.ONLY})


def _so_then(ordered: list[Mark], place: int) -> bool:
    """ "The plant runs 6 to 4 so 5 or later", "the mill 7 to 5, so after supper, 6:30"."""
    mark, rest = ordered[place], ordered[place + 1 :]
    if not (rest and rest[0].kind is Kind.BREAK and isinstance(mark.value, Stretch)):
        return False
    told = [one for one in rest if one.kind is not Kind.BREAK]
    if rest[0].value == BUT and told and _from_an_hour(told[0]):
        return True
    over = [
        one.value.wanted[0][0] >= mark.value.wanted[-1][1] and one.value.shape is not Shape.SPAN
        for one in told
        if isinstance(one.value, Stretch)
    ]
    return bool(over) and all(over) and all(one.kind in TIMES for one in told)


def _other_days_asked(ordered: list[Mark], place: int) -> bool:
    """ "The clinic runs Mon to Thu 8 to 5 so Friday is the day to call"."""
    beside = [
        one
        for one in (*ordered[max(0, place - 1) : place], *ordered[place + 1 : place + 2])
        if one.kind is Kind.DAYS
    ]
    behind = [one for one in ordered[place + 1 :] if one not in beside]
    others = [one for one in behind if one.kind is Kind.DAYS]
    if not (beside and others and any(one.kind in _ASKS for one in behind)) or len(beside) > 1:
        return False
    return not {*_days(beside)} & {*_days(others)} and not any(one.kind is Kind.HOURS for one in behind)


def _days(marks: list[Mark]) -> list[object]:
    return [day for one in marks if isinstance(one.value, tuple) for day in one.value]


def _has_hours(marks: list[Mark]) -> bool:
    """Whether a wish and hours by the clock stand side by side among the marks."""
    listed = [place for place in range(len(marks)) if _between_days(marks, place)]
    said = [one for place, one in enumerate(marks) if one.kind not in _DAYS and place not in listed]
    return any(
        {one.kind, other.kind} & {Kind.HOURS, Kind.OTHERWISE}
        and {one.kind, other.kind} & (_ASKS | {Kind.FREE, Kind.ENDS})
        for one, other in pairwise(said)
    )
