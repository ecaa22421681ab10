"""The debt is contested: collection on this account stops at once, the case is written up for a person."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.situation import Effect, Obliges, OpenCase, Say, Situation, Step, Told

ABOUT = "dispute"
# What a person sends then: what is owed, to whom, from which contract, and the right to contest it (12 CFR 1006.34).
VALIDATION = "validation_information"
_PAPERS = (
    r"(?:contract|agreement|paper ?work|papers|documents?|documentation|statement|itemi[sz]\w+|breakdown|invoice|bill|proof|evidence"
    r"|validation|verification|letter|signature)"
)
_PAPELES = (
    r"(?:contrato|papel(?:es)?|hoja|documentos?|documentaci[oó]n|estado de cuenta|desglose|comprobantes?|pruebas?|pagar[eé]|factura|constancia"
    r"|validaci[oó]n|firma)"
)
_PROOF = re.compile(
    rf"\b(?:send|show|mail|email|give|provide|see|need|want|get|have|request\w*|where(?:'s| is)|forward|copy of)\b(?:(?!\b(?:no|not|never)\b)[^.!?;]){{0,40}}\b{_PAPERS}\b"
    r"|\b(?:send|show|mail|email|give|provide|forward)\b[^.!?;]{0,12}\b(?:something|anything)\b[^.!?;]{0,24}\b(?:shows?|proves?|says?|saying|proving|showing|in writing)\b"
    r"|\b(?:m[aá]nd\w+|env[ií]\w+|muestr\w+|ens[eé][nñ]\w+|d[eé]n?me|p[aá]s\w+)\b[^.!?;]{0,12}\balgo\b[^.!?;]{0,24}\b(?:diga|pruebe|demuestre|compruebe|por escrito)\b"
    rf"|\b(?:prove|validate|verify) (?:it|this|that|the (?:debt|amount|loan))\b|\bproof (?:of|that|i)\b|\bdebt (?:validation|verification)\b"
    rf"|\b(?:m[aá]nd\w+|env[ií]\w+|muestr\w+|ens[eé][nñ]\w+|quiero|necesito|exijo|solicito|pido|p[aá]s\w+|d[eé]n?me|d[oó]nde est[aá]n?|copia del?)\b"
    rf"[^.!?;]{{0,40}}\b{_PAPELES}\b|\b(?:comprueb|demuestr|prueb)(?:e|en|enme|eme)\b|\bcompru[eé]b\w*me\b|\bdemu[eé]str\w*me\b"
    r"|(?:发|發|寄|给|給|俾|畀|传|傳|看|睇|拿|出示|提供|要|有).{0,8}(?:合同|合約|合约|契約|契约|证明|證明|证据|證據|凭证|憑證|明细|明細|账单|帳單|賬單|借据|借據|单据|單據)"
    r"|(?:合同|合約|合约|借据|借據|证据|證據|明细|明細|账单|帳單|賬單).{0,8}(?:发|發|寄|传|傳|拿|看|睇|呢|在哪)"
    r"|(?:证明|證明)(?:一下)?(?:给|給|我|这|這|是)",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\bpolice\b|\bdenunci\w+|\bministerio p[uú]blico\b|报警|報警|报案|報案|警察|差[馆館]|派出所|口供|立案|[备備]案",
    re.IGNORECASE,
)


_BY_ANOTHER = re.compile(
    r"\bidentity (?:theft|fraud)\b|\bstole(?:n)? my (?:identity|details|information)\b|\bmy (?:identity|details|information|ssn) (?:was|were|has been|got) (?:stolen|used)\b"
    r"|\b(?:opened|taken|took|signed|made|got) (?:\w+ ){0,4}in my name\b|\b(?:used|using) my (?:name|identity|details|ssn|social)\b|\bforged my\b"
    r"|\brob(?:o|aron|ado) (?:de |mi )identidad\b|\bsuplant\w+|\b(?:us[oó]|usaron|utiliz\w+) (?:mi nombre|mi identidad|mis datos|mi ine|mi dni)\b"
    r"|\ba mi nombre sin\b|\bfalsific\w+ mi\b|冒用|盗用|盜用|冒名|冒充我",
    re.IGNORECASE,
)
# While one of these holds the account, nothing is asked for or agreed until a person lifts it.
STILL = frozenset({"disputed", "crisis", "deceased", "bankruptcy", "attorney", "moratorium"})
# Less sure that a debt is contested, it may be us who are doubted.
_SURELY = 0.8
# Says itself what is wrong: not theirs, or the sum.
_SAYS_WHAT = re.compile(
    r"\b(?:(?:is|was)(?:n'?t| not) (?:mine|me|my)|not (?:mine|my)|never (?:\w+ )?(?:borrowed|took|had|opened|signed|applied)|(?:do not|don'?t|dont) (?:owe|recogni[sz]e)"
    r"|amount|too (?:high|much)|overcharg\w*|should be|double|twice|no es m[ií][oa]?|nunca (?:\w+ )?(?:ped[ií]|saqu[eé]|tuve|firm[eé]|solicit[eé]|abr[ií])|no (?:lo |la )?(?:ped[ií]|reconozco|saqu[eé])"
    r"|monto|cantidad|importe|de m[aá]s)\b"
    r"|[没沒冇][有]?(?:借|贷|貸|办|辦|签|簽|申请|申請|用|欠)过?過?|(?:不是|唔係)我|金[额額]|数目|數目|利息|多算|多收|算[错錯]|只欠",
    re.IGNORECASE,
)


def only_doubts_us(s: Situation) -> bool:
    """Whether somebody whom we do not know yet rather asks who writes than contests a debt: "I was robbed by such a text
    once, how do I know it is you?"."""
    asks = s.runner_up == "ask_identity" and s.confidence < _SURELY
    contests = says_what(s.text) or asks_for_proof(s.text)
    return asks and not s.identity.verified and not contests


