"""The hours of the day that Chinese names (folded text): 晚上八点以后, 朝九晚六, 两点到四点, 中午, 随时.

The rules stand in order of trust: what stretches between two times, what begins or ends at one, a time, a part of the
day. A half of the day holds for the times behind it until another is said: 晚上有空,8点到10点.
"""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from reading.text import MASK
from reading.windows import clock_meant_zh as meant
from reading.windows.clock_beside_zh import beside_others, said_again
from reading.windows.clock_meant_zh import HALVES, OFF, PARTS, Means
from reading.windows.hours import DAY_END
from reading.windows.marks import Kind, Mark, Shape, Stretch
from reading.words.zh import small_number

_NAMES = sorted(HALVES, key=len, reverse=True)
# 七点放工 八点瞓: what ends at an hour is no half of the day for the next.
_HALF = f"(?:{'|'.join(rf'(?<![点半钟\d]){name}' if name in OFF else rf'(?<![太咁]){name}' if len(name) == 1 else name for name in _NAMES)})"
_BUT = r"(?<![\d./第百千万十$¥])(?<!\d:)"
_HOUR = (
    r"(?:2[0-4]|1\d|0?\d|二十[一二三四]?|廿[一二三四]?|十[一二三四五六七八九]?|[零〇一二两三四五六七八九])"
)
_MINUTE = r"(?:[0-5]\d|[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])"
_POINT = rf"(?:(?<=\d):(?P<c0>[0-5]\d)(?!\d)|(?:点钟?|时(?![间候段分常刻不])|[ ]?o'?clock)(?:(?P<b0>半)|(?P<q0>[一三])刻钟?|(?P<m0>{_MINUTE})分?)?(?:正|整|左右|多|钟)?)"
_TIME = rf"(?:(?P<p0>{_HALF})(?:的|嘅| |大概|大约|差不多)*)?{_BUT}(?P<h0>{_HOUR}){_POINT}"
# One of the two may leave its 点 out: 9到12点, 朝九晚六.
_SHORT = rf"(?:(?P<p0>{_HALF})(?:的|嘅| )*)?{_BUT}(?P<h0>{_HOUR})(?:{_POINT})?"
_UNCOUNTED = r"(?![\d月号日天个块元蚊万千百次期周年岁%楼张条通/.])"
_NEXT = r"(?:第二[天日]|隔[天日]|转[天日]|次日|翌日|[明听后][天日]?(?=早|朝|上|凌|清|中午)|后半夜)?(?:的|嘅)?"
_TO = rf" ?(?:一?直?(?:到|至)|-|~|—)+(?: |大概|大约|差不多)?{_NEXT}"
# 小夜 16-24, 16-24上班: hours of a shift, without the word for them.
_BARE = rf"(?P<p1>(?!))?{_BUT}(?<!-)(?P<h1>{_HOUR})(?:-|~|—)(?P<h2>{_HOUR})(?![\d:点/号月.块元-])"
# 八点半孩子睡了再打: from then on.
_DOZE = r"哄(?:孩子|娃|宝宝|细路|bb)?[睡瞓](?:着|了|咗|觉)*(?:以后|之后|后)?(?:才|先|再|就|至)|等?(?:我家?)?(?:孩子|小孩|娃娃?|宝宝|bb|细路仔?|小朋友|儿子|女儿|老人|孙子?女?|爸妈|家人)们?[都才会就]*[睡瞓][着了咗觉]*(?:以后|之后|后)?(?:再|才|先|至|可以|能)|(?:[接送做吃食开上搞办忙看洗喂弄]完[\u3400-\u9fff]{0,3}?|我?(?:就|才|先|要|准时)?(?:从|由|喺|在)?[\u3400-\u9fff]{0,4}?(?:起来|起床|起身|睡醒|瞓醒|醒来|醒咗|下[早晚夜大小中]*[班课工]|放工|放学|收工|收[摊档铺]|落堂|返到屋企|回?到家|回来|回到家))[了啦]?(?:以后|之后|后)?(?:你们?|您|你哋)?(?:就|再|才|先|至|都)*(?:可以|能|打|call|搵|有空|得闲|方便|接|行|得|ok)"
# 8点睡到4点: what is done meanwhile is no part of the hours; nothing that asks for anything may stand between.
_MEANWHILE = r"(?:(?![\d点到至打找联前后再别勿莫]|[先才](?![睡瞓]))[\u3400-\u9fff]){1,7}?"
# 两点交更后先好打: what is over by then.
_DOZE = rf"(?:{_DOZE}|(?!以后|之后|过后)(?:(?![,，。打找半点刻分])[\u3400-\u9fff]){{1,6}}?(?:之后|以后|过后|后)(?:先|才|再|至|就|都)*(?:可以|能|好|打|有空|得闲|方便|接|行|得|ok|搵|揾|找|联))"
# 九点开始可以打, and not 九点开始考.
_FROM_THEN = r"开始(?=$|[,，。.!！;；~ 、的嘅就才先都可能得打找联搵揾别不勿唔莫冇没算请随休空闲到至后]|有空|方便|我(?:就|都|才|先|有空|可|能|得)|接(?:电|听|得|$|[,，。 ])|call|ok)(?!打(?:工|卡|包|牌|零|扫))"
_FROM = rf"(?:(?:下班|放工|收工|下课|放学|收摊|落堂|关门|起床|睡醒|收[车档铺店线市更]|交[班更]|落[更机车]|下[机岗]|散[会场]|打烊|食饭|吃饭)?(?:以后|之后|过后|往后|后(?![天日])|打后)|{_FROM_THEN}|起(?![来床身])|过了?(?=(?:再|才|先|就|都|可以|能)*(?:打|可以|call|找|搵|揾|联|行|得|方便|ok|有空|得闲)))"
_BEFORE = r"(?:(?:上班|上课|上工|开工|开店|开门|出门|出车|出海|出摊|返工|返学|交班|接班|进厂|睡觉|瞓觉|午睡|吃饭|食饭|开会)?(?:以前|之前|往前|前(?![天日])))"
# 午休十二点半,二十分钟; 三点开会,要一个半小时: how long it lasts from then on.
_REST = r"(?:(?<!下)午休|吃饭|食饭|午饭|放饭|开饭|休息|食晏|落场|小休|课间|茶歇|下午茶|饭钟|lunch|break|工间操|歇(?:息|脚|会儿?)?|中场|空档|空堂)"
_BEGINS = rf"(?:左右|钟|就|会|都|我|有|要|去)*(?:开始|起)?(?:的|嘅)?(?:{_REST}|开会|上课|返堂|透析|洗肾|打针|例会|值班|训练|体检|复健|做礼拜|有课|有堂|有会)?(?:时间|钟)?"
_FOR = r"[,，、 ]*(?:有|只有|就|得|只|大概|大约|左右|约|共|总共|一共|一般|通常|持续|要|为时|歇|休息?|唞|开|上|做|洗|个|俾我|给我|我有|我们有|那时有|先|净系|净|才|放|休足|的|嘅){0,5}"
_LONG = r"(?:(?P<long>半|十?[一二两]|[三四五六七八九十]|1[0-2]|(?<!\d)[1-9])个?(?P<more>半)?(?:小时|钟头)|(?P<less>[1-9]\d|[二三四五]?十五?)分钟|(?P<quarters>[一三])刻钟?|(?P<half>半)个?(?:钟|点)(?!头))(?:左右|的?时间|嘅时间|钟)*(?![之以]?[前后内]|再|才|先|一[班次趟轮]|够|就[够好行]|说完|讲完|的?车|路|到|钟头)"
_FROM_THE = r"(?:是|从|由|喺|在|系|就|即系|就是|大概|每天|每日)*"
_APPROX = r"(?:钟|左右|多|过)*"


