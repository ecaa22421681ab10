"""A yes to a read-back that is none yet: it hangs on money that is not there, is only tried for, or says no in the same breath."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import answers, said_again
from actions.drafts import ABOUT, Draft
from actions.read_back import read_back
from actions.situation import Situation, Step

_MONEY = r"(?:pay ?checks?|che(?:ck|que)s?|pay|wages?|salary|money|funds?|(?:direct )?deposit|refund|tax\w*|benefits?|ssi|ssdi|disability|unemployment|stimulus|transfer|loan|bonus|tips|commission|settlement|insurance|invoices?|sales?|child support|boss|job|clients?|customers?|employer|buyer)"
# Said of what is better still, or of what we are told then: "if I have any trouble I'll call", "if I can pay more".
_BETTER = r"(?:online|by|with|over|here|any (?:questions?|trouble|problems?|issues?)|questions?|problems?|issues?|stuck|extra|more|a (?:bit|little) (?:more|extra)|something extra|early|earlier|sooner|paid (?:early|sooner|extra|more)|lucky)"
_IF = r"(?:if|provided(?: that)?|providing|assuming|as long as|so long as)(?: (?:and|or) when)?"
_EN = (
    rf"\b{_IF} (?:i|we) (?:do |actually |finally |still |can |even |only )*(?:get|got|have|had|make|made|manage|am|can|could|sell|sold|win|find|land|receive|collect|borrow|earn)\b(?!['’])(?! (?:(?:to|do it|do that|do this|pay|pay it|use|just|the|it|that) )*{_BETTER}\b)"
    rf"|\b{_IF} (?:my|the|his|her|our|an?|all|any|me) (?:\w+ ){{0,2}}?{_MONEY}\b(?! (?:more|extra))"
    rf"|\b{_IF} (?:they|he|she|it|that|this|everything|all|things|nothing|work) (?:\w+ )?(?:pays?|sends?|deposits?|approves?|clears?|lands?|comes?(?! to)|goes|arrives?|hits?|works? out|transfers?|lends?|gives?|shows?|buys?|happens|falls)\b(?! (?:more|extra|you))",
    rf"(?<!that's )(?<!thats )(?<!is )(?<!know )(?<!day )\b(?P<once>(?:when|once|as soon as|after|whenever) (?:i get (?:paid|my {_MONEY}|the money)|(?:my|the) (?:\w+ )?{_MONEY} (?:clears?|lands?|comes?|hits?|arrives?|gets|drops?)|(?:they|he|she) (?:pays?|deposits?) me))\b",
    r"\b(?:i['’]?ll|i will|gonna|going to|i can|will) (?:definitely |certainly |really |just )?(?:try|do (?:my|our) best|do what i can|see what i can do)\b(?! (?:(?:to|and|it|pay|do|get|for|and see) )*(?:not|never|the (?:link|app|site|card)|that link|now|online|more|extra|early|earlier|sooner|calling|another|again|harder)\b)",
    r"\bhopefully\b(?! (?:no|there|it helps|that (?:helps|is)|this|ok|soon|the last))|\bi hope (?:so|i can|i have|to (?:have|get)|they pay|(?:my|the) (?:money|check|pay))\b|\b(?:maybe|perhaps|possibly)\b(?! (?:even|more|sooner|earlier|extra))"
    r"|\b(?:not|isn['’]?t) (?:(?:really|quite|too|so|very|100 ?%?|totally|entirely|completely|yet) )*(?:sure|certain|guaranteed|positive)\b(?=\W*$| (?:yet|if|whether|that|about (?:it|that|friday|the (?:day|date|money)))?(?: (?:i|my|the money|they|there)\b(?! (?:(?:even|really|actually|ever) )?(?:owe|took|take|borrow\w*|had|opened|signed)))?)(?! how| wh)"
    r"|\b(?:no (?:promises|guarantees?)|can(?:no|['’]?)t (?:really |quite )?(?:promise|guarantee|swear|be sure)|fingers crossed|hard to say|depends|depending on|(?:we['’]?ll|gotta wait and|wait and|have to) see(?=\W*$| (?:if|how|what happens))|might (?:not (?:have|be able|make|get)|change|fall through|be (?:late|short|less)))\b",
)
_PAGAN = r"(?:pag\w+|deposit\w+|ca[ei]\w*|lleg\w+|alcanza|prest\w+|aprueb\w+|dan?|resulta|sueltan?|transfier\w+|mandan?|regres\w+|devuelv\w+)"
_DINERO = r"(?:pago|quincena|dep[oó]sito|dinero|n[oó]mina|cheque|patr[oó]n|jef[ea]|cliente|venta|aguinaldo|reembolso|tanda|sueldo|lana)"
_ES = (
    rf"(?<=[\s,.;])si (?:es que )?(?:ya )?(?:(?:me|nos) (?:ya )?{_PAGAN}|cobro|alcanzo|logro|consigo|junto|vendo|tengo (?:dinero|trabajo|el dinero|para|chamba|con qu[eé])|puedo(?! (?:\w+ )?(?:con|por|en|antes|m[aá]s))|hay (?:dinero|trabajo|chamba|ventas?|lana)|todo (?:sale|va|marcha)|no (?:pasa|sale) nada|(?:cae|llega|sale|entra) (?:el|la|mi)|(?:la|el|mis?) (?:\w+ )?{_DINERO})\b(?![^.;!]{{0,16}}\b(?:extra|antes|m[aá]s)\b)",
    r"\ba ver si (?:puedo|me|alcanz\w+|cobro|ya|consigo|hay)\b|\bojal[aá]\b|\bespero (?:que (?:s[ií]|me|ya|caiga|llegue)|poder|tener(?:lo)?|juntar\w*|alcanzar)\b|\b(?:tratar[eé]|intentar[eé]|(?:voy a|vamos a) (?:tratar|intentar|ver si)|har[eé] lo posible|hago lo posible)\b(?! de (?:no|pagar (?:antes|m[aá]s)))",
    rf"\bsiempre y cuando (?:me|nos|cobre|haya|tenga|el|la|mi)\b|\bdepende\b|\b(?:no (?:lo )?(?:se lo |lo )?(?:prometo|aseguro|garantizo)|no puedo (?:prometer|asegurar|garantizar)\w*|no (?:estoy|es|est[aá]) (?:muy |tan |100 ?%? )?segur[oa](?! (?:de )?(?:cu[aá]l|c[oó]mo|qu[eé] (?:sea|es)|d[oó]nde|si)))\b|\b(?:a lo mejor|tal vez|quiz[aá]s?)\b(?! (?:m[aá]s|antes))|\b(?P<luego>(?:cuando|en cuanto|apenas) (?:ya )?(?:(?:me|nos) {_PAGAN}|cobre|caiga|llegue (?:mi|el|la)))\b",
)
_WAGES = r"(?:工资|工資|薪水?|糧|粮|钱|錢|款|奖金|獎金)"
_ZH = (
    r"(?:如果|假如|要是|若是|若果|倘若|只要|假使)(?![^，。！!]{0,8}(?:多|早|提前|变|變|改|方便|有[事问問]|支付|微信|转账|轉帳))[^，。！!]{0,10}(?:发|發|出|到|收|拿|领|領|钱|錢|批|顺利|順利|借|卖|賣|过得|過得|够|夠)"
    rf"|(?P<das>等(?:我|佢|他|她|老板|老闆|老细|老細|公司|人家|客户|客戶|对方|對方|人)?[^，。！!日天号號]{{0,4}}?[发發出收拿领領到过過批给俾](?:了|到|咗)?{_WAGES}(?!那|嗰|日|天)|(?<![那当當]天)(?<![号號日])(?:[发發出]|收到?|拿到?|领到?|領到?)(?:了|咗)?{_WAGES}(?:了|咗|之?[后後]|以[后後])?(?:我)?[就再才先])",
    r"(?:不|没|沒|唔|冇)(?:太|敢|能|好|係|系|是很|是|可以|100%)*(?:确定|確定|肯定|保证|保證|把握)(?!(?:怎|点|點|哪|边|邊|什|咩|这|這|呢|是不是|是否|係咪|我?(?:有没有|有沒有|有冇)?(?:欠|爭|借)))|(?:不|唔)一定(?!要)|说不准|說不準|說不定|说不定|講唔定|未必"
    r"|可能(?:吧|啦|可以|行|得)?\W*$|可能(?:会|會)?(?:不|没|沒|唔|冇|来不及|來不及|晚|迟|遲)|(?:尽量|盡量|尽力|盡力|争取|爭取)(?!早|提|多|不|唔|别)|(?:试试|試試|試下|试下|睇下|看看)(?:吧|啦|先|看)?\W*$|看情况|看情況|睇情況|到时候?看|到時候?看|到時睇|但愿|希望(?:能|可以|到时|到時|那天|嗰日|有钱|有錢)|(?:顺利|順利|有钱|有錢|到账|到帳|收到)(?:了|的话|的話|嘅話)(?:的话|的話)?(?!我?会?通知)",
)
_HANGS = re.compile("|".join((*_EN, *_ES, *_ZH)), re.IGNORECASE)
# What it does not hang on: "even if it don't come", "aunque no caiga", 就算没发.
_EVEN_IF = re.compile(
    r"\b(?:even|no matter|regardless) (?:if|when|whether|of)\b[^.,;!?\n]*?(?=\b(?:i['’]?ll|ill|i will|i can)\b|[.,;!?\n]|$)|\b(?:aunque|as[ií] no|incluso si)\b[^.,;!?\n]*|(?:就算|即使|哪怕|不管|无论|無論|唔理)[^，。,!！\n]*",
    re.IGNORECASE,
)
# Yes and no at once, and nothing else.
_YES_AND_NO = re.compile(
    r"(?:yes|yeah|yea|yep|ya|yup|sure|ok|s[ií]|sip)(?: (?:and|y|pero|but))? (?:no+|nah+|nope)(?: (?:maybe|idk))?|(?:是|对|對|好|係)[也又]?(?:不是|不对|不對|不好|唔係)"
)


def takes(s: Situation) -> bool:
    """Whether what was read back is said yes to, and not for sure; no other sum or day is named instead."""
    draft = Draft.from_json(s.dialogue.draft)
    if s.dialogue.about != ABOUT or not (draft.parts or (draft.amount is not None and draft.on)):
        return False
    if re.search(r"[?？]", s.text) or _names_another(s, draft):
        return False
    if _YES_AND_NO.fullmatch(answers.bare(s.text)):
        return True
    found = _HANGS.search(_EVEN_IF.sub(" ", s.text))
    if found is None or (s.days and any(found.group("once", "luego", "das"))):
        return False  # "yes, when I get paid on the 20th" names the day
    agrees = answers.opens_yes(s.text) or answers.ends_yes(s.text) or s.intent == "affirm"
    alone = found.start() <= 1 and s.is_brief  # "if they pay me", and nothing else
    return agrees or alone or s.sum_said is not None or said_again.repeats(s, draft)


def asked(s: Situation) -> Step:
    """Whether what was read back is certain is asked; it is not written down yet."""
    draft = Draft.from_json(s.dialogue.draft)
    return read_back(s, replace(draft, may_change=True, agreed=False, method=s.method or draft.method))


def _names_another(s: Situation, draft: Draft) -> bool:
    sums = {amount for amount, _ in draft.parts} | {draft.amount}
    days = {on for _, on in draft.parts} | {draft.on}
    return bool(s.sum_said and s.sum_said.amount not in sums) or not set(s.days) <= days
