"""Numbers that are not money and not pay dates: masked before either is looked for."""

from __future__ import annotations

import re

from reading.noise import en, es, zh
from reading.sieve import Sieve
from reading.spans import masked
from reading.text import HAN, MASK, NOISE

_HARMLESS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?<![\w.$€£¥])(?:1[0-2]|[1-9])(?::[0-5]\d)? ?(?:-|to|till?|until) ?(?:1[0-2]|[1-9])(?::[0-5]\d)? ?[ap]\.?m\b\.?",
        r"(?<![\w.$€£¥])\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?| ?h(?:rs?)?\b)?",
        r"(?<![\w.$€£¥])\d{1,2}(?: ?[ap]\.?m\b\.?| ?hrs\b)",
        r"(?<!\w)[*x·•]{2,}[ -]?\d{2,}",
        rf"\b(?:between|from|entre|desde|de) (?:las? )?(?:1[0-2]|[1-9]) ?(?:-|to|and|till?|until|a|y|hasta) ?(?:las? )?(?={MASK})",
    )
)
_EVERYWHERE = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"https?://\S+|www\.\S+",
        # Lines that anybody in China may call, and nothing else said.
        r"^\W*(?:100(?:86|10|85|99)|955\d[1-9]|123(?:15|45|78|48|63|06)|96110)\W*$",
        r"#\s?[a-z]{0,4}-?\d[\da-z-]*",
        r"\b24/7\b|\b7[ -]?eleven\b|\b(?:call|dial|called|calling|phoned) 911\b|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b",
        r"\b(?=\w*\d)(?=\w*[a-z])(?!r[ms]?\d|ksh?\d|php\d)(?!(?:usd?|mxn?|eur|gbp|cad|aud|sgd|hkd|inr|q|bs|gs)\d)(?!\d{1,2}x\d)(?!\d+[kw]\d)(?!\d+(?:st|nd|rd|th|k|w|usd|mxn|eur|rmb|dlls?|mil|am|pm|ish"
        r"|hkd|twd|ntd|bucks|pesos|r|d|hrs?|h|pounds|eur|euros|grand|dollars|dls"
        r"|hundred)\b)(?:[a-z]{1,4}\d{3,}|\d+[a-z]+\d+)[\da-z]*\b",
        r"\b(?:account|acct|a/c|iban|sort code|bsb|routing|card)(?: (?:number|no|num|is|was|it'?s))*[ :#.]*\d{2,6}(?:[ -]\d{2,6})+\b(?! (?:on|by|this|next|dollars|bucks)\b)",
        # Runs of figures too long for an amount: accounts, phones, order numbers.
        r"(?<![\d$€£¥])\d{3,4}[ -]\d{3,4}[ -]\d{3,4}(?:[ -]\d{1,4})?(?!\d)"
        r"|(?<![\d$€£¥.])\d{8,}(?!\d)",
    )
)


def _masks(*, chinese: bool) -> Sieve[str]:
    """The patterns of a text with or without Chinese, each with what masks it."""
    harmless = (*_HARMLESS, *(zh.HARMLESS if chinese else ()), *en.HARMLESS, *es.HARMLESS)
    other = (*_EVERYWHERE, *(zh.PATTERNS if chinese else ()), *en.PATTERNS, *es.PATTERNS)
    return Sieve([*((pattern, MASK) for pattern in harmless), *((pattern, NOISE) for pattern in other)])


_MASKS = {chinese: _masks(chinese=chinese) for chinese in (False, True)}


def without_noise(text: str) -> str:
    """Folded `text` with identifiers, clock times, counts, ages and the like masked.

    What may stand beside a bare answer (a time, a card tail) is masked by MASK, all else by NOISE.
    """
    for pattern, mask in _MASKS[bool(HAN.search(text))].left(text):
        text = masked(text, pattern, mask)
    return text
