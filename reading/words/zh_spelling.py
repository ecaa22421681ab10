"""Chinese as people type it, brought to the words that the grammars know: 9.17, 7pm, weekday, 开使 (simplified forms)."""

from __future__ import annotations

import re
from collections.abc import Callable

from reading.sieve import Sieve
from reading.words.zh import MONTH, NUMBERED_DAY, small_number
from reading.words.zh_dialects import common
from reading.words.zh_either import EITHER
from reading.words.zh_listed import DAY_NUMBER, LISTED
from reading.words.zh_meant import MEANT
from reading.words.zh_run_ons import RUN_ONS
from reading.words.zh_runs import parted
from reading.words.zh_spoken import in_common

_WEEKDAYS = {
    r"mon(?:day)?s?": "周一",
    r"tue(?:s(?:day)?)?s?": "周二",
    r"wed(?:nesday)?s?": "周三",
    r"thu(?:rs?(?:day)?)?s?": "周四",
    r"fri(?:day)?s?": "周五",
    r"sat(?:urday)?s?": "周六",
    r"sun(?:day)?s?": "周日",
    r"week ?days?": "工作日",
    r"week ?ends?": "周末",
    r"meetings?": "开会",
    r"tonight": "今晚",
    r"tomorrow|tmr|tmrw": "明天",
    r"today": "今天",
}

# A figure with a point is money behind these, a time of day behind those, and a measure before others.
_MONEY_BEFORE = re.compile(
    r"(?:[还付转给打交缴存入汇俾畀过欠剩差共扣息率额款元块=￥¥$€£xX*]|先|只有|就)[ :是了]*$"
)
_HOUR_BEFORE = re.compile(r"(?:[早晚朝午夜昼晨]上?|凌晨)[ ]*$")
_HOURS_APART = re.compile(r" ?(?:到|至|-|~) ?\d{1,2}[.:]\d\d")
_HOUR_TO = re.compile(r"\d{1,2}[.:]\d\d ?(?:到|至|-|~) ?$")
_REACHED = re.compile(r"打|找我|联[系络]|搵|call|回电|[覆复]|有空|得闲|勿扰")


