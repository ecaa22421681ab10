"""What stands in the fields of WeChat's templates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from channels.base import Rejected
from channels.wechat.fields import fitted
from core.messages import Blank
from core.money import Money


def money(amount: str, currency: str) -> Blank:
    return Blank("as the language writes it", amount=Money(Decimal(amount), currency))


@pytest.mark.parametrize(
    ("name", "blank", "written"),
    [
        ("amount2", money("1515.2", "CNY"), "1515.20元"),
        ("amount2", money("1515.2", "USD"), "$1515.20"),
        ("amount10", money("1515", "JPY"), "1515"),
        ("date3", Blank("5月22日周五", on=date(2026, 5, 22)), "2026年5月22日"),
        ("time4", Blank("5月22日周五", on=date(2026, 5, 22)), "2026年5月22日"),
        ("thing1", Blank("王芳"), "王芳"),
        (
            "thing1",
            Blank("一二三四五六七八九十一二三四五六七八九十多"),
            "一二三四五六七八九十一二三四五六七八九…",
        ),
        ("name1", Blank("一二三四五六七八九十多"), "一二三四五六七八九…"),
        ("name1", Blank("Rosa María Díaz Gil"), "Rosa María Díaz Gil"),
        ("thing1", Blank("王\n芳"), "王 芳"),
        ("phone_number5", Blank("+1 (800) 555-0142"), "+1-800-555-0142"),
        ("character_string6", Blank("4711"), "4711"),
        ("keyword1", Blank("什么都行"), "什么都行"),
    ],
)
def test_a_field_holds_what_wechat_takes(name: str, blank: Blank, written: str) -> None:
    assert fitted(name, blank) == written


@pytest.mark.parametrize(
    ("name", "shown"),
    [("thing1", " "), ("character_string2", "x" * 33), ("phone_number3", "+1 800 555 0142 ext 123456")],
)
def test_what_would_say_something_else_when_cut_is_not_sent(name: str, shown: str) -> None:
    with pytest.raises(Rejected):
        fitted(name, Blank(shown))
