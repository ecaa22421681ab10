"""The days that Chinese names for being reached (folded text): every week's (周一三五, 平日, 除周三), and single ones (明天, 3月5日)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reading.days import Seen, find_days
from reading.days.calendar import month_day
from reading.text import MASK, NOISE
from reading.windows.hours import ALL_DAYS
from reading.windows.marks import Kind, Mark
from reading.words.zh import WEEK, small_number, weekday_number

_AND = r"[、和跟与及同 ]|以及|还有|同埋|或者?"
_DAY = "(?:[一二三四五六日]|天(?!天))"
_NO_COUNT = r"(?![点时]|\d*(?:[点号月]|:[0-5]\d(?![\d点:])))"
_SPAN = rf"{WEEK}{_DAY}(?:到|至|-|~|—)(?:{WEEK})?{_DAY}{_NO_COUNT}"
_LIST = rf"{WEEK}{_DAY}{_NO_COUNT}(?:[、和跟与及同,，]?(?![日天]{{2}}){_DAY}(?![点时到至\d半十]|:\d\d(?![\d点:])|月|号|天))*"
_NAMED = r"工作日|平日|平常日|周中(?![班更])|周间|返[工学]日子?|上[班学课]日子?|周末|双休日?|例?假日|(?:周|星期|礼拜|拜)六周?日|(?<![一二三四五])六日(?=[都全也可唔不别上下早晚中先再才打搵]|$|[,，。 \x1f])"
_ANY = rf"(?:每个?|逢|每逢|个)?(?:{_SPAN}|{_LIST}|{_NAMED})"
_WEEKLY = re.compile(rf"{_ANY}(?:(?:{_AND})*{_ANY})*")
# 一到五, 二四六: days without the word for them, where hours or a judgement follow.
_BARE = re.compile(
    r"(?:(?<![\u3400-\u9fff\d点])(?<!\d:)|(?<=[我俺咱逢是系]))(?:(?P<span>[一二三四五](?:到|至|-|~)[二三四五六日])(?![\u3400-\u9fff\d:点])|(?P<days>一三五|二四六?|[一二三四五六日](?:、[一二三四五六日]){1,5}|(?!三四日|四五日|二三日)[一二三四五六日]{2,6}(?![在喺要去]))"
    r"(?=[ ,:]?(?:[在喺要去]|(?:我|都|[早晚夜中白日]班|返?[早晚夜中日]更|[上有开返值轮排][课班会工更堂])|可以|(?:先|再|才|至)(?:好|可以|能)?(?:打|call|找|搵|揾|联|得闲|有空|方便)|随[便意时]|任[何你打]|ok|欢迎|都[得行可不唔别随ok]|得闲|有空|行|别|不|唔|冇空|没空|方便|早上|上午|中午|下午|晚上|夜晚|朝早|下昼|\x1f)))"
)
_EVERY = re.compile(r"每一?天|每日|天天|日日|(?:任何|随便)一?[天日]|(?:哪|边)[天日](?=都)")
_PIECE = re.compile(rf"(?P<span>{_SPAN})|(?P<list>{_LIST})|(?P<named>{_NAMED})")
_NAMES = {"工作日": range(5), "平日": range(5), "平常日": range(5), "周中": range(5), "周间": range(5), **dict.fromkeys((f"{does}日{ends}" for does in ("返工", "返学", "上班", "上学", "上课") for ends in ("", "子")), range(5))}  # fmt: skip
# 平时 is every day, unless a weekend stands against it.
_USUALLY = re.compile(r"平时")
_WEEKEND = re.compile(r"周末|双休|(?:周|星期|礼拜)[六日天]")


def days(text: str) -> tuple[list[Mark], str]:
    """The weekdays that folded `text` names, and the text with them masked."""
    found = []
    weekend = _WEEKEND.search(text)
    for pattern in (_WEEKLY, _EVERY, _BARE, _USUALLY):
        for match in pattern.finditer(text):
            if pattern is _USUALLY and not weekend:
                continue
            if pattern is not _EVERY or "除" not in text:  # 除了周三哪天都行
                found.append(Mark(Kind.DAYS, match.start(), match.end(), _meant(match[0], pattern)))
            text = _without(text, *match.span())
    return found, text


def _meant(said: str, pattern: re.Pattern[str]) -> tuple[int, ...]:
    if pattern is _EVERY:
        return ALL_DAYS
    if pattern is _USUALLY:
        return ALL_DAYS[:5]
    if pattern is _BARE:
        return _run(said[0], said[-1]) if re.search(r"[到至~-]", said) else _listed(said)
    meant: set[int] = set()
    for piece in _PIECE.finditer(said):
        if piece["span"]:
            first, last = re.findall(_DAY, piece[0])
            meant |= set(_run(first, last))
        elif piece["list"]:
            meant |= set(_listed(re.sub(WEEK, "", piece[0])))
        else:
            meant |= set(_NAMES.get(piece["named"], (5, 6)))
    return tuple(sorted(meant))


def _listed(said: str) -> tuple[int, ...]:
    return tuple(sorted({weekday_number(char) or 0 for char in re.findall(_DAY, said)}))


def _run(first: str, last: str) -> tuple[int, ...]:
    start, end = weekday_number(first) or 0, weekday_number(last) or 0
    return tuple(sorted({day % 7 for day in range(start, end + 1 if end >= start else end + 8)}))


_FEASTS = "元旦|跨年|春节|新年|过年|年初|初[一二三四五六七八九十]|除夕|年三十|年廿|大年|清明|端午|中秋|重阳|国庆|双十|圣诞|平安夜|冬至|元宵|劳动节|五一|情人节|母亲节|父亲节|复活节|佛诞"
_FEAST = re.compile(_FEASTS)
# A day that comes once, by its name: this week's or the next, of a month, today, a feast.
_ONCE = re.compile(
    r"今|(?:现在|而家|依家)\x1f|整个?(?:周|星期|礼拜)|一整周|成个?(?:星期|礼拜)|明|听\x1f|(?<![\u3400-\u9fff])后\x1f|后[天日]|听[日天晚朝]|大后|(?:这|本|下|呢|嚟紧|今)个?(?:周|星期|礼拜|拜)|\d[号日]|月[\d一二三四五六七八九十廿初]|(?<![周期拜六])[一二三四五六七八九十][号日]|\d[/-]\d|"
    + _FEASTS
)
# Several days that are all meant: a stretch, the days of a list.
_ALL_OF_THEM = re.compile(
    r"[到至~、和同跟及与-]|[周星期拜]末|明后|[号日]\d|[周期拜][一二三四五六](?:周|星期|礼拜)?[二三四五六日天]$"
)
_OF_THE_MOON = re.compile(r"(?:到|至|-|~)(?P<last>(?:初|十)[一二三四五六七八九十])(?![月点])")
_WEEK_OF_FEAST = re.compile(r"(?:国庆节?|春节|过年|五一)(?:期间|长假|假期|放假|黄金周|那几天|这几天|七天)")
_DAYS_OF_FEAST = re.compile(
    r"(?:假期?|连假|长假|[放休]假)?的?(?:这|那|嗰|头|前)?(?P<count>[两二三四五六七八]|[2-8])[天日]"
)
# 呢两日…星期四: of the days ahead; 周三要开刀…那天: one of them.
_JUST_ONCE = re.compile(
    rf"(?:(?:呢|这)(?:两|几)[天日]|{NOISE}{{3}})[^{MASK}]{{0,16}}?(?=(?:周|星期|礼拜)[一二三四五六日天])|{WEEK}[一二三四五六日天][^,，。每都]{{0,6}}(?:要来|要去|开刀|手术|面试|结婚|婚礼|喜酒|出殡|告别式|开庭|搬家|尾牙|检查|考试)[^。]{{0,6}}(?:那|当|嗰|这)[天日]"
    r"|(?:只|就|单|净系)(?:这|呢|今|限这?)一?次|仅此一次"
)
# 明天不行,周四十二点以后可以: the coming one, unless days that come every week are named too.
_NEAR = re.compile(rf"今[天日]|明[天日]|听日|后[天日]|(?:[这本下呢]|嚟紧)个?{WEEK}(?={_DAY}|末)")
_EVERY_WEEK = re.compile(
    rf"每|逢|天天|日日|平[时日常]|工作日|(?<![这本下呢紧个])周末|周[中间]|假日|(?<![这本下呢紧个]){_SPAN}|(?<![这本下呢紧个]){WEEK}{_DAY}(?:{_AND})?(?:{WEEK})?{_DAY}{_NO_COUNT}|(?<![这本下呢紧个]){WEEK}{_DAY}都"
)
# 这周三跟周四: both of this week.
_THIS_WEEK = re.compile(r"(?:这|本|今|呢|下)个?(?:周|星期|礼拜)")
_BESIDE = re.compile(rf"(?:{_AND}|,)*")
_MORE_DAYS = re.compile(rf"(?:、?{_DAY}){{1,4}}(?![点时号月日天到至\d半十个百千])")
# 月底28到30号: the days say it closer.
_WHEREABOUTS = re.compile(
    r"月[底尾初中](?=\d{1,2}[号日]?[到至-]\d)"
    # 烧咗三日: how long, and no day.
    r"|(?<=[了咗过足满])(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[天日](?=$|[^\d号])|(?:连续|一连|整整|已经|差不多|成)(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[天日](?!前)"
    # 难得一日陪个女
    r"|(?<=[难取只得有每休放返做])(?:得|有|假|足|齐)?[一两][天日](?=$|[^\d号])"
)
# 大过年的: no day, but how one feels about being called.
_AT_SUCH_A_TIME = re.compile(
    # 春节前都很忙: not that day.
    rf"(?:{_FEASTS})节?(?:放假)?[之以]?[前后](?![天日两三几夕])|"
    r"今[天日](?:真的?|真系|实在|非常|很|好|太){0,2}(?:谢谢|感谢|多谢|唔该|辛苦)|双十[一二](?=[^\d]{0,3}(?:忙|[这那]个?周|[这那]段|[这那]几天|期间|大促|促销|备|加班|爆|发货|快递))|大(?:过年|年下|周[六日末]|礼拜[六日天]|清早|半夜|中午|冷天|热天)的"
)
# 下礼拜回乡下,整个礼拜不要找我.
_WHOLE_WEEK = re.compile(
    r"(?P<which>下下|下|嚟紧|这|本|呢|今)一?个?(?:周|星期|礼拜)(?![一二三四五六日天末\d])(?=[^。]{0,16}(?:别(?!急|担|的)|不[要用]|勿|唔[好使]|莫|甭|只|净系|单系|整个?(?:周|星期|礼拜)|一整[周个]|成个?(?:星期|礼拜)|[那嗰]一?个?(?:周|星期|礼拜)(?![一二三四五六日天末]))|(?P<shift>(?:我|都|就|要|会|在|喺|系|是|又|也|全|还|轮|换|转|排|改|做|跟){0,4}(?:上?(?:大|小)?(?:早|中|晚|夜|日|白)(?:班|更)|返(?:早|中|晚|夜|日)?(?:更|夜|早)|值|出差|加班|住院|考试|培训|受训|军训|实习|陪|照顾|忙|请假|放假|休假|回老家|回乡|月结|盘点|上[^,，。]{0,2}夜)(?!车|宵|饭)))"
)
# 两班倒,这周白班: as an example, and what is asked holds always.
_BY_TURNS = re.compile("班倒|倒班|轮班")
# 7/1起换早班,下午四点后才能接: of every day.
_FROM_THEN = re.compile(r"(?:起|开始)(?!床|来)")
# 10/4至10/8: in the order of month and day in which they are days of one stay.
_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?:到|至|-|~)(\d{1,2})/(\d{1,2})(?![\d/])")
_STAY = 31


def _shortest(match: re.Match[str], today: date) -> tuple[date, ...]:
    one, two, three, four = (int(figure) for figure in match.groups())
    stays = []
    for first, last in (((one, two), (three, four)), ((two, one), (four, three))):
        begins, ends = (month_day(*day, today=today).readings[:1] for day in (first, last))
        if begins and ends and begins[0] <= ends[0] <= begins[0] + timedelta(_STAY):
            stays.append((begins[0], ends[0]))
    if not stays:
        return ()
    start, end = min(stays, key=lambda stay: stay[1] - stay[0])
    return tuple(start + timedelta(days=after) for after in range((end - start).days + 1))


# 6/14那周换小夜: all of its days.
_THAT_WEEK = re.compile(r"(?:的|嘅)?[那嗰该]一?个?(?:整|成)?个?(?:周|星期|礼拜|拜)(?![一二三四五六日天末])")


def _whole_week(on: date, today: date) -> tuple[date, ...]:
    monday = on - timedelta(days=on.weekday())
    return tuple(day for day in (monday + timedelta(days=after) for after in range(7)) if day >= today)


def _within(told: Mark, weekday: int) -> date | None:
    """这周末去团建,周日晚上再联系: the day of that name among the days told just before."""
    days = [on for on in told.value if isinstance(on, date)] if isinstance(told.value, tuple) else []
    return next((on for on in days if on.weekday() == weekday and len(days) > 1), None)


# 今晚, 明早: the half of the day behind it has been read.
_BESIDE_ITS_HALF = re.compile(rf"(?P<day>大后|[今明听]|(?<![\u3400-\u9fff])后|现在|而家|依家)(?={MASK})")
_AHEAD = {"今": 0, "现在": 0, "而家": 0, "依家": 0, "明": 1, "听": 1, "后": 2, "大后": 3}


def dates(text: str, language: str, seen: Seen) -> tuple[list[Mark], str]:
    """The single days that folded `text` names, from which hours are masked; and the text with them masked."""
    once = bool(_JUST_ONCE.search(text) or (_NEAR.search(text) and not _EVERY_WEEK.search(text)))
    if not (once or _ONCE.search(text)):
        return [], text
    found = []
    for match in _BESIDE_ITS_HALF.finditer(text):
        on = seen.today + timedelta(days=_AHEAD[match["day"]])
        found.append(Mark(Kind.DATES, match.start(), match.end(), (on,)))
        text = _without(text, *match.span())
    for match in _WHOLE_WEEK.finditer(text):
        if match["shift"] and _BY_TURNS.search(text):
            continue
        weeks = {"下下": 2, "下": 1}.get(match["which"], 0)
        meant = _whole_week(seen.today + timedelta(days=7 * weeks), seen.today)
        found.append(Mark(Kind.DATES, match.start(), match.end(), meant))
        text = _without(text, *match.span())
    for match in _OF_A_FEAST.finditer(text):
        found.append(Mark(Kind.DATES, *match.span(), _of_a_feast(match, seen.today)))
        text = _without(text, *match.span())
    text = _WHEREABOUTS.sub(lambda match: " " * len(match[0]), text)
    text = _AT_SUCH_A_TIME.sub(lambda match: " " * len(match[0]), text)
    for match in _SLASHED.finditer(text):
        held = _shortest(match, seen.today)
        if held:
            found.append(Mark(Kind.DATES, *match.span(), held))
            text = _without(text, *match.span())
    of_one_week = -1
    for day in find_days(text, language, seen)[0]:
        named = text[day.start : day.end]
        beside = bool(found) and of_one_week >= 0 and bool(_BESIDE.fullmatch(text, of_one_week, day.start))
        if MASK in named or named == "六日" or not day.value.readings:
            continue
        if MASK in text and _FROM_THEN.match(text, day.end):
            text = _without(text, day.start, day.end)
            continue
        if not (once or beside or _ONCE.search(named)):
            continue
        of_one_week = day.end if beside or _THIS_WEEK.match(named) else -1
        readings, certain = day.value.readings, day.value.certain
        within = _within(found[-1], readings[0].weekday()) if found and _OF_A_WEEK.fullmatch(named) else None
        of_it = _THAT_WEEK.match(text, day.end) if certain else None
        if of_it:
            found.append(Mark(Kind.DATES, day.start, of_it.end(), _whole_week(readings[0], seen.today)))
            text = _without(text, day.start, of_it.end())
            continue
        if (beside or _OF_A_WEEK.fullmatch(named)) and found and isinstance(found[-1].value, tuple):
            last = max(one for one in found[-1].value if isinstance(one, date))
            if within:
                readings, certain = (within,), True
            elif beside or readings[0].weekday() > last.weekday():
                readings, certain = _behind(readings, last, beside=beside), True
        if _OF_A_MONTH.fullmatch(named) and found and certain:
            readings = _later_on(readings[0], found[-1])
        meant, end = _days_meant(text, day.start, day.end, readings, certain=certain)
        if meant:
            found.append(Mark(Kind.DATES, day.start, end, meant))
            text = _without(text, day.start, end)
    return found, text


# 圣诞24至27号: days of its month.
_MONTHS = {"元": 1, "五": 5, "劳": 5, "国": 10, "十": 10, "圣": 12}
_OF_A_FEAST = re.compile(
    r"(?:元旦|(?<![周期拜])五一|劳动节|国庆节?|(?<![周期拜二三月])十一|圣诞节?)(?:假期|期间|放假|连假|的)?[ ,]?(?P<first>\d{1,2}|[一二三]?十?[一二三四五六七八九十])[号日]?(?P<sep>到|至|-|~|同|和|跟|及|、)(?P<last>\d{1,2}|[一二三]?十?[一二三四五六七八九十])(?:[号日]|(?![\d点:月周星礼]))"
)


def _of_a_feast(match: re.Match[str], today: date) -> tuple[date, ...]:
    first, last = (min(small_number(match[which]) or 1, 30) for which in ("first", "last"))
    month = _MONTHS[match[0][0]]
    year = today.year if (month, last) >= (today.month, today.day) else today.year + 1
    days = range(first, last + 1) if match["sep"] in "到至-~" else (first, last)
    return tuple(date(year, month, day) for day in days)


# 3月5号到8号别打,9号可以: of the month told before.
_OF_A_MONTH = re.compile(r"\d{1,2}[号日]")


def _later_on(on: date, told: Mark) -> tuple[date, ...]:
    last = (
        max((one for one in told.value if isinstance(one, date)), default=on)
        if isinstance(told.value, tuple)
        else on
    )
    return (last.replace(day=on.day),) if on < last and on.day > last.day else (on,)


# 周三, as opposed to 下周三.
_OF_A_WEEK = re.compile(rf"{WEEK}{_DAY}")


def _behind(readings: tuple[date, ...], last: date, *, beside: bool) -> tuple[date, ...]:
    """下周一和周二, 下周一别打,周三可以: the Tuesday, the Wednesday after that Monday."""
    later = tuple(one for one in readings if one > last)[:1]
    if beside or not readings:
        return later or readings
    return (readings[0] + timedelta(days=max(0, -(-(last - readings[0]).days // 7)) * 7),)


def _days_meant(
    text: str, start: int, end: int, readings: tuple[date, ...], *, certain: bool
) -> tuple[tuple[date, ...], int]:
    """Each of the days that are meant together, and where their name ends."""
    named = text[start:end]
    week = _WEEK_OF_FEAST.match(text, start)
    if week and certain:
        days = 5 if named.startswith("五") else 7
        return tuple(readings[0] + timedelta(days=after) for after in range(days)), max(end, week.end())
    moon = _OF_THE_MOON.match(text, end) if certain and _OF_THE_MOON.fullmatch(f"到{named[-2:]}") else None
    if moon:  # 初八到十五都在海上
        first, last = (small_number(one.removeprefix("初")) or 0 for one in (named[-2:], moon["last"]))
        return tuple(readings[0] + timedelta(days=after) for after in range(last - first + 1)), moon.end()
    lasting = _DAYS_OF_FEAST.match(text, end) if certain and _FEAST.search(named) else None
    if lasting:
        count = small_number(lasting["count"]) or 1
        return tuple(readings[0] + timedelta(days=after) for after in range(count)), lasting.end()
    more = _MORE_DAYS.match(text, end) if certain and re.search(rf"{WEEK}{_DAY}$", named) else None
    if more:  # 下礼拜三四五
        monday = readings[0] - timedelta(days=readings[0].weekday())
        return (readings[0], *(monday + timedelta(days=day) for day in _listed(more[0]))), more.end()
    if certain:
        return readings[:1], end
    return (readings if _ALL_OF_THEM.search(named) else ()), end


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + MASK * (end - start) + text[end:]
