"""Whether the money may come from the account of another: asked beside a promise, or of the way to pay."""

from __future__ import annotations

import re

from actions.situation import Say, Situation, Step

# Whether it may come from another's account or card: "le hago transferencia del cel de mi esposa, ¿se puede?".
_KIN = r"(?:wife|husband|partner|girlfriend|boyfriend|gf|bf|m[uo]m|mother|dad|father|sister|sis|brother|bro|son|daughter|cousin|aunt|uncle|friend|mate|roommate|flatmate|boss|nan|gran\w*|family|missus|fianc[eé]e?)"
_PARIENTE = r"(?:espos[oa]|mujer|marido|novi[oa]|pareja|mam[aá]|madre|pap[aá]|padre|jef[ea]|herman[oa]|carnal[a]?|hij[oa]|prim[oa]|t[ií][oa]|amig[oa]|cu[nñ]ad[oa]|sobrin[oa]|patr[oó]n\w*|vecin[oa]|abuel[oa]|suegr[oa]|comadre|compadre|familiar)"
_NAHE = r"(?:老婆|老公|爱人|愛人|太太|先生|媳妇|媳婦|[妈媽爸]+|父母|[哥姐弟妹]+|阿[哥姐媽爸]|女朋友|男朋友|女友|男友|朋友|儿子|兒子|女儿|女兒|仔|女|家人|家里人|屋企人|同事|老[板闆]|亲戚|親戚|别人|別人|他人|人哋|其他人|第二個)"
_ACCOUNTS = r"(?:accounts?|cards?|banks?|phone|app|paypal|venmo|zelle|cash ?app|revolut|monzo)"
_BY_ANOTHER = re.compile(
    rf"\b(?:from|with|by|using|through|off|via|use|under)\s+(?:my |our |a |the |some |his |her )?(?:\w+ )?{_KIN}(?:'?s)?\s+(?:\w+ )?(?:{_ACCOUNTS}|name)\b|\b(?:from|with|using|through|use)\s+(?:someone|somebody|anyone|another person|other people)(?: else)?(?:'?s)?\s+{_ACCOUNTS}\b|\b(?:can|could|may|is it ok(?:ay)? if|ok if|does it matter if|what if|if) (?:my |our |a )?(?:\w+ )?{_KIN} (?:pays?|sends?|transfers?|makes?)\b"
    rf"|\b(?:de|del|desde|con|por|en|usar|a) (?:el |la |l[oa]s |su |una? )?(?:cuenta|tarjeta|cel(?:u|ular)?|tel[eé]fono|app|banco|nombre|bizum|yape|nequi) (?:bancaria |de d[eé]bito )?de (?:mi |mis |un[oa]? |otr[oa] |el |la )?(?:{_PARIENTE}|persona)\b|\b(?:puede|podr[ií]a) (?:pagar\w*|mandar\w*|depositar\w*|transferir\w*|hacer\w*) (?:\w+ )?(?:mi|un|una) {_PARIENTE}\b|\bsi (?:(?:lo|los|la|le|les|me|se) )*(?:paga|manda|transfiere|deposita|hace)\w* (?:mi|un|una) {_PARIENTE}\b|\bsi (?:mi|un|una) {_PARIENTE} (?:(?:lo|los|la|le|les|me|se) )*(?:paga|manda|transfiere|deposita)|\b(?:mi|un|una) {_PARIENTE} (?:le |lo |me )?(?:puede|podr[ií]a) (?:pagar|mandar|depositar|transferir|hacer)"
    rf"|(?:用|从|從|由|拿|攞|透過|通过|系|係|喺)(?:我|我的|咗|個|个|嗰)*{_NAHE}(?:的|嘅|個|个|那邊|那边)?(?:[账賬帐帳][户戶号號]|戶口|户口|[银銀]行|微信|支付[宝寶]|[银銀]行?卡|卡|手[机機]|名|轉數快|转数快|FPS|payme)|(?:叫|让|讓|由|请|請)(?:我|我的)?{_NAHE}(?:帮|幫|替|代|同)(?:我)?(?:[还還付繳缴转轉俾畀打過])",
    re.IGNORECASE,
)
_NOT_UNDERSTOOD = frozenset(
    {"small_talk.did_you_mean", "small_talk.not_caught", "small_talk.beside", "balance.consequence"}
)
_PAYS = re.compile(
    r"\b(?:pay|come|account|card|cuenta|tarjeta|send|transfer|deposit|money|pag[ao]|transf|deposit|mand[ao]|abon[ao])|[还還付繳缴转轉俾畀打過汇匯卡]|[账賬帐帳][户戶號号]|[戶户]口",
    re.IGNORECASE,
)
_IS_IT_FINE = re.compile(
    r"[?？]|\b(?:can|could|may) (?:my|our|a|i)\b|[吗嗎么麼咩]\W*$|[行得成][不唔][行得成]|可[不唔]可以|得唔得|\b(?:verda[d]?|se puede|si se puede|is that (?:ok|fine|alright|allowed)|right)\W*$",
    re.IGNORECASE,
)


def asks(s: Situation) -> bool:
    """Whether it is asked if the money may come from the account of another."""
    pays = s.reading.promise or s.method or _PAYS.search(s.text)
    return bool(pays and _BY_ANOTHER.search(s.text) and _IS_IT_FINE.search(s.text))


def answered(s: Situation, step: Step) -> Step:
    """The answer and `step` behind it; the question that is open instead of it, where `step` would leave that."""
    assert s.account is not None
    say = Step((Say("pay_now.by_another", {"reference": s.account.reference}),))
    leaves = s.dialogue.asked == "confirmation" and step.dialogue.asked != "confirmation"
    if (leaves and not step.effects) or any(one.key in _NOT_UNDERSTOOD for one in step.says):
        return say.resuming(s)
    return say.then(step)
