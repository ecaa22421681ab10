"""Occasions that Chinese names days by: feasts of both calendars, and the day that wages come (simplified forms)."""

from __future__ import annotations

from datetime import date

from reading.days import festivals as feasts

FEASTS: tuple[tuple[str, feasts.Feast], ...] = (
    (r"小年夜", feasts.after(feasts.SPRING_FESTIVAL, -2)),
    (r"除夕|大年三十|年三十|年卅|大年夜|年夜", feasts.NEW_YEARS_EVE_LUNAR),
    (r"小年夜", feasts.after(feasts.SPRING_FESTIVAL, -2)),
    (r"小年", feasts.lunar(12, 23)),
    (r"春节|农历年|农历新年|阴历年|旧历年|过大年|过年|大年初一|年初一|新春|旧历年", feasts.SPRING_FESTIVAL),
    (r"元宵(?:节)?|正月十五", feasts.lunar(1, 15)),
    (r"元旦|阳历年|新历年", feasts.fixed(1, 1)),
    (r"(?:228|二二八)(?=连假|放假|前|纪念)", feasts.fixed(2, 28)),
    (r"三八(?:妇女)?节|妇女节", feasts.fixed(3, 8)),
    (r"劳动节|(?<![周期拜])五一(?!\d)(?:节)?", feasts.fixed(5, 1)),
    (r"端午(?:节)?", feasts.lunar(5, 5)),
    (r"七夕", feasts.lunar(7, 7)),
    (r"中元(?:节)?|鬼节", feasts.lunar(7, 15)),
    (r"中秋(?:节)?|八月十五", feasts.lunar(8, 15)),
    (r"重阳(?:节)?", feasts.lunar(9, 9)),
    (r"国庆(?:节)?|(?<![周期拜二三])十一(?=前|之前|假|后|长假)", feasts.fixed(10, 1)),
    (r"双十节|双十国庆|双十(?![一二\d])(?:连假)?", feasts.fixed(10, 10)),
    (r"双十一|双11", feasts.fixed(11, 11)),
    (r"双十二|双12", feasts.fixed(12, 12)),
    (r"平安夜", feasts.fixed(12, 24)),
    (r"圣诞(?:节)?", feasts.fixed(12, 25)),
    (r"跨年", feasts.fixed(12, 31)),
    (r"情人节", feasts.fixed(2, 14)),
    (r"儿童节|(?<![周期拜])六一(?:节)?", feasts.fixed(6, 1)),
    (r"教师节", feasts.fixed(9, 10)),
    (r"复活节", feasts.easter_sunday),
    (r"佛诞|浴佛节", feasts.lunar(4, 8)),
    (r"腊八(?:节)?", feasts.lunar(12, 8)),
    (r"万圣节", feasts.fixed(10, 31)),
    (r"母亲节", feasts.nth_weekday(5, 6, 2)),
    (r"父亲节", feasts.nth_weekday(6, 6, 3)),
    (r"光棍节", feasts.fixed(11, 11)),
    (r"双旦", feasts.fixed(12, 25)),
    (r"(?<!\d)618(?=活动|大促|之?前|之?后|以前|以后)", feasts.fixed(6, 18)),
)


def tomb_sweeping(year: int) -> date | None:
    """清明: the fourth or fifth of April, by the formula for the 21st century."""
    short = year % 100
    return date(year, 4, int(short * 0.2422 + 4.81) - short // 4)


def winter_solstice(year: int) -> date | None:
    """冬至: the 21st or 22nd of December, by the formula for the 21st century."""
    short = year % 100
    return date(year, 12, int(short * 0.2422 + 21.94) - short // 4)


_WAGES = r"(?:工资|薪水|薪资|薪金|人工|工钱|月薪|底薪|粮|薪)"
PAYDAY = (
    rf"(?:等|到|待)?(?:我|老公|老婆|公司|单位|老板|厂里)*(?:下次|下个月|这个月)?(?:发|开|领|出|拿|收|有|结|到|派|支)(?:了|到|咗|完)?{_WAGES}"
    rf"(?:之?后|以后|了|咗|那天|当天|嗰日|就|日|的时候|时|嘅时候)?"
    rf"|{_WAGES}(?=[^,，。;；!！?？没未冇]{{0,10}}\d{{1,2}}[号日][^,，。;；!！?？]{{0,3}}(?:发|到|出|入|下来|进来|有|给))"
    rf"|{_WAGES}(?:没|未|还没|冇|仲未)(?:有)?(?:进来|到|发|出|入|下来)[,，。 ]*(?=(?:要|得|会)?(?:等)?到)"
    rf"|{_WAGES}(?:一)?(?:到账|到了|到手|下来|发了|发下来|出来|入账|到|发|入咗|下來)(?:之?后|以后|了|咗|那天|就|时)?"
    rf"|(?:下次)?(?:发薪|出粮|支薪|发饷|领薪|开支)(?:日|那天|嗰日|之?后|以后|了)?"
)
PAYDAY_LATE = (
    rf"{_WAGES}(?:还|仲)?(?:没|未)(?:有)?(?:下来|发|到账?|出)[,，。 ]*(?:等|一)?(?:下来|发了?|到了?"
    rf"|出咗?)(?:了)?(?=就|再|后|先|马上)"
)