def _named(piece: str, which: int) -> str:
    """The pattern of a time, its groups numbered."""
    return re.sub(r"\(\?P<([a-z])0>", rf"(?P<\g<1>{which}>", piece)


_ONE, _TWO = _named(_TIME, 1), _named(_TIME, 2)


# No hours: 早一点, 有一点.
_A_LITTLE = re.compile(
    r"(?<=[有早晚迟快多少好慢声差凑大小付还稳高低长短远近松紧准清静空闲累弱强认真白利便宜亮热冷暖凉安])(?:了|咗)?一点点?(?!半|钟|\d|前|后|之|以|到|至)|一点点|一点(?=都不|也不|都没|也没)"
)
_RULES: tuple[tuple[re.Pattern[str], Means], ...] = (
    (re.compile(rf"{_ONE}{_TO}(?P<till>[二三四五]十[一二三四五六七八九]?|[345]\d|2[5-9])分?(?![一二三四五六七八九\d点时:号日天个块元岁人次万千百度]|分钟)"), meant.to_minute),
    (re.compile(rf"{_named(_SHORT, 1)}{_TO}{_TWO}"), meant.span),
    (re.compile(rf"{_ONE}{_TO}{_named(_SHORT, 2)}{_UNCOUNTED}"), meant.span),
    (re.compile(rf"{_ONE}{_TO}(?P<far>中午|正午|晚上|夜里|夜晚|半夜|深夜|天黑|傍晚)(?![\d一二两三四五六七八九十零])"), meant.far),
    (re.compile(rf"(?P<part>{'|'.join(PARTS)})一?直?(?:到|至)(?:大概|大约|差不多)?{_NEXT}{_ONE}"), meant.from_part),
    (re.compile(rf"{_ONE}(?P<does>{_MEANWHILE})(?:到|至)(?:大概|大约|差不多)?{_NEXT}{_TWO}"), meant.span),
    (re.compile(rf"{_ONE}(?:到|至)(?:(?![点到至打找联别])[\u3400-\u9fff]){{1,6}}?的{_TWO}(?=之?间|左右|,|，| |$)"), meant.span),
    (re.compile(rf"{_ONE}(?P<does>(?:放饭|开饭|吃饭|食饭|午休|休息|食晏|有空|得闲|落场)),? ?{_TWO}(?=就?(?:要|得|又|便)?(?:回去|返去|返工|返到|开工|上工|上班|继续|归队|落去))"), meant.span),
    (re.compile(rf"{_ONE}(?P<does>{_BEGINS}){_FOR}{_LONG}"), meant.so_long),
    (re.compile(rf"{_REST}[,， 有得]*{_LONG}[,，: ]*(?P<does>{_FROM_THE}){_ONE}(?:开始|起|放|落场|左右)*(?![点半到至~前后之以-])"), meant.so_long),
    (re.compile(rf"(?P<p1>早|朝|晚|夜)(?P<h1>{_HOUR})点?(?:{_TO})?(?:  ?)?(?P<p2>晚|夜|早|朝)(?P<h2>{_HOUR})(?:点(?!半|\d))?{_UNCOUNTED}"), meant.span),
    (re.compile(rf"(?P<p1>{_HALF})?{_BUT}(?P<h1>[一二两三四五六七八])(?P<h2>[二三四五六七八九])点(?P<p2>钟)?"), meant.one_or_the_next),
    (re.compile(rf"(?:(?<=[班夜更])|(?<=[班夜更] )){_BARE}"), meant.span),
    (re.compile(rf"(?P<p1>(?!))?{_BUT}(?<!-)(?P<h1>{_HOUR})(?:-|~|到|至)(?P<h2>{_HOUR})(?= ?(?:之间|这段|我|先|就|也|都|通常|请|你)*(?:别|不要|不行|不方便|勿|莫|唔好|唔得|冇空|没空|有空|得闲|可以|ok|方便|接不|打(?!\d)|call|找我|很忙|先)|(?![天日次个号月年岁期元块人])[\u3400-\u9fff]{{1,6}}?(?:别打|唔好打|唔好call|不要打|唔得闲|没空|冇空|不方便|接不))"), meant.span),
    (re.compile(rf"{_BARE}(?= ?(?:上班|返工|上课|值班|睡|瞓|休息|营业|开工|做嘢|都在))"), meant.span),
    (re.compile(rf"{_ONE}{_APPROX}{_FROM}"), meant.after),
    (re.compile(rf"{_ONE}{_APPROX}(?={_DOZE})"), meant.after),
    (re.compile(rf"{_ONE}{_APPROX}(?=我?(?:先|才|至)(?:会|再)?(?:可以|能|有空|得闲|方便|有时间|接得|听得|搵到|搵得|揾到|有得|得(?=[倾接讲听]))(?!吃|食|睡|瞓|走|下|收|休|回|返|起))"), meant.after),
    (re.compile(rf"(?:一?直?到|至|直至)(?:大概|大约|差不多)?{_NEXT}{_ONE}{_APPROX}(?=(?:先|才|再|至)(?:好|可以|能|有空|得闲|方便|会|来|嚟|俾我|给我)*(?:打|call|找|搵|揾|联|接|听|讲|有空|得闲))"), meant.from_then),
    (re.compile(rf"(?:不要|别|唔好|勿|莫)(?:再)?(?:打|call|找|来|搵|揾)?(?:得|我)?(?:早于|早过){_ONE}"), meant.after),
    (re.compile(rf"(?:(?<![不经早])过了?|过咗|等到|超过|晚于|迟过|晚过|迟于|最早(?:都?要|也要|系|是)?|从|由|打从){_ONE}"), meant.after),
    (re.compile(rf"(?:最晚|最迟)(?:都?要|只?能|是|系|到|可以|打到)*{_ONE}"), meant.latest),
    (re.compile(rf"(?:早于|早过|不到|未到|没到){_ONE}"), meant.before),
    (re.compile(rf"{_ONE}{_APPROX}[都还]?(?:不到|没到|未到)(?!家|[了的])"), meant.before),
    (re.compile(rf"{_ONE}{_APPROX}{_BEFORE}"), meant.before),
    (re.compile(rf"(?:一?直?到|至|直至)(?:大概|大约|差不多)?{_NEXT}{_ONE}"), meant.until),
    (re.compile(rf"{_ONE}(?!班|档)"), meant.at),
    (re.compile(r"(?:中午|正午|晏昼)(?:以前|之前|前)|(?:到|至)(?:中午|正午|晏昼)"), meant.part(0, 12, Shape.TO)),
    (re.compile(r"(?:中午|正午|晏昼)(?:以后|之后|过后|后)"), meant.part(12, 24, Shape.FROM)),
    (re.compile(r"凌晨|下半夜|天亮(?:以|之)?前|天[没未]亮"), meant.part(0, 6)),
    (re.compile(r"一大早|大清早|清早|清晨|大早上|透早|一早(?!说|讲|就[跟给])"), meant.part(6, 9)),
    (re.compile(r"(?:早上|上午|早晨|朝头早|晨早|朝早|上昼|早间|上半天|(?<=[明听])早(?=[别不勿唔莫可打再我先才得行都,，。 ]|$))(?!好(?:$|[,，。!！ ]))(?:时段|时间)?"), meant.part(9, 12)),
    (re.compile(r"(?:中午|晏昼|正午)(?:的)?(?:吃|食)饭(?:时间|的?时候|嗰阵|嘅时候|钟)?"), meant.part(12, 14)),
    (re.compile(r"晚上(?:的)?(?:吃|食)饭(?:时间|的?时候|钟)?"), meant.part(18, 20)),
    (re.compile(r"饭点|饭口|(?:吃|食)饭(?:时间|的?时候|嗰阵|嘅时候|钟)|食饭时"), meant.part(12, 13)),
    (re.compile(r"中午|正午|午休(?:时间|时)?|午饭(?:时间)?|午间|中昼|食晏(?:时间|嗰阵)?|晏昼食饭"), meant.part(12, 14)),
    (re.compile(r"晚[饭餐](?:时间|时段|的?时候|嗰阵|钟)|食晚饭(?:时|嗰阵)"), meant.part(18, 20)),
    (re.compile(r"(?<![做卖开跑])午市(?:时间|时段|嗰阵)?(?!价|场|套)"), meant.part(12, 14)),
    (re.compile(r"(?<![做卖开跑])晚市(?:时间|时段|嗰阵)?(?!价|场|套)"), meant.part(18, 21)),
    (re.compile(r"下午(?!觉)|下昼|晏昼|午后|下半昼|下半天"), meant.part(12, 18)),
    (re.compile(r"(?<=[今明听])晚(?:上|黑|头)?"), lambda match, half, busy: Stretch(Shape.PART, ((1080, 1260),), ((1080, DAY_END),))),
    (re.compile(r"天黑(?:以后|之后|后)?|晚上|夜晚|夜里|晚间|晚黑|傍晚|黄昏|晚头|夜头|(?<=[后每])晚|(?<![太咁么])晚(?=都?得|上?打)|(?<=[周期拜][一二三四五六日天])晚(?![\d点班更饭餐到至])|(?:下班|落班|放工|收工|落更|放学)(?:以后|之后|过后|后|了再)"), meant.part(18, 21)),
    (re.compile(r"半夜|深夜|夜间|三更半夜"), meant.part(21, 24)),
    (re.compile(r"(?:上班|工作(?!日|室|人)|返工|办公|上课|营业|开工)(?:时间|时段|期间|的时候|时(?!间)|嘅时候|的时间|嗰阵|中)|白天|日头|日间|(?<![生平])日里"), meant.part(9, 17)),
    (re.compile(r"全[天日]|成日|整天|一?整[天日]|从早[上晨]?到[晚夜半](?:上|里|夜|黑)?|由朝到晚|朝到晚|从早忙到晚"), meant.part(0, 24, Shape.DAY)),
    (re.compile(r"随时|几时都|任何时[间候]都?|(?:什么|啥|几多?|哪个|边个)(?:时[间候]|钟|点钟?)(?:都|(?=[^,，。]{0,5}都))|二十四小时|24小时|(?<![一二两三四五六七八九十\d])一天到晚"), meant.part(0, 24, Shape.ANY)),
)  # fmt: skip

