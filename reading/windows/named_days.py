"""Days that a message names, as marks: weekdays that come every week, and single days."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from reading.days import Seen, find_days
from reading.text import MASK, NOISE
from reading.windows.hours import ALL_DAYS
from reading.windows.marks import Kind, Mark
from reading.words import en, es

type Weekly = tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[int, ...]]]

_WEEKDAYS, _WEEKEND = (0, 1, 2, 3, 4), (5, 6)


def _on(*days: int) -> Callable[[re.Match[str]], tuple[int, ...]]:
    return lambda match: days


def _stretch(number: Callable[[str], int]) -> Callable[[re.Match[str]], tuple[int, ...]]:
    def days(match: re.Match[str]) -> tuple[int, ...]:
        first, last = number(match["first"]), number(match["last"])
        return tuple(sorted({day % 7 for day in range(first, last + 1 if last >= first else last + 8)}))

    return days


def _compiled(*rules: tuple[str, Callable[[re.Match[str]], tuple[int, ...]]]) -> tuple[Weekly, ...]:
    return tuple((re.compile(pattern, re.ASCII), means) for pattern, means in rules)


_SHORT_DAYS = ("lu", "ma", "mi", "ju", "vi", "sa", "do")
_SHORT_ES = (
    r"(?:lun(?:es)?|mar(?:tes)?|mier?(?:coles)?|jue(?:ves)?|vie(?:r|rnes)?|sab(?:ado)?|dom(?:ingo)?)s?\.?"
)
WEEKLY: dict[str, tuple[Weekly, ...]] = {
    "en": _compiled(
        (
            rf"\b(?P<first>{en.WEEKDAY_NAME})'?s? ?(?:-|to|thru|through|till?|until) ?(?P<last>{en.WEEKDAY_NAME})'?s?\b",
            _stretch(en.weekday_number),
        ),
        (r"\bm ?(?:-|to|thru) ?f(?:ri)?\b|\bl ?- ?v\b", _on(*_WEEKDAYS)),
        (r"\bm[/, -]{0,2}w[/, -]{0,2}(?:& |and |n )?f\b", _on(0, 2, 4)),
        (r"\bm[/ &-]{1,3}w\b|\bmw\b(?= \d)", _on(0, 2)),
        (r"\bt(?:u|ue|ues)?[/ &-]{1,3}(?:th|thu|thur|thurs|r)\b|\btth\b|\btr\b(?= \d)|\bt/h\b", _on(1, 3)),
        (r"\bm ?(?:-|to|thru) ?th\b", _on(0, 1, 2, 3)),
        (r"\bm ?(?:-|to|thru) ?sa?t?\b", _on(0, 1, 2, 3, 4, 5)),
        (r"\b(?:sat?[/&-]su?n?|s/s)\b", _on(*_WEEKEND)),
        (
            r"\b(?:(?:on )?(?:a |any |every )?(?:week ?days?|w(?:ee|or|r)?k ?da?ys?|week(?=(?:ly)? ?(?:day )?(?:morning|evening|night|afternoon|lunch))|(?:work(?:ing)?|business) ?days)|(?:during|in) the week(?! ?end)|week(?=nights?\b))",
            _on(*_WEEKDAYS),
        ),
        (r"\b(?:both |the |either |on |at |over |any |every )*(?:week ?ends?|wk ?e?nds?)(?: days?)?\b", _on(*_WEEKEND)),
        (r"\b(?:every ?day|each day|daily|any ?day(?: of the week)?|all week|(?:7|seven) days(?: a week)?)\b", _on(*ALL_DAYS)),
        (rf"\b(?:(?:on )?(?:a|any|every|each) )?(?P<day>{en.WEEKDAY_NAME})'?s?\b", lambda match: (en.weekday_number(match["day"]),)),
    ),
    "es": _compiled(
        (
            rf"\b(?P<first>{es.WEEKDAY_NAME})s? ?(?:-|a|al|hasta(?: el)?) ?(?P<last>{es.WEEKDAY_NAME})s?\b",
            _stretch(es.weekday_number),
        ),
        (rf"\b(?P<first>{_SHORT_ES}) ?(?:-|a|al|hasta(?: el)?) ?(?P<last>{_SHORT_ES})\b", _stretch(lambda name: _SHORT_DAYS.index(name[:2]))),
        (r"\bl ?(?:-|a) ?v\b", _on(*_WEEKDAYS)),
        # "L M X de 6 a 8", "j y v".
        (
            r"(?<![\w'/])(?:[lmxjvsd](?:(?:[ ,/]{1,2}|,? y )[lmxjvsd]){2,6}|j(?:[ ,/]{1,2}|,? y )v|[lm](?:[ ,/]{1,2}|,? y )[xj])(?![\w'/])",
            lambda match: tuple(sorted({"lmxjvsd".index(one) for one in re.findall(r"\b[lmxjvsd]\b", match[0])})),
        ),
        (
            r"\b(?:lu|ma|mi|ju|vi|sa|do)(?:(?:[ ,/]{1,2}|,? y )(?:lu|ma|mi|ju|vi|sa|do))+\b",
            lambda match: tuple(sorted({_SHORT_DAYS.index(one) for one in re.findall(r"[a-z]{2}", match[0])})),
        ),
        (r"\bl(?: ?- ?| a )j\b", _on(0, 1, 2, 3)),
        (r"\bl(?: ?- ?| a )s\b", _on(0, 1, 2, 3, 4, 5)),
        (r"\bl(?: ?- ?| a )d\b", _on(*ALL_DAYS)),
        (r"\bl[/, -]{1,2}[mx][/, -]{1,2}(?:y )?v\b", _on(0, 2, 4)),
        (r"\bm[/, -]{1,2}(?:y )?j\b", _on(1, 3)),
        (r"\b(?:s[/, -]{1,2}(?:y )?d|s y d)\b", _on(*_WEEKEND)),
        (r"\b(?:cualquier dia (?!habil|laborable)|cualquier (?=dia (?:habil|laborable))|todos los dias |los dias )?(?:entre sem(?:ana|\b)|(?:(?:en )?(?:los )?)(?:(?:dias )?(?:habiles|laborables)|dia (?:habil|laborable)|dias? (?:laborales?|de (?:entre )?semana|de diario))|(?:en|durante|dentro de) la semana(?! (?:que|pasada|santa|del|proxima))|en semana(?! santa))\b", _on(*_WEEKDAYS)),
        (r"\b(?:(?:en |los |el )*(?:todos los )?(?:fin(?:es)? de semana|findes?|weekends?|fines(?! de)))\b", _on(*_WEEKEND)),
        (r"\b(?:(?:todos los dias|cualquier dia|cada dia|los siete dias)(?: de la semana)?|(?:a )?diario|diariamente)\b", _on(*ALL_DAYS)),
        (r"\bmar(?=[ ,]*(?:[yea/-] ?)?(?:lun|mie|jue|vie|sab|dom)\b)", _on(1)),
        *(
            (rf"\b{name}s?\b", _on(day))
            for day, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
        ),
        (rf"\b(?:(?:(?:todos )?los|cada|cualquier|un|el|en) )?(?P<day>{es.WEEKDAY_NAME})s?\b", lambda match: (es.weekday_number(match["day"]),)),
    ),
}  # fmt: skip


def weekly(text: str, rules: tuple[Weekly, ...]) -> tuple[list[Mark], str]:
    """The weekdays of `text`, and the text with these masked."""
    found: list[Mark] = []
    for pattern, means in rules:
        for match in pattern.finditer(text):
            found.append(Mark(Kind.DAYS, match.start(), match.end(), means(match)))
            text = text[: match.start()] + MASK * (match.end() - match.start()) + text[match.end() :]
    return found, text


# What happens once, of which a weekday is the coming one.
EVENT = (
    r"birthday|b'?day|wedding|funeral|burial|burying|we bury|cremation|graduation|graduating|christening|baptism|bar mitzvah|surgery|operation|induction|induced|c[- ]?section|caesarean|assessment|tribunal|interview"
    r"|driving test|anniversary|biopsy|colonoscopy|endoscopy|easter|eid|diwali|passover|yom kippur|bank holiday|public holiday|moving (?:house|out|in|day|home)|we'?re moving|flying (?:home|out|back|to)|my flight"
    r"|tooth (?:out|pulled)|root canal|court date|jury duty|going (?:to )?(?:the |my )?(?:village|home ?town|home country)|the vet|check ?up|baby shower|house ?warming|prom|parole|custody|hospital appt|hospital appointment|(?:boiler|gas|cable|phone|washing machine|fridge|bt|plumbing|meter) (?:man|guy|lad|bloke|engineer)"
)
# Of a message said once, its bare weekdays are single days: "just this once", "solo esta semana".
_JUST_ONCE = re.compile(
    rf"\b(?:{EVENT})\b|"
    r"\b(?:(?:only|just) this week|this week only|solo esta semana|esta semana nada ?mas|just (?:this|the) (?:once|one time)|(?:this|one) (?:time|once) only|only (?:this (?:once|time|one time)|once)"
    r"|(?:got|have|having|there'?s|is) (?:(?:a|an|the|my|our|some|another) )?(?:[a-z]+ )?(?:appointment|appt|vet|dentist|doctor'?s?|interview|hearing|funeral|surgery|operation|wedding|exam|driving test|scan|mri|plumber|electrician|inspector|inspection|delivery|movers|engineer|roofers?|graduation)(?: (?:thing|appointment|appt|visit|coming|out|over|by|round|here|in|on|at|the))* (?:mon|tues|wednes|thurs|fri|satur|sun)day(?!s)"
    r"|(?:appointment|appt|dentist|interview|hearing|funeral|surgery|operation|wedding|exam|driving test|scan|mri|inspection)(?: is| 's|'s) (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!s)|tengo (?:una? |el |la |mi )?(?:examen|entrevista|boda|funeral|entierro|operacion|juicio|mudanza|graduacion|parcial|cita|medico|teorico|cardiologo|oculista|audiencia|concierto)|llevo (?:el|mi|la) (?:carro|coche|camioneta|moto|auto) al\b"
    # "I'm in hospital, call me Friday after 11, they let me out then".
    r"|in (?:the )?hospital|(?:get|getting|be|being) discharged|(?:back|home) from (?:vacation|holidays?|hospital|my trip|the hospital|a trip)|(?:having|after) (?:my |an? )?(?:surgery|operation)"
    r"|(?:me|le) dan (?:el|de) alta|ingresa[d]?[oa] en|hospitalizad[oa]|internad[oa]|(?:estoy|ando|toy|sigo) de viaje|(?:vuelvo|regreso|llego) de(?:l)? (?:viaje|vacaciones|hospital)|(?:voy|tengo que ir|me toca ir) al? [a-z ]{3,20} (?:a|por) (?:una |mi |la )?cita|me operan|recien operad[oa]"
    r"|one[- ]off|solo (?:esta|por esta|una) (?:vez|ocasion)|(?:por )?esta (?:unica )?vez|nada ?mas (?:por )?esta vez|nomas (?:por )?esta vez)\b"
)
_ONCE = re.compile(
    r"\b(?:today|tonight|tomorrow|tmrw|tmr|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|coming|hoy|manana|pasado manana|this|next|\d{1,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?\d{1,2}(?:st|nd|rd|th)|esta"
    r" (?:noche|tarde|manana)|proxim[oa]|est[ae]|que (?:viene|entra|sigue)|siguiente|entrante)\b"
    r"|\bde (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)[a-z]*"
)
# A day of the year with a name of its own.
_FEAST = re.compile(
    r"\b(?:christmas|xmas|boxing day|new year\w*|nye|easter|good friday|thanksgiving|halloween|labor day|memorial day|independence day|july 4th|fourth of july|valentine\w*"
    r"|juneteenth|veterans day|mothers? day|mother's day|father'?s day|presidents? day|mlk day|columbus day|cyber monday|black friday|st\.? patrick'?s"
    r"|navidad|nochebuena|nochevieja|ano nuevo|fin de ano|reyes|semana santa|viernes santo|dia de (?:muertos|la madre|las madres|reyes|accion de gracias|la independencia|todos los santos))\b"
)
_NUMBERED = re.compile(r"the \d{1,2}(?:st|nd|rd|th)")
# Several days in a row or side by side, all of them meant.
_ALL_MEANT = re.compile(r"\bweek ?end\b|\bfin(?:de| de semana)\b|\bsemana\b|\bweek\b| (?:or|o|u|ni|nor) ")
_HOURS_BETWEEN = re.compile(rf" ?{MASK}+ (?:or|o|u|and|y) (?:on |el |the )?")
_WEEK = re.compile(r"(?:all |the rest of )?this week|(?:toda )?esta(?: misma)? semana")
_WEEKDAY = re.compile(
    rf"\b(?:{en.WEEKDAY_NAME}|{es.WEEKDAY_NAME})s?\b|\b(?:tomorrow|tonight|today|hoy|manana)\b"
)
_AND = re.compile(r"\s*,?\s*(?:and|[&+]|n|y|e|ni|nor|or|o)?\s*(?:on |the |el |este )*")
_LONGEST = 14
# "Can't talk now, try me tomorrow" tells of this minute, and not of today.
_AT_ONCE = frozenset({"now", "ahora"})
# Named with the part of the day: the hours are read as such, the day here.
_TONIGHT = re.compile(
    r"\b(?:tonight|tonite|2nite|today(?= (?:morning|afternoon|evening))|esta (?:misma )?(?:noche|tarde|manana))\b"
)


def tonight(text: str, seen: Seen) -> list[Mark]:
    """Today, where it is named by a part of it."""
    return [Mark(Kind.DATES, said.start(), said.end(), (seen.today,)) for said in _TONIGHT.finditer(text)]


def single(text: str, language: str, seen: Seen, *, bare: bool) -> list[Mark]:
    """The single days of `text`, from which the hours are masked; with `bare` its bare weekdays are meant once."""
    apart = _TO.sub(_parting, text) if _SPANNED.search(text) else text
    marks: list[Mark] = []
    found_days = find_days(apart, language, seen)[0]
    for place, found in enumerate(found_days):
        named, readings = text[found.start : found.end], found.value.readings
        following = found_days[place + 1] if place + 1 < len(found_days) else None
        if (
            not readings
            or named in _AT_ONCE
            or _PLURAL.search(named)
            or (bare and _WEEK.fullmatch(named.strip()) and _WEEKDAY.search(apart))
        ):
            continue
        gap = apart[marks[-1].end : found.start] if marks else None
        spans = gap is not None and set(gap.removesuffix("el ")) == {NOISE}
        el = (
            language == "es"
            and bool(marks)
            and (named.startswith("el ") or text[: found.start].endswith("el "))
        )
        beside = spans or el or (gap is not None and _AND.fullmatch(gap))
        if following and _AND.fullmatch(
            apart[found.end : following.start]
        ):  # "Wednesday and Thursday this week".
            beside = beside or bool(_THIS_ONE.search(text, following.start, following.end))
        if not (beside or bare or _ONCE.search(named) or _NUMBERED.fullmatch(named) or _FEAST.search(named)):
            continue
        meant = readings if _ALL_MEANT.search(named) and not found.value.certain else readings[:1]
        if not found.value.certain and len(meant) == 1:
            continue
        if spans and (days := _from_to(marks[-1], meant[0])):
            marks[-1] = Mark(Kind.DATES, marks[-1].start, found.end, days)
        elif len(meant) == 2 and (
            apart_by := _HOURS_BETWEEN.search(named)
        ):  # "Today after 5 or tomorrow before 9".
            cuts = (found.start, found.start + apart_by.start(), found.start + apart_by.end(), found.end)
            marks += [Mark(Kind.DATES, *cuts[:2], meant[:1]), Mark(Kind.DATES, *cuts[2:], meant[1:])]
        elif len(meant) <= _LONGEST:
            marks.append(Mark(Kind.DATES, found.start, found.end, tuple(meant)))
    return marks


# "Tomorrow's no good, Saturday before 11": the coming one, unless days that come every week are named too.
_NEAR = re.compile(
    r"\b(?:today|tonight|tomorrow|tmrw|tmr|tomoz|this (?:week ?end|wke?e?nd)|este fin(?:de)?|(?:this|that) (?:coming )?(?:mon|tues?|wed|thurs?|fri|sat|sun)[a-z]*|(?:mon|tues?|wed|thurs?|fri|sat|sun)[a-z]* this week|hoy|(?:es[ea]|este) (?:mismo )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|pasado manana|(?<!la )(?<!las )(?<!de )(?<!cada )(?<!por )manana)\b(?! y tarde)"
)
_EVERY_WEEK = re.compile(
    r"every|each|any|days\b|ends\b|\b(?:los|cada|todos|cualquier|un)\b|(?:sabado|domingo)s$"
)
_PLURAL = re.compile(r"^(?:every|each|los|cada) |(?:mon|tues|wednes|thurs|fri|satur|sun)days$")
_THIS_ONE = re.compile(r"\b(?:this|next|coming|est[ae]|proximo|que viene)\b")


def once(text: str, language: str) -> bool:
    """Whether bare weekdays of folded `text` are single days: it tells of one time, or of today or tomorrow and of no day of every week."""
    if _JUST_ONCE.search(text):
        return True
    if (
        not _NEAR.search(text) and NOISE * 4 not in text
    ):  # "Away till Friday, call me Saturday": the term is left out.
        return False
    left = _NEAR.sub(" ", text)
    return not any(
        len(mark.value) > 1 or _EVERY_WEEK.search(left, mark.start, mark.end)
        for mark in weekly(left, WEEKLY["es" if language == "es" else "en"])[0]
        if isinstance(mark.value, tuple)
    )


_TO = re.compile(
    r"(?<=[a-z0-9])(?: ?- ?| (?:to|through|thru|until|till?|al?|hasta(?: el)?|and|y) )(?:the |el )?(?=[a-z\d])",
    re.ASCII,
)
_SPANNED = re.compile(
    r"\b(?:from|between|del?|desde|entre|away|out|gone|off)\b|\d(?:st|nd|rd|th) (?:to|thru?|till?|until) (?:the )?\d|\d (?:to|thru?|till?|until) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \d{1,2}(?:st|nd|rd|th)?)? (?:to|thru?|till?|until) (?:the )?(?:\d|mon|tue|wed|thu|fri|sat|sun)|\b(?:through|thru|until|till?)\b|-"
)


def _parting(said: re.Match[str]) -> str:
    """What stands between two days, unreadable; "al 27" is the 27th."""
    article = "el " if said[0].endswith((" al ", " el ")) else ""
    return NOISE * (len(said[0]) - len(article)) + article


def _from_to(first: Mark, last: date) -> tuple[date, ...]:
    """Each day "from the 5th to the 12th", as many as are told one by one."""
    begins = (
        next((day for day in first.value if isinstance(day, date)), last)
        if isinstance(first.value, tuple)
        else last
    )
    if not 0 < (last - begins).days < _LONGEST:
        return ()
    return tuple(begins + timedelta(days=n) for n in range((last - begins).days + 1))
