"""When a borrower wants to be reached, and when not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reading.days import Seen, find_days
from reading.text import HAN, MASK
from reading.windows import en, es, zh
from reading.windows.hours import ALL_DAYS, DAY_END, Grammar, Hours, Window

__all__ = ["Window", "find_windows"]

_GRAMMARS = {"en": en.GRAMMAR, "es": es.GRAMMAR, "zh": zh.GRAMMAR}


def find_windows(text: str, language: str, seen: Seen) -> tuple[Window, ...]:
    """The time windows of folded `text`, from which phones are masked; none where it speaks of paying only."""
    grammar = _grammar(text, language)
    pays = bool(grammar.payment.search(text))
    once = bool(_JUST_ONCE.search(text))
    windows: list[Window] = []
    by_clock: list[Window] = []
    remarks: list[Window] = []
    for start, end in _parts(text, grammar):
        clause = _BEGINS_WORK.sub(lambda said: MASK * len(said[0]), text[start:end])
        if windows and _EXCEPT.match(clause):
            windows = _without_days(windows, clause, grammar)
            continue
        about = bool(grammar.topic.search(_OWN_CALL.sub(" ", clause)))
        loosely = bool(grammar.loosely.search(clause)) and not grammar.payment.search(clause)
        weekly = not pays and _weekly(clause, grammar) and not (_PRICED.search(clause) and not about)
        if (windows and _REASON.search(text[:start])) or _TOLD.search(clause):
            continue
        if about or loosely or weekly:
            found = _windows(clause, grammar, language, seen, about=about or weekly, once=once)
            found = _on_those_days(windows, found, clause, grammar)
            found = _instead_of_work(windows, found, clause, text[:start])
            windows += [window for window in found if window not in windows]
            by_clock += found if _CLOCK.search(clause) else []
            remarks += found if not about and _LIVES.search(clause) and not _CLOCK.search(clause) else []
    windows = [window for window in windows if window not in remarks or not by_clock]
    return tuple(
        window
        for window in windows
        if window in by_clock or not (_told_closer(window, by_clock) or _contradicted(window, by_clock))
    )


def _on_those_days(before: list[Window], found: list[Window], clause: str, grammar: Grammar) -> list[Window]:
    """ "Only on weekends, noon to 4": hours that name no day are those of the days just said without hours."""
    whole = [window for window in before if (window.start, window.end) == (0, DAY_END) and window.on is None]
    if (
        len(before) != 1
        or whole != before
        or _weekdays(clause, grammar) is not None
        or any(window.on is not None or window.wanted is not before[0].wanted for window in found)
        or not found
    ):
        return found
    days = before.pop().days
    return [replace(window, days=days) for window in found]


# 利息每天18块: what a day costs is no wish.
_PRICED = re.compile(
    r"(?:每天|每日|天天)[^,，。点时]{0,8}(?:\d|[一二两三四五六七八九十百千])+(?:块|元|蚊|毛|%)|利息|罚息|违约金|滞纳金|利率"
)

_AT_WORK = re.compile(
    r"(?:上班|工作|返工|上课|睡觉|休息|办公|开会)(?:时间|时段|期间|的时候|时|嘅时候|的时间|嗰阵)[^,，。;；\d]{0,8}[,，。;； ]*$"
)
_ONLY_HOURS = re.compile(
    r"[\s\d:：点时分半到至~\-、,，周星期礼拜一二三四五六日天每工作平早晚上下中午朝昼钟我的是系都就系嘅]+"
)


def _instead_of_work(before: list[Window], found: list[Window], clause: str, earlier: str) -> list[Window]:
    """上班时间不要传 週一到週五 8:00~17:30: the hours told next are those of the work, as unwanted as it."""
    if not before or before[-1].wanted or not found or not _CLOCK.search(clause):
        return found
    if not _AT_WORK.search(earlier) or not _ONLY_HOURS.fullmatch(clause):
        return found
    before.pop()
    return [replace(window, wanted=False) for window in found]


# "I'm a nurse on nights": how one lives tells no hours once they are named.
_LIVES = re.compile(
    r"\b(?:i(?:'?m| am|'?ve been)?|we|been|he|she) (?:\w+ ){0,4}(?:on|do|work|works|working|doing) (?:\w+ ){0,2}(?:nights?|days|mornings?|evenings?|graveyard|lates|earlies|shifts?|the night)\b|\bnight ?shift\b|\b(?:at|busy) work\b|\bwork(?:ing)? nights\b"
    r"|\b(?:trabajo|trabajando|chambeo|curro|turno|estoy|ando) (?:\w+ ){0,3}(?:noches?|tardes?|mananas?|dia)\b"
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

# 你们每天打三次: what is done to them is no wish.
_COMPLAINT = re.compile(
    r"(?:你们?|您|你地|你哋|客服|催收)(?:公司|的人)?[^,，。不别勿唔]{0,6}(?:每天|每日|天天|成日|老是|总是|一直|又|还)[^,，。不别勿唔]{0,4}(?:打|发|call|send|传)"
)

# "Not before 11 because I work nights": the reason is no window of its own.
_REASON = re.compile(r"\b(?:because|cuz|bc|since|porque|pues|ya que)\W*$|(?:因为|因為)$")


_EXCEPT = re.compile(r"\W*(?:except|but not|just not|excepto|menos|salvo|pero no)\b")
# "I start at 7": the hour that work begins is no hour to call at.
_BEGINS_WORK = re.compile(
    r"\b(?:i (?:start|go in|clock in|begin)|my shift starts|entro|empiezo|comienzo|checo)(?: (?:work|a (?:trabajar|laborar)|al? (?:trabajo|chamba|jale)))?"
    r" (?:at|around|by|a|como a|desde) (?:las? )?\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b)?"
)


def _without_days(windows: list[Window], clause: str, grammar: Grammar) -> list[Window]:
    """ "Evenings except Thursday": the days that are left of what was just said."""
    named = set(_weekdays(clause, grammar) or ())
    left = [replace(window, days=tuple(day for day in window.days if day not in named)) for window in windows]
    return [window for window in left if window.days or window.on]


def _told_closer(part: Window, by_clock: list[Window]) -> bool:
    """ "Mornings are best, 8 to 11": figures tell which hours of the part of day are meant."""
    return part.end - part.start < DAY_END and any(
        (told.days, told.on, told.wanted) == (part.days, part.on, part.wanted)
        and told.start < part.end
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


_MARKED = re.compile(
    r"\b(?:before|after|past|till?|until|by) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= ?(?:o'?clock|in the|[ap]\.?m\b|at night|please|pls|$))"
    r"|\b(?:a partir|despues|antes|pasando) del? medio ?dia\b|\bhasta el medio ?dia\b|\b(?:noon|midday|mediodia) (?:to|till?|until|a|hasta) (?:las? )?\d{1,2}\b|\d (?:to|till?|until|a|hasta) (?:el )?(?:noon|midday|mediodia)\b"
    r"|\bnot (?:before|after|until) \d{1,2}\b(?!\d|th|st|nd|rd|[/.,-]\d)|"
    r"\d(?::\d\d| ?[ap]\.?m\b| ?hrs\b| ?o'?clock)|[点时]|\blas? (?:\d{1,2}|una|dos|tres|cuatro"
    r"|cinco|seis|siete|ocho|nueve|diez|once|doce)\b"
    r"|\b(?:after|before) noon\b|\b(?:after|past|til|till|until|despues de|a partir de)"
    r" \d{1,2}\b(?!\d|th|st|nd|rd|[/.,-]\d)"
    r"|\b(?:between|from|entre|de|desde)? ?\d{1,2} ?(?:-|to|and|till?|until|a|y|hasta)"
    r" ?\d{1,2}\b(?![\d%/.,-])(?! (?:days|weeks|dias|semanas))"
)
_OFTEN = re.compile(
    r"\b(?:mornings|afternoons|evenings|nights|week ?days|any ?day|cualquier dia|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)days|every ?day|mananas|tardes|noches|entre semana|lunes a (?:viernes"
    r"|sabado|jueves|domingo)|mon(?:day)? ?(?:-|to|thru|through) ?\w+|por la (?:manana"
    r"|tarde|noche)(?= (?:mejor|por favor|esta bien))|mejor (?:por|en) la (?:manana|tarde"
    r"|noche)|todos los dias|sabados|domingos|(?:lunes|martes|miercoles|jueves|viernes) y (?:martes|miercoles|jueves|viernes|sabado)"
    r" (?:por|en) la|los"
    r" (?:lunes|martes|miercoles|jueves|viernes|sabados|domingos))\b"
    r"|\b(?:week ?ends?|fin(?:es)? de semana)\b.*\b(?:only|best|better|solo|mejor"
    r"|anytime)\b|\b(?:only|not|never|no|solo)\b[^,]*\b(?:week ?ends?|fin(?:es)? de semana"
    r"|(?:sun|satur)day)\b|每天|每日|工作日|平日|(?:上午|下午|晚上|早上|中午|朝早|下昼|夜晚)(?:都|就)?(?:不行|唔得|不方便|唔方便)|(?:周|星期|礼拜)[一二三四五六日天](?:到|至|-)"
)


# Too much for an hour or a minute: "every Friday 150" is money.
_SUM = re.compile(
    r"[$€£]|^\W*(?:1[3-9]|[2-9]\d)\b(?! ?(?:[ap]\.?m\b|:|-|to|a las|y|hasta|hrs|o'?clock))|(?<![:\d.,/])\b(?:[7-9]\d|\d{3,5})\b(?![:/]| ?(?:hrs|horas|点))"
)
_OWN_CALL = re.compile(
    r"\b(?:i'?ll|i will|ill|i can|i'?m gonna|i'?m going to|we'?ll|i called|i texted|i)"
    r" (?:call|text|reach out|contact|message|email|ring|called|texted)\b"
    r"|\b(?:les|le|te|yo) (?:llamo|marco|escribo|hablo|llame|marque)\b|我(?:会|再|就|给你|打给你|已经)(?:打|联系|给你打)"
)
# "Thirty five a week on Thursdays" is a payment.
_CYCLE = re.compile(
    r"\b(?:a|per|each) (?:week|month|fortnight|paycheck)\b|\b(?:weekly|bi-?weekly|monthly|fortnightly)\b|\b(?:al mes|por semana|por quincena|mensual(?:es)?|semanal(?:es)?|quincenal(?:es)?)\b"
)
# From one hour to another: said of a weekday too this is when to be reached, not when one pays.
_SPANNED = re.compile(
    r"(?<![\d/.-])(?:1[0-2]|[1-9])(?::[0-5]\d)?(?: ?[ap]\.?m\b)? ?(?:-|to|and|till?|until|a|y|hasta) ?(?:las? )?(?:1[0-2]|[1-9])(?::[0-5]\d)?\b(?: ?[ap]\.?m\b)?"
    r"(?![\d/%.,-]\d|st|nd|rd|th|[ -](?:dollars?|bucks?|pesos?|varos?|mil|euros?|quid|pounds?|k\b|grand|hundred|thousand|days?|weeks?|months?|payments?|dias?|semanas?|meses|pagos?|quincenas?|de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)))"
)
_UNMARK = re.compile(r"\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b)?")


def _weekly(clause: str, grammar: Grammar) -> bool:
    """Hours said barely: "after 6", "mornings only"; but "Monday morning" may well answer when one pays."""
    if _CYCLE.search(clause):
        return False
    if _OFTEN.search(clause) or _SPANNED.search(clause):
        return not _SUM.search(clause)
    return (
        bool(_MARKED.search(clause))
        and _weekdays(clause, grammar) is None
        and not _ONCE.search(_UNMARK.sub(" ", clause))
    )


def speaks_of_paying(text: str, language: str) -> bool:
    """Whether a text with time windows is about a payment too."""
    return bool(_grammar(text, language).payment.search(text))


def _grammar(text: str, language: str) -> Grammar:
    return _GRAMMARS["zh" if HAN.search(text) else "es" if language == "es" else "en"]


def _parts(text: str, grammar: Grammar) -> list[tuple[int, int]]:
    parts, last = [], 0
    for border in grammar.splits.finditer(text):
        if border.start() > last:
            parts.append((last, border.start()))
        last = max(last, border.end())
    return [*parts, (last, len(text))]


def _windows(
    clause: str, grammar: Grammar, language: str, seen: Seen, *, about: bool, once: bool = False
) -> list[Window]:
    unwanted = bool(grammar.unwanted.search(clause))
    hours, left = _hours(clause, grammar, unwanted)
    on = None if _EVERY.search(clause) else _once(left, language, seen, bare=once)
    if on is None and _TONIGHT.search(clause):
        on = _once(clause, language, seen)
    days = _weekdays(left, grammar)
    if not hours and not (about and (days is not None or (on and unwanted))):
        return []
    stretches = list(dict.fromkeys(hours)) or [Hours(0, DAY_END)]
    weekly = () if on else days or ALL_DAYS
    return [
        Window(weekly, start, end, not unwanted or stretch.free, on)
        for stretch in stretches
        for start, end in stretch.stretches()
    ]


# The half of the day that hours begin with names the day too: 今晚八点.
_TONIGHT = re.compile(r"[今明听后][晚早朝](?!\w*每)")
_EVERY = re.compile(r"every|cada|每|逢|los (?:lunes|martes|mier|jue|vie|sab|dom)")


def _hours(clause: str, grammar: Grammar, unwanted: bool) -> tuple[list[Hours], str]:
    found: list[tuple[int, Hours, bool]] = []
    for pattern, means in grammar.hours:
        for match in pattern.finditer(clause):
            stretch = means(match, unwanted)
            if stretch is not None:
                found.append((match.start(), stretch, bool(_CLOCK.search(match[0]))))
                clause = (
                    clause[: match.start()] + MASK * (match.end() - match.start()) + clause[match.end() :]
                )
    found.sort(key=lambda item: item[0])
    explicit = [stretch for _, stretch, by_clock in found if by_clock]
    return explicit or [stretch for _, stretch, _ in found], clause


# Parts of a day said beside figures ("Friday evening after 7") only tell which half of the day is meant.
_CLOCK = re.compile(
    r"\d|[零一二两三四五六七八九十](?:点|时)|\b(?:noon|midday|midnight)\b|中午(?:以前|之前|前)"
    r"|\blas? (?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b"
)


def _weekdays(clause: str, grammar: Grammar) -> tuple[int, ...] | None:
    days: set[int] = set()
    for pattern, means in grammar.weekdays:
        for match in pattern.finditer(clause):
            said = means(match)
            if said is not None:
                days |= set(said.days)
                clause = (
                    clause[: match.start()] + MASK * (match.end() - match.start()) + clause[match.end() :]
                )
    return tuple(sorted(days)) or None


# Said of the whole text: the bare weekday in it is one day, not every week's.
_JUST_ONCE = re.compile(
    r"\b(?:(?:only|just) this week|this week only|solo esta semana|esta semana nada ?mas|just (?:this|the) (?:once|one time)|(?:this|one) (?:time|once) only|only (?:this (?:once|time|one time)|once)"
    r"|one[- ]off|solo (?:esta|por esta|una) (?:vez|ocasion)|(?:por )?esta (?:unica )?vez|nada ?mas (?:por )?esta vez|nomas (?:por )?esta vez)\b"
    r"|(?:只|就|单|净系)(?:这|呢|今|限这?)一?次|仅此一次"
)
_ONCE = re.compile(
    r"\b(?:today|tonight|tomorrow|tmrw|tmr|hoy|manana|pasado manana|this|next|\d|esta"
    r" noche|proximo|este)\b|今|明|后天|这个?(?:周|星期|礼拜)|本周|呢个|嚟紧|大后|听|下周|下个?星期|\d[号日]"
)


def _once(clause: str, language: str, seen: Seen, *, bare: bool = False) -> date | None:
    """The one day a window is for; a bare weekday is weekly, unless `bare` ones are meant once."""
    found, _ = find_days(clause, language, seen)
    for day in found:
        named = clause[day.start : day.end]
        if (
            day.value.certain
            and day.value.readings
            and (bare or _ONCE.search(named))
            and (bare or not re.search(r"this (?:week|month)\b", named))
        ):
            return day.value.readings[0]
    return None
