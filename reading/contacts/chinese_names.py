"""Names told in Chinese otherwise than by 我叫: 我不是周开心 是周恺昕, 我姓陳 陳志明, 本人林淑芬 (folded text)."""

from __future__ import annotations

import re

_SURNAME = "(?:欧阳|司马|上官|诸葛|司徒|张简|范姜|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安乐于傅齐康伍余顾孟黄穆萧尹姚邵湛汪祁毛狄臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路江童颜郭梅林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应宗丁宣邓洪包左石崔龚程邢陆荣翁荀惠甄曲封储靳段巫焦巴谷车侯全班仰仲伊宫宁仇栾甘厉武符刘景詹龙叶司黎薄白蒲邰鄂索赖卓蔺屠蒙池乔谭劳姬申冉桑桂牛寿边尚温庄晏柴瞿阎连习艾向古易廖耿匡文寇东曾关游简涂佘麦邝区练缪揭肖闫付代])"
_GIVEN = r"(?![一二三四五六日天末上下于在是系要会想因个了的])[\u4e00-\u9fff]{1,2}"
_ENDS = r"(?=[,，。.;；!！?？\s()（）\"」]|$|了|呀|啊|才|先|不是|唔系|请|的?本人)"
_ASIDE = r"(?:[(（][^()（）\n]{1,12}[)）])?"
_TOLD = re.compile(
    rf"(?:我|俺)(?:不|唔|弗|毋)(?:是|系|叫)+(?:什么|乜嘢?)?(?P<not>{_SURNAME})?[\u4e00-\u9fff]{{1,3}}[,，。 \n]*(?:我|俺|而|名字?)*(?:是|系|叫)(?P<mended>{_SURNAME}{_GIVEN}){_ENDS}"
    rf"|(?:我|俺|免贵|敝|小)姓(?P<family>{_SURNAME})[,，。 ]*(?:(?:名|名字|单名|全名|全称|叫|是|系|字)+(?P<given>{_GIVEN})|(?P<full>(?P=family){_GIVEN})){_ENDS}"
    rf"|本人{_ASIDE}(?:姓名|名字|全名|名叫|叫做?|名|[是为系: ])*(?P<self>{_SURNAME}{_GIVEN}){_ASIDE}(?=[,，。.;；!！\s(（]|$)"
    rf"|(?:名字?|姓名|全名|真名|本名|大名){_ASIDE}(?:(?:打|写|弄|搞|印|登记|记|叫|念)错(?:了|咗)?[,，。 ]*)?(?:我|应该?|其实|才|就|先)*(?:是|系|叫|为|:)做?[ :]*(?P<name>{_SURNAME}{_GIVEN}){_ENDS}"
    rf"|(?:我|俺)(?:的)?(?:真|本|全|大)?名?(?:是|系|叫)做?(?P<right>{_SURNAME}{_GIVEN})[(（,， ]*(?:不是|唔系|不叫|唔叫|毋是)"
)


def told_name(folded: str, plain: str) -> str | None:
    """The borrower's name, as written."""
    for match in _TOLD.finditer(folded):
        if match["mended"] and match["not"] != match["mended"][: len(match["not"] or "")]:
            continue
        group = next(name for name in ("mended", "given", "full", "self", "name", "right") if match[name])
        start, end = match.span(group)
        family = plain[slice(*match.span("family"))] if group == "given" else ""
        return family + plain[start:end]
    return None
