"""When a borrower wants to be reached, and when not."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.days import Seen
from reading.text import HAN, MASK
from reading.windows import en, es, zh
from reading.windows.carried import carried, instead_of_work, narrowed, of_that_day, without_narrowed
from reading.windows.hours import ALL_DAYS, CLOCK, DAY_END, Grammar, Hours, Window, weekdays
from reading.windows.once import JUST_ONCE, one_off
from reading.windows.plainly import plainly
from reading.windows.refusals import ACTIVITY, FEAST, VERDICT, WELCOME, busy_then, goes_on, only_hours
from reading.windows.weekly import PLAN, SUM, said_barely
from reading.windows.zh_said import of_the_day_before, only_activity, only_told, rises, with_days_told
from reading.words.spelling import spelt

__all__ = ["Window", "find_windows"]

_GRAMMARS = {"en": en.GRAMMAR, "es": es.GRAMMAR, "zh": zh.GRAMMAR}


def find_windows(text: str, language: str, seen: Seen) -> tuple[Window, ...]:
    """The time windows of folded `text`, from which phones are masked; none where it speaks of paying only."""
    text = plainly(spelt(text, language))
    grammar = _grammar(text, language)
    pays = speaks_of_paying(text)
    once = bool(JUST_ONCE.search(text))
    windows: list[Window] = []
    by_clock: list[Window] = []
    remarks: list[Window] = []
    last, previous, days, addressed = "", list[Window](), None, False
    parts = _parts(text, grammar)
    reached = not pays and any(
        grammar.topic.search(text[start:end])
        or said_barely(text[start:end], grammar)
        or (grammar.loosely.search(text[start:end]) and _hours(text[start:end], grammar, False)[0])
        for start, end in parts
    )
    for start, end in parts:
        clause = _BEGINS_WORK.sub(lambda said: MASK * len(said[0]), text[start:end])
        if windows and _EXCEPT.match(clause) and not _whole_week(windows):
            windows = _without_days(windows, clause, grammar)
            continue
        exempt = bool(_EXCEPT.match(clause)) and (_whole_week(windows) or bool(_ANYTIME.search(last)))
        if exempt and _HOURS_NEXT.match(text, end) and weekdays(clause, grammar):
            windows = _without_days([Window(ALL_DAYS, 0, DAY_END)], clause, grammar)
            continue
        if exempt:
            windows, clause = [], clause.replace("pero no", "excepto")
            reached = reached or not pays
        about = bool(grammar.topic.search(_OWN_CALL.sub(" ", clause))) or (exempt and not pays)
        about = about or (not pays and bool(_NOT_ON.match(clause)) and bool(FEAST.search(clause)))
        about = about or (not pays and busy_then(clause, text[end:]))
        about = about or ((reached or bool(windows)) and not pays and _judged(clause, grammar))
        about = about or (addressed and not pays and (goes_on(clause) or _timed(clause, grammar)))
        loosely = bool(grammar.loosely.search(clause)) and not speaks_of_paying(clause)
        loosely = loosely and (
            bool(HAN.search(clause))
            or not ((language == "en" and SUM.search(clause)) or (pays and not CLOCK.search(clause)))
        )
        weekly = not pays and said_barely(clause, grammar) and not (_PRICED.search(clause) and not about)
        if (windows and _REASON.search(text[:start])) or _TOLD.search(clause) or rises(clause, text[end:]):
            continue
        told_days = None if pays else with_days_told(windows, clause, grammar)
        if told_days is not None:
            windows = by_clock = told_days
            continue
        found: list[Window] = []
        if about or loosely or weekly:
            found = _windows(clause, grammar, language, seen, about=about or weekly, once=once)
            if (
                only_hours(clause)
                and grammar.unwanted.search(last)
                and (ACTIVITY.search(last) or _within(found, previous))
            ):
                windows = [window for window in windows if window not in previous]
                found = [replace(window, wanted=False) for window in found]
            elif (
                days is not None
                and (
                    not previous
                    or _LIVES.search(last)
                    or _AFTER_WORK.search(clause)
                    or narrowed(clause, previous, by_clock)
                )
                and weekdays(clause, grammar) is None
            ):
                found = [window if window.on else replace(window, days=days) for window in found]
                windows = without_narrowed(windows, previous, found)
                by_clock = [window for window in by_clock if window in windows]
            found = _on_those_days(windows, found, clause, grammar)
            found = of_that_day(windows, found, clause, grammar)
            found = of_the_day_before(found, clause, last, grammar, language, seen)
            found = instead_of_work(windows, found, clause, text[:start])
            windows += [window for window in found if window not in windows]
            by_clock += found if CLOCK.search(clause) else []
            told = (bool(_LIVES.search(clause)) and not (about and _ASKS.search(clause))) or only_told(
                found, clause, grammar
            )
            remarks += found if told and not CLOCK.search(clause) else []
            if about and not found and last and grammar.unwanted.search(clause) and not pays:
                refused = _refused(clause, last, previous, grammar, language, seen)
                if refused:
                    windows = [window for window in windows if window not in previous] + refused
                    by_clock = [window for window in by_clock if window not in previous] + refused
        if not found and not pays:
            found = carried(clause, days, windows, grammar)
            windows += [window for window in found if window not in windows]
        last, previous, addressed = clause, found, about or loosely
        days = (
            None
            if grammar.payment.search(clause) or re.search(r"[.!?;。；！？\n]\W*$", text[:end])
            else weekdays(clause, grammar)
        )
    windows = [window for window in windows if window not in remarks or not by_clock]
    return tuple(
        window
        for window in windows
        if window in by_clock or not (_told_closer(window, by_clock) or _contradicted(window, by_clock))
    )


# The working days were told, now what is left of them.
_AFTER_WORK = re.compile(r"收工|放工|下班|\b(?:after work|get off|off at|off work|salgo|despues)\b")

_NOT_ON = re.compile(
    r"\W*(?:(?:but|just|please|pls|y|pero|por favor) )*(?:not|never|no|nunca) (?:on|over|at|for|during|en|el|durante)\b"
)

# Any hour at all, less what is said next.
_ANYTIME = re.compile(
    r"\b(?:any ?time|whenever|any ?day|every ?day|any hour|cualquier (?:hora|momento|dia)|a todas horas|todo el dia|todos los dias|cuando (?:sea|quieran?|gusten?)|siempre)\b"
)


# "Every day but Sunday, 4 to 8": the hours are those of the days that are left.
_HOURS_NEXT = re.compile(r"\W*(?:(?:de|entre|desde|from|between) )?(?:las? )?\d")


def _whole_week(windows: list[Window]) -> bool:
    return bool(windows) and all(
        (window.days, window.start, window.end, window.wanted) == (ALL_DAYS, 0, DAY_END, True)
        for window in windows
    )


# "Not today, tomorrow at 3": only leads to the time that is meant.
_NOT_NOW = re.compile(
    r"\W*(?:(?:hoy|ahorita|ahora) no|not (?:today|now)|(?:today|now) no|(?:今天|今日|现在)(?:不行|唔得))\W*"
)


def _judged(clause: str, grammar: Grammar) -> bool:
    """ "Tuesdays fine": a time and whether it suits, in a text that is about being reached."""
    return bool(VERDICT.search(clause)) and not SUM.search(clause) and not _NOT_NOW.fullmatch(clause)


# "Don't text before": before the hour just told.
_UNTIL_THEN = re.compile(
    r"\b(?:before|until|till?|earlier|sooner|antes)(?: (?:then|that|de eso|pls|please|por favor))?\W*$|(?:之前|以前)(?!的)|^\W*前"
)


def _timed(clause: str, grammar: Grammar) -> bool:
    """ "... or Saturday afternoon": a day and its hours beside others."""
    return weekdays(clause, grammar) is not None and bool(_hours(clause, grammar, False)[0])


def _refused(
    refusal: str, clause: str, found: list[Window], grammar: Grammar, language: str, seen: Seen
) -> list[Window]:
    """ "2 to 4 I eat, don't call": the times of the clause before a refusal that names none."""
    if WELCOME.search(clause) or grammar.payment.search(clause) or _TOLD.search(clause):
        return []
    if found and _UNTIL_THEN.search(refusal):
        return [Window(window.days, 0, window.start, False, window.on) for window in found if window.start]
    told = found or _windows(clause, grammar, language, seen, about=True, denied=True)
    if any(not window.wanted for window in found):
        return []
    bounded = [
        window
        for window in told
        if (window.start > 0) == (window.end < DAY_END) or (HAN.search(clause) and window.start > 0)
    ]
    return [replace(window, wanted=False) for window in bounded]


def _on_those_days(before: list[Window], found: list[Window], clause: str, grammar: Grammar) -> list[Window]:
    """ "Only on weekends, noon to 4": hours that name no day are those of the days just said without hours."""
    whole = [window for window in before if (window.start, window.end) == (0, DAY_END) and window.on is None]
    if (
        len(before) != 1
        or whole != before
        or re.match(r"\W*(?:ni|nor)\b", clause)
        or weekdays(clause, grammar) is not None
        or any(window.on is not None or window.wanted is not before[0].wanted for window in found)
        or not found
    ):
        return found
    days = before.pop().days
    return [replace(window, days=days) for window in found]


# 利息每天18块: what a day costs is no wish.
_PRICED = re.compile(
    r"(?:每天|每日|天天)[^,，。点时]{0,8}(?:\d|[一二两三四五六七八九十百千])+(?:块|元|蚊|毛|%)|(?:每天|每日)[^,，。点时]{0,3}\d{3,}|限额|利息|罚息|违约金|滞纳金|利率"
)

# "I'm a nurse on nights": how one lives tells no hours once they are named.
_LIVES = re.compile(
    r"\b(?:i(?:'?m| am|'?ve been)?|we|been|he|she) (?:\w+ ){0,4}(?:on|do|work|works|working|doing) (?:\w+ ){0,2}(?:nights?|days|mornings?|evenings?|graveyard|lates|earlies|shifts?|the night)\b|\bnight ?shift\b|\b(?:at|busy) work\b|\bwork(?:ing)? nights\b"
    r"|(?:上班|上课|开会|返工|开工)中|(?:在|要)(?:上班|上课|返工|开会|开工)(?=$|[,，。 ])|返紧工|开紧会|上紧堂"
    r"|\b(?:trabajo|trabajando|chambeo|curro|turno|estoy|ando) (?:\w+ ){0,3}(?:noches?|tardes?|mananas?|dia)\b"
)

# What is asked of us; "I sleep during the day" asks nothing.
_ASKS = re.compile(
    r"\b(?:call|text|message|contact|reach|ring|write|don'?t|dont|do not|never|bother|disturb|no|not|only|free|available|best|llam\w*|escrib\w*|marqu\w*|mand\w*|contact\w*|solo|mejor|puedo|pueden?)\b|[\u4e00-\u9fff]"
)

# "You called at 7 am!": told of what was done, or complained of, no wish.
_TOLD = re.compile(
    r"(?<!rather )\b(?:you|u|y'?all|they|he|she|someone|somebody|people|who|your (?:\w+ )?(?:people|guy|lady|agent|rep|office|company|bot|system))(?:'ve|'re)?"
    r"(?: (?:guys|people|folks|just|all|have|had|has|been|keep|keeps|kept|already|literally|always|even|still|are|were|was|is|actually|fucking|really))*"
    r" (?:called|texted|rang|messaged|emailed|contacted|woke|phoned|calling|texting|ringing|messaging|phoning)\b(?! me back)"
    r"|\b(?:was|were) (?:at|in|on|working|busy|asleep|sleeping)\b|\bbeen (?:so |really |super |just )*(?:crazy|busy|swamped|slammed|hectic|nuts|insane|stuck|slow|rough|flat out|run off)\b|\b(?:estaba|estuve|andaba) (?:en|trabajando|ocupad[oa]|dormid[oa])\b"
    r"|\bwhy (?:do|did|are|would|is|r|u|you|am|was|were|have)\b"
    r"|\b(?:i )?(?:got|received|getting|had|woke up to) (?:a |an |your |\d+ |another |these |this )*(?:calls?|texts?|messages?|voicemails?)\b"
    r"|(?<!no )\b(?:me|nos) (?:llamaron|marcaron|hablaron|escribieron|mandaron|llamo|marco|han (?:llamado|marcado|escrito)|despert\w+|estuvieron|estan|siguen)\b"
    r"|(?<!si )(?<!no )\b(?:me|nos) (?:llaman|marcan|hablan|escriben)\b|^\W*(?:y |oiga |oye )*por ?que (?:me|nos|siguen|estan|llaman|marcan|tienen|no)\b"
    r"|(?:你们?|您|你地|你哋|客服|催收)(?:公司|的人)?[^,，。不别勿唔]{0,6}(?:每天|每日|天天|成日|老是|总是|一直|又|还)[^,，。不别勿唔]{0,4}(?:打|发|call|send|传)"
)


def _within(found: list[Window], previous: list[Window]) -> bool:
    """别凌晨发消息 0点到7点: the hours told next are about those of the part of day that was refused."""
    return (
        len(previous) == 1
        and not previous[0].wanted
        and previous[0].end - previous[0].start < DAY_END
        and all(
            window.start <= previous[0].end
            and previous[0].start <= window.end
            and window.on == previous[0].on
            for window in found
        )
    )


# "Not before 11 because I work nights": the reason is no window of its own.
_REASON = re.compile(r"\b(?:because|cuz|bc|since|porque|pues|ya que)\W*$|(?:因为)$")


_EXCEPT = re.compile(r"\W*(?:except|but not|just not|excepto|menos|salvo|pero no)\b")
# "I start at 7": the hour that work begins is no hour to call at.
_BEGINS_WORK = re.compile(
    r"\b(?:i (?:start|go in|clock in|begin)|my shift starts|entro|empiezo|comienzo|checo)(?: (?:work|a (?:trabajar|laborar)|al? (?:trabajo|chamba|jale)))?"
    r" (?:at|around|by|a|como a|desde) (?:las? )?\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b)?"
)


def _without_days(windows: list[Window], clause: str, grammar: Grammar) -> list[Window]:
    """ "Evenings except Thursday": the days that are left of what was just said."""
    named = set(weekdays(clause, grammar) or ())
    left = [replace(window, days=tuple(day for day in window.days if day not in named)) for window in windows]
    return [window for window in left if window.days or window.on]


def _told_closer(part: Window, by_clock: list[Window]) -> bool:
    """ "Mornings are best, 8 to 11": figures tell which hours of the part of day are meant."""
    return part.end - part.start < DAY_END and any(
        (told.days, told.on, told.wanted) == (part.days, part.on, part.wanted)
        and (told.start < part.end or (told.wanted and told.start == part.end))
        and part.start < told.end
        for told in by_clock
    )


def _contradicted(part: Window, by_clock: list[Window]) -> bool:
    """ "I work nights so only after 4": the hours told by the clock hold, not the part of day within them."""
    return part.end - part.start < DAY_END and any(
        (told.days, told.on) == (part.days, part.on)
        and told.wanted is not part.wanted
        and told.start <= part.start
        and part.end <= told.end
        for told in by_clock
    )


_OWN_CALL = re.compile(
    r"\b(?:i'?ll|i will|ill|i can|i'?m gonna|i'?m going to|we'?ll|i called|i texted|i)"
    r" (?:call|text|reach out|contact|message|email|ring|called|texted)\b"
    r"|\b(?:les|le|te|yo) (?:llamo|marco|escribo|hablo|llame|marque)\b|我(?:会|再|就|给你|打给你|已经)(?:打|联系|给你打)"
)


def speaks_of_paying(text: str) -> bool:
    """Whether a text with time windows is about a payment too."""
    if HAN.search(text):
        return bool(zh.GRAMMAR.payment.search(text))
    return any(pattern.search(text) for pattern in (en.GRAMMAR.payment, es.GRAMMAR.payment, PLAN))


def _grammar(text: str, language: str) -> Grammar:
    return _GRAMMARS["zh" if HAN.search(text) else "es" if language == "es" else "en"]


def _parts(text: str, grammar: Grammar) -> list[tuple[int, int]]:
    parts, last = [], 0
    for border in grammar.splits.finditer(text):
        if border.start() > last:
            parts.append((last, border.start()))
            if (
                len(parts) > 1
                and only_activity(text[last : border.start()])
                and CLOCK.search(text[slice(*parts[-2])])
            ):
                parts[-2:] = [(parts[-2][0], border.start())]
        last = max(last, border.end())
    return [*parts, (last, len(text))]


def _windows(
    clause: str,
    grammar: Grammar,
    language: str,
    seen: Seen,
    *,
    about: bool,
    once: bool = False,
    denied: bool = False,
) -> list[Window]:
    unwanted = denied or (bool(grammar.unwanted.search(clause)) and not _invites(clause))
    hours, left = _hours(clause, grammar, unwanted)
    dates = () if _EVERY.search(clause) else one_off(left, language, seen, bare=once)
    if not dates and _TONIGHT.search(clause):
        dates = one_off(clause, language, seen)
    days = weekdays(left, grammar)
    if not hours and dates and about:
        hours = _half_named(clause)
    if not hours and not (about and (days is not None or (dates and unwanted))):
        return []
    stretches = list(dict.fromkeys(hours)) or [Hours(0, DAY_END)]
    weekly = () if dates else days or ALL_DAYS
    return [
        Window(weekly, start, end, not unwanted or stretch.free, on)
        for on in dates or (None,)
        for stretch in stretches
        for start, end in stretch.stretches()
    ]


_INVITES = re.compile(
    r"\b(?:you|u) can (?:call|text|reach|write|message|ring)\b|\bi can (?:talk|answer|be reached)\b"
    r"|\b(?:llam|marqu|marc|escrib|habl|contact|busqu|mand)[a-z]*me\b|\b(?:me|nos) (?:puede[ns]?|podeis) (?:llamar|marcar|escribir|hablar|contactar|buscar)\b"
)
_DENIES = re.compile(
    r"\b(?:don'?t|dont|do not|never|no|not|stop|nobody|can'?t|cant|cannot|avoid|won'?t|except|but"
    r"|nunca|ni|jamas|tampoco|nada|dejen|deje|eviten?|excepto|menos|salvo|en paz)\b"
)


def _invites(clause: str) -> bool:
    """ "When the kids are asleep you can call me": who sleeps is no reason not to."""
    return bool(_INVITES.search(clause)) and not _DENIES.search(clause)


def _half_named(clause: str) -> list[Hours]:
    """Tonight, 今晚, 明早: the half of that day."""
    if re.search(r"\b(?:tonight|tonite|2nite)\b", clause):
        return [Hours(18 * 60, DAY_END)]
    if re.search(r"\besta noche\b|[今明听后][晚夜]", clause):
        return [Hours(18 * 60, 21 * 60)]
    return [Hours(9 * 60, 12 * 60)] if re.search(r"[今明听后][早朝]", clause) else []


# The half of the day that hours begin with names the day too: 今晚八点.
_TONIGHT = re.compile(r"[今明听后][晚早朝](?!\w*每)")
_EVERY = re.compile(r"every|cada|每|逢|los (?:lunes|martes|mier|jue|vie|sab|dom)")


def _hours(clause: str, grammar: Grammar, unwanted: bool) -> tuple[list[Hours], str]:
    found: list[tuple[int, Hours, bool]] = []
    for pattern, means in grammar.hours:
        for match in pattern.finditer(clause):
            stretch = means(match, unwanted)
            if stretch is not None:
                found.append((match.start(), stretch, bool(CLOCK.search(match[0]))))
                clause = (
                    clause[: match.start()] + MASK * (match.end() - match.start()) + clause[match.end() :]
                )
    found.sort(key=lambda item: item[0])
    explicit = [stretch for _, stretch, by_clock in found if by_clock]
    return explicit or [stretch for _, stretch, _ in found], clause
