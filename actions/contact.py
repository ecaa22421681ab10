"""New ways to reach the borrower, and when and how they want (not) to be reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions import contact_proof, dispute, promise, replaced, silences
from actions.contact_records import GaveContact
from actions.situation import Prefers, Say, Situation, Step
from core.proving import CHANNEL_OF

ABOUT = "contact"
# Surer than this, a wish about contact that cannot be read is asked for; else the open question is put again.
SURE = 0.9
KINDS = ("phone", "email", "address", "employer", "person_name")
# A telephone number with the words that lead to it: "es el 213 555 0148".
_NUMBER = re.compile(r"(?:\b(?:is|es)(?: el)?\s+)?\+?\d[\d\s().-]{6,}\d", re.IGNORECASE)


def next_step(s: Situation) -> Step:
    """Take a new contact; ask for what is incomplete. Used only once it is proven."""
    found = given(s)
    if found and not (s.reading.incomplete and s.dialogue.about != ABOUT):
        return _noted(s, found)
    if s.dialogue.about == ABOUT and s.dialogue.unclear >= 1:
        return Step((Say("contact.by_person", {"phone": s.policy.phone}),))
    if s.dialogue.about == promise.ABOUT and s.dialogue.question:
        return Step((Say("contact.ask_whole", {}),)).resuming(s)  # what was read back stays open
    unclear = s.dialogue.unclear + 1 if s.dialogue.about == ABOUT else 0
    return Step.asking(Say("contact.ask_whole", {}), asked="contact", about=ABOUT, unclear=unclear)


def given(s: Situation) -> tuple[GaveContact, ...]:
    """What the text gives, and what becomes of each: known, to be proven by a code, or a matter for a person."""
    replaces, retires = replaced.replaces(s.text), replaced.retires(s.text)
    found = []
    for kind in KINDS:
        value = getattr(s.reading, kind) or (_place(s) if kind == "address" else None)
        if not value:
            continue
        standing = s.ways.standing(str(value))
        prove = CHANNEL_OF.get(kind) in s.ways.senders and "wrong_party" not in standing
        known = "active" in standing
        old = {"replaces": replaces or retires, "retires": retires and kind == "email"}
        found.append(GaveContact(kind, str(value), **old, prove=prove and not known, known=known))
    return tuple(found)


def _place(s: Situation) -> str | None:
    """The address that a text gives without a word of moving, where one was asked for."""
    asked = s.dialogue.asked == "contact" or (dispute.awaits_papers(s) and s.intent != "dispute_debt")
    return s.read_alone(f"new address: {s.text}").address if asked else None


def noting(found: Sequence[GaveContact]) -> Step:
    """What was given is written down, and said to be; proven by a code where one can be sent."""
    to_prove = next((one for one in found if one.prove), None)
    if to_prove is not None:
        return Step((Say("contact_proof.code_sent", {"contact": to_prove.value}),), tuple(found))
    on_file = all(one.known for one in found)
    return Step((Say("contact_proof.on_file" if on_file else "contact.noted", {}),), tuple(found))


def _noted(s: Situation, found: Sequence[GaveContact]) -> Step:
    """Noted; the question that was open is put again meanwhile, unless the code is all there is to wait for."""
    noted = noting(found)
    whole, without = (s.saying(said, "promise_to_pay") for said in (s.text, _NUMBER.sub(" ", s.text)))
    rest = whole if whole.reading.promises_wholly else without  # what is promised beside the new number
    if rest.reading.promise and rest.reading.dates and (rest.reading.amount or rest.reading.share):
        return noted.then(promise.next_step(rest))
    if s.dialogue.question is not None and s.dialogue.about not in (ABOUT, contact_proof.ABOUT):
        return noted.resuming(s)
    if any(one.prove for one in found):
        say = noted.says[0]
        return Step.asking(say, asked=contact_proof.CODE, about=contact_proof.ABOUT, effects=noted.effects)
    return noted


def wish_kept(s: Situation) -> Step:
    """A wish that came with a stop ("no more texts, WeChat is better"): written down without a word."""
    windows = (*(window.as_json() for window in s.reading.windows), *places(s))
    if s.intent != "contact_preference" or not (s.reading.channel or windows):
        return Step(dialogue=s.dialogue)
    wish = Prefers(windows, s.reading.channel, s.reading.channel_unwanted)
    return Step((), (wish,), s.dialogue)


_NAMED = r"(?:e-?mails?|mails?|correos?|whats ?app|whatsapp|wasap|guasap|telegram|sms|we-?chat|微信|电邮|電郵|邮件|郵件|邮箱|電子郵件|短信|簡訊)"
# One way and no other: "only by email", "WhatsApp only", 淨係用whatsapp; not "only after five".
_ONLY = re.compile(
    rf"\b(?:only|solely|s[oó]lo|solamente|[uú]nicamente|nom[aá]s|nada m[aá]s)\b(?!\s+(?:after|before|between|from|until|despu[eé]s|antes|entre|de \d|los?|las?)\b)[^.,;!?\n]{{0,30}}?{_NAMED}"
    rf"|{_NAMED} (?:only|solamente|nada m[aá]s|nom[aá]s)\b(?!\s+(?:after|before|between|from|despu[eé]s|antes|entre|de \d|los?|las?)\b)"
    r"|\b(?:only|solely) (?:want |take |accept |by |via |through |over the |use )*(?:phone|calls|(?:tele)?phone calls|telephone)\b(?! (?:me )?(?:after|before|between|from|at|in|on)\b)|\b(?:phone )?calls only\b(?! (?:after|before|between|from|at|in|on)\b)|\bs[oó]lo (?:por tel[eé]fono|llamadas)\b(?! (?:despu[eé]s|antes|entre|de \d|por las?|en las?)\b)"
    r"|(?:只|淨|净)(?:可以|能|准|好|接受|接|要|想)?(?:用|打)?(?:电话|電話)(?!给|給|俾|畀|到|号|號)"
    rf"|(?:只|淨|净)(?:可以|能|准|好|係|是|系|要|想)?(?:用|发|發|傳|传|喺|在|收|睇|看)?{_NAMED}",
    re.IGNORECASE,
)


def _only(s: Situation) -> tuple[Prefers, ...]:
    """The wish not to be written to on any other channel, where one is wanted and no other."""
    wanted = s.reading.channel
    if wanted is None or not _ONLY.search(s.text):
        return ()
    others = {point.channel for point in s.ways.points} | {s.channel}
    return tuple(Prefers((), None, channel) for channel in sorted(others - {wanted}))


# Not where one works, and not by its telephone: "stop calling my office", 别打我单位电话.
_WORK_EN = r"(?:work|works|workplace|place of work|job|office|employer|boss|manager|shop|site|store|school|clinic|hospital)"
_AT_WORK = re.compile(
    rf"\b(?:don'?t|do not|never|stop|quit|no(?: more)?|not) (?:\w+ )?(?:call\w*|phon\w*|ring\w*|contact\w*)(?: me| us)?(?: at| to| on| up)?(?: my| the| our)?(?: work| office| job)? ?{_WORK_EN}\b"
    r"|\b(?:no|nunca|dejen? de|paren? de) (?:me |nos )?(?:\w+ a )?(?:llam|marqu|marc|habl|contact|busqu|busc)\w* (?:m[aá]s )?(?:a|al|en)(?: mi| el| la| su)? ?(?:trabajo|oficina|chamba|empleo|patr[oó]n|jef[ea]|empresa|taller|laburo|curro|pega|negocio|escuela)\b"
    r"|(?:别|別|不要|不准|不许|不許|不能|请勿|請勿|勿|莫|唔好|唔准|咪|停止)(?:再|老|总|總|成日)?[^，。,!！?？\n]{0,4}?(?:打|致电|致電|联系|联络|聯絡|聯繫|搵|找|骚扰|騷擾|call)[^，。,!！?？\n]{0,8}?(?:单位|單位|公司|办公室|辦公室|写字楼|寫字樓|工作的?(?:地方|场所|場所)|上班的?地方|返工嘅?地方|老板|老闆|老细|老細|工地|工厂|工廠|厂里|廠裡|店里|店裡|舖頭|铺头|学校|學校)",
    re.IGNORECASE,
)


# What a wish about calls at work is taken for, where it is all that is said.
_TAKEN_FOR = frozenset(
    "contact_preference opt_out cease_contact out_of_scope stall deny update_contact refuse_to_pay request_human".split()
)


# A place where no contact is wanted, beside the hours.
AT_WORK: dict[str, Any] = {"place": "work", "wanted": False}
# What else may be forbidden, or who else is not to be called, beside work.
_ELSE = re.compile(
    r"\b(?:don'?t|dont|do not|stop|never|no|not|quit|leave|enough|nobody|anyone|ever|sister|brother|mother|mom|father|dad|wife|husband|kids?|family|friends?|neighbou?rs?|me|ni|nadie|nunca|dejen?|ya|basta|mam[aá]|pap[aá]|herman[oa]|espos[oa]|familia|vecin\w+|amig\w+)\b"
    r"|[别別勿莫咪]|不要|不准|不许|不許|唔好|停|家人|家里|家裡|屋企|[妈媽爸哥姐弟妹嫂]|朋友|[亲親]|老婆|老公|邻|鄰",
    re.IGNORECASE,
)


def spares_work(s: Situation) -> bool:
    """Whether the text forbids to call where the borrower works."""
    return bool(_AT_WORK.search(s.text))


def only_spares_work(s: Situation) -> bool:
    """Whether that is all that the text forbids, whatever it is taken for."""
    if not spares_work(s) or s.intent not in _TAKEN_FOR or s.heard is not None or s.reading.promise:
        return False
    ends = s.intent in ("opt_out", "cease_contact")
    return not ends or not _ELSE.search(_AT_WORK.sub(" ", s.text))


def places(s: Situation) -> list[dict[str, Any]]:
    """Where the borrower does not want to be reached, as it is kept among the windows."""
    return [AT_WORK] if spares_work(s) else []


def preference(s: Situation) -> Step:
    """When and where to write becomes a rule of the gate, from now on."""
    windows = [*silences.kept(s), *places(s)]
    wanted, unwanted = s.reading.channel, s.reading.channel_unwanted
    if not windows and not wanted and not unwanted:
        if s.dialogue.question and s.dialogue.about != "preference" and s.confidence < SURE:
            return Step((Say("small_talk.not_caught", {}),)).resuming(s)
        if s.dialogue.about == "preference":
            return Step((Say("refusal.later", {"lender": s.lender}),))
        return Step.asking(Say("contact.ask_when", {}), asked="callback_time", about="preference")
    wishes = (Prefers(tuple(windows), wanted, unwanted), *_only(s))
    only_there = windows == [AT_WORK] and not (wanted or unwanted)
    key = "contact.not_at_work" if only_there else "contact.preference_noted"
    noted = Step((Say(key, {}),), wishes)
    told = s.reading
    if s.identity.verified and s.account and told.promise and told.dates and (told.amount or told.share):
        return noted.then(promise.next_step(s))  # "not in the mornings. I pay all of it on Monday"
    # A wish about when to write is no answer to what was asked; it stays open without being pressed for.
    return noted if s.dialogue.about == "preference" else replace(noted, dialogue=s.dialogue)
