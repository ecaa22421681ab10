"""Mandarin typed in Latin letters, "wo mingtian huan 500", brought to characters."""

from __future__ import annotations

import re

from reading.text import HAN

_WORDS = {
    "wo": "我", "ni": "你", "men": "们", "nin": "您", "ta": "他", "laogong": "老公", "laopo": "老婆", "laoban": "老板", "gongsi": "公司", "pengyou": "朋友",
    "jintian": "今天", "mingtian": "明天", "houtian": "后天", "dahoutian": "大后天", "zuotian": "昨天", "jinwan": "今晚", "mingwan": "明晚",
    "zhou": "周", "xingqi": "星期", "libai": "礼拜", "xia": "下", "zhe": "这", "ben": "本", "shang": "上", "ge": "个", "yue": "月", "yuedi": "月底", "yuechu": "月初",
    "yuezhong": "月中", "zhoumo": "周末", "niandi": "年底", "guonian": "过年", "chunjie": "春节", "yuandan": "元旦", "tian": "天", "ri": "日", "hao": "号", "nian": "年",
    "yi": "一", "er": "二", "liang": "两", "san": "三", "si": "四", "wu": "五", "liu": "六", "qi": "七", "ba": "八", "jiu": "九", "shi": "十", "bai": "百", "qian": "千",
    "wan": "万", "ling": "零", "ban": "半", "yiban": "一半", "quanbu": "全部", "shengxia": "剩下", "zuidi": "最低", "kuai": "块", "yuan": "元", "kuaiqian": "块钱",
    "huan": "还", "hai": "还", "huanqing": "还清", "huankuan": "还款", "fu": "付", "gei": "给", "zhuan": "转", "zhuanzhang": "转账", "da": "打", "jiao": "交", "hui": "会",
    "neng": "能", "keyi": "可以", "yiding": "一定", "kending": "肯定", "xian": "先", "zai": "再", "jiushi": "就是", "ranhou": "然后", "zuichi": "最迟", "zuiwan": "最晚",
    "fen": "分", "ci": "次", "mei": "每", "dou": "都", "de": "的", "le": "了", "ne": "呢", "a": "啊", "la": "啦", "ma": "吗", "bu": "不", "meiyou": "没有", "meiqian": "没钱",
    "bie": "别", "buyao": "不要", "buneng": "不能", "yao": "要", "xiang": "想", "deng": "等", "dao": "到", "fa": "发", "gongzi": "工资", "qianle": "钱了", "yihou": "以后",
    "zhihou": "之后", "zhiqian": "之前", "yiqian": "以前", "hou": "后", "kaishi": "开始", "cong": "从", "dian": "点", "dianhua": "电话", "zhao": "找", "lianxi": "联系",
    "zaoshang": "早上", "shangwu": "上午", "zhongwu": "中午", "xiawu": "下午", "wanshang": "晚上", "youkong": "有空", "fangbian": "方便", "shangban": "上班", "xiaban": "下班",
    "weixin": "微信", "zhifubao": "支付宝", "qing": "请", "xiexie": "谢谢", "nihao": "你好", "dagai": "大概", "haishi": "还是", "huozhe": "或者", "yinwei": "因为", "yijing": "已经",
    "guo": "过", "ji": "几", "duoshao": "多少", "shenme": "什么", "shihou": "时候", "keneng": "可能", "yinggai": "应该", "qianbuhuan": "钱不还", "zhege": "这个", "xiage": "下个",
}  # fmt: skip
_LONGEST = max(map(len, _WORDS))
# Words that no other of our languages has: one at least must be there.
_PROOF = {
    "huan", "huanqing", "huankuan", "zhuan", "zhuanzhang", "jintian", "mingtian", "houtian", "dahoutian", "xingqi", "libai", "gongzi", "yuedi", "zhou", "zhoumo", "dianhua", "lianxi",
    "meiqian", "kuaiqian",
}  # fmt: skip
_NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万半零]$")
_PIECE = re.compile(r"[a-z' ]+|[^a-z' ]+", re.IGNORECASE)
_MOST = 200


# xia zhou wu还1000; but no address, and no name behind an @.
_BESIDE_CHARACTERS = re.compile(
    r"(?:(?<=^)|(?<=[\u3400-\u9fff\s,，。!！]))[a-z][a-z' ]{2,}[a-z](?![a-z@._-])", re.IGNORECASE
)


def _piece(letters: str) -> str:
    words = _words(re.sub(r"[' ]", "", letters.lower()))
    return in_characters(letters) if words and set(words) & _PROOF else letters


def in_characters(text: str) -> str:
    """The text in characters if it is Mandarin in Latin letters throughout; else as it is."""
    if len(text) > _MOST:
        return text
    if HAN.search(text):
        return _BESIDE_CHARACTERS.sub(lambda match: _piece(match[0]), text)
    pieces = [match[0] for match in _PIECE.finditer(text)]
    split = [
        _words(re.sub(r"[' ]", "", piece.lower())) if piece[0].isalpha() or piece[0] in "' " else []
        for piece in pieces
    ]
    if any(words is None for words in split) or not any(set(words or ()) & _PROOF for words in split):
        return text
    written = ""
    for piece, words in zip(pieces, split, strict=True):
        if not piece.strip(" '"):
            written += " "
        elif words:
            for number, word in enumerate(words):
                following = words[number + 1] if number + 1 < len(words) else ""
                written += _meant(word, written, following)
            written += " " if piece.endswith(" ") and not _NUMERAL.search(written) else ""
        else:
            written += piece
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff\d])|(?<=\d) (?=[号月点块元号])", "", written)


def _words(letters: str) -> list[str] | None:
    """The fewest words that make up the letters; None when none do."""
    best: list[list[str] | None] = [[]]
    for end in range(1, len(letters) + 1):
        found: list[str] | None = None
        for start in range(max(0, end - _LONGEST), end):
            before, word = best[start], letters[start:end]
            if before is not None and word in _WORDS and (found is None or len(before) + 1 < len(found)):
                found = [*before, word]
        best.append(found)
    return best[-1]


def _meant(word: str, before: str, following: str) -> str:
    """Which of the characters that sound alike: 千 behind a numeral, else 钱; 号 behind one, else 好."""
    counted = bool(_NUMERAL.search(before.rstrip()))
    week = before.rstrip().endswith(("周", "期", "拜"))
    if word == "qian":
        return "千" if counted else "钱"
    if word == "hao":
        return "号" if counted else "好"
    if word == "shi":
        return (
            "十"
            if counted
            or following
            in ("hao", "kuai", "tian", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu", "dian")
            else "是"
        )
    if word == "qi":
        return "期" if counted and before.rstrip()[-2:-1] in "分成" else "七"
    if word == "ba":
        return (
            "八"
            if counted or week or following in ("bai", "qian", "wan", "hao", "kuai", "dian", "yue")
            else "吧"
        )
    if word == "jiu":
        return "九" if week or following in ("bai", "qian", "wan", "hao", "dian", "yue") else "就"
    if word == "yiqian":
        sum_of = before.rstrip().endswith(("还", "转", "给", "付", "打", "交", "你", "您", "先", "再"))
        return "一千" if sum_of or following in ("kuai", "yuan", "wu", "er", "san", "si", "liu") else "以前"
    if word == "mei":
        return "每" if following in ("zhou", "yue", "ge", "xingqi", "libai", "tian", "ci", "liang") else "没"
    return _WORDS[word]
