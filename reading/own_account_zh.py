"""What Chinese tells of money that came in, went out and is left, before it says what is paid (simplified forms).

加班费2160,换轮胎去掉900,1200给你们礼拜四: only the last of these sums is promised, and "what is left" is the borrower's own.
"""

from __future__ import annotations

import re

_NUMERAL = "一二两三四五六七八九"
_FIGURE = re.compile(
    rf"(?<![\d/:.月号第尾-])(?:[$¥]|nt\$|hk\$)?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{2,6}}(?:\.\d+)?(?:[千万])?|[{_NUMERAL}\d]+[百千万][{_NUMERAL}百千万零]*|[二三四五六七八九]十[{_NUMERAL}]?)"
    r"(?![\d号日月:/时年个天次岁%期折周度分点-]|(?<=十)了|[十廿]?[一二三四五六七八九][号日])(?:块钱?|元|蚊|多|几)*"
)
_PAYS = r"(?:还(?![有剩欠差要得没是好了房车学给]|他|她|人家|朋友)|转(?!账费)|汇|缴|(?<![收进])入|(?<!进账)打|付|过(?:数|户)|给|俾|畀|交|存|transfer)"
_LENDER = r"(?:你(?:们|哋)?|您|贵司|公司)"
_PAID_FOR = re.compile(rf"(?:{_PAYS}(?:{_LENDER}|给|俾|畀)*|给{_LENDER}|俾{_LENDER})(?:个|返|住|先)?[ :]?$")
_PAID_THEN = re.compile(
    rf"[ ,，。]?(?:我|就|先|都|通通|全部?|再|会|拿去|去|可以){{0,3}}(?:{_PAYS}{_LENDER}|(?:给|俾|畀|还)(?={_LENDER})|拿去还|{_PAYS}(?:过去|俾|畀))"
)
_NOT_ONES_OWN = re.compile(
    rf"{_LENDER}|欠(?!我|人|他|她)|账单|催|应[缴还]|最低|逾期|滞纳|利息|(?:总共|一共|总|共)(?:欠|还|要|应|差)|每个?[月周]|每[周星礼]|分[{_NUMERAL}\d]"
)
_IN = re.compile(
    r"收(?:了|到|咗|入|成)?|[攞赢攒存筹]|提成|佣金|薪|[卖赚挣揾搵领]|进账|入账|现金|cash|营业额|流水|工资|薪水?|人工|粮|奖金|年终|红包|加班费|夜班费|退休金|养老金|低保|生果金|长者津贴|老人年金|津贴|补[助贴]|零用钱?|零花|稿[费酬]|小费|(?:表演|演出|出场|讲课|代课|运|跑腿|外快)费?|工程款|工钱|工费|货款|尾款|房款|发(?:了|咗|下)?|出咗|给我|俾我|畀我|(?:[妈爸哥姐弟妹姑舅姨叔公婆]|朋友|儿子|女儿|闺女|孙[子女])(?:刚|又|先|昨天|今天)?(?:给|转|打|汇|寄|借|俾|畀)(?:了|咗|我|来)|[转汇打]我|"
    r"拿[到回]|分到|借[到了咗]|凑[到了咗]|(?:钱包|口袋|荷包|身上|身边|手[上头里]|卡[里上]|户口|账[上户]|存折|抽屉|罐)[里内头上的]*(?:有|剩|得|仲有)?|结(?:了|给|算)?|提[现到]|退(?:税|了|给|咗)"
)
_OUT = re.compile(
    r"扣(?:掉|了|除|完|咗|走)?|去掉|减掉?|花(?:了|掉|咗)?|用(?:了|掉|咗)|拿走|[刮拿]去|留(?:下|着|低|返|起)?|要付|存起|[房车摊店铺地水电网话学药油餐饭菜路杂卡托]+[租费钱贷款]|租金?|房租|车贷|房贷|车位|学[杂]?费|补习|安亲班|幼[儿稚]园|奶粉|尿[布片]|保[母姆险]|劳健保|社保|医[药]?|看病|[看睇]医生|挂号|住院|手术|药|买|进货|材料|成本|修|维修|加油|油钱|换|便当|[吃食]饭|伙食|家用|家里|生活|巴士卡|八达通|悠游卡|电话|管理费|厂商|师傅|供应商|工人|押金|寄回?家?|[给俾畀](?:我?[爸妈仔女]|老[婆公豆母]|屋企|阿[爸妈]|孩子|儿子|女儿)|红包|还(?:房|车|学|给?(?:他|她|朋友|人))"
)
_LEFT = re.compile(
    r"(?:剩|净|余|扣完|还有|仲有)(?:下|低|返|余|落|到|得)*(?:的|嘅|我)?(?:就|只|还|有|是|大概)*[ :]?$"
)
_LEFT_THEN = re.compile(r" ?left")
_COMES_IN_THEN = re.compile(r"(?:过?来|到手|到账|进账|入袋|返嚟|返来)")
_GOES_THEN = re.compile(r"(?:还(?:了|咗|他|她|给?人)|(?:周转|家用|吃饭|买菜|生活|伙食|进货|备用))")
_CUT = re.compile(r"[。;；!！?？\n]")
_DAY = re.compile(
    r"(?:\d{1,2}月|下个?月|这个?月)?(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)[号日]|(?<!\d)\d{1,2}/\d{1,2}(?!\d)|[今明听][天日晚早]|后[天日]|(?:下|这)?个?(?:周|星期|礼拜)[一二三四五六日天]|月[底尾]|tmr|tomorrow"
)
_PAYS_LENDER = re.compile(rf"{_PAYS}|拿去还|{_DAY.pattern}")
_REFUSES = re.compile(
    r"怎么|哪[里来有]|边有|点[有还]|凭|不够|唔够|没钱|冇钱|还不|吗|[?？]|你们要|只够|连|不可能|拿什么"
)
# 剩的吃饭: what is left is not paid.
_KEPT = re.compile(r"(?:剩|余|净)(?:下|低|返)?(?:的|嘅)?(?:钱|我|要|就|得|自己|留着?|用来|拿来|给){0,4}(?:[吃食]饭|生活|买[菜米药]|开饭|家用|过日子|自己用|周转|加油|坐车|搭车|开伙|零用|交租|傍身)[^,，。\d]{0,3}")  # fmt: skip


