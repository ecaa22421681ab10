"""Cannot pay: the reason heard, what the policy allows offered, otherwise a person; never pressure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from actions import answers, how_long, promise
from actions.drafts import Draft
from actions.read_back import read_back
from actions.situation import Dialogue, Obliges, OpenCase, Say, Situation, Step, Told
from catalogue.values import day, money
from reading import keeps_from_work, read_hardship_reason

ABOUT = "hardship"
# A person has the matter now: whatever else is said of it is kept for them.
MORE = "hardship_more"
# Reasons that usually pass by themselves; the others are treated as lasting unless the borrower says otherwise.
SHORT = frozenset({"wage_delay", "cash_flow", "family_event", "accident"})
VULNERABLE = frozenset({"illness", "accident", "family_event", "disaster"})

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


# Consequences, the least told last: what explains them takes their place; else the first that was told is the reason.
_FOLLOWS = ("income_drop", "overindebted", "cash_flow", "other")


def is_with_people(s: Situation) -> bool:
    """Whether a person looks at this hardship already: nothing is asked again."""
    return s.account is not None and "hardship" in s.account.holds and bool(_known(s))


def _known(s: Situation) -> str | None:
    """The reason told before."""
    reason = s.told.get("hardship", {}).get("reason")
    return reason if isinstance(reason, str) else None


def _more(s: Situation, reason: str | None) -> Step:
    """What is added to a hardship that a person looks at: kept beside what was told, and said so."""
    reason = _explains(s.text, _known(s), reason)
    before = s.told.get("hardship", {}).get("term")
    tells = "long" if how_long.lasts(s.text, s.today) else "short" if how_long.passes(s.text) else before
    detail = {"reason": reason, "term": tells or term(s, reason)}
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


def _explains(text: str, known: str | None, new: str | None) -> str:
    """Which of the reason told before and the one in `text` is the cause of the other."""
    if known is None or new is None:
        return known or new or "other"
    if known == "wage_delay" and new in ("accident", "illness") and keeps_from_work(text):
        return new
    rank = {reason: place for place, reason in enumerate(_FOLLOWS, start=1)}
    return new if rank.get(new, 0) < rank.get(known, 0) else known


def told(s: Situation, reason: str | None) -> Told:
    """What is written down of a hardship: its reason, and whether it passes or lasts."""
    return Told("hardship", {"reason": reason, "term": term(s, reason) if reason else None})


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


def term(s: Situation, reason: str) -> str:
    """`short` or `long`: by what the borrower says of it, else by what is usual for the reason."""
    if how_long.lasts(s.text, s.today):
        return "long"
    if how_long.passes(s.text) and reason != "overindebted":
        return "short"
    heals = reason == "accident" and keeps_from_work(s.text)  # a broken leg is no dented car
    return "short" if reason in SHORT and not heals else "long"


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
    if how_long.lasts(s.text, s.today) and not answers.begins_yes(s.text):
        told_first = s.dialogue.draft.get("reason")
        known = told_first if isinstance(told_first, str) else None
        return _offer(s, _explains(s.text, known, read_hardship_reason(s.text)))
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