def next_step(s: Situation) -> Step:
    """Pause first, then ask what is wrong; before we know who writes, without a word about a debt."""
    if s.identity.verified and s.account is not None and "disputed" in s.account.holds:
        return details(s)  # it is being checked already: what comes now is added to it
    message = {"message": str(s.inbound_id or "")}
    event = "identity_theft" if by_another(s.text) else "dispute"
    effects = (Told("dispute", message), Obliges(event, "contests the debt", message))
    if asks_for_proof(s.text):
        return _proof(s, message)
    if not s.identity.verified:
        noted = Step((Say("dispute.noted_unverified", {"lender": s.lender}),), effects, disposition="dispute")
        return replace(noted, dialogue=s.dialogue)  # the fact that was asked for may still come
    known = by_another(s.text) or _SAYS_WHAT.search(s.text)
    return Step.asking(
        Say("dispute.noted_known" if known else "dispute.noted", {"lender": s.lender}),
        asked="case_details",
        about=ABOUT,
        effects=effects,
    )


# "Not mine", or that it is disputed, said of the debt in few words, beside a demand to stop; a number or an account that
# is not theirs is no dispute.
_NOT_MINE = re.compile(
    r"(?<!if )(?<!do )(?<!can )(?<!may )(?<!could )(?<!should )\b(?:i|we)(?: am| are|['’]?m|['’]?re)? (?:(?:hereby|formally|still|do|am) )*(?:disput(?:e|ing)|contest(?:ing)?) (?:(?:this|the|that|your|my|alleged|whole|entire) )*(?:debts?|amount|balance|bill|loan|account|charges?|claim|validity|it|this|that)\b"
    r"|(?<!\bno )\b(?:disputo|impugno|objeto) (?:est[ea]|l[ao]|el|es[ea]|dich[ao]|su|mi) (?:deuda|adeudo|cargo|cuenta|monto|saldo|cobro)\b"
    r"|(?:债|債|账|賬|帐|帳|款|金[额額]).{0,4}(?<![没沒无無冇])(?:有|提出)(?:异议|異議|争议|爭議)"
    r"|(?<![没沒无無冇])(?:有|提出)(?:异议|異議)\W*(?:$|[，。,;；])"
    r"|\b(?:not|isn'?t|wasn'?t|never) (?:mine|(?:my|our) (?:debts?|loans?|bills?|accounts?|cards?))\b"
    r"|\b(?:don'?t|do not|never) owe (?:you|y'?all|this|that|anything|any|it|a)\b|\bnever (?:\w+ )?(?:borrowed|took (?:out|a)|opened|signed|applied)\b"
    r"|\b(?:debt|amount|balance|bill) (?:is|'?s) (?:wrong|not right|incorrect|false|fake)\b"
    r"|\b(?:deuda|pr[eé]stamo|cr[eé]dito|cuenta|tarjeta|adeudo)\b.{0,12}\bno es (?:m[ií][oa]|nuestr[oa])\b|\bno es (?:mi|nuestra) (?:deuda|cuenta)\b|\b(?:yo )?no (?:les |le |os |te )?debo nada\b"
    r"|\bnunca (?:\w+ )?(?:ped[ií]|saqu[eé]|firm[eé]|solicit[eé]|abr[ií])\b|\bno (?:lo |la )?reconozco\b"
    r"|(?:不是|唔係)我(?:的|嘅)?(?:债|債|账|賬|帐|帳|欠|借|贷|貸)|(?:债|債|钱|錢|款|账|賬|帳).{0,3}(?:不是|唔係)我|我(?:从来|從來|根本|都)?(?:没|沒|冇)(?:有)?(?:借|贷|貸|欠)(?:过|過)?",
    re.IGNORECASE,
)

