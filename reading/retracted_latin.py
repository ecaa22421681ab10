"""What English and Spanish say first and take back: "the 19th, hmm no, the 20th is better", "el lunes, no el lunes no que es
mañana, el martes".

The words that take it back are blanked together with it, so that what is said anew stands alone in its clause.
"""

from __future__ import annotations

import re

from reading.corrections import Item, kind
from reading.days import Days
from reading.money import Sum
from reading.money.sums import ALL
from reading.text import HAN
from reading.words import slips

_HM = r"h+m+|u+h*m+|e+r+m*|u+h+|a+h+|o+h+|o+p+s+|w?hoops|e+h+|mm+h*m*|well|like|ay+|uy+|huy|bueno|pues|a ver|o sea|vaya|ups|che|hombre|mujer|mija|chin|ostras|xe|so|but|pero|que|lol|jaja\w*|haha\w*|yeah|yes|si|ok|okay|right|oye|mire?|mira|dear|love|sir|ma'?am|senora|senorita|let me (?:see|think)"
# What takes back by itself, whatever reason follows.
_BACK = re.compile(
    r"\b(?:(?:oh|ah|ay|uy|ups|hm+|well|bueno|actually|wait|sorry|pues|esper\w+|o sea|que) no+\b(?! (?:mas|more|menos|less|later|earlier|hay|problem\w*|pued[oe]|me|te|le|se|lo|la|tengo|quiero|one|way|idea|clue))"
    r"|no+[\s,.:…-]+(?:wait|actually|hang on|hold (?:on|up)|sorry|scratch|scrap|forget it|thinking|come to|now i|espera\w*|espere\w*|aguanta\w*|perdon\w*|miento|mentira|disculp\w+|que digo|que va|ay|ahora que|hindi|mali|stop)\b"
    rf"|(?:{slips.EN}|{slips.ES}|i lie|wait (?:no|a (?:min\w*|sec\w*|mo\w*)|up|wait|that'?s|thats)|now (?:that )?i (?:come to )?think(?: of| about)?(?: it)?"
    r"|no+,? (?:that'?s|thats|that is|ese dia|que (?:es|el|ese|la|los|las|ya|hoy|estoy|trabajo|cae|ahi|eso|justo)|porque ese)|que (?:tont[ao]|brut[ao]|despistad[ao])|hindi pala|ay (?:mali|hindi)|mali (?:pala|yun))\b)"
)
# "Wed no thurs"; in Spanish it is what holds that stands before: "600 no 500".
_BARE_NO = re.compile(r"[\s,.…-]*no *$")
_PAUSED_NO = re.compile(r"[\s,.…-]*(?:\n|\.\.)\s*no *$")
_SPANISH = re.compile(r"(?:el|los|las|este|esta|lun|mar|mier|jue|vie|sab|dom|man)")
# Taken back by what stands before it, as the words behind it say: "forget what I said about the 20th, make it the 27th".
_LET_GO = re.compile(
    r"\b(?:not|forget|scratch|scrap|cancel|won'?t|wont|can'?t|cant|cannot|said about|instead of|no (?:puedo|podre|voy|va|son|eran)|en (?:vez|lugar) de|(?<!, )olvid\w+)\b[^.!?;,]{0,28}$"
)
# "Siempre no es el viernes es el lunes 5".
_IS_NOT = re.compile(r"\b(?:siempre )?no (?:es|era|seria|va a ser)(?: para| el| la)* ?$")
_BUT_IS = re.compile(
    r",? ?(?:sino |que |pero )?(?:es|sera|seria|va a ser)(?: para| el| la)* ?|,? ?sino(?: que)?(?: es)?(?: el)? ?"
)
# "I said 100 but 70 is more realistic": what was said before, and what holds.
_SAID_BEFORE = re.compile(r"\b(?:(?:i|we)(?:'?d| had| have|'?ve)? (?:said|told (?:you|u|yall|y'?all)|promised|put|wrote|typed)|(?:les?|te|os)? ?(?:dije|puse|prometi|habia dicho))(?: (?:that |i'?d |i would |pay |do |send |about |like |unos |que |como |daba )*(?:[$£€]?\d[\d.,]*k? (?:on |for |by |el |para el )?)?)?[$£€]?$")  # fmt: skip
_HOLDS_NOW = re.compile(r",? (?:but|pero|though|however|yet)\b[^.;!?]{0,40}$")
_TOO = re.compile(r" (?:too|also|as well|tambien)\b")
_WILL_BE = re.compile(
    r",? (?:but|pero|though|however) (?:now )?(?:it|that|it'?s|its|i'?ll|i|va|sera|seria|tendra|mejor|lo)\b(?: (?:will|'?ll|has|have|gotta|got|going|gonna|can|could|only|a|que|do|pay|be|ser|mas|paso|muevo|puedo|to))* (?:on |by |el |la |hasta |for )*$"
)
# What takes back only with what is said anew right behind it.
_NO = re.compile(
    r"\b(?:no+(?:pe)?(?=\s*[,.…;!?-]| (?:the|make|on the|sorry|perdon|better|mejor)\b)|nah+|nope?|i meant?|i should say|or rather|rather|make (?:it|that)|correction|typo|perdo?n?|digo|quise decir|queria decir|quiero decir|corrijo|rectifico|mas bien|mejor dicho|(?:i'?d|i had|or) better (?:say|make it|do|call it)|(?:no )?more (?:like|realistically)|realistically|to be (?:safe|realistic|honest)|siendo realistas?|mejor (?:pong\w+|diga\w+|deje\w+)|sorry|hindi|vull dir|quero dicir|erm*|er)(?![\w'])"
)
_FILLS = re.compile(
    rf"\b(?:{_HM}|wait|esper\w+|aguant\w+|sorry|perdon\w*|perdo|disculp\w+|actually|no+|nope?|nah+|i meant?|the|on|by|el|la|los|las|a|al|for|para|pa|to|make|it|that|let'?s|say|do|go|with|more|it'?s|its|that'?s|thats|is|be|mejor|sean?|digamos|pongamos|pong[ao]le|ponle|seria|sera|son|es|better|maybe|perhaps|think|creo|quizas?|igual|tal vez|dia|rather|de|would|i'?ll|i|can|cuenta con|te|doy|le|unos|about|around|up|hasta|i'?m|my|bad|mistake|typo|correction|mas bien|digo|quise|decir|second|thoughts?|dicho|or|you|u|us|your?|next|this|este|esta|ahora|now|later|after|todo|pago|mando|paso|ingreso|transfiero|deposito|abono|send|pay|give)\b|[^\w\s]"
)
# "No el lunes que es mañana": the day that is taken back, by another name.
_ALSO = re.compile(r"\b(?:es|is|that'?s|thats|which is|era|cae|falls on)(?: on| en| el| a)* ?$")
# What begins another payment.
_MORE = re.compile(r"\b(?:and|then|plus|y|luego|despues|also|tambien|another|otr[oa]s?)\b|\+|&")
# "Thursday works. Ah Thursday's the school thing, Friday": named again to say why not.
_IS = re.compile(
    r"(?:'?s|)(?: (?:is|was|has|no|es|cae|tengo|trabajo|libro|cierro|cierran|estoy|no puedo|i'?m|i am|i work|i have|i'?ve got|i got|me viene|wont|won'?t|doesn'?t|isn'?t)\b|(?<='s) )"
)
_NOT_IT = re.compile(
    r"\b(?:scratch|scrap|forget|cancel|ignore|not|never ?mind|nix|no|olvid\w+|quita|nada de|que digo|que va)(?: the| on| el| lo de| del)* ?$"
)
_REACH, _REASON, _WORDS_BEFORE, _A_PLAN, _A_PAIR = 120, 80, 6, 4, 2


