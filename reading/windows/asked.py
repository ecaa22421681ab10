"""Whether a text that tells of times wishes for anything, or only tells: "the bus gets in at 6:40 and my card is lost"."""

from __future__ import annotations

import re

from reading.text import HAN, MASK
from reading.windows.clause import hours_of
from reading.windows.hours import Grammar
from reading.windows.refusals import FEAST, VERDICT, WELCOME, goes_on

# Judged, wished for or refused beside a time, in words that need not speak of calls.
_WISHES = re.compile(
    rf"\b(?:best|better|good|fine|okay|ok|great|perfect|ideal|easiest|works?|suits?|prefer\w*|available|free|home|off|any ?time|whenever|any ?day|avoid|just|please|pls|plz|except|never|can|could|try|slammed|busy|asleep|sleep\w*|rest|naps?|then|other|others|until|till|after|before|between|hit(?:tin)?|while|during|when|about|around|a word|if (?:ye|you|u) (?:want|need)|minute|moment|sec|don'?t|do not|stop|quit|leave|email|mail|write|need)\b"
    rf"|\bonly (?={MASK})|{MASK} ?only\b|^only\b"
    rf"|\b(?:no|not|nope|nor|ni|nunca|tampoco)\b(?: (?:on|at|in|el|los|las?|en|por|this|next|est[ea]))? ?(?={MASK}|$|[,.;!]|until|till|antes|hasta)|{MASK}[\W\d]*(?:(?:is|are|r|it'?s) )?(?:a )?(?:no+|not|nope|bad|dead|out|nada|ni)\b"
    r"|\b(?:mejor|bien|mal|libre|disponible|solo|solamente|nomas|nada mas|puros?|pued[eo]\w*|puedan?|prefer\w*|prefier\w*|conviene|encuentran?|agarr\w+|ocupad[oa]|desocup\w+|descans\w+|duerm\w*|dormid[oa]|excepto|menos|salvo|despues|antes|cualquier|demas|otros|entonces|esas?|eso|esos|favor|porfa|xfa|rato|minuto|momento|cuando|mientras|evit\w+|a partir)\b"
    r"|可以|得|行|ok|方便|有空|不|别|勿|莫|甭|唔|没空|冇空|只|最好|最啱|先|才|再|打|找|搵|联|发|传|回|覆|复|接|在线|休息|睡|瞓|除|避|前|后|都|或|line|call|讯|msg|cue|傾|倾"
)
# As many words, or characters of Chinese, may stand beside nothing but times: "i work nine to five".
_WORDS, _CHARACTERS = 4, 6
_WORD = re.compile(r"[a-z']+")
_TELLING = re.compile(
    r"\b(?!(?:the|a|an|in|on|at|of|my|to|from|and|so|el|la|los|las|de|del|por|en|a|partir|si|y|todos?|todas?|tipo|all|days?|dia|weeknights?)\b)[a-z']+"
)


def wishes(text: str, grammar: Grammar) -> bool:
    """Whether folded `text`, which tells of times, says anything of being reached or is hardly more than the times."""
    if grammar.topic.search(text):
        return True
    left = _timeless(text, grammar)
    if _WISHES.search(left) or FEAST.search(left):
        return True
    if HAN.search(text):
        return len(HAN.findall(left)) <= _CHARACTERS
    return len(_WORD.findall(left)) <= _WORDS


# One is there then, which is as good as asking.
_THERE = re.compile(
    r"\b(?:home|around|about|break|lunch|dinner|off|up|awake|free|any|anytime|mine|casa|descanso|hueco|rato|desocup\w+|libr\w+|salgo|luego|ya)\b|在家|休息|午休|空|闲|在线|收工|下班|放工|都"
)


# "I sleep till noon": from when on one is free follows from what is asked for, where anything is.
_BUSY_UNTIL = re.compile(
    r"\b(?:sleep\w*|asleep|work\w*|busy|shift|classe?s?|school|driving|in bed)\b[^.;!?]*\b(?:till?|until|til) (?:\d|noon|midday|about|around|like)"
)
_ASKED = re.compile(r"\b(?:call|text|ring|message|reach|contact|don'?t|dont|do not|never|no)\b")


def only_tells(clause: str, grammar: Grammar) -> bool:
    """Whether a clause with times neither asks nor judges: what one does then yields to what is asked for elsewhere."""
    left = _timeless(clause, grammar)
    said = (grammar.topic, grammar.loosely, WELCOME, VERDICT, _THERE, _WISHES)
    if _BUSY_UNTIL.search(clause) and not (WELCOME.search(clause) or _ASKED.search(clause)):
        return True
    if goes_on(clause) or any(pattern.search(left) for pattern in said):
        return False
    return len(HAN.findall(left)) > 1 or len(_TELLING.findall(left)) > 1


def _timeless(clause: str, grammar: Grammar) -> str:
    left = hours_of(clause, grammar, False)[1]
    for pattern, _ in grammar.weekdays:
        left = pattern.sub(lambda said: MASK * len(said[0]), left)
    return left
