"""The envelope: what the packs demand is said, in the text's language; what it has no words for is never claimed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from compliance.engine import decide, parts
from compliance.engine.decision import Decision
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


NAMED = replace(
    POLICY,
    agency={"en": "North South Group", "zh-Hans": "南北服务"},
    creditor_address="Rua das Flores 10, São Paulo",
    creditor_tax_number="CNPJ 11.222.333/0001-81",
)


def enveloped(
    text: str, *demanded: str, language: str = "en", policy: Policy = POLICY, collector: str = "third_party"
) -> str:
    known = replace(on_file(), conversation=Conversation(language=language), message=Outbound(says=[]))
    assert known.account is not None
    known.account.collector_type = collector
    return words.enveloped(text, demanded, known, policy)


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


def test_the_agency_writes_in_its_own_name_where_it_collects() -> None:
    parts_of_it = (parts.WHO_WRITES, parts.ACTS_FOR)

    assert enveloped("Good morning.", *parts_of_it, policy=NAMED) == (
        "North South Group: Good morning. We write on behalf of Riverbank."
    )
    assert enveloped("早上好。", *parts_of_it, language="zh-Hans", policy=NAMED) == (
        "【南北服务】早上好。我们受河岸银行委托与您联系。"
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "OK We will not sue you. Reply STOP to opt out."),
        ("zh-Hans", "OK我们不会起诉您。"),
        ("es", "OK"),
    ],
)
def test_what_the_law_prescribes_about_an_old_debt_is_counsel_s_word_for_word(
    language: str, expected: str
) -> None:
    place = on_file().borrower
    assert place is not None
    told = {place.jurisdiction: {"en": "We will not sue you.", "zh-Hans": "我们不会起诉您"}}

    said = enveloped(
        "OK",
        parts.TIME_BARRED_NOTICE,
        *([parts.OPT_OUT_LINE] if language == "en" else []),
        language=language,
        policy=replace(POLICY, time_barred_notice=told),
    )

    assert said == expected


def test_the_lender_writes_in_its_own_name_where_it_collects_itself() -> None:
    assert enveloped("OK", parts.WHO_WRITES, policy=NAMED, collector="first_party") == "Riverbank: OK"


def test_the_lender_s_name_in_the_text_is_not_the_agency_s() -> None:
    said = enveloped("This is about Riverbank.", parts.WHO_WRITES, policy=NAMED)

    assert said == "North South Group: This is about Riverbank."


def to_brazil(policy: Policy) -> Decision:
    given = replace(
        facts(on_file(), carries=words.carried(policy, on_file())),
        jurisdiction="BR",
        recipient_tz="America/Sao_Paulo",
        location_signals={},
    )
    return decide(replace(given, consent=True), NOON_IN_BRAZIL)


def test_nobody_in_brazil_is_written_to_without_the_creditor_s_address_and_tax_number() -> None:
    half = replace(NAMED, creditor_tax_number="")

    assert parts.ALL - words.carried(POLICY, on_file()) == {parts.CREDITOR_DETAILS, parts.TIME_BARRED_NOTICE}
    for policy in (POLICY, half):
        stopped = to_brazil(policy)
        assert [rule.id for rule in stopped.rules if rule.outcome == "block"] == ["br.creditor-details"]


def test_with_them_a_notice_in_brazil_leaves_and_says_them() -> None:
    decision = to_brazil(NAMED)

    assert decision.allowed
    assert parts.CREDITOR_DETAILS in decision.must_include
    said = enveloped("Hello.", *decision.must_include, policy=NAMED)
    assert "Creditor: Riverbank, Rua das Flores 10, São Paulo, CNPJ 11.222.333/0001-81." in said
