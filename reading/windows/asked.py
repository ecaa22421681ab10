"""Whether a text that tells of times wishes for anything, or only tells: "the bus gets in at 6:40 and my card is lost"."""

from __future__ import annotations

import re

from reading.text import HAN, MASK
from reading.windows.clause import hours_of
from reading.windows.hours import Grammar
from reading.windows.refusals import FEAST

# Judged, wished for or refused beside a time, in words that need not speak of calls.
_WISHES = re.compile(
    rf"\b(?:best|better|good|fine|okay|ok|great|perfect|ideal|easiest|works?|suits?|prefer\w*|available|free|home|off|any ?time|whenever|any ?day|avoid|just|please|pls|plz|except|never|can|could|try|slammed|busy|asleep|sleep\w*|rest|naps?|then|other|others|until|till|after|before|between|hit(?:tin)?|while|during|don'?t|do not|stop|quit|leave|email|mail|write|need)\b"
    rf"|\bonly (?={MASK})|{MASK} ?only\b|^only\b"
    rf"|\b(?:no|not|nope|nor|ni|nunca|tampoco)\b(?: (?:on|at|in|el|los|las?|en|por|this|next|est[ea]))? ?(?={MASK}|$|[,.;!]|until|till|antes|hasta)|{MASK}[\W\d]*(?:(?:is|are|r|it'?s) )?(?:a )?(?:no+|not|nope|bad|dead|out|nada|ni)\b"
    r"|\b(?:mejor|bien|mal|libre|disponible|solo|solamente|nomas|nada mas|puros?|pued[eo]\w*|puedan?|prefer\w*|prefier\w*|conviene|encuentran?|agarr\w+|ocupad[oa]|desocup\w+|descans\w+|duerm\w*|dormid[oa]|excepto|menos|salvo|despues|antes|cualquier|demas|otros|entonces|esas?|eso|esos|favor|porfa|xfa|rato|mientras|evit\w+|a partir)\b"
    r"|可以|得|行|ok|方便|有空|不|别|勿|莫|甭|唔|没空|冇空|只|最好|最啱|先|才|再|打|找|搵|联|发|传|回|覆|复|接|在线|休息|睡|瞓|除|避|前|后|都|或|line|call|讯|msg|cue|傾|倾"
)
# As many words, or characters of Chinese, may stand beside nothing but times: "i work nine to five".
_WORDS, _CHARACTERS = 4, 6
_WORD = re.compile(r"[a-z']+")


def wishes(text: str, grammar: Grammar) -> bool:
    """Whether folded `text`, which tells of times, says anything of being reached or is hardly more than the times."""
    if grammar.topic.search(text):
        return True
    left = hours_of(text, grammar, False)[1]
    for pattern, _ in grammar.weekdays:
        left = pattern.sub(lambda said: MASK * len(said[0]), left)
    if _WISHES.search(left) or FEAST.search(left):
        return True
    if HAN.search(text):
        return len(HAN.findall(left)) <= _CHARACTERS
    return len(_WORD.findall(left)) <= _WORDS