def without_retracted_latin(
    text: str, items: tuple[Item, ...], language: str
) -> tuple[str, tuple[Item, ...]]:
    """Folded `text` with what was taken back blanked, its length kept, and the items that still hold."""
    if HAN.search(text):
        return text, items
    gone: list[Item] = []
    for name in ("day", "money", "repeat"):
        alike = [item for item in items if kind(item) == name and _told(item)]
        at = 0
        while at + 1 < len(alike):
            old, anew = alike[at], alike[at + 1]
            back = _taken_back_at(old, anew, text, items, language)
            if back and (_all_anew(items, back) or anew.value == ALL):
                gone += [item for item in items if item.start < back]
                text = _blanked(text, items[0].start, back, [])
                break
            meant = _meant(alike, at, text, back=bool(back))
            if meant is None or _LET_GO.search(text[max(0, old.start - 44) : old.start]):
                at += 1
                continue
            gone += alike[at:meant]
            was = _IS_NOT.search(text, max(0, old.start - 20), old.start)
            text = _blanked(
                text,
                was.start() if was else old.start,
                alike[meant].start,
                [i for i in items if i not in gone],
            )
            at = meant
    if not gone:
        return text, items
    return text, _told_once([item for item in items if item not in gone], text)


def _told(item: Item) -> bool:
    return not isinstance(item.value, Days) or bool(item.value.readings)


def _between(one: Item, other: Item, text: str, items: tuple[Item, ...]) -> str:
    """What stands between two things, without the other things in it; nothing where they are far apart."""
    if other.start - one.end > _REACH:
        return ""
    gap = text[: other.start]
    for item in items:
        if one.end <= item.start < other.start:
            gap = f"{gap[: item.start]}{' ' * (item.end - item.start)}{gap[item.end :]}"
    return gap[one.end : other.start]


