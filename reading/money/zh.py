"""How Chinese names money and shares of it, in any style of numerals; reads simplified forms."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from reading.money.sums import ALL, MINIMUM, REST, MoneyRule, Named, Share, Sum, fraction, rule
from reading.words.zh import small_number

_DIGITS = {
    char: value
    for value, chars in enumerate(
        ("零〇", "一壹", "二两贰俩", "三叁仨", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_UNITS = {
    "十": 10,
    "拾": 10,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
    "k": 1000,
    "万": 10000,
    "w": 10000,
}
_HAN_NUMBER = "零〇一壹二两贰俩三叁仨四肆五伍六陆七柒八捌九玖十拾百佰千仟万廿卅"
# Figures, then any mixture with numerals and units: 2500, 两千五, 1万2, 2.5w, 3千5百.
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?"
    r"|\d{1,12}(?:\.\d{1,4})?)(?:[百佰千仟万kw](?![a-z])(?:零?\d{1,4}(?!\d)|["
    + _HAN_NUMBER
    + r"]{1,6})?){0,3}"
    rf"|[{_HAN_NUMBER}]{{1,14}}"
)
_CURRENCIES = {
    "yuan": r"块钱|块|元整|元|圆|大洋|文钱",
    "CNY": r"人民币|rmb|软妹币|cny|r(?![a-z])",
    "HKD": r"港币|港纸|港元|hkd",
    "man": r"蚊鸡|蚊|文(?![字件章本化书明])|银(?![行联])",
    "TWD": r"箍|新?台币|nt\$?|ntd|twd",
    "USD": r"美元|美金|美刀|刀(?!子)|usd",
    "JPY": r"日元|日币|日圆|円|jpy",
    "KRW": r"韩元|韩币|韩圆|krw",
    "AUD": r"澳元|澳币|澳刀|aud",
    "CAD": r"加元|加币|加刀|加拿大元|cad",
    "MOP": r"澳门[元币]|葡币|mop",
    "EUR": r"欧元?|eur",
    "MXN": r"墨西哥比索|比索|披索",
    "MYR": r"令吉|马币|林吉特|零吉|myr",
    "SGD": r"新币|坡币|新加坡元|sgd",
    "GBP": r"英镑|镑|gbp",
}
UNIT = "(?:" + "|".join(f"(?P<u_{name}>{pattern})" for name, pattern in _CURRENCIES.items()) + ")"
_SIGN = r"(?P<sign>¥|￥|€|£|rm(?=\d)|s\$|rmb|人民币|nt\$|hk\$|us\$|\$|台币|港币|美元|美金|cny|hkd|twd|usd)"
_SIGNS = {"¥": "¥", "rmb": "CNY", "人民币": "CNY", "nt$": "TWD", "rm": "MYR", "s$": "SGD", "€": "EUR", "£": "GBP", "台币": "TWD", "hk$": "HKD", "港币": "HKD", "us$": "USD",
          "美元": "USD", "美金": "USD", "$": "$"}  # fmt: skip
# What follows a number that counts something else than money.
NOT_MONEY = (
    r"(?![\d零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万][个]|(?!一(?:直|定|次|起|分不|笔|并|毛|发|拿|到|样|共|齐|同|半|[ ,，]))[\d零〇一二两三四五六七八九十百千万]"
    r"|[个次天岁年月号日点楼人口张笔期套家份条周星礼小时秒页位名部辆本遍趟顿瓶公里米级代成倍%％分折回半路方面旁句]|:\d|只(?![能有够是可好])|(?<=一)[下些样起直定旦般共致向概切边会]|\.\d"
    r"|[a-z]{2})"
)


def number(text: str) -> Decimal | None:
    """2500 for 2500, 两千五 or 2千5; 12000 for 一万二 or 1.2w; None for what is no number."""
    text = text.replace(",", "").replace("廿", "二十").replace("卅", "三十").replace("拾", "十")
    try:
        return Decimal(text)
    except InvalidOperation:
        pass
    figures = re.fullmatch(r"(\d+(?:\.\d+)?)([百佰千仟万kw])(.*)", text)
    if figures:
        unit = _UNITS[figures[2]]
        tail = _tail(figures[3], unit)
        return None if tail is None else Decimal(figures[1]) * unit + tail
    return _spoken(text)


def _tail(text: str, unit: int) -> Decimal | None:
    """What follows a unit: 1万2 is twelve thousand, 2w5000 twenty-five thousand."""
    if not text:
        return Decimal(0)
    if len(text) == 1 and (text.isdigit() or text in _DIGITS):
        return Decimal(int(text) if text.isdigit() else _DIGITS[text]) * unit / 10
    value = number(text)
    return value if value is not None and value < unit else None


def _spoken(text: str) -> Decimal | None:
    total = section = digit = 0
    last_unit, zero = 1, False
    if len(text) > 1 and all(char in _DIGITS for char in text):
        return Decimal("".join(str(_DIGITS[char]) for char in text))
    for char in text:
        if char in _DIGITS:
            zero = zero or _DIGITS[char] == 0
            digit = _DIGITS[char]
        elif char.isdigit():
            digit, zero = digit * 10 + int(char), zero
        elif _UNITS.get(char) == 10000:
            total = (total + section + digit) * 10000 or 10000
            section = digit = 0
            last_unit, zero = 10000, False
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit, last_unit, zero = 0, _UNITS[char], False
        else:
            return None
    if digit and last_unit >= 100 and not zero:
        digit *= last_unit // 10
    return Decimal(total + section + digit) or None


def unit_of(match: re.Match[str]) -> str | None:
    """The currency said before or after the figure."""
    groups = match.groupdict()
    if groups.get("sign"):
        return _SIGNS.get(groups["sign"], groups["sign"].upper()[:3])
    return next((name[2:] for name, text in groups.items() if name.startswith("u_") and text), None)


def _sum(match: re.Match[str]) -> Named | None:
    value = number(match["number"])
    if not value or value >= 10**12:
        return None
    return Sum((value + _cents(match),), unit_of(match))


def _cents(match: re.Match[str]) -> Decimal:
    """五块五 and 五块五毛 are 5.50."""
    groups = match.groupdict()
    dimes = groups.get("dimes")
    return Decimal(small_number(dimes) or 0) / 10 if dimes else Decimal(0)


def _slang(match: re.Match[str]) -> Named | None:
    """Hong Kong's: 草 ten, 嚿 a hundred, 撇 a thousand, 皮 ten thousand; 半皮 half of it, 一皮半 that and a half."""
    for name, scale in (("number", 100), ("tens", 10), ("thousands", 1000), ("loose", 10_000)):
        if match[name]:
            low, high = _DIGITS.get(match[name][0], -1), _DIGITS.get(match[name][-1], -1)
            if len(match[name]) == 2 and 0 < low == high - 1:
                return Sum((Decimal(low * scale), Decimal(high * scale)), "man", certain=False)
            count = Decimal("0.5") if match[name] == "半" else number(match[name])
            extra = Decimal("0.5") if match["half"] or match["more"] else Decimal(0)
            return Sum(((count + extra) * scale,), "man") if count else None
    return None


