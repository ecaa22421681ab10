"""Whether a clause commits to a payment, answers barely, tells of a past one, refuses, or asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from reading.stance import en, es, zh
from reading.stance.cues import Cues
from reading.text import HAN, MASK, NOISE

_CUES = {"en": en.CUES, "es": es.CUES, "zh": zh.CUES}
_ENDS = re.compile(r"(?<!\d)[.](?!\d)|[.](?=\s|$)|[!?;\n。！？；、¿¡]+|,(?!\d{3}(?!\d))|(?:\+|&)")
_LETTER_OR_FIGURE = re.compile(r"[^\W_]")
_TAG = re.compile(
    r"(?:ok|okay|k|right|alright|deal|cool|good|fine|yeah|happy(?: now)?|understood|got it|fair(?: enough)?|clear|agreed|satisfied|good enough|sounds? good|innit|eh|yes|content[oa]s?|felices|vale|si|no|sale|va|jala|arre|estamos|trato(?: hecho)?|de acuerdo|correcto|entendido|quedamos(?: asi)?|oki|好吗|行吗|ok吗|可以吧"
    r"|行吧)\s*$"
)


class Stance(Enum):
    """What a clause does."""

    COMMITS = auto()
    BARE = auto()
    DOUBTS = auto()
    PAID = auto()
    REFUSES = auto()
    ASKS = auto()
    # Hardly more than amounts and days: counts only beside a clause that commits and lacks what this one says.
    LOOSE = auto()
    OTHER = auto()
    # Money that others take or get: nothing of it is ours, however much it sounds like a promise.
    THEIRS = auto()


@dataclass(frozen=True)
class Clause:
    """A stretch of the text and what it does."""

    start: int
    end: int
    stance: Stance


def clauses(
    text: str, masked: str, *, has_future_day: list[tuple[int, int]], has_money: list[int]
) -> list[Clause]:
    """Part folded `text` into clauses.

    `masked` is the same text with amounts and days masked; `has_future_day` are the places of the days, `has_money`
    those where amounts begin.
    """
    cues = [_CUES[name] for name in _grammars(text)]
    plan = min(len(has_money), len(has_future_day)) > 1 or _comes_back(text, has_future_day, has_money)
    clauses: list[Clause] = []
    for start, end, mark in _parts(text, masked, cues):
        if not text[start:end].strip():
            continue
        dated = any(start <= day < end for day, _ in has_future_day)
        led = dated or _only_dated(clauses[-1:], has_future_day, has_money)
        mark = "" if _TAKEN_BACK.match(text, end) else mark
        told = [
            [start <= place < end for place in places]
            for places in ([day for day, _ in has_future_day], has_money)
        ]
        several = all(sum(places) > 1 for places in told) or (
            plan and _STARTS.match(text, start) is not None and not any(told[1])
        )
        said, mark = _put_gently(text[start:end], mark, several=several, before=clauses[-1:] if dated else [])
        stance = _stance(said, masked[start : start + len(said)], mark, cues, dated=led)
        if stance is Stance.ASKS and _NOD.fullmatch(text[start:end].strip()) and plan:
            stance = Stance.LOOSE
        if stance is Stance.OTHER and dated and any(start <= place < end for place in has_money):
            stance = _offer(text[start:end], masked[start:end], cues)
        if stance is Stance.OTHER and _loose(text[start:end], masked[start:end], cues):
            stance = Stance.LOOSE
        clauses.append(Clause(start, end, stance))
    return clauses


# 我禮拜六中午就去繳，好不好: settled already, and only softened.
_SOFTENED = re.compile(r"(?<=就去)([^?？]{2,40})(?:好不好|好唔好|好吗)[ ~!！啦啊]*$")


# 每月廿号一千,下个月先开始得唔得: when the plan begins, and no more than a nod asked for.
_STARTS = re.compile(r"[^,，。;；?？]{0,10}?(?:开始|起)[^,，。;；?？]{0,6}(?=[,，。;；?？]|$)")


# 我分四次还 每个月10号1600 好吗; 3月20 4月20 一次1200: one sum, again and again.
_AGAIN = re.compile(
    r"[每逢各]|一(?:次|期|笔|回|个?(?:月|周|星期|礼拜))(?=[^,，。]{0,4}[\d一二两三四五六七八九])"
)


def _comes_back(text: str, days: list[tuple[int, int]], sums: list[int]) -> bool:
    return bool(days and sums and HAN.search(text) and _AGAIN.search(text))


# 一半明天先给你,另外那一半四月十五号再给你好不好: who lays out a whole plan asks for no more than a nod.
_CONSENT = (
    r"(?:[,， ]*(?:我?(?:想|打算|要)?分?(?:[两二三四五六七八九十]|\d{1,2})(?:次|期|笔|个月)(?:还|俾|畀|付)?)?(?:(?:你们?|您)(?:看|睇|觉得|话|说)?|觉得)?(?:这样|咁样?|这么|噉样?)?(?:安排|还|分|拆)?)?"
    r"(?:好不好|好唔好|好吗|好咩|可以吗|可不可以|可唔可以|可以咩|行吗|行不行|行不|得唔得|得吗|得咩|可行吗|可否|成不成|成吗|ok吗|ok咩|ok唔ok|ok(?=[?？]))"
)
# 这不就齐了吗, 爱要不要, 行就行不行拉倒: one's own question is answered, or no answer is waited for.
_NO_QUESTION = (
    r"[,， ]*(?:(?:这|那|咁|噉)?样?(?:不|唔|咪)就|这不(?:就)?是)(?:都|全)?(?:还|付|结|缴)?(?:齐|清|够|完|平|好|搞[定掂]|解决)[了晒咗]*(?:吗|么|嘛|咩)"
    r"|[,， ]*(?:你们?)?(?:爱|中意)(?P<want>[要信收听等])(?:不|唔)(?P=want)"
    r"|[,， ]*(?P<able>行|得|成|要|肯|可以|同意|接受|愿意)就(?:(?P=able)|这样)?[,， ]*(?:不|唔)(?P=able)(?:就|便)?(?:拉倒|算了|算数|作罢|罢了?|免谈)"
)
_NOD = re.compile(rf"(?:{_CONSENT}|{_NO_QUESTION})[ ~!！啦啊呀喔哦呢?？]*$")
_BLUNTLY = re.compile(rf"(?:{_NO_QUESTION})[ ~!！啦啊呀喔哦呢?？]*$")
_GOES_ON = re.compile(r"(?:然后|之后|跟住|接着)?我?(?:剩|余|其余|其他|另外|另一|净低|净返|再|尾)")


def _put_gently(text: str, mark: str, *, several: bool, before: list[Clause]) -> tuple[str, str]:
    """A clause and the mark behind it, without the question for consent to a plan: `several` payments, or one that goes on."""
    nod = _BLUNTLY.search(text)
    several = several or nod is not None
    nod = nod or _NOD.search(text)
    goes_on = bool(before) and before[0].stance is Stance.COMMITS and _GOES_ON.match(text.strip())
    return (text[: nod.start()], mark.replace("?", "")) if nod and (several or goes_on) else (text, mark)


# 看客户何时付款: what it hangs on, and no question.
_DEPENDS = re.compile(
    r"(?:要|得|就|都)?(?:看|睇|视乎|取决于)(?:下|吓|一下)?[^,，。?？]{0,8}?(?:何时|几时|什么时候|哪[一]?天|边日|几号)"
)


# "下个月8号还1w? 不不 还1千": asked of oneself, and put right at once.
_TAKEN_BACK = re.compile(r"[?？ ]+(?:(?:哦|啊|呃|额|诶)?(?:不对|不不+|不是|唔系|说错|讲错|打错)|不[,， ])")


def _only_dated(before: list[Clause], has_future_day: list[tuple[int, int]], has_money: list[int]) -> bool:
    """本月最后一天 把5200全还了: the day to come stands barely before, in a clause of its own."""
    return any(
        clause.stance in (Stance.BARE, Stance.LOOSE)
        and any(clause.start <= day < clause.end for day, _ in has_future_day)
        and not any(clause.start <= place < clause.end for place in has_money)
        for clause in before
    )


def _grammars(text: str) -> list[str]:
    if not HAN.search(text):
        return ["en", "es"]
    return ["zh", "en"] if re.search(r"[a-z]{3}", text) else ["zh"]


def _parts(text: str, masked: str, cues: list[Cues]) -> list[tuple[int, int, str]]:
    """Where clauses begin and end, and the mark that ends each."""
    borders = [(match.start(), match.end(), match[0]) for match in _ENDS.finditer(masked)]
    for grammar in cues:
        borders += [
            (match.start(), match.start(), "") for match in grammar.splits.finditer(masked) if match.start()
        ]
    parts, last = [], 0
    for start, end, mark in sorted(borders):
        if start < last:
            continue
        parts.append((last, start, mark))
        last = end
    parts.append((last, len(text), ""))
    return _asked(parts, text) if "¿" in text else parts


def _asked(parts: list[tuple[int, int, str]], text: str) -> list[tuple[int, int, str]]:
    """ "¿Y si te pago con tamales y me perdonas los intereses?": what a word parts is asked as well."""
    spans = [match.span() for match in _QUESTION.finditer(text)]
    return [
        (start, end, mark or ("?" if any(first < end < last for first, last in spans) else ""))
        for start, end, mark in parts
    ]


_QUESTION = re.compile(r"¿[^¿?]*\?")


def _stance(text: str, masked: str, mark: str, cues: list[Cues], *, dated: bool) -> Stance:
    plain = _SOFTENED.sub("", text.strip()) if dated else text.strip()
    if "?" in mark and not _TAG.search(plain):
        return Stance.ASKS
    if any(grammar.asks.search(_DEPENDS.sub(" ", plain)) for grammar in cues):
        return Stance.ASKS
    if any(grammar.reached.search(plain) for grammar in cues):
        return Stance.OTHER
    told = _UNTIL_PAID.sub(" ", plain)
    if any(grammar.paid.search(told) for grammar in cues) and not _coming_past(plain, dated):
        return Stance.PAID
    others = _DONE_FIRST.sub(" ", plain)
    if any(grammar.theirs.search(others) for grammar in cues):
        return Stance.THEIRS
    if any(grammar.insists.search(plain) or grammar.insists.search(masked) for grammar in cues):
        return Stance.COMMITS
    masked = _NO_MORE.sub(" ", masked)
    masked = _NOT_AT_ONCE.sub(" ", masked)
    masked = _HOW_MUCH.sub(" ", _NOT_THAT.sub(" ", _CONTRASTED.sub(" ", masked)))
    if MASK not in masked and not _LETTER_OR_FIGURE.search(_WHEN.sub(" ", masked)):
        return Stance.OTHER
    masked = _WHEN.sub(" ", masked) if MASK in masked else masked
    if any(grammar.refuses.search(masked) for grammar in cues):
        return Stance.REFUSES
    if any(grammar.unreal.search(plain) for grammar in cues):
        return Stance.OTHER
    sure = _WHICH_ONE.sub("", masked) if _ALTERNATIVES.search(plain) else masked
    sure = _PERHAPS_AS_MUCH.sub("", sure) if _SO_MUCH.search(plain) else sure
    if any(grammar.doubts.search(sure) for grammar in cues):
        return Stance.DOUBTS
    if any(grammar.commits.search(masked) for grammar in cues) or _SETTLES.search(plain):
        return Stance.COMMITS
    return Stance.BARE if _bare(masked, cues) else Stance.OTHER


# "100 on the 5th after I pay the rent": what comes first, told beside what is ours.
_DONE_FIRST = re.compile(
    r"\b(?:after|once|when|before|as soon as|soon as) (?:(?:i|we|i'?ve|we'?ve) )?(?:have )?(?:pay|paid|paying|cover\w*|send|sent|sending|giv\w+|gave|settle\w*)\b[^,.;!?]*"
    r"|\b(?:despues de|luego de|en cuanto|cuando|una vez que|antes de) (?:les? |te )?(?:pag|mand|dar|dep|cubr|envi)\w*[^,.;!?]*|(?:还|交|付|缴|供|寄|给)(?:完|清|了)?[^,，。;；]{0,8}(?:完|之?后|以后|剩)"
)

# "It will be 260 and not 206": what is meant, beside what is not.
_CONTRASTED = re.compile(
    r"(?<=\x1f)[\s,]*(?:\(|(?:and|but|n|y|pero) )(?:not|no)(?: (?:on|the|for|by|in|el|los|las|para|en|a))* (?=\x1f)",
    re.ASCII,
)


# "300 on Friday, can't say fairer", "no puedo ofrecer más": as far as the offer goes, and no refusal.
_NO_MORE = re.compile(
    r"\b(?:i |we |really |honestly |just |simply )*(?:can'?t|cannot|cant|couldn'?t|won'?t|wont|not able to|unable to) (?:really |possibly )?(?:say|do|go|manage|stretch|offer|give|afford|pay|find|get|push|be) "
    r"(?:you |u |it |to |any |no |much |a |anything |it |that )*(?:more|fairer|better|higher|faster|quicker|further|bigger|above that|over that|beyond that)\b(?! than)"
    r"|\b(?:i |we )?(?:don'?t|dont|do not|ain'?t|haven'?t) (?:really )?(?:have|got) (?:any |no |much )*more\b(?! (?:than|time|days|money (?:until|till)))"
    r"|\b(?:ya )?no (?:les? )?(?:puedo|podemos|tengo|traigo|hay|junte|ajusto|me da|me alcanza|doy|llego) (?:a |para |ofrecer |dar\w* |pagar |subir )*mas\b(?! (?:que|de|tarde|pronto))",
    re.ASCII,
)


# "You can have a few bucks on the 9th, idk exactly": the doubt is how much, and no refusal.
_HOW_MUCH = re.compile(
    r"\b(?:(?:i |we )?(?:idk|don'?t know|dont know|dunno|can'?t (?:really )?(?:say|tell|promise)|couldn'?t (?:really )?(?:say|tell)|haven'?t worked out)|(?:(?:i'?m|im|i am|we'?re) )?(?:not (?:quite |really )?(?:sure|certain)|unsure)|no idea)"
    r"(?: yet| you| for sure| right now)* (?:exactly )?(?:(?:of |about |on )?(?:how much|what amount|(?:the |an )?(?:exact )?(?:amount|figure|sum)|exactly(?=\W*$)|how many))(?: (?:exactly|yet|it'?ll be|it will be|it is|i can|i'?ll have|for sure|tho|though))*",
    re.ASCII,
)


# 一次拿不出来,三次行不: not all of it at once, and no refusal.
_NOT_AT_ONCE = re.compile(
    r"(?:一次(?:过|性)?|一下子?|一口气|一把|一笔|全部|全数|全款|一时)(?:真的?|实在|确实|肯定|系|是|都|也|我){0,3}(?:(?:还|付|给|拿|掏|凑|交|俾|畀|找|缴|攞)(?:不|唔)(?:出来?|起|上|到|清|晒|了|完|掂)|(?:不|唔)够(?:还|付|给|俾|畀)?|没(?:办法|法)?(?:还|付|给|拿)(?:清|完|出)?|冇(?:办法|能力)?(?:还|俾|畀|清)(?:清|晒)?)(?:这么多|那么多|咁多)?"
)


# "I'll give you 300 when I get paid, I ain't sure what day that's gonna be": the doubt is when, and no refusal.
_WHEN = re.compile(
    r"\b(?:(?:i |we )?(?:idk|don'?t know|dont know|dunno|can'?t (?:really )?(?:say|tell)|couldn'?t (?:really )?(?:say|tell))|(?:(?:i'?m|im|i am|i|we'?re) )?(?:not|ain'?t|isn'?t|aint) (?:quite |really |too |100% )?(?:sure|certain)|unsure|no idea)"
    r"(?: yet| you| for sure| right now| exactly)* (?:of |about |on )?(?:(?:what|which) (?:exact )?(?:day|date)|when|the (?:exact )?(?:day|date))"
    r"(?: (?:exactly|yet|though|tho)| (?:(?:that|this|it)(?:'?s| is|'?ll| will) ?)(?: ?(?:gonna|going to|will))?(?: ?be)?(?: on)?)*(?=\W*$|[.,;!])",
    re.ASCII,
)


# "I'll send either 40 or 45, idk yet": the doubt is which of them, and it is told with them.
_ALTERNATIVES = re.compile(
    r"\beither\b|\b(?:i'?ll|ill|i will|gonna) .*\bor\b|\d\S* (?:or |and |but )?(?:maybe|mayb|possibly|perhaps) [$£€]?\d",
    re.ASCII,
)
_WHICH_ONE = re.compile(
    r" (?:but )?(?:idk|i don'?t know|dunno|not sure)(?: (?:yet|which|which one|rn|exactly))*\W*$"
    r"|(?<=\x1f) (?:or |and |but )?(?:maybe|mayb|possibly|perhaps) (?=\x1f)",
    re.ASCII,
)

# "I will give maybe around 150 to 200": the doubt is how much.
_SO_MUCH = re.compile(
    r"\b(?:i'?ll|ill|i will|i'?m gonna|i'?m going to|i can|we'?ll|we can) [^.;!?]{0,30}?\b(?:maybe|mayb|perhaps|possibly) (?:(?:around|about|like|roughly|somewhere|between|up to|just|only) )*[$£€]? ?\d{2,}(?!\d|[/:]|\.\d|st|nd|rd|th)",
    re.ASCII,
)
_PERHAPS_AS_MUCH = re.compile(
    r"\b(?:maybe|mayb|perhaps|possibly) (?=(?:(?:around|about|like|roughly|somewhere|between|up to|just|only) )*\x1f)",
    re.ASCII,
)

# "It ain't gonna be 220 it's 200", "not sixty I said sixteen": what is not, told before what is.
_NOT_THAT = re.compile(
    r"(?:\bno,? )?\b(?:(?:it|that)(?:'s| is|'ll)? ?)?(?:ain'?t|isn'?t|won'?t|wont|not|wasn'?t)(?: (?:gonna|going to|supposed to))?(?: be)?(?: for| on| the)* "
    r"\x1f+[\s,;.!-]*(?:(?:but|no|it'?s|its|it is|it'?ll be|make it|i (?:said|meant?)|rather|more like|actually|only|just) )+(?:the |on |for )*(?=\x1f)",
    re.ASCII,
)

# A share that is a verb as well: 三天内还清欠你们的.
_SETTLES = re.compile(
    r"还清|结清|付清|缴清|还完|清掉|俾清|畀清|找清|全还|还晒|俾晒|找晒|\b(?:liquid(?:o|are|amos|aremos)|sald(?:are|amos|aremos)|pag(?:o|are|amos|aremos) todo)\b"
)

# Income, other people's money, dues and appointments: figures and days of something else than a payment to us.
_TOLD = re.compile(
    r"\b(?:my|our|the) [a-z]+ (?:was|were|came (?:to|in at)) |\b(?:i|we) (?:only |just )?(?:get|got|receive|make(?! (?:a |the |my |one )?(?:mistake|payment|deposit|transfer))|made|earn|bring home|had|spent|lost|borrowed|signed)\b"
    r"|\b(?:you|u|they|he|she|my (?:boss|job|bank|landlord|ex))(?: guys| people| lot| folks| all)?(?: already| just| have| even)* (?:took|take|pulled|keep|kept|got"
    r"|charge|added|raised|pay|paid|hit)\b(?! my word)|\b(?:took|stole|swiped|snatched|nicked|withdrew|deducted|debited|garnish\w+|docked|levied|seized|overcharged|refunded|bounced|declined|returned)\b|\bwas (?:debited|charged|taken|due|billed)\b"
    r"|\bsold (?!out)(?:[\w']+ ){1,5}?(?:for )?(?:about |like )?[$£€]?[\x1f\d]|\b(?:won|earned|netted|pocketed|scored|spent|blew) (?:about |like |nearly |over )?[$£€]?[\x1f\d]|\bcost (?:me|us) "
    r"|\b(?:rent|mortgage|tuition|insurance|electric|(?<=\w )fine|ticket|bail|court|surgery|flight|deductible|raise|bonus|call"
    r"|letter|notice|buy(?:ing)?|bought|spend(?:ing)?|interest|late fee|fees?|charges?|due)\b"
    r"|\b(?:saque|sacamos|gane|ganamos|vendi|vendimos|cobre|hicimos|hice|me (?:cobro|cobraron|vino|salio|costo|gaste)|se (?:me |nos )?(?:fue|fueron|han ido|van)) (?:(?:[a-z]+ ){0,4}?(?:en|por|de) )?(?:unos |como |casi )?[\x1f\d]"
    r"|\b(?:gano|ganaba|recibo|recibi|me (?:dan|pagan|pagaron|dieron|quitan)|gaste|perdi|renta|alquiler|hipoteca"
    r"|rebot(?:o|aron)|devolvi(?:o|eron)|rechaz(?:o|aron)|regres(?:o|aron)|dicen?|decia|indica|estado de cuenta|corrieron|despidieron|compro|comprar(?:me|le)?|gasto|gastar|colegiatura|multa|cita|juzgado|vence|vencio|interes(?:es)?|recargo|me llego|cobraron|presta(?:ron|do))\b"
    r"|(?:房租|房贷|车贷|学费|医药|手术|罚|利息|违约金|交租|租金|借了|借咗|花了|用咗|亏|赔了|法院|开庭|生日|到期|涨)"
)


# "Half on the 15th once my rent is out of the way": what is behind the offer only says when it is easy.
_OFFERED = re.compile(
    r"\W*(?:(?:and|then|so|ok|okay|well|please|first|just|maybe|say|how about|i'?ll do|i can do|the) )*\x1f+(?:,? (?:(?:on|by|at|in|the|for|come|this|next|of|it|will be|is) )*)\x1f+"
    r",? (?=(?:once|after|when|as soon as|because|bc|cuz|coz|since|as|before|while|so)\b)",
    re.ASCII,
)


def _offer(text: str, masked: str, cues: list[Cues]) -> Stance:
    """An amount and a day to come in one breath are an offer, whatever words stand around them, unless these tell of
    something else."""
    offered = _OFFERED.match(masked)
    told = masked[: offered.end()] if offered else masked
    if (
        NOISE in told
        or _TOLD.search(told)
        or any(
            grammar.unreal.search(text) or grammar.reached.search(text) or grammar.doubts.search(text)
            for grammar in cues
        )
    ):
        return Stance.OTHER
    return Stance.COMMITS


_STRONG_PAST = re.compile(
    r"已|昨|琴日|寻日|噚日|刚|啱|前[天日]|上[个周星礼]|今早|already|yesterday|ayer|pasad"
    r"|(?:还|付|转|打|汇|交|存|缴|给|俾|畀)过[ $¥]?(?:\d+|[一二两三四五六七八九]?[百千万])[^,，。]{0,8}(?:了|咗|啦|喇)\W*$"
)


_UNTIL_PAID = re.compile(
    r"\b(?:and|then|so) (?:then )?(?:it'?s|its|it is|that'?s|we'?re|i'?m|it'?ll be) (?:all )?(?:paid|done|cleared|settled|gone)(?: off| up)?\b|"
    r"\b(?:i'?ll|ill|i will|i can|will|gonna|going to) (?:have|get) (?:it|this|that|everything|the \w+) (?:all )?(?:paid|cleared|settled|sent|done)\b(?: off| up| in full)?|"
    r"\bget (?:it|this|that|you|u|y'?all|everything|the \w+) (?:all )?(?:paid|sent|cleared|settled|transferred)\b|"
    r"\b(?:as soon as|soon as|once|when|after|until) (?:i'?m|i am|we'?re) paid\b|^\W*(?:i'?m |get |getting )?paid (?:on |every )?(?:the )?(?:last|first|\d|this|next|fri|mon|tue|wed|thu)(?=.*\bso\b)|"
    r"\b(?:until|till?|til) (?:all )?(?:paid|cleared|settled)(?: off| up| in full)?\b|"
    r"\b(?:until|till?|til|when|once|after|so) (?:it'?s|its|it is|it gets|everything(?:'s|"
    r" is)?|all(?: of it)?(?: is)?|the \w+ is|i'?m) (?:all )?"
    r"(?:paid|done|cleared|settled)(?: off| up| in full)?\b"
    # 6个月就清了: what will have come of it; 等货款给了我就还.
    r"|^(?!.*(?:已|昨|早就|上[个周星礼]|之前|刚(?!好))).*就(?:可以|能|都|全部?|算|刚好|正好|差不多)*(?:还|付|结|缴|俾|畀)?(?:清|完)(?:了|咗|晒)|等[^,，。]{1,16}?(?:了|咗)[^,，。]{0,3}(?:就|再|才|先)"
    # 信用卡还了这边才还你: what comes first.
    r"|(?:还|付|缴|交|结|清)(?:了|咗|完|清)[^,，。]{0,5}?(?:才|再|先至|就)(?=(?:能|会|可以|有)?(?:[还付给转俾畀]))"
)


# A finished payment of a named amount, 转了500, is past, unless a word of what is to come stands before it.
_DONE = re.compile(
    r"(?:还|付|转|打|汇|交|存|缴|入|俾|畀|过|给|找)(?:了|咗|过|过咗|过了)(?:数|款|你|账)?[ $¥]{0,2}(?:\d{2}|[一二两三四五六七八九十]?[百千万十])"
)
_TO_COME = re.compile(r"就|再|会|先|明|后[天日]|听[日晚朝]|下[个周星礼月]|等|到时|之?后|才")


# 到时俾晒3900你: then, and not yet.
_AHEAD = re.compile(r"下个?(?:月|星期|礼拜|周)(?![的份])|到时候?|届时")


def _coming_past(text: str, dated: bool) -> bool:
    """周五就还了 tells of the future: the day is to come, and nothing else speaks of the past."""
    if not HAN.search(text) or _STRONG_PAST.search(text) or not (dated or _AHEAD.search(text)):
        return False
    return not _DONE.search(text) or bool(_TO_COME.search(text))


def _bare(masked: str, cues: list[Cues]) -> bool:
    """Nothing but amounts, days and words that carry them."""
    return NOISE not in masked and not _LETTER_OR_FIGURE.search(_unknown(masked, cues))


def _unknown(masked: str, cues: list[Cues]) -> str:
    """What is left of a clause without amounts, days and the words that carry them."""
    rest = masked.replace(MASK, " ")
    for grammar in cues:
        rest = grammar.filler.sub(" ", rest)
    return rest


def _loose(text: str, masked: str, cues: list[Cues]) -> bool:
    """A word or two more than bare, and none that tells of something else."""
    if NOISE in masked or _TOLD.search(text):
        return False
    if any(grammar.unreal.search(text) or grammar.reached.search(text) for grammar in cues):
        return False
    rest = _unknown(masked, cues).split()
    letters = sum(len(word) for word in rest)
    return letters <= 4 if any(HAN.search(word) for word in rest) else len(rest) <= 2 and letters <= 14