_IT_IS = r"(?:this|it|that|the (?:debt|loan|account|balance))(?:['’]?s| is| was)?"
_MINE = r"(?:mine|my (?:debt|loan|account|bill|card))"
_I_OWE = r"i (?:(?:even|actually|really|ever|still) )*(?:owe (?:it|this|that|you|u|ya|y['’]?all|anything|any|a)\b|owe\W*$|(?:took|borrowed|opened|signed)\b|had (?:this|that|a|the|any)\b)"
# Is not sure of it, beside a yes: "also i'm not sure this is my debt", no creo que sea mía, 不确定是不是我欠的.
_UNSURE = re.compile(
    rf"\b(?:not|isn['’]?t|ain['’]?t|unsure|uncertain|doubt|idk|(?:don['’]?t|do not) (?:even |really |actually )*(?:think|believe|know))(?: (?:even|really|so|too|quite|totally|entirely|all|that|sure|certain|convinced|positive|if|whether))* (?:{_IT_IS} (?:(?:even|really|actually) )*{_MINE}\b|{_I_OWE})"
    r"|\b(?:don['’]?t|do not|can['’]?t|cannot) (?:even |really )*(?:recall|remember) (?:(?:ever|even) )*(?:taking|borrowing|opening|signing|having|this (?:debt|loan|card|account))\b"
    r"|\bno (?:estoy|s[eé]|creo|pienso)(?: (?:muy |tan )?segur[oa])?(?: de)?(?: que| si)? (?:(?:(?:est[ae]|es[ae]|la|el) (?:deuda|pr[eé]stamo|cuenta|adeudo)|est[oa]|es[oa]) )?(?:realmente |siquiera )?(?:(?:sea|es|era|fuera) (?:m[ií][oa]|mi (?:deuda|cuenta|pr[eé]stamo))|(?:yo )?(?:les? |lo |la )*deb[ao]\b(?! \w+[aei]r\b))"
    r"|\bno (?:recuerdo|me acuerdo)(?: de)? haber (?:lo |la )?(?:pedido|sacado|firmado|solicitado|abierto)"
    r"|(?:不|没|沒|唔|冇)(?:太|是很|係|系|係好|能|敢)*(?:确定|確定|肯定|知道?|清楚|记得|記得)(?:[这這呢那嗰]?(?:笔|筆|个|個)?(?:债|債|钱|錢|款|数|數|账|帳))?(?:到底|究竟)?(?:是不是|是否|係咪|係唔係|有没有|有沒有|有冇)(?:真(?:的)?)?(?:我(?:的|嘅|欠|爭|借)|欠(?!多少|几|幾)|爭(?!幾)|借)"
    r"|(?:不|唔)(?:记得|記得)(?:自己|我)?(?:有)?(?:借|欠|爭|办|辦)[过過]|(?:这|這|呢)(?:笔|筆)?(?:债|債|钱|錢|数|數|款)?(?:好像|可能|应该|應該)(?:不是|唔係)我(?:的|借|欠|嘅|爭)",
    re.IGNORECASE,
)
# What is not theirs there is not the debt: "yes, by card, it's not mine but my wife's".
_OF_THE_WAY = re.compile(
    r"\b(?:card|account|bank|phone|number|signed (?:in|up|on)|tarjeta|cuenta|banco|tel[eé]fono|n[uú]mero)\b|[卡号號]|[账賬帳][户戶号號]",
    re.IGNORECASE,
)
_WILLING = frozenset(
    "affirm promise_to_pay pay_now request_plan thank out_of_scope stall deny hardship".split()
)


def beside_yes(s: Situation) -> bool:
    """Whether a debt is doubted or contested in the breath that agrees to pay it."""
    if not s.identity.verified or s.account is None or s.heard is not None or s.intent not in _WILLING:
        return False
    if s.intent in ("affirm", "promise_to_pay", "pay_now") and _UNSURE.search(s.text):
        return True
    read_back = s.dialogue.asked == "confirmation" and s.dialogue.about == "promise"
    plainly = _NOT_MINE.search(s.text) and not _OF_THE_WAY.search(s.text) and s.intent != "deny"
    return read_back and bool(_UNSURE.search(s.text) or plainly)