# 收摊之后到睡觉前有空 大概八点到十点: in the evening.
_AT_DUSK = HALVES["晚上"]
_BY_DUSK = re.compile(
    r"(?:睡(?:觉)?前|瞓(?:觉)?前|临睡|晚饭(?:以|之)?后|食完晚饭|吃完晚饭|(?:收摊|收档|放工|下班|收工|放学)(?:以|之)?后)[^\d点。一二三四五六七八九十两]{0,8}$"
)
_CLAUSE = re.compile(r"[。！？；!?;\n]")
_ASLEEP = re.compile(
    r"[睡瞓唞]|就[要得都会]?[去上]?(?:休息|歇|床)|休息了|歇[了下]|孩子|小孩|细路|宝宝|[^a-z]bb|太晚|太夜"
)
_CHILDREN = re.compile(r"(?:等|孩子|小孩|细路|宝宝|娃)[^,，。]{0,4}[睡瞓]")
_WORKS = re.compile(r"下班|放工|收工|上班|返工|开工|做工|到不了|回不|到家|回家|返到屋企|回到?家|[在店]忙")
# What goes on until then: 忙到三点.
_GOES_ON = re.compile(
    r"[送卖排考拖拉教带炒煮洗搬玩喝跳唱陪播业货诊摊值待忙顾坐站守弄搞跑留读练做睡瞓干工学上班课会要得都]$"
)
# What in the sentence makes a bare hour an early or a late one, by how it was said.
_EARLY = re.compile(
    r"(?:早班|早更|早市|早点摊?|早餐|早饭|天亮|天光|豆浆|豆腐|晨跑|晨练|送(?:孩子|小孩|娃|孙子?|细路)(?:去)?(?:上|返)学)"
)
# What is said last before it counts: 早班六点到两点,晚班两点到十点.
_LATE = re.compile(
    rf"^(?=.*(?:[中晚夜午]班|晚更|夜更|夜市|下午|晚上|午睡|傍晚))(?!.*(?:[中晚夜午]班|夜市|下午|晚上|午睡|傍晚).*(?:{_EARLY.pattern}))"
)
# 7:20到8:10送小孩,4点到5点接小孩.
_FETCHES = re.compile(r"[我要得去就都在会]{0,3}(?:接(?!电话|听|单|客)|放学)")
_ABOUT: dict[Means, re.Pattern[str]] = {meant.at: _CHILDREN, meant.after: _ASLEEP, meant.span: _EARLY}
# A half of the day that was named holds for the times behind it.
_SAID = re.compile(rf"(?P<half>{_HALF})")