def without_own_account(text: str) -> str:
    """Folded `text` from where it says what is paid, where it first tells at length of one's own money; else as it is."""
    told, kinds, left = None, "", None
    figures = list(_FIGURE.finditer(text))
    for number, figure in enumerate(figures):
        start = figures[number - 1].end() if number else 0
        kind = _kind(_CUT.split(text[start : figure.start()])[-1], text[figure.end() : figure.end() + 10])
        if kind == "P" or (kind == "?" and not kinds):
            break
        if kind != "?":
            told, left = figure, figure if kind == "L" else None
            kinds += kind
    if told is None or len(kinds) < 2 or ("I" not in kinds and kinds.count("O") < 2):
        return text
    paid = [figure for figure in figures if figure.start() > told.start()]
    if paid:
        rest = text[told.end() :]
        rest = re.sub(r"^[^,，。 \d]{0,3}(?=[,，。 ])| ?left", "", rest) if rest[:1] not in ",，。 " else rest
    elif left is not None:
        rest = text[left.start() :]
    else:
        return text
    if not _PAYS_LENDER.search(rest):
        return text
    return _dated(_KEPT.sub("", rest).lstrip(",，。 "), text[: told.start()])


def _kind(before: str, after: str) -> str:
    """I for what came in, O for what went out, L for what is left, P for what is paid, ? for anything else."""
    near = before[-14:]
    if _NOT_ONES_OWN.search(near):
        return "P" if _PAID_FOR.search(near) else "?"
    if _LEFT.search(near) or _LEFT_THEN.match(after):
        return "L"
    if _COMES_IN_THEN.match(after):
        return "I"
    if _GOES_THEN.match(after):
        return "O"
    spent = list(_OUT.finditer(near))
    came = list(_IN.finditer(near))
    if _PAID_FOR.search(near) and not (spent and spent[-1].end() > len(near) - 4):
        return "P"
    if _PAID_THEN.match(after):
        return "P"
    if not (spent or came):
        return "?"
    return "O" if spent and (not came or spent[-1].end() > came[-1].end()) else "I"


def _dated(rest: str, told: str) -> str:
    """What is paid with the day that its money comes, where none is said of it."""
    days = [] if _DAY.search(rest) else _DAY.findall(told)
    return f"{days[-1]}{rest}" if days else rest


def refused(rest: str) -> bool:
    """Whether behind such an account nothing is promised."""
    return bool(_REFUSES.search(rest))
