"""Phone numbers as they are told in Chinese: 六九三零跟住係五五二七, 189⏎9130⏎6627, 5五3, and what says whose a number is (folded text)."""

from __future__ import annotations

import re
from collections.abc import Callable

from reading.contacts.others import KIN_ZH

FIGURES = {
    **dict(
        zip(
            "零〇一二三四五六七八九两幺么洞拐勾壹贰叁肆伍陆柒捌玖",
            "001234567892" + "11079123456789",
            strict=True,
        )
    )
}
HAN = f"[{''.join(FIGURES)}]"
# What stands behind a numeral that counts something.
COUNTED = "十百千万块元蚊月号点年天日个折成期周半时分次笔位支只张口人家下直起些样定共部"
# 咗, 唻 and the like at the end of a clause, each in one way.
_ENDED = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:[咯哒喽啰唻溜]|(?<=[换变改掉停丢坏没])[嘞勒咧])(?=撒|噻|哈|嘛|[\s,，.。;；!！?？~)）]|$)"
)
# 甭, 嫑: do not.
_NOT = re.compile("[甭嫑]")
# 空八六: nought, as it is said in Taiwan.
_NOUGHT = re.compile(rf"(?<![有没得冇])空(?={HAN}{{2}})")

# 5五3, 138 二二七七 0196: numerals among figures.
_MIXED = re.compile(rf"(?<![a-z0-9.,])\d(?:[ \n-]?[\d{HAN[1:-1]}]){{6,15}}(?![\d.%{COUNTED}{HAN[1:-1]}])")
# 然后, 跟住係, 最后两码是, (打错了重来): between the groups of one number.
_WHICH = r"(?:[一两二三四五六2-6]?(?:位数?|码|个(?:字|数字?|号)?|组))"
_LINK = (
    r"(?:[\s,，、。.;；:：~-]|(?:然后|之后|跟(?:住|着|著|到|手)?|接(?:住|着|著|下来|落嚟)|再(?:来|嚟|接)?|嚟紧|后[面边头尾]?|中间|最[后尾]|末尾?|尾[巴数]?|剩下|其余|打头|开头|起头|起首|前[面边]|头)"
    rf"(?:的|嘅)?{_WHICH}?|[(（][^()（）\d]{{1,14}}[)）]|呃+|额+|嗯+|唔(?!系)|啊|呀|诶|欸|那个|嗰个|就|都|它|的|嘅|是|系|为|呢)"
)
_FIGURE = rf"(?:\d|{HAN}(?![位码组{COUNTED}]))"
_GROUP = rf"{_FIGURE}(?:[ -]?{_FIGURE}){{0,9}}"
_LINKED = re.compile(rf"(?<![a-z0-9.$€£]){_GROUP}(?:{_LINK}{{1,8}}{_GROUP}){{1,5}}(?![.%]?\d|[/%])")
_HOW_MANY = re.compile(rf"(?<=[后尾头的嘅末]){_WHICH}|[(（][^()（）]*[)）]")
_FIGURES = re.compile(rf"[\d{HAN[1:-1]}]+")
_SPOKEN_OF = re.compile(
    r"(?:(?<![\d一二三四五六七八九十几])号码?|电话|手机|手提|门号|冧把|(?:新|电话|手机|预付|sim) ?卡|座机|市话|\bnumber|\bphone|\bno\.? ?$|\bnum|\bcell|\bmobile|打|call)[^\d]{0,16}$",
    re.ASCII,
)
_CHINESE = re.compile("[\u4e00-\u9fff]")
# 别打,周一到周五8:00-11:40,14:00: hours.
_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)")
_MONEY = re.compile(r"[还给转匯汇缴欠块元蚊钱花租费薪收$]|工资|[没冇不未](?:变|换|改)|(?<!预)付")


def plainly(folded: str) -> str:
    """Dialects' particles in one way, as long as they were."""
    return _NOUGHT.sub("零", _NOT.sub("别", _ENDED.sub("了", folded)))


def figures(match: re.Match[str]) -> str:
    """Numerals as figures."""
    return "".join(FIGURES.get(char, char) for char in match[0])


def joined(folded: str, valid: Callable[[str], str | None]) -> str:
    """Groups of one number, linked by words or on lines of their own, side by side; the length stays."""

    def beside(match: re.Match[str]) -> str:
        announced = _SPOKEN_OF.search(folded, max(0, match.start() - 24), match.start())
        if announced is None or _MONEY.search(announced[0]) or _CLOCK.search(match[0]):
            return match[0]
        told = _HOW_MANY.sub(lambda many: " " * len(many[0]), match[0])
        groups = list(_FIGURES.finditer(told))
        if any(valid(figures(group)) for group in groups):
            return match[0]
        for last in range(len(groups), 1, -1):
            end = groups[last - 1].end()
            line = re.sub(r"[^\d]", " ", _FIGURES.sub(figures, told[:end]))
            if valid(line):
                return line + match[0][end:]
        return match[0]

    return _LINKED.sub(beside, _MIXED.sub(figures, folded)) if _CHINESE.search(folded) else folded


