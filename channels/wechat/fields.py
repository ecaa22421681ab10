"""What the fields of WeChat's templates may hold, by the kind that their names begin with (thing1, amount2 ...).

Source: WeChat, 发送订阅通知, 参数值内容限制说明; the same holds for templates of a category (类目模板消息).
"""

from __future__ import annotations

import re

from channels.base import Rejected
from core.messages import Blank
from core.money import Money

# Characters at most.
_LONGEST = {
    "thing": 20,
    "short_thing": 5,
    "phrase": 5,
    "name": 20,
    "character_string": 32,
    "letter": 32,
    "number": 32,
    "phone_number": 17,
    "const": 20,
}
_CHINESE_NAME = 10
_SYMBOLS = {"CNY": "¥", "USD": "$", "HKD": "HK$", "TWD": "NT$", "SGD": "S$", "EUR": "€", "GBP": "£"}
_HAN = re.compile(r"[\u3400-\u9fff]")


def fitted(name: str, blank: Blank) -> str:
    """What stands in the field `name`; raises `Rejected` where nothing that WeChat takes can be made of it.

    Long texts are cut; a cut amount, number or address would say something else.
    """
    kind = re.sub(r"\d+$", "", name)
    shown = " ".join(blank.shown.split())
    if blank.amount is not None and kind == "amount":
        return _amount(blank.amount)
    if blank.on is not None and kind in ("date", "time"):
        return f"{blank.on.year}年{blank.on.month}月{blank.on.day}日"
    if kind == "phone_number":
        shown = re.sub(r"[^\d+-]", "", shown.replace(" ", "-"))
    longest = _LONGEST.get(kind, len(shown))
    if kind == "name" and _HAN.search(shown):
        longest = _CHINESE_NAME
    if not shown or (
        len(shown) > longest and kind in ("character_string", "letter", "number", "phone_number")
    ):
        raise Rejected("A field of the template cannot hold what belongs there.", code="blank")
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def _amount(amount: Money) -> str:
    """One currency sign and up to ten digits, without separators; yuan end in 元."""
    digits = format(amount.rounded().amount, "f")
    if amount.currency == "CNY":
        return f"{digits}元"
    return f"{_SYMBOLS.get(amount.currency, '')}{digits}"
