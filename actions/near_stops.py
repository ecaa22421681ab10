"""Words that may mean "stop writing" and may not: "get lost", "delete my data", 还发？, no insistan. Who says them is asked."""

from __future__ import annotations

import re

from actions import answers, contact
from actions.safety import HEARD, SAFETY
from actions.situation import Situation

# What is graver, or a stop by the model's own reading, has its own way; a complaint is taken beside the question.
_OTHER = frozenset(SAFETY) - {"complaint"}
# With these no message of ours is left to ask about.
_SILENT = _OTHER - {"dispute_debt", "request_human"}
# Matters of their own, where they are sure enough: "no insistan, el lunes pago".
_MATTERS = frozenset(
    """promise_to_pay pay_now request_plan already_paid payment_problem hardship ask_balance cancel_promise
    update_contact""".split()
)
_SURE = 0.6
_MESSAGES = r"(?:texts?|messages?|msgs?|reminders?|spam)"
# Where a clause begins, and where one ends that says no more of what is to stop.
_CLAUSE = r"(?:^|[.!?,;\n])[^\w.!?,;\n]*"
_ITS_END = r"(?: (?:text\w*|send\w*|messag\w*|writing|harass\w+|nonsense|bs|bullshit|crap|shit|madness|spam\w*))?(?: (?:please|pls|now|already|right now|with me))?(?=[^\w.!?,;\n]*(?:$|[.!?,;\n]))"
_NEAR = re.compile(
    # Sent away, or fed up with what we write; the whole of a clause.
    r"(?:^|[.!,;\n])[^\w.!,;\n]*(?:(?:just|please|oh|so|and|now|you|ok) )*(?:get lost|piss off|(?:fuck|bugger|sod) off|go away|buzz off|take a hike)\b(?: (?:me|please|now|already|and \w+ \w+ \w+))?(?=[^\w.!,;\n]*(?:$|[.!,;\n]))"
    # The whole of a text: "I forgot once, never again", "card stolen, blocked" are of something else.
    r"|^\W*(?:(?:ok|and|now|you|you'?re|u|ur|i|just|number|bye) )*(?:never again|not ever again|bye forever|not in service|blocked|reported)\b(?:(?:,| and|\.)? (?:me|you|u|please|now|already|bye|blocked|reported))*\W*$"
    rf"|\b(?:sick of|tired of|fed up with|done with|had it with|chill with|relax with|ease up on|easy with|cool it with) (?:all )?(?:of )?(?:the|your|ur|these|this|those)? ?(?:constant |daily |stupid )?{_MESSAGES}\b"
    rf"|{_CLAUSE}(?:(?:why|omg|wow|god|way|with|this is|it'?s|there are|y?ou (?:guys |people )?(?:keep )?(?:send|text)(?:ing)?(?: me)?) )*(?:(?:too|so) many|enough)(?: of)? (?:of )?(?:your |ur |these |this |those )?(?:constant |daily |stupid )?{_MESSAGES}\b(?! from (?!y?o?u\b))"
    rf"|\b(?:too|so) many (?:of )?(?:(?:your|ur|these) (?:\w+ )?{_MESSAGES}\b|{_MESSAGES} from (?:you|u|y'?all)\b)|^\W*(?:i'?m |i am |i )?(?:keep )?(?:get|getting|receiving) (?:way )?(?:too|so) many {_MESSAGES}\W*$"
    r"|\bfor the last time\b(?=\W*(?:no\b|stop|leave))|\breport(?:ed|ing)? (?:\w+ )?(?:as|for) spam\b|\brestraining order\b|\b(?:this|that|it)(?:'?s| is) (?:\w+ )?harassment\b|"
    + _CLAUSE
    + r"(?:(?:i'?m|i am|we'?re|so|just|totally|completely) )*done with (?:you|u|y'?all|you (?:guys|people))\b|^\W*(?:please )?(?:do not|don'?t|dont) (?:respond|reply)(?: to me| back| any ?more)?\W*$|\b(?:don'?t|do not) want (?:any (?:of|more of) )?(?:this|it) any ?more\b"
    rf"|\b(?:(?:i )?want (?:this|it|all this|all of this) to stop|make (?:this|it) stop|(?:can|will|could|would|why (?:don'?t|won'?t|can'?t)) (?:you|u) (?:\w+ )?(?:stop|quit) (?:it|this|that)){_ITS_END}"
    r"|\b(?:delete|remove|erase|wipe|destroy|purge|forget) (?:all )?(?:of )?my (?:personal |private )?(?:data|info|information|details|records?)\b(?! (?:with|and use|and add))"
    r"|\btold (?:your|ur) (?:\w+ ){1,2}(?:not to|to stop|to quit)\b|\b(?:do not|don'?t) have my (?:permission|consent)\b|^\W*(?:(?:you|u|ya'?ll|y'?all)(?:'?re| are| r)? )?(?:really )?still (?:texting|messaging|bothering|harassing)(?: me)?\W*$"
    # Spanish.
    r"|\bno (?:me |nos )?insist(?:an?|as|ir|[aá]is)\b|(?:^|[.!,;\n])[^\w.!,;\n]*(?:ya )?(?:l[aá]rguense|l[aá]rgate|v[aá]yanse|b[aá]jenle(?: ya)?(?=[^\w.!,;]*(?:$|[.!,;]))|(?:ya les dije que no|no tienen (?:mi )?permiso)(?=[^\w.!,;]*(?:$|[.!,;])))\b|\b(?:report\w+ )(?:\w+ )?(?:por|como) spam\b"
    r"|\besto (?:ya )?es (?:un )?(?:acoso|hostigamiento)\b|^\W*nunca m[aá]s\W*$|\bhart[oa]s? de (?:(?:todos )?(?:sus|tant[oa]s|l[oa]s|est[oa]s) (?:mensaj|text|recordat|avis|llamad|whats|sms|molest|amenaz)|ustedes\b|que (?:ustedes )?(?:me|nos) (?:est[eé]n |anden |sigan )?(?:escrib|mand|moles|llam|env[ií]|text|busq|acos|hostig|chin|jod|fasti))|\b(?:borr|elimin|suprim)\w{1,6} (?:todos )?mis (?:datos|registros)\b(?! (?:de la tarjeta|bancarios))|\bquiero que (?:esto|eso) (?:pare|acabe|termine|se acabe)\b|^\W*(?:todav[ií]a )?(?:me )?siguen? (?:escribi[eé]ndo|mand[aá]ndo|molest[aá]ndo|acos[aá]ndo)(?:me|nos)?\W*$|\bno me (?:anden|est[eé]n) (?:moles|fasti|chin|jod|freg)\w+ndo\b"
    # Chinese.
    r"|^\W*(?:快|赶紧|趕緊|给我|給我|你们?|你們?|都|全部)*滚(?:远点|遠點|开|開|蛋|吧|啊|！)*\W*$|^\W*(?:快|给我|給我|你们?|你們?|都|全部)*滾(?:遠點|開|蛋|吧|啊)*\W*$|^\W*(?:你们?|你們?|你哋|真的?|到底)*(?:烦不烦|煩不煩|煩唔煩)(?:啊|呀|呢|的|㗎|喎)*\W*$|^\W*(?:你们?|你們?|你哋)?(?:真的?|好|很|太|超)*(?:烦|煩|嘈|吵)(?:死|死人|死了|人|耶|啊|呀|喔|了|欸)*\W*$"
    r"|(?:(?:删|刪|清)(?:掉|除|了|咗|走)?(?:我|我的|我嘅|本人的?)|(?:^|[，。,!！\s请請])(?:删|刪)(?:掉|除)?)(?:所有|全部|一切)?(?:的|嘅)?(?:个人|個人)?(?:信息|资料|資料|数据|數據|个资|個資|资讯|資訊)(?=\W*(?:$|[，。,!！了吧啦]))"
    r"|^\W*(?:你们?|你們?|你哋)?(?:还|還|又|仲|一直|老是|老|总是|總是|天天|成日)(?:在|要|系度|喺度|係咁)?(?:给我|給我)?(?:发|發|传|傳|send|吵|烦|煩|骚扰|騷擾)(?:我|来|來|短信|信息|简讯|簡訊|訊息)*(?:了|啊|呀|呢|吗|嗎|㗎)?\W*$"
    r"|(?:这|這|呢啲?|你[们們哋]這|你[们]这)(?:就|已|已经|已經)?(?:是|係|系|算)(?:骚扰|騷擾|滋扰|滋擾)|^\W*(?:先|暂时|暫時)?(?:请|請)?(?:先|暂时|暫時)停(?:一停|停|一下|一阵|一陣)\W*$|^\W*(?:收手(?:啦|喇|吧)?|黑名单|黑名單|永不再见|永不再見|再也不见|再也不見|有完冇完)\W*$"
    r"|(?:别|別|不要|唔好|咪)(?:再)?(?:来|來|嚟)(?:了|啦|喇|烦|煩)",
    re.IGNORECASE,
)

