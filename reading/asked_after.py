"""Questions of fees and of being late: whether a text asks one, and what it promises before it does ("300 friday by card,
and if I'm late is there a fee?" leaves nothing of the promise open)."""

from __future__ import annotations

import re

_LATE_EN = r"(?:late|miss|short|over|behind|don'?t|can'?t|doesn'?t|fail)"
_THEY_EN = r"(?:there|it|that|this|they|you|u|ya|y'?all|yous|i|we)"
_FEES_EN = (
    r"(?:fees?|surcharges?|charges|charged|charging|penalt(?:y|ies)|interest|extra (?:charge|cost|interest)s?"
    r"|charge (?:me|us)(?! (?:[$£€]?\d|on\b))|charge (?:extra|more|anything|something|for|interest)|(?:charged?|cost|costs|pay|be|is it|any|anything|something) extra"
    r"|costs? (?:me |us |mi )?(?:more|anything|something|nothing|extra|nutten|anyting)|(?:late|any|a|another|service) charge)"
)
# "Will I be charged more", "do you sting people for that"; not whether it is all right, nor to have a card charged.
_ASKED_EN = (
    rf"(?:(?:do|does|will|would|is|are|am) {_THEY_EN}\b(?! (?:ok|okay|fine|alright|possible)\b)[^.,;!?\n]{{0,40}}"
    rf"\b(?:{_FEES_EN}|charge(?! (?:it|my|this|that|the|to)\b)|sting|hit (?:me|us|you|people))\b"
    r"|(?:do|does|will|would|is|are) (?:the |my |any )?(?:late )?(?:fees?|interest|charges|penalt(?:y|ies))\b)"
)
_FEES_ES = (
    r"(?:comisi[oó]n(?:es)?|recargos?|cargos?|intereses|inter[eé]s|multas?|penaliz\w+|mora"
    r"|(?:cobr\w+|cuesta|sale|pagar) (?:\w+ )?(?:extra|m[aá]s|de m[aá]s|algo))"
)
_CHARGE_ES = r"(?:(?:me|nos) )?(?:van a cobrar|cobran|cobr[aá]is|cobra)"
_FEES_ZH = (
    r"(?:手续费|手續費|罚息|罰息|违约金|違約金|滞纳金|滯納金|利息|加收|收多|收[费費钱錢]|多收|[罚罰][钱錢款]|[额額]外(?:收(?!入)|[费費要付])"
    r"|late fee|charge|extra|fee)"
)
_OR_NOT_ZH = r"(?:[会會][不唔][会會]|要不要|使唔使|有冇|有[没沒]有|收不收|收唔收|是不是|係咪)"
_ENDS = r"[?？]"
# Where one thing that is said ends and the next begins; a question keeps its mark.
_CLAUSES = re.compile(
    r"(?<=[?？])|[.,;!¿¡\n，。；！]+|(?<!\S)(?:and|n|&|but|so|also|or|y|pero|o|entonces)(?!\S)", re.IGNORECASE
)
_OF_FEES = re.compile(
    rf"\b{_ASKED_EN}|^\W*y'?all charge\b"
    rf"|^\W*(?:(?:oh|ok|okay|yes|yeah|btw|just|wondering|there'?s|theres|is that|is this) )*(?:any|how much|what(?:'?s|s| is| are| about)?|which)\b(?! an?\b)[^?]{{0,30}}\b{_FEES_EN}\b"
    rf"|\b{_FEES_EN}\b[^?]{{0,40}}{_ENDS}|\b(?:wonder\w*|let me know|tell me|curious|wan(?:na|t to) know|asking) (?:if|whether|what|how much)\b.{{0,30}}\b{_FEES_EN}\b"
    rf"|\b{_FEES_ES}\b[^?]{{0,40}}{_ENDS}|^\W*(?:(?:oiga|oye|vale|bueno|s[ií]) )*(?:{_CHARGE_ES}|hay|habr[aá]|tiene|lleva|genera|cu[aá]nto)\b.{{0,24}}\b{_FEES_ES}\b|(?<!que )(?<!ya )(?<!no )(?<!si )\b(?:me|nos) (?:van a cobrar|cobran|cobr[aá]is)\b.{{0,20}}\b(?:{_FEES_ES}|extra|m[aá]s|algo)\b"
    rf"|{_OR_NOT_ZH}.{{0,10}}{_FEES_ZH}|{_FEES_ZH}.{{0,16}}(?:[吗嗎么㗎咩?？]|多少|几多|幾多)|(?:多少|几多|幾多|几钱|幾錢){_FEES_ZH}",
    re.IGNORECASE,
)
# A hope, thanks or knowledge; and a wish to have fees taken off, which is another matter.
_NO_QUESTION = re.compile(
    r"\b(?:hope|thanks?|thank you|i know|i understand)\b(?!.*[?])|\b(?:espero|gracias|ya s[eé])\b(?!.*[?])|希望|知道|明白|多謝|多谢|谢谢|謝謝",
    re.IGNORECASE,
)
_WANTS_LESS = re.compile(
    r"waiv|\bstop|免|减|減|停|\bquit(?:ar?|en|an|e)?\b|condon|remov|take off", re.IGNORECASE
)
_IF_LATE = re.compile(
    r"\bwhat (?:happens|would happen|if)\b[^.,;!?\n]{0,40}\b(?:late|miss|short)\b|\bif\b[^.,;!?\n]{0,24}\b(?:late|miss|short)\b[^.;!?\n]{0,16}\b(?:what (?:happens|then|would)|how(?= ?\?|$))"
    r"|\b(?:qu[eé]|q) pasa(?:r[ií]a)? si\b[^.;!?\n]{0,40}\b(?:retras|atras|tard|fall|no (?:pago|puedo|llego|alcanz|deposit)|me paso)"
    r"|\bsi\b[^.;!?\n]{0,40}\b(?:retras\w+|atras\w+|tardo|me paso)\b[^.;!?\n]{0,30}\b(?:qu[eé]|q) pasa\b"
    r"|(?:(?<![今昨明當当])[晚迟遲]|逾期)[^。！\n]{0,6}(?:会|會|咁)?(?:怎么样|怎麼樣|怎样|怎樣|点算|點算|点样|點樣|怎么办|怎麼辦)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:[,;]\s*|(?<!\s)\s+)(?:(?:and|n|&|but|also|so)\s+)?(?:"
    rf"(?:what (?:happens|if)|(?:and|but) if)\b[^.!?\n]{{0,40}}\b{_LATE_EN}\b|{_ASKED_EN})[^.!\n]*$"
    rf"|(?:[,;]\s*|(?<!\s)\s+)(?:(?:y|pero|oiga|oye)\s+)?(?:(?:y|pero) si (?:me|no|se|lo|fallo|tardo)\b|(?:qu[eé]|q) pasa si\b|si (?:me (?:atras|retras|pas)|tard)\w*\b|{_CHARGE_ES}\b|hay\b)"
    r"(?=[^.!\n]*(?:[?]|\b(?:qu[eé]|q) pasa\b))[^.!\n]*$"
    r"|(?<![,，。;；\s])[,，。;；\s]*(?:(?:那|但|不过|咁|如果|要是|万一|萬一)\s*)?(?:(?<![推延])[晚迟遲](?:[了咗还還]|[一两兩几幾半][^，,。\n]{0,6})[^，,。\n]{0,3}(?=[^。！\n]{0,10}(?:[罚罰息费費征徵怎]|影[响響]|點算|点算))|(?:逾期|滞纳金|滯納金|罚息|罰息|手续费|手續費|利息|违约金|違約金))[^。！\n]{0,16}(?:[吗嗎嘛么㗎?？]|怎么样|怎麼樣|怎样|怎樣|點算|点算|多少)[?？]?\s*$",
    re.IGNORECASE,
)
# "If I pay 300 friday, is there a fee?" asks before it promises.
_ASKS_IF = re.compile(r"(?:\b(?:if|whether|si)\b|如果|要是|若|假如|万一|萬一)", re.IGNORECASE)


def clauses(text: str) -> list[str]:
    """What is said, thing by thing; a question keeps its mark."""
    return [clause for clause in _CLAUSES.split(text) if clause and clause.strip()]


def asks_of_fees(text: str) -> bool:
    """Whether the text asks if it costs more, told in parts or later; not to have something taken off."""
    if _WANTS_LESS.search(text):
        return False
    return any(_OF_FEES.search(clause) and not _NO_QUESTION.search(clause) for clause in clauses(text))


def asks_if_late(text: str) -> bool:
    """Whether the text asks what comes of being late."""
    return bool(_IF_LATE.search(text))


def before_question(text: str) -> str | None:
    """What stands before such a question at the text's end, None where there is none; linear in the text's length."""
    found = _QUESTION.search(text)
    before = text[: found.start()] if found else ""
    return before if before and not _ASKS_IF.search(before) else None