def hours(text: str) -> tuple[list[Mark], str]:
    """The hours that folded `text` names, in its order, and the text with them masked."""
    found: list[Mark] = []
    text = _A_LITTLE.sub(lambda little: MASK * len(little[0]), text)
    whole = text
    for pattern, means in _RULES:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            said = None if groups.get("p1") or "h1" not in groups else _half_before(whole, match)
            before, behind = _sentence(whole, match.start(), match.end())
            half = HALVES[said["half"]] if said else _AT_DUSK if _BY_DUSK.search(before) else None
            about = _ABOUT.get(means, _WORKS)
            busy = bool(about.search(before + behind)) and not (
                about is _EARLY and (_LATE.match(before) or _FETCHES.match(behind))
            )
            value = means(match, half, busy)
            if value and said and said["half"] in OFF and len(value.wanted) > 1:
                value = means(match, None, busy)  # 下班就关了 八点半到五点半打
            if value is None:
                continue
            found.append(Mark(Kind.HOURS, match.start(), match.end(), value))
            if said and said["half"] not in OFF and _told_closer(whole, said, match.start()):
                text = text[: said.start()] + MASK * len(said[0]) + text[said.end() :]
            if means is meant.at and groups.get("p1") in OFF:
                found.append(Mark(Kind.ENDS, match.start(), match.start() + 1))
            if means is meant.until and _GOES_ON.search(before):
                found.append(Mark(Kind.BUSY, match.start() - 1, match.start()))
            text = _masked(text, match)
    found.sort(key=lambda mark: mark.start)
    found = [
        mark
        for mark, other in zip_longest(found, found[1:])
        if not (other and said_again(mark, other, whole))
    ]
    for place, mark in enumerate(found):
        found[place] = beside_others(mark, found, whole, _SAID)
    return found, text


