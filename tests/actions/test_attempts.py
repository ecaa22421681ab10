"""Whether a message states a fact of identity: only what does is compared, and only that counts as an attempt."""

from __future__ import annotations

from typing import Any

import pytest

from actions import proving, route
from actions.situation import FailedIdentity, Identity, Verified
from tests.actions.making import account, after, effects, keys, situation

PLACES: dict[str, dict[str, Any]] = {
    "en": {"language": "en"},
    "es": {
        "language": "es",
        "country": "MX",
        "zone": "America/Mexico_City",
        "account": account("2150", "MXN"),
    },
    "zh-Hans": {
        "language": "zh-Hans",
        "country": "CN",
        "zone": "Asia/Shanghai",
        "account": account("4300", "CNY"),
    },
    "zh-Hant": {
        "language": "zh-Hant",
        "country": "TW",
        "zone": "Asia/Taipei",
        "account": account("18000", "TWD"),
    },
}
ASKED = after("identity", "opening", {"kind": "dob"})


def said(text: str, kind: str, language: str = "en", intent: str = "out_of_scope", **more: Any) -> list[Any]:
    """What a message states while `kind` is asked for, as (kind, value, rest)."""
    unknown = Identity("unverified", 0, (kind,))
    asked = after("identity", "opening", {"kind": kind})
    s = situation(text, intent, identity=unknown, dialogue=asked, **{**PLACES[language], **more})
    return [(one.kind, one.value, one.rest) for one in proving.said(s)]


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "can do 200 on the 22nd by card, rest on the 5th", "promise_to_pay"),
        ("en", "i can pay 1500 on 5/22/2026", "promise_to_pay"),
        ("en", "my new number is 312 555 0199", "update_contact"),
        ("en", "write to grace1988@example.com instead", "update_contact"),
        ("en", "why is it 1500 when it was 1200", "ask_balance"),
        ("es", "puedo 500 el viernes y el resto el 30", "promise_to_pay"),
        ("es", "mi correo es rosa1986@example.com", "update_contact"),
        ("zh-Hans", "我能22号还2000,剩下的5号", "promise_to_pay"),
        ("zh-Hans", "换号码了 13812345678", "update_contact"),
        ("zh-Hant", "我22號還5000,剩下的下個月5號", "promise_to_pay"),
    ],
)
@pytest.mark.parametrize("kind", ["dob", "postcode", "id_last4"])
def test_a_message_about_another_matter_is_no_attempt(
    language: str, text: str, intent: str, kind: str
) -> None:
    assert said(text, kind, language, intent) == []


@pytest.mark.parametrize(
    ("kind", "language", "text", "value"),
    [
        ("dob", "en", "4/5/88", "1988-04-05"),
        ("dob", "en", "April 5, 1988", "1988-04-05"),
        ("dob", "es", "9 de septiembre de 1986", "1986-09-09"),
        ("dob", "zh-Hans", "1994年11月2日", "1994-11-02"),
        ("postcode", "en", "its 60614", "60614"),
        ("id_last4", "en", "2207", "2207"),
        ("id_last4", "zh-Hans", "尾号6129", "6129"),
    ],
)
def test_the_fact_alone_is_an_attempt(kind: str, language: str, text: str, value: str) -> None:
    assert said(text, kind, language) == [(kind, value, "")]


def test_what_looks_like_the_fact_and_cannot_be_read_is_an_attempt_too() -> None:
    assert said("13/13/1990", "dob") == [("dob", None, "")]


def test_no_sum_that_happens_to_be_the_fact_is_compared() -> None:
    assert said("i can pay 2207 on friday", "id_last4", intent="promise_to_pay") == []


def test_a_guess_inside_a_promise_is_still_compared() -> None:
    assert said("1/30/90, i can pay 200 friday by card", "dob", intent="promise_to_pay") == [
        ("dob", "1990-01-30", "i can pay 200 friday by card")
    ]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "it's me, grace, born 1/30/90 - how much do i owe", "1990-01-30"),
        ("es", "soy Rosa, nací el 9 de septiembre de 1986, cuánto debo", "1986-09-09"),
        ("zh-Hans", "我是周航,我生日94年11月2号,欠多少", "1994-11-02"),
        ("zh-Hant", "我是吳俊宏,生日1989年3月17日,我欠多少", "1989-03-17"),
    ],
)
def test_a_birth_date_that_is_named_is_taken_before_it_is_asked(language: str, text: str, value: str) -> None:
    unknown = Identity("unverified", 0, ("dob",))
    s = situation(text, "ask_balance", identity=unknown, **PLACES[language])

    assert [one.value for one in proving.said(s)] == [value]


def test_a_day_that_is_not_called_a_birth_date_is_not_compared_unasked() -> None:
    s = situation("i opened it on 3/4/2005", "ask_balance", identity=Identity("unverified", 0, ("dob",)))

    assert proving.said(s) == ()


