"""What is owed, since when, and what happens if it stays unpaid: facts of this account, never a threat."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from actions import dispute, promise, said_again
from actions.situation import Dialogue, Owed, Say, Situation, Step
from catalogue.values import day, listed, money
from core.money import Money

# While one of these holds the account, not even the balance is told by the assistant.
UNSPOKEN = frozenset({"crisis", "deceased", "bankruptcy", "attorney"})
# While one of these holds the account, law may have stopped its interest: what the contract says is not told either.
NO_TERMS = UNSPOKEN | {"moratorium"}
# What a balance is made up of, each with its own words.
PARTS = frozenset({"principal", "interest", "fees"})

# A promise that is being made: its question is put again instead of a new one.
_WHY = re.compile(
    r"\b(?:why|how come|y) (?:is |am |are |does |did |do |has |was )?(?:\w+ ){0,4}?(?:so (?:much|high)|that (?:much|high)|more|higher|go(?:ne|es)? up|went up|rais\w+)"
    r"|\bthought (?:it|i|that)\b.{0,24}\d|\bhow (?:did|does|is) (?:it|this|that) (?:get|come|add|go|so)"
    r"|\bwhere (?:does|did|do) (?:that|this|the) .{0,20}come from|\bwhat(?:'?s| is| are) (?:this|that|these|those|the) (?:extra|fees?|charges?|interest)"
    r"|\b(?:por ?qu[eé]|xq|pq|c[oó]mo (?:es que|as[ií] que)) .{0,20}(?:tanto|tan (?:alto|caro)|m[aá]s|subi\w+)|\bpens[eé] que .{0,16}\d|\bcre[ií] que .{0,16}\d"
    r"|\bde d[oó]nde (?:sale|salen|sali[oó])\b"
    r"|\bhow much (?:of (?:it|that|this) )?(?:is|are|was) (?:the |just )?(?:interest|principal|fees|charges)|\bbreak ?down\b"
    r"|\bhow (?:is|are|do|does|did|u|you)\b[^.;!?\n]{0,30}\b(?:work(?:ed|ing)? out|calculat\w+|figur\w+|come up with)\b[^.;!?\n]{0,16}\b(?:interest|fees?|charges?)\b|\bhow (?:is|are|do|does)\b[^.;!?\n]{0,16}\b(?:interest|fees?|charges?)\b[^.;!?\n]{0,12}\b(?:work|calculat|add|count|charged)\w*"
    r"|\bc[oó]mo (?:se |me |nos )?(?:est[aá]n? |es que )?(?:calcul|sac|cobr)\w* (?:ese |esos |el |los |tanto |estos )*(?:inter[eé]s\w*|recargos?|cargos?|comisi[oó]n\w*)"
    r"|(?:利息|罚息|罰息|手续费|手續費|违约金|違約金|滞纳金|滯納金)[^，。,\n]{0,14}(?:怎么|怎麼|怎样|怎樣|点样|點樣|[点點]|如何)(?:算|计|計)"
    r"|\bcu[aá]nto (?:es |son |va |hay )?(?:de |en )?(?:los |puros )?(?:intereses|inter[eé]s|capital|cargos|recargos|comisiones)|\bdesglos\w+"
    r"|(?:本金|利息|罚息|罰息|手续费|手續費|违约金|違約金).{0,6}(?:多少|几多|幾多)|多少是?(?:本金|利息)|明细|明細|(?:算上|加上|含|包括|包埋|连同?|連同?|计埋|計埋|有[没沒]有算|算[不没沒]算)了?(?:本金|利息|罚息|罰息|手续费|手續費|违约金|違約金|滞纳金|滯納金)"
    r"|(?:为什么|為什麼|怎么|怎麼|点解|點解|咋).{0,6}(?:这么多|這麼多|那么多|那麼多|多了|涨|漲|咁多|变多|變多)|我以为.{0,6}\d|我以為.{0,6}\d|(?:多出来|多出來|多的)的?.{0,6}(?:是什么|是什麼|哪来|哪來)",
    re.IGNORECASE,
)
# Why are you still writing; what do I have to do.
_WHAT_NOW = re.compile(
    r"\b(?:why|how come|y) (?:are|r|do|am|is) (?:you|u|y'?all|i|this|it)\b.{0,12}\b(?:still|keep|again|get\w*|text\w*|messag\w*|contact\w*|writ\w*|remind\w*)\b"
    r"|\bwhat (?:do|should|must|am) i (?:have to |need to |supposed to )?(?:do|send)|\bwhat(?:'?s| is| happens) (?:next|now)\b"
    r"|\b(?:por ?qu[eé]|xq|pq) (?:me )?(?:siguen?|sigues|todav[ií]a|aun|aún|escrib\w+|mand\w+)\b|\b(?:qu[eé]|q) (?:tengo que|tengo q|debo|hago|sigue|hay que)\b"
    r"|(?:为什么|為什麼|怎么|怎麼|干嘛|幹嘛|点解|點解).{0,4}(?:还|還|又|仲|总|總|老).{0,6}(?:发|發|找|催|联系|聯絡|傳|短信|訊息|搵)|(?:我|那)(?:要|该|該|应该|應該|需要)(?:做什么|做什麼|怎么办|怎麼辦|怎么做|怎麼做|點做)",
    re.IGNORECASE,
)
# Says that it is wrong, or wants it proven: a dispute, not a question.
_WRONG = re.compile(
    r"\b(?:wrong|incorrect|not (?:right|correct|mine|true)|isn'?t (?:right|correct|mine)|prove|proof|fraud|scam|never|mistake|error|dispute|validat\w*|bullshit"
    r"|est[aá] mal|incorrect\w+|equivocad\w+|no es (?:m[ií]o|m[ií]a|correcto|cierto)|no debo|prueb\w+|fraude|nunca|robo)\b"
    r"|\b(?:don'?t|dont|do not) (?:accept|believe|agree)\b|\bno way\b|\bno (?:lo |la |los )?(?:reconozco|acepto)\b|[不唔][认認]|[没沒]同意|[对對]不上"
    r"|不对|不對|不是我|错|錯|证明|證明|证据|證據|诈骗|詐騙|从来没|從來沒|没借|沒借|唔啱",
    re.IGNORECASE,
)
_OPEN_PROMISE = frozenset(
    {"confirmation", "clarify_date", "clarify_amount", "pay_date", "pay_method", "amount"}
)
# What was shown or asked there is put again, not another question instead.
_OPEN_ELSEWHERE = frozenset({"choice", "offer", "reason"})


def next_step(s: Situation) -> Step:
    """Tell the balance and ask, where nothing is promised yet, when it can be paid."""
    assert s.account is not None
    if s.account.paid:
        return Step((Say("balance.nothing_owed", {"lender": s.lender}),))
    if s.standing:
        return Step((told(s), said_again.what_stands(s.standing)), dialogue=s.dialogue)
    if s.dialogue.asked in _OPEN_PROMISE and s.dialogue.about == promise.ABOUT and promise.goes_on(s):
        return Step((told(s),)).resuming(s)
    if s.account.holds & UNSPOKEN:
        return on_hold(s)
    if s.account.holds:
        return Step((told(s), Say("balance.on_hold", {})), dialogue=s.dialogue)
    if s.dialogue.asked in _OPEN_ELSEWHERE:
        return Step((told(s),)).resuming(s)
    if promise.goes_on(s):
        return Step((told(s),)).then(promise.go_on(s))
    return Step.asking(Say("balance.told_when", told(s).parameters), asked="amount", about="promise")


def asks_what_now(s: Situation) -> bool:
    """Whether, while a person looks into it, the borrower asks why we still write, or what there is to do."""
    if s.account is None or not s.account.holds or s.intent not in ("help", "ask_identity", "out_of_scope"):
        return False
    return bool(_WHAT_NOW.search(s.text))


def on_hold(s: Situation) -> Step:
    """Nothing is asked for until a person has answered; where a lawyer acts, nothing is said but that, in every place."""
    if s.account is not None and "attorney" in s.account.holds:
        say = Say("specialist.ask_representative", {"lender": s.lender, "phone": s.policy.phone})
    else:
        say = Say("balance.on_hold", {})
    return Step((say,), dialogue=s.dialogue)


def wonders(s: Situation) -> bool:
    """Whether the text is surprised at the sum and asks why, without saying that it is wrong."""
    if s.intent not in (
        "ask_balance",
        "dispute_debt",
        "out_of_scope",
        "complaint",
        "stall",
        "ask_consequence",
    ):
        return False
    if s.intent == "dispute_debt" and dispute.asks_for_proof(s.text):
        return False
    if s.dialogue.asked == "proof":
        return False  # the statement that is spoken of is the borrower's own
    return bool(_WHY.search(s.text)) and not _WRONG.search(s.text)


def explain(s: Situation) -> Step:
    """What the sum is and what may be in it; and a person who looks into it if it seems wrong."""
    assert s.account is not None
    if s.account.paid:
        return next_step(s)
    facts = {"lender": s.lender, "amount": money(s.account.amount), "day": day(s.account.due_on)}
    parts = known_parts(s.account)
    if not parts:
        return Step((Say("balance.why", facts),)).resuming(s)
    shown = listed([{"text": f"balance.part_{name}", "with": {"amount": money(one)}} for name, one in parts])
    return Step((Say("balance.parts", {**facts, "parts": shown}),)).resuming(s)


def known_parts(account: Owed) -> list[tuple[str, Money]]:
    """What the balance is made up of, the largest first; nothing where a payment has changed it since that was told."""
    try:
        parts = {name: Decimal(amount) for name, amount in account.parts.items() if name in PARTS}
    except ArithmeticError:
        return []
    currency = account.amount.currency
    if Money(sum(parts.values(), Decimal(0)), currency).rounded() != account.amount:
        return []
    told = [(name, Money(amount, currency).rounded()) for name, amount in parts.items() if amount > 0]
    return sorted(told, key=lambda one: -one[1].amount)


# How it goes on with what a person looks into, not what being late costs.
_GOES_ON = re.compile(
    r"\bwhat(?:['’]?s| is| happens?| do (?:i|we|you) do)?(?: gonna| going to)?(?: happen)? (?:now|next|then)\b|\bnow what\b|\b(?:qu[eé] (?:pasa|sigue|procede|hago)|y) ahora\b|\bahora qu[eé]\b|接下[来來]|(?:然[后後]|之[后後]|跟住)(?:呢|怎|點|点)|[现現]在(?:怎么办|怎麼辦)|而家點",
    re.IGNORECASE,
)


def consequence(s: Situation) -> Step:
    """What happens if it is not paid, as far as this account's contract goes; and what helps."""
    assert s.account is not None
    if s.account.paid:
        return next_step(s)
    if s.account.holds & NO_TERMS or (s.account.holds and _GOES_ON.search(s.text)):
        return on_hold(s)
    step = Step((of_late(s),))
    if s.account.holds:
        return replace(step, dialogue=s.dialogue)
    if s.dialogue.asked and s.dialogue.about == "refusal":
        return replace(step, dialogue=s.dialogue)  # why they will not pay was asked once
    if s.dialogue.asked:
        return step.resuming(s)
    if any(one.due_on >= s.today for one in s.standing):
        return replace(step, dialogue=s.dialogue)  # it is agreed already when it will be paid
    return replace(step, dialogue=Dialogue(asked="amount", about="promise"))


def of_late(s: Situation) -> Say:
    """What may come of being late; while a person looks into it, that nothing is asked for meanwhile too."""
    held = s.account is not None and s.account.holds
    return Say("balance.consequence_on_hold" if held else "balance.consequence", {"lender": s.lender})


def told(s: Situation) -> Say:
    """The balance, due date and lateness, worded for the stage."""
    assert s.account is not None
    return Say(
        "balance.told",
        {
            "lender": s.lender,
            "amount": money(s.account.amount),
            "day": day(s.account.due_on),
            "days": s.account.days_past_due,
            "product": s.account.product,
        },
    )
