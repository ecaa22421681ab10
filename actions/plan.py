"""Instalments, more time, less to pay: what the policy table allows, computed and shown; reductions only by people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from actions import answers, corrections, hardship, how_long, longer, pay_now, promise
from actions.drafts import Draft
from actions.read_back import read_back
from actions.shifts import months_on
from actions.situation import CancelPromises, Dialogue, OpenCase, Say, Situation, Step
from catalogue.values import listed, part
from core.money import Money
from core.policy import FIRST_INSTALMENT_DAYS
from reading import read_amount

ABOUT = "plan"
# A lower amount was asked for: a person has it.
REDUCTION = "reduction"
_REDUCTION = re.compile(
    r"\bsettle(?:ment|d)?\b(?!\s+(?:up|in|by|on|with|\d+\s+(?:payments|parts))|\s+(?:it|this|the \w+|everything|all)(?:\s+\w+)?"
    r"\s+(?:in|by|on|with|next|this|tomorrow|today))"
    r"|discount|reduc|lower (?:the )?(?:amount|balance)|waive|forgive|less than|knock (?:off|some)|\b(?:how much|anything|something|percent|half) off\b|(?:a|any|some kind of|some sort of) deal\b|write (?:it |some )?off"
    r"|\b(?:stop|freeze|pause|suspend)\w* (?:the |my |all |any |late )*(?:interest|fees?|charges?)\b|\b(?:par(?:ar|an|en)|deten\w+|congel\w+|suspend\w+) (?:los |el |mis |esos )*(?:intereses|inter[eé]s|recargos?)\b|(?:停|[冻凍][结結])(?:止|掉|收|[计計])?(?:利息|息)"
    r"|减免|少还|打折|免息|減免|少還|免[了掉去除罚罰]|(?:利息|罚息|罰息|违约金|違約金|滞纳金|滯納金|手续费|手續費).{0,6}[免减減少]|[减減](?:多少|一?[点點]|几|幾|些)|能[减減]|便宜|折扣|平啲|減啲|少收|抹[掉零]|降(?:低|一?[点點])"
    r"|[一二三四五六七八九\d]折|\b(?:take|knock|shave|drop) (?:some|something|a bit|a little|part|half)(?: of (?:it|that|this))? (?:off|out|away)|\bbring (?:it|this|that|the (?:total|balance|amount)) down\b|\bcut (?:it|this|that|the (?:total|balance|amount)) (?:down|in half)|\b(?:drop|erase|wipe|remove) (?:some|part|half|a part) of (?:it|the|what|this)"
    r"|\bqu[ií]t(?:ar?|en|an|e|es|as)?(?:me|nos|le)* (?:una parte|parte|algo|un poco|la mitad|un pedazo)\b|\bb[aá]j(?:ar?|en|an|e|es)?(?:me|nos|le)* (?:un poco |algo |tantito )?(?:a )?(?:la deuda|lo que (?:les |os |le )?debo|el (?:total|saldo|monto|importe))"
    r"|\bquita\b|\bdesc(?:uent|ontar)\w*|rebaj|condon|(?<!al )(?<!lo )\bmenos",
    re.IGNORECASE,
)
# A sum offered for the whole: the words themselves say that the rest is to be given up.
_FOR_ALL = re.compile(
    r"\b(?:call it (?:even|quits|square|done|a day|settled)|(?:and|then) (?:we'?re|we are|im|i'?m) (?:done|even|square|good)"
    r"|(?:forget|forgive|drop|wipe|waive|write off|erase) (?:about )?(?:the )?(?:rest|remain\w*|balance|difference)"
    r"|(?:take|accept) \S{1,12} (?:as|for|to) (?:full|a full|final|settle\w*|payment in full|the whole|close)"
    r"|(?:settle|close) (?:it |this |the (?:debt|account) )?(?:out )?for|settlement offer"
    r"|if (?:you|u|ya|y'?all|you guys) (?:\w+ ){0,2}?(?:close|settle|clear|drop|wipe|forgive|waive|erase|write off|zero) (?:it|this|that|the|my|out|off|everything)"
    r"|(?:as|for|in) (?:a )?(?:full|final) (?:and final )?settlement|as (?:payment in full|(?:a |the )?final payment)|to (?:settle|close) (?:it|this|the (?:debt|account|loan)) (?:out|off|completely|for good)"
    r"|si (?:me |nos )?(?:cierran|dan por (?:pagad|saldad|liquidad)[oa]|perdonan|condonan|quitan|borran|cancelan la deuda)|(?:como|en) pago total y definitivo|finiquit\w+ (?:con|por)|lump sum settlement"
    r"|(?:me )?perdon\w+ (?:el (?:resto|saldo)|lo (?:que|demás|demas)|la (?:deuda|mitad|diferencia)|los intereses)|(?:y )?quedamos a mano|(?:lo|la) dan? por (?:pagad|saldad|liquidad)[oa]"
    r"|(?:me )?(?:condon\w+|quitan|borran) (?:el resto|lo demás|lo demas|lo que falta)|hacen? una quita)\b"
    r"|(?:剩下|余下|餘下|其余|其餘|剩餘|剩余)的?.{0,6}(?:免|算了|算數|算数|唔使還|唔使俾|不用还|不用還|一笔勾销|一筆勾銷)|(?:算|就(?!(?:结清|結清|两清|兩清)[了過过咗]))(?:结清|結清|两清|兩清)|一笔勾销|一筆勾銷",
    re.IGNORECASE,
)
# Paying bit by bit, whatever the sums are.
_IN_PARTS = re.compile(
    r"\b(?:instal\w*|plan|parts?|split|spread|break (?:it|this|that)|(?:a|per|each|every) (?:month|week)|monthly|weekly|payments"
    r"|smaller|chunks|pla[nz]\w*|partes?|cuotas?|mensual\w*|quincenal\w*|meses|abonos|pagos|al mes|por mes|dividir|partir|fraccion\w*)\b"
    r"|(?<!部)分(?!之)|每(?:个|個)?月|每周|每週|一个月|一個月|按月",
    re.IGNORECASE,
)
# A figure too large to be a number of payments: the borrower's own sum.
_OWN_SUM = re.compile(r"(?<![\d.,])(?:1[3-9]|[2-9]\d|\d{3,}|\d{1,3}[.,]\d)")
_COUNTS = {3: r"3|three|tres|三", 6: r"6|six|seis|六"}
_UNIT = (
    r"[\s-]*(?:(?:equal |monthly )?(?:payments?|instal+ments?|parts?|months?|pagos?|cuotas?|plazos?|mensualidades|meses|partes|veces|exhibiciones|abonos)\b"
    r"(?! old)|期|个月|個月|次|笔|筆)"
)
# Asks what it comes to, rather than agreeing to it.
_ASKS_SUM = re.compile(r"[?？]|\bhow much\b|cu[aá]nto|多少|几多|幾多|几钱|幾錢|[吗嗎]", re.IGNORECASE)
_RATHER = re.compile(
    r"\b(?:actually|instead|rather|better|prefer|make it|change|no,?|mejor|prefiero|cambi\w+|que sean?)\b|改|换|換|还是|還是|不如|算了",
    re.IGNORECASE,
)
_MORE_TIME = re.compile(
    r"\b(?:(?:more|some) time|(?:a )?(?:bit|little) (?:more )?(?:of )?time|extension|extend|(?<!every )(?:few|couple|two|2|one|another) (?:more )?(?:of )?(?:days|weeks?)|push (?:it )?back|postpone"
    r"|later date|m[aá]s (?:tiempo|plazo|d[ií]as)|pr[oó]rroga|aplaz\w+|pospon\w+|otra semana|unos d[ií]as|extensi[oó]n)\b"
    r"|延期|延后|延後|宽限|寬限|晚几天|晚幾天|缓几天|緩幾天|推迟|推遲|多给.{0,4}时间|多給.{0,4}時間|过几天|過幾天|[迟遲晚](?:少少|啲|些|一?[点點])|[缓緩]一?[缓緩]|[缓緩宽寬](?:个|個)?[一二三四五六七八九十两兩几幾]*[来來幾几]?(?:天|日)|[缓緩宽寬延拖晚迟遲][我俺咱]?(?:多|上|个|個|限)?(?:[一二三四五六七八九两兩几幾半\d]|十){1,2}(?:个|個)?(?:天|日|周|週|星期|礼拜|禮拜|月)|展延|迟几日|遲幾日",
    re.IGNORECASE,
)


def next_step(s: Situation) -> Step:
    """Show the plans of the policy with their amounts and days, or bring a person in; keep the reason that is told along."""
    if s.dialogue.about == ABOUT and s.dialogue.asked == "choice":
        return _chosen(s)
    return hardship.with_reason(s, _opened(s))


def _not_agreed(s: Situation) -> tuple[CancelPromises, ...]:
    """What was read back and not agreed to no longer stands; a yes that only lacks the way of paying holds."""
    return () if Draft.from_json(s.dialogue.draft).agreed else (CancelPromises(),)


def _opened(s: Situation) -> Step:
    assert s.account is not None
    if asks_less(s) or _REDUCTION.search(s.text):
        return Step(
            (Say("plan.reduction_by_person", {"lender": s.lender}),),
            (
                *_not_agreed(s),
                OpenCase("hardship", "normal", "asks for a lower amount", take_floor=False),
            ),
            Dialogue(about=REDUCTION),
        )
    if hardship.is_with_people(s) and (how_long.lasts(s.text, s.today) or asks_time(s.text)):
        return hardship.next_step(s)
    counts = s.policy.plans_for(s.account.stage, s.account.amount)
    if not _OWN_SUM.search(s.text) and (picked := named(s.text, counts)):
        return _read_back(s, picked)
    if passed_on := longer.offered(s, Draft()):
        return passed_on
    if until := _asked_until(s):
        return until
    if pay_now.a_part(s.text) and not _IN_PARTS.search(s.text):
        return promise.next_step(s)
    bare_sum = s.reading.amount and not _IN_PARTS.search(s.text) and not _MORE_TIME.search(s.text)
    if s.reading.promise and (s.reading.instalments or s.reading.dates or bare_sum):
        return promise.next_step(s)
    if _MORE_TIME.search(s.text) and s.offers.extension_days:
        return hardship.extension(s)
    if not counts:
        return Step(
            (Say("plan.person", {"lender": s.lender}),),
            (OpenCase("hardship", "normal", "asks for a plan", take_floor=False),),
        )
    shown = [f"plan.shown_{count}" for count in counts]
    says = [
        Say(key, {"count": count, "plan": _spoken(s, count)})
        for key, count in zip(shown, counts, strict=True)
    ]
    ask = Step.asking(
        Say("plan.which", {}), asked="choice", about=ABOUT, draft={"counts": list(counts)}, before=tuple(says)
    )
    if "plan" not in s.offers.people_for:
        return ask
    # So late a plan is looked at by a person as well, from its first word on.
    return ask.with_effects(OpenCase("hardship", "normal", "asks for a plan", take_floor=False))


_TO_A_DAY = re.compile(
    r"(?:延|推|拖|缓|緩|宽限|寬限|顺延|順延|挪|等|遲|迟)(?:期|迟|遲|后|後)?(?:到|至)|\b(?:until|till|(?:push|extend|postpone|move)\w* (?:it |this |that )?(?:back )?to|hasta)\b",
    re.IGNORECASE,
)


def _asked_until(s: Situation) -> Step | None:
    """The step to "can it wait until the 10th": the extension to that day, or a promise for it where it lies beyond."""
    assert s.account is not None
    days = corrections.named_days(s)
    if len(days) != 1 or s.standing or not _TO_A_DAY.search(s.text) or s.reading.amount:
        return None
    if s.offers.extension_days and days[0] <= s.today + timedelta(days=s.offers.extension_days):
        return hardship.extension(s, until=days[0])
    return promise.ask_missing(s, Draft(amount=s.account.amount.amount, on=days[0], method=s.method), None)


def asks_less(s: Situation) -> bool:
    """Whether the words offer a sum for the whole, or ask that the rest be given up: only a person may agree to that."""
    whole = s.account is not None and s.reading.amount == s.account.amount
    return bool(_FOR_ALL.search(s.text)) and not whole


def wants_less(s: Situation) -> bool:
    """Whether a lower amount is asked for where a yes was awaited: nothing of it is an answer to what was read back."""
    return (
        s.intent == "request_plan"
        and (asks_less(s) or bool(_REDUCTION.search(s.text)))
        and not s.reading.dates
    )


def offers_more(s: Situation) -> bool:
    """Whether, after a lower amount was asked for, another sum is named for it and no day: "what if 3000?"."""
    if s.dialogue.about != REDUCTION or s.dialogue.asked or s.reading.dates or not s.is_brief:
        return False
    owed = s.account.amount if s.account else None
    said = read_amount(s.text, owed=owed, country=s.country, lang=s.language)
    return said.money is not None or len(said.candidates) == 1


def added(s: Situation) -> Step:
    """The other sum goes to the person who decides."""
    case = OpenCase(
        "hardship",
        "normal",
        "asks for a lower amount",
        {"message": str(s.inbound_id or "")},
        take_floor=False,
    )
    return Step((Say("plan.reduction_by_person", {"lender": s.lender}),), (case,), s.dialogue)


def named(text: str, counts: Sequence[int]) -> int | None:
    """The one plan, of those the policy has, that the text names in full: "the 6-month one", "in 3 payments", 分6期."""
    found = [
        count
        for count in counts
        if re.search(rf"(?<![\w.,-])(?:{_COUNTS.get(count, count)}){_UNIT}", text, re.IGNORECASE)
        or re.search(rf"(?:分|选|選|要|那)\s*(?:{_COUNTS.get(count, count)})\s*期", text)
    ]
    others = [count for count in counts if count not in found]
    torn = any(re.search(rf"(?<![\w.,])(?:{_COUNTS.get(count, count)})(?![\w.,])", text) for count in others)
    return found[0] if len(found) == 1 and not torn else None


def asks_time(text: str) -> bool:
    """Whether the words ask for a later day."""
    return bool(_MORE_TIME.search(text))


def instalments(owed: Money, count: int, first: date) -> tuple[tuple[Decimal, date], ...]:
    """`count` equal monthly parts of `owed`; what rounding leaves is in the last one."""
    each = Money(owed.amount / count, owed.currency).rounded().amount
    days = [months_on(first, index) for index in range(count)]
    amounts = [each] * (count - 1) + [owed.amount - each * (count - 1)]
    return tuple(zip(amounts, days, strict=True))


def _spoken(s: Situation, count: int) -> dict[str, object] | str | int:
    assert s.account is not None
    parts = instalments(s.account.amount, count, s.today + timedelta(days=FIRST_INSTALMENT_DAYS))
    return listed([part(Money(amount, s.account.amount.currency), on) for amount, on in parts])


def asks_for_one(s: Situation) -> bool:
    """Whether a question that sounds like another one names a plan of the policy: "and if I pay it in 3 times?"."""
    intents = ("ask_consequence", "ask_balance", "pay_now", "stall", "request_plan")
    if s.account is None or s.intent not in intents or s.reading.dates:
        return False
    counts = s.policy.plans_for(s.account.stage, s.account.amount)
    return not _OWN_SUM.search(s.text) and named(s.text, counts) is not None


def _shown(s: Situation) -> list[int]:
    shown = s.dialogue.draft.get("counts")
    return [count for count in shown if isinstance(count, int)] if isinstance(shown, list) else []


def picks(s: Situation) -> int | None:
    """The plan, of those that were shown, that the text names; a day in it means something else."""
    counts = _shown(s)
    if place := answers.chosen(s.text, [str(count) for count in counts]):
        return int(place)
    if (one := named(s.text, counts)) or (one := _bare(s.text, counts)):
        return one
    if s.reading.dates:
        return None
    return next(
        (
            count
            for count in counts
            if re.search(
                rf"(?<![\d.,]){count}(?![\d.,])|\b(?:{_COUNTS.get(count, count)})\b", s.text, re.IGNORECASE
            )
        ),
        None,
    )


def _bare(text: str, counts: Sequence[int]) -> int | None:
    """The plan named by hardly more than its number: "6", "the 6 one", "el de 3"; "the 6th" and "el 6" are days."""
    said = answers.bare(text)
    alone = r"(?:(?:yes|yeah|yep|ok|okay|s[ií]|ese|esa|este|that one|that|this one|pues|entonces|then|so) )*(?:the |option |plan |plan de |el de |la de |los |las |de )?(?:{0})(?: one| plan| then| please| pls| por favor| porfa)*"
    return next(
        (
            count
            for count in counts
            if re.fullmatch(alone.format(_COUNTS.get(count, count)), said, re.IGNORECASE)
        ),
        None,
    )


def another(s: Situation) -> Step | None:
    """Another of the plans that the policy has, named while one of them is read back: "actually 6 is better"."""
    assert s.account is not None
    counts = s.policy.plans_for(s.account.stage, s.account.amount)
    read = len(Draft.from_json(s.dialogue.draft).parts)
    if read not in counts or s.reading.dates or any(item.on for item in s.reading.instalments):
        return None
    others = [count for count in counts if count != read]
    said = (
        named(s.text, others) or _bare(s.text, others) or (_instead(s.text, others) if s.is_brief else None)
    )
    return _read_back(s, said) if said else None


def agreed(s: Situation) -> Situation | None:
    """The plan that is read back, named once more: a yes to it, by the way of paying that is said with it."""
    read = len(Draft.from_json(s.dialogue.draft).parts)
    if read not in _COUNTS or s.reading.dates or _ASKS_SUM.search(s.text):
        return None
    if named(s.text, [read]) is None and _bare(s.text, [read]) is None:
        return None
    draft = {**s.dialogue.draft, "method": s.method or s.dialogue.draft.get("method")}
    return replace(s.saying("ok", "affirm"), dialogue=replace(s.dialogue, draft=draft))


def _instead(text: str, counts: Sequence[int]) -> int | None:
    found = [
        count
        for count in counts
        if re.search(rf"(?<![\w.,$])(?:{_COUNTS.get(count, count)})(?![\w.,])", text, re.IGNORECASE)
    ]
    return found[0] if len(found) == 1 and _RATHER.search(text) else None


def _chosen(s: Situation) -> Step:
    assert s.account is not None
    counts, picked = _shown(s), picks(s)
    if picked is None and len(counts) == 1 and (s.intent == "affirm" or answers.yes(s.text)):
        picked = counts[0]
    if picked is None and s.reading.promise and (s.reading.amount or s.reading.dates):
        return promise.next_step(s)
    if picked is None and s.dialogue.unclear == 0 and (s.intent == "affirm" or answers.yes(s.text)):
        return Step((Say("plan.which", {}),), dialogue=replace(s.dialogue, unclear=1))
    if picked is None and s.intent == "stall" and s.confidence >= 0.5:
        return Step((Say("refusal.later", {"lender": s.lender}),), dialogue=s.dialogue)  # to be thought over
    if picked is None:
        return Step(
            (Say("plan.person", {"lender": s.lender}),),
            (OpenCase("hardship", "normal", "no plan fits", {"counts": counts}, take_floor=False),),
        )
    return _read_back(s, picked)


def _read_back(s: Situation, count: int) -> Step:
    """The plan as the promises it consists of, read back like any other."""
    assert s.account is not None
    parts = instalments(s.account.amount, count, s.today + timedelta(days=FIRST_INSTALMENT_DAYS))
    return read_back(s, Draft(parts=parts, method=s.method), plan=count)
