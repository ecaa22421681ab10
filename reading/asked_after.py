"""A question behind what is promised, of fees or of being late: "300 friday by card, and if I'm late is there a fee?". It
asks after the promise and leaves nothing of it open."""

from __future__ import annotations

import re

_LATE_EN = r"(?:late|miss|short|over|behind|don'?t|can'?t|doesn'?t|fail)"
_QUESTION = re.compile(
    r"(?:[,;]\s*|\s+)(?:(?:and|n|&|but|also|so)\s+)?(?:"
    rf"(?:what (?:happens|if)|(?:and|but) if)\b[^.!?\n]{{0,40}}\b{_LATE_EN}\b"
    r"|(?:do|does|will|would|is|are) (?:there|it|you|u|ya|y'?all|i|that)\b[^.!?\n]{0,40}\b(?:fees?|charges?|charged?|interest|penalt\w+|extra)\b)[^.!\n]*$"
    r"|(?:[,;]\s*|\s+)(?:(?:y|pero|oiga|oye)\s+)?(?:(?:y|pero) si (?:me|no|se|lo|fallo|tardo)\b|(?:qu[eé]|q) pasa si\b|si (?:me (?:atras|retras|pas)|tard)\w*\b|(?:me |nos )?(?:cobran|cobr[aá]is|van a cobrar)\b|hay\b)"
    r"(?=[^.!\n]*(?:[?]|\b(?:qu[eé]|q) pasa\b))[^.!\n]*$"
    r"|[,，。;；\s]*(?:(?:那|但|不过|咁|如果|要是|万一|萬一)\s*)?(?:(?<![推延])[晚迟遲](?:[了咗还還]|[一两兩几幾半][^，,。\n]{0,6})[^，,。\n]{0,3}(?=[^。！\n]{0,10}(?:[罚罰息费費征徵怎]|影[响響]|點算|点算))|(?:逾期|滞纳金|滯納金|罚息|罰息|手续费|手續費|利息|违约金|違約金))[^。！\n]{0,16}(?:[吗嗎嘛么㗎?？]|怎么样|怎麼樣|怎样|點算|点算|多少)[?？]?\s*$",
    re.IGNORECASE,
)
# "If I pay 300 friday, is there a fee?" asks before it promises.
_ASKS_IF = re.compile(r"(?:\b(?:if|whether|si)\b|如果|要是|若|假如|万一|萬一)", re.IGNORECASE)


def before_question(text: str) -> str | None:
    """What stands before such a question at the text's end, None where there is none; linear in the text's length."""
    found = _QUESTION.search(text)
    before = text[: found.start()] if found else ""
    return before if before and not _ASKS_IF.search(before) else None
