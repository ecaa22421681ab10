"""Where the papers of a dispute are to go is a contact like any other, and the case says it."""

from __future__ import annotations

from typing import Any

import pytest

from actions import dispute, replaced, route
from actions.contact_records import GaveContact
from actions.situation import OpenCase, Step
from tests.actions.making import account, after, effects, keys, situation

ASKED = after("case_details", dispute.ABOUT)
HELD: dict[str, Any] = {
    "account": account(holds=frozenset({"disputed"})),
    "told": {"dispute": {"send": dispute.VALIDATION}},
}


def answered(text: str, intent: str = "update_contact", language: str = "en", country: str = "US") -> Step:
    return route.next_step(
        situation(text, intent, dialogue=ASKED, language=language, country=country, **HELD)
    )


def sent_to(step: Step) -> list[str]:
    return [case.details["send_to"] for case in effects(step, OpenCase) if "send_to" in case.details]


@pytest.mark.parametrize(
    ("language", "country", "text", "place"),
    [
        ("es", "MX", "al correo q tienen ya no entro. ahora es lupe.canto@example.com", "lupe.canto@example.com"),
        ("zh-Hant", "TW", "資料寄這個 pei.lin@example.com 舊信箱不要再用 他看得到", "pei.lin@example.com"),
        ("zh-Hant", "HK", "send去 wingkei@example.com 得喇", "wingkei@example.com"),
        ("zh-Hans", "CN", "zhou.h@example.com", "zhou.h@example.com"),
        ("en", "GB", "Flat 2/1, 12 Kerr Street, Glasgow G40 2QP", "Flat 2/1, 12 Kerr Street, Glasgow G40 2QP"),
        ("es", "MX", "calle 60 #245 x 31 y 33, Col. Centro, Mérida", "calle 60 #245 x 31 y 33, Col. Centro, Mérida"),
        ("zh-Hant", "TW", "台中市北屯區崇德路二段123巷45弄6號3樓", "台中市北屯區崇德路二段123巷45弄6號3樓"),
    ],
)  # fmt: skip
def test_the_answer_is_kept_as_a_contact_and_as_where_the_papers_go(
    language: str, country: str, text: str, place: str
) -> None:
    step = answered(text, language=language, country=country)

    assert [given.value for given in effects(step, GaveContact)] == [place]
    assert sent_to(step) == [place]
    assert keys(step) == ["contact.noted"]


def test_an_email_told_later_is_where_the_papers_go_too() -> None:
    step = route.next_step(situation("my email is jo.b@example.com now", "update_contact", **HELD))

    assert sent_to(step) == ["jo.b@example.com"]


def test_no_papers_go_where_somebody_was_paid() -> None:
    step = answered("i paid that by zelle to billing@example.com in march", "already_paid")

    assert (effects(step, GaveContact), sent_to(step)) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "jo@example.com. please do not use the old email, my ex reads it",
        "es jo@example.com, no manden nada al correo viejo",
        "jo@example.com 旧邮箱别发了 我前夫能看到",
        "jo@example.com 唔好再send去舊電郵",
    ],
)
def test_an_old_email_that_is_not_to_be_used_is_retired_at_once(text: str) -> None:
    [given] = effects(route.next_step(situation(text, "update_contact")), GaveContact)

    assert (given.retires, given.replaces) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "jo@example.com, the old email is fine too",
        "jo@example.com, don't send me old letters",
        "jo@example.com 以前的贷款没用过",
        "jo@example.com, no puedo pagar el anterior recibo",
    ],
)
def test_an_old_email_that_nobody_speaks_against_stays(text: str) -> None:
    assert not replaced.retires(text)


def test_an_address_beside_a_wish_against_email_is_where_the_papers_go() -> None:
    text = "Flat 4, 19 Alma Road, Sheffield S6 2LY is best, I don't do email"

    step = answered(text, "contact_preference", country="GB")

    assert sent_to(step) == ["Flat 4, 19 Alma Road, Sheffield S6 2LY"]
    assert keys(step)[0] == "contact.noted"
