"""Stop, start, and "never again": heard by meaning, after the words of law were read in the webhook."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import answers, crisis
from actions.situation import Dialogue, Effect, Obliges, OptIn, Say, Situation, Step

# Who is stopped by mistake hears nothing more: below this one question is asked first (docs/decisions/nlu-pipeline.md).
SURE = 0.7
# To that question, what is surer than this is another matter and not the answer.
ANOTHER_MATTER = 0.6

# Every way of contact at once: no message of any kind is wanted, whatever the model makes of it.
_WAY = r"(?:电话|電話|短信|简讯|簡訊|讯息|訊息|微信|邮件|電郵|电邮|whatsapp|wechat|telegram|line|email|sms)"
_EVERYWHERE = re.compile(
    r"\b(?:no|any|all|every|whatever) (?:more )?(?:kind of |form of |type of |sort of |means of |way of )?(?:channels?|means|communications?|contact|method|medium)\b"
    r"|\bin any (?:way|form|manner)\b|\b(?:no|any|all|stop) (?:more )?(?:calls?|texts?|emails?|letters?)(?:,| and| or| nor)+ (?:no )?(?:more )?(?:calls?|texts?|emails?|letters?|messages)\b"
    r"|\b(?:por )?ning[uú]n (?:medio|canal|modo)\b|\b(?:de )?ninguna (?:forma|manera|v[ií]a)\b|\bni (?:\w+ )?(?:llamad\w+|mensajes?|correos?|whats\w*)\b.{0,20}\bni\b"
    r"|(?:所有|一切|任何|全部|各种|各種|什么|什麼|甚麼|哪种|哪種|哪个|哪個|邊個)(?:的)?(?:渠道|方式|途径|途徑|形式|手段|联系|聯絡|聯繫|方法)"
    rf"|{_WAY}(?:[、，, /和跟或以及同]*{_WAY})+.{{0,6}}(?:统统|統統|通通|全部|全都|全|都|一律|一概|也|亦).{{0,4}}(?:不|别|別|勿|唔|停)"
    rf"|(?:统统|統統|通通|全部|一律|一概).{{0,4}}(?:不|别|別|勿|唔)(?:要|许|許|准|得|好)?.{{0,4}}(?:联系|联络|聯絡|聯繫|找|打|发|發|傳|搵)"
    rf"|(?:不要|不准|不许|不許|别|別|唔好|唔准)(?:再)?.{{0,4}}{_WAY}[、，, /和跟或以及同]*(?:也|亦|都|打|发|發|传|傳)?(?:不要|不准|不许|别|別|唔好)?.{{0,3}}{_WAY}(?!吧|就|联系|聯絡)",
    re.IGNORECASE,
)

_BESIDE = {
    "deceased": "stop.and_deceased",
    "bankruptcy": "stop.and_bankruptcy",
    "attorney_represented": "stop.and_attorney",
    "dispute_debt": "stop.and_noted",
    "complaint": "stop.and_noted",
}


def next_step(s: Situation) -> Step:
    """Act on a clear demand; ask one question when it could mean something else."""
    if s.intent == "opt_in":
        return Step((Say("stop.welcome_back", {"lender": s.lender}),), (OptIn(),), s.dialogue)
    if s.heard == "opt_out":
        # Done in the webhook's own transaction, and confirmed from there.
        return Step((), _ceasing() if _ends_all(s) else ())
    if s.intent == "opt_out" and everywhere(s.text):
        return _stopped(s, "cease_contact")
    if s.confidence < SURE and s.dialogue.asked != "stop":
        draft = {"intent": s.intent, "before": s.dialogue.as_json()}
        return Step.asking(Say("stop.did_you_mean", {}), asked="stop", about="stop", draft=draft)
    return _stopped(s, s.intent)


def everywhere(text: str) -> bool:
    """Whether a stop is asked for every way of contact, not only for the one it is written on."""
    return bool(_EVERYWHERE.search(text))


def _ends_all(s: Situation) -> bool:
    return s.intent == "cease_contact" or everywhere(s.text)


def beside(s: Situation) -> tuple[Say, ...]:
    """What the confirmation of a stop says besides, where something grave was told in the same breath: both in one message."""
    if s.intent == "crisis":
        line = crisis.help_line(s)
        return (Say("crisis.and_stopped", {"line": line}) if line else Say("crisis.and_stopped_no_line", {}),)
    key = _BESIDE.get(s.intent)
    return (Say(key, {"lender": s.lender}),) if key else ()


def _stopped(s: Situation, intent: str) -> Step:
    if intent == "cease_contact":
        return Step((Say("stop.ceased", {"lender": s.lender}),), _ceasing(), disposition="cease")
    return Step((Say("stop.confirmed", {"lender": s.lender}),), (Obliges("opt_out"),), disposition="opt_out")


def _ceasing() -> tuple[Effect, ...]:
    return (Obliges("cease", "demands that contact ends"),)


def answers_it(s: Situation) -> bool:
    """Whether the text answers "do you want us to stop writing?"; only another clear matter does not."""
    if (
        answers.yes(s.text)
        or answers.no(s.text)
        or s.intent in ("affirm", "deny", "opt_out", "cease_contact")
    ):
        return True
    return s.confidence < ANOTHER_MATTER or s.intent in ("out_of_scope", "abusive")


def answer(s: Situation) -> Step:
    """Yes or no to "do you want us to stop writing?"; anything unclear counts as yes."""
    if not answers.yes(s.text) and (s.intent == "deny" or answers.no(s.text)):
        before = s.dialogue.draft.get("before")
        going_on = Step((Say("stop.going_on", {}),))
        return replace(going_on, dialogue=Dialogue.from_json(before if isinstance(before, dict) else {}))
    kind = s.intent if s.intent == "cease_contact" else str(s.dialogue.draft.get("intent", "opt_out"))
    return _stopped(s, kind)
