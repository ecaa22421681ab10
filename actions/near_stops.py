"""Words that may mean "stop writing" and may not: "get lost", "delete my data", 还发？, no insistan. Who says them is asked."""

from __future__ import annotations

import re

from actions.situation import Situation

# What is graver, or a stop by the model's own reading, has its own way.
_OTHER = frozenset(
    {
        "crisis",
        "deceased",
        "bankruptcy",
        "attorney_represented",
        "cease_contact",
        "opt_out",
        "opt_in",
        "wrong_party",
    }
)
# Matters of their own, where they are sure enough: "no insistan, el lunes pago".
_MATTERS = frozenset(
    """promise_to_pay pay_now request_plan already_paid payment_problem hardship ask_balance cancel_promise update_contact
    contact_preference dispute_debt""".split()
)
_SURE = 0.6
_MESSAGES = r"(?:texts?|messages?|msgs?|reminders?|spam)"
_NEAR = re.compile(
    # Sent away, or fed up with what we write; the whole of a clause.
    r"(?:^|[.!,;\n])[^\w.!,;\n]*(?:(?:just|please|oh|so|and|now|you|ok) )*(?:get lost|piss off|(?:fuck|bugger|sod) off|go away|buzz off|take a hike|never again|not ever again|bye forever|not in service|blocked|reported|number blocked)\b(?: (?:me|please|now|already|and \w+ \w+ \w+))?(?=[^\w.!,;\n]*(?:$|[.!,;\n]))"
    rf"|\b(?:too many|so many|enough|sick of|tired of|fed up with|done with|had it with|chill with|relax with|ease up on|easy with|cool it with) (?:all )?(?:the|your|ur|these|this|those)? ?(?:constant |daily |stupid )?{_MESSAGES}\b"
    r"|\bfor the last time\b(?=\W*(?:no\b|stop|leave))|\breport(?:ed|ing)? (?:\w+ )?(?:as|for) spam\b|\brestraining order\b|\b(?:this|that|it)(?:'?s| is) (?:\w+ )?harassment\b|\bdone with (?:you|u|y'?all|you (?:guys|people))\b|^\W*(?:please )?(?:do not|don'?t|dont) (?:respond|reply)(?: to me| back| any ?more)?\W*$|\b(?:don'?t|do not) want (?:any (?:of|more of) )?(?:this|it) any ?more\b"
    r"|\b(?:i )?want (?:this|it|all this|all of this) to stop\b|\bmake (?:this|it) stop\b|\b(?:can|will|could|would|why (?:don'?t|won'?t|can'?t)) (?:you|u) (?:\w+ )?(?:stop|quit) (?:it|this|that)\b"
    r"|\b(?:delete|remove|erase|wipe|destroy|purge|forget) (?:all )?(?:of )?my (?:personal |private )?(?:data|info|information|details|records?)\b(?! (?:with|and use|and add))"
    r"|\btold (?:your|ur) (?:\w+ ){1,2}(?:not to|to stop|to quit)\b|\b(?:do not|don'?t) have my (?:permission|consent)\b|^\W*(?:(?:you|u|ya'?ll|y'?all)(?:'?re| are| r)? )?(?:really )?still (?:texting|messaging|bothering|harassing)(?: me)?\W*$"
    # Spanish.
    r"|\bno insist\w+|(?:^|[.!,;\n])[^\w.!,;\n]*(?:ya )?(?:l[aá]rguense|l[aá]rgate|v[aá]yanse|b[aá]jenle(?: ya)?(?=[^\w.!,;]*(?:$|[.!,;]))|(?:ya les dije que no|nunca m[aá]s|no tienen (?:mi )?permiso)(?=[^\w.!,;]*(?:$|[.!,;])))\b|\b(?:report\w+ )(?:\w+ )?(?:por|como) spam\b"
    r"|\besto (?:ya )?es (?:un )?(?:acoso|hostigamiento)\b|\bhart[oa] de (?:sus|tantos|los|estos|que)\b|\b(?:borr|elimin|suprim)\w{1,6} (?:todos )?mis (?:datos|registros)\b(?! (?:de la tarjeta|bancarios))|\bquiero que (?:esto|eso) (?:pare|acabe|termine|se acabe)\b|^\W*(?:todav[ií]a )?(?:me )?siguen? (?:escribi[eé]ndo|mand[aá]ndo|molest[aá]ndo|acos[aá]ndo)(?:me|nos)?\W*$|\bno me (?:anden|est[eé]n) (?:moles|fasti|chin|jod|freg)\w+ndo\b"
    # Chinese.
    r"|^\W*(?:快|赶紧|趕緊|给我|給我|你们?|你們?|都|全部)*滚(?:远点|遠點|开|開|蛋|吧|啊|！)*\W*$|^\W*(?:快|给我|給我|你们?|你們?|都|全部)*滾(?:遠點|開|蛋|吧|啊)*\W*$|^\W*(?:你们?|你們?|你哋|真的?|到底)*(?:烦不烦|煩不煩|煩唔煩)(?:啊|呀|呢|的|㗎|喎)*\W*$|^\W*(?:你们?|你們?|你哋)?(?:真的?|好|很|太|超)*(?:烦|煩|嘈|吵)(?:死|死人|死了|人|耶|啊|呀|喔|了|欸)*\W*$"
    r"|(?:删|刪|清)(?:掉|除|了|咗|走)?(?:我|我的|我嘅|本人的?)?(?:所有|全部|一切)?(?:的|嘅)?(?:个人|個人)?(?:信息|资料|資料|数据|數據|个资|個資|资讯|資訊)(?=\W*(?:$|[，。,!！了吧啦]))"
    r"|^\W*(?:你们?|你們?|你哋)?(?:还|還|又|仲|一直|老是|老|总是|總是|天天|成日)(?:在|要|系度|喺度|係咁)?(?:给我|給我)?(?:发|發|传|傳|send|吵|烦|煩|骚扰|騷擾)(?:我|来|來|短信|信息|简讯|簡訊|訊息)*(?:了|啊|呀|呢|吗|嗎|㗎)?\W*$"
    r"|(?:这|這|呢啲?|你[们們哋]這|你[们]这)(?:就|已|已经|已經)?(?:是|係|系|算)(?:骚扰|騷擾|滋扰|滋擾)|^\W*(?:先|暂时|暫時)?(?:请|請)?(?:先|暂时|暫時)停(?:一停|停|一下|一阵|一陣)\W*$|^\W*(?:收手(?:啦|喇|吧)?|黑名单|黑名單|永不再见|永不再見|再也不见|再也不見|有完冇完)\W*$"
    r"|(?:别|別|不要|唔好|咪)(?:再)?(?:来|來|嚟)(?:了|啦|喇|烦|煩)",
    re.IGNORECASE,
)

