"""The envelope: what the packs demand is said, in the text's language; what it has no words for is never claimed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from compliance.engine import decide, parts
from core.policy import Policy
from gateway.pipelines import words
from storage.talk import Conversation, Outbound
from tests.gateway.test_facts import facts, on_file

POLICY = Policy(
    lender="riverbank",
    version="1",
    names={"en": "Riverbank", "zh-Hans": "河岸银行"},
    phone="1 800 555 0142",
    website="",
    pay_link=None,
    bank_details={},
)
NOON_IN_BRAZIL = datetime(2026, 5, 13, 15, tzinfo=UTC)


def enveloped(text: str, *demanded: str, language: str = "en") -> str:
    known = replace(on_file(), conversation=Conversation(language=language), message=Outbound(says=[]))
    return words.enveloped(text, demanded, known, POLICY)


def test_a_label_that_the_law_wants_on_every_text_is_on_an_answer_too() -> None:
    said = enveloped("您什么时候方便还？", parts.WHO_WRITES, parts.AUTOMATED_ASSISTANT, language="zh-Hans")

    assert said == "【河岸银行】（智能助手）您什么时候方便还？"


def test_what_the_text_says_itself_is_not_said_twice() -> None:
    said = enveloped("This is Riverbank's automated assistant.", parts.WHO_WRITES, parts.AUTOMATED_ASSISTANT)

    assert said == "This is Riverbank's automated assistant."


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "We write on behalf of Riverbank."),
        ("es", "Escribimos en nombre de Riverbank."),
        ("zh-Hans", "我们受河岸银行委托与您联系。"),
        ("zh-Hant", "我們受Riverbank委託與您聯絡。"),
    ],
)
def test_an_agency_says_for_whom_it_acts(language: str, said: str) -> None:
    assert enveloped("OK", parts.ACTS_FOR, language=language).endswith(said)


def test_what_the_envelope_has_no_words_for_stops_a_message_that_must_carry_it() -> None:
    given = replace(
        facts(on_file()), jurisdiction="BR", recipient_tz="America/Sao_Paulo", location_signals={}
    )

    stopped = decide(replace(given, consent=True), NOON_IN_BRAZIL)

    assert parts.ALL - words.CARRIED == {parts.CREDITOR_DETAILS}
    assert [rule.id for rule in stopped.rules if rule.outcome == "block"] == ["br.creditor-details"]
