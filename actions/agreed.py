"""What is asked about the payments themselves: what was agreed, which is the last, what is left after them, what if not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from actions import broken_promise, said_again
from actions.drafts import ABOUT, Draft
from actions.situation import Say, Situation, Step
from catalogue.values import listed, money, part
from core.money import Money
from reading import asked_after

# What did we say: "what was it I said again", "¿en cuánto habíamos quedado?", 当初说的是几号.
_AGREED = re.compile(
    r"\b(?:what|when|which|how much)\b.{0,24}\b(?:(?:did|do|have|had|has|was|is|were) (?:i|we|you|it|that|u)\b.{0,12}\b(?:sa(?:y|id)|agree\w*|promise\w*|settle\w*|set|put|tell|told)|(?:i|we) (?:said|agreed|promised|settled on|set|told you))\b"
    r"|\bremind me (?:what|when|which|how much)\b|\b(?:what|when) was (?:my|the|our) (?:promise|deal|arrangement|agreement|plan)\b"
    r"|\b(?:cu[aá]nto|cu[aá]ndo|(?:qu[eé]|q|cu[aá]l) (?:d[ií]a|fecha|cantidad|monto)|(?:en|a|para) (?:qu[eé]|q|cu[aá]nto|cu[aá]ndo))\b.{0,16}\b(?:qued(?:amos|ado|é)|acord(?:amos|ado)|(?:le |les |te )?dije|promet[ií])\b"
    r"|(?:说|說|讲|講|约|約|定|(?<![电電])[話话]|答应|答應|应承|應承)(?:好)?(?:的|了|嘅|咗|過|过)?(?:要|会|會)?(?:[还還付俾畀轉转过過](?:给|給)?)?(?:你们|你們|你哋|您|你)?(?:的)?(?:是|係|系)?(?:那)?(?:几号|幾號|哪天|哪一天|边日|邊日|多少|几时|幾時|几多|幾多|什么时候|什麼時候)(?![都遍次回])",
    re.IGNORECASE,
)
# Speaks of what was agreed and does not ask for it: "forget what I said", "that's what we said", 客服电话多少.
_OF_IT = frozenset(
    """cancel_promise request_plan affirm deny request_human ask_identity pay_now complaint dispute_debt""".split()
)
_QUESTION = re.compile(r"[?？]")
# Wants to be told once more: "remind me what I agreed to", recuérdeme, 提我一下.
_REMIND = re.compile(
    r"\b(?:remind me|(?:can|could|will|would) (?:you|u|ya)(?: \w+)? (?:tell|send|show) me|tell me again|i forgot|(?:don'?t|dont|can'?t|cant) remember|recu[eé]rd[ae]\w*|(?:se me olvid[oó]|no (?:me acuerdo|recuerdo)))\b"
    r"|提醒|提(?:一下)?我|忘了|忘咗|(?:不|唔)[记記]得|[来來][着著]",
    re.IGNORECASE,
)
# When is it over: "what's the date of the last one", 最後一期係幾時.
_LAST = re.compile(
    r"\b(?:what|wat|whats|what'?s|when|whens|when'?s|which)\b(?! (?:was|were|did))(?![^.;!?\n]{0,60}\b(?:(?:you|u|ya|y'?all) (?:got(?! me)|get|received|took)|i (?:made|missed|sent|paid|did)|came (?:in|through))\b)[^.;!?\n]{0,24}\b(?:last|final) (?:one|un|1|payment|instal\w+|bit|part|date|of (?:them|em))\b|\bremind me (?:when|what)\b[^.;!?\n]{0,16}\b(?:last|final)\b"
    r"|\bwhen (?:am|will|would|do|is|are|does|'?s|ll) (?:i|we|it|this|that|all (?:this|that)|everything)(?: be| get)? (?:all )?(?:done|finish\w*|paid off|clear|over|end\w*)\b"
    r"|\b(?:cu[aá]ndo|cu[aá]l|(?:qu[eé]|q) (?:d[ií]a|fecha))\b(?! fue)(?![^.;!?\n]{0,60}\b(?:recibieron|les lleg[oó]|hice|pagu[eé]|mand[eé]|deposit[eé])\b)[^.;!?\n]{0,24}\b(?:[uú]ltim[oa]|final|termino|acabo)\b(?! vez)"
    r"|(?<![收还還付转轉]到的)(?<![收还還付转轉]到嘅)(?<![收还還付转轉][过過]的)(?:最后|最後|尾)(?:那|嗰)?(?:一)?(?:[笔筆期次单單個个]|嗰期)(?:是|係|系|到|在|喺|要)?[^，。,\n]{0,6}(?:几号|幾號|哪天|哪一天|边日|邊日|几时|幾時|什么时候|什麼時候|啥时候|何时|何時)",
    re.IGNORECASE,
)
# What is left once those are paid: "what does that leave me owing", "¿y luego cuánto me queda?", 还完这些还差多少.
_LEFT = re.compile(
    r"\b(?:what|wat|how much|whats|what'?s|wats)\b[^.;!?\n]{0,16}\b(?:that|this|it|they|those|them) leaves?\b|\b(?:what|wat|how much|whats|what'?s|wats)\b[^.;!?\n]{0,30}\b(?:left|owe|owing|owin|remain\w*|balance|to pay|due|outstanding)\b[^.;!?\n]{0,12}\b(?:after|then|once|when)\b"
    r"|\b(?:after|once|when) (?:that|this|it|those|them|these|the (?:two|three|first|last|payments?)|i'?ve paid|i pay)\b[^.;!?\n]{0,24}\b(?:what|how much)\b[^.;!?\n]{0,20}\b(?:left|owe|owing|remain\w*|balance)\b"
    r"|\bcu[aá]nto\b[^.;!?\n]{0,24}\b(?:queda\w*|falta\w*|resta\w*|deb\w+|debiendo)\b[^.;!?\n]{0,20}\b(?:despu[eé]s|luego|con eso|as[ií]|entonces|ya pagando|al (?:pagar|final))\b|\b(?:despu[eé]s|luego|con eso|y as[ií]|ya pagando(?: eso)?|pagando eso)\b[^.;!?\n]{0,24}\bcu[aá]nto\b[^.;!?\n]{0,16}\b(?:queda\w*|falta\w*|deb\w+|resta\w*)\b"
    r"|(?:之后|之後|以后|以後|完|清|晒|曬|咗|过了|那|咁|然后|然後)[^。；;\n]{0,10}(?:还|還|仲)?(?:剩|差|欠|爭|争|有)(?:下|返|低|我)?(?:多少|几多|幾多|几钱|幾錢)",
    re.IGNORECASE,
)
# What is to be done if it does not come to pass: 萬一老闆又不發, "and if they don't pay me again".
_WHAT_IF = re.compile(
    r"\bwhat(?: happens)? if\b(?=[^.;!?\n]{0,80}\b(?:not|n'?t|nt|can'?t|cant|late|don'?t|dont|won'?t|wont|falls?|lose|less|short|nothing|again|happens)\b)|\bin case (?:i|they|he|she|it)\b|\bif (?:something|anything|sth) (?:comes up|happens|goes wrong)\b"
    r"|\b(?:y|q|qu[eé]|qu[eé] pasa|q pasa) si\b(?=[^.;!?\n]{0,80}\b(?:no|tard\w+|falla|pasa|atras\w+|retras\w+|menos)\b)|\bpor si (?:no|acaso|las)\b|\ben caso de que no\b|万一|萬一|(?:如果|要是|若|要係)[^。；;\n]{0,16}(?:怎么办|怎麼辦|點算|点算|咋办|咋整|點搞|点搞|改期|點搵|怎么说|怎麼說)",
    re.IGNORECASE,
)
# Surer than this, another matter is meant.
_SURELY = 0.6
_ASKS = frozenset({"ask_balance", "ask_consequence", "out_of_scope", "help", "stall"})
_SAYS_OTHERWISE = frozenset({"ask_consequence", "ask_balance", "affirm", "promise_to_pay"})


def takes(s: Situation) -> Step | None:
    """The answer to what is asked about the payments on the table, or those that stand; None where nothing is asked."""
    if again := said_again.takes(s):
        return again
    if s.reading.promise and s.reading.dates:
        return None
    on_table = _on_table(s)
    payments = on_table or tuple((one.amount, one.due_on) for one in s.standing)
    if payments and _asks_what_is_left(s, payments):
        return Step((_left(s, payments),)).resuming(s)
    if payments and _LAST.search(s.text):
        return Step((_last(payments),)).resuming(s)
    if payments and _asks_what_if(s):
        return Step((Say("promise.if_it_changes", {}),)).resuming(s)
    if s.reading.promise or not _asked(s):
        return None
    return _what_was_agreed(s)


def asks_of_fees(s: Situation) -> bool:
    """Whether the text asks if it costs more, told in parts or later; not what is in the balance, nor to have it taken off."""
    other = s.intent in ("ask_balance", "complaint", "dispute_debt", "attorney_represented")
    return asked_after.asks_of_fees(s.text) and not (other and s.confidence >= _SURELY)


def _asked(s: Situation) -> bool:
    """Whether the text asks what was agreed, where something was."""
    asks = _QUESTION.search(s.text) or _REMIND.search(s.text)
    of_it = s.intent in _OF_IT and not (s.intent == "cancel_promise" and asks)
    return bool(s.standing or s.broken) and not of_it and bool(_AGREED.search(s.text))


def _asks_what_is_left(s: Situation, payments: Sequence[tuple[Money, date]]) -> bool:
    """Whether it is asked what is left after these payments; after another sum it is another matter."""
    if s.intent not in _ASKS or not _LEFT.search(s.text):
        return False
    named = {Decimal(number) for number in re.findall(r"(?<![\d.,])\d+(?:\.\d+)?", s.text.replace(",", ""))}
    return named <= {amount.amount for amount, _ in payments} | {Decimal(on.day) for _, on in payments}


def _asks_what_if(s: Situation) -> bool:
    named = s.sum_said or s.reading.share or s.reading.dates or s.method
    if s.intent in _SAYS_OTHERWISE or named or asks_of_fees(s):
        return False
    # "And if one week I'm late, how?" asks for no plan while one is being read back.
    late = s.intent == "request_plan" and asked_after.asks_if_late(s.text)
    return late or bool(_WHAT_IF.search(s.text))


def _on_table(s: Situation) -> tuple[tuple[Money, date], ...]:
    """The payments that are being read back."""
    if s.dialogue.about != ABOUT or s.account is None:
        return ()
    draft = Draft.from_json(s.dialogue.draft)
    one = ((draft.amount, draft.on),) if draft.amount is not None and draft.on is not None else ()
    return tuple((Money(amount, s.account.amount.currency), on) for amount, on in draft.parts or one)


def _left(s: Situation, payments: Sequence[tuple[Money, date]]) -> Say:
    assert s.account is not None
    owed = s.account.amount
    left = owed.amount - sum(amount.amount for amount, _ in payments)
    promise = listed([part(amount, on) for amount, on in sorted(payments, key=lambda one: one[1])])
    if left <= 0:
        return Say("balance.nothing_left", {"promise": promise})
    return Say("balance.left_after", {"promise": promise, "amount": money(Money(left, owed.currency))})


def _last(payments: Sequence[tuple[Money, date]]) -> Say:
    amount, on = max(payments, key=lambda one: one[1])
    return Say("balance.last_payment", {"promise": listed([part(amount, on)])})


def _what_was_agreed(s: Situation) -> Step:
    """What stands, else what was broken, and then what was asked about it."""
    if s.standing:
        return Step((said_again.what_stands(s.standing),)).resuming(s)
    said = Step((said_again.what_stands([s.broken] if s.broken else []),))
    if s.dialogue.about == broken_promise.ABOUT and s.dialogue.asked == "reason":
        return said.then(broken_promise.next_step(s))
    return said.resuming(s)