def beside_stop(s: Situation) -> tuple[Effect, ...]:
    """What a dispute obliges us to, where it is told in the same breath as a demand to stop; nothing where none is."""
    open_already = s.account is not None and "disputed" in s.account.holds
    if s.intent not in ("opt_out", "cease_contact") or open_already or not _NOT_MINE.search(s.text):
        return ()
    message = {"message": str(s.inbound_id or "")}
    event = "identity_theft" if by_another(s.text) else "dispute"
    return (Told("dispute", message), Obliges(event, "contests the debt", message))


def says_what(text: str) -> bool:
    """Whether the text says itself what is wrong: the debt is not theirs, or the sum."""
    return by_another(text) or bool(_SAYS_WHAT.search(text) or _NOT_MINE.search(text))


def by_another(text: str) -> bool:
    """Whether the text says that somebody else made the debt in their name."""
    return bool(_BY_ANOTHER.search(text))


def asks_for_proof(text: str) -> bool:
    """Whether the text wants to see what the debt rests on: the contract, a statement, a validation of it."""
    return bool(_PROOF.search(text))


def reported(text: str) -> bool:
    """Whether the text tells of a report to the police."""
    return bool(_REPORTED.search(text))


_INSOLVENT = re.compile(
    r"\b(?:bankrupt\w*|chapter|insolven\w*|bancarrota|quiebra|concurso|trustee|iva)\b|破产|破產|清算",
    re.IGNORECASE,
)


def of_police_only(text: str) -> bool:
    """Whether what was filed is a report to the police, and no word is of insolvency."""
    return not _INSOLVENT.search(text)


def adds(s: Situation) -> bool:
    """Whether the text adds a report to the police to what is contested already."""
    return s.account is not None and "disputed" in s.account.holds and reported(s.text)


def awaits_papers(s: Situation) -> bool:
    """Whether what the debt rests on is to be sent, and where to was asked."""
    return s.told.get(ABOUT, {}).get("send") == VALIDATION


def _proof(s: Situation, message: dict[str, str]) -> Step:
    """What was asked for is queued to be sent, and collection waits for it; nothing is asked about what is wrong."""
    wanted = {**message, "send": VALIDATION}
    effects = (
        Told("dispute", wanted),
        Obliges("proof_request", "asks for proof of the debt", wanted),
    )
    if not s.identity.verified:
        say = Say("dispute.proof_unverified", {"lender": s.lender})
        return Step((say,), effects, disposition="dispute")
    return Step.asking(
        Say("dispute.proof_coming", {"lender": s.lender}), asked="case_details", about=ABOUT, effects=effects
    )


# Asks what becomes of it meanwhile: "so I don't have to pay while you check?"
_MEANWHILE = re.compile(
    r"(?:\b(?:pay|owe|due|interest|happens|pagar|pago|debo|intereses|pasa)\b|[还還付缴繳]).*(?:[?？]|[吗嗎么麼呢]\s*$)",
    re.IGNORECASE | re.DOTALL,
)


_PAYS = frozenset({"promise_to_pay", "pay_now", "request_plan"})


def offered(s: Situation) -> Step | None:
    """A payment that is offered all the same, while the debt is checked: nothing is agreed, a person is told of it; None
    where nothing is offered, or law forbids to take it."""
    if s.account is None or s.account.holds & STILL != {"disputed"} or s.account.paid:
        return None
    if s.intent not in _PAYS and not s.reading.promise:
        return None
    possible = s.sum_said or s.reading.amount
    said = {"possible": f"{possible.amount} {possible.currency}"} if possible else {}
    on = {"on": s.reading.dates[0].isoformat()} if s.reading.dates else {}
    detail = {"offer": str(s.inbound_id or ""), **said, **on}
    return Step(
        (Say("dispute.offer_noted", {"lender": s.lender}),),
        (OpenCase("dispute", "high", "contests the debt", detail, take_floor=False),),
        s.dialogue,
        disposition="dispute",
    )


def details(s: Situation) -> Step:
    """What the borrower says is wrong goes into the case; who asks for its proof, or what is due meanwhile, is told."""
    if s.identity.verified and asks_for_proof(s.text) and "send" not in s.told.get("dispute", {}):
        return _proof(s, {"message": str(s.inbound_id or "")})
    # What is contested, and that nothing is asked for meanwhile, is for the borrower to know.
    key = "dispute.passed_on" if s.identity.verified or not adds(s) else "dispute.noted_unverified"
    if s.identity.verified and _MEANWHILE.search(s.text):
        key = "balance.on_hold"
    return Step(
        (Say(key, {} if key == "balance.on_hold" else {"lender": s.lender}),),
        (
            OpenCase(
                "dispute", "high", "contests the debt", {"details": str(s.inbound_id or "")}, take_floor=False
            ),
        ),
        disposition="dispute",
    )
