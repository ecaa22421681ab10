"""Plain yes and no, and a choice out of a list: answers that need no model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

YES = frozenset(
    """yes y yep yeah yea ya yup ok okay k sure correct right confirm confirmed agreed fine deal
    si sí claro vale dale correcto exacto confirmo bueno okey sip simón
    是 是的 对 对的 好 好的 行 可以 没错 嗯 嗯嗯 确认 同意 没问题 對 對的 沒錯 確認 沒問題 係 係呀 好呀 得 冇錯""".split()
)
NO = frozenset(
    """no n nope nah wrong incorrect negative
    nel tampoco negativo
    不 不是 不对 不行 不用 不要 没有 否 錯 不對 唔係 唔好 唔啱 唔得""".split()
)
_ORDINALS = {
    **dict.fromkeys(
        ("1", "first", "the first", "1st", "第一", "第一个", "第一個", "primero", "el primero"), 0
    ),
    **dict.fromkeys(
        ("2", "second", "the second", "2nd", "第二", "第二个", "第二個", "segundo", "el segundo"), 1
    ),
    **dict.fromkeys(
        ("3", "third", "the third", "3rd", "第三", "第三个", "第三個", "tercero", "el tercero"), 2
    ),
}


def bare(text: str) -> str:
    """The text in lower case, without punctuation, emoji and surplus spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", folded)).strip()


def yes(text: str) -> bool:
    """Whether the whole text is a plain yes."""
    words = bare(text)
    return words in YES or (bool(words) and all(word in YES for word in words.split()))


def no(text: str) -> bool:
    """Whether the whole text is a plain no."""
    words = bare(text)
    return words in NO or (bool(words) and all(word in NO for word in words.split()))


def chosen(text: str, options: Sequence[str]) -> str | None:
    """The option that the text names by its place in the list, if any."""
    place = _ORDINALS.get(bare(text))
    return options[place] if place is not None and place < len(options) else None
