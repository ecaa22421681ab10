"""What is said of a mood, and is easily taken for something else: shame for a complaint, a bitter greeting for thanks, "I'm
here, only saw it now" for something beside the matter."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import dark_words, dispute
from actions.flows import CERTAIN
from actions.safety import HEARD, SAFETY
from actions.situation import Situation

_ASHAMED = re.compile(
    r"\b(?:i|i'?m|im|am|feel|feeling|so|really|bit|honestly|too|and)\b[^.!?;\n]{0,16}\b(?:ashamed|embarrassed|mortified|humiliated)\b"
    r"|\b(?:this is|it'?s|its|so|how) (?:so |really |very |honestly |beyond )?(?:embarrassing|humiliating|mortifying|shameful)\b"
    r"|\b(?:me da|nos da|me muero de|qu[eé]|k|q|tengo|siento|mucha|con) (?:la |mucha |tanta |una |much[ií]sima )*verg[uü]enza\b|\b(?:me da|nos da|siento|tengo) (?:mucha |tanta |much[ií]sima )*pena\b|\b(?:qu[eé]|k|q|mucha|tanta) (?:pena|oso)\b(?=,? (?:con|me da|de verdad|la verdad|disc))|\b(?:avergonzad|apenad)[oa]\b"
    r"|丢(?:死)?[人脸臉]|丟(?:死)?[人臉脸]|羞愧|惭愧|慚愧|[没沒冇](?:有)?[脸臉面](?![活做])|失禮|失礼|醜怪|丑怪|无地自容|無地自容|[难難]为情|難為情|[抬擡]不起[头頭]",
    re.IGNORECASE,
)
# Whose doing it is, or what else is meant: another's shame, ours, a slip of the keys.
_OF_ANOTHER = re.compile(
    r"\b(?:you|your|y'?all|u|ur|they|he|she)\b[^.!?;\n]{0,24}\b(?:call\w*|text\w*|told|tell\w*|ma[dk]e|making|keep\w*|should|embarrass\w*|humiliat\w*|sham\w*|do|doing|did|people|guys|treat\w*|ought)\b"
    r"|\b(?:shame on|be ashamed|ashamed of (?:you|your)|boss|(?:at|to my|my) (?:work|job)|neighbou?rs?|co-?workers?|in front of|public\w*|harass\w*|disgust\w*|(?:your|this) company|agent|service|sent|typo|wrong chat|audio|photo|picture)\b"
    r"|sinverg|sin verg|poca verg|\bverg[uü]enza de\b(?! verdad)|\b(?:deb[ei]\w*|den|les da|os da|les deber[ií]a|tienen?|ten[eé]is) [^.!?;\n]{0,16}verg|\b(?:vecin\w+|jefe|(?:a mi|en el|al|en mi) trabajo|delante|frente a|trato|tratan?|llam\w+|marquen|empresa|servicio|cobrador\w*|mand[eé]|envi[eé]|audio|foto|pijama|preguntar)\b"
    r"|同事|[邻鄰]居|左鄰右里|老[板闆细細]|[单單]位|公司|[让讓令害逼][我到]|搞到我|搞[得到]|被你|你[们們哋]?(?:才|真|不|都|這|这|好意思|自己|怎|點|点|們這|们这)|[骂罵威嚇吓]|[打发發傳传]错|[打发發傳传]錯|投[诉訴]",
    re.IGNORECASE,
)
_COULD_BE_SHAME = frozenset({"complaint", "dispute_debt", "abusive", "out_of_scope"})

# Not glad to be written to again.
_BITTER = re.compile(
    r"(?:^|[,.!] ?)(?:(?:oh|ugh|great|fantastic|hi|well|look|its?|it's|wonderful|lovely|ah) )*you (?:guys |people |lot )?again\b|\b(?:yet )?another (?:message|text|reminder),? (?:my favou?rite|lucky me|great|yay|fantastic)|\bmy favou?rite (?:people|bank|bot|robot|lender|message)\b|\bhighlight of my\b|\bjust what i needed\b|\blove that for me\b"
    r"|\b(?:otra vez|de nuevo) (?:ustedes|usted|vosotros|t[uú])\b|\b(?:ustedes|usted|vosotros|t[uú]),? (?:otra vez|de nuevo)\b|\bmis amigos del banco\b|\bme alegraron el d[ií]a\b"
    r"|又(?:是|係|系)(?:你|妳|您|[贵貴]|這家|这家)",
    re.IGNORECASE,
)
_COULD_BE_BITTER = frozenset({"thank", "out_of_scope", "goodbye"})

# There now, and why not before.
_THERE = re.compile(
    r"^\W*(?:sorry,? |hey,? |hi,? |ok(?:ay)?,? )*(?:(?:yes |yeah )?(?:i'?m |im |i am )?here\b(?! (?:is|are|open)|'s)|(?:i )?just (?:saw|seen|seeing|got off|got home|woke|read)\b)"
    r"|\b(?:just|only)(?: now)? (?:saw|seen|seeing|noticed) (?:this|that|it|your|ur|the (?:text|message))\b|\bsaw (?:your|ur) (?:text|message)\b"
    r"|^\W*(?:hola,? |perd[oó]n,? |disculpe,? )*(?:aqu[ií] (?:estoy|ando)\b|presente[,.! ]*$)|\b(?:apenas|acabo de|reci[eé]n|hasta ahor\w+) (?:lo |la |los |le )?(?:vi|ver|veo|le[ií]|leer|leo)\b"
    r"|^\W*(?:我)?(?:在|喺度|係度)(?:的|呢|喔|哦|呀|啊|哈|啦|喇|了|这|這)*(?:[\s,，。!！~]|$)|(?:刚刚?|剛剛?|才|啱啱?|先至?|而家先)(?:(?:卸|忙|開|开|吃|食)[^，。,!？?\s]{1,3}[了完])?(?:才|先|才刚|才剛)?(?:看到(?!彩)|看見|看见|睇到|见到|見到|留意到|忙完|下班|收工|放工|睡醒|起床)",
    re.IGNORECASE,
)


def understood(s: Situation) -> Situation:
    """The situation of what a mood means: who is ashamed cannot pay and is asked what happened, who only says that they are
    there is greeted."""
    if _is_shame(s):
        return replace(s.saying(s.text, "hardship"), confidence=CERTAIN)
    if _is_bitter(s) or _is_there(s):
        return replace(s.saying(s.text, "greet"), confidence=CERTAIN)
    return s


def _is_shame(s: Situation) -> bool:
    if s.intent not in _COULD_BE_SHAME or s.heard is not None or not _ASHAMED.search(s.text):
        return False
    if dark_words.any_in(s.text):
        return False
    beside = s.intent == "out_of_scope" and (s.dialogue.question or not s.identity.verified)
    contested = s.intent == "dispute_debt" and dispute.says_what(s.text)
    return not (beside or contested or "complaint" in s.flags or _OF_ANOTHER.search(s.text))


def _is_bitter(s: Situation) -> bool:
    return s.intent in _COULD_BE_BITTER and bool(_BITTER.search(s.text))


def _is_there(s: Situation) -> bool:
    told = s.reading.dates or s.reading.amount or s.reading.windows
    brief = s.is_brief and not re.search(r"[?？]", s.text)
    guessed = s.intent not in SAFETY and s.confidence < HEARD
    return (guessed or s.intent == "out_of_scope") and brief and not told and bool(_THERE.search(s.text))
