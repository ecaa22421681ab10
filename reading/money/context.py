"""What the money around a sum says of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reading.money.figures import figure
from reading.money.sums import ALL, REST, Named, Sum
from reading.spans import Found

_VERB = re.compile(r"(?:(?:will|'?ll|can|gonna) )?(?:clear|settle|pay off)", re.ASCII)
# 俾晒剩低嘅: all of the rest.
_ALL_OF = re.compile(r"(?:[还俾畀找付给结]|一次)[晒清埋完]")

# "Liquido lo demás".
_VERBO = re.compile(r"(?:liquid|sald)\w+", re.ASCII)


def without_bare_verbs(found: list[Found[Named]], text: str) -> list[Found[Named]]:
    """ "Clear a third of it": what is cleared stands behind the verb, which means no more then."""
    kept = []
    for number, item in enumerate(found):
        after = found[number + 1].start if number + 1 < len(found) else None
        if (
            item.value == ALL
            and after is not None
            and after - item.end <= 1
            and (
                _VERB.fullmatch(text[item.start : item.end].strip())
                or (found[number + 1].value == REST and _ALL_OF.fullmatch(text[item.start : item.end]))
                or (found[number + 1].value == REST and _VERBO.fullmatch(text[item.start : item.end]))
            )
        ):
            continue
        kept.append(item)
    return kept


_SCALED = re.compile(
    r"\W*(?P<count>\d{1,3}(?:[.,]\d)?|un|dos|tres) ?(?:k|mil|grand|thousand|lucas?|luquitas|palos?|gambas?|hundred)",
    re.ASCII,
)
_PLAIN = re.compile(r"\d{1,3}", re.ASCII)
# "Doscientas lucas ... doscientas", "cien mil ... otras cien".
_IN_WORDS = re.compile(r"[a-z0-9] (lucas?|luquitas|mil|palos?|millon|millones)$", re.ASCII)
_SCALES = {
    "mil": Decimal(1000),
    "luca": Decimal(1000),
    "lucas": Decimal(1000),
    "luquitas": Decimal(1000),
} | dict.fromkeys(("palo", "palos", "millon", "millones"), Decimal(1_000_000))
_HUNDREDS = re.compile(
    r"(?:otr[oa]s )?(?:cien|(?:dos|tres|cuatro|seis|sete|ocho|nove)cient[oa]s|quinient[oa]s)(?: (?:y )?[a-z]+)?",
    re.ASCII,
)


def in_the_same_scale(found: list[Found[Named]], text: str) -> list[Found[Named]]:
    """ "50 lucas on Tuesday, 50 on Friday": the second figure is of the kind that was just named."""
    scale, count = Decimal(1), Decimal(0)
    scaled = []
    for item in found:
        said = text[item.start : item.end]
        value = item.value
        if isinstance(value, Sum) and len(value.figures) == 1:
            named = _SCALED.fullmatch(said)
            if named:
                count = figure(named["count"]) if named["count"][0].isdigit() else Decimal(1)
                scale = value.figures[0] / count if count else Decimal(1)
            elif in_words := _IN_WORDS.search(said):
                scale = _SCALES[in_words[1]]
                count = value.figures[0] / scale
            elif (
                scale > 1
                and value.unit is None
                and (_PLAIN.fullmatch(said.strip()) or _HUNDREDS.fullmatch(said.strip()))
                and count / 5 <= value.figures[0] <= count * 5
            ):
                item = replace(item, value=replace(value, figures=(value.figures[0] * scale,)))
        scaled.append(item)
    return scaled


# "20 o 25 lucas", "10 or 15k", "2 o 3 cientos".
_SCALE_BEHIND = re.compile(
    r"[\d.,]+ ?(?:(?P<hundred>hundred|hundo|hunnid|cientos)|(?P<thousand>k|mil|grand|thousand|lucas|luquitas)|(?P<lakh>lakhs?|lacs?)|(?P<million>palos|millones|million))\b",
    re.ASCII,
)
_SCALE = {"hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 1_000_000}


def in_scale_of(first: Sum, second: Sum, said: str) -> Sum:
    """`first` in the scale in which `second` is `said`, where that comes to less: "10 or 15k"."""
    scaled = _SCALE_BEHIND.search(said)
    scale = _SCALE[scaled.lastgroup or ""] if scaled else 1
    if scale == 1 or len(first.figures) != 1 or len(second.figures) != 1:
        return first
    (low,) = first.figures
    return replace(first, figures=(low * scale,)) if low < second.figures[0] / scale else first


_DOTTED = re.compile(r"(?<![\d.,])(\d{1,2})\.(\d{3})(?![\d.,])", re.ASCII)


_COMMAED = re.compile(r"(?<![\d.,])(\d{1,3}),(\d{2})(?![\d.,])", re.ASCII)


def either_point(item: Found[Named], text: str) -> Found[Named]:
    """1.500 where points are decimal: fifteen hundred or one and a half; 1,50: one and a half or 150."""
    value = item.value
    dotted = _DOTTED.search(text[item.start : item.end])
    if not isinstance(value, Sum) or len(value.figures) != 1:
        return item
    commaed = _COMMAED.search(text[item.start : item.end])
    if commaed and value.unit != "EUR" and value.figures[0] == Decimal(f"{commaed[1]}.{commaed[2]}"):
        return replace(
            item,
            value=replace(value, figures=(*value.figures, Decimal(commaed[1] + commaed[2])), certain=False),
        )
    if dotted is None:
        return item
    small = Decimal(f"{dotted[1]}.{dotted[2]}").quantize(Decimal("0.01"))
    if value.figures[0] != Decimal(dotted[1] + dotted[2]):
        return item
    return replace(item, value=replace(value, figures=(small, value.figures[0]), certain=False))
