"""Cannot pay: the reason heard, what the policy allows offered, otherwise a person; never pressure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from actions import answers, promise
from actions.drafts import Draft
from actions.read_back import read_back
from actions.situation import Dialogue, Obliges, OpenCase, Say, Situation, Step, Told
from catalogue.values import day, money
from reading import read_hardship_reason

ABOUT = "hardship"
# A person has the matter now: whatever else is said of it is kept for them.
MORE = "hardship_more"
# Reasons that usually pass by themselves; the others are treated as lasting unless the borrower says otherwise.
SHORT = frozenset({"wage_delay", "cash_flow", "family_event", "accident"})
VULNERABLE = frozenset({"illness", "accident", "family_event", "disaster"})

_PASSES = re.compile(
    r"\b(?:temporar\w+|for (?:a|this|the next) (?:few |couple (?:of )?)?(?:day|week|month)s?|this (?:week|month)|until (?:next|my|i)"
    r"|next (?:week|month|paycheck|pay day|payday)|just (?:this|a few|need)|new job (?:on|starts|next)|i start"
    r"|back (?:to|at) work|temporal\w*|este mes|esta (?:semana|quincena)|hasta (?:que|el|la)|unos d[ií]as"
    r"|el (?:pr[oó]ximo|otro) mes|la (?:pr[oó]xima|otra) (?:semana|quincena)|empiezo|vuelvo a trabajar)\b"
    r"|\b(?:off|out of|miss\w*) (?:of )?(?:work|shifts?) (?:for )?(?:\w+ ){0,2}(?:days?|weeks?)\b|\b(?:incapacidad|reposo|baja) (?:por |de )?\w+ (?:d[ií]as|semanas)\b"
    r"|\b(?:all|over the|last|this|the whole) weekend\b|\b(?:ok|okay|fine|better|home|recover\w*|over|all good) now\b|\b(?:todo el|el|este) fin(?: de semana)?\b|\bya (?:est[aá] (?:bien|mejor|en casa)|sali[oó]|se recuper[oó])\b"
    r"|\b(?:un)?til+ (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|pay ?day|end of)\b|\bhasta (?:fin(?:es)?(?: de)?|los?|d[ií]a|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo) ?\w*"
    r"|\b(?:better|back|fine|okay|over|recover\w*|resum\w*|pick(?:s|ing)? up|start\w*) (?:\w+ )?(?:in|within|by|after|on) (?:a |the |about )?(?:\w+ )?(?:days?|weeks?|month|\d{1,2}(?:st|nd|rd|th)?|monday|friday|payday)\b"
    r"|\ben (?:un|una|unos|unas|dos|tres|\d{1,2}) (?:d[ií]as?|semanas?) (?:ya )?(?:me |se |estoy |vuelvo |regreso )(?!pag)\w*|\b(?:se (?:arregla|normaliza|compone)|me (?:recupero|alivio)|vuelvo|regreso) (?:\w+ ){0,2}(?:en|la|el|a) (?:\w+ ){0,2}(?:semanas?|d[ií]as?|mes|quincena|lunes)\b"
    r"|(?:月底|月初|[\d一二三四五六七八九十廿]{1,3}[号號])(?:之?[后後])?(?:就|便|先)(?![还還])|[熬捱撑撐][过過]|[过過]了[这這]|(?:这|這|呢)(?:半|一|两|兩|几|幾|[1-9])?(?:个|個)?(?:月|周|週|星期|礼拜|禮拜|天|日)|成(?:个|個)月"
    r"|(?:休|养|養|躺|歇)[^，,。]{0,4}(?:半(?:个|個)?月|[一两兩二三四\d](?:个|個)?(?:周|週|星期|礼拜|禮拜|月))"
    r"|(?:半(?:个|個)?月|[一两兩二三\d](?:个|個)?(?:周|週|星期|礼拜|禮拜))(?:后|後|内|內|左右|就|才|上不了|不能|返唔到|開唔到)"
    r"|[缓緩宽寬][我俺咱]?(?:几|幾|两|兩)(?:天|日)|[这這](?:阵子|陣子|段时间|段時間)|呢排|暂时|暫時|这个月|這個月|这周|這週|这几天|這幾天|下个?月就|下個月就|过几天|過幾天|等发|等發|缓几天|緩幾天|临时|臨時|短期",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:permanent\w*|for good|chronic|disab\w+|no (?:idea|clue) (?:when|how long)|no telling|(?:don'?t|do not|dont) know (?:when|how long)|not sure (?:when|how long)|for (?:many |several )?(?:months|years)|no end"
    r"|long[- ]term|terminal|(?:could|might|may|will|gonna|going to) (?:be|take) (?:\w+ )?(?:months|years|a long time|a while)|who knows|for the foreseeable|until further notice|indefinite\w*|forever|rest of my life|from now on|never (?:again|going back|coming back)|(?:not|never|isn'?t|aren'?t) re-?open\w*|no end in sight|not (?:coming|going) back|any ?more|indefinid\w*|permanente|cr[oó]nic\w+|no s[eé] (?:hasta )?cu[aá]ndo|no s[eé] (?:por )?cu[aá]nto (?:tiempo|(?:vaya a |va a )?(?:dur|tard)\w+|m[aá]s)|no hay (?:pa|para) cu[aá]ndo|quién sabe|quien sabe|sabr[aá] dios|dios sabe|hasta nuevo aviso|de por vida|para siempre|nunca m[aá]s|definitiv\w+|va para largo|(?:no se sabe|sin saber) (?:hasta )?cu[aá]ndo|sin fecha|(?:puede[n]?|podr[ií]an?|va a|van a) (?:tardar|ser|durar) (?:\w+ )?(?:meses|años|anos|mucho|un buen rato)"
    r"|(?:desde hace|por|hace) (?:\w+ )?(?:meses|a[nñ]os)|discapacidad|largo plazo)\b"
    r"|(?:不|没法|沒法|难|難|說不|说不)(?:知道|清楚|晓得|曉得|确定|確定|好说|好說|准|準)?(?:还|還|會|会)?要?(?:持续|持續)?(?:多久|多长时间|多長時間)|说不准|說不準|唔知要?幾耐|[一二两兩几幾\d半]年|短期(?:内|內|之内|之內)?(?:都|也|还|還)?(?:没|沒|不|冇|好不|搞不)|看不到[头頭希]|[没沒]个头|[没沒]個頭|永远|永遠|遥遥无期|遙遙無期|无限期|無限期|[一终終][辈輩身世](?:子)?|[从從]今以[后後]|以[后後]都|往[后後]都|一时半[会會刻]|一時半[會刻]|很久|好耐"
    r"|\b(?:at least|another|for|take|be|off|out|next|minimum) (?:\w+ ){0,3}?(?:\d{1,2}|two|three|four|five|six|few|several|couple of) months\b|\b(?:son|unos|como|otros|por|m[ií]nimo|al menos|reposo de|incapacidad de) (?:\w+ )?(?:\d{1,2}|dos|tres|cuatro|cinco|seis|varios) meses\b"
    r"|\b(?:\d{1,2} ?(?:-|to|or|/) ?\d{1,2}|[2-9]|1\d|two|three|four|five|six|several) (?:more )?(?:months?|mths?) (?:before|till?|until|off|out|minimum|at least|easy|easily|like this|of (?:rehab|recovery|rest|physio)\w*)\b"
    r"|\b(?:doc|doctors?|surgeon|consultant|gp|hospital|they) (?:all )?(?:reckons?|says?|said|thinks?|told me)\b[^.,;]{0,16}?\b(?:\d{1,2} ?(?:-|to|or|/) ?\d{1,2}|[2-9]|1\d|two|three|four|five|six|several) (?:more )?(?:months?|mths?)\b"
    r"|\b(?:m[ií]nimo|doctora?|m[eé]dic[oa]|cirujan[oa]|dicen?|dij(?:o|eron))\b[^.,;]{0,16}?\b(?:[2-9]|1\d|dos|tres|cuatro|cinco|seis|varios) meses\b"
    r"|(?:至少|最少|起码|起碼|还要|還要|要休|躺|养|養|停工|仲要)[^，。]{0,4}(?:[2-9]|1\d|[两兩二三四五六七八九十几幾])(?:个|個)?月"
    r"|长期|長期|一直(?!(?:在|都|还|還)?(?:拖|欠|压|壓|扣|[没沒未不冇](?:有)?[发發出]))|不知道什么时候|不知道什麼時候|不知几时|唔知幾時|好几个月|好幾個月|半年|几年|幾年|永久|残疾|殘疾|慢性|再也",
    re.IGNORECASE,
)


# Asks what comes of it, once a person has the matter.
_WHAT_NEXT = re.compile(
    r"\b(?:what (?:does|is|are) (?:that|this|it|the program\w*|they|your)\b|what happens (?:now|next|then)|what'?s next|how (?:does|do|will|would) (?:that|this|it|they|the program\w*)\b"
    r"|who (?:will|is|do|does|should|can|from|gonna|tells?)\b|when (?:will|do|does|can|are|is|should)\b|how long|how soon"
    r"|qui[eé]n|c[oó]mo (?:funciona|es eso|le hago|es ese|sería|seria)|en qu[eé] consiste|cu[aá]ndo|cu[aá]nto tardan?|qu[eé] (?:sigue|implica|significa|es eso|es ese|pasa ahora))\b"
    r"|(?:谁|誰|边个|邊個)(?:来|來|会|會|跟|联系|聯絡|找)|什么时候|什麼時候|几时|幾時|多久|要等|下一步|然后呢|然後呢|怎么(?:申请|办理|弄|算)|怎麼(?:申請|辦理|弄|算)|点样申请|點樣申請|什么意思|什麼意思",
    re.IGNORECASE,
)


# Of these no balance is meant, whatever the model makes of it.
_OF_THE_PROGRAMME = re.compile(
    r"\b(?<!know )(?<!sure )how long (?:does|do|will|is) (?:that|this|it)\b|\b(?:what|how)\b.{0,16}\bprogram\w*|\bprogram\w* .{0,12}\b(?:work|mean|about)\b"
    r"|要?等(?:到)?(?:多久|多长时间|多長時間|几时|幾時|几耐|幾耐|(?:什么|什麼|甚麼)(?:时候|時候))|\bcu[aá]nto (?:tiempo )?(?:se )?tarda\w*|\b(?:qu[eé]|c[oó]mo|en qu[eé])\b.{0,16}\b(?:programa|apoyo)\b",
    re.IGNORECASE,
)


def asks_what_next(s: Situation) -> bool:
    """Whether the text asks who takes it up, when, or what that involves."""
    if _OF_THE_PROGRAMME.search(s.text):
        return True
    return s.intent not in ("ask_balance", "ask_consequence", "pay_now") and bool(_WHAT_NEXT.search(s.text))


def what_next(s: Situation) -> Step:
    """A person takes it up; until then there is nothing to do."""
    return Step((Say("hardship.what_next", {"lender": s.lender}),), dialogue=s.dialogue)


def next_step(s: Situation) -> Step:
    """Store the reason; offer an extension for what passes, a person for what lasts; ask when none was said."""
    if s.dialogue.about == ABOUT and s.dialogue.asked == "offer":
        return _answer(s)
    reason = reason_in(s.text)
    if reason is None and s.dialogue.about == ABOUT and s.dialogue.asked == "reason":
        reason = "other"
    if is_with_people(s):
        return _more(s, reason)
    if s.reading.promise and s.reading.dates and (s.reading.amount or s.reading.share):
        # What is possible was said in the same breath: it is taken up, the reason kept beside it.
        return promise.next_step(s).with_effects(told(s, reason))
    if reason is None:
        return Step.asking(
            Say("hardship.ask_reason", {}), asked="reason", about=ABOUT, effects=(told(s, None),)
        )
    return _offer(s, reason)


# So little of a reason that a better one takes its place; else the first that was told is the one.
_VAGUE = frozenset({"other", "cash_flow", "overindebted"})


def is_with_people(s: Situation) -> bool:
    """Whether a person looks at this hardship already: nothing is asked again."""
    return s.account is not None and "hardship" in s.account.holds and bool(_known(s))


def lasts(text: str) -> bool:
    """Whether the text says that it will take long."""
    return bool(_LASTS.search(text))


def passes(text: str) -> bool:
    """Whether the text says that it will be over soon."""
    return bool(_PASSES.search(text))


def _known(s: Situation) -> str | None:
    """The reason told before."""
    reason = s.told.get("hardship", {}).get("reason")
    return reason if isinstance(reason, str) else None


def _more(s: Situation, reason: str | None) -> Step:
    """What is added to a hardship that a person looks at: kept beside what was told, and said so."""
    known = _known(s)
    reason = known if known and known not in _VAGUE else reason or known or "other"
    before = s.told.get("hardship", {}).get("term")
    lasts = "long" if _LASTS.search(s.text) else "short" if _PASSES.search(s.text) else before
    detail = {"reason": reason, "term": lasts or term(s.text, reason)}
    return Step(
        (Say("hardship.added", {"lender": s.lender}),),
        (
            Told("hardship", detail),
            OpenCase(
                "hardship", "normal", f"hardship: {reason}", {**detail, **_possible(s)}, take_floor=False
            ),
        ),
        Dialogue(asked=MORE, about=ABOUT),
        disposition="hardship",
    )


def told(s: Situation, reason: str | None) -> Told:
    """What is written down of a hardship: its reason, and whether it passes or lasts."""
    return Told("hardship", {"reason": reason, "term": term(s.text, reason) if reason else None})


def reason_in(text: str) -> str | None:
    """Why the borrower cannot pay, where the text says it; that they cannot is no reason yet."""
    return read_hardship_reason(text)


# What was to be paid, before this came: "te iba a pagar 200 el viernes. me corrieron", 本来周五要还200的.
_WAS_TO = re.compile(
    r"\b(?:i|we) (?:was|were) (?:gonna|going to|about to|planning (?:to|on)|meant to|supposed to|meaning to|all set to) (?:pay|send|give|make|transfer|deposit|clear)"
    r"|\b(?:iba|[ií]bamos|pensaba|pens[aá]bamos|ten[ií]a (?:pensado|planeado|que)) (?:a )?(?:pagar|dar|mandar|depositar|abonar|ingresar|liquidar|transferir)"
    r"|(?:本来|本來|原本|原先|本身)[^，。,;；]{0,10}[还還付缴繳俾畀转轉给給清]",
    re.IGNORECASE,
)
_SAID_APART = re.compile(
    r"[.,;!?\n，。；！？]+|\b(?:but|and then|pero)\b|但[是系係]?|(?<=[\u3400-\u9fff])\s+"
)


def instead_of_promise(s: Situation) -> Situation:
    """Only why it came to nothing, where the payment that was to be made is told before it, and no other is promised."""
    asked = s.dialogue.asked in ("reason", "proof") or s.intent not in ("promise_to_pay", "cancel_promise")
    if asked or s.standing or not _WAS_TO.search(s.text):
        return s
    left = ". ".join(part.strip() for part in _SAID_APART.split(s.text) if not _WAS_TO.search(part))
    lost = left and reason_in(left) not in (None, "other") and not s.read_alone(left).promise
    return s.saying(left, "hardship") if lost else s


def reason_beside(s: Situation) -> Told | None:
    """The hardship that is told along with a promise, where the message is about one too."""
    reason = read_hardship_reason(s.text) if "hardship" in (s.intent, s.runner_up) else None
    return told(s, reason) if reason else None


def with_reason(s: Situation, step: Step) -> Step:
    """`step`, with the hardship that is told along with it, unless it is written down there already."""
    known = any(isinstance(effect, Told) and effect.kind == "hardship" for effect in step.effects)
    beside = None if known else reason_beside(s)
    return step.with_effects(beside) if beside else step


def term(text: str, reason: str) -> str:
    """`short` or `long`: by what the borrower says of it, else by what is usual for the reason."""
    if _LASTS.search(text):
        return "long"
    if reason in SHORT or (_PASSES.search(text) and reason != "overindebted"):
        return "short"
    return "long"


def _offer(s: Situation, reason: str) -> Step:
    assert s.account is not None
    heard = told(s, reason)
    at_once = "hardship" in s.offers.people_for
    if heard.detail["term"] == "short" and s.offers.extension_days and not at_once:
        return extension(s, reason).with_effects(heard)
    vulnerable = reason in VULNERABLE
    key = "hardship.programme_and_person" if s.offers.hardship_programme else "hardship.person"
    event = "vulnerability" if vulnerable else "hardship"
    effects = (heard, Obliges(event, f"hardship: {reason}", {**heard.detail, **_possible(s)}))
    return Step(
        (Say(key, {"lender": s.lender}),),
        effects,
        Dialogue(asked=MORE, about=ABOUT),
        disposition="hardship",
    )


def _possible(s: Situation) -> dict[str, str]:
    """What the borrower says they can do, for the person who looks at it."""
    amount = s.reading.amount
    return {"possible": f"{amount.amount} {amount.currency}"} if amount else {}


def extension(s: Situation, reason: str | None = None, *, until: date | None = None) -> Step:
    """Offer the longest extension that the policy allows at this stage, or the one to `until` that was asked for."""
    assert s.account is not None
    until = until or s.today + timedelta(days=s.offers.extension_days)
    return Step.asking(
        Say("hardship.offer_extension", {"day": day(until), "amount": money(s.account.amount)}),
        asked="offer",
        about=ABOUT,
        before=(Say("hardship.sorry", {}),) if reason in VULNERABLE else (),
        draft={"until": until.isoformat(), "reason": reason},
    )


def _answer(s: Situation) -> Step:
    """Yes or no to the extension; a yes is a promise for its last day, read back like any other."""
    assert s.account is not None
    if s.reading.promise and (s.reading.dates or s.reading.amount or s.reading.share):
        return promise.next_step(_for_the_same(s))
    if _LASTS.search(s.text) and not answers.begins_yes(s.text):
        return _offer(s, read_hardship_reason(s.text) or str(s.dialogue.draft.get("reason") or "other"))
    until = _until(s)
    if until and (s.intent == "affirm" or answers.yes(s.text) or answers.begins_yes(s.text)):
        return read_back(s, Draft(amount=s.account.amount.amount, on=until, method=s.method))
    return Step(
        (Say("hardship.person", {"lender": s.lender}),),
        (Obliges("hardship", "an extension does not help", dict(s.dialogue.draft)),),
        Dialogue(asked=MORE, about=ABOUT),
        disposition="hardship",
    )


def _for_the_same(s: Situation) -> Situation:
    """Another day than the one that was offered is a day for the same sum."""
    assert s.account is not None
    if s.reading.amount or s.reading.share or s.reading.amount_candidates:
        return s
    draft = Draft(amount=s.account.amount.amount).as_json()
    return replace(s, dialogue=replace(s.dialogue, about=promise.ABOUT, asked="pay_date", draft=draft))


def _until(s: Situation) -> date | None:
    try:
        return date.fromisoformat(str(s.dialogue.draft.get("until")))
    except ValueError:
        return None