# Of our messages outright: to be had no more of, whatever is promised beside it. "Sick of these messages", 提醒发够了没.
_MENSAJES = r"(?:mensaj\w+|mensajit\w+|textos?|recordatorios?|avisos?|sms|whats\w*)"
_NEWS = r"(?:短信|短讯|短訊|简讯|簡訊|讯息|訊息|消息|信息|提醒|通知|催款|催收|sms)"
_OF_OURS = re.compile(
    rf"\b(?:sick (?:and tired )?of|tired of|fed up (?:with|of)|done with|had it with|had enough of|quit (?:it )?with|knock (?:it )?off with|lay off|chill with|ease up on|cool it with|can do without|don['’]?t (?:need|want)(?: any(?: more)?(?: of)?)?|enough with|enough of) (?:all |any )?(?:of )?(?:the|your|ur|these|this|those|all the)? ?(?:(?:constant|daily|stupid|damn|endless|more|same) )*{_MESSAGES}\b(?! (?:on|by|in|at|after|before|to)\b| (?:from (?!y?o?u\b)|about (?:my|the) (?:job|kid|son|daughter|school)))"
    rf"|\b(?:last|final) (?:text|message|msg|reminder|time) (?:that )?(?:i (?:want|wanna|better|expect)|(?:i )?(?:hear|get) from|you (?:send|text|write)|you['’]?(?:ll|re) (?:ever )?(?:send|gonna send))\b|\bdon['’]?t want to (?:hear|see|get) (?:any (?:more )?(?:{_MESSAGES} )?)?(?:from (?:you|u)|your {_MESSAGES})(?: guys)?(?: again| any ?more)?\b|\b(?:too|so) many (?:of )?(?:your|ur) (?:\w+ )?{_MESSAGES}\b"
    rf"|\bhart[oa]s? de (?:(?:todos )?(?:sus|tant[oa]s|l[oa]s|est[oa]s) {_MENSAJES}|que me (?:est[eé]n |anden |sigan )?(?:escrib|mand|text|env[ií])\w+)|\b(?:ya )?(?:basta de|p[aá]renle (?:ya )?(?:a|con)|b[aá]jenle (?:ya )?a|cans\w+ de|no quiero (?:ya )?(?:m[aá]s|tantos)) (?:(?:l[oa]s|sus|tant[oa]s|est[oa]s) )?{_MENSAJES}|\b[uú]ltimo (?:mensaje|aviso|recordatorio) que (?:quiero|me mand|reciba|espero)\w*|\bya no (?:me )?(?:hagan|anden) (?:con )?(?:sus |tantos )?{_MENSAJES}"
    rf"|(?:受够|受夠|烦死|煩死|厌倦|厭倦|(?<!不)怕了|嘈死|看腻|看膩|收够|收夠|顶唔顺|頂唔順)(?:了|咗)?(?:你们|你們|你哋|这些|這些|呢啲|啲)?(?:天天|成日)?(?:的|嘅|发的|發的)?{_NEWS}|{_NEWS}(?:太|实在太|實在太|真系太)?(?:多|烦|煩)(?:了|死)|(?:想|要)(?:收到|看到|见到|見到)?(?:的|嘅)?最[后後]一(?:条|條|个|個|次|封){_NEWS}|(?:不想|唔想)再?(?:看到|见到|見到|收到)(?:你们|你們|你哋)?(?:的|嘅)?{_NEWS}",
    re.IGNORECASE,
)
# Asked of us, and of nothing else: "are you going to stop?", ¿van a parar?, 你们会停吗.
_WILL_YOU = re.compile(
    r"\W*(?:(?:so|and|but|ok|well|like|seriously|dude|ugh|oh my god|omg) )*(?:(?:are|r) (?:you|u|ya['’]?ll|y['’]?all)(?: guys| people)? (?:ever |not |never )?(?:going to|gonna)|(?:will|would|can|could) (?:you|u|ya['’]?ll|y['’]?all)(?: guys| people)?(?: please| pls| just| ever| not)*) (?:ever )?(?:stop|quit|knock it off|give it a rest|leave it)(?: (?:now|already|ever|please|pls|soon|or what|any ?time soon|at some point))*\W*"
    r"|\W*(?:y )?(?:ya |alg[uú]n d[ií]a |nunca )?(?:van a|piensan|pueden|va a) (?:ya )?(?:parar|dejar(?:me)? (?:de escribir(?:me)?|en paz|tranquil[oa]))(?:le)?(?: ya| alg[uú]n d[ií]a| o qu[eé]| por favor)*\W*"
    r"|\W*(?:你们|你們|你哋|你)?(?:到底|究竟)?(?:会不会|會不會|能不能|可不可以|可唔可以|會唔會|会|會|能|可以|打算)?(?:停不停|停唔停|停下来|停下來|停手|收手|停)(?:吗|嗎|㗎|啊|呀|呢|未|没|沒|么)?\W*",
    re.IGNORECASE,
)