def _date(match: re.Match[str]) -> str:
    """9/17 for 9.17, unless it is a sum or an hour."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    if _MONEY_BEFORE.search(before) or _HOUR_BEFORE.search(before):
        return match[0]
    apart = _HOURS_APART.match(match.string, match.end()) or _HOUR_TO.search(before)
    if len(match["day"]) == 2 and apart and _REACHED.search(match.string):
        return match[0]
    return f"{match['month']}/{match['day']}"


def _hour(match: re.Match[str]) -> str:
    """晚上7:30 for 7:30pm."""
    hour, minute = int(match["hour"]), match["minute"]
    half = "早上" if match["half"] == "a" else "中午" if hour == 12 else "下午" if hour < 6 else "晚上"
    told = f"{half}{hour}:{minute}" if minute else f"{half}{hour}点"
    return told + {"after": "后", "before": "前"}.get(match["side"] or "", "")


# 本来10号还的,往后挪三天: on the 13th.
_PUT_OFF = re.compile(
    rf"(?:本来|原本|原定|说好的?|约好的?)?(?:说|讲|定)?(?:的|是)?(?<![\d月])(?P<day>{DAY_NUMBER})[号日](?P<between>[^。\d百千万]{{0,12}}?)(?:往后|向后|再往后|顺延|推迟|延后|延迟|推后|推|延|挪){{1,2}}(?P<more>两|{DAY_NUMBER})[天日]"
)


def _put_off(match: re.Match[str]) -> str:
    """The day that is meant in the end, where every month has it."""
    day = (small_number(match["day"]) or 0) + (small_number(match["more"]) or 0)
    return f"{match['between']}{day}号还" if day <= _IN_EVERY_MONTH else match[0]


_IN_EVERY_MONTH = 28
_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    *EITHER,
    *MEANT,
    *RUN_ONS,
    # 明天不是29号嘛: said of what both know, and no question.
    (
        re.compile(
            r"(?<=[天日晚后五六一二三四号])(?:不|唔)(?:是|系)(?=(?:发|出|到|过|就|也|正好|\d|[一二三十])[^,，。?]{0,8}(?:嘛|吗|么|咩)[?？]?[我就到,，。 ])(?P<told>[^,，。?]{1,9}?)(?:嘛|吗|么|咩)[?？]?"
        ),
        lambda match: match["told"] + ("" if match.string[match.end() : match.end() + 1] in "我就" else ","),
    ),
    # 被裁 N+1 30号到账: what is paid to who is laid off, and no day.
    (re.compile(r"(?<![a-z\d])2?n\+[1-6x](?![\d.a-z号日])"), "赔偿金"),
    # 农历年前俾返钱你即系廿二号: the day before the feast that is meant.
    (
        re.compile(
            rf"(?:农历|旧历|阴历)?(?:新?年|过年|春节|除夕|中秋|端午|清明|圣诞|元旦|国庆|五一|劳动节|冬至|重阳|元宵)节?(?:之|以)?前(?P<between>[^,，。\d]{{0,8}})(?:即系|即是|亦即|也就是|就是)(?=(?:{MONTH}月)?{DAY_NUMBER}[号日])"
        ),
        r"\g<between>",
    ),
    # 都是发工资那天十八号打给你: which day that is.
    (
        re.compile(
            rf"(?<=都[是在系喺])我?(?:发工资|发薪水?|出粮|领薪水?|领钱|结工资)(?:的|嘅)?[那嗰当]?[一]?[天日][,，]?(?={NUMBERED_DAY})"
        ),
        "",
    ),
    # 我星期六交完车租 剩返嘅钱还住3千先: what is left of one's own money, and how much of it is paid.
    (
        re.compile(
            r"(?P<first>(?:[交付还给俾畀缴买扣除]|留)(?:完|咗|了|掉|出|好|起|够)[^,，。\d]{0,8}?)[,，。 ]*(?:剩|净|余)(?:返|番|下|低|落|嚟)(?:来)?(?:的|嘅)?(?:钱|啲)?(?=(?:我|就|都|先|会|可以|能)*(?:还|给|付|转|俾|畀|交|缴|汇|打)(?:住|返|番|给|俾|畀)?(?:你们?|您)?(?:先)?[$¥]?[\d一二两三四五六七八九])"
        ),
        r"\g<first>,",
    ),
    # 工资每月10号: the day that they come on.
    (
        re.compile(
            rf"(?P<what>工资|薪水|人工|退休金|养老金)(?P<day>每个?月的?{DAY_NUMBER}[号日])(?=[,，。;； ])"
        ),
        r"\g<day>发\g<what>",
    ),
    # 先俾三分一,下个月三分一,全部18号: on that day of each.
    (
        re.compile(
            rf"(?P<told>月[^号日。]{{2,10}}月[^号日。]{{2,10}}[,，。 ])(?:全部|统统|一律|通通)(?:都)?(?:是|系|在|喺)?(?={DAY_NUMBER}[号日][啦喇吧。]*$)"
        ),
        r"\g<told>都是",
    ),
    # 其他两个月各6000,一样6号: the two months behind.
    (
        re.compile(
            r"(?:其[他它余]|另外|剩下)的?(?P<count>[两二三四五六七八九十]|\d{1,2})个月(?:各|都|每个?月)(?P<sum>[^,，。]{2,10})[,，。 ]+(?:也|都)?(?:一样|同样|照样)(?:是|在)?(?=(?P<day>"
            rf"{DAY_NUMBER}[号日]))(?P=day)"
        ),
        r"之后\g<count>个月每月\g<day>\g<sum>",
    ),
    # 得唔得咁样:15号3000,4月15号3000: a plan, with the nod asked for first.
    (
        re.compile(
            r"^[^,，。:：]{0,4}(?:得唔得|得不得|好唔好|好不好|可唔可以|可不可以|行不行|能不能|能唔能)(?:咁样?|噉样?|这样|这么)(?:安排|还|俾|分|畀)?[呀啊呢嘛]?[:：](?=.*(?:\d{3}|[百千万]).*[,，。;].*(?:\d{3}|[百千万]|剩|余))"
        ),
        "",
    ),
    # 下月同一天还剩的: on the same day of the month.
    (
        re.compile(
            r"(?P<day>(?<![\d百千万])(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)[号日])(?P<between>[^号]{1,24}?(?:下下?|再下)个?月)的?(?:份)?的?(?:同一?[天日]|[这呢今]一?[天日]|同个?日子)"
        ),
        r"\g<day>\g<between>\g<day>",
    ),
    # 收车以后给你转: later that day, and not some day.
    (
        re.compile(
            r"(?<=下班|收工|收车|收摊|放工|放学|打烊|交班|天黑|回家|到家|忙完|跑完|吃饭|起床|醒了|午休|卸货|下课|返工)(?:以后|之后)"
        ),
        "后",
    ),
    # 3.20 1200/4.20 1200: what parts the lines of a list.
    (
        re.compile(r"(?P<line>\d{1,2}[./]\d{1,2} ?[还付给缴转]?\d{3,5}) ?/ ?(?=\d{1,2}[./]\d{1,2}(?!\d))"),
        r"\g<line>, ",
    ),
    (
        re.compile(
            r"(?<![\d./点a-z])(?<!\d:)(?<!\d,)(?P<month>1[0-2]|0?[1-9])\.(?P<day>3[01]|[12]\d|0?[1-9])"
            r"(?![\d.%％]| ?(?:块|元|万|千|百|亿|蚊|折|倍|米|个|分|点|小时|公里|斤|成|[wk](?![a-z])|kg|km|[ap]m))"
        ),
        _date,
    ),
    (re.compile(r"(?<![\d/])(\d{1,2}/\d{1,2}) ?[-~] ?(?=\d{1,2}/\d{1,2}(?![\d/]))"), r"\1到"),
    (
        re.compile(
            r"(?:(?<![a-z])(?P<side>after|before) ?)?(?<![\d:.])(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m(?![a-z\d])\.?"
        ),
        _hour,
    ),
    *(
        (re.compile(rf"(?<![a-z])(?<!next )(?<!this )(?<!last )(?<!coming )(?:{name})(?![a-z])"), word)
        for name, word in _WEEKDAYS.items()
    ),
    # 听日五百,之后逢星期三五百,连听日一共8次: seven more.
    (
        re.compile(
            r"(?<=[,，。 ])连(?:埋|同)?(?:[今明听后]\w|[首头]期|头一?次|第一[次期]|[这嗰呢][次期])(?:在内|计)?(?:一共|总共|合共|共)(?P<count>\d{1,2}|[三四五六七八九十])(?=[次期])"
        ),
        lambda match: f"共{(small_number(match['count']) or 0) - 1}",
    ),
    # 返 A 更 7am-3pm: the hours of the shift.
    (
        re.compile(
            r"(?<=[更班]) +(?=(?:早上|中午|下午|晚上)?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m|点|[-~到至]))"
        ),
        "",
    ),
    # mon to fri; bal 7月尾找清.
    (re.compile(r"(?<=周[一二三四五六日]) ?(?:to|thru|through|till?) ?(?=周[一二三四五六日])"), "到"),
    (re.compile(r"(?<![a-z])(?:清 ?)?bal(?:ance)?(?![a-z])(?! ?(?:是|系|有|要|仲|还|多少|几多))"), "余款"),
    # 6月20或者21过数: of that month as well.
    (
        re.compile(
            r"(?<![\d/])(1[0-2]|[1-9])月(\d{1,2})[号日]? ?(或者?|定系?|or|/) ?(3[01]|[12]\d|[1-9])(?=过数|入数|转|[还付俾畀给]|就|先|[,，。]|$)(?![\d,.]*\d)"
        ),
        r"\1月\2号\3\4号",
    ),
    (re.compile(r"(?<![a-z])total ?(?=[\d一二三四五六七八九十]{1,3} ?[次期回笔])"), "一共"),
    # 1) 12/10 2000 2) 12/20 3000: the number of the line.
    (re.compile(r"(?:(?<=[,，。;: ])|^)[(（]?[1-9](?:[)）]|[、.](?!\d)) ?(?=\d{1,2}[/月])"), ";"),
    # 十二月初五号: the fifth, at the beginning of the month.
    (
        re.compile(
            r"(?:(?<=[\d一二三四五六七八九十个]月)[初中]旬?|(?<![\d一二三四五六七八九十个])月初)(?=(?:\d{1,2}|[一二三四五六七八九十]{1,2})号)"
        ),
        "",
    ),
    (_PUT_OFF, _put_off),
    # 头一个月两千: the first of the months, and not every one.
    (re.compile(r"(?<=头)一个月(?=[^,，。]{0,4}[\d一二两三四五六七八九])"), "个月"),
    *LISTED,
    (re.compile(r"开使|开史"), "开始"),
    (re.compile(r"星(?:其|旗|奇|气|七|起)(?=[一二三四五六日天末\d])"), "星期"),
    (re.compile(r"礼(?:败|百|摆)(?=[一二三四五六日天])"), "礼拜"),
    (re.compile(r"(?<=[\u3400-\u9fff])(?:还|环|付|缴|结)(?:请|情|轻)(?=$|[,，。 !！了啦的])"), "还清"),
    (re.compile(r"(?<=[要会能先再就都定号日天后前底末你我])环(?=[\d一二两三四五六七八九你您清款])"), "还"),
    (re.compile(r"时侯"), "时候"),
    # 2.14情人节前: the feast only says once more which day that is.
    (
        re.compile(
            r"(?<=[\d号日])(?<!\d{3})(?P<feast>(?:西洋)?情人节|元旦|圣诞节?|平安夜|端午节?|中秋节?|清明节?|国庆节?|五一|劳动节|妇女节|母亲节|父亲节|元宵节?|冬至|除夕|春节|儿童节|重阳节?|双十节?|万圣节|感恩节|七夕)"
            r"(?=(?:连假|假期)?(?:之|以)?前|[那当嗰][天日]|还|给|付|转|汇|缴|[,，。 ])"
        ),
        "",
    ),
    (
        re.compile(
            r"(?<![等时后再让])我(?:跟|同|和)你们?(?:说|讲)(?:[啊哈哦喔噢呀哎嘛啦齁吼厚嗄蛤]|[,，:])+"
        ),
        "",
    ),
    # 我跟你说礼拜五结算: only leads in, where it begins what is said.
    (
        re.compile(
            r"(?:^|(?<=[,，。;；!！?？ 欸诶唉喂哎嘿好啦]))(?:我|那我)?(?:跟|同|和)(?:你们?|您)(?:说|讲)(?:真的|实话|一下|清楚|明白)?(?![过了的咗好到出话明]|一声|不|冇|没|几|什|甚)"
        ),
        "",
    ),
    # 休息日找我，就周日休: which day is the day off.
    (
        re.compile(
            r"^(?P<before>.*?)(?:休息日|休息(?:的)?那[一]?天|放假那天|休假日)(?P<between>.*?)[,，。 ]+(?:我|就|只|净系|都|是|一般|通常|平时|每)*(?P<day>(?:周|星期|礼拜)[一二三四五六日天]+)(?:休息?|放假|休假)(?=$|[,，。 ])"
        ),
        r"\g<before>\g<day>\g<between>",
    ),
    # 另外三期每两周一期: the rest, in three.
    (
        re.compile(
            r"(?:另外|其余|其[他它]|余下|剩下)的?(?=[两二三四五六七八九2-9][期次笔],?(?:每|分别|平均))"
        ),
        "剩下分",
    ),
    # 数目要迟啲先覆到你: how much, one does not know yet.
    (
        re.compile(
            r"(?:只是|但|不过)?(?:还|仲|都)?(?:不|唔)(?:知道?|确定|清楚|晓得)(?:是|有|能|可以)?(?:多少钱?|几多钱?)|(?:数目|金额|数额|银码|几多钱?|多少钱?)(?:就|要|得|都|我|还|仲|会)*(?:迟[啲点些]|晚[点些]|再[讲说看睇覆回通确商]|未[知定]|等[我下一确]|到时|[说讲][不唔](?:准|好|定|清)|唔(?:知|定|一定)|没[准定]|不(?:一定|确定|好说)|看情况)(?:先|再|才)?[^,，。]{0,6}"
        ),
        "数目未定",
    ),
    # 10号20号28号 三日我都会入钱: how many days they are.
    (
        re.compile(
            r"(?:(?<=[号日底尾])|(?<=\d/\d)|(?<=\d/\d\d)|(?<=[周期拜][一二三四五六日天]))[ ,，]*(?:呢|这|嗰|那|一共|总共|共)?[两二三四五六七八]个?(?:[天日]|(?:周|星期|礼拜)[一二三四五六日天]?|月份?)[,， ]*(?=我?(?:都|各|分别|每))"
        ),
        "",
    ),
    # 三月六号跟三月二十号这两天我会去缴: how many days they are.
    (
        re.compile(
            rf"(?<=[号日底])(?P<more>[、,和跟与及同]+(?:{MONTH}月)?(?:{NUMBERED_DAY}|月?底))[ ,，]*(?:这|那|呢|嗰)[两二三四五六几][天日](?![后内之以])"
        ),
        r"\g<more>",
    ),
    # 四次啦一次四千一: in so many, and how much each of them is.
    (
        re.compile(
            r"(?:^|(?<=[,，。 ]))(?:就|总共|一共|共|我|要)*([两二三四五六七八九十]|\d{1,2})[次期笔回][啦喔吧啊呀喇嘛]*[,，。 ]*一[次期笔回](?=[$¥]?(?:\d{2,}|[一二两三四五六七八九]{1,2}[千百万]))"
        ),
        r"分\1次,每次",
    ),
    # 两个月内还清,每个月7500: in so many months.
    (
        re.compile(
            r"(?:在|我)?(?<!\d)([两二三四五六七八九十]|\d{1,2})个月(?:之?内|以内)?(?:会|就|把它)?(?:全部)?(?:还|付|缴|结|俾|畀)(?:清|完|晒)[,， ]*(?=(?:每|一)个?月(?:还|付|缴|转|俾|畀)?\D{0,2}\d)"
        ),
        r"分\1个月,",
    ),
    # plan:2000 x 6: what follows is no number of anything.
    (re.compile(r"(?:(?<![a-z])plan|方案|计划|安排)[:：] ?(?=\d)"), "计划,"),
    # 第一期4月: from which month on.
    (
        re.compile(
            rf"(?:第一|首|头一?)[期次笔](?:是|在|从|由|喺|系|为|就|:)*({MONTH}月份?)(?=[,，。;； ]|$|(?:开始|起))(?:开始|起)?"
        ),
        r"\1开始",
    ),
    # 一月底跟二月底一半一半: half of it each.
    (
        re.compile(
            r"(?<=[\u3400-\u9fff\d])[,， ]*(?:(?:各付|各还|就|都)?一半一半|一人一半|对半分?)(?=[,，。 ]|$|[给还付就])"
        ),
        "各一半",
    ),
    (re.compile(r"参(?=[仟佰拾万千百])"), "叁"),
    # 后面两个月的20号各还一千: on that day of each.
    (
        re.compile(
            rf"(?:后面|接下来|之后|以后|往后|随后|其后|接着|跟住)的?(?P<count>[两二三四五六七八九十仨俩]|\d{{1,2}})个?月的?(?P<day>{NUMBERED_DAY}|月?底)(?:各自?|都|分别|每次)"
        ),
        r"之后\g<count>个月每月\g<day>",
    ),
    # 每半个月还1600,1号和16号: these two days of each month.
    (
        re.compile(
            rf"每半个?月(?:还|付|转|给|打|交)?(?:一?次)?(?P<pays>[还付转给打交]?[^,，。还付转给打交]{{0,10}})(?:(?<!\d)|(?=[,，]))[,，]? ?(?P<days>{NUMBERED_DAY}[和跟与及、]{NUMBERED_DAY})"
        ),
        r"每个月\g<days>各\g<pays>",
    ),
    (re.compile(r"(?<=[号日天])发钱(?=我|[,，。 了就])"), "发工资"),
    (
        re.compile(rf"(?<=工资|薪水|人工|月薪)(?:一般|通常|都)?[是系](?=(?:每个?月的?)?{NUMBERED_DAY})"),
        "",
    ),
    # 工资二十八号发发了我就转; 拿不出来礼拜六给你五百: what a pause parts when it is spoken.
    (re.compile(r"(?<=[号日天底])([发出到结领])(?=\1(?:了|到|完|咗))"), r"\1,"),
    (
        re.compile(
            r"(?:[拿还付给凑筹掏][^,，。]{0,2}不(?:出来?|起|上|了|够)|没(?:有)?(?:那么多|这么多|啥|什么)?钱|手头紧)(?:[啊呀呢嘛]|(?:那|这)么多)?(?=(?:要不|不如|要么)|(?:我|就|只能|先)*(?:[这下]?个?(?:周|星期|礼拜)[一二三四五六日天]|[明后]天|\d{1,2}[号月]|[一二三]?十?[一二三四五六七八九十][号月]|月底|发工资)[^,，。]{0,6}(?:[给还转付打]|\d|[一二两三四五六七八九][百千万]))"
        ),
        r"\g<0>,",
    ),
    (re.compile(r"别的(?=时[候间])|其它(?=时[候间])|其他(?=时候)"), "其他"),
    (re.compile(r"其他时候"), "其他时间"),
    # 早3到9别打, 9后可: an hour by its figure alone.
    (
        re.compile(r"(?<=[早晚午])(\d{1,2})(?:到|至|-)(\d{1,2})(?![\d点时:.月号日天块元万千百个次期])"),
        r"\1点到\2点",
    ),
    (
        re.compile(r"(?:(?<=^)|(?<=[,，。; ]))(\d{1,2})(?=[之以]?[前后](?:都?可|随便|打|再|别|不|勿|来))"),
        r"\1点",
    ),
    (re.compile(r"(?<=[发领出])(?:工次|公资|工姿|供资|工滋)"), "工资"),
    # Taiwan writes what it says: 麥吵 is 別吵, 按呢 is 這樣.
    (re.compile(r"[麦卖](?=(?:再|搁)?(?:吵|打|找|来|烦|叫|敲|传|密|赖))"), "别"),
    (re.compile(r"按呢|安捏|安呢"), "这样"),
)


# 每月 15 号, 分 8 次: a space between a figure and what it counts or numbers.
_BESIDE_FIGURES = re.compile(
    r"(?<=\d) +(?=(?:[号点期次回笔个元块蚊万千百天年%]|月(?![底末初尾中])|[日周](?![一二三四五六日天末前子常])))|(?<=[第分每隔共连逢到至从自在于由还付转汇缴俾畀是]) +(?=\d)|(?<=每月) +(?=\d)"
)
# 10/15 付 24000，之后每月 15 号: who sets every figure apart and writes commas means nothing by the spaces.
_APART = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[$a-z\d])|(?<=[$a-z\d%]) +(?=[\u3400-\u9fff])")


def _without_spaces(text: str) -> str:
    text = _BESIDE_FIGURES.sub("", text)
    spaced = len(_APART.findall(text)) >= _SPACED and _COMMA.search(text) is not None
    return (
        _APART.sub("", text) if spaced and not re.search(r"[\u3400-\u9fff] +[\u3400-\u9fff]", text) else text
    )


_COMMA = re.compile(r",(?!\d{3}(?!\d))|[。;]")
# So many spaces beside figures are a way of writing.
_SPACED = 2


# 1、12月10日还2000 2、12月20日还3000: the numbers of a list.
_FIRST, _NEXT = (
    re.compile(r"^\W*[(（]?(?:1[)）.、]|一(?:[)）]|、(?![一二三四五六七八九十\d]{1,3}[号、])))"),
    re.compile(r"(?<=[,，。;；\s元块])[(（]?(?:[2-9](?:[)）]|[.、](?!\d\D))|[二三四五六](?:[)）]|、))"),
)


def _unnumbered(text: str) -> str:
    first = _FIRST.match(text)
    if first is None or not _NEXT.search(text, first.end()):
        return text
    return _NEXT.sub(";", text[first.end() :])


def spelt(text: str) -> str:
    """Folded `text` in the words that the grammars know. Its length may change."""
    text = parted(_without_spaces(_unnumbered(common(in_common(text)))))
    return _WORDS.replaced(text)


_WORDS = Sieve(_RULES)
