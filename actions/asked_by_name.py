"""Who asks after the borrower by their name: what they owe, when, whether they paid. Nobody asks so of themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from actions import names

# First names that are also what a question of one's own is about: "how much is due for june", "the bill's total".
_NO_THING = r"(?!(?:may|june|april|august|summer|week)\b|(?-i:bill|price|rent|will|rich|card|cash|best|long|short|young|small)\b)"
_OWES = r"(?:owes?|owing|behind|late (?:on|with)|overdue|past due|in (?:debt|arrears|for it|for)|short|down)"
_STILL = r"(?:(?:still|currently|actually|really|now|even|ever|already|all) )*"
_DEBT = r"(?:bills?|debts?|loan|balance|total|payments?|payoff|amount|card|credit card|account|finances|arrears|due date)"
# `{one}` is the borrower by any name, written in any way; `{sure}` only as no other word is.
_EN = (
    rf"\b(?:does|did|do|has|have) {{one}} {_STILL}(?:owe|(?:have|need|got|left) to pay|have left|got left|paid|pay (?:you|u|it|this|off|yet|anything)|been paying)\b",
    rf"\b(?:how (?:much|far|late|bad)|is|are|was) (?:is |was )?{{one}} {_STILL}{_OWES}\b|\bhow (?:much|far|late) (?:behind|overdue|in debt|past due) (?:is|was) {{one}}\b(?!['’ ]+(?:period|days))",
    rf"\b(?:what|how much|know what)(?:['’]?s| is| money)? {{one}} {_STILL}(?:owes?|owing)\b|(?:^|[.!?,;:]\s*){{one}} {_STILL}owes?\b",
    rf"(?<!\bthe )(?<!\bthis )(?<!\bthat )(?<!\bmy )(?<!\byour )\b{{sure}}['’]?s (?:\w+ ){{0,2}}?{_DEBT}\b",
    r"\b(?:how much|balance|amount|total|payoff|payment|debt|left|owed|due)(?: (?:is|it|that|this|left|owed|due|owing|still|remaining|outstanding|needed|to pay|the|balance|total))* (?:for|on|from|by|of) {sure}\b(?!['’]?s? period)",
    r"\bwhen (?:is|does|did|should|must) {one} (?:due|late|supposed|have to|need to|has to|pay)\b|\b(?:pay|settle|cover) (?:it |this |that |off )*(?:off )?for {sure}\b(?!['’]?s? period)",
)
_CON_ES = r"(?:(?:la|el) (?:se[nñ]or(?:a|ita)?|lic\w*) |do[nñ]a |don )?{name}\b"
_ES = (
    rf"\b(?:cu[aá]nto|cu[aá]ndo|qu[eé])(?: (?:les?|todav[ií]a|a[uú]n|ya|es|falta|queda|hay|que|pagar|pagado|por|de|del|lo|la|el|a|en|deuda|cuenta|saldo|adeudo|total|pr[eé]stamo|cr[eé]dito|tarjeta|sigue|va|lleva|tiene|debe|toca|vence|adeuda|ha|debiendo|pendiente|para|liquidar|cubrir|saldar|atrasad[oa]))*"
    rf" (?:de|a|por|para|debe|adeuda|tiene|lleva|pagar|pagado|debiendo|atrasad[oa]) {_CON_ES}",
    rf"\b(?:deuda|saldo|adeudo|pr[eé]stamo|cr[eé]dito|vencimiento|lo) de {_CON_ES}(?=[^.!]*[?]|\W*$)",
    rf"\b(?:ya|s[ií]|no) (?:les? )?(?:pag[oó]|liquid[oó]|deposit[oó]) {_CON_ES}|\b{{name}} (?:ya )?(?:les? )?(?:pag[oó]|est[aá] atrasad[oa]|va atrasad[oa])\b",
)
_WHOSE = r"(?<!我)(?<!我[是係系叫])(?<!本人)(?<!户名)(?<!戶名)(?<!姓名)(?<!名字)(?:{name}|{title})"
_WHILE = r"(?:现在|現在|目前|到底|究竟|总共|總共|一共|而家|仲|还|還|[今这這呢上下每]个?個?[期月]|要|需要|应该|應該|得|有|又|是|就|已经|已經|逾期|前后|前後|欠款|贷款|貸款)*"
_HOW_MUCH = r"(?:多少|几多|幾多|[几幾](?:钱|錢|天|日|期|耐|个月|個月)|什么|什麼|多久|幾耐)"
_WHEN = r"(?:几时|幾時|什么时候|什麼時候|啥时候|哪天|哪一天|边日|邊日)"
_PAYS = r"(?:还|還|付|交|缴|繳|俾|畀|找|清)"
_ZH = (
    rf"{_WHOSE}{_WHILE}(?:欠|爭|争|差|该|該|剩|{_PAYS}|拖)(?!我)(?:你们|你們|你哋|人|银行|銀行|贵公司|貴公司|下|低|了|咗|着|著|住|数|數|款)*{_HOW_MUCH}",
    rf"{_WHOSE}(?:{_WHILE}(?:逾期|欠款)(?:了|咗)?|(?:的|嘅|那|嗰|呢|这|這)(?:一)?(?:笔|筆|个|個|期|张|張)?(?:余额|餘額|欠款|账单|帳單|账|帳|债|債|贷款|貸款|借款|卡[数數]|数|數|钱|錢|分期|还款|還款))[^。！!\n]{{0,8}}(?:{_HOW_MUCH}|{_WHEN})",
    rf"{_WHOSE}{_WHILE}{_WHEN}(?:要|应该|應該|得|先|再)*(?:{_PAYS}|到期)|{_WHOSE}{_WHILE}(?:逾期|{_PAYS}(?:清|完|齐|齊|曬|晒|咗|了))(?:了|咗)*(?:吗|嗎|没|沒|未|冇)",
)


def by_name(text: str, borrower: str) -> bool:
    """Whether `text` asks of the borrower of that name as one asks of somebody else."""
    return bool(_asked_after(borrower).search(text))


@lru_cache(maxsize=512)
def _asked_after(borrower: str) -> re.Pattern[str]:
    """The questions about the borrower of that name."""
    if any(letter >= "\u3400" for letter in borrower):
        called = f"(?:{'|'.join(names.spoken_of(borrower))})"
        titled = f"{re.escape(borrower[0])}(?:先生|小姐|女士|太太|生)"
        return re.compile("|".join(_ZH).replace("{name}", called).replace("{title}", titled))
    anyhow = f"(?:{'|'.join(names.spoken_of(borrower))})"
    one = rf"(?:(?:mr|mrs|ms|miss)\.? )?{anyhow}(?: {anyhow})*"
    sure = rf"{_NO_THING}{one}"
    written = f"(?:{'|'.join(names.called(borrower))})"
    return re.compile(
        "|".join(_EN).replace("{one}", one).replace("{sure}", sure)
        + "|"
        + "|".join(_ES).replace("{name}", written),
        re.IGNORECASE,
    )
