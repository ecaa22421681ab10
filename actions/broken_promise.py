"""A promise was not kept: said as a fact, the reason heard, each reason its own way, a new promise by the borrower."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import already_paid, corrections, hardship, pay_now, promise
from actions.drafts import Draft
from actions.situation import Obliges, OpenCase, Say, Situation, Step, Told
from reading import read_hardship_reason

ABOUT = "broken_promise"
# From so many broken promises on, a person is offered beside the next one.
OFTEN = 2

# Another card is tried, which is no payment that went astray.
_ELSEWHERE = re.compile(
    r"\b(?:another|other|different) (?:account|number|amount|reference|card|bank|loan)\b|\b(?:wrong|old) card\b"
    r"|\botra (?:cuenta|referencia)|別的(?:帳|賬|卡)|别的(?:账|帐|卡)|另一(?:个|個)?(?:账|帐|帳|賬|卡)",
    re.IGNORECASE,
)
_CARD = re.compile(
    r"(?:\b(?:card|account|tarjeta|cuenta)\b|卡|账户|帐户|帳戶|賬戶|户口|戶口).{0,24}(?:frozen|froze|blocked|locked|lost|stolen"
    r"|declined|expired|cancel|bloque|congel|perd|rob|rechaz|venci|caduc|retenid|冻|凍|锁|鎖|丢|丟|掉了|挂失|掛失|过期|過期"
    r"|限额|限額|盗|盜|停用|止付|唔見)"
    r"|(?:\b(?:lost|stole|blocked|froze|declined|locked|perd[ií]|robaron|bloque\w+|congel\w+|rechaz\w+)\b|丢|丟|冻结|凍結|挂失|掛失|唔見咗)"
    r".{0,20}(?:\b(?:card|wallet|account|tarjeta|cartera|cuenta|billetera)\b|卡|钱包|錢包|账户|帳戶)",
    re.IGNORECASE,
)
_BANK_LATE = re.compile(
    r"\b(?:bank|transfer|wire|payment|deposit|banco|transferencia|dep[oó]sito|pago)\b.{0,30}\b(?:late|delay\w*|slow"
    r"|pending|processing|hasn'?t|not (?:cleared|posted|shown)|takes|taking|clear|business days|stuck|tard\w+|demor\w+"
    r"|pendiente|proces\w+|refleja\w*|aparec\w+|d[ií]as h[aá]biles)\b"
    r"|(?:银行|銀行|转账|轉帳|轉賬|汇款|匯款|款项|款項|打款|过数|過數|钱|錢).{0,12}(?:延迟|延遲|没到|沒到|未到|慢|处理中|處理中|在途|晚|没到账"
    r"|還沒|还没|隔天|次日|卡住|未入|T\+1)",
    re.IGNORECASE,
)
# Beside one of these the money that did not come is the borrower's, not a transfer's.
_EVENTS = ("job_loss", "income_drop", "illness", "accident", "family_event", "business_failure", "disaster")
_FORGOT = re.compile(
    r"\b(?:forgot|forgotten|forget|slipped my mind|lost track|didn'?t remember|overlooked|olvid\w+"
    r"|se me (?:pas[oó]|fue|barri[oó])(?! (?:tod[oa]|el (?:dinero|sueldo)|la (?:lana|quincena|feria|n[oó]mina))))\b|忘|没记住|沒記住|不记得|不記得|唔記得|漏了|没注意|沒注意",
    re.IGNORECASE,
)


# The day is the one on which there will be a card again, not yet the one of the payment.
_CARD_BACK = re.compile(
    r"\b(?:new one|new card|replacement|another one|a new|the new|unlock\w*|unfreez\w*|unblock\w*|reactivat\w*|reissu\w*|arriv\w*|gets? here|(?:be|is|not) here"
    r"|come[s]?|mailing|llega\w*|nueva|reposici[oó]n|desbloque\w*|descongel\w*|activ\w+|entreg\w+|me la dan|me la mandan)\b"
    r"|新卡|补办|補辦|补卡|補卡|寄到|解冻|解凍|解锁|解鎖|恢复|恢復",
    re.IGNORECASE,
)
_PAYS_THEN = re.compile(
    r"\b(?:pay|paying|send|do it|settle|pago|pagar\w*|deposit\w*|transfier\w*|abon\w*)\b|[还還付缴繳]",
    re.IGNORECASE,
)


def next_step(s: Situation) -> Step:
    """Take the reason why the promise was not kept; ask for a new one where nothing else has to come first."""
    reason = reason_of(s)
    told = Told("broken_promise", {"reason": reason, "count": s.broken_promises})
    step = _go_on(s, reason).with_effects(told)
    if not _for_people(s):
        return step
    detail = {"why": reason, "broken": s.broken_promises}
    return step.with_effects(OpenCase("human", "normal", "a promise was broken", detail, take_floor=False))


def _for_people(s: Situation) -> bool:
    """Whether, at this stage, a person looks at a promise that was broken (for the second time)."""
    named = s.offers.people_for
    return "broken_promise" in named or ("broken_again" in named and s.broken_promises >= OFTEN)


def reason_of(s: Situation) -> str:
    """Why it was not kept: paid, paid_elsewhere, bank_late, card, emergency, forgot, or time (none that was said)."""
    if already_paid.went_astray(s.text) or _ELSEWHERE.search(s.text):
        return "paid_elsewhere"
    if _CARD.search(s.text):
        return "card"
    happened = read_hardship_reason(s.text)
    if s.intent == "hardship" and happened in _EVENTS:
        return "emergency"
    if _BANK_LATE.search(s.text):
        return "bank_late"
    if s.intent == "already_paid":
        return "paid"
    if s.intent == "hardship" and happened:
        return "emergency"
    if _FORGOT.search(s.text):
        return "forgot"
    if s.intent == "hardship" or happened:
        return "emergency"
    return "card" if s.intent == "payment_problem" else "time"


def _go_on(s: Situation, reason: str) -> Step:
    if reason in ("paid", "paid_elsewhere"):
        return already_paid.next_step(s, reason=reason)
    said = s.reading.promise and (s.reading.dates or s.reading.amount or s.reading.share)
    new = bool(said) and s.intent != "already_paid" and not (reason == "card" and _tells_of_the_card(s))
    at_once = s.intent == "pay_now" or pay_now.wants(s)
    if at_once and reason in ("forgot", "time", "card") and all(on == s.today for on in s.reading.dates):
        return pay_now.next_step(s)
    moved = None if new else _moved(s)
    if reason == "bank_late" and not (new or moved):
        return _bank_late(s)
    if new or moved:
        step = moved or promise.next_step(_about_the_same(s))
        reason_said = read_hardship_reason(s.text) if reason == "emergency" else None
        return step.with_effects(hardship.told(s, reason_said)) if reason_said else step
    if reason == "emergency":
        return hardship.next_step(s)
    if reason == "card":
        return _other_way(s)
    if reason == "forgot" and s.broken_promises < OFTEN:
        return _at_once_or_when(s)
    return _new_promise(s)


def asks_to_move(s: Situation) -> bool:
    """Whether, asked why it was not kept, another day is asked for: "can we push it to the 12th", 能不能推到12号."""
    return corrections.moves(s.text) and len(corrections.named_days(s)) == 1 and _moved(s) is not None


def _moved(s: Situation) -> Step | None:
    """The same sum on the day that the text moves it to; None where it moves nothing."""
    same = _same_sum(s)
    if same == Draft() or not corrections.moves(s.text):
        return None
    asked_for = corrections.moved(s, same)
    return promise.ask_missing(s, *asked_for) if asked_for and asked_for[0].on else None


def _tells_of_the_card(s: Situation) -> bool:
    """Whether the day that is said is the one the card works again, and nothing of paying then."""
    if s.reading.amount or s.reading.share or _PAYS_THEN.search(s.text):
        return False
    return bool(_CARD_BACK.search(s.text))


def _bank_late(s: Situation) -> Step:
    detail = {"message": str(s.inbound_id or ""), "why": "bank_late"}
    return Step.asking(
        Say("broken_promise.bank_late", {"lender": s.lender}),
        asked="proof",
        about="already_paid",
        effects=(
            Told("paid_claim", {"status": "pending", "method": s.method, **detail}),
            Obliges("paid_claim", "the bank has not passed it on yet", detail),
        ),
    )


def _other_way(s: Situation) -> Step:
    if s.policy.pay_link:
        question = Say("broken_promise.card_link", {"link": s.policy.pay_link})
    else:
        question = Say("broken_promise.card_bank", dict(s.policy.bank_details))
    return Step.asking(question, asked="pay_date", about=promise.ABOUT, draft=_same_sum(s).as_json())


def _at_once_or_when(s: Situation) -> Step:
    """Forgotten, and no more than that: the way to pay it now, or another day for the same sum."""
    if s.policy.pay_link:
        question = Say("broken_promise.forgot_link", {"link": s.policy.pay_link})
    else:
        question = Say("broken_promise.forgot", {})
    return Step.asking(question, asked="pay_date", about=promise.ABOUT, draft=_same_sum(s).as_json())


def _same_sum(s: Situation) -> Draft:
    """The sum that was promised stays on the table; only the day and the way are open."""
    owed = s.account.amount if s.account else None
    late = [one for one in s.standing if one.due_on < s.today]
    broken = s.broken or (late[0] if len(late) == 1 else None)
    if broken is None or owed is None or broken.amount.currency != owed.currency:
        return Draft()
    return Draft(amount=min(broken.amount.amount, owed.amount))


def _about_the_same(s: Situation) -> Situation:
    """A new day said alone is a new day for the same sum."""
    if s.reading.amount or s.reading.share or s.reading.amount_candidates or not s.reading.dates:
        return s
    return replace(s, dialogue=replace(s.dialogue, about=promise.ABOUT, draft=_same_sum(s).as_json()))


def _new_promise(s: Situation) -> Step:
    if s.broken_promises >= OFTEN:
        question = Say("broken_promise.again", {})
    else:
        question = Say("broken_promise.when_now", {})
    return Step.asking(question, asked="amount", about=promise.ABOUT)
