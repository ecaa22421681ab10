"""Somebody else answers: told nothing. A number of theirs is not used again, a phone that they hold not until the borrower is back."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import names, strangers
from actions.safety import HEARD
from actions.situation import CancelPromises, Dialogue, Obliges, Say, Situation, Step
from actions.strangers import Who

ABOUT = "wrong_party"
# The mark that the duty towards a child leaves.
_CHILD_HERE = "debtor_is_minor"
# Said beside a stop: the number, or the person, is not the one we look for.
_NOT_ME = re.compile(
    r"\bwrong (?:number|person|guy|phone)\b|\b(?:got|have) the wrong\b|\b(?:had|have|got) this (?:number|phone) (?:for|since|\d)|\b(?:new|my) number\b.{0,20}\bnot (?:his|her|their)"
    r"|\b(?:don'?t|do not) know (?:any(?:one|body)|no ?one|who)\b|\bnobody (?:here )?(?:by|with|named|called)\b"
    r"|\b(?:n[uú]mero|tel[eé]fono|persona) equivocad[oa]\b|\bse (?:equivoc(?:a|an|aron|[oó]) de|han? equivocado)\b|\b(?:tengo|llevo) (?:\w+ )?(?:este|con este) (?:n[uú]mero|tel[eé]fono)"
    r"|[打找发發傳传][错錯]|搞[错錯]人|(?:号码|號碼|号|號|number|电话|電話)(?:我)?(?:用[了咗]|[才刚剛啱]{1,2}(?:办|辦|换|換|买|買)|是新(?:办|辦|的))|我(?:不|唔)(?:姓|叫)|(?:查无此|查無此|没有?这个|沒有?這個|冇呢個)人",
    re.IGNORECASE,
)
_WHO_IS = (
    r"\bwho(?:'?s|s| is| the \w+ is| tf is) {name}|\b(?:don'?t|do not) know (?:a |any |no )?{name}|\b(?:not|no soy|i'?m not|ain'?t) {name}"
    r"|\bqui[eé]n es {name}|\bno conozco a (?:ning[uú]n )?{name}|(?:谁是|誰是|邊個係|边个系|邊個|边个|不认识|不認識|唔識|不是|唔係){name}|{name}(?:是|係|系)(?:谁|誰|边个|邊個)"
)

# Wants to know what it is about, rather than saying once more that they are somebody else.
_ASKS = re.compile(
    r"\b(?:what|why|how much|tell me|does (?:he|she)|did (?:he|she)|is (?:he|she)|qu[eé]|cu[aá]nto|d[ií]game|acaso)\b"
    r"|是不是|係咪|系咪|有[没沒冇]有|(?:什么|什麼|甚麼|啥|咩|乜)(?:事|钱|錢|关系|關係)|[欠爭争](?:了|咗|人|你|钱|錢|多少|几|幾)|(?:告诉|告訴|话俾|話俾)我|跟我(?:说|說|讲|講)"
    r"|(?:他|她|佢)[^，。,]{0,12}[?？吗嗎呢呀]",
    re.IGNORECASE,
)


_WHAT_ABOUT = re.compile(
    r"\b(?:(?:is|this|it|that|all) (?:about|regarding|concerning|in reference to)|what (?:do|did) (?:you|u|ya'?ll|yall) (?:want|need)|what'?s (?:this|it|up)|what (?:is )?this for"
    r"|(?:de|sobre) qu[eé]|qu[eé] (?:quiere[ns]?|necesita[ns]?|pas[oóa]|se (?:le )?ofrece|asunto)|para qu[eé])\b"
    r"|什么事|什麼事|啥事|有事吗|有事嗎|有咩事|乜事|关于什么|關於什麼|找我干|找我做|做什么|做什麼",
    re.IGNORECASE,
)


def asks_what_about(text: str) -> bool:
    """Whether the text asks what this is about: that is told to the right person only, so the person is asked."""
    return bool(_WHAT_ABOUT.search(text))


def asks(text: str) -> bool:
    """Whether somebody else asks what it is about."""
    return bool(_ASKS.search(text))


def told(s: Situation) -> Situation:
    """The situation as what it is where the words themselves say that somebody else writes, verified or not.

    What is graver (a death, a crisis, a lawyer) stays what it is; with a stop that was heard it is told beside it.
    """
    stops = s.intent in ("opt_out", "cease_contact")
    if s.heard == "opt_out":
        other = stops and (
            strangers.speaks(s.text, s.borrower_name) or (_says_so(s) and not s.identity.verified)
        )
    else:
        died = s.intent == "deceased"
        graver = stops or died or s.intent in ("crisis", "bankruptcy", "attorney_represented")
        other = not (graver and s.confidence >= HEARD) and strangers.speaks(s.text, s.borrower_name)
    if other:
        return replace(s.saying(s.text, "wrong_party"), confidence=1.0)
    if s.heard is None and strangers.told_their_kin(s.text):
        return replace(
            s.saying(s.text, "complaint"), confidence=1.0
        )  # of a debt of one's own: we told another
    return s


def _says_so(s: Situation) -> bool:
    if _NOT_ME.search(s.text):
        return True
    if s.borrower_name is None:
        return False
    called = "|".join(names.called(s.borrower_name, words_too=True))
    return bool(re.search(_WHO_IS.replace("{name}", f"(?:{called})"), s.text, re.IGNORECASE))


def who(s: Situation) -> Who:
    """Who writes, taken that it is somebody else: by the words, and where they leave it open the number is another's."""
    said = strangers.heard(s.text, s.borrower_name)
    if said in (Who.CHILD, Who.OWNER):
        return said
    if _NOT_ME.search(s.text):
        return Who.OWNER
    return Who.HOLDER if said or strangers.of_kin(s.text) else Who.OWNER


