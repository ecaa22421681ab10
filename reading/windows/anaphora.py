"""Hours told of in one clause and meant in the next: "I have class till 2:30, text me after that"; "... not then"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reading.days import Seen
from reading.windows.clause import hours_of, windows_of
from reading.windows.hours import ALL_DAYS, CLOCK, DAY_END, Grammar, Window, weekdays
from reading.windows.once import JUST_ONCE
from reading.windows.refusals import VERDICT, WELCOME

_IT = r"(?: (?:that|then|this|those|it|dat)(?: (?:time|hour|hours|times|point|day))?)"
_AFTER = re.compile(rf"\b(?:after(?:wards?)?{_IT}?(?=\W*$|\W*(?:please|pls|plz|ok|okay|thanks|ty|only|if|or|and|is|works|baby|honey|hun|love|sugar|dear|sir|maam|mate)\b)|from then on|once (?:i'?m|that'?s|its|it'?s) (?:done|over|out|finished)|(?:despues|luego)(?: de (?:eso|esa hora|ahi|entonces))?(?=\W*$|\W*(?:porfa|por favor|gracias|si|no|ni|nada|ya|ok|va)\b)|a partir de (?:ahi|entonces|esa hora)|de ahi en adelante|ya (?:que|cuando) (?:salga|termine|acabe))\b", re.ASCII)  # fmt: skip
_BEFORE = re.compile(
    rf"\b(?:before|until|till?|til|earlier than|b4){_IT}|\bantes(?: de (?:eso|esa hora|ahi|entonces))?(?=\W*$|\W*(?:porfa|por favor|gracias|que)\b)",
    re.ASCII,
)
_AT = re.compile(
    r"(?<=[a-z] )then(?=\W*$|\W*(?:please|pls|plz|ok|okay|thanks|thx|ty|cause|because|either|neither|or|and|if|unless|will you|anymore|any more)\b)|\b(?:(?:at |in |during |on )?(?:that|this|those|these|dat) (?:time|times|hour|hours|period|window|slot|stretch|spell|day|days|night|nights|evening|morning|afternoon|weekend)|(?:avoid|skip) (?:those|these|them|that|it)(?=$|[.,;!]| (?:please|pls|ok)\b)|while (?:i'?m|im|i am) (?:there|at it))\b(?! (?:i|we|you|call|text)\b)|\b(?:(?:a |en |durante )?(?:es[ao]s?) (?:misma )?(?:horas?|horarios?|ratos?|tiempos?|momentos?|dias?|tardes?|noches?|mananas?|lapso|intervalo)|entonces|ahi(?= (?:si|me|ya|puede|llam|marq|escri|busq|habl))|mientras (?:tanto|ando|estoy))\b",
    re.ASCII,
)
# "... so that's the only time you can call me": wished for.
_THAT_IS_WHEN = re.compile(
    r"\b(?:that'?s|thats|that is|that'?d be|that would be|those are|(?<!know )it'?s|which is) (?:\w+ ){0,2}?(?:(?:the |my |really |about |pretty much )*(?:only|best|one|good|easiest|right|ideal) (?:time|times|window|hours?|slot|chance|shot)\b(?! (?:for (?:me|us) to)? ?(?:sleep|rest|eat))"
    r"|when (?:you (?:can|should|could|may)|to (?:call|text|reach|try|ring|get)|i (?:can|answer|pick up|check)|i'?m (?:free|home|around|available|off)))\b",
    re.ASCII,
)
_THAT_DAY = re.compile(
    r"\b(?:(?:that|this) (?:day|night|evening|morning|afternoon)|es[ea] (?:mism[oa] )?(?:dia|tarde|noche|manana))\b",
    re.ASCII,
)
# "Sunday is for church, don't contact me that day": of every week.
_EVERY_WEEK = re.compile(
    r"days? (?:is|are) (?:for|my|our|when)\b|\bdays\b|\b(?:every|each|always|cada|los|siempre|todos)\b|\b(?:es|son) (?:para|mi|mis|cuando)\b",
    re.ASCII,
)
_OTHER_DAYS = re.compile(
    r"\b(?:(?:the |all |any |every |on |my )*other (?:week ?)?days?|(?:the )?rest of the (?:week|days)|every other day of the week|any day else|(?:los |todos los )(?:demas|otros) dias|(?:cualquier )?otro dia|(?:el )?resto de (?:la semana|los dias)|los demas)\b",
    re.ASCII,
)
_ELSE = re.compile(
    r"\b(?:(?:any|all|every) other (?:time|hour)s?|any ?time else|otherwise (?:fine|ok|okay|good|any ?time|i'?m)|cualquier otra hora|a otra hora)\b",
    re.ASCII,
)
# "... so after that, baby": nothing but the time.
_ONLY_AFTER = re.compile(
    r"\W*(?:(?:so|and|but|then|just|only|any ?time|y|pero|asi que|ya)\W+)*(?:after|despues)(?: (?:that|then|de eso|de ahi))?(?:\W+(?:baby|honey|hun|love|sugar|dear|sir|maam|mate|ok|is fine|works|is ok|please|pls))*\W*",
    re.ASCII,
)
_UNTIL = re.compile(
    r"\b(?:until|till?|til|hasta(?: las?)?) [1-8](?::?[0-5]\d)?(?! ?(?:a\.?m|in the morning|de la manana))\b",
    re.ASCII,
)
_ASLEEP = re.compile(
    r"\b(?:sleep\w*|asleep|bed|wake|nap\w*|nights?|graveyard|overnight|duerm\w*|dormid[oa]|noches?|velando|nocturno|madrugada)\b",
    re.ASCII,
)
# An hour of the morning that one is hardly at something until, in minutes.
_EIGHT = 8 * 60
_INVITES = re.compile(
    r"\b(?:call|text|reach|contact|ring|message|get|try|catch|hit|find|whatsapp|phone|email) me\b|\b(?:can|may) (?:call|text|ring|talk|reach|contact)\b|\bpick up\b|\banswer\b|\bavailable\b|\b(?:llam|marqu|escrib|habl|busqu|contact|mand)\w*me\b|\bcontesto\b|\bme (?:agarr|encuentr|pesc|pill|hall|localiz)an?\b",
    re.ASCII,
)
_DATED = re.compile(
    r"\b(?:tomorrow|today|tonight|weekend|hoy|manana|fin de semana|esta (?:tarde|noche)|el \d{1,2}|\d{1,2} de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)[a-z]*|\d{1,2}(?:st|nd|rd|th)|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}|(?:christmas|xmas|new year'?s|thanksgiving|easter)(?: day| eve)?)\b",
    re.ASCII,
)
_REFUSES = re.compile(
    r"\b(?:don'?t|dont|do not|never|no|not|nobody|stop|quit|can'?t|cant|cannot|won'?t|nothing|leave (?:me|us)|let (?:me|us)|avoid|off[- ]limits|rather you didn'?t|bother|nunca|ni|jamas|nadie|nada|tampoco|dejenme|en paz|eviten?|favor de no)\b",
    re.ASCII,
)


@dataclass(frozen=True)
class Told:
    """A clause that told of a time, and the windows that were read of it."""

    clause: str
    windows: tuple[Window, ...] = ()


def tells(clause: str, grammar: Grammar) -> bool:
    """Whether folded `clause` names hours or days that a next one may mean."""
    named = weekdays(clause, grammar) is not None or bool(_DATED.search(clause))
    return named or bool(hours_of(clause, grammar, True)[0])


def meant_then(clause: str, told: Told, grammar: Grammar, language: str, seen: Seen) -> list[Window] | None:
    """The windows of a clause that means the time told before; None where it means none, or names its own."""
    if CLOCK.search(clause):
        return None
    if weekdays(clause, grammar) is not None:
        return _then_on_days(clause, told, grammar, language, seen)
    refuses = bool(_REFUSES.search(clause))
    if not refuses and _OTHER_DAYS.search(clause) and not hours_of(clause, grammar, False)[0]:
        return _the_other_days(clause, told, grammar)
    otherwise = bool(_ELSE.search(clause)) and not refuses and not _INVITES.search(told.clause)
    if not (
        refuses
        or otherwise
        or grammar.topic.search(clause)
        or _INVITES.search(clause)
        or _ONLY_AFTER.fullmatch(clause)
    ):
        return None
    after, before, at = _AFTER.search(clause), _BEFORE.search(clause), _AT.search(clause)
    if _THAT_IS_WHEN.search(clause) and not (refuses or after or before):
        meant = told.windows or windows_of(told.clause, grammar, language, seen, about=True, denied=True)
        return [replace(window, wanted=True) for window in meant] or None
    if not (after or before or at or otherwise):
        return None
    once = bool(_THAT_DAY.search(clause)) and not _EVERY_WEEK.search(told.clause)
    once = once or bool(JUST_ONCE.search(told.clause))
    busy = [
        replace(window, start=0, end=window.start, wanted=False) if window.wanted else window
        for window in windows_of(told.clause, grammar, language, seen, about=True, once=once, denied=True)
    ]
    if not busy:
        return None
    if _UNTIL.search(told.clause) and not _ASLEEP.search(told.clause):
        busy = [
            replace(one, end=one.end + 720) if not one.start and one.end <= _EIGHT else one for one in busy
        ]
    if len({(window.days, window.on) for window in told.windows}) == 1 and told.windows[0].days:
        busy = [one if one.on or once else replace(one, days=told.windows[0].days) for one in busy]
    if refuses and (before or after) and told.windows and _INVITES.search(told.clause):
        return list(told.windows)  # "Call me at eight or later, before that I don't pick up".
    if otherwise and not (after or before or at):
        return busy  # "I attend Mass on Sunday mornings; any other time will do".
    if before:
        if not refuses:
            return [replace(one, start=0, end=one.start, wanted=True) for one in busy if one.start] or None
        return [replace(one, start=0, end=one.start or one.end) for one in busy]
    if (after or at) and not refuses and all((one.start, one.end) == (0, DAY_END) and one.on for one in busy):
        return busy  # "Away until the 12th, contact me after": those days are left out.
    if after:
        moment = _AT_AN_HOUR.search(told.clause)
        if refuses and moment and not _IN_THE_MORNING.search(told.clause):
            busy = [
                replace(one, start=one.start + 720, end=one.end + 720) if _SIX <= one.start < 720 else one
                for one in busy
            ]
        return [
            replace(
                one,
                start=one.start if (moment and one.end - one.start == 60) or one.end >= DAY_END else one.end,
                end=DAY_END,
                wanted=not refuses,
            )
            for one in busy
        ]
    if refuses:
        return busy
    whole = all((one.start, one.end) == (0, DAY_END) for one in busy)
    if whole and told.windows:
        return None
    if whole or (_THERE.search(clause) and all(one.start and one.end < DAY_END for one in busy)):
        return [replace(one, wanted=True) for one in busy]  # "Weekends are mine, call then".
    # "Behind the wheel till six, hit me then": from then on.
    from_then = [replace(one, start=one.end, end=DAY_END, wanted=True) for one in busy if not one.start]
    return from_then if len(from_then) == len(busy) and all(one.end < DAY_END for one in busy) else None


# "De 12 a 1 estoy comiendo, ahí sí me agarran".
_THERE = re.compile(r"\bahi\b", re.ASCII)
_THEN = re.compile(r"\b(?:then|(?:at|in|during) (?:that|those) (?:times?|hours?|window|break))\b", re.ASCII)
# "The shop shuts at five": a moment and no hour.
_AT_AN_HOUR = re.compile(
    r"\b(?:at|around|about|by|a las?|como a las?) (?:\d|noon)(?!.*\d ?(?:to|-|till?|until) ?\d)", re.ASCII
)
# "Lights out at 9:30, nothing past that": of the evening, unless the morning is named.
_IN_THE_MORNING = re.compile(
    r"\d ?a\.?m\b|\b(?:mornings?|manana|wake|get up|start|levanto|despierto|entro)\b", re.ASCII
)
_SIX = 6 * 60


def _then_on_days(
    clause: str, told: Told, grammar: Grammar, language: str, seen: Seen
) -> list[Window] | None:
    """ "My lunch is 12 to 1, you can get me then any weekday but Thursday": those hours on the days named."""
    if not (_THEN.search(clause) and _INVITES.search(clause)) or _REFUSES.search(clause):
        return None
    hours = windows_of(told.clause, grammar, language, seen, about=True, denied=True)
    days = weekdays(clause, grammar)
    if days is None or not hours or any(one.on or (one.start, one.end) == (0, DAY_END) for one in hours):
        return None
    return [replace(one, days=days, wanted=True) for one in hours]


def _the_other_days(clause: str, told: Told, grammar: Grammar) -> list[Window] | None:
    """ "I mind my nan Tuesdays and Thursdays, any other day is grand": the days that are left, as a whole."""
    named = weekdays(told.clause, grammar)
    if any(not window.wanted for window in told.windows):
        return None  # "Weekends no, the other days ok": said already.
    if named is None or not (WELCOME.search(clause) or VERDICT.search(clause) or _INVITES.search(clause)):
        return None
    return [Window(tuple(day for day in ALL_DAYS if day not in named), 0, DAY_END)]


def on_those_days_told(clause: str, told: Told, found: list[Window], grammar: Grammar) -> list[Window]:
    """ "Mondays and Wednesdays I'm on dialysis, reach me in the afternoon those days": the days told before."""
    named = weekdays(told.clause, grammar)
    if named is None or not _THOSE_DAYS.search(clause) or weekdays(clause, grammar) is not None:
        return found
    return [replace(one, days=named) if one.on is None and one.days == ALL_DAYS else one for one in found]


_THOSE_DAYS = re.compile(r"\b(?:those|these|them|that) days?\b|\bes[eo]s? dias?\b|[那嗰](?:[两几三]?[天日])")


def on_other_days(clause: str, told: Told, found: list[Window], grammar: Grammar) -> list[Window]:
    """ "Dialysis is Tuesdays and Thursdays. The other days I'm home 10 to 4": the days that are left."""
    left = other_days(clause, told, grammar)
    return [window if window.on or not left else replace(window, days=left) for window in found]


def other_days(clause: str, told: Told | None, grammar: Grammar) -> tuple[int, ...]:
    """The days but those told before, where `clause` speaks of the other ones; else none."""
    named = weekdays(told.clause, grammar) if told else None
    if named is None or not _OTHER_DAYS.search(clause):
        return ()
    return tuple(day for day in weekdays(clause, grammar) or ALL_DAYS if day not in named)
