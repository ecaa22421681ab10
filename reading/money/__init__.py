"""Money that a text names: figures and shares, in the order of the text."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.money import bare, en, es, less, notes, zh
from reading.money.context import either_point, in_scale_of, in_the_same_scale, without_bare_verbs
from reading.money.sums import MoneyRule, Named, Share, Sum
from reading.spans import Found, scan
from reading.text import HAN, MASK

__all__ = ["Named", "Share", "Sum", "find_money"]

_GRAMMARS: dict[str, tuple[MoneyRule, ...]] = {
    "en": (*less.ENGLISH, *notes.ENGLISH, *en.RULES, *es.RULES, *bare.RULES),
    "es": (*less.SPANISH, *notes.SPANISH, *notes.ENGLISH, *es.RULES, *en.RULES, *bare.RULES),
    "zh": (*less.CHINESE, *zh.RULES, *notes.ENGLISH, *en.RULES, *bare.RULES),
    "zh-only": (*less.CHINESE, *zh.RULES),
}
_LATIN_WORD = re.compile(r"[a-z]{2}|[$€£]")
_OR = re.compile(
    r"\s*,? ?(?:or|o|u|/|-|to|a|或者?|还是|定系?|到|至|~|,?也?有?可能(?:是|系)?)(?: maybe| even| quizas?| tal vez| a lo mejor| hasta| capaz(?: que)?)*\s*|(?:[ -]?ish\b)?\s*,? ?(?:maybe|might be|possibly|perhaps|(?:a lo )?mejor|tal vez|quizas?)(?: even| hasta| like)? "
)
_CURRENCY = r"(?:pesos|dolares|dollars|euros|usd|mxn|eur|dlls|dls)"
_EITHER_UNIT = re.compile(
    rf"\s*,?(?: ?(?:en|in|ya sea en|either|sean?))?(?: {_CURRENCY})?,? (?:o|or|u) (?:en |in |de )?{_CURRENCY}\b"
)
# "Maybe 300, maybe 350": what one hesitates between.
_MAYBE = re.compile(r"\b(?:maybe|perhaps|either|quizas?|tal vez|a lo mejor) ?$")
_OR_ONLY = re.compile(
    r"(?:得唔得|行不行|好不好|好唔好|可唔可以|可不可以|[行好](?:吗|嘛)|吧|呢|啊|呀)?\s*,? ?(?:or|o|u|if not|si no(?: es)?|或者?|还是|定系|定(?! )|要么)(?: maybe| even| quiza| just| the| la| el)*\s*"
)
_BETWEEN = re.compile(r"(?:between|entre)\s*$")
# What stands between a sum in words and the same in figures.
_AGAIN = re.compile(r"[ ,(:;/=-]*(?:o sea|es decir|digo|that'?s|that is|i mean)?[ ,($]*")
_AND = re.compile(r"\s*(?:and|n|&|y)\s*")
_AROUND = re.compile(
    r"(?:\b(?:around|about|'?bout|abt|approx\.?|approximately|roughly|close to|nearly|almost|(?:something|somethin|maybe|somewhere|more) like"
    r"|in the (?:neighbou?rhood|ballpark|region|range|vicinity|area)(?: of)?|somewhere near|algo (?:asi )?como(?: de| unos)?|algo asi|casi|alrededor de|cerca de|mas o menos|tipo|(?<!send )(?<!sending )(?<!ping )(?<!bring )(?<!wire )(?<!transfer )(?<!hand )(?<!pop )(?<!shoot )(?<!bung )(?<!move )(?<!put )(?<!pay )(?<!drop )over|under|just over"
    r"|(?<!no )(?<!not )more than|less than|poquito (?:mas|menos) de|(?:rondando|tirando a|arriba de|debajo de|por encima de|por debajo de|(?<!no )mas de|upwards of|north of)(?: los| las| unos)?)|~) ?$"
)
_OR_SO = re.compile(
    r" ?(?:[ -]?ish\b|or so\b|or thereabouts|or something\b|(?:o|u) (?:algo asi|por ahi|asi)\b|or somewhere (?:around|near) there|or (?:more|less)\b|(?:maybe|possibly|hopefully|perhaps) (?:more|less)\b|(?:and|or) up(?:wards)?\b|(?:pa(?:ra)?|hacia) arriba\b|en adelante\b|give or take|depend(?:s|ing) on\b|if not more\b|dependiendo|segun\b|and (?:some )?change\b|and some\b|plus\b(?! \d)|mas (?:lo que|las? propinas?|un poco|algo)\b|more or"
    r" less|mas o menos(?! (?:por|para) )|左右"
    r"|\+(?! ?[$\d])| something\b|(?:块钱?|元|蚊)?(?:吧|啦|啊)?[,， ]*(?:大概|可能|估计|也许|差不多|说不定)(?:吧|啦|这样)?(?=$|[,，。]))"
)


def find_money(text: str, language: str, *, point: bool = False) -> tuple[list[Found[Named]], str]:
    """Every sum and share named in folded `text`, and the text with these masked.

    With `point` a decimal point is usual where the borrower is, so that 1.500 may be one and a half.
    """
    found, left = scan(text, _GRAMMARS[_grammar(text, language)], None)
    found = in_the_same_scale(without_bare_verbs(found, text), text)
    if point:
        found = [either_point(item, text) for item in found]
    return _joined([_hedged(item, text) for item in found], text), left


def _grammar(text: str, language: str) -> str:
    if HAN.search(text) or language.startswith("zh"):
        return "zh" if _LATIN_WORD.search(text) else "zh-only"
    return "es" if language == "es" else "en"


def _hedged(item: Found[Named], text: str) -> Found[Named]:
    """Take certainty from "about 200" and "200ish"."""
    value = item.value
    if (
        _EITHER_UNIT.match(text[item.end : item.end + 40])
        or _AROUND.search(text[max(0, item.start - 32) : item.start])
        or _OR_SO.match(text[item.end : item.end + 18])
    ):
        return Found(item.start, item.end, replace(value, certain=False))
    return item


def _joined(found: list[Found[Named]], text: str) -> list[Found[Named]]:
    """One item for "100 or 150", "100-150", "between 100 and 150"."""
    joined: list[Found[Named]] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is not None and MASK in text[last.end : item.start]:
            joined.append(item)  # "500 on Friday or 1000 on the 30th": each with its day.
            continue
        if last is not None and (
            (_OR_ONLY.fullmatch(text[last.end : item.start]) and _alternative(last.value, item.value))
            or (_UP_TO.fullmatch(text, last.end, item.start) and _shares_between(last.value, item.value))
        ):
            figures = {
                f for value in (last.value, item.value) if isinstance(value, Sum) for f in value.figures
            }
            joined[-1] = Found(last.start, item.end, Sum(tuple(sorted(figures)), certain=False))
            continue
        if last is not None and isinstance(last.value, Sum) and isinstance(item.value, Sum):
            gap = text[last.end : item.start]
            if _AGAIN.fullmatch(gap) and _said_twice(last, item, text):
                continue
            between = _BETWEEN.search(text[max(0, last.start - 10) : last.start])
            if _OR.fullmatch(gap) or (between and _AND.fullmatch(gap)):
                hesitates = _MAYBE.search(text[max(0, last.start - 12) : last.start])
                start = last.start - len(hesitates[0]) if hesitates else last.start
                joined[-1] = Found(
                    start,
                    item.end,
                    _either(in_scale_of(last.value, item.value, text[item.start : item.end]), item.value),
                )
                continue
        joined.append(item)
    return joined


_UP_TO = re.compile(r"(?:到|至|~|-|、|,)?")


def _shares_between(first: Named, second: Named) -> bool:
    """三成到五成, 三成四成: of shares that are told in a row none is certain."""
    shares = (first, second)
    return all(isinstance(share, Share) and share.of is not None and share.of < 1 for share in shares)


_FIGURES = re.compile(r"\D")


def _said_twice(first: Found[Named], second: Found[Named], text: str) -> bool:
    """ "200 pesos, doscientos", "100 lucas, 100.000", "100 (one hundred)": one sum, once in words and once in figures."""
    alike = isinstance(first.value, Sum) and isinstance(second.value, Sum)
    same = alike and first.value.figures == second.value.figures  # type: ignore[union-attr]
    figures = [_FIGURES.sub("", text[one.start : one.end]) for one in (first, second)]
    return same and figures[0] != figures[1]


def _alternative(first: Named, second: Named) -> bool:
    """ "Half or all of it", "the minimum or 50": two that cannot both be meant."""
    return first != second and (isinstance(first, Share) or isinstance(second, Share))


def _either(first: Sum, second: Sum) -> Sum:
    figures = tuple(sorted({*first.figures, *second.figures}))
    return Sum(figures, first.unit or second.unit, certain=False)
