"""Chinese as it is spoken in one place or typed by one generation, brought to common words (simplified forms).

Taiwan's phonetic letters (ㄅ要), the northern countryside (俺, 恁, 头晌), Hong Kong's 咪打, and the characters that
elders and voice typing take for others (换清).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reading.words import zh_hours

# One letter for the syllable that begins with it; ㄇ is 吗 at an end only, and a whole 明 elsewhere.
_LETTERS = {
    "ㄅ": "不", "ㄉ": "的", "ㄌ": "了", "ㄋ": "你", "ㄎ": "可", "ㄏ": "哈", "ㄛ": "喔", "ㄚ": "啊", "ㄟ": "欸", "ㄊ": "他", "ㄍ": "个",
    "ㄐ": "就", "ㄑ": "去", "ㄕ": "是", "ㄡ": "喔", "ㄞ": "唉", "ㄝ": "欸", "ㄜ": "呃", "ㄒ": "谢", "ㄗ": "在",
}  # fmt: skip
_LETTER = re.compile(f"(?<![\u3105-\u3129])[{''.join(_LETTERS)}](?![\u3105-\u3129])")

_CLOCK_BEHIND = r"(?=[ ]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:点|时|:))"

_SUM_BEFORE = re.compile(r"(?:\d{3}|[百千万])[^,，。;；]{0,24}$")


def _all_of_it(match: re.Match[str]) -> str:
    """通通给你: the whole, but for a sum that is told before, all of which that is."""
    return "都" if _SUM_BEFORE.search(match.string[max(0, match.start() - 40) : match.start()]) else "全部"


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"ㄅㄅ|掰掰"), " "),
    (re.compile(r"(?<=[\u3400-\u9fff])ㄇ(?=$|[ ?？!！,，。~])"), "吗"),
    (_LETTER, lambda match: _LETTERS[match[0]]),
    # 要睇下剩几多: a doubt, no question.
    (re.compile(r"(?<!给我)(?:[睇看])(?:下|吓|一下|睇|看)?(?![^,，。?？]{0,8}欠)[^,，。?？]{0,8}?(?:几多|多少钱?|几钱)(?=[,，。 ]|$|再)"), "看情况"),
    # The north and the countryside.
    (re.compile(r"俺们?|偶们?(?=[会能要下明今后给还可])"), "我"),
    (re.compile(r"恁(?:们|家)?(?!么|般|地|样|大|多)"), "你"),
    (re.compile(r"[头前]晌午?|头午|晌午头前|早起(?=\d|[一二三四五六七八九十]点)"), "上午"),
    (re.compile(r"[后下过]晌午?|过午"), "下午"),
    (re.compile(r"(?<![头前后下])晌午"), "中午"),
    (re.compile(rf"(?<![天漆抹摸])(?:擦黑|黑了|黑夜|黑价|后黑|黑家|黑间){_CLOCK_BEHIND}|夜黑(?=里|打|找)"), "晚上"),
    (re.compile(r"今儿个?"), "今天"),
    (re.compile(r"赶明儿|明儿个?"), "明天"),
    (re.compile(r"后儿个"), "后天"),
    (re.compile(r"[这那](?:工夫|功夫|空儿?|当口|档口|档子?|点儿)(?=打|找|联|发|别|不|我|来|$|[,，。 ])"), "这时间"),
    (re.compile(r"一块堆儿?|一堆儿|一块儿|一堆[子块]|一块(?=给|还|转|付|结|交|打过|缴|清)"), "一起"),
    (re.compile(r"末了(?:那)?|末尾(?:那)?(?=[次回笔期])"), "最后"),
    (re.compile(r"(?<=[点半时])往前(?!走|开)"), "以前"),
    (re.compile(r"(?<=[点半时])往后"), "以后"),
    (re.compile(r"(?<=[年月日号底末初])往后"), "以后"),
    # Hong Kong and Macau: 咪 is "do not".
    (re.compile(r"咪(?=再?(?:打|call|搵|揾|找|嘈|烦|吵|传|send|whatsapp|wts|text|发|扰|搞))"), "别"),
    (re.compile(r"亦同(?=$|[,，。;；])"), "也一样"),
    (re.compile(r"大下(?=个?(?:月|周|星期|礼拜))"), "下下"),
    # Characters taken for others, and 8 for 吧.
    (re.compile(r"(?<=[了啦就好行样得呢])8(?=[ ,，。!！~]|$)"), "吧"),
    # Shanghai and the lower Yangtze.
    (re.compile(r"侬"), "你"),
    (re.compile(r"阿拉(?!伯|善|斯)"), "我们"),
    (re.compile(r"伊拉"), "他们"),
    (re.compile(r"今朝(?=[^,，。]{0,8}(?:[还付转打汇给]|是|第|先|就|夜|[上下]|[,，。 ]|$))"), "今天"),
    (re.compile(r"[明后]朝(?!代|皇)"), lambda match: match[0][0] + "天"),
    (re.compile(r"辰光"), "时间"),
    (re.compile(r"(?<![过之])后头(?!人|[一两二三首])"), "后面"),
    (re.compile(r"(?<=[第一二三四五六七八九十两仨几\d首头上下这那最后每末])趟(?!车)"), "次"),
    (re.compile(r"上次讲好"), "上次说好"),
    # The southwest.
    (re.compile(r"一哈(?:子|儿)?"), "一下"),
    (re.compile(r"莫得"), "没有"),
    (re.compile(r"得行(?!为|动)"), "可以"),
    (re.compile(r"(?<=[剩余])(?:到|倒|起)(?:嘞|勒|哩|咧|的|那)"), "下的"),
    # The north.
    (re.compile(r"(?<!没有)指定(?=[给能会要还行可就把我]|[明后今下][天个周])"), "一定"),
    (re.compile(r"整(?:上|个)?(?=[一二两三四五六七八九\d][\d百千万])"), "给"),
    # All of it, and what is left: 一把整完, 通通还你, 一股脑还了, 还利索, 把账平了, 剩那半.
    (re.compile(r"(?:拢共|统共|共总|满共|通共|一满)(?=欠|该|差|[都全]|[还给付])|(?:通通|统统|统总|一概|尽数|全数|一股脑儿?|一包在内|一五一十)(?:地|的)?(?:都|全)?(?=[还给付结缴交清打转汇俾畀])"), _all_of_it),
    (re.compile(r"(?<=[一]把)(?:整|弄|搞|干|办)(?=[完清齐])|(?:(?<=[还给])[整弄]?|[整弄付])(?:齐整|利索|利落|立整|囫囵|干净|妥妥|彻底)(?=[了的喽咯啦,，。 ]|$)|(?<=[把将])(?:账|帐|数)平(?=[了掉咯喽])"), "还清"),
    (re.compile(r"全(?:都|部)?(?:给|撂)(?:你们?|您|恁)(?:撂|搁|放|摆|甩|拍)(?:这儿?|那儿?|桌上|下)?"), "全部还你"),
    (re.compile(r"[剩余](?:的)?(?:那|另)一?半"), "剩下的"),
    (re.compile(r"(?<=[还付给清])(?:喽|咯|囖|噜|啰)"), "了"),
    (re.compile(rf"(?:天明|清早起|天亮|天刚亮){_CLOCK_BEHIND}"), "早上"),
    (re.compile(r"(?:差|少|缺)(?:一|半)?(?:分|毛|块|个子儿)(?:钱)?[,， ]?(?:你|您)?(?:就|再|尽管|随时)*(?:来)?找我(?:算账|说话)?"), "一定"),
    (re.compile(r"换(?=[清完钱款](?!算))|(?<=[要会能去来我先就再全都])换(?=[\d一二两三四五六七八九][\d百千万])"), "还"),
    (re.compile(r"(?<=[\d百千万十])[园圆员](?!丁|工|区|林|桌|形)"), "元"),
    (re.compile(r"(?<=[你我他])门(?!口|外|前|窗|卡|店|诊|票|牌|锁|禁)"), "们"),
    (re.compile(r"一系(.{1,30}?)一系"), r"要么\1要么"),
    (re.compile(r"般(?=到|去|家|走|了家|过|来)"), "搬"),
)  # fmt: skip


def common(text: str) -> str:
    """Folded `text` in common words. Its length may change."""
    for pattern, word in _RULES:
        text = pattern.sub(word, text)
    return zh_hours.common(text)
