"""Cannot pay: the reason heard, what the policy allows offered, otherwise a person; never pressure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from actions import answers, promise
from actions.drafts import Draft
from actions.situation import Effect, Flag, Hold, OpenCase, Say, Situation, Step, Told
from catalogue.values import day, money
from reading import read_hardship_reason

ABOUT = "hardship"
# Reasons that usually pass by themselves; the others are treated as lasting unless the borrower says otherwise.
SHORT = frozenset({"wage_delay", "cash_flow", "family_event", "accident"})
VULNERABLE = frozenset({"illness", "accident", "family_event", "disaster"})

_PASSES = re.compile(
    r"\b(?:temporar\w+|for (?:a|this|the next) (?:few |couple (?:of )?)?(?:day|week|month)s?|this (?:week|month)|until (?:next|my|i)"
    r"|next (?:week|month|paycheck|pay day|payday)|just (?:this|a few|need)|new job (?:on|starts|next)|i start"
    r"|back (?:to|at) work|temporal\w*|este mes|esta (?:semana|quincena)|hasta (?:que|el|la)|unos d[ií]as"
    r"|el (?:pr[oó]ximo|otro) mes|la (?:pr[oó]xima|otra) (?:semana|quincena)|empiezo|vuelvo a trabajar)\b"
    r"|暂时|暫時|这个月|這個月|这周|這週|这几天|這幾天|下个?月就|下個月就|过几天|過幾天|等发|等發|缓几天|緩幾天|临时|臨時|短期",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:permanent\w*|for good|chronic|disab\w+|no idea when|don'?t know when|for (?:many |several )?(?:months|years)|no end"
    r"|long[- ]term|terminal|not (?:coming|going) back|any ?more|indefinid\w*|permanente|cr[oó]nic\w+|no s[eé] cu[aá]ndo"
    r"|(?:desde hace|por|hace) (?:\w+ )?(?:meses|a[nñ]os)|discapacidad|largo plazo)\b"
    r"|长期|長期|一直|不知道什么时候|不知道什麼時候|不知几时|唔知幾時|好几个月|好幾個月|半年|几年|幾年|永久|残疾|殘疾|慢性|再也",
    re.IGNORECASE,
)


def next_step(s: Situation) -> Step:
    """Store the reason; offer an extension for what passes, a person for what lasts; ask when none was said."""
    if s.dialogue.about == ABOUT and s.dialogue.asked == "offer":
        return _answer(s)
    reason = read_hardship_reason(s.text)
    if reason is None and s.dialogue.about == ABOUT and s.dialogue.asked == "reason":
        reason = "other"
    if s.reading.promise and s.reading.dates and (s.reading.amount or s.reading.share):
        # What is possible was said in the same breath: it is taken up, the reason kept beside it.
        return promise.next_step(s).with_effects(told(s, reason))
    if reason is None:
        return Step.asking(
            Say("hardship.ask_reason", {}), asked="reason", about=ABOUT, effects=(told(s, None),)
        )
    return _offer(s, reason)


def told(s: Situation, reason: str | None) -> Told:
    """What is written down of a hardship: its reason, and whether it passes or lasts."""
    return Told("hardship", {"reason": reason, "term": term(s.text, reason) if reason else None})


def reason_in(text: str) -> str | None:
    """Why the borrower cannot pay, where the text says it."""
    return read_hardship_reason(text)


def reason_beside(s: Situation) -> Told | None:
    """The hardship that is told along with a promise, where the message is about one too."""
    reason = read_hardship_reason(s.text) if "hardship" in (s.intent, s.runner_up) else None
    return told(s, reason) if reason else None


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
    effects: tuple[Effect, ...] = (
        heard,
        *((Flag("vulnerable"),) if vulnerable else ()),
        Hold("hardship"),
        OpenCase(
            "vulnerable" if vulnerable else "hardship",
            "high" if vulnerable else "normal",
            f"hardship: {reason}",
            {**heard.detail, **_possible(s)},
            take_floor=False,
        ),
    )
    return Step((Say(key, {"lender": s.lender}),), effects, disposition="hardship")


def _possible(s: Situation) -> dict[str, str]:
    """What the borrower says they can do, for the person who looks at it."""
    amount = s.reading.amount
    return {"possible": f"{amount.amount} {amount.currency}"} if amount else {}


def extension(s: Situation, reason: str | None = None) -> Step:
    """Offer the longest extension that the policy allows at this stage."""
    assert s.account is not None
    until = s.today + timedelta(days=s.offers.extension_days)
    return Step.asking(
        Say("hardship.offer_extension", {"day": day(until), "amount": money(s.account.amount)}),
        asked="offer",
        about=ABOUT,
        draft={"until": until.isoformat(), "reason": reason},
    )


def _answer(s: Situation) -> Step:
    """Yes or no to the extension; a yes is a promise for its last day, read back like any other."""
    assert s.account is not None
    if s.reading.promise and (s.reading.dates or s.reading.amount or s.reading.share):
        return promise.next_step(s)
    until = _until(s)
    if until and (s.intent == "affirm" or answers.yes(s.text) or answers.begins_yes(s.text)):
        return promise.read_back(s, Draft(amount=s.account.amount.amount, on=until, method=s.method))
    return Step(
        (Say("hardship.person", {"lender": s.lender}),),
        (
            OpenCase(
                "hardship", "normal", "an extension does not help", dict(s.dialogue.draft), take_floor=False
            ),
        ),
        disposition="hardship",
    )


def _until(s: Situation) -> date | None:
    try:
        return date.fromisoformat(str(s.dialogue.draft.get("until")))
    except ValueError:
        return None
