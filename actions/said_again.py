"""What only says once more what is on the table or agreed, in whatever words: it makes nothing new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from actions import answers, corrections, resuming, rows
from actions import parts as parts_of
from actions.drafts import Draft
from actions.safety import SAFETY, UNDERSTOOD
from actions.shifts import shifted
from actions.situation import OnFile, Say, Situation, Step
from catalogue.values import listed, part
from core.promises import PromiseStatus
from reading import read_amount, read_days, read_hardship_reason

# Holds to what was said, wherever it stands in the text: "sale pues así quedamos, lunes 15 los 1800".
_HOLDS = re.compile(
    r"\b(?:(?:like|as|what) (?:i|we|you|u) (?:just )?(?:said|say|agreed|told|wrote|put)|that'?s (?:it|right|correct|the (?:deal|plan|one)|what (?:i|we) (?:said|meant|agreed))|agreed|confirm(?:ed|ing)?|correct|deal|sounds (?:good|right)|works for me|that works|all good|looks good|spot on|exactly|go with that|lock it in|put (?:it|me|that) down|stick(?:ing)? (?:to|with)"
    r"|(?:as[ií]|en eso|pues) (?:ya )?(?:queda(?:mos|do)?|le hacemos|lo hacemos|lo dejamos|est[aá] bien|mero)|as[ií] es|eso mero|tal cual|trato hecho|ya (?:qued(?:[oó]|amos)|est[aá])|confirm(?:o|ado)|de acuerdo|correcto|exacto|perfecto|listo|hecho|[aá]nd[ae]le(?: pues)?|[oó]rale(?: pues)?|sobres|arre|ya estuvo|sale|venga|vale|(?:como|lo que) (?:ya )?(?:le |les |te )?(?:dije|quedamos|acordamos))\b"
    r"|就(?:这样|這樣|这么|這麼|咁)|(?:说|說|讲|講|约|約|定)(?:好|定)?[了咗]|(?:说|說|讲|講)(?:好|定)|照(?:旧|舊|你|刚|剛|头|頭|住|上面)|一言(?:为|為)定|成交|(?:没|沒|冇)(?:错|錯|问题|問題)|[对對啱](?:的|啊|呀|啦|喇|嘅|$)|确认|確認|可以的|[就都]得(?:啦|喇|㗎|$)|ok",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[?？]|[吗嗎]\W*$")
# Says no to something: what is repeated beside it may be what does not hold.
_NOT = re.compile(
    r"\b(?:no|not|none|never|nor|cannot|nope|wrong|ni|nunca|jam[aá]s|tampoco|\w+n'?t|cant|dont|wont|isnt|doesnt)\b|[不没沒唔冇未别別]|[错錯]",
    re.IGNORECASE,
)
# Makes sure of it: "so friday is the 12th right?", 驚自己記錯. Its own no is none.
_MAKES_SURE = re.compile(
    r"(?:\b(?:right|correct|yeah|yes|innit|huh|is it|isn'?t it|was it|wasn'?t it|aren'?t we|didn'?t we)\s*[?？]|\b(?:double.?check\w*|mak(?:e|ing) sure|just checking|to confirm|confirming|re-?confirm|mix(?:ed|ing)? (?:\w+ )?up|(?:don'?t|dont|can'?t|cant|do not) remember|forgot|forget(?:ting)?|still (?:on|stands?|the plan)|don'?t wan(?:na|t to) (?:\w+ )?(?:mess|get|forget|mix|screw|miss)\w*(?: \w+)?)\b"
    r"|\b(?:verda[d]?|cierto|correcto|s[ií]|no)\s*[?？]|\b(?:se me (?:olvid\w+|hace)|no (?:me )?(?:acuerdo|recuerdo|equivoc\w+|confund\w+|vaya a|sea que)|para (?:confirmar|estar seguro|no equivoc\w+)|sigue en pie|no (?:me )?quiero (?:equivocar\w*|quedar mal|fallar\w*)|no se me vaya\w*|nom[aá]s confirm\w+)\b"
    r"|[对對][吧吗嗎]|[对對][不唔][对對]|是[吧吗嗎]|是不是|[係系](?:咪|唔[係系]|嘛)|[没沒冇](?:记|記|搞|睇|看)?[错錯](?:[吧嘛吗嗎]|呀嘛|\W*[?？])|(?:怕|驚|惊|担心|擔心)[^，。]{0,6}(?:[记記搞弄][错錯]|忘)|[记記搞弄]錯|[记記搞弄]错|[忘唔不](?:记|記)?得?[了咗]|(?:确认|確認|核对|核對|confirm)(?:一?下|返|吓)|[呀啊](?:可|吓嘛|嘛)?\s*[?？]|[吧嘛咩啩呵]\s*[?？])",
    re.IGNORECASE,
)
# Says that it was said: whatever else it is taken for is less likely.
_AS_BEFORE = re.compile(
    r"\b(?:(?:like|as) i (?:just |already )?(?:said|told)|(?:como|lo que) (?:ya )?(?:le |les |te |os )?dije|ya (?:le |les |te |os )?dije|i (?:already )?(?:said|told (?:you|u|ya)))\b|[说說讲講][过過咗]",
    re.IGNORECASE,
)
HALF = 0.5
# Meant surely, these are no mere repetition of what is agreed.
_MAY_REPEAT = frozenset(
    "promise_to_pay affirm ask_balance out_of_scope request_plan thank stall help greet goodbye".split()
)
_ELSEHOW = re.compile(
    r"\b(?:instead|rather|another|extra|more|otros?|m[aá]s|en vez|en lugar|mejor|parts?|partes|split|half|mitad)\b|另外|再|多|改|分[开開成期]|一半|不如",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:every|each|cada|al mes|(?:a|per) (?:month|week))\b|每", re.IGNORECASE)
_MAY_I = re.compile(
    r"\b(?:can|could|may|might|would|puedo|podr[ií]a|pod[eé]mos|se puede)\b|可以|能不能|可不可|得唔得|行不行",
    re.I,
)


def what_stands(promises: Sequence[OnFile]) -> Say:
    """What was agreed: every payment that stands, the earliest first."""
    payments = sorted(promises, key=lambda one: one.due_on)
    return Say(
        "balance.your_promise", {"promise": listed([part(one.amount, one.due_on) for one in payments])}
    )


def takes(s: Situation) -> Step | None:
    """What stands, once more, to who repeats it or makes sure of it; None where another thing is said or open."""
    table = resuming.taken_up(s.dialogue, s.today)
    if not s.standing or table.parts or table.amount or table.on:
        return None
    if parts_of.only_puts_off(s) and not read_hardship_reason(s.text):
        asked = Step((Say("small_talk.anything_else", {}),), dialogue=s.dialogue)
        return Step().resuming(s) if s.dialogue.question else asked
    sure = _MAKES_SURE.search(s.text)
    guess = s.confidence < (HALF if _AS_BEFORE.search(s.text) else UNDERSTOOD)
    guess = guess or (bool(sure) and s.intent in SAFETY)  # heard before, were it meant
    if s.intent not in _MAY_REPEAT and not guess:
        return None
    says_no = _NOT.search(_MAKES_SURE.sub(" ", s.text))
    if says_no or _ELSEHOW.search(s.text) or corrections.moves(s.text):
        return None
    if not (s.reading.promise or sure or _ASKS.search(s.text)):
        return None
    if agreed_once_more(s) or _asks_of_a_day(s, sure=bool(sure)):
        return Step((what_stands(s.standing),)).resuming(s)
    return None


def agreed_once_more(s: Situation) -> bool:
    """Whether the text names days and sums, and none but those of what stands: "si si, los 3 viernes 200 cada uno"."""
    if not s.standing or parts_of.names_more(s.text) or parts_of.added(s) is not None:
        return False
    if len(s.standing) == 1 and _EACH.search(s.text):
        return False
    first = s.standing[0]
    stands = Draft(method=first.method, parts=rows.of(s.standing))
    if any(shifted(s.text, on) for _, on in stands.parts):
        return False
    return says_the_same(s, stands)


def _asks_of_a_day(s: Situation, *, sure: bool) -> bool:
    """Whether it is asked of a day, with no sum but those that stand, if that is the one; who makes sure may be mistaken."""
    if not (sure or (_ASKS.search(s.text) and s.intent != "out_of_scope")):
        return False
    owed = s.account.amount if s.account else None
    said = s.reading.amount or read_amount(s.text, owed=owed, country=s.country, lang=s.language).money
    days = {on for on in _days(s) if on > s.today}
    theirs = bool(days) and days <= {one.due_on for one in s.standing}
    mistaken = sure and bool(days) and s.intent != "out_of_scope" and not _MAY_I.search(s.text)
    return (theirs or mistaken) and (said is None or said in [one.amount for one in s.standing])


def _days(s: Situation) -> tuple[date, ...]:
    """The days that the text names, in a question too."""
    bare = read_days(s.text, now=s.now, tz=s.zone, lang=s.language, country=s.country).days
    return s.days or bare


def says_the_same(s: Situation, draft: Draft) -> bool:
    """Whether the text names days and sums, and none but those on the table: "fine, I confirm, the 31st"."""
    told = tuple((one.amount.amount, one.on) for one in s.reading.instalments or () if one.amount)
    if draft.parts and draft.parts in (told, rows.listed_anew(s, draft.parts)):
        return True
    reading, owed = s.reading, s.account.amount if s.account else None
    parts: Sequence[tuple[Decimal | None, date | None]] = draft.parts or ((draft.amount, draft.on),)
    sums = {amount for amount, _ in parts}
    total = sum((amount for amount, _ in parts if amount is not None), Decimal(0))
    if not (s.days or s.sum_said or reading.share) or reading.amount_candidates:
        return False
    if s.method not in (None, draft.method) or (reading.share == "all" and owed and total != owed.amount):
        return False
    if reading.share not in (None, "all") or not set(s.days) <= {on for _, on in parts}:
        return False
    if not _among(s, parts):
        return False
    return s.sum_said is None or s.sum_said.amount in {*sums, total}


def _among(s: Situation, parts: Sequence[tuple[Decimal | None, date | None]]) -> bool:
    """Whether each sum that is told with its day stands so among the payments; one told without a day, with any of them."""
    said = [(one.amount and one.amount.amount, one.on) for one in s.reading.instalments or ()]
    if not said and s.sum_said and len(s.days) == 1 and len(parts) > 1:
        said = [(s.sum_said.amount, s.days[0])]
    sums = [amount for amount, _ in parts]
    return len(said) <= len(parts) and all(
        one in parts or (one[1] is None and one[0] in sums) for one in said
    )


def only_names(s: Situation, standing: Sequence[OnFile]) -> bool:
    """Whether the text says no more than which promise it is about: its day, its amount."""
    reading = s.reading
    if (
        reading.share
        or reading.amount_candidates
        or not set(reading.dates) <= {one.due_on for one in standing}
    ):
        return False
    if any(shifted(s.text, one.due_on) for one in standing):
        return False
    return reading.amount is None or reading.amount in [one.amount for one in standing]


# "Then let it be that": 那就周一转1400.
_THEN = re.compile(r"(?:那|咁|嗯|行)?\s?就(?!是|係|系|不|唔|算)|那还是|那還是")


def says_no_more(s: Situation, draft: Draft) -> bool:
    """Whether the text only says once more what is on the table, and neither asks nor takes anything back."""
    plain = not re.search(r"[?？吗嗎不没沒唔冇错錯]", s.text) and not answers.begins_no(s.text)
    return plain and s.is_brief and says_the_same(s, draft)


def _agrees(s: Situation, draft: Draft) -> bool:
    """Whether a yes is among the words, first, last or anywhere between them; its certainty is another question."""
    if answers.begins_yes(s.text.replace("改", " ")) or (
        s.intent == "affirm" and not answers.begins_no(s.text)
    ):
        return True
    if _THEN.match(s.text.strip()) and says_no_more(s, draft):
        return True
    if (s.dialogue.question or {}).get("key") == "promise.is_it_certain":
        return False
    holds = _HOLDS.search(s.text) and not (_ASKS.search(s.text) or answers.has_a_hook(s.text))
    return answers.ends_yes(s.text) or bool(holds and not _NOT.search(_HOLDS.sub(" ", s.text)))


def holds_to_kept(s: Situation, draft: Draft) -> bool:
    """Whether what was read back before another matter came between is said once more whole, with a yes."""
    said = draft.parts or (((draft.amount, draft.on),) if draft.amount and draft.on else ())
    pending = [(one.amount.amount, one.due_on) for one in s.promises if one.status is PromiseStatus.PENDING]
    whole = bool(s.days) and (s.sum_said is not None or s.share_said == "all")
    return bool(said) and sorted(said) == sorted(pending) and whole and repeats(s, draft)


def repeats(s: Situation, draft: Draft) -> bool:
    """Whether the text says yes and names no more than what is on the table: "fine, the 22nd then", 对 改22号."""
    return _agrees(s, draft) and says_the_same(s, replace(draft, method=draft.method or s.method))
