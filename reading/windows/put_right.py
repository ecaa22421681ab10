"""Times that are taken back midway: "call at 9, no wait, 10", "a las 12:30, digo de 12 a 1". Only what is said instead is left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from reading.windows import clock_en, clock_es
from reading.windows.marks import Mark, in_order
from reading.windows.named_days import WEEKLY, weekly
from reading.windows.stretches import Clock, hours_in
from reading.words import slips

# Words before the one that takes it back: "oh shoot no, hold on".
_OH = r"(?:(?:oh|ah|ay|uy|no|um+|uh+|er+|hmm*|wait|shoot|crap|dang|damn|shit|ugh|lol|ok|okay|but|and|or|actually|sorry|pero|bueno|y|o|well|perdon),? ){0,3}"
_AWAY: dict[str, tuple[str, str, str]] = {
    # Something may stand before what is said instead; it follows at once; it stands between two times.
    "en": (
        rf"{slips.EN}|(?<!can't )(?<!cant )(?<!to )(?<!can )(?<!please )(?<!pls )(?<!must )wait(?! (?:till?|til|until|for|to|on|a|before|and)\b)|never ?mind(?: that)?|i (?:messed|mixed|screwed) (?:that|it)? ?up|typo|correction|oops\w*|whoops\w*|that'?s (?:wrong|not right)|got that wrong|i'?m wrong|no i'?m lying",
        rf"(?:so )?(?:sorry|apologies|oops|actually|my bad)[,.;]* (?:no,? )?(?:it'?s|its|that'?s|thats)(?: actually| really| from)*(?= \d)|(?:let'?s |better |just )*(?:{slips.EN_ANEW})(?: to (?:say|put|type))?|edit|(?:that )?should (?:be|say|read)|(?:let me )?change (?:that|it) to|(?:let'?s )?call it|more like",
        r"(?:so )?sorry|apologies|actually|nope|nah|well|no no|oh no|no actually|ope|(?<=,) no(?:,|(?= \d{1,2}(?![\d$%]| ?(?:-|to|till?|until|calls|texts|times|days))))|(?<=\d )no(?= \d{1,2}(?::\d\d)?(?![\d:$%]| ?(?:-|to|till?|until|calls|texts|times|days)))|(?<=\.) no\b|scuse me|excuse me",
    ),
    "es": (
        rf"(?:esper(?:a|e|ate|ame|eme|en|ense)|aguant(?:a|e|en|ame|eme)|pera(?:te)?|perese|permitame)(?! (?:a|hasta|que|al|un mensaje)\b)|{slips.ES}|olvid\w+ lo|ups",
        rf"(?:perd\w+|disculp\w+|ay no|uy no)[,.;]* (?:no,? )?(?:que )?(?:es|son|era|seria)(?= (?:de|a|entre|las?) )|(?<!les )(?<!le )(?<!te )(?<!lo )(?<!os )digo|{slips.ES_ANEW}|dejem\w+ en|pongam\w+|que sean?(?= (?:a )?las? )|vull dir|quero dicir",
        r"perd\w+|disculp\w+|bueno(?:,? (?:mejor|no))?|(?:no|o),? mejor|(?:ay|uy|ah|no),? no|o no(?=, (?:mejor |a las? |tipo )?\d)|sorry|nel|en realidad|(?<=,) no(?:,|(?= (?:a )?las? \d{1,2}\b(?! (?:a|y|hasta))))|(?<=\.) no\b",
    ),
}


@dataclass(frozen=True)
class _Tongue:
    loose: re.Pattern[str]
    words: re.Pattern[str]
    between: re.Pattern[str]
    clock: tuple[Clock, ...]
    language: str


def _tongue(language: str, clock: tuple[Clock, ...]) -> _Tongue:
    loose, close, weak = _AWAY[language]
    return _Tongue(
        re.compile(rf"(?:{loose})$", re.ASCII),
        re.compile(rf"(?<!\w){_OH}(?:{loose}|{close}|{weak})(?!\w)|(?<![\w*])\*(?=\w)", re.ASCII),
        re.compile(rf"(?:{weak}|\*)$", re.ASCII),
        clock,
        language,
    )


_TONGUES = (_tongue("en", clock_en.HOURS), _tongue("es", clock_es.HOURS))

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)"
_FACE = rf"{_NUMBER}(?:[:.][0-5]\d)?(?: ?[ap]\.?m\b)?(?: de la (?:manana|tarde|noche))?"
# An hour alone takes the place of the one before: "after 2, actually make it 3".
_BARE = re.compile(
    rf"[\s,.;:!-]*(?:(?:at|like|around|about|say|to|las?|a las?|de las?|es|sea|more like) )*(?P<face>{_FACE})(?![\w:/%]|[.,]\d| ?(?:-|to|till?|until|thru|and|n|a|al|y|hasta|o|or) ?(?:las? )?\d| (?:days?|dias|bucks|dollars|pesos|euros|times|veces|weeks?|semanas))",
    re.ASCII,
)
_FACE_BEFORE = re.compile(rf"\b{_FACE}(?=[\s,.;:!*-]*$)", re.ASCII)
# What was refused or told of oneself before is no time taken back: "mondays are bad, make it tuesdays".
_JUDGED = re.compile(
    r"\b(?:bad|no|not|never|isn'?t|aren'?t|don'?t|dont|can'?t|cant|won'?t|busy|(?:i|we) work\w*|working|class\w*|nada|nunca|ni|mal|trabaj\w+|ocupad\w+|imposible)\b"
)
_GOES_ON = re.compile(
    r"[\s,]*(?:i'?m|im|i|we|my|is (?:bad|no|not|out)|are (?:bad|no|not|out)|don'?t|dont|never|not?|estoy|trabajo|tengo|no|ni|curro)\b"
)
_FAR, _MOST = 80, 6
_BESIDE = re.compile(r"[\s,.;:!?()*-]*")
_LEADS_ON = re.compile(
    r"[\s,.;:!?()*-]*(?:(?:so|say|then|like|call|text|ring|try|me|better|best|is|on|at|the|el|la|los|las|en|a|por|mejor|pues|que|sea|ya|entonces|de|just|please|pls|more|make it) )*"
)
_LISTED = re.compile(r"[\s,]*(?:(?:and|or|&|n|y|o|u|on|at|the|el|los|en|a|por|to|of|in|any|every)\s+)*")


def put_right(text: str) -> str:
    """Folded `text` without the times that were taken back, its length kept but for an hour put in the place of another."""
    for tongue in _TONGUES:
        for _ in range(4):
            right = _once(text, tongue)
            if right == text:
                break
            text = right
    return text


def _once(text: str, tongue: _Tongue) -> str:
    for found in islice(tongue.words.finditer(text), _MOST):
        start, end = max(0, found.start() - 2 * _FAR), found.end() + 2 * _FAR
        near = text[start:end]
        said = tongue.words.search(near, found.start() - start)
        right = said and (_hour_for_hour(near, said) or _times_for_times(near, said, tongue))
        if right:
            return text[:start] + right + text[end:]
    return text


def _hour_for_hour(text: str, said: re.Match[str]) -> str | None:
    before, bare = _FACE_BEFORE.search(text, 0, said.start()), _BARE.match(text, said.end())
    if not (before and bare):
        return None
    return text[: before.start()] + bare["face"] + text[bare.end() :]


def _times_for_times(text: str, said: re.Match[str], tongue: _Tongue) -> str | None:
    hours, left = hours_in(text, tongue.clock)
    days = weekly(left, WEEKLY[tongue.language])[0]
    times = [one for one in in_order((*hours, *days)) if one.end <= said.start() or said.end() <= one.start]
    before, after = (
        [one for one in times if one.end <= said.start()],
        [one for one in times if one.start >= said.end()],
    )
    if not (before and after) or after[0].start - said.end() > _FAR:
        return None
    loose, weak = tongue.loose.search(said[0]), tongue.between.search(said[0])
    lead = _LEADS_ON.fullmatch(text, said.end(), after[0].start)
    beside = _BESIDE.fullmatch(text, before[-1].end, said.start())
    instead = _run(after, text)
    if loose:
        instead = [one for one in after if one.start - said.end() <= _FAR]
    judged = _JUDGED.search(text, before[-1].end, said.start())
    if (not loose and not lead) or (weak and not (beside and lead)) or (judged and not beside):
        return None
    if not loose and _GOES_ON.match(text, instead[-1].end):
        return None
    back = [one for one in before if one.start >= said.start() - _FAR]
    taken = [
        mark
        for kind in {one.kind for one in instead}
        for mark in _run([one for one in reversed(back) if one.kind is kind], text)
    ]
    if not taken:
        return None
    for one in taken:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    start, mark = (before[-1].end, " ") if beside else (said.start(), ",")
    return text[:start] + mark + " " * (said.end() - start - 1) + text[said.end() :]


def _run(times: list[Mark], text: str) -> list[Mark]:
    """The first of the times and those that stand in one list with it, in the order given."""
    run = times[:1]
    for one in times[1:]:
        first, last = sorted((run[-1], one), key=lambda mark: mark.start)
        if not _LISTED.fullmatch(text, first.end, last.start):
            break
        run.append(one)
    return run
