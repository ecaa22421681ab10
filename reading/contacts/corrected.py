"""Numbers of phones that are corrected while they are given: "718 555 0164... no sorry 0146", 打錯 尾四個係4576 (folded text)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from reading.words import slips


@dataclass(frozen=True)
class Number:
    """Figures that belong together, all that corrects them included. `phone` is set when they are a whole number;
    `doubted` says that it was taken back, or that nobody can tell which of two is meant."""

    start: int
    end: int
    written: str
    phone: str | None
    doubted: bool = False

    @property
    def digits(self) -> str:
        """The figures alone."""
        return re.sub(r"\D", "", self.written)


# Of one run that is no number as a whole: "0146. 718-555-0146", "917 555 0188 / 917 555 0189", a number on a line of its own.
_PARTS = re.compile(r"(?:(?!\. |\.\.|\n| / | - )[^\n])+")
_SENTENCE = re.compile(r"\d\. \d|\n")
MARKS = r"[\s,.;:!?()*。；：！？、~'\"-]"
WRONG = (
    rf"(?:\b(?:{slips.EN}|{slips.ES}|{slips.EN_ANEW}|{slips.ES_ANEW}|sorry|ups+|soz|sry|sor|nope|nah|no|wait|mean|o+ps|whoo?ps|woops|typo"
    r"|my fault|mistake|actually|rather|correction|corrected|should(?:'?ve| have)? (?:be|been|say|read)|supposed to be|wrong|messed up|mixed up|misspoke|mistyped|pardon|excuse me"
    r"|fat fingers?|fat fingered|oh|perdon|perdone|perdona|disculp[ae]|espere?|esperate|digo|me equivocado|correccion"
    r"|rectificacion|error|lo (?:escribi|puse|dije) mal|esta mal|debe(?:ria)? (?:de )?ser|seria)\b"
    rf"|\*|>|→|{slips.ZH}|(?:key|给)错|错(?:了|咗)|修正|订正|抱歉|不好意思|对不起|唔好意思|应该(?:是|系|为)?|应(?:是|系|为)|(?<=[\s\S])才(?:是|系|对|啱)|等等|等一?下|等阵|慢着|且慢|我是说|我的?意思是|(?:啊|哦|噢|喔|呃|嗯|额|哎呀?|诶|欸|咦)不(?:是|对)?|(?:不是|唔系|弗是|毋是)(?=[,，。、啦喇啊呀哦喔吧嘞唉哎欸诶噢]|\s*(?:[是系尾末]|最后|后))|(?:不是|唔系){{2,}}|不{{2,}})"
)
_TAIL = (
    r"(?:\b(?:(?:the |that )?last (?:part|bit|one|(?:four|4|three|3|two|2)?(?: (?:digits?|numbers?|figures?|ones?))?)|end(?:s|ing)?(?: (?:in|with|is|on))?|at the end|tail(?: end)?|finish(?:es|ing)?(?: (?:in|with))?"
    r"|termina(?:d[oa]|cion)?(?: (?:en|con|es))?|acaba(?:d[oa])?(?: (?:en|con))?|al final|el final|final|(?:l[oa]s )?ultim[oa]s? (?:(?:cuatro|4|tres|3|dos|2) ?)?(?:numeros|digitos|cifras)?)\b"
    r"|(?:最后|末尾?|尾数?|后)(?:面)?(?:[一两二三四\d]\s?)?(?:位数?|个字?|码|字|号)?|尾号)"
)
FILLS = (
    r"(?:\b(?:it'?s|its|it|is|are|that'?s|thats|that|this|the|was|be|s|n|so|and|but|my|it'?ll be|er+|um+|uh+|erm|eh|ah|aiya|lah|leh|meh|ay+|ya|yes|yeah|yep|hey|hmm+|lol|haha|one|number|number'?s|digits?|again|right one|correct one|one is|let me(?: check| see| look)?|lemme(?: check| see)?|yes|dear|love|pet|duck|mate|hun|babe|sir|miss|ma'?am|luv|bro|man|fam|guys|senor\w*|joven|oiga|jefe|licenciad[oa]|gosh|god|ugh|dammit|damn"
    r"|es|son|el|la|los|era|al|ay|u+y+|huy|ah|ups+|mire|a ver|caray|chin|hijole|joer|vaya|bueno|pues|este|oiga|que|en|numero|ahora si|si|lo|jaja|de)\b|[是系为啊哦噢喔呃呀欸诶哎唉唷啦了咗的嘅嘞呢哈吧我它个号位码数字那这重新再][咗]?|号码|电话|手机)"
)
_NOT = r"(?:\bnot\b|\bno (?:es|era)(?: el)?\b|不是|唔系|毋是|弗是|勿是|不系)"
_CORRECTS = re.compile(rf"(?=.*?{WRONG})(?:{MARKS}|{WRONG}|{_TAIL}|{FILLS})++", re.ASCII | re.DOTALL)
_REPEATS = re.compile(rf"(?:{MARKS}|{_TAIL}|{FILLS})++", re.ASCII)
# "You have 917 555 0142 on file, should be 917 555 0241".
_SHOULD = re.compile(
    r"\b(?:should(?:'?ve| have)? (?:be|been|read)|supposed to be|debe(?:ria)? (?:de )?ser)[ :]*$|应该?(?:是|系|为)[ :]*$",
    re.ASCII,
)
_ENDS_SO = re.compile(_TAIL, re.ASCII)
_DENIES = re.compile(rf"{MARKS}*(?:\band )?{_NOT}(?:{MARKS}|{_TAIL}|\b(?:the|el|la)\b|[那个])*+", re.ASCII)
_IS = re.compile(
    rf"(?:{MARKS}|\b(?:it'?s|its|but|is|es|sino(?: el)?|rather)\b|[是系]|而是|应该?(?:是|系))*", re.ASCII
)
# "55 1234 8765, no 55 1234 8756": "no, that one", or "not that one"?
_EITHER = re.compile(r"[\s,.;]*\bno(?: el| al| la)? ?", re.ASCII)
# "917 555 0188 or 0189".
_OR = re.compile(r"[\s,]*(?:or|o|u|还是|或者?)(?: (?:it'?s|is|maybe|era|es|tal vez))?[\s,]*", re.ASCII)
# 是0912-345 不是,0921-345-678才對
_RIGHT_ONE = re.compile(
    r" ?(?:这个?样?)?(?:才|先)(?:是|系|对|啱|正确)|,? ?(?:is|that'?s) (?:the )?(?:right|correct)"
)
# What follows figures that are money or a time, and no end of a number.
_NO_END = re.compile(
    r" ?(?:块|元|蚊|号|点|月|[ap]m\b|o'?clock|dollars|bucks|quid|pounds|pesos|euros|(?:one(?! of)|on|by|this|next|el|este|(?:tomorrow|today|manana|hoy|mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom)\w*)\b)"
)

# "470 555 0120 sorry 1200 is too much": a sum.
_ENDED = re.compile(
    r"\s*(?:$|[^\s\da-z]|(?:lol|haha|not|no|and|y|that'?s|thats|thanks|thx|ok|pls|please|sorry|gracias|ta|lah|ya|perdon)\b)"
)


def numbers(folded: str, runs: Iterable[re.Match[str]], valid: Callable[[str], str | None]) -> list[Number]:
    """The numbers that these runs of figures are, corrections made; what is no phone stays as it stands."""
    found: list[Number] = []
    for run in runs:
        for each in _apart(run, valid):
            mended = _mended(found[-1], each, folded, valid) if found else None
            found[-1:] = [mended] if mended else [*found[-1:], each]
    return [replace(one, phone=None) if one.doubted else one for one in found]


def _apart(run: re.Match[str], valid: Callable[[str], str | None]) -> list[Number]:
    whole = Number(run.start(), run.end(), run[0], valid(run[0]))
    # "9 not 8. 225 555 0139": no number of Korea.
    if whole.phone and not _SENTENCE.search(run[0]):
        return [whole]
    parts = []
    for part in _PARTS.finditer(run[0]):
        written = part[0].rstrip(" ().-/")
        lead = len(written) - len(written.lstrip(" ).-/"))
        if written:
            begins = run.start() + part.start() + lead
            parts.append(Number(begins, begins + len(written) - lead, written[lead:], valid(written[lead:])))
    if any(part.phone for part in parts):
        return parts
    return [whole] if whole.phone else _side_by_side(whole, valid)


def _side_by_side(whole: Number, valid: Callable[[str], str | None]) -> list[Number]:
    """0912345678 0933345678: two whole numbers, or the figures as they were."""
    for gap in re.finditer("[ /]", whole.written):
        before, behind = whole.written[: gap.start()], whole.written[gap.end() :]
        first, second = valid(before), valid(behind)
        if first and second:
            middle = whole.start + gap.start()
            return [
                Number(whole.start, middle, before, first),
                Number(middle + 1, whole.end, behind, second),
            ]
    return _ends_first(whole, valid)


def _ends_first(whole: Number, valid: Callable[[str], str | None]) -> list[Number]:
    """最后是三七四零九一二五五八三七四: how a number ends, and then all of it."""
    for figures in (2, 3, 4):
        ending, rest = whole.written[:figures], whole.written[figures:].lstrip()
        if rest.endswith(ending) and (phone := valid(rest)):
            return [replace(whole, written=rest, phone=phone)]
    return [whole]


def _mended(before: Number, each: Number, folded: str, valid: Callable[[str], str | None]) -> Number | None:
    """What both are together, when the second corrects the first; None when it does not."""
    between, behind = folded[before.end : each.start], folded[each.end : each.end + 12]
    if len(between) > 60 or len(before.digits) < 3 or _NO_END.match(behind):
        return None
    corrects, denies = _CORRECTS.fullmatch(between) or _SHOULD.search(between), _DENIES.fullmatch(between)
    later = replace(each, start=before.start)
    if each.phone:
        # 旧号...→新号...: one and the other.
        if before.phone and "新" in between:
            return None
        if before.phone and _EITHER.fullmatch(between) and not between.strip().endswith(","):
            return replace(later, doubted=_spanish(folded))
        if each.phone == before.phone and _REPEATS.fullmatch(between):
            return replace(before, end=each.end)
        denied = denies and (not before.phone or _RIGHT_ONE.match(behind))
        return later if corrects or denied or (before.doubted and _IS.fullmatch(between)) else None
    if not before.phone or not 2 <= len(each.digits) < len(before.digits):
        return None
    ends = before.digits.endswith(each.digits)
    if len(each.digits) > 2 and not ends and _OR.fullmatch(between):
        return replace(before, end=each.end, doubted=True)
    kept = replace(before, end=each.end)
    if denies:
        return replace(kept, doubted=ends, written=before.written if not ends else before.digits)
    if ends and _REPEATS.fullmatch(between):
        return kept
    grouped = len(each.digits) == len(re.split(r"\D", before.written)[-1]) or before.doubted
    if not (_ENDS_SO.search(between) or _ENDED.match(behind) or _ENDS_SO.match(behind.lstrip())):
        return None
    if not (corrects or (before.doubted and _IS.fullmatch(between))) or not (
        grouped or _ENDS_SO.search(between)
    ):
        return None
    written = before.written.strip()[: _cut(before.written.strip(), len(each.digits))] + each.digits
    return Number(before.start, each.end, written, valid(written), doubted=valid(written) is None)


def _spanish(folded: str) -> bool:
    return bool(re.search(r"\b(?:el|es|mi|numero|cel|movil|nuevo|al|ya|telefono)\b", folded))


def _cut(written: str, figures: int) -> int:
    """Where the last so many figures begin."""
    places = [place for place, char in enumerate(written) if char.isdigit()]
    return places[-figures]