# 13571826640 这是订单号, 96431720唔係电话嚟㗎: no number of a phone.
NO_PHONE = re.compile(
    r"[\s,，。.(（]*(?:[这那呢嗰]个?|以上|上面|其实|都|只|就)*(?:是|系)[^,，。;；\n\d]{0,8}?(?:订单|单号|编号|卡号|账号|账户|户口|合同|合约|工号|员工号|学号|证号|身份证|健保|统编|流水|快递单|运单|物流|包裹|保单|密码|验证码|车牌|邮编|邮政编码|qq|会员|条码|发票|取[件货餐]|房号|\bref\b|order|transaction|tracking|invoice|account)"
    # 13644719082打给我的是你们吗
    r"|[^,，。\d]{0,4}?(?:打(?:给我|畀我|来|过来|嚟)?的(?:是|系|人|那)|(?:是|系)(?:不是)?(?:你们|谁|边个|哪)|一?(?:直|天天|老是?|总是?)(?:在)?(?:骚扰|打)|骚扰|态度|[这那呢嗰][个支]?(?:号码?|电话)?(?:吗|咩))"
    r"|[\s,，。.(（]*[^,，。;；\d]{0,12}?[\s,，]*(?:不是|唔系|并?非|毋是|弗是|勿是|\bnot\b)(?:我的?|本人的?|什么|咩|一个|an?| )*(?:电话|手机|号码(?!错)|门号|冧把|mobile|phone|联[系络]方式|number)(?!.{0,6}(?:座机|固话|市话|宿舍|公司|家里))",
    re.ASCII,
)
# ... 是幼儿园老师的电话, 是我隔壁邻居的号码.
_SOMEBODY = (
    r"(?:儿|细[佬妹路]|大佬|阿[女仔妹弟]|老友|闺女|丫头|老[头太伴师]|老师|校长|同学|邻居|客户|顾客|客人|师傅|司机|大夫|医生|护士|阿姨|保姆|管家|物业|[房租]客|老乡|网友|熟人|外人|路人|陌生人|机主|[学]校|幼[儿稚]园|医院|派出所|警察|法院|教会|居委会?|村委会?|[村里厂院]长|主任|队长|工头|合伙人|伙计|员工|店员|学生|家长|病人|快递员?|外卖员?|骑手|干[爸妈]|后[爸妈]|继[父母]|养[父母]|前?老板娘?|侄|外甥女?|甥|"
    rf"{KIN_ZH})"
)
SOMEBODYS = re.compile(
    rf"[\s,，。(（]*(?:[这那呢嗰]个?|个|支|只|号码?|number|手机|电话|其实|都|根本)*(?:是|系)[^,，。;；!！?？\d\n新换给帮]{{0,10}}?{_SOMEBODY}+(?:家|那边)?(?:的|嘅|嘞|勒|个|滴)*(?:老|旧)?(?:号|电话|手机|手提|门号|冧把)"
    rf"|[\s,，(（]*(?:佢|[他她渠伊]|[这那]人|机主|对方)(?:是|系)(?:我|俺|阮)?(?:的|嘅)?{_SOMEBODY}"
    rf"|[\s,，(（]*(?:这|那|呢|嗰|个|号码?|我|已经|都|早就?)*(?:给|畀|俾|送|留)(?:给)?(?:了|咗)?{_SOMEBODY}+(?:了|咗|用|在用)"
)
# 打我新的0970..., 不要打仓库那支02...: what is said behind is said of another one.
OF_ANOTHER = re.compile(
    r"[\s,，。(（]*(?:请|以后|拜托|就|也|千万|麻烦)*(?:别|不要|唔好|莫|勿)(?:再|要)*(?:打|拨|call)(?:去|给|畀|俾|到)?(?![了啦喇来嚟过去这呢它咗]|电话)[^,，。;；\d\n]{1,10}(?:那|嗰|的|嘅|这)(?:支|个|只|部|边|号码?|电话|手机)?"
)
# 记一下我爱人的号13644719082
KIN_NUMBER = re.compile(
    rf"^(?!.*(?:[改换转用]|以后|今后|新)).*(?:我|俺|阮|咱){KIN_ZH}(?:的|嘅|嘞)?(?:手机|电话|号码?|门号|手提|冧把|number)+(?:是|系|[: ])*$",
    re.DOTALL,
)
