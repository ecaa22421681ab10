"""From when to when the hours are that Chinese tells, by the words of a rule of `clock_zh` and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reading.windows.clock_beside_zh import NOON
from reading.windows.hours import DAY_END
from reading.windows.marks import Shape, Stretch
from reading.words.zh import small_number

OFF = frozenset({"下班", "放工", "收工"})
_DIGITS = "零一二三四五六七八九"
# Half of the day, by the words for it; a time said with them lies between these hours.
HALVES: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("凌晨", "大清早", "下半夜", "后半夜", "天蒙蒙亮", "天没亮", "天未光"), (0, 9)),
    **dict.fromkeys(("早上", "早晨", "清晨", "清早", "一早", "一大早", "上午", "朝早", "朝头早", "晨早", "上昼", "透早", "早", "朝", "天光"), (1, 13)),
    **dict.fromkeys(("中午", "正午", "中昼", "晏昼", "午间"), (10, 18)),
    **dict.fromkeys(("下午", "下昼", "午后", "下半昼"), (12, 20)),
    **dict.fromkeys(("傍晚", "黄昏"), (15, 21)),
    **dict.fromkeys(("晚上", "夜晚", "晚间", "夜里", "夜间", "晚黑", "晚头", "夜头", "晚自习", "夜校", "夜大", "晚", "夜", "晚饭", "晚餐", "夜饭", *(f"{at}家{then}" for at in ("回", "到", "返") for then in ("后", "之后", "以后"))), (16, 26)),
    **dict.fromkeys(("下班", "放工", "收工"), (14, 26)),
    **dict.fromkeys(("半夜", "深夜", "三更半夜", "深宵", "夜深", "午夜", "子夜", "三更", "夜半"), (21, 30)),
}  # fmt: skip
_BY_THE_CLOCK = (0, 12)
# Of a bare hour: in the morning one rises, at night one goes to bed.
_RISES = re.compile(r"(?:钟|左右|多|我|就|便|才|要|得|都)*(?:起|醒|送|出门|开门|开工|上班|返工|上课|开会)")
_SLEEPS = re.compile(
    r"(?:钟|左右|多|我|就|便|准时|要|得)*(?:睡(?!醒)|瞓(?!醒)|唞|休息了|歇了|上床|躺|关机|闩机|熄灯|收[铺舖档摊市]|打烊|关门|闩门|落闸)"
)
_CLOSES = re.compile(r"(?:收[铺舖档摊市]|打烊|关门|闩门|落闸)(?:都|要|已经|就|通常|大概|时间|是|系)*$")
# 平日十点收工, unless one works at night, or is done by noon.
_STOPS = re.compile(
    r"(?:多|钟|左右|才|先|就|要|我|都|能)*(?:收[工摊档铺车]|下班|放工|落班|到家|返到屋企|回到?家|下晚自习)"
)
_AT_NIGHT = re.compile(
    r"[夜晚]班|[夜通]更|大夜|小夜|通宵|凌晨|早[市班餐更点饭茶]|饮茶|朝朝|夜里|半夜|通宵|清晨|朝早|早上|上午|一早"
)

# 九点打烊后.
_IN_THE_EVENING = re.compile(r"收[工车档铺摊店市]|打烊|关门|下班|放工|散[会场]|下[机岗]|落机")


@dataclass(frozen=True)
class _Time:
    """An hour as it was said: `half` bounds it, where a half of the day was named."""

    hour: int
    minute: int
    half: tuple[int, int] | None

    @property
    def sure(self) -> bool:
        """Whether no half of the day needs to be guessed."""
        return self.hour > 12 or self.hour == 0 or self.half is not None

    def minutes(self) -> int:
        """Minutes since midnight of the day it is said of, past 24:00 for the small hours of a night."""
        hour = self.hour
        if self.half and hour <= 12:
            low, high = self.half
            hour = next((at for at in (hour % 12, hour % 12 + 12, hour % 12 + 24) if low <= at < high), hour)
        return hour * 60 + self.minute

    def guessed(self, afternoon_before: int) -> int:
        """The same; of an hour without a half, in the afternoon when it is before that hour."""
        told = self.minutes()
        return told + NOON if not self.sure and 1 <= self.hour < afternoon_before else told


def _time(match: re.Match[str], which: int, half: tuple[int, int] | None) -> _Time:
    said = match.groupdict()
    minute = said.get(f"c{which}") or said.get(f"m{which}")
    value = 30 if said.get(f"b{which}") else {"一": 15, "三": 45}.get(said.get(f"q{which}") or "", 0)
    if minute:
        value = int(minute) if minute.isdigit() else small_number(minute.removeprefix("零")) or 0
    named = said.get(f"p{which}")
    if half is None and re.fullmatch(r"0[1-9]", match[f"h{which}"]):
        half = _BY_THE_CLOCK  # 07:00 is in the morning.
    return _Time(small_number(match[f"h{which}"]) or 0, value, HALVES[named] if named else half)


def _folded(minutes: int) -> int:
    """Within one day; midnight at the end of it is 24:00."""
    return minutes if minutes <= DAY_END else minutes - DAY_END


def _stretch(shape: Shape, start: int, end: int, *, till: bool = False) -> Stretch | None:
    """From one time to another, over midnight where the end comes first."""
    start, end = _folded(start) % DAY_END, _folded(end)
    if start == end:
        return None
    pieces = ((start, end),) if start < end else ((start, DAY_END), (0, end)) if end else ((start, DAY_END),)
    return Stretch(shape, pieces, pieces, till=end if till else None)


def span(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    first, second = _time(match, 1, half), _time(match, 2, None)
    if first.hour > 24 or second.hour > 24:
        return None
    start, end = first.minutes(), second.minutes()
    if (
        not first.sure
        and second.half
        and second.half[0] >= 12
        and start < NOON
        and start + NOON < end
        and not match["p1"]
    ):
        start += NOON  # 2:30到下午5点半
    elif not (first.sure or second.sure or busy) and first.hour < 7 and end > start:
        start, end = start + NOON, end + NOON
    elif not (first.sure or second.half or busy) and first.hour < 7 and end <= start:
        start += NOON if end + NOON <= start + NOON else 0
    if not second.sure:
        while end <= start and end < 36 * 60:
            end += NOON
        if first.half and first.half[0] >= 16 and end > 26 * 60 and start < DAY_END:
            end = end if end <= DAY_END + NOON else end - NOON
    by_day = match["p1"] in ("朝", "早") and match["p2"] in ("晚", "夜") and 1 <= second.hour <= 3
    if by_day and start + 6 * 60 <= second.hour * 60 + NOON:
        end = second.hour * 60 + NOON  # 朝七晚三
    return _stretch(Shape.SPAN, start, end)


def so_long(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    """十二点放饭,只有半小时; 十点休息二十分钟; 茶歇三点,一刻钟."""
    start = _time(match, 1, half).guessed(9)
    long, less = match["long"] or match["half"], match["less"] or match["quarters"]
    minutes = (
        _count(less) * (1 if match["less"] else 15) if less else 30 if long == "半" else 60 * _count(long)
    )
    return _stretch(Shape.SPAN, start, start + minutes + (30 if match["more"] else 0))


def _count(said: str) -> int:
    return int(said) if said.isdigit() else small_number(said) or 0


def far(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    """早上5点到中午; 从早上八点一直到夜里."""
    end = {"中午": NOON, "正午": NOON, "傍晚": 18 * 60, "天黑": 18 * 60}.get(match["far"], DAY_END)
    return _stretch(Shape.SPAN, _time(match, 1, half).minutes(), end)


PARTS = {
    "早上": 9,
    "上午": 9,
    "朝早": 9,
    "中午": 12,
    "正午": 12,
    "下午": 12,
    "下昼": 12,
    "晏昼": 12,
    "傍晚": 18,
    "晚上": 18,
    "夜晚": 18,
}


def from_part(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    """下午到晚上九点; 中午到三点."""
    start, end = PARTS[match["part"]] * 60, _time(match, 1, None).minutes()
    return _stretch(Shape.SPAN, start, end + NOON if end <= start else end)


def to_minute(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    """十二点十分到四十; 7:15到45."""
    start, said = _time(match, 1, half), match["till"]
    end = int(said) if said.isdigit() else small_number(said) or 0
    begins = start.guessed(9)
    return _stretch(Shape.SPAN, begins, begins - start.minute + end) if end > start.minute else None


def one_or_the_next(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    """五六点: from the one to the other."""
    first, last = _DIGITS.index(match["h1"].replace("两", "二")), _DIGITS.index(match["h2"])
    start = _Time(first, 0, HALVES[match["p1"]] if match["p1"] else half).guessed(9)
    return _stretch(Shape.SPAN, start, start + 60) if last == first + 1 else None


def after(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    at = _time(match, 1, half)
    wished, refused = at.guessed(12 if busy or _IN_THE_EVENING.search(match[0]) else 9), at.guessed(12)
    if wished >= DAY_END:
        return _stretch(Shape.FROM, wished, 6 * 60)
    return Stretch(Shape.FROM, ((wished, DAY_END),), ((min(refused, DAY_END - 1), DAY_END),))


def from_then(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    """睡到十点再打."""
    start = _folded(_time(match, 1, half).guessed(10))
    return Stretch.of(Shape.FROM, start, DAY_END) if start < DAY_END else None


def before(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    late = re.search("太[晚夜迟]", match.string[: match.start()])  # 太晚别打 九点前
    end = _time(match, 1, half).guessed(12 if late else 9 if busy else 6)
    return _stretch(Shape.TO, 0, end)


def until(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    return _stretch(Shape.TO, 0, _time(match, 1, half).guessed(10), till=True)


def latest(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    return _stretch(Shape.TO, 0, _time(match, 1, half).guessed(12))


def at(match: re.Match[str], half: tuple[int, int] | None, busy: bool) -> Stretch | None:
    behind = match.string[match.end() : match.end() + 8]
    closes = _CLOSES.search(match.string, max(0, match.start() - 8), match.start())
    night = _STOPS.match(behind) and not _AT_NIGHT.search(match.string)
    morning, late = _RISES.match(behind), busy or _SLEEPS.match(behind) or closes or night
    start = _folded(_time(match, 1, half).guessed(5 if morning else 12 if late else 9))
    return Stretch.of(Shape.AT, start, min(start + 60, DAY_END)) if start < DAY_END else None


def part(start: int, end: int, shape: Shape = Shape.PART) -> Means:
    return lambda match, half, busy: Stretch.of(shape, start * 60, end * 60)


type Means = Callable[[re.Match[str], tuple[int, int] | None, bool], Stretch | None]
