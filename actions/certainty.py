"""Whether a promise can be counted on: told with a "maybe", or hanging on others, it is asked before it is written down."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import answers, instead
from actions.drafts import ABOUT, Draft
from actions.situation import Situation
from reading import read_amount

QUESTION = "promise.is_it_certain"
ASKS_ANEW = "promise.what_is_sure"
# What may come to pass or not: "maybe", 可能. What is merely modest ("I think", 应该) is taken at its word and read back.
_MAYBE = re.compile(
    r"\b(?:may ?be|perhaps|possibly|hopefully|i hope|quiz[aá]s?|tal vez|a lo mejor|capaz|posiblemente|ojal[aá])\b"
    r"|可能|也许|也許|或许|或許",
    re.IGNORECASE,
)
# An answer that leaves it open: "not yet", "depends", 说不准.
_DOUBTS = re.compile(
    r"\b(?:not|isn'?t|ain'?t|can'?t be|cannot be|never) (?:really |quite |too |so |very |100 ?%? |yet |totally |entirely |completely |that )*(?:sure|certain|confirmed|guaranteed|definite|positive)\b"
    r"|\b(?:unsure|uncertain|idk|dunno|depends|hard to say|tough to say|too early to say|no promises|no guarantees?|not yet|no idea)\b|\b(?:we'?ll|will|wait and|gotta|have to|let'?s) see\b"
    r"|\b(?:don'?t|do not|dont|won'?t|wont|can'?t|cant|cannot|couldn'?t) (?:really |quite |honestly |actually |even )*(?:know|say|tell|promise|guarantee|swear|count on|be sure|commit)\b|\bmight (?:not|change|be)\b|\bfingers crossed\b|\bgod willing\b"
    r"|\bno (?:es|est[aá]|estoy|lo tengo|lo veo|me atrevo a|muy|del todo|tan|es nada|estoy muy|estoy del todo|estoy tan|es del todo)? ?(?:100 ?%? )?(?:segur[oa]|ciert[oa]|confirmad[oa]|asegurar\w*)\b|\b(?:depende|inseguro|incierto|todav[ií]a no|a[uú]n no|ya ver[eé](?:mos)?|ya se ver[aá]|a ver|vamos a ver|si dios quiere|dios mediante|sin compromiso)\b"
    r"|\bno (?:lo |le |les |te |os |se |me )*(?:s[eé]\b|prometo|puedo (?:prometer|asegurar|garantizar|decir)|aseguro|garantizo|podr[ií]a (?:asegurar|prometer|decir))|\b(?:est[aá] )?dif[ií]cil (?:de )?decir"
    r"|(?:不|没|沒|唔|未|冇)(?:太|敢|能|好|係|系|系好|係好|是很|是|一|可以)?(?:一?定|确定|確定|肯定|保证|保證|敢說|敢说|说定|說定|说死|把握|准)|说不准|說不準|说不好|說不好|讲唔定|講唔定|难说|難說|難講|难讲|好難講|不好说|不好說|未必|没准|沒準|没谱|沒譜"
    r"|看情况|看情況|睇情況|睇下點|睇吓|看看再|再看|到时候?看|到時候?看|到時睇|不知道|不晓得|不曉得|唔知|尽量|盡量|還不知|还不知|随缘|隨緣",
    re.IGNORECASE,
)

# Wants nothing written down yet, whatever was read back: "don't put me down for that", 先别给我记上.
_NOT_DOWN = re.compile(
    r"\b(?:don'?t|do not|dont|please don'?t|not) (?:you )?(?:yet )?(?:put (?:me|it|that|this|anything|nothing) (?:down|in)|(?:write|note|mark|log|record|lock)(?:ing)? (?:it|that|me|this|anything|nothing)|pencil|hold me to|count on (?:it|that|me)|bank on (?:it|that|me))"
    r"|\b(?:hold off|wait) (?:on|before|with) (?:noting|writing|putting|marking|that|it)\b"
    r"|\bno (?:me )?(?:lo |la )?(?:apunt|anot|registr|pong)\w+(?: (?:todav[ií]a|a[uú]n|eso|nada|ya|por escrito))?\b(?! de)|\btodav[ií]a no (?:me )?(?:lo |la )?(?:apunt|anot|registr)\w+"
    r"|(?:先|都|千万|千萬)?(?:别|別|(?<!要)不要|唔好|咪)(?:先|急着|急著)?(?:给|給|帮|幫|同|跟)?(?:我)?(?:住)?(?:记(?!错|得)|記(?!錯|得)|登[记記]|写|寫|定)(?:上|下|死|低|下来|下來|录|錄|住)?",
    re.IGNORECASE,
)

# A yes, and behind it what other money is not to be written down: "yes both. but that 45k dont write anywhere".
_AND_BUT = re.compile(
    r"[\s,.;，。；]*(?:\b(?:but|pero|just)\b|但[係系是]?|不[过過]|可是|只[係系是])\s*", re.IGNORECASE
)
_NOT_OTHERS = re.compile(
    r"\b(?:that|the|my|those|any|lo de|lo del|el|la|los|las|es[aeo]s?)\s+(?:other |otro |otra )?(?:[$£€₹]?\d|\w*(?:money|bonus|cash|payment|aguinaldo|dinero|bono|lana|tanda|prima)).*\b(?:not?|don'?t|never|leave|forget)\b.*\b(?:writ|put|note|not[ae]|count|add|includ|mark|apunt|anot|registr|cuent|pong|consider)"
    r"|\b(?:don'?t|do not|dont|no|please leave)\s+(?:me )?(?:lo |la )?(?:writ\w+|put|note|count|add|include|mark|apunt\w+|anot\w+|registr\w+|cuent\w+|pong\w+)\s+(?:down |in )?(?:that|the|my|those|lo de|lo del|el|la|los|las|es[aeo]s?)\s+(?:other |otro |otra )?(?:[$£€₹]?\d|\w*(?:money|bonus|cash|aguinaldo|dinero|bono|lana|tanda|prima))"
    r"|(?:那|嗰|那个|那個|其他|另外)(?:一)?(?:笔|筆|个|個|啲|些)?[^，。]{0,10}(?:别|別|不要|唔好|不用|唔使|先别|先別)(?:帮我|幫我|给我|給我)?(?:记|記|写|寫|登|算|计|計)"
    r"|(?:别|別|不要|唔好|不用|唔使)(?:帮我|幫我|给我|給我|把)?(?:记|記|写|寫|登记|登記|算|计|計)?(?:那|嗰)(?:一)?(?:笔|筆|个|個|啲)[^，。]{0,10}",
    re.IGNORECASE,
)


def without_others(s: Situation) -> Situation:
    """The yes alone, where all that stands behind it is that money of others, not on the table, is not to be noted."""
    found = _AND_BUT.search(s.text)
    if found is None or not (_NOT_OTHERS.search(s.text, found.end()) or _only_that(s, s.text[found.end() :])):
        return s
    before = s.text[: found.start()]
    agrees = answers.begins_yes(before) or _BOTH.match(answers.bare(before))
    return s.saying(before, "affirm") if agrees and not re.search(r"[?？]", s.text) else s


# "Yes but only 130!! not 280": the sum on the table and no other, with a reason behind it or none.
_ONLY = re.compile(
    rf"\W*(?:(?:only|just|it'?s|the|for|s[oó]lo|nom[aá]s|nada m[aá]s|son|es|los|las|por)\b\s*|[只就淨净][有是係还還付繳缴俾畀]?\s*|[$£€¥]){{1,4}}(?P<sum>{instead.NUMBER})"
    rf"(?:\s*(?:dollars|bucks|quid|pounds?|pesos|euros|[块塊蚊元]|only|nom[aá]s|nada m[aá]s|ok|eh|for now|por ahora))*(?:\W*\b(?:not|no|y no|instead of|en vez de)\s+(?:the |los |las )?[$£€¥]?(?P<en>{instead.NUMBER})|\W*(?:不是|唔[係系])\s*[$¥]?(?P<zh>{instead.NUMBER}))?(?P<why>(?!\d).*)",
    re.IGNORECASE | re.DOTALL,
)


def _only_that(s: Situation, behind: str) -> bool:
    """Whether what is behind a "but" is that no more than the sum on the table is meant."""
    draft, found = Draft.from_json(s.dialogue.draft), _ONLY.fullmatch(behind)
    if (
        found is None
        or s.days
        or _MAYBE.search(behind)
        or _DOUBTS.search(behind)
        or answers.has_a_hook(s.text)
    ):
        return False
    sums = {amount for amount, _ in draft.parts} | {draft.amount, sum(amount for amount, _ in draft.parts)}
    other = found["en"] or found["zh"]
    return instead.sum_in(s, found["sum"]) in sums and not (other and instead.sum_in(s, other) in sums)


_BOTH = re.compile(r"(?:both|all|las dos|los dos|tod[oa]s|[两兩二三四]?[笔筆个個期]?都)(?: |(?<=都))\w*")
# The whole of an answer that leaves nothing open.
_SURE = re.compile(
    r"(?:(?:yes|yeah|yep|yup|ok(?:ay)?|oh|i m|im|i am|it s|its|it is|that s|thats|that is|this is|pretty|very|quite|totally|absolutely|for|of|course|you can|u can|we can) )*"
    r"(?:sure|certain|positive|definite(?:ly)?|guaranteed|confirmed|count on (?:it|that|me)|100(?: percent)?|i can|it is|set in stone|a sure thing|no doubt)(?: (?:thing|thanks|about it|about that))*"
    r"|(?:(?:s[ií]|claro|es|est[aá]|estoy|muy|eso|bien|totalmente|completamente|100|y) )*(?:segur(?:o|a|[ií]sim[oa])|100|s[ií] puedo|cuenten? con (?:ello|eso|él)|sin falta|sin duda|confirmado|fijo|dalo por hecho|garantizado|es|lo es)(?: (?:que s[ií]|gracias))*"
    r"|(?:是的?|嗯+|對|对|好|係|系|我|可以|这个|這個|呢個|就|都|百分之百|100|[ ，])*(?:确定|確定|肯定|一定|定了|定咗|定得(?:下来|了|到)|说定|說定|講定|讲定|说好|說好|沒問題|没问题|冇問題|有把握|保证|保證)(?:[了的咗嘅啦啊呀啲得到吧]|下来|沒問題|没问题)*",
    re.IGNORECASE,
)


def is_asked(s: Situation) -> bool:
    """Whether the question that is open is if the promise is certain."""
    return (s.dialogue.question or {}).get("key") == QUESTION


def is_sure(s: Situation) -> bool:
    """Whether, asked if the promise is certain, the borrower says no more than that it is."""
    return is_asked(s) and bool(_SURE.fullmatch(answers.bare(s.text)))


def is_held_back(s: Situation) -> bool:
    """Whether what was read back is not to be written down yet; no other sum or day is named instead."""
    asked = s.dialogue.asked == "confirmation" and s.dialogue.about == ABOUT
    return asked and not (s.sum_said or s.days) and bool(_NOT_DOWN.search(s.text))


def wants_nothing_down(text: str) -> bool:
    """Whether the text asks that nothing be written down yet."""
    return bool(_NOT_DOWN.search(text))


# What is not to be written, with its figure: "no me pongáis los 1400", 注意别写成6000.
_NOT_THAT_SUM = re.compile(
    r"\b(?:don'?t|do not|dont|not to)\s+(?:you )?(?:put|write|note|mark|log|charge|book|sign)\w*\s+(?:(?:me|it|that|down|up|in|as|for|the|all|whole|full|by mistake) )*[$£€₹]?(?P<en>\d[\d.,]*)"
    r"|\bno (?:me |nos |lo |le |vay\w+ a )*(?:pon|apunt|anot|registr|escrib|cobr|carg|met)\w*\s+(?:(?:l[oae]s?|el|por|como|todos|tod[oa]|en|de|que son) )*[$€]?(?P<es>\d[\d.,]*)"
    r"|(?:别|別|不要|唔好|咪|勿)(?:给|給|帮|幫|同|跟)?(?:我)?(?:又|再)?(?:记|記|登记|登記|写|寫|填|算|扣|收)(?:成|做|作|住|我|咗)*[$¥]?(?P<zh>\d[\d.,]*)",
    re.IGNORECASE,
)


def leaves_out(s: Situation) -> bool:
    """Whether all that is said to a read-back is that another sum than the one on the table is not to be written."""
    draft, found = Draft.from_json(s.dialogue.draft), _NOT_THAT_SUM.search(s.text)
    sums = {amount for amount, _ in draft.parts} | {draft.amount}
    if found is None or s.account is None or sums == {None}:
        return False
    said = read_amount(
        found[0][found.start(found.lastgroup or 0) - found.start() :], owed=s.account.amount
    ).money
    left = f"{s.text[: found.start()]} {s.text[found.end() :]}"
    return said is not None and said.amount not in sums and not re.search(r"\d", left)


def is_doubted(s: Situation) -> bool:
    """Whether, asked if the promise is certain, the borrower says that it is not; and names no other sum or day."""
    if is_held_back(s):
        return True
    if not is_asked(s) or s.reading.promise or s.sum_said or s.days:
        return False
    if _DOUBTS.search(s.text) or _MAYBE.search(s.text):
        return not (answers.yes(s.text) or is_sure(s))
    return answers.no(s.text) or s.intent == "deny" or answers.begins_no(s.text)


def left_of(s: Situation, draft: Draft) -> Draft:
    """What is left on the table once it was said not to be certain: nothing, unless a sum or a day is named now."""
    asked = (s.dialogue.question or {}).get("key") == ASKS_ANEW
    named = s.days or s.sum_said or s.share_said or s.reading.amount_candidates
    return Draft(method=draft.method) if asked and not named else draft


def weighed(s: Situation, draft: Draft) -> Draft:
    """The draft, marked where what it holds was told as something that may come otherwise; until a day is told anew.

    A "maybe" counts where sum and day are told with it: what is told in answer to our questions, or spread over several
    payments, is read back all the same.
    """
    reading = s.reading
    maybe = bool(_MAYBE.search(s.text))
    told_now = not (s.dialogue.asked or reading.promise) and draft.amount is not None and draft.on is not None
    hangs = reading.may_change and not (maybe and (reading.instalments or draft.parts))
    kept = draft.may_change and not (s.days or reading.instalments or is_asked(s))
    return replace(draft, may_change=hangs or kept or (maybe and told_now))


# Says how sure, not how much, or how early on the day: "yes, 100%", 第一时间就转.
_EMPHASIS = re.compile(
    r"(?<!pay )(?<!do )(?<!the )(?<!pago )(?<!pagar )(?<!el )(?<![还還付])\b(?:al )?100 ?%(?! (?:of|del?)\b)|\b100 ?percent\b(?! of)|\bcien por ciento\b(?! del?)|(?<![还還付])百分之?百|\ba primera hora\b(?! del?)|第一[时時][间間]",
    re.IGNORECASE,
)


# "Hold it", in front of what is said anew: no day of its own.
_HOLD_IT = re.compile(
    r"^\W*等[一]?[下等陣阵吓](?:先)?[\s，,。！!]+(?=.*[\d一二三四五六七八九十千百万萬兩两])"
)


def without_emphasis(s: Situation) -> Situation:
    """The answer to a read-back without what only makes it surer, or stops us first; a yes where it says nothing else."""
    plain = _EMPHASIS.sub(" ", _HOLD_IT.sub("", s.text))
    if plain == s.text:
        return s
    return s.saying(plain.strip(" ,，.。"), s.intent) if answers.bare(plain) else s.saying("yes", "affirm")


# "Just kidding", after all was read back.
_JOKE = re.compile(
    r"(?<!you )(?<!u )\b(?:kidding|joking|messing(?: (?:with|about))?|pulling your leg|having a laugh)\b|\bjk+\b|\bj/k\b|\b(?:es|era|fue) (?:una |pura |puro )?(?:broma|bromita|guasa|co[nñ]a|cotorreo|choro)\b|\b(?:bromeo|bromeaba|estoy bromeando|te estoy vacilando|es vacile)\b"
    r"|(?:开|開)(?:个|個|了个|了個)?(?:玩笑)|(?:讲|講|說|说)(?:下|吓)?笑(?:[啫嘅咋的]|而已|罢了|罷了|$|[ ，。,])|逗(?:你|您)(?:们|們)?(?:玩|的|呢)|玩(?:你|吓你|下你)(?:咋|啫|嘅)",
    re.IGNORECASE,
)
_NO_JOKE = re.compile(
    r"\b(?:no|not|ain'?t|n'?t|sin|no es|no era)\b.{0,8}$|[不没沒唔冇]\S{0,2}$", re.IGNORECASE
)


def was_a_joke(s: Situation) -> bool:
    """Whether a brief text begins by saying that what was read back was a joke; a sum or a day told now is none."""
    found, han = _JOKE.search(s.text), bool(re.search(r"[\u3400-\u9fff]", s.text))
    if found is None or found.start() > (4 if han else 12):
        return False
    if len(s.text.split()) > 12 or s.days or s.sum_said:
        return False
    if answers.begins_yes(s.text) or answers.ends_yes(s.text):
        return False
    return not _NO_JOKE.search(s.text[: found.start()])


# Takes the promise back altogether, rather than moving it.
_TAKES_BACK = re.compile(
    r"\b(?:cancel|call (?:it|that) off|(?<!i )(?<!dont )(?<!don't )(?<!not )forget (?:it|about|the|what)|take (?:it|that|my) .{0,12}back|not going to pay"
    r"|scrap|withdraw|canc[eé]l[oae]\w*|an[uú]l\w+|(?<!me )(?<!se )(?<!te )olv[ií]d(?:a|e|en|ad|emos|al[oa]|el[oa]|[eé]nl[oa]|ad[oa])\b|ya no (?:voy|puedo|pago))\b"
    r"|取消|作废|作廢|撤回|撤销|撤銷|不还了|不還了|算了|当我没说|當我沒說",
    re.IGNORECASE,
)


def takes_back(text: str) -> bool:
    """Whether the text takes a promise back altogether."""
    return bool(_TAKES_BACK.search(text))