# What bank notes are called: two 金牛 are two thousand dollars of Hong Kong, five 毛爷爷 five hundred yuan.
_NOTES = {"金牛": 1000, "金纸": 1000, "大牛": 500, "红底": 100, "红衫鱼": 100}


def _notes(match: re.Match[str]) -> Named | None:
    count = number(match["number"])
    worth = _NOTES.get(match["note"])
    return Sum((count * (worth or 100),), "man" if worth else "yuan") if count and count < 1000 else None


def _dimes_only(match: re.Match[str]) -> Named | None:
    value = number(match["number"])
    return Sum((value / (10 if match["small"] in "毛角" else 100),), "yuan") if value else None


def _bare(match: re.Match[str]) -> Named | None:
    """A number without a unit: figures, or numerals from ten up."""
    text = match["number"]
    if not text[0].isdigit() and not any(char in _UNITS for char in text):
        return None
    if text in ("十", "百", "千", "万", "千万", "百万"):
        return None
    value = number(text)
    return Sum((value,)) if value and value < 10**12 else None


_SCALES = {
    "旧": 100,
    "嚿": 100,
    "撇": 1000,
    "皮": 10000,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10000,
    "k": 1000,
    "w": 10000,
}


def _few(match: re.Match[str]) -> Sum:
    """几百: 200 to 900; 大几百 from 500 on."""
    scale = _SCALES[match["scale"]] * (10000 if match["more"] else 1)
    least = 5 if match.groupdict().get("high") else 2
    figures = (1,) if match[0].startswith("上") else range(least, 10)
    return Sum(tuple(Decimal(n * scale) for n in figures), unit_of(match), certain=False)