def next_step(s: Situation) -> Step:
    """Say nothing of why we wrote, and stop: for good, or until the borrower is back at their own phone."""
    match who(s):
        case Who.CHILD:
            return _child()
        case Who.HOLDER:
            return _holder(s)
        case Who.OWNER:
            return _owner(s)


def again(s: Situation) -> Step:
    """They say so once more: nothing more is said, unless they ask; what they tell of themselves is heard all the same."""
    said = strangers.heard(s.text, s.borrower_name)
    if said is Who.CHILD and _CHILD_HERE not in s.flags:
        return _child()
    if s.identity.may_return and (said is Who.OWNER or _NOT_ME.search(s.text)):
        return _owner(s)
    told = {"told_only_them": True} if s.dialogue.draft.get("told_only_them") else {}
    closed = replace(s, dialogue=Dialogue(about=ABOUT, draft=told))  # whatever was asked is open no more
    return asks_on(closed) if asks(s.text) else Step(dialogue=closed.dialogue)


def from_a_child(s: Situation, step: Step) -> Step:
    """A death, a lawyer, a stop told by a child is heard like anybody's, and nothing is said or asked; but to one in danger."""
    if s.intent in ("wrong_party", "crisis") or strangers.heard(s.text, s.borrower_name) is not Who.CHILD:
        return step
    child = _child()
    return replace(child, effects=(*step.effects, *child.effects), disposition=step.disposition)


def _child() -> Step:
    """A child is told nothing, asked nothing, and nothing is passed on through them; a person looks for who is of age."""
    return Step(
        (), (Obliges("minor", "a child answers"), CancelPromises()), Dialogue(about=ABOUT), "wrong_party"
    )


def _holder(s: Situation) -> Step:
    """Somebody near the borrower: what was proven is void, what was read back is dropped, and we wait."""
    step = Step((), (Obliges("third_party"), CancelPromises()), Dialogue(about=ABOUT), "wrong_party")
    of_kin = strangers.asks_of_kin(s.text)
    if of_kin:
        step = step.with_effects(Obliges("complaint", "asks why we write to one of theirs"))
    if of_kin or asks_what_about(s.text) or asks(s.text):
        return step.then(_only_them(s))
    return replace(step, says=(Say("opening.until_back", {}),))


def _owner(s: Situation) -> Step:
    """Apologise, stop for good; who asks is told that only the person themselves may know."""
    sorry = Step(
        (Say("opening.wrong_party", {"lender": s.lender}),),
        (Obliges("wrong_number"), CancelPromises()),
        Dialogue(about=ABOUT),
        "wrong_party",
    )
    return sorry.then(_only_them(s)) if asks_what_about(s.text) else sorry


def _only_them(s: Situation) -> Step:
    """Said once: this is for the person themselves."""
    return Step(
        (Say("opening.only_them", {"lender": s.lender, "phone": s.policy.phone}),),
        dialogue=Dialogue(about=ABOUT, draft={"told_only_them": True}),
    )


def asks_on(s: Situation) -> Step:
    """What else a third party writes: who we are they may know, why we wrote they may not; else silence.

    To a child nothing at all, but that no person writes here.
    """
    if _CHILD_HERE in s.flags and s.intent != "bot_challenge":
        return Step(dialogue=s.dialogue)
    if s.intent in ("ask_identity", "bot_challenge"):
        key = "small_talk.bot" if s.intent == "bot_challenge" else "small_talk.who"
        return Step((Say(key, {"lender": s.lender, "phone": s.policy.phone, "website": s.policy.website}),))
    if s.dialogue.draft.get("told_only_them") or s.intent in ("thank", "goodbye", "affirm", "abusive"):
        return Step(dialogue=s.dialogue)
    return _only_them(s)