def test_after_too_many_attempts_nothing_volunteered_is_compared() -> None:
    s = situation("born 1/30/90", "ask_balance", identity=Identity("failed", 2, ("dob",)))

    assert proving.said(s) == ()


@pytest.mark.parametrize(
    ("right", "answer", "kinds"),
    [
        ({"dob", "postcode"}, "right", ("dob", "postcode")),
        ({"dob"}, "right", ("dob",)),
        # A postcode is no secret of the street's: beside a wrong birth date it proves nothing.
        ({"postcode"}, "wrong", ("dob",)),
    ],
)
def test_a_right_birth_date_is_enough_and_a_wrong_one_is_not_made_good_by_a_postcode(
    right: set[str], answer: str, kinds: tuple[str, ...]
) -> None:
    unknown = Identity("unverified", 0, ("dob", "postcode"))
    s = situation("1/30/90 zip 60614", identity=unknown, dialogue=ASKED)

    judged = proving.judged(unknown, proving.said(s), frozenset(right))

    assert (judged.answer, judged.kinds) == (answer, kinds)


def test_a_wrong_fact_given_unasked_counts_as_an_attempt() -> None:
    who = Identity("unverified", 0, ("dob",), answer="wrong", kinds=("dob",))

    step = route.next_step(situation("born 2/2/80, how much do i owe", "ask_balance", identity=who))

    assert keys(step) == ["opening.wrong_dob"]
    assert effects(step, FailedIdentity)


def test_a_promise_before_identity_is_kept_said_so_and_read_back_once_it_is_known_who_writes() -> None:
    unknown = Identity("unverified", 0, ("dob",))
    words = "can do 200 on the 22nd by card, rest on the 5th"
    kept = route.next_step(situation(words, "promise_to_pay", identity=unknown, dialogue=ASKED))
    right = Identity("unverified", 0, ("dob",), answer="right", kinds=("dob",))
    known = route.next_step(situation("1/30/90", identity=right, dialogue=kept.dialogue))

    assert keys(kept) == ["opening.in_a_moment", "opening.ask_dob"]
    assert not effects(kept, FailedIdentity)
    assert keys(known) == ["opening.thanks", "promise.read_back"]


def test_what_stands_beside_the_fact_is_taken_up_at_once() -> None:
    right = Identity(
        "unverified", 0, ("dob",), answer="right", kinds=("dob",), rest="i can pay 200 friday by card"
    )

    step = route.next_step(
        situation("1/30/90, i can pay 200 friday by card", "promise_to_pay", identity=right, dialogue=ASKED)
    )

    assert effects(step, Verified)
    assert keys(step) == ["opening.thanks", "promise.read_back"]


GUESSES = """is it 1990-01-30 or 1990-01-31|1990-01-30 1990-01-31|1990-01-30, or 1990-02-01|maybe 1990-01-30|maybe, 1990-01-30|i think its jan 30 1990
|could be 1990-01-30|09/09/1986 o 10/09/1986|creo que 30/01/1990|a lo mejor 30/01/1990|是不是1990年1月30日|1990年1月30日还是31日|可能係1990-01-30|19900130或者19900131""".split(
    "|"
)
KNOWN = """1990-01-30|30 jan 1990|born jan 30 1990, i can pay friday|not sure why you need this but 1990-01-30|30/01/1990 (jan 30 1990)|民國79年1月30日|let me try again 1990-01-30
|maybe later, why? ok: 1990-01-30|es 30/01/1990|是1990年1月30日""".split("|")


@pytest.mark.parametrize("text", [text.strip() for text in GUESSES])
def test_a_birth_date_that_is_guessed_at_is_a_wrong_one(text: str) -> None:
    [stated] = proving.said(situation(text, identity=Identity("unverified", 0, ("dob",)), dialogue=ASKED))
    who = proving.judged(Identity("unverified", 0, ("dob",)), [stated], frozenset())

    assert (stated.value, stated.guessed, who.answer) == (None, True, "wrong")


@pytest.mark.parametrize("text", [text.strip() for text in KNOWN])
def test_a_birth_date_that_is_known_is_compared(text: str) -> None:
    unknown = Identity("unverified", 0, ("dob",))
    [stated] = proving.said(situation(text, identity=unknown, dialogue=ASKED))

    assert stated.value == "1990-01-30"


def test_a_guess_is_not_made_good_by_another_fact() -> None:
    two = Identity("unverified", 0, ("dob", "postcode"))
    said = proving.said(situation("maybe 1990-01-30, zip code 60614", identity=two, dialogue=ASKED))

    assert proving.judged(two, said, frozenset({"postcode"})).answer == "wrong"


def test_of_two_endings_of_an_id_neither_is_compared() -> None:
    unknown = Identity("unverified", 0, ("id_last4",))
    asked = after("identity", "opening", {"kind": "id_last4"})
    [stated] = proving.said(situation("2207 or 2208", identity=unknown, dialogue=asked))

    assert stated.value is None
