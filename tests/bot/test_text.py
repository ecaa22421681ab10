"""Texts made plain and comparable, whatever a phone sends."""

from __future__ import annotations

import random

import pytest

from bot.understanding.text import comparable, plain, simplified, tokens, without_accents


def test_mixed_scripts_are_cut_where_their_readers_would_and_offsets_kept():
    text = "下周五還$50, can't pay más"
    found = tokens(text)
    assert [token.text for token in found] == ["下", "周", "五", "還", "$", "50", ",", "can't", "pay", "más"]
    assert all(text[token.start : token.end] == token.text for token in found)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ＳＴＯＰ", "stop"),
        ("Noooooooo  way", "nooo way"),
        ("I’m\u200b here", "i'm here"),
        ("a\x00b\ud800c", "a b?c"),
        ("  \n ", ""),
    ],
)
def test_plain(written, read):
    assert plain(written) == read


@pytest.mark.parametrize(
    ("written", "read"), [("簡訊不要再傳", "短信不要再传"), ("發財", "发财"), ("no puedo", "no puedo")]
)
def test_chinese_is_read_in_simplified_characters_and_mainland_words(written, read):
    assert simplified(written) == read


def test_accents_are_optional_but_other_letters_stay():
    assert without_accents("está mañana 还款 ü") == "esta manana 还款 u"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("S-T-O-P!!", "stop"),
        ("s t o p", "stop"),
        ("不想 活 了。。", "不想活了"),
        ("Don't. Stop", "dont ; stop"),
        ("stoooop", "stop"),
        ("$1000", "1000"),
        ("¿Está mal?", "esta mal"),
        ("🛑", ""),
    ],
)
def test_comparable(written, read):
    assert comparable(written) == read


def test_any_unicode_is_read():
    draw = random.Random(5)
    for _ in range(300):
        text = "".join(chr(draw.randrange(0x110000)) for _ in range(draw.randrange(60)))
        assert isinstance(comparable(text), str)
        assert isinstance(plain(text), str)