def _two_neighbours(match: re.Match[str]) -> Named | None:
    """两三百: either."""
    low, high = _DIGITS.get(match["low"]), _DIGITS.get(match["high"])
    if low is None or high is None or not low < high <= low + 2:
        return None
    scale = _SCALES[match["scale"]] * (10000 if match["more"] else 1)
    return Sum((Decimal(low * scale), Decimal(high * scale)), unit_of(match), certain=False)


def _one_and_neighbours(match: re.Match[str], head: int = 1) -> Named | None:
    """千五六: 1500 or 1600; 两千七八: 2700 or 2800."""
    low, high, scale = _DIGITS[match["low"]], _DIGITS[match["high"]], _SCALES[match["scale"]]
    if high != low + 1:
        return None
    return Sum(
        tuple(Decimal(head * scale + n * scale // 10) for n in (low, high)), unit_of(match), certain=False
    )


def _about(match: re.Match[str]) -> Named | None:
    value = number(match["number"])
    return Sum((value,), unit_of(match), certain=False) if value else None


def _fraction(match: re.Match[str]) -> Share | None:
    bottom, top = small_number(match["bottom"]), small_number(match["top"])
    return fraction(top, bottom) if top and bottom else None


def _percent(match: re.Match[str]) -> Share | None:
    percent = small_number(match["percent"])
    return fraction(percent, 100) if percent else None


def _tenths(match: re.Match[str]) -> Share | None:
    tenths = small_number(match["tenths"])
    return fraction(tenths * 10 + (5 if match["half"] else 0), 100) if tenths and tenths < 10 else None


_N = rf"(?<![\d.第尾号])(?<![a-z](?=[\da-z]))(?<!\d,)(?P<number>{NUMBER})"
_UNIT_MAYBE = rf"(?: ?{UNIT})?"
_PAID_BEFORE = re.compile(
    r"\x1f.*(?:\d{3}|[一二两三四五六七八九][百千万]|一半|[一-九]成).*\x1f|(?:\d{3}|[一二两三四五六七八九][百千万]).*\x1f.*\x1f"
)
RULES: tuple[MoneyRule, ...] = (
    rule(
        r"一部分|一部份|[一个]?[大小]半(?=[,，。 先给还俾]|$|\x1f)(?!年|天|夜|个月)|一多半|(?<![余下他它低的嘅嗰那两])部分(?:还款)?|(?:还|给|付|转|俾|畀)(?:住|返|你们?|您)?(?:一)?(?:点|啲)(?=钱|利息|本金|息|[ ,，。]|$)|一点(?:点)?(?=钱|给|先|过[去来]|俾|畀|$)|一些(?:钱)?|有多少还多少|能还多少(?:是多少|还多少)?|少少",
        lambda m: Sum((), None, certain=False),
    ),
    rule(
        rf"{_N}(?:嚿|旧|鸠)(?:水|嘢|(?=半|[,，。 ]|$|先|住|咋|啦|喇|㗎|度|左右))(?P<half>半)?|{_N.replace('number>', 'tens>')}草(?:嘢)?|{_N.replace('number>', 'thousands>')}撇水?"
        rf"|(?P<loose>半|{NUMBER})皮(?:嘢)?(?P<more>半)?(?![肤包箱鞋带衣])",
        _slang,
    ),
    rule(
        rf"{_N}张(?:蓝色)?(?:小朋友|蓝色小朋友|千元大?钞|一千)",
        lambda m: Sum((count * 1000,), "TWD") if (count := number(m["number"])) else None,
    ),
    rule(
        rf"{_N}(?:张|条|只)?(?P<note>金牛|金纸|大牛|红底|红衫鱼|毛爷爷|红票子?|红的|红钞|粉红?的|大团结|老人头)",
        _notes,
    ),
    rule(r"百分之(?P<percent>\d{1,3}|[一二三四五六七八九十百]{1,4})(?!的?利)", _percent),
    rule(r"(?P<bottom>[二两三四五六七八九十]|[2-9]|10)分之?(?P<top>[一二两三四五六七八九]|[1-9])", _fraction),
    rule(
        r"(?P<bottom>[二三四五六])份之?(?P<top>[一二三])(?![一二三四五六七八九十百千万个月号])",
        _fraction,
    ),
    rule(r"(?<![\d.])(?P<percent>\d{1,2})个(?:点(?!钟)|巴仙)", _percent),
    rule(r"(?<![\d.])(?P<percent>\d{1,3})[%％](?!的?(?:利|会|肯定|确定|保证))", _percent),
    rule(
        r"(?<![\d一二三四五六七八九十])(?P<tenths>[一二两三四五六七八九]|[1-9])成(?P<half>半)?(?![功为员本都年交])",
        _tenths,
    ),
    rule(
        r"(?<![\d/])(?!2/4)(?P<top>[1-3])/(?P<bottom>[2-5])(?![\d/])",
        lambda m: fraction(int(m["top"]), int(m["bottom"])),
    ),
    rule(
        r"(?:(?:结|付|还|缴|补|清)[清完齐晒])?(?:(?:(?<!相)(?:差|缺)|[不唔]够|不足)(?:的|嘅)(?:那)?(?:钱|部分|金额|些)?(?=\x1f|[,，。 就等再我]|[一二两三四五六七八九\d]?[\d十百千万])|最[后尾](?:的|嘅)(?=\x1f|[,，。 ]|$)|(?:争|欠|剩|净)(?:落|返|低|住)(?:的|嘅)(?=\x1f|[,，。 ]|[一二两三四五六七八九]?[十百千万])|剩下|剩低|净低(?:嗰|个)?(?:啲|些)?|净返|剩返|剩[到倒起](?:嘞|勒|的|哩|咧)?|剩余|(?<!还)(?<!仲)(?<!没)(?<!冇)(?<!有)(?:剩|净|余|缺|差|争|不够|唔够)(?:返|低|下|落)?(?:几多|多少)(?=[^?？吗呢没未]{0,10}(?:给|补|还|付|清|俾|畀|结|转|缴|汇))|(?:剩|净|余)(?:返|低|下|落)?(?:几多|多少)(?:就|都)?(?:还|俾|畀|给|付|找|转)(?:几多|多少)|(?<![\u3400-\u9fff])余额(?=$|[,，。 ])|(?<=[找清俾畀还付收埋执])(?:条|笔|啲|嗰|个)?(?:数)?(?:嘅)?尾(?:数|款|期|巴)?(?=$|[,，。 啦喇㗎咯])|(?:条|笔|啲|嗰)(?:数)?(?:嘅)?尾(?:数|款|期|巴)?(?![牙号])|余额(?=[\x1f于在则就将会]|下个?月|\d{1,2}[/月]|[一二三四五六七八九十]月|月底|分)|最[后尾](?:嗰|那|一)(?:份|部分|部份)(?![^,，。]{0,4}[\d一二三四五六七八九][\d十百千])|余下|余低|余数|馀下|余款|馀款|尾款|尾数|其余(?!的?(?:日子|时[间候]|几[天日]|[天日]))|馀额|另外?(?:的|那|嗰)?(?:一个?)?半(?:数)?(?![个年天月小路])|另外?(?:的)?半数|下一半|后一半|后半"
        r"|其[他它]的?(?=\x1f|部分|钱|月底|再|慢|下)|剩(?:下)?(?:那些|那点|那部分|的那些|的那部分)|剩(?=的|[^\u4e00-\u9fff]|一半|[一二两三四五六七八九]?[十百千万])|后面的(?=再|月|下|慢))(?!咁[多少]|这么|这[点些](?!钱?[还付给转]))(?:来)?(?:的"
        r"|嘅)?(?:那)?(?:部分|部份|一半|钱|金额|款项|款|数|全部|所有)?(?:一次性|全部|都|全)?(?:还清|结清|付清|清数|清)?",
        lambda m: REST,
    ),
    rule(r"数目未定", lambda m: Sum((), None, certain=False)),
    rule(
        r"(?:先)?(?:还|付|给)?(?:一半|半数|半份|半条数|对半|半成|二分一)(?:的)?(?:钱|欠款|金额|款)?(?!时间|路|天|夜|点)",
        lambda m: fraction(1, 2),
    ),
    rule(
        r"最低(?:还款|应还|应缴|缴款|还|付|金)?(?:金)?(?:额|额度|金额)?(?:还款)?(?!工资|生活)|mini(?:mum)?",
        lambda m: MINIMUM,
    ),
    rule(
        r"(?<![\d一二两三四五六七八九])(?P<scale>[百千万])(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?![十百千万\d])"
        rf"{_UNIT_MAYBE}{NOT_MONEY}",
        _one_and_neighbours,
    ),
    rule(
        rf"(?<![\d一二两三四五六七八九])(?P<head>[一二两三四五六七八九])(?P<scale>[百千万])(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?![十百千万\d])"
        rf"{_UNIT_MAYBE}{NOT_MONEY}",
        lambda m: _one_and_neighbours(m, _DIGITS[m["head"]]),
    ),
    rule(
        rf"{_N}(?<=[千百万])半(?![个年月天小路])",
        lambda m: Sum((value + _UNITS[m["number"][-1]] // 2,)) if (value := number(m["number"])) else None,
    ),
    rule(
        rf"(?:(?<!转数)快(?=[一二两三四五六七八九十\d])|(?<![改换变做分拆])成(?=[一二两三四五六七八九十\d][一-鿿\d]*[百千万蚊])){_N}{_UNIT_MAYBE}{NOT_MONEY}",
        _about,
    ),
    rule(
        rf"{_N}{_UNIT_MAYBE}(?:不到|有找|有少|唔到|有多|零(?:啲|点|些|几)?|几(?:块|蚊)?|多啲|多点)(?=[,，。 !！]|$|块|蚊|元|左右|啦|吧)(?:块钱?|蚊|元)?",
        _about,
    ),
    rule(
        r"成(?P<number>[百千万])(?:(?:几|多)?(?:块钱?|蚊|元)(?!上)|(?:几|多)?(?=[,，。 ]|$))",
        lambda m: Sum((Decimal(_SCALES[m["number"]]),), None, certain=False),
    ),
    rule(
        r"(?<![\d一二两三四五六七八九几十])(?P<number>[百千万])零(?![一二三四五六七八九\d])(?:块钱?|蚊|元)?",
        lambda m: Sum((Decimal(_SCALES[m["number"]]),), None, certain=False),
    ),
    rule(
        rf"(?P<low>[一二两三四五六七八])[、到至~-]?(?P<high>[二两三四五六七八九])(?P<scale>[十百千万])(?P<more>万)?(?![一二三四五六七八九\d]){_UNIT_MAYBE}{NOT_MONEY}",
        _two_neighbours,
    ),
    rule(
        r"几(?P<scale>旧|嚿|皮|撇)(?:水|嘢)?(?P<more>x)?(?P<u_man>)",
        lambda m: replace(_few(m), unit="man"),
    ),
    rule(
        rf"(?P<high>大)?(?:好|小)?(?:几|数|若干|多少|上(?=[百千万]))(?P<scale>[十百千万])(?P<more>万)?(?:来|多)?(?: ?{UNIT})?(?![个次天岁年人条])",
        _few,
    ),
    rule(
        r"(?<![一二两三四五六七八九几\d])(?:(?P<k>千儿?八百)|(?P<h>百儿八十)|(?P<w>万儿?八千))(?:块钱?|元|蚊)?",
        lambda m: Sum(
            tuple(Decimal(n * (100 if m["k"] else 10 if m["h"] else 1000)) for n in (8, 10)), certain=False
        ),
    ),
    rule(
        r"(?P<number>(?<![一二两三四五六七八九几\d])百八十|(?<![一二两三四五六七八九几\d])[千百万](?=把|来|几))(?:把|来|几)?(?:块钱|块|元)?(?P<u_x>$)?",
        lambda m: Sum(
            (Decimal({"百": 100, "千": 1000, "万": 10000}.get(m["number"], 100)),), None, certain=False
        ),
    ),
    rule(
        rf"{_N}(?:来(?!不|得)|多|几)(?P<scale>[百千万])?(?: ?{UNIT})?(?![个次天岁年人点条])",
        lambda m: _about(m) if any(c in _UNITS for c in m["number"]) or m["number"].isdigit() else None,
    ),
    rule(
        rf"(?:(?:大概|大约|差不多)(?:能|可以|凑|还|有|拿|给|个)*个?(?=[\d一二两三四五六七八九十])|大概|大约|差不多|差唔多|左近|约莫|约|不到|将近|接近|超过|小){_N}{_UNIT_MAYBE}{NOT_MONEY}",
        lambda m: _about(m) if _bare(m) else None,
    ),
    rule(rf"{_N} ?{UNIT}(?:钱)?(?:左右|上下|出头|以上|以内的样子)", _about),
    rule(rf"{_N}(?:左右|上下|出头|以上)", lambda m: _about(m) if _bare(m) else None),
    rule(rf"{_SIGN} ?(?P<number>{NUMBER})(?: ?(?:块钱|元整|圆整|块|元|圆))?{NOT_MONEY}", _sum),
    rule(
        rf"{_N} ?(?:块(?:钱)?|元(?=零?.[毛角]))零?(?P<dimes>[一二两三四五六七八九1-9])(?:毛|角|(?!(?<=一)[共起直定样笔把回并点周下道律分])(?![\d一二三四五六七八九十百个次天期号]))",
        lambda m: _with_dimes(m),
    ),
    rule(rf"{_N} ?{UNIT}(?:钱)?", _sum),
    rule(rf"{_N}(?P<small>[毛角])(?:钱)?(?!发)", _dimes_only),
    rule(
        r"(?<!到)(?!(?:一把|一次性?|一次过|一笔|全部|全额|全款|全数)(?:的|都|也|我|真的|实在|一下子?|一次){0,3}(?:还|给|付|俾|畀|清|结|缴|找|凑|拿|掏){0,2}(?:不|唔)(?:起|了|出|上|到|够|清|完|掂|晒|可能))(?:一把(?:还|结|付|清|过|头)?(?:清|完|付|还|结)|一次(?:还|结|付|缴)?清|一次(?:过)?(?:俾|畀|还|找|清|付)(?:晒|清|完)|一笔(?:还|付|结)?(?:清|完)|补齐|一次性(?:还|结|付|清|过|全)?(?:清|完|付|还|结|缴|交)?|全部(?:欠款|还清|结清|金额)?|全额(?:还款)?|全款|全数"
        r"|所有(?:的)?(?:钱|欠款|款|账)|还清|还齐晒?|结清|付清|清偿(?:完毕)?|清账|清数|缴清|还完|清掉|清埋|clear ?(?:晒|埋|咗)(?:成?(?:条|笔)数)?|清咗|找清|找晒|清晒(?:条数|笔数)?|还晒|俾晒|畀晒|俾清|畀清|给清|全(?:部|都)?(?:给|俾|畀|帮)(?:你们?|您)(?:结|还|清|付|转|缴)[了清完掉]*|全(?:部|都)?(?:给|整|交|补|缴|还|结|打|转)上|全还|都还(?=了(?![\d一二两三四五六七八九])|上|掉|清|完|$)|全都"
        r"|全清|本金和利息)",
        lambda m: ALL,
    ),
    # 9月25号2000,10月9号3000,11月6号找埋: what settles it, behind what is paid before.
    rule(
        r"找埋(?:佢)?(?=$|[,，。 啦喇])|找数|埋单|搞[掂定](?:佢)?(?=$|[,，。 啦喇])|(?<=[\x1f前内 ])(?:就|再|会|先|一次)*(?:结|清|找)(?=$|[,，。 啦喇])|(?:结|清|缴|还|付)掉",
        lambda m: ALL if _PAID_BEFORE.search(m.string[: m.start()]) else None,
    ),
    rule(rf"(?<![\d.:/a-z第尾号])(?<!\d,)(?P<number>{NUMBER}){NOT_MONEY}", _bare),
)


def _with_dimes(match: re.Match[str]) -> Named | None:
    value = number(match["number"])
    return Sum((value + _cents(match),), "yuan") if value else None