# By the post and nothing else, or a pause: no message at all, whatever else the model makes of it.
_NONE_AT_ALL = re.compile(
    r"\b(?:by|via|through|in|per) (?:post|postal mail|regular mail|snail mail|us mail|mail|writing|letters?) only\b|\bonly (?:contact me |write (?:to )?me )?(?:by|via|through|in) (?:post|postal mail|regular mail|snail mail|us mail|mail|writing|letter)\b"
    r"|^\W*p[aá]ren(?:le)? (?:por )?un (?:tiempo|rato|momento)\W*$"
    r"|\bs[oó]lo (?:por )?(?:carta|correo (?:postal|ordinario)|escrito)\b|(?:只|淨|净)(?:能|可以|准|要|接受|收)?(?:用|寄|發|发)?(?:信件|书信|書信|纸本|紙本|挂号信|掛號信|书面|書面)",
    re.IGNORECASE,
)


def comes_near(s: Situation) -> bool:
    """Whether the words may ask us to stop, and nothing surer or graver was heard in them."""
    if s.heard is not None or s.intent in _OTHER or s.dialogue.asked == "stop":
        return False
    if s.identity.status == "third_party":
        return False  # nothing of ours starts there any more
    if "crisis" in (s.runner_up, *s.flags):
        return False  # "I want it to stop" may be despair: that is no question of messages
    if _NONE_AT_ALL.search(s.text):
        return True
    if s.reading.windows or s.reading.promise or (s.intent in _MATTERS and s.confidence >= _SURE):
        return False
    return say_so(s.text)


def say_so(text: str) -> bool:
    """Whether words stand in the text that may ask us to stop."""
    return bool(_NEAR.search(text))
