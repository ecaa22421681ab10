"""How long a wish holds: "until June 20 not before ten", 二十号以前别打, "solo por hoy", "the next three days"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reading.days import Seen, find_days
from reading.text import HAN, NOISE
from reading.windows.hours import ALL_DAYS, DAY_END, Window
from reading.windows.times import Times

# As many days as are told one by one; what holds longer holds always.
_LONGEST = 14

# What leads to the last day of it, and whether that day is left out.
_LEADS = re.compile(
    r"(?:(?P<whole>\b(?:through|thru|up to(?: and including)?|(?:de|desde) (?:aqui|ahora|ahorita|hoy|ya)(?: y)? (?:hasta|a)|hasta(?! (?:el )?cierre))"
    r"|(?<![\d一二三四五六日天末号点分月])(?:一?直到|截[至止]到?|到|至))"
    r"|(?P<short>\b(?:until|till?|til|before|b4|between (?:now|today) and|from now (?:to|till?|until)|antes de)))"
    r"(?: (?:my|the|our|his|her|el|la|mi|su) [a-z]+(?: (?:on|del?|el))?(?= |l? ?$))?(?: (?:at least|like|about|around|after|minimo|por lo menos|el dia|dia|(?:the )?(?:end|start) of|the|this|next|el|la|l))*(?:l? ?)$",
    re.ASCII,
)
_INCLUSIVE = re.compile(r"(?: el dia)? ?,?(?:\(?inclusive\)?|incluido|included|也?包括在内)")
_TRAILS = re.compile(
    # 6月1号才回,之前别打
    r"(?P<till>[^,，。 打找联别勿莫唔\d]{1,8}[,， ]+(?:在?[此那嗰这][天日]?)?(?:之前|以前)(?:请|都|先|也|你们?|您)*(?=别|不[要用]|勿|唔好|莫|甭|冇|没|收唔|接不))|(?:[号日]?(?P<short>之前|以前|前|(?:先|才)(?=[返翻回]|得闲|有空|能|出院|到|开工|放假)(?!.{0,12}[那嗰当这][天日](?!之?前|以前)|[^每前\d一二三四五六七八九十]{0,8}[\d一二三四五六七八九十]{1,3}(?:点半?|:\d\d)[钟左右之以后先再可以就]*(?:打|call|找|搵|揾|联)))|[号日]?(?P<whole>为止|止|截止))"
)
# "Tuesday through Friday", "until Friday at five": the days of every week, and an hour of one of them.
_FROM_DAY = re.compile(
    r"(?:day|days|mon|tues?|wed|thurs?|fri|sat|sun|\d(?:st|nd|rd|th)|/\d{1,2}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \d{1,2}|\bfrom|\b(?:tomorrow|tmrw|tmr|tomoz|(?:desde|de) manana)|lunes|martes|miercoles|jueves|viernes|sabado|domingo)s? ?$"
)
_AN_HOUR = re.compile(
    r" ?(?:at|a las?|around|by|@) ?\d|[ ,]*(?:早上|上午|中午|下午|下昼|晚上|夜晚|傍晚|凌晨|朝早)?\d{1,2}(?:点|:)\S{0,3}(?:前|之前|以前)"
)
# 今晚八点上到明早八点: an hour of that day.
_THAT_HOUR = re.compile(
    r"(?:早上|上午|中午|下午|下昼|晚上|夜晚|傍晚|凌晨|朝早|早|朝|晚)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:点(?!前|之前|以前)|:\d)"
)
_NEXT_WEEK = re.compile(r"\bnext (?:week|wk)\b")
# "Away from Thursday, leave me alone till Monday".
_FROM_THEN = re.compile(r"\b(?:from|starting|as of|beginning)(?: the| this)? $")
_THROUGH = re.compile(r" (?:to|thru|through|till?|until|a|al|hasta(?: el)?) | ?- ?")
_COUNT = {"two": 2, "couple": 2, "couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "diez": 10,
          "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "十": 10}  # fmt: skip
_NUMBER = r"(?P<count>\d{1,2}|" + "|".join(sorted(_COUNT, key=len, reverse=True)) + r")"
_NEXT_DAYS = re.compile(
    rf"\b(?:for |over |during )?(?:the |these )?(?:next|coming|following) {_NUMBER} (?:days|nights)\b"
    rf"|\b(?:(?:en|por|durante) )?(?:los |estos )?(?:proximos|siguientes) {_NUMBER.replace('count', 'cuantos')} dias\b|\b(?:por |en |durante )?estos {_NUMBER.replace('count', 'estos')} dias\b"
    rf"|(?:这|呢|未来|接下来|今后|往后)(?:的)?{_NUMBER.replace('count', 'zh')}[天日]|(?P<both>[今听]明两[天日])",
    re.ASCII,
)
_TODAY = re.compile(
    r"\b(?:just|only) (?:for )?today\b(?! (?:and|&) )|\bfor today(?: only)?\b(?! (?:and|&) )|\btoday only\b"
    r"|\b(?:(?:solo|nomas|nada ?mas|solamente|unicamente) )?por hoy\b(?! y )(?: (?:nada ?mas|nomas|solo|solamente))?|\b(?:solo|nomas|nada ?mas|solamente) hoy\b|\bhoy (?:nada ?mas|nomas)\b"
    r"|(?:就|只有?|仅|单|净系)(?:是|限|得)?今[天日](?:一[天日])?|今[天日](?:而已|一[天日])",
    re.ASCII,
)


@dataclass(frozen=True)
class Term:
    """The days on which a wish holds, and the text without the words that tell them, its length kept."""

    days: tuple[date, ...]
    rest: str
    seen: Seen
    # "Today only", "the next three days": hours are told of each day; up to a day they are those of the week.
    one_by_one: bool = False

    def over(self, windows: list[Window]) -> list[Window]:
        """The windows on each of the days; those that name days of their own stay as they are."""
        if self.days and any(window.on and window.on in self.days for window in windows):
            windows = [one for one in windows if one.wanted or not one.on or one.on <= self.days[-1]]
        if not (self.days and self.one_by_one) or any(window.on for window in windows):
            return windows
        held = [window for window in windows if window.days == ALL_DAYS]
        if not held or (
            len(held) == len(windows) and all(_whole(window) and window.wanted for window in held)
        ):
            return windows
        spread = [
            replace(window, days=(), on=on)
            for on in self.days
            for window in held
            if on > self.seen.today or window.end > self.seen.minute or len(self.days) == 1
        ]
        return spread + [window for window in windows if window not in held]

    def holds(self, times: Sequence[Times]) -> bool:
        """Whether nothing else is told: "leave me be till Monday, surgery is tomorrow" tells why."""
        weekdays = {on.weekday() for on in self.days}
        return all(
            not group.hours and {*self.days} >= {*group.dates} and weekdays >= {*(group.days or ())}
            for group in times
        )

    def refused(self) -> list[Window]:
        """Each of its days left alone as a whole."""
        return [Window((), 0, DAY_END, wanted=False, on=on) for on in self.days]


def find_term(text: str, language: str, seen: Seen) -> Term | None:
    """The term that folded `text` sets, if it sets one."""
    if not _MAY.search(text):
        return None
    today = _TODAY.search(text)
    if today:
        return _term(text, today.start(), today.end(), (seen.today,), seen, one_by_one=True)
    coming = _NEXT_DAYS.search(text)
    told = find_days(text[: coming.start()], language, seen)[0] if coming else []
    refused = coming and told and _LET_BE.search(text, 0, coming.start())
    weekly = coming and _WEEKDAYS.search(text, max(0, coming.start() - 12), coming.start())
    if coming and not weekly and not refused and all(day.value.readings[:1] == (seen.today,) for day in told):
        for day in told:  # 今天刚出院,这两天别打
            text = text[: day.start] + NOISE * (day.end - day.start) + text[day.end :]
        said = next((figure for figure in coming.groups() if figure), "")
        count = 2 if coming["both"] else _COUNT.get(said) or int(said)
        return _term(
            text,
            coming.start(),
            coming.end(),
            tuple(seen.today + timedelta(n) for n in range(count)),
            seen,
            one_by_one=True,
        )
    return (
        _away(text, language, seen) or _till_then(text, language, seen) or _up_to_a_day(text, language, seen)
    )


# "Out at sea from tomorrow, back Monday. Dont ring til then", "regreso el lunes, no marquen hasta entonces".
_THEN = re.compile(
    r"\b(?:dont|don't|do not|no|not|never|stop|leave|wait|ni|nada|esper\w+|dej\w+)\b[^.;!?\d]{0,40}?"
    r"(?P<till>\b(?:until|till?|til|before|b4|up to|hasta|antes)(?: de)? (?:then|that|that day|that date|i'?m back|im back|i get back|im home|i'?m home|entonces|eso|es[ea] (?:dia|fecha)|que (?:vuelva|regrese|llegue)))\b"
)
_LEAVES = re.compile(
    r"\b(?:from|away|gone|leav\w+|out|off|starting|going|fly\w*|sail\w*|head\w*|go|desde|salgo|me voy|voy|zarp\w+|ando|viajo)\b[^.;!?]*$"
)


# "Asleep til two in the afternoon, don't call before then": an hour is meant.
_HOUR_TOLD = re.compile(
    r"\b(?:in the |por la |de la )?(?:morning|afternoon|evening|night|tarde|noche)\b|\b(?:at|till?|until|by|around|las) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)|\d ?[ap]\.?m"
)


def _till_then(text: str, language: str, seen: Seen) -> Term | None:
    then = _THEN.search(text)
    days = find_days(text[: then.start()], language, seen)[0] if then else []
    told = [(day, [on for on in day.value.readings if on > seen.today]) for day in days]
    ahead = [(day, readings[0]) for day, readings in told if readings]
    if (
        then is None
        or not ahead
        or _HOUR_TOLD.search(text, 0, then.start())
        or (ahead[-1][1] - seen.today).days > _LONGEST
    ):
        return None
    first = ahead[0] if len(ahead) > 1 and _LEAVES.search(text[: ahead[0][0].start]) else None
    begins, last = first[1] if first and first[1] < ahead[-1][1] else seen.today, ahead[-1][1]
    held = tuple(begins + timedelta(n) for n in range((last - begins).days))
    for day, _ in told:
        text = text[: day.start] + NOISE * (day.end - day.start) + text[day.end :]
    return _term(text, then.start("till"), then.end(), held, seen)


# 周一周二我休,这两天: those of every week.
_WEEKDAYS = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天末](?!.*今[天日])")
# 25号飞日本,29号返,呢几日唔好打: from the day on which one goes to that on which one is back.
_BACK = re.compile(
    r"(?:早上|上午|中午|下午|下昼|晚上|夜晚|傍晚|凌晨|半夜|早|晚)?(?:先|才|就|会|再|要)*(?:返|翻|回(?![复覆电你您拨])|出[院来嚟山狱营关]|收队|结束|完|到家|考完)[\u3400-\u9fff]{0,4}?[,，。 ]*(?:(?:在|喺)?(?:这|那|呢|嗰)(?:[几些][天日]|段(?:时间|日子)?|期间|中间|排)|期间|中间|之间)[里内]?"
)


def _away(text: str, language: str, seen: Seen) -> Term | None:
    for back in _BACK.finditer(text):
        told = [
            day for day in find_days(text[: back.start()], language, seen)[0] if len(day.value.readings) == 1
        ]
        if not told or told[-1].end != back.start():
            continue
        first, last = told[0].value.readings[0] if len(told) > 1 else seen.today, told[-1].value.readings[0]
        begins = told[0].start
        if first < last <= first + timedelta(_LONGEST) and not _LET_BE.search(text, begins, back.start()):
            held = tuple(first + timedelta(n) for n in range((last - first).days + 1))
            return _term(text, begins, back.end(), held, seen, one_by_one=True)
    return None


_MAY = re.compile(
    r"\b(?:until|till?|til|through|thru|up to|before|b4|hasta|antes|aqui|hoy|ahora|ahorita|today|days|nights|dias)\b|[前到至止先才这呢]|今[天日]|[来往今]后|[今听]明|接下来|未来"
)


def _up_to_a_day(text: str, language: str, seen: Seen) -> Term | None:
    before: date | None = None
    begun: date | None = None
    ended: date | None = None
    before_starts = before_ends = 0
    for day in find_days(text, language, seen)[0]:
        ahead_of_us = [reading for reading in day.value.readings if reading > seen.today]
        if len(ahead_of_us) > 1 and _THROUGH.search(text, day.start, day.end):
            begun, ended = ahead_of_us[0], ahead_of_us[-1]
        next_week = _NEXT_WEEK.search(text, day.start, day.end)
        if next_week:
            ahead_of_us = [on for on in ahead_of_us if not on.weekday()][:1]
        if len(ahead_of_us) != 1:
            continue
        first, before, last = before, ahead_of_us[0], ahead_of_us[0]
        first_starts, first_ends, before_starts, before_ends = before_starts, before_ends, day.start, day.end
        named = _DAY_ITSELF.search(text, day.start, day.end)
        begins = named.start() if named else day.start
        lead = _LEADS.search(text[max(0, begins - 40) : begins])
        trail = _TRAILS.match(text, day.end) if HAN.search(text) else None
        if next_week and not (lead and lead["short"]):
            continue
        if not (lead or trail) or (text.endswith("等", 0, begins - 1) and not _LET_BE.search(text)):
            continue  # 等到下周一再打给我
        start = max(0, begins - 40) + lead.start() if lead else day.start
        end = trail.end() if trail else day.end
        if lead and _FROM_DAY.search(text[:start]) and not lead[0].startswith("de"):
            begun, ended = first, last  # "Away from Thursday till Sunday, don't call before Monday".
            continue
        if _AN_HOUR.match(text, end) or (trail is None and _THAT_HOUR.match(text, end)):
            continue
        inclusive = _INCLUSIVE.match(text, end)
        end = inclusive.end() if inclusive else end
        whole = bool(inclusive) or bool(trail["whole"] if trail else lead and lead["whole"])
        refused = _REFUSED_TILL.search(text[:start]) or _REFUSED_FROM.match(text, end)
        if lead and lead[0].startswith("hasta") and not inclusive and refused:
            whole = False
        ahead = (last - seen.today).days
        if ahead < 1:
            continue
        held = tuple(seen.today + timedelta(n) for n in range(ahead + whole))
        if begun and ended and ended < last:
            held = tuple(on for on in held if begun <= on)
        from_then = first and _FROM_THEN.search(text[:first_starts])
        if first and lead and (from_then or _ALL_ALONG.fullmatch(text, first_ends, start)):
            held = tuple(on for on in held if first <= on)  # 29号住院,住到6月2号,这几天不要打
        term = _term(text, start, end, held if ahead <= _LONGEST else (), seen)
        # "Exams till Friday so don't call before Saturday": up to the later.
        return _up_to_a_day(term.rest, language, seen) or term
    return None


# What lies between going and being back, and asks for nothing.
_ALL_ALONG = re.compile(r"[^打找联接别勿莫不唔。!！?？;；a-z]{1,12}")
# "No me llamen hasta el lunes": on Monday they may.
_REFUSED_TILL = re.compile(
    r"\b(?:no|ni|nada|nadie|dej[ae]\w*|en paz|sin|aguant\w+|esper\w+)\b(?: [a-z]+){0,5} $"
)
_REFUSED_FROM = re.compile(r" (?:ya |que )?(?:no|ni|nada|nadie)\b")
_LET_BE = re.compile("别|不要|勿|唔好|莫|甭|先不|不接")
# Some days are found with the words that lead to them: "hasta el dia 18".
_DAY_ITSELF = re.compile(
    r"(?<=hasta )(?:el )?(?:dia )?\d|(?<=aqui al )\w|(?<=hoy al )\w|(?<=ahora al )\w|(?<=antes del )\S|(?<=hasta el )\d|(?<=antes de )\S"
)


def _term(
    text: str, start: int, end: int, days: tuple[date, ...], seen: Seen, *, one_by_one: bool = False
) -> Term:
    return Term(days, text[:start] + NOISE * (end - start) + text[end:], seen, one_by_one)


def _whole(window: Window) -> bool:
    return (window.start, window.end) == (0, DAY_END)
