"""Yes and no: what else stands in the message beside them."""

from __future__ import annotations

import pytest

from actions import answers


@pytest.mark.parametrize(
    "text",
    [
        "y si no completo los 600 me cobran mas o q 😬",
        "y otra cosa, por las mañanas no me escribáis",
        "si no me alcanza que pasa",
        "si me pueden esperar unas semanas",
        "si mi hermano me paga",
        "si el banco deja",
        "si con tarjeta o no",
    ],
)
def test_and_and_if_in_spanish_are_no_yes(text: str) -> None:
    assert not answers.begins_yes(text)


@pytest.mark.parametrize(
    "text",
    [
        "si con tarjeta",
        "si señor",
        "si, no hay problema",
        "si me parece bien",
        "si el viernes",
        "y, by card",
        "y by card",
        "si así está bien",
    ],
)
def test_a_yes_without_its_accent_is_a_yes(text: str) -> None:
    assert answers.begins_yes(text)


@pytest.mark.parametrize("text", ["yes\nhello??", "sí\nhola?", "好的\n在吗？", "hello\nok"])
def test_a_call_beside_a_yes_takes_nothing_from_it(text: str) -> None:
    assert answers.yes(text)


@pytest.mark.parametrize("text", ["hello??", "yes\nbut not friday", "在吗"])
def test_a_call_alone_is_no_yes(text: str) -> None:
    assert not answers.yes(text)


@pytest.mark.parametrize("text", ["bank transfer. yes", "por transferencia, sí", "转账，好的"])
def test_a_yes_may_come_last(text: str) -> None:
    assert answers.ends_yes(text)


@pytest.mark.parametrize("text", ["is that ok?", "card, not yes", "yes", "friday but by card, ok"])
def test_what_asks_or_takes_back_ends_with_no_yes(text: str) -> None:
    assert not answers.ends_yes(text)


@pytest.mark.parametrize("text", ["就是欠你们的都给上", "都给上", "全部交清", "欠嘅全俾晒"])
def test_all_that_is_owed_is_all_of_it(text: str) -> None:
    assert answers.whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "sii",
        "siiii",
        "yesss",
        "okeyyy",
        "vaaale",
        "kk",
        "对对对",
        "好好好 就这样",
        "q siiii",
        "ya te dije que sí",
    ],
)
def test_a_yes_may_be_drawn_out(text: str) -> None:
    assert answers.yes(text)


@pytest.mark.parametrize("text", ["see", "valle", "free", "yy otra cosa"])
def test_other_words_with_a_letter_twice_are_no_yes(text: str) -> None:
    assert not answers.yes(text)


@pytest.mark.parametrize(
    "text",
    [
        "sii eso es, 250 el lunes",
        "así es, 250 el lunes",
        "de acuerdo, el lunes",
        "that's right, 250 monday",
        "sounds good. 50 friday",
    ],
)
def test_a_yes_of_several_words_comes_first(text: str) -> None:
    assert answers.begins_yes(text)
