"""Who says that they are the person we look for: "yes this is him", soy yo, 我是本人, or by their own name."""

from __future__ import annotations

import re
import unicodedata

from actions import answers
from actions.situation import Situation

_THEM = re.compile(
    r"我(?:就)?(?:是|係|系)(?:账户|帳戶)?本人|本人(?:没错|沒錯|冇錯|无误|無誤|在此)|^(?:是|係|对|對)?的?[，, ]?(?:我(?:就)?是|係|我係)?本人"
    r"|\b(?:this is me|it'?s me|(?:i am|this is) (?:he|she|him|her)|soy yo|sí soy)\b(?!\s+(?!speaking|here|yes|yo\b|and\b|but\b|why\b|what\b|who\b)\w)",
    re.IGNORECASE,
)
_RELATED = r"(?!\s*(?:jr|sr|junior|senior|hij[oa]|['’]s|的|他|她|嘅|个|個|[爸妈媽父母老太哥弟姐姊妹儿兒女子孙孫同朋前室邻鄰丈妻]))"


def is_them(s: Situation) -> bool:
    """Whether whoever writes says that they are the person we look for; what proves it is asked all the same."""
    if _THEM.search(s.text):
        return True
    name, text = _plain(s.borrower_name or ""), _plain(s.text)
    if not name:
        return False
    if s.language.startswith("zh"):
        names = {name, name[-2:]}
    else:
        names = {name, *(part for part in name.split() if len(part) > 2)}
        if said := answers.bare(text).split():
            if set(said) <= set(name.split()) and any(len(part) > 2 for part in said):
                return True  # the name alone, or a part of it
    said_so = r"(?:我(?:就)?(?:是|係|系|叫)|(?<!\bno )\b(?:i'?m|i am|soy|this is|(?:le |te |les )?(?:habla|escribe))\s)\s*{0}(?![a-z])"
    return any(re.search(said_so.format(re.escape(one)) + _RELATED, text) for one in names)


def _plain(text: str) -> str:
    """The text in lower case and without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
