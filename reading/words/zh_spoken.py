"""Taiwanese, Shanghainese and other speech of one place as people write it, brought to common words (simplified forms).

賰的後個月攏總予你 is 剩的下个月全部给你; 多下来额年底还侬一眼 is 剩下的年底还你一点. What is an everyday word elsewhere is taken
for dialect only where another word of it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_SUM = r"(?:[¥$]?\d{2,}|[一二两三四五六七八九]{1,2}[百千万])"
_PAYS = r"[还付给转打汇缴交存入过俾畀寄清结找]"

# What only who speaks it writes, and what else is brought to common words then.
_PLACES: tuple[tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]], ...] = (
    # Taiwanese: 明仔載, 賰的, 攏總, 予恁, 閣一千.
    (
        re.compile(r"[䞐賰赸賸拢攏袂恁阮佇伫毋叨]|[今明昨]仔|予(?=你|您|我|恁)|阁(?=[还一二两三四五六七八九\d])|[后下]个月日|逐(?:个|工|月|礼)|偌(?:济|多)|这马|头家|歹势|拍谢|落后日|按(?:呢|怎)|欲(?=[还缴寄付予])|会使|下晡|后(?:个月|礼拜)|好无|一寡"),
        (
            (re.compile(r"[䞐賰赸賸](?:落来|落|下来|下)?"), "剩"),
            (re.compile(r"拢[总共]"), "全部"),
            (re.compile(r"拢"), "都"),
            (re.compile(r"阁(?=再)"), ""),
            (re.compile(rf"阁(?={_PAYS}|{_SUM})"), "再"),
            (re.compile(r"予(?=恁|你|您|我)|(?<=[还清缴交寄提付])予"), "给"),
            (re.compile(r"恁(?:兜|遮|公司)?"), "你"),
            (re.compile(r"明仔[早透]起?|明仔透早"), "明天早上"),
            (re.compile(r"明仔(?:暗时?|下昏)|明暗"), "明晚"),
            (re.compile(r"明仔下晡"), "明天下午"),
            (re.compile(r"明仔(?:载|再|在|日)?"), "明天"),
            (re.compile(r"今仔(?:暗时?|下昏)|今暗|下昏(?:暗)?|盈暗"), "今晚"),
            (re.compile(r"今仔日?"), "今天"),
            (re.compile(r"昨昏|昨仔日?|咋昏"), "昨天"),
            (re.compile(r"落后日"), "大后天"),
            (re.compile(r"(?<![之以最然今年天日周月完])后(?=个月|礼拜)"), "下"),
            (re.compile(r"后月日"), "下个月"),
            (re.compile(r"(?<=个)月日"), "月"),
            (re.compile(r"逐(?:个)?月日?"), "每个月"),
            (re.compile(r"逐(?:工|日)"), "每天"),
            (re.compile(r"逐(?:个)?(?=礼拜|拜)"), "每个"),
            (re.compile(r"(?<=[一两三四五六七八九十几\d])工(?=后|内|[,，。 ]|还|才)"), "天"),
            (re.compile(r"阮(?=某|翁|囝|厝|头家|老爸|老母|[明后这下会欲拢先])"), "我"),
            (re.compile(r"欲(?=[还缴寄付转汇提拿去给])"), "要"),
            (re.compile(r"袂(?:当|使)"), "不能"),
            (re.compile(r"袂赴"), "来不及"),
            (re.compile(r"袂(?!子)"), "不会"),
            (re.compile(r"毋(?=是|知|过|通|爱|敢|好|免)"), "不"),
            (re.compile(r"[佇伫]"), "在"),
            (re.compile(r"这马|这阵仔?"), "现在"),
            (re.compile(r"头家"), "老板"),
            (re.compile(r"偌(?:济|多)"), "多少"),
            (re.compile(r"一寡仔?|淡薄仔?|一屑仔|一点仔"), "一点"),
            (re.compile(r"仝款"), "一样"),
            (re.compile(r"会使"), "可以"),
            (re.compile(r"下晡"), "下午"),
            (re.compile(r"暗时|暗头仔?"), "晚上"),
            (re.compile(r"中昼"), "中午"),
            (re.compile(r"歹势|拍谢"), "不好意思"),
        ),
    ),
    # Shanghai and the lower Yangtze: 多下来额, 一眼, 铜钿, 号头.
    (
        re.compile(r"[侬伊覅弗搿]|辰光|阿拉|(?<!请)(?<!切)(?<!敬)勿(?=好意思|晓|会|是|够|敢|想|搭)|呒|铜钿|洋钿|工钿|号头(?=还|给|底|里|初|[,，。 ])|[今明后]朝|[早夜中]浪|难为情|交关|侪|亨八|一塌|落班|好伐|一眼眼|晓得伐"),
        (
            (re.compile(r"(?:一)?多下来(?:额|格|的|个)?"), "剩下的"),
            (re.compile(r"(?<=其他|其它|剩下|余下)[额格个](?!月)"), "的"),
            (re.compile(r"(?<=[\u3400-\u9fff])(?<![金数余全总欠份限差名大小定面税低高款等巨超满缺])额(?=[,，。;；!！?？~ ]|$)"), ""),
            (re.compile(r"(?<=[还给付转拨])(?P<you>侬|你|您)?一眼(?:眼)?"), r"\g<you>一点"),
            (re.compile(r"一眼眼"), "一点"),
            (re.compile(r"[发拿领]铜钿"), "发工资"),
            (re.compile(r"铜钿|洋钿|钞票"), "钱"),
            (re.compile(r"工钿"), "工资"),
            (re.compile(r"(?<=[上下这])(?P<more>[上下])?(?:一)?个?号头"), r"\g<more>个月"),
            (re.compile(r"[搿格迭该](?:一)?个?(?=月|礼拜|号头)(?:号头)?"), "这个"),
            (re.compile(r"[搿迭]个"), "这个"),
            (re.compile(r"后(?:日脚|朝)"), "后天"),
            (re.compile(r"大后[日朝]脚?"), "大后天"),
            (re.compile(r"夜(?:里向?|头|到|快)"), "晚上"),
            (re.compile(r"早浪(?:向)?"), "早上"),
            (re.compile(r"下半日|下半天"), "下午"),
            (re.compile(r"上半日|上半天"), "上午"),
            (re.compile(r"拨(?=侬|你|您|我)"), "给"),
            (re.compile(r"侪"), "都"),
            (re.compile(r"一塌刮子|亨八冷打?|一共拢总"), "全部"),
            (re.compile(r"覅"), "不要"),
            (re.compile(r"(?<!请)[勿弗](?=好意思|晓得|会|能|是|来|够|敢|要|想|好|行|对|到|出)"), "不"),
            (re.compile(r"呒(?:没|不|啥)?"), "没"),
            (re.compile(r"(?<=[好行可以来])伐(?=$|[,，。?？!！ ])"), "吗"),
            (re.compile(r"(?<=[一二两三四五六七八九\d])只(?=礼拜|号头|月)"), "个"),
            (re.compile(r"伊(?!拉|朗|犁|宁)"), "他"),
        ),
    ),
    # The Hakka country: 天光日分你.
    (
        re.compile(r"𠊎|天光日|下只月"),
        (
            (re.compile(r"𠊎(?:等)?"), "我"),
            (re.compile(r"天光日?(?:日)?"), "明天"),
            (re.compile(r"下只月"), "下个月"),
            (re.compile(r"分(?=你|您)"), "给"),
        ),
    ),
)  # fmt: skip

_SOUNDS = dict(
    zip("山伞散叁舞武午吴伍流柳溜陆依医壹肆泗贰尔", "三三三三五五五五五六六六六一一一四四二二", strict=True)
)
# What can be nothing else wherever it is said.
_ANYWHERE: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # 1月15号2600 千万别上征信, 2000 万一没到: no millions.
    (re.compile(r"[ ]*千万(?=别|不要|不能|不可|莫|勿|唔好|咪|甭|记得|拜托|麻烦|请|要记|注意|放心|帮我|给我)"), ",千万"),
    (re.compile(r"(?<=\d{3})[ ]*万一"), ",万一"),
    # 4000,09/20 4000: the comma parts two payments.
    (re.compile(r"(?<=\d),(?=\d{1,2}/\d{1,2}(?![\d/]))|(?<=\d{3}),(?=\d{1,2}-\d{1,2}[ :]*(?:[还付给缴转]|[$¥]?\d{3}))"), ", "),
    # 还1 500, 转2，500: thousands, whatever parts them; 三头五百, 个把千: as many say.
    (re.compile(r"(?<=[还付转给打汇缴入俾畀$¥])(?P<thousands>[1-9]\d?),? (?P<rest>\d{3})(?![\d月号日点/.])"), r"\g<thousands>\g<rest>"),
    (re.compile(r"(?<![一二两三四五六七八九])十几(?:块)?二(?=十)"), "一二"),
    (re.compile(r"(?<=[一二两三])头(?=[二三五八][百千万])"), ""),
    (re.compile(r"(?<![一二两三四五六七八九\d])个把(?=[百千万](?:[,，。 块元蚊]|$))"), "成"),
    # Hunan, Hubei and the southwest: 月底把你五百, 还把你.
    (re.compile(r"把[得给到把](?=你|您)|(?<=[还转打付])把(?=你|您)"), "给"),
    (re.compile(rf"把(?=(?:你们?|您)(?:{_SUM}|钱))"), "给"),
    (re.compile(r"(?<=[发领还结出来拿卖])哒"), "了"),
    (re.compile(r"[勒楞]个月"), "这个月"),
    # Hong Kong: 攞返2500.
    (re.compile(rf"攞(?:返|番|住)?(?={_SUM}|返?钱)"), "拿"),
    # The northwest: 额明儿还你.
    (re.compile(r"(?:^|(?<=[,，。;； ]))额们?(?=[明后今下这周月先会能就把给还只有一])"), "我"),
    # The north: 赶后儿, 明个, 月底儿.
    (re.compile(r"赶?大后儿个?"), "大后天"),
    (re.compile(r"赶?后儿个?(?!子|媳|女)"), "后天"),
    (re.compile(r"明个儿?(?!月|星|礼)|赶明(?!儿|年|白)"), "明天"),
    (re.compile(r"今个儿?(?!月|星|礼)"), "今天"),
    (re.compile(r"(?<=月[初底末头])儿|(?<=[周期拜][一二三四五六日天])儿"), ""),
    # 还你一点, 转点儿给你: how much, one does not say.
    (re.compile(r"(?<=[给转打还付交存汇凑补过])(?P<you>你们?|您|侬|恁)?一?(?:[点些啲](?:点|儿|儿个)?)(?=钱|给|过[去来嚟]|俾|畀|先|意思|吧|啊|[ ,，。!！~(（]|$)"), r"\g<you>一些"),
    # 这个月(2月)底: which month that is.
    (re.compile(r"(?P<month>[这下本呢]个?月) ?\((?:就?是|即系?)?\d{1,2}月份?\) ?(?=[底末尾初中]|\d{1,2}[号日])"), r"\g<month>"),
    # 礼拜山, 十五昊, 月低, 明填, 后田: what sounds alike.
    (re.compile(r"(?P<week>礼拜|星期|[这下本]个?周)(?P<day>[山伞散叁舞武午吴伍流柳溜陆依医壹肆泗贰尔])(?!\d?点|会|术|蹈|装|饭|休)"), lambda match: match["week"] + _SOUNDS[match["day"]]),
    (re.compile(r"(?<=[\d十一二三四五六七八九])[豪昊浩耗毫皓郝](?=[还给转付打我之以前就先会能,，。 ]|$)"), "号"),
    (re.compile(r"(?<=[个\d十一二三四五六七八九本当年])月[低抵](?=[还给转付打就一定前之能会,，。 ]|$)|^月[低抵](?=[还给转付打就一定前能会])"), "月底"),
    (re.compile(r"明[填田甜添](?=[还环给转付打就早晚上下我先会能,，。 ])|[名鸣]天(?=[还环给转付打就早晚上下我先会能])"), "明天"),
    (re.compile(r"后[填田甜添](?=[还环给转付打就早晚上下我先会能,，。 ])|[厚候侯]天(?=[还环给转付打就早晚上下我先会能])"), "后天"),
    # gz到了就还, mt还500: by their first letters.
    (re.compile(r"(?<![a-z])gz(?=到|发|下来|一|还没|没|了)"), "工资"),
    (re.compile(r"(?<![a-z])mt(?=[还给转付打我就先])"), "明天"),
    # 5/20:2000.
    (re.compile(r"(?<=\d)(?<!:\d)(?<!:\d\d)(?P<day>/\d{1,2}) ?: ?(?=[¥$]?\d{3,}|剩|余|其[余它他])"), r"\g<day> "),
)  # fmt: skip


def in_common(text: str) -> str:
    """Folded `text` without the words of one place. Its length may change."""
    for marks, words in _PLACES:
        if marks.search(text):
            for pattern, word in words:
                text = pattern.sub(word, text)
    for pattern, meant in _ANYWHERE:
        text = pattern.sub(meant, text)
    return text
