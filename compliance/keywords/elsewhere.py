"""Whether a stop is of another channel than the one that it was written on: "no more SMS, WhatsApp only"."""

from __future__ import annotations

import re

from compliance.keywords.lexicon import Ways

_SENTENCE_END = re.compile(r"[.!?;\n。！？；…]")
# "By WhatsApp", "on my whatsapp": what ties a plain word to the name behind it.
_BY = re.compile(
    r"(?: (?:me|us|you))?(?: ?(?:by|on|via|through|over|in|to|from|de|por|en|al?))?(?: (?:my|the|mi|el|la))? ?"
)
# What may stand between a channel that is named first and the words that refuse it: SMS唔好再send.
_TOPIC = re.compile(r"(?:就|都|也|亦|嘅|的|上|请|讯息|消息|信息|通知|[,:，：]| )*")
# "... me by email": in Latin letters, up to the next clause.
_NEAR = re.compile(r"(?:(?! (?:no|ni|nor|not|and|y|or|o|so|then) )[ -+\--~])*")


def of_another(text: str, words: tuple[int, int], channel: str | None, ways: Ways) -> bool:
    """Whether the stop at `words` of a folded text names another channel by name, and not this one.

    What may be meant for this one too is a stop here: "don't call or text me", "neither mail nor calls".
    """
    if channel is None:
        return False
    start, end = words
    before, behind = _unwanted(text[max(0, start - 16) : start], ways), _behind(text, end, ways)
    named = _named(_topic(text, start, ways) + text[start:end] + _near(text, end, behind, ways), ways)
    wanted_here = _is_wanted(text[max(0, start - 120) : end + 120], channel, ways)
    if channel in named or not named:
        # On WhatsApp "no more texts, WhatsApp is fine" is of SMS; "no more texts" alone is of what comes here.
        return channel != "sms" and wanted_here and not named
    said = before + text[start:end] + behind
    if wanted_here:
        return True
    return (
        len(_named(said, ways)) == 1 and not ways.everything.search(said) and not _speaks_plainly(said, ways)
    )


def _named(said: str, ways: Ways) -> set[str]:
    return {name for name, pattern in ways.named.items() if pattern.search(said)}


def _topic(text: str, start: int, ways: Ways) -> str:
    """The channel that is named right before the words, if one is."""
    before = text[max(0, start - 16) : start]
    for pattern in ways.named.values():
        for found in pattern.finditer(before):
            if _TOPIC.fullmatch(before, found.end()):
                return found[0] + " "
    return ""


def _near(text: str, end: int, behind: str, ways: Ways) -> str:
    """What belongs to the words themselves: "... me by email", 别给我发|微信; behind a blank Chinese begins anew."""
    latin = _NEAR.match(behind)
    if text[end - 1].isspace():
        return latin[0] if latin else ""
    found = next((found[0] for pattern in ways.named.values() if (found := pattern.match(behind))), "")
    return f"{found} {latin[0] if latin else ''}"


def _behind(text: str, end: int, ways: Ways) -> str:
    """What follows in the same sentence, up to what is wanted instead."""
    stop = _SENTENCE_END.search(text, end, end + 80)
    behind = text[end : stop.start() if stop else end + 80]
    instead = ways.instead.search(behind)
    cuts = [instead.start()] if instead else []
    return behind[: min(cuts + [place for place, _ in _fine(behind, ways)], default=len(behind))]


def _unwanted(before: str, ways: Ways) -> str:
    """What stands before, without what is wanted: 短信可以 微信别发."""
    return before[max((end for _, end in _fine(before, ways)), default=0) :]


def _fine(said: str, ways: Ways) -> list[tuple[int, int]]:
    """Where a channel or a word for messages stands that is wanted: "WhatsApp is fine"."""
    return [
        found.span()
        for pattern in (*ways.named.values(), ways.plain)
        for found in pattern.finditer(said)
        if ways.fine.match(said[found.end() :].lstrip())
    ]


def _speaks_plainly(said: str, ways: Ways) -> bool:
    """Whether a word for any messages stands there that does not belong to the name of a channel."""
    names = [found.span() for pattern in ways.named.values() for found in pattern.finditer(said)]
    for found in ways.plain.finditer(said):
        tied = any(
            _BY.fullmatch(said, found.end(), start)
            or (end <= found.start() and not said[end : found.start()].strip())
            for start, end in names
        )
        if not tied:
            return True
    return False


def _is_wanted(text: str, channel: str, ways: Ways) -> bool:
    """Whether the channel is asked for by name: "use WhatsApp", 微信就行."""
    pattern = ways.named.get(channel)
    if pattern is None:
        return False
    for found in pattern.finditer(text):
        before, behind = text[max(0, found.start() - 24) : found.start()], text[found.end() :].lstrip()
        last = [one.end() for one in ways.instead.finditer(before)]
        if ways.fine.match(behind) or (last and _BY.fullmatch(before, last[-1])):
            return True
    return False
