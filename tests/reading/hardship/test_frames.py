"""Each sign of a frame, in a language with blanks between its words and in one without."""

from __future__ import annotations

import re

import pytest

from core.errors import Invalid
from reading.hardship.frames import Frames, vocabulary


def hears(line: str, text: str, *, spaced: bool = True, **words: str) -> bool:
    """Whether the frame `line` is found in `text`, as whole words where blanks part them."""
    told = Frames(spaced, vocabulary(words, spaced=spaced)).expression(line)
    return bool(re.search(rf"(?<!\w){told}(?!\w)" if spaced else told, text, re.ASCII))


@pytest.mark.parametrize(
    ("line", "heard", "unheard"),
    [
        ("flood | fire", "a fire", "a firearm"),
        ("lost (my|the) job", "lost the job", "lost a job"),
        ("lost [my|the] job", "lost job", "lost our job"),
        ("mom['s] sick", "moms sick", "mom sicker"),
        ("is [so|very]~2 ill", "is so very ill", "is so very so ill"),
        ("lost ~2 job", "lost my second job", "lost, my job"),
        ("have {figure} dollars", "have 12.50 dollars", "have some dollars"),
        ("no work{end}", "no work, sorry", "no work phone"),
        ("jobs? gone", "job gone", "jobss gone"),
        ("!(car|phone) died", "he died", "the phone died"),
        ("broke !(my|the)", "broke again", "broke my arm"),
        ("^not a cent$", "not a cent!", "not a cent more"),
        ("hospital*", "hospitalized", "in-hospitable"),
        ("don't have it", "dont have it", "do have it"),
        ("part-time", "part time", "party time"),
    ],
)
def test_a_sign_between_blanks(line: str, heard: str, unheard: str) -> None:
    assert (hears(line, heard), hears(line, unheard)) == (True, False)


@pytest.mark.parametrize(
    ("line", "heard", "unheard"),
    [
        ("没[有]钱", "没有钱", "没啥钱"),
        ("店~3关", "店下个月关", "店。下月关"),
        ("{figure}家平台", "十几家平台", "一个平台"),
        ("冇工{end}", "冇工 点算", "冇工具"),
        ("!(我的|自己) 公司倒闭", "公司倒闭", "我的公司倒闭"),
        ("撞 !(见)", "撞了", "撞见"),
        ("^病$", "病。", "病毒"),
    ],
)
def test_a_sign_in_chinese(line: str, heard: str, unheard: str) -> None:
    assert (hears(line, heard, spaced=False), hears(line, unheard, spaced=False)) == (True, False)


def test_a_named_list_may_use_those_above_it() -> None:
    assert hears("{kin} left", "stepmom left", mom="mom|mum", kin="step{mom}|dad")


@pytest.mark.parametrize("line", ["lost [my job", "lost my] job", "{kin} left"])
def test_a_frame_that_is_wrong_is_refused(line: str) -> None:
    with pytest.raises(Invalid):
        Frames(True, {}).expression(line)
