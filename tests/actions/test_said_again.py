"""What was read back or agreed, said once more in other words: it is a yes or nothing new; what is put right with its reason
is taken; the rest that hangs on something is asked no more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions import another_pays, certainty, parts, said_again
from actions.drafts import Draft
from actions.situation import ConfirmPromises, Dialogue, OnFile, Step
from core.promises import PromiseStatus
from tests.actions.making import after, drafted, effects, keys, promised, situation, talk

LANGUAGES = {"zh-Hans": "CN", "zh-Hant": "HK", "es": "MX", "en": "US"}
ONE = Draft(amount=Decimal("300.00"), on=date(2026, 5, 20), method="card")
FRIDAYS = tuple(promised("100", date(2026, 5, day)) for day in (15, 22, 29))


def read_back(draft: Draft = ONE) -> Dialogue:
    """The draft as it is read back."""
    question = {"key": "promise.read_back", "parameters": {}}
    return after("confirmation", "promise", draft.as_json(), question=question)


def said(text: str, intent: str, language: str, draft: Draft = ONE, **changes: object) -> Step:
    """The step after the text, the draft read back before it."""
    (step,) = talk(
        (text, intent), dialogue=read_back(draft), language=language, country=LANGUAGES[language], **changes
    )
    return step


def standing(text: str, intent: str, language: str, *on_file: OnFile, confidence: float = 0.9) -> Step:
    """The step after the text, these payments agreed before it."""
    (step,) = talk(
        (text, intent),
        language=language,
        country=LANGUAGES[language],
        promises=on_file or FRIDAYS,
        confidence=confidence,
    )
    return step


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("si si, los 3 viernes 100 cada uno", "es"),
        ("eso, 100 el 15, 100 el 22 y 100 el 29", "es"),
        ("yes the three fridays, 100 each", "en"),
        ("like i said 100 on the 15th", "en"),
        ("对，三个星期五每次100", "zh-Hans"),
        ("係呀 三個禮拜五各100", "zh-Hant"),
        ("我说过了 15号100", "zh-Hans"),
    ],
)
def test_what_only_repeats_what_is_agreed_makes_nothing_new(text: str, language: str) -> None:
    step = standing(text, "promise_to_pay", language)

    assert keys(step) == ["balance.your_promise"]
    assert drafted(step) == []


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("禮拜五係15號呀可?驚自己記錯", "promise_to_pay", "zh-Hant"),
        ("so friday is the 15th right? dont wanna mess it up", "crisis", "en"),
        ("el viernes es 15 verdad?", "ask_balance", "es"),
        ("第一笔是15号没记错吧", "out_of_scope", "zh-Hans"),
        ("friday is the 16th right?", "promise_to_pay", "en"),
    ],
)
def test_who_makes_sure_of_a_day_hears_what_is_agreed(text: str, intent: str, language: str) -> None:
    assert keys(standing(text, intent, language, confidence=0.25)) == ["balance.your_promise"]


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("100 on the 16th", "promise_to_pay", "en"),
        ("200 on the 22nd", "promise_to_pay", "en"),
        ("another 100 on the 22nd", "promise_to_pay", "en"),
        ("no puedo los 100 el viernes 15", "cancel_promise", "es"),
        ("15号那笔100改到18号", "cancel_promise", "zh-Hans"),
        ("i cant pay on friday the 15th", "hardship", "en"),
        ("how do i pay the 100 on friday", "pay_now", "en"),
    ],
)
def test_what_says_otherwise_repeats_nothing(text: str, intent: str, language: str) -> None:
    assert keys(standing(text, intent, language)) != ["balance.your_promise"]


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("rest when the warehouse calls me back", "contact_preference", "en"),
        ("lo que falta hasta que levante la cosecha", "hardship", "es"),
        ("淨返嗰啲等花紅出咗先", "out_of_scope", "zh-Hant"),
        ("剩下的等工地结账", "stall", "zh-Hans"),
    ],
)
def test_the_rest_that_hangs_on_something_after_a_promise_is_asked_for_no_more(
    text: str, intent: str, language: str
) -> None:
    assert keys(standing(text, intent, language)) == ["small_talk.anything_else"]


def test_what_was_said_before_is_no_payment_made() -> None:
    step = standing("como ya le dije 100 y 100 y 100", "already_paid", "es", confidence=0.36)
    assert keys(step) == ["balance.your_promise"]


def test_so_much_each_time_is_not_the_one_payment_that_stands() -> None:
    one = situation("300 every friday", "promise_to_pay", promises=(promised("300", date(2026, 5, 15)),))
    assert not said_again.agreed_once_more(one)


def test_what_stands_and_cannot_be_paid_is_asked_anew() -> None:
    step = standing(
        "no voy a poder los 300 el viernes 15", "promise_to_pay", "es", promised("300", date(2026, 5, 15))
    )
    assert keys(step) == ["promise.cancelled_when_then"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("sale pues asi quedamos, miercoles 20 los 300", "es"),
        ("trato hecho jefe, 300 el 20", "es"),
        ("ándele pues, 300 el 20", "es"),
        ("we're good then, 300 on the 20th like we said", "en"),
        ("300 on the 20th, deal", "en"),
        ("那就说好了 20号300", "zh-Hans"),
        ("講好咗 20號300", "zh-Hant"),
        ("就這樣 20號300", "zh-Hant"),
    ],
)
def test_what_is_read_back_is_agreed_to_in_ones_own_words(text: str, language: str) -> None:
    assert effects(said(text, "promise_to_pay", language), ConfirmPromises)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("that's not what we agreed, 300 on the 20th", "en"),
        ("300 on the 20th deal?", "en"),
        ("300 on the 20th like we said but only if they pay me", "en"),
        ("así no quedamos, 300 el 20", "es"),
        ("20号300 可以的吗", "zh-Hans"),
    ],
)
def test_what_asks_or_says_no_is_no_yes(text: str, language: str) -> None:
    assert not effects(said(text, "promise_to_pay", language), ConfirmPromises)


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("yes but only 300!! not 515. because 215 is already send", "already_paid", "en"),
        ("yeah but just the 300, not the 515", "dispute_debt", "en"),
        ("si pero nomas los 300, no los 515", "dispute_debt", "es"),
        ("对 但只有300 不是515", "dispute_debt", "zh-Hans"),
        ("係 但淨係300 唔係515呀", "wrong_party", "zh-Hant"),
    ],
)
def test_a_yes_to_no_more_than_the_sum_on_the_table_is_one(text: str, intent: str, language: str) -> None:
    assert effects(said(text, intent, language, confidence=0.55), ConfirmPromises)


@pytest.mark.parametrize(
    "text",
    ["yes but only 200", "yes but not 300", "yes but only 300 if they pay me", "yes but only 300 maybe"],
)
def test_a_yes_to_another_sum_or_with_a_hook_is_none(text: str) -> None:
    asked = situation(text, "affirm", dialogue=read_back())
    assert certainty.without_others(asked) is asked


def test_what_was_read_back_before_another_matter_is_agreed_to_when_said_whole() -> None:
    pending = OnFile(promised().id, promised().amount, date(2026, 5, 20), "card", PromiseStatus.PENDING)
    kept = {**ONE.as_json(), "said_on": "2026-05-13"}
    contact = Dialogue(asked="contact", about="contact", kept=kept)
    (step,) = talk(
        ("yes correct. 300 on wednesday 20 may by card, and the number is good", "promise_to_pay"),
        dialogue=contact,
        promises=(pending,),
    )
    assert effects(step, ConfirmPromises)


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("哦不对不对 20号是货主结给老板 我要22号才拿得到手", "promise_to_pay", "zh-Hans"),
        ("唔係唔係 20號係老細出糧畀人 我22號先有", "deny", "zh-Hant"),
        ("no wait the 20th is when HE gets paid, i only get it on the 22nd", "deny", "en"),
        ("hold on, make it the 22nd, the 20th is my sons graduation", "deny", "en"),
        ("no no, espereme, el 20 le pagan al patron, a mi me rayan hasta el 22", "deny", "es"),
        ("等下 22号吧 20号我还在外地跑车", "promise_to_pay", "zh-Hans"),
    ],
)
def test_a_day_put_right_with_its_reason_is_taken(text: str, intent: str, language: str) -> None:
    assert drafted(said(text, intent, language)) == [(Decimal("300.00"), date(2026, 5, 22))]


@pytest.mark.parametrize(
    ("text", "again", "language"),
    [("no not the 20th thats wrong", "still 300 tho", "en"), ("不是20号 说错了", "还是300", "zh-Hans")],
)
def test_a_day_that_was_taken_back_does_not_come_again(text: str, again: str, language: str) -> None:
    no, sum_again = talk(
        (text, "deny"),
        (again, "promise_to_pay"),
        dialogue=read_back(),
        language=language,
        country=LANGUAGES[language],
    )
    assert drafted(no) == drafted(sum_again) == []
    assert sum_again.dialogue.asked == "pay_date"


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("阿不對 還要付師傅工錢 兩百好了", "hardship", "zh-Hant"),
        ("等陣 仲要交水電 200啦", "stall", "zh-Hant"),
        ("哎不对 娃儿还要交学费 两百算了", "hardship", "zh-Hans"),
        ("oh no wait i gotta pay the sitter too. 200 then", "hardship", "en"),
        ("actually 200, need gas money for work", "hardship", "en"),
        ("ay no, perdon, tengo que pagar la luz. 200 mejor", "hardship", "es"),
    ],
)
def test_a_sum_put_right_amid_its_reason_is_taken(text: str, intent: str, language: str) -> None:
    step = said(text, intent, language, confidence=0.38)
    assert drafted(step) == [(Decimal("200.00"), date(2026, 5, 20))]


@pytest.mark.parametrize("text", ["不能是16号 改26", "no wait, my kid turns 8", "aw no. 300?"])
def test_a_figure_that_is_a_day_or_counts_puts_no_sum_right(text: str) -> None:
    assert drafted(said(text, "cancel_promise", "zh-Hans" if "号" in text else "en")) != [
        (Decimal("26.00"), date(2026, 5, 20))
    ]


@pytest.mark.parametrize(
    ("text", "left", "language"),
    [
        ("y lo demas ps ya q me caiga otra obra", "", "es"),
        ("100 on friday and the rest once the house sells", "100 on friday", "en"),
        ("剩下的等工地结账", "", "zh-Hans"),
        ("剩低嗰啲等我搵到工先講", "", "zh-Hant"),
        ("the rest when i get paid", "the rest when i get paid", "en"),
        ("the other half the week after", "the other half the week after", "en"),
        ("el resto cuando cobre el 30", "el resto cuando cobre el 30", "es"),
    ],
)
def test_the_rest_that_hangs_on_something_is_set_aside(text: str, left: str, language: str) -> None:
    asked = situation(
        text, "promise_to_pay", language=language, country=LANGUAGES[language], promises=FRIDAYS
    )
    assert parts.without_rest(asked).text == left


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("cuando me caiga otra obra", "es"),
        ("once the next job comes in", "en"),
        ("等工地结账", "zh-Hans"),
        ("搵到工先知", "zh-Hant"),
    ],
)
def test_asked_for_the_rest_what_hangs_on_something_is_not_asked_again(text: str, language: str) -> None:
    first, step = talk(
        ("50 on friday by card", "promise_to_pay"), (text, "stall"), language=language, country="US"
    )
    assert keys(first) == ["promise.small_and_rest"]
    assert drafted(step) == [(Decimal("50.00"), date(2026, 5, 15))]


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("le hago transferencia del cel de mi esposa, si se puede asi verda?", "pay_now", "es"),
        ("oiga y si lo mando de la cuenta de mi hermano no hay problema?", "ask_consequence", "es"),
        ("can it come from my wifes account? mine is closed", "ask_consequence", "en"),
        ("用我老婆的微信转可以吗", "pay_now", "zh-Hans"),
        ("用我阿媽戶口過得唔得?", "pay_now", "zh-Hant"),
    ],
)
def test_whether_another_may_pay_is_answered_and_what_was_asked_stays(
    text: str, intent: str, language: str
) -> None:
    step = said(text, intent, language)

    assert keys(step)[0] == "pay_now.by_another"
    assert step.dialogue.asked == "confirmation"


@pytest.mark.parametrize(
    "text",
    [
        "it was paid from my wife's account, thats why you dont see it",
        "using my moms phone til mine is fixed, can you text me there?",
        "pusieron mi pago en la cuenta de mi esposa",
    ],
)
def test_who_tells_of_anothers_account_asks_nothing(text: str) -> None:
    assert not another_pays.asks(situation(text))
