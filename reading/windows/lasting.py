"""Hours told by when they begin and how long they last: "lunch is 12:30, 20 min", "a las 4, dura un cuarto de hora"."""

from __future__ import annotations

import re

from reading.windows.hours import minutes

_COUNT = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty five": 25, "thirty": 30, "forty": 40, "forty five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
    "cinco": 5, "diez": 10, "quince": 15, "veinte": 20, "veinticinco": 25, "treinta": 30, "cuarenta": 40, "cuarenta y cinco": 45, "cincuenta": 50, "sesenta": 60, "noventa": 90,
}  # fmt: skip
# Hours and their parts, the longer way of saying first: minutes.
_LONG = {
    r"(?:three quarters of an|(?:unos )?tres cuartos de) (?:hour|hora)": 45,
    r"(?:(?:a )?quarter of an|(?:a )?quarter|(?:un )?cuart(?:o|ito) de) (?:hour|hora)": 15,
    r"(?:an |one |1 |a )?hour and a half|(?:una |1 )?hora y media|1[.,]5 ?(?:hours|hrs|horas)": 90,
    r"(?:two|2|a couple of|couple of) and a half (?:hours|hrs)|(?:dos|2) horas y media": 150,
    r"(?:a )?half[ -](?:an[ -])?(?:hour|hr)|(?:una )?media hor(?:it)?a": 30,
    r"(?:two|2|a couple of|couple of) (?:hours|hrs)|(?:dos|2|un par de) horas?|2 ?hrs?": 120,
    r"(?:three|3|tres) (?:hours|hrs|horas)": 180,
    r"(?:four|4|cuatro) (?:hours|hrs|horas)": 240,
    r"(?:an|one|1|a(?: full| whole| solid)?) (?:hour|hr)|(?:una|1) hor(?:it)?a": 60,
}
_WORDS = "|".join(sorted(_COUNT, key=len, reverse=True)).replace(" ", "[ -]")
_LASTS = rf"(?P<lasts>(?:(?P<n>\d{{1,2}}|{_WORDS}) ?-?(?:min(?:ute|uto|utito)?s?\b|minuets\b|m(?=[),.]|$))|(?:{'|'.join(_LONG)})\b))"
_FACE = (
    r"(?P<h{0}>\d{{1,2}}(?!\d)|noon|midday|mediodia)(?:[:.](?P<m{0}>[0-5]\d))?(?:-?ish\b| ?o'?clock\b| ?h(?:rs)?\b)?"
    r"(?P<p{0}> ?[ap]\.?m\b\.?| (?:in the|de la) (?:morning|afternoon|evening|manana|tarde|noche)| at night)?"
)
_ALONE = r"(?<![\d$£€.,:/-])"
_ABOUT = r"(?:about|around|just|only|roughly|like|maybe|usually|normally|always|a|como|unos|unas|solo|nomas|nada mas|mas o menos|casi|siempre|normalmente|apenas)"
_FOR = rf"(?:for|lasts?|lasting|runs|goes(?: on)?|takes|is|it'?s|its|i get|i have|i'?ve got|we get|they give (?:me|us)|gives me|dura(?:ndo)?|durante|por|es de|es|son|tengo|tenemos|me dan|nos dan|de|y|and|it|that|which|but|que|pero|{_ABOUT})"
# What is told by its distance from something else: "at 5, ten minutes before my shift".
_APART = r"(?! (?:before|after|later|ago|early|late|earlier|from|away|drive|walk|notice|warning|past|to (?:get|drive|walk|go|travel)|antes|despues|tarde|mas tarde|de camino|a pie|andando|of (?:driving|walking|travel)|each way|caminando|para llegar|until|till)\b)"
_AFTER_IT = re.compile(
    rf"\b(?:(?:starts?|starting|begins?|kicks off|empieza|comienza|arranca|at|de|desde|a|como a|sobre|tipo) )*(?:las? )?{_ALONE}{_FACE.format(1)}(?:,| -|;)? ?\(?(?:{_FOR} )*{_LASTS}{_APART}(?: ?\))?(?: (?:only|max|tops|nada mas|nomas|solo))?",
    re.ASCII,
)
_BEFORE_IT = re.compile(
    rf"\b{_LASTS}{_APART}(?:,? (?!a\b|at\b)(?:it|and|y|que|starts?|starting|begins?|break|lunch|window|gap|tea|off|only|free|rest|de (?:descanso|comida|lunch|break|receso|almuerzo|recreo)|libres?|nada mas|empiezan?|comienzan?))*(?:,? (?:at|from|around|a|desde|sobre|como a|a partir de)) (?:las? )?(?!\d+ (?:to|past)\b){_FACE.format(1)}(?! ?(?:-|to|till?|until|y|a|hasta) ?(?:las? )?\d)"
    rf"(?:,? (?:and|&|y)(?: (?:again|then|another|another one|otra vez|otros?|otras?|de nuevo|luego|tambien))* (?:at|a) (?:las? )?{_FACE.format(2)}(?! ?(?:-|to|till?|until|y|a|hasta) ?(?:las? )?\d))?",
    re.ASCII,
)
_SPANISH = re.compile(r"hor|minuto|medi[ao]|cuart|quince|veint|dura|\blas? ")


def lasting(text: str) -> str:
    """Folded `text` with such hours told from when to when. Its length may change."""
    return _BEFORE_IT.sub(_as_span, _AFTER_IT.sub(_as_span, text))


def _as_span(match: re.Match[str]) -> str:
    lasts = _length(match)
    spans = [_span(match, which, lasts) for which in "12" if match.groupdict().get(f"h{which}")]
    if lasts < 5 or not all(spans):
        return match[0]
    if _SPANISH.search(match[0]):
        return " y ".join(f"de {first} a {last}" for first, last in filter(None, spans))
    return " and ".join(f"{first} to {last}" for first, last in filter(None, spans))


def _length(match: re.Match[str]) -> int:
    count = match["n"]
    if count:
        return int(count) if count.isdigit() else _COUNT[count.replace("-", " ")]
    return next(long for said, long in _LONG.items() if re.fullmatch(said, match["lasts"], re.ASCII))


def _span(match: re.Match[str], which: str, lasts: int) -> tuple[str, str] | None:
    """From when to when: by 24 hours where the half of the day was said, else as it was said."""
    hour, past, said = match[f"h{which}"], match[f"m{which}"], match[f"p{which}"]
    start = minutes(hour if hour.isdigit() else "12", past, None)
    if start is None:
        return None
    if said:
        late = not re.search(r"^ ?a\.?m|morning|manana", said)
        start = start % 720 + 720 * late
    if said or start >= 780 or hour.startswith("0"):
        end = (start + lasts) % 1440
        return f"{start // 60:02d}:{start % 60:02d}", f"{end // 60:02d}:{end % 60:02d}"
    return tuple(f"{(at // 60 - 1) % 12 + 1}:{at % 60:02d}" for at in (start, start + lasts))  # type: ignore[return-value]
