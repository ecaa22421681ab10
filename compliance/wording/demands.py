"""Whether a text asks for money: what may not be asked of somebody who is bankrupt, has a lawyer, has died or disputes it.

Wider than the rules of the guard: asking for payment is lawful everywhere else, and who is told that it was too much here
writes another sentence.
"""

from __future__ import annotations

import re

from compliance.keywords.folding import fold

_CLAUSE = re.compile(r"[.!?;:,\n。！？；：，、]+(?!\d)")
_MONEY = re.compile(
    r"\b(?:pay|pays|paying|payments?|payable|owe[ds]?|owing|past due|overdue|outstanding|arrears|instal?ments?|settle|settling|settlement|catch up|remit\w*|reimburse|amount due|(?:is|are|was|still|now) due|due (?:now|today|date|by|on)|clear (?:it|this|the|your)|send (?:the |us the |your )?money|bring .{0,24} current)\b"
    r"|\b(?:pag(?:ar|ue|uen|o|os|a|as|an|ando|aria|ara)(?:me|nos|lo|la|los|las)?|abon(?:ar|e|en|o|os)(?:me|nos|lo)?|adeud\w+|deb(?:e|en|es|emos)|deudas?|saldar\w*|liquid(?:ar|e|en)\w{0,3}|deposit(?:ar|e|en|o)\w{0,3}|vencid[oa]s?|atrasad[oa]s?|cubrir|mensualidad\w*|pon(?:erse|ga|gase) al (?:dia|corriente))\b"
    r"|还款|还清|还钱|还债|归还|偿还|还[上掉返一\d]|还多少|能还|要还|[几何]时还|什么时候还|付款|付清|支付|缴|交钱|交款|欠|逾期|到期|结清|清偿|清数|找数|俾钱|转账|过数|分期"
)
_DENIED = re.compile(
    r"\b(?:no|not|nothing|never|without|neither|nor|\w+n't|dont|wont|cannot|stop(?:s|ped)?|paused?|on hold|halt(?:ed)?|suspended|ceased?)\b"
    r"|\b(?:no|sin|nada|nunca|ni|tampoco|suspendid\w+|detenid\w+|en pausa)\b"
    r"|不(?![还付缴交清结])|无需|毋须|无须|没有|别|暂停|停止|唔|免除"
)
# What looks like a denial and presses all the same.
_PRESSES = re.compile(
    r"\b(?:(?:don't|do not|dont|not) (?:forget|ignore|wait|delay)|why (?:not|don't|haven't)|(?:no|not) (?:excuse|way|matter|choice|change)|(?:doesn't|does not|don't|won't|can't|cannot|not) (?:\w+ )?(?:avoid|escape|cancel|erase|help|wipe)|(?:haven't|have not|not yet|no) (?:\w+ )?(?:paid|payment (?:from|yet)|received))\b"
    r"|\b(?:no (?:olvide\w*|ignore\w*|espere\w*|hay (?:excusa|pretexto)|importa|ha (?:pagado|abonado)|hemos recibido)|por que no)\b|(?:别|不要)(?:忘|拖|等|再拖)|不能(?:不|免|拖)|还没有?|未(?:还|付|缴|交)"
)


def asks_for_money(text: str) -> bool:
    """Whether a clause of the text speaks of paying or owing and does not say that it need not be."""
    return any(
        _MONEY.search(clause) and (not _DENIED.search(clause) or _PRESSES.search(clause))
        for clause in _CLAUSE.split(fold(text).text)
    )