# By the post and nothing else, or a pause: no message at all, whatever else the model makes of it. A receipt, a
# payment, a contract by mail only is none.
_POST = r"(?:post|postal mail|regular mail|snail mail|us mail|mail|writing|letters?)"
_BY_POST = rf"(?:by|via|through|in|per) {_POST}"
_TELLS = r"(?:contact|write|reach|respond|reply|correspond|communicat\w+|notif\w+|get in touch|get (?:a )?hold of|talk|send me (?:everything|all|letters?))"
_PLEASE = r"[^\w.!;\n]*(?:(?:please|pls|thanks|thank you|from now on|por favor|gracias)[^\w.!;\n]*)*"
_CARTA = r"(?:por )?(?:carta|correo (?:postal|ordinario)|escrito)"
_ESCRIBAN = (
    r"(?:escr[ií]b|cont[aá]ct|comun[ií][qc]|notif[ií][qc]|av[ií]s|respond|resp[oó]nd|contest|cont[eé]st)"
)
_LETTERS = re.compile(
    rf"\b{_TELLS}\b(?: (?!not\b)\w+){{0,4}} (?:{_BY_POST} only|only {_BY_POST})\b|\bonly (?:contact|write|reach|respond|reply|correspond|notify)(?: \w+){{0,3}} {_BY_POST}\b"
    rf"|\b(?:send|write) (?:me )?(?:letters? only|only letters?)\b|(?:^|[.!;\n]){_PLEASE}(?:(?:\w+ ){{0,3}}and )?(?:{_BY_POST} only|only {_BY_POST}|(?:letters?|mail|post) only|only letters?){_PLEASE}(?:$|[.!;\n])"
    r"|^\W*p[aá]ren(?:le)? (?:por )?un (?:tiempo|rato|momento)\W*$"
    rf"|\b{_ESCRIBAN}\w*(?: \w+){{0,3}} (?:s[oó]lo|solamente|[uú]nicamente) {_CARTA}\b|\b(?:s[oó]lo|solamente|[uú]nicamente) (?:me |nos )?{_ESCRIBAN}\w*(?: \w+){{0,2}} {_CARTA}\b|(?:^|[.!;\n]){_PLEASE}(?:s[oó]lo|solamente|[uú]nicamente) {_CARTA}{_PLEASE}(?:$|[.!;\n])"
    r"|(?:只|淨|净)(?:能|可以|准|要|接受|收)?(?:用|寄|發|发)?(?:信件|书信|書信|纸本|紙本|挂号信|掛號信|书面|書面)(?:的|嘅)?(?:联系|联络|聯絡|聯繫|沟通|溝通|通知|往来|往來|形式|方式|回复|回覆|找我|(?=\W*(?:$|[，。,!！；;])))",
    re.IGNORECASE,
)