def _taken_back_at(old: Item, anew: Item, text: str, items: tuple[Item, ...], language: str) -> int:
    """Where `old` is taken back in favour of `anew`; 0 where it is not."""
    gap = _between(old, anew, text, items)
    back = _BACK.search(gap)
    if back and _of_another(old, anew, old.end + back.end(), text, items):
        return 0
    if back and len(gap[: back.start()].split()) <= _WORDS_BEFORE and not _MORE.search(gap, 0, back.start()):
        return old.end + back.end() if len(gap) - back.end() <= _REASON else 0
    if _IS_NOT.search(text[max(0, old.start - 20) : old.start]) and _BUT_IS.fullmatch(gap):
        return anew.start
    said = _SAID_BEFORE.search(text, max(0, old.start - 40), old.start)
    if (
        said
        and not _TOO.match(text, anew.end)
        and (_HOLDS_NOW if kind(old) == "money" else _WILL_BE).fullmatch(gap)
    ):
        return anew.start
    no = _NO.search(gap)
    if no and not _FILLS.sub(" ", f"{gap[: no.start()]} {gap[no.end() :]}").strip():
        return old.end + no.end()
    spanish = language == "es" or _SPANISH.match(text, anew.start)
    return anew.start if (_PAUSED_NO if spanish else _BARE_NO).fullmatch(gap) else 0


def _of_another(old: Item, anew: Item, back: int, text: str, items: tuple[Item, ...]) -> bool:
    """ "200 on the 2nd, wait no 180, and 200 on the 16th": the sum is taken back, not the day, and then another payment told."""
    first = next((item for item in items if item.start >= back), anew)
    if first is anew or kind(first) == kind(old):
        return False
    goes_on = any(kind(item) == kind(first) for item in items if item.start > first.start)
    return goes_on and bool(_MORE.search(text, first.end, anew.start))


def _all_anew(items: tuple[Item, ...], back: int) -> bool:
    """ "200 the 3rd and 200 the 17th, wait no, 200 the 3rd and 250 the 17th": all of the plan is told anew."""
    before = [item for item in items if item.start < back and kind(item) != "repeat"]
    after = [item for item in items if item.start >= back and kind(item) != "repeat"]
    if len(before) < _A_PLAN or len(after) < _A_PLAN or {kind(one) for one in after} != {"day", "money"}:
        return False
    days = [next((one for one in told if kind(one) == "day"), None) for told in (before, after)]
    return [kind(one) for one in before] == [kind(one) for one in after] or _same(*days)


def _same(one: Item | None, other: Item | None) -> bool:
    if one is None or other is None:
        return False
    if isinstance(one.value, Days) and isinstance(other.value, Days):
        days, named = set(one.value.readings), set(other.value.readings)
        # "Lun 5, ah no, lun no": the day of the month is not told again.
        return days == named or (other.value.cycle == "week" and len(named) == _A_PAIR and days <= named)
    return one.value == other.value


def _meant(alike: list[Item], at: int, text: str, *, back: bool) -> int | None:
    """Which of those that follow is said instead: not the one taken back, named again to say why."""
    old = alike[at]
    for number in range(at + 1, len(alike)):
        item, before = alike[number], text[alike[number - 1].end : alike[number].start]
        if len(before) > (_REASON if number > at + 1 else _REACH) or (
            number > at + 1 and _MORE.search(before)
        ):
            return None
        if number == at + 1 and not back:
            named = _same(item, old) and (_NOT_IT.search(before) or _IS.match(text, item.end))
            if not named or _MORE.search(before):
                return None
        elif not _same(item, old) and not (number > at + 1 and _ALSO.search(before)):
            return number
    return None


def _blanked(text: str, start: int, end: int, left: list[Item]) -> str:
    """`text` without a stretch; other things found in it stay."""
    kept = [" "] * (end - start)
    for item in left:
        if start <= item.start < end:
            kept[item.start - start : item.end - start] = text[item.start : item.end]
    return text[:start] + "".join(kept[: end - start]) + text[end:]


def _told_once(items: list[Item], text: str) -> tuple[Item, ...]:
    """What was put right and is then told again, once: "make it Friday. 120 Friday", "25... 20 or 25"."""
    left: list[Item] = []
    for number, item in enumerate(items):
        said = next((one for one in reversed(left) if kind(one) == kind(item)), None)
        rest = [one for one in items[number:] if kind(one) != "repeat"]
        if said and len(rest) <= 2 and not _MORE.search(text, left[-1].end, item.start):
            if said.value == item.value:
                continue
            if isinstance(said.value, Sum) and isinstance(item.value, Sum):
                if len(item.value.figures) > 1 and set(said.value.figures) <= set(item.value.figures):
                    left.remove(said)
        left.append(item)
    return tuple(left)