def _masked(text: str, match: re.Match[str]) -> str:
    """`text` without the hours of `match`; what is done from the one to the other stays."""
    start, end = match.span()
    if match.groupdict().get("does"):
        first, last = match.span("does")
        return text[:start] + MASK * (first - start) + text[first:last] + MASK * (end - last) + text[end:]
    return text[:start] + MASK * (end - start) + text[end:]


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands around a place in its sentence, not far off."""
    before = _CLAUSE.split(text[max(0, start - 30) : start])[-1]
    return before, _CLAUSE.split(text[end : end + 30])[0]


# Nothing is refused between a part of the day and its hours.
_TOLD_CLOSER = re.compile(r"[^别不勿莫唔没冇忙但过]*")
_FIGURES = re.compile(rf"({_HOUR})点")
_SAYS_ANEW = re.compile(
    r"[^,，。]*|[,，]?[^,，。]{1,5}[,，]? ?[啊哎哦呃欸]?(?:不(?:对|是)?|算了|应该是)[,，]? ?"
)
_TONIGHT = re.compile(r"[今明听每]晚$")
_HOUR_OR_DAY = re.compile(r"[\d点]|[周拜期][一二三四五六日天末]|平日|工作日|每天")


_REFUSED_THEN = re.compile(r"(?:别|不要|不用|勿|莫|甭|唔好|唔使)[^,，。 ]{0,8}[,，。 ]")
_ASKED = re.compile(r"[ ,，]?(?:先|就|可以|再|才|都|请)*(?:打|call|找|搵|揾|联|ok|方便|有空|得闲|行|可以|得)")


def _told_closer(text: str, said: re.Match[str], start: int) -> bool:
    """Whether a part of the day only leads to the hours that start there."""
    clause = re.split(r"[,，。 ]", text[max(0, said.start() - 8) : said.start()])[-1]
    return bool(_TOLD_CLOSER.fullmatch(clause) and _TOLD_CLOSER.fullmatch(text, said.end(), start))


def _half_before(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """早上要送小孩,七点到八点半; 放工后9点半: the half of the day that was said before in the same sentence."""
    before = _sentence(text, match.start(), match.end())[0]
    begins = match.start() - len(before)
    said = next(iter([*_SAID.finditer(text, begins, match.start())][-1:]), None)
    if said is None or match.start() - said.end() > 14:
        return None
    if len(said["half"]) < 2 and not _TONIGHT.search(text, 0, said.end()):
        return None
    between = text[said.end() : match.start()]
    told = [small_number(hour) or 0 for hour in _FIGURES.findall(between)]
    hour = small_number(match["h1"]) or 0
    told.append(hour)
    if any(later < earlier % 12 for earlier, later in pairwise(told)):
        return None  # 早上六点到两点,三点至七点; 朝早6点返工 落场2点半至5点
    if match.groupdict().get("h2") and _REFUSED_THEN.search(between) and _ASKED.match(text, match.end()):
        return None  # 夜晚千祈唔好打,10点至2点打
    if "白天" in between or "日间" in between:
        return None  # 半夜还打来,白天10点到12点可以
    if _HOUR_OR_DAY.search(between) and not _SAYS_ANEW.fullmatch(between):
        return None
    half = HALVES[said["half"]]
    fits = any(half[0] <= at < half[1] for at in (hour, hour + 12)) and 0 < hour <= 12
    return said if fits else None