def comes_near(s: Situation) -> bool:
    """Whether the words may ask us to stop, and nothing surer or graver was heard in them."""
    if not _may_be_asked(s) or _is_another(s) or _agrees(s):
        return False
    if _LETTERS.search(s.text):
        return True
    wish = (
        bool(s.reading.windows)
        or contact.only_spares_work(s)
        or (s.intent == "contact_preference" and s.confidence >= _SURE)
    )
    return not wish and say_so(s.text)


def comes_beside(s: Situation) -> bool:
    """Whether the question comes behind another matter, which has its own step: where letters alone are wanted, and
    where our messages themselves are unwanted beside a promise, or beside a yes to one."""
    if not _may_be_asked(s) or (s.intent in _SILENT and s.confidence >= HEARD):
        return False
    if _agrees(s):
        return bool(_LETTERS.search(s.text)) or say_so(s.text)
    if not _is_another(s):
        return False
    promises = s.reading.promise or s.intent in ("promise_to_pay", "pay_now")
    return bool(_LETTERS.search(s.text) or (promises and _OF_OURS.search(s.text)))


def _agrees(s: Situation) -> bool:
    """Whether what was read back is said yes to, with more behind it."""
    asked = s.dialogue.asked == "confirmation" and s.dialogue.about == "promise"
    return asked and answers.opens_yes(s.text) and s.intent not in _OTHER


def _may_be_asked(s: Situation) -> bool:
    if s.heard is not None or s.dialogue.asked == "stop":
        return False
    if s.identity.status == "third_party":
        return False  # nothing of ours starts there any more
    # "I want it to stop" may be despair: that is no question of messages.
    return "crisis" not in (s.intent, s.runner_up, *s.flags)


def _is_another(s: Situation) -> bool:
    """Whether another matter is heard: a graver one, or one that the words or the model are sure of."""
    if s.intent in _OTHER and s.confidence >= HEARD:
        return True
    return s.reading.promise or (s.intent in _MATTERS and s.confidence >= _SURE)


def say_so(text: str) -> bool:
    """Whether words stand in the text that may ask us to stop."""
    return bool(_NEAR.search(text) or _OF_OURS.search(text) or _WILL_YOU.fullmatch(text))
