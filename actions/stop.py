"""Stop, start, and "never again": heard by meaning, after the words of law were read in the webhook."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from actions import answers, complaint, contact, crisis, dispute, near_stops
from actions.safety import SAFETY
from actions.situation import Dialogue, Effect, Obliges, OptIn, Prefers, Say, Situation, Step

QUESTION = "stop.did_you_mean"
# Who is stopped by mistake hears nothing more: below this one question is asked first (docs/decisions/nlu-pipeline.md).
SURE = 0.7
# So long the question may be answered by a bare yes, if nothing else was said here since.
FRESH_FOR = timedelta(days=7)
# To that question, what is surer than this is another matter and not the answer.
ANOTHER_MATTER = 0.6
_NO_MATTER = frozenset({"out_of_scope", "abusive", "stall", "refuse_to_pay", "goodbye"})

# Every way of contact at once: no message of any kind is wanted, whatever the model makes of it.
_WAY = r"(?:电话|電話|短信|简讯|簡訊|讯息|訊息|微信|邮件|電郵|电邮|whatsapp|wechat|telegram|line|email|sms)"
_EVERYWHERE = re.compile(
    r"\b(?:no|any|all|every|whatever) (?:more )?(?:kind of |form of |type of |sort of |means of |way of )?(?:channels?|means|communications?|contact|method|medium)\b"
    r"|\bin any (?:way|form|manner)\b|\b(?:no|any|all|stop) (?:more )?(?:calls?|texts?|emails?|letters?)(?:,| and| or| nor)+ (?:no )?(?:more )?(?:calls?|texts?|emails?|letters?|messages)\b"
    r"|\bno (?:\w+ ){0,3}(?:escrib|contact|bus[cq]|mand|habl|llam|molest|comuni|env[ií]|marqu|mensaj|texte)\w*(?: \w+){0,2} (?:por|en|a) (?:ning[uú]n (?:lado|lugar|sitio|n[uú]mero)|ninguna (?:parte|red|app|aplicaci[oó]n))\b"
    r"|\b(?:contact|text|messag|writ|reach)\w* (?:to )?(?:me|us) (?:\w+ ){0,2}?(?:anywhere|(?:on|at|in) any (?:number|app|phone|platform|place|of my \w+))\b"
    r"|(?:哪里|哪裡|哪儿|哪兒|边度|邊度|任何地方|(?:任何|所有|全部)(?:的)?(?:号码|號碼|平台|软件|軟件|帳號|账号))(?:都|也|亦).{0,2}(?:不|别|別|勿|唔好|咪|停)"
    r"|\b(?:por )?ning[uú]n (?:medio|canal|modo)\b|\b(?:de )?ninguna (?:forma|manera|v[ií]a)\b|\bni (?:\w+ )?(?:llamad\w+|mensajes?|correos?|whats\w*)\b.{0,20}\bni\b"
    r"|(?:所有|一切|任何|全部|各种|各種|什么|什麼|甚麼|哪种|哪種|哪个|哪個|邊個)(?:的)?(?:渠道|方式|途径|途徑|形式|手段|联系|聯絡|聯繫|方法)"
    rf"|{_WAY}(?:[、，, /和跟或以及同]*{_WAY})+.{{0,6}}(?:统统|統統|通通|全部|全都|全|都|一律|一概|也|亦).{{0,4}}(?:不|别|別|勿|唔|停)"
    rf"|(?:统统|統統|通通|全部|一律|一概).{{0,4}}(?:不|别|別|勿|唔)(?:要|许|許|准|得|好)?.{{0,4}}(?:联系|联络|聯絡|聯繫|找|打|发|發|傳|搵)"
    rf"|(?:不要|不准|不许|不許|别|別|唔好|唔准)(?:再)?.{{0,4}}{_WAY}[、，, /和跟或以及同]*(?:也|亦|都|打|发|發|传|傳)?(?:不要|不准|不许|别|別|唔好)?.{{0,3}}{_WAY}(?!吧|就|联系|聯絡)",
    re.IGNORECASE,
)

# "Please don't start again", 不要恢复: heard by the model as a wish to start.
_NOT_AGAIN = re.compile(
    r"(?:\b(?:do|may|should|can|must|will|would|please|i) not|n['’]?t|\bnever) (?:(?!stop|quit)\w+ ){0,3}(?:start|resum|restart|begin|text|writ|messag|contact|sign|subscrib|resub)"
    r"|\bno (?:me |nos |se |vuelvan? a |quiero |deseo |que )*(?:escrib|mand|env[ií]|reanud|reactiv|inici|suscrib|empie|empec)"
    r"|(?:不要|别|別|不用|勿|莫|唔好|唔使|咪|不准|不许|不許|唔准|不想)(?:再|给我|給我|俾我|你们|你們|你哋)*(?:恢复|恢復|重新|开|開|继续|繼續|发|發|传|傳|订|訂|send)",
    re.IGNORECASE,
)
# Whatever else takes the plain meaning from a wish to start: refused, asked about, dared to.
_DOUBTED = re.compile(
    r"\b(?:no|not|never|don'?t|why|who|sue|report\w*|lawyer|police|dare|see what|nunca|jam[aá]s|por qu[eé]|qui[eé]n\w*|demand\w*|denunci\w*|ver[aá]n?)\b|n['’]t\b|[?？]"
    r"|不(?!小心|好意思)|别|別|勿|唔(?!该|該|小心)|为什么|為什麼|凭什么|憑什麼|点解|點解|谁|誰|边个|邊個|投诉|投訴|报警|報警|告你|律师|律師|试试|試試",
    re.IGNORECASE,
)
# "Not until that has been looked into": silence for as long, not for good.
_UNTIL = re.compile(
    r"\b(?:until|till|til|before) (?:\S+ ){0,5}?(?:check|look|verif|confirm|resolv|fix|trac|investigat|sort|find|found|clear)"
    r"|\b(?:hasta que|antes de que?|mientras no) (?:\S+ ){0,4}?(?:revis|aclar|verifi|confirm|encuentr|resuelv|resolv|investi|busqu|cheq)"
    r"|(?:没|沒|未|冇|查|核|处理|處理|搞|弄)[^，。,!！?？]{0,8}(?:之前|以前|前)[^。!！?？]{0,8}(?:不|别|別|勿|唔|咪|莫)"
    r"|(?:查|核)[^，。,!！?？]{0,5}(?:清楚|完|好|出来|出來|明白)(?:了|咗)?[，, ]?(?:再|先)",
    re.IGNORECASE,
)
_SMS = re.compile(r"(?<![a-z])sms(?![a-z])", re.IGNORECASE)
_BY_NAME = re.compile(
    r"(?<![a-z])(?:whats\w*|wh?ats?app\w*|wasap\w*|we ?chat|telegram|e-?mail\w*|correos?)|微信|电邮|電郵|邮件|郵件",
    re.IGNORECASE,
)
# What may be said of messages on any channel.
_ANY_MESSAGE = re.compile(
    r"\b(?:texts?|texting|messages?|messaging|msgs?|mensajes?|textos?|here|aqu[ií]|alone|paz|bother\w*|harass\w*|molest\w*)\b"
    r"|短信|简讯|簡訊|讯息|訊息|消息|信息|骚扰|騷擾|打扰|打擾|烦|煩",
    re.IGNORECASE,
)

# Of that channel besides: "STOP on WhatsApp too".
_TOO = re.compile(r"\b(?:too|as well|also|tambi[eé]n)\b|[也亦埋]", re.IGNORECASE)

# Events that end our messages by themselves.
_SILENCE = frozenset(
    {"opt_out", "cease", "wrong_number", "third_party", "minor", "deceased", "bankruptcy", "attorney"}
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
        return _starting(s)
    if s.heard == "opt_out":
        # Done in the webhook's own transaction, and confirmed from there.
        return Step((), _ceasing() if _ends_all(s) else ())
    if s.intent == "opt_out" and everywhere(s.text):
        return _stopped(s, "cease_contact")
    if not everywhere(s.text) and (step := _of_another_channel(s) or _until_looked_into(s)):
        return step
    if s.confidence < SURE and s.dialogue.asked != "stop":
        return _asked_first(s)
    return _stopped(s, s.intent)


def _starting(s: Situation) -> Step:
    """Who stopped us starts us again in plain words; where they may mean anything else, we only say how."""
    if _NOT_AGAIN.search(s.text):
        return _stopped(s, "opt_out")
    if s.confidence < SURE or _DOUBTED.search(s.text):
        return Step((Say("stop.how_to_start", {"lender": s.lender}),), (), s.dialogue)
    return Step((Say("stop.welcome_back", {"lender": s.lender}),), (OptIn(),), s.dialogue)


def _of_another_channel(s: Situation) -> Step | None:
    """A stop that names another channel than the one it is written on ends that one; of calls it is asked besides."""
    unwanted = s.reading.channel_unwanted
    if unwanted is None or unwanted == s.channel or _TOO.search(s.text):
        return None
    if s.reading.channel == s.channel or (unwanted == "sms" and _SMS.search(s.text)):
        return contact.preference(s)
    if unwanted == "sms" or _ANY_MESSAGE.search(s.text):
        return None
    if _BY_NAME.search(s.text):
        return contact.preference(s)
    return _asked_first(s).with_effects(Prefers((), s.reading.channel, unwanted))


def _until_looked_into(s: Situation) -> Step | None:
    """A wish for silence until something is cleared up: kept by the hold where there is one, else asked about."""
    if not _UNTIL.search(s.text):
        return None
    if s.account is not None and s.account.holds:
        return Step((Say("contact.preference_noted", {}),), (), s.dialogue)
    return _asked_first(s) if s.dialogue.asked != "stop" else None


def asked_of(s: Situation) -> Step:
    """The question, where the words come near a stop; a complaint, and a debt that is not theirs, are taken all the same."""
    meant = s.saying(s.text, "opt_out")
    asked, contested = _asked_first(meant), dispute.beside_stop(meant)
    if s.intent == "complaint":
        return complaint.next_step(replace(s, dialogue=Dialogue())).with_effects(*contested).then(asked)
    if contested:
        disputed = s.saying(s.text, "dispute_debt")
        return asked_behind(disputed, dispute.next_step(disputed))
    return asked


def asked_behind(s: Situation, step: Step) -> Step:
    """The question behind the step of another matter. What that one asks waits: one yes must not answer both."""
    silences = any(isinstance(effect, Obliges) and effect.event in _SILENCE for effect in step.effects)
    if silences or step.dialogue.asked == "stop":
        return step
    asked = _asked_first(replace(s.saying(s.text, "opt_out"), dialogue=step.dialogue))
    question = step.dialogue.question
    if s.intent not in SAFETY and question and step.says[-1:] == (Say.again(question),):
        step = replace(step, says=step.says[:-1])
    return step.then(asked)


def _asked_first(s: Situation) -> Step:
    draft = {"intent": s.intent, "before": s.dialogue.as_json()}
    return Step.asking(Say(QUESTION, {}), asked="stop", about="stop", draft=draft)


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
    """Whether the text answers "do you want us to stop writing?"; only another clear matter does not.

    Once we have said something else, or long after, a yes may be to that: a no and what comes near a stop once more are left.
    """
    if s.overtaken:
        return answers.no(s.text) or answers.yes(s.text) or near_stops.say_so(s.text)
    return plainly(s) or not is_another(s)


def plainly(s: Situation) -> bool:
    """Whether the text is a yes or a no, or says stop itself."""
    says = s.intent in ("affirm", "deny", "opt_out", "cease_contact")
    return says or answers.yes(s.text) or answers.no(s.text)


def is_another(s: Situation) -> bool:
    """Whether the text is of another matter, surely enough."""
    return s.confidence >= ANOTHER_MATTER and s.intent not in _NO_MATTER


def before(asked: Dialogue) -> Dialogue:
    """Where the conversation stood before the question."""
    stood = asked.draft.get("before")
    return Dialogue.from_json(stood if isinstance(stood, dict) else {})


def answer(s: Situation) -> Step:
    """Yes or no to "do you want us to stop writing?"; anything unclear counts as yes, and a late yes is asked about anew."""
    if s.overtaken and answers.yes(s.text):
        return _asked_first(replace(s.saying(s.text, "opt_out"), dialogue=before(s.dialogue)))
    if not answers.yes(s.text) and (s.intent == "deny" or answers.no(s.text)):
        going_on = Step((Say("stop.going_on", {}),))
        return going_on.resuming(replace(s, dialogue=before(s.dialogue)))
    kind = s.intent if s.intent == "cease_contact" else str(s.dialogue.draft.get("intent", "opt_out"))
    return _stopped(s, kind)
