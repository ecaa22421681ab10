"""The things found in a text less what was taken back: "200, I mean 250", "not Friday, Saturday"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.days import Days
from reading.money import Share, Sum
from reading.repeats import Every, Times
from reading.words import slips


@dataclass(frozen=True)
class Item:
    """An amount, share, day or repeat and where it stands."""

    start: int
    end: int
    value: Days | Sum | Share | Every | Times


_CORRECTS = re.compile(
    rf"\b(?:{slips.EN}|{slips.ES}|{slips.EN_ANEW}|{slips.ES_ANEW}|no wait|(?<!to )(?<!can )(?<!must )(?<!will )(?<!gotta )wait(?! (?:til|till|until|for|on)\b)|no,? (?:hang|hold)|sorry|actually|never ?mind(?: that)?|rather|correction|oops|(?:that|it) should(?:'?ve| have)? (?:be|been|say|said|read)|mistakes?|typo|i was wrong|wrong number|perdon|perdona|disculp\w+|(?<!\bla )(?<!\blo )(?<!\ble )(?<!\bte )(?<!\bles )digo|mejor|que sean?|que fueran?"
    r"|sino|siempre no|(?:bueno|ay|uy|ah|no),? no|no,? (?:esper\w+|aguant\w+|mejor)|esper(?:a|ate|ame|eme|en)|o sea no|olvid\w+|borr[ae]\w*)\b"
    rf"|(?:{slips.ZH}|(?<![\u4e00-\u9fff])不[,， ]|不[,，]|不不|哦不|唔系|呸|不是|应(?:该[是系]|为)|算了|唔系|改[成为做]|还是改)|\*"
)
# "38 then. 38.50 actually": the word that takes it back stands behind what is said instead.
_CORRECTED = re.compile(
    r",? (?:actually|sorry|rather|i mean|i meant|instead|my bad|oops|i think|better|perdon|mejor|digo|mas bien)(?: (?:is better|sorry|lol|better))?\s*(?=$|[.!;])"
)
# "They were 500, let it be 350": what was said of a payment before, and the words that bring it up to date.
_WAS = re.compile(
    r"\b(?:i said|i told (?:you|u)|(?:it|that|they) (?:was|were)|was going to be|dije|dicho|decia|puse|escribi|prometi(?:do)?|ofreci(?:do)?|eran?|iban? a ser|habiamos quedado(?: en)?|comente)(?: que| de| el| la| los| las| en| como| for| like| the)* $"
)
_NOW = re.compile(
    r"\b(?:pero|mejor|sino|que (?:sean?|fueran|siempre)|quise decir|quiero decir|digo|siempre (?:no|van|seran|son)|en realidad|va a ser|van a ser|seran?|son|es|pongale|ponle|dejalo|cambi\w+|but|make it|it'?ll be|will be|let'?s|instead)\b"
)
_MOVES = re.compile(
    r"\b(?:move|push|change|reschedul\w+|postpone|switch|bump|instead|mover|cambi\w+|pasar"
    r"|pasen|recorr\w+|reprogram\w+|en (?:vez|lugar))\b|改|挪|推|延"
)
_NOT_BUT = re.compile(
    r"\b(?:not|(?:ain'?t|isn'?t|won'?t|wont|wasn'?t|not)(?: (?:gonna|going to|supposed to))?(?: be)?)[ $£€]+$|(?:[(,]|\by) ?no (?:los |de )?\$?$|\b(?:instead of|rather than|en (?:vez|lugar) de|no (?:son|eran|es|era|fueron|seran|van a ser)(?: de)?)(?: the| los| las)? ?$"
    r"|(?:(?:唔好|唔使|慢)(?:再)?[话讲]|(?:别|不要|不用|甭|莫)(?:再)?[说提讲]|不是|唔系|并非)(?:什么|乜嘢?)?$"
)
_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|never ?mind|forget(?: about)?|scrap|ignore|bin|not|en (?:vez|lugar) del?)(?: on| the| el)*(?: dia)? ?$"
)
_MOVED_FROM = re.compile(r"(?:\b(?:from|instead of|not|del?|en (?:vez|lugar) del?)(?: the| el)?|从|由) ?$")


# "I said 3000, it's 300 for Wednesday": what was said first does not hold.
_SAID = re.compile(
    r"\b(?:(?:i|we) (?:(?:had|did|know i|just|originally|first) )?(?:said|wrote|typed|put|say|(?:tell|told) (?:you|u|y'?all)|promised?|offered?|agreed(?: to)?)|(?:i|we) (?:was|were) (?:gonna|going to|supposed to|meant to|planning (?:on|to))(?: \w+)?|(?:(?:i|we) (?:(?:had|just|already) )?)?told (?:you|u|y'?all|them|him|her|(?:your|ur|the|that) [a-z]+(?: on the phone)?))(?: (?:it|that|was|it'?d|i'?d|be|do|pay|for|on|the|like|would|will))* ?$"
    r"|\b(?:les?|te|os|yo|antes)(?: (?:les?|te|os|habia))? (?:dije|dicho|escribi|puse|prometi|comente)(?: (?:que|de|eran?|los?|el|como))* ?\$?$"
)
_IN_FACT = re.compile(
    r"\b(?:its|it'?s|it is|but|no|make|in error|by mistake|correct|right (?:amount|figure|date|day)|now|actually|meant|mistake|sorry|wrong|instead|really|more like|should be|should(?:'?ve| have) been|has to be|gotta be)\b"
)


def without_corrected(items: list[Item], text: str) -> list[Item]:
    """Drop what was taken back: "200, I mean 250"."""
    kept: list[Item] = []
    put_right = False
    dropped: Item | None = None
    for number, item in enumerate(items):
        if dropped is not None and dropped is items[number - 1] and _of_the_dropped(dropped, items[number:]):
            continue
        replaced = any(kind(other) == kind(item) for other in items[number + 1 :])
        before = text[max(0, item.start - 18) : item.start]
        if (
            kind(item) != "repeat"
            and (_INSTEAD if kind(item) == "day" else _NOT_BUT).search(before)
            and any(kind(other) == kind(item) for other in [*kept, *items[number + 1 :]])
        ):
            dropped = item
            continue
        if replaced and kind(item) == "day" and _MOVED_FROM.search(before) and _MOVES.search(text):
            continue
        if _brought_up_to_date(item, items[number + 1 :], text):
            dropped = item
            continue
        if kind(item) != "repeat" and _SAID.search(text[max(0, item.start - 40) : item.start]):
            later = next((other for other in items[number + 1 :] if kind(other) == kind(item)), None)
            if later is not None and (
                later.value == item.value or _IN_FACT.search(text[item.end : later.start])
            ):
                dropped = item
                continue
        if kept and (_CORRECTS.search(text[kept[-1].end : item.start]) or _CORRECTED.match(text, item.end)):
            anew = [kind(other) for other in items[number:]]
            for gone in {"money", "day"} if _payments_anew(anew) else {kind(item)}:
                same = [n for n, old in enumerate(kept) if kind(old) == gone]
                if same:
                    del kept[same[-1]]
                    put_right = True
        kept.append(item)
    return _told_once(kept, text) if put_right else kept


def _payments_anew(kinds: list[str]) -> bool:
    """Whether sums and days take turns, so that one whole payment after another is told."""
    half = len(kinds) // 2
    return half > 0 and kinds in (["money", "day"] * half, ["day", "money"] * half)


def _of_the_dropped(dropped: Item, left: list[Item]) -> bool:
    """ "Instead of 500 Friday, 250 Friday and 250 Monday": the day of what is not paid, before payments that have theirs."""
    first, *others = left
    return {kind(dropped), kind(first)} == {"money", "day"} and _payments_anew([kind(one) for one in others])


# "80 Saturday, I mean 60. 60 Saturday": the same again, and nothing but a mark or a word between.
_AGAIN = re.compile(r"[\s.,;:!-]*(?:(?:si|ok|okay|entonces|o sea|so|yes|yeah|that'?s|es decir)[\s,]+)*")


def _told_once(items: list[Item], text: str) -> list[Item]:
    """What was put right and is then told again, once: the sum, and the day that it was told for."""
    left: list[Item] = []
    again = False
    for item in items:
        last = left[-1] if left else None
        if last is not None and kind(item) == kind(last) == "money" and item.value == last.value:
            if _AGAIN.fullmatch(text, last.end, item.start):
                again = True
                continue
        if again and kind(item) == "day" and any(item.value == other.value for other in left):
            continue
        left.append(item)
    return left


def _brought_up_to_date(item: Item, following: list[Item], text: str) -> bool:
    """ "I said 80 but make it 60": told of before, and told anew."""
    anew = next((other for other in following if kind(other) == kind(item)), None)
    return (
        anew is not None
        and bool(_WAS.search(text[max(0, item.start - 40) : item.start]))
        and bool(_NOW.search(text[item.end : anew.start]))
    )


def kind(item: Item) -> str:
    """Whether it is a `day`, a `repeat` or `money`."""
    return (
        "day"
        if isinstance(item.value, Days)
        else "repeat"
        if isinstance(item.value, Every | Times)
        else "money"
    )
